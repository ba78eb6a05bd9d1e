"""The pay of an application as dated lines: what was named, posted, asked for and offered."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain import money
from jobtracker.domain.offers import OfferRecord, is_pressing, reply_words
from jobtracker.domain.pay_facts import KIND_WORDS, FactKind, PayFact
from jobtracker.domain.stages import Stage
from jobtracker.ui.widgets.days import day_words

if TYPE_CHECKING:
    from jobtracker.domain.applications import Application
    from jobtracker.domain.pay import Pay

POSTED, ASKED = "pay", "ask"
"""The facts of the application that hold what was posted and what is asked for."""
ICONS = {
    FactKind.DESIRED: "user",
    FactKind.ADVERTISED: "file-text",
    FactKind.STATED: "message-square",
    FactKind.VERBAL: "phone",
    FactKind.WRITTEN: "mail",
    FactKind.SIGNED: "circle-check",
}


class PayStory(NamedTuple):
    """All that was named to and by one application, with what it says itself."""

    record: "Application"
    facts: Sequence[PayFact]
    offers: Sequence[OfferRecord]
    today: date


class PayLine(NamedTuple):
    """A line of the pay timeline. It stands for a fact, for an offer, or for `field`, where the
    application itself says so; `on` is None where no day is known.
    """

    key: tuple[str, int]
    heading: str
    day: str
    text: str
    on: date | None
    icon: str = ""
    glyph: str = ""
    tone: str = ""
    fact: PayFact | None = None
    offer: OfferRecord | None = None
    field: str = ""
    gone: bool = False

    @property
    def spoken(self) -> str:
        return ". ".join(filter(None, (f"{self.day or 'No day'}: {self.heading}", self.text)))


def lines_of(story: PayStory) -> list[PayLine]:
    """The newest first; what has no day stands at the end."""
    found = [*_named(story), *_offered(story), *_said(story)]
    return sorted(found, key=lambda line: line.on or date.min, reverse=True)


def _named(story: PayStory) -> Iterator[PayLine]:
    for fact in reversed(story.facts):
        around = ", ".join(filter(None, (fact.who, fact.how)))
        yield PayLine(
            ("fact", fact.id),
            f"{KIND_WORDS[fact.kind]} {_amount(fact.pay)}",
            day_words(fact.on, story.today),
            "\n".join(filter(None, (around, fact.note))),
            fact.on,
            icon=ICONS[fact.kind],
            fact=fact,
        )


def _offered(story: PayStory) -> Iterator[PayLine]:
    """The offers that were made, with until when each is to be answered."""
    for offer in story.offers:
        if offer.what_if:
            continue
        deadline, answered = offer.deadline, story.record.outcome is not None
        yield PayLine(
            ("offer", offer.id),
            f"They offered {_amount(offer.package.base)}",
            day_words(offer.received_on, story.today),
            "\n".join(filter(None, (offer.label, _reply(offer, story.today, answered=answered)))),
            offer.received_on,
            glyph=Stage.OFFER.value,
            tone="" if deadline is None or answered else _tone(offer, story.today),
            offer=offer,
        )


def _reply(offer: OfferRecord, today: date, *, answered: bool) -> str:
    """The clock of an offer; it stands still once the application is closed."""
    if offer.deadline is None:
        return ""
    words = reply_words(offer.deadline, today)
    return words.rpartition(", ")[0] if answered else words


def _tone(offer: OfferRecord, today: date) -> str:
    if offer.deadline is not None and offer.deadline < today:
        return "danger"
    return "warn" if is_pressing(offer, today) else ""


def _said(story: PayStory) -> Iterator[PayLine]:
    """What the application says itself."""
    record, today = story.record, story.today
    posted = record.posted_on or record.posting_captured_on
    for field, words, pay, on in (
        (POSTED, "Posted", record.pay, posted),
        (ASKED, "You ask for", record.ask, None),
    ):
        if pay.text.strip() or pay.low is not None or pay.high is not None:
            day = day_words(on, today) if on else ""
            icon = ICONS[FactKind.ADVERTISED if field == POSTED else FactKind.DESIRED]
            heading = f"{words} {_amount(pay)}"
            yield PayLine((field, record.id), heading, day, "", on, icon=icon, field=field)


def _amount(pay: "Pay") -> str:
    known = pay.low is not None or pay.high is not None
    return money.long_range(pay) if known else pay.text.strip() or "an amount not said"
