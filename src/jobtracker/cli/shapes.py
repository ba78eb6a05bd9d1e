"""The JSON that the terminal answers with: a public interface, described in docs/cli.md.

Amounts are in major units of their currency; what is unknown is null.
"""

from datetime import date
from typing import TYPE_CHECKING, Any

from jobtracker.domain.pay import Pay, to_major

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationView, Offer
    from jobtracker.domain.companies import Company, CompanyView
    from jobtracker.domain.contacts import Contact
    from jobtracker.domain.documents import Document
    from jobtracker.domain.events import Event
    from jobtracker.domain.gate import Finding
    from jobtracker.domain.interviews import Interview
    from jobtracker.domain.listing import ListRow
    from jobtracker.domain.my_skills import MySkill
    from jobtracker.domain.profiles import RoleProfile
    from jobtracker.domain.salary_ranges import SalaryRange
    from jobtracker.domain.target_roles import TargetRole
    from jobtracker.services.letter_views import LetterView


def number(minor: int | None, currency: str | None) -> int | float | None:
    """An amount in major units: whole where it is whole."""
    if minor is None:
        return None
    major = to_major(minor, currency)
    return int(major) if major == int(major) else float(major)


def pay_range(pay: Pay, low: str = "min", high: str = "max") -> dict[str, Any]:
    return {
        low: number(pay.low, pay.currency),
        high: number(pay.high, pay.currency),
        "currency": pay.currency,
        "period": pay.period.value if pay.period else None,
    }


def amount(pay: Pay) -> dict[str, Any]:
    """A pay as it was typed and as it was understood."""
    return {"text": pay.text, **pay_range(pay), "assumed": list(pay.assumed)}


def application(view: "ApplicationView") -> dict[str, Any]:
    record, linked = view.record, view.profile
    return {
        "id": record.id,
        "uid": record.uid,
        "company": record.company,
        "role": record.role,
        "stage": record.stage.value,
        "stage_since": record.since.isoformat(),
        "outcome": record.outcome.value if record.outcome else None,
        "closed_on": _iso(record.closed_on),
        "applied_on": _iso(record.applied_on),
        "location": record.location,
        **{name: getattr(record, name) for name in _FACTS},
        "url": record.url,
        "pay": amount(record.pay),
        "ask": amount(record.ask),
        "posted_on": _iso(record.posted_on),
        "deadline": _iso(record.deadline),
        "profile": {"id": linked.id, "name": linked.title, "level": linked.level or None}
        if linked
        else None,
        "benchmark": benchmark(view),
        "next_action": record.next_action,
        "next_action_on": _iso(record.next_action_on),
        "waiting_on": record.waiting_on,
        "promised_on": _iso(record.promised_on),
        "quiet": _quiet(view),
        "tags": list(view.tags),
        "custom": {value.name: value.value for value in view.custom},
        "events": [event(item) for item in view.events],
        "contacts": [contact(one.contact) | {"part": one.part} for one in view.contacts],
        "interviews": [interview(one) for one in view.interviews],
        "offers": [offer(one) for one in view.offers],
        "documents": [document(one) for one in view.documents],
        "notes": record.notes,
        "posting": record.posting,
        "posting_captured_on": _iso(record.posting_captured_on),
        "letters": [
            {"id": line.id, "name": line.name, "sent_on": _iso(line.sent_on)}
            for line in view.letters
        ],
    }


_FACTS = (
    "country",
    "work_mode",
    "days_on_site",
    "employment_type",
    "level",
    "apply_url",
    "reference",
    "source",
    "channel",
    "excitement",
    "on_hold",
    "archived",
)
"""What JSON says as the record has it."""


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _quiet(view: "ApplicationView") -> dict[str, Any] | None:
    if view.silence is None:
        return None
    since, days, too_long = view.silence
    return {"since": since.isoformat(), "days": days, "too_long": too_long}


def quiet_line(row: "ListRow", today: date) -> dict[str, Any]:
    since = max(row.contact_on, row.promised_on or "")
    return {
        "id": row.id,
        "company": row.company,
        "role": row.role,
        "stage": row.stage,
        "quiet_since": since,
        "days": (today - date.fromisoformat(since)).days,
    }


def contact(one: "Contact") -> dict[str, Any]:
    return one._asdict()


def interview(one: "Interview") -> dict[str, Any]:
    said = one._asdict() | {"thanked_on": _iso(one.thanked_on)}
    said["application"] = said.pop("application_id")
    return said


def offer(one: "Offer") -> dict[str, Any]:
    return {
        "id": one.id,
        "received_on": one.received_on.isoformat(),
        "pay": amount(one.pay),
        "notes": one.notes,
    }


def document(one: "Document") -> dict[str, Any]:
    said = one._asdict() | {"sent_on": _iso(one.sent_on)}
    said["application"] = said.pop("application_id")
    return said


def company(view: "CompanyView") -> dict[str, Any]:
    known, memory = view.company, view.memory
    return {
        "id": known.id,
        "uid": known.uid,
        "name": known.name,
        "aliases": list(known.aliases),
        "address": known.address.splitlines(),
        "notes": known.notes,
        "avoid": known.avoid,
        "avoid_reason": known.avoid_reason,
        "applied": memory.applied,
        "replies": memory.replies,
        "first_reply_days": list(memory.first_reply_days),
        "interviewed": memory.interviewed,
        "offers": memory.offers,
        "last_applied_on": _iso(memory.last_applied_on),
        "applications": list(view.applications),
    }


def company_line(known: "Company") -> dict[str, Any]:
    return {
        "id": known.id,
        "name": known.name,
        "aliases": list(known.aliases),
        "avoid": known.avoid,
    }


def benchmark(view: "ApplicationView") -> dict[str, Any] | None:
    """The range the pay is held against, and the place in it, see `domain.position`."""
    if view.benchmark is None:
        return None
    salary = view.benchmark.range
    return {
        "profile": view.benchmark.profile,
        **pay_range(salary.pay, "low", "high"),
        "level": salary.level or None,
        "source": salary.source or None,
        "source_date": salary.source_date or None,
        "position": view.position.value,
        "method": view.position.method or None,
        "percentile": view.position.percentile,
        "clamped": view.position.clamped or None,
        "reason": view.position.reason or None,
    }


def event(item: "Event") -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": item.kind.value,
        "on": item.on.isoformat(),
        "from": item.from_value or None,
        "to": item.to_value or None,
        "text": item.text,
        "interview": item.interview_id,
        "offer": item.offer_id,
    }


def salary_range(salary: "SalaryRange") -> dict[str, Any]:
    percentiles = salary.percentiles._asdict().items()
    return {
        "level": salary.level or None,
        "experience": salary.experience or None,
        "place": salary.place or None,
        **pay_range(salary.pay),
        "percentiles": {
            name: number(point, salary.pay.currency)
            for name, point in percentiles
            if point is not None
        },
        "kind": salary.kind or None,
        "source": salary.source or None,
        "source_date": salary.source_date or None,
        "licence": salary.licence or None,
        "text": salary.pay.text or None,
    }


def profile(known: "RoleProfile") -> dict[str, Any]:
    return {
        "id": known.id,
        "uid": known.uid,
        "origin": known.origin,
        "title": known.title,
        "category": known.category or None,
        "updated": known.updated_on.isoformat() if known.updated_on else None,
        "source": known.source or None,
        "summary": known.summary or None,
        "glance": {fact.label: fact.value for fact in known.glance},
        "duties": list(known.duties),
        "overview": list(known.overview),
        "qualifications": [
            {"group": group.group, "items": list(group.items)} for group in known.qualifications
        ],
        "outlook": list(known.outlook),
        "skills": list(known.skills),
        "salaries": [salary_range(salary) for salary in known.salaries],
        "related": [
            {
                "title": role.title,
                **pay_range(role.pay),
                "text": role.pay.text or None,
                "description": role.description or None,
            }
            for role in known.related
        ],
        "letter": known.letter or None,
        "questions": [item._asdict() for item in known.questions],
        "other": list(known.other),
        "alternates": list(known.alternates),
        "code": known.code or None,
        "credit": known.credit or None,
        "notes": known.notes,
        "archived": known.archived,
    }


def target_role(role: "TargetRole") -> dict[str, Any]:
    figures = {name: getattr(role, name) for name in ("floor", "target", "stretch")}
    return {
        "id": role.id,
        "uid": role.uid,
        "title": role.title,
        "level": role.level or None,
        "places": list(role.places),
        "work_mode": role.work_mode or None,
        **{name: number(minor, role.currency) for name, minor in figures.items()},
        "currency": role.currency,
        "period": role.period.value if role.period else None,
        "priority": role.priority,
        "search_words": role.search_words,
        "notes": role.notes,
        "profile": role.profile_id,
        "archived": role.archived,
    }


def my_skill(skill: "MySkill") -> dict[str, Any]:
    return {
        "id": skill.id,
        "uid": skill.uid,
        "name": skill.name,
        "origin": skill.origin,
        "evidence": skill.evidence,
    }


def letter(view: "LetterView") -> dict[str, Any]:
    return {
        "id": view.id,
        "uid": view.uid,
        "application": view.application_id,
        "name": view.name,
        "template": view.template,
        "kind": view.kind.value,
        "language": view.language.value,
        "style": view.look.style.value,
        "paper": view.look.paper.value,
        "fit": view.look.fit,
        "hidden": sorted(view.hidden),
        "frame": dict(view.frame),
        "source": view.text,
        "text": view.composed().text,
        "version": view.version,
        "sent_on": _iso(view.sent_on),
        "fields": [
            {
                "name": field.name,
                "label": field.label,
                "value": field.value or None,
                "source": field.source or None,
            }
            for field in view.fields
        ],
    }


def finding(found: "Finding") -> dict[str, Any]:
    return {
        "rule": found.rule,
        "blocking": found.blocking,
        "field": found.field,
        "text": found.text,
        "start": found.start,
        "end": found.end,
        "message": found.message,
    }
