"""Companies: their names, what is known of them, and what came of applying there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from jobtracker.domain.changes import Done
from jobtracker.domain.companies import Company, CompanyFields, CompanyView
from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.text import checked_text, folded, one_line, quoted, required_text, shortened
from jobtracker.services import company_memory
from jobtracker.services.base import Service, done
from jobtracker.storage import companies

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Companies(Service):
    def all(self) -> list[Company]:
        """Every company, by name."""
        with self._db.read() as session:
            return companies.load(session)

    def view(self, company_id: int) -> CompanyView:
        """A company with its memory and applications; NotFoundError where it is gone."""
        with self._db.read() as session:
            company = _known(session, company_id)
            return CompanyView(
                company,
                company_memory.of(session, [company_id])[company_id],
                tuple(companies.applications_of(session, [company_id])[company_id]),
            )

    def edit(self, company_id: int, fields: CompanyFields) -> Done[int]:
        """Set the fields given; the others stay as they are.

        Raises InvalidInputError for a name or alias that another company has.
        """
        with self._db.write("edit company") as tx:
            before = _known(tx.session, company_id)
            tx.label = f"edit company {shortened(before.name)}"
            name = before.name
            values = _columns(fields)
            if "name" in fields:
                name = required_text(fields["name"], "name")
                _refuse_taken(tx.session, company_id, name, "name")
                values |= {"name": name, "name_key": folded(name)}
            if "aliases" in fields or folded(name) != folded(before.name):
                aliases = _aliases(fields.get("aliases", before.aliases), name)
                for alias in aliases:
                    _refuse_taken(tx.session, company_id, alias, "aliases")
                companies.set_aliases(tx.session, company_id, aliases)
            companies.change(tx.session, company_id, values, self._clock.now())
        return done(company_id, tx)

    def id_of(self, reference: str) -> int:
        """The company of this name, alias, number or uid; NotFoundError where there is none."""
        with self._db.read() as session:
            return companies.id_of(session, reference)


def _known(session: "Session", company_id: int) -> Company:
    found = companies.load(session, [company_id])
    if not found:
        raise NotFoundError(
            f"There is no company {company_id}. List them to see their numbers and names."
        )
    return found[0]


def _columns(fields: CompanyFields) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if "address" in fields:
        values["address"] = _lines(fields["address"])
    if "notes" in fields:
        values["notes"] = checked_text(fields["notes"], "notes")
    if "avoid" in fields:
        values["avoid"] = int(fields["avoid"])
    if "avoid_reason" in fields:
        values["avoid_reason"] = one_line(fields["avoid_reason"], "reason")
    return values


def _lines(address: str) -> str:
    """An address as it stands in a letter: no blank lines and none around the others."""
    lines = (line.strip() for line in checked_text(address, "address").splitlines())
    return "\n".join(filter(None, lines))


def _aliases(typed: Sequence[str], name: str) -> list[str]:
    """Each alias once, the company's own name and empty ones left out."""
    names = {folded(alias): one_line(alias, "aliases").strip() for alias in typed}
    return [alias for key, alias in names.items() if key and key != folded(name)]


def _refuse_taken(session: "Session", company_id: int, name: str, field: str) -> None:
    taken = companies.called(session, name)
    if taken is not None and taken.id != company_id:
        raise InvalidInputError(
            f"There is another company called {quoted(name)}; nothing was changed. "
            "Choose another name, or change that company first.",
            field=field,
        )
