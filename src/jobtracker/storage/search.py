"""Full-text search over everything that was typed, kept in step inside each transaction.

A document's rowid in the index is made of its record's id and its topic's place in `TOPICS`, so
that it is replaced without a search, and so that the newest records come first by rowid.
"""

import json
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

from sqlalchemy import text
from sqlalchemy.orm import Session

from jobtracker.domain.changes import Changes
from jobtracker.storage.search_query import MOST_WORDS, SearchQuery, parse

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

_TOPIC_SLOTS = 64
_CHUNK = 500
_CANDIDATES = 2000
"""The newest matches are ranked: ranking all is linear in their number."""

_SNIPPET = 120
_SECONDS = 2.0
_STEPS_BETWEEN_LOOKS = 20_000


class Document(NamedTuple):
    """What can be found of one record: `topic` is a table out of TOPICS, `ref` an id in it."""

    topic: str
    ref: int
    title: str
    body: str


class Found(NamedTuple):
    """A record that answers a search; `snippet` is the text around the words found."""

    topic: str
    ref: int
    title: str
    snippet: str


Source = Callable[[Session, Sequence[int]], Iterable[Document]]
"""From the ids of changed records of one topic to their documents."""


Owner = Callable[[Session, Sequence[int]], tuple[str, Sequence[int]]]
"""From the ids of changed rows of one table to the topic and ids whose documents hold them."""


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
        documents = {_rowid(d.topic, d.ref): d for d in self._sources[topic](session, ids)}
        known = _documents(session, {_rowid(topic, ref) for ref in ids} | documents.keys())
        _remove(session, [key for key, old in known.items() if documents.get(key) != old])
        _add(session, {key: new for key, new in documents.items() if known.get(key) != new})


def _documents(session: Session, keys: Iterable[int]) -> dict[int, Document]:
    rows = session.connection().exec_driver_sql(
        "SELECT id, topic, ref, title, body FROM search_document "
        "WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(keys)),),
    )
    return {key: Document(*columns) for key, *columns in rows}


def _remove(session: Session, keys: Sequence[int]) -> None:
    """The index holds no text of its own: it is told what it must forget."""
    if keys:
        chosen = {"keys": json.dumps(keys)}
        session.execute(
            text(
                "INSERT INTO search_index (search_index, rowid, title, body) "
                "SELECT 'delete', id, title, body FROM search_document "
                "WHERE id IN (SELECT value FROM json_each(:keys))"
            ),
            chosen,
        )
        session.execute(
            text("DELETE FROM search_document WHERE id IN (SELECT value FROM json_each(:keys))"),
            chosen,
        )


def _add(session: Session, documents: Mapping[int, Document]) -> None:
    if documents:
        connection = session.connection()
        connection.exec_driver_sql(
            "INSERT INTO search_document (id, topic, ref, title, body) VALUES (?, ?, ?, ?, ?)",
            [(key, *document) for key, document in documents.items()],
        )
        connection.exec_driver_sql(
            "INSERT INTO search_index (rowid, title, body) VALUES (?, ?, ?)",
            [(key, new.title, new.body) for key, new in documents.items()],
        )


def find(
    session: Session, words: str, topics: Collection[str] = (), limit: int = 50
) -> list[Found]:
    """The records that hold all the words, best first; nothing for words without meaning.

    Looks through at most the newest 2,000 matches and for at most two seconds.
    """
    places = _ranked(session, parse(words), topics, limit)
    found = _documents(session, places)
    return [
        Found(d.topic, d.ref, d.title, _snippet(d.body, words))
        for d in (found[place] for place in places if place in found)
    ]


def matches(session: Session, words: str, topic: str, limit: int = _CANDIDATES) -> list[int]:
    """The ids of one topic's records that hold all the words, best first."""
    return [place // _TOPIC_SLOTS for place in _ranked(session, parse(words), (topic,), limit)]


def _ranked(
    session: Session, query: SearchQuery, topics: Collection[str], limit: int
) -> Sequence[int]:
    """The rowids of the best of the newest matches."""
    conditions, rank, place = [], "0", "d.id"
    values: dict[str, Any] = {"candidates": _CANDIDATES, "limit": limit}
    if query.match:
        conditions.append("search_index MATCH :match")
        values |= {"match": query.match}
        rank, place = "bm25(search_index, 8, 1)", "search_index.rowid"
    for number, pattern in enumerate(query.contained):
        conditions.append(
            f"(d.title LIKE :p{number} ESCAPE '\\' OR d.body LIKE :p{number} ESCAPE '\\')"
        )
        values |= {f"p{number}": pattern}
    if not conditions:
        return ()
    if topics:
        slots = [TOPICS.index(topic) for topic in topics if topic in TOPICS]
        conditions.append(f"{place} % {_TOPIC_SLOTS} IN ({', '.join(map(str, slots))})")
    tables = ["search_index"] if query.match else []
    tables += ["search_document d"] if query.contained else []
    if len(tables) > 1:
        conditions.append("d.id = search_index.rowid")
    statement = (
        f"SELECT place FROM (SELECT {place} AS place, {rank} AS score "
        f"FROM {' CROSS JOIN '.join(tables)} WHERE {' AND '.join(conditions)} "
        "ORDER BY place DESC LIMIT :candidates) ORDER BY score, place DESC LIMIT :limit"
    )
    with _limited(session):
        return session.scalars(text(statement), values).all()


def _snippet(body: str, words: str) -> str:
    """A line of the text around the first word that stands in it as typed, else its beginning."""
    folded = body.casefold()
    places = (folded.find(word) for word in words.casefold().split()[:MOST_WORDS])
    start = max(next((place for place in places if place >= 0), 0) - _SNIPPET // 3, 0)
    cut = " ".join(body[start : start + _SNIPPET].split())
    return f"{'… ' if start else ''}{cut}{' …' if start + _SNIPPET < len(body) else ''}"


@contextmanager
def _limited(session: Session) -> Iterator[None]:
    """Stop a search that takes longer than a person waits."""
    raw = session.connection().connection.driver_connection
    assert raw is not None
    end = time.monotonic() + _SECONDS
    raw.set_progress_handler(lambda: time.monotonic() > end, _STEPS_BETWEEN_LOOKS)
    try:
        yield
    finally:
        raw.set_progress_handler(None, 0)


def _rowid(topic: str, ref: int) -> int:
    return ref * _TOPIC_SLOTS + TOPICS.index(topic)


def _chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))
