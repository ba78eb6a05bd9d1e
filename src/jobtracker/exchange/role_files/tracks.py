"""A career track in Markdown: its levels as profiles, with what each is expected to do.

Tracks are written in several manners: a heading for each level with lists below it, headings
of topics with the levels under each, a table with a column or a row a level. What belongs to no
level is said of all of them. A track without levels is one profile.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import PurePath

from jobtracker.domain.pay import Pay
from jobtracker.domain.profiles import QualificationGroup, RelatedRole, RoleProfile
from jobtracker.domain.salary_ranges import SalaryRange
from jobtracker.domain.text import folded
from jobtracker.exchange.page_lines import Line, LineKind
from jobtracker.exchange.profile_headings import Part, is_heading, sections_of
from jobtracker.exchange.role_files.limits import MOST_LEVELS
from jobtracker.exchange.role_files.records import RoleFile
from jobtracker.exchange.role_files.track_levels import level_word, names_level, role_of, title_at
from jobtracker.exchange.role_files.track_lines import track_lines
from jobtracker.exchange.role_files.track_tables import PaidRow, paid_rows, read_levels

NAME = "career track"
_ASIDE = re.compile(
    r"^how |^about |job titles?\b|contents|salar|compensation|resources|references|sources|links"
    r"|faq|licen[cs]e|contribut|changelog",
    re.IGNORECASE,
)
"""Topics that speak about the track, not about the work."""
_FEWEST_LEVELS = 2


@dataclass
class _Said:
    """What is said of one level, or of the whole role."""

    duties: dict[str, None] = field(default_factory=dict)
    groups: dict[str, dict[str, None]] = field(default_factory=dict)
    text: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)

    def add_item(self, topic: str, item: str) -> None:
        """An item of a list: a duty, or what is asked for under a topic."""
        if _ASIDE.search(topic):
            self.other.append(item)
        elif not topic or _part_of(topic) is Part.DUTIES:
            self.duties[item] = None
        else:
            self.groups.setdefault(topic, {})[item] = None

    def add(self, more: "_Said") -> None:
        self.duties |= more.duties
        for topic, items in more.groups.items():
            self.groups.setdefault(topic, {}).update(items)
        self.text += more.text
        self.topics += more.topics
        self.other += more.other

    def rest(self) -> list[str]:
        """What no part shows: loose lines, and headings that neither name a group nor duties."""
        loose = [
            topic
            for topic in self.topics
            if topic not in self.groups and _part_of(topic) is not Part.DUTIES
        ]
        return [*loose, *self.other]


def is_track(text: str) -> bool:
    """Whether Markdown tells of levels, or has none of the headings of a role-profile page."""
    lines = track_lines(text)
    headings = [line for line in lines if line.kind is LineKind.HEADING]
    if not headings:
        return False
    tables = _tables(lines)
    if _level_names(lines) or any(read_levels(table) or paid_rows(table) for table in tables):
        return True
    listed = any(line.kind is LineKind.BULLET for line in lines)
    return listed and not any(is_heading(line.text) for line in headings if line.level > 1)


def read_track(text: str, name: str) -> RoleFile:
    """The levels of the track in `text`; the file's `name` serves where it has no title."""
    lines = track_lines(text)
    profiles = _Track(lines, name).profiles()
    return RoleFile(tuple(profiles), len(lines), len(lines), kind=NAME)


class _Track:
    def __init__(self, lines: Sequence[Line], name: str) -> None:
        self._lines = lines
        self._name = name
        self._top = next((line for line in lines if line.level == 1), None)
        stem = PurePath(name).stem.replace("_", " ").replace("-", " ").strip()
        self._role = role_of(self._top.text if self._top else stem)
        self._names = _level_names(lines)
        self._of_all = _Said()
        self._of: dict[str, _Said] = {}
        self._paid: list[PaidRow] = []

    def profiles(self) -> Iterator[RoleProfile]:
        self._read()
        if not _FEWEST_LEVELS <= len(self._of) <= MOST_LEVELS:
            for level, said in self._of.items():
                self._of_all.other.append(level)
                self._of_all.add(said)
            yield self._profile(self._role, self._of_all, (), self._paid)
            return
        titles = _unlike({level: title_at(level, self._role) for level in self._of})
        for level, said in self._of.items():
            others = [title for one, title in titles.items() if one != level]
            yield self._profile(titles[level], said, others, self._paid_at(level, titles))

    def _read(self) -> None:
        """Each line to its level, under the topics that stand above it."""
        level, depth = "", 0
        topics: dict[int, str] = {}
        for line, table in _with_tables(self._lines):
            said = self._of[level] if level else self._of_all
            if table:
                self._take_table(table, said, _topic(topics))
            elif line.kind is LineKind.HEADING and line is not self._top:
                if line.level <= depth:
                    level, depth = "", 0
                topics = {at: text for at, text in topics.items() if at < line.level}
                if line.text in self._names:
                    level, depth = line.text, line.level
                    self._of.setdefault(level, _Said())
                else:
                    topics[line.level] = line.text
                    (self._of[level] if level else self._of_all).topics.append(line.text)
            elif line.kind is LineKind.BULLET:
                said.add_item(_topic(topics), line.text)
            elif line is not self._top:
                said.text.append(line.text)
            else:
                said.other += [line.text] if line.text != self._role else []

    def _take_table(self, table: Sequence[Line], said: _Said, topic: str) -> None:
        told = read_levels(table)
        for level, subject, items in told:
            own = self._of.setdefault(level, _Said())
            for item in items:
                own.add_item(subject or topic, item)
        self._paid += paid_rows(table)
        kept = table[:1] if told else table
        said.other += [" · ".join(line.cells) for line in kept]

    def _paid_at(self, level: str, titles: Mapping[str, str]) -> list[PaidRow]:
        """What this level pays; rows that belong to no level stand with each."""
        found = []
        for row in self._paid:
            whose = self._level_paid(row, titles)
            if whose == level:
                found.append(row._replace(range=row.range._replace(level="")))
            elif not whose:
                found.append(row)
        return found

    @staticmethod
    def _level_paid(row: PaidRow, titles: Mapping[str, str]) -> str:
        named = folded(row.title)
        for level, title in titles.items():
            if named in (folded(level), folded(title)):
                return level
        return next((one for one in titles if level_word(one) == row.range.level), "")

    def _profile(
        self, title: str, said: _Said, others: Sequence[str], paid: Sequence[PaidRow]
    ) -> RoleProfile:
        shared = _Said() if said is self._of_all else self._of_all
        summary, *overview = (*said.text, *shared.text) or ("",)
        groups = dict(said.groups)
        for topic, items in shared.groups.items():
            groups[topic] = groups.get(topic, {}) | items
        names = dict.fromkeys(row.title for row in paid)
        return RoleProfile(
            title=title,
            category="" if said is self._of_all else self._role,
            summary=summary,
            source=self._name,
            duties=tuple(said.duties | shared.duties),
            overview=tuple(dict.fromkeys(overview)),
            qualifications=tuple(
                QualificationGroup(topic, tuple(items)) for topic, items in groups.items()
            ),
            salaries=tuple(_range(row, self._name) for row in paid),
            related=tuple(RelatedRole(one, Pay()) for one in others),
            other=tuple(dict.fromkeys((*said.rest(), *shared.rest()))),
            alternates=tuple(name for name in names if folded(name) != folded(title)),
        )


def _range(row: PaidRow, source: str) -> SalaryRange:
    return row.range._replace(source=source)


def _level_names(lines: Sequence[Line]) -> frozenset[str]:
    """The headings that name a level, where there are at least two different ones.

    The first heading of the highest level is the track's own title, whatever it says.
    """
    top = next((line for line in lines if line.level == 1), None)
    headed = [line for line in lines if line.kind is LineKind.HEADING and line is not top]
    names = {line.text for line in headed if names_level(line.text) and not is_heading(line.text)}
    return frozenset(names if _FEWEST_LEVELS <= len(names) <= MOST_LEVELS else ())


def _part_of(topic: str) -> Part:
    return sections_of([Line(topic, topic, LineKind.HEADING, level=2)])[-1].part


def _topic(topics: Mapping[int, str]) -> str:
    return topics[max(topics)] if topics else ""


def _tables(lines: Sequence[Line]) -> list[list[Line]]:
    return [list(rows) for is_row, rows in groupby(lines, _is_row) if is_row]


def _with_tables(lines: Sequence[Line]) -> Iterator[tuple[Line, list[Line]]]:
    """Each line that is no row of a table; of a table its first row, with all of them."""
    for is_row, group in groupby(lines, _is_row):
        rows = list(group)
        if is_row:
            yield rows[0], rows
        else:
            yield from ((line, []) for line in rows)


def _is_row(line: Line) -> bool:
    return line.kind is LineKind.ROW


def _unlike(titles: Mapping[str, str]) -> dict[str, str]:
    """No two titles the same: the level that would repeat one is named after it."""
    met: set[str] = set()
    unlike: dict[str, str] = {}
    for level, title in titles.items():
        named = title if folded(title) not in met else f"{title}, {level}"
        met.add(folded(named))
        unlike[level] = named
    return unlike
