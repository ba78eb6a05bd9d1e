"""The columns of a table of roles, by what people call them.

The names are those of the UK Government Digital and Data Profession Capability Framework (Open
Government Licence v3) and of the tables that other organisations keep in its manner.
"""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum


class Column(StrEnum):
    FAMILY = "family"
    ROLE = "role"
    ROLE_TEXT = "role text"
    LEVEL = "level"
    LEVEL_TEXT = "level text"
    SKILL = "skill"
    SKILL_TEXT = "skill text"
    EXPECTED = "expected"
    EXPECTED_TEXT = "expected text"
    KIND = "kind"
    CODE = "code"
    ALTERNATES = "alternates"
    DUTIES = "duties"
    QUALIFICATIONS = "qualifications"


_ROLE = r"(?:job |work )?(?:role|title|occupation|position|profession)(?: (?:name|title))?"
_LEVEL = r"(?:role |job |career )?(?:level|grade|seniority|band|step)(?: (?:name|title))?"
_SKILL = r"(?:skill|competenc[ey]|capability)(?: (?:name|title))?"
_EXPECTED = r"(?:(?:skill|competency|capability|expected|proficiency|required) ?)+ level|expected"
_TEXT = r"(?:description|summary|text|definition)"
_NAMES: tuple[tuple[Column, str], ...] = (
    (Column.EXPECTED, rf"{_EXPECTED}|proficiency"),
    (Column.EXPECTED_TEXT, rf"(?:{_EXPECTED}|proficiency) {_TEXT}"),
    (Column.ROLE, rf"{_ROLE}|job"),
    (Column.LEVEL, _LEVEL),
    (Column.SKILL, _SKILL),
    (Column.FAMILY, r"(?:role |job |career )?(?:family|category|group|discipline|function|area)"),
    (Column.ROLE_TEXT, rf"(?:(?:role|job|occupation|position) )?{_TEXT}"),
    (Column.LEVEL_TEXT, rf"{_LEVEL} {_TEXT}|expectations?"),
    (Column.SKILL_TEXT, rf"{_SKILL} {_TEXT}"),
    (Column.KIND, r"(?:role |job )?type"),
    (Column.CODE, r"(?:soc|onet soc|occupation)(?: code)?|code"),
    (Column.ALTERNATES, r"(?:alternat(?:e|ive)|other|also known as)(?: (?:job )?titles?)?|aliases"),
    (Column.DUTIES, r"duties|tasks?|responsibilit(?:y|ies)|accountabilities"),
    (Column.QUALIFICATIONS, r"qualifications?|requirements?|education|experience"),
)
_COMPILED = tuple((column, re.compile(pattern)) for column, pattern in _NAMES)
_LONGEST = 60
_NO_WORD = re.compile(r"[\W_]+")
_TELLING = frozenset(Column) - {Column.ROLE, Column.CODE, Column.KIND, Column.LEVEL, Column.FAMILY}
"""Without one of these a table with roles is about something else, such as their pay."""


def columns_in(header: Sequence[str]) -> Mapping[Column, str]:
    """The header's name of each column that is known; the first of two wins."""
    found: dict[Column, str] = {}
    for name in filter(_is_short, header):
        plain = _NO_WORD.sub(" ", name.casefold()).strip()
        column = next((one for one, names in _COMPILED if names.fullmatch(plain)), None)
        if column is not None:
            found.setdefault(column, name)
    return found


def _is_short(name: str) -> bool:
    return len(name) <= _LONGEST


def is_framework(header: Sequence[str]) -> bool:
    """Whether a table tells of roles: it names them, and says something of them."""
    found = columns_in(header).keys()
    return Column.ROLE in found and bool(found & _TELLING)
