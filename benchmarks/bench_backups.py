"""Backing up and restoring a workspace of 200 MB, nearly all of it documents, against copying such
a file and syncing the copy.

Acceptance: a restore takes at most three times as long, the backup of the present state and all
checks included. Each is the median of five, in turns, as a disk is seldom as quick as before.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile
from time import perf_counter

from benchmarks.build import NOW, copy_of, opened
from jobtracker.domain.listing import ALL, ListQuery
from jobtracker.services import backups
from jobtracker.services.workspace import Workspace
from jobtracker.storage.files import fsync_file, fsync_folder

APPLICATIONS = 1_000
DOCUMENTS = 20
DOCUMENT_BYTES = 10_000_000
TURNS = 5
MOST_RATIO = 3.0


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = copy_of(APPLICATIONS, folder)
        with opened(path) as workspace:
            _attach(workspace, folder)
        first = backups.back_up(path)
        taken: dict[str, list[float]] = {"copied and synced": [], "backed up": [], "restored": []}
        for turn in range(TURNS):
            with opened(path) as workspace:
                key = workspace.lists.rows(ListQuery(scope=ALL))[0].id
                workspace.applications.edit(key, {"notes": f"Turn {turn}"})
            taken["copied and synced"].append(_seconds(lambda: _copy(first, folder / "copy")))
            taken["restored"].append(_seconds(lambda: _restore(path, first)))
            taken["backed up"].append(_seconds(lambda: backups.back_up(path)))
            for kept in folder.glob("*before-restore*"):
                kept.unlink()
        size = first.stat().st_size
    sys.exit(not _show(size, taken))


def _attach(workspace: Workspace, folder: Path) -> None:
    ids = [row.id for row in workspace.lists.rows(ListQuery(scope=ALL))]
    for number in range(DOCUMENTS):
        file = folder / f"scan {number}.bin"
        file.write_bytes(os.urandom(DOCUMENT_BYTES))
        workspace.documents.add(ids[number], file)
        file.unlink()


def _copy(source: Path, target: Path) -> None:
    copyfile(source, target)
    fsync_file(target)
    fsync_folder(target.parent)
    target.unlink()


def _restore(path: Path, source: Path) -> None:
    backups.restore(path, source, now=NOW)


def _seconds(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin


def _show(size: int, taken: dict[str, list[float]]) -> bool:
    floor = statistics.median(taken["copied and synced"])
    print(f"a file of {size / 1e6:,.0f} MB{'':<24}{'median':>10}{'ratio':>8}")
    for what, seconds in taken.items():
        middle = statistics.median(seconds)
        print(f"{what:<40}{middle:>8.2f} s{middle / floor:>8.2f}")
    return statistics.median(taken["restored"]) / floor <= MOST_RATIO


if __name__ == "__main__":
    main()
