"""The posting against the role and me: a row a skill, what each says, and "I have this"."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jobtracker.domain.skill_match import MISSING, SkillMatch, SkillRow
from jobtracker.ui.features.applications.detail.contract import SkillSaid
from jobtracker.ui.features.applications.detail.match_rows import MatchTable, counted, said
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.long_text import ENTER

if TYPE_CHECKING:
    from jobtracker.domain.skills import Words

NONE = (
    "Nothing to compare yet. Keep the posting's text, link a role, or list your skills on Profiles."
)
WAITING = "Reading…"


class MatchPanel(QWidget):
    """`said` tells a skill that I have, `shown` the posting's words to go to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.said: Channel[SkillSaid] = Channel()
        self.shown: Channel[Words] = Channel()
        self._match = SkillMatch()
        self._id = 0
        self.count = PlainLabel(WAITING, "strong", wrap=True)
        self.table = MatchTable(theme)
        self.words = PlainLabel("", "small", wrap=True, selectable=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.where = _WhereField()
        self.have = Button("I have this")
        self.show_words = Button("Where it says so", kind="link")
        self._lay_out()
        self.table.current.subscribe(self._tell, owner=self)
        self.table.opened.subscribe(self._say, owner=self)
        self.where.entered.subscribe(lambda _none: self._say_selected(), owner=self)
        self.have.clicked.connect(self._say_selected)
        self.show_words.clicked.connect(self._show_words)

    def show_match(self, application_id: int, match: SkillMatch) -> None:
        """Show what was read; of the same application the selected row stays."""
        anew, self._id = application_id != self._id, application_id
        self._match = match
        self.count.setText(counted(match) if match.rows else NONE)
        before = self.table.selected()
        self.table.rows.show_rows(match.rows)
        self.table.setVisible(bool(match.rows))
        kept = before is not None and not anew and self.table.select(before.skill)
        if match.rows and not kept:
            self.table.select(match.rows[0].skill)
        self._tell(self.table.selected())

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, row: SkillRow | None) -> None:
        missing = row is not None and not row.me
        self.words.setText(said(self._match, row) if row is not None else "")
        self.where.clear()
        if not missing and (self.where.hasFocus() or self.have.hasFocus()):
            self.take_focus()
        for widget in (self.where, self.have):
            widget.setEnabled(missing)
        self.show_words.setEnabled(row is not None and bool(row.posting))
        if row is not None:
            self.have.setAccessibleName(f"I have this: {row.skill}")

    def _say_selected(self) -> None:
        self._say(self.table.selected())

    def _say(self, row: SkillRow | None) -> None:
        """Add the skill to mine; one that I have already stays as it is."""
        if row is None or row.me:
            return
        following = self._next_missing(row)
        self.said.put(SkillSaid(self._id, row.skill, self.where.text().strip()))
        if following:
            self.table.select(following)

    def _next_missing(self, row: SkillRow) -> str:
        rows = self._match.rows
        at = rows.index(row)
        rest = rows[at + 1 :] + rows[:at]
        return next((one.skill for one in rest if one.state == MISSING), "")

    def _show_words(self) -> None:
        row = self.table.selected()
        if row is not None and row.posting:
            self.shown.put(row.posting[0])

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.SMALL)
        buttons.addWidget(self.where, 1)
        buttons.addWidget(self.have)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(self.count)
        column.addWidget(self.table, 1)
        column.addWidget(self.words)
        column.addLayout(buttons)
        column.addWidget(self.show_words, 0, Qt.AlignmentFlag.AlignLeft)


class _WhereField(QLineEdit):
    """Where I used the skill; Enter says that I have it."""

    def __init__(self) -> None:
        super().__init__()
        keep_not(self)
        self.entered: Channel[None] = Channel()
        self.setAccessibleName("Where I used it")
        self.setPlaceholderText("Where I used it (optional)")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.entered.put(None)
            return
        super().keyPressEvent(event)
