"""Values out of a structure somebody else made: whatever is not what it should be is empty."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from html import unescape
from typing import Any

from jobtracker.exchange.page_lines import clean

LONGEST_LINE = 500
"""A title, a name or a place that is longer is none."""
_TAG = re.compile(r"<[^<>]{0,500}>")
_MILLISECONDS_FROM = 10**11
_LARGEST_TIME = 10**14
_LARGEST_NUMBER = 10**18


def line(value: Any) -> str:
    """A text or a number on one line, without markup; "" for anything else."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return str(value) if -_LARGEST_NUMBER < value < _LARGEST_NUMBER else ""
    if not isinstance(value, str):
        return ""
    if len(value) > 4 * LONGEST_LINE:
        return ""
    # titles too are escaped once more than needed: "R&amp;amp;D"
    text = clean(" ".join(_TAG.sub(" ", unescape(unescape(value))).split()))
    return text if len(text) <= LONGEST_LINE else ""


def body(value: Any) -> str:
    """A longer text as it is; "" for anything else."""
    return value if isinstance(value, str) else ""


def at(value: Any, *path: str) -> Any:
    """What lies at the keys of `path`, of a list its first entry; None where there is nothing."""
    for key in path:
        if isinstance(value, list):
            value = value[0] if value else None
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def part(value: Any, *path: str) -> dict[str, Any]:
    """The object that lies at the keys of `path`; an empty one where there is none."""
    found = at(value, *path)
    return found if isinstance(found, dict) else {}


def first(value: dict[str, Any], *keys: str) -> str:
    """The first of the keys that has a line of text or a number."""
    return next((found for key in keys if (found := line(value.get(key)))), "")


def many(value: Any) -> list[Any]:
    """The entries of a list, or the one value; of None nothing."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def dicts(value: Any) -> Iterator[dict[str, Any]]:
    return (entry for entry in many(value) if isinstance(entry, dict))


def joined(*parts: str, by: str = ", ") -> str:
    """The parts that say something, each once."""
    return by.join(dict.fromkeys(part for part in parts if part))


def link(value: Any) -> str:
    """A web address; "" for anything else, also for one without a host."""
    text = line(value)
    return text if re.match(r"https?://[^/\s]+\S*$", text) else ""


def day_of_timestamp(value: Any) -> str:
    """The day of a Unix time in seconds or milliseconds, in UTC as boards count, in ISO."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < _LARGEST_TIME:
        return ""
    seconds = value / 1000 if value >= _MILLISECONDS_FROM else value
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()
