"""`kill -9` while somebody types: in a letter, or in every field of the program.

    PYTHONPATH=. python benchmarks/kill_typing.py [TIMES]
    PYTHONPATH=. python benchmarks/kill_typing.py FIELD [TIMES]
    PYTHONPATH=. python benchmarks/kill_typing.py all [TIMES]

FIELD is a part of a name in tests/support/typing_places.py. Prints how much typing was lost, in
seconds, and for fields whether the text was offered again by the next start. The aim is never
more than two seconds, always offered again, and never a broken letter or workspace.
"""

import random
import shutil
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from tests.support.killing import (
    MOST_LOST,
    kill_in_field,
    kill_while_typing,
    prepare,
    prepare_search,
)
from tests.support.typing_places import PLACES

TIMES = 100
IN_FIELDS = 20
SECONDS = (0.2, 6.0)
IN_A_FIELD = (1.3, 6.0)
"""Long enough that something of it must be there again."""


def main(times: int) -> int:
    """Kill while a letter is typed; 1 where too much was lost."""
    chance = random.Random()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "search.jobtracker"
        prepare(file)
        kills = []
        for number in range(times):
            kills.append(kill_while_typing(file, chance.uniform(*SECONDS)))
            print(f"\r{number + 1} of {times}", end="", flush=True)
    lost = [kill.lost for kill in kills]
    keys = sum(kill.keys for kill in kills)
    most = max(lost)
    print(f"\n{times} kills, {keys} keys typed; lost: p50 {median(lost):.2f} s, most {most:.2f} s")
    return int(most > MOST_LOST)


def in_fields(wanted: str, times: int) -> int:
    """Kill in the fields whose names hold a word, in a random order; 1 where any fell short."""
    chance = random.Random()
    places = [name for name in PLACES if wanted == "all" or wanted in name]
    chance.shuffle(places)
    kills = []
    print(f"{'field':36} {'typed':>6} {'kept':>6} {'lost s':>7}  offered again")
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "sample.jobtracker"
        prepare_search(sample)
        for number, place in enumerate(islice(cycle(places), times)):
            file = Path(folder) / str(number) / "search.jobtracker"
            file.parent.mkdir()
            shutil.copy(sample, file)
            kill = kill_in_field(file, place, chance.uniform(*IN_A_FIELD))
            kills.append(kill)
            again = "yes" if kill.offered else "NO"
            print(f"{place:36} {kill.keys:6} {kill.kept:6} {kill.lost:7.2f}  {again}", flush=True)
    lost = [kill.lost for kill in kills]
    good = sum(kill.offered and kill.lost <= MOST_LOST for kill in kills)
    print(
        f"{len(kills)} kills in {len({kill.place for kill in kills})} fields, "
        f"{sum(kill.keys for kill in kills)} keys typed; lost: p50 {median(lost):.2f} s, most "
        f"{max(lost):.2f} s; {sum(kill.offered for kill in kills)} offered again, "
        f"{sum('kept' in kill.said for kill in kills)} told of at the start"
    )
    return int(good < len(kills))


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if not word.isdecimal()]
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    if words:
        sys.exit(in_fields(words[0], numbers[0] if numbers else IN_FIELDS))
    sys.exit(main(numbers[0] if numbers else TIMES))
