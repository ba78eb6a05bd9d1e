"""What the name of a place says: the record that was typed about, the field, and the way back.

A place is a path, as in "application/12/notes", "activity/12", "target/new" or, of a sheet that
nobody gave a name, "letters/4/VersionNameSheet/Keep version": the page, what stood open, the sheet.
"""

import re
from typing import NamedTuple

APPLICATIONS, PROFILES, LETTERS = "applications", "profiles", "letters"
_TABLES = {
    "activity": "application",
    "application": "application",
    "applications": "application",
    "company": "company",
    "letters": "letter",
    "negotiation": "application",
    "offer": "application",
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
    "offer": "Offer",
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
    (r"offer/offer/", "offer of application"),
    (r"offer/what-if/", "try a what-if"),
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


def belongs(place: str) -> Belongs:
    """All that a place tells by itself."""
    topic, *rest = place.split("/")
    number = next((int(part) for part in rest if part.isdecimal()), None)
    table = _TABLES.get(topic, "") if number is not None else ""
    if topic == "offer" and rest[:1] in (["edit"], ["copy"]):
        table = "offer"
    page = _PAGES.get(table, topic if topic in (APPLICATIONS, PROFILES, LETTERS) else APPLICATIONS)
    item = number if table in _PAGES else None
    command = next((one for begin, one in _OPENED_BY if re.match(begin, place)), "")
    return Belongs(table, number, _title(topic, rest), page, item, command)


def _title(topic: str, rest: list[str]) -> str:
    """As in "Next action", "Interview: notes", "Role profile: notes"."""
    field = rest[-1] if len(rest) > 1 else ""
    words = _FIELDS.get(field, field.replace("_", " ").capitalize())
    if topic == "application":
        part = rest[1].removesuffix("s").capitalize() if len(rest) > 2 else ""  # noqa: PLR2004 - a card's number stands between
        return f"{part}: {words.lower()}" if part else words or "Application"
    title = _TITLES.get(topic, topic.capitalize())
    return f"{title}: {words.lower()}" if topic == "profile" and words else title
