"""Templates and blocks on the page of letters: written, found again, imported and taken away."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.ui.letters.conftest import TEXT, Writer

from jobtracker.domain.blocks import Block, BlockPurpose
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.letters.library.contract import BLOCKS, LETTERS, TEMPLATES
from jobtracker.ui.features.letters.library.import_sheet import ImportSheet
from jobtracker.ui.features.letters.library.new_letter import NewLetterSheet
from jobtracker.ui.features.letters.writing.paragraph import paragraph_at

pytestmark = pytest.mark.usefixtures("undressed")

Open = Callable[[], Writer]
Write = Callable[..., int]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
REPORTS = Block(0, "", "Reports", "I halved the time of a report.", BlockPurpose.ACHIEVEMENT)


def shown(opened: Writer, which: str) -> None:
    opened.page.list.show_list(which)
    opened.settle()


def names(opened: Writer) -> list[str]:
    rows = opened.page.list.current.rows.rows
    return [getattr(row, "name", "") or row.company for row in rows]


def settled(opened: Writer) -> None:
    """Until what was typed in the library is stored."""
    library = opened.page.library

    def done() -> bool:
        opened.settle()
        return library.block.settled and library.template.settled

    opened.qtbot.waitUntil(done, timeout=5000)
    opened.settle()


def test_without_a_block_the_page_says_what_blocks_are_for(writer: Open) -> None:
    opened = writer()

    shown(opened, BLOCKS)

    assert opened.page.library.empty.isVisible()
    assert opened.page.library.empty.button.text() == "Write a block"


def test_a_block_is_written_by_keys_and_saves_itself(writer: Open, workspace: Workspace) -> None:
    opened = writer()
    shown(opened, BLOCKS)
    view = opened.page.library.block

    opened.page.library.empty.button.click()
    opened.settle()
    opened.type("Faster reports")
    view.skills.setFocus()
    opened.type("Python, SQL")
    view.editor.setFocus()
    opened.type("I halved it.")
    settled(opened)

    (block,) = workspace.blocks.all()
    assert (block.name, block.skills, block.text) == (
        "Faster reports",
        ("Python", "SQL"),
        "I halved it.",
    )
    assert names(opened) == ["Faster reports"]


def test_what_is_undone_is_shown_again(writer: Open, workspace: Workspace) -> None:
    workspace.blocks.add(REPORTS)
    opened = writer()
    shown(opened, BLOCKS)
    view = opened.page.library.block
    view.editor.setFocus()
    opened.type("So: ")
    settled(opened)
    assert workspace.blocks.get("Reports").text == "So: I halved the time of a report."

    opened.window.actions_book["undo"].trigger()
    opened.settle()

    assert view.editor.source() == REPORTS.text


def test_a_variant_begins_with_the_same_words_below_its_block(
    writer: Open, workspace: Workspace
) -> None:
    workspace.blocks.add(REPORTS)
    workspace.blocks.add(REPORTS._replace(name="Sales"))
    opened = writer()
    shown(opened, BLOCKS)

    opened.page.library.block.variant.click()
    opened.settle()
    opened.type("Reports, short")
    settled(opened)

    assert names(opened) == ["Reports", "Reports, short", "Sales"]
    assert workspace.blocks.get("Reports, short").variant_of == workspace.blocks.get("Reports").id
    assert opened.page.library.block.variants.text() == "2 wordings"


def test_a_deleted_block_comes_back_by_undo(writer: Open, workspace: Workspace) -> None:
    workspace.blocks.add(REPORTS)
    opened = writer()
    shown(opened, BLOCKS)

    opened.key(Qt.Key.Key_Delete, on=opened.page.list.blocks)
    assert opened.page.library.empty.isVisible()
    opened.window.actions_book["undo"].trigger()
    opened.settle()

    assert opened.page.library.block.editor.source() == REPORTS.text


def test_a_paragraph_of_a_letter_is_kept_as_a_block(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write(text="Dear all,\n\nI halved the time of a report.\n\nYours")
    opened = writer()
    opened.put_cursor("the time")

    opened.window.actions_book["keep block"].trigger()
    opened.settle()

    (block,) = workspace.blocks.all()
    assert block.text == "I halved the time of a report."
    assert workspace.letters.view(letter).text.count("halved") == 1


def test_blocks_can_be_put_into_a_template(writer: Open, workspace: Workspace) -> None:
    workspace.blocks.add(REPORTS)
    opened = writer()
    shown(opened, TEMPLATES)

    opened.window.actions_book["insert field"].trigger()
    opened.type("repo")
    opened.key(Qt.Key.Key_Return)
    settled(opened)

    (own,) = [one for one in workspace.letters.templates() if one.origin == "own"]
    assert REPORTS.text in own.text


@pytest.mark.parametrize(
    ("place", "found"),
    [(0, "One\ntwo"), (5, "One\ntwo"), (8, ""), (9, "three"), (14, "three")],
)
def test_the_paragraph_of_a_place_ends_at_blank_lines(place: int, found: str) -> None:
    assert paragraph_at("One\ntwo\n\nthree", place) == found


def test_typing_on_a_list_narrows_it_and_escape_shows_all(
    writer: Open, workspace: Workspace
) -> None:
    workspace.blocks.add(REPORTS._replace(skills=("Python",)))
    workspace.blocks.add(REPORTS._replace(name="Sales"))
    opened = writer()
    shown(opened, BLOCKS)
    pane = opened.page.list
    pane.blocks.setFocus()

    opened.key(Qt.Key.Key_P)
    opened.type("yth")
    opened.settle()
    assert names(opened) == ["Reports"]
    opened.key(Qt.Key.Key_Escape)

    assert names(opened) == ["Reports", "Sales"]
    assert pane.blocks.hasFocus()


def test_a_list_stays_narrowed_while_one_walks_through_it(writer: Open, write: Write) -> None:
    for company in ("Acme", "Acme Robotics", "Litware"):
        write(company)
    opened = writer()
    pane = opened.page.list
    pane.filter.setFocus()

    opened.type("acme")
    opened.key(Qt.Key.Key_Down)
    opened.key(Qt.Key.Key_Down)

    assert set(names(opened)) == {"Acme", "Acme Robotics"}
    assert pane.filter.text() == "acme"


def test_several_letters_are_chosen_to_be_exported_at_once(writer: Open, write: Write) -> None:
    first, second = write("Acme"), write("Litware")
    opened = writer()
    asked: list[tuple[int, ...]] = []
    opened.page.list.export_many.subscribe(asked.append, owner=opened.page)
    pane = opened.page.list
    pane.letters.setFocus()
    assert not pane.selection.isVisible()

    opened.key(Qt.Key.Key_A, CONTROL, on=pane.letters)

    assert set(pane.letters.chosen()) == {first, second}
    pane.selection.export.click()
    assert [set(ids) for ids in asked] == [{first, second}]


def test_a_bundled_template_is_read_only_and_its_copy_is_not(
    writer: Open, workspace: Workspace
) -> None:
    opened = writer()
    shown(opened, TEMPLATES)
    view, pane = opened.page.template, opened.page.list
    bundled = next(one for one in pane.template_model.rows if one.origin == "library")
    pane.templates.select(bundled.id)
    opened.settle()
    assert view.editor.isReadOnly()
    assert not view.more.isVisible()

    view.copy.click()
    opened.settle()

    assert pane.templates.selected().name == f"{bundled.name} (copy)"
    assert not view.editor.isReadOnly()
    assert view.name.hasFocus()


def test_a_template_of_ones_own_saves_itself_with_kind_and_language(
    writer: Open, workspace: Workspace
) -> None:
    opened = writer()
    shown(opened, TEMPLATES)
    view = opened.page.template
    assert view.editor.source() == TEXT

    view.editor.setFocus()
    opened.type("Oh. ")
    view.language.set_value(Language.GERMAN)
    view.kind.set_value(LetterKind.THANK_YOU)
    view.kind.chosen.put(LetterKind.THANK_YOU)
    settled(opened)

    (own,) = [one for one in workspace.letters.templates() if one.origin == "own"]
    assert own.text == f"Oh. {TEXT}"
    assert (own.kind, own.language) == (LetterKind.THANK_YOU, Language.GERMAN)


def test_a_template_is_imported_with_its_questions_answered(
    writer: Open, workspace: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "My letter.txt"
    file.write_text(
        "Dear Hiring Manager,\n\nI like [Company] and [he/she] likes me.\n\nKind regards,\nAda",
        encoding="utf-8",
    )
    opened = writer()

    opened.page.library.wants.file_chosen.put(file)
    opened.settle()
    (sheet,) = opened.window.findChildren(ImportSheet)
    assert sheet.name.text() == "My letter"
    for row in sheet.rows:
        row.choice.set_value("")
    opened.key(Qt.Key.Key_Return, CONTROL)

    kept = next(one for one in workspace.letters.templates() if one.name == "My letter")
    assert "{{ company }} and [he/she] likes" in kept.text
    assert opened.page.template.editor.source() == kept.text


def test_a_field_of_ones_own_must_have_a_name(
    writer: Open, workspace: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("I like [Company] and [he/she] likes me.", encoding="utf-8")
    opened = writer()
    opened.page.library.wants.file_chosen.put(file)
    opened.settle()
    (sheet,) = opened.window.findChildren(ImportSheet)
    row = sheet.rows[0]
    row.choice.set_value("=")
    row.choice.chosen.put("=")

    opened.key(Qt.Key.Key_Return, CONTROL)
    assert sheet.isVisible()
    assert row.own.hasFocus()
    opened.type("pronoun")
    opened.key(Qt.Key.Key_Return, CONTROL)

    kept = next(one for one in workspace.letters.templates() if one.name == "Letter")
    assert "{{ pronoun }}" in kept.text


def test_a_file_that_is_no_letter_is_refused_in_words(writer: Open, tmp_path: Path) -> None:
    file = tmp_path / "broken.docx"
    file.write_bytes(b"no zip")
    opened = writer()
    problems: list[str] = []
    opened.commander.problems.subscribe(
        lambda error: problems.append(str(error)), owner=opened.page
    )

    opened.page.library.wants.file_chosen.put(file)
    opened.settle()

    assert len(problems) == 1
    assert "broken.docx" in problems[0]
    assert opened.window.findChildren(ImportSheet) == []


def test_the_sheet_of_a_new_letter_says_what_fits_and_why(
    writer: Open, workspace: Workspace
) -> None:
    application = workspace.applications.add({"company": "Acme", "role": "Cook"}).value
    opened = writer()

    opened.page.open_for_application(application)
    opened.settle()
    (sheet,) = opened.window.findChildren(NewLetterSheet)

    assert sheet.title.text() == "New letter for Acme, Cook"
    assert sheet.from_what.selected().about == "English · best fit"
    assert sheet.text.source() == TEXT
    opened.key(Qt.Key.Key_Down)
    assert sheet.from_what.selected().name != "Backend letter"


def test_an_application_that_is_closed_can_be_written_to(
    writer: Open, workspace: Workspace
) -> None:
    application = workspace.applications.add({"company": "Acme", "role": "Cook"}).value
    workspace.applications.edit(application, {"archived": True})
    opened = writer()

    opened.page.open_for_application(application)
    opened.settle()
    opened.key(Qt.Key.Key_Return)

    assert [one.company for one in workspace.letters.listed()] == ["Acme"]


def test_the_three_lists_say_how_much_there_is(writer: Open, write: Write) -> None:
    write()
    opened = writer()
    pane = opened.page.list

    said = []
    for which in (LETTERS, TEMPLATES, BLOCKS):
        shown(opened, which)
        said.append(pane.filter.placeholderText())

    count = len(pane.template_model.rows)
    assert said == ["Filter 1 draft", f"Filter {count} templates", "Filter 0 blocks"]
