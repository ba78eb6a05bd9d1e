"""Who named which figure when, while one applied; and a word before naming another."""

from datetime import date
from typing import TYPE_CHECKING

from jobtracker.domain import pay_facts as rules
from jobtracker.domain.changes import Done
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.pay import figure_of, in_currency
from jobtracker.domain.pay_facts import PayFact, kind_from
from jobtracker.domain.recording import refuse_to_come
from jobtracker.domain.text import checked_text, one_line, quoted
from jobtracker.domain.typed_pay import understood_pay
from jobtracker.services.base import Service, done
from jobtracker.storage import applications, pay_facts

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class PayFacts(Service):
    def of(self, application_id: int) -> list[PayFact]:
        """The pay timeline of an application, the oldest first."""
        with self._db.read() as session:
            return list(pay_facts.of(session, [application_id])[application_id])

    def add(
        self,
        application_id: int,
        kind: str,
        text: str,
        on: date | None = None,
        *,
        who: str = "",
        how: str = "",
        note: str = "",
    ) -> Done[int]:
        """Record a figure as typed; its id. A different number than last time is recorded all
        the same: ask `would_warn` first. A figure without a currency is in the posting's.

        Raises InvalidInputError for text without an amount and for a day still to come,
        NotFoundError where the application is gone.
        """
        refuse_to_come(on, self._clock.today())
        with self._db.write("pay") as tx:
            fact = self._fact(tx.session, application_id, kind, text, on)
            key = pay_facts.insert(tx.session, _said(fact, who, how, note), self._clock.now())
        return done(key, tx)

    def edit(
        self,
        fact_id: int,
        kind: str,
        text: str,
        on: date | None = None,
        *,
        who: str = "",
        how: str = "",
        note: str = "",
    ) -> Done[int]:
        """Correct a fact, all of it as for a new one. Raises like `add`."""
        refuse_to_come(on, self._clock.today())
        with self._db.write("edit pay fact") as tx:
            before = pay_facts.load(tx.session, fact_id)
            fact = self._fact(tx.session, before.application_id, kind, text, on)
            pay_facts.change(tx.session, _said(fact._replace(id=fact_id), who, how, note))
        return done(fact_id, tx)

    def would_warn(
        self, application_id: int, kind: str, text: str, on: date | None = None, fact_id: int = 0
    ) -> str:
        """What to know before naming this figure: the number that was named last, with its day,
        where this is another, or what the application says one asks for where none was named;
        "" where there is nothing to say. `fact_id` is the fact that is being corrected. Raises
        like `add`.
        """
        with self._db.read() as session:
            fact = self._fact(session, application_id, kind, text, on)._replace(id=fact_id)
            known = pay_facts.of(session, [application_id])[application_id]
            (record,) = applications.records(session, [application_id])
        return rules.warning(known, fact, in_currency(record.ask, fact.pay.currency))

    def remove(self, fact_id: int) -> Done[int]:
        """Take a fact away, for it was a mistake. Raises NotFoundError."""
        with self._db.write("delete pay fact") as tx:
            pay_facts.load(tx.session, fact_id)
            pay_facts.remove(tx.session, fact_id)
        return done(fact_id, tx)

    def _fact(
        self, session: "Session", application_id: int, kind: str, text: str, on: date | None
    ) -> PayFact:
        applications.id_of(session, str(application_id))
        typed = one_line(text, "amount").strip()
        pay = understood_pay(typed, "amount")._replace(text=typed)
        if figure_of(pay) is None:
            raise InvalidInputError(
                f"No amount is found in {quoted(typed)}; nothing was recorded. "
                "Type a figure, like $145,000 or 65/h.",
                field="amount",
            )
        if pay.currency is None:
            (record,) = applications.records(session, [application_id])
            pay = in_currency(pay, record.pay.currency)
        return PayFact(0, application_id, kind_from(kind), on or self._clock.today(), pay)


def _said(fact: PayFact, who: str, how: str, note: str) -> PayFact:
    return fact._replace(
        who=one_line(who, "who").strip(),
        how=one_line(how, "how").strip(),
        note=checked_text(note, "note").strip(),
    )
