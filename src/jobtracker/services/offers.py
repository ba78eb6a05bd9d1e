"""Offers of all applications, and what-ifs: added, changed, and held against each other."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from jobtracker.domain.changes import Done
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.offer_comparison import Comparison, compare
from jobtracker.domain.offer_scores import WEIGHTS
from jobtracker.domain.offer_totals import totals
from jobtracker.domain.offers import OfferLine, OfferRecord
from jobtracker.domain.package_checks import checked_base, checked_package
from jobtracker.domain.packages import Package
from jobtracker.domain.pay import Pay, checked_pay, figure_of, in_currency
from jobtracker.domain.recording import Moment, refuse_to_come
from jobtracker.domain.text import checked_text, folded, one_line, required_text, shortened
from jobtracker.services import offer_steps as steps
from jobtracker.services.base import Service, done
from jobtracker.storage import applications, offers, rates, settings
from jobtracker.storage.offers import Placed

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_MOST_ROUNDS = 99
_WEIGHTS = "offer_weights"


class _Said(TypedDict, total=False):
    label: str
    round: int | None
    deadline: date | None
    what_if: bool
    notes: str


class OfferFields(_Said, total=False):
    """What is said of an offer beside its package. Without `received_on` it came today."""

    received_on: date | None


class OfferChanges(_Said, total=False):
    """What is changed of an offer; the rest stays."""

    received_on: date
    package: Package
    application_id: int | None


class Offers(Service):
    """An offer that was made has an event in its application's log, and moves it to Offer; both
    are one step of undo with it. A what-if has none, and may belong to no application.
    """

    def of(self, application_id: int | None) -> list[OfferRecord]:
        """All offers and what-ifs of an application, newest first; None: those without one."""
        with self._db.read() as session:
            return offers.records(session, application_id)

    def open(self) -> list[OfferLine]:
        """Those of open applications and of none, newest first, with what they come to."""
        with self._db.read() as session:
            return [_line(one) for one in offers.all_open(session)]

    def every(self) -> list[OfferLine]:
        """All of them, of closed applications too."""
        with self._db.read() as session:
            return [_line(one) for one in offers.every(session)]

    def load(self, offer_id: int) -> OfferLine:
        """Raises NotFoundError where it is gone."""
        with self._db.read() as session:
            return _line(offers.load(session, offer_id))

    def in_currency_of(self, application_id: int, base: Pay) -> Pay:
        """A base pay that names no currency, in that of the posting. Raises NotFoundError."""
        with self._db.read() as session:
            return _in_currency_of_the_posting(session, application_id, base)

    def add(
        self, application_id: int | None, package: Package, **fields: Unpack[OfferFields]
    ) -> Done[int]:
        """Keep an offer; its id. A base pay without a currency is in that of the posting.

        Raises InvalidInputError for what cannot be, and for an offer of no application that is
        no what-if; NotFoundError where the application is gone.
        """
        today = self._clock.today()
        record = OfferRecord(
            id=0,
            uid="",
            application_id=application_id,
            label=fields.get("label", ""),
            round=fields.get("round"),
            received_on=fields.get("received_on") or today,
            deadline=fields.get("deadline"),
            what_if=fields.get("what_if", False),
            package=package,
            notes=fields.get("notes", ""),
        )
        at = Moment(self._clock.now(), today)
        with self._db.write("what-if" if record.what_if else "offer") as tx:
            kept = _checked(tx.session, record, today)
            if kept.what_if:
                key = offers.insert(tx.session, kept, at.now)
            else:
                key = steps.receive(tx.session, kept, at)
        return done(key, tx)

    def edit(self, offer_id: int, **changes: Unpack[OfferChanges]) -> Done[int]:
        """Change an offer, and its event with it. A what-if that came true gets its event now.

        Raises InvalidInputError, as for a new one, for a real offer made a what-if or another
        application's, and for a day that history contradicts; NotFoundError where it is gone.
        """
        today = self._clock.today()
        at = Moment(self._clock.now(), today)
        with self._db.write("edit offer") as tx:
            before = offers.load(tx.session, offer_id).record
            after = _checked(tx.session, before._replace(**changes), today)
            _refuse_unmade(before, after)
            offers.change(tx.session, after)
            if before.what_if and not after.what_if:
                steps.record_event(tx.session, after, at)
            else:
                steps.correct_event(tx.session, before, after, at)
        return done(offer_id, tx)

    def remove(self, offer_id: int) -> Done[int]:
        """Take an offer away, and its event back; the application stays in its stage, as when
        the event alone is taken back. Raises NotFoundError.
        """
        at = Moment(self._clock.now(), self._clock.today())
        with self._db.write("delete offer") as tx:
            record = offers.load(tx.session, offer_id).record
            steps.retract_event(tx.session, record, at)
            offers.remove(tx.session, offer_id)
        return done(offer_id, tx)

    def weights(self) -> dict[str, int]:
        """What counts for the person, above 0, by the folded names of criteria."""
        with self._db.read() as session:
            return _weights_in(session)

    def weigh(self, criterion: str, weight: int) -> Done[None]:
        """Let a criterion count so much, 0 for not at all. What is set of one criterion without
        a long rest is one step of undo. Raises InvalidInputError for no name and outside 0 to 5.
        """
        name = folded(required_text(criterion, "criterion"))
        if weight not in WEIGHTS:
            raise InvalidInputError(
                f"{weight} is no weight; nothing was changed. "
                f"Use a number from {WEIGHTS[0]} to {WEIGHTS[-1]}.",
                field="weight",
            )
        with self._db.write(f"weight of {shortened(name)}", run=f"{_WEIGHTS}/{name}") as tx:
            before = _weights_in(tx.session)
            after = {key: one for key, one in (before | {name: weight}).items() if one}
            if after != before:
                settings.set_setting(tx.session, _WEIGHTS, after)
        return done(None, tx)

    def compare(self, ids: Sequence[int], weights: Mapping[str, int] | None = None) -> Comparison:
        """These offers side by side, by the newest rates that were typed. See `compare`.

        Raises NotFoundError where one is gone, InvalidInputError for weights of nothing.
        """
        with self._db.read() as session:
            lines = [_line(one) for one in offers.load_all(session, dict.fromkeys(ids))]
            known = rates.every(session)
        return compare(lines, weights, known)


def _weights_in(session: "Session") -> dict[str, int]:
    return dict(settings.settings(session).get(_WEIGHTS, {}))


def _line(one: Placed) -> OfferLine:
    return OfferLine(one.record, one.company, one.role, totals(one.record.package))


def _checked(session: "Session", record: OfferRecord, today: date) -> OfferRecord:
    """The offer as it is kept, or InvalidInputError, NotFoundError."""
    if record.application_id is None and not record.what_if:
        raise InvalidInputError(
            "An offer belongs to an application; nothing was saved. "
            "Name the application, or keep it as a what-if.",
            field="application",
        )
    refuse_to_come(record.received_on, today, "received_on")
    if record.deadline is not None and record.deadline < record.received_on:
        raise InvalidInputError(
            f"The deadline {record.deadline} lies before the day of the offer, "
            f"{record.received_on}; nothing was saved. Correct one of the two.",
            field="deadline",
        )
    if record.round is not None and not 1 <= record.round <= _MOST_ROUNDS:
        raise InvalidInputError(
            f"There is no round {record.round}; nothing was saved. "
            f"Type a number from 1 to {_MOST_ROUNDS}, or none.",
            field="round",
        )
    package = checked_package(record.package)
    base = package.base
    checked_pay(base.low, base.high, base.currency, base.period)
    checked_base(base)
    if record.application_id is not None:
        base = _in_currency_of_the_posting(session, record.application_id, base)
    return record._replace(
        label=one_line(record.label, "label").strip(),
        notes=checked_text(record.notes, "notes"),
        package=package._replace(base=base),
    )


def _in_currency_of_the_posting(session: "Session", application_id: int, base: Pay) -> Pay:
    applications.id_of(session, str(application_id))
    if base.currency is not None or figure_of(base) is None:
        return base
    (record,) = applications.records(session, [application_id])
    return in_currency(base, record.pay.currency)


def _refuse_unmade(before: OfferRecord, after: OfferRecord) -> None:
    """What was offered was offered; it can only be removed."""
    if before.what_if:
        return
    if after.what_if or after.application_id != before.application_id:
        raise InvalidInputError(
            f"Offer {before.id} was made and stands in its application's history; nothing was "
            "changed. Remove it, or add a what-if beside it.",
            field="what_if",
        )
