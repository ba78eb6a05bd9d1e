"""Rates of exchange, typed by the person, each with its day. Nothing is looked up."""

from datetime import date
from decimal import Decimal

from jobtracker.domain.changes import Done
from jobtracker.domain.exchange_rates import Rate, checked_rate
from jobtracker.domain.recording import refuse_to_come
from jobtracker.domain.text import one_line
from jobtracker.services.base import Service, done
from jobtracker.storage import rates


class Rates(Service):
    def all(self) -> list[Rate]:
        """The newest day first."""
        with self._db.read() as session:
            return rates.every(session)

    def set(
        self, base: str, quote: str, rate: Decimal, on: date | None = None, source: str = ""
    ) -> Done[Rate]:
        """Keep a rate; another of the same currencies and day is replaced by it.

        Raises InvalidInputError for what is no rate and for a day still to come.
        """
        today = self._clock.today()
        refuse_to_come(on, today)
        kept = checked_rate(Rate(base, quote, rate, on or today, one_line(source, "source")))
        with self._db.write(f"rate of {kept.base} to {kept.quote}") as tx:
            rates.put(tx.session, kept, self._clock.now())
        return done(kept, tx)

    def between(self, base: str, quote: str) -> Rate | None:
        """The newest rate between two currencies, whichever way it was typed."""
        with self._db.read() as session:
            return rates.newest(session, base, quote)

    def remove(self, rate: Rate) -> Done[Rate]:
        """Take a rate away. Raises NotFoundError."""
        with self._db.write(f"delete rate of {rate.base} to {rate.quote}") as tx:
            rates.remove(tx.session, rate.base, rate.quote, rate.on)
        return done(rate, tx)
