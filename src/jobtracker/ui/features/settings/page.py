"""Settings: a page, not a dialog. The sections at the left, one of them at the right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jobtracker.ui.features.settings.contract import Section
from jobtracker.ui.features.settings.rows import SectionPane
from jobtracker.ui.features.settings.section_row import SectionRow
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.labels import line
from jobtracker.ui.widgets.page import Page

WIDTH = 208
EDGE = 10
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SettingsPage(Page):
    """Knows no section: all `sections` come from whoever knows them, in the order given."""

    def __init__(self, theme: Theme, sections: Sequence[Section]) -> None:
        super().__init__("Settings")
        self._theme = theme
        self._sections = {section.id: section for section in sections}
        self._built: dict[str, QWidget] = {}
        self._rows: dict[str, SectionRow] = {}
        self._stack = QStackedWidget()
        self._lay_out()
        self.open_section(sections[0].id)

    def open_section(self, section: str) -> None:
        """Show a section by its id; an unknown one is a KeyError."""
        wanted = self._sections[section]
        for key, row in self._rows.items():
            row.set_open(key == section)
        if section not in self._built:
            made = self._built[section] = wanted.build()
            self._stack.addWidget(made)
        shown = self._built[section]
        self._stack.setCurrentWidget(shown)
        if isinstance(shown, SectionPane):
            shown.opened.put(None)

    def arrive(self) -> None:
        self._focus_row()

    def regions(self) -> list[QWidget]:
        shown = self._built[self._open_row().section.id]
        first = next((one for one in shown.findChildren(QWidget) if _takes_focus(one)), None)
        return [self._open_row(), *([first] if first is not None else [])]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk through the sections, and each is shown at once."""
        step = STEPS.get(Qt.Key(event.key()), 0)
        if not step or not self._open_row().hasFocus():
            super().keyPressEvent(event)
            return
        keys = list(self._rows)
        at = keys.index(self._open_row().section.id)
        self.open_section(keys[(at + step) % len(keys)])
        self._focus_row()

    def _open_row(self) -> SectionRow:
        return next(row for row in self._rows.values() if row.isChecked())

    def _focus_row(self) -> None:
        self._open_row().setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        side = QWidget()
        side.setProperty("s", "sunken")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme.fit(side.setFixedWidth, WIDTH)
        self.column.removeWidget(self.header)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, Space.LARGE)
        column.setSpacing(0)
        column.addWidget(self.header)
        rows = QVBoxLayout()
        rows.setContentsMargins(EDGE, 0, EDGE, 0)
        rows.setSpacing(Space.HAIR)
        for section in self._sections.values():
            row = self._rows[section.id] = SectionRow(self._theme, section)
            row.clicked.connect(_opener(self.open_section, section.id))
            rows.addWidget(row)
        column.addLayout(rows)
        column.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(side)
        across.addWidget(line(vertical=True))
        across.addWidget(self._stack, 1)
        self.column.addLayout(across, 1)


def _opener(open_section: Callable[[str], None], section: str) -> Callable[[], None]:
    return lambda: open_section(section)


def _takes_focus(widget: QWidget) -> bool:
    wants = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(wants) and widget.isEnabled()
