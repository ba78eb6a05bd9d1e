"""A target role in words: for its row, its page and a screen reader."""

from jobtracker.domain.money import long_range, short_range
from jobtracker.domain.pay import Pay
from jobtracker.domain.target_roles import TargetRole, asked_pay
from jobtracker.ui.features.profiles.lines.parts import FACT, Line
from jobtracker.ui.features.profiles.targets.contract import TargetRow
from jobtracker.ui.widgets.range_words import count_words

MODES = {"remote": "Remote", "hybrid": "Hybrid", "on_site": "On site"}
SUMS = (
    ("floor", "Floor", "walk away below it"),
    ("target", "Target", "what you ask for"),
    ("stretch", "Stretch", "what you open with"),
)


def title_words(role: TargetRole) -> str:
    """As in "Senior Python Developer": the level first unless the title names it."""
    level = role.level.strip()
    if not level or level.casefold() in role.title.casefold():
        return role.title
    return f"{level[:1].upper()}{level[1:]} {role.title}"


def place_words(role: TargetRole) -> str:
    """Work mode and places, for a row's second line."""
    parts = (MODES.get(role.work_mode, ""), *role.places)
    return "; ".join(filter(None, parts)) or "Anywhere"


def pay_words(role: TargetRole) -> str:
    pay = asked_pay(role)
    return "No pay named" if pay.low is None and pay.high is None else short_range(pay)


def row_words(row: TargetRow) -> str:
    """A row as it is read aloud."""
    role = row.role
    parts = [title_words(role), f"priority {role.priority}", place_words(role)]
    parts += [f"{name.lower()} {words}" for name, words in sum_words(role)]
    if row.applications:
        parts.append(count_words(len(row.applications)))
    return ", ".join(parts)


def sum_words(role: TargetRole) -> list[tuple[str, str]]:
    """Floor, target and stretch in full, those that are named."""
    return [
        (label, long_range(Pay(amount, amount, role.currency, role.period)))
        for name, label, _ in SUMS
        if (amount := getattr(role, name)) is not None
    ]


def facts(row: TargetRow) -> list[Line]:
    """What is known of a target role, line by line."""
    role = row.role
    why = {label: words for _, label, words in SUMS}
    known = [
        ("Level", role.level),
        ("Places", "; ".join(role.places)),
        ("Work mode", MODES.get(role.work_mode, "")),
        *((label, f"{words}: {why[label]}") for label, words in sum_words(role)),
        ("Priority", f"{role.priority}, the lowest comes first" if role.priority else ""),
        ("Notes", role.notes),
    ]
    told = ((label, words) for label, words in known if words)
    return [Line(words, (at, 0), FACT, label) for at, (label, words) in enumerate(told)]


def search_lines(role: TargetRole) -> list[Line]:
    """Its search words, a line each, to be copied."""
    lines = (line.strip() for line in role.search_words.split("\n"))
    return [Line(line, (at, 0)) for at, line in enumerate(filter(None, lines))]


def application_lines(row: TargetRow) -> list[Line]:
    return [Line(words, (at, 0)) for at, (_, words) in enumerate(row.applications)]
