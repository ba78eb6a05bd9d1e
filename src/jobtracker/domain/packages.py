"""What an offer is made of: base pay and everything that comes with it.

Amounts are integer minor units of the base pay's currency, percents exact decimals (12.5 is
12.5 %). Every part but the base may be unsaid (None), which is not the same as nothing (0).
"""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from jobtracker.domain.pay import HOURS_A_WEEK, WEEKS_A_YEAR, WORKDAYS_A_WEEK, Pay

DEFAULT_VEST_YEARS = 4


class EquityKind(StrEnum):
    RSU = "rsu"
    OPTIONS = "options"
    SHARES = "shares"
    OTHER = "other"


class Bonus(NamedTuple):
    """The target bonus of a year: an `amount`, or a `percent` of the base pay."""

    amount: int | None = None
    percent: Decimal | None = None
    guaranteed: bool = False


class SignOn(NamedTuple):
    """Paid once; to be paid back by whoever leaves within `clawback_months`."""

    amount: int
    clawback_months: int = 0


class Equity(NamedTuple):
    """A grant: its whole `value` today, or `units` at `price` each, options less their `strike`.

    It vests over `years`, nothing of it before `cliff_months` have gone by. `schedule` are the
    percents that vest in each year; without one it vests evenly. `haircut` is the percent of it
    that one does not count on.
    """

    kind: EquityKind = EquityKind.RSU
    value: int | None = None
    units: Decimal | None = None
    price: int | None = None
    strike: int | None = None
    years: Decimal = Decimal(DEFAULT_VEST_YEARS)
    cliff_months: int = 0
    schedule: tuple[Decimal, ...] = ()
    haircut: Decimal = Decimal(0)


class Match(NamedTuple):
    """What the employer adds to one's own saving for retirement: `percent` of what one pays in,
    as far as that is `limit` percent of the base pay.
    """

    percent: Decimal
    limit: Decimal


class Commute(NamedTuple):
    """The way there and back: `minutes` on each day of it, `cost` a month."""

    minutes: int | None = None
    cost: int | None = None
    days_a_week: Decimal = Decimal(WORKDAYS_A_WEEK)


class Mark(NamedTuple):
    """What a person thinks of an offer by a criterion of their own, 1 to 5."""

    name: str
    value: int


class Package(NamedTuple):
    """All that an offer offers. `health_cost` is one's own part of it a month, `leave_days` the
    days of paid leave a year, `weeks` those of a year that are paid. `unread` is what a stored
    package holds that this version does not know, as JSON; it is kept.
    """

    base: Pay = Pay()
    bonus: Bonus | None = None
    sign_on: SignOn | None = None
    equity: Equity | None = None
    match: Match | None = None
    health_cost: int | None = None
    leave_days: Decimal | None = None
    hours: Decimal = Decimal(HOURS_A_WEEK)
    weeks: Decimal = Decimal(WEEKS_A_YEAR)
    commute: Commute | None = None
    marks: tuple[Mark, ...] = ()
    unread: str = ""
