from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.ui.letters.conftest import Writer

from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.letters.contract import Duplicate, Folder
from jobtracker.ui.features.letters.leaving.many_sheet import ManySheet
from jobtracker.ui.features.letters.past.whom_sheet import WhomSheet

pytestmark = pytest.mark.usefixtures("undressed")

Open = Callable[[], Writer]
Write = Callable[..., int]
COMPANIES = ("Acme", "Litware", "Contoso")


def ready(company: str) -> str:
    return f"Dear team,\n\nI grow things for {company}.\n\nKind regards,\n\nAda"


def sheet_for(opened: Writer, ids: tuple[int, ...], folder: Path) -> ManySheet:
    opened.page.exporting.folder = Folder(str(folder))
    opened.page.list.export_many.put(ids)
    (sheet,) = opened.window.findChildren(ManySheet)
    return sheet


def test_several_letters_are_written_into_one_folder(
    writer: Open, write: Write, tmp_path: Path
) -> None:
    ids = tuple(write(company, text=ready(company)) for company in COMPANIES)
    opened = writer()
    sheet = sheet_for(opened, ids, tmp_path)
    assert sheet.go.hasFocus()

    opened.key(Qt.Key.Key_Return)

    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == [
        "Acme - Gardener.pdf",
        "Contoso - Gardener.pdf",
        "Litware - Gardener.pdf",
    ]
    assert sheet.said.text() == f"3 letters exported to {tmp_path.name}."
    opened.key(Qt.Key.Key_Return)
    assert opened.window.findChildren(ManySheet) == []


def test_letters_that_the_gate_stops_stay_and_are_named(
    writer: Open, write: Write, tmp_path: Path
) -> None:
    ids = (write("Acme", text=ready("Acme")), write("Litware", text="[Company name]"))
    opened = writer()
    sheet = sheet_for(opened, ids, tmp_path)

    sheet.go.click()
    opened.settle()

    assert [path.name for path in tmp_path.glob("*.pdf")] == ["Acme - Gardener.pdf"]
    assert "1 letter stayed here" in sheet.said.text()
    sheet.close()


def test_stopping_ends_the_work_after_the_letter_it_is_at(
    writer: Open, write: Write, tmp_path: Path
) -> None:
    ids = tuple(write(f"Company {n}", text=ready(f"Company {n}")) for n in range(30))
    opened = writer()
    sheet = sheet_for(opened, ids, tmp_path)

    sheet.go.click()
    assert sheet.stop.hasFocus()
    opened.key(Qt.Key.Key_Space)

    assert sheet.said.text().startswith("Stopped. ")
    assert len(list(tmp_path.glob("*.pdf"))) < len(ids)
    sheet.close()


def test_a_duplicate_lists_what_speaks_of_the_first_application(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write("Acme", text=ready("Acme"))
    other = workspace.applications.add({"company": "Litware", "role": "Cook"}).value
    opened = writer()

    opened.window.actions_book["duplicate letter"].trigger()
    opened.settle()
    (sheet,) = opened.window.findChildren(WhomSheet)
    assert sheet.filter.hasFocus()
    opened.type("litw")
    opened.key(Qt.Key.Key_Return)

    (draft,) = [one.id for one in workspace.letters.listed() if one.id != letter]
    assert workspace.letters.view(draft).application_id == other
    assert opened.desk.draft is not None
    assert opened.desk.draft.id == draft
    check = opened.desk.check
    assert check.title.text().endswith("to change for Litware")
    (line,) = [one for one in check.lines if "Acme" in one.message]
    line.click()
    assert opened.editor.textCursor().selectedText() == "Acme"


def test_only_what_is_to_be_done_is_counted_and_f8_leads_to_its_value(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write(text="Dear {{ hiring_manager }},\n\nI grow for {{ company }}.\n\nAda")
    workspace.letters.set_values(letter, {"hiring_manager": "Ms Okafor"})
    other = workspace.applications.add({"company": "Litware", "role": "Botanist"}).value
    opened = writer()

    opened.page.intents.duplicated.put(Duplicate(letter, other))
    opened.settle()
    opened.key(Qt.Key.Key_F8)

    assert not any(finding.end <= finding.start for finding in opened.desk.check.findings)
    assert not opened.desk.parts.is_open
