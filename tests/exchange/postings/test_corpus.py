"""Postings as people copy them, in five layouts and three languages: what is read in each
against what a person sees there. The labels were written before the reader was; run with `-s`
for the table of fields.
"""

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from jobtracker.domain.names import words_of_name, words_said
from jobtracker.domain.pay import to_major
from jobtracker.domain.pay_text import read_pay
from jobtracker.domain.postings import Posting
from jobtracker.exchange.postings.reading import read_postings

CORPUS = Path(__file__).resolve().parents[2] / "data" / "postings"
TODAY = date(2026, 11, 22)
CONTACT = ("name", "title", "email", "phone")
WORDS = ("role", "company", "location")
EXACT = ("country", "work_mode", "employment_type", "reference", "url")
DATES = ("posted_on", "deadline")
UNSURE = "unsure"
Compared: TypeAlias = tuple[str, str, tuple[str, ...]]
_GENDERS = re.compile(
    r"\(?\b(?:[mwfdhx][/|]){1,2}[mwfdhx]\b\)?|\((?:all genders|gn|e|in|r)\)", re.IGNORECASE
)


class Answer(NamedTuple):
    """What was read for a field of a posting, and the readings that are right; "" is none."""

    posting: str
    field: str
    read: str
    right: tuple[str, ...]

    @property
    def verdict(self) -> str:
        if self.read in self.right:
            return "right" if self.read else "left open"
        if not self.read:
            return "missed"
        return "invented" if "" in self.right else "wrong"


def test_the_corpus_has_five_layouts_and_three_languages() -> None:
    # Act
    labels = _labels().values()
    kinds = Counter((each["layout"], each["language"][:2]) for each in labels)

    # Assert
    assert len(labels) >= 40
    assert {layout for layout, _ in kinds} == {"page", "card", "mail", "table", "prose"}
    assert {language for _, language in kinds} == {"en", "de", "fr"}
    assert min(kinds.values()) >= 2
    assert set(_labels()) == {path.stem for path in CORPUS.glob("*.txt")}


def test_what_the_postings_state_is_found() -> None:
    # Act
    verdicts = Counter(answer.verdict for answer in _answers())

    # Assert
    _print_table()
    stated = verdicts["right"] + verdicts["missed"] + verdicts["wrong"]
    assert verdicts["right"] >= 0.95 * stated, _worded("missed", "wrong")


def test_what_a_posting_does_not_state_is_left_empty() -> None:
    # Act
    invented = [answer for answer in _answers() if answer.verdict == "invented"]

    # Assert
    assert not invented, _worded("invented")


def test_every_field_that_was_read_has_its_words_in_the_text() -> None:
    # Act
    marked = [
        (name, field, posting.words(field))
        for name, posting in _postings().items()
        for field in posting.found
    ]

    # Assert
    assert marked
    assert not [each for each in marked if not each[2].strip()]


@cache
def _labels() -> dict[str, dict[str, Any]]:
    return tomllib.loads((CORPUS / "labels.toml").read_text(encoding="utf-8"))


@cache
def _postings() -> dict[str, Posting]:
    return {name: _read(name) for name in _labels()}


def _read(name: str) -> Posting:
    text = (CORPUS / f"{name}.txt").read_text(encoding="utf-8")
    (posting,) = read_postings(text, TODAY)
    return posting


@cache
def _answers() -> tuple[Answer, ...]:
    return tuple(
        Answer(name, field, read, right)
        for name, label in _labels().items()
        for field, read, right in _compared(_postings()[name], label)
    )


def _compared(posting: Posting, label: dict[str, Any]) -> Iterator[Compared]:
    """Field, what was read, what is right, both in the form in which they are compared."""
    for field in WORDS:
        yield field, _form(field, getattr(posting, field)), _accepted(field, label[field])
    for field in EXACT:
        yield field, str(getattr(posting, field)), _accepted(field, label[field])
    for field in DATES:
        yield field, _day(posting, field), _accepted(field, label[field])
    yield "pay", _pay_read(posting.pay), (_pay_labelled(label["pay"]),)
    for part in CONTACT:
        said = label["contact"].get(part, "")
        yield (
            f"contact {part}",
            _form(part, getattr(posting.contact, part)),
            _accepted(part, said),
        )


def _accepted(field: str, label: str | list[str]) -> tuple[str, ...]:
    readings = [label] if isinstance(label, str) else label
    return tuple(_form(field, each) for each in readings)


def _form(field: str, text: str) -> str:
    """A text as it is compared: case, punctuation, legal forms and "(m/w/d)" do not matter."""
    if field == "role":
        return " ".join(words_said(_GENDERS.sub(" ", text)))
    if field == "company":
        return " ".join(words_of_name(text))
    if field in ("name", "title", "location"):
        return " ".join(words_said(text))
    if field == "phone":
        return re.sub(r"\D", "", text)
    return text.casefold() if field == "email" else text


def _day(posting: Posting, field: str) -> str:
    if field in posting.unsure:
        return UNSURE
    day: date | None = getattr(posting, field)
    return day.isoformat() if day else ""


def _pay_read(text: str) -> str:
    pay = read_pay(text).pay if text else None
    if pay is None:
        return ""
    ends = (_end(end, pay.currency) for end in (pay.low, pay.high))
    return " ".join((*ends, pay.currency or "?", pay.period or "?"))


def _end(minor: int | None, currency: str | None) -> str:
    return "-" if minor is None else f"{to_major(minor, currency):.2f}"


def _pay_labelled(label: dict[str, str]) -> str:
    if not label:
        return ""
    ends = (f"{float(label[end]):.2f}" if label[end] else "-" for end in ("low", "high"))
    return " ".join((*ends, label["currency"], label["period"]))


def _print_table() -> None:
    by_field: dict[str, Counter[str]] = {}
    for answer in _answers():
        by_field.setdefault(answer.field, Counter())[answer.verdict] += 1
    by_field["all"] = sum(by_field.values(), Counter())
    heads = ("right", "missed", "wrong", "invented", "left open")
    lines = [f"{'field':<17}" + "".join(f"{head:>10}" for head in heads)]
    for field, counts in by_field.items():
        lines.append(f"{field:<17}" + "".join(f"{counts[head]:>10}" for head in heads))
    sys.stdout.write("\n".join(("", *lines, _worded("missed", "wrong", "invented"), "")))


def _worded(*verdicts: str) -> str:
    return "\n".join(
        f"{each.verdict:<9} {each.posting:<24} {each.field:<15} "
        f"read {each.read!r}, right: {' | '.join(map(repr, each.right))}"
        for each in _answers()
        if each.verdict in verdicts
    )
