"""A page that was read, as a role profile in exact money."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jobtracker.domain.letter_addressing import greeting_left_open
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_samples import template_from_sample
from jobtracker.domain.pay import Pay
from jobtracker.domain.profiles import RelatedRole, RoleProfile
from jobtracker.domain.salary_ranges import Percentiles, SalaryRange

if TYPE_CHECKING:
    from jobtracker.exchange.profile_records import ProfilePage, SalaryFigure

PAGE_SOURCE = "saved page"

_PARTS = (
    "glance",
    "duties",
    "qualifications",
    "overview",
    "outlook",
    "salaries",
    "related",
    "letter",
    "questions",
)


def from_page(page: "ProfilePage", source: str = PAGE_SOURCE) -> RoleProfile:
    """A person's own profile from a page; its sample letter becomes a template."""
    return RoleProfile(
        title=page.title,
        category=page.category,
        summary=page.summary,
        updated_on=page.updated,
        source=source,
        glance=page.glance,
        duties=page.duties,
        overview=page.overview,
        qualifications=page.qualifications,
        outlook=page.outlook,
        salaries=tuple(ranges_of(page.salaries, source)),
        related=tuple(
            RelatedRole(role.title, (role.pay or Pay())._replace(text=role.text), role.description)
            for role in page.related
        ),
        letter=_template(page.letter.text) if page.letter else "",
        questions=page.questions,
        other=page.other,
    )


def says_anything(profile: RoleProfile) -> bool:
    """Whether it holds more than a title and loose lines: text without that is no profile."""
    return bool(parts_of(profile))


def parts_of(profile: RoleProfile) -> list[str]:
    """The parts of a profile in which anything stands."""
    return [part for part in _PARTS if getattr(profile, part)]


def _template(sample: str) -> str:
    """A sample letter as a template; a profile's is in English."""
    return greeting_left_open(template_from_sample(sample), Language.ENGLISH)


def ranges_of(figures: Sequence["SalaryFigure"], source: str) -> Iterator[SalaryRange]:
    """One range for each figure stated as such; statistics that follow each other make one
    together, until one of them comes again: then the page speaks of somebody else.
    """
    gathered: list[SalaryFigure] = []
    for figure in figures:
        same = gathered and _group(figure) == _group(gathered[0])
        told = {earlier.statistic for earlier in gathered}
        if gathered and (not same or not figure.statistic or figure.statistic in told):
            yield _from_statistics(gathered, source)
            gathered = []
        if figure.statistic:
            gathered.append(figure)
        else:
            yield SalaryRange(
                level=figure.level,
                pay=figure.pay._replace(text=figure.text),
                experience=figure.experience,
                source=source,
                source_date=figure.source_date,
            )
    if gathered:
        yield _from_statistics(gathered, source)


def _group(figure: "SalaryFigure") -> tuple[str, str | None, str | None]:
    return figure.level, figure.pay.currency, figure.pay.period


def _from_statistics(figures: Sequence["SalaryFigure"], source: str) -> SalaryRange:
    """A range from percentiles: its ends are the quarters, else the tenths, else the middle."""
    first = figures[0]
    known = {figure.statistic: figure.pay.low for figure in figures}
    middle = known.get("median", known.get("mean"))
    points = Percentiles(
        known.get("p10"), known.get("p25"), known.get("median"), known.get("p75"), known.get("p90")
    )
    low = next((p for p in (points.p25, points.p10, middle) if p is not None), None)
    high = next((p for p in (points.p75, points.p90, middle) if p is not None), None)
    return SalaryRange(
        level=first.level,
        pay=first.pay._replace(low=low, high=high, text=first.text),
        experience=first.experience,
        source=source,
        source_date=first.source_date,
        percentiles=points,
    )
