"""Before an archive is brought in: what is in it, and what of it is new."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.labels import PlainLabel, line
from jobtracker.ui.widgets.preview_sheet import PreviewSheet

KEPT = (
    "Nothing that is here is changed. A backup is made first, and one undo takes it all out again."
)
NOTHING_NEW = "Everything in it is here already."
APPLICATIONS, NONE = "Applications", "none"
HEADINGS = ("", "In the file", "New here")


class Line(NamedTuple):
    """A kind of record: "Applications", how many the file holds, and how many of them are new."""

    kind: str
    total: int
    new: int


class ImportSheet(PreviewSheet):
    """What is in an archive, a line for each kind of record."""

    def __init__(
        self,
        theme: Theme,
        opener: QWidget,
        name: str,
        lines: list[Line],
        notices: tuple[str, ...] = (),
    ) -> None:
        super().__init__(theme, opener, f"Import {name}", said_of(lines), notices, KEPT)
        new = sum(one.new for one in lines)
        self.go.setEnabled(new > 0)
        self.go.setText(f"Import {new:,} record{'' if new == 1 else 's'}" if new else "Import")
        self.inside.column.addLayout(_table(lines))
        self.inside.column.addStretch(1)


def said_of(lines: list[Line]) -> str:
    """As in "Not here yet: 1 of the 60 applications in it, and 16 other records."."""
    new = sum(one.new for one in lines)
    if not new:
        return NOTHING_NEW
    found = next((one for one in lines if one.kind == APPLICATIONS and one.new), None)
    rest = new - found.new if found is not None else new
    parts = [f"{found.new:,} of the {found.total:,} applications in it"] if found else []
    parts += [f"{rest:,} other record{'' if rest == 1 else 's'}"] if rest else []
    return f"Not here yet: {', and '.join(parts)}."


def _table(lines: list[Line]) -> QGridLayout:
    """A row for each kind, figures under each other; what is new stands out."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.PAGE)
    grid.setVerticalSpacing(Space.TIGHT)
    grid.setColumnStretch(0, 1)
    for column, words in enumerate(HEADINGS):
        grid.addWidget(_cell(words, "cap", column), 0, column)
    for row, one in enumerate(lines, start=1):
        roles = ("body", "small", "strong" if one.new else "small")
        kind = (one.kind, f"{one.total:,}", f"{one.new:,}" if one.new else NONE)
        cells = [_cell(*cell) for cell in zip(kind, roles, range(3), strict=True)]
        cells[0].setAccessibleName(f"{one.kind}: {one.total:,} in the file, {one.new:,} new here")
        for column, cell in enumerate(cells):
            grid.addWidget(cell, 2 * row, column)
        grid.addWidget(line(), 2 * row + 1, 0, 1, len(HEADINGS))
    return grid


def _cell(words: str, role: str, column: int) -> PlainLabel:
    label = PlainLabel(words, role)
    if column:
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label
