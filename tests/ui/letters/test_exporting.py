from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from tests.ui.letters.conftest import Writer

from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.letters.contract import Folder

pytestmark = pytest.mark.usefixtures("undressed")

Open = Callable[[], Writer]
Write = Callable[..., int]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
READY = "Dear team,\n\nI grow things.\n\nAda"


def no_dialog() -> bool:
    return not [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog)]


def test_a_gap_stops_the_export_and_leads_to_its_input(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write()
    opened = writer()

    opened.desk.header.export.click()
    opened.settle()

    check = opened.desk.check
    assert check.isVisible()
    assert check.title.text() == "3 values are missing"
    assert no_dialog()
    check.lines[0].click()
    assert opened.focused_name() == "Company product"
    assert not any(version.exported for version in workspace.letters.versions(letter))


def test_the_list_shrinks_while_gaps_are_filled(writer: Open, write: Write) -> None:
    write(text="{{ company_product }} and {{ start_date }}")
    opened = writer()
    opened.key(Qt.Key.Key_E, CONTROL)
    assert opened.desk.check.title.text() == "2 values are missing"

    opened.key(Qt.Key.Key_F8)
    opened.type("Their ledger")
    opened.wait_until_saved()
    assert opened.desk.check.title.text() == "1 value is missing"
    opened.key(Qt.Key.Key_F8)
    opened.type("in May")
    opened.wait_until_saved()

    assert not opened.desk.check.isVisible()


def test_an_open_gate_asks_for_a_place_and_then_exports_again_without_asking(
    writer: Open, write: Write, workspace: Workspace, tmp_path: Path
) -> None:
    letter = write(text=READY)
    opened = writer()

    opened.key(Qt.Key.Key_E, CONTROL)
    suggested = Path(opened.save_dialog().selectedFiles()[0]).name
    opened.answer(tmp_path / suggested)

    file = tmp_path / "Wingtip Payments - Gardener.pdf"
    assert file.read_bytes().startswith(b"%PDF")
    assert opened.window.toast.text == f"Exported as {file.name}"
    assert opened.state_of(letter).endswith("Exported 22 Nov")
    file.unlink()
    opened.key(Qt.Key.Key_E, CONTROL)
    assert file.exists()
    assert sum(v.exported for v in workspace.letters.versions(letter)) == 2


def test_exporting_to_the_last_folder_replaces_no_other_file(
    writer: Open, write: Write, tmp_path: Path
) -> None:
    write(text=READY)
    opened = writer()
    opened.page.exporting.folder = Folder(str(tmp_path))
    other = tmp_path / "Wingtip Payments - Gardener.pdf"
    other.write_bytes(b"%PDF- of somebody else")

    opened.key(Qt.Key.Key_E, CONTROL)

    assert other.read_bytes() == b"%PDF- of somebody else"
    assert (tmp_path / "Wingtip Payments - Gardener 2.pdf").exists()


def test_export_anyway_needs_a_reason_which_is_recorded(
    writer: Open, write: Write, workspace: Workspace, tmp_path: Path
) -> None:
    letter = write(text="At [Company name] now")
    opened = writer()
    opened.key(Qt.Key.Key_E, CONTROL)
    check = opened.desk.check

    check.anyway.click()
    opened.key(Qt.Key.Key_Return, on=check.reason)
    assert no_dialog()
    QTest.keyClicks(check.reason, "The form asks for it")
    opened.key(Qt.Key.Key_Return, on=check.reason)
    opened.answer(tmp_path / "letter.pdf")

    assert (tmp_path / "letter.pdf").exists()
    with workspace.database.read() as session:
        from sqlalchemy import text

        reasons = session.scalars(text("SELECT override_reason FROM letter_version")).all()
    assert "The form asks for it" in reasons
    assert any(version.exported for version in workspace.letters.versions(letter))
    assert not check.isVisible()


def test_a_leftover_bracket_is_selected_in_the_text(writer: Open, write: Write) -> None:
    write(text="🙂 {{ company }} and [Company name] now")
    opened = writer()
    opened.key(Qt.Key.Key_E, CONTROL)

    opened.key(Qt.Key.Key_F8)

    assert opened.editor.textCursor().selectedText() == "[Company name]"
    assert opened.editor.hasFocus()


def test_another_company_s_name_does_not_slip_through(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    workspace.applications.add({"company": "Litware Robotics", "role": "Cook"})
    write(text="I admire Litware Robotics.")
    opened = writer()

    opened.key(Qt.Key.Key_E, CONTROL)

    assert "company of another application" in opened.desk.check.lines[0].text()
    assert no_dialog()


def test_a_place_that_cannot_be_written_offers_another(
    writer: Open, write: Write, tmp_path: Path
) -> None:
    write(text=READY)
    opened = writer()
    (tmp_path / "notes.pdf").write_text("my notes")
    opened.key(Qt.Key.Key_E, CONTROL)

    opened.save_dialog().fileSelected.emit(str(tmp_path / "notes.pdf"))
    opened.save_dialog().close()
    opened.settle()

    assert "not exported" in opened.desk.banner.text
    assert (tmp_path / "notes.pdf").read_text() == "my notes"
    opened.desk.banner.button.click()
    opened.answer(tmp_path / "letter.pdf")
    assert (tmp_path / "letter.pdf").exists()
    assert opened.desk.banner.text == ""
