"""The weekly review: what is asked about, and the answers, each one step of undo."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from jobtracker.domain.changes import Done
from jobtracker.domain.review import FOLLOW_UP, ToReview, still_kept
from jobtracker.domain.stages import Outcome
from jobtracker.domain.text import quoted, required_text
from jobtracker.domain.today import Task, TaskKind
from jobtracker.domain.week import DAYS
from jobtracker.services.application_facts import columns
from jobtracker.services.base import Service, done
from jobtracker.services.log import Log
from jobtracker.services.preferences import waiting_days_in
from jobtracker.services.week import week_in
from jobtracker.storage import applications, review, settings
from jobtracker.storage import today as due
from jobtracker.storage.search_index import driver_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jobtracker.domain.applications import Application

_KEPT = "review_kept"
"""The setting that holds what was looked at: uid to ISO day."""

MOST = 100
"""Items of a page that are read at once; as they are dealt with, others follow."""
EVERY = -1


class Review(Service):
    def items(self, most: int = MOST) -> ToReview:
        """What the review asks about today; `EVERY` for all of it."""
        today = self._clock.today()
        with self._db.read() as session:
            week = week_in(session, today)
            kept = still_kept(_kept(session), today)
            asking = review.Asking(today, waiting_days_in(session), kept, most)
            quiet, unplanned = review.asked(session, asking)
            following = week.monday + timedelta(days=DAYS)
            coming = review.interviews(session, following)
            return ToReview(quiet, unplanned, week, coming, _replies(session, today))

    def kept_counts(self) -> tuple[int, int]:
        """How many quiet ones and how many without a dated next action are left out of `items`
        because they were looked at within the week.
        """
        today = self._clock.today()
        with self._db.read() as session:
            waiting, kept = waiting_days_in(session), still_kept(_kept(session), today)
            every, rest = (
                review.asked(session, review.Asking(today, waiting, uids, 1))
                for uids in ((), tuple(kept))
            )
        quiet, unplanned = (a.total - b.total for a, b in zip(every, rest, strict=True))
        return quiet, unplanned

    def follow_up(self, application_id: int, on: date, words: str = FOLLOW_UP) -> Done[int]:
        """Set the next action of a quiet application, which counts as looked at by that."""
        with self._db.write("plan") as tx:
            tx.label = self._plan(tx.session, application_id, words, on)
            self._note_look(tx.session, application_id)
        return done(application_id, tx)

    def plan(self, application_id: int, words: str, on: date) -> Done[int]:
        """Set the next action of an application that lacked a dated one."""
        with self._db.write("plan") as tx:
            tx.label = self._plan(tx.session, application_id, words, on)
        return done(application_id, tx)

    def no_reply(self, application_id: int) -> Done[int]:
        """Close it as No reply; it keeps its stage."""
        return Log(self._db, self._clock).close(application_id, Outcome.NO_REPLY)

    def keep(self, application_id: int) -> Done[int]:
        """Leave it as it is; the next weekly review asks about it again."""
        with self._db.write("keep") as tx:
            tx.label = f"keep {_record(tx.session, application_id).company} open"
            self._note_look(tx.session, application_id)
        return done(application_id, tx)

    def _plan(self, session: "Session", application_id: int, words: str, on: date) -> str:
        """Set the next action; the name of the step."""
        company = _record(session, application_id).company
        text = required_text(words, "next action")
        values = columns({"next_action": text, "next_action_on": on})
        applications.change(session, [application_id], values, self._clock.now())
        return f"plan {quoted(text)} for {company}"

    def _note_look(self, session: "Session", application_id: int) -> None:
        today = self._clock.today()
        kept = still_kept(_kept(session), today)
        kept[_record(session, application_id).uid] = today.isoformat()
        settings.set_setting(session, _KEPT, kept)


def _record(session: "Session", application_id: int) -> "Application":
    """Raises NotFoundError where it is gone."""
    applications.id_of(session, str(application_id))
    return applications.records(session, [application_id])[0]


def _replies(session: "Session", today: date) -> tuple[Task, ...]:
    """The offers whose deadline has passed or comes within the next days."""
    tasks = due.deadlines(driver_of(session).execute, today)
    return tuple(task for task in tasks if task.kind is TaskKind.OFFER)


def _kept(session: "Session") -> Mapping[str, str]:
    kept: Mapping[str, str] = settings.settings(session).get(_KEPT, {})
    return kept
