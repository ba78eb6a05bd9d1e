"""Role profiles from where they come: a page that was read, or the bundled library."""

from decimal import Decimal
from typing import TYPE_CHECKING

from jobtracker.domain.pay import Pay, Period, to_minor
from jobtracker.domain.profiles import (
    LIBRARY,
    Answer,
    Fact,
    QualificationGroup,
    RelatedRole,
    RoleProfile,
)
from jobtracker.domain.salary_ranges import Percentiles, SalaryRange
from jobtracker.exchange.page_profile import from_page

if TYPE_CHECKING:
    from jobtracker.exchange.library import LibraryProfile, LibrarySalary, PayRange

__all__ = ["from_library", "from_page"]


def from_library(entry: "LibraryProfile") -> RoleProfile:
    """A profile of the bundled library, read-only until it is copied."""
    return RoleProfile(
        title=entry.title,
        category=entry.category,
        summary=entry.summary,
        updated_on=entry.updated,
        source=entry.source,
        glance=tuple(Fact(label, value) for label, value in entry.glance),
        duties=entry.duties,
        overview=entry.overview,
        qualifications=tuple(
            QualificationGroup(group.group, group.items) for group in entry.qualifications
        ),
        outlook=entry.outlook,
        skills=entry.skills,
        salaries=tuple(_library_range(salary) for salary in entry.salaries),
        related=tuple(
            RelatedRole(role.title, _library_pay(role), role.description) for role in entry.related
        ),
        letter=entry.letter.text,
        questions=tuple(Answer(q.question, q.answer) for q in entry.questions),
        alternates=entry.alternates,
        code=entry.code,
        origin=LIBRARY,
        library_key=entry.key,
        version=entry.version,
    )


def _library_range(salary: "LibrarySalary") -> SalaryRange:
    points = (salary.p10, salary.p25, salary.p50, salary.p75, salary.p90)
    return SalaryRange(
        level=salary.level,
        pay=_library_pay(salary)._replace(text=salary.text),
        experience=salary.experience,
        place=salary.place,
        kind=salary.kind,
        source=salary.source,
        source_date=salary.source_date,
        licence=salary.licence,
        percentiles=Percentiles(*(_minor(point, salary.currency) for point in points)),
    )


def _library_pay(money: "PayRange") -> Pay:
    low, high = _minor(money.low, money.currency), _minor(money.high, money.currency)
    return Pay(low, high, money.currency, Period(money.period))


def _minor(amount: Decimal | None, currency: str) -> int | None:
    return None if amount is None else to_minor(amount, currency)
