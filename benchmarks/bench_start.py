"""The first painted list, its rows visible, beside a bare PySide6 window.

Both are whole processes from source with compiled byte code, in turns, wall clock from the
start of the process to the first paint of the table (or of the bare window). Acceptance: the
ratio of the medians is at most 1.65 with 200 applications.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.stages import STAGES

RUNS = 7
APPLICATIONS = 200
ALLOWED = 1.65

BARE = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Quit(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: (print("painted", flush=True), app.quit()))
        return False

app = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1280, 800)
window.installEventFilter(watch := Quit())
window.show()
app.exec()
"""

OURS = """
import gc
import sys

gc.disable()  # as the program's own door does
from jobtracker.ui.features.applications.table import ApplicationTable

paint = ApplicationTable.paintEvent

def painted(self, event):
    paint(self, event)
    if self.model().rowCount() >= 200:
        print("painted", flush=True)

ApplicationTable.paintEvent = painted
from jobtracker.desktop import open_window
sys.exit(open_window(sys.argv[1]))
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "bench.jobtracker"
        fill(file)
        commands = {"bare window": (BARE,), "first list": (OURS, str(file))}
        times: dict[str, list[float]] = {what: [] for what in commands}
        for run in range(RUNS + 1):
            for what, command in commands.items():
                took = until_painted(command, Path(name))
                if run:
                    times[what].append(took)
    middle = {what: median(found) for what, found in times.items()}
    for what, found in times.items():
        span = f"{min(found) * 1000:.0f}-{max(found) * 1000:.0f}"
        print(f"{what:<12} {middle[what] * 1000:7.0f} ms   ({span})")
    ratio = middle["first list"] / middle["bare window"]
    print(f"ratio        {ratio:7.2f}      (allowed {ALLOWED})")


def fill(file: Path) -> None:
    """A workspace with as many open applications as the acceptance asks for."""
    with open_workspace(file, write=True) as workspace:
        for number in range(APPLICATIONS):
            workspace.applications.add(
                {
                    "company": f"Company {number}",
                    "role": "Senior Python Developer",
                    "stage": STAGES[number % len(STAGES)],
                    "pay": f"${100 + number % 50}K-${130 + number % 50}K",
                    "location": "Austin, TX",
                    "next_action": "Follow up",
                }
            )


def until_painted(command: tuple[str, ...], home: Path) -> float:
    """Seconds from the start of the process until it says that it has painted."""
    environment = {
        "QT_QPA_PLATFORM": "offscreen",
        **os.environ,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", *command], stdout=subprocess.PIPE, env=environment, text=True
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        took = perf_counter() - started
        process.kill()
    if said.strip() != "painted":
        raise SystemExit(f"the window did not paint: {said!r}")
    return took


if __name__ == "__main__":
    main()
