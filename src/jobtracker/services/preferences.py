"""A person's choices about the search itself: kept in the workspace, undone like the rest."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from jobtracker.domain.changes import Done
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.silence import WAITING_DAYS
from jobtracker.domain.text import quoted
from jobtracker.services.base import Service, done
from jobtracker.storage import settings

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_WAITING = "waiting_days"
_MOST_DAYS = 365
_GOAL = "weekly_goal"
USUAL_GOAL = 5
_GOALS = range(101)


class Preferences(Service):
    def waiting_days(self) -> Mapping[str, int]:
        """After how many days without a word an application counts as quiet, by its stage."""
        with self._db.read() as session:
            return waiting_days_in(session)

    def set_waiting_days(self, days: Mapping[str, int]) -> Done[None]:
        """Set the waiting times of the stages named; the others stay.

        Raises InvalidInputError for an unknown stage and for less than a day or over a year.
        """
        for stage, count in days.items():
            _check(stage, count)
        with self._db.write("edit waiting times") as tx:
            before = waiting_days_in(tx.session)
            after = {**before, **days}
            if after != before:
                settings.set_setting(tx.session, _WAITING, after)
        return done(None, tx)

    def weekly_goal(self) -> int:
        """How many applications a week a person wants to send; 0 for no goal."""
        with self._db.read() as session:
            return weekly_goal_in(session)

    def set_weekly_goal(self, count: int) -> Done[None]:
        """Set the goal. Raises InvalidInputError for less than 0 and for over 100."""
        if count not in _GOALS:
            raise InvalidInputError(
                f"{count} applications a week is no goal; nothing was changed. "
                f"Use a number from 0 to {_GOALS[-1]}.",
                field=_GOAL,
            )
        with self._db.write("edit weekly goal") as tx:
            if count != weekly_goal_in(tx.session):
                settings.set_setting(tx.session, _GOAL, count)
        return done(None, tx)


def _check(stage: str, count: int) -> None:
    if stage not in WAITING_DAYS:
        known = ", ".join(WAITING_DAYS)
        raise InvalidInputError(
            f"Nobody is waited for in {quoted(stage)}; nothing was changed. Use one of: {known}.",
            field=_WAITING,
        )
    if not 1 <= count <= _MOST_DAYS:
        raise InvalidInputError(
            f"{count} days cannot be waited; nothing was changed. "
            f"Use a number from 1 to {_MOST_DAYS}.",
            field=_WAITING,
        )


def waiting_days_in(session: "Session") -> dict[str, int]:
    """The waiting times as chosen, the usual ones where nothing was."""
    return {**WAITING_DAYS, **settings.settings(session).get(_WAITING, {})}


def weekly_goal_in(session: "Session") -> int:
    """The goal as chosen, the usual one where none was."""
    return int(settings.settings(session).get(_GOAL, USUAL_GOAL))
