import subprocess
import sys
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QTextEdit,
    QWidget,
)
from tests.ui.letters.conftest import TEXT, Writer

from jobtracker.services.letter_pages import content_of
from jobtracker.services.workspace import Workspace
from jobtracker.typesetting.pages import lay_out
from jobtracker.ui.features.letters.library.new_letter import NewLetterSheet
from jobtracker.ui.features.letters.page import LettersPage

Open = Callable[[], Writer]
Write = Callable[..., int]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL_SHIFT = CONTROL | SHIFT
LONG = "\n\n".join(f"Paragraph {n} of a long story about work." for n in range(120))


def sheet_of(opened: Writer) -> NewLetterSheet:
    (sheet,) = opened.window.findChildren(NewLetterSheet)
    return sheet


def test_without_an_application_the_page_says_what_comes_first(writer: Open) -> None:
    opened = writer()

    assert opened.page.empty.isVisible()
    assert not opened.page.empty.button.isVisible()
    opened.key(Qt.Key.Key_L, CONTROL_SHIFT)
    assert opened.window.findChildren(NewLetterSheet) == []


def test_a_letter_is_started_by_keys_alone(writer: Open, workspace: Workspace) -> None:
    workspace.applications.add({"company": "Acme", "role": "Gardener"})
    workspace.applications.add({"company": "Litware", "role": "Cook"})
    opened = writer()
    assert opened.page.empty.button.isVisible()

    opened.key(Qt.Key.Key_L, CONTROL_SHIFT)
    opened.type("acme")
    opened.key(Qt.Key.Key_Return)

    (line,) = workspace.letters.listed()
    assert (line.company, line.template) == ("Acme", "Backend letter")
    assert opened.editor.source() == TEXT
    assert opened.editor.isVisible()


def test_an_application_with_a_profile_is_proposed_its_sample(
    writer: Open, workspace: Workspace
) -> None:
    application = workspace.applications.add(
        {"company": "Acme", "role": "Backend Developer", "profile": "Backend Developer"}
    ).value
    opened = writer()

    opened.page.open_for_application(application)
    opened.settle()
    opened.key(Qt.Key.Key_Return)

    (line,) = workspace.letters.listed()
    assert line.template == "Backend Developer"
    assert opened.desk.header.title.accessibleName() == "Backend Developer"


def test_an_application_without_a_sample_asks_for_the_template(
    writer: Open, workspace: Workspace
) -> None:
    application = workspace.applications.add({"company": "Acme", "role": "Unicycle tester"}).value
    opened = writer()

    opened.page.open_for_application(application)
    opened.settle()
    sheet = sheet_of(opened)
    assert sheet.for_whom.selected().company == "Acme"
    assert sheet.from_what.selected().name == "Backend letter"
    assert sheet.wanted.hasFocus()
    opened.type("career")
    opened.key(Qt.Key.Key_Return)

    (line,) = workspace.letters.listed()
    assert line.template == "Career change"


def test_a_template_is_read_and_used(writer: Open, write: Write, workspace: Workspace) -> None:
    write()
    opened = writer()
    page = opened.page
    page.list.switch.setFocus()

    page.list.show_list("templates")
    opened.settle()
    assert page.template.editor.source() == TEXT
    assert not page.template.editor.isReadOnly()
    opened.key(Qt.Key.Key_Down, on=page.list.templates)
    chosen = page.list.templates.selected()
    assert page.template.name.text() == chosen.name
    assert page.template.editor.isReadOnly()
    page.template.use.click()
    opened.settle()
    opened.key(Qt.Key.Key_Return)

    assert workspace.letters.listed()[0].template == chosen.name
    assert opened.desk.isVisible()


def test_a_letter_is_kept_as_a_template_of_ones_own(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    write(text="Hello {{ company }}")
    opened = writer()
    opened.put_cursor("Hello")
    opened.type("Oh. ")

    menu_action(opened.desk.header.menu, "Save as template")
    opened.settle()

    kept = [t for t in workspace.letters.templates() if t.origin == "own"]
    assert "Oh. Hello {{ company }}" in [t.text for t in kept]
    assert opened.page.list.template_model.rowCount() == len(workspace.letters.templates())


def test_a_letter_deleted_by_mistake_comes_back(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    first, second = write("Acme"), write("Litware")
    opened = writer()
    opened.page.list.letters.setFocus()

    opened.key(Qt.Key.Key_Delete)
    assert [line.id for line in workspace.letters.listed()] == [first]
    assert opened.window.toast.text == "Letter deleted"
    assert opened.desk.draft is not None
    assert opened.desk.draft.id == first
    opened.key(Qt.Key.Key_Z, CONTROL)

    assert {line.id for line in workspace.letters.listed()} == {first, second}


def test_the_last_letter_deleted_leaves_the_empty_page(writer: Open, write: Write) -> None:
    write()
    opened = writer()

    menu_action(opened.desk.header.menu, "Delete letter")
    opened.settle()

    assert opened.page.empty.isVisible()
    assert not opened.editor.isVisible()


def test_the_arrow_keys_move_from_letter_to_letter(writer: Open, write: Write) -> None:
    write("Acme", text="for Acme")
    write("Litware", text="for Litware")
    opened = writer()
    opened.page.list.letters.setFocus()

    opened.key(Qt.Key.Key_Down)

    assert opened.editor.source() == "for Acme"
    assert opened.page.list.letters.hasFocus()


def test_the_preview_has_the_pages_of_the_pdf(writer: Open, write: Write) -> None:
    write(text=LONG)
    opened = writer()
    shown = opened.desk.preview.paper._pages

    assert opened.desk.draft is not None
    view = opened.desk.draft.shown

    expected = lay_out(content_of(view), view.look)
    assert shown is not None
    assert shown.count == expected.count > 1
    assert opened.desk.preview.count.text() == f"Page 1 of {expected.count}"


def test_the_preview_follows_what_is_typed(writer: Open, write: Write) -> None:
    write(text="Hello")
    opened = writer()
    opened.put_cursor("Hello")

    opened.type("Oh. ")

    area = opened.desk.preview.area
    opened.qtbot.waitUntil(lambda: "Oh. Hello" in area.accessibleDescription(), timeout=1000)


def test_the_preview_is_put_away_and_fetched_by_its_key(writer: Open, write: Write) -> None:
    write()
    opened = writer()

    opened.key(Qt.Key.Key_P, CONTROL_SHIFT)
    assert not opened.desk.preview.isVisible()
    opened.key(Qt.Key.Key_P, CONTROL_SHIFT)
    assert opened.desk.preview.isVisible()


def test_in_a_narrow_window_text_and_preview_take_turns(writer: Open, write: Write) -> None:
    write()
    opened = writer()
    opened.window.resize(900, 600)
    opened.settle()
    assert opened.window.width() == 900
    assert opened.editor.isVisible()
    assert not opened.desk.preview.isVisible()

    opened.key(Qt.Key.Key_P, CONTROL_SHIFT)
    assert opened.desk.preview.isVisible()
    assert not opened.editor.isVisible()
    assert opened.desk.preview.area.hasFocus()
    opened.key(Qt.Key.Key_F8)

    assert opened.editor.isVisible()


def test_everything_that_takes_the_focus_has_a_name(writer: Open, write: Write) -> None:
    write()
    opened = writer()
    kinds = (QLineEdit, QTextEdit, QComboBox, QPushButton)

    nameless = [
        widget
        for widget in opened.page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, kinds)
        if widget.isVisible() and not widget.accessibleName()
    ]

    assert nameless == []


def test_the_page_comes_without_the_database(writer: Open) -> None:
    program = (
        "import sys; import jobtracker.ui.features.letters.presenter, "
        "jobtracker.ui.features.letters.commands; "
        "heavy = ('sqlalchemy', 'pydantic', 'jobtracker.services', 'jobtracker.storage', "
        "'jobtracker.typesetting'); "
        "print([name for name in sys.modules if name.startswith(heavy)])"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


def menu_action(menu: QMenu, words: str) -> None:
    (action,) = [action for action in menu.actions() if action.text() == words]
    action.trigger()


def test_another_theme_changes_no_word_of_the_letter(writer: Open, write: Write) -> None:
    write()
    opened = writer()
    before = opened.editor.source()

    opened.window.actions_book["theme dark"].trigger()
    opened.settle()

    assert opened.editor.source() == before
    assert isinstance(opened.page, LettersPage)


def test_f6_walks_the_regions_from_whichever_field_has_the_focus(
    writer: Open, write: Write
) -> None:
    write(text="\n".join(f"{{{{ field_{number} }}}}" for number in range(30)))
    opened = writer()
    panel, preview = opened.desk.panel, opened.desk.preview.area
    panel.focus_field("field_29")

    opened.key(Qt.Key.Key_F6)
    assert preview.hasFocus()
    opened.key(Qt.Key.Key_F6, SHIFT)
    assert panel.focused() == "field_0"
    assert not panel.inputs()[0].visibleRegion().isEmpty()
    opened.key(Qt.Key.Key_F6, SHIFT)

    assert opened.editor.hasFocus()


def test_f6_passes_by_the_fields_of_a_letter_without_any(writer: Open, write: Write) -> None:
    write(text="All said.")
    opened = writer()

    opened.key(Qt.Key.Key_F6)

    assert opened.desk.preview.area.hasFocus()


def test_a_long_value_shows_how_it_begins_and_is_whole_in_its_tool_tip(
    writer: Open, write: Write
) -> None:
    write()
    opened = writer()
    value = "Sam Okafor & <the> whole payments team " * 5
    opened.desk.panel.focus_field("company_product")
    opened.type(value)
    opened.put_cursor("Dear")
    opened.wait_until_saved()

    (field,) = [
        one for one in opened.desk.panel.findChildren(QLineEdit)
        if one.isVisible() and one.accessibleName() == "Company product"
    ]  # fmt: skip
    assert field.cursorPosition() == 0
    assert QTextDocumentFragment.fromHtml(field.toolTip()).toPlainText().startswith(value[:100])


def test_the_list_says_what_the_check_would_say(writer: Open, write: Write) -> None:
    write("Globex", role="Cook", text="All said.")
    letter = write("Nimbus", text="I also admire Globex.")
    finished = write("Litware", role="Baker", text="All said.")

    opened = writer()

    assert opened.state_of(letter).endswith("1 thing to check")
    assert opened.state_of(finished).endswith("Ready to send")
