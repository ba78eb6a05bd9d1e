"""What the weekly review shows and what a person answers: the values between page and presenter."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from jobtracker.domain.review import Coming, Item
from jobtracker.domain.today import Task
from jobtracker.domain.week import Week
from jobtracker.ui.runtime.channel import Channel

SHOWN = "review shown"
ASKS = "review asks"
ASKS_QUIET = "review asks about a quiet one"
"""Conditions of the commands: the review is seen, its item waits for an answer, and is quiet."""


class Part(StrEnum):
    """The pages that ask about applications, in their order."""

    QUIET = "quiet"
    UNPLANNED = "unplanned"


class Kind(StrEnum):
    """What can be answered."""

    PLAN = "plan"
    NO_REPLY = "no_reply"
    KEEP = "keep"


class Answer(NamedTuple):
    """What a person decided; a PLAN has the words of the next action and its day."""

    kind: Kind
    words: str = ""
    on: date | None = None


class Stop(NamedTuple):
    """Where a person stands: the `number`th of `total` items of a part. `answer` is what was
    decided about the item before, where one has come back to it.
    """

    part: Part
    item: Item
    number: int
    total: int
    answer: Answer | None = None


class Decided(NamedTuple):
    """What was decided about an item."""

    item: Item
    answer: Answer


class Summary(NamedTuple):
    """The last page: the week, the interviews of the next one, what was decided, in that order,
    how many items were left open, and the offers to answer.
    """

    week: Week
    interviews: tuple[Coming, ...]
    decided: tuple[Decided, ...]
    left: int
    replies: tuple[Task, ...] = ()


class Intents:
    """`arrived` when the page is shown; `answered` what is decided about the item shown;
    `stepped` -1 or 1 to another item; `opened` and `letter_wanted` carry an application's id;
    `left` when the review is stopped or done.
    """

    def __init__(self) -> None:
        self.arrived: Channel[None] = Channel()
        self.answered: Channel[Answer] = Channel()
        self.stepped: Channel[int] = Channel()
        self.opened: Channel[int] = Channel()
        self.letter_wanted: Channel[int] = Channel()
        self.left: Channel[None] = Channel()
