"""Who is on the phone, and all that is good to know while speaking with them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from jobtracker.domain.applications import Application, Offer
from jobtracker.domain.contacts import LinkedContact
from jobtracker.domain.documents import Document
from jobtracker.domain.events import CONTACTS, Event, EventKind, sentence
from jobtracker.domain.interviews import Interview, interview_name
from jobtracker.domain.pay_facts import PayFact
from jobtracker.domain.pay_text import find_pay
from jobtracker.domain.stages import Outcome, Stage

MOST_CALLERS = 8
LONGEST_READ = 20_000
"""Characters of one text that are looked through for pay."""
LONGEST_QUOTE = 280
"""Characters of a sentence that is quoted."""
MOST_QUOTES = 6

_ENDS = re.compile(r"(?<=[.!?])\s+|\n+")


class Why(IntEnum):
    """What of an application begins with what was typed, the nearest first: the company's name,
    another word of it or of an alias, a contact of it, a contact at its company, its role.
    """

    NAME = 0
    WORD = 1
    CONTACT = 2
    COLLEAGUE = 3
    ROLE = 4


class Caller(NamedTuple):
    """An application whose people may be on the phone. `contact` is the name of the contact it
    was found by, or "".
    """

    application_id: int
    company: str
    role: str
    stage: Stage
    outcome: Outcome | None
    archived: bool
    contact_on: date
    why: Why = Why.NAME
    contact: str = ""

    @property
    def is_open(self) -> bool:
        return self.outcome is None and not self.archived


class SentLetter(NamedTuple):
    """A letter as it left, its fields filled in; `name` is that of its file."""

    letter_id: int
    version: int
    name: str
    on: date
    text: str


class Said(NamedTuple):
    """Something that happened: the day, what it was ("Message received by phone"), its words."""

    on: date
    what: str
    words: str


class PayCard(NamedTuple):
    """What is known about pay: offers and `said`, the sentences that name it, newest first. A
    note without a day has None. `named` is the figure that the person named last, `warning` what
    to know before naming another.
    """

    offers: tuple[Offer, ...]
    said: "tuple[PayQuote, ...]"
    named: PayFact | None = None
    warning: str = ""


class PayQuote(NamedTuple):
    """A sentence that names pay, and where it stands."""

    on: date | None
    what: str
    words: str


class PhoneCard(NamedTuple):
    """All on one card. `documents` are those sent, without the letters made here; `interview` is
    the next one.
    """

    record: Application
    letters: tuple[SentLetter, ...]
    documents: tuple[Document, ...]
    pay: PayCard
    last: Said | None
    contacts: tuple[LinkedContact, ...]
    interview: Interview | None


def best_first(found: Iterable[Caller]) -> tuple[Caller, ...]:
    """Each application once, by the nearest of its findings: those found by a name before those
    found by their role, of these the open ones first, then the nearest, those that were applied
    for, and the newest contact.
    """
    best: dict[int, Caller] = {}
    for caller in found:
        known = best.get(caller.application_id)
        if known is None or caller.why < known.why:
            best[caller.application_id] = caller
    return tuple(sorted(best.values(), key=_rank))


def _rank(caller: Caller) -> tuple[bool, bool, int, bool, int, int]:
    by_role, saved = caller.why is Why.ROLE, caller.stage is Stage.SAVED
    newest = -caller.contact_on.toordinal()
    return by_role, not caller.is_open, caller.why, saved, newest, -caller.application_id


def last_contact(events: Iterable[Event], today: date) -> Said | None:
    """The newest of what passed between the two sides; None before the first. An interview of
    today is still to come, as far as a day tells; that a stage was set says least of its day.
    """
    passed = [event for event in events if event.kind in CONTACTS and _has_passed(event, today)]
    if not passed:
        return None
    newest = max(passed, key=lambda event: (event.on, event.kind is not EventKind.STAGE, event.id))
    return Said(newest.on, sentence(newest), newest.text.strip())


def _has_passed(event: Event, today: date) -> bool:
    return event.on < today if event.kind is EventKind.INTERVIEW else event.on <= today


def next_interview(interviews: Iterable[Interview], today: date) -> Interview | None:
    """The first interview from today on that was not called off."""
    coming = (one for one in interviews if one.on >= today and not one.result)
    return min(coming, key=lambda one: one.starts, default=None)


def pay_said(
    events: Sequence[Event], interviews: Iterable[Interview], notes: str
) -> tuple[PayQuote, ...]:
    """The sentences about pay in an application's activity, newest first, then in its notes.

    An offer's own event is left out: offers are told apart from what was said.
    """
    told = [
        PayQuote(event.on, sentence(event), words)
        for event in sorted(events, key=lambda event: event.on, reverse=True)
        if event.kind is not EventKind.OFFER
        for words in about_pay(event.text)
    ]
    held = [
        PayQuote(one.on, interview_name(one.kind, one.round), words)
        for one in interviews
        for words in about_pay(one.notes)
    ]
    newest = sorted([*told, *held], key=lambda quote: quote.on or date.min, reverse=True)
    mine = [PayQuote(None, "My notes", words) for words in about_pay(notes)]
    return tuple(_once([*newest, *mine]))[:MOST_QUOTES]


def _once(quotes: Iterable[PayQuote]) -> Iterator[PayQuote]:
    known: set[str] = set()
    for quote in quotes:
        if quote.words not in known:
            known.add(quote.words)
            yield quote


def about_pay(text: str) -> list[str]:
    """The sentences of a text that name an amount of pay, in their order."""
    read = text[:LONGEST_READ]
    found: list[str] = []
    mentions = find_pay(read)
    for start, end in _sentences(read) if mentions else ():
        here = [one for one in mentions if start <= one.start < end]
        if here:
            found.append(_quote(read[start:end], here[0].start - start))
    return found


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text begin and end, line by line."""
    start = 0
    for gap in _ENDS.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _quote(words: str, at: int) -> str:
    """A sentence on one line; of a long one the part round the place `at`."""
    start = max(0, at - LONGEST_QUOTE // 2) if len(words) > LONGEST_QUOTE else 0
    cut = words[start : start + LONGEST_QUOTE]
    line = " ".join(cut.split())
    return f"{'… ' if start else ''}{line}{' …' if start + len(cut) < len(words) else ''}"
