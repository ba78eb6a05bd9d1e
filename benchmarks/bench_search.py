"""Searching everything typed, at 100,000 applications with 3 KB of posting each.

Acceptance: p95 of each kind of query at most 10 ms. Without `--large` it takes 1,000.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from random import Random

from benchmarks.build import built, opened
from benchmarks.report import RUNS, WARM_UP, Line, show, timed
from benchmarks.words import KNOWN
from jobtracker.services.workspace import Workspace

LIMIT_MS = 10
SAMPLE = 400


def main() -> None:
    count = 100_000 if "--large" in sys.argv else 1_000
    with opened(built(count)) as workspace:
        rng = Random(1)
        lines = [
            Line(kind, timed(_searches(workspace, list(islice(queries, WARM_UP + RUNS)))), LIMIT_MS)
            for kind, queries in _kinds(_rare_words(workspace, rng), rng).items()
        ]
    kept = show(f"search among {count:,} applications", lines)
    sys.exit(not kept)


def _kinds(rare: Sequence[str], rng: Random) -> dict[str, Iterator[str]]:
    long = [word for word in KNOWN if len(word) > 4]

    def some(words: Sequence[str], count: int) -> Iterator[str]:
        while True:
            yield " ".join(rng.sample(list(words), count))

    def beginnings(length: int) -> Iterator[str]:
        while True:
            yield rng.choice(KNOWN + list(rare))[:length]

    mixed = (f"{rng.choice(KNOWN)} {rng.choice(rare)}" for _ in iter(int, 1))
    return {
        "a rare word": some(rare, 1),
        "a common word": some(KNOWN, 1),
        "one letter": beginnings(1),
        "two letters": beginnings(2),
        "three letters": beginnings(3),
        "an unfinished rare word": (rng.choice(rare)[:-2] for _ in iter(int, 1)),
        "an unfinished common word": (rng.choice(long)[:-1] for _ in iter(int, 1)),
        "two common words": some(KNOWN, 2),
        "a common and a rare word": mixed,
        "three common words": some(KNOWN, 3),
    }


def _rare_words(workspace: Workspace, rng: Random) -> list[str]:
    """Words that hardly any other posting has: the last line of each."""
    total = workspace.lists.count("all")
    views = workspace.applications.views(rng.sample(range(1, total + 1), min(SAMPLE, total)))
    lines = (view.record.posting.rsplit("\n", 1)[-1].split() for view in views)
    return list(chain.from_iterable(lines))


def _searches(workspace: Workspace, queries: Iterable[str]) -> Iterable[Callable[[], object]]:
    return (partial(workspace.search.find, query) for query in queries)


if __name__ == "__main__":
    main()
