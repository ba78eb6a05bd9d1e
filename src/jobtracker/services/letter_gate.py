"""The names of other applications, that no letter may hold by mistake."""

from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.gate import GateContext
from jobtracker.domain.names import KnownNames, known_names
from jobtracker.storage import applications

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Everybody(NamedTuple):
    """The companies and roles of all applications, closed ones too, made ready once for however
    many letters. A letter's own are among them: the gate passes over those.
    """

    companies: KnownNames
    roles: KnownNames

    def around(self, company: str, role: str) -> GateContext:
        """What a letter to this company for this role is checked against."""
        return GateContext(company, role, other_companies=self.companies, other_roles=self.roles)


def everybody(session: "Session") -> Everybody:
    names = applications.names(session)
    companies = known_names({one.company for one in names})
    return Everybody(companies, known_names({one.role for one in names}))
