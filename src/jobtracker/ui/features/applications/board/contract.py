"""What the board asks for and what it is given: the values between board and presenter."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.listing import ListPage
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.ui.runtime.channel import Channel

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint


class Spot(NamedTuple):
    """A place on the board: a stage, and the row in its column."""

    stage: Stage
    row: int


class Placing(NamedTuple):
    """A card that was put under the card `after`, None for the top; it came from `origin`."""

    id: int
    company: str
    stage: Stage
    after: int | None
    origin: Spot


class Closing(NamedTuple):
    """A card that was dropped on an outcome."""

    id: int
    company: str
    outcome: Outcome


class More(NamedTuple):
    """The next cards of a column, those after the last page's `after`."""

    stage: Stage
    after: tuple[object, ...]


class BoardPages(NamedTuple):
    """The first cards of the stages that were read, out of those that are `wanted` on the board,
    and how many there are of each stage and outcome; None where that was not counted anew.
    """

    wanted: Collection[Stage]
    pages: Mapping[Stage, ListPage]
    sizes: Mapping[str, int] | None


class BoardIntents:
    """What a person wants of the board.

    For the page: `selected`, `opened` (go into the pane), `menu_wanted` (where on the screen),
    `adding` into a stage, `outcome_wanted` (list what ended so), `counted` all cards, `shown`
    or hidden. For the presenter: `placed`, `closed`, `more_wanted`.
    """

    def __init__(self) -> None:
        self.selected: Channel[int | None] = Channel()
        self.opened: Channel[int] = Channel()
        self.menu_wanted: Channel[QPoint] = Channel()
        self.adding: Channel[Stage] = Channel()
        self.outcome_wanted: Channel[Outcome] = Channel()
        self.counted: Channel[int] = Channel()
        self.shown: Channel[bool] = Channel()
        self.placed: Channel[Placing] = Channel()
        self.closed: Channel[Closing] = Channel()
        self.more_wanted: Channel[More] = Channel()
