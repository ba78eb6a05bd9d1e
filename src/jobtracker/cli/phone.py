"""`phone`: somebody calls, and this is all that is known of them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from jobtracker.cli import shapes
from jobtracker.cli.common import answer, pay_words, shared_options, workspace
from jobtracker.cli.pages import contact_line, facts, interview_line
from jobtracker.domain import money
from jobtracker.domain.phone import Why
from jobtracker.domain.stages import outcome_name, stage_name
from jobtracker.domain.text import quoted

if TYPE_CHECKING:
    from jobtracker.domain.phone import Caller, PhoneCard

_FOUND_BY = {
    Why.NAME: "company",
    Why.WORD: "company",
    Why.CONTACT: "contact",
    Why.COLLEAGUE: "contact",
    Why.ROLE: "role",
}


@click.command()
@click.argument("query", nargs=-1)
@shared_options
def phone(query: Sequence[str]) -> None:
    """Show all about whoever is calling: the first letters of a company, a contact or a role.

    Without QUERY: who has an interview today, or was in touch last.
    """
    typed = " ".join(query)
    with workspace(write=False) as opened:
        callers = opened.phone.callers(typed)
        card = opened.phone.card(callers[0].application_id) if callers else None
    nothing = f"Nobody called {quoted(typed)} here." if typed else "There is no application."
    shape = {"callers": [_caller(one) for one in callers], "card": card and _card(card)}
    answer(shape, lambda: "\n".join(_page(card, callers[1:])) if card else "", nothing=nothing)


def _caller(caller: "Caller") -> dict[str, Any]:
    return {
        "application": caller.application_id,
        "company": caller.company,
        "role": caller.role,
        "stage": caller.stage.value,
        "outcome": caller.outcome.value if caller.outcome else None,
        "archived": caller.archived,
        "contact_on": caller.contact_on.isoformat(),
        "found_by": _FOUND_BY[caller.why],
        "contact": caller.contact,
    }


def _card(card: "PhoneCard") -> dict[str, Any]:
    record, last = card.record, card.last
    return {
        "application": record.id,
        "company": record.company,
        "role": record.role,
        "stage": record.stage.value,
        "stage_since": record.since.isoformat(),
        "outcome": record.outcome.value if record.outcome else None,
        "next_action": record.next_action,
        "next_action_on": _iso(record.next_action_on),
        "interview": shapes.interview(card.interview) if card.interview else None,
        "pay": shapes.amount(record.pay),
        "ask": shapes.amount(record.ask),
        "offers": [shapes.offer(one) for one in card.pay.offers],
        "said_about_pay": [_said(*quote) for quote in card.pay.said],
        "last_contact": _said(*last) if last else None,
        "contacts": [shapes.contact(one.contact) | {"part": one.part} for one in card.contacts],
        "letters": [
            {
                "id": one.letter_id,
                "version": one.version,
                "name": one.name,
                "sent_on": one.on.isoformat(),
                "text": one.text,
            }
            for one in card.letters
        ],
        "documents": [shapes.document(one) for one in card.documents],
        "posting": record.posting,
        "posting_captured_on": _iso(record.posting_captured_on),
        "notes": record.notes,
    }


def _said(on: date | None, what: str, words: str) -> dict[str, Any]:
    return {"on": _iso(on), "what": what, "words": words}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _page(card: "PhoneCard", others: Sequence["Caller"]) -> Iterator[str]:
    """The card, then who else it may be."""
    yield f"{card.record.role}, {card.record.company}"
    yield ""
    yield from facts(_standing(card))
    parts: Mapping[str, Sequence[str]] = {
        "Pay": list(_pay(card)),
        "Contacts": [contact_line(one.contact, one.part) for one in card.contacts],
        "Sent": [
            *(f"{one.on}  Letter  {one.name}" for one in card.letters),
            *(f"{one.sent_on}  {one.kind}  {one.name}" for one in card.documents),
        ],
        "Notes": [card.record.notes] if card.record.notes else [],
        "Posting": [card.record.posting] if card.record.posting else [],
        "Or": [f"{one.application_id:>5}  {one.company}, {one.role}" for one in others],
    }
    for heading, lines in parts.items():
        if lines:
            yield from ("", heading, *lines)


def _standing(card: "PhoneCard") -> dict[str, object]:
    record, last = card.record, card.last
    ended = f"{outcome_name(record.outcome)} on {record.closed_on}" if record.outcome else ""
    return {
        "Stage": f"{stage_name(record.stage)} since {record.since}",
        "Outcome": ended,
        "Next": " ".join(filter(None, (record.next_action, _iso(record.next_action_on)))),
        "Interview": interview_line(card.interview).strip() if card.interview else "",
        "Last contact": " ".join(filter(None, map(str, last))) if last else "",
    }


def _pay(card: "PhoneCard") -> Iterator[str]:
    record = card.record
    yield f"Advertised  {pay_words(record.pay, money.long_range)}"
    if record.ask.text.strip():
        yield f"I ask       {pay_words(record.ask, money.long_range)}"
    for offer in card.pay.offers:
        yield f"Offer       {pay_words(offer.pay, money.long_range)}, {offer.received_on}"
    for quote in card.pay.said:
        where = ", ".join(filter(None, (quote.what, _iso(quote.on))))
        yield f"“{quote.words}” ({where})"


COMMANDS = {"phone": phone}
