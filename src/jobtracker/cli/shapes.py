"""The JSON that the terminal answers with: a public interface, described in docs/cli.md.

Amounts are in major units of their currency; what is unknown is null.
"""

from typing import TYPE_CHECKING, Any

from jobtracker.domain.pay import Pay, to_major

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationView
    from jobtracker.domain.events import Event
    from jobtracker.domain.gate import Finding
    from jobtracker.domain.profiles import RoleProfile
    from jobtracker.domain.salary_ranges import SalaryRange
    from jobtracker.services.letters import LetterView


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
        "closed_on": record.closed_on.isoformat() if record.closed_on else None,
        "applied_on": record.applied_on.isoformat() if record.applied_on else None,
        "location": record.location,
        "url": record.url,
        "pay": {
            "text": record.pay.text,
            **pay_range(record.pay),
            "assumed": list(record.pay.assumed),
        },
        "profile": {"id": linked.id, "name": linked.title, "level": linked.level or None}
        if linked
        else None,
        "benchmark": benchmark(view),
        "next_action": record.next_action,
        "next_action_on": record.next_action_on.isoformat() if record.next_action_on else None,
        "events": [event(item) for item in view.events],
        "notes": record.notes,
        "posting": record.posting,
        "letters": [{"id": line.id, "name": line.name} for line in view.letters],
    }


def benchmark(view: "ApplicationView") -> dict[str, Any] | None:
    """The range the pay is held against; `position` is 0 at its low end and 1 at its high."""
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
        "reason": view.position.reason or None,
    }


def event(item: "Event") -> dict[str, Any]:
    return {
        "kind": item.kind.value,
        "on": item.on.isoformat(),
        "from": item.from_value or None,
        "to": item.to_value or None,
        "text": item.text,
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
    }


def letter(view: "LetterView") -> dict[str, Any]:
    return {
        "id": view.id,
        "uid": view.uid,
        "application": view.application_id,
        "template": view.template,
        "text": view.filled().text,
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
