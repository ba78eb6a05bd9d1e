"""Role profiles: a row each, with their lines, salary ranges, related roles and letter."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from jobtracker.domain.profiles import (
    Answer,
    Fact,
    ProfileSummary,
    QualificationGroup,
    RelatedRole,
    RoleProfile,
)
from jobtracker.domain.salary_ranges import Percentiles, SalaryRange, whole_range
from jobtracker.storage import listing, lookup
from jobtracker.storage.schema import (
    ApplicationProfileRow,
    LetterTemplateRow,
    ProfileItemRow,
    ProfileRow,
    RelatedRoleRow,
    SalaryRangeRow,
)
from jobtracker.storage.uids import new_uid


class Line(NamedTuple):
    """One `profile_item`: an at-a-glance fact, a duty, an answer."""

    section: str
    heading: str
    body: str


def id_of(session: Session, reference: str) -> int:
    """The profile of this number, uid, library key or exact title (case apart).

    A person's own profile wins over the library's of the same title.
    """
    text = reference.strip().casefold()
    rows = session.execute(
        select(ProfileRow.id, ProfileRow.title, ProfileRow.library_key).order_by(
            ProfileRow.origin.desc(), ProfileRow.id.desc()
        )
    ).all()
    for key, title, library_key in rows:
        if text in (title.casefold(), library_key):
            return key
    return lookup.id_of(session, ProfileRow.id, ProfileRow.uid, reference, "profile")


def insert(session: Session, profile: RoleProfile, now: datetime) -> int:
    """A new profile with all its parts; its id."""
    row = ProfileRow(uid=new_uid(now), created_at=now.isoformat(), **_own_columns(profile))
    session.add(row)
    session.flush()
    _insert_parts(session, row.id, profile, now)
    return row.id


def replace(session: Session, profile_id: int, profile: RoleProfile, now: datetime) -> None:
    """Write a newer version over a profile, keeping its id and so every link to it.

    Its letter keeps its id too: letters written from it, and undo, refer to it.
    """
    row = session.get_one(ProfileRow, profile_id)
    for name, value in _own_columns(profile).items():
        setattr(row, name, value)
    for part in (ProfileItemRow, SalaryRangeRow, RelatedRoleRow):
        session.execute(delete(part).where(part.profile_id == profile_id))
    _insert_parts(session, profile_id, profile, now)


def remove(session: Session, profile_id: int) -> None:
    session.execute(delete(ProfileRow).where(ProfileRow.id == profile_id))


def _own_columns(profile: RoleProfile) -> dict[str, Any]:
    return {
        "origin": profile.origin,
        "library_key": profile.library_key,
        "version": profile.version,
        "title": profile.title,
        "category": profile.category,
        "summary": profile.summary,
        "updated_on": profile.updated_on.isoformat() if profile.updated_on else None,
        "source": profile.source,
    }


def _insert_parts(session: Session, key: int, profile: RoleProfile, now: datetime) -> None:
    session.add_all(
        ProfileItemRow(
            profile_id=key,
            section=line.section,
            ordinal=number,
            heading=line.heading,
            body=line.body,
        )
        for number, line in enumerate(_lines(profile))
    )
    session.add_all(
        _range_row(key, number, salary, now) for number, salary in enumerate(profile.salaries)
    )
    session.add_all(
        RelatedRoleRow(
            profile_id=key,
            ordinal=number,
            title=role.title,
            low=role.pay.low,
            high=role.pay.high,
            currency=role.pay.currency,
            period=role.pay.period,
            text=role.pay.text,
            description=role.description,
        )
        for number, role in enumerate(profile.related)
    )
    _write_letter(session, key, profile, now)
    session.flush()


def _write_letter(session: Session, key: int, profile: RoleProfile, now: datetime) -> None:
    its_letter = LetterTemplateRow.profile_id == key
    if not profile.letter:
        session.execute(delete(LetterTemplateRow).where(its_letter))
        return
    row = session.scalar(select(LetterTemplateRow).where(its_letter)) or LetterTemplateRow(
        uid=new_uid(now), origin="", profile_id=key, name="", text="", created_at=now.isoformat()
    )
    row.origin, row.library_key, row.version = profile.origin, profile.library_key, profile.version
    row.name, row.purpose = profile.title, f"Sample letter of {profile.title}"
    row.text = profile.letter
    session.add(row)


def _lines(profile: RoleProfile) -> Iterator[Line]:
    for fact in profile.glance:
        yield Line("glance", fact.label, fact.value)
    for section, bodies in (
        ("duty", profile.duties),
        ("overview", profile.overview),
        ("outlook", profile.outlook),
        ("skill", profile.skills),
        ("other", profile.other),
    ):
        for body in bodies:
            yield Line(section, "", body)
    for group in profile.qualifications:
        for item in group.items or ("",):
            yield Line("qualification", group.group, item)
    for answer in profile.questions:
        yield Line("question", answer.question, answer.answer)


def _range_row(key: int, number: int, salary: SalaryRange, now: datetime) -> SalaryRangeRow:
    return SalaryRangeRow(
        uid=new_uid(now),
        profile_id=key,
        ordinal=number,
        level=salary.level,
        experience=salary.experience,
        place=salary.place,
        low=salary.pay.low,
        high=salary.pay.high,
        currency=salary.pay.currency,
        period=salary.pay.period,
        text=salary.pay.text,
        assumed=",".join(salary.pay.assumed),
        kind=salary.kind,
        source=salary.source,
        source_date=salary.source_date,
        licence=salary.licence,
        **salary.percentiles._asdict(),
    )


def load(session: Session, profile_id: int) -> RoleProfile:
    """The whole profile, in six statements; NotFoundError where it is gone."""
    lookup.id_of(session, ProfileRow.id, ProfileRow.uid, str(profile_id), "profile")
    row = session.get_one(ProfileRow, profile_id)
    lines = defaultdict(list)
    items = select(ProfileItemRow.section, ProfileItemRow.heading, ProfileItemRow.body)
    for section, heading, body in session.execute(
        items.where(ProfileItemRow.profile_id == profile_id).order_by(ProfileItemRow.ordinal)
    ):
        lines[section].append((heading, body))
    return RoleProfile(
        id=row.id,
        uid=row.uid,
        origin=row.origin,
        library_key=row.library_key,
        version=row.version,
        title=row.title,
        category=row.category,
        summary=row.summary,
        updated_on=date.fromisoformat(row.updated_on) if row.updated_on else None,
        source=row.source,
        glance=tuple(Fact(*line) for line in lines["glance"]),
        duties=_bodies(lines["duty"]),
        overview=_bodies(lines["overview"]),
        qualifications=_groups(lines["qualification"]),
        outlook=_bodies(lines["outlook"]),
        skills=_bodies(lines["skill"]),
        salaries=ranges(session, [profile_id]).get(profile_id, ()),
        related=_related(session, profile_id),
        letter=_letter(session, profile_id),
        questions=tuple(Answer(*line) for line in lines["question"]),
        other=_bodies(lines["other"]),
    )


def _bodies(lines: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(body for _, body in lines)


def _groups(lines: Iterable[tuple[str, str]]) -> tuple[QualificationGroup, ...]:
    return tuple(
        QualificationGroup(group, tuple(body for _, body in items if body))
        for group, items in groupby(lines, key=lambda line: line[0])
    )


def _related(session: Session, profile_id: int) -> tuple[RelatedRole, ...]:
    rows = session.scalars(
        select(RelatedRoleRow)
        .where(RelatedRoleRow.profile_id == profile_id)
        .order_by(RelatedRoleRow.ordinal)
    )
    return tuple(
        RelatedRole(
            row.title,
            listing.pay_of(row.low, row.high, row.currency, row.period, row.text),
            row.description,
        )
        for row in rows
    )


def _letter(session: Session, profile_id: int) -> str:
    chosen = select(LetterTemplateRow.text).where(LetterTemplateRow.profile_id == profile_id)
    return session.scalar(chosen.order_by(LetterTemplateRow.id)) or ""


def ranges(
    session: Session, profile_ids: Sequence[int] | None = None
) -> dict[int, tuple[SalaryRange, ...]]:
    """The salary ranges of these profiles, or of all, each profile's in order."""
    chosen = select(SalaryRangeRow).order_by(SalaryRangeRow.profile_id, SalaryRangeRow.ordinal)
    if profile_ids is not None:
        chosen = chosen.where(SalaryRangeRow.profile_id.in_(profile_ids))
    by_profile = groupby(session.scalars(chosen), key=lambda row: row.profile_id)
    return {key: tuple(_range(row) for row in rows) for key, rows in by_profile}


def _range(row: SalaryRangeRow) -> SalaryRange:
    return SalaryRange(
        level=row.level,
        pay=listing.pay_of(row.low, row.high, row.currency, row.period, row.text, row.assumed),
        experience=row.experience,
        place=row.place,
        kind=row.kind,
        source=row.source,
        source_date=row.source_date,
        licence=row.licence,
        percentiles=Percentiles(row.p10, row.p25, row.p50, row.p75, row.p90),
    )


def summaries(session: Session) -> list[ProfileSummary]:
    """All profiles by title, a person's own before the library's of the same name."""
    counted = (
        select(ApplicationProfileRow.profile_id, func.count())
        .where(ApplicationProfileRow.ordinal == 0)
        .group_by(ApplicationProfileRow.profile_id)
    )
    counts = {row[0]: row[1] for row in session.execute(counted)}
    all_ranges = ranges(session)
    rows = session.execute(
        select(ProfileRow.id, ProfileRow.title, ProfileRow.category, ProfileRow.origin).order_by(
            func.lower(ProfileRow.title), ProfileRow.origin.desc()
        )
    )
    return [
        ProfileSummary(
            key, title, category, origin, whole_range(all_ranges.get(key, ())), counts.get(key, 0)
        )
        for key, title, category, origin in rows
    ]


def titles(session: Session) -> list[tuple[int, str]]:
    """(id, title) of every profile, a person's own first."""
    return [(key, title) for key, title in session.connection().execute(_TITLES)]


_TITLES = select(ProfileRow.id, ProfileRow.title).order_by(ProfileRow.origin.desc(), ProfileRow.id)


class Held(NamedTuple):
    """A library entry as the workspace holds it: row id, key and version."""

    id: int
    key: str
    version: int


def held_library(session: Session) -> list[Held]:
    """The bundled profiles that this workspace holds."""
    rows = session.execute(
        select(ProfileRow.id, ProfileRow.library_key, ProfileRow.version).where(
            ProfileRow.origin == "library"
        )
    )
    return [Held(key, library_key or "", version) for key, library_key, version in rows]


def is_linked(session: Session, profile_id: int) -> bool:
    chosen = select(ApplicationProfileRow.id).where(ApplicationProfileRow.profile_id == profile_id)
    return session.scalar(chosen.limit(1)) is not None


def own_titled(session: Session, title: str) -> int | None:
    """The person's own profile of this title, case apart."""
    chosen = select(ProfileRow.id, ProfileRow.title).where(ProfileRow.origin == "own")
    rows = session.execute(chosen.order_by(ProfileRow.id.desc()))
    wanted = title.casefold()  # SQLite's lower() knows only the letters of English
    return next((key for key, known in rows if known.casefold() == wanted), None)
