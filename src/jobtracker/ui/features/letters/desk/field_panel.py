"""The fields of a letter below its text: missing ones first, then where each value is from."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStyle,
    QStyleOptionFrame,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from jobtracker.domain.letter_fields import LetterField
from jobtracker.domain.letters import FieldName
from jobtracker.ui.features.letters.words import HINTS, SOURCES
from jobtracker.ui.features.letters.writing.keys import is_for_letter
from jobtracker.ui.features.letters.writing.spelling import WrongValue
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space, Tokens
from jobtracker.ui.widgets.buttons import native
from jobtracker.ui.widgets.fields import CommitLineEdit
from jobtracker.ui.widgets.labels import ElidedLabel, PlainLabel

LABEL_WIDTH, LABEL_SHARE = 132, 0.28
"""The most in px that a label takes, and as a share of the panel where that is less."""
LOWEST, SHARE = 150, 0.26
"""The height in px, and as a share of the desk where that is more."""
RETURNING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
INSET = 2
"""Px that Qt leaves beside the text of a line edit."""
OPTIONAL = "Left out while empty"


class FieldRow:
    """One field: its label, its value as an input, and where the value comes from."""

    def __init__(self, panel: "FieldPanel", field: LetterField, *, open_: bool) -> None:
        self.name = field.name
        self.label = ElidedLabel(field.label, "body" if open_ else "label")
        self.input = _Value(panel, field)
        if not open_:
            self.input.setProperty("k", "quiet")
        self.source = PlainLabel("", "cap")
        self.source.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.label.setBuddy(self.input)

    def show_field(self, field: LetterField, *, optional: bool) -> None:
        """Take the value over, unless it is just being typed here."""
        if not self.input.hasFocus() and self.input.text() != field.value:
            self.input.set_value(field.value)
            self.input.setCursorPosition(0)
        words = HINTS.get(field.name, field.label)
        self.input.setPlaceholderText(OPTIONAL if optional else words)
        source = SOURCES.get(field.source, "")
        self.source.setText(source)
        state = "missing" if field.missing and not optional else source or OPTIONAL
        self.input.setAccessibleDescription(state)


class FieldPanel(QWidget):
    """`typed` tells a field's name and what stands in its input now; `left` that a value was
    committed or the focus went. `entered` tells the field that Enter was pressed in, `escaped`
    the one that Esc was.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.typed: Channel[tuple[FieldName, str]] = Channel()
        self.left: Channel[None] = Channel()
        self.entered: Channel[FieldName] = Channel()
        self.escaped: Channel[FieldName] = Channel()
        self._theme = theme
        self._rows: dict[FieldName, FieldRow] = {}
        self._order: tuple[tuple[FieldName, bool], ...] = ()
        self._fields: tuple[LetterField, ...] = ()
        self._missing: tuple[FieldName, ...] = ()
        self._warning = PlainLabel("", "warn")
        self._icon = QLabel()
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._area = QScrollArea()
        self._lay_out()
        theme.changed.subscribe(self._recolour, owner=self)

    @property
    def missing(self) -> tuple[FieldName, ...]:
        return self._missing

    def show_fields(
        self, fields: tuple[LetterField, ...], missing: tuple[FieldName, ...], *, fresh: bool
    ) -> None:
        """Show the fields; `missing` are those that leave a gap. Rows stay where they are
        while somebody types in them, unless this is a `fresh` letter.
        """
        self._fields, self._missing = fields, missing
        self._say_missing()
        order = self._wanted_order()
        asked = {name for name, _ in order} != {name for name, _ in self._order}
        if fresh or asked or (order != self._order and not self.holds_focus()):
            self._arrange(order)
        optional = self._optional()
        for field in fields:
            self._rows[field.name].show_field(field, optional=field.name in optional)

    def focus_field(self, name: FieldName) -> bool:
        """Put the focus into a field's input; False where the letter has no such field."""
        row = self._rows.get(name)
        if row is None:
            return False
        row.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
        row.input.selectAll()
        return True

    def reveal(self, value: QWidget) -> None:
        """Scroll to an input, however it got the focus."""
        self._area.ensureWidgetVisible(value, 0, Space.LARGE)

    def fit(self, height: int) -> None:
        """Take a share of a desk of this height."""
        self.setFixedHeight(max(self._theme.px(LOWEST), round(height * SHARE)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """A value has more room than its label, whatever the width."""
        wide = min(self._theme.px(LABEL_WIDTH - Space.SMALL), round(self.width() * LABEL_SHARE))
        self._grid.setColumnMinimumWidth(0, wide)
        for row in self._rows.values():
            row.label.setMaximumWidth(wide)

    def inputs(self) -> list["_Value"]:
        """The inputs from top to bottom."""
        return [self._rows[name].input for name, _ in self._order]

    def focused(self) -> FieldName:
        """The field whose input has the focus, or nothing."""
        return next((name for name, row in self._rows.items() if row.input.hasFocus()), "")

    def place(self) -> tuple[FieldName, int]:
        """The field with the focus, or "", and where its selection begins or its cursor is."""
        name = self.focused()
        value = self._rows[name].input if name else None
        if value is None:
            return name, 0
        return name, value.selectionStart() if value.hasSelectedText() else value.cursorPosition()

    def select_word(self, wrong: WrongValue) -> None:
        """Go to a misspelt word."""
        if self.focus_field(wrong.field):
            word = wrong.word
            self._rows[wrong.field].input.setSelection(word.start, word.end - word.start)

    def holds_focus(self) -> bool:
        return bool(self.focused())

    def rearrange(self) -> None:
        """Once nobody types here, missing fields go first again."""
        order = self._wanted_order()
        if order != self._order and not self.holds_focus():
            self.show_fields(self._fields, self._missing, fresh=True)

    def _wanted_order(self) -> tuple[tuple[FieldName, bool], ...]:
        """Every field, with True where it is an open question."""
        gaps = [(name, True) for name in self._missing]
        filled = [(f.name, False) for f in self._fields if not f.missing]
        empty = [(name, False) for name in self._optional()]
        return (*gaps, *filled, *empty)

    def _optional(self) -> Sequence[FieldName]:
        """Fields without a value that leave no gap: their section is not shown."""
        return [f.name for f in self._fields if f.missing and f.name not in self._missing]

    def _arrange(self, order: tuple[tuple[FieldName, bool], ...]) -> None:
        focused = self.focused()
        by_name = {field.name: field for field in self._fields}
        for row in self._rows.values():
            for widget in (row.label, row.input, row.source):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._order = order
        self._rows = {name: FieldRow(self, by_name[name], open_=open_) for name, open_ in order}
        for place, (name, open_) in enumerate(order):
            row = self._rows[name]
            self._grid.addWidget(row.label, place, 0)
            self._grid.addWidget(row.input, place, 1, 1, 2 if open_ else 1)
            self._grid.addWidget(row.source, place, 2)
            row.source.setVisible(not open_)
        self._give_room()
        if focused:
            self.focus_field(focused)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """F6 comes here and goes on to the first field; a focus proxy would split Tab's ring."""
        super().focusInEvent(event)
        for name, _ in self._order[:1]:
            self._rows[name].input.setFocus(event.reason())

    def _say_missing(self) -> None:
        count = len(self._missing)
        self._warning.setText(f"{count} missing" if count else "Nothing missing")
        self._warning.set_role("warn" if count else "ok")
        self._recolour(self._theme.tokens)

    def _recolour(self, _tokens: Tokens) -> None:
        name, colour = ("triangle-alert", "warn") if self._missing else ("circle-check", "ok")
        self._icon.setPixmap(self._theme.pixmap(name, colour, 14, self.devicePixelRatio()))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Space.PANE, Space.MEDIUM, Space.PANE, Space.SMALL)
        head.setSpacing(Space.SNUG)
        head.addWidget(PlainLabel("Fields", "strong"))
        head.addSpacing(Space.SMALL)
        head.addWidget(self._icon)
        head.addWidget(self._warning, 1)
        head.addWidget(PlainLabel(f"{native('F8')} next missing", "cap"))
        self._inside.setProperty("s", "scrolled")
        self._grid.setContentsMargins(Space.PANE, 0, Space.PANE, Space.MEDIUM)
        self._grid.setHorizontalSpacing(Space.SMALL)
        self._grid.setVerticalSpacing(Space.TIGHT)
        self._grid.setColumnStretch(1, 1)
        self._area.setWidget(self._inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName("Fields")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area, 1)


class _Value(CommitLineEdit):
    """Tells what is typed at once, so that every use of the field follows."""

    def __init__(self, panel: FieldPanel, field: LetterField) -> None:
        super().__init__(field.label)
        self._panel = panel
        self._name = field.name
        self.set_value(field.value)
        self.setCursorPosition(0)
        self.textChanged.connect(self._explain)
        self._explain(field.value)
        self.textEdited.connect(lambda text: panel.typed.put((self._name, text)))
        self.committed.subscribe(lambda text: panel.typed.put((self._name, text)), owner=self)

    def restore(self) -> None:
        """Esc takes back what was typed, here and in the letter."""
        typed = self.isModified()
        super().restore()
        if typed:
            self._panel.typed.put((self._name, self.text()))

    @property
    def shown(self) -> str:
        """What can be read of the value: where it is not being typed, an ellipsis for the rest."""
        room = self._text_rect().width()
        if self.hasFocus():
            return self.text()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        words = self.shown
        if words == self.text():
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        painter.drawText(self._text_rect(), side | Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _text_rect(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return inside.adjusted(INSET, 0, -INSET, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc lead away from here: a value is typed on the way through the text."""
        if event.key() in ENTER:
            self.commit()
            self._panel.entered.put(self._name)
        elif event.key() == Qt.Key.Key_Escape:
            self.restore()
            self._panel.escaped.put(self._name)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if is_for_letter(event):
            event.ignore()
            return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._panel.reveal(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A value too long for its input shows how it begins; its cursor waits only for a menu
        to close or the window to come back.
        """
        super().focusOutEvent(event)
        if event.reason() not in RETURNING:
            self.setCursorPosition(0)
        self._panel.left.put(None)

    def _explain(self, value: str) -> None:
        """Show the whole value as a tool tip, never as the markup that it might look like."""
        self.setToolTip(f"<span>{escape(value)}</span>" if value else "")
