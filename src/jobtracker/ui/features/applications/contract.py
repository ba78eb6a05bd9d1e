"""What the page asks for and what it is given: the values between page and presenter."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.stages import Outcome, Stage
from jobtracker.ui.runtime.channel import Channel

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationFields, ApplicationView, LinkedProfile

ACTIVE, CLOSED, ALL = "active", "closed", "all"

FIELDS = {"link": "url", "next action": "next_action", "date of applying": "applied_on"}
"""Where a service names a field by its words, the page's name of it."""


class Query(NamedTuple):
    """What the list is asked for: words looked up in everything typed, and a scope."""

    text: str = ""
    scope: str = ACTIVE


class Edit(NamedTuple):
    """New values for an application; `field` is the one on the page that was typed in."""

    id: int
    field: str
    fields: "ApplicationFields"


class Move(NamedTuple):
    id: int
    stage: Stage


class End(NamedTuple):
    id: int
    outcome: Outcome


class Said(NamedTuple):
    """A note for the activity of an application."""

    id: int
    text: str


class Hint(NamedTuple):
    """What was understood of a text while it is typed, or what is wrong with it."""

    words: str
    error: str = ""


class Role(NamedTuple):
    """A role profile to choose from."""

    id: int
    title: str


class Shown(NamedTuple):
    """An application with all that its pane needs. `levels` are those its profile knows."""

    view: "ApplicationView"
    roles: Sequence[Role]
    levels: Sequence[str]
    proposals: "Sequence[LinkedProfile]"


class Readers(NamedTuple):
    """How typed texts are understood, at once and without the database.

    `day` answers the date behind a text that `due` or `applied` accepted.
    """

    pay: Callable[[str], Hint]
    due: Callable[[str], Hint]
    applied: Callable[[str], Hint]
    day: Callable[[str, bool], date | None]


class Intents:
    """What a person wants, put by the page's widgets and heard by the presenter.

    `counted` tells the number of active applications. `letter_wanted` carries an
    application's id (write one), `letter_chosen` a letter's (open it); both leave this page.
    """

    def __init__(self) -> None:
        self.queried: Channel[Query] = Channel()
        self.counted: Channel[int] = Channel()
        self.selected: Channel[int | None] = Channel()
        self.edited: Channel[Edit] = Channel()
        self.moved: Channel[Move] = Channel()
        self.ended: Channel[End] = Channel()
        self.reopened: Channel[int] = Channel()
        self.noted: Channel[Said] = Channel()
        self.removed: Channel[int] = Channel()
        self.adding: Channel[None] = Channel()
        self.letter_wanted: Channel[int] = Channel()
        self.letter_chosen: Channel[int] = Channel()
