"""Skills of a posting, of a role and of the person as rows: their words, signs and painting."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from jobtracker.domain.requirements import NOT_NEEDED, REQUIRED
from jobtracker.domain.skill_match import HAVE, MISSING, NOT_ASKED, SkillMatch, SkillRow
from jobtracker.domain.skills import Words
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import BODY, SMALL, STRONG, Size, Space
from jobtracker.ui.widgets.row_delegate import Cell, RowDelegate, draw_text
from jobtracker.ui.widgets.row_model import Column, RowModel
from jobtracker.ui.widgets.row_table import RowTable

SILENT = "not said"
_SIGNS = {HAVE: ("check", "text2"), MISSING: ("x", "danger")}
_SIGN = 14
_SPACE = int(Qt.Key.Key_Space)


def asked_words(row: SkillRow) -> str:
    """What the posting says: how much it asks, and for how long."""
    if not row.posting:
        return SILENT
    words = row.years[0].text if row.years else row.posting[0].text
    plain = words.casefold() == row.skill.casefold()
    return row.weight if plain else f"{row.weight}: {words}"


def role_words(row: SkillRow) -> str:
    return row.profile[0].text if row.profile else SILENT


def my_words(row: SkillRow) -> str:
    """What I have: the state in words, never the sign alone."""
    if row.implied_by:
        return f"have, by {row.implied_by}"
    if row.me:
        return "have"
    return row.state


def counted(match: SkillMatch) -> str:
    """The match in a sentence: "You have 9 of 14 skills, 5 of 6 required."."""
    if not match.asked:
        return "The posting names no skills." if match.has_posting else "No skills to compare."
    required = match.count(HAVE, REQUIRED) + match.count(MISSING, REQUIRED)
    of_required = f", {match.count(HAVE, REQUIRED)} of {required} required" if required else ""
    whose = "" if match.has_posting else " of the role"
    return f"You have {match.have} of {match.asked} skills{whose}{of_required}."


def said(match: SkillMatch, row: SkillRow) -> str:
    """One skill in full: what each side says, in its own words, and where."""
    lines = []
    if row.posting:
        quoted = _quotes(row.years or row.posting)
        weight = "says it is not needed" if row.weight == NOT_NEEDED else row.weight
        lines.append(f"Posting, {weight}: {quoted}")
    else:
        lines.append("The posting does not say." if match.has_posting else "No posting text.")
    if row.profile:
        source = match.sources[row.profile[0].source]
        lines.append(f"{source.label}: {_quotes(row.profile)}")
    if row.me:
        source = match.sources[row.me[0].source]
        implied = f", which includes {row.skill}" if row.implied_by else ""
        lines.append(f"{source.label}: {_quotes(row.me)}{implied}")
    elif row.state == MISSING:
        lines.append("You: missing from your skills.")
    return "\n".join(lines)


def _quotes(words: tuple[Words, ...]) -> str:
    texts = dict.fromkeys(" ".join(one.text.split()) for one in words)
    return ", ".join(f"“{text}”" for text in texts)


COLUMNS = (
    Column("Skill", lambda row: row.skill, spoken=lambda row: f"{row.skill}, {row.state}"),
    Column("Posting", asked_words),
    Column("Role", role_words),
    Column("You", my_words),
)
SHARES = (24, 17, 22)
"""What the columns after the first take of the table's width, in percent."""


class MatchTable(RowTable):
    """Enter or Space says that one has the skill of a row."""

    def __init__(self, theme: Theme) -> None:
        self.model_of: RowModel[SkillRow] = RowModel(COLUMNS, lambda row: row.skill)
        super().__init__(theme, "Skills of the posting, the role and yours", self.model_of)
        self.set_row_height(Size.ROW_COMPACT)
        self.setItemDelegate(_Cells(theme, self, Size.ROW_COMPACT))
        for column in range(1, len(COLUMNS)):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The skill keeps the most room; all columns give way in a narrow pane."""
        super().resizeEvent(event)
        for column, share in enumerate(SHARES, start=1):
            self.horizontalHeader().resizeSection(column, self.width() * share // 100)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == _SPACE and self.selected() is not None:
            self.opened.put(self.selected())
            return
        super().keyPressEvent(event)


class _Cells(RowDelegate):
    """A sign and the skill's name, then what each side says of it."""

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        rect = cell.rect.adjusted(Space.SMALL, 0, -Space.TIGHT, 0)
        words = COLUMNS[cell.column].text(cell.row)
        if cell.column:
            draw_text(painter, self.theme, rect, words, SMALL, self._colour(cell, words))
            return
        side = self.theme.px(_SIGN)
        if cell.row.state in _SIGNS:
            icon, named = _SIGNS[cell.row.state]
            top = rect.top() + (rect.height() - side) // 2
            scale = painter.device().devicePixelRatio()
            painter.drawPixmap(rect.left(), top, self.theme.pixmap(icon, named, side, scale))
        required = cell.row.weight == REQUIRED
        room = rect.adjusted(side + Space.TIGHT, 0, 0, 0)
        draw_text(painter, self.theme, room, words, STRONG if required else BODY)

    def _colour(self, cell: Cell, words: str) -> QColor | None:
        colours = self.theme.colours
        if cell.column == len(COLUMNS) - 1 and cell.row.state == MISSING:
            return colours.danger
        return colours.text2 if words in (SILENT, NOT_ASKED) else None
