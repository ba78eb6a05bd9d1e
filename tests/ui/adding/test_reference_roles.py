"""Which reference role the sheet proposes for what is typed, and why."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from tests.ui.applications.conftest import Desk

from jobtracker.services.workspace import Workspace

ONET = Path(__file__).parents[2] / "data" / "roles" / "onet_mini"


def test_another_title_of_a_role_proposes_it_and_says_so(
    desk: Callable[[], Desk], workspace: Workspace
) -> None:
    workspace.profiles.import_files([ONET])
    opened = desk()
    opened.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert opened.add_sheet is not None
    form = opened.add_sheet.form

    form.texts["role"].setText("Senior Beacon Attendant")
    opened.settle()

    said = form.field("profile").editor.accessibleDescription()
    assert form.profile.currentText() == "Lighthouse Keepers"
    assert said.startswith("Alternate title: Beacon Attendant. ")
    opened.key(Qt.Key.Key_Escape)


def test_what_the_posting_names_proposes_a_role_and_says_how_often(
    desk: Callable[[], Desk],
) -> None:
    opened = desk()
    opened.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert opened.add_sheet is not None
    sheet = opened.add_sheet
    sheet.form.texts["role"].setText("Game Developer")
    sheet.side.edit.setPlainText("Python, Python and Python.")
    opened.settle()

    said = sheet.form.field("profile").editor.accessibleDescription()
    assert sheet.form.profile.currentText() == "Python Developer"
    assert said.startswith("The posting names Python 3 times. ")
    opened.key(Qt.Key.Key_Escape)
