"""Adding an application, as the window and the terminal do it: the service call, p50.

The floor is one fdatasync of a written page on the same disk: what no program that keeps its
word can do without. Acceptance: at most twice that and 5 ms.
"""

import os
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.stages import Stage

ROUNDS = 200


def floor(folder: Path) -> float:
    """p50 of writing and syncing one page, in milliseconds."""
    handle = os.open(folder / "floor", os.O_CREAT | os.O_WRONLY, 0o600)
    page, times = b"x" * 4096, []
    for number in range(ROUNDS):
        os.pwrite(handle, page, number * len(page))
        started = perf_counter()
        os.fdatasync(handle)
        times.append(perf_counter() - started)
    os.close(handle)
    return median(times) * 1000


def adding(folder: Path) -> float:
    """p50 of `Applications.add`, in milliseconds."""
    times = []
    with open_workspace(folder / "bench.jobtracker", write=True) as workspace:
        for number in range(ROUNDS):
            started = perf_counter()
            workspace.applications.add(
                {
                    "company": f"Company {number}",
                    "role": "Senior Python Developer",
                    "stage": Stage.APPLIED,
                    "pay": "140-165k",
                    "location": "Austin, TX",
                    "notes": "Spoke to the recruiter, who sent the posting.",
                }
            )
            times.append(perf_counter() - started)
    return median(times) * 1000


def main() -> None:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        base, service = floor(folder), adding(folder)
    allowed = 2 * base + 5
    print(f"fdatasync p50            {base:7.2f} ms")
    print(f"add, service call, p50   {service:7.2f} ms   (allowed {allowed:.2f} ms)")
    print(f"ratio to the floor       {service / base:7.2f}")


if __name__ == "__main__":
    main()
