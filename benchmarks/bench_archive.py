"""The archive of 10,000 applications with 300 MB of documents: out, in, and out again.

Each step is a process of its own, so that its memory is its own. The floor is packing the archive's
records once more and copying and syncing its bytes. Acceptance: the two archives are the same byte
for byte; export takes at most 3 times the floor, import 6 times, and no step more than 250 MB.

With a word (`out FILE ARCHIVE`, `in FILE ARCHIVE`) it is one of those processes.
"""

import filecmp
import os
import subprocess
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import NamedTuple

from benchmarks.build import NOW, copy_of, opened
from jobtracker.services.workspace import Workspace
from jobtracker.storage import documents
from jobtracker.system.resources import resource

COUNT = 10_000
DOCUMENT = 30_000
"""Bytes of each application's document."""
MOST_RATIO = {"export": 3, "import": 6, "export again": 3}
MOST_MEGABYTES = 250


class Took(NamedTuple):
    """`processor` are the seconds of the processor alone."""

    seconds: float
    processor: float
    megabytes: float


def main() -> None:
    if len(sys.argv) > 3:
        one_step(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
        return
    with tempfile.TemporaryDirectory() as name:
        sys.exit(not _round_trip(Path(name)))


def one_step(what: str, file: Path, archive: Path) -> None:
    """Export or import, and say how long that took and how much memory."""
    with opened(file) as workspace:
        if what == "in":
            workspace.library.bring_up_to_date(resource())
        began, worked = perf_counter(), process_time()
        if what == "out":
            workspace.archive.export(archive)
        else:
            workspace.archive.bring_in(archive)
        seconds, processor = perf_counter() - began, process_time() - worked
    print(seconds, processor, _peak())


def _round_trip(folder: Path) -> bool:
    original, copy = copy_of(COUNT, folder), folder / "copy.jobtracker"
    with opened(original) as workspace:
        _attach(workspace)
    first, second = folder / "first.zip", folder / "second.zip"
    out = _process("out", original, first)
    floor = _packed_and_copied(first, folder / "floor")
    came_in, again = _process("in", copy, first), _process("out", copy, second)
    size = first.stat().st_size / 1e6
    print(f"archive of {COUNT:,} applications, {size:.0f} MB; floor {floor:.2f} s")
    kept = True
    for what, took in (("export", out), ("import", came_in), ("export again", again)):
        ratio = took.seconds / floor
        over = took.megabytes > MOST_MEGABYTES or ratio > MOST_RATIO[what]
        kept &= not over
        print(
            f"{what:<16}{took.seconds:>8.2f} s{ratio:>8.1f} x{took.processor:>8.2f} s cpu"
            f"{took.megabytes:>8.0f} MB{'  over' if over else ''}"
        )
    same = filecmp.cmp(first, second, shallow=False)
    print("the same byte for byte" if same else "the archives differ")
    return kept and same


def _attach(workspace: Workspace) -> None:
    """Give each application a document that does not pack."""
    random = Random(COUNT)
    with workspace.database.write("attach", journalled=False) as tx:
        for number in range(1, COUNT + 1):
            content = random.randbytes(DOCUMENT)
            documents.store(
                tx.session,
                number,
                "CV.pdf",
                "cv",
                "application/pdf",
                content,
                sent_on=None,
                now=NOW,
            )


def _process(what: str, file: Path, archive: Path) -> Took:
    command = [sys.executable, "-m", "benchmarks.bench_archive", what, str(file), str(archive)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    return Took(*map(float, answer.stdout.split()))


def _packed_and_copied(source: Path, target: Path) -> float:
    began = perf_counter()
    with zipfile.ZipFile(source) as archive:
        for entry in archive.infolist():
            if entry.compress_type == zipfile.ZIP_DEFLATED:
                zlib.compress(archive.read(entry))
    with source.open("rb") as reading, target.open("wb") as writing:
        while piece := reading.read(1 << 20):
            writing.write(piece)
        writing.flush()
        os.fsync(writing.fileno())
    return perf_counter() - began


def _peak() -> float:
    """The most memory that this process held, in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1000


if __name__ == "__main__":
    main()
