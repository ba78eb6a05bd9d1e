"""Where the offers stand, and what the person is after, for the salary page."""

from collections.abc import Sequence

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.exchange_rates import converted
from jobtracker.domain.offers import OfferLine
from jobtracker.domain.pay import Pay, Period, convert, in_currency
from jobtracker.domain.position import Position, stand
from jobtracker.domain.salary_lines import Aim, OfferStanding, SalaryLine
from jobtracker.domain.salary_ranges import SalaryRange, range_for
from jobtracker.domain.target_roles import TargetRole
from jobtracker.services.salary_assembly import TypedRates
from jobtracker.storage.salary_reading import Applied, RoleFigures


def aim_of(
    targets: Sequence[TargetRole], profile_ids: Sequence[int], chosen: int | None
) -> Aim | None:
    """The figures of the chosen role's target, else of the first target role that has any."""
    live = [one for one in targets if not one.archived]
    wanted = [one for one in live if chosen is not None and one.profile_id == chosen]
    shown = [one for one in live if one.profile_id in profile_ids]
    for one in (*wanted, *shown, *live):
        if any(figure is not None for figure in (one.floor, one.target, one.stretch)):
            return Aim(
                one.id, one.title, *(_pay(one, of) for of in (one.floor, one.target, one.stretch))
            )
    return None


def with_target(role: TargetRole, typed: Pay) -> TargetRole:
    """The role with this figure as its target, in its own period where it has other figures.

    Raises InvalidInputError where the figure cannot be its target.
    """
    counted = in_currency(typed, role.currency)
    figure = counted.low if counted.high is None else counted.high
    if figure is None:
        raise InvalidInputError(
            "There is no figure in this; nothing was changed. Type one as in 150K.", field="target"
        )
    others = role.floor is not None or role.stretch is not None
    period = (role.period if others else typed.period) or typed.period or Period.YEAR
    currency = counted.currency
    if others and role.currency not in {None, currency}:
        raise InvalidInputError(
            f"Floor and stretch of this role are in {role.currency}; nothing was changed. "
            f"Type the target in {role.currency} too.",
            field="target",
        )
    told = Pay(figure, figure, currency, typed.period or period)
    return role._replace(target=convert(told, period).low, currency=currency, period=period)


def _pay(role: TargetRole, minor: int | None) -> Pay | None:
    return None if minor is None else Pay(minor, minor, role.currency, role.period)


def standings(
    offers: Sequence[OfferLine],
    roles: Sequence[RoleFigures],
    applied: Sequence[Applied],
    lines: Sequence[SalaryLine],
    aim: Aim | None,
    rates: TypedRates,
) -> tuple[OfferStanding, ...]:
    """Every offer in the range of its own role; what-ifs of no application in the first line's."""
    by_role = {role.id: role for role in roles}
    by_application = {one.id: one for one in applied}
    return tuple(
        _standing(one, _benchmark(one, by_role, by_application, lines), aim, rates)
        for one in offers
    )


def _benchmark(
    offer: OfferLine,
    roles: dict[int, RoleFigures],
    applied: dict[int, Applied],
    lines: Sequence[SalaryLine],
) -> SalaryRange | None:
    key = offer.record.application_id
    one = applied.get(key) if key is not None else None
    if one is not None and one.profile_id in roles:
        found = range_for(roles[one.profile_id].salaries, one.role, one.level)
        if found is not None:
            return found
    on = [line for line in lines for mark in line.marks if mark.offer_id == offer.record.id]
    return on[0].range if on else None


def _standing(
    offer: OfferLine, benchmark: SalaryRange | None, aim: Aim | None, rates: TypedRates
) -> OfferStanding:
    base, target = offer.record.package.base, aim.target if aim else None
    against = rates.between(base.currency, benchmark.pay.currency) if benchmark else None
    wanted = rates.between(base.currency, target.currency) if target else None
    place = Position(None, "No range to compare with.")
    return OfferStanding(
        offer.record,
        offer.name,
        offer.role,
        offer.totals,
        benchmark,
        stand(base, benchmark, rate=against) if benchmark else place,
        _to_target(base, converted(target, wanted) if target and wanted else target),
        against or wanted,
    )


def _to_target(base: Pay, target: Pay | None) -> int | None:
    """A year's base less a year's target; None across currencies or without a period."""
    if target is None or base.currency != target.currency:
        return None
    ends = [convert(pay, Period.YEAR) for pay in (base, target)]
    figures = [end.low if end.low is not None else end.high for end in ends]
    if any(end.period is None for end in ends) or None in figures:
        return None
    mine, wanted = figures
    assert mine is not None
    assert wanted is not None
    return mine - wanted
