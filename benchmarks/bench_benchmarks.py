"""Looking wages up in the pack that comes with the program.

Acceptance: one figure at most 0.1 ms, all areas of an occupation and all occupations of an area
p95 at most 2 ms, as figures ready to be shown. Finding an occupation by a title: p95 at most 5 ms.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

from benchmarks.build import opened
from benchmarks.report import RUNS, WARM_UP, Line, show, timed
from jobtracker.services.benchmarks import Benchmarks

ONE_MS, ALL_MS, FIND_MS = 0.1, 2, 5
TITLES = (
    "Senior Python Developer (Remote)", "SRE", "nurse", "truck driver", "accountnat", "Lead QA",
    "office manager", "warehouse", "data", "Electrician's apprentice", "growth marketer",
)  # fmt: skip


def main() -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        opened(Path(folder) / "search.jobtracker") as workspace,
    ):
        kept = show("Wages of the pack", _lines(workspace.benchmarks))
    sys.exit(not kept)


def _lines(wages: Benchmarks) -> Iterator[Line]:
    rng = Random(6)
    codes = [known.code for known in wages.occupations()]
    areas = [area.code for area in wages.areas()]

    def some(look_up: Callable[[Random], object]) -> Iterator[Callable[[], object]]:
        return (partial(look_up, rng) for _ in range(WARM_UP + RUNS))

    yield Line(
        "one figure",
        timed(some(lambda rng: wages.figure(rng.choice(codes), rng.choice(areas)))),
        ONE_MS,
    )
    yield Line("all areas", timed(some(lambda rng: wages.all_areas(rng.choice(codes)))), ALL_MS)
    yield Line(
        "all occupations", timed(some(lambda rng: wages.all_occupations(rng.choice(areas)))), ALL_MS
    )
    yield Line("a title", timed(some(lambda rng: wages.find(rng.choice(TITLES)))), FIND_MS)


if __name__ == "__main__":
    main()
