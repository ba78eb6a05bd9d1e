"""What a person sees of pay: the ranges of roles, and where applications stand in them."""

from collections import defaultdict
from typing import NamedTuple

from jobtracker.domain.listing import ListQuery
from jobtracker.domain.matching import level_in
from jobtracker.domain.pay import Pay
from jobtracker.domain.profiles import RelatedRole, SalaryRange
from jobtracker.services.base import Service
from jobtracker.storage import applications, profiles


class Posting(NamedTuple):
    """An open application's posted pay, as a mark under the range of its role."""

    application_id: int
    company: str
    role: str
    pay: Pay


class SalaryLine(NamedTuple):
    """A range of the salary page: a linked profile's level, or a role related to it.

    `own` is true for the linked profiles themselves; `postings` are the applications whose
    benchmark this range is.
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
            rows = applications.list_rows(session, ListQuery())
            links = applications.links(session, [row.id for row in rows])
            loaded = {link.id: profiles.load(session, link.id) for link in links.values()}
        postings = defaultdict(list)
        for row in rows:
            if row.id in links:
                link = links[row.id]
                level = link.level or level_in(row.role)
                posting = Posting(row.id, row.company, row.role, row.pay)
                postings[link.id].append((level, posting))
        order = sorted(loaded, key=lambda key: (-len(postings[key]), loaded[key].title))
        own = [
            line
            for key in order
            for line in _levels(key, loaded[key].title, loaded[key].salaries, postings[key])
        ]
        shown = {loaded[key].title.casefold() for key in order}
        return own + _related([(key, loaded[key].related) for key in order], shown)


def _levels(
    key: int, title: str, salaries: tuple[SalaryRange, ...], marks: list[tuple[str, Posting]]
) -> list[SalaryLine]:
    """One line for each range; a posting stands under its level, else under the first."""
    known = [salary.level for salary in salaries] or [""]
    under: dict[str, list[Posting]] = defaultdict(list)
    for level, posting in marks:
        under[level if level in known else known[0]].append(posting)
    return [
        SalaryLine(key, title, salary, own=True, postings=tuple(under.pop(salary.level, ())))
        for salary in salaries
    ]


def _related(
    families: list[tuple[int, tuple[RelatedRole, ...]]], shown: set[str]
) -> list[SalaryLine]:
    lines: list[SalaryLine] = []
    for key, related in families:
        for role in related:
            if role.title.casefold() not in shown and role.pay.low is not None:
                shown.add(role.title.casefold())
                salary = SalaryRange("", role.pay)
                lines.append(SalaryLine(key, role.title, salary, own=False, postings=()))
    return lines
