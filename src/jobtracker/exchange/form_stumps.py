"""What is left of a form's line where fields have no value: nothing that only led to them."""

import re

from jobtracker.domain.letters import Filled

_GAP = "\uffff"
"""Stands for a missing value; Unicode keeps it free of any text."""
_BETWEEN = re.compile(r"(\n|\s*[|·•;]\s*|,\s+|\s+[–—-]\s+)")


def without_stumps(filled: Filled) -> str:
    """The line without each piece that has a field without a value, label and all: of
    "Ada · Ref: {{ reference }}" stays "Ada". Pieces end at signs such as "·" and ", "; tabs
    stay, they are a matter of layout. Fill it with marks for what is missing.
    """
    text = "".join(_GAP if run.missing else filled.text[run.start : run.end] for run in filled.runs)
    if _GAP not in text:
        return text
    return "\t".join(_whole_pieces(cell) for cell in text.split("\t"))


def _whole_pieces(cell: str) -> str:
    if _GAP not in cell:
        return cell
    first, *more = _BETWEEN.split(cell)
    said = [] if _GAP in first else [first]
    for sign, piece in zip(more[::2], more[1::2], strict=True):
        if _GAP not in piece:
            said += [sign, piece] if said else [piece]
    return "".join(said)
