"""The settings whose values the program relies on: each of its kind, or the archive is refused."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from jobtracker.domain.letter_looks import PageStyle, Paper

_PERSON, _NEGOTIATION = "person.", "negotiation."
_A_YEAR, _GOALS, _WEIGHTS = range(1, 366), range(101), range(1, 6)


def is_sound(name: str, value: Any) -> bool:
    """Whether a setting of this name may say this; a name not known here may say anything."""
    if name.startswith(_PERSON):
        return isinstance(value, str)
    try:
        if name.startswith(_NEGOTIATION):
            return _arguments(value)
        return _SOUND.get(name, _anything)(value)
    except (AttributeError, TypeError, ValueError):
        return False


def _anything(_value: Any) -> bool:
    return True


def _texts(value: Mapping[str, Any]) -> bool:
    return all(isinstance(one, str) for one in value.values())


def _days(value: Mapping[str, Any]) -> bool:
    return all(type(count) is int and count in _A_YEAR for count in value.values())


def _weights(value: Mapping[str, Any]) -> bool:
    return all(type(weight) is int and weight in _WEIGHTS for weight in value.values())


def _arguments(value: Mapping[str, Any]) -> bool:
    left_out = value.get("left_out", [])
    texts = isinstance(left_out, list) and all(isinstance(one, str) for one in left_out)
    return texts and isinstance(value.get("own", ""), str)


def _goal(value: Any) -> bool:
    return type(value) is int and value in _GOALS


def _look(value: str) -> bool:
    style, paper, family = json.loads(value)
    return PageStyle(style) in PageStyle and Paper(paper) in Paper and isinstance(family, str)


def _sample(value: Mapping[str, Any]) -> bool:
    records: Mapping[str, Any] = value["records"]
    lists = all(isinstance(uids, list) for uids in records.values())
    return lists and "application" in records and _texts(value["said"])


_SOUND: Final[Mapping[str, Callable[[Any], bool]]] = {
    "waiting_days": _days,
    "weekly_goal": _goal,
    "review_kept": _texts,
    "offer_weights": _weights,
    "letter.look": _look,
    "sample": _sample,
}
