"""Every wording of a letter that was kept, newest first: when, why, and the way back to it."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from jobtracker.ui.features.letters.past.version_words import VersionLine, lines_of
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.row_delegate import CardDelegate, Cell, draw_icon, two_lines
from jobtracker.ui.widgets.row_model import Column, RowModel
from jobtracker.ui.widgets.row_table import ENTER, RowList, RowView
from jobtracker.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jobtracker.domain.letter_versions import Wording
    from jobtracker.storage.letter_versions import Version

SIZE = (620, 520)
ICON_ROOM = 26


class VersionDelegate(CardDelegate):
    def __init__(self, theme: Theme, view: RowView) -> None:
        super().__init__(theme, view, Size.ROW + 4)

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        shown: VersionLine = cell.row
        inside = cell.rect.adjusted(Space.PANE, 0, -Space.LARGE, -Space.TIGHT)
        draw_icon(painter, self.theme, inside, shown.icon, "text2")
        words = inside.adjusted(self.theme.px(ICON_ROOM), 0, 0, 0)
        two_lines(painter, self.theme, words, shown.title, shown.detail)


class VersionRows(RowList):
    """Ctrl+Enter is the sheet's, also here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class VersionsSheet(Sheet):
    """`restored` tells the number of the version to go back to, `compared` the one to look at
    beside the letter; Enter compares, which changes nothing.
    """

    def __init__(
        self,
        theme: Theme,
        opener: QWidget,
        versions: "Sequence[Version]",
        today: date,
        wordings: "Mapping[int, Wording]",
    ) -> None:
        super().__init__(theme, opener, "Versions", SIZE)
        self.restored: Channel[int] = Channel()
        self.compared: Channel[int] = Channel()
        self.model: RowModel[VersionLine] = RowModel(
            [Column("Version", lambda row: row.title, spoken=lambda row: row.spoken)],
            key=lambda row: row.number,
        )
        self.rows = VersionRows(theme, "Versions", self.model)
        self.rows.setItemDelegate(VersionDelegate(theme, self.rows))
        self.compare = Button("Compare with now")
        self.restore = Button("Restore this version", kind="primary")
        self._lay_out_versions()
        self.model.show_rows(lines_of(versions, today, wordings))
        self.rows.current.subscribe(lambda _row: self._follow(), owner=self)
        self.rows.opened.subscribe(lambda _row: self._compare(), owner=self)
        if self.model.rows:
            self.rows.select(self.model.rows[min(1, len(self.model.rows) - 1)].number)
        self._follow()

    def _follow(self) -> None:
        """The newest version is what the letter says already."""
        chosen: VersionLine | None = self.rows.selected()
        earlier = chosen is not None and chosen.number != self.model.rows[0].number
        for button in (self.compare, self.restore):
            button.setEnabled(earlier)

    def _compare(self) -> None:
        if self.compare.isEnabled():
            number = self.rows.selected().number
            self.close()
            self.compared.put(number)

    def _restore(self) -> None:
        number = self.rows.selected().number
        self.close()
        self.restored.put(number)

    def _lay_out_versions(self) -> None:
        self.body.addWidget(self.rows)
        self.compare.clicked.connect(self._compare)
        self.restore.clicked.connect(self._restore)
        self.footer.addWidget(PlainLabel("Restoring makes a new version.", "cap"))
        self.footer.addStretch(1)
        self.footer.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignRight)
        self.footer.addWidget(self.restore)
        self.default = self.restore
