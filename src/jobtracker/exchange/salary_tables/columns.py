"""What the columns of a table mean: by their headings, and by what stands in them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from jobtracker.domain.salary_tables import COUNTS, FIGURES, Cell, Column, RawTable
from jobtracker.exchange.salary_tables import heading_words as words
from jobtracker.exchange.salary_tables.headings import read_heading
from jobtracker.exchange.salary_tables.kinds_of_pay import one_kind, without_middles
from jobtracker.exchange.salary_tables.numbers import amount, is_absent

SAMPLE_ROWS = 200
SHOWN_VALUES = 3
_MOST_ARE = 0.8
_SOME_ARE = 0.1
_LEAST_PAY = 5
_SINGLE = ("code", "currency", "period", "year", "level", *COUNTS)
_PLACES = (words.CITY, words.STATE, words.COUNTRY, words.REGION)
_JOINED = ({0, 1}, {0, 2}, {1, 2}, {0, 1, 2})
"""Kinds of places that say one place together: a city and its country."""


def detect_columns(raw: RawTable) -> tuple[Column, ...]:
    """The columns with what each means; one whose content is no figure is none."""
    mark = raw.mark
    sample = [row for row in raw.cells if row][:SAMPLE_ROWS]
    columns = [
        read_heading(index, heading)._replace(first=first_values(sample, index))
        for index, heading in enumerate(raw.headings)
    ]
    columns = [_by_content(column, sample, mark) for column in columns]
    if not any(column.meaning in FIGURES for column in columns):
        columns = _by_content_alone(columns, sample, mark)
    columns = _one_role(columns)
    columns = _one_place(columns)
    for meaning in _SINGLE:
        columns = _only_first(columns, meaning)
    columns = one_kind(_in_one_money(without_middles(columns)))
    return tuple(_apart(_ends_before_one(_without_odd_words(columns))))


def first_values(sample: Sequence[Sequence[Cell]], index: int) -> tuple[str, ...]:
    """The first few values of a column that differ, as they stand."""
    values = (str(row[index]) for row in sample if index < len(row) and row[index] != "")
    return tuple(dict.fromkeys(values))[:SHOWN_VALUES]


def _by_content(column: Column, sample: Sequence[Sequence[Cell]], mark: str) -> Column:
    """A figure's column without figures is none, whatever its heading says."""
    if column.meaning not in FIGURES:
        return column
    share = _share(sample, column.position, mark)
    if share is None or share >= (_MOST_ARE if _is_only_a_name(column) else _SOME_ARE):
        return column
    is_level = words.LEVEL.search(words.plain(column.heading))
    return Column(column.position, column.heading, "level" if is_level else "", first=column.first)


def _is_only_a_name(column: Column) -> bool:
    """Whether the heading names a level, a year or a place and says nothing of pay."""
    named = column.level or column.year or column.place
    return column.meaning == "pay" and bool(named) and named == column.heading


def _share(sample: Sequence[Sequence[Cell]], index: int, mark: str) -> float | None:
    """How many of the filled cells are amounts, from 0 to 1; None where none is filled."""
    filled = [row[index] for row in sample if index < len(row) and not is_absent(str(row[index]))]
    if not filled:
        return None
    return sum(amount(cell, mark) is not None for cell in filled) / len(filled)


def _by_content_alone(
    columns: list[Column], sample: Sequence[Sequence[Cell]], mark: str
) -> list[Column]:
    """A table whose headings say nothing of pay: its figures are low and high, or the pay; its
    first words the role.
    """
    free = [c for c in columns if not c.meaning]
    pay = [c for c in free if _looks_like_pay(sample, c.position, mark)]
    meanings = ("low", "high") if len(pay) == 2 else ("pay",)  # noqa: PLR2004 - two ends
    given = {c.position: meaning for c, meaning in zip(pay, meanings, strict=False)}
    if not any(c.meaning == "role" for c in columns) and not any(c.heading for c in columns):
        texts = [
            c for c in free if c.position not in given and (_share(sample, c.position, mark) == 0)
        ]
        given |= {c.position: meaning for c, meaning in zip(texts, ("role", "place"), strict=False)}
    return [c._replace(meaning=given.get(c.position, c.meaning)) for c in columns]


def _looks_like_pay(sample: Sequence[Sequence[Cell]], index: int, mark: str) -> bool:
    cells = [row[index] for row in sample if index < len(row) and row[index] != ""]
    amounts = [found.low for cell in cells if (found := amount(cell, mark)) and found.low]
    return (
        bool(amounts)
        and len(amounts) >= _MOST_ARE * len(cells)
        and median(amounts) >= _LEAST_PAY
        and not all(1900 <= value <= 2100 for value in amounts)  # noqa: PLR2004 - years
    )


def _one_role(columns: list[Column]) -> list[Column]:
    """One column is the role; others that could be are kept in words."""
    roles = [c for c in columns if c.meaning == "role"]
    if not roles:
        family = next((c for c in columns if _is_family(c)), None)
        return [c._replace(meaning="role") if c is family else c for c in columns]
    best = max(roles, key=lambda c: ("titl" in words.plain(c.heading), -c.position))
    return [c._replace(meaning="note") if c in roles and c is not best else c for c in columns]


def _is_family(column: Column) -> bool:
    """Whether a column names the kind of work, which is the role where nothing else is."""
    return bool(words.FAMILY.fullmatch(words.plain(column.heading)))


def _one_place(columns: list[Column]) -> list[Column]:
    """The column of places, or those that make one place together; others are kept in words."""
    kinds: dict[int, Column] = {}
    for column in columns:
        if column.meaning == "place":
            kinds.setdefault(_kind_of_place(column), column)
    if not kinds:
        return columns
    joined = max((each for each in _JOINED if each <= kinds.keys()), key=len, default={min(kinds)})
    kept = {kinds[kind].position for kind in joined}
    return [
        c._replace(meaning="note") if c.meaning == "place" and c.position not in kept else c
        for c in columns
    ]


def _kind_of_place(column: Column) -> int:
    text = words.plain(column.heading)
    return next((kind for kind, known in enumerate(_PLACES) if known.search(text)), len(_PLACES))


def _only_first(columns: list[Column], meaning: str) -> list[Column]:
    first = next((c for c in columns if c.meaning == meaning), None)
    return [
        c._replace(meaning="note") if c.meaning == meaning and c != first else c for c in columns
    ]


def _without_odd_words(columns: list[Column]) -> list[Column]:
    """Words in a figure's heading set figures apart ("Men", "Women") only where there are several
    columns of one meaning; "posted minimum" and "advertised maximum" belong together.
    """
    meanings = Counter(c.meaning for c in columns if c.meaning in FIGURES)
    apart = any(count > 1 for count in meanings.values())
    return columns if apart else [c._replace(about="") for c in columns]


def _in_one_money(columns: list[Column]) -> list[Column]:
    """The currency or the period that is said once in the headings holds for all figures."""
    figures = [c for c in columns if c.meaning in FIGURES]
    currencies = {c.currency for c in figures} - {None}
    periods = {c.period for c in figures} - {None}
    currency = next(iter(currencies)) if len(currencies) == 1 else None
    period = next(iter(periods)) if len(periods) == 1 else None
    return [
        c._replace(currency=c.currency or currency, period=c.period or period)
        if c.meaning in FIGURES
        else c
        for c in columns
    ]


def _ends_before_one(columns: list[Column]) -> list[Column]:
    """Where both ends of a range have columns, a single figure beside them is kept in words."""
    ranged = {group_of(c) for c in columns if c.meaning in {"low", "high"}}
    beside = [c for c in columns if c.meaning == "pay" and group_of(c) in ranged]
    return [c._replace(meaning="note", period=None) if c in beside else c for c in columns]


def _apart(columns: Iterable[Column]) -> list[Column]:
    """Each figure once in its group; a second column of the same meaning is kept in words."""
    taken: set[tuple[object, ...]] = set()
    kept = []
    for column in columns:
        key = (column.meaning, *group_of(column))
        is_second = column.meaning in FIGURES and key in taken
        taken.add(key)
        kept.append(column._replace(meaning="note") if is_second else column)
    return kept


def group_of(column: Column) -> tuple[object, ...]:
    """What sets the figures of a column apart from others of its row."""
    return column.level, column.place, column.period, column.currency, column.year, column.about
