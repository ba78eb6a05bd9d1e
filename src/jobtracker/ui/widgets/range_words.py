"""Words about a salary range that more than one page says."""

from typing import TYPE_CHECKING

from jobtracker.domain import money
from jobtracker.domain.pay import Pay, figure_of
from jobtracker.domain.position import standing_words

if TYPE_CHECKING:
    from jobtracker.domain.position import Position
    from jobtracker.domain.salary_ranges import SalaryRange

NO_SOURCE = "source not stated"


def source_words(told: "SalaryRange") -> str:
    """Who says so, of which place, as of when; a figure without a source says that.

    It begins in lower case, as part of a longer sentence.
    """
    parts = [f"source: {told.source}" if told.source else NO_SOURCE, told.kind, told.place]
    if told.source_date:
        undated = told.source_date.startswith("undated")
        parts.append(told.source_date if undated else f"as of {told.source_date}")
    if told.licence:
        parts.append(f"licence {told.licence}")
    return ", ".join(filter(None, parts))


def count_words(number: int) -> str:
    return f"{number} application" if number == 1 else f"{number} applications"


def place_sentence(pay: Pay, place: "Position") -> str:
    """As in "Midpoint $157.5K sits 70% up the benchmark."."""
    figure = figure_of(pay)
    ranged = pay.low is not None and pay.high is not None and pay.low != pay.high
    middle = Pay(*(round(figure),) * 2, pay.currency, pay.period) if figure is not None else pay
    name = f"{'Midpoint ' if ranged else ''}{money.short_range(middle)}"
    return f"{name} {standing_words(place, 'the benchmark')}."
