"""Undo at 100,000 applications: of one row, and of a step that touched them all.

Acceptance: one row p95 at most 5 ms; the large step at most 1.3 times as long as making it.
Without `--large` it takes 1,000.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.build import copy_of, opened
from benchmarks.report import RUNS, WARM_UP, Figures, Line, show, timed
from jobtracker.domain.listing import ALL, ListQuery
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace

ONE_ROW_MS = 5
MOST_RATIO = 1.3


def main() -> None:
    count = 100_000 if "--large" in sys.argv else 1_000
    with tempfile.TemporaryDirectory() as name, opened(copy_of(count, Path(name))) as workspace:
        ids = [row.id for row in workspace.lists.rows(ListQuery(scope=ALL))]
        lines = list(_single(workspace, ids[: RUNS + WARM_UP]))
        kept = show(f"one step among {count:,} applications", lines)
        print(
            f"\n{'a step of all of them':<44}{'made':>10}{'undone':>10}{'redone':>10}{'ratio':>7}"
        )
        for what, step in _large(workspace, ids).items():
            kept &= _both_ways(workspace, what, step)
    sys.exit(not kept)


def _single(workspace: Workspace, ids: list[int]) -> Iterator[Line]:
    log, applications = workspace.log, workspace.applications
    steps: dict[str, Callable[[int], object]] = {
        "a next action": lambda key: applications.edit(key, {"next_action": "Ask Sam"}),
        "a note": lambda key: log.note(key, "They called"),
        "a move": lambda key: log.move(key, _other_stage(workspace, key)),
        "a whole application": applications.remove,
    }
    for what, step in steps.items():
        yield Line(f"undo {what}", _undone(workspace, step, ids), ONE_ROW_MS)
        yield Line(f"redo {what}", _redone(workspace, step, ids), ONE_ROW_MS)


def _other_stage(workspace: Workspace, key: int) -> Stage:
    (view,) = workspace.applications.views([key])
    return Stage.OFFER if view.record.stage is not Stage.OFFER else Stage.INTERVIEW


def _undone(workspace: Workspace, step: Callable[[int], object], ids: list[int]) -> Figures:
    def works() -> Iterator[Callable[[], object]]:
        for key in ids:
            step(key)
            yield workspace.history.undo

    return timed(works())


def _redone(workspace: Workspace, step: Callable[[int], object], ids: list[int]) -> Figures:
    def works() -> Iterator[Callable[[], object]]:
        for key in ids:
            step(key)
            workspace.history.undo()
            yield workspace.history.redo
            workspace.history.undo()

    return timed(works())


def _large(workspace: Workspace, ids: list[int]) -> dict[str, Callable[[], Any]]:
    return {
        "put on hold": partial(workspace.applications.edit_many, ids, {"on_hold": True}),
        "closed": partial(workspace.log.close_many, ids, Outcome.NOT_PURSUED),
        "deleted": partial(workspace.applications.remove_many, ids),
    }


def _both_ways(workspace: Workspace, what: str, step: Callable[[], Any]) -> bool:
    made, undone = _seconds(step), _seconds(workspace.history.undo)
    redone = _seconds(workspace.history.redo)
    workspace.history.undo()
    ratio = undone / made
    over = ratio > MOST_RATIO
    print(
        f"{what:<44}{made:>8.2f} s{undone:>8.2f} s{redone:>8.2f} s{ratio:>7.2f}"
        f"{'  over' if over else ''}"
    )
    return not over


def _seconds(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin


if __name__ == "__main__":
    main()
