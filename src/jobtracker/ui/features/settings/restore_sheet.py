"""Before a restore: what is in the backup, what would change, and then how far it is."""

from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from jobtracker.domain.errors import JobtrackerError
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.scroll import ScrollPane
from jobtracker.ui.widgets.sheet import Sheet

SIZE = (640, 460)
LOOK_MS = 100
KEPT = (
    "The present state is backed up first and its file is kept. Ctrl+Z does not reach back over a "
    "restore: the backup “Before a restore” is the way back. What you are typing stays."
)
ALIKE = "No application differs from now"
ONLY_REST = "All else, such as letters and settings, would be as it was then."


class Group(NamedTuple):
    """What a restore does the same to: "3 applications would come back", and their names."""

    title: str
    names: tuple[str, ...]
    more: str


class Offered(NamedTuple):
    """A restore in words."""

    title: str
    holds: str
    groups: tuple[Group, ...]


class Run:
    """How far a restore is; written by the thread that does it."""

    def __init__(self) -> None:
        self.done, self.total, self.stopped = 0, 0, False

    def hear(self, done: int, total: int) -> bool:
        self.done, self.total = done, total
        return not self.stopped


class RestoreSheet(Sheet):
    """`confirmed` asks for it, with the run to report to. It stays until `close`. Where nothing
    would come of it, Cancel is the `default`.
    """

    def __init__(self, theme: Theme, opener: QWidget, offered: Offered) -> None:
        super().__init__(theme, opener, offered.title, SIZE)
        self.confirmed: Channel[Run] = Channel()
        self._run = Run()
        self.problem = Banner(theme)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Restored")
        self.stop = Button("Stop")
        self.go = Button("Restore", kind="primary" if offered.groups else "")
        self.cancel = Button("Cancel", kind="" if offered.groups else "primary")
        self.go.setAccessibleDescription(f"{offered.holds}. {KEPT}")
        self.default = self.go if offered.groups else self.cancel
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._show_progress)
        self.stop.clicked.connect(self._stop)
        self.go.clicked.connect(self._confirm)
        self._fill(offered)

    def refuse(self, error: JobtrackerError) -> None:
        """Say why it was not done; everything is as it was."""
        self._rest()
        self.problem.say("danger", str(error))
        self.go.setFocus()

    def stopped(self) -> None:
        """It was stopped in time; everything is as it was."""
        self._rest()
        self.problem.say("warn", "Stopped. Nothing was changed.")
        self.go.setFocus()

    def close(self) -> bool:
        self._run.stopped = True
        return super().close()

    def done(self) -> None:
        """It is restored: go away."""
        self._look.stop()
        super().close()

    def _confirm(self) -> None:
        self._run = Run()
        self.problem.hide()
        self.go.setEnabled(False)
        self.progress.setRange(0, 0)
        for widget in (self.progress, self.stop):
            widget.show()
        self.stop.setFocus()
        self._look.start()
        self.confirmed.put(self._run)

    def _stop(self) -> None:
        self._run.stopped = True

    def _show_progress(self) -> None:
        thousandths = 1000 * self._run.done // max(self._run.total, 1)
        self.progress.setRange(0, 1000 if self._run.total else 0)
        self.progress.setValue(thousandths)

    def _rest(self) -> None:
        self._look.stop()
        self.go.setEnabled(True)
        for widget in (self.progress, self.stop):
            widget.hide()

    def _fill(self, offered: Offered) -> None:
        inside = ScrollPane(margin=0)
        inside.setAccessibleName("What would change")
        inside.column.setSpacing(Space.TIGHT)
        if not offered.groups:
            inside.column.addWidget(PlainLabel(ALIKE, "strong"))
            inside.column.addWidget(PlainLabel(ONLY_REST, "small", wrap=True))
        for group in offered.groups:
            title = PlainLabel(group.title, "strong")
            inside.column.addWidget(title)
            for name in (*group.names, *([group.more] if group.more else [])):
                inside.column.addWidget(PlainLabel(name, "small", wrap=True))
            inside.column.addSpacing(Space.SMALL)
        inside.column.addStretch(1)
        self.body.setSpacing(Space.MEDIUM)
        self.body.addWidget(self.problem)
        self.body.addWidget(PlainLabel(offered.holds, wrap=True))
        self.body.addWidget(inside, 1)
        self.body.addWidget(PlainLabel(KEPT, "small", wrap=True))
        self.body.addWidget(self.progress)
        self.cancel.clicked.connect(self.close)
        self.footer.addWidget(self.stop)
        self.footer.addStretch(1)
        self.footer.addWidget(self.cancel)
        self.footer.addWidget(self.go)
        for widget in (self.progress, self.stop):
            widget.hide()
