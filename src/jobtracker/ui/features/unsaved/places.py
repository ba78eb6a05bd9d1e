"""What the name of a place says: the record that was typed about, the field, and the way back.

A place is a path, as in "application/12/notes", "activity/12", "target/new" or, of a sheet that
nobody gave a name, "letters/4/VersionNameSheet/Keep version": the page, what stood open, the sheet.
"""

import json
import re
from contextlib import suppress
from typing import NamedTuple

APPLICATIONS, PROFILES, LETTERS, SALARY = "applications", "profiles", "letters", "salary"
_TABLES = {
    "activity": "application",
    "application": "application",
    "applications": "application",
    "company": "company",
    "letters": "letter",
    "negotiation": "application",
    "phone": "application",
    "profile": "profile",
    "review": "application",
    "target": "target_role",
    "view": "saved_view",
}
"""The record whose number stands in a place, by how the place begins."""
_PAGES = {"application": APPLICATIONS, "letter": LETTERS, "profile": PROFILES}
_TITLES = {
    "add": "New application",
    "negotiation": "Negotiation",
    "phone": "Note of a call",
    "profile": "Role profile",
}
_FIELDS = {"note": "Line of the activity", "next_action_on": "Date of the next action"}
_OPENED_BY = (
    (r"activity/", "application log"),
    (r"add$", "add application"),
    (r"applications/.*/Tags? ", "application tags"),
    (r"applications/.*/Save this view$", "save view"),
    (r"letters/.*/VersionNameSheet/", "keep version"),
    (r"negotiation/", "negotiation sheet"),
    (r"phone/", "phone card"),
    (r"review/", "weekly review"),
    (r"salary/.*/ImportSheet/", "salary import"),
    (r"target/new", "add target role"),
    (r"target/", "target roles"),
)
"""The commands that open what a text was typed in; a field of a page needs none."""


class Belongs(NamedTuple):
    """Where a text belongs: table and id of its record, what it is called there, the page and
    the thing on it to go to, and the command that then opens its sheet ("" for none).
    """

    table: str
    id: int | None
    title: str
    page: str
    item: int | None
    command: str


def belongs(place: str, kept: str = "") -> Belongs:
    """All that a place tells by itself; of a new offer `kept` tells the application chosen."""
    topic, *rest = place.split("/")
    number = next((int(part) for part in rest if part.isdecimal()), None)
    if topic == "offer":
        return _offer(rest[0] if rest else "", number or _chosen(kept))
    table = _TABLES.get(topic, "") if number is not None else ""
    page = _PAGES.get(table, topic if topic in (APPLICATIONS, PROFILES, LETTERS) else APPLICATIONS)
    item = number if table in _PAGES else None
    command = next((one for begin, one in _OPENED_BY if re.match(begin, place)), "")
    return Belongs(table, number, _title(topic, rest), page, item, command)


def _offer(start: str, number: int | None) -> Belongs:
    """Its sheet lies over whatever page is shown, and is opened by the place itself."""
    title = "What-if offer" if start in ("what-if", "copy") else "Offer"
    table = "" if number is None else "offer" if start in ("edit", "copy") else "application"
    return Belongs(table, number, title, SALARY, None, "")


def _chosen(kept: str) -> int | None:
    """The application that a draft of an offer begins with; None where none is chosen yet."""
    with suppress(ValueError, TypeError, LookupError):
        chosen = json.loads(kept)[0]
        return chosen if isinstance(chosen, int) and chosen > 0 else None
    return None


def _title(topic: str, rest: list[str]) -> str:
    """As in "Next action", "Interview: notes", "Role profile: notes"."""
    field = rest[-1] if len(rest) > 1 else ""
    words = _FIELDS.get(field, field.replace("_", " ").capitalize())
    if topic == "application":
        part = rest[1].removesuffix("s").capitalize() if len(rest) > 2 else ""  # noqa: PLR2004 - a card's number stands between
        return f"{part}: {words.lower()}" if part else words or "Application"
    title = _TITLES.get(topic, topic.capitalize())
    return f"{title}: {words.lower()}" if topic == "profile" and words else title
