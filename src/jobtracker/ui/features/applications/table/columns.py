"""The columns of the applications list: as data, as a person left them, and in the header.

Each has its place in the model for good; the header hides and moves them.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView

from jobtracker.domain.listing import BY_STAGE, GROUPS, SORTS, ListQuery, ListRow
from jobtracker.ui.features.applications import words
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets import days
from jobtracker.ui.widgets.page import WidthClass
from jobtracker.ui.widgets.row_table import RowTable

TABLE, BOARD = "table", "board"
Words = Callable[[ListRow, date], str]


class ListColumn(NamedTuple):
    """A column: `width` in px at 100 %, 0 for the one that takes the rest; `sort` is out of
    `listing.SORTS` or "" where a click on its header sorts nothing.
    """

    key: str
    title: str
    width: int
    text: Words
    spoken: Words
    sort: str = ""
    right: bool = False


def _named(name: str, text: Words) -> Words:
    """Aloud a short value says what it is: "Source: referral"; none says so, too."""
    return lambda row, today: f"{name}: {text(row, today) or 'none'}"


def _plain(key: str, title: str, width: int, text: Words, sort: str = "") -> ListColumn:
    return ListColumn(key, title, width, text, _named(title, text), sort)


def _dated(key: str, title: str, sort: str = "") -> ListColumn:
    def text(row: ListRow, today: date) -> str:
        day = days.iso_day(getattr(row, key))
        return days.day_words(day, today) if day else ""

    return _plain(key, title, 104, text, sort)


COLUMNS: tuple[ListColumn, ...] = (
    ListColumn(
        "role",
        "Role and company",
        0,
        lambda row, _today: row.role,
        lambda row, _today: words.spoken_title(row),
        "role",
    ),
    _plain("company", "Company", 160, lambda row, _today: row.company, "company"),
    _plain("location", "Location", 150, lambda row, _today: row.location, "location"),
    ListColumn(
        "pay",
        "Salary range",
        178,
        lambda row, _today: words.pay_words(row.pay),
        lambda row, _today: words.spoken_pay(row),
        "pay",
    ),
    ListColumn(
        "next",
        "Next action",
        154,
        lambda row, _today: row.next_action,
        words.spoken_action,
        "next_action_on",
    ),
    ListColumn("age", "In stage", 80, words.age_words, words.spoken_age, "since", right=True),
    _plain("source", "Source", 120, lambda row, _today: row.source, "source"),
    _plain("profile", "Reference role", 160, lambda row, _today: row.profile),
    _dated("applied_on", "Applied on", "applied_on"),
    _dated("last_on", "Last activity", "last_on"),
    _plain("letters", "Letters", 72, lambda row, _today: str(row.letters or "")),
    _plain("tags", "Tags", 140, lambda row, _today: ", ".join(row.tags)),
    _dated("deadline", "Deadline", "deadline"),
    _plain(
        "excitement",
        "Excitement",
        96,
        lambda row, _today: f"{row.excitement} of 5" if row.excitement else "",
        "excitement",
    ),
    _plain("work_mode", "Work mode", 96, lambda row, _today: words.choice_words(row.work_mode)),
    _plain("level", "Level", 100, lambda row, _today: row.level.capitalize()),
)
KEYS: tuple[str, ...] = tuple(column.key for column in COLUMNS)
USUAL: tuple[str, ...] = ("role", "location", "pay", "next", "age", "source")
"""What is shown until a person chooses; three of them only in windows that have the room."""

SORT_NAMES = {column.sort: column.title for column in COLUMNS if column.sort} | {
    "role": "Role",
    "next_action_on": "Next action date",
    "added": "Added",
}
"""The words for what a list can be sorted by, in the order of a menu."""
ROLE = KEYS.index("role")
ROLE_LEAST = 240
"""px at 100 % that the role keeps; where the others leave less, the table scrolls sideways."""


def place(key: str) -> int:
    """The column's place in the model."""
    return KEYS.index(key)


def known(keys: Sequence[str]) -> tuple[str, ...]:
    """Those of `keys` that are columns, the role always among them: nothing stands without it."""
    found = tuple(dict.fromkeys(key for key in keys if key in KEYS))
    return found if "role" in found else ("role", *found)


class Look(NamedTuple):
    """`columns` are empty where a person chose none. What is not known is as at first."""

    columns: tuple[str, ...] = ()
    widths: Mapping[str, int] = {}
    group: str = BY_STAGE
    sort: str = SORTS[0]
    descending: bool = False
    compact: bool = False
    view: str = TABLE

    def query(self) -> ListQuery:
        """What the list is asked for first."""
        return ListQuery(group=self.group, sort=self.sort, descending=self.descending)

    def text(self) -> str:
        return json.dumps(self._asdict())


def look_from(text: str) -> Look:
    """The look in a text of `Look.text`; anything that does not fit is left out."""
    try:
        found = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        found = {}
    if not isinstance(found, dict):
        return Look()
    widths, keys = found.get("widths"), found.get("columns")
    return Look(
        columns=tuple(str(key) for key in keys) if isinstance(keys, list) else (),
        widths=_sizes(widths) if isinstance(widths, dict) else {},
        group=found["group"] if found.get("group") in GROUPS else BY_STAGE,
        sort=found["sort"] if found.get("sort") in SORTS else SORTS[0],
        descending=found.get("descending") is True,
        compact=found.get("compact") is True,
        view=BOARD if found.get("view") == BOARD else TABLE,
    )


def _sizes(found: Mapping[object, object]) -> dict[str, int]:
    return {str(key): size for key, size in found.items() if isinstance(size, int) and size > 0}


class Arrangement:
    """`changed` tells that a person moved or resized columns, `sorted_by` the sort of the
    header that was clicked.
    """

    def __init__(self, theme: Theme, table: RowTable) -> None:
        self.changed: Channel[None] = Channel()
        self.sorted_by: Channel[str] = Channel()
        self._theme = theme
        self._table = table
        self._header = table.horizontalHeader()
        self._width = WidthClass.MEDIUM
        self._keys: tuple[str, ...] | None = None
        self._own_work = False

    @property
    def keys(self) -> tuple[str, ...] | None:
        """The columns a person chose, in order; None for as many of the usual ones as fit."""
        return self._keys

    def show(self, keys: Sequence[str] | None) -> None:
        """Show these columns in this order; None for the usual ones."""
        self._keys = known(keys) if keys is not None else None
        self._arrange()

    def fit(self, width: WidthClass) -> None:
        """Show the columns there is room for, where a person has chosen none."""
        self._width = width
        self._arrange()

    def shown(self) -> tuple[str, ...]:
        """The columns that are wanted now, chosen or not."""
        if self._keys is not None:
            return self._keys
        left_out = set()
        if self._width < WidthClass.WIDE:
            left_out |= {"location", "source"}
        if self._width < WidthClass.MEDIUM:
            left_out.add("age")
        return tuple(key for key in USUAL if key not in left_out)

    def places(self) -> list[int]:
        """The places in the model of the columns that can be seen, from left to right."""
        found = (self._header.logicalIndex(at) for at in range(self._header.count()))
        return [place for place in found if not self._header.isSectionHidden(place)]

    def widths(self) -> dict[str, int]:
        """The widths a person gave to columns, in px at 100 %."""
        found = {}
        for place in self.places():
            one = COLUMNS[place]
            size = self._header.sectionSize(place)
            if one.width and size != self._theme.px(one.width):
                found[one.key] = round(size / self._theme.scale)
        return found

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Give columns these widths, the others their usual ones."""
        self._own_work = True
        for at, one in enumerate(COLUMNS):
            if one.width:
                size = self._theme.px(widths.get(one.key, one.width))
                self._header.resizeSection(at, size)
        self._own_work = False
        self.fit_role()

    def fit_role(self) -> None:
        """The role takes the rest, but never less than it needs: then the table scrolls."""
        header = self._header
        others = sum(header.sectionSize(place) for place in self.places() if place != ROLE)
        least = self._theme.px(ROLE_LEAST)
        fits = self._table.width() - others >= least
        mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Fixed
        if header.sectionResizeMode(ROLE) != mode:
            bar = Qt.ScrollBarPolicy
            policy = bar.ScrollBarAlwaysOff if fits else bar.ScrollBarAsNeeded
            self._table.setHorizontalScrollBarPolicy(policy)
            header.setSectionResizeMode(ROLE, mode)
        if not fits:
            header.resizeSection(ROLE, least)

    def wake(self) -> None:
        """Let headers be clicked, dragged and resized; not needed for the first paint."""
        header = self._header
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setSectionsClickable(True)
        for at, one in enumerate(COLUMNS):
            if one.width:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
        header.sectionMoved.connect(self._moved)
        header.sectionResized.connect(self._resized)
        header.sectionClicked.connect(self._clicked)

    def _arrange(self) -> None:
        shown = self.shown()
        self._own_work = True
        for key in KEYS:
            self._header.setSectionHidden(place(key), key not in shown)
        for at, key in enumerate(shown):
            before = self._header.visualIndex(place(key))
            if before != at:
                self._header.moveSection(before, at)
        self._own_work = False
        self.fit_role()

    def _moved(self, _place: int, _before: int, _after: int) -> None:
        if not self._own_work:
            self._keys = tuple(KEYS[place] for place in self.places())
            self.changed.put(None)

    def _resized(self, place: int, _before: int, after: int) -> None:
        if self._own_work or place == ROLE or not after:
            return
        self._own_work = True
        self.fit_role()
        self._own_work = False
        self.changed.put(None)

    def _clicked(self, place: int) -> None:
        if COLUMNS[place].sort:
            self.sorted_by.put(COLUMNS[place].sort)
