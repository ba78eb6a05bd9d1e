"""`pay`: the figures that were named while one applied, and `salary convert`."""

import re
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import click

from jobtracker.cli import offer_shapes, shapes
from jobtracker.cli.common import answer, day, shared_options, workspace
from jobtracker.domain import money
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.exchange_rates import Rate, converted, joins, rate_from
from jobtracker.domain.pay import Pay, Period, checked_time, convert, figure_of
from jobtracker.domain.pay_facts import fact_words
from jobtracker.domain.text import quoted
from jobtracker.domain.typed_pay import understood_pay

if TYPE_CHECKING:
    from jobtracker.domain.pay_facts import PayFact


_NEGATIVE = re.compile(r"-\s*(?:[A-Z]{3}\s*)?[^\w\s-]*\d")


class AmountCommand(click.Command):
    """A command with an amount among its arguments: one below zero is refused as what it is,
    and not taken for an option.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        typed = list(args)
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as unknown:
            for each in typed:
                if each.startswith(unknown.option_name) and _NEGATIVE.match(each):
                    raise InvalidInputError(
                        f"{quoted(each)} is below zero, and no pay is; nothing was changed. "
                        "Type the amount without a minus.",
                        field="amount",
                    ) from None
            raise


@click.command(cls=AmountCommand)
@click.argument("reference", metavar="ID")
@click.argument("kind", required=False)
@click.argument("amount", required=False)
@click.option("--on", "on_day", metavar="DATE", help="The day it was named; today otherwise.")
@click.option("--who", metavar="TEXT", default="", help="Who named it, or to whom.")
@click.option("--how", metavar="TEXT", default="", help="How: phone, mail.")
@click.option("--note", metavar="TEXT", default="", help="What else was said.")
@click.option("--remove", metavar="FACT", type=int, help="Take the fact of this number away.")
@shared_options
def pay(
    reference: str,
    kind: str | None,
    amount: str | None,
    on_day: str | None,
    who: str,
    how: str,
    note: str,
    remove: int | None,
) -> None:
    """List the figures named for an application, or record one.

    KIND is desired, advertised, stated, verbal, written or signed. A figure you name that is
    not the one you named last is recorded all the same, with a word on stderr.
    """
    if remove is not None:
        _remove(reference, remove)
    elif kind is None:
        _list(reference)
    elif amount is None:
        raise click.UsageError("Name the amount too: pay ID KIND AMOUNT.")
    else:
        _record(reference, kind, amount, on_day, {"who": who, "how": how, "note": note})


def _list(reference: str) -> None:
    with workspace(write=False) as opened:
        facts = opened.pay_facts.of(opened.applications.id_of(reference))
    answer(
        [offer_shapes.pay_fact(fact) for fact in facts],
        lambda: "\n".join(map(_line, facts)),
        nothing="No figure has been named yet.",
    )


def _record(
    reference: str, kind: str, amount: str, on_day: str | None, words: dict[str, str]
) -> None:
    on = day(on_day, "on")
    with workspace(write=True) as opened:
        key = opened.applications.id_of(reference)
        warned = opened.pay_facts.would_warn(key, kind, amount, on)
        made = opened.pay_facts.add(key, kind, amount, on, **words).value
        fact = next(one for one in opened.pay_facts.of(key) if one.id == made)
    if warned:
        click.echo(warned, err=True)
    answer(offer_shapes.pay_fact(fact) | {"warning": warned or None}, lambda: _line(fact))


def _remove(reference: str, number: int) -> None:
    with workspace(write=True) as opened:
        known = {one.id: one for one in opened.pay_facts.of(opened.applications.id_of(reference))}
        if number not in known:
            raise InvalidInputError(
                f"This application has no pay fact {number}; nothing was changed. "
                "List them to see their numbers.",
                field="remove",
            )
        opened.pay_facts.remove(number)
    answer(offer_shapes.pay_fact(known[number]), lambda: f"Removed {_line(known[number])}")


def _line(fact: "PayFact") -> str:
    return f"{fact.id:>5}  {fact_words(fact)}"


@click.command("convert", cls=AmountCommand)
@click.argument("amount")
@click.option("--to", "period", metavar="PERIOD", help="hour, day, week, month or year.")
@click.option("--hours", metavar="N", default="40", show_default=True, help="Hours a week.")
@click.option("--weeks", metavar="N", default="52", show_default=True, help="Paid weeks a year.")
@click.option("--rate", metavar="TEXT", help="“1 EUR = 1.08 USD on 2026-11-01”; it is kept.")
@click.option("--currency", metavar="CODE", help="Into this currency, at the rate last typed.")
@shared_options
def salary_convert(
    amount: str, period: str | None, hours: str, weeks: str, rate: str | None, currency: str | None
) -> None:
    """State a pay for another period, or in another currency by a rate that you type."""
    told = understood_pay(amount, "amount")
    if figure_of(told) is None:
        raise InvalidInputError(
            f"No amount is found in {quoted(amount)}; nothing was converted. "
            "Type one, like “$65 an hour”.",
            field="amount",
        )
    time = _number(hours, "hours"), _number(weeks, "weeks")
    checked_time(*time)
    to = _period(period) if period else told.period
    if to is not None and told.period is None:
        raise InvalidInputError(
            f"{quoted(amount)} does not say for how long; nothing was converted. "
            "Say it, like “$65 an hour”.",
            field="amount",
        )
    used = rate_for(told, rate, currency.upper() if currency else None)
    if used is None and not period:
        raise InvalidInputError(
            f"{quoted(amount)} is to be stated for no other period and in no other currency. "
            "Name one, as in --to year or --currency EUR.",
            field="to",
        )
    result = converted(told, used, to, *time) if used else _restated(told, to, time)
    answer(_shape(told, result, time, used), lambda: _words(told, result, time, used))


def _restated(told: Pay, to: Period | None, time: tuple[Fraction, Fraction]) -> Pay:
    return convert(told, to, *time) if to else told


def _period(text: str) -> Period:
    key = text.strip().lower()
    if key not in Period.__members__.values():
        raise InvalidInputError(
            f"There is no period {quoted(text)}; nothing was converted. "
            f"Use one of: {', '.join(Period)}.",
            field="to",
        )
    return Period(key)


def _number(text: str, name: str) -> Fraction:
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise InvalidInputError(
            f"{quoted(text)} is no number of {name}; nothing was converted. Type one, like 37.5.",
            field=name,
        )
    return Fraction(number)


def rate_for(told: Pay, typed: str | None, currency: str | None) -> Rate | None:
    """The rate to bring a pay into a currency by: the one typed now, which is kept, or the last
    one typed between the two; None where none is needed. Without a currency it is the rate's.

    Raises InvalidInputError where the typed one does not join the two, or there is none.
    """
    if typed is not None:
        return _kept(told, typed, currency)
    if currency is None or currency == told.currency:
        return None
    with workspace(write=False) as opened:
        known = opened.rates.between(told.currency or "", currency)
    if known is None:
        between = f"{told.currency or 'this pay'} and {currency}"
        raise InvalidInputError(
            f"There is no rate between {between}; nothing was converted. Type one, like "
            f'--rate "1 {told.currency or "EUR"} = 1.08 {currency} on 2026-11-01".',
            field="rate",
        )
    return known


def _kept(told: Pay, typed: str, currency: str | None) -> Rate:
    with workspace(write=True) as opened:
        rate = rate_from(typed, opened.clock.today())
        converted(told, rate)
        if currency is not None and not joins(rate, told.currency, currency):
            raise InvalidInputError(
                f"{quoted(typed)} does not join {told.currency} and {currency}; nothing was "
                "changed. Type a rate between these two.",
                field="rate",
            )
        opened.rates.set(rate.base, rate.quote, rate.rate, rate.on, rate.source)
    return rate


def _shape(
    told: Pay, result: Pay, time: tuple[Fraction, Fraction], rate: Rate | None
) -> dict[str, Any]:
    return {
        "from": shapes.amount(told),
        **shapes.pay_range(result),
        "hours_a_week": float(time[0]),
        "weeks_a_year": float(time[1]),
        "rate": rate.words if rate else None,
    }


def _words(told: Pay, result: Pay, time: tuple[Fraction, Fraction], rate: Rate | None) -> str:
    """The two pays, and by what the one was made of the other."""
    counted = f"{float(time[0]):g} hours a week, {float(time[1]):g} weeks a year"
    used = (counted if result.period is not told.period else "", rate.words if rate else "")
    by = "; ".join(filter(None, used))
    said = f"{money.long_range(told)} is {money.long_range(result)}"
    return f"{said} ({by})" if by else said


COMMANDS = {"pay": pay}
