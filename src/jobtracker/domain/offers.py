"""Offers: what is known of one, when it has to be answered, and what it comes to."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, Self

from jobtracker.domain.dates import MONTHS
from jobtracker.domain.packages import Package
from jobtracker.domain.pay import Pay

DUE_SOON_DAYS = 3
NEAR_DAYS = 300
"""Beyond so many days a deadline says its year."""
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class OfferRecord(NamedTuple):
    """An offer as it is kept. `label` tells it apart ("second round"), `deadline` is the day by
    which it has to be answered. A `what_if` was never made: it is reckoned with, has no event,
    and may belong to no application.
    """

    id: int
    uid: str
    application_id: int | None
    label: str
    round: int | None
    received_on: date
    deadline: date | None
    what_if: bool
    package: Package
    notes: str = ""

    @classmethod
    def of_base(cls, application_id: int, received_on: date, base: Pay, notes: str) -> Self:
        """A new offer of which only the base pay is known; its text is the amount as typed."""
        package = Package(base)
        return cls(
            0,
            "",
            application_id,
            "",
            None,
            received_on,
            None,
            what_if=False,
            package=package,
            notes=notes,
        )


class PartLine(NamedTuple):
    """One part of a total in minor units, and how it was counted; costs are below zero. None
    where it depends on a base pay that is not known.
    """

    name: str
    amount: int | None
    words: str


class Total(NamedTuple):
    """The sum of its parts, in minor units of the offer's currency, before tax; None where one
    of them is not known.
    """

    amount: int | None
    parts: tuple[PartLine, ...]


class Totals(NamedTuple):
    """What an offer comes to in its first year, in a year like any other, and without anything
    that may not come.

    `missing` says why no total can be held against another's ("The base pay is not known."),
    and is empty where it can. `vesting` is the equity of each year in turn. `an_hour` is the
    base pay of an hour that is paid, `an_hour_worked` of one that is worked, paid leave left
    out; `an_effective_hour` is the steady year by all hours that the job takes, with those on
    the way where `way_counted`; each None where it is not known.
    """

    first_year: Total
    steady_year: Total
    guaranteed: Total
    missing: str = ""
    vesting: tuple[int, ...] = ()
    an_hour: int | None = None
    an_hour_worked: int | None = None
    an_effective_hour: int | None = None
    way_counted: bool = False


class OfferLine(NamedTuple):
    """An offer with the company and role it is for, "" where it is for none."""

    record: OfferRecord
    company: str
    role: str
    totals: Totals

    @property
    def name(self) -> str:
        """What a list calls it: its label and its company, else its number."""
        known = filter(None, (self.company, self.record.label))
        return ", ".join(known) or f"Offer {self.record.id}"


def told_apart(lines: Sequence[OfferLine]) -> list[str]:
    """What to call each of them beside the others: its name, and where another is called the
    same, its role and round as far as they differ; in the end its number. A what-if is marked
    by whoever shows it.
    """
    names = [line.name for line in lines]
    for detail in _DETAILS:
        known = defaultdict[tuple[str, bool], set[str]](set)
        for line, name in zip(lines, names, strict=True):
            known[name, line.record.what_if].add(detail(line))
        names = [
            ", ".join(filter(None, (name, detail(line))))
            if len(known[name, line.record.what_if]) > 1
            else name
            for line, name in zip(lines, names, strict=True)
        ]
    return names


_DETAILS: tuple[Callable[[OfferLine], str], ...] = (
    lambda line: line.role,
    lambda line: f"round {line.record.round}" if line.record.round else "",
    lambda line: f"offer {line.record.id}",
)


def deadline_words(deadline: date | None, today: date) -> str:
    """As in "today", "in 3 days", "passed 2 days ago"; "" without one."""
    if deadline is None:
        return ""
    days = (deadline - today).days
    if days < 0:
        return f"passed {_days(-days)} ago"
    return {0: "today", 1: "tomorrow"}.get(days, f"in {_days(days)}")


def reply_words(deadline: date, today: date) -> str:
    """As in "Reply by Fri 27 Nov, 5 days left", "Reply by Fri 20 Nov, passed 2 days ago"."""
    days = (deadline - today).days
    year = f" {deadline.year}" if abs(days) > NEAR_DAYS else ""
    weekday, month = WEEKDAYS[deadline.weekday()], MONTHS[deadline.month - 1][:3]
    left = f"{days} days left" if days > 1 else deadline_words(deadline, today)
    return f"Reply by {weekday} {deadline.day} {month}{year}, {left}"


def is_pressing(record: OfferRecord, today: date) -> bool:
    """Whether a real offer has to be answered within three days."""
    if record.deadline is None or record.what_if:
        return False
    return 0 <= (record.deadline - today).days <= DUE_SOON_DAYS


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
