"""The parts of an offer as a person types them: "10 %", "5000 x 12.50", "50 % up to 6 %".

Amounts are in the base pay's currency; one that names another is refused, never converted.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple, TypeVar

from jobtracker.domain.currencies import can_mean, sign_of
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.packages import (
    Bonus,
    Commute,
    Equity,
    EquityKind,
    Mark,
    Match,
    Package,
    SignOn,
)
from jobtracker.domain.pay import to_minor
from jobtracker.domain.text import folded, quoted

T = TypeVar("T")

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_AMOUNT = re.compile(r"(?P<before>[^\d.,\s]*)\s*(?P<number>[\d.,]+)\s*(?P<after>.*)", re.DOTALL)
_TIMES = re.compile(r"(?<=\d)\s*(?:[×*@]|x(?![a-z]{2}\b)|\bat\b)\s*", re.IGNORECASE)
"""Behind the number of units; the "x" of "MX$12" and "200,000 XAF" is a currency's."""
_MATCH = re.compile(r"([\d.,]+)\s*%?\s*(?:up\s+to|of|/)\s*([\d.,]+)\s*%?", re.IGNORECASE)
_THOUSANDS = {"k": 3, "m": 6}
_LONGEST_NUMBER = 30
_YES, _NO = "yes", "no"

PARTS = {
    "bonus": "The target bonus of a year: an amount, or “10 %” of the base pay.",
    "guaranteed": "Whether the bonus is guaranteed: yes or no.",
    "sign-on": "The sign-on bonus.",
    "clawback": "Months within which a leaver pays the sign-on back.",
    "equity": "The whole grant's value, or “5000 x 12.50”: units at their price.",
    "equity-kind": "rsu, options, shares or other.",
    "strike": "What an option costs to use.",
    "vest": "Years over which the equity vests; 4 otherwise.",
    "cliff": "Months before which no equity vests.",
    "schedule": "Percents that vest in each year: 10/20/30/40; evenly otherwise.",
    "haircut": "Percent of the equity not to count on.",
    "match": "The retirement match: “50 % up to 6 %” of the base pay.",
    "health": "Your own health cost a month.",
    "leave": "Days of paid leave a year.",
    "hours": "Hours a week; 40 otherwise.",
    "weeks": "Paid weeks a year; 52 otherwise.",
    "commute": "Minutes of the way there and back, on a day of it.",
    "commute-cost": "What the way costs a month.",
    "commute-days": "Days a week of it; 5 otherwise.",
}
"""What can be typed, by its name, and in what words to ask for it."""


class _Typed(NamedTuple):
    """A text that was typed for a part, and the currency of the base pay."""

    name: str
    text: str
    currency: str | None


def with_typed(package: Package, typed: Mapping[str, str], marks: Mapping[str, str]) -> Package:
    """The package with these parts as typed, by the names of `PARTS`; "" takes one away, and one
    that is not among them stays. `marks` are the person's own criteria, 1 to 5, or "" for none.

    Raises InvalidInputError, which names the part, for what cannot be meant. Whether the parts
    go together is for `checked_package` to say.
    """
    for name in PARTS:
        if name in typed:
            said = _Typed(name, typed[name].strip(), package.base.currency)
            package = _WRITERS[name](package, said)
    return package._replace(marks=_marked(package.marks, marks)) if marks else package


def typed_amount(text: str, currency: str | None, name: str) -> int:
    """An amount as typed ("15,000", "15k", "$12.50", "1200 EUR"), in minor units.

    Raises InvalidInputError for anything else, and for another currency than the one given.
    """
    found = _AMOUNT.fullmatch(text.strip())
    digits = _digits(found["number"]) if found else None
    if found is None or digits is None:
        raise _refused(_Typed(name, text, currency), "an amount, like 15,000 or 15k")
    after = found["after"].strip()
    scale = _THOUSANDS.get(after[:1].lower(), 0) if not sign_of(after) else 0
    behind = after[1:].strip() if scale else after
    for sign in (found["before"], behind):
        _check_sign(sign, _Typed(name, text, currency))
    return to_minor(digits.scaleb(scale), currency)


def _check_sign(sign: str, said: _Typed) -> None:
    """Refuses a word that is no currency, and another currency than the base pay's."""
    if not sign:
        return
    if sign_of(sign) is None:
        raise _refused(said, "an amount, like 15,000 or 15k")
    if said.currency is not None and not can_mean(sign, said.currency):
        raise InvalidInputError(
            f"{quoted(said.text)} is not in {said.currency} as the base pay is; nothing was "
            f"changed. Type it in {said.currency}: all parts are in one currency. Converting an "
            "amount at a rate that you type tells what it is.",
            field=said.name,
        )


def _digits(text: str) -> Decimal | None:
    if len(text) > _LONGEST_NUMBER or not _NUMBER.fullmatch(text):
        return None
    return Decimal(text.replace(",", ""))


def _number(said: _Typed) -> Decimal:
    number = _digits(said.text.removesuffix("%").strip())
    if number is None:
        raise _refused(said, "a number, like 12 or 12.5")
    return number


def _whole(said: _Typed) -> int:
    if not said.text.isdecimal() or len(said.text) > _LONGEST_NUMBER:
        raise _refused(said, "a whole number, like 12")
    return int(said.text)


def _money(said: _Typed) -> int:
    return typed_amount(said.text, said.currency, said.name)


def _bonus(package: Package, said: _Typed) -> Package:
    if not said.text:
        return package._replace(bonus=None)
    kept = package.bonus or Bonus()
    if said.text.endswith("%"):
        return package._replace(bonus=kept._replace(amount=None, percent=_number(said)))
    return package._replace(bonus=kept._replace(amount=_money(said), percent=None))


def _guaranteed(package: Package, said: _Typed) -> Package:
    if said.text.lower() not in ("", _YES, _NO):
        raise _refused(said, "yes or no")
    bonus = _there(package.bonus, said, "bonus")
    return package._replace(bonus=bonus._replace(guaranteed=said.text.lower() == _YES))


def _sign_on(package: Package, said: _Typed) -> Package:
    if not said.text:
        return package._replace(sign_on=None)
    kept = package.sign_on or SignOn(0)
    return package._replace(sign_on=kept._replace(amount=_money(said)))


def _clawback(package: Package, said: _Typed) -> Package:
    sign_on = _there(package.sign_on, said, "sign-on")
    months = _whole(said) if said.text else 0
    return package._replace(sign_on=sign_on._replace(clawback_months=months))


def _equity(package: Package, said: _Typed) -> Package:
    if not said.text:
        return package._replace(equity=None)
    kept = (package.equity or Equity())._replace(value=None, units=None, price=None)
    units, *price = _TIMES.split(said.text, maxsplit=1)
    if not price:
        return package._replace(equity=kept._replace(value=_money(said)))
    return package._replace(
        equity=kept._replace(
            units=_number(said._replace(text=units)), price=_money(said._replace(text=price[0]))
        )
    )


def _equity_part(name: str, read: Callable[[_Typed], object]) -> "_Writer":
    """Writes one field of the equity; "" gives it back its usual value."""

    def write(package: Package, said: _Typed) -> Package:
        equity = _there(package.equity, said, "equity")
        value = read(said) if said.text else Equity._field_defaults[name]
        changed: Equity = equity._replace(**{name: value})  # type: ignore[arg-type] # by its name
        return package._replace(equity=changed)

    return write


def _kind(said: _Typed) -> EquityKind:
    key = said.text.lower()
    if key not in EquityKind.__members__.values():
        raise _refused(said, "one of " + ", ".join(EquityKind))
    return EquityKind(key)


def _schedule(package: Package, said: _Typed) -> Package:
    """A schedule says how many years the equity vests, too."""
    equity = _there(package.equity, said, "equity")
    if not said.text:
        return package._replace(equity=equity._replace(schedule=()))
    percents = tuple(
        _number(said._replace(text=part.strip())) for part in re.split(r"[/,;]", said.text)
    )
    changed = equity._replace(schedule=percents, years=Decimal(len(percents)))
    return package._replace(equity=changed)


def _match(package: Package, said: _Typed) -> Package:
    if not said.text:
        return package._replace(match=None)
    found = _MATCH.fullmatch(said.text)
    if found is None:
        raise _refused(said, "it like “50 % up to 6 %”")
    percent, limit = (_number(said._replace(text=part)) for part in found.groups())
    return package._replace(match=Match(percent, limit))


def _commute(package: Package, said: _Typed) -> Package:
    kept = package.commute or Commute()
    if said.name == "commute":
        kept = kept._replace(minutes=_whole(said) if said.text else None)
    elif said.name == "commute-cost":
        kept = kept._replace(cost=_money(said) if said.text else None)
    else:
        kept = kept._replace(days_a_week=_number(said) if said.text else Commute().days_a_week)
    return package._replace(commute=None if kept == Commute() else kept)


def _plain(name: str, read: Callable[[_Typed], object]) -> "_Writer":
    """Writes a field of the package itself; "" gives it back its usual value."""

    def write(package: Package, said: _Typed) -> Package:
        value = read(said) if said.text else Package._field_defaults[name]
        changed: Package = package._replace(**{name: value})  # type: ignore[arg-type] # by its name
        return changed

    return write


def _marked(marks: tuple[Mark, ...], typed: Mapping[str, str]) -> tuple[Mark, ...]:
    known = {folded(mark.name): mark for mark in marks}
    for name, text in typed.items():
        known.pop(folded(name), None)
        if text.strip():
            known[folded(name)] = Mark(name.strip(), _whole(_Typed(name, text.strip(), None)))
    return tuple(known.values())


def _there(part: T | None, said: _Typed, of: str) -> T:
    """The part that something is said of, or InvalidInputError where there is none."""
    if part is None:
        raise InvalidInputError(
            f"The {said.name.replace('-', ' ')} says something of the {of}, and there is none; "
            f"nothing was changed. Type the {of} too.",
            field=said.name,
        )
    return part


def _refused(said: _Typed, wanted: str) -> InvalidInputError:
    return InvalidInputError(
        f"{quoted(said.text)} cannot be the {said.name.replace('-', ' ')}; nothing was changed. "
        f"Type {wanted}.",
        field=said.name,
    )


_Writer = Callable[[Package, _Typed], Package]
_WRITERS: Mapping[str, _Writer] = {
    "bonus": _bonus,
    "guaranteed": _guaranteed,
    "sign-on": _sign_on,
    "clawback": _clawback,
    "equity": _equity,
    "equity-kind": _equity_part("kind", _kind),
    "strike": _equity_part("strike", _money),
    "vest": _equity_part("years", _number),
    "cliff": _equity_part("cliff_months", _whole),
    "schedule": _schedule,
    "haircut": _equity_part("haircut", _number),
    "match": _match,
    "health": _plain("health_cost", _money),
    "leave": _plain("leave_days", _number),
    "hours": _plain("hours", _number),
    "weeks": _plain("weeks", _number),
    "commute": _commute,
    "commute-cost": _commute,
    "commute-days": _commute,
}
