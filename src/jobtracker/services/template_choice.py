"""Which template a new letter for an application begins with, see `domain.template_choice`."""

from datetime import date
from typing import TYPE_CHECKING

from jobtracker.domain.interviews import Interview, InterviewResult
from jobtracker.domain.letter_languages import language_of
from jobtracker.domain.matching import best_matches
from jobtracker.domain.template_choice import Occasion, Offered, best_template
from jobtracker.services import preferences
from jobtracker.services.application_views import silence_of
from jobtracker.storage import applications, interviews, letter_results, letter_templates

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jobtracker.domain.applications import Application

_STANDARD = "standard"
"""The library's key of the letter to begin with where no other is nearer."""
_ALIKE = 0.5
"""Titles that match this well ask for the same letter, see `domain.matching`."""
_NOT_HELD = (InterviewResult.CANCELLED, InterviewResult.NO_SHOW)


def best_for(session: "Session", application_id: int, today: date) -> int | None:
    """The id of the template that fits best, None where there is none at all.

    Raises NotFoundError where the application is gone.
    """
    applications.id_of(session, str(application_id))
    (record,) = applications.records(session, [application_id])
    return best_template(_offered(session, record), _occasion(session, record, today))


def _offered(session: "Session", record: "Application") -> list[Offered]:
    standard = {held.id for held in letter_templates.held(session) if held.key == _STANDARD}
    used = _used_for(session, record.role)
    return [
        Offered(
            one.id,
            one.kind,
            one.language,
            one.profile_id,
            used.get(one.id, ""),
            is_own=one.origin == "own",
            is_standard=one.id in standard,
        )
        for one in letter_templates.every(session)
    ]


def _used_for(session: "Session", role: str) -> dict[int, str]:
    """When each template was used last for a role like this one."""
    begun = letter_results.begun(session)
    titles = list(dict.fromkeys(one.role for one in begun))
    alike = best_matches(role, enumerate(titles), limit=len(titles))
    wanted = {titles[match.profile_id] for match in alike if match.score >= _ALIKE}
    return {one.template_id: one.at for one in begun if one.role in wanted}


def _occasion(session: "Session", record: "Application", today: date) -> Occasion:
    linked = applications.links(session, [record.id]).get(record.id)
    silence = silence_of(record, today, preferences.waiting_days_in(session))
    held = interviews.of(session, [record.id])[record.id]
    return Occasion(
        record.stage,
        linked.id if linked else None,
        language_of(record.posting),
        any(_wants_thanks(one, today) for one in held),
        silence is not None and silence.is_quiet,
    )


def _wants_thanks(interview: Interview, today: date) -> bool:
    """Held by today, and nobody was thanked yet."""
    return (
        interview.on <= today and interview.thanked_on is None and interview.result not in _NOT_HELD
    )
