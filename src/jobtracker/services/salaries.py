"""What a person sees of pay: the ranges of roles, and where applications stand in them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.listing import ListQuery
from jobtracker.domain.matching import level_in
from jobtracker.domain.pay import Pay
from jobtracker.domain.profiles import RoleProfile
from jobtracker.domain.salary_ranges import SalaryRange
from jobtracker.services.base import Service
from jobtracker.storage import applications, lists, profiles

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_Marks = Mapping[int, Sequence[tuple[str, "Posting"]]]
"""Profile -> the level and posting of each application that links it."""


class Posting(NamedTuple):
    """An open application's posted pay, as a mark under the range of its role."""

    application_id: int
    company: str
    role: str
    pay: Pay


class SalaryLine(NamedTuple):
    """A range of the salary page: a linked profile's level, or a role related to it.

    `own` is true for the linked profiles themselves; `postings` are the applications whose
    benchmark this range is. A related role has the source of the profile that names it;
    `profile_id` is its own profile where there is one, else that one.
    """

    profile_id: int
    title: str
    range: SalaryRange
    own: bool
    postings: tuple[Posting, ...]


class Salaries(Service):
    def lines(self) -> list[SalaryLine]:
        """The ranges of every profile that an open application links, by the profile that
        most of them link, each with its levels; then the roles related to these.
        """
        with self._db.read() as session:
            marks = _marks(session)
            loaded = [profiles.load(session, key) for key in marks]
            known = profiles.titles(session)
        loaded.sort(key=lambda profile: (-len(marks[profile.id]), profile.title))
        return _lines(loaded, marks, known)

    def of_profile(self, profile_id: int) -> list[SalaryLine]:
        """The same of one profile, whether applications link it or not."""
        with self._db.read() as session:
            marks = _marks(session)
            profile = profiles.load(session, profiles.id_of(session, str(profile_id)))
            known = profiles.titles(session)
        return _lines([profile], marks, known)


def _marks(session: "Session") -> _Marks:
    rows = lists.page(session, ListQuery()).rows
    links = applications.links(session, [row.id for row in rows])
    marks = defaultdict(list)
    for row in rows:
        if row.id in links:
            link = links[row.id]
            posting = Posting(row.id, row.company, row.role, row.pay)
            marks[link.id].append((link.level or level_in(row.role), posting))
    return marks


def _lines(
    loaded: Sequence[RoleProfile], marks: _Marks, known: Sequence[tuple[int, str]]
) -> list[SalaryLine]:
    own = [line for profile in loaded for line in _levels(profile, marks.get(profile.id, ()))]
    return own + _related(loaded, dict(_by_title(known)))


def _by_title(known: Sequence[tuple[int, str]]) -> Iterable[tuple[str, int]]:
    """Last the one that wins: a person's own profile."""
    return ((title.casefold(), key) for key, title in reversed(known))


def _levels(profile: RoleProfile, marks: Iterable[tuple[str, Posting]]) -> list[SalaryLine]:
    """One line for each range; a posting stands under its level, else under the first."""
    known = [salary.level for salary in profile.salaries] or [""]
    under: dict[str, list[Posting]] = defaultdict(list)
    for level, posting in marks:
        under[level if level in known else known[0]].append(posting)
    return [
        SalaryLine(
            profile.id, profile.title, salary, own=True, postings=tuple(under.pop(salary.level, ()))
        )
        for salary in profile.salaries
    ]


def _related(loaded: Sequence[RoleProfile], known: Mapping[str, int]) -> list[SalaryLine]:
    shown = {profile.title.casefold() for profile in loaded}
    lines: list[SalaryLine] = []
    for profile in loaded:
        told = profile.updated_on.isoformat() if profile.updated_on else ""
        for role in profile.related:
            title = role.title.casefold()
            if title in shown or (role.pay.low is None and role.pay.high is None):
                continue
            shown.add(title)
            salary = SalaryRange("", role.pay, source=profile.source, source_date=told)
            key = known.get(title, profile.id)
            lines.append(SalaryLine(key, role.title, salary, own=False, postings=()))
    return lines
