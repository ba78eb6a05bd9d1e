"""What the applications list is asked for, and its rows. Loaded before the first paint, so it
imports little.
"""

from datetime import date, timedelta
from typing import NamedTuple

from jobtracker.domain.pay import Pay
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.domain.text import folded

ACTIVE, CLOSED, ARCHIVED, ALL = "active", "closed", "archived", "all"
SCOPES = (ACTIVE, CLOSED, ARCHIVED, ALL)

BY_STAGE, UNGROUPED = "stage", "none"
GROUPS = (BY_STAGE, UNGROUPED, "role", "company", "week", "location")
"""What a list can be grouped by; the week is that of the next action."""

SORTS = (
    "next_action_on",
    "role",
    "company",
    "location",
    "pay",
    "since",
    "source",
    "applied_on",
    "last_on",
    "deadline",
    "excitement",
    "board",
    "added",
)
"""What a list can be sorted by; "board" is the order of the cards, "added" that of the ids."""

CONDITIONS = (
    "stage",
    "role",
    "company",
    "location",
    "source",
    "channel",
    "work_mode",
    "employment_type",
    "level",
    "profile",
    "tag",
    "waiting_on",
    "excitement",
    "pay",
    "due",
    "deadline",
    "quiet",
    "on_hold",
)
"""What a list can be narrowed by. "stage" is the one reached, whatever came of it. "profile"
takes an id; "excitement" and "pay" (major units a year) the least; "due" one of "late", "today",
"week", "none"; "deadline" the last day; "quiet" and "on_hold" take "yes"; the others the value
itself, case and accents apart."""


class Condition(NamedTuple):
    """One filter: `field` is out of CONDITIONS. Several of one field widen, others narrow."""

    field: str
    value: str


class ListQuery(NamedTuple):
    """Which applications to list, and in what order.

    `text` is looked up in everything typed. `standings` (stages and outcomes) narrow the scope.
    Rows of the `collapsed` groups are left out. `limit` is the number of rows, None for all.
    """

    text: str = ""
    scope: str = ACTIVE
    standings: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    group: str = BY_STAGE
    sort: str = "next_action_on"
    descending: bool = False
    collapsed: tuple[str, ...] = ()
    limit: int | None = None


class ListRow(NamedTuple):
    """An application as a row of the table or a card. Money is minor units, dates ISO text.

    The benchmark's figures are those of its profile's fitting range; `offer` is the newest one.
    """

    id: int
    company: str
    role: str
    location: str
    stage: str
    outcome: str | None
    since: str
    pay: Pay
    next_action: str
    next_action_on: str | None
    profile: str
    benchmark: Pay | None
    offer: Pay | None = None
    archived: bool = False
    on_hold: bool = False
    work_mode: str = ""
    level: str = ""
    source: str = ""
    applied_on: str | None = None
    last_on: str = ""
    contact_on: str = ""
    promised_on: str | None = None
    waiting_on: str = ""
    deadline: str | None = None
    excitement: int | None = None
    tags: tuple[str, ...] = ()
    letters: int = 0
    board_place: float = 0.0


class ListPage(NamedTuple):
    """Some rows of a list, and where to go on: `after` is handed back for the next ones and
    None after the last.
    """

    rows: list[ListRow]
    after: "tuple[object, ...] | None" = None


def group_key(row: ListRow, group: str) -> str:
    """The key of the group that a row stands in: its standing, a folded name, the Monday of its
    week, or "" where it has none.
    """
    match group:
        case "stage":
            return row_standing(row)
        case "role" | "company" | "location":
            return folded(str(getattr(row, group)))
        case "week" if row.next_action_on:
            day = date.fromisoformat(row.next_action_on)
            return (day - timedelta(days=day.weekday())).isoformat()
        case _:
            return ""


def row_standing(row: ListRow) -> str:
    """`standing_of` of a row."""
    return ARCHIVED if row.archived else row.outcome or row.stage


def standing_of(stage: Stage, outcome: Outcome | None, *, archived: bool) -> str:
    """The one word that says where a row belongs: "archived", its outcome or its stage."""
    if archived:
        return ARCHIVED
    return outcome.value if outcome else stage.value
