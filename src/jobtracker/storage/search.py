"""Full-text search over everything that was typed."""

import json
import re
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any, Final, NamedTuple

from sqlalchemy.orm import Session

from jobtracker.domain.text import folded
from jobtracker.storage.search_index import TOPIC_RANGE, TOPICS, documents, driver_of, rowids
from jobtracker.storage.search_query import MOST_WORDS, expression, parse

_MATCHES = 2000
_CANDIDATES = 300
"""The newest matches, of applications and of all else, are ranked: bm25 would visit every match
to rank one, which is linear in their number.
"""

_COMPLETIONS = 100
_LEAPS = """
WITH RECURSIVE leap(word) AS (
    SELECT (SELECT term FROM search_words WHERE term >= :beginning LIMIT 1)
    UNION ALL
    SELECT (SELECT term FROM search_words WHERE term >= leap.word || char(1) LIMIT 1) FROM leap
    WHERE substr(leap.word, 1, length(:beginning)) = :beginning LIMIT :most
)
SELECT word FROM leap WHERE substr(word, 1, length(:beginning)) = :beginning
"""
_SNIPPET = 120
_BEFORE = 16
_SECONDS = 2.0
_STEPS_BETWEEN_LOOKS = 20_000


Run = Callable[[str, Mapping[str, Any]], list[Any]]
"""Runs a statement with named parameters and gives all its rows."""


class Found(NamedTuple):
    """A record that answers a search; `snippet` is the text around the words found."""

    topic: str
    ref: int
    title: str
    snippet: str


_HALVES: Final = (rowids(TOPICS[0]), range(rowids(TOPICS[1]).start, rowids(TOPICS[-1]).stop))
"""Applications, which are many, and all else."""


def find(
    session: Session, words: str, topics: Collection[str] = (), limit: int = 50
) -> list[Found]:
    """The records that hold all the words; nothing for words without meaning.

    First those called so, then those whose name begins so, whose name holds the words, and the
    rest; of each the newest first. Looks through the newest matches of applications and of all
    other topics (of each topic asked for), and for at most two seconds.
    """
    ranges = [rowids(topic) for topic in TOPICS if topic in topics] if topics else _HALVES
    with _limited(session) as run:
        found = _newest(run, words, ranges, _CANDIDATES)
        best = _best_first(run, found, words)[:limit]
    known = documents(session, best)
    shown = (known[place] for place in best if place in known)
    return [Found(d.topic, d.ref, d.title, _snippet(d.body, words)) for d in shown]


def matches(session: Session, words: str, topic: str, limit: int = _MATCHES) -> list[int]:
    """The ids of one topic's records that hold all the words, the newest first."""
    with _limited(session) as run:
        places = _newest(run, words, [rowids(topic)], limit)
    return [place % TOPIC_RANGE for place in places]


def _newest(run: Run, typed: str, ranges: Iterable[range], most: int) -> list[int]:
    """The rowids that match, the newest of each range first and at most so many of it."""
    query = parse(typed)
    match = expression(query.words, partial(_completions, run))
    place = "search_index.rowid" if match else "d.id"
    conditions = [f"{place} BETWEEN :first AND :last"]
    values: dict[str, Any] = {"most": most}
    if match:
        conditions.append("search_index MATCH :match")
        values["match"] = match
    for number, pattern in enumerate(query.contained):
        conditions.append(
            f"(d.title LIKE :p{number} ESCAPE '\\' OR d.body LIKE :p{number} ESCAPE '\\')"
        )
        values[f"p{number}"] = pattern
    if match and query.contained:
        tables = "search_index CROSS JOIN search_document d ON d.id = search_index.rowid"
    elif match or query.contained:
        tables = "search_index" if match else "search_document d"
    else:
        return []
    statement = (
        f"SELECT {place} FROM {tables} WHERE {' AND '.join(conditions)} "
        f"ORDER BY {place} DESC LIMIT :most"
    )
    return [
        place
        for some in ranges
        for (place,) in run(statement, {**values, "first": some.start, "last": some.stop - 1})
    ]


def _completions(run: Run, beginning: str) -> list[str]:
    """The words of the index that begin so, by leaps from one to the next; none where they are
    more than _COMPLETIONS.
    """
    values = {"beginning": beginning, "most": _COMPLETIONS + 1}
    known = [word for (word,) in run(_LEAPS, values)]
    return known if len(known) <= _COMPLETIONS else []


def _best_first(run: Run, places: Sequence[int], words: str) -> list[int]:
    """By what their titles say, then the newest of each topic."""
    titles = dict(
        run(
            "SELECT id, title FROM search_document WHERE id IN (SELECT value FROM json_each(:ids))",
            {"ids": json.dumps(places)},
        )
    )
    typed = _plain(words.strip())
    each, nth = typed.split(), Counter[int]()
    ranked = []
    for place in places:
        topic = place // TOPIC_RANGE
        nth[topic] += 1
        ranked.append((_distance(_plain(titles.get(place, "")), typed, each), nth[topic], place))
    return [place for *_, place in sorted(ranked)]


def _distance(title: str, typed: str, each: Sequence[str]) -> int:
    if title == typed:
        return 0
    if title.startswith(typed):
        return 1
    return 2 if all(word in title for word in each) else 3


def _plain(text: str) -> str:
    """For comparing: most titles need no more than small letters."""
    return text.lower() if text.isascii() else folded(text)


def _snippet(body: str, words: str) -> str:
    """A line of the text from shortly before the first word that stands in it as typed, best as
    the beginning of one there; else the text's beginning.
    """
    folded = body.casefold()
    typed = [re.escape(word) for word in words.casefold().split()[:MOST_WORDS]]
    found = (re.search(f"{edge}{word}", folded) for edge in (r"(?<!\w)", "") for word in typed)
    place = next((one.start() for one in found if one), 0)
    start = max(place - _BEFORE, 0)
    if start:  # from the beginning of a word
        start += next((at for at, sign in enumerate(body[start:place]) if sign.isspace()), _BEFORE)
    cut = " ".join(body[start : start + _SNIPPET].split())
    return f"{'… ' if start else ''}{cut}{' …' if start + _SNIPPET < len(body) else ''}"


@contextmanager
def _limited(session: Session) -> Iterator[Run]:
    """Run statements of the driver's own, but none longer than a person waits."""
    raw = driver_of(session)
    end = time.monotonic() + _SECONDS
    raw.set_progress_handler(lambda: time.monotonic() > end, _STEPS_BETWEEN_LOOKS)
    try:
        yield lambda statement, values: raw.execute(statement, values).fetchall()
    finally:
        raw.set_progress_handler(None, 0)
