"""Offers by what counts for the person: weights of their own, and a score with its parts."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.offer_totals import EQUITY, working_hours
from jobtracker.domain.offers import OfferLine
from jobtracker.domain.text import folded, quoted

PAY, EQUITY_WEIGHT, LEAVE, HOURS, COMMUTE = "pay", "equity", "leave", "hours", "commute"
CRITERIA = (PAY, EQUITY_WEIGHT, LEAVE, HOURS, COMMUTE)
WEIGHTS = range(6)
_FULL = 100
_LESS_IS_BETTER = frozenset({HOURS, COMMUTE})

Money = Callable[[OfferLine, int], Fraction | None]
"""An amount of an offer in the currency they are all compared in; None where there is no rate."""


class ScorePart(NamedTuple):
    """A criterion's part of a score: how near the best offer comes, 0 to 1, times its weight."""

    criterion: str
    weight: int
    share: Fraction
    points: Fraction


class Score(NamedTuple):
    """Points of 100, exactly the sum of those of its parts."""

    offer_id: int
    points: Fraction
    parts: tuple[ScorePart, ...]


class Scores(NamedTuple):
    """A score for each offer; none without weights. `notes` say which criteria were left out."""

    scores: tuple[Score, ...] = ()
    notes: tuple[str, ...] = ()


def checked_weights(lines: Sequence[OfferLine], weights: Mapping[str, int]) -> dict[str, int]:
    """The weights above 0 by the folded names of criteria: those listed, and marks of one's own.

    Raises InvalidInputError for other names, and for weights outside 0 to 5.
    """
    own = {folded(mark.name): mark.name for line in lines for mark in line.record.package.marks}
    known = {**dict.fromkeys(CRITERIA, ""), **own}
    counted = {}
    for name, weight in weights.items():
        key = folded(name)
        if key not in known:
            raise InvalidInputError(
                f"Nothing is known to weigh by {quoted(name)}; nothing was compared. "
                f"Use one of: {', '.join([*CRITERIA, *own.values()])}.",
                field="weight",
            )
        if weight not in WEIGHTS:
            raise InvalidInputError(
                f"The weight of {name} is {weight}; nothing was compared. "
                "Use a whole number from 0 to 5.",
                field="weight",
            )
        if weight:
            counted[key] = weight
    return counted


def scored(lines: Sequence[OfferLine], weights: Mapping[str, int], money: Money) -> Scores:
    """The offers by these weights. A criterion that is not known of all of them is left out.

    A share is 1 for the best offer; another loses by how far it is from it, held against the
    largest value among them.
    """
    counted = checked_weights(lines, weights)
    shares: dict[str, list[Fraction]] = {}
    notes = []
    for name in counted:
        values = [value_of(line, name, money) for line in lines]
        known = [value for value in values if value is not None]
        if len(known) < len(lines):
            notes.append(f"{name.capitalize()} is left out of the scores: {_why(name)}.")
        else:
            shares[name] = _shares(known, less_is_better=name in _LESS_IS_BETTER)
    whole = sum(counted[name] for name in shares)
    if not whole:
        return Scores((), tuple(notes))
    scores = []
    for place, line in enumerate(lines):
        parts = tuple(
            ScorePart(name, counted[name], of[place], of[place] * counted[name] * _FULL / whole)
            for name, of in shares.items()
        )
        points = sum((part.points for part in parts), Fraction(0))
        scores.append(Score(line.record.id, points, parts))
    return Scores(tuple(scores), tuple(notes))


def value_of(line: OfferLine, criterion: str, money: Money) -> Fraction | None:
    """What an offer has of a criterion: pay is the steady year without its equity, equity an
    average year of it, leave days a year, hours a week, commute hours a year, or one's own mark.
    """
    package = line.record.package
    steady = line.totals.steady_year
    equity = sum(part.amount or 0 for part in steady.parts if part.name == EQUITY)
    match criterion:
        case "pay":
            return None if steady.amount is None else money(line, steady.amount - equity)
        case "equity":
            return money(line, equity)
        case "leave":
            return None if package.leave_days is None else Fraction(package.leave_days)
        case "hours":
            return Fraction(package.hours)
        case "commute":
            said = package.commute is not None and package.commute.minutes is not None
            return working_hours(package).on_the_way if said else None
        case _:
            marks = {folded(mark.name): mark.value for mark in package.marks}
            return Fraction(marks[criterion]) if criterion in marks else None


def _why(criterion: str) -> str:
    if criterion in (PAY, EQUITY_WEIGHT):
        return "the offers' pay cannot be held against each other"
    return "not every offer says it"


def _shares(values: Sequence[Fraction], *, less_is_better: bool) -> list[Fraction]:
    best = min(values) if less_is_better else max(values)
    largest = max(abs(value) for value in values)
    if not largest:
        return [Fraction(1)] * len(values)
    return [max(1 - abs(value - best) / largest, Fraction(0)) for value in values]
