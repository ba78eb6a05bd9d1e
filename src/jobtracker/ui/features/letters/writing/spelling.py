"""Marks misspelt words in an editor and leads from one to the next."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextBlock, QTextCursor

from jobtracker.domain.letters import FieldName
from jobtracker.ui.features.letters.writing.editor import LetterEditor
from jobtracker.ui.features.letters.writing.highlighter import in_units
from jobtracker.ui.features.letters.writing.spell_lane import SpellLane
from jobtracker.ui.features.letters.writing.spell_words import Word, is_name, words_of
from jobtracker.ui.runtime.channel import Channel

REST_MS = 250
"""Words are asked for together, once the hands rest: nobody waits for it while typing."""
KEEP = QTextCursor.MoveMode.KeepAnchor
NOBODY: frozenset[str] = frozenset()


class WrongValue(NamedTuple):
    """A misspelt word in the value of a field."""

    field: FieldName
    word: Word


class Spelling:
    """The spelling of one editor's text. `ignored` tells a word that is right in this text."""

    def __init__(self, editor: LetterEditor, lane: SpellLane) -> None:
        self.ignored: Channel[str] = Channel()
        self._editor = editor
        self._lane = lane
        self._language = ""
        self._names = NOBODY
        self._text = 0
        self._ignored: dict[int, frozenset[str]] = {}
        self._unknown: set[str] = set()
        self._typed_at = -1
        self._asked = 0
        self._once_known: Callable[[], object] | None = None
        self._timer = QTimer(editor, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._ask)
        editor.highlighter.wrong = self._wrong
        editor.cursorPositionChanged.connect(self._moved)
        lane.changed.subscribe(lambda _none: self._look_again(), owner=editor)

    def show(self, language: str, names: frozenset[str], text: int = 0) -> None:
        """Check words of this language (ISO 639-1); `names` are right, in small letters. `text`
        is the id of what is shown, which has ignored words of its own.
        """
        names |= self._ignored.get(text, NOBODY)
        if (language, names) != (self._language, self._names):
            self._language, self._names = language, names
            self._look_again()
        self._text = text

    def ignore(self, word: str) -> None:
        """Count a word as right in this text, until the program ends."""
        folded = {word.casefold()}
        self._ignored[self._text] = self._ignored.get(self._text, NOBODY) | folded
        self._names |= folded
        self._look_again()
        self.ignored.put(word)

    def add(self, word: str) -> None:
        """Count a word as right everywhere."""
        self._lane.add(word)

    def suggest(self, word: str, then: Callable[[list[str]], object], owner: QObject) -> None:
        self._lane.suggest(self._language, word, then, owner)

    def word_at(self, position: int) -> QTextCursor | None:
        """The misspelt word at a position of the document, selected."""
        block = self._editor.document().findBlock(position)
        return next(
            (
                cursor
                for cursor in self._wrong_in(block)
                if cursor.selectionStart() <= position <= cursor.selectionEnd()
            ),
            None,
        )

    def when_known(self, then: Callable[[], object]) -> bool:
        """Whether words are still being looked up; if so, `then` is called once they are."""
        busy = bool(self._asked or self._unknown)
        if self._unknown:
            self._timer.start()
        self._once_known = then if busy else None
        return busy

    def wrong_in_values(self, values: Iterable[tuple[FieldName, str]]) -> list[WrongValue]:
        """The misspelt words of values that were typed, as far as they are known."""
        return [WrongValue(name, word) for name, value in values for word in self._misspelt(value)]

    def walk(self, step: int, *, round_end: bool = True, anew: bool = False) -> bool:
        """Select the next misspelt word, or the one before; False where there is none. It goes
        round the end, if wanted, or begins `anew` at the start, for a step back at the end.
        """
        found = [one for block in blocks_of(self._editor) for one in self._wrong_in(block)]
        here = self._editor.textCursor()
        if anew:
            way = QTextCursor.MoveOperation
            here.movePosition(way.Start if step > 0 else way.End)
        if step > 0:
            after = [one for one in found if one.selectionStart() >= here.selectionEnd()]
            chosen = next(iter(after or (found if round_end else [])), None)
        else:
            before = [one for one in found if one.selectionEnd() <= here.selectionStart()]
            chosen = next(reversed(before or (found if round_end else [])), None)
        if chosen is None:
            return False
        self._editor.setTextCursor(chosen)
        self._editor.ensureCursorVisible()
        return True

    def _wrong_in(self, block: QTextBlock) -> Iterator[QTextCursor]:
        for word in self._misspelt(in_units(block.text())):
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + word.start)
            cursor.setPosition(block.position() + word.end, KEEP)
            yield cursor

    def _misspelt(self, line: str, unfinished: int = -1) -> Iterator[Word]:
        """The words of a line known to be wrong; those not known are noted to be asked for. The
        word that ends at `unfinished` is neither.
        """
        if not self._language or not self._lane.enabled:
            return
        for word in words_of(line):
            right = self._lane.known(self._language, word.text)
            if word.end == unfinished:
                continue
            if right is None:
                self._unknown.add(word.text)
            elif not right and not is_name(word.text, self._names):
                yield word

    def _wrong(self, line: str, start: int) -> Iterator[tuple[int, int]]:
        """For the highlighter. The word just being typed is not wrong before it is whole."""
        here = self._editor.textCursor().position()
        if not self._editor.highlighter.styling:
            self._typed_at = here
        for word in self._misspelt(line, here - start if here == self._typed_at else -1):
            yield word.start, word.end
        if self._unknown:
            self._timer.start()

    def _moved(self) -> None:
        """The cursor left the word that was being typed."""
        if self._typed_at >= 0 and self._editor.textCursor().position() != self._typed_at:
            block = self._editor.document().findBlock(self._typed_at)
            self._typed_at = -1
            if block.isValid():
                self._editor.highlighter.look_again([block])

    def _ask(self) -> None:
        words, self._unknown = frozenset(self._unknown), set()
        self._asked += 1
        self._lane.ask(self._language, words, lambda: self._mark(words), self._editor)

    def _mark(self, words: frozenset[str]) -> None:
        wrong = [word for word in words if self._lane.known(self._language, word) is False]
        touched = [b for b in blocks_of(self._editor) if any(word in b.text() for word in wrong)]
        if touched:
            self._editor.highlighter.look_again(touched)
        self._asked -= 1
        if not self._asked and not self._unknown and self._once_known is not None:
            then, self._once_known = self._once_known, None
            then()

    def _look_again(self) -> None:
        self._editor.highlighter.look_again()


def blocks_of(editor: LetterEditor) -> Iterator[QTextBlock]:
    """The lines of an editor, as typed."""
    block = editor.document().begin()
    while block.isValid():
        yield block
        block = block.next()
