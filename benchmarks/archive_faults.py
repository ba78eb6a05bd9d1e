"""Export and import with the n-th file call failing or fatal, for every n, and killed at random.

    python -m benchmarks.archive_faults [--points N] [--step N] [--kills N]

Needs `strace`. With `--step 10` every tenth call fails, so that N points reach ten times as far
into a run. After each run the archive under its final name is the former one or the new one,
whole, and the workspace holds all of the import or nothing. What fails says so in one line.
"""

import argparse
import hashlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from jobtracker.bootstrap import open_workspace
from jobtracker.system.resources import resource

CALLS = ("write", "pwrite64", "fsync,fdatasync", "ftruncate", "rename,renameat,renameat2", "unlink")
FAULTS = ("signal=KILL", "error=ENOSPC", "error=EIO")
KILLED = -9


class Case(NamedTuple):
    """A command with its file; `ends` are the states that it may leave, by fingerprint."""

    name: str
    arguments: tuple[str, ...]
    ends: frozenset[str]


class Bench:
    """A folder with a workspace to export, an empty one to import into, and both archives."""

    def __init__(self, folder: Path) -> None:
        self.base, self.run = folder / "base", folder / "run"
        self.base.mkdir()
        with open_workspace(self.base / "full.jobtracker", write=True) as full:
            full.archive.export(self.base / "all.zip")
            full.sample.fill(resource("sample", "applications.toml"))
            full.archive.export(self.base / "new.zip")
        open_workspace(self.base / "empty.jobtracker", write=True).close()
        self.cases = (
            Case(
                "export",
                ("--workspace", "full.jobtracker", "export", "all.zip", "--replace"),
                frozenset({_hash(self.base / "all.zip"), _hash(self.base / "new.zip")}),
            ),
            Case(
                "import",
                ("--workspace", "empty.jobtracker", "import", "new.zip"),
                frozenset({"0", "60"}),
            ),
        )

    def fresh(self) -> None:
        shutil.rmtree(self.run, ignore_errors=True)
        shutil.copytree(self.base, self.run)

    def end(self, case: Case) -> str:
        """The state that a run left."""
        if case.name == "export":
            return _hash(self.run / "all.zip")
        with open_workspace(self.run / "empty.jobtracker", write=True) as empty:
            found = empty.checking.check()
        return str(found.applications) if not found.problems else found.problems[0]


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--points", type=int, default=40)
    options.add_argument("--step", type=int, default=1)
    options.add_argument("--kills", type=int, default=20)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name))
        bad = [*_every_call(bench, given.points, given.step), *_killed(bench, given.kills)]
    for line in bad:
        print(line)
    sys.exit(bool(bad))


def _every_call(bench: Bench, most: int, step: int) -> Iterator[str]:
    for case in bench.cases:
        for call in CALLS:
            for fault in FAULTS:
                points, bad = 0, []
                for number in range(1, most * step + 1, step):
                    wrong = _one(bench, case, call, fault, number)
                    if wrong is None:
                        break
                    points += 1
                    bad += [f"{case.name} {call} {fault} {number}: {wrong}"] if wrong else []
                print(f"{case.name:<7}{call:<28}{fault:<14}{points:>4} points {len(bad)} bad")
                yield from bad


def _one(bench: Bench, case: Case, call: str, fault: str, number: int) -> str | None:
    """What is wrong after a run, "" for nothing; None where no call was left to fail."""
    bench.fresh()
    log = bench.run / "strace.log"
    strace = ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={call}"]
    strace += ["-e", f"inject={call}:{fault}:when={number}"]
    done = _program(bench, case, strace)
    hit = "INJECTED" in log.read_text(errors="replace") or done.returncode == KILLED
    if not hit:
        return None
    if "Traceback" in done.stderr or "made a mistake" in done.stderr:
        return f"an error that is ours: {done.stderr[-300:]}"
    return _judged(bench, case)


def _killed(bench: Bench, times: int) -> Iterator[str]:
    rng = random.Random(7)
    for case in bench.cases:
        whole = 0.0
        for number in range(times + 1):
            bench.fresh()
            began = time.perf_counter()
            process = subprocess.Popen(
                _command(case), cwd=bench.run, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            if number:
                time.sleep(whole * rng.uniform(0.2, 1.1))
                process.kill()
            process.wait()
            whole = whole or time.perf_counter() - began
            wrong = _judged(bench, case)
            if wrong:
                yield f"{case.name} killed: {wrong}"
        print(f"{case.name:<7}killed {times} times")


def _judged(bench: Bench, case: Case) -> str:
    end = bench.end(case)
    return "" if end in case.ends else f"left {end[:80]}"


def _program(bench: Bench, case: Case, wrap: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*wrap, *_command(case)],
        cwd=bench.run,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )


def _command(case: Case) -> list[str]:
    return [sys.executable, "-m", "jobtracker", *case.arguments]


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
