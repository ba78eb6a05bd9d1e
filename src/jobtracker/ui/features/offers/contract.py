"""What the sheets of offers are asked for, and what they are given."""

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from jobtracker.domain.offers import OfferRecord
    from jobtracker.domain.packages import Package
    from jobtracker.domain.pay import Pay

NO_APPLICATION = 0


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
        pay = "/".join(str(part) for part in self.pay[:4]) if self.pay else ""
        return f"offer/{kind}/{self.application_id or NO_APPLICATION}/{pay}"


class Application(NamedTuple):
    """An application that an offer can be for; `currency` is that of its posting."""

    id: int
    company: str
    role: str
    currency: str | None = None

    @property
    def name(self) -> str:
        return ", ".join(filter(None, (self.company, self.role)))


class Desk(NamedTuple):
    """All that an offer sheet works with. `record` is the offer that it began with, or None."""

    wish: Wish
    applications: tuple[Application, ...]
    record: "OfferRecord | None"
    today: "date"

    def currency_of(self, application_id: int) -> str | None:
        """The currency of a posting; None where it is not known."""
        known = (one.currency for one in self.applications if one.id == application_id)
        return next(known, None)


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
