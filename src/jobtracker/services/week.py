"""How the week goes: what was sent in it, against the goal."""

from datetime import date
from typing import TYPE_CHECKING

from jobtracker.domain.week import Week, monday_of, week_of
from jobtracker.services.preferences import weekly_goal_in
from jobtracker.storage import weeks

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def week_in(session: "Session", today: date) -> Week:
    """The week of `today`, with every application whose day of applying lies in it."""
    return week_of(today, weekly_goal_in(session), weeks.sent_in(session, monday_of(today)))
