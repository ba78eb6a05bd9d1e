"""What of each table goes into an archive, and how its rows name each other there.

It follows from the schema: a column is a field of the same name, a foreign key one without "_id"
that holds the other record's uid. What is left out is named here with its reason.
"""

from functools import cache
from typing import Final, NamedTuple

from sqlalchemy import Column

from jobtracker.storage.schema import Base

LEFT_OUT_TABLES: Final = {
    "journal_step": "the steps of undo belong to one file",
    "journal_change": "the steps of undo belong to one file",
    "state": "what the program notes about one file: its library, its drafts",
    "blob": "the bytes are files of the archive, named by their hash",
}
LEFT_OUT_COLUMNS: Final = {
    "company.name_key": "folded anew",
    "company_alias.name_key": "folded anew",
    "tag.name_key": "folded anew",
    "custom_field.name_key": "folded anew",
    "my_skill.name_key": "folded anew",
    "can_show.text_key": "folded anew",
    "salary_row.role_key": "folded anew",
    "salary_row.place_key": "folded anew",
    "application.role_key": "folded anew",
    "application.company_key": "folded anew",
    "application.location_key": "folded anew",
    "application.standing": "follows from archived, outcome and stage",
    "application.pay_rank": "follows from the pay",
    "profile.origin": "only a person's own profiles are in an archive",
    "letter_template.origin": "only a person's own templates are in an archive",
}
MACHINE_SETTINGS: Final = ("backup.folder",)
"""Settings that name a place on one computer: they stay there, and none is taken from a file."""

_OWN: Final = {
    "profile": "t.origin <> 'library'",
    "profile_item": "t.profile_id IN (SELECT id FROM profile WHERE origin <> 'library')",
    "salary_range": "t.profile_id IN (SELECT id FROM profile WHERE origin <> 'library')",
    "related_role": "t.profile_id IN (SELECT id FROM profile WHERE origin <> 'library')",
    "letter_template": "t.origin <> 'library'",
    "setting": "t.name NOT IN ('" + "', '".join(MACHINE_SETTINGS) + "')",
}
"""Which rows are a person's, where not all are."""

_FLAGS: Final = {
    "company": {"avoid"},
    "target_role": {"archived"},
    "application": {"archived", "on_hold"},
    "offer": {"what_if"},
    "profile_mark": {"archived"},
    "letter": {"fit"},
}
_JSON: Final = {
    "target_role": {"places"},
    "offer": {"package"},
    "letter": {"field_values", "frame", "hidden"},
    "letter_version": {"field_values", "shape", "frozen"},
    "letter_block": {"tags"},
    "saved_view": {"query"},
    "setting": {"value"},
}
REFERRED_BY: Final = {
    "profile": "CASE r.origin WHEN 'library' THEN 'library:' || r.library_key ELSE r.uid END",
    "letter_template": (
        "CASE WHEN r.origin <> 'library' THEN r.uid WHEN r.profile_id IS NULL "
        "THEN 'library:' || r.library_key ELSE 'library-sample:' || r.library_key END"
    ),
    "tag": "r.name",
}
"""SQL for what names a record where that is not its uid: a key of the library, a tag's name."""

LIBRARY: Final = "library"
"""What the name of a record of the library begins with."""


class Reference(NamedTuple):
    """A foreign key: the column, the field that names the other record, and the other table."""

    column: str
    field: str
    table: str
    nullable: bool


class Shape(NamedTuple):
    """A table in an archive: `columns` are fields as they are, `flags` those that are yes or no,
    `json` those that hold JSON; `derived` are columns that are not in the archive.
    """

    table: str
    columns: tuple[str, ...]
    references: tuple[Reference, ...]
    flags: frozenset[str]
    json: frozenset[str]
    derived: tuple[str, ...]
    own: str

    @property
    def fields(self) -> tuple[str, ...]:
        return (*self.columns, *(reference.field for reference in self.references))


@cache
def shape_of(table: str) -> Shape:
    """The shape of a table that is in archives."""
    columns = [column for column in Base.metadata.tables[table].c if column.name != "id"]
    references = tuple(found for column in columns if (found := _reference(column)) is not None)
    referring = {reference.column for reference in references}
    derived = tuple(c.name for c in columns if f"{table}.{c.name}" in LEFT_OUT_COLUMNS)
    return Shape(
        table,
        tuple(c.name for c in columns if c.name not in referring and c.name not in derived),
        references,
        frozenset(_FLAGS.get(table, ())),
        frozenset(_JSON.get(table, ())),
        derived,
        _OWN.get(table, "1"),
    )


def _reference(column: Column[object]) -> Reference | None:
    for key in column.foreign_keys:
        other = key.target_fullname.partition(".")[0]
        if other != "blob":
            field = column.name.removesuffix("_id")
            return Reference(column.name, field, other, bool(column.nullable))
    return None
