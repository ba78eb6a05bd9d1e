"""What the page asks for and what it is given: the values between page and presenter."""

from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.pay import Pay
from jobtracker.ui.runtime.channel import Channel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from jobtracker.domain.profiles import RelatedRole, RoleProfile


class Related(NamedTuple):
    """A related role of a profile. `id` is its own profile where there is one, else 0;
    `own_pay` what that profile says where it disagrees.
    """

    role: "RelatedRole"
    id: int = 0
    own_pay: Pay | None = None


class Shown(NamedTuple):
    """A profile with all that its view needs."""

    profile: "RoleProfile"
    related: "Sequence[Related]"
    applications: int


class Edited(NamedTuple):
    """A profile as it shall be saved over the one with this id."""

    id: int
    profile: "RoleProfile"


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


def problem_of(error: Exception) -> Problem:
    """The first sentence of a message as the title, the rest as the detail."""
    happened, _, rest = str(error).partition(". ")
    return Problem(f"{happened}." if rest else happened, rest)


class Intents:
    """What a person wants, put by the page's widgets and heard by the presenter.

    `using` carries the id of a profile for which an application is to be chosen.
    """

    def __init__(self) -> None:
        self.selected: Channel[int] = Channel()
        self.pasted: Channel[str] = Channel()
        self.opened: Channel[tuple[Path, ...]] = Channel()
        self.saved: Channel[Edited] = Channel()
        self.removed: Channel[RoleProfile] = Channel()
        self.using: Channel[int] = Channel()
        self.used: Channel[Use] = Channel()
