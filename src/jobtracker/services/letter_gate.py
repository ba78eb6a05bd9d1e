"""The names of other applications and their people, that no letter may hold by mistake."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.gate import GateContext
from jobtracker.domain.names import KnownNames, known_names
from jobtracker.storage import applications, contacts

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Everybody(NamedTuple):
    """The companies, roles and contacts of all applications, closed ones too, made ready once for
    however many letters. A letter's own are among them: the gate passes over those.

    `people` are the names of the contacts by company: whoever has a part in one application
    there may be named in another.
    """

    companies: KnownNames
    roles: KnownNames
    contacts: tuple[str, ...]
    people: Mapping[str, set[str]]

    def around(self, company: str, role: str) -> GateContext:
        """What a letter to this company for this role is checked against."""
        return GateContext(
            company,
            role,
            contacts=tuple(sorted(self.people.get(company, ()))),
            other_companies=self.companies,
            other_roles=self.roles,
            other_contacts=self.contacts,
        )


def everybody(session: "Session") -> Everybody:
    names = applications.names(session)
    company_of = {one.id: one.company for one in names}
    people: dict[str, set[str]] = {}
    for application, name in contacts.parties(session):
        people.setdefault(company_of[application], set()).add(name)
    return Everybody(
        known_names({one.company for one in names}),
        known_names({one.role for one in names}),
        tuple(sorted(set().union(*people.values()))),
        people,
    )
