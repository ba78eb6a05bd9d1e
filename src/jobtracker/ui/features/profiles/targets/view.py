"""A target role in full: what is looked for, for how much, and where it stands."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.ui.features.profiles.lines.view import LineList
from jobtracker.ui.features.profiles.section import EDGE, Section
from jobtracker.ui.features.profiles.targets.contract import TargetRow
from jobtracker.ui.features.profiles.targets.words import (
    application_lines,
    facts,
    pay_words,
    search_lines,
    title_words,
)
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.empty_state import EmptyState
from jobtracker.ui.widgets.heading import Heading
from jobtracker.ui.widgets.range_words import count_words
from jobtracker.ui.widgets.scroll import ScrollPane

EMPTY = (
    "No target role yet",
    "Say what you look for, where and for how much. Salary and offers are held against it.",
    "Add target role",
)
PARTS = (
    ("facts", "What you look for"),
    ("search", "Search words"),
    ("applications", "Open applications that fit"),
)


class TargetView(QWidget):
    """`acted` tells "add", "edit", "delete" or "profile"; `empty` stands here where there is no
    target role yet.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.acted: Channel[str] = Channel()
        self.shown: TargetRow | None = None
        self._heading = Heading(theme, "title", Space.PAGE + EDGE)
        self.delete = Button("Delete", kind="ghost")
        self.edit = Button("Edit", kind="primary")
        self.copy = Button("Copy all", kind="link")
        self.profile = Button("", kind="link")
        self.pane = ScrollPane(Space.PAGE)
        self.empty = EmptyState(*EMPTY)
        self._nothing = QWidget()
        self.lists = {name: LineList(theme, title) for name, title in PARTS}
        self._sections = {name: Section(title, self._room(name)) for name, title in PARTS}
        self._lay_out()
        self.empty.button.clicked.connect(lambda: self.acted.put("add"))
        self.edit.clicked.connect(lambda: self.acted.put("edit"))
        self.delete.clicked.connect(lambda: self.acted.put("delete"))
        self.profile.clicked.connect(lambda: self.acted.put("profile"))
        self.copy.clicked.connect(self._copy)
        self.show_target(None)

    def show_target(self, row: TargetRow | None) -> None:
        """Show a target role; with None what this is for, and the way to the first one."""
        self.shown = row
        for widget in (self.edit, self.delete, self.pane):
            widget.setVisible(row is not None)
        self._nothing.setVisible(row is None)
        if row is None:
            self._heading.say("Target roles", "What you look for, where, and for how much")
            return
        self._heading.say(title_words(row.role), f"Target role, {pay_words(row.role)}")
        for name, lines in (
            ("facts", facts(row)),
            ("search", search_lines(row.role)),
            ("applications", application_lines(row)),
        ):
            self.lists[name].show_lines(lines)
            self._sections[name].setVisible(bool(lines))
            self._sections[name].show_line(shown=name != "facts")
        self._sections["applications"].say(count_words(len(row.applications)))
        self.profile.setText(f"Reference profile: {row.profile}")
        self.profile.setVisible(bool(row.profile))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and self.shown is not None:
            self.acted.put("edit")
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        if self.shown is not None:
            QGuiApplication.clipboard().setText(self.shown.role.search_words)

    def _room(self, name: str) -> QWidget:
        listed = self.lists[name]
        listed.fixed = True
        if name == "applications":
            return listed
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(listed)
        below = QHBoxLayout()
        below.addWidget(self.copy if name == "search" else self.profile)
        below.addStretch(1)
        column.addLayout(below)
        return holder

    def _lay_out(self) -> None:
        self._heading.add(self.delete, self.edit)
        for section in self._sections.values():
            self.pane.column.addWidget(section)
        self.pane.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addSpacing(Space.SMALL)
        column.addWidget(self.pane, 1)
        column.addWidget(self._nothing, 1)
        around = QVBoxLayout(self._nothing)
        around.setContentsMargins(Space.PAGE + EDGE, 0, Space.PAGE + EDGE, Space.PAGE)
        around.addWidget(self.empty)
        around.addStretch(1)
