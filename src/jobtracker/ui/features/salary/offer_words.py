"""What the page says of an offer: by when to answer, where it stands, what it comes to."""

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from jobtracker.domain.money import known_amount, long_range
from jobtracker.domain.offers import DUE_SOON_DAYS, Total
from jobtracker.domain.pay import Pay, Period, convert
from jobtracker.domain.position import nth, standing_words
from jobtracker.ui.features.salary.conversion import EACH
from jobtracker.ui.widgets.days import day_within

if TYPE_CHECKING:
    from jobtracker.domain.salary_lines import OfferStanding

UNKNOWN = "\N{EN DASH}"


def base_of(offer: "OfferStanding", period: Period) -> str:
    """Its base for a period at its own hours, without the period's words: "$128,000"."""
    package = offer.record.package
    counted = convert(
        package.base,
        period,
        hours_a_week=Fraction(package.hours),
        weeks_a_year=Fraction(package.weeks),
    )
    if counted.low is None and counted.high is None:
        return UNKNOWN
    return long_range(counted).removesuffix(f" {EACH[period]}") or UNKNOWN


def reply_words(offer: "OfferStanding", today: date) -> str:
    """The second line of an offer: "Reply by Fri 20 Nov", "2 days left to reply", "What-if"."""
    record = offer.record
    if record.what_if:
        hourly = record.package.base.period is Period.HOUR
        return "What-if, paid by the hour" if hourly else "What-if"
    if record.deadline is None:
        return f"Received {day_within(record.received_on, today)}"
    left = (record.deadline - today).days
    if left < 0:
        return f"Reply was due {day_within(record.deadline, today)}"
    by = f"Reply by {day_within(record.deadline, today)}"
    if 1 < left <= DUE_SOON_DAYS:
        return f"{by}, {left} days left"
    return by


def reply_tone(offer: "OfferStanding", today: date) -> str:
    """The role of its second line: late, soon, or quiet."""
    deadline = offer.record.deadline
    if deadline is None or offer.record.what_if:
        return "small"
    left = (deadline - today).days
    if left < 0:
        return "danger"
    return "warn" if left <= DUE_SOON_DAYS else "small"


def place_words(offer: "OfferStanding") -> str:
    """Where it stands in its range, in a word or two: "90%", "Above", "68th"."""
    place = offer.position
    if place.value is None:
        return UNKNOWN
    if place.percentile is not None:
        named = nth(round(place.percentile))
        return f"{place.clamped.capitalize()} {named}" if place.clamped else named
    if place.value < 0:
        return "Below"
    return "Above" if place.value > 1 else f"{place.value:.0%}"


def target_words(offer: "OfferStanding", period: Period) -> str:
    """Against the target: "$22,000 below", by the hour at usual hours "$10.58 below"."""
    apart = offer.to_target
    if apart is None:
        return UNKNOWN
    if apart == 0:
        return "On target"
    currency = offer.record.package.base.currency
    yearly = Pay(abs(apart), abs(apart), currency, Period.YEAR)
    said = long_range(convert(yearly, period)).removesuffix(f" {EACH[period]}")
    return f"{said} {'above' if apart > 0 else 'below'}"


def spoken_offer(offer: "OfferStanding", period: Period, today: date) -> str:
    """A whole offer as it is read aloud."""
    base = base_of(offer, period)
    parts = [
        offer.name,
        offer.role,
        reply_words(offer, today),
        f"base {base} {EACH[period]}" if base != UNKNOWN else "base not known",
        standing_words(offer.position) or offer.position.reason.rstrip("."),
    ]
    if offer.to_target is not None:
        parts.append(f"{target_words(offer, period)} target" if offer.to_target else "on target")
    if offer.rate is not None:
        parts.append(f"counted at {offer.rate.words}")
    return ", ".join(filter(None, parts))


def total_lines(total: Total, currency: str | None) -> list[tuple[str, str, str]]:
    """The parts of a total: name, amount, and how it was counted."""
    return [(part.name, known_amount(part.amount, currency), part.words) for part in total.parts]
