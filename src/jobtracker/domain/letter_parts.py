"""The parts of a letter, from sender to enclosures, and where each stands in the whole.

The text that a person writes holds salutation, body, closing and signature, as they would be
typed anywhere; these are told apart by their words. The frame around it (sender, recipient,
place and date, subject, enclosures) has small texts of its own with `{{ fields }}`, which the
letter's language proposes and a person may change or hide.
"""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_splitting import Own, Stretch, Written, split
from jobtracker.domain.letters import FieldName, Filled, MissingStyle, fill


class Part(StrEnum):
    SENDER = "sender"
    RECIPIENT = "recipient"
    DATE = "date"
    SUBJECT = "subject"
    SALUTATION = "salutation"
    BODY = "body"
    CLOSING = "closing"
    SIGNATURE = "signature"
    ENCLOSURES = "enclosures"


FRAME = (Part.SENDER, Part.RECIPIENT, Part.DATE, Part.SUBJECT, Part.ENCLOSURES)
"""The parts that have texts of their own."""

WRITTEN = (Part.SALUTATION, Part.BODY, Part.CLOSING, Part.SIGNATURE)
"""The parts that stand in the letter's text."""


class PlacedPart(NamedTuple):
    """A part at text[start:end] of the whole letter.

    It was cut from `filled.text` at `offset`: its own text for a part of the frame, the text of
    the letter for a written one.
    """

    part: Part
    start: int
    end: int
    filled: Filled
    offset: int


class Origin(NamedTuple):
    """A stretch of a part's own source: of the letter's text for every written part."""

    part: Part
    start: int
    end: int


class ComposedLetter(NamedTuple):
    """The whole letter as text, its parts in the order of reading with a blank line between."""

    text: str
    parts: tuple[PlacedPart, ...]
    missing: tuple[FieldName, ...]
    """The fields without a value, in the order they are met, those of hidden parts left out."""

    def part_at(self, position: int) -> PlacedPart | None:
        """The part that holds a place in the text; between two parts, the one before."""
        before = [placed for placed in self.parts if placed.start <= position]
        return before[-1] if before else next(iter(self.parts), None)

    def origin(self, start: int, end: int) -> Origin | None:
        """Where text[start:end] was typed; None in an empty letter."""
        placed = self.part_at(start)
        if placed is None:
            return None
        shift = placed.offset - placed.start
        begin = min(start, placed.end) + shift
        finish = max(begin, min(end, placed.end) + shift)
        return Origin(placed.part, *placed.filled.source_range(begin, finish))


_BETWEEN = "\n\n"
_OWN_PARTS = {
    Own.ADDRESS: (Part.SENDER, Part.RECIPIENT),
    Own.DATE: (Part.DATE,),
    Own.SUBJECT: (Part.SUBJECT,),
    Own.ENCLOSURES: (Part.ENCLOSURES,),
}


def compose(
    text: str,
    values: Mapping[FieldName, str],
    frame: Mapping[Part, str],
    hidden: Collection[Part],
    language: Language,
    missing: MissingStyle = MissingStyle.KEEP,
    *,
    escape: bool = False,
) -> ComposedLetter:
    """The whole letter: its text and the texts of its frame filled in one pass each, put in the
    order of reading. Hidden and blank parts are left out; each is cut without its outer blanks.

    Nothing is said twice: the frame leaves out what the text has itself. Lines before the
    salutation are the text's own head, a body before the body: a date there replaces the frame's
    date, a subject ("Re: ...") its subject, any other line its sender, recipient and date. Lines
    after the closing that list enclosures replace the frame's. `escape` as in `fill`.
    Raises InvalidInputError when a text is over MAX_CHARACTERS before or after.
    """
    return _composed(
        text,
        tuple(values.items()),
        tuple(frame.items()),
        frozenset(hidden),
        language,
        missing,
        escape=escape,
    )


@lru_cache(maxsize=4)
def _composed(
    text: str,
    value_items: tuple[tuple[FieldName, str], ...],
    frame_items: tuple[tuple[Part, str], ...],
    hidden: frozenset[Part],
    language: Language,
    missing: MissingStyle,
    *,
    escape: bool,
) -> ComposedLetter:
    """Remembered for the moment: fields, pages and counts of one keystroke ask for the same."""
    values, frame = dict(value_items), dict(frame_items)
    filled = fill(text, values, missing, escape=escape)
    written = parts_of(filled, language)
    without = {*hidden, *(part for own in written.own for part in _OWN_PARTS[own])}
    framed = {
        part: fill(frame.get(part, ""), values, missing, escape=escape)
        for part in FRAME
        if part not in without
    }
    cuts = list(_in_order(filled, written, framed))
    return _joined([cut for cut in cuts if cut[0] not in without])


def parts_of(filled: Filled, language: Language) -> Written:
    """Where the written parts stand in a filled text. The values of the fields `salutation` and
    `closing` are these whatever their words.
    """
    at = {run.field: run.start for run in reversed(filled.spans) if run.end > run.start}
    return split(filled.text, language, at.get("salutation"), at.get("closing"))


_Cut = tuple[Part, Filled, Stretch]


def _in_order(filled: Filled, written: Written, framed: Mapping[Part, Filled]) -> Iterator[_Cut]:
    for part in (Part.SENDER, Part.RECIPIENT, Part.DATE):
        yield from _whole(part, framed)
    yield Part.BODY, filled, written.head
    yield from _whole(Part.SUBJECT, framed)
    yield Part.SALUTATION, filled, written.salutation
    yield Part.BODY, filled, written.body
    yield Part.CLOSING, filled, written.closing
    yield Part.SIGNATURE, filled, written.signature
    yield from _whole(Part.ENCLOSURES, framed)


def _whole(part: Part, framed: Mapping[Part, Filled]) -> Iterator[_Cut]:
    if part in framed:
        text = framed[part].text
        start = len(text) - len(text.lstrip())
        yield part, framed[part], Stretch(start, max(start, len(text.rstrip())))


def _joined(cuts: list[_Cut]) -> ComposedLetter:
    texts: list[str] = []
    placed: list[PlacedPart] = []
    missing: dict[FieldName, None] = {}
    at = 0
    for part, filled, (start, end) in cuts:
        if start == end:
            continue
        if placed:
            at += len(_BETWEEN)
        texts.append(filled.text[start:end])
        placed.append(PlacedPart(part, at, at + end - start, filled, start))
        at += end - start
        within = (run for run in filled.runs if run.start < end and run.end > start)
        missing.update((run.field, None) for run in within if run.field and run.missing)
    return ComposedLetter(_BETWEEN.join(texts), tuple(placed), tuple(missing))
