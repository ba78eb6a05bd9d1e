"""The parts of an offer as JSON: what differs from an offer of nothing but its base pay.

What a later version wrote and this one does not know is kept in `Package.unread`.
"""

import json
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from jobtracker.domain.errors import WorkspaceDamagedError
from jobtracker.domain.packages import (
    Bonus,
    Commute,
    Equity,
    EquityKind,
    Mark,
    Match,
    Package,
    SignOn,
)
from jobtracker.domain.pay import Pay

_APART = ("base", "unread")
_PARTS: Final[dict[str, type[Any]]] = {
    "bonus": Bonus,
    "sign_on": SignOn,
    "equity": Equity,
    "match": Match,
    "commute": Commute,
}
_DECIMALS = frozenset(
    {
        "percent", "limit", "units", "years", "haircut", "days_a_week", "leave_days", "hours",
        "weeks",
    }
)  # fmt: skip


def written(package: Package) -> str:
    """The package as text, "" where there is only a base."""
    known = {name: value for name, value in _said(package).items() if name not in _APART}
    unread = json.loads(package.unread) if package.unread else {}
    whole = {**unread, **{name: _plain(value) for name, value in known.items()}}
    return json.dumps(whole, ensure_ascii=False) if whole else ""


def read(text: str, base: Pay) -> Package:
    """The package that `written` made a text of, with its base.

    Raises WorkspaceDamagedError for what is no such text at all.
    """
    known: dict[str, Any] = {}
    unread: dict[str, Any] = {}
    for name, value in _object(text).items():
        try:
            known[name] = _part(name, value)
        except (ArithmeticError, KeyError, TypeError, ValueError):
            unread[name] = value
    return Package(base, **known, unread=json.dumps(unread, ensure_ascii=False) if unread else "")


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise WorkspaceDamagedError(
            "The parts of an offer cannot be read. Nothing was changed. "
            "Run “check” to see which, then restore a backup."
        )
    return found


def _said(part: Any) -> dict[str, Any]:
    """The fields of a named tuple that are not as they usually are."""
    usual = part._field_defaults
    return {
        name: value
        for name, value in part._asdict().items()
        if name not in usual or value != usual[name]
    }


def _plain(value: Any) -> Any:
    if hasattr(value, "_asdict"):
        return {name: _plain(one) for name, one in _said(value).items()}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, Decimal) else value


def _part(name: str, value: Any) -> Any:
    """A field of a package. Raises KeyError for a name, TypeError or an arithmetic or value error
    for a value that this version does not know.
    """
    if name in _PARTS:
        return _PARTS[name](**{field: _field(field, one) for field, one in value.items()})
    if name == "marks":
        return tuple(Mark(str(one["name"]), int(one["value"])) for one in value)
    if name not in Package._fields or name in _APART:
        raise KeyError(name)
    return _field(name, value)


def _field(name: str, value: Any) -> Any:
    if name in _DECIMALS:
        return _decimal(value)
    if name == "schedule":
        return tuple(_decimal(one) for one in value)
    if name == "kind":
        return EquityKind(value)
    if name == "guaranteed":
        return bool(value)
    if not isinstance(value, int):
        raise TypeError(name)
    return value


def _decimal(text: Any) -> Decimal:
    number = Decimal(text)
    if not number.is_finite():
        raise InvalidOperation(text)
    return number
