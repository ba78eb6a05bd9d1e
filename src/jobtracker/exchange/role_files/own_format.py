"""Profiles in our own JSON, described in docs/profile-format.md: all of a profile, nothing lost."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from jobtracker.domain.pay import Pay, to_major, to_minor
from jobtracker.domain.profiles import RelatedRole, RoleProfile
from jobtracker.domain.salary_ranges import Percentiles, SalaryRange
from jobtracker.exchange.role_files.limits import MOST_PROFILES, refused, too_large
from jobtracker.exchange.role_files.records import Refused, RoleFile

FORMAT = "jobtracker-profiles"
VERSION = 1
NAME = "profile of Jobtracker"

_OF_THE_WORKSPACE = frozenset(("id", "uid", "origin", "library_key", "version"))
"""Parts that say how a workspace holds a profile, not what the profile says."""
_PARTS = tuple(part.name for part in fields(RoleProfile) if part.name not in _OF_THE_WORKSPACE)
_AMOUNTS = ("low", "high")
_LARGEST = Decimal(10) ** 15
_EMPTY: tuple[object, ...] = ("", (), [])


def write_profiles(profiles: Sequence[RoleProfile]) -> str:
    """The profiles as JSON; parts that are empty are left out."""
    value = {"format": FORMAT, "version": VERSION, "profiles": [_told(one) for one in profiles]}
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def is_written(content: bytes) -> bool:
    """Whether a file was written by `write_profiles`, by its first line."""
    return content.lstrip(b"{ \r\n").startswith(f'"format": "{FORMAT}"'.encode())


def is_own(value: object) -> bool:
    return isinstance(value, Mapping) and value.get("format") == FORMAT


def read_own(value: Mapping[str, Any], name: str) -> RoleFile:
    """The profiles in parsed JSON; one that is not as it should be is refused with the reason.

    Raises UnreadableFileError for a version that is newer, or a file without a list of them.
    """
    if value.get("version") != VERSION:
        raise refused(name, "is of another version of the format", "Update Jobtracker, then try.")
    entries = value.get("profiles")
    if not isinstance(entries, list):
        raise refused(name, "has no list of profiles", "Export it again.")
    if len(entries) > MOST_PROFILES:
        raise too_large(name)
    profiles: list[RoleProfile] = []
    wrong: list[Refused] = []
    for number, entry in enumerate(entries, 1):
        try:
            profiles.append(_profile(entry))
        except (ValidationError, ValueError, TypeError, InvalidOperation) as error:
            wrong.append(Refused(number, _reason(error), name))
    return RoleFile(tuple(profiles), len(entries), len(profiles), tuple(wrong), kind=NAME)


def _told(profile: RoleProfile) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for name in _PARTS:
        value = getattr(profile, name)
        if name == "salaries":
            value = [_range_told(one) for one in value]
        elif name == "related":
            value = [_related_told(one) for one in value]
        elif name == "updated_on":
            value = value and value.isoformat()
        elif isinstance(value, tuple):
            value = [one._asdict() if hasattr(one, "_asdict") else one for one in value]
        told[name] = value
    return _said(told)


def _range_told(salary: SalaryRange) -> dict[str, Any]:
    rest = salary._asdict()
    pay, points = rest.pop("pay"), rest.pop("percentiles")
    told = _pay_told(pay) | {
        name: _major(point, pay.currency) for name, point in points._asdict().items()
    }
    return _said(rest | told)


def _related_told(role: RelatedRole) -> dict[str, Any]:
    rest = role._asdict()
    return _said(rest | _pay_told(rest.pop("pay")))


def _pay_told(pay: Pay) -> dict[str, Any]:
    ends = {name: _major(getattr(pay, name), pay.currency) for name in _AMOUNTS}
    return pay._asdict() | ends | {"assumed": list(pay.assumed)}


def _said(told: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in told.items()
        if value is not None and value is not False and value not in _EMPTY
    }


def _major(amount: int | None, currency: str | None) -> str | None:
    return None if amount is None else str(to_major(amount, currency))


@cache
def _checking() -> TypeAdapter[RoleProfile]:
    return TypeAdapter(RoleProfile)


def _profile(entry: object) -> RoleProfile:
    if not isinstance(entry, Mapping):
        raise TypeError("It is no object with parts.")
    unknown = sorted(set(map(str, entry)) - set(_PARTS))
    if unknown:
        raise ValueError(f"It has a part that is not known: {unknown[0]}.")
    parts = dict(entry)
    parts["salaries"] = [_range(one) for one in _objects(entry, "salaries")]
    parts["related"] = [_related(one) for one in _objects(entry, "related")]
    profile = _checking().validate_python(parts)
    if not profile.title.strip():
        raise ValueError("It has no title.")
    return profile


def _objects(entry: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = entry.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, Mapping) for one in found):
        raise TypeError(f"Its {name} are no list of objects.")
    return found


def _range(told: Mapping[str, Any]) -> dict[str, Any]:
    rest, pay = _with_pay(told, SalaryRange._fields + Percentiles._fields)
    points = {name: _minor(rest.pop(name, None), pay["currency"]) for name in Percentiles._fields}
    return {"level": "", **rest, "pay": pay, "percentiles": points}


def _related(told: Mapping[str, Any]) -> dict[str, Any]:
    rest, pay = _with_pay(told, RelatedRole._fields)
    return {**rest, "pay": pay}


def _with_pay(
    told: Mapping[str, Any], known: Sequence[str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The parts that are not pay, and the pay in minor units."""
    unknown = sorted(set(map(str, told)) - set(known) - set(Pay._fields) | ({"pay"} & set(told)))
    if unknown:
        raise ValueError(f"It has a part that is not known: {unknown[0]}.")
    pay = {name: told[name] for name in Pay._fields if name in told}
    currency = pay.setdefault("currency", None)
    for name in _AMOUNTS:
        pay[name] = _minor(pay.get(name), currency)
    return {name: value for name, value in told.items() if name not in Pay._fields}, pay


def _minor(amount: object, currency: object) -> int | None:
    if amount is None:
        return None
    if isinstance(amount, bool) or not isinstance(amount, str | int | float):
        raise TypeError("An amount in it is no number.")
    major = Decimal(str(amount))
    if not major.is_finite() or abs(major) > _LARGEST:
        raise ValueError("An amount in it is too large.")
    return to_minor(major, currency if isinstance(currency, str) else None)


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"]))
        return f"{place}: {first['msg']}."
    if isinstance(error, InvalidOperation):
        return "An amount in it is no number."
    return str(error)
