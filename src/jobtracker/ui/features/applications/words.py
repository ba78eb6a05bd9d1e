"""What the list and the pane say: dates near today in words, ages, pay, whole rows aloud."""

from datetime import date, timedelta

from jobtracker.domain import money
from jobtracker.domain.listing import ListRow
from jobtracker.domain.pay import Pay
from jobtracker.domain.stages import Outcome, Stage, outcome_name, stage_name

SHORT_PERIODS = {" an hour": "/h", " a day": "/day", " a week": "/week", " a month": "/month"}
ONE_DAY = timedelta(days=1)
NEAR_DAYS = 300
"""Beyond so many days a date says its year."""


def day_words(day: date, today: date) -> str:
    """A date near today: "Today", "Tomorrow", "Yesterday", "Wed 18 Nov", "18 Nov 2025"."""
    near = {today: "Today", today + ONE_DAY: "Tomorrow", today - ONE_DAY: "Yesterday"}
    if day in near:
        return near[day]
    if abs((day - today).days) > NEAR_DAYS:
        return full_day(day)
    return f"{day:%a} {day.day} {day:%b}"


def full_day(day: date) -> str:
    """The date with its year: "26 Oct 2026"."""
    return f"{day.day} {day:%b} {day.year}"


def due_words(day: date, today: date) -> str:
    """When an action is due; one that is overdue says by how much."""
    late = (today - day).days
    if late > 0:
        return f"{late} day late" if late == 1 else f"{late} days late"
    return day_words(day, today)


def due_tone(day: date | None, today: date) -> str:
    """As in "danger" for late, "warn" for today, else nothing."""
    if day is None or day > today:
        return ""
    return "warn" if day == today else "danger"


def iso_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def days_since(row: ListRow, today: date) -> int:
    return max(0, (today - date.fromisoformat(row.since)).days)


def age_words(row: ListRow, today: date) -> str:
    """How long it has been in its stage, for a narrow column: "6 d"."""
    return f"{days_since(row, today)} d"


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
    if row.benchmark is None:
        return f"{posted}, no reference role"
    return f"{posted}, benchmark {money.long_range(row.benchmark)}"


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
