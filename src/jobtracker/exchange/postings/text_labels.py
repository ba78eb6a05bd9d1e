"""Lines that name what they say: "Location: Berlin", "Kennziffer: 12/26", label over value."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from jobtracker.domain.text import folded
from jobtracker.exchange.postings.text_label_words import HEADINGS, LABELS, SIGNED
from jobtracker.exchange.postings.text_lines import Line, Piece, cells
from jobtracker.exchange.postings.text_names import FORM

LONGEST_LABEL = 48
LONGEST_VALUE = 240

_NAMED = re.compile(r"(?P<label>[^:：\n]{1,60}?)\s*[:：]\s*(?P<value>\S.*)?$", re.DOTALL)
_AROUND = re.compile(
    r"^(?:the|your|our|der|die|das|le|la|les|votre|notre)\s+|\s*\((?:s|e|n|en|es|er|in|x|m/w/d|h/f"
    r"|optional)\)|[?*#]+$|\s*/-?in$|[*:]in(?:nen)?$"
)


_BLOCK = 4
_FEMALE = re.compile(r"\s*[/*:]-?in$")
_REFERENCE_OF = re.compile(r"(?:reference|ref\.?) \w+")
_LONGEST_BELOW = 80
_MOST_WORDS_BELOW = 7
_PERSON = re.compile(
    r"(?:(?:Frau|Herr|Mme|M\.|Mrs?|Ms|Dr)\.? )*[A-ZÄÖÜÉ][\w'-]+(?: [A-ZÄÖÜÉ][\w'-]+){1,2}(?:$"
    r"|[,(–-])"
)


class Labelled(NamedTuple):
    """A value, the field that its label names, and the index of its line."""

    field: str
    label: str
    value: Piece
    line: int


def field_of(label: str) -> str:
    """The field a label names, "" for words that are no label we know."""
    if len(label) > LONGEST_LABEL:
        return ""
    key = folded(label).strip(" .:-–*")
    if key in LABELS:
        return LABELS[key]
    bare = _AROUND.sub("", key).strip(" .:-–")
    return "reference" if _REFERENCE_OF.fullmatch(bare) else LABELS.get(bare, "")


def labelled(lines: Sequence[Line]) -> list[Labelled]:
    """The labelled values, in the order of the text."""
    found: list[Labelled] = []
    for index, line in enumerate(lines):
        inline = _inline(line, index)
        found += inline
        if not inline and (field := _lone_label(line)):
            below = _value_below(lines, index)
            if below is not None and (not _is_heading(line.text) or _looks(field, below.text)):
                found.append(Labelled(field, folded(line.text.rstrip(": ")), below, index + 1))
    return [_of_person(each, found[:at]) for at, each in enumerate(found)]


def _of_person(each: Labelled, before: list[Labelled]) -> Labelled:
    """The label as it is meant: a "Job title" below a contact's name is the contact's."""
    last = before[-1] if before else None
    if (
        each.field == "role"
        and last
        and last.field.startswith("contact")
        and each.line - last.line < _BLOCK
    ):
        return each._replace(field="contact_title")
    return each


def _inline(line: Line, index: int) -> list[Labelled]:
    """The pairs of a line: one, or several between bars, or a table's row of two cells."""
    if not line.text or (
        len(line.text) > 2 * LONGEST_VALUE + LONGEST_LABEL and ":" not in line.text[:60]
    ):
        return []
    found: list[Labelled] = []
    row = cells(line.piece)
    if len(row) > 1 and not _NAMED.fullmatch(row[1].text.lstrip(": ")):
        field = field_of(row[0].text)
        if field and (
            ":" in row[0].text[-2:]
            or row[1].text.startswith(":")
            or len(row) == len(("label", "value"))
        ):
            whole = line.piece.part(row[1].start - line.start, len(line.text))
            colon = len(whole.text) - len(whole.text.lstrip(": "))
            return [
                Labelled(
                    field,
                    folded(row[0].text.rstrip(" :")),
                    whole.part(colon, len(whole.text)),
                    index,
                )
            ]
    for cell in row:
        pair = _NAMED.match(cell.text)
        field = field_of(pair["label"]) if pair else ""
        if pair and field and pair["value"]:
            value = cell.part(pair.start("value"), pair.end("value"))
            found.append(Labelled(field, folded(pair["label"].strip()), value, index))
        elif found and not pair:
            last = found[-1]
            whole = line.piece.part(last.value.start - line.start, cell.span.end - line.start)
            found[-1] = last._replace(value=whole)
    return found


def _lone_label(line: Line) -> str:
    text = line.text
    if len(text) > LONGEST_LABEL:
        return ""
    if text.rstrip().endswith((":", "：")):
        return field_of(text.rstrip(" :："))
    key = folded(text)
    return "" if key in SIGNED else LABELS.get(_FEMALE.sub("", key), "")


def _is_heading(text: str) -> bool:
    """Whether a label without a colon may as well stand over a section."""
    return not text.endswith(":") and folded(text) in HEADINGS


def _looks(field: str, value: str) -> bool:
    """Whether a line below such a heading is the value and no prose."""
    if field == "other" or len(value) > _LONGEST_BELOW or value.endswith((".", "!", "?", ":")):
        return False
    if field in ("contact", "url"):
        return (
            _PERSON.match(value) is not None
            or "@" in value
            or "://" in value
            or FORM.search(value) is not None
        )
    words = value.split()
    return len(words) <= _MOST_WORDS_BELOW and (value[0].isupper() or value[0].isdigit())


def _value_below(lines: Sequence[Line], index: int) -> Piece | None:
    """The value on the line after its label, which is no label itself."""
    if index + 1 >= len(lines):
        return None
    below = lines[index + 1]
    if below.text.endswith(":") and index + 2 < len(lines):
        below = lines[index + 2]
    is_label = bool(_lone_label(below)) or bool(_inline(below, index + 1))
    return None if is_label or len(below.text) > LONGEST_VALUE else below.piece
