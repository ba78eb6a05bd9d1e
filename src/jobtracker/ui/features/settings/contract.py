"""What the settings page shows and what a person asks of it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from jobtracker.ui.runtime.channel import Channel

if TYPE_CHECKING:
    from jobtracker.domain.my_profile import MyProfile


class Section(NamedTuple):
    """One part of the page; its content is made when it is first looked at."""

    id: str
    title: str
    icon: str
    build: Callable[[], QWidget]


class Copy(NamedTuple):
    """A backup: when it was made and why, in words, and its size: "4.2 MB"."""

    made: str
    reason: str
    size: str


class Keeping(NamedTuple):
    """Where the search lies, where its backups do, and which there are, newest first."""

    file: str
    folder: str
    copies: tuple[Copy, ...] = ()


class Intents:
    """`waiting_days` by stage, `weekly_goal` and `me`, as changed; `backup` now; `opened` when a
    section that shows what others may have changed is looked at.
    """

    def __init__(self) -> None:
        self.waiting_days: Channel[Mapping[str, int]] = Channel()
        self.weekly_goal: Channel[int] = Channel()
        self.me: Channel[MyProfile] = Channel()
        self.backup: Channel[None] = Channel()
        self.opened: Channel[str] = Channel()
