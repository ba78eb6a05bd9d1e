"""The way of F7: through the misspelt words of a text, and then of the values typed for it."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from jobtracker.domain.letters import FieldName
from jobtracker.ui.features.letters.writing.spelling import Spelling, WrongValue

Values = Sequence[tuple[FieldName, str]]
Place = tuple[FieldName, int]
"""A field and a place in its value, in characters."""


class TypedValues(NamedTuple):
    """The values that stand beside a text: what was typed, where the cursor is in them (a field
    "" for nowhere), and how to select a word there.
    """

    typed: Callable[[], Values]
    place: Callable[[], Place]
    select: Callable[[WrongValue], object]


class Found(Enum):
    """Where the next misspelt word is."""

    TEXT = auto()
    VALUE = auto()
    NOTHING = auto()


NO_VALUES = TypedValues(tuple, lambda: ("", 0), lambda _wrong: None)


def walk(spelling: Spelling, values: TypedValues, step: int) -> Found:
    """Go to the next misspelt word, or the one before: round the text and then the values."""
    typed = values.typed()
    wrong = spelling.wrong_in_values(typed)[::step]
    field, at = values.place()
    if field:
        beyond = _beyond(wrong, [name for name, _ in typed], (field, at), step)
        if beyond:
            values.select(beyond[0])
            return Found.VALUE
        if spelling.walk(step, anew=True):
            return Found.TEXT
    elif spelling.walk(step, round_end=not wrong):
        return Found.TEXT
    if not wrong:
        return Found.NOTHING
    values.select(wrong[0])
    return Found.VALUE


def _beyond(
    wrong: Sequence[WrongValue], order: Sequence[FieldName], place: Place, step: int
) -> list[WrongValue]:
    """The words that come after a place, on the way of `step`."""
    field, at = place
    here = (order.index(field) if field in order else -1), at
    return [one for one in wrong if _ahead((order.index(one.field), one.word.start), here, step)]


def _ahead(spot: tuple[int, int], here: tuple[int, int], step: int) -> bool:
    return spot > here if step > 0 else spot < here
