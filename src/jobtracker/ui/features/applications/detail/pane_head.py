"""The head of an application: who, how far, what next; and what to know of the company."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from jobtracker.domain.companies import memory_words
from jobtracker.domain.facts import fact_name
from jobtracker.ui.features.applications import words
from jobtracker.ui.features.applications.contract import Intents
from jobtracker.ui.features.applications.detail.inline import InlineEdit
from jobtracker.ui.features.applications.detail.next_action import NextAction
from jobtracker.ui.features.applications.detail.tile import Tile
from jobtracker.ui.features.applications.stage_menu import StageMenu
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import SECTION, SMALL, Size, Space
from jobtracker.ui.widgets import days
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.buttons import Button, MenuButton, PressButton
from jobtracker.ui.widgets.hints import Readers
from jobtracker.ui.widgets.labels import ICON_BESIDE_TEXT, ElidedLabel, PlainLabel, plain_tip
from jobtracker.ui.widgets.row_delegate import draw_text

if TYPE_CHECKING:
    from jobtracker.domain.applications import Application, ApplicationView

LINK_EDGE = 3
WRITE, LOG = "Write letter", "Log activity"


class PaneHead(QWidget):
    """`company`, `letter` and `log` are its buttons; the stage opens its menu by itself."""

    def __init__(self, theme: Theme, intents: Intents, readers: Readers) -> None:
        super().__init__()
        self._theme = theme
        self._record: Application | None = None
        self.tile = Tile(theme)
        self.title = InlineEdit(theme, "Role", SECTION, placeholder="Role", flush=True)
        self.title.setProperty("field", "role")
        self.company = CompanyLink(theme)
        self.subtitle = ElidedLabel("", "small")
        self.stage = MenuButton(theme, "Stage")
        self.stage.setIconSize(ICON_BESIDE_TEXT)
        self.stage_menu = StageMenu(theme, intents)
        self.stage_menu.setParent(self.stage, self.stage_menu.windowFlags())
        self.letter = Button(WRITE, icon=theme.icon("file-pen-line"))
        self.log = Button(LOG)
        for button in (self.stage, self.letter, self.log):
            button.setMinimumWidth(1)
        self.standing = PlainLabel("", "small", wrap=True)
        self.memory = PlainLabel("", "small", wrap=True)
        self.avoid = Banner(theme)
        self.next_action = NextAction(theme, readers.due)
        self._lay_out()
        self.stage.clicked.connect(self.open_stages)
        theme.changed.subscribe(lambda _tokens: self._paint_standing(), owner=self)

    def show_application(self, view: "ApplicationView", today: date) -> None:
        """Show what is stored; of the application shown already typing is left alone."""
        record = view.record
        if self._record is None or record.id != self._record.id:
            self.title.setModified(False)
        self._record = record
        self.tile.show_letters(words.initials(record.company))
        self.title.set_value(record.role)
        self.company.setText(record.company)
        mode = fact_name(record.work_mode) if record.work_mode else ""
        place = words.place_words(record.location, mode)
        self.subtitle.setText(f"\u00b7  {place}" if place else "")
        self._show_standing(view, today)
        self._show_company(view)
        self.next_action.show_action(record, today)
        self.next_action.setVisible(record.outcome is None or bool(record.next_action))

    def restore_title(self) -> None:
        """Go back to the stored role: an empty one cannot be kept in its field."""
        if self._record is not None:
            self.title.set_value(self._record.role)
            self.title.restore()

    def edit_next_date(self) -> None:
        """Put the keyboard on the date of the next action."""
        self.next_action.show()
        self.next_action.day.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.next_action.day.selectAll()

    def open_stages(self) -> None:
        if self._record is None:
            return
        self.stage_menu.fill(self._record.id, self._record.stage, self._record.outcome)
        below = self.stage.rect().bottomLeft() + QPoint(0, Space.HAIR)
        self.stage_menu.popup(self.stage.mapToGlobal(below))

    def set_full(self, full: bool) -> None:
        """On the full page the buttons stand beside the title."""
        directions = QBoxLayout.Direction
        self._top.setDirection(directions.LeftToRight if full else directions.TopToBottom)

    def _show_standing(self, view: "ApplicationView", today: date) -> None:
        record = view.record
        name = words.standing_name((record.outcome or record.stage).value)
        self.stage.setText(name)
        self.stage.setAccessibleName(f"Stage: {name}")
        self._paint_standing()
        self._fit_buttons()
        said = standing_sentence(view, today)
        self.standing.setText(said)
        self.standing.setVisible(bool(said))
        quiet = view.silence is not None and view.silence.is_quiet and record.outcome is None
        self.standing.set_role("warn" if quiet else "small")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_buttons()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        """Where the buttons do not fit side by side they say less; their names stay whole."""
        for button in (self.stage, self.letter, self.log):
            button.ensurePolished()
        for long in (True, False):
            self.letter.setText(WRITE if long else "Letter")
            self.log.setText(LOG if long else "Log")
            wide = sum(one.sizeHint().width() for one in (self.stage, self.letter, self.log))
            if wide + 2 * Space.SNUG <= self.width() - 2 * Space.PANE:
                return

    def _show_company(self, view: "ApplicationView") -> None:
        company = view.company
        memory = memory_words(view.memory) if view.memory.applications > 1 else ""
        self.memory.setText(f"{company.name}: {memory[:1].lower()}{memory[1:]}" if memory else "")
        self.memory.setVisible(bool(memory))
        if company.avoid:
            self.avoid.say("warn", f"You want to avoid {company.name}", company.avoid_reason)
        else:
            self.avoid.hide()

    def _paint_standing(self) -> None:
        if self._record is not None:
            standing = self._record.outcome or self._record.stage
            self.stage.setIcon(self._theme.glyph_icon(standing.value))

    def _lay_out(self) -> None:
        self._top = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._top.setSpacing(Space.SMALL + 2)
        self._top.addLayout(self._who(), 1)
        self._top.addLayout(self._actions())
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        column.setSpacing(Space.SMALL)
        column.addLayout(self._top)
        for widget in (self.avoid, self.standing, self.memory, self.next_action):
            column.addWidget(widget)

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.SNUG)
        for widget in (self.stage, self.letter, self.log):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _who(self) -> QHBoxLayout:
        place = QHBoxLayout()
        place.setSpacing(0)
        place.addWidget(self.company)
        place.addWidget(self.subtitle, 1)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addLayout(place)
        row = QHBoxLayout()
        row.setSpacing(Space.MEDIUM)
        row.addWidget(self.tile, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(names, 1)
        return row


class CompanyLink(PressButton):
    """The company's name, which opens its sheet; it gives way where it is long."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._name = ""
        self.setProperty("k", "link")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Kept apart from the button's own text, which could not be elided."""
        self._name = text
        self.setAccessibleName(f"Company: {text}")
        self.setToolTip(plain_tip(f"{text}: names, notes, other applications"))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._name

    def sizeHint(self) -> QSize:
        width = self._theme.metrics(SMALL).horizontalAdvance(self._name) + 2 * LINK_EDGE
        return QSize(width, self._theme.px(Size.TARGET))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(Size.TARGET), self._theme.px(Size.TARGET))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(colours.focus, self._theme.ring))
            ring = self.rect().adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, Size.RADIUS_MARK, Size.RADIUS_MARK)
        inset = LINK_EDGE if self.hasFocus() else 0
        place = QRect(self.rect()).adjusted(inset, 0, 0, 0)
        colour = colours.accent_text if self.underMouse() or self.hasFocus() else colours.text2
        wide = draw_text(painter, self._theme, place, self._name, SMALL, colour)
        if self.underMouse():
            under = self.rect().center().y() + self._theme.px(SMALL.px) // 2 + 1
            painter.drawLine(inset, under, inset + wide, under)
        painter.end()


def standing_sentence(view: "ApplicationView", today: date) -> str:
    """How far a closed one got, that it rests, or for how long nobody has answered."""
    record = view.record
    parts = []
    if record.archived:
        parts.append("Archived")
    if record.outcome is not None and record.closed_on is not None:
        reached = words.standing_name(record.stage.value)
        parts.append(f"Reached {reached}, closed {days.day_within(record.closed_on, today)}")
    elif record.on_hold:
        parts.append("On hold")
    elif view.silence is not None and view.silence.is_quiet:
        quiet = view.silence.days
        since = days.day_within(view.silence.since, today)
        parts.append(f"Quiet {quiet} day{'' if quiet == 1 else 's'}, since {since}")
    return ". ".join(parts)
