from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.letters.conftest import TEXT, Writer

from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.letters.contract import Folder

Open = Callable[[], Writer]
Write = Callable[..., int]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_the_newest_letter_lies_open_with_its_gaps_in_sight(writer: Open, write: Write) -> None:
    letter = write()

    opened = writer()

    assert opened.editor.source() == TEXT
    assert opened.desk.panel.missing == ("company_product", "start_date", "your_name")
    assert opened.desk.header.note.accessibleName() == "Wingtip Payments, Gardener"
    assert opened.state_of(letter).endswith("3 values missing")
    assert opened.editor.hasFocus()


def test_a_value_typed_once_fills_every_use_and_is_saved(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write()
    opened = writer()

    opened.key(Qt.Key.Key_F8)
    opened.type("Their ledger")
    opened.wait_until_saved()

    view = workspace.letters.view(letter)
    assert view.values["company_product"] == "Their ledger"
    assert view.filled().text.count("Their ledger") == 2
    assert opened.desk.panel.missing == ("start_date", "your_name")
    assert opened.state_of(letter).endswith("2 values missing")


def test_f8_walks_the_gaps_and_comes_round(writer: Open, write: Write) -> None:
    write()
    opened = writer()
    walked = []

    for _ in range(4):
        opened.key(Qt.Key.Key_F8)
        walked.append(opened.focused_name())
    opened.key(Qt.Key.Key_F8, SHIFT)
    walked.append(opened.focused_name())

    start = ["Company product", "Start date", "Your name", "Company product"]
    assert walked == [*start, "Your name"]


def test_f8_goes_on_after_each_value_that_was_typed(writer: Open, write: Write) -> None:
    write()
    opened = writer()
    walked = []

    for _ in range(3):
        opened.key(Qt.Key.Key_F8)
        walked.append(opened.focused_name())
        opened.type("something")
    opened.wait_until_saved()

    assert walked == ["Company product", "Start date", "Your name"]
    assert opened.desk.panel.missing == ()


def test_enter_goes_from_value_to_value_and_then_back_to_the_text(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write(text="I start {{ start_date }} with {{ company_product }}.")
    opened = writer()

    opened.key(Qt.Key.Key_F8)
    opened.type("in May")
    opened.key(Qt.Key.Key_Return)
    assert opened.focused_name() == "Company product"
    opened.type("your ledger")
    opened.key(Qt.Key.Key_Return)
    assert opened.editor.hasFocus()
    opened.type(" indeed")
    opened.wait_until_saved()

    view = workspace.letters.view(letter)
    assert view.text == "I start {{ start_date }} with {{ company_product }} indeed."
    assert view.values["start_date"] == "in May"
    assert view.values["company_product"] == "your ledger"


def test_escape_takes_back_what_was_typed_and_goes_to_the_text(writer: Open, write: Write) -> None:
    write(text="I start {{ start_date }} with {{ company_product }}.")
    opened = writer()
    opened.key(Qt.Key.Key_F8)

    opened.type("in May")
    opened.key(Qt.Key.Key_Escape)

    assert opened.editor.hasFocus()
    assert opened.editor.source_position() == len("I start {{ start_date }}")
    opened.wait_until_saved()
    assert opened.desk.panel.missing == ("start_date", "company_product")


def test_an_empty_value_lets_enter_through(writer: Open, write: Write) -> None:
    write(text="I start {{ start_date }}.")
    opened = writer()

    opened.key(Qt.Key.Key_F8)
    opened.key(Qt.Key.Key_Return)

    assert opened.editor.hasFocus()


def test_f8_comes_back_to_the_text_once_nothing_is_missing(writer: Open, write: Write) -> None:
    write(text="I start {{ start_date }}.")
    opened = writer()

    opened.key(Qt.Key.Key_F8)
    opened.type("in May")
    opened.key(Qt.Key.Key_F8)

    assert opened.editor.hasFocus()
    assert opened.editor.source_position() == len("I start {{ start_date }}")


def test_the_line_of_the_cursor_stays_in_sight_under_a_message(writer: Open, write: Write) -> None:
    write(text="\n".join(f"Line {number}" for number in range(60)))
    opened = writer()
    opened.editor.setFocus()
    bar = opened.editor.verticalScrollBar()
    opened.put_cursor("Line 30")
    opened.settle()
    rest = opened.editor.viewport().height() - opened.editor.cursorRect().bottom()
    bar.setValue(max(0, bar.value() - rest + 2))

    opened.desk.banner.say("warn", "Something happened.", "It takes room.")
    opened.settle()

    shown = opened.editor.viewport().rect()
    assert shown.top() <= opened.editor.cursorRect().top()
    assert opened.editor.cursorRect().bottom() <= shown.bottom()


def test_what_is_typed_is_saved_after_a_pause(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write()
    opened = writer()
    opened.put_cursor("Dear")

    opened.type("To the team. ")
    opened.wait_until_saved()

    assert workspace.letters.view(letter).text == "To the team. " + TEXT
    assert opened.desk.header.version.text() == "Version 2"
    assert opened.desk.header.saved.text().startswith("Saved ")


def test_opening_another_letter_loses_nothing(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    first, second = write("Acme"), write("Litware")
    opened = writer()
    opened.put_cursor("Dear")

    opened.type("X")
    opened.page.open_letter(first)
    opened.settle()

    assert workspace.letters.view(second).text == "X" + TEXT
    assert opened.editor.source() == TEXT
    opened.page.open_letter(second)
    opened.settle()
    assert opened.editor.source() == "X" + TEXT


def test_closing_the_window_loses_nothing(writer: Open, write: Write, workspace: Workspace) -> None:
    letter = write()
    opened = writer()
    opened.put_cursor("Dear")

    opened.type("X")
    opened.window.close()
    opened.settle()

    assert workspace.letters.view(letter).text == "X" + TEXT


def test_leaving_the_page_loses_nothing(writer: Open, write: Write, workspace: Workspace) -> None:
    letter = write()
    opened = writer()
    opened.key(Qt.Key.Key_F8)

    opened.type("Their ledger")
    opened.page.hide()
    opened.settle()

    assert workspace.letters.view(letter).values["company_product"] == "Their ledger"


def test_typing_while_a_save_is_under_way_is_kept(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write()
    opened = writer()
    opened.put_cursor("Dear")

    for sign in "abcdef":
        opened.type(sign)
        opened.desk.flush()
    opened.type("g")
    opened.settle()
    assert opened.editor.source() == "abcdefg" + TEXT
    opened.wait_until_saved()

    assert workspace.letters.view(letter).text == "abcdefg" + TEXT


def test_a_refused_save_says_so_and_keeps_the_text(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write()
    opened = writer()
    opened.put_cursor("Dear")
    pasted = QMimeData()
    pasted.setText("\ufdd0")

    opened.editor.insertFromMimeData(pasted)
    opened.desk.flush()
    opened.settle()

    assert "is not saved" in opened.desk.banner.text
    assert opened.editor.source() == "\ufdd0" + TEXT
    assert workspace.letters.view(letter).text == TEXT
    opened.key(Qt.Key.Key_Backspace)
    opened.type("Y")
    opened.wait_until_saved()
    assert opened.desk.banner.text == ""
    assert workspace.letters.view(letter).text == "Y" + TEXT


def test_undo_of_the_window_takes_back_the_last_save(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    write()
    opened = writer()
    opened.key(Qt.Key.Key_F8)
    opened.type("Their ledger")
    opened.page.list.letters.setFocus()
    opened.wait_until_saved()

    opened.key(Qt.Key.Key_Z, CONTROL)

    assert "company_product" in opened.desk.panel.missing


def test_a_token_is_one_character(writer: Open, write: Write) -> None:
    write(text="At {{ company }} now")
    opened = writer()
    opened.put_cursor("{{")

    opened.key(Qt.Key.Key_Right)
    assert opened.editor.source_position() == len("At {{ company }}")
    opened.key(Qt.Key.Key_Backspace)
    assert opened.editor.source() == "At  now"
    opened.key(Qt.Key.Key_Z, CONTROL)
    assert opened.editor.source() == "At {{ company }} now"


def test_enter_on_a_token_opens_its_value(writer: Open, write: Write) -> None:
    write(text="At {{ company }} now")
    opened = writer()
    opened.put_cursor("{{")

    opened.key(Qt.Key.Key_Right, SHIFT)
    opened.key(Qt.Key.Key_Return)

    assert opened.focused_name() == "Company"
    assert opened.editor.source() == "At {{ company }} now"


def test_every_enter_begins_a_line(writer: Open, write: Write) -> None:
    write()
    opened = writer()
    opened.put_cursor("Dear")

    for _ in range(3):
        opened.key(Qt.Key.Key_Return)
    opened.type("To you.")

    assert opened.editor.source() == "\n\n\nTo you." + TEXT


def test_enter_beside_a_token_breaks_the_line(writer: Open, write: Write) -> None:
    write(text="Regards,\n{{ your_name }}")
    opened = writer()
    opened.put_cursor("{{")

    opened.key(Qt.Key.Key_Return)

    assert opened.editor.source() == "Regards,\n\n{{ your_name }}"


def test_two_braces_offer_the_fields(writer: Open, write: Write) -> None:
    write(text="At  now")
    opened = writer()
    opened.put_cursor(" now")

    opened.type("{{")
    assert opened.focused_name() == "Field or block to insert"
    opened.type("comp")
    opened.key(Qt.Key.Key_Return)

    assert opened.editor.source() == "At {{ company }} now"
    assert opened.editor.hasFocus()


def test_braces_that_were_meant_as_braces_stay(writer: Open, write: Write) -> None:
    write(text="At  now")
    opened = writer()
    opened.put_cursor(" now")

    opened.type("{{")
    opened.type("zz")
    opened.key(Qt.Key.Key_Escape)

    assert opened.editor.source() == "At {{zz now"


def test_a_tag_typed_by_hand_becomes_a_field_of_ones_own(writer: Open, write: Write) -> None:
    write(text="At  now")
    opened = writer()
    opened.put_cursor(" now")

    opened.type("{{")
    opened.type(" salary_wish }}")
    opened.wait_until_saved()

    assert opened.editor.source() == "At {{ salary_wish }} now"
    assert opened.desk.panel.missing == ("salary_wish",)


def test_control_j_inserts_at_the_cursor(writer: Open, write: Write) -> None:
    write(text="At  now")
    opened = writer()
    opened.put_cursor(" now")

    opened.key(Qt.Key.Key_J, CONTROL)
    opened.key(Qt.Key.Key_Down)
    opened.key(Qt.Key.Key_Return)

    assert opened.editor.source() == "At {{ role }} now"


def test_pasting_brings_words_and_tags_but_no_formats(writer: Open, write: Write) -> None:
    write(text="At now")
    opened = writer()
    opened.put_cursor("now")
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("{{ company }}\r\nhere ")
    QApplication.clipboard().setMimeData(data)

    opened.key(Qt.Key.Key_V, CONTROL)

    assert opened.editor.source() == "At {{ company }}\nhere now"


def test_copying_gives_the_letter_s_own_text(writer: Open, write: Write) -> None:
    write(text="At {{ company }} now\n🙂")
    opened = writer()
    opened.editor.setFocus()

    opened.key(Qt.Key.Key_A, CONTROL)
    opened.key(Qt.Key.Key_C, CONTROL)

    assert QApplication.clipboard().text() == "At {{ company }} now\n🙂"


def test_bold_and_italic_are_markdown_s_signs(writer: Open, write: Write) -> None:
    write(text="one two")
    opened = writer()
    opened.editor.setFocus()
    opened.editor.select_source(0, 3)

    opened.key(Qt.Key.Key_B, CONTROL)
    assert opened.editor.source() == "**one** two"
    opened.key(Qt.Key.Key_B, CONTROL)
    assert opened.editor.source() == "one two"
    opened.key(Qt.Key.Key_I, CONTROL)
    assert opened.editor.source() == "*one* two"


def test_tokens_are_read_out_with_what_they_are(writer: Open, write: Write) -> None:
    write(text="At {{ company }} for {{ company_product }}")
    opened = writer()
    opened.editor.moveCursor(QTextCursor.MoveOperation.Start)

    assert opened.editor.spoken() == "At field Company for field Company product, missing"


def test_a_known_value_can_be_said_otherwise_and_taken_back(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write()
    opened = writer()
    opened.desk.open_field("company")

    opened.type("Wingtip")
    opened.key(Qt.Key.Key_Return)
    opened.wait_until_saved()
    assert workspace.letters.view(letter).values["company"] == "Wingtip"
    opened.desk.open_field("company")
    opened.key(Qt.Key.Key_Delete)
    opened.key(Qt.Key.Key_Return)
    opened.wait_until_saved()

    assert workspace.letters.view(letter).values["company"] == "Wingtip Payments"


def overridden(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """Whether a widget keeps this key to itself, instead of leaving it to an action."""
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    asked.ignore()
    QApplication.sendEvent(widget, asked)
    return asked.isAccepted()


def test_keys_of_the_letter_work_in_a_value_as_in_the_text(writer: Open, write: Write) -> None:
    """Where the desktop reads Ctrl+E as the end of the line too, as it is on X11."""
    write()
    opened = writer()

    for widget in (opened.editor, opened.desk.panel.inputs()[0]):
        assert not overridden(widget, Qt.Key.Key_E, CONTROL)
        assert not overridden(widget, Qt.Key.Key_J, CONTROL)
        assert overridden(widget, Qt.Key.Key_A, CONTROL)


def test_undo_in_the_text_goes_on_to_what_was_done_to_the_letter(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write(text="Hello {{ start_date }}")
    workspace.letters.set_values(letter, {"start_date": "in May"})
    opened = writer()
    opened.put_cursor("Hello")

    opened.type("X")
    assert overridden(opened.editor, Qt.Key.Key_Z, CONTROL)
    opened.key(Qt.Key.Key_Z, CONTROL)
    assert opened.editor.source() == "Hello {{ start_date }}"
    opened.wait_until_saved()
    opened.editor.document().clearUndoRedoStacks()
    opened.key(Qt.Key.Key_Z, CONTROL)

    assert workspace.letters.view(letter).typed == {}
    opened.key(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert workspace.letters.view(letter).typed == {"start_date": "in May"}


def test_an_override_leaves_the_focus_in_the_text(
    writer: Open, write: Write, tmp_path: Path
) -> None:
    write(text="[Company name] {{ your_name }} at {{ company }}")
    opened = writer()
    opened.page.exporting.folder = Folder(str(tmp_path))
    check = opened.desk.check

    opened.key(Qt.Key.Key_E, CONTROL)
    check.anyway.setFocus()
    opened.key(Qt.Key.Key_Space)
    assert check.reason.hasFocus()
    opened.type("They asked for it")
    opened.key(Qt.Key.Key_Return)

    assert list(tmp_path.glob("*.pdf"))
    assert opened.editor.hasFocus()


def test_a_list_of_findings_that_is_closed_gives_the_focus_back(writer: Open, write: Write) -> None:
    write(text="[Company name] {{ your_name }} at {{ company }}")
    opened = writer()
    opened.key(Qt.Key.Key_E, CONTROL)

    opened.desk.check.close_button.setFocus()
    opened.key(Qt.Key.Key_Space)

    assert opened.desk.check.isHidden()
    assert opened.editor.hasFocus()


def test_a_value_too_long_for_its_field_ends_in_an_ellipsis_until_it_is_typed_in(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write(text="I start {{ start_date }} at {{ company }}.")
    value = "on the first Monday of whatever month you think suits both of us best"
    workspace.letters.set_values(letter, {"start_date": value})
    opened = writer()
    opened.window.resize(1024, 640)
    opened.settle()
    panel = opened.desk.panel
    field = next(one for one in panel.inputs() if one.accessibleName() == "Start date")

    assert field.shown.endswith("…")
    assert field.width() > panel.width() * 0.4
    field.setFocus()
    assert field.shown == value
