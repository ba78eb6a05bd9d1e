"""Copies that another computer wrote, beside the search: compared, opened, taken over from."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jobtracker.domain.errors import JobtrackerError
from jobtracker.domain.text import quoted
from jobtracker.system.clock import Clock
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.desktop.opening import Opening
    from jobtracker.services.conflicts import ConflictCopy, Conflicts
    from jobtracker.storage.backups.facts import Some
    from jobtracker.ui.features.recovery.copies_sheet import CopiesSheet, Difference, ShownCopy
    from jobtracker.ui.main_window.window import MainWindow

LONGEST = 40
"""Characters of a copy's name in the title of a sheet."""
ALIKE = "No application differs from your search."


class Comparing(QObject):
    """`open` reads the copies and shows them; `take_over` shows what one would do in the search's
    place, under the name it is given. `taken` tells the copy that was taken over from.
    """

    def __init__(
        self,
        theme: Theme,
        window: "MainWindow",
        commander: Commander,
        opening: "Opening",
        clock: Clock,
        take_over: Callable[[Path, str, Callable[[], object]], object],
    ) -> None:
        super().__init__(window)
        self.taken: Channel[Path] = Channel()
        self.sheet: CopiesSheet | None = None
        self._theme = theme
        self._window = window
        self._commander = commander
        self._opening = opening
        self._clock = clock
        self._take_over = take_over

    def open(self, copies: tuple[Path, ...]) -> None:
        """Compare them with the search as it is now."""
        from jobtracker.services import conflicts

        path = self._opening.path
        self._commander.read(
            lambda: conflicts.compared(path, copies),
            self._show,
            question="copies compared",
            owner=self,
        )

    def _show(self, found: "Conflicts") -> None:
        from jobtracker.ui.features.recovery.copies_sheet import CopiesSheet

        if self.sheet is not None:
            return
        today = self._clock.today()
        shown = [_shown(copy, found.changed, today) for copy in found.copies]
        sheet = self.sheet = CopiesSheet(self._theme, self._window, _here(found, today), shown)
        sheet.opened.subscribe(self._open_apart, owner=sheet)
        sheet.taken.subscribe(self._take, owner=sheet)
        sheet.shown.subscribe(_show_folder, owner=sheet)
        sheet.closed.subscribe(lambda _none: self._closed(), owner=sheet)
        sheet.open(sheet.first)

    def _open_apart(self, copy: Path) -> None:
        from jobtracker.ui.widgets import outside

        try:
            outside.open_window(copy)
        except JobtrackerError as error:
            self._commander.problems.put(error)

    def _take(self, copy: Path) -> None:
        """What it would change is shown before it is done, and the present file kept aside."""
        assert self.sheet is not None, "it was chosen there"
        self.sheet.close()
        self._take_over(copy, quoted(copy.stem, LONGEST), lambda: self.taken.put(copy))

    def _closed(self) -> None:
        self.sheet = None


def _show_folder(copy: Path) -> None:
    from jobtracker.ui.widgets import outside

    outside.show_folder(copy.parent)


def _here(found: "Conflicts", today: date) -> str:
    """What the search holds, to be compared with."""
    from jobtracker.ui.features.settings.backup_words import long_counts

    changed = f", last changed {_moment(found.changed, today)}" if found.changed else ""
    return f"Your search: {long_counts(found.counts)}{changed}."


def _shown(copy: "ConflictCopy", ours: datetime | None, today: date) -> "ShownCopy":
    from jobtracker.ui.features.recovery.copies_sheet import ShownCopy
    from jobtracker.ui.features.settings.backup_words import long_counts, size_words

    if copy.held is None:
        size = (f"{size_words(copy.size)}.",) if copy.size else ()
        return ShownCopy(copy.path, size, trouble=copy.trouble)
    about = (
        f"{_age(copy.changed, ours, today)}, {size_words(copy.size)}.",
        f"{long_counts(copy.held.counts)}.",
    )
    kinds = copy.held.differences
    found = (
        _difference(kinds.back, "only in this copy"),
        _difference(kinds.away, "only in your search"),
        _difference(kinds.changed, "in both and not the same"),
    )
    differences = tuple(one for one in found if one is not None)
    return ShownCopy(copy.path, about if differences else (*about, ALIKE), differences)


def _difference(some: "Some", where: str) -> "Difference | None":
    from jobtracker.ui.features.recovery.copies_sheet import Difference
    from jobtracker.ui.features.settings.backup_words import more_words

    if not some.total:
        return None
    applications = "application is" if some.total == 1 else "applications are"
    return Difference(f"{some.total:,} {applications} {where}", some.names, more_words(some))


def _age(theirs: datetime | None, ours: datetime | None, today: date) -> str:
    """Which was changed last: "Newer than your search: last changed Fri 20 Nov 18:40"."""
    if theirs is None:
        return "Nothing was ever changed in it"
    last = f"last changed {_moment(theirs, today)}"
    if ours is None or theirs > ours:
        return f"Newer than your search: {last}"
    return f"Older than your search: {last}" if theirs < ours else f"As new as your search: {last}"


def _moment(at: datetime, today: date) -> str:
    from jobtracker.ui.features.settings.backup_words import day_words

    return f"{day_words(at, today)} {at.astimezone():%H:%M}"
