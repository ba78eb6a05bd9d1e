"""The filter row: what the list is narrowed to, as chips, and how it is shown, at the right.

It is built after the first paint. Where the window is narrow, what can be reached elsewhere gives
way: first the field folds into its sign, then the chips that are off, then the columns.
"""

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from jobtracker.domain.listing import ACTIVE, ALL, ListQuery
from jobtracker.ui.features.applications.table import filters
from jobtracker.ui.features.applications.table.filter_field import FilterField
from jobtracker.ui.features.applications.words import GROUP_NAMES
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import IconButton, PressButton
from jobtracker.ui.widgets.chips import Chip, MenuChip
from jobtracker.ui.widgets.labels import plain_tip
from jobtracker.ui.widgets.page import FilterRow

CROSS = 26
"""px at the right end of a chip that take its filter off."""

OWN_CHIPS = ("role", "location")
REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
WIDEST_CHIP = 200
CARDS = {False: "Cards: comfortable", True: "Cards: compact"}


class FilterChip(Chip):
    """A filter that is on: its cross and Del take it off, else it opens its choice."""

    def __init__(self, theme: Theme, text: str, *, on: bool = True) -> None:
        super().__init__(theme, text, on=on)
        self.removed: Channel[None] = Channel()
        self.opened: Channel[None] = Channel()
        self._at_cross = False
        self.clicked.connect(self._act)
        theme.fit(self.setMaximumWidth, WIDEST_CHIP)

    def show_words(self, text: str) -> None:
        self.setText(text)
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(f"{text}, filter on" if self.on else text)
        self.setAccessibleDescription("Del takes it off" if self.on else "")
        self.updateGeometry()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._at_cross = self.on and event.position().x() > self.width() - CROSS
        super().mouseReleaseEvent(event)
        self._at_cross = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.on and event.key() in REMOVING:
            self.removed.put(None)
            return
        super().keyPressEvent(event)

    def _act(self) -> None:
        (self.removed if self._at_cross else self.opened).put(None)


class FilterBar(FilterRow):
    """`asked` tells a query with another filter, `choice_wanted` the field to choose values of
    and the chip to open under; `menu_wanted` the menu "scope", "filters", "group", "columns" or
    "cards" and its chip.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.asked: Channel[ListQuery] = Channel()
        self.choice_wanted: Channel[tuple[str, QWidget]] = Channel()
        self.menu_wanted: Channel[tuple[str, QWidget]] = Channel()
        self.query = ListQuery()
        self._theme = theme
        self._on: dict[str, FilterChip] = {}
        self._pinned = False
        self._for_table = True
        self.scope = FilterChip(theme, filters.SCOPE_NAMES[ACTIVE])
        self.chips = {field: self._menu_chip(field) for field in OWN_CHIPS}
        self.add = PressButton("Filter")
        self.field = FilterField(theme)
        self.magnifier = IconButton(theme.icon("search"), "Filter by words", "Ctrl+F")
        self.group = MenuChip(theme, "Group: stage")
        self.columns = MenuChip(theme, "Columns")
        self.cards = MenuChip(theme, CARDS[False])
        self._lay_out()
        self._listen()

    def show_query(
        self, query: ListQuery, labels: Mapping[tuple[str, str], str], today: date
    ) -> None:
        """Show what the list is narrowed to and grouped by."""
        self.query = query
        if self.field.text() != query.text:
            self.field.setText(query.text)
        self.scope.set_on(query.scope != ALL or bool(query.standings))
        self.scope.show_words(filters.scope_words(query))
        self.group.setText(f"Group: {GROUP_NAMES[query.group]}")
        wanted = dict.fromkeys(one.field for one in query.conditions)
        for field in [one for one in self._on if one not in wanted]:
            chip = self._on.pop(field)
            self._row.removeWidget(chip)
            chip.deleteLater()
        for field in wanted:
            if field not in self._on:
                self._add_chip(field)
            values = filters.values_of(query, field)
            self._on[field].show_words(filters.chip_words(field, values, labels, today))
        self.fit()

    def chip_of(self, field: str) -> QWidget:
        """The chip to open a field's choice under."""
        chip = self._on.get(field) or self.chips.get(field)
        return chip if chip is not None and chip.isVisible() else self.add

    def show_for_table(self, shown: bool) -> None:
        """Grouping and columns are the table's alone, the height of the cards is the board's."""
        self._for_table = shown
        self.fit()

    def show_density(self, compact: bool) -> None:
        """Say how high the cards are."""
        self.cards.setText(CARDS[compact])
        self.fit()

    def filter_from_keyboard(self) -> None:
        """Put the keyboard into the field, unfolding it where it is folded."""
        self._pinned = True
        self.fit()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def fit(self) -> None:
        """Leave out what there is no room for."""
        shown = [*self._always(), self.field, *self._off_chips()]
        shown += [self.columns] if self._for_table else []
        for give_way in (self._fold_field, self._drop_chips, self._drop_columns):
            if self._width_of(shown) <= self.width():
                break
            shown = give_way(shown)
        if self._pinned and self.field not in shown:
            shown = [*(one for one in shown if one is not self.magnifier), self.field]
        for widget in (
            self.field,
            self.magnifier,
            self.group,
            self.columns,
            self.cards,
            *self.chips.values(),
        ):
            widget.setVisible(widget in shown)

    def minimumSizeHint(self) -> QSize:
        """What gives way does not hold the window wide."""
        height = super().minimumSizeHint().height()
        return QSize(self._width_of([*self._always(), self.magnifier]), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.fit()

    def _always(self) -> list[QWidget]:
        shown: list[QWidget] = [self.scope, *self._on.values(), self.add]
        return [*shown, self.group if self._for_table else self.cards]

    def _off_chips(self) -> list[QWidget]:
        return [chip for field, chip in self.chips.items() if field not in self._on]

    def _fold_field(self, shown: list[QWidget]) -> list[QWidget]:
        if self._pinned or self.query.text:
            return shown
        return [self.magnifier if one is self.field else one for one in shown]

    def _drop_chips(self, shown: list[QWidget]) -> list[QWidget]:
        return [one for one in shown if one not in self.chips.values()]

    def _drop_columns(self, shown: list[QWidget]) -> list[QWidget]:
        return [one for one in shown if one is not self.columns]

    def _width_of(self, shown: list[QWidget]) -> int:
        needed = sum(min(one.sizeHint().width(), one.maximumWidth()) for one in shown)
        if self.field in shown:
            needed += self.field.minimumSizeHint().width() - self.field.sizeHint().width()
        return needed + (len(shown) + 1) * Space.SNUG + Space.PAGE + Space.PANE

    def _add_chip(self, field: str) -> None:
        chip = self._on[field] = FilterChip(self._theme, "")
        chip.opened.subscribe(partial(self._choose, field), owner=chip)
        chip.removed.subscribe(
            lambda _none: self.asked.put(filters.without(self.query, field)), owner=chip
        )
        self._row.insertWidget(self._row.indexOf(self.add), chip)

    def _menu_chip(self, field: str) -> MenuChip:
        chip = MenuChip(self._theme, filters.BY_FIELD[field].title)
        chip.clicked.connect(partial(self._choose, field, None))
        return chip

    def _choose(self, field: str, _none: object) -> None:
        self.choice_wanted.put((field, self.chip_of(field)))

    def _open(self, name: str, chip: QWidget) -> None:
        self.menu_wanted.put((name, chip))

    def _unpin(self) -> None:
        """A field that was unfolded and left empty folds again."""
        if self._pinned and not self.field.text():
            self._pinned = False
            self.fit()

    def _listen(self) -> None:
        self.field.textChanged.connect(lambda text: self.asked.put(self.query._replace(text=text)))
        self.field.left.subscribe(lambda _none: self._unpin(), owner=self)
        self.magnifier.clicked.connect(self.filter_from_keyboard)
        self.scope.opened.subscribe(lambda _none: self._open("scope", self.scope), owner=self)
        self.scope.removed.subscribe(
            lambda _none: self.asked.put(self.query._replace(scope=ALL, standings=())), owner=self
        )
        named = {
            "filters": self.add,
            "group": self.group,
            "columns": self.columns,
            "cards": self.cards,
        }
        for name, chip in named.items():
            chip.clicked.connect(partial(self._open, name, chip))

    def _lay_out(self) -> None:
        self.add.setProperty("k", "chip")
        self.add.setAutoDefault(False)
        self.add.setIcon(self._theme.icon("plus"))
        self.add.setAccessibleName("Add a filter")
        for widget in (self.scope, *self.chips.values(), self.add, self.magnifier, self.field):
            self.add_left(widget)
        for widget in (self.group, self.columns, self.cards):
            self.add_right(widget)
