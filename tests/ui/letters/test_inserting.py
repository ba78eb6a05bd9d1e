"""Putting fields, blocks and links into a letter, by the keyboard alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from tests.ui.letters.conftest import Writer

from jobtracker.domain.blocks import Block
from jobtracker.domain.errors import InvalidInputError
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.letters.contract import BlockChoice
from jobtracker.ui.features.letters.writing.links import checked_address, link_at, word_at
from jobtracker.ui.features.letters.writing.offers import BLOCKS, FIELDS, NEW, SUGGESTED, offered

pytestmark = pytest.mark.usefixtures("undressed")

Open = Callable[[], Writer]
Write = Callable[..., int]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ACHIEVEMENT = "I halved the time of {{ company }}'s kind of report."
CHOICES = (
    BlockChoice(1, "Ledger", "I kept books.", "Asks for Python"),
    BlockChoice(2, "Gap", "I travelled."),
    BlockChoice(3, "Why them", "The ledger of {{ company }}."),
)


def test_suggested_blocks_go_first_then_fields_then_the_other_blocks() -> None:
    sections = offered("", ["salary_wish"], CHOICES)

    assert [section.title for section in sections] == [SUGGESTED, FIELDS, BLOCKS]
    assert sections[0].offers[0].spoken == "block Ledger, Asks for Python"
    assert "field Salary wish" in [offer.spoken for offer in sections[1].offers]
    assert [offer.words for offer in sections[2].offers] == ["Gap", "Why them"]


def test_what_is_typed_finds_names_first_and_then_words() -> None:
    sections = offered("ledger", [], CHOICES)

    found = {section.title: [offer.words for offer in section.offers] for section in sections}
    assert found == {SUGGESTED: ["Ledger"], BLOCKS: ["Why them"], NEW: ["Ledger"]}


def test_a_block_is_put_in_as_a_paragraph_with_its_fields_as_tokens(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    workspace.blocks.add(Block(0, "", "Report", ACHIEVEMENT))
    letter = write(text="Dear all,\n\nGoodbye")
    opened = writer()
    opened.put_cursor("ear all")

    opened.key(Qt.Key.Key_J, CONTROL)
    assert opened.focused_name() == "Field or block to insert"
    opened.type("report")
    opened.key(Qt.Key.Key_Return)

    assert opened.editor.hasFocus()
    assert opened.editor.source() == f"Dear all,\n\n{ACHIEVEMENT}\n\nGoodbye"
    assert "field Company" in opened.editor.spoken()
    opened.wait_until_saved()
    assert workspace.letters.view(letter).text == opened.editor.source()
    opened.key(Qt.Key.Key_Z, CONTROL)
    assert opened.editor.source() == "Dear all,\n\nGoodbye"


def test_two_braces_offer_a_field_first_and_blocks_too(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    workspace.blocks.add(Block(0, "", "Report", ACHIEVEMENT))
    write(text="one\n\ntwo")
    opened = writer()
    opened.put_cursor("\n\ntwo")

    opened.type("{{")
    picker = opened.desk.inserting.picker
    assert picker.offers()[0].field == "company"
    opened.type("halved")
    opened.key(Qt.Key.Key_Return)

    assert opened.editor.source() == f"one\n\n{ACHIEVEMENT}\n\ntwo"


def test_page_keys_and_arrows_move_in_the_list(writer: Open, write: Write) -> None:
    write(text="one")
    opened = writer()
    opened.key(Qt.Key.Key_J, CONTROL)
    picker = opened.desk.inserting.picker
    offers = picker.offers()

    def current() -> object:
        return picker.list.currentItem().data(Qt.ItemDataRole.UserRole)

    opened.key(Qt.Key.Key_PageDown)
    assert current() == offers[8]
    opened.key(Qt.Key.Key_PageUp)
    opened.key(Qt.Key.Key_Up)
    assert current() == offers[-1]
    opened.key(Qt.Key.Key_Escape)
    assert opened.editor.hasFocus()
    assert opened.editor.source() == "one"


def test_selected_words_become_a_link(writer: Open, write: Write) -> None:
    write(text="See my work here")
    opened = writer()
    opened.editor.select_source(4, 11)

    opened.key(Qt.Key.Key_K, CONTROL | SHIFT)
    assert opened.focused_name() == "Address of the link"
    opened.type("example.org/work")
    opened.key(Qt.Key.Key_Return)

    assert opened.editor.hasFocus()
    assert opened.editor.source() == "See [my work](https://example.org/work) here"


def test_the_word_just_typed_becomes_a_link(writer: Open, write: Write) -> None:
    write(text="Dear team")
    opened = writer()
    opened.editor.setFocus()
    opened.editor.moveCursor(QTextCursor.MoveOperation.End)

    opened.type(", see my project")
    opened.key(Qt.Key.Key_K, CONTROL | SHIFT)
    opened.type("example.org")
    opened.key(Qt.Key.Key_Return)
    opened.type(".")

    assert opened.editor.source() == "Dear team, see my [project](https://example.org)."


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("see pro|ject now", "project"),
        ("see project|.", "project"),
        ("see |project", "project"),
        ("see | project", ""),
        ("(well-known’s|)", "well-known’s"),
        ("at example.org/a|, here", "example.org/a"),
        ("{{ company }}| here", ""),
    ],
)
def test_the_word_of_a_place(text: str, word: str) -> None:
    start, end = word_at(text.replace("|", ""), text.index("|"))

    assert text.replace("|", "")[start:end] == word


def test_a_link_can_be_led_elsewhere_and_taken_away(writer: Open, write: Write) -> None:
    write(text="See [my work](https://example.org) here")
    opened = writer()
    opened.put_cursor("work")

    opened.key(Qt.Key.Key_K, CONTROL | SHIFT)
    opened.type("ada@example.org")
    opened.key(Qt.Key.Key_Return)
    assert opened.editor.source() == "See [my work](mailto:ada@example.org) here"
    opened.put_cursor("work")
    opened.key(Qt.Key.Key_K, CONTROL | SHIFT)
    opened.key(Qt.Key.Key_Delete)
    opened.key(Qt.Key.Key_Return)

    assert opened.editor.source() == "See my work here"


def test_an_address_that_is_none_is_said_and_can_be_put_right(writer: Open, write: Write) -> None:
    write(text="See here")
    opened = writer()
    opened.put_cursor("here")

    opened.key(Qt.Key.Key_K, CONTROL | SHIFT)
    opened.type("javascript:alert(1)")
    opened.key(Qt.Key.Key_Return)
    linking = opened.desk.tools.linking
    assert linking.address.accessibleDescription().startswith("Use a web address")
    opened.key(Qt.Key.Key_Escape)

    assert opened.editor.hasFocus()
    assert opened.editor.source() == "See here"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("example.org", "https://example.org"),
        ("http://example.org/a b", "http://example.org/a%20b"),
        ("https://example.org/a_(b)", "https://example.org/a_%28b%29"),
        ("https://exämple.org/ü", "https://exämple.org/ü"),
        ("ada@example.org", "mailto:ada@example.org"),
        ("mailto:ada@example.org?subject=a b", "mailto:ada@example.org?subject=a%20b"),
    ],
)
def test_addresses_as_people_type_them(typed: str, address: str) -> None:
    assert checked_address(typed) == address
    assert link_at(f"a [b]({address}) c", 5) is not None


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:x",
        "file:///etc/passwd",
        "data:text/html,x",
        "http://",
        "foo",
        "//a.b",
        "ftp://a.b",
    ],
)
def test_no_other_address_gets_into_a_letter(typed: str) -> None:
    with pytest.raises(InvalidInputError):
        checked_address(typed)
