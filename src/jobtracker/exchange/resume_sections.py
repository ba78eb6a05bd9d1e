"""The sections of the JSON Resume schema 1.x, and an entry of one checked against it.

`additionalProperties` is true everywhere in the schema: a part it does not name is let be.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from jobtracker.exchange.page_lines import clean
from jobtracker.exchange.resume_records import Refusal

LONGEST = 100_000
MOST_ITEMS = 1_000

_DATE = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_Check = Callable[[str, object, list[Refusal]], Any]


def _text(place: str, value: object, refused: list[Refusal]) -> str | None:
    if not isinstance(value, str):
        refused.append(Refusal(place, f"It is {_kind(value)}, not text."))
    elif len(value) > LONGEST:
        refused.append(Refusal(place, f"It has more than {LONGEST:,} characters."))
    else:
        return clean(value)
    return None


def _date(place: str, value: object, refused: list[Refusal]) -> str | None:
    """ISO 8601, from the year alone to the day; an empty text is no date."""
    if isinstance(value, str) and (not value.strip() or _DATE.fullmatch(value.strip())):
        return value.strip()
    said = f"“{value[:30]}”" if isinstance(value, str) else _kind(value)
    refused.append(Refusal(place, f"It is {said}, not a date such as 2024-06 or 2024-06-01."))
    return None


def _texts(place: str, value: object, refused: list[Refusal]) -> list[str] | None:
    if not isinstance(value, list):
        refused.append(Refusal(place, f"It is {_kind(value)}, not a list."))
        return None
    found = (_text(f"{place}.{i}", one, refused) for i, one in enumerate(value[:MOST_ITEMS], 1))
    return [one for one in found if one]


def _profiles(place: str, value: object, refused: list[Refusal]) -> list[dict[str, Any]] | None:
    if not isinstance(value, list):
        refused.append(Refusal(place, f"It is {_kind(value)}, not a list."))
        return None
    found = (
        _object(_PROFILE, f"{place}.{i}", one, refused)
        for i, one in enumerate(value[:MOST_ITEMS], 1)
    )
    return [one for one in found if one is not None]


def _location(place: str, value: object, refused: list[Refusal]) -> dict[str, Any] | None:
    return _object(_LOCATION, place, value, refused)


def _all(*names: str) -> dict[str, _Check]:
    return dict.fromkeys(names, _text)


_PROFILE = _all("network", "username", "url")
_LOCATION = _all("address", "postalCode", "city", "countryCode", "region")
_SPAN: dict[str, _Check] = {"startDate": _date, "endDate": _date}
_LISTS: dict[str, _Check] = {"highlights": _texts, "keywords": _texts}

SECTIONS: Mapping[str, Mapping[str, _Check]] = {
    "basics": {
        **_all("name", "label", "image", "email", "phone", "url", "summary"),
        "location": _location,
        "profiles": _profiles,
    },
    "work": {
        **_all("name", "company", "location", "description", "position", "url", "summary"),
        **_SPAN,
        **_LISTS,
    },
    "volunteer": {**_all("organization", "position", "url", "summary"), **_SPAN, **_LISTS},
    "education": {
        **_all("institution", "url", "area", "studyType", "score"),
        **_SPAN,
        "courses": _texts,
    },
    "awards": {**_all("title", "awarder", "summary"), "date": _date},
    "certificates": {**_all("name", "url", "issuer"), "date": _date},
    "publications": {**_all("name", "publisher", "url", "summary"), "releaseDate": _date},
    "skills": {**_all("name", "level"), "keywords": _texts},
    "languages": _all("language", "fluency"),
    "interests": {**_all("name"), "keywords": _texts},
    "references": _all("name", "reference"),
    "projects": {
        **_all("name", "description", "url", "entity", "type"),
        **_SPAN,
        **_LISTS,
        "roles": _texts,
    },
}
"""Each section's parts; `company` is what `work.name` was called before 1.0."""


def checked_entry(
    section: str, place: str, value: object, refused: list[Refusal]
) -> dict[str, Any] | None:
    """An entry with the parts that are as the schema says; the others are refused."""
    return _object(SECTIONS[section], place, value, refused)


def _object(
    parts: Mapping[str, _Check], place: str, value: object, refused: list[Refusal]
) -> dict[str, Any] | None:
    if not isinstance(value, Mapping):
        refused.append(Refusal(place, f"It is {_kind(value)}, not an object."))
        return None
    found = {
        name: check(f"{place}.{name}", value[name], refused)
        for name, check in parts.items()
        if name in value
    }
    return {name: part for name, part in found.items() if part is not None}


def _kind(value: object) -> str:
    if value is None:
        return "null"
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list"}
    if isinstance(value, str):
        return "text"
    return names.get(type(value), "an object")
