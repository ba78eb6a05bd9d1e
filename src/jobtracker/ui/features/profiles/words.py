"""A profile's figures and facts in words, and its ranges as spans of one scale."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from jobtracker.domain.dates import long_date, short_date
from jobtracker.domain.money import amount, long_range, short_range
from jobtracker.domain.pay import HOURS_A_WEEK, WEEKS_A_YEAR, Pay, Period, convert, to_major
from jobtracker.domain.profiles import LIBRARY, OWN
from jobtracker.ui.charts.mini_range import Span
from jobtracker.ui.features.profiles.lines.parts import FACT, Line
from jobtracker.ui.widgets.range_words import count_words

if TYPE_CHECKING:
    from jobtracker.domain.profiles import ProfileSummary, RoleProfile
    from jobtracker.domain.salary_ranges import SalaryRange

COPIED = "Jobtracker reference library"
"""The source of a profile that was edited out of the library's."""
_FROM = {
    "saved page": "from a saved page",
    COPIED: "copied from the library",
}
_POINTS = (
    ("p10", "10 % earn up to"),
    ("p25", "25 % up to"),
    ("p50", "half up to"),
    ("p75", "75 % up to"),
    ("p90", "90 % up to"),
)


def span_of(pay: Pay, currency: str | None) -> Span | None:
    """The pay in major units a year, where it has both ends and is in this currency."""
    if pay.currency != currency or pay.low is None or pay.high is None or pay.period is None:
        return None
    year = convert(pay, Period.YEAR)
    assert year.low is not None
    assert year.high is not None
    return Span(float(to_major(year.low, currency)), float(to_major(year.high, currency)))


def main_currency(pays: Iterable[Pay]) -> str | None:
    """The currency that most of these are in: the one a scale over them can have."""
    codes = [pay.currency for pay in pays if pay.currency and pay.low is not None]
    return max(codes, key=codes.count, default=None)


def range_words(pay: Pay) -> str:
    """The range for a list, or the source's own words where it names no amount."""
    if pay.low is None and pay.high is None and pay.text:
        return pay.text
    return short_range(pay)


def mark_of(row: "ProfileSummary") -> str:
    """The quiet word at the right of a row; a profile of the library has none."""
    if row.archived:
        return "Archived"
    if row.origin != OWN:
        return ""
    return "Yours" if row.source in ("", COPIED) else "Imported"


def row_words(row: "ProfileSummary") -> str:
    """A row of the list as it is read aloud."""
    parts = [row.title]
    if mark := mark_of(row):
        parts.append(mark.lower())
    parts.append(long_range(row.range.pay) if row.range else "no salary range")
    if row.applications:
        parts.append(count_words(row.applications))
    return ", ".join(parts)


def origin_words(profile: "RoleProfile") -> str:
    """Where a profile comes from and how old it is: the line under its title."""
    day = short_date(profile.updated_on) if profile.updated_on is not None else ""
    if profile.origin == LIBRARY:
        parts = ["Reference profile, from the library", f"updated {day}" if day else ""]
    else:
        source = _FROM.get(profile.source, f"from {profile.source}" if profile.source else "")
        kind = "Your profile" if profile.source in ("", COPIED) else "Reference profile"
        parts = [kind, f"edited {day}" if day else "", source]
    if profile.archived:
        parts.append("archived")
    return ", ".join(filter(None, parts))


def source_facts(profile: "RoleProfile") -> list[Line]:
    """Whose words these are, of which day, and whom to credit."""
    origin = "The library of Jobtracker" if profile.origin == LIBRARY else profile.source
    facts = (
        ("Source", origin or "Not stated"),
        ("Edited", long_date(profile.updated_on) if profile.updated_on else ""),
        ("Category", profile.category),
        ("Occupation code", profile.code),
        ("Credit", profile.credit),
    )
    known = ((label, words) for label, words in facts if words)
    return [Line(words, (at, 0), FACT, label) for at, (label, words) in enumerate(known)]


def level_words(salary: "SalaryRange") -> str:
    """Whom a range is for: "Senior, 5+ years", "Whole role"."""
    words = ", ".join(filter(None, (salary.level, _mid_sentence(salary.experience))))
    return words[:1].upper() + words[1:] if words else "Whole role"


def percentile_words(salary: "SalaryRange") -> str:
    """The percentiles a source gives, in words; empty where it gives none."""
    known = salary.percentiles._asdict()
    parts = [
        f"{words} {amount(known[name], salary.pay.currency)}"
        for name, words in _POINTS
        if known[name] is not None
    ]
    words = ", ".join(parts)
    return words[:1].upper() + words[1:]


def assumption_words(pay: Pay) -> str:
    """What was not said and taken as the usual, in a clause; empty where nothing was."""
    taken = {"currency": f"{pay.currency} assumed", "period": "a year assumed"}
    return ", ".join(taken[name] for name in pay.assumed if name in taken)


def scale_note(salaries: "Iterable[SalaryRange]", currency: str | None) -> str:
    """What the bars stand for, and how an hour became a year where one did."""
    periods = {s.pay.period for s in salaries if s.pay.currency == currency and s.pay.period}
    note = f"Base pay a year, {currency}" if currency else "Base pay"
    if Period.HOUR in periods:
        note += f"; an hour counted as {HOURS_A_WEEK} a week, {WEEKS_A_YEAR} weeks"
    return note


def _mid_sentence(words: str) -> str:
    """A phrase as it stands behind a comma; one that begins with capitals keeps them."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words
