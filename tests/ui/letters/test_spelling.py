"""Misspelt words in an editor: marked, walked and put right, all by the keyboard."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.letters.conftest import Writer

from jobtracker.domain.errors import NotFoundError
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.letters.writing.editor import LetterEditor
from jobtracker.ui.features.letters.writing.highlighter import in_units
from jobtracker.ui.features.letters.writing.spell_lane import SpellLane
from jobtracker.ui.features.letters.writing.spell_words import is_name, names_in, words_of
from jobtracker.ui.features.letters.writing.spelling import REST_MS, blocks_of
from jobtracker.ui.features.letters.writing.toolbar import Toolbar
from jobtracker.ui.features.letters.writing.tools import WritingTools
from jobtracker.ui.theme.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # real menus
WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline
MEANT = {"recieve": ["receive"], "teh": ["the", "ten"], "experiance": ["experience"]}
WAIT = 3000


class English:
    """Everything is right but a few words."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.threads: set[threading.Thread] = set()

    def check(self, word: str) -> bool:
        self.asked.append(word)
        self.threads.add(threading.current_thread())
        return word not in MEANT

    def suggest(self, word: str) -> list[str]:
        return MEANT[word]


class Desk:
    """An editor with its tools; `english` is its dictionary, `own` the words added."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.english = English()
        self.own: set[str] = set()
        self.trouble: list[str] = []
        self.lane = SpellLane(self._load, self.own)
        self.lane.trouble.subscribe(lambda found: self.trouble.append(str(found.error)))
        self.window = QWidget()
        self.editor = LetterEditor(theme, "Letter")
        toolbar = Toolbar(theme)
        column = QVBoxLayout(self.window)
        column.addWidget(toolbar)
        column.addWidget(self.editor)
        self.tools = WritingTools(theme, self.window, self.editor, toolbar, list)
        self.spelling = self.tools.check_spelling(self.lane)

    def _load(self, language: str) -> English:
        if language != "en":
            raise NotFoundError("There is no dictionary for German.")
        return self.english

    def show(self, text: str, language: str = "en", names: str = "") -> None:
        self.window.resize(600, 400)
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.editor.show_text(text)
        self.editor.setFocus()
        self.spelling.show(language, names_in([names]))

    def marked(self) -> list[str]:
        """The words that are underlined, in order."""
        return [
            in_units(block.text())[one.start : one.start + one.length]
            for block in blocks_of(self.editor)
            for one in block.layout().formats()
            if one.format.underlineStyle() == WAVE
        ]

    def sees(self, *words: str) -> None:
        self.qtbot.waitUntil(lambda: self.marked() == list(words), timeout=WAIT)

    def menu(self) -> QMenu:
        found = QApplication.activePopupWidget()
        assert isinstance(found, QMenu)
        return found

    def lines(self) -> list[str]:
        return [one.text() for one in self.menu().actions() if one.text()]

    def waits_for(self, line: str) -> None:
        self.qtbot.waitUntil(lambda: line in self.lines(), timeout=WAIT)


@pytest.fixture
def desk(theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(theme, qtbot)
    yield made
    made.lane.close()
    made.window.close()
    made.window.deleteLater()


def test_misspelt_words_are_underlined_and_checked_on_another_thread(desk: Desk) -> None:
    desk.show("I recieve teh **experiance** of {{ role }} 🙂 teh end")

    desk.sees("recieve", "teh", "experiance", "teh")
    assert threading.main_thread() not in desk.english.threads
    assert len(desk.english.asked) == len(set(desk.english.asked))


def test_names_of_the_application_are_right(desk: Desk) -> None:
    desk.show("Teh Recieve group, recieve's ledger, experiance", names="Recieve Experiance")
    desk.english.asked.clear()

    desk.sees()


def test_the_word_being_typed_is_marked_once_it_is_whole(desk: Desk) -> None:
    desk.show("")

    QTest.keyClicks(desk.editor, "I recieve")
    QTest.qWait(2 * REST_MS)
    assert desk.marked() == []
    QTest.keyClicks(desk.editor, " ")
    desk.sees("recieve")

    QTest.keyClick(desk.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.editor.source() == ""


def test_the_menu_key_offers_what_was_meant(desk: Desk) -> None:
    desk.show("A {{ role }}teh end")
    desk.sees("teh")
    desk.editor.select_source(12, 12)

    QTest.keyClick(desk.editor, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    desk.waits_for("the")
    assert desk.lines()[:4] == ["the", "ten", "Add “teh” to dictionary", "Ignore in this letter"]
    QTest.keyClick(desk.menu(), Qt.Key.Key_Return)

    assert desk.editor.source() == "A {{ role }}the end"
    desk.editor.undo()
    assert desk.editor.source() == "A {{ role }}teh end"


def test_f7_walks_the_misspelt_words_round_the_end(desk: Desk) -> None:
    desk.show("I recieve\nteh end")
    desk.sees("recieve", "teh")
    walked = []

    desk.tools.walk_misspelt(1)
    for _ in range(3):
        desk.waits_for(MEANT[desk.editor.textCursor().selectedText()][0])
        walked.append(desk.editor.textCursor().selectedText())
        QTest.keyClick(desk.menu(), Qt.Key.Key_F7)
    QTest.keyClick(desk.menu(), Qt.Key.Key_Escape)

    assert walked == ["recieve", "teh", "recieve"]


def test_a_word_added_or_ignored_is_marked_no_more(desk: Desk) -> None:
    desk.show("I recieve teh recieve")
    desk.sees("recieve", "teh", "recieve")
    ignored: list[str] = []
    desk.spelling.ignored.subscribe(ignored.append)

    desk.spelling.add("recieve")
    desk.sees("teh")
    desk.spelling.ignore("teh")
    desk.sees()

    desk.tools.set_language("en", ["Wingtip"])
    desk.sees()
    desk.tools.set_language("en", ["Wingtip"], 2)
    desk.sees("teh")

    assert desk.own == {"recieve"}
    assert ignored == ["teh"]


def test_a_language_without_a_dictionary_is_said_once_and_nothing_is_marked(desk: Desk) -> None:
    desk.show("Ein Wort", "de")
    desk.qtbot.waitUntil(lambda: bool(desk.trouble), timeout=WAIT)
    desk.editor.show_text("Noch ein Wort")
    QTest.qWait(2 * REST_MS)

    assert desk.trouble == ["There is no dictionary for German."]
    assert desk.marked() == []


def test_checking_can_be_switched_off_and_on(desk: Desk) -> None:
    desk.show("teh end")
    desk.sees("teh")

    desk.lane.enable(on=False)
    assert desk.marked() == []
    desk.lane.enable(on=True)
    desk.sees("teh")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("We don't know", ["We", "don't", "know"]),
        ("at ada@example.org or https://example.org/pth", ["at", "or"]),
        ("see example.org/pth, www.exmple.com and src/lib", ["see", "and"]),
        ("[my wrk](https://exmple.org/a) ok", ["my", "wrk", "ok"]),
        ("NASA 3D 2nd B2B GitHub PostgreSQL I", []),
        ("well-knwon (brackted) “quotd”", ["well", "knwon", "brackted", "quotd"]),
        ("**bold** *italc*", ["bold", "italc"]),
        ("Übung naïve Ελλάδα", ["Übung", "naïve", "Ελλάδα"]),
        ("\ufffc's team, \ufffc-Team", ["team", "Team"]),
        ("C++ C# #tag @name R&D", []),
    ],
)
def test_only_words_are_looked_up(line: str, words: list[str]) -> None:
    assert [word.text for word in words_of(line)] == words
    assert all(line[word.start : word.end] == word.text for word in words_of(line))


def test_a_name_may_own_something() -> None:
    names = names_in(["Wingtip Payments", "Ms O'Brien"])

    assert is_name("wingtip", names)
    assert is_name("Wingtip's", names)
    assert is_name("Brien’s", names)
    assert not is_name("Wingtips", names)


def test_f7_waits_for_words_that_are_still_looked_up(desk: Desk) -> None:
    desk.show("I recieve it")

    desk.tools.walk_misspelt(1)
    desk.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None, timeout=WAIT)

    assert desk.editor.textCursor().selectedText() == "recieve"
    QTest.keyClick(desk.menu(), Qt.Key.Key_Escape)


def test_f7_goes_on_into_the_values_typed_for_the_letter_and_comes_round(
    writer: Callable[[], Writer], write: Callable[..., int], workspace: Workspace, qtbot: QtBot
) -> None:
    letter = write(text="I recieve {{ company_product }} in {{ start_date }}.")
    values = {"company_product": "Ledger of experiance", "start_date": "teh May"}
    workspace.letters.set_values(letter, values)
    opened = writer()
    lane = SpellLane(lambda _language: English(), set())
    opened.page.check_spelling(lane)
    opened.editor.setFocus()

    def steps_to(selected: str, key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        opened.key(Qt.Key.Key_F7, key)
        qtbot.waitUntil(lambda: chosen() == selected, timeout=WAIT)
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()

    def chosen() -> str:
        focused = opened.window.focusWidget()
        if isinstance(focused, QLineEdit):
            return focused.selectedText()
        return opened.editor.textCursor().selectedText()

    for word in ("recieve", "experiance", "teh", "recieve"):
        steps_to(word)
    assert opened.editor.hasFocus()
    for word in ("teh", "experiance", "recieve"):
        steps_to(word, Qt.KeyboardModifier.ShiftModifier)
    lane.close()


def test_the_menu_stays_on_the_screen_with_its_suggestions(desk: Desk) -> None:
    desk.show("teh")
    desk.sees("teh")
    room = desk.window.screen().availableGeometry()
    desk.window.move(20, room.bottom() - 150)

    desk.tools.walk_misspelt(1)
    desk.waits_for("ten")

    assert room.contains(desk.menu().geometry())
    QTest.keyClick(desk.menu(), Qt.Key.Key_Escape)


def test_undo_and_redo_show_their_keys_though_the_window_has_them_too(desk: Desk) -> None:
    desk.show("one")
    of_window = QAction(desk.window)
    of_window.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    desk.window.addAction(of_window)

    desk.editor.open_menu()

    lines = desk.lines()
    QTest.keyClick(desk.menu(), Qt.Key.Key_Escape)
    assert any(one.endswith("Undo\tCtrl+Z") for one in lines)
    assert any("Redo\tCtrl+" in one for one in lines)
