"""The menus behind the chips of the filter row, each filled when it opens."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from jobtracker.domain.currencies import MINOR_DIGITS, USUAL_MINOR_DIGITS
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.listing import ACTIVE, ALL, ARCHIVED, CLOSED, ListQuery
from jobtracker.domain.pay import Period, convert
from jobtracker.domain.stages import OUTCOMES, STAGES
from jobtracker.domain.typed_pay import understood_pay
from jobtracker.ui.features.applications.asking import Asking, Question, ask
from jobtracker.ui.features.applications.contract import Option
from jobtracker.ui.features.applications.table import filters
from jobtracker.ui.features.applications.table.filter_picker import FilterPicker
from jobtracker.ui.features.applications.words import GROUP_NAMES, standing_name
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.hints import Hint
from jobtracker.ui.widgets.menus import Menu
from jobtracker.ui.widgets.typed import day_hint
from jobtracker.ui.widgets.typed_dates import typed_date

Ask = Callable[[ListQuery], object]


class FilterMenus:
    """`options_wanted` asks for the values of a field; `show_options` answers."""

    def __init__(self, theme: Theme, owner: QWidget, ask: Ask, today: Callable[[], date]) -> None:
        self.options_wanted: Channel[str] = Channel()
        self.labels: dict[tuple[str, str], str] = {}
        self.menu = Menu(owner)
        self.picker = FilterPicker(theme, owner)
        self.question: Asking | None = None
        self._theme = theme
        self._owner = owner
        self._ask = ask
        self._today = today
        self._query = ListQuery()
        self._field = ""
        self._chip = owner
        self.picker.toggled.subscribe(self._toggle, owner=owner)

    def open_scope(self, chip: QWidget, query: ListQuery) -> None:
        """All active ones, closed ones, or the stages and outcomes that are ticked."""
        menu = self._fresh(query)
        for scope in (ACTIVE, CLOSED, ARCHIVED, ALL):
            on = query.scope == scope and not query.standings
            chosen = query._replace(scope=scope, standings=(), collapsed=())
            self._tick(menu, filters.SCOPE_NAMES[scope], chosen, on=on)
        menu.addSeparator()
        for one in (*STAGES, *OUTCOMES):
            if one is OUTCOMES[0]:
                menu.addSeparator()
            standings = _flipped(query.standings, one.value)
            scope = ALL if standings else ACTIVE
            chosen = query._replace(scope=scope, standings=standings, collapsed=())
            self._tick(menu, standing_name(one.value), chosen, on=one.value in query.standings)
        menu.open_below(chip)

    def open_filters(self, chip: QWidget, query: ListQuery) -> None:
        """Every field the list can be narrowed by."""
        menu = self._fresh(query)
        for spec in filters.SPECS:
            if len(spec.choices) == 1:
                only = filters.toggled(query, spec.field, spec.choices[0].value)
                on = bool(filters.values_of(query, spec.field))
                self._tick(menu, spec.choices[0].words, only, on=on)
                continue
            action = menu.addAction(f"{spec.title}…")
            action.triggered.connect(partial(self.choose, spec.field, chip, query))
        menu.open_below(chip)

    def open_cards(self, chip: QWidget, compact: bool, choose: Callable[[bool], object]) -> None:
        """High cards with the pay, or low ones."""
        self.menu.clear()
        for words, low in (("Comfortable", False), ("Compact", True)):
            action = self.menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(low == compact)
            action.triggered.connect(partial(choose, low))
        self.menu.open_below(chip)

    def open_group(self, chip: QWidget, query: ListQuery) -> None:
        menu = self._fresh(query)
        for key, name in GROUP_NAMES.items():
            chosen = query._replace(group=key, collapsed=())
            self._tick(menu, name.capitalize(), chosen, on=query.group == key)
        menu.open_below(chip)

    def choose(self, field: str, chip: QWidget, query: ListQuery, *_checked: bool) -> None:
        """Let values of a field be chosen under a chip."""
        self._field, self._chip, self._query = field, chip, query
        spec = filters.BY_FIELD[field]
        if spec.typed:
            self._ask_typed(spec)
        elif spec.choices:
            self.show_options(field, list(spec.choices))
        else:
            self.options_wanted.put(field)

    def show_options(self, field: str, options: list[Option]) -> None:
        """Offer the values of a field, if that is still what is wanted."""
        if field == self._field:
            self.labels.update({(field, one.value): one.words for one in options})
            on = filters.values_of(self._query, field)
            self.picker.open_below(self._chip, filters.BY_FIELD[field].title, options, on)

    def _ask_typed(self, spec: filters.FilterSpec) -> None:
        today = self._today()
        reader = _amount_hint if spec.typed == "pay" else partial(day_hint, today=today, past=False)
        example = "120k" if spec.typed == "pay" else "30 nov, fri, +14"
        question = Question(
            f"Filter: {spec.title.lower()}",
            spec.title,
            "Filter",
            example=example,
            reader=reader,
        )
        self.question = ask(self._theme, self._owner, question, partial(self._typed, spec))

    def _typed(self, spec: filters.FilterSpec, text: str) -> None:
        if spec.typed == "pay":
            value = f"{_amount(text):.0f}"
        else:
            day = typed_date(text, self._today())
            value = day.isoformat() if day else ""
        if value:
            kept = filters.without(self._query, spec.field)
            self._ask(filters.toggled(kept, spec.field, value))

    def _toggle(self, value: str) -> None:
        self._query = filters.toggled(self._query, self._field, value)
        self._ask(self._query)

    def _fresh(self, query: ListQuery) -> Menu:
        self._query = query
        self.menu.clear()
        return self.menu

    def _tick(self, menu: Menu, words: str, query: ListQuery, *, on: bool) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda _checked: self._ask(query))


def _flipped(standings: tuple[str, ...], one: str) -> tuple[str, ...]:
    """The standings with this one added, or taken out."""
    kept = tuple(standing for standing in standings if standing != one)
    return kept if len(kept) < len(standings) else (*standings, one)


def _amount(text: str) -> float:
    """What is meant by "120k" or "65/h", in major units a year. Raises InvalidInputError."""
    read = understood_pay(text)
    pay = convert(read, Period.YEAR) if read.period else read
    least = pay.low if pay.low is not None else pay.high
    if least is None:
        raise InvalidInputError("There is no amount in this. Type one, as in 120k.", field="pay")
    return least / float(10 ** MINOR_DIGITS.get(pay.currency or "", USUAL_MINOR_DIGITS))


def _amount_hint(text: str) -> Hint:
    try:
        return Hint(f"At least {_amount(text):,.0f} a year")
    except InvalidInputError as error:
        return Hint("", str(error))
