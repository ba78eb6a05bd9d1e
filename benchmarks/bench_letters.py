"""A thousand letters exported at once, as PDF and as Word files.

    python benchmarks/bench_letters.py

The time a letter takes at 250, 500 and 1,000 of them must not grow (linear), and who stops the
export waits for one letter at most.
"""

import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.build import copy_of, opened
from jobtracker.services.letter_pages import fonts_ready
from jobtracker.services.workspace import Workspace
from jobtracker.storage import applications

LETTERS = 1_000
SIZES = (250, 500, 1_000)
MOST_GROWTH = 1.25
"""Of the time a letter, from the fewest to the most."""
MOST_WAIT_MS = 100
BODY = (
    "For six years I have moved data that people trust: pipelines with owners, tests that read "
    "like the business, and alerts that mean something at three in the morning. "
)


def written(workspace: Workspace) -> list[int]:
    """A letter for each application, none like another."""
    with workspace.database.read() as session:
        names = applications.names(session)[:LETTERS]
    ids = []
    for number, name in enumerate(names, 1):
        key = workspace.letters.draft(name.id).value
        text = "\n\n".join(f"{BODY}{number}.{place} {BODY}" for place in range(4))
        workspace.letters.set_text(
            key, f"Dear Hiring Manager,\n\nI am writing to {{{{ company }}}}.\n\n{text}\n\nAda"
        )
        ids.append(key)
    return ids


def exported(workspace: Workspace, ids: list[int], suffix: str) -> float:
    """Milliseconds of the processor a letter, which a busy machine hardly changes."""
    with tempfile.TemporaryDirectory() as name:
        begin, begin_cpu = perf_counter(), process_time()
        batch = workspace.letter_exports.export_many(ids, Path(name), suffix).value
        took, cpu = perf_counter() - begin, process_time() - begin_cpu
        files = len(list(Path(name).iterdir()))
    print(
        f"{suffix:6} {len(ids):5} letters  {took:7.2f} s  {took / len(ids) * 1000:6.2f} ms a letter"
        f"  cpu {cpu / len(ids) * 1000:6.2f} ms  ({files} files, {len(batch.stayed)} stayed)"
    )
    return cpu / len(ids) * 1000


def stopped(workspace: Workspace, ids: list[int]) -> float:
    """Milliseconds from the wish to stop to the end, in the middle of an export."""
    wished = 0.0

    def note(done: int, _all: int) -> None:
        nonlocal wished
        if done == len(ids) // 2:
            wished = perf_counter()

    with tempfile.TemporaryDirectory() as name:
        workspace.letter_exports.export_many(ids, Path(name), ".pdf", note, lambda: wished > 0)
        took = (perf_counter() - wished) * 1000
        files = list(Path(name).iterdir())
        whole = all(file.read_bytes().rstrip().endswith(b"%%EOF") for file in files)
    print(f"stopped after {len(files)} letters, {took:.2f} ms after the wish; all whole: {whole}")
    return took


def main() -> int:
    fonts_ready()
    kept = True
    with (
        tempfile.TemporaryDirectory() as name,
        opened(copy_of(LETTERS, Path(name))) as workspace,
    ):
        ids = written(workspace)
        for suffix in (".pdf", ".docx"):
            exported(workspace, ids[:20], suffix)
            taken = [exported(workspace, ids[:size], suffix) for size in SIZES]
            growth = taken[-1] / taken[0]
            kept &= growth <= MOST_GROWTH
            print(f"{suffix:6} grows {growth:.2f} times (at most {MOST_GROWTH:g})")
        kept &= stopped(workspace, ids[:100]) <= MOST_WAIT_MS
    return int(not kept)


if __name__ == "__main__":
    sys.exit(main())
