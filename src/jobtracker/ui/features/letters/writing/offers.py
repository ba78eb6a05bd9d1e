"""What the list beside the cursor offers for the words typed into it: fields and blocks."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jobtracker.domain.letters import KNOWN_FIELDS, FieldName, label_of
from jobtracker.ui.features.letters.contract import BlockChoice

SUGGESTED, FIELDS, BLOCKS, NEW = "Suggested blocks", "Fields", "Blocks", "New field"
MOST_SUGGESTED = 3
NOT_IN_NAMES = re.compile(r"\W+")


class Offer(NamedTuple):
    """One row: its words, a quiet word beside them, and the field or the block it puts in."""

    words: str
    note: str = ""
    field: FieldName = ""
    block: BlockChoice | None = None

    @property
    def spoken(self) -> str:
        """The row for somebody who hears it."""
        kind = "block" if self.block else "field"
        return ", ".join(filter(None, (f"{kind} {self.words}", self.note)))


class Section(NamedTuple):
    title: str
    offers: tuple[Offer, ...]


def offered(
    typed: str, own: Sequence[FieldName], blocks: Sequence[BlockChoice]
) -> tuple[Section, ...]:
    """The sections that have something for `typed`. `own` are further fields of the letter;
    a name that is no field yet is offered as a new one, after all that is there.
    """
    words = typed.strip().strip("{}").strip().casefold()
    found = [block for block in blocks if _fits(block, words)]
    suggested = [block for block in found if block.why][:MOST_SUGGESTED]
    others = [block for block in found if block not in suggested]
    sections = (
        Section(SUGGESTED, tuple(_block(block) for block in suggested)),
        Section(FIELDS, tuple(_fields(words, own))),
        Section(BLOCKS, tuple(_block(block) for block in _best_first(others, words))),
        Section(NEW, tuple(_new(words, own))),
    )
    return tuple(section for section in sections if section.offers)


def name_from(words: str) -> FieldName:
    """A field's name from what a person calls it: "Salary wish" is `salary_wish`."""
    name = NOT_IN_NAMES.sub("_", words.strip().casefold()).strip("_")[:64]
    return name if name[:1].isalpha() else ""


def _block(block: BlockChoice) -> Offer:
    return Offer(block.name, block.why, block=block)


def _fits(block: BlockChoice, words: str) -> bool:
    return words in block.name.casefold() or (len(words) > 1 and words in block.text.casefold())


def _best_first(blocks: Sequence[BlockChoice], words: str) -> list[BlockChoice]:
    """Those called so before those that only say so; otherwise in the order given."""
    return sorted(blocks, key=lambda block: words not in block.name.casefold())


def _fields(words: str, own: Sequence[FieldName]) -> Iterator[Offer]:
    for name in dict.fromkeys((*KNOWN_FIELDS, *own)):
        if words in label_of(name).casefold() or words in name:
            yield Offer(label_of(name), field=name)


def _new(words: str, own: Sequence[FieldName]) -> Iterator[Offer]:
    name = name_from(words)
    if name and name not in KNOWN_FIELDS and name not in own:
        yield Offer(label_of(name), field=name)
