import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.fields import CheckBox, Choice, CommitLineEdit
from jobtracker.ui.widgets.form import Form
from jobtracker.ui.widgets.long_text import LongField


def shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    for widget in widgets:
        column.addWidget(widget)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def test_a_field_saves_itself_on_enter_once(theme: Theme, qtbot: QtBot) -> None:
    field = CommitLineEdit("Company")
    saved: list[str] = []
    field.committed.subscribe(saved.append)
    field.set_value("Acme")
    _window = shown(qtbot, field)

    field.setFocus()
    QTest.keyClicks(field, " Robotics")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert saved == ["Acme Robotics"]


def test_a_field_saves_itself_when_left(theme: Theme, qtbot: QtBot) -> None:
    field, notes = CommitLineEdit("Company"), LongField("Notes")
    saved: list[str] = []
    field.committed.subscribe(saved.append)
    notes.committed.subscribe(saved.append)
    _window = shown(qtbot, field, notes)

    field.setFocus()
    QTest.keyClicks(field, "Acme")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    QTest.keyClicks(notes, "Met at a fair")
    QTest.keyClick(notes, Qt.Key.Key_Tab)

    assert saved == ["Acme", "Met at a fair"]


def test_escape_restores_what_was_stored(theme: Theme, qtbot: QtBot) -> None:
    field, notes = CommitLineEdit("Company"), LongField("Notes")
    saved: list[str] = []
    field.committed.subscribe(saved.append)
    notes.committed.subscribe(saved.append)
    field.set_value("Acme")
    notes.set_value("Old")
    _window = shown(qtbot, field, notes)

    for editor in (field, notes):
        editor.setFocus()
        QTest.keyClicks(editor, "xyz")
        QTest.keyClick(editor, Qt.Key.Key_Escape)

    assert (field.value(), notes.value(), saved) == ("Acme", "Old", [])


def test_news_from_the_database_does_not_overwrite_what_is_being_typed(
    theme: Theme, qtbot: QtBot
) -> None:
    field = CommitLineEdit("Company")
    field.set_value("Acme")
    _window = shown(qtbot, field)
    field.setFocus()
    QTest.keyClicks(field, " R")

    field.set_value("Acme Ltd")

    assert field.value() == "Acme R"


def test_undo_takes_back_typing_until_it_was_saved(theme: Theme, qtbot: QtBot) -> None:
    field, notes = CommitLineEdit("Company"), LongField("Notes")
    _window = shown(qtbot, field, notes)
    for editor in (field, notes):
        editor.setFocus()
        QTest.keyClicks(editor, "abc")
        QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert editor.value() == ""
        QTest.keyClicks(editor, "Acme")

        editor.commit()
        QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

        assert editor.value() == "Acme"


def test_a_choice_tells_the_value_and_not_the_words(theme: Theme, qtbot: QtBot) -> None:
    choice: Choice[int] = Choice(theme, "Reference role")
    chosen: list[int] = []
    choice.chosen.subscribe(chosen.append)
    choice.set_options([(7, "Python Developer"), (9, "iOS Developer")])
    choice.set_value(9)
    _window = shown(qtbot, choice)

    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Up)

    assert chosen == [7]
    choice.set_options([(9, "iOS Developer"), (7, "Python Developer")])
    assert choice.value() == 7


def test_a_check_box_tells_only_what_a_person_did(theme: Theme, qtbot: QtBot) -> None:
    box = CheckBox(theme, "Write tests")
    told: list[bool] = []
    box.chosen.subscribe(told.append)
    _window = shown(qtbot, box)

    box.setChecked(True)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)

    assert told == [False]


def test_an_error_stands_under_its_field_and_takes_the_focus(theme: Theme, qtbot: QtBot) -> None:
    form = Form(theme)
    company, pay = CommitLineEdit("Company"), CommitLineEdit("Pay")
    form.add("company", "&Company", company)
    form.add("pay", "&Pay", pay, hint="As in 140-165k")
    _window = shown(qtbot, form)
    company.setFocus()

    form.show_errors({"pay": "Pay is not a number. Did you mean 160,000?"})

    assert form.field("pay").error.startswith("Pay is not a number")
    assert form.field("company").error == ""
    assert pay.hasFocus()
    assert pay.accessibleDescription() == "Pay is not a number. Did you mean 160,000?"
    assert pay.accessibleName() == "Pay"
    form.show_errors({})
    assert pay.accessibleDescription() == "As in 140-165k"


def test_the_alt_key_of_a_label_leads_to_its_field(theme: Theme, qtbot: QtBot) -> None:
    form = Form(theme)
    company, pay = CommitLineEdit("Company"), CommitLineEdit("Pay")
    form.add_pair(("company", "&Company", company), ("pay", "&Pay", pay))
    window = shown(qtbot, form)
    company.setFocus()

    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)

    assert pay.hasFocus()


@pytest.mark.parametrize("text", ["10\u00a0000\u00a0€", "مرحبا 🙂\n\n\ttab  two", "x" * 1_000_000])
def test_long_text_is_shown_at_once_and_kept_exactly(theme: Theme, qtbot: QtBot, text: str) -> None:
    notes, saved = LongField("Notes"), list[str]()
    notes.committed.subscribe(saved.append)
    _window = shown(qtbot, notes)
    notes.setFocus()
    QApplication.clipboard().setText(text)
    began = time.monotonic()

    notes.paste()
    notes.repaint()
    notes.commit()

    assert saved == [text]
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("text", ["10\u00a0000\u00a0€", "مرحبا 🙂"])
def test_a_line_is_kept_exactly(theme: Theme, qtbot: QtBot, text: str) -> None:
    field, saved = CommitLineEdit("Company"), list[str]()
    field.committed.subscribe(saved.append)
    _window = shown(qtbot, field)
    field.setFocus()
    QApplication.clipboard().setText(text)

    field.paste()
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert saved == [text]
