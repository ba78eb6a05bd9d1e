"""The lines of a view as rows of a chart, each and all its marks in full words."""

from datetime import date
from typing import TYPE_CHECKING

from jobtracker.domain.money import long_range, short_range
from jobtracker.domain.pay import Pay, Period, convert, figure_of, in_currency, to_major
from jobtracker.domain.position import standing_words
from jobtracker.domain.salary_lines import (
    BY_LEVEL,
    BY_PLACE,
    OFFER,
    OFFICIAL,
    TABLE,
    WHAT_IF,
)
from jobtracker.domain.salary_ranges import age, trust_words
from jobtracker.ui.charts.bars import Bar, Goal, Mark, Quantiles, Spot
from jobtracker.ui.charts.mini_range import Span
from jobtracker.ui.features.salary.words import BASIS, line_kind, title_of
from jobtracker.ui.widgets.days import full_day
from jobtracker.ui.widgets.range_words import count_words, source_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobtracker.domain.salary_lines import Aim, PayMark, SalaryLine, SalaryView
    from jobtracker.domain.salary_ranges import SalaryRange

SAID = {"posting": "Posting", "ask": "Your ask", "offer": "Offer", "what-if": "What-if"}
NATION = "United States"
NAMED = ("10th percentile", "25th percentile", "median", "75th percentile", "90th percentile")


def bar_of(line: "SalaryLine", period: Period, place: int, view: "SalaryView") -> Bar:
    """A line as a row of the chart; `place` is its place among all lines of the view."""
    told, today = range_for(line, period), view.today
    return Bar(
        title_of(line),
        detail_of(line, period, view),
        span_of(told.pay, period),
        spoken(line, period, today),
        own=line.own,
        marks=tuple(mark for _, mark in drawn_marks(line, period)),
        key=place,
        kind=line.kind if line.kind in {OFFICIAL, TABLE} else "",
        quantiles=_quantiles(told, period) if line.kind in {OFFICIAL, TABLE} else None,
        open_end=bool(told.at_least),
        old=bool(age(told, today)),
        group=group_of(line, view.query.grouped),
    )


def range_for(line: "SalaryLine", period: Period) -> "SalaryRange":
    """The range as its source states it for a period, where it does."""
    return line.by_hour if period is Period.HOUR and line.by_hour is not None else line.range


def applications_on(line: "SalaryLine") -> int:
    """How many applications stand on a line."""
    return len({mark.application_id for mark in line.marks if mark.application_id is not None})


def detail_of(line: "SalaryLine", period: Period, view: "SalaryView") -> str:
    """The second line of a row: its range, "official, from 2024, 4 applications". A place is
    said where it is not the one that was chosen.
    """
    told, today = range_for(line, period), view.today
    parts = [_short(told.pay, period)]
    if age(told, today) or told.is_thin:
        parts += [words for words in trust_words(told, today) if not words.startswith("employ")]
    if line.kind in {OFFICIAL, TABLE}:
        parts += [told.kind, _short_place(told.place), _stated_words(told.pay, period)]
    elif told.place and told.place != view.area.name:
        parts.append(_short_place(told.place))
    count = applications_on(line)
    if count and line.kind not in {OFFICIAL, TABLE}:
        parts.append(count_words(count))
    return ", ".join(filter(None, parts))


def spoken(line: "SalaryLine", period: Period, today: date) -> str:
    """A whole line as it is read aloud."""
    told = range_for(line, period)
    parts = [f"{title_of(line)}, {line_kind(line)}: {amounts_words(told, period)}"]
    if count := applications_on(line):
        parts.append(count_words(count))
    if counted := counted_words(told.pay, period):
        parts.append(counted)
    parts += [source_words(told), *trust_words(told, today), *told.notes]
    return ", ".join(parts)


def amounts_words(told: "SalaryRange", period: Period) -> str:
    """Its percentiles by their names where it has them, else its ends."""
    known = [
        f"{name} {long_range(convert(told.pay._replace(low=end, high=end), period))}"
        for name, end in zip(NAMED, told.percentiles, strict=True)
        if end is not None
    ]
    return ", ".join(known) if len(known) > 1 else long_range(convert(told.pay, period))


def group_of(line: "SalaryLine", grouped: str) -> str:
    """The heading a line stands under; by role it needs none."""
    if grouped == BY_LEVEL:
        return line.range.level.capitalize() or "Every level"
    if grouped == BY_PLACE:
        return line.range.place or "Place not stated"
    return ""


def drawn_marks(line: "SalaryLine", period: Period) -> "list[tuple[PayMark, Mark]]":
    """The marks that can stand on the line's scale, from the lowest; one without an amount in
    its currency is left to the words.
    """
    told = range_for(line, period)
    found = [
        (mark, Mark(amount, mark.kind, mark_words(mark, period), _label(mark, period)))
        for mark in line.marks
        if (amount := _figure(mark.counted or mark.pay, told.pay, period)) is not None
    ]
    return sorted(found, key=lambda one: one[1].amount)


def mark_at(lines: "Sequence[SalaryLine]", spot: Spot, period: Period) -> "PayMark | None":
    """The mark at a spot; None on a row as a whole and beside all rows."""
    marks = drawn_marks(lines[spot.row], period) if spot.row < len(lines) else []
    return marks[spot.mark][0] if 0 <= spot.mark < len(marks) else None


def mark_words(mark: "PayMark", period: Period) -> str:
    """A mark in full: who, how much, where it stands and of when."""
    parts = [
        f"{SAID[mark.kind]}, {mark.name}" if mark.name else SAID[mark.kind],
        long_range(convert(mark.pay, period)),
        standing_words(mark.position) or mark.position.reason.rstrip("."),
    ]
    if mark.counted is not None:
        reason = mark.position.reason.rstrip(".")
        parts.append(reason[:1].lower() + reason[1:])
    if mark.on is not None:
        parts.append(f"of {full_day(mark.on)}")
    return ", ".join(filter(None, parts))


def goals_of(aim: "Aim | None", currency: str | None, period: Period) -> list[Goal]:
    """What the person is after as lines, where it is in the currency of the scale."""
    if aim is None:
        return []
    named = (("Floor", aim.floor), ("Your target", aim.target), ("Stretch", aim.stretch))
    return [
        Goal(amount, f"{name} {short_range(convert(pay, period))}", main=pay is aim.target)
        for name, pay in named
        if pay is not None
        and pay.currency == currency
        and (amount := _figure(pay, pay, period)) is not None
    ]


def span_of(pay: Pay, period: Period) -> Span | None:
    """Major units for this period; a one-sided figure or an unknown period has none."""
    stated = convert(pay, period)
    if stated.low is None or stated.high is None or stated.period is None:
        return None
    return Span(*(float(to_major(end, pay.currency)) for end in (stated.low, stated.high)))


def _quantiles(told: "SalaryRange", period: Period) -> Quantiles | None:
    known = [_major(end, told.pay, period) for end in told.percentiles]
    return Quantiles(*known) if sum(end is not None for end in known) > 1 else None


def _major(end: int | None, pay: Pay, period: Period) -> float | None:
    stated = convert(pay._replace(low=end, high=end), period)
    if stated.low is None or stated.period is None:
        return None
    return float(to_major(stated.low, pay.currency))


def _label(mark: "PayMark", period: Period) -> str:
    """What is written beside an offer: "Northwind Data $128K"."""
    if mark.kind not in {OFFER, WHAT_IF} or not mark.first:
        return ""
    amount = short_range(convert(mark.pay, period))
    return f"{mark.name} {amount.removesuffix(' an hour')}"


def counted_words(pay: Pay, period: Period) -> str:
    """That a source states its figures for another period, and how they were counted."""
    if pay.period is None or pay.period is period:
        return ""
    return f"stated by the {pay.period}, counted at {BASIS}"


def _stated_words(pay: Pay, period: Period) -> str:
    return f"by the {pay.period}" if counted_words(pay, period) else ""


def _short_place(place: str) -> str:
    """A place in a word: the nation's letters, the first town of a metropolitan area."""
    return "US" if place == NATION else place.partition("-")[0].partition(",")[0]


def _short(pay: Pay, period: Period) -> str:
    words = short_range(convert(pay, period))
    return words if pay.period is not None or pay.low is None else f"{words}, period not stated"


def _figure(pay: Pay, benchmark: Pay, period: Period) -> float | None:
    """Where a mark stands in major units; none where it cannot be compared."""
    counted = in_currency(pay, benchmark.currency)
    if counted.currency != benchmark.currency or counted.period is None:
        return None
    figure = figure_of(convert(counted, period))
    return None if figure is None else float(figure) * float(to_major(1, counted.currency))
