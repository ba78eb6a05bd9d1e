from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from tests.ui.letters.conftest import Writer

from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.letters.contract import Folder

pytestmark = pytest.mark.usefixtures("undressed")

Open = Callable[[], Writer]
Write = Callable[..., int]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
READY = "Dear team,\n\nI grow things for Wingtip Payments.\n\nKind regards,\n\nAda"
STOPPED = f"[Company name] {READY}"


def choose(menu: QMenu, words: str) -> None:
    (action,) = [one for one in menu.actions() if one.text() == words]
    action.trigger()


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)  # it opens a real menu
def test_the_export_menu_opens_by_its_key_and_offers_every_way(writer: Open, write: Write) -> None:
    write(text=READY)
    opened = writer()

    opened.key(Qt.Key.Key_E, CONTROL | SHIFT)

    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    assert words == [
        *("PDF", "Word", "Plain text", "Markdown", "Copy", "Print…"),
        *("Export to another folder…", "Mark as sent"),
    ]


@pytest.mark.parametrize(("words", "suffix"), [("Word", ".docx"), ("Plain text", ".txt")])
def test_the_format_chosen_last_is_that_of_the_next_export(
    writer: Open, write: Write, tmp_path: Path, words: str, suffix: str
) -> None:
    write(text=READY)
    opened = writer()
    opened.page.exporting.folder = Folder(str(tmp_path))
    file = tmp_path / f"Wingtip Payments - Gardener{suffix}"

    choose(opened.desk.header.export_menu, words)
    opened.settle()
    assert file.exists()
    file.unlink()
    opened.key(Qt.Key.Key_E, CONTROL)

    assert file.exists()
    assert opened.desk.header.export.text() in ("Export Word", "Export text")


def test_the_toast_after_an_export_offers_to_mark_the_letter_as_sent(
    writer: Open, write: Write, workspace: Workspace, tmp_path: Path
) -> None:
    letter = write(text=READY)
    opened = writer()
    opened.page.exporting.folder = Folder(str(tmp_path))

    opened.key(Qt.Key.Key_E, CONTROL)
    opened.window.toast.action.click()
    opened.settle()

    assert workspace.letters.view(letter).sent_on is not None
    assert opened.window.toast.text == "Letter marked as sent"
    assert opened.desk.header.saved.text() == "Sent 22 Nov"
    assert opened.state_of(letter).endswith("Sent 22 Nov")


def test_a_copied_letter_lies_on_the_clipboard_plain_and_with_its_form(
    writer: Open, write: Write
) -> None:
    write(text=READY.replace("things", "**things**"))
    opened = writer()

    choose(opened.desk.header.export_menu, "Copy")
    opened.settle()

    held = QApplication.clipboard().mimeData()
    assert "I grow things for Wingtip Payments." in held.text()
    assert "<b>things</b>" in held.html().replace("strong", "b")
    assert opened.window.toast.text == "Letter copied"


@pytest.mark.parametrize("way", ["Copy", "Print…", "Mark as sent", "Plain text"])
def test_every_way_out_goes_through_the_gate(
    writer: Open, write: Write, workspace: Workspace, way: str, tmp_path: Path
) -> None:
    letter = write(text=STOPPED)
    opened = writer()
    opened.page.exporting.folder = Folder(str(tmp_path))
    QApplication.clipboard().setText("as before")

    choose(opened.desk.header.export_menu, way)
    opened.settle()

    assert opened.desk.check.isVisible()
    assert opened.desk.check.anyway.isVisible()
    assert QApplication.clipboard().text() == "as before"
    assert not list(tmp_path.glob("*Gardener*"))
    assert not any(isinstance(one, QPrintDialog) for one in QApplication.topLevelWidgets())
    assert workspace.letters.view(letter).sent_on is None


def test_a_letter_that_left_for_a_reason_shows_it_among_its_versions(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write(text=STOPPED)
    opened = writer()
    choose(opened.desk.header.export_menu, "Copy")
    opened.settle()
    check = opened.desk.check

    check.anyway.click()
    QTest.keyClicks(check.reason, "It is their own form")
    opened.key(Qt.Key.Key_Return, on=check.reason)

    assert "[Company name]" in QApplication.clipboard().text()
    newest = workspace.letters.versions(letter)[0]
    assert newest.reason == "It is their own form"


def test_what_was_exported_for_a_reason_is_marked_as_sent_without_asking_again(
    writer: Open, write: Write, workspace: Workspace, tmp_path: Path
) -> None:
    letter = write(text=STOPPED)
    opened = writer()
    opened.page.exporting.folder = Folder(str(tmp_path))
    check = opened.desk.check
    opened.key(Qt.Key.Key_E, CONTROL)
    check.anyway.click()
    QTest.keyClicks(check.reason, "It is their own form")
    opened.key(Qt.Key.Key_Return, on=check.reason)
    assert list(tmp_path.glob("*.pdf"))

    choose(opened.desk.header.export_menu, "Mark as sent")
    opened.settle()

    assert not check.isVisible()
    assert workspace.letters.view(letter).sent_on is not None
    assert workspace.letters.versions(letter)[0].reason == "It is their own form"


def test_the_way_past_the_gate_says_what_it_does(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write(text=STOPPED)
    opened = writer()
    check = opened.desk.check

    choose(opened.desk.header.export_menu, "Mark as sent")
    opened.settle()
    assert check.anyway.text() == "Mark as sent anyway"
    check.anyway.click()
    assert check.confirm.text() == "Mark as sent with this reason"
    QTest.keyClicks(check.reason, "It went out by post")
    opened.key(Qt.Key.Key_Return, on=check.reason)

    assert workspace.letters.view(letter).sent_on is not None
    assert not check.isVisible()


def test_a_printed_letter_has_the_pages_of_its_preview(
    writer: Open, write: Write, tmp_path: Path
) -> None:
    pypdf = pytest.importorskip("pypdf")
    write(text=READY + "\n\nMore to say. " * 150)
    opened = writer()
    shown = opened.desk.preview.paper._pages
    assert shown is not None
    assert shown.count > 1

    choose(opened.desk.header.export_menu, "Print…")
    opened.settle()
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QPrintDialog)]
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.accepted.emit(printer)
    dialog.close()
    opened.settle()

    pages = pypdf.PdfReader(tmp_path / "printed.pdf").pages
    assert len(pages) == shown.count
    assert "I grow things" in " ".join(pages[0].extract_text().split())
    width, height = (float(side) for side in pages[0].mediabox[2:])
    assert (round(width), round(height)) == (595, 842)


def test_a_check_without_anything_to_mend_says_so(writer: Open, write: Write) -> None:
    write(text=READY)
    opened = writer()

    choose(opened.desk.header.menu, "Check letter")
    opened.settle()

    assert opened.desk.check.title.text() == "Nothing to mend: this letter can leave"
    assert not opened.desk.check.anyway.isVisible()


def test_what_blocks_stands_before_what_is_only_to_be_looked_at(writer: Open, write: Write) -> None:
    write(text="Dear team,\n\nI grow grow things.\n\nAt [Company name] now.\n\nAda")
    opened = writer()

    choose(opened.desk.header.menu, "Check letter")
    opened.settle()

    blocking = [finding.blocking for finding in opened.desk.check.findings]
    assert blocking == sorted(blocking, reverse=True)
    assert {True, False} == set(blocking)
    names = [line.accessibleName() for line in opened.desk.check.lines]
    assert names[0].startswith("To mend: ")
    assert names[-1].startswith("To look at: ")
