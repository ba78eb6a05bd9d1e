"""What the window costs while nobody touches it: memory, and how often it wakes.

The list has the focus and 10,000 applications stand behind it. Memory is the proportional set
size ten seconds after the start; wakeups are those of every thread in the ten seconds after.
Linux only: both are read from /proc.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import sleep

from benchmarks.build import built

APPLICATIONS = 10_000
SECONDS = 10
PSS_MB = 110
WAKEUPS = 1

PROGRAM = """
import sys
from jobtracker.__main__ import main
sys.argv[1:] = ["--workspace", sys.argv[1]]
sys.exit(main())
"""


def main() -> None:
    file = built(APPLICATIONS)
    with tempfile.TemporaryDirectory() as home:
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "HOME": home}
        environment |= {"XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home, "XDG_STATE_HOME": home}
        process = subprocess.Popen([sys.executable, "-c", PROGRAM, str(file)], env=environment)
        try:
            sleep(SECONDS)
            memory = pss(process.pid)
            before = switches(process.pid)
            sleep(SECONDS)
            woken = switches(process.pid) - before
        finally:
            process.kill()
            process.wait()
    print(f"memory   {memory:7.1f} MB   allowed {PSS_MB}")
    print(f"wakeups  {woken:7d}      in {SECONDS} s, allowed {WAKEUPS}")


def pss(process: int) -> float:
    """The proportional set size in MB."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def switches(process: int) -> int:
    """How often the threads of a process have gone to sleep so far: once for each waking."""
    found = 0
    for status in Path(f"/proc/{process}/task").glob("*/status"):
        lines = status.read_text().splitlines()
        found += int(next(line for line in lines if line.startswith("voluntary")).split()[1])
    return found


if __name__ == "__main__":
    main()
