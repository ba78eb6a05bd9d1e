"""The search index: what can be found of each record, kept in step inside each transaction.

A document's rowid in the index is made of its topic's place in `TOPICS` and its record's id, so
that it is replaced without a search, and so that the newest records of each topic are at hand.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import text
from sqlalchemy.orm import Session

from jobtracker.domain.changes import Changes

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


Owner = Callable[[Session, Sequence[int]], tuple[str, Sequence[int]]]
"""From the ids of changed rows of one table to the topic and ids whose documents hold them."""


def install(raw: Any) -> None:
    """Let a driver connection that reads ask for the words of the index, in their order."""
    raw.execute(
        "CREATE VIRTUAL TABLE temp.search_words USING fts5vocab(main, search_index, instance)"
    )


class Indexer:
    """Keeps the index in step, each document written once a transaction however much of it changed.

    `sources` write the documents of a topic; `owners` know, for a table that is no topic or is
    part of others, which records' documents hold its rows.
    """

    def __init__(
        self, sources: Mapping[str, Source], owners: Mapping[str, Owner] | None = None
    ) -> None:
        self._sources = sources
        self._owners = owners or {}

    def __call__(self, session: Session, changes: Changes) -> None:
        """Write the documents of changed rows anew; those of deleted rows vanish."""
        concerned: defaultdict[str, set[int]] = defaultdict(set)
        for table, ids in changes.rows.items():
            if table in self._sources:
                concerned[table] |= ids
            if table in self._owners:
                for some in _chunks(sorted(ids)):
                    topic, owners = self._owners[table](session, some)
                    concerned[topic].update(owners)
        for topic, refs in concerned.items():
            for some in _chunks(sorted(refs)):
                self._refresh(session, topic, some)

    def rebuild(self, session: Session) -> None:
        """Write the whole index anew from the tables."""
        session.execute(text("DELETE FROM search_document"))
        session.execute(text("INSERT INTO search_index (search_index) VALUES ('delete-all')"))
        for topic in self._sources:
            ids = session.scalars(text(f'SELECT id FROM "{topic}" ORDER BY id')).all()
            for some in _chunks(ids):
                self._refresh(session, topic, some)
        # else the next few writes would merge these many pages, in a transaction of their size
        session.execute(text("INSERT INTO search_index (search_index) VALUES ('optimize')"))

    def _refresh(self, session: Session, topic: str, ids: Sequence[int]) -> None:
        fresh = {_rowid(d.topic, d.ref): d for d in self._sources[topic](session, ids)}
        known = documents(session, {_rowid(topic, ref) for ref in ids} | fresh.keys())
        _remove(session, [key for key, old in known.items() if fresh.get(key) != old])
        _add(session, {key: new for key, new in fresh.items() if known.get(key) != new})


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


def _remove(session: Session, keys: Sequence[int]) -> None:
    """The index holds no text of its own: it is told what it must forget."""
    if keys:
        raw, chosen = driver_of(session), (json.dumps(keys),)
        raw.execute(
            "INSERT INTO search_index (search_index, rowid, title, body) "
            "SELECT 'delete', id, title, body FROM search_document "
            "WHERE id IN (SELECT value FROM json_each(?))",
            chosen,
        )
        raw.execute(
            "DELETE FROM search_document WHERE id IN (SELECT value FROM json_each(?))", chosen
        )


def _add(session: Session, new: Mapping[int, Document]) -> None:
    if new:
        raw = driver_of(session)
        raw.executemany(
            "INSERT INTO search_document (id, topic, ref, title, body) VALUES (?, ?, ?, ?, ?)",
            [(key, *document) for key, document in new.items()],
        )
        raw.executemany(
            "INSERT INTO search_index (rowid, title, body) VALUES (?, ?, ?)",
            [(key, document.title, document.body) for key, document in new.items()],
        )


def rowids(topic: str) -> range:
    """Where a topic's documents lie."""
    start = (TOPICS.index(topic) + 1) * TOPIC_RANGE
    return range(start, start + TOPIC_RANGE)


def _rowid(topic: str, ref: int) -> int:
    return rowids(topic)[ref]


def _chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))
