"""A posting's requirements against the role profiles and the person's own skills."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.my_skills import RESUME
from jobtracker.domain.profiles import SKILL, RoleProfile, lines_to_show, tick_of
from jobtracker.domain.skill_lexicon import Lexicon
from jobtracker.domain.skill_match import ME, POSTING, PROFILE, SkillMatch, Source, match
from jobtracker.exchange.skill_lists import read_skill_lists
from jobtracker.services.base import Service
from jobtracker.storage import applications, can_show, my_skills, profiles
from jobtracker.system.resources import resource_files

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_SECTIONS = {"duty": "Duties", "qualification": "Qualifications", "skill": "Skills"}


class SkillMatches(Service):
    def match(self, application_id: int) -> SkillMatch:
        """What the application's posting asks, what its profile asks, and what the person has.

        Raises NotFoundError where there is no such application.
        """
        with self._db.read() as session:
            found = applications.records(session, [application_id])
            if not found:
                raise NotFoundError(
                    f"There is no application {application_id}; nothing was changed. "
                    "List the applications to see their numbers."
                )
            linked = applications.links(session, [application_id]).get(application_id)
            sources = list(_reference(session, linked.id if linked else None))
        record = found[0]
        return match(
            lexicon(),
            [Source(POSTING, POSTING, "Posting", record.posting), *sources],
            record.company,
        )

    def match_text(
        self, text: str, *, company: str = "", profile_id: int | None = None
    ) -> SkillMatch:
        """The same for the text of any posting, against a profile or none."""
        with self._db.read() as session:
            sources = list(_reference(session, profile_id))
        return match(lexicon(), [Source(POSTING, POSTING, "Posting", text), *sources], company)


@cache
def lexicon() -> Lexicon:
    """The bundled lists of skills, read when they are first asked for."""
    return Lexicon.of(read_skill_lists(resource_files("skills", ".toml")))


def _reference(session: "Session", profile_id: int | None) -> Iterator[Source]:
    if profile_id is not None:
        profile = profiles.load(session, profile_id)
        yield from _profile_lines(profile)
        yield from _shown_lines(session, profile)
    for number, skill in enumerate(my_skills.every(session)):
        whence = "Resume" if skill.origin == RESUME else "My skills"
        label = f"{whence}: {skill.evidence}" if skill.evidence else whence
        yield Source(f"{ME}/skill/{number}", ME, label, skill.name, is_name=True)


def _profile_lines(profile: RoleProfile) -> Iterator[Source]:
    for number, (section, text) in enumerate(lines_to_show(profile)):
        label = f"{_SECTIONS[section]} of {profile.title}"
        yield Source(f"{PROFILE}/{number}", PROFILE, label, text, is_name=section == SKILL)


def _shown_lines(session: "Session", profile: RoleProfile) -> Iterator[Source]:
    """The lines of the profile that the person can show; they are the person's own words too."""
    ticks = can_show.of(session, [profile.id]).get(profile.id, {})
    for number, (section, text) in enumerate(lines_to_show(profile)):
        note = ticks.get(tick_of(section, text))
        if note is not None:
            label = f"Can show, {profile.title}: {note}" if note else f"Can show, {profile.title}"
            yield Source(f"{ME}/tick/{number}", ME, label, text, is_name=section == SKILL)
