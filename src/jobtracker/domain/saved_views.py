"""Lists with a name: filter, groups, order and columns. As text they are one JSON object.

What a later version wrote and this one does not know is left out when read: such a view then
shows more than it did there, never an error.
"""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from jobtracker.domain.listing import (
    CONDITIONS,
    GROUPS,
    SCOPES,
    SORTS,
    Condition,
    ListQuery,
)

Columns = tuple[str, ...]
"""Names of a table's columns, in their order; empty for the usual ones."""


class SavedView(NamedTuple):
    """A named list; `query` has no limit."""

    id: int
    name: str
    query: ListQuery
    columns: Columns = ()


def written(query: ListQuery, columns: Columns) -> str:
    """A view as text: what is as in the plain list is left out."""
    plain = ListQuery()
    fields = {
        name: value
        for name, value in query._asdict().items()
        if name != "limit" and value != getattr(plain, name)
    }
    if columns:
        fields["columns"] = columns
    return json.dumps(fields, ensure_ascii=False)


def read(text: str) -> tuple[ListQuery, Columns]:
    """The query and columns that `written` made a text of."""
    fields = _object(text)
    plain = ListQuery()
    query = ListQuery(
        text=str(fields.get("text", "")),
        scope=_one_of(SCOPES, fields.get("scope"), plain.scope),
        standings=_texts(fields.get("standings")),
        conditions=_conditions(fields.get("conditions")),
        group=_one_of(GROUPS, fields.get("group"), plain.group),
        sort=_one_of(SORTS, fields.get("sort"), plain.sort),
        descending=bool(fields.get("descending")),
        collapsed=_texts(fields.get("collapsed")),
    )
    return query, _texts(fields.get("columns"))


def _object(text: str) -> Mapping[str, Any]:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _one_of(known: tuple[str, ...], value: object, usual: str) -> str:
    return value if isinstance(value, str) and value in known else usual


def _texts(values: object) -> tuple[str, ...]:
    if not isinstance(values, list):
        return ()
    return tuple(value for value in values if isinstance(value, str))


def _conditions(values: object) -> tuple[Condition, ...]:
    pairs = (_texts(pair) for pair in values) if isinstance(values, list) else ()
    whole = (pair for pair in pairs if len(pair) == len(Condition._fields))
    return tuple(Condition(*pair) for pair in whole if pair[0] in CONDITIONS)
