"""The negotiation sheet of an application, out of all that is known of its pay."""

from jobtracker.domain.changes import Done
from jobtracker.domain.negotiation import (
    Arguments,
    Evidence,
    NegotiationSheet,
    Situation,
    sheet,
    their_number,
)
from jobtracker.domain.offer_totals import totals
from jobtracker.domain.offers import OfferLine
from jobtracker.domain.pay import figure_of
from jobtracker.domain.position import stand
from jobtracker.domain.profiles import lines_to_show, tick_of
from jobtracker.domain.target_roles import TargetRole, asked_pay
from jobtracker.domain.text import checked_text
from jobtracker.services.base import Service, done
from jobtracker.services.salaries import Salaries
from jobtracker.storage import (
    applications,
    arguments,
    can_show,
    offers,
    pay_facts,
    profiles,
    target_roles,
)

MOST_REASONS = 8
"""Ranges that are named on a sheet; it is one page."""


class Negotiation(Service):
    def sheet(self, application_id: int) -> NegotiationSheet:
        """Walk-away, target and stretch, both sides' numbers, what speaks for more, and the next
        deadline, as of today. Raises NotFoundError where the application is gone.
        """
        ranges = Salaries(self._db, self._clock).of_application(application_id)
        with self._db.read() as session:
            applications.id_of(session, str(application_id))
            (record,) = applications.records(session, [application_id])
            linked = applications.links(session, [application_id]).get(application_id)
            made = [one for one in offers.records(session, application_id) if not one.what_if]
            situation = Situation(
                record.company,
                record.role,
                _aim(target_roles.every(session), linked.id if linked else None),
                [OfferLine(one, record.company, record.role, totals(one.package)) for one in made],
                pay_facts.of(session, [application_id])[application_id],
                advertised=record.pay,
            )
        theirs = their_number(situation)
        figure = theirs.pay if theirs else record.pay
        evidence = [
            Evidence(one.title, one.range, stand(figure, one.range))
            for one in ranges[:MOST_REASONS]
        ]
        return sheet(situation._replace(evidence=evidence), self._clock.today())

    def aim(self, application_id: int) -> TargetRole | None:
        """The target role whose pay the sheet of this application names; None without one."""
        with self._db.read() as session:
            linked = applications.links(session, [application_id]).get(application_id)
            return _aim(target_roles.every(session), linked.id if linked else None)

    def arguments(self, application_id: int) -> Arguments:
        """The reasons that the person typed, and those proposed that are left out.

        Raises NotFoundError where the application is gone.
        """
        with self._db.read() as session:
            return arguments.of(session, application_id)

    def argue(self, application_id: int, said: Arguments) -> Done[int]:
        """Keep what stands on the sheet of an application. Raises NotFoundError."""
        kept = said._replace(own=checked_text(said.own, "reasons"))
        with self._db.write("reasons for more pay") as tx:
            if kept != arguments.of(tx.session, application_id):
                arguments.put(tx.session, application_id, kept)
        return done(application_id, tx)

    def can_show(self, application_id: int) -> list[str]:
        """What the person ticked in the application's role profile, each with its note."""
        with self._db.read() as session:
            linked = applications.links(session, [application_id]).get(application_id)
            if linked is None:
                return []
            ticks = can_show.of(session, [linked.id]).get(linked.id, {})
            lines = lines_to_show(profiles.load(session, linked.id))
        found = [(text, ticks.get(tick_of(section, text))) for section, text in lines]
        return [f"{text} ({note})" if note else text for text, note in found if note is not None]


def _aim(targets: list[TargetRole], profile_id: int | None) -> TargetRole | None:
    """The target role made of this profile, else the first by priority, that names any pay."""
    live = [one for one in targets if not one.archived and figure_of(asked_pay(one)) is not None]
    fitting = [one for one in live if profile_id is not None and one.profile_id == profile_id]
    return next(iter([*fitting, *live]), None)
