"""What a letter said at each save, and the little that has to be kept of it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from jobtracker.domain.letter_looks import LetterLook
from jobtracker.domain.letter_parts import Part
from jobtracker.domain.letters import FieldName


class VersionKind(StrEnum):
    SAVED = "saved"
    KEPT = "kept"
    """Named by the person."""
    EXPORTED = "exported"
    SENT = "sent"


class Wording(NamedTuple):
    """All that a person decides about a letter: its text, the values typed for it, the texts of
    the frame they changed, the parts they hid, and how it looks.
    """

    text: str
    values: Mapping[FieldName, str]
    frame: Mapping[Part, str]
    hidden: frozenset[Part]
    look: LetterLook


class Frozen(NamedTuple):
    """What stood around the typed words when a letter left: all values, and the whole frame."""

    values: Mapping[FieldName, str]
    frame: Mapping[Part, str]


class Patch(NamedTuple):
    """A text told by the one before it: `text` between the first `before` and the last `after`
    characters of that.
    """

    before: int
    after: int
    text: str


def patch_of(old: str, new: str) -> Patch:
    """What makes `new` of `old`: what was typed, where they differ in one place."""
    shortest = min(len(old), len(new))
    before = _shared(old, new, shortest)
    after = _shared(old[before:][::-1], new[before:][::-1], shortest - before)
    return Patch(before, after, new[before : len(new) - after])


def patched(old: str, patch: Patch) -> str:
    return old[: patch.before] + patch.text + old[len(old) - patch.after :]


def _shared(one: str, other: str, most: int) -> int:
    """How many characters both begin with, at most so many; each is looked at about once."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
