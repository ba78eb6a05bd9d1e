"""The salary ranges of a profile as rows of fields, to change, add and remove."""

from collections.abc import Callable, Mapping
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jobtracker.ui.features.profiles.draft import RangeDraft, understood
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button, IconButton
from jobtracker.ui.widgets.fields import CommitLineEdit
from jobtracker.ui.widgets.form import Field

_TOP = Qt.AlignmentFlag.AlignTop
_FIELDS = (
    ("level", "Level", "senior", 3),
    ("experience", "Experience", "5+ years", 3),
    ("pay", "Pay", "$90K - $120K a year", 5),
    ("source", "Source", "", 4),
    ("source_date", "Source date", "2026-05", 3),
)


class RangeRow(QWidget):
    """One range; what its pay is taken for appears under it while typing."""

    def __init__(self, theme: Theme, draft: RangeDraft, remove: Callable[[], object]) -> None:
        super().__init__()
        self._origin = draft.origin
        self.editors: dict[str, CommitLineEdit] = {}
        fields: dict[str, Field] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        for name, label, example, share in _FIELDS:
            editor = self.editors[name] = CommitLineEdit(label, placeholder=example)
            theme.fit(editor.setMinimumWidth, 56)
            editor.set_value(getattr(draft, name))
            editor.setCursorPosition(0)
            fields[name] = Field(theme, label, editor)
            row.addWidget(fields[name], share, _TOP)
        self.pay = fields["pay"]
        self.editors["pay"].textEdited.connect(lambda text: self.pay.set_hint(understood(text)))
        away = IconButton(theme.icon("trash-2"), "Remove this range")
        away.clicked.connect(remove)
        row.addWidget(away, 0, Qt.AlignmentFlag.AlignVCenter)
        self.stops: list[QWidget] = [*self.editors.values(), away]

    def draft(self) -> RangeDraft:
        typed = {name: editor.value() for name, editor in self.editors.items()}
        return RangeDraft(self._origin, **typed)


class RangeRows(QWidget):
    """All ranges; `changed` tells that one was typed in, added or removed.

    Tab comes here from the widget `after`, whenever a row was made.
    """

    def __init__(self, theme: Theme, after: QWidget) -> None:
        super().__init__()
        self._after = after
        self.changed: Channel[None] = Channel()
        self._theme = theme
        self._rows: list[RangeRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(Space.SMALL)
        self.add = Button("Add a range", icon=theme.icon("plus"))
        self.add.clicked.connect(self._add_empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._column)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_ranges(self, drafts: tuple[RangeDraft, ...]) -> None:
        for row in tuple(self._rows):
            self._take(row)
        for draft in drafts:
            self._put(draft)
        self._chain()

    def drafts(self) -> tuple[RangeDraft, ...]:
        return tuple(row.draft() for row in self._rows)

    def show_errors(self, errors: Mapping[str, str]) -> QLineEdit | None:
        """Put each "pay n" under its row; the first wrong field."""
        first = None
        for place, row in enumerate(self._rows):
            wrong = errors.get(f"pay {place}", "")
            row.pay.set_error(wrong)
            if wrong and first is None:
                first = row.editors["pay"]
        return first

    def _put(self, draft: RangeDraft) -> RangeRow:
        row = RangeRow(self._theme, draft, lambda: self._remove(row))
        for editor in row.editors.values():
            editor.textEdited.connect(lambda _text: self.changed.put(None))
        self._rows.append(row)
        self._column.addWidget(row)
        row.show()
        return row

    def _add_empty(self) -> None:
        row = self._put(RangeDraft())
        self._chain()
        self.changed.put(None)
        row.editors["level"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _chain(self) -> None:
        stops = [self._after, *(stop for row in self._rows for stop in row.stops), self.add]
        for first, second in pairwise(stops):
            self.setTabOrder(first, second)

    def _remove(self, row: RangeRow) -> None:
        place = self._rows.index(row)
        self._take(row)
        self.changed.put(None)
        rest: list[QWidget] = [one.editors["level"] for one in self._rows]
        goal = rest[min(place, len(rest) - 1)] if rest else self.add
        goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, row: RangeRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
