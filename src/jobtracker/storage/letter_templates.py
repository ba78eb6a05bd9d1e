"""Letter templates: general ones, the samples of profiles, and those with a Word file."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.storage import documents, lookup, rows
from jobtracker.storage.profiles import Held
from jobtracker.storage.schema import LetterTemplateRow
from jobtracker.storage.uids import new_uid


class Template(NamedTuple):
    """A template as stored; `profile_id` is set on the sample letter of a profile, `form` where
    it has a Word file of its own, to be filled on export.
    """

    id: int
    name: str
    purpose: str
    origin: str
    profile_id: int | None
    text: str
    kind: LetterKind = LetterKind.COVER_LETTER
    language: Language = Language.ENGLISH
    form: bool = False


def id_of(session: Session, reference: str) -> int:
    """The template of this number, uid, library key or name; general ones before samples.

    Raises InvalidInputError where several have the name.
    """
    text = reference.strip().casefold()
    rows = session.execute(
        select(
            LetterTemplateRow.id,
            LetterTemplateRow.name,
            LetterTemplateRow.library_key,
            LetterTemplateRow.profile_id,
        ).order_by(LetterTemplateRow.profile_id.is_not(None), LetterTemplateRow.id.desc())
    ).all()
    by_key = [key for key, _, library_key, _ in rows if text and text == library_key]
    named = [(key, of) for key, name, _, of in rows if text == name.casefold()]
    general = [key for key, profile_id in named if profile_id is None]
    found = general or by_key[:1] or [key for key, _ in named]
    if found:
        return lookup.only_one(found, reference, "letter template")
    return lookup.id_of(
        session, LetterTemplateRow.id, LetterTemplateRow.uid, reference, "letter template"
    )


def insert(
    session: Session,
    template: Template,
    now: datetime,
    library_key: str | None = None,
    version: int = 1,
    form: bytes | None = None,
) -> int:
    """Store a template (its `id` and `form` are ignored) with its Word file; the new id."""
    row = LetterTemplateRow(
        uid=new_uid(now),
        origin=template.origin,
        library_key=library_key,
        version=version,
        profile_id=template.profile_id,
        kind=template.kind.value,
        language=template.language.value,
        name=template.name,
        purpose=template.purpose,
        text=template.text,
        form_hash=None if form is None else documents.keep_bytes(session, form),
        created_at=now.isoformat(),
    )
    session.add(row)
    session.flush()
    return row.id


def replace(session: Session, held: Held, template: Template, version: int) -> None:
    change(session, template._replace(id=held.id))
    session.get_one(LetterTemplateRow, held.id).version = version


def change(session: Session, template: Template) -> None:
    """Give a template the name, purpose, text, kind and language of this one."""
    row = session.get_one(LetterTemplateRow, template.id)
    row.name, row.purpose, row.text = template.name, template.purpose, template.text
    row.kind, row.language = template.kind.value, template.language.value


def remove(session: Session, template_id: int) -> None:
    """Letters written from it stay."""
    rows.remove(session, LetterTemplateRow, [template_id])


def form_of(session: Session, template_id: int) -> bytes | None:
    """The template's own Word file, to be filled; None where it has none."""
    found = session.connection().exec_driver_sql(
        "SELECT b.bytes FROM letter_template t JOIN blob b ON b.hash = t.form_hash WHERE t.id = ?",
        (template_id,),
    )
    form: bytes | None = found.scalar()
    return form


def held(session: Session) -> list[Held]:
    """The bundled general templates that this workspace holds."""
    rows = session.execute(
        select(
            LetterTemplateRow.id, LetterTemplateRow.library_key, LetterTemplateRow.version
        ).where(LetterTemplateRow.origin == "library", LetterTemplateRow.profile_id.is_(None))
    )
    return [Held(key, library_key or "", version) for key, library_key, version in rows]


def every(session: Session) -> list[Template]:
    """All templates: general ones first, then the samples of profiles, by name."""
    rows = session.scalars(
        select(LetterTemplateRow).order_by(
            LetterTemplateRow.profile_id.is_not(None), func.lower(LetterTemplateRow.name)
        )
    )
    return [_template(row) for row in rows]


def load(session: Session, template_id: int) -> Template:
    return _template(session.get_one(LetterTemplateRow, template_id))


def _template(row: LetterTemplateRow) -> Template:
    return Template(
        row.id,
        row.name,
        row.purpose,
        row.origin,
        row.profile_id,
        row.text,
        LetterKind(row.kind),
        Language(row.language),
        row.form_hash is not None,
    )
