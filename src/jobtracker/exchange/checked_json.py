"""JSON from outside as values: how deep and how much is counted before anything is made."""

import json
import re
from typing import Any

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.domain.text import quoted

MOST_CHARACTERS = 20_000_000
DEEPEST = 60
MOST_VALUES = 500_000
"""Objects and lists; they take seconds to make before anything can be asked."""

_TEXT_OR_BRACKET = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[{]|[\]}]', re.DOTALL)
"""A text that never ends is one match, too: nothing is looked at twice."""


def read_json(text: str, name: str) -> Any:
    """The value that `text` is. Raises UnreadableFileError for text that is no JSON, too large,
    too deep, or holds numbers that JSON does not have (NaN, Infinity).
    """
    if len(text) > MOST_CHARACTERS or not _is_bearable(text):
        raise _refused(name, "is too large or too deep", "Choose a smaller part of it.")
    try:
        return json.loads(text.lstrip("\ufeff"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise _refused(name, "is no JSON", "Export it again and choose that.") from error


def looks_like_json(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n")[:1] in {"{", "["}


def _is_bearable(text: str) -> bool:
    depth = count = 0
    for found in _TEXT_OR_BRACKET.finditer(text):
        mark = found[0]
        if mark in "[{":
            depth += 1
            count += 1
            if depth > DEEPEST or count > MOST_VALUES:
                return False
        elif mark in "]}":
            depth -= 1
    return True


def _no_number(word: str) -> float:
    raise ValueError(word)


def _refused(name: str, what: str, advice: str) -> UnreadableFileError:
    return UnreadableFileError(f"{quoted(name)} {what}; nothing was imported. {advice}")
