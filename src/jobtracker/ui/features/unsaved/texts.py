"""The texts that are kept and not stored, in a person's words, wherever they were typed."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import NamedTuple

from jobtracker.domain.text import shortened
from jobtracker.ui.features.unsaved.places import belongs
from jobtracker.ui.widgets.days import day_within
from jobtracker.ui.widgets.sheet_drafts import Unsaved

OWN_NOTES = ("add/aside", "unsaved/told")
"""Places whose texts belong where they are and wait for nobody."""
LINE = "/line"
"""A line of a profile, kept with where it stood; what was typed comes last."""
CHOSEN = ("stage", "profile")
"""What always holds something in a draft, typed or not."""
FILLED_IN = {("received_on", "today"), ("day", "today")}
"""What stands in a form when it is opened: nobody typed it."""
MORE = " …"
PREVIEW = 160
"""Characters of a text that are shown before all of it is asked for."""


class Known(NamedTuple):
    """What the workspace knows of texts: when each was kept last, by its place; and the names of
    records by table and id, those that are there.
    """

    times: Mapping[str, datetime]
    names: Mapping[tuple[str, int], str]


NOTHING_KNOWN = Known({}, {})


class KeptText(NamedTuple):
    """`kept` is it as the keeper holds it, `text` as a person reads it. `of` is the record it was
    typed about, "" for none; `is_gone` that it was deleted. `page`, `item` and `command` are the
    way back to where it was typed, `words` how many were typed.
    """

    place: str
    kept: str
    title: str
    of: str
    is_gone: bool
    at: datetime | None
    page: str
    item: int | None
    command: str
    text: str
    words: int

    @property
    def name(self) -> str:
        """As in "Notes, Acme Robotics, Data Engineer"."""
        return f"{self.title}, {self.of}" if self.of else self.title

    @property
    def preview(self) -> str:
        """The first words, on one line."""
        shown = shortened(self.text, PREVIEW)
        words = shown.removesuffix(MORE)
        return shown if words == shown else f"{words.rpartition(' ')[0] or words}{MORE}"

    def about(self, today: date) -> str:
        """As in "Typed today 10:04, 23 words"."""
        words = f"{self.words:,} word{'' if self.words == 1 else 's'}"
        if self.at is None:
            return words
        at = self.at.astimezone()
        return f"Typed {day_within(at.date(), today)} {at:%H:%M}, {words}"


def waiting(kept: Mapping[str, str]) -> dict[str, str]:
    """Of all that is kept, what waits to be gone on with."""
    return {place: text for place, text in kept.items() if text and _waits(place)}


def records_of(kept: Mapping[str, str]) -> set[tuple[str, int]]:
    """The records that texts were typed about, by table and id."""
    found = [belongs(place, text) for place, text in waiting(kept).items()]
    return {(one.table, one.id) for one in found if one.table and one.id is not None}


def kept_texts(kept: Mapping[str, str], known: Known = NOTHING_KNOWN) -> list[KeptText]:
    """What waits to be gone on with, the newest first where that is known."""
    texts = [_kept(place, text, known) for place, text in waiting(kept).items()]
    return sorted(filter(lambda one: one.text, texts), key=_newest_first)


def summary(texts: list[KeptText]) -> tuple[str, str]:
    """What is said of them: "2 texts you were typing were not saved", and which they are."""
    names = list(dict.fromkeys(one.name for one in texts))
    named = "; ".join(names[:3]) + ("; …" if len(names) > len(names[:3]) else "")
    if len(texts) == 1:
        return "A text you were typing was not saved", f"{named}. It is kept until you decide."
    many = f"{len(texts)} texts you were typing were not saved"
    return many, f"{named}. They are kept until you decide."


def _newest_first(text: KeptText) -> tuple[float, str]:
    return (-text.at.timestamp() if text.at is not None else 0.0, text.name)


def _waits(place: str) -> bool:
    return not place.startswith(OWN_NOTES)


def _kept(place: str, text: str, known: Known) -> KeptText:
    unsaved, where = Unsaved.from_text(text), belongs(place, text)
    title, page, item = where.title, where.page, where.item
    typed = list(_words_in(place, text))
    named = [(name.replace("_", " ").capitalize(), one) for name, one in typed]
    at = known.times.get(place)
    if unsaved is not None:
        title = unsaved.what
        at = at or datetime.fromisoformat(unsaved.at)
        page, item = unsaved.page or page, unsaved.item if unsaved.page else item
        alone = len(unsaved.texts) == 1
        named = [("" if alone else name, one) for name, one in unsaved.texts.items() if one]
    words = "\n".join(f"{name}: {one}" if name else one for name, one in named)
    count = sum(len(one.split()) for _name, one in named)
    of, is_gone = "", False
    if where.table and where.id is not None and known is not NOTHING_KNOWN:
        of = known.names.get((where.table, where.id), "")
        is_gone = not of
    return KeptText(place, text, title, of, is_gone, at, page, item, where.command, words, count)


def _words_in(place: str, text: str) -> Iterator[tuple[str, str]]:
    """What a person typed: the text itself, or the texts of a draft in JSON, by their names."""
    made: object = text
    with suppress(ValueError, RecursionError):
        made = json.loads(text)
    if not isinstance(made, dict | list):
        yield "", text
        return
    if place.endswith(LINE) and isinstance(made, list):
        made = made[-1:]
    waiting: list[tuple[str, object]] = [("", made)]
    while waiting:
        name, one = waiting.pop(0)
        if isinstance(one, dict):
            waiting[:0] = [(key, part) for key, part in one.items() if key not in CHOSEN]
        elif isinstance(one, list):
            waiting[:0] = [("", part) for part in one]
        elif isinstance(one, str) and one.strip() and (name, one) not in FILLED_IN:
            yield name, one
