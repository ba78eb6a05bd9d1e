"""The templates to choose from for a new letter, grouped by what a letter is for."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from jobtracker.domain.letter_kinds import Language, LetterKind, kind_name, language_name
from jobtracker.domain.text import folded
from jobtracker.ui.features.letters.library.words import in_order, is_own, rate
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import SMALL_LABEL, Space
from jobtracker.ui.widgets.row_delegate import CardDelegate, Cell, draw_text, two_lines
from jobtracker.ui.widgets.row_model import ROW, Column, RowModel
from jobtracker.ui.widgets.row_table import RowView

if TYPE_CHECKING:
    from jobtracker.domain.letter_results import Result
    from jobtracker.storage.letter_templates import Template

HEIGHT = 44
HEADING_HEIGHT = 28
BEST = "Best fit for the application"


class Heading(NamedTuple):
    """Over the templates of one kind; it cannot be chosen."""

    id: str
    name: str


class Choosable(NamedTuple):
    """A template with what is said of it; without a template the best fit is meant."""

    id: int
    name: str
    about: str
    template: "Template | None" = None


Row: TypeAlias = Heading | Choosable


class TemplateRows(RowModel[Row]):
    def __init__(self) -> None:
        super().__init__([Column("Template", lambda row: row.name, spoken=_spoken)], _key)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """The arrows pass over headings."""
        if isinstance(self.rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class ChoosableDelegate(CardDelegate):
    def __init__(self, theme: Theme, view: RowView) -> None:
        super().__init__(theme, view, HEIGHT)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        is_heading = isinstance(index.data(ROW), Heading)
        height = HEADING_HEIGHT if is_heading else HEIGHT
        return QSize(super().sizeHint(option, index).width(), self.theme.px(height))

    def paint_ground(self, painter: QPainter, cell: Cell) -> None:
        if not isinstance(cell.row, Heading):
            super().paint_ground(painter, cell)

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        theme, row = self.theme, cell.row
        inside = cell.rect.adjusted(Space.PANE, 0, -Space.LARGE, -Space.TIGHT)
        if isinstance(row, Heading):
            draw_text(painter, theme, inside, row.name, SMALL_LABEL, theme.colours.text2)
        else:
            two_lines(painter, theme, inside, row.name, row.about)


def rows_of(
    templates: "Sequence[Template]",
    best: int | None,
    results: "Mapping[int, Result]",
    typed: str,
    *,
    automatic: bool,
) -> list[Row]:
    """The templates that fit what is typed, by kind, that of the best one first.

    `automatic` puts the best fit, which is not known yet, before them all.
    """
    wanted = folded(typed).split()
    fitting = [one for one in in_order(templates) if _fits(one, wanted)]
    kinds = list(LetterKind)
    proposed = next((one for one in templates if one.id == best), None)
    first = proposed.kind if proposed else kinds[0]
    language = proposed.language if proposed else None
    rows: list[Row] = []
    if automatic and not wanted:
        rows.append(Choosable(0, BEST, "By stage, profile, language"))
    for kind in sorted(kinds, key=lambda one: one is not first):
        chosen = [one for one in fitting if one.kind is kind]
        if chosen:
            rows.append(Heading(kind.value, kind_name(kind)))
            chosen.sort(key=lambda one: _nearness(one, best, language))
            rows += [Choosable(t.id, t.name, _about(t, best, results), t) for t in chosen]
    return rows


def _nearness(
    template: "Template", best: int | None, language: Language | None
) -> tuple[bool, bool, bool, bool]:
    """What a template is sorted by within its kind."""
    is_sample = template.profile_id is not None
    other = language is not None and template.language is not language
    return template.id != best, not is_own(template), is_sample, other


def _about(template: "Template", best: int | None, results: "Mapping[int, Result]") -> str:
    said = (
        language_name(template.language),
        "best fit" if template.id == best else "",
        "sample of a role" if template.profile_id is not None else "",
        rate(results.get(template.id)),
    )
    return " · ".join(filter(None, said))


def _fits(template: "Template", wanted: Sequence[str]) -> bool:
    said = (template.name, kind_name(template.kind), language_name(template.language))
    text = folded(" ".join((*said, template.purpose)))
    return all(word in text for word in wanted)


def _spoken(row: Row) -> str:
    return row.name if isinstance(row, Heading) else f"{row.name}, {row.about}"


def _key(row: Row) -> int | str:
    return row.id
