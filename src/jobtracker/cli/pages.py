"""Records as a page that a person reads in the terminal."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jobtracker.cli.common import is_read, pay_words
from jobtracker.domain import money
from jobtracker.domain.companies import memory_words
from jobtracker.domain.events import sentence
from jobtracker.domain.facts import fact_name
from jobtracker.domain.interviews import interview_name
from jobtracker.domain.position import standing_words
from jobtracker.domain.stages import outcome_name, stage_name
from jobtracker.domain.text import quoted

if TYPE_CHECKING:
    from jobtracker.domain.applications import Application, ApplicationFields, ApplicationView
    from jobtracker.domain.contacts import Contact
    from jobtracker.domain.interviews import Interview
    from jobtracker.domain.pay import Pay
    from jobtracker.domain.silence import Silence

_PLACE = 12
"""Columns of a fact's name."""


def title(view: "ApplicationView") -> str:
    return f"{view.record.role}, {view.record.company}"


def page(view: "ApplicationView") -> str:
    """Everything about an application; what is empty is left out."""
    record = view.record
    lines = [title(view), ""]
    lines += facts({**_standing(view), **_about(record), **_search(view)})
    lines += facts({value.name: value.value for value in view.custom})
    for heading, found in _parts(view):
        lines += ["", heading, *found]
    if record.notes:
        lines += ["", record.notes]
    lines += ["", "Activity"]
    lines += [
        f"{item.id:>5}  {item.on}  {sentence(item)}  {item.text}".rstrip() for item in view.events
    ]
    return "\n".join(lines)


def unread_pay(view: "ApplicationView", fields: "ApplicationFields") -> str:
    """A line on each pay that was typed now and holds no amount, to stand below an answer."""
    typed = {"pay": view.record.pay, "ask": view.record.ask}
    return "".join(kept_as_typed(pay) for name, pay in typed.items() if name in fields)


def kept_as_typed(pay: "Pay") -> str:
    """A line on a pay that holds no amount, to stand below an answer; else nothing."""
    if is_read(pay) or not pay.text.strip():
        return ""
    return f"\nNo amount found in {quoted(pay.text)}; kept as typed."


def facts(named: dict[str, object]) -> list[str]:
    """A line each for the facts that are there."""
    return [f"{name:<{_PLACE}} {value}" for name, value in named.items() if value not in ("", None)]


def _standing(view: "ApplicationView") -> dict[str, object]:
    record, silence = view.record, view.silence
    ended = outcome_name(record.outcome) if record.outcome else ""
    return {
        "Stage": f"{stage_name(record.stage)} since {record.since}",
        "Outcome": f"{ended} on {record.closed_on}" if ended else "",
        "Applied": record.applied_on,
        "Quiet": _quiet(silence) if silence else "",
        "On hold": "yes" if record.on_hold else "",
        "Archived": "yes" if record.archived else "",
        "Next": " ".join(filter(None, (record.next_action, str(record.next_action_on or "")))),
        "Waiting on": record.waiting_on,
        "Promised": record.promised_on,
    }


def _quiet(silence: "Silence") -> str:
    days = f"{silence.days} day{'' if silence.days == 1 else 's'} since {silence.since}"
    return f"{days}, too long" if silence.is_quiet else days


def _about(record: "Application") -> dict[str, object]:
    mode = fact_name(record.work_mode) if record.work_mode else ""
    if record.days_on_site is not None:
        mode = ", ".join(filter(None, (mode, f"{record.days_on_site} days a week on site")))
    return {
        "Location": ", ".join(filter(None, (record.location, record.country))),
        "Work mode": mode,
        "Employment": fact_name(record.employment_type) if record.employment_type else "",
        "Level": record.level,
        "Pay": pay_words(record.pay, money.long_range),
        "Asked for": pay_words(record.ask, money.long_range) if record.ask.text else "",
        "Excitement": f"{record.excitement} of 5" if record.excitement else "",
    }


def _search(view: "ApplicationView") -> dict[str, object]:
    record, company = view.record, view.company
    warning = f"avoid: {company.avoid_reason}" if company.avoid_reason else "avoid"
    return {
        "Link": record.url,
        "To apply": record.apply_url,
        "Reference": record.reference,
        "Source": record.source,
        "Channel": fact_name(record.channel) if record.channel else "",
        "Posted": record.posted_on,
        "Deadline": record.deadline,
        "Tags": ", ".join(view.tags),
        "Profile": view.profile.title if view.profile else "",
        "Benchmark": _benchmark_line(view),
        "Letters": ", ".join(f"{line.id} {line.name}" for line in view.letters),
        "Company": " ".join(
            filter(None, (f"({warning})" if company.avoid else "", memory_words(view.memory)))
        ),
    }


def _benchmark_line(view: "ApplicationView") -> str:
    if view.benchmark is None:
        return ""
    words = money.long_range(view.benchmark.range.pay)
    if view.position.value is None:
        return f"{words}. {view.position.reason}"
    return f"{words}; this pay {standing_words(view.position, 'it')}"


def _parts(view: "ApplicationView") -> Iterator[tuple[str, list[str]]]:
    """What hangs on an application, each part under its heading."""
    if view.contacts:
        yield "Contacts", [contact_line(one.contact, one.part) for one in view.contacts]
    if view.interviews:
        yield "Interviews", [interview_line(one) for one in view.interviews]
    if view.offers:
        yield (
            "Offers",
            [f"{one.received_on}  {pay_words(one.pay, money.long_range)}" for one in view.offers],
        )
    if view.documents:
        yield (
            "Files",
            [
                "  ".join(
                    (f"{one.id:>5}", one.kind, one.name, f"sent {one.sent_on}" * bool(one.sent_on))
                )
                for one in view.documents
            ],
        )


def contact_line(contact: "Contact", part: str = "") -> str:
    """A contact in a line: number, name, part, how to reach it."""
    words = (contact.name, part, contact.title, contact.company, contact.email, contact.phone)
    return f"{contact.id:>5}  " + ", ".join(filter(None, words))


def interview_line(interview: "Interview") -> str:
    """An interview in a line: number, when, what, where."""
    when = interview.starts.replace("T", " ")
    words = (
        f"{when} {interview.time_zone}".rstrip(),
        interview_name(interview.kind, interview.round),
        interview.place,
        interview.people,
        fact_name(interview.result) if interview.result else "",
    )
    return f"{interview.id:>5}  " + ", ".join(filter(None, words))
