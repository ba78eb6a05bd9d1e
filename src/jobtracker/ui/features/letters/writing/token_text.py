"""A letter's text in an editor's document and back again: exactly the same text.

A tag is one character of the document: an inline object whose format holds the tag as it was
written. So are the few characters that a QTextDocument would change or mistake for its own.
Positions in the document count UTF-16 units, offsets in the text count characters.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from jobtracker.domain.letters import (
    MAX_CHARACTERS,
    FieldName,
    FieldUse,
    SectionEnd,
    SectionStart,
    Text,
    label_of,
    parse,
)

OBJECT = "\ufffc"
OBJECT_TYPE = QTextFormat.ObjectTypes.UserObject.value + 1
_SOURCE = QTextFormat.Property.UserProperty.value + 1
_KIND = _SOURCE + 1
_NAME = _SOURCE + 2
_SIGNS = {
    "\r": "return",
    "\u2029": "break",
    OBJECT: "object",
    "\ufdd0": "sign",
    "\ufdd1": "sign",
    "\0": "zero",
}
"""Characters that QTextDocument reads as ends of lines or frames, or as its own objects."""
_ODD = re.compile("([" + "".join(_SIGNS) + "])")


class Kind(StrEnum):
    FIELD = "field"
    START = "start"
    END = "end"
    SIGN = "sign"


class Token(NamedTuple):
    """What stands behind one inline object; `name` is a field's, or a sign's word."""

    kind: Kind
    name: FieldName
    source: str

    @property
    def label(self) -> str:
        """What the token shows."""
        match self.kind:
            case Kind.START:
                return f"if {label_of(self.name)}"
            case Kind.END:
                return "end if"
            case Kind.SIGN:
                return self.name
        return label_of(self.name)

    def spoken(self, missing: frozenset[FieldName]) -> str:
        """The token for somebody who hears it: "field Company product, missing"."""
        if self.kind is not Kind.FIELD:
            return self.label
        return f"field {self.label}, missing" if self.name in missing else f"field {self.label}"


class _Segment(NamedTuple):
    """A stretch of the document: where it begins, its text, and its token or None."""

    position: int
    text: str
    token: Token | None
    length: int


class TokenText:
    """The text of one document. Load a letter, insert into it, read it back."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._newline = "\n"
        self._read: tuple[int, str] | None = None

    def load(self, text: str, spacing: QTextBlockFormat | None = None) -> None:
        """Show `text` in paragraphs of this format; what was there is gone, for undo too."""
        self._read = None
        self._newline = "\r\n" if "\n" in text and not re.search(r"(?<!\r)\n", text) else "\n"
        cursor = QTextCursor(self._document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        cursor.setBlockFormat(spacing or QTextBlockFormat())
        self.insert(cursor, text)
        cursor.endEditBlock()
        self._document.clearUndoRedoStacks()

    def text(self) -> str:
        """The letter's text, exactly; kept until the document changes."""
        revision = self._document.revision()
        if self._read is None or self._read[0] != revision:
            self._read = revision, "".join(segment.text for segment in self._segments())
        return self._read[1]

    def insert(self, cursor: QTextCursor, text: str) -> None:
        """Put text at the cursor, its tags as tokens; what is selected goes."""
        plain = QTextCharFormat()
        cursor.beginEditBlock()
        for piece in _pieces(text, self._newline):
            if isinstance(piece, str):
                cursor.insertText(piece, plain)
            else:
                cursor.insertText(OBJECT, _format_of(piece))
        cursor.setCharFormat(plain)
        cursor.endEditBlock()

    def between(self, start: int, end: int) -> str:
        """The text of the document's positions from `start` to before `end`."""
        return self.text()[self.offset_of(start) : self.offset_of(end)]

    def offset_of(self, position: int) -> int:
        """Where a position of the document stands in the text."""
        offset = 0
        for segment in self._segments():
            if position < segment.position + segment.length:
                return offset + _characters(segment, position - segment.position)
            offset += len(segment.text)
        return offset

    def position_of(self, offset: int) -> int:
        """Where a place in the text stands in the document; inside a tag, before its token."""
        end = 0
        for segment in self._segments():
            if offset < len(segment.text):
                whole = segment.token is not None or segment.length != _units(segment.text)
                return segment.position + (0 if whole else _units(segment.text[:offset]))
            offset -= len(segment.text)
            end = segment.position + segment.length
        return end

    def token_at(self, position: int) -> Token | None:
        """The token that is the character at a position, or None."""
        block = self._document.findBlock(position)
        cursor = QTextCursor(self._document)
        if not block.isValid() or position - block.position() >= block.length() - 1:
            return None
        cursor.setPosition(position + 1)
        return token_of(cursor.charFormat())

    def tokens(self) -> Iterator[tuple[int, Token]]:
        """Every token with its position, in order."""
        for segment in self._segments():
            if segment.token is not None:
                yield segment.position, segment.token

    def spoken(self, block: QTextBlock, missing: frozenset[FieldName]) -> str:
        """One paragraph in words, its tokens too."""
        return "".join(
            segment.token.spoken(missing) if segment.token else segment.text
            for segment in _segments_of(block)
        )

    def _segments(self) -> Iterator[_Segment]:
        block = self._document.begin()
        while block.isValid():
            yield from _segments_of(block)
            following = block.next()
            if following.isValid():
                yield _Segment(following.position() - 1, self._newline, None, 1)
            block = following


def _segments_of(block: QTextBlock) -> Iterator[_Segment]:
    text = block.text()
    if OBJECT not in text:
        yield _Segment(block.position(), text, None, block.length() - 1)
        return
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        token = token_of(fragment.charFormat())
        if token is None:
            yield _Segment(fragment.position(), fragment.text(), None, fragment.length())
        else:
            for place in range(fragment.position(), fragment.position() + fragment.length()):
                yield _Segment(place, token.source, token, 1)
        fragments += 1


def _pieces(text: str, newline: str) -> Iterator[str | Token]:
    if len(text) > MAX_CHARACTERS:  # saving it will be refused, but it must not be lost
        yield from _plain(text, newline)
        return
    kinds = {FieldUse: Kind.FIELD, SectionStart: Kind.START, SectionEnd: Kind.END}
    for piece in parse(text):
        words = text[piece.start : piece.end]
        if isinstance(piece, Text):
            yield from _plain(words, newline)
            continue
        tag = words.rstrip("\r\n")  # a section's tag may take its line's end with it
        yield Token(kinds[type(piece)], piece.name, tag)
        yield from _plain(words[len(tag) :], newline)


def _plain(words: str, newline: str) -> Iterator[str | Token]:
    lines = words.replace(newline, "\n") if newline != "\n" else words
    for part in _ODD.split(lines):
        if part in _SIGNS:
            yield Token(Kind.SIGN, _SIGNS[part], part)
        elif part:
            yield part


def _format_of(token: Token) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setObjectType(OBJECT_TYPE)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    made.setProperty(_SOURCE, token.source)
    made.setProperty(_KIND, token.kind.value)
    made.setProperty(_NAME, token.name)
    return made


def token_of(style: QTextFormat) -> Token | None:
    """The token a format stands for, or None for plain text."""
    if style.objectType() != OBJECT_TYPE:
        return None
    return Token(
        Kind(style.property(_KIND)), str(style.property(_NAME)), str(style.property(_SOURCE))
    )


def _characters(segment: _Segment, units: int) -> int:
    """How many characters of a segment lie before so many UTF-16 units of it."""
    if segment.token is not None:
        return 0
    encoded = segment.text.encode("utf-16-le", "surrogatepass")
    return len(encoded[: 2 * units].decode("utf-16-le", "surrogatepass"))


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
