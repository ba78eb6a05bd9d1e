"""What the weekly review says: of an item, of the week, of what was done."""

from collections.abc import Sequence
from datetime import date
from itertools import islice

from jobtracker.domain.review import Item
from jobtracker.domain.week import Week
from jobtracker.ui.features.review.contract import Answer, Kind, Part, Stop
from jobtracker.ui.widgets.days import day_within

TITLES = {Part.QUIET: "Quiet applications", Part.UNPLANNED: "Without a next step"}
WEEK = "The week"
LONGEST_WORD = 24
LONGEST = 160
"""Characters of a line of a text that an item shows."""
READ = 20_000
"""Characters of a text that its first lines are looked for in."""


def counted(count: int, one: str) -> str:
    """As in "1 day", "3 days"."""
    return f"{count:,} {one}" if count == 1 else f"{count:,} {one}s"


def why(stop: Stop, today: date) -> str:
    """Why it is asked about."""
    item = stop.item
    if stop.part is Part.QUIET:
        return f"Quiet {counted(item.days, 'day')}, since {day_within(item.since, today)}"
    if item.next_action:
        return f"“{item.next_action}” has no date"
    return "No next step yet"


def progress(stop: Stop) -> str:
    return f"{stop.number:,} of {stop.total:,}"


def spoken(stop: Stop) -> str:
    """An item as it is announced: "Litware AI, Python Developer, quiet 17 days. 3 of 12"."""
    item = stop.item
    quiet = f"quiet {counted(item.days, 'day')}"
    reason = quiet if stop.part is Part.QUIET else "no next step"
    return f"{item.company}, {item.role}, {reason}. {progress(stop)}"


def decided(answer: Answer, today: date) -> str:
    """What was answered, for who comes back to the item."""
    match answer.kind:
        case Kind.NO_REPLY:
            return "Closed as No reply"
        case Kind.KEEP:
            return "Kept open"
        case Kind.PLAN:
            day = f", {day_within(answer.on, today)}" if answer.on else ""
            return f"{answer.words}{day}"


def told(item: Item, answer: Answer, today: date) -> str:
    """The same in the past tense with whom it was about, for the toast."""
    match answer.kind:
        case Kind.NO_REPLY:
            return f"{item.company} closed as No reply"
        case Kind.KEEP:
            return f"{item.company} kept open"
        case Kind.PLAN:
            return f"{item.company}: {decided(answer, today)}"


def first_line(text: str) -> str:
    """The first line of a text that says something."""
    return next(iter(first_lines(text, 1)), "")


def first_lines(text: str, most: int, but: Sequence[str] = ()) -> list[str]:
    """The first lines of a text that say something, and nothing else than those of `but`."""
    known = {words.strip().casefold() for words in but}
    told = (" ".join(line.split()) for line in text[:READ].splitlines())
    fresh = (line for line in told if line and line.casefold() not in known)
    return [_cut(line) for line in islice(fresh, most)]


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 2].rstrip()} …"


def breakable(text: str) -> str:
    """The text with places to break a line in words that are longer than a line may be."""
    size = LONGEST_WORD
    return " ".join(
        "\N{ZERO WIDTH SPACE}".join(word[at : at + size] for at in range(0, len(word), size))
        for word in text.split(" ")
    )


def waiting_offers(count: int) -> str:
    return "1 offer is to be answered." if count == 1 else f"{count:,} offers are to be answered."


def week_title(week: Week) -> str:
    """As in "This week 3 of 5 applications"."""
    if not week.goal:
        return f"This week {counted(week.sent, 'application')}"
    return f"This week {week.sent:,} of {counted(week.goal, 'application')}"


def week_note(week: Week) -> str:
    if not week.goal:
        return "There is no weekly goal. Set one under Settings, Tracking."
    missing = week.goal - week.sent
    if missing <= 0:
        return "The goal is reached."
    left = "today is the last day" if week.days_left == 1 else f"{week.days_left} days left"
    return f"{missing:,} to go, {left}."
