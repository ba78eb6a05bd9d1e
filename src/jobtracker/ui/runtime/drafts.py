"""Keeps what is being typed once a second, so that a killed program loses next to nothing.

There is one keeper for each lane; `drafts_on` finds it.
"""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer

from jobtracker.domain.errors import JobtrackerError, WorkspaceLockedError
from jobtracker.ui.runtime.channel import Channel, is_alive
from jobtracker.ui.runtime.commander import Commander

MOST_MS = 1000
SOON_MS = 200


class Store(Protocol):
    """Where texts are kept by the place they were typed in; an empty one is kept no longer."""

    def all(self) -> dict[str, str]: ...

    def keep(self, texts: Mapping[str, str]) -> None: ...


class NotKeptError(JobtrackerError):
    """What is typed is in its field and nowhere else."""

    def __init__(self, reason: JobtrackerError) -> None:
        super().__init__(
            "What you are typing cannot be kept in case Jobtracker is stopped. It stays in its "
            f"field: save it, or copy it elsewhere. {reason}"
        )


class Drafts(QObject):
    """`known` is what is kept; `left` what was kept when the program ended last, by place.

    `stayed` tells the place of a text that was to be stored and could not be.
    """

    def __init__(self, commander: Commander, store: Store) -> None:
        super().__init__(commander)
        self.known: dict[str, str] = {}
        self.left: Mapping[str, str] = {}
        self.stayed: Channel[str] = Channel()
        self._commander = commander
        self._store = store
        self._read_in = False
        self._told = False
        self._waiting: list[tuple[Callable[[], object], QObject]] = []
        self._storing: set[str] = set()
        self._fresh: dict[str, str] = {}
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flush)
        commander.read(store.all, self._begin, owner=self)

    def when_known(self, then: Callable[[], object], owner: QObject) -> None:
        """Call once what was kept is known, unless `owner` is gone by then."""
        if self._read_in:
            then()
        else:
            self._waiting.append((then, owner))

    def write(self, place: str, text: str) -> None:
        """Keep a text within a second, even of somebody who never rests; forget an empty one."""
        if not text:
            self.forget(place)
            return
        self._storing.discard(place)
        if text != self.text(place):
            self._fresh[place] = text
            if not self._timer.isActive():
                self._timer.start(MOST_MS)

    def forget(self, place: str) -> None:
        """A text is stored for good, or given up."""
        self._storing.discard(place)
        if self.text(place):
            self._fresh[place] = ""
            self._timer.start(SOON_MS)

    def settle(self, place: str) -> None:
        """A text was handed over to be stored: forget it once the lane has done what it is asked
        for, unless something of that failed or it is typed on.
        """
        if self.text(place) and place not in self._storing:
            self._storing.add(place)
            failures = self._commander.failures
            QTimer.singleShot(0, self, lambda: self._ask_whether_stored(place, failures))

    def is_settling(self, place: str) -> bool:
        """Whether the text of a place is just being stored."""
        return place in self._storing

    def text(self, place: str) -> str:
        """What is kept for a place, or is about to be."""
        return self._fresh.get(place, self.known.get(place, ""))

    def everything(self) -> dict[str, str]:
        """Every text that is kept, or is about to be, by its place."""
        return {place: text for place, text in {**self.known, **self._fresh}.items() if text}

    def flush(self) -> None:
        """Keep what is not kept yet, now: it is on the lane before whatever is asked for next."""
        self._timer.stop()
        changed = {
            place: text for place, text in self._fresh.items() if text != self.known.get(place, "")
        }
        self._fresh.clear()
        if changed:
            self.known.update(changed)
            self._save(changed)

    def finish(self) -> None:
        """The window closes and hears no answer any more: what is just being stored is forgotten
        on the lane, behind the work that stores it.
        """
        self.flush()
        stored = dict.fromkeys(self._storing, "")
        failures = self._commander.failures

        def forget() -> None:
            if self._commander.failures == failures:
                self._store.keep(stored)

        if stored:
            self._commander.read(forget, lambda _none: None, failed=lambda _error: None)

    def _begin(self, texts: Mapping[str, str]) -> None:
        self.left = dict(texts)
        self.known = {**texts, **self.known}
        self._read_in = True
        waiting, self._waiting = self._waiting, []
        for then, owner in waiting:
            if is_alive(owner):
                then()

    def _ask_whether_stored(self, place: str, failures: int) -> None:
        def answered(_none: None) -> None:
            if place not in self._storing:
                return
            self._storing.discard(place)
            if self._commander.failures == failures:
                self.forget(place)
            else:
                self.stayed.put(place)

        self._commander.read(lambda: None, answered, owner=self)

    def _save(self, texts: Mapping[str, str]) -> None:
        self._commander.read(
            lambda: self._store.keep(texts),
            lambda _none: self._saved(),
            failed=lambda error: self._not_saved(texts, error),
            owner=self,
        )

    def _saved(self) -> None:
        self._told = False

    def _not_saved(self, texts: Mapping[str, str], error: JobtrackerError) -> None:
        """Try again with the next key; the person hears of it once."""
        for place, text in texts.items():
            if self.known.get(place) == text:
                del self.known[place]
                self._fresh.setdefault(place, text)
        if not self._told and not isinstance(error, WorkspaceLockedError):
            self._told = True
            self._commander.problems.put(NotKeptError(error))


def drafts_on(commander: Commander, store: Store) -> Drafts:
    """The one keeper of this lane, made when it is first asked for."""
    known = commander.findChild(Drafts, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return known or Drafts(commander, store)


def flush_all(commander: Commander) -> None:
    """Keep all that is being typed before what is asked of the lane next: a restore, a lock."""
    known = commander.findChild(Drafts, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if known is not None:
        known.flush()
