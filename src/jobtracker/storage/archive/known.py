"""Who is there already: an archive's records are told from those of the workspace.

A record is known by its uid; one without a uid, and what there can be only one of (a company of a
name, a tag), by that. Ids are given out here, rising in the order of the archive.
"""

from collections.abc import Mapping
from typing import Any, Final

from jobtracker.domain.text import folded
from jobtracker.storage.archive.shapes import REFERRED_BY, shape_of

LEFT_OUT: Final = 0
"""The id of a record that was not brought in as it hangs on one that is known."""

ALIKE: Final[Mapping[str, tuple[str, ...]]] = {
    "company": ("name_key",),
    "company_alias": ("name_key",),
    "profile_mark": ("profile_id",),
    "can_show": ("profile_id", "section", "text_key"),
    "my_skill": ("name_key",),
    "tag": ("name_key",),
    "custom_field": ("name_key", "kind"),
    "posting": ("application_id",),
    "application_profile": ("application_id", "profile_id"),
    "application_contact": ("application_id", "contact_id"),
    "application_tag": ("application_id", "tag_id"),
    "custom_value": ("application_id", "field_id"),
    "exchange_rate": ("base", "quote", "on_date"),
    "letter_version": ("letter_id", "number"),
    "letter_block_use": ("letter_id", "block_id"),
    "setting": ("name",),
}
"""The columns that only one row of a table has alike, so that another is the same record."""

_REFERRED_TO: Final = (
    "company",
    "contact",
    "profile",
    "target_role",
    "tag",
    "custom_field",
    "application",
    "interview",
    "offer",
    "event",
    "salary_table",
    "document",
    "letter_template",
    "letter",
    "letter_block",
)
Values = Mapping[str, Any]


class Known:
    """The records of one table, those of the workspace and those that were brought in since."""

    def __init__(self, raw: Any, table: str) -> None:
        self._table = table
        self._has_uid = "uid" in shape_of(table).columns
        self.ids: dict[str, int] = {}
        if self._has_uid or table in _REFERRED_TO:
            named = REFERRED_BY.get(table, "r.uid")
            self.ids.update(raw.execute(f'SELECT {named}, r.id FROM "{table}" r ORDER BY r.id'))
        self._alike: dict[tuple[Any, ...], int] = {}
        if table in ALIKE:
            columns = ", ".join(ALIKE[table])
            for *key, found in raw.execute(f'SELECT {columns}, id FROM "{table}"'):
                self._alike[tuple(key)] = found
        if table == "company":
            for key, found in raw.execute("SELECT name_key, company_id FROM company_alias"):
                self._alike.setdefault((key,), found)
        self._people = _People(raw) if table == "contact" else None
        last = raw.execute(
            f'SELECT max(coalesce((SELECT max(id) FROM "{table}"), 0), '
            "coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0))",
            (table,),
        )
        self.first: int = last.fetchone()[0] + 1
        self.next: int = self.first

    def is_new(self, key: int) -> bool:
        """Whether the record of this id was brought in, rather than there before."""
        return key >= self.first

    def name(self, values: Values) -> str | None:
        """What other records call this one by."""
        return values.get("uid", values.get("name")) if self._named else None

    @property
    def _named(self) -> bool:
        return self._has_uid or self._table in _REFERRED_TO

    def was_brought(self, values: Values) -> bool:
        """Whether the archive had a record of the same uid before."""
        return self._has_uid and self.is_new(self.ids.get(values["uid"], LEFT_OUT))

    def with_free_name(self, values: Values) -> Values:
        """Another name for a field whose name belongs to one of another kind here."""
        if self._table != "custom_field":
            return {}
        name, taken = values["name"], {key for key, _ in self._alike}
        number = 1
        while folded(name) in taken:
            number += 1
            name = f"{values['name']} {number}"
        return {"name": name, "name_key": folded(name)}

    def find(self, values: Values) -> int | None:
        """The id of the record that this one is, None where there is none yet."""
        name = self.name(values)
        found = self.ids.get(name) if name is not None else None
        if found is None and self._table in ALIKE:
            found = self._alike.get(tuple(values[column] for column in ALIKE[self._table]))
        if found is None and self._people is not None:
            found = self._people.find(values)
        if found is not None and name is not None:
            self.ids.setdefault(name, found)
        return found

    def leave_out(self, values: Values) -> None:
        """Remember a record that is not brought in, unless the workspace has it."""
        name = self.name(values)
        if name is not None:
            self.ids.setdefault(name, LEFT_OUT)

    def add(self, values: Values) -> int:
        """Give a record that is new its id."""
        key = self.next
        self.next += 1
        name = self.name(values)
        if name is not None:
            self.ids[name] = key
        if self._table in ALIKE:
            self._alike[tuple(values[column] for column in ALIKE[self._table])] = key
        return key


class _People:
    """The contacts that the workspace had, by e-mail address, else by name and company."""

    def __init__(self, raw: Any) -> None:
        self._by_address: dict[str, int] = {}
        self._by_name: dict[tuple[str, int | None], int] = {}
        people = raw.execute("SELECT id, email, name, company_id FROM contact ORDER BY id DESC")
        for key, email, name, company in people:
            self._by_address[_address(email)] = key
            self._by_name[folded(name), company] = key
        self._by_address.pop("", None)

    def find(self, values: Values) -> int | None:
        named = self._by_name.get((folded(values["name"]), values["company_id"]))
        return self._by_address.get(_address(values["email"]), named)


def _address(email: str) -> str:
    return email.strip().lower()
