"""The search index: what can be found of each record, kept in step inside each transaction.

A document's rowid in the index is made of its topic's place in `TOPICS` and its record's id, so
that it is replaced without a search, and so that the newest records of each topic are at hand.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple

from sqlalchemy import text
from sqlalchemy.orm import Session

TOPICS: Final = (
    "application",
    "letter",
    "profile",
    "letter_template",
    "company",
    "target_role",
    "document",
    "contact",
)
"""What can be found. Stored in rowids: only ever append."""

TOPIC_RANGE = 1 << 40
"""Rowids that each topic has for its records, in the order of `TOPICS`."""

_CHUNK = 500


class Document(NamedTuple):
    """What can be found of one record: `topic` is a table out of TOPICS, `ref` an id in it."""

    topic: str
    ref: int
    title: str
    body: str


Source = Callable[[Session, Sequence[int]], Iterable[Document]]
"""From the ids of changed records of one topic to their documents."""


class Held(NamedTuple):
    """Text that documents of a topic hold: these columns of a table, all of them where none is
    named. `refs` is SQL for the ids of the documents, `only` whether a row has such text at all;
    both say `{row}` for the row.
    """

    topic: str
    table: str
    columns: tuple[str, ...] = ()
    refs: str = "SELECT {row}.id"
    only: str = "1"


def install(raw: Any) -> None:
    """Let a driver connection that reads ask for the words of the index, in their order."""
    raw.execute(
        "CREATE VIRTUAL TABLE temp.search_words USING fts5vocab(main, search_index, instance)"
    )


class Indexer:
    """Keeps the index in step, each document written once a transaction however much of it changed.

    `sources` write the documents of a topic. TEMP triggers on the writing connection note which
    documents hold text that changed, by whatever statement, cascade or undo: `held` says where
    text stands, for a topic without any in all columns of its own table.
    """

    def __init__(self, sources: Mapping[str, Source], held: Iterable[Held] = ()) -> None:
        named = tuple(held)
        known = {one.topic for one in named}
        self._sources = sources
        self._held = (*named, *(Held(topic, topic) for topic in sources if topic not in known))

    def watch(self, raw: Any) -> None:
        """Give a plain driver connection that writes its triggers."""
        raw.execute("CREATE TEMP TABLE search_stale (topic TEXT NOT NULL, ref INTEGER NOT NULL)")
        for held in self._held:
            for trigger in _triggers(held, held.columns or _columns_of(raw, held.table)):
                raw.execute(trigger)

    def __call__(self, session: Session) -> None:
        """Write the documents whose text has changed anew; those of deleted rows vanish."""
        session.flush()
        raw = driver_of(session)
        stale = raw.execute("SELECT DISTINCT topic, ref FROM search_stale ORDER BY 1, 2").fetchall()
        if not stale:
            return
        with _room(raw, many=len(stale) > _MANY):
            for topic, some in groupby(stale, key=itemgetter(0)):
                refs = [ref for _, ref in some]
                for start in range(0, len(refs), _CHUNK):
                    self._refresh(session, topic, refs[start : start + _CHUNK])
        raw.execute("DELETE FROM search_stale")

    def rebuild(self, session: Session) -> None:
        """Write the whole index anew from the tables."""
        session.execute(text("DELETE FROM search_document"))
        session.execute(text("INSERT INTO search_index (search_index) VALUES ('delete-all')"))
        for topic in self._sources:
            ids = session.scalars(text(f'SELECT id FROM "{topic}" ORDER BY id')).all()
            for start in range(0, len(ids), _CHUNK):
                self._refresh(session, topic, ids[start : start + _CHUNK])
        # else the next few writes would merge these many pages, in a transaction of their size
        session.execute(text("INSERT INTO search_index (search_index) VALUES ('optimize')"))

    def _refresh(self, session: Session, topic: str, ids: Sequence[int]) -> None:
        """In the order of the rowids: FTS5 writes out what it holds whenever that falls back."""
        fresh = {_rowid(d.topic, d.ref): d for d in self._sources[topic](session, ids)}
        known = documents(session, {_rowid(topic, ref) for ref in ids} | fresh.keys())
        run = driver_of(session).execute
        for key in sorted(known.keys() | fresh.keys()):
            old, new = known.get(key), fresh.get(key)
            if old is not None and old != new:
                # the index holds no text of its own: it is told what it must forget
                run(_FORGET, (key, old.title, old.body))
                run("DELETE FROM search_document WHERE id = ?", (key,))
            if new is not None and old != new:
                run("INSERT INTO search_document VALUES (?, ?, ?, ?, ?)", (key, *new))
                run(_LEARN, (key, new.title, new.body))


_HOLD = "INSERT INTO search_index (search_index, rank) VALUES ('hashsize', ?)"
_USUAL_HOLD, _LARGE_HOLD = 1 << 20, 32 << 20
"""Bytes of text's words that FTS5 holds before it writes them."""

_MANY = 1000
"""From so many documents on it is worth it."""

_LEARN = "INSERT INTO search_index (rowid, title, body) VALUES (?, ?, ?)"
_FORGET = "INSERT INTO search_index (search_index, rowid, title, body) VALUES ('delete', ?, ?, ?)"


@contextmanager
def _room(raw: Any, *, many: bool) -> Iterator[None]:
    """Let FTS5 hold more before it writes, so that it merges less."""
    if many:
        raw.execute(_HOLD, (_LARGE_HOLD,))
    yield
    if many:
        raw.execute(_HOLD, (_USUAL_HOLD,))


def _triggers(held: Held, columns: Sequence[str]) -> Iterator[str]:
    topic, table, _, refs, only = held
    before, after = refs.format(row="OLD"), refs.format(row="NEW")
    differs = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    for operation, when, condition, stale in (
        ("insert", "INSERT", only.format(row="NEW"), after),
        ("update", f"UPDATE OF {names}", differs, f"{before} UNION {after}"),
        ("delete", "DELETE", only.format(row="OLD"), before),
    ):
        yield (
            f"CREATE TEMP TRIGGER search_{operation}_{topic}_{table} AFTER {when} "
            f'ON main."{table}" WHEN {condition} BEGIN '
            f"INSERT INTO search_stale SELECT '{topic}', * FROM ({stale}); END"
        )


def _columns_of(raw: Any, table: str) -> tuple[str, ...]:
    return tuple(name for (name,) in raw.execute(f"SELECT name FROM pragma_table_info('{table}')"))


def documents(session: Session, keys: Iterable[int]) -> dict[int, Document]:
    """The documents with these rowids, as they were indexed."""
    rows = driver_of(session).execute(
        "SELECT id, topic, ref, title, body FROM search_document "
        "WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(keys)),),
    )
    return {key: Document(*columns) for key, *columns in rows}


def driver_of(session: Session) -> Any:
    """The driver's own connection inside the session's transaction: statements at a third of
    the cost.
    """
    raw = session.connection().connection.driver_connection
    assert raw is not None
    return raw


def rowids(topic: str) -> range:
    """Where a topic's documents lie."""
    start = (TOPICS.index(topic) + 1) * TOPIC_RANGE
    return range(start, start + TOPIC_RANGE)


def _rowid(topic: str, ref: int) -> int:
    return rowids(topic)[ref]
