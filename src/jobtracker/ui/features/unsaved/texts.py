"""The texts that are kept and not stored, in a person's words, wherever they were typed."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple

from jobtracker.ui.widgets.sheet_drafts import Unsaved

OWN_NOTES = ("add/aside", "negotiation/", "unsaved/told")
"""Places whose texts belong where they are and wait for nobody."""
FIGURES = "negotiation/unsaid/"
TITLES = {
    "add": "New application",
    "application": "Application",
    "negotiation": "Figures of a negotiation",
    "offer": "Offer",
    "phone": "Note of a call",
    "profile": "Role profile",
}
PAGES = {"profile": "profiles"}
APPLICATIONS = "applications"


class KeptText(NamedTuple):
    """`when` is "" where nobody knows; `page` and `item` are where it was typed."""

    place: str
    title: str
    when: str
    page: str
    item: int | None
    text: str

    @property
    def heading(self) -> str:
        return f"{self.title}, typed on {self.when}" if self.when else self.title


def kept_texts(known: Mapping[str, str]) -> list[KeptText]:
    """What waits to be gone on with, the newest first where that is known."""
    texts = [_kept(place, text) for place, text in known.items() if text and _waits(place)]
    return sorted(filter(lambda one: one.text, texts), key=lambda one: one.title)


def summary(texts: list[KeptText]) -> str:
    """As in "2 texts you were typing are kept: Add target role and Offer"."""
    titles = list(dict.fromkeys(one.title for one in texts))
    named = ", ".join(titles[:3]) + (", ..." if len(titles) > len(titles[:3]) else "")
    if len(texts) == 1:
        return f"A text you were typing is kept: {named}"
    return f"{len(texts)} texts you were typing are kept: {named}"


def _waits(place: str) -> bool:
    return place.startswith(FIGURES) or not place.startswith(OWN_NOTES)


def _kept(place: str, text: str) -> KeptText:
    unsaved = Unsaved.from_text(text)
    if unsaved is not None:
        named = unsaved.texts.items()
        lines = [one if len(unsaved.texts) == 1 else f"{name}: {one}" for name, one in named if one]
        return KeptText(
            place, unsaved.what, unsaved.when, unsaved.page, unsaved.item, "\n".join(lines)
        )
    topic, _, rest = place.partition("/")
    number, _, field = rest.partition("/")
    what = field.rpartition("/")[2].replace("_", " ") if topic in ("application", "profile") else ""
    title = TITLES.get(topic, topic)
    item = int(number) if number.isdecimal() else None
    return KeptText(
        place,
        f"{title}: {what}" if what else title,
        "",
        PAGES.get(topic, APPLICATIONS),
        item,
        "\n".join(_words_in(text)),
    )


def _words_in(text: str) -> Iterator[str]:
    """What a person typed: the text itself, or the texts of a draft in JSON."""
    made: object = text
    with suppress(ValueError, RecursionError):
        made = json.loads(text)
    if not isinstance(made, dict | list):
        yield text
        return
    waiting: list[object] = [made]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, dict):
            waiting[:0] = list(one.values())
        elif isinstance(one, list):
            waiting[:0] = one
        elif isinstance(one, str) and one.strip():
            yield one
