"""What a list can be narrowed by: the fields, their fixed choices, and the words for both."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from jobtracker.domain.facts import EXCITEMENT, Channel, EmploymentType, WorkMode, fact_name
from jobtracker.domain.listing import ACTIVE, ALL, ARCHIVED, CLOSED, Condition, ListQuery
from jobtracker.domain.text import quoted
from jobtracker.ui.features.applications.contract import Option
from jobtracker.ui.features.applications.words import standing_name
from jobtracker.ui.widgets.days import day_words

MOST_QUOTED = 24
"""Characters of a typed filter that are repeated where it found nothing."""

SCOPE_NAMES = {
    ACTIVE: "Active stages",
    CLOSED: "Closed",
    ARCHIVED: "Archived",
    ALL: "All stages",
}


class FilterSpec(NamedTuple):
    """A field of `listing.CONDITIONS`. Without `choices` its values are those in use; a `typed`
    one is asked for in a line: "pay" or "day".
    """

    field: str
    title: str
    choices: tuple[Option, ...] = ()
    typed: str = ""


def _facts(kind: type[WorkMode] | type[EmploymentType] | type[Channel]) -> tuple[Option, ...]:
    return tuple(Option(one.value, fact_name(one.value)) for one in kind)


SPECS: tuple[FilterSpec, ...] = (
    FilterSpec("role", "Role"),
    FilterSpec("location", "Location"),
    FilterSpec("company", "Company"),
    FilterSpec("source", "Source"),
    FilterSpec("tag", "Tag"),
    FilterSpec("profile", "Reference role"),
    FilterSpec("level", "Level"),
    FilterSpec("work_mode", "Work mode", _facts(WorkMode)),
    FilterSpec("employment_type", "Employment", _facts(EmploymentType)),
    FilterSpec("channel", "Channel", _facts(Channel)),
    FilterSpec(
        "due",
        "Due",
        (
            Option("late", "Late"),
            Option("today", "Today"),
            Option("week", "Within 7 days"),
            Option("none", "No date"),
        ),
    ),
    FilterSpec("deadline", "Deadline by", typed="day"),
    FilterSpec("quiet", "Quiet", (Option("yes", "Quiet too long"),)),
    FilterSpec("waiting_on", "Waiting on", (Option("me", "Me"), Option("them", "Them"))),
    FilterSpec("on_hold", "On hold", (Option("yes", "On hold"),)),
    FilterSpec(
        "excitement",
        "Excitement",
        tuple(Option(str(one), f"At least {one} of 5") for one in EXCITEMENT),
    ),
    FilterSpec("pay", "Pay at least", typed="pay"),
)
BY_FIELD: Mapping[str, FilterSpec] = {spec.field: spec for spec in SPECS}
LONE = ("excitement", "pay", "deadline")
"""Of these one value at a time makes sense: the least, or the last."""


def values_of(query: ListQuery, field: str) -> tuple[str, ...]:
    return tuple(one.value for one in query.conditions if one.field == field)


def toggled(query: ListQuery, field: str, value: str) -> ListQuery:
    """The query with this condition added, or taken out where it was set."""
    one = Condition(field, value)
    kept = tuple(condition for condition in query.conditions if condition != one)
    if len(kept) < len(query.conditions):
        return query._replace(conditions=kept)
    if field in LONE:
        kept = without(query, field).conditions
    return query._replace(conditions=(*kept, one))


def without(query: ListQuery, field: str) -> ListQuery:
    """The query with no condition on this field."""
    kept = tuple(condition for condition in query.conditions if condition.field != field)
    return query._replace(conditions=kept)


def unfiltered(query: ListQuery) -> ListQuery:
    """The same list with everything that narrows it taken off, in the scope it starts in."""
    return query._replace(text="", scope=ACTIVE, standings=(), conditions=())


def is_filtered(query: ListQuery) -> bool:
    return bool(query.text.strip() or query.conditions or query.standings)


def scope_words(query: ListQuery) -> str:
    """What the first chip says: "Active stages", "Interview, Offer", "7 stages"."""
    names = [standing_name(one) for one in query.standings]
    if len(names) > 2:  # noqa: PLR2004 - more do not fit on a chip
        return f"{len(names)} stages"
    return ", ".join(names) or SCOPE_NAMES[query.scope]


def value_words(field: str, value: str, labels: Mapping[tuple[str, str], str], today: date) -> str:
    """A condition's value as a person reads it; `labels` are the words it was chosen by."""
    known = {one.value: one.words for one in BY_FIELD[field].choices}
    if field == "pay":
        return f"{float(value):,.0f} a year"
    if field == "deadline":
        return day_words(date.fromisoformat(value), today)
    return known.get(value) or labels.get((field, value)) or value


def chip_words(
    field: str, values: Sequence[str], labels: Mapping[tuple[str, str], str], today: date
) -> str:
    """A chip that is on: "Role: Python Developer", "Tag: 3 chosen", "On hold"."""
    title = BY_FIELD[field].title
    if len(values) > 1:
        return f"{title}: {len(values)} chosen"
    said = value_words(field, values[0], labels, today)
    return said if field in {"quiet", "on_hold"} else f"{title}: {said}"


def all_words(query: ListQuery, labels: Mapping[tuple[str, str], str], today: date) -> list[str]:
    """Every filter that is on, each in its words, for an empty list."""
    found = [quoted(query.text, MOST_QUOTED)] if query.text.strip() else []
    if query.standings or query.scope != ACTIVE:
        found.append(scope_words(query))
    fields = dict.fromkeys(one.field for one in query.conditions)
    found += [chip_words(field, values_of(query, field), labels, today) for field in fields]
    return found
