"""Checking a workspace: is the file sound, and do the columns agree with the log?"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.applications import Application
from jobtracker.domain.events import Event, Standing, effective, project
from jobtracker.domain.listing import standing_of
from jobtracker.domain.text import folded
from jobtracker.services.application_facts import pay_rank
from jobtracker.services.base import Service
from jobtracker.storage import (
    applications,
    can_show,
    events,
    health,
    my_skills,
    offers,
    projections,
    salary_tables,
    stored_files,
)
from jobtracker.storage.projections import Stored

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_AT_A_TIME = 500


class Check(NamedTuple):
    """What was looked at, and each disagreement in words; none where all is well."""

    applications: int
    problems: tuple[str, ...]


class Checking(Service):
    def check(self) -> Check:
        """The whole file, page by page, then every application against its own log and facts,
        every stored file against its hash, and what else stands in two places.

        Raises WorkspaceDamagedError where SQLite itself finds damage.
        """
        if self._db.path is not None:
            health.examine(self._db.path, full=True)
        with self._db.read() as session:
            ids = projections.every_id(session)
            problems = [
                problem
                for start in range(0, len(ids), _AT_A_TIME)
                for problem in _problems(session, ids[start : start + _AT_A_TIME])
            ]
            problems += _of_reference(session)
            problems += map(str, stored_files.altered(session))
        return Check(len(ids), tuple(problems))


def _problems(session: "Session", ids: Sequence[int]) -> Iterator[str]:
    logs, columns = events.of(session, ids), projections.stored(session, ids)
    days = projections.dated_records(session, ids)
    for record in applications.records(session, ids):
        log, stored = logs[record.id], columns[record.id]
        if project(log) != _standing(record):
            yield f"Application {record.id}: its stage or dates differ from its history."
        if stored != repeated(record):
            yield f"Application {record.id}: what lists go by differs from its facts."
        if days_told(log) != days[record.id]:
            yield f"Application {record.id}: interviews or offers differ from its history."


def _of_reference(session: "Session") -> Iterator[str]:
    """What offers, salary tables, ticks and skills repeat or hold as text of their own."""
    for key in offers.unreadable(session):
        yield f"Offer {key}: its parts cannot be read."
    for key in salary_tables.miscounted(session):
        yield f"Salary table {key}: it holds another number of rows than it says."
    if not can_show.is_sound(session):
        yield "Ticks of profiles: a line is not known by its own text."
    if not my_skills.is_sound(session):
        yield "Skills: one is not known by its own name."


def _standing(record: Application) -> Standing:
    return Standing(
        record.stage,
        record.since,
        record.applied_on,
        record.outcome,
        record.closed_on,
        record.last_on,
        record.contact_on,
    )


def repeated(record: Application) -> Stored:
    """What lists go by, as the facts of a record make it."""
    return Stored(
        standing_of(record.stage, record.outcome, archived=record.archived),
        folded(record.role),
        folded(record.company),
        folded(record.location),
        pay_rank(record.pay),
    )


def days_told(log: Sequence[Event]) -> dict[tuple[str, int], str]:
    """The day of each interview and offer, as the log has it."""
    told = {}
    for event in effective(log):
        if event.interview_id is not None:
            told["interview", event.interview_id] = event.on.isoformat()
        if event.offer_id is not None:
            told["offer", event.offer_id] = event.on.isoformat()
    return told
