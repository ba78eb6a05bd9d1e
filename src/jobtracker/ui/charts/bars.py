"""What a chart of pay is given: rows with their ranges, percentiles and marks.

Amounts are major units for one period as floats; every word comes ready from outside, so that
the charts know no currency and no rule.
"""

from collections.abc import Sequence
from typing import NamedTuple

from jobtracker.ui.charts.mini_range import Span

POSTING, ASK, OFFER, WHAT_IF = "posting", "ask", "offer", "what-if"
OFFICIAL, TABLE = "official", "table"


class Mark(NamedTuple):
    """A figure on a row. `words` is all there is to say of it, `label` what is written beside it:
    "Northwind Data $128K". `kind` is POSTING, ASK, OFFER or WHAT_IF.
    """

    amount: float
    kind: str = POSTING
    words: str = ""
    label: str = ""


class Quantiles(NamedTuple):
    """The 10th to 90th percentile; None where a source has none."""

    p10: float | None = None
    p25: float | None = None
    p50: float | None = None
    p75: float | None = None
    p90: float | None = None

    @property
    def known(self) -> list[float]:
        return [amount for amount in self if amount is not None]


class Bar(NamedTuple):
    """One row: title and second line at the left, the span, the marks under and on it.

    `words` is the whole row as one reads it aloud. `own` fills the bar in accent; a bar of `kind`
    OFFICIAL shows its percentiles, one of TABLE has a dashed edge. `open_end` says that it goes
    on beyond what is stated. `old` puts a clock before the second line. Rows of one `group` that
    follow each other stand under one heading. `key` is the row's for whoever made it.
    """

    title: str
    detail: str
    span: Span | None
    words: str
    own: bool = False
    marks: tuple[Mark, ...] = ()
    key: int = 0
    kind: str = ""
    quantiles: Quantiles | None = None
    open_end: bool = False
    old: bool = False
    group: str = ""

    @property
    def ends(self) -> list[float]:
        """Where the drawn range begins and where it stops; empty where nothing is drawn."""
        drawn = [*(self.span or ()), *(self.quantiles.known if self.quantiles else ())]
        return [min(drawn), max(drawn)] if drawn else []


class Goal(NamedTuple):
    """A line across all rows; the one of `main` wears its words on top of the chart."""

    amount: float
    words: str
    main: bool = True


class Spot(NamedTuple):
    """Where the keyboard stands: a row, and a mark on it; -1 for the row as a whole."""

    row: int
    mark: int = -1


def amounts_of(bars: Sequence[Bar], goals: Sequence[Goal] = ()) -> list[float]:
    """Every amount the rows and the goals hold, for one scale over all of them."""
    found = [goal.amount for goal in goals]
    for bar in bars:
        found += bar.ends
        found += [mark.amount for mark in bar.marks]
    return found
