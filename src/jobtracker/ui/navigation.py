"""Where a person is in the window: its pages, the places visited, back and forward."""

from typing import NamedTuple

from jobtracker.ui.runtime.channel import Channel


class PageEntry(NamedTuple):
    """A page as the sidebar and the Go menu show it."""

    id: str
    title: str
    icon: str
    shortcut: str


PAGES = (
    PageEntry("today", "Today", "sun", "Ctrl+1"),
    PageEntry("applications", "Applications", "briefcase", "Ctrl+2"),
    PageEntry("letters", "Letters", "file-pen-line", "Ctrl+3"),
    PageEntry("salary", "Salary", "circle-dollar-sign", "Ctrl+4"),
    PageEntry("profiles", "Roles and profiles", "book-user", "Ctrl+6"),
    PageEntry("settings", "Settings", "settings", "Ctrl+,"),
)
FOOT = ("settings",)
"""Which of them stand at the foot of the sidebar."""


class Place(NamedTuple):
    """A page, and the id of one thing on it or None."""

    page: str
    item: int | None = None


class Navigator:
    """Remembers the places visited; whoever shows pages listens to `moved`."""

    def __init__(self) -> None:
        self.moved: Channel[Place] = Channel()
        self._visited: list[Place] = []
        self._at = -1

    @property
    def here(self) -> Place | None:
        return self._visited[self._at] if self._visited else None

    def go(self, page: str, item: int | None = None) -> None:
        """Go to a page, or to one thing on it."""
        place = Place(page, item)
        if place != self.here:
            del self._visited[self._at + 1 :]
            self._visited.append(place)
            self._at = len(self._visited) - 1
        self.moved.put(place)

    def note(self, item: int) -> None:
        """Remember the thing a person selected on this page, without moving."""
        here = self.here
        if here is not None and here.item != item:
            self._visited[self._at] = Place(here.page, item)

    def back(self) -> None:
        self._step(-1)

    def forward(self) -> None:
        self._step(1)

    def _step(self, step: int) -> None:
        if 0 <= self._at + step < len(self._visited):
            self._at += step
            self.moved.put(self._visited[self._at])
