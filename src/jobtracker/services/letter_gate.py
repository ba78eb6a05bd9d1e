"""The names of other applications and their people, that no letter may hold by mistake."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.gate import GateContext
from jobtracker.domain.gate_names import known_companies, known_roles
from jobtracker.domain.known_people import KnownPeople, known_people
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.names import KnownNames
from jobtracker.services import me
from jobtracker.storage import applications, companies, contacts

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Everybody(NamedTuple):
    """The companies with their other names, the roles and the contacts of all applications,
    closed ones too, made ready once for however many letters. A letter's own are among them: the
    gate passes over those.

    `people` are the names of the contacts by company: whoever has a part in one application
    there may be named in another. `aliases` are a company's other names. `past_employers` and
    `myself` are what the person's own profile says.
    """

    companies: KnownNames
    roles: KnownNames
    contacts: KnownPeople
    people: Mapping[str, set[str]]
    aliases: Mapping[str, tuple[str, ...]]
    past_employers: tuple[str, ...]
    myself: tuple[str, ...]

    def around(
        self,
        company: str,
        role: str,
        language: Language | None = None,
        kind: LetterKind = LetterKind.COVER_LETTER,
        today: date | None = None,
        addressees: tuple[str, ...] = (),
    ) -> GateContext:
        """What a letter of that kind to this company for this role is checked against. Without
        `today` its date is not looked at. `addressees` were typed as readers of this letter.
        """
        return GateContext(
            company,
            role,
            contacts=tuple(sorted(self.people.get(company, ()))),
            addressees=addressees,
            allowed=self.myself,
            other_companies=self.companies,
            other_roles=self.roles,
            other_contacts=self.contacts,
            past_employers=self.past_employers,
            aliases=self.aliases.get(company, ()),
            today=today,
            language=language,
            kind=kind,
        )


def everybody(session: "Session") -> Everybody:
    names = applications.names(session)
    company_of = {one.id: one.company for one in names}
    people: dict[str, set[str]] = {}
    for application, name in contacts.parties(session):
        people.setdefault(company_of[application], set()).add(name)
    here = {one.company for one in names}
    aliases = {name: also for name, also in companies.aliases(session).items() if name in here}
    profile = me.profile_in(session)
    return Everybody(
        known_companies(here.union(*aliases.values())),
        known_roles({one.role for one in names}),
        known_people(set[str]().union(*people.values())),
        people,
        aliases,
        profile.past_employers,
        tuple(filter(None, (profile.name, profile.current_role))),
    )
