"""What the sheets of offers are asked for, and what they are given."""

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from jobtracker.domain.offers import OfferRecord
    from jobtracker.domain.packages import Package
    from jobtracker.domain.pay import Pay

NO_APPLICATION, UNCHOSEN = 0, -1
"""In the place of an application's id: that there is none, and that nobody has said yet."""
PAY_PARTS = 4
"""Of a pay in the name of a place: low, high, currency and period."""


class Start(Enum):
    """What an offer sheet begins with."""

    NEW = "new"
    EDIT = "edit"
    COPY = "copy"


class Wish(NamedTuple):
    """An offer sheet that is wanted: a new one, maybe of an application or with a pay; one to
    `EDIT`; or a what-if prefilled with an offer (`COPY`).
    """

    start: Start = Start.NEW
    application_id: int | None = None
    what_if: bool = False
    pay: "Pay | None" = None
    offer_id: int = 0

    @property
    def place(self) -> str:
        """Where its draft is kept: what is typed for one wish is not in the way of another."""
        if self.start is not Start.NEW:
            return f"offer/{self.start.value}/{self.offer_id}"
        kind = "what-if" if self.what_if else "offer"
        pay = "/".join(str(part) for part in self.pay[:PAY_PARTS]) if self.pay else ""
        return f"offer/{kind}/{self.application_id or NO_APPLICATION}/{pay}"

    @classmethod
    def at(cls, place: str) -> "Wish | None":
        """What was wished for where a draft is kept; None for a place of something else."""
        topic, kind, number, *pay = [*place.split("/"), "", ""]
        if topic != "offer" or not number.isdecimal():
            return None
        if kind in (Start.EDIT.value, Start.COPY.value):
            return cls(Start(kind), offer_id=int(number))
        said = [part for part in pay if part]
        return cls(
            application_id=int(number) or None,
            what_if=kind == "what-if",
            pay=_pay_at(said) if len(said) == PAY_PARTS else None,
        )


def _pay_at(parts: "Sequence[str]") -> "Pay":
    from jobtracker.domain.pay import Pay, Period

    low, high, currency, period = (None if part == "None" else part for part in parts)
    return Pay(
        None if low is None else int(low),
        None if high is None else int(high),
        currency,
        None if period is None else Period(period),
    )


class Application(NamedTuple):
    """An application that an offer can be for; `currency` is that of its posting, `has_offer`
    whether it is open at the stage Offer.
    """

    id: int
    company: str
    role: str
    currency: str | None = None
    has_offer: bool = False

    @property
    def name(self) -> str:
        return ", ".join(filter(None, (self.company, self.role)))


class Taken(NamedTuple):
    """The currency of an amount that names none, and what else is in it: "the posting"."""

    currency: str
    like: str = ""


class Desk(NamedTuple):
    """All that an offer sheet works with. `record` is the offer that it began with, or None;
    `usual` the currency where neither that nor a posting has one.
    """

    wish: Wish
    applications: tuple[Application, ...]
    record: "OfferRecord | None"
    today: "date"
    usual: Taken = Taken("USD")

    def currency_of(self, application_id: int) -> Taken:
        """What an amount alone is counted in: as the offer was, as its posting, else as usual."""
        before = self.record
        if before is not None and application_id == (before.application_id or NO_APPLICATION):
            currency = before.package.base.currency
            if currency is not None:
                return Taken(currency, "before")
        for one in self.applications:
            if one.id == application_id and one.currency:
                return Taken(one.currency, "the posting")
        return self.usual

    @property
    def is_trial(self) -> bool:
        """Whether a what-if is wanted."""
        was_one = self.record is not None and self.record.what_if
        return self.wish.what_if or self.wish.start is Start.COPY or was_one

    def likely_application(self) -> int:
        """Whom a new offer is from: who was named, else the only one that has got so far."""
        if self.wish.application_id or self.wish.what_if:
            return self.wish.application_id or NO_APPLICATION
        found = [one.id for one in self.applications if one.has_offer]
        return found[0] if len(found) == 1 else UNCHOSEN


class Reading(NamedTuple):
    """A draft as it was understood. `package` has every part that could be read; `errors` and
    `hints` are by the names of fields.
    """

    package: "Package"
    application_id: int | None
    what_if: bool
    label: str
    round: int | None
    received_on: "date"
    deadline: "date | None"
    notes: str
    errors: "Mapping[str, str]"
    hints: "Mapping[str, str]"
