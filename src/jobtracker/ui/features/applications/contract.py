"""What the page asks for and what it is given: the values between page and presenter."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.listing import ListQuery, ListRow
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.ui.runtime.channel import Channel

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationFields, ApplicationView, LinkedProfile
    from jobtracker.domain.errors import JobtrackerError
    from jobtracker.domain.matching import Role


class Option(NamedTuple):
    """A value that a list can be narrowed to, its words, and how many applications it has."""

    value: str
    words: str
    uses: int | None = None


class RowsEdit(NamedTuple):
    """New values for some applications, one step. `refused` hears why they were not stored."""

    rows: "Sequence[tuple[int, ApplicationFields]]"
    toast: str = ""
    refused: "Callable[[JobtrackerError], object] | None" = None


class RowsWanted(NamedTuple):
    """`then` gets every row of the list, also those not loaded."""

    query: ListQuery
    then: "Callable[[Sequence[ListRow]], object]"


class ManyMoved(NamedTuple):
    ids: Sequence[int]
    stage: Stage


class ManyEnded(NamedTuple):
    """`reason` is in the person's words, "" where skipped."""

    ids: Sequence[int]
    outcome: Outcome
    reason: str = ""


class ManyEdited(NamedTuple):
    """The same values for many applications; `words` say it afterwards: "archived"."""

    ids: Sequence[int]
    fields: "ApplicationFields"
    words: str


class ManyTagged(NamedTuple):
    """Tags to put on many applications beside those they have."""

    ids: Sequence[int]
    tags: tuple[str, ...]


class ViewSaved(NamedTuple):
    """A list to keep under a name: what it is asked for, and the columns a person chose."""

    name: str
    query: ListQuery
    columns: tuple[str, ...] = ()


class Edit(NamedTuple):
    """New values for an application; `field` is the one on the page that was typed in."""

    id: int
    field: str
    fields: "ApplicationFields"


class Move(NamedTuple):
    """`amount` is what an offer names, as typed; only with the stage Offer, "" where skipped."""

    id: int
    stage: Stage
    amount: str = ""


class End(NamedTuple):
    """`reason` is in the person's words, "" where skipped."""

    id: int
    outcome: Outcome
    reason: str = ""


class Said(NamedTuple):
    """A note for the activity of an application."""

    id: int
    text: str


class Shown(NamedTuple):
    """An application with all that its pane needs. `levels` are those its profile knows."""

    view: "ApplicationView"
    roles: "Sequence[Role]"
    levels: Sequence[str]
    proposals: "Sequence[LinkedProfile]"


class Intents:
    """What a person wants, put by the page's widgets and heard by the presenter.

    `queried` asks for a list, `more_wanted` for its next rows, `all_wanted` for every row,
    `options_wanted` for the values of a filter's field; the presenter answers on the page.
    `counted` tells the number of active applications, `viewed` whether the board is shown,
    `adding` wants one added, `adding_into` at a stage; `adding_pasted` takes it from the clipboard.
    `letter_wanted` carries an application's id (write one), `letter_chosen` a letter's (open
    it), `pay_wanted` an application's (see its pay beside others), `offer_wanted` an offer's
    (change it); all four leave this page.
    """

    def __init__(self) -> None:
        self.queried: Channel[ListQuery] = Channel()
        self.more_wanted: Channel[None] = Channel()
        self.all_wanted: Channel[RowsWanted] = Channel()
        self.options_wanted: Channel[str] = Channel()
        self.rows_edited: Channel[RowsEdit] = Channel()
        self.many_moved: Channel[ManyMoved] = Channel()
        self.many_ended: Channel[ManyEnded] = Channel()
        self.many_edited: Channel[ManyEdited] = Channel()
        self.many_tagged: Channel[ManyTagged] = Channel()
        self.many_removed: Channel[Sequence[int]] = Channel()
        self.view_saved: Channel[ViewSaved] = Channel()
        self.problem: Channel[JobtrackerError] = Channel()
        self.counted: Channel[int] = Channel()
        self.viewed: Channel[bool] = Channel()
        self.selected: Channel[int | None] = Channel()
        self.edited: Channel[Edit] = Channel()
        self.moved: Channel[Move] = Channel()
        self.ended: Channel[End] = Channel()
        self.reopened: Channel[int] = Channel()
        self.noted: Channel[Said] = Channel()
        self.removed: Channel[int] = Channel()
        self.adding: Channel[None] = Channel()
        self.adding_into: Channel[Stage] = Channel()
        self.adding_pasted: Channel[None] = Channel()
        self.letter_wanted: Channel[int] = Channel()
        self.letter_chosen: Channel[int] = Channel()
        self.pay_wanted: Channel[int] = Channel()
        self.offer_wanted: Channel[int] = Channel()
