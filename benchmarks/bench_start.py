"""The first painted list, its rows visible, and everything loaded, beside a bare PySide6 window:
once where the window was left on Today, once on the list of applications.

All are whole processes from source with compiled byte code, in turns, wall clock from the
start of the process; the ratios are those of the medians. After the first paint the interface's
thread is asked every millisecond whether it still answers.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from benchmarks.build import built

RUNS = 7
APPLICATIONS = 10_000
FIRST_LIST = 1.65
LOADED = 4.5
GAP_MS = 20

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
from importlib import import_module
from time import perf_counter

gc.disable()  # as the program's own door does
from jobtracker import ui
from PySide6.QtCore import QTimer
from jobtracker import desktop

FirstList, rows = getattr(import_module(sys.argv[2]), sys.argv[3]), int(sys.argv[4])
paint = FirstList.paintEvent
beats = []

def is_loaded(made):
    pane = made.pages.applications.pane if made.settled else None
    return pane is not None and pane.shown_id and pane._parts and pane._building is None

def beat():
    beats.append(perf_counter())
    if is_loaded(Watched.made):
        longest = max(b - a for a, b in zip(beats, beats[1:]))
        print(f"loaded {longest * 1000:.1f}", flush=True)
    else:
        QTimer.singleShot(1, beat)

def painted(self, event):
    paint(self, event)
    if not beats and self.model().rowCount() >= rows:
        print("painted", flush=True)
        beat()  # Qt keeps the override it has found, so that this stays and says nothing more

class Watched(desktop.Desktop):
    made = None
    def __init__(self, *parts):
        super().__init__(*parts)
        Watched.made = self

FirstList.paintEvent = painted
desktop.Desktop = Watched
sys.exit(desktop.open_window(sys.argv[1]))
"""

LISTS = {
    "today": ("jobtracker.ui.features.today.task_list", "TaskList", "20"),
    "applications": (
        "jobtracker.ui.features.applications.table.table",
        "ApplicationTable",
        "200",
    ),
}
"""What is painted first where the window was left on a page, and with how many rows."""


class Start(NamedTuple):
    """Seconds from the start of the process: to the first paint, and until all is loaded; and
    the longest time the interface's thread did not answer in between.
    """

    painted: float
    loaded: float = 0.0
    gap: float = 0.0


def main() -> None:
    file = built(APPLICATIONS)
    bare: list[Start] = []
    ours: dict[str, list[Start]] = {page: [] for page in LISTS}
    with tempfile.TemporaryDirectory() as name:
        homes = {page: left_on(page, Path(name) / page) for page in LISTS}
        for run in range(RUNS + 1):
            first = started((BARE,), homes["today"])
            found = {
                page: started((OURS, str(file), *LISTS[page]), homes[page], loads=True)
                for page in LISTS
            }
            if run:
                bare.append(first)
                for page, start in found.items():
                    ours[page].append(start)
    floor = median(one.painted for one in bare)
    print(f"bare window             {floor * 1000:7.0f} ms")
    for page, starts in ours.items():
        tell(page, starts, floor)


def left_on(page: str, home: Path) -> Path:
    """A home where the window was closed on this page."""
    settings = home / "jobtracker" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"format": 1, "page": page}), "utf-8")
    return home


def tell(page: str, starts: list[Start], floor: float) -> None:
    print(f"beginning on {page}")
    for what, allowed, found in (
        ("first list", FIRST_LIST, [one.painted for one in starts]),
        ("everything loaded", LOADED, [one.loaded for one in starts]),
    ):
        middle = median(found)
        print(
            f"  {what:<21} {middle * 1000:7.0f} ms   ({min(found) * 1000:.0f}-"
            f"{max(found) * 1000:.0f})   {middle / floor:.2f}x, allowed {allowed}"
        )
    gaps = [one.gap * 1000 for one in starts]
    print(
        f"  longest gap           {median(gaps):7.1f} ms   "
        f"(worst {max(gaps):.1f}), allowed {GAP_MS}"
    )


def started(command: tuple[str, ...], home: Path, *, loads: bool = False) -> Start:
    """One start of a process, up to its first paint or until it has loaded everything."""
    environment = {
        "QT_QPA_PLATFORM": "offscreen",
        **os.environ,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "XDG_CACHE_HOME": str(home),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", *command], stdout=subprocess.PIPE, env=environment, text=True
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline().strip()
        result = Start(perf_counter() - begun)
        if loads and said == "painted":
            word, gap = process.stdout.readline().split()
            result = Start(result.painted, perf_counter() - begun, float(gap) / 1000)
            said = "painted" if word == "loaded" else word
        process.kill()
    if said != "painted":
        raise SystemExit(f"the window did not paint: {said!r}")
    return result


if __name__ == "__main__":
    main()
