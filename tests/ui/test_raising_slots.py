"""Whatever Qt calls may fail: the person is told, the program lives, nothing typed is lost."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.window import PROJECT, program_environment

SECONDS = os.environ.get("JOBTRACKER_RAISING", "12")
"""How long gestures are made; the rest of the time goes to starting and to looking afterwards."""
PATIENCE = 240

PAINTER = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget
import jobtracker.ui
from jobtracker.ui.runtime import errors

class Torn(QWidget):
    painted = 0
    def paintEvent(self, event):
        painter = QPainter(self)
        self.painted += 1
        if self.painted == 1:
            raise ValueError("torn")
        painter.end()
    def sizeHint(self):
        raise ValueError("no size")

app = QApplication([])
told = []
errors.install(told.append)
torn = Torn()
torn.show()
QTimer.singleShot(50, torn.grab)
QTimer.singleShot(100, torn.update)
QTimer.singleShot(300, app.exit)
app.exec()
print(torn.painted > 1, len(told), flush=True)
torn.deleteLater()
app.processEvents()
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> dict[str, object]:
    """What a program saw of which every slot, receiver, override and service failed once."""
    folder = tmp_path_factory.mktemp("raising")
    file, report = folder / "search.jobtracker", folder / "report.json"
    shutil.copy(sample, file)
    done = _run("-m", "tests.support.raising", str(file), str(report), SECONDS, folder=folder)
    assert done.returncode == 0, done.stderr[-4000:]
    made: dict[str, object] = json.loads(report.read_text())
    return made


def _run(*what: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    environment = program_environment(folder) | {"QT_QPA_PLATFORM": "offscreen"}
    environment["PYTHONPATH"] += os.pathsep + str(PROJECT)
    return subprocess.run(
        [sys.executable, *what],
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def test_slots_receivers_overrides_and_services_were_made_to_fail(
    seen: dict[str, dict[str, str]],
) -> None:
    kinds = set(seen["raised"].values())

    assert {"overridden method", "receiver of a channel", "slot"} <= kinds
    assert len(seen["raised"]) > 20


def test_each_failure_is_logged_and_told_in_one_message(seen: dict[str, int]) -> None:
    raised = len(seen["raised"])  # type: ignore[arg-type]  # a report of several kinds

    assert seen["logged"] == raised
    assert 0 < seen["told"] <= raised + seen["followed"]
    assert seen["modal"] == []  # type: ignore[comparison-overlap]  # the same


def test_what_is_typed_in_a_sheet_outlives_all_of_it(seen: dict[str, object]) -> None:
    assert seen["typed text"] is True


def test_the_next_use_works(seen: dict[str, object]) -> None:
    assert seen["afterwards"] == []


def test_a_painter_that_is_left_open_does_not_end_the_program(tmp_path: Path) -> None:
    done = _run("-c", PAINTER, folder=tmp_path)

    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["True", "2"], done.stderr
    assert "being painted" not in done.stderr
