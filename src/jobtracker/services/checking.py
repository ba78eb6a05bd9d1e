"""Checking a workspace: is the file sound, and do the columns agree with the log?"""

from collections.abc import Iterator, Sequence
from time import perf_counter
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
    my_skills,
    offers,
    projections,
    salary_tables,
    stored_files,
)
from jobtracker.storage.projections import Stored
from jobtracker.storage.salvage.unwritten import unwritten

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_AT_A_TIME = 500
_GENTLY_AT_A_TIME = 50
_RESTS = 3
"""Times that a gentle check rests for as long as it worked."""


class Check(NamedTuple):
    """What was looked at, and each disagreement in words; none where all is well."""

    applications: int
    problems: tuple[str, ...]


class Checking(Service):
    def check(self, *, gently: bool = False) -> Check:
        """The whole file, page by page, then every application against its own log and facts,
        every stored file against its hash, and what else stands in two places.

        On any thread; `gently` leaves the interpreter to the others most of the time. Raises
        WorkspaceDamagedError where SQLite itself finds damage, and nothing is then written again;
        StoppedError where the file is closed meanwhile.
        """
        self._db.check_pages(full=True)
        problems: list[str] = []
        at_a_time = _GENTLY_AT_A_TIME if gently else _AT_A_TIME
        with self._db.look() as look:
            with look.read() as session:
                ids = projections.every_id(session)
            for start in range(0, len(ids), at_a_time):
                begun = perf_counter()
                with look.read() as session:
                    problems += _problems(session, ids[start : start + at_a_time])
                if gently:
                    look.rest(_RESTS * (perf_counter() - begun))
            with look.read() as session:
                problems += _of_reference(session)
                problems += unwritten(session)
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
