"""A framework of roles as CSV: a row for each role, level and skill, many profiles in a file.

Each level of a role is a profile of its own, as people apply to a level: "Senior data analyst"
with the skills and the levels of skill that are expected there. The role's other levels are its
related roles.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from jobtracker.domain.matching import level_in
from jobtracker.domain.pay import Pay
from jobtracker.domain.profiles import Fact, QualificationGroup, RelatedRole, RoleProfile
from jobtracker.domain.text import folded
from jobtracker.exchange.role_files.framework_columns import Column, columns_in
from jobtracker.exchange.role_files.limits import MOST_PROFILES, MOST_RELATED, too_large
from jobtracker.exchange.role_files.records import Refused, RoleFile
from jobtracker.exchange.role_files.tables import Row, Table

UK_NAME = "UK Government Digital and Data Profession Capability Framework"
UK_CREDIT = f"{UK_NAME}, Open Government Licence v3.0"
NAME = "framework of roles"

_UK_COLUMNS = frozenset(("Role Family", "Role Level Description", "Skill Level Description"))
_BULLET = re.compile(r"\s*(?:[-–—*•·▪]|\d{1,2}[.)])\s+(?=\S)")
_SEPARATOR = re.compile(r"[;|\n]")
_SOC = re.compile(r"(\d{2}-\d{4})(?:\.\d{2})?")


class _Text(NamedTuple):
    """What a cell says: sentences, and the items of its lists."""

    lines: tuple[str, ...]
    items: tuple[str, ...]


class _Level(NamedTuple):
    """A role at a level, with its rows."""

    role: str
    level: str
    rows: list[Row]


def read_framework(table: Table) -> RoleFile:
    """The roles of a table whose header `is_framework`; a row without a role is refused."""
    return _Framework(table).role_file()


class _Framework:
    def __init__(self, table: Table) -> None:
        self._table = table
        self._columns = columns_in(table.header)
        self._is_uk = _UK_COLUMNS.issubset(table.header)

    def role_file(self) -> RoleFile:
        table = self._table
        refused = list(table.refused)
        levels: dict[tuple[str, str], _Level] = {}
        for row in table.rows:
            role, level = self._said(row, Column.ROLE), self._said(row, Column.LEVEL)
            if role:
                key = folded(role), folded(level)
                found = levels.setdefault(key, _Level(role, level, []))
                found.rows.append(row)
            else:
                refused.append(Refused(row.number, "It names no role.", table.name))
        if len(levels) > MOST_PROFILES:
            raise too_large(table.name)
        return RoleFile(
            tuple(self._profiles(list(levels.values()))),
            table.size,
            table.size - len(refused),
            tuple(refused),
            UK_CREDIT if self._is_uk else "",
            NAME,
        )

    def _said(self, row: Row, column: Column) -> str:
        name = self._columns.get(column)
        return row[name] if name else ""

    def _profiles(self, levels: Sequence[_Level]) -> Iterator[RoleProfile]:
        titles = _titles(levels)
        of_role: Mapping[str, list[str]] = defaultdict(list)
        for one, title in zip(levels, titles, strict=True):
            of_role[one.role].append(title)
        for one, title in zip(levels, titles, strict=True):
            others = [name for name in of_role[one.role] if name != title]
            yield self._profile(one, title, others[:MOST_RELATED])

    def _profile(self, level: _Level, title: str, others: Sequence[str]) -> RoleProfile:
        role_text = self._text(level.rows, Column.ROLE_TEXT)
        own_text = self._text(level.rows, Column.LEVEL_TEXT)
        listed = self._text(level.rows, Column.DUTIES)
        code = _SOC.match(self._said(level.rows[0], Column.CODE))
        summary, *more = own_text.lines or role_text.lines or ("",)
        skills = dict.fromkeys(self._said(row, Column.SKILL) for row in level.rows)
        return RoleProfile(
            title=title,
            category=self._said(level.rows[0], Column.FAMILY),
            summary=summary,
            source=UK_NAME if self._is_uk else self._table.name,
            glance=tuple(self._glance(level)),
            duties=tuple(dict.fromkeys((*own_text.items, *listed.items, *listed.lines))),
            overview=tuple(self._overview(role_text, summary, more)),
            qualifications=tuple(self._qualifications(level)),
            skills=tuple(filter(None, skills)),
            related=tuple(RelatedRole(name, Pay()) for name in others),
            other=tuple(dict.fromkeys(self._rest(level))),
            alternates=tuple(self._alternates(level, title)),
            code=code[1] if code else "",
            credit=UK_CREDIT if self._is_uk else "",
        )

    def _text(self, rows: Sequence[Row], column: Column) -> _Text:
        """What all rows say in a column, each line once."""
        texts = dict.fromkeys(self._said(row, column) for row in rows)
        parts = [_parts(text) for text in texts]
        return _Text(
            tuple(dict.fromkeys(line for part in parts for line in part.lines)),
            tuple(dict.fromkeys(item for part in parts for item in part.items)),
        )

    def _glance(self, level: _Level) -> Iterator[Fact]:
        if level.level:
            yield Fact("Role", level.role)
            yield Fact("Level", level.level)
        if kind := self._said(level.rows[0], Column.KIND):
            yield Fact("Type", kind)

    @staticmethod
    def _overview(role_text: _Text, summary: str, more: Sequence[str]) -> Iterator[str]:
        yield from more
        yield from (line for line in (*role_text.lines, *role_text.items) if line != summary)

    def _qualifications(self, level: _Level) -> Iterator[QualificationGroup]:
        """A group for each skill with the level of it that is expected, and what that means."""
        for row in level.rows:
            skill, expected = self._said(row, Column.SKILL), self._said(row, Column.EXPECTED)
            said = (_parts(self._said(row, c)) for c in (Column.SKILL_TEXT, Column.EXPECTED_TEXT))
            items = tuple(line for part in said for line in (*part.lines, *part.items))
            if skill and (expected or items):
                yield QualificationGroup(f"{skill} ({expected})" if expected else skill, items)
        listed = self._text(level.rows, Column.QUALIFICATIONS)
        if listed.lines or listed.items:
            yield QualificationGroup("", (*listed.lines, *listed.items))

    def _rest(self, level: _Level) -> Iterator[str]:
        """What stands in columns that mean nothing to a profile."""
        used = set(self._columns.values())
        for row in level.rows:
            for name, value in row.cells.items():
                if value and name not in used:
                    yield f"{name}: {value}" if name else value

    def _alternates(self, level: _Level, title: str) -> Iterator[str]:
        """The role's own name with the level's first words: "Senior software developer"."""
        given = _SEPARATOR.split(self._said(level.rows[0], Column.ALTERNATES))
        given = [name.strip() for name in given]
        named = dict.fromkeys((_with_role(level.level, level.role), *given))
        yield from (name for name in named if name and folded(name) != folded(title))


def _titles(levels: Sequence[_Level]) -> list[str]:
    """A title for each, one for each: a level's name where it names the role, else with it."""
    titles = []
    met: set[str] = set()
    for one in levels:
        title = one.level if _names_role(one.level, one.role) else _with_role(one.level, one.role)
        if folded(title) in met:
            title = f"{one.role}, {one.level}"
        met.add(folded(title))
        titles.append(title)
    return titles


def _names_role(level: str, role: str) -> bool:
    return bool(set(folded(level).split()) & set(folded(role).split()))


def _with_role(level: str, role: str) -> str:
    """The role at a level: of "Senior developer" it is "Senior software developer", of a bare
    grade "Clerk, Grade 7".
    """
    if not level:
        return role
    own = set(folded(role).split())
    lead = []
    for word in level.split():
        if folded(word) in own:
            break
        lead.append(word)
    before = " ".join(lead)
    if len(lead) == len(level.split()) and not level_in(level):
        return f"{role}, {level}"
    small = role[:1].lower() + role[1:] if role[1:2].islower() else role
    return f"{before} {small}" if before else role


def _parts(text: str) -> _Text:
    """Sentences and list items of a cell; a line that only leads to a list is left out."""
    lines: list[str] = []
    items: list[str] = []
    for raw in filter(str.strip, text.splitlines()):
        mark = _BULLET.match(raw)
        if mark:
            if lines and not items and lines[-1].endswith(":"):
                lines.pop()
            items.append(raw[mark.end() :].strip())
        else:
            lines.append(raw.strip())
    return _Text(tuple(lines), tuple(items))
