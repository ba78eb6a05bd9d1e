import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from jobtracker.ui.features.letters.writing.token_text import OBJECT, Kind, TokenText

pytestmark = pytest.mark.usefixtures("undressed")

PIECES = (
    "{{ company }}",
    "{{company}}",
    "{{# referrer }}",
    "{{/ referrer }}",
    "{{# referrer }}\r\n",
    "{{",
    " }}",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "   ",
    "🙂",
    "\u00a0",
    "\u2028",
    "\u2029",
    OBJECT,
    "\0",
    "\ufdd0",
    "e\u0301",
    "שלום",
)
TEXTS = st.lists(st.one_of(st.text(), st.sampled_from(PIECES)), max_size=12).map("".join)


def shown(text: str) -> tuple[QTextDocument, TokenText]:
    document = QTextDocument()
    letter = TokenText(document)
    letter.load(text)
    return document, letter


@given(TEXTS)
@example("trailing  \r\n\ttabs\r\n")
@example("mixed\r\nends\n")
@example("{{# a }}\n{{ a }}\n{{/ a }}\n")
def test_a_letter_comes_back_exactly_as_it_was_shown(text: str) -> None:
    _, letter = shown(text)

    assert letter.text() == text


@given(TEXTS)
def test_places_in_the_text_and_in_the_document_agree(text: str) -> None:
    _, letter = shown(text)

    for offset in range(len(text) + 1):
        place = letter.position_of(offset)
        assert letter.offset_of(place) <= offset
        assert letter.position_of(letter.offset_of(place)) == place


@given(TEXTS, TEXTS)
def test_text_put_in_stands_where_the_cursor_was(text: str, more: str) -> None:
    document, letter = shown(text)
    lines = more.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    put_in = more if "\r\n" not in text else lines
    cursor = QTextCursor(document)

    letter.insert(cursor, put_in)

    if "\n" not in put_in:
        assert letter.text() == put_in + text


def test_a_tag_is_one_character_of_the_document(qtbot: QtBot) -> None:
    document, letter = shown("At {{ company }}.")

    assert document.characterCount() == len("At X.") + 1
    token = letter.token_at(3)
    assert token is not None
    assert (token.kind, token.name, token.source) == (Kind.FIELD, "company", "{{ company }}")
    assert letter.token_at(2) is None


def test_undo_of_the_editor_brings_tokens_back(qtbot: QtBot) -> None:
    document, letter = shown("At {{ company }}.")
    cursor = QTextCursor(document)
    cursor.setPosition(4)

    cursor.deletePreviousChar()
    assert letter.text() == "At ."
    document.undo()

    assert letter.text() == "At {{ company }}."
    assert not document.isUndoAvailable()
