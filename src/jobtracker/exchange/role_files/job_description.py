"""A job description in the form of the JSON Resume project, as a role.

Schema: `job-schema.json` of jsonresume/resume-schema 1.x. It is one company's advertisement in
the words of a role, so it is read as a profile: what is done, what is asked for, which skills.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from jobtracker.domain.pay_text import read_pay
from jobtracker.domain.profiles import Fact, QualificationGroup, RoleProfile
from jobtracker.domain.salary_ranges import SalaryRange
from jobtracker.exchange.page_dates import day_in
from jobtracker.exchange.page_lines import clean
from jobtracker.exchange.role_files.records import Refused, RoleFile

NAME = "job description"

_TELLING = frozenset(("responsibilities", "qualifications", "experience", "remote", "salary"))
_GLANCE = (
    ("type", "Employment type"),
    ("experience", "Experience"),
    ("remote", "Work mode"),
    ("salary", "Salary"),
)
_PLACE = ("address", "postalCode", "city", "region", "countryCode")
_TEXTS = ("title", "company", "date", "description", *(name for name, _ in _GLANCE))
_LISTS = ("responsibilities", "qualifications")
_KNOWN = frozenset((*_TEXTS, *_LISTS, "location", "skills", "meta", "$schema"))


def is_job_description(value: object) -> bool:
    return isinstance(value, Mapping) and "title" in value and bool(_TELLING & set(value))


def read_job_description(value: Mapping[str, Any], name: str) -> RoleFile:
    """The role in a parsed description: its parts are the rows, those of a wrong kind refused."""
    refused = tuple(_refused(value, name))
    rows = len(value)
    title = _text(value, "title")
    if not title:
        whole = (Refused(number, "The description has no title.", name) for number in range(rows))
        return RoleFile((), rows, 0, tuple(whole), kind=NAME)
    return RoleFile((_profile(value, title),), rows, rows - len(refused), refused, kind=NAME)


def _refused(value: Mapping[str, Any], file: str) -> Iterator[Refused]:
    for number, (name, part) in enumerate(value.items(), 1):
        wrong = (
            (name in _TEXTS and not isinstance(part, str))
            or (name in (*_LISTS, "skills") and not isinstance(part, list))
            or (name in ("location", "meta") and not isinstance(part, Mapping))
        )
        if wrong:
            yield Refused(number, f"Its part {name} is of another kind than the schema says.", file)


def _profile(value: Mapping[str, Any], title: str) -> RoleProfile:
    company, when = _text(value, "company"), _text(value, "date")
    source = ", ".join(filter(None, (company, "job description")))
    return RoleProfile(
        title=title,
        summary=_text(value, "description"),
        updated_on=day_in(when),
        source=source,
        glance=tuple(_glance(value, company)),
        duties=_items(value, "responsibilities"),
        qualifications=tuple(_groups(value)),
        skills=tuple(dict.fromkeys(_skills(value))),
        salaries=tuple(_salaries(value, source, when)),
        other=tuple(_rest(value)),
    )


def _glance(value: Mapping[str, Any], company: str) -> Iterator[Fact]:
    if company:
        yield Fact("Company", company)
    place = value.get("location")
    if isinstance(place, Mapping):
        said = ", ".join(filter(None, (_text(place, name) for name in _PLACE)))
        if said:
            yield Fact("Location", " ".join(said.split()))
    yield from (Fact(label, said) for name, label in _GLANCE if (said := _text(value, name)))


def _groups(value: Mapping[str, Any]) -> Iterator[QualificationGroup]:
    if items := _items(value, "qualifications"):
        yield QualificationGroup("", items)
    for skill in _objects(value, "skills"):
        name, level = _text(skill, "name"), _text(skill, "level")
        keywords = _items(skill, "keywords")
        if name and (level or keywords):
            yield QualificationGroup(f"{name} ({level})" if level else name, keywords)


def _skills(value: Mapping[str, Any]) -> Iterator[str]:
    for skill in _objects(value, "skills"):
        if name := _text(skill, "name"):
            yield name
        yield from _items(skill, "keywords")


def _salaries(value: Mapping[str, Any], source: str, when: str) -> Iterator[SalaryRange]:
    """What the text of a salary says: without a currency in it that is left open."""
    reading = read_pay(_text(value, "salary"))
    if reading.is_pay:
        yield SalaryRange("", reading.pay, kind="employer", source=source, source_date=when)


def _rest(value: Mapping[str, Any]) -> Iterator[str]:
    for name, part in value.items():
        if name not in _KNOWN and isinstance(part, str | int | float):
            yield f"{name}: {part}"


def _text(value: Mapping[str, Any], name: str) -> str:
    found = value.get(name)
    return clean(found) if isinstance(found, str) else ""


def _items(value: Mapping[str, Any], name: str) -> tuple[str, ...]:
    found = value.get(name)
    items = found if isinstance(found, list) else []
    return tuple(clean(item) for item in items if isinstance(item, str) and clean(item))


def _objects(value: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    found = value.get(name)
    yield from (
        one for one in (found if isinstance(found, list) else []) if isinstance(one, Mapping)
    )
