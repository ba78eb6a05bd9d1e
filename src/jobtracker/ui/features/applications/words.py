"""What the list and the pane say: dates near today in words, ages, pay, groups, rows aloud."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from jobtracker.domain import money
from jobtracker.domain.listing import ARCHIVED, BY_STAGE, ListRow
from jobtracker.domain.pay import Pay
from jobtracker.domain.stages import (
    OUTCOMES,
    STAGES,
    Outcome,
    Stage,
    outcome_name,
    stage_name,
)
from jobtracker.ui.widgets.days import due_words, iso_day

SHORT_PERIODS = {" an hour": "/h", " a day": "/day", " a week": "/week", " a month": "/month"}
Today = Callable[[], date]
ONE_WEEK = timedelta(days=7)
GROUP_NAMES = {
    BY_STAGE: "stage",
    "none": "none",
    "role": "role",
    "company": "company",
    "week": "week",
    "location": "location",
}
"""What a list can be grouped by, as "Group: stage" says it, in the order of the menu."""

UNGROUPED_NAMES = {"week": "No date", "location": "No location"}
GROUP_ORDER = (
    *(stage.value for stage in reversed(STAGES)),
    *(outcome.value for outcome in OUTCOMES),
    ARCHIVED,
)


def days_since(row: ListRow, today: date) -> int:
    return max(0, (today - date.fromisoformat(row.since)).days)


def age_words(row: ListRow, today: date) -> str:
    """How long it has been in its stage, for a narrow column: "6 d"."""
    return f"{days_since(row, today)} d"


def quiet_days(row: ListRow, today: date, waiting_days: Mapping[str, int]) -> int:
    """For how many days the other side has been silent, where that is long; else 0.

    Without `waiting_days` nothing is called quiet: they are read after the first paint.
    """
    if not waiting_days or row.outcome or row.archived or row.on_hold or not row.contact_on:
        return 0
    from jobtracker.domain.silence import silence

    found = silence(
        row.stage,
        date.fromisoformat(row.contact_on),
        today,
        promised_on=iso_day(row.promised_on),
        waiting_days=waiting_days,
    )
    return found.days if found is not None and found.is_quiet else 0


def quiet_words(quiet: int, since: int) -> str:
    """As in "Quiet 12 d"; the days only where they differ from those in the stage."""
    if not quiet:
        return ""
    return "Quiet" if quiet == since else f"Quiet {quiet} d"


def choice_words(value: str) -> str:
    """One of a few values as a person reads it: "On site"."""
    return value.replace("_", " ").capitalize()


def pay_words(pay: Pay) -> str:
    """A posted pay in a list; one without figures in the words it was typed in."""
    if pay.low is None and pay.high is None and pay.text.strip():
        return pay.text.strip()
    words = money.short_range(pay)
    for long, short in SHORT_PERIODS.items():
        words = words.replace(long, short)
    return words


def standing_name(key: str) -> str:
    """The name of a stage's or outcome's value: "Interview", "No reply"."""
    if key in Stage.__members__.values():
        return stage_name(Stage(key))
    return outcome_name(Outcome(key))


def standing_of(row: ListRow) -> str:
    """The value whose glyph and name a row shows: its outcome where it has ended."""
    return row.outcome or row.stage


def place_words(*parts: str) -> str:
    """A second line of those parts there are: "Acme · Austin, TX"."""
    return "  ·  ".join(part for part in parts if part)


def count_words(count: int) -> str:
    return "1 application" if count == 1 else f"{count:,} applications"


def spoken_pay(row: ListRow) -> str:
    """The posted pay in full, and the benchmark it is held against."""
    posted = f"Salary {money.long_range(row.pay)}"
    held = f"benchmark {money.long_range(row.benchmark)}" if row.benchmark else "no reference role"
    offered = f"offer {money.long_range(row.offer)}" if row.offer else ""
    return ", ".join(part for part in (posted, held, offered) if part)


def spoken_action(row: ListRow, today: date) -> str:
    """As in "Next action: follow up, 3 days late"."""
    day = iso_day(row.next_action_on)
    when = due_words(day, today) if day else ""
    said = ", ".join(part for part in (row.next_action, when) if part)
    return f"Next action: {said}" if said else "No next action"


def spoken_title(row: ListRow) -> str:
    """As in "Python Developer, Acme, Austin, TX, Interview"."""
    name = standing_name(standing_of(row))
    return ", ".join(part for part in (row.role, row.company, row.location, name) if part)


def spoken_age(row: ListRow, today: date) -> str:
    days = days_since(row, today)
    return f"{days} day in this stage" if days == 1 else f"{days} days in this stage"


def initials(company: str) -> str:
    """Two letters for the tile beside a title: "AR" for Acme Robotics."""
    words = [word for word in company.split() if word[0].isalnum()]
    if len(words) > 1:
        return (words[0][0] + words[1][0]).upper()
    return company.strip()[:2].upper()


def group_name(key: str, group: str, today: date, row: ListRow | None = None) -> str:
    """As in "Interview", "This week", "Week of 30 Nov", "No location".

    A key of folded words reads as in `row`, the first one of the group.
    """
    if group == BY_STAGE:
        return "Archived" if key == ARCHIVED else standing_name(key)
    if not key:
        return UNGROUPED_NAMES.get(group, "None")
    if group == "week":
        return _week_name(key, today)
    return str(getattr(row, group)) if row is not None else key.capitalize()


def in_order(sizes: Mapping[str, int], group: str) -> dict[str, int | None]:
    """The sizes of groups in the order in which the list shows them; what has none is last."""
    if group == BY_STAGE:
        return {key: sizes[key] for key in GROUP_ORDER if key in sizes}
    return {key: sizes[key] for key in sorted(sizes, key=lambda key: (not key, key))}


def monday(day: date) -> str:
    """The Monday of its week, in ISO."""
    return (day - timedelta(days=day.weekday())).isoformat()


def _week_name(key: str, today: date) -> str:
    near = {
        monday(today - ONE_WEEK): "Last week",
        monday(today): "This week",
        monday(today + ONE_WEEK): "Next week",
    }
    first = date.fromisoformat(key)
    return near.get(key) or f"Week of {first.day} {first:%b %Y}"
