"""Reports of problems: the log of this run, what went wrong in earlier ones, and their sheet."""

import os
import platform
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QLocale, QObject, qVersion
from PySide6.QtGui import QGuiApplication

from jobtracker.domain.errors import JobtrackerError
from jobtracker.system import logs, reports
from jobtracker.system.clock import Clock
from jobtracker.system.paths import log_dir
from jobtracker.ui.actions import Action
from jobtracker.ui.features.reports.sheet import ReportSheet
from jobtracker.ui.main_window.window import MainWindow
from jobtracker.ui.runtime.commander import Commander, Offer
from jobtracker.ui.runtime.errors import OurBugError
from jobtracker.ui.theme.theme import Theme

LINES = 200
"""Of the log, in a report."""


def begin() -> reports.Run | None:
    """Start the log of this run, and have its native crashes written down; None where nothing
    can be written: the window works without.
    """
    with suppress(JobtrackerError, OSError):
        logs.start(log_dir())
        return reports.begin(log_dir())
    return None


class Reports(QObject):
    """Offers a report where something went wrong that is a mistake of the program's own."""

    def __init__(
        self, theme: Theme, window: MainWindow, commander: Commander, clock: Clock
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._commander = commander
        self._clock = clock
        self.sheet: ReportSheet | None = None
        commander.problems.subscribe(self._offer, owner=self)

    def action(self) -> Action:
        return Action("report problem", "Report a problem…", "Help", self.open, section=2)

    def open(self) -> None:
        """Show what a report says; copying and saving it are the person's to do."""
        sheet = self.sheet = ReportSheet(self._theme, self._window, self.text())
        sheet.saved.subscribe(lambda _none: self._save(), owner=sheet)
        sheet.closed.subscribe(lambda _none: self._closed(), owner=sheet)
        sheet.open(sheet.copy)

    def text(self) -> str:
        """The report of now."""
        ends = reports.ended_badly(log_dir())
        return reports.text_of(self._facts(), ends, logs.last_lines(log_dir(), LINES))

    def tell_crash(self) -> None:
        """Offer a report where an earlier run crashed, once."""
        news = [end for end in reports.ended_badly(log_dir()) if end.is_news]
        if news:
            reports.told(news)
            self._commander.offers.put(
                Offer("Jobtracker crashed last time. Your saved data is safe.", "Report", self.open)
            )

    def _facts(self) -> Mapping[str, str]:
        from jobtracker.desktop import version

        session = os.environ.get("XDG_SESSION_TYPE", "")
        return {
            "Made": f"{self._clock.now():%Y-%m-%d %H:%M} UTC",
            "Jobtracker": f"{version()}{' (bundle)' if getattr(sys, 'frozen', False) else ''}",
            "Python": platform.python_version(),
            "Qt": f"{qVersion()}, PySide6 {pyside_version}",
            "System": f"{platform.system()} {platform.release()} {platform.machine()}",
            "Display": f"{QGuiApplication.platformName()} {session}".strip(),
            "Language": QLocale.system().name(),
        }

    def _offer(self, error: JobtrackerError) -> None:
        if isinstance(error, OurBugError):
            happened, _, rest = str(error).partition(". ")
            self._window.banner.say(
                "danger", f"{happened}.", rest, "Report…", self.open, dismissible=True
            )

    def _save(self) -> None:
        assert self.sheet is not None
        name = Path.home() / "jobtracker-report.txt"
        from jobtracker.ui.widgets.dialogs import save_file

        save_file(self.sheet, "Save the report", name, ["Text (*.txt)"], self._write)

    def _write(self, path: Path) -> None:
        if self.sheet is None:
            return
        from jobtracker.services.text_files import save_text

        text = self.sheet.text.toPlainText()
        self._commander.read(
            lambda: save_text(path, text),
            lambda made: self._commander.toasts.put(f"Saved as {made.name}"),
            owner=self,
        )

    def _closed(self) -> None:
        """What was shown needs not be told again."""
        reports.forget(reports.ended_badly(log_dir()))
        self.sheet = None
