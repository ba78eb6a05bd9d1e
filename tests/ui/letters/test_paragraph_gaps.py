"""Empty lines part paragraphs by half a line, and the text never knows."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jobtracker.ui.features.letters.editor import GAP, LEADING, LetterEditor
from jobtracker.ui.theme.theme import Theme

TEXT = "Dear {{ company }},\n\nFirst.\n\n\nSecond.\n"
END = Qt.Key.Key_End
ENTER = Qt.Key.Key_Return
BACK = Qt.Key.Key_Backspace
CONTROL = Qt.KeyboardModifier.ControlModifier
KEYS = (ENTER, BACK, Qt.Key.Key_Delete, Qt.Key.Key_Up, Qt.Key.Key_Down, END, Qt.Key.Key_A)


@pytest.fixture
def editor(theme: Theme, qtbot: QtBot) -> LetterEditor:
    made = LetterEditor(theme, "Letter")
    qtbot.addWidget(made)
    made.show()
    made.show_text(TEXT)
    return made


def heights(editor: LetterEditor) -> list[int]:
    found, block = [], editor.document().begin()
    while block.isValid():
        found.append(round(block.blockFormat().lineHeight()))
        block = block.next()
    return found


def test_empty_lines_are_half_as_high(editor: LetterEditor) -> None:
    full, half = LEADING, GAP

    assert heights(editor) == [full, half, full, half, half, full, half]
    assert editor.source() == TEXT


def test_a_line_grows_with_its_first_letter_and_one_undo_takes_both_back(
    editor: LetterEditor,
) -> None:
    before = heights(editor)
    editor.select_source(TEXT.index("\n\n\n") + 2, TEXT.index("\n\n\n") + 2)

    QTest.keyClicks(editor, "x")
    assert heights(editor) == [LEADING, GAP, LEADING, GAP, LEADING, LEADING, GAP]
    QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)

    assert editor.source() == TEXT
    assert heights(editor) == before


def test_the_line_that_waits_for_text_stands_as_high_as_text(editor: LetterEditor) -> None:
    editor.select_source(len(TEXT) - 1, len(TEXT) - 1)

    QTest.keyClick(editor, ENTER)
    assert heights(editor)[-2:] == [LEADING, GAP]
    QTest.keyClick(editor, ENTER)

    assert heights(editor)[-3:] == [GAP, LEADING, GAP]
    assert editor.source() == TEXT + "\n\n"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(KEYS), max_size=12))
def test_whatever_is_typed_undo_leads_back_to_the_very_text(
    editor: LetterEditor, keys: list[Qt.Key]
) -> None:
    editor.show_text(TEXT)
    editor.select_source(TEXT.index("First"), TEXT.index("First"))
    for key in keys:
        QTest.keyClick(editor, key)
    typed = editor.source()

    while editor.document().isUndoAvailable():
        QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert editor.source() == TEXT

    while editor.document().isRedoAvailable():
        editor.redo()
    assert editor.source() == typed
