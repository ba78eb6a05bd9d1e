"""Closing any descriptor of a file drops the locks that SQLite holds on it in this process: a
dialog that looks into files to find their icons would let a terminal delete the window's log.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFileDialog, QFileSystemModel, QWidget
from pytestqt.qtbot import QtBot

from jobtracker.bootstrap import open_workspace
from jobtracker.ui.widgets.dialogs import open_file, open_folder, save_file

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="locks there belong to handles")

ALONE = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        sys.exit(1)
"""


def is_locked(file: Path) -> bool:
    """Whether another program would find a lock on it."""
    return subprocess.run([sys.executable, "-c", ALONE, str(file)], check=False).returncode == 1


def has_listed(dialog: QFileDialog, count: int) -> bool:
    """Whether the dialog has looked at so many files, icons and all."""
    model = dialog.findChild(QFileSystemModel)
    if model is None:
        return False
    folder = model.index(dialog.directory().absolutePath())
    return model.rowCount(folder if folder.isValid() else QModelIndex()) >= count


def ask_open(parent: QWidget, folder: Path) -> QFileDialog:
    dialog = open_file(parent, "Open", ["All files (*)"], lambda path: path)
    dialog.setDirectory(str(folder))
    return dialog


def ask_save(parent: QWidget, folder: Path) -> QFileDialog:
    return save_file(parent, "Save", folder / "letter.pdf", ["PDF (*.pdf)"], lambda path: path)


def ask_folder(parent: QWidget, folder: Path) -> QFileDialog:
    return open_folder(parent, "Folder", folder, lambda path: path)


@pytest.mark.parametrize("ask", [ask_open, ask_save, ask_folder])
def test_a_dialog_over_the_folder_of_the_workspace_keeps_its_locks(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ask: object
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "search.jobtracker"
    parent = QWidget()
    qtbot.addWidget(parent)
    with open_workspace(file, write=True) as workspace:
        workspace.me.profile()
        assert is_locked(file)

        assert callable(ask)
        dialog = ask(parent, tmp_path)
        (tmp_path / "another folder").mkdir()
        qtbot.waitUntil(lambda: has_listed(dialog, 1))
        qtbot.wait(300)

        assert is_locked(file)
        assert is_locked(file.with_name(f"{file.name}-shm"))
        dialog.close()
