"""Which profiles fit a title or a posting, in a workspace with any number of them."""

from typing import TYPE_CHECKING

from jobtracker.domain.matching import Match, fitting, keys_within
from jobtracker.storage import profile_marks, profiles

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def matches(session: "Session", title: str, text: str = "", limit: int = 3) -> list[Match]:
    """The profiles that fit, best first, each with why; those put away are left out.

    Of the alternate titles only those are read whose words are all in `title`.
    """
    away = profile_marks.archived(session)
    known = [(key, name) for key, name in profiles.titles(session) if key not in away]
    return fitting(title, text, known, profiles.alternates(session, keys_within(title)), limit)
