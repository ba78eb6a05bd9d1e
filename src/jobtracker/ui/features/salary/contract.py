"""What the page asks for and what it is given: the values between page and presenter."""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.ui.runtime.channel import Channel

if TYPE_CHECKING:
    from pathlib import Path

    from jobtracker.domain.errors import JobtrackerError
    from jobtracker.domain.pay import Pay
    from jobtracker.domain.salary_lines import ExploreQuery, SalaryQuery


class Way(Enum):
    """Where Enter leads from a line or a mark."""

    PROFILE = "profile"
    APPLICATION = "application"
    OFFER = "offer"
    EXPLORE = "explore"


class Leading(NamedTuple):
    """What to open: its id, or for EXPLORE the code of an occupation."""

    way: Way
    id: int = 0
    code: str = ""


class RoleChoice(NamedTuple):
    """Whose ranges to show: the person's roles, a profile's or an occupation's."""

    profile_id: int | None = None
    code: str = ""


YOURS = RoleChoice()


class Found(NamedTuple):
    """An answer of a finder: what it stands for, and its words."""

    value: object
    words: str


class Wanted(NamedTuple):
    """Typed into a finder; `then` gets the answers, best first."""

    text: str
    then: Callable[[Sequence[Found]], object]


class TargetTyped(NamedTuple):
    """A new target as it was typed; `refused` hears why it was not stored."""

    text: str
    stored: Callable[[], object]
    refused: "Callable[[JobtrackerError], object]"


class WhatIf(NamedTuple):
    """An offer to try, as far as it is known: a pay, an application or neither."""

    pay: "Pay | None" = None
    application_id: int | None = None
    what_if: bool = False


class Sheet(NamedTuple):
    """Figures to write as CSV."""

    path: "Path"
    headers: Sequence[str]
    rows: Sequence[Sequence[str]]


class Intents:
    """What a person wants, put by the page's widgets.

    The presenter hears `queried` (ranges), `explored` (official figures), `roles_wanted` and
    `areas_wanted` (typed into a finder), `target_typed`, `saved` (figures for a file), `told`
    (words for a toast) and `problem`. Who puts the window together hears what leaves the page:
    `opened`, `offer_wanted` (add an offer, or try one), `compare_wanted` (the ids of offers side
    by side) and `import_wanted` (a salary table).
    """

    def __init__(self) -> None:
        self.queried: Channel[SalaryQuery] = Channel()
        self.explored: Channel[ExploreQuery] = Channel()
        self.roles_wanted: Channel[Wanted] = Channel()
        self.areas_wanted: Channel[Wanted] = Channel()
        self.saved: Channel[Sheet] = Channel()
        self.told: Channel[str] = Channel()
        self.problem: Channel[JobtrackerError] = Channel()
        self.target_typed: Channel[TargetTyped] = Channel()
        self.opened: Channel[Leading] = Channel()
        self.offer_wanted: Channel[WhatIf] = Channel()
        self.compare_wanted: Channel[tuple[int, ...]] = Channel()
        self.import_wanted: Channel[None] = Channel()
