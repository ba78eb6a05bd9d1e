"""The editor alone, without a letter's page: what the keys write."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.letters.test_token_text import TEXTS

from jobtracker.ui.features.letters.writing.editor import LetterEditor
from jobtracker.ui.theme.theme import Theme

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
Open = Callable[[str], LetterEditor]


@pytest.fixture
def editor(theme: Theme, qtbot: QtBot) -> Iterator[Open]:
    """Shows a text in an editor, the cursor behind it or at a bar in it."""
    made: list[LetterEditor] = []

    def show(text: str) -> LetterEditor:
        one = LetterEditor(theme, "Letter")
        made.append(one)
        one.resize(600, 400)
        one.show()
        qtbot.waitExposed(one)
        place = text.index("|") if "|" in text else len(text)
        one.show_text(text.replace("|", "", 1))
        one.setFocus()
        one.select_source(place, place)
        return one

    yield show
    for one in made:
        one.close()
        one.deleteLater()


def press(
    editor: LetterEditor, *keys: Qt.Key, modifiers: Qt.KeyboardModifier | None = None
) -> None:
    for key in keys:
        QTest.keyClick(editor, key, modifiers or Qt.KeyboardModifier.NoModifier)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one|", "- one\n- "),
        ("* one|", "* one\n* "),
        ("1. one|", "1. one\n2. "),
        ("  9) nine|", "  9) nine\n  10) "),
        ("- one|two", "- one\n- two"),
        ("1. one|\n2. two\n3. three\nend", "1. one\n2. \n3. two\n4. three\nend"),
        ("one|", "one\n"),
        ("2026 was one|", "2026 was one\n"),
        ("- {{ company }}|", "- {{ company }}\n- "),
        ("|- one", "\n- one"),
    ],
)
def test_enter_goes_on_with_a_list(editor: Open, before: str, after: str) -> None:
    shown = editor(before)

    press(shown, Qt.Key.Key_Return)

    assert shown.source() == after


def test_enter_on_an_empty_item_ends_the_list_and_undo_brings_it_back(editor: Open) -> None:
    shown = editor("- one|")

    press(shown, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert shown.source() == "- one\n\n"
    press(shown, Qt.Key.Key_Z, modifiers=CONTROL)
    assert shown.source() == "- one\n- "
    press(shown, Qt.Key.Key_Z, modifiers=CONTROL)
    assert shown.source() == "- one"


def test_what_is_typed_after_a_list_is_a_paragraph_of_its_own(editor: Open) -> None:
    shown = editor("1. one\n2. two\n3. |")

    press(shown, Qt.Key.Key_Return)
    QTest.keyClicks(shown, "after")

    assert shown.source() == "1. one\n2. two\n\nafter"


def test_a_line_taken_out_of_a_list_stands_apart_from_it(editor: Open) -> None:
    shown = editor("- one\n- two|\n- three")

    shown.list_items(numbered=False)

    assert shown.source() == "- one\n\ntwo\n\n- three"
    shown.undo()
    assert shown.source() == "- one\n- two\n- three"


@pytest.mark.parametrize(
    ("key", "typed"),
    [(Qt.Key.Key_B, "**bold** plain"), (Qt.Key.Key_I, "*bold* plain")],
)
def test_the_same_key_ends_bold_and_italic(editor: Open, key: Qt.Key, typed: str) -> None:
    shown = editor("")
    sign = "**" if key == Qt.Key.Key_B else "*"

    shown.wrap(sign)
    QTest.keyClicks(shown, "bold")
    shown.wrap(sign)
    QTest.keyClicks(shown, " plain")

    assert shown.source() == typed


@pytest.mark.parametrize(
    ("before", "sign", "after"),
    [
        ("**|**", "**", "|"),
        ("*|*", "*", "|"),
        ("**bold |** end", "**", "**bold** | end"),
        ("🙂 **{{ role }}|**", "**", "🙂 **{{ role }}**|"),
        ("***both|***", "*", "***both*|**"),
        ("***both*|**", "**", "***both***|"),
        ("one |**two**", "**", "one **|****two**"),
        ("* **item|**", "**", "* **item**|"),
        ("**bold|**", "*", "**bold*|***"),
    ],
)
def test_a_sign_is_ended_only_where_it_was_begun(
    editor: Open, before: str, sign: str, after: str
) -> None:
    shown = editor(before)

    shown.wrap(sign)

    assert shown.source() == after.replace("|", "")
    assert shown.source_position() == after.index("|")


def test_shift_enter_stays_in_the_item(editor: Open) -> None:
    shown = editor("- one|")

    press(shown, Qt.Key.Key_Return, modifiers=SHIFT)

    assert shown.source() == "- one\n"


def test_lines_become_a_list_another_list_and_lines_again(editor: Open) -> None:
    shown = editor("one\n\ntwo")
    shown.selectAll()

    shown.list_items(numbered=False)
    assert shown.source() == "- one\n\n- two"
    shown.list_items(numbered=True)
    assert shown.source() == "1. one\n\n2. two"
    shown.list_items(numbered=True)
    assert shown.source() == "one\n\ntwo"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("|", "New {{ role }}."),
        ("one|", "one\n\nNew {{ role }}."),
        ("one\ntw|o\n\nthree", "one\ntwo\n\nNew {{ role }}.\n\nthree"),
        ("one\n\n|two", "one\n\nNew {{ role }}.\n\ntwo"),
        ("|one", "New {{ role }}.\n\none"),
        ("one\n|\ntwo", "one\n\nNew {{ role }}.\n\ntwo"),
        ("one\n\n|\n\ntwo", "one\n\nNew {{ role }}.\n\ntwo"),
        ("one\r\n\r\ntw|o\r\n", "one\r\n\r\ntwo\r\n\r\nNew {{ role }}.\r\n"),
        ("🙂 one|\n\ntwo", "🙂 one\n\nNew {{ role }}.\n\ntwo"),
    ],
)
def test_a_block_becomes_a_paragraph_of_its_own(editor: Open, before: str, after: str) -> None:
    shown = editor(before)

    shown.put_paragraph("New {{ role }}.\n")

    assert shown.source() == after
    assert shown.source()[: shown.source_position()].endswith("New {{ role }}.")
    shown.undo()
    assert shown.source() == before.replace("|", "")


def test_braces_go_before_a_block_is_put_in_and_come_back_with_one_undo(editor: Open) -> None:
    shown = editor("one {{|\n\ntwo")

    shown.put_paragraph("New.", instead_of=2)

    assert shown.source() == "one \n\nNew.\n\ntwo"
    shown.undo()
    assert shown.source() == "one {{\n\ntwo"


@given(TEXTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_shown_in_styles_is_still_exactly_the_text(theme: Theme, text: str) -> None:
    shown = LetterEditor(theme, "Letter")

    shown.show_text(text)

    assert shown.source() == text
    shown.deleteLater()


def test_styles_are_neither_a_change_nor_a_step_of_undo(editor: Open) -> None:
    shown = editor("A **bold** [word](https://example.org)")
    told: list[None] = []
    shown.edited.subscribe(told.append)

    shown.highlighter.look_again()
    assert not told
    QTest.keyClicks(shown, "typed")
    shown.highlighter.look_again()
    assert len(told) == len("typed")
    shown.undo()

    assert shown.source() == "A **bold** [word](https://example.org)"
    assert not shown.document().isUndoAvailable()


def test_bold_words_are_bold_and_their_signs_quiet_beside_tokens_and_emoji(
    editor: Open, theme: Theme
) -> None:
    shown = editor("🙂 **fast {{ role }} work**")
    colours = theme.colours

    styles = shown.document().firstBlock().layout().formats()

    looks = {(one.start, one.length): one.format for one in styles}
    assert [
        place for place, look in looks.items() if look.foreground().color() == colours.text3
    ] == [
        (3, 2),
        (16, 2),
    ]
    assert [place for place, look in looks.items() if look.fontWeight() == 600] == [(5, 5), (11, 5)]
