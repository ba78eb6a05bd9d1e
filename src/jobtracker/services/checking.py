"""Checking a workspace: is the file sound, and do the columns agree with the log?"""

from typing import NamedTuple

from jobtracker.domain.events import Standing, project
from jobtracker.domain.listing import ListQuery
from jobtracker.services.base import Service
from jobtracker.storage import applications, events, health

_AT_A_TIME = 500


class Check(NamedTuple):
    """What was looked at, and each disagreement in words; none where all is well."""

    applications: int
    problems: tuple[str, ...]


class Checking(Service):
    def check(self) -> Check:
        """The whole file, page by page, then every application against its own log.

        Raises WorkspaceDamagedError where SQLite itself finds damage.
        """
        if self._db.path is not None:
            health.examine(self._db.path, full=True)
        problems: list[str] = []
        with self._db.read() as session:
            every = ListQuery(closed_too=True)
            ids = [row.id for row in applications.list_rows(session, every)]
            for start in range(0, len(ids), _AT_A_TIME):
                some = ids[start : start + _AT_A_TIME]
                logs = events.of(session, some)
                for record in applications.records(session, some):
                    stored = Standing(
                        record.stage,
                        record.since,
                        record.applied_on,
                        record.outcome,
                        record.closed_on,
                    )
                    if project(logs[record.id]) != stored:
                        problems.append(
                            f"Application {record.id}: its stage or dates differ from its history."
                        )
        return Check(len(ids), tuple(problems))
