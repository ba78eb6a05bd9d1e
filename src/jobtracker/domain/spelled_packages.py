"""The parts of an offer in the words a person would type: the way back of `typed_packages`."""

from collections.abc import Iterator
from decimal import Decimal

from jobtracker.domain import money
from jobtracker.domain.packages import (
    DEFAULT_VEST_YEARS,
    Bonus,
    Commute,
    Equity,
    EquityKind,
    Match,
    Package,
    SignOn,
)
from jobtracker.domain.pay import figure_of


def spelled_base(package: Package) -> str:
    """The base pay as it was typed, else in words that are read back as the same."""
    base = package.base
    if base.text:
        return base.text
    return money.long_range(base) if figure_of(base) is not None else ""


def spelled(package: Package) -> dict[str, str]:
    """What was said of each part, by the names of `typed_packages.PARTS`; nothing of those that
    are unsaid or as usual.
    """
    return {name: text for name, text in _parts(package) if text}


def spelled_marks(package: Package) -> str:
    """The person's own criteria: "team 4, growth 5"."""
    return ", ".join(f"{mark.name} {mark.value}" for mark in package.marks)


def _parts(package: Package) -> Iterator[tuple[str, str]]:
    currency = package.base.currency
    if package.bonus:
        yield from _bonus(package.bonus, currency)
    if package.sign_on:
        yield from _sign_on(package.sign_on, currency)
    if package.equity:
        yield from _equity(package.equity, currency)
    if package.match:
        yield "match", _match(package.match)
    yield "health", _money(package.health_cost, currency)
    yield "leave", _number(package.leave_days)
    yield "hours", _unusual(package.hours, Package().hours)
    yield "weeks", _unusual(package.weeks, Package().weeks)
    if package.commute:
        yield from _commute(package.commute, currency)


def _bonus(bonus: Bonus, currency: str | None) -> Iterator[tuple[str, str]]:
    percent = f"{_number(bonus.percent)} %" if bonus.percent is not None else ""
    yield "bonus", percent or _money(bonus.amount, currency)
    yield "guaranteed", "yes" if bonus.guaranteed else ""


def _sign_on(sign_on: SignOn, currency: str | None) -> Iterator[tuple[str, str]]:
    yield "sign-on", _money(sign_on.amount, currency)
    yield "clawback", str(sign_on.clawback_months) if sign_on.clawback_months else ""


def _equity(equity: Equity, currency: str | None) -> Iterator[tuple[str, str]]:
    by_unit = f"{_number(equity.units)} x {_money(equity.price, currency)}"
    yield "equity", by_unit if equity.value is None else _money(equity.value, currency)
    yield "equity-kind", "" if equity.kind is EquityKind.RSU else equity.kind.value
    yield "strike", _money(equity.strike, currency)
    yield "vest", _unusual(equity.years, Decimal(DEFAULT_VEST_YEARS))
    yield "cliff", str(equity.cliff_months) if equity.cliff_months else ""
    yield "schedule", "/".join(_number(percent) for percent in equity.schedule)
    yield "haircut", _unusual(equity.haircut, Decimal(0))


def _match(match: Match) -> str:
    return f"{_number(match.percent)} % up to {_number(match.limit)} %"


def _commute(commute: Commute, currency: str | None) -> Iterator[tuple[str, str]]:
    yield "commute", "" if commute.minutes is None else str(commute.minutes)
    yield "commute-cost", _money(commute.cost, currency)
    yield "commute-days", _unusual(commute.days_a_week, Commute().days_a_week)


def _money(minor: int | None, currency: str | None) -> str:
    return "" if minor is None else money.amount(minor, currency).replace("\u00a0", " ")


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"


def _unusual(value: Decimal, usual: Decimal) -> str:
    return "" if value == usual else _number(value)
