"""`kill -9` while a letter is typed: 100 times, or as often as the first argument says.

    PYTHONPATH=. python benchmarks/kill_typing.py [TIMES]

Prints how much typing was lost, in seconds. The aim is never more than two, and never a broken
letter or workspace.
"""

import random
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.support.killing import MOST_LOST, kill_while_typing, prepare

TIMES = 100
SECONDS = (0.2, 6.0)


def main(times: int) -> int:
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


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES))
