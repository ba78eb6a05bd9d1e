"""What the page asks for and what it is given: the values between page and presenters."""

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.pay import Pay
from jobtracker.ui.runtime.channel import Channel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from jobtracker.domain.profiles import RelatedRole, RoleProfile, Tick
    from jobtracker.domain.salary_ranges import SalaryRange


class Related(NamedTuple):
    """A related role of a profile. `id` is its own profile where there is one, else 0;
    `own_pay` what that profile says where it disagrees.
    """

    role: "RelatedRole"
    id: int = 0
    own_pay: Pay | None = None


class Official(NamedTuple):
    """What the public figures say of a profile's occupation: a year's pay in the whole country.

    `found` is empty where the profile names its occupation itself, else why this one was taken.
    """

    title: str
    range: "SalaryRange"
    found: str = ""


class Shown(NamedTuple):
    """A profile with all that its view needs."""

    profile: "RoleProfile"
    related: "Sequence[Related]"
    applications: int
    ticks: "Mapping[Tick, str]" = MappingProxyType({})
    official: Official | None = None
    targets: int = 0
    today: date = date.min


class Edited(NamedTuple):
    """A profile as it shall be saved over the one with this id.

    `reworded` is the line that a tick was on and the one it shall be on now, where one was.
    """

    id: int
    profile: "RoleProfile"
    reworded: "tuple[Tick, str] | None" = None


class Ticked(NamedTuple):
    """A line of a profile that the person can show or no longer, and where."""

    profile_id: int
    section: str
    text: str
    shown: bool
    note: str = ""


class Noted(NamedTuple):
    """What the person writes about a profile."""

    profile_id: int
    text: str


class Archived(NamedTuple):
    profile_id: int
    title: str
    archived: bool


class Pair(NamedTuple):
    """Two profiles side by side, by their ids."""

    left: int
    right: int


class Export(NamedTuple):
    """A profile to be written to a file."""

    profile_id: int
    path: "Path"


class OpenApplication(NamedTuple):
    """An application that a profile can be used for; `profile` is the title it has now."""

    id: int
    company: str
    role: str
    profile: str


class Use(NamedTuple):
    """Make a profile the reference role of an application."""

    profile_id: int
    title: str
    application: OpenApplication


class Problem(NamedTuple):
    """What went wrong and what to do, for a banner."""

    title: str
    detail: str


class Run:
    """An import under way: how far it is, and whether it may go on. Told on one thread and looked
    at on another, a plain value at a time.
    """

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self.stopped = False

    def note(self, done: int, total: int) -> bool:
        self.done, self.total = done, total
        return not self.stopped

    def stop(self) -> None:
        self.stopped = True


def problem_of(error: Exception) -> Problem:
    """The first sentence of a message as the title, the rest as the detail."""
    happened, _, rest = str(error).partition(". ")
    return Problem(f"{happened}." if rest else happened, rest)


class Intents:
    """What a person wants, put by the page's widgets and heard by the presenters.

    `using` carries the id of a profile for which an application is to be chosen, `targeting` a
    profile to make a target role of, `writing` one whose sample letter is wanted. What is
    `offered` is shown first, what is `opened` is imported.
    """

    def __init__(self) -> None:
        self.selected: Channel[int] = Channel()
        self.pasted: Channel[str] = Channel()
        self.opened: Channel[tuple[Path, ...]] = Channel()
        self.offered: Channel[tuple[Path, ...]] = Channel()
        self.saved: Channel[Edited] = Channel()
        self.reworded: Channel[Edited] = Channel()
        self.ticked: Channel[Ticked] = Channel()
        self.noted: Channel[Noted] = Channel()
        self.archived: Channel[Archived] = Channel()
        self.removed: Channel[RoleProfile] = Channel()
        self.compared: Channel[Pair] = Channel()
        self.exported: Channel[Export] = Channel()
        self.targeting: Channel[RoleProfile] = Channel()
        self.writing: Channel[int] = Channel()
        self.using: Channel[int] = Channel()
        self.used: Channel[Use] = Channel()
