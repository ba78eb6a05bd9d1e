"""In place of an error box: what is wrong with the file, what is safe, and what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from jobtracker.ui.features.recovery.contract import Copy, Trouble, Way
from jobtracker.ui.runtime.meter import Meter
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.curtain import Curtain
from jobtracker.ui.widgets.labels import ElidedLabel, PlainLabel, line
from jobtracker.ui.widgets.progress_line import ProgressLine
from jobtracker.ui.widgets.start_panel import StartCard

MOST_COPIES = 8
MOST_LINES = 12


class RecoveryPage(Curtain):
    """`show_trouble` comes down with it, or takes another one's place; `rise` ends it."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, "triangle-alert", "")
        self._happened = PlainLabel("", "lead", wrap=True)
        self._safe = PlainLabel("", "lead", wrap=True)
        self._file = ElidedLabel("", "small")
        self._report = PlainLabel("", "small", wrap=True, selectable=True)
        self.banner = Banner(theme)
        self.progress = ProgressLine(theme)
        self._held = QWidget()
        self.ways: list[StartCard] = []
        self.restores: list[Button] = []
        for one in (
            self._happened,
            self._safe,
            self._file,
            self._report,
            self.banner,
            self.progress,
            self._held,
        ):
            self.column.addWidget(one)

    def show_trouble(self, trouble: Trouble) -> None:
        """Say it, offer its ways, and give the keyboard to the best of them."""
        self.name(trouble.title, trouble.icon)
        self._happened.setText(trouble.happened)
        self._safe.setText(trouble.safe)
        self._file.setText(trouble.file)
        self._report.setText(_lines(trouble.lines))
        for one in (self._happened, self._safe, self._file, self._report):
            one.setVisible(bool(one.text()))
        self.banner.hide()
        self.progress.end()
        self._offer(trouble)
        self._take_keyboard()
        words = f"{trouble.title}. {trouble.happened} {trouble.safe}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def work(self, words: str, *, can_stop: bool = True) -> Meter:
        """Show that something is being done; the ways wait until `rest`."""
        self.banner.hide()
        self._held.setEnabled(False)
        meter = self.progress.follow(words, can_stop=can_stop)
        (self.progress.stop if can_stop else self).setFocus(self.returning)
        return meter

    def rest(self, error: str = "") -> None:
        """What was being done has ended; `error` says why it came to nothing."""
        self.progress.end()
        self._held.setEnabled(True)
        if error:
            self.banner.say("danger", error)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, error))
        self._take_keyboard()

    def _offer(self, trouble: Trouble) -> None:
        """The copies first: the quickest way back, one click each."""
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL + Space.HAIR)
        self.restores = []
        if trouble.copies:
            heading = PlainLabel(trouble.copies_title, "section")
            heading.setContentsMargins(0, Space.MEDIUM, 0, 0)
            column.addWidget(heading)
            column.addWidget(self._listed(trouble.copies[:MOST_COPIES]))
            column.addSpacing(Space.SMALL)
        self.ways = [self._card(way) for way in trouble.ways]
        for card in self.ways:
            column.addWidget(card)
        self.column.replaceWidget(self._held, held)
        self._held.hide()
        self._held.deleteLater()
        self._held = held
        held.show()

    def _card(self, way: Way) -> StartCard:
        card = StartCard(self._theme, way.icon, way.title, way.note)
        card.clicked.connect(lambda _checked: way.run())
        return card

    def _listed(self, copies: Sequence[Copy]) -> QWidget:
        """Date, contents, reason, size and the button, a row each."""
        listed = QWidget()
        listed.setAccessibleName("Backups")
        grid = QGridLayout(listed)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.LARGE)
        grid.setVerticalSpacing(Space.TIGHT)
        grid.setColumnStretch(1, 1)
        for number, copy in enumerate(copies):
            button = Button(copy.action, kind="primary" if not number else "")
            said = ", ".join(filter(None, (copy.made, copy.holds, copy.reason)))
            button.setAccessibleName(f"{copy.action} {said}")
            button.clicked.connect(_runner(copy.restore))
            self.restores.append(button)
            at = 2 * number
            grid.addWidget(PlainLabel(copy.made, "body"), at, 0)
            grid.addWidget(PlainLabel(copy.holds, "small", wrap=True), at, 1)
            grid.addWidget(PlainLabel(copy.reason, "small"), at, 2)
            grid.addWidget(PlainLabel(copy.size, "small"), at, 3, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(button, at, 4)
            grid.addWidget(line(), at + 1, 0, 1, 5)
        return listed

    def _take_keyboard(self) -> None:
        first = next(iter((*self.restores, *self.ways)), None)
        goal = first if first is not None else self
        if self.is_down:
            goal.setFocus(self.returning)
        else:
            self.fall(goal)


def _runner(run: Callable[[], object]) -> Callable[[], object]:
    """One that takes no argument, whatever a click says of itself."""

    def clicked() -> None:
        run()

    return clicked


def _lines(lines: Sequence[str]) -> str:
    shown = [f"• {one}" for one in lines[:MOST_LINES]]
    if len(lines) > MOST_LINES:
        shown.append(f"… and {len(lines) - MOST_LINES} more.")
    return "\n".join(shown)
