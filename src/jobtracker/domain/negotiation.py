"""The negotiation sheet: one page to have in front of one when pay is talked about."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from jobtracker.domain import money
from jobtracker.domain.dates import short_date
from jobtracker.domain.offers import OfferLine, deadline_words
from jobtracker.domain.pay import (
    HOURS_A_WEEK,
    WEEKS_A_YEAR,
    Pay,
    Period,
    figure_of,
    restated,
    rounded,
)
from jobtracker.domain.pay_facts import FactKind, PayFact, in_order, last_named
from jobtracker.domain.position import Position, standing_words
from jobtracker.domain.salary_ranges import SalaryRange, trust_words
from jobtracker.domain.target_roles import TargetRole

WALK_AWAY, TARGET, STRETCH = "Walk-away", "Target", "Stretch"
MY_NUMBER, THEIR_NUMBER, GAP = "I named", "Their number", "Gap to my target"
DEADLINE = "Answer by"
NOT_SET = "not set"
_THEIRS = frozenset({FactKind.VERBAL, FactKind.WRITTEN, FactKind.SIGNED})


class SheetLine(NamedTuple):
    """A line of the sheet: "Target", "$150,000 a year", and what there is to know about it."""

    name: str
    value: str
    words: str = ""


class Arguments(NamedTuple):
    """Own reasons as typed, a line each, and those proposed that are `left_out`."""

    own: str = ""
    left_out: frozenset[str] = frozenset()


class Evidence(NamedTuple):
    """A range to argue with, whose it is, and where their number (else one's own) stands in it."""

    title: str
    range: SalaryRange
    position: Position


class NegotiationSheet(NamedTuple):
    """What the sheet says, top to bottom. `reasons` are sentences, own arguments first."""

    company: str
    role: str
    made_on: date
    lines: tuple[SheetLine, ...]
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Situation(NamedTuple):
    """All that a sheet is made from. `offers` are the real ones of the application, the newest
    first; `aim` is the target role whose pay is aimed for.
    """

    company: str
    role: str
    aim: TargetRole | None = None
    offers: Sequence[OfferLine] = ()
    facts: Sequence[PayFact] = ()
    evidence: Sequence[Evidence] = ()
    advertised: Pay = Pay()


class _Figure(NamedTuple):
    """A pay that somebody named, on a day, at an offer's own hours and weeks."""

    pay: Pay
    on: date
    words: str
    hours: Fraction = Fraction(HOURS_A_WEEK)
    weeks: Fraction = Fraction(WEEKS_A_YEAR)


def sheet(situation: Situation, today: date) -> NegotiationSheet:
    """The sheet of an application as of today."""
    theirs = their_number(situation)
    lines = [
        *_aims(situation.aim),
        _mine(situation.facts),
        _theirs(theirs),
        _gap(situation.aim, theirs),
        _deadline(situation.offers, today),
    ]
    return NegotiationSheet(
        situation.company,
        situation.role,
        today,
        tuple(line for line in lines if line is not None),
        tuple(_reasons(situation, today)),
        tuple(line.record.notes.strip() for line in situation.offers if line.record.notes.strip()),
    )


def their_number(situation: Situation) -> _Figure | None:
    """The newest figure that came from them: an offer, or what they said, wrote or signed."""
    found = [
        _Figure(
            line.record.package.base,
            line.record.received_on,
            "offer",
            Fraction(line.record.package.hours),
            Fraction(line.record.package.weeks),
        )
        for line in situation.offers
        if not line.record.what_if and figure_of(line.record.package.base) is not None
    ]
    found += [
        _Figure(fact.pay, fact.on, fact.kind.value)
        for fact in reversed(in_order(situation.facts))
        if fact.kind in _THEIRS and figure_of(fact.pay) is not None
    ]
    return max(found, key=lambda one: one.on, default=None)


def _aims(aim: TargetRole | None) -> Iterator[SheetLine]:
    figures = (aim.floor, aim.target, aim.stretch) if aim else (None, None, None)
    for name, minor in zip((WALK_AWAY, TARGET, STRETCH), figures, strict=True):
        said = NOT_SET if minor is None else money.long_range(_aimed(aim, minor))
        yield SheetLine(name, said, aim.title if aim and minor is not None else "")


def _aimed(aim: TargetRole | None, minor: int) -> Pay:
    return Pay(minor, minor, aim.currency, aim.period) if aim else Pay()


def _mine(facts: Sequence[PayFact]) -> SheetLine:
    last = last_named(facts)
    if last is None:
        return SheetLine(MY_NUMBER, "nothing yet")
    words = ", ".join(filter(None, (short_date(last.on), last.who, last.how)))
    return SheetLine(MY_NUMBER, money.long_range(last.pay), words)


def _theirs(theirs: _Figure | None) -> SheetLine:
    if theirs is None:
        return SheetLine(THEIR_NUMBER, "not known")
    return SheetLine(
        THEIR_NUMBER, money.long_range(theirs.pay), f"{theirs.words}, {short_date(theirs.on)}"
    )


def _gap(aim: TargetRole | None, theirs: _Figure | None) -> SheetLine | None:
    """What their number lacks of the target, in the target's period; None without the two."""
    if aim is None or aim.target is None or theirs is None:
        return None
    if aim.period is None or theirs.pay.period is None:
        return SheetLine(GAP, "not comparable", "One of the two has no period.")
    if aim.currency != theirs.pay.currency:
        words = f"The target is in {aim.currency}, their number in {theirs.pay.currency}."
        return SheetLine(GAP, "not comparable", words)
    figure = figure_of(theirs.pay)
    assert figure is not None
    theirs_restated = restated(figure, theirs.pay.period, aim.period, theirs.hours, theirs.weeks)
    lacking = rounded(aim.target - theirs_restated)
    if not lacking:
        return SheetLine(GAP, "none", "Their number is the target.")
    said = money.long_range(Pay(abs(lacking), abs(lacking), aim.currency, aim.period))
    percent = rounded(Fraction(abs(lacking) * 100, aim.target)) if aim.target else 0
    share = f", {percent} % of it" if percent else ""
    counted = _counted(theirs, aim.period)
    return SheetLine(GAP, said, f"{'below' if lacking > 0 else 'above'} the target{share}{counted}")


def _counted(theirs: _Figure, period: Period) -> str:
    """The time that their number was restated by, where it was."""
    if theirs.pay.period is period:
        return ""
    return f", at {float(theirs.hours):g} hours a week, {float(theirs.weeks):g} weeks a year"


def _deadline(offers: Sequence[OfferLine], today: date) -> SheetLine | None:
    """The next day by which one has to answer; one that has passed where no other is left."""
    days = sorted(line.record.deadline for line in offers if line.record.deadline is not None)
    if not days:
        return None
    day = next((one for one in days if one >= today), days[-1])
    return SheetLine(DEADLINE, short_date(day), deadline_words(day, today))


def _reasons(situation: Situation, today: date) -> Iterator[str]:
    if figure_of(situation.advertised) is not None:
        yield f"The posting says {money.long_range(situation.advertised)}."
    for title, benchmark, position in situation.evidence:
        name = ", ".join(filter(None, (title, benchmark.level, benchmark.place)))
        source = " ".join(filter(None, (benchmark.source or "no source", benchmark.source_date)))
        trust = "; ".join(trust_words(benchmark, today))
        told = f"{source}; {trust}" if trust else source
        yield f"{name}: {_range_words(benchmark)} ({told}).{_stands(position)}"


def _stands(position: Position) -> str:
    words = standing_words(position, "it")
    return f" The figure {words}. {position.reason}".rstrip() if words else f" {position.reason}"


def _range_words(benchmark: SalaryRange) -> str:
    """The middle of a range of percentiles, or the range."""
    pay, middle = benchmark.pay, benchmark.percentiles.p50
    said = money.long_range(pay)
    if middle is None:
        return said
    return f"{said}, median {money.long_range(pay._replace(low=middle, high=middle))}"
