"""Role profiles: a row each, with their lines, salary ranges, related roles and letter."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from jobtracker.domain.matching import Alternates, name_key
from jobtracker.domain.pay import Pay
from jobtracker.domain.profiles import (
    Answer,
    Fact,
    NamedRole,
    ProfileSummary,
    QualificationGroup,
    RelatedRole,
    RoleProfile,
)
from jobtracker.domain.salary_ranges import whole_range
from jobtracker.storage import can_show, listing, lookup, profile_marks, salary_ranges, target_roles
from jobtracker.storage.schema import (
    ApplicationProfileRow,
    LetterTemplateRow,
    ProfileItemRow,
    ProfileRow,
    RelatedRoleRow,
)
from jobtracker.storage.uids import new_uid

_ALTERNATE = "alternate"
_INSERT_LINE = (
    "INSERT INTO profile_item (profile_id, section, ordinal, heading, body) VALUES (?, ?, ?, ?, ?)"
)
_INSERT_RELATED = (
    "INSERT INTO related_role (profile_id, ordinal, title, low, high, currency, period, text, "
    "description) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


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
    """A new profile with all its parts and what the person keeps about it; its id."""
    row = ProfileRow(uid=new_uid(now), created_at=now.isoformat(), **_own_columns(profile))
    session.add(row)
    session.flush()
    _insert_parts(session, row.id, profile, now)
    profile_marks.put(session, row.id, profile_marks.Mark(profile.notes, profile.archived))
    return row.id


def replace(session: Session, profile_id: int, profile: RoleProfile, now: datetime) -> None:
    """Write a newer version over a profile, keeping its id and so every link to it.

    Its letter keeps its id too: letters written from it, and undo, refer to it. What the person
    said about the profile stays: notes, ticks, "archived".
    """
    row = session.get_one(ProfileRow, profile_id)
    for name, value in _own_columns(profile).items():
        setattr(row, name, value)
    for part in ("profile_item", "related_role"):
        delete_all = f"DELETE FROM {part} WHERE profile_id = ?"
        session.connection().exec_driver_sql(delete_all, (profile_id,))
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
        "code": profile.code,
        "credit": profile.credit,
    }


def _insert_parts(session: Session, key: int, profile: RoleProfile, now: datetime) -> None:
    """Its lines go past the ORM: a file brings tens of thousands of them."""
    lines = [
        (key, line.section, n, line.heading, line.body) for n, line in enumerate(_lines(profile))
    ]
    related = [
        (key, n, role.title, *_pay_columns(role.pay), role.description)
        for n, role in enumerate(profile.related)
    ]
    connection = session.connection()
    for statement, rows in ((_INSERT_LINE, lines), (_INSERT_RELATED, related)):
        if rows:
            connection.exec_driver_sql(statement, rows)
    salary_ranges.replace(session, key, profile.salaries, now)
    _write_letter(session, key, profile, now)
    session.flush()


def _pay_columns(pay: Pay) -> tuple[object, ...]:
    return pay.low, pay.high, pay.currency, pay.period, pay.text


def _write_letter(session: Session, key: int, profile: RoleProfile, now: datetime) -> None:
    its_letter = LetterTemplateRow.profile_id == key
    if not profile.letter:
        delete_it = "DELETE FROM letter_template WHERE profile_id = ?"
        session.connection().exec_driver_sql(delete_it, (key,))
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
    for title in profile.alternates:
        yield Line(_ALTERNATE, name_key(title), title)
    for group in profile.qualifications:
        for item in group.items or ("",):
            yield Line("qualification", group.group, item)
    for answer in profile.questions:
        yield Line("question", answer.question, answer.answer)


def load(session: Session, profile_id: int) -> RoleProfile:
    """The whole profile, in seven statements; NotFoundError where it is gone."""
    lookup.id_of(session, ProfileRow.id, ProfileRow.uid, str(profile_id), "profile")
    row = session.get_one(ProfileRow, profile_id)
    lines = defaultdict(list)
    items = select(ProfileItemRow.section, ProfileItemRow.heading, ProfileItemRow.body)
    for section, heading, body in session.execute(
        items.where(ProfileItemRow.profile_id == profile_id).order_by(ProfileItemRow.ordinal)
    ):
        lines[section].append((heading, body))
    mark = profile_marks.of(session, profile_id)
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
        salaries=salary_ranges.of(session, [profile_id]).get(profile_id, ()),
        related=_related(session, profile_id),
        letter=_letter(session, profile_id),
        questions=tuple(Answer(*line) for line in lines["question"]),
        other=_bodies(lines["other"]),
        alternates=_bodies(lines[_ALTERNATE]),
        code=row.code,
        credit=row.credit,
        notes=mark.notes,
        archived=mark.archived,
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


def summaries(session: Session) -> list[ProfileSummary]:
    """All profiles by title, a person's own before the library's of the same name."""
    counted = (
        select(ApplicationProfileRow.profile_id, func.count())
        .where(ApplicationProfileRow.ordinal == 0)
        .group_by(ApplicationProfileRow.profile_id)
    )
    counts = {row[0]: row[1] for row in session.execute(counted)}
    all_ranges, put_away = salary_ranges.of(session), profile_marks.archived(session)
    chosen = select(ProfileRow.id, ProfileRow.title, ProfileRow.category, ProfileRow.origin)
    rows = session.execute(
        chosen.add_columns(ProfileRow.code, ProfileRow.source).order_by(
            func.lower(ProfileRow.title), ProfileRow.origin.desc()
        )
    )
    return [
        ProfileSummary(
            key,
            title,
            category,
            origin,
            whole_range(all_ranges.get(key, ())),
            counts.get(key, 0),
            archived=key in put_away,
            code=code,
            source=source,
        )
        for key, title, category, origin, code, source in rows
    ]


def titles(session: Session) -> list[tuple[int, str]]:
    """(id, title) of every profile, a person's own first."""
    return [(key, title) for key, title in session.connection().execute(_TITLES)]


_TITLES = select(ProfileRow.id, ProfileRow.title).order_by(ProfileRow.origin.desc(), ProfileRow.id)


def named(session: Session) -> list[NamedRole]:
    """Every profile by the names of its role, a person's own first; two statements."""
    alternates = defaultdict(list)
    other_names = select(ProfileItemRow.profile_id, ProfileItemRow.body)
    for key, body in session.execute(
        other_names.where(ProfileItemRow.section == _ALTERNATE).order_by(
            ProfileItemRow.profile_id, ProfileItemRow.ordinal
        )
    ):
        alternates[key].append(body)
    return [
        NamedRole(key, title, tuple(alternates[key]), code)
        for key, title, code in session.execute(_TITLES.add_columns(ProfileRow.code))
    ]


def skills(session: Session) -> list[tuple[int, str, str]]:
    """(id, title, skill) of every profile that is not archived, by title."""
    found = session.connection().exec_driver_sql(
        "SELECT profile.id, profile.title, profile_item.body FROM profile_item "
        "JOIN profile ON profile.id = profile_item.profile_id "
        "LEFT JOIN profile_mark ON profile_mark.profile_id = profile.id "
        "WHERE profile_item.section = 'skill' AND coalesce(profile_mark.archived, 0) = 0 "
        "ORDER BY profile.title, profile_item.ordinal"
    )
    return [(key, title, skill) for key, title, skill in found]


def alternates(session: Session, keys: Iterable[str] | None = None) -> Alternates:
    """The alternate titles that have these keys, or all, see `domain.matching.name_key`."""
    query = "SELECT heading, profile_id, body FROM profile_item WHERE section = 'alternate'"
    wanted: tuple[str, ...] = ()
    if keys is not None:
        wanted = tuple(keys)
        query += f" AND heading IN ({', '.join('?' * len(wanted))})"
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for key, profile_id, title in session.connection().exec_driver_sql(query, wanted):
        found[key].append((profile_id, title))
    return found


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
    """Whether anything of the person's own hangs on it: it is then not to be taken away."""
    chosen = select(ApplicationProfileRow.id).where(ApplicationProfileRow.profile_id == profile_id)
    return (
        session.scalar(chosen.limit(1)) is not None
        or bool(can_show.of(session, [profile_id]))
        or profile_marks.of(session, profile_id) != profile_marks.Mark()
        or bool(target_roles.of_profile(session, profile_id))
    )


def own_titles(session: Session) -> dict[str, int]:
    """The person's own profiles by their title with its case folded; the newest of two."""
    chosen = select(ProfileRow.title, ProfileRow.id).where(ProfileRow.origin == "own")
    return {title.casefold(): key for title, key in session.execute(chosen.order_by(ProfileRow.id))}


def own_sources(session: Session) -> list[tuple[str, str]]:
    """(source, title) of the person's own profiles."""
    chosen = select(ProfileRow.source, ProfileRow.title).where(ProfileRow.origin == "own")
    return [(source, title) for source, title in session.execute(chosen)]


def own_titled(session: Session, title: str) -> int | None:
    """The person's own profile of this title, case apart."""
    chosen = select(ProfileRow.id, ProfileRow.title).where(ProfileRow.origin == "own")
    rows = session.execute(chosen.order_by(ProfileRow.id.desc()))
    wanted = title.casefold()  # SQLite's lower() knows only the letters of English
    return next((key for key, known in rows if known.casefold() == wanted), None)
