"""Occupations of the O*NET database as role profiles, joined from its files by their code."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from jobtracker.domain.pay import Pay
from jobtracker.domain.profiles import Fact, RelatedRole, RoleProfile
from jobtracker.exchange.role_files.onet_tables import CODE, TITLE, Kind, kind_of
from jobtracker.exchange.role_files.records import Refused, RoleFile
from jobtracker.exchange.role_files.tables import Row, Table

CREDIT = "O*NET Database by USDOL/ETA, CC BY 4.0"
SOURCE = "O*NET Database"
NAME = "O*NET"

_CODE = re.compile(r"\d{2}-\d{4}\.\d{2}")
_MONTH = re.compile(r"(0[1-9]|1[0-2])/([12]\d{3})")
_NOTHING = frozenset(("", "n/a"))
_ZONE_PARTS = (
    ("Education", "Education"),
    ("Experience", "Experience"),
    ("Job Training", "Training"),
    ("SVP Range", "SVP range"),
)
_REVISED = "revision"
_ORDER = tuple(Kind)


@dataclass
class _Occupation:
    """What the files say of one code so far."""

    title: str = ""
    description: str = ""
    zone: str = ""
    tasks: dict[str, bool] = field(default_factory=dict)
    emerging: list[str] = field(default_factory=list)
    skills: list[tuple[int, str, str]] = field(default_factory=list)
    alternates: dict[str, None] = field(default_factory=dict)
    related: dict[str, str] = field(default_factory=dict)
    days: list[date] = field(default_factory=list)


def read_onet(tables: Sequence[Table], titles: Mapping[str, str]) -> RoleFile:
    """The occupations in these files.

    `titles` are those known already, by SOC code ("15-1252"), for files that come without
    Occupation Data. A row whose occupation has no title anywhere is refused.
    """
    return _Joining(tables, titles).role_file()


def soc_code(code: str) -> str:
    """The SOC 2018 code of an O*NET-SOC code: "15-1252" of "15-1252.00"."""
    return code.partition(".")[0]


class _Joining:
    def __init__(self, tables: Sequence[Table], titles: Mapping[str, str]) -> None:
        self._occupations: dict[str, _Occupation] = defaultdict(_Occupation)
        self._zones: dict[str, Row] = {}
        self._refused: list[Refused] = [one for table in tables for one in table.refused]
        found = [(kind, table) for table in tables if (kind := kind_of(table.header))]
        self._tables = sorted(found, key=lambda one: _ORDER.index(one[0]))
        self._named = self._titles_in_files()
        self._known = titles
        self._readers: Mapping[Kind, Callable[[_Occupation, Row], str]] = {
            Kind.OCCUPATIONS: _read_occupation,
            Kind.TASKS: _read_task,
            Kind.EMERGING: _read_emerging,
            Kind.TECHNOLOGY: _read_technology,
            Kind.ALTERNATES: _read_alternate,
            Kind.REPORTED: _read_reported,
            Kind.ZONES: _read_zone,
            Kind.RELATED: self._read_related,
        }

    def role_file(self) -> RoleFile:
        for kind, table in self._tables:
            for row in table.rows:
                reason = self._take(kind, row)
                if reason:
                    self._refused.append(Refused(row.number, reason, table.name))
        rows = sum(table.size for _, table in self._tables)
        kinds = {kind for kind, _ in self._tables}
        return RoleFile(
            tuple(self._profiles()),
            rows,
            rows - len(self._refused),
            tuple(self._refused),
            CREDIT,
            NAME,
            parts=Kind.OCCUPATIONS not in kinds,
        )

    def _titles_in_files(self) -> dict[str, str]:
        return {
            row[CODE]: row[TITLE]
            for kind, table in self._tables
            if kind is Kind.OCCUPATIONS
            for row in table.rows
            if row[TITLE]
        }

    def _title_of(self, code: str) -> str:
        """Codes that end in .00 are those of SOC itself, others are finer."""
        known = self._known.get(soc_code(code), "") if code.endswith(".00") else ""
        return self._named.get(code) or self._known.get(code) or known

    def _take(self, kind: Kind, row: Row) -> str:
        """Keep what a row says; why it is refused, empty where it is not."""
        if kind is Kind.ZONE_NAMES:
            if not row["Job Zone"].isdecimal():
                return "It has no number of a job zone."
            self._zones[row["Job Zone"]] = row
            return ""
        code = row[CODE]
        if not _CODE.fullmatch(code):
            return "It has no O*NET-SOC code such as 15-1252.00."
        title = self._title_of(code)
        if not title and kind is not Kind.OCCUPATIONS:
            return f"{code} has no title here. Import Occupation Data with this file."
        reason = self._readers[kind](self._occupations[code], row)
        if not reason:
            self._occupations[code].title = title
        return reason

    def _read_related(self, occupation: _Occupation, row: Row) -> str:
        code = row["Related O*NET-SOC Code"]
        if not _CODE.fullmatch(code):
            return "It has no code of a related occupation such as 15-1252.00."
        title = row["Related Title"] or self._title_of(code)
        if not title:
            return f"The related occupation {code} has no title here."
        occupation.related.setdefault(code, title)
        return ""

    def _profiles(self) -> Iterator[RoleProfile]:
        for code, said in sorted(self._occupations.items()):
            if said.title:
                yield self._profile(code, said)

    def _profile(self, code: str, said: _Occupation) -> RoleProfile:
        skills = sorted(said.skills, key=lambda skill: skill[:2])
        core = [task for task, is_core in said.tasks.items() if is_core]
        other = [task for task, is_core in said.tasks.items() if not is_core]
        own = said.title.casefold()
        return RoleProfile(
            title=said.title,
            summary=said.description,
            updated_on=max(said.days, default=None),
            source=f"{SOURCE}, {code}",
            glance=tuple(self._glance(said.zone)),
            duties=tuple(dict.fromkeys((*core, *other, *said.emerging))),
            skills=tuple(dict.fromkeys(example for _, _, example in skills)),
            related=tuple(RelatedRole(title, Pay()) for title in said.related.values()),
            other=tuple(_by_commodity(said.skills)),
            alternates=tuple(name for name in said.alternates if name.casefold() != own),
            code=soc_code(code),
            credit=CREDIT,
        )

    def _glance(self, zone: str) -> Iterator[Fact]:
        if not zone:
            return
        named = self._zones.get(zone)
        if named is None:
            yield Fact("Job zone", zone)
            return
        yield Fact("Job zone", named["Name"] or zone)
        for column, label in _ZONE_PARTS:
            if named[column]:
                yield Fact(label, named[column])


def _read_occupation(occupation: _Occupation, row: Row) -> str:
    if not row[TITLE]:
        return "It has no title."
    occupation.description = row["Description"]
    return ""


def _read_task(occupation: _Occupation, row: Row) -> str:
    if not row["Task"]:
        return "It has no task."
    occupation.tasks.setdefault(row["Task"], row["Task Type"].casefold() == "core")
    _note_day(occupation, row)
    return ""


def _read_emerging(occupation: _Occupation, row: Row) -> str:
    """A new task, or one that takes the place of the task it revises."""
    if not row["Task"]:
        return "It has no task."
    if row["Category"].casefold() == _REVISED and row["Original Task"] in occupation.tasks:
        occupation.tasks = {
            row["Task"] if task == row["Original Task"] else task: is_core
            for task, is_core in occupation.tasks.items()
        }
    else:
        occupation.emerging.append(row["Task"])
    _note_day(occupation, row)
    return ""


def _read_technology(occupation: _Occupation, row: Row) -> str:
    """What postings ask for comes first: in demand for this occupation, then hot everywhere."""
    if not row["Example"]:
        return "It has no example of a technology."
    wanted, hot = (row[name].upper() == "Y" for name in ("In Demand", "Hot Technology"))
    rank = 0 if wanted else 1 if hot else 2
    occupation.skills.append((rank, row["Commodity Title"], row["Example"]))
    return ""


def _read_alternate(occupation: _Occupation, row: Row) -> str:
    if not row["Alternate Title"]:
        return "It has no alternate title."
    occupation.alternates.setdefault(row["Alternate Title"])
    if row["Short Title"].casefold() not in _NOTHING:
        occupation.alternates.setdefault(row["Short Title"])
    return ""


def _read_reported(occupation: _Occupation, row: Row) -> str:
    if not row["Reported Job Title"]:
        return "It has no reported title."
    occupation.alternates.setdefault(row["Reported Job Title"])
    return ""


def _read_zone(occupation: _Occupation, row: Row) -> str:
    if not row["Job Zone"].isdecimal():
        return "It has no number of a job zone."
    occupation.zone = row["Job Zone"]
    _note_day(occupation, row)
    return ""


def _note_day(occupation: _Occupation, row: Row) -> None:
    """The first of the month in which a fact was last looked at: "07/2016"."""
    if found := _MONTH.fullmatch(row["Date"]):
        occupation.days.append(date(int(found[2]), int(found[1]), 1))


def _by_commodity(skills: Sequence[tuple[int, str, str]]) -> Iterator[str]:
    """A line for each kind of technology, with the examples of it that are named."""
    examples: dict[str, dict[str, None]] = defaultdict(dict)
    for _, commodity, example in sorted(skills, key=lambda skill: skill[:2]):
        examples[commodity].setdefault(example)
    for commodity in sorted(filter(None, examples)):
        yield f"{commodity}: {', '.join(examples[commodity])}"
