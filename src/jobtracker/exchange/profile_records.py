"""What a role-profile page says, as checked values, and its public JSON shape."""

from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict

from jobtracker.domain.pay import Pay, to_major
from jobtracker.domain.profiles import Answer, Fact, QualificationGroup


class Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SalaryFigure(Record):
    """A figure the page states: what a level earns, or where the middle or an end of pay lies.

    `level` is a lower-case word ("senior"), empty for the whole role; `experience` is as
    written ("3–5 years"). `statistic` is "median", "mean", "p10", "p25", "p75" or "p90" where
    the page says that the figure is one, else empty. `source_date` is an ISO date or the part
    of one that is known ("2024-05"). `text` is the sentence or row it stands in.
    """

    level: str = ""
    experience: str = ""
    statistic: str = ""
    pay: Pay
    text: str
    source_date: str = ""


class RelatedRoleEntry(Record):
    """A role named as similar; `text` is its pay as the page prints it."""

    title: str
    pay: Pay | None = None
    text: str = ""
    description: str = ""


class SampleLetter(Record):
    """A letter, paragraphs apart by an empty line; placeholders in order of first use."""

    text: str
    placeholders: tuple[str, ...] = ()


class ProfilePage(Record):
    """A page by its parts; `other` holds every line that no part claims, in page order."""

    title: str = ""
    category: str = ""
    updated: date | None = None
    updated_text: str = ""
    summary: str = ""
    glance: tuple[Fact, ...] = ()
    duties: tuple[str, ...] = ()
    overview: tuple[str, ...] = ()
    qualifications: tuple[QualificationGroup, ...] = ()
    outlook: tuple[str, ...] = ()
    salaries: tuple[SalaryFigure, ...] = ()
    related: tuple[RelatedRoleEntry, ...] = ()
    letter: SampleLetter | None = None
    questions: tuple[Answer, ...] = ()
    other: tuple[str, ...] = ()


def to_json(page: ProfilePage) -> dict[str, Any]:
    """The page as `jobtracker read --as profile --json` prints it.

    Amounts are in major units; what is unknown is None. A label met twice in the glance
    keeps both values, a line each.
    """
    glance: dict[str, str] = {}
    for label, value in page.glance:
        glance[label] = f"{glance[label]}\n{value}" if label in glance else value
    letter = page.letter
    return {
        "title": page.title or None,
        "category": page.category or None,
        "updated": page.updated.isoformat() if page.updated else None,
        "summary": page.summary or None,
        "glance": glance,
        "duties": list(page.duties),
        "overview": list(page.overview),
        "qualifications": [
            {"group": group or None, "items": list(items)} for group, items in page.qualifications
        ],
        "outlook": list(page.outlook),
        "salaries": [_salary_json(figure) for figure in page.salaries],
        "related": [_related_json(role) for role in page.related],
        "letter": letter and {"text": letter.text, "placeholders": list(letter.placeholders)},
        "questions": [{"question": q, "answer": a} for q, a in page.questions],
        "other": list(page.other),
    }


def _salary_json(figure: SalaryFigure) -> dict[str, Any]:
    return {
        "level": figure.level or None,
        "experience": figure.experience or None,
        **_pay_json(figure.pay),
        "text": figure.text,
    }


def _related_json(role: RelatedRoleEntry) -> dict[str, Any]:
    return {
        "title": role.title,
        **_pay_json(role.pay or Pay()),
        "text": role.text or None,
        "description": role.description or None,
    }


def _pay_json(pay: Pay) -> dict[str, Any]:
    return {
        "min": _major(pay.low, pay.currency),
        "max": _major(pay.high, pay.currency),
        "currency": pay.currency,
        "period": pay.period.value if pay.period else None,
    }


def _major(amount: int | None, currency: str | None) -> int | float | None:
    """An amount as JSON writes it: whole where it is whole."""
    if amount is None:
        return None
    major = to_major(amount, currency)
    return int(major) if major == major.to_integral_value() else float(major)
