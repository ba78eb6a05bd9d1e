"""What the list and the board ask of the services, at 100,000 applications beside 1,000.

From the words typed, the column sorted by, the scroll, the selection or the move to the finished
answer; what painting adds is bench_window's. Each must take at most 1.5 times as long as at 1,000;
only `--large` looks at 100,000.
"""

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.build import built, copy_of, opened
from benchmarks.report import RUNS, WARM_UP, Figures, Line, repeated, show, timed
from jobtracker.domain.listing import SORTS, ListQuery
from jobtracker.domain.stages import STAGES
from jobtracker.services.workspace import Workspace

SMALL, LARGE = 1_000, 100_000
MOST_RATIO = 1.5
TYPED = ("python", "senior dev", "cloud systems", "berlin kubernetes")
SORT, FILTER, DETAIL = 33, 16, 33
SCROLLED = 20


def main() -> None:
    with opened(built(SMALL)) as small:
        before = _reading(small)
    if "--large" not in sys.argv:
        lines = [Line(what, figures, _limit(what, 0)) for what, figures in before.items()]
        sys.exit(not show(f"{SMALL:,} applications", lines))
    with opened(built(LARGE)) as large:
        after = _reading(large)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sync = repeated(partial(_synced_page, folder))
        before["move a card"] = _moving(copy_of(SMALL, folder))
        after["move a card"] = _moving(copy_of(LARGE, folder))
    lines = [
        Line(what, figures, _limit(what, sync.p95), before[what]) for what, figures in after.items()
    ]
    kept = show(f"{LARGE:,} applications", [*lines, Line("one fdatasync", sync)], MOST_RATIO)
    sys.exit(not kept)


def _limit(what: str, sync: float) -> float:
    if what.startswith(("sort", "open")):
        return SORT
    return DETAIL + sync if what.startswith("move") else FILTER


def _reading(workspace: Workspace) -> dict[str, Figures]:
    lists, views = workspace.lists, workspace.applications
    figures = {"a keystroke in the filter": timed(partial(lists.page, q) for q in _typing())}
    figures["the first page"] = repeated(partial(lists.page, ListQuery()))
    figures["the next page"] = timed(_scrolling(workspace))
    for sort in SORTS:
        query = ListQuery(sort=sort)
        figures[f"sort by {sort}"] = repeated(partial(lists.page, query))
    figures["a column of the board"] = repeated(partial(lists.column, "applied"))
    figures["sizes of the groups"] = repeated(partial(lists.sizes, ListQuery()))
    rng, total = Random(2), lists.count("all")
    figures["open detail"] = timed(
        partial(views.view, rng.randint(1, total)) for _ in range(RUNS + WARM_UP)
    )
    return figures


def _typing() -> Iterator[ListQuery]:
    return (
        ListQuery(text=words[:length]) for words in TYPED for length in range(1, len(words) + 1)
    )


def _scrolling(workspace: Workspace) -> Iterator[Any]:
    """Page after page, from the top again and again."""
    lists, state = workspace.lists, list[tuple[object, ...] | None]((None,))

    def step() -> None:
        state[0] = lists.page(ListQuery(limit=100), state[0]).after

    return (step for _ in range(3 * SCROLLED))


def _moving(path: Path) -> Figures:
    rng = Random(3)
    with opened(path) as workspace:
        cards: Sequence[Any] = workspace.lists.page(ListQuery(limit=RUNS + WARM_UP)).rows

        def move(card: Any) -> None:
            stage = rng.choice([s for s in STAGES if s.value != card.stage])
            workspace.applications.place(card.id, stage, None)

        return timed(partial(move, card) for card in cards)


def _synced_page(folder: Path) -> None:
    handle = os.open(folder / "floor", os.O_CREAT | os.O_WRONLY, 0o600)
    try:
        os.pwrite(handle, b"x" * 4096, 0)
        os.fdatasync(handle)
    finally:
        os.close(handle)


if __name__ == "__main__":
    main()
