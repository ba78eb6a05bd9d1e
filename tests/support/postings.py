"""What was read from a posting, as a table of facts that a person can write down and compare."""

from pathlib import Path

from jobtracker.domain.pay import Pay, to_major
from jobtracker.domain.postings import FIELDS, Posting
from jobtracker.domain.typed_pay import understood_pay

Facts = dict[str, str]
STRUCTURED = Path(__file__).resolve().parents[1] / "data" / "postings" / "structured"


def facts(posting: Posting) -> Facts:
    """The fields that were found, as text: a pay as its amounts, "EUR 60000..75000 year"."""
    return {field: said for field in FIELDS if (said := _said(field, getattr(posting, field)))}


def _said(field: str, value: object) -> str:
    if field == "pay" and value:
        return amounts(understood_pay(str(value)))
    if field == "contact":
        return ", ".join(filter(None, value)) if isinstance(value, tuple) else ""
    return str(value or "")


def amounts(pay: Pay) -> str:
    """A pay without its words; what was assumed in it is said too."""
    ends = [
        "" if end is None else f"{to_major(end, pay.currency):f}" for end in (pay.low, pay.high)
    ]
    figures = ends[0] if ends[0] == ends[1] else "..".join(ends)
    figures = figures.replace(".00", "") if ".00" in figures else figures
    assumed = f"({', '.join(pay.assumed)} assumed)" if pay.assumed else ""
    return " ".join(filter(None, (pay.currency, figures, pay.period, assumed)))


def words_are_marked(posting: Posting) -> bool:
    """Whether every field that was found has words in the text, and no other has."""
    found = set(facts(posting))
    return set(posting.found) >= found and all(posting.words(field).strip() for field in found)
