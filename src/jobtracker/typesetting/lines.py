"""A paragraph as strips: its lines at an even distance, and where a page may part them."""

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from jobtracker.domain.letter_sheets import INK
from jobtracker.typesetting.flow import Ink, Strip
from jobtracker.typesetting.words import SetWords, Wording, set_words, words_of

_CAPITALS = 0.7
"""The height of capitals, of the size: they stand in the middle of their line."""
_TALL = 0.92
"""How much of what a font asks for its lines get at least: some scripts need more than Latin."""
_SQUARE = 1.15
"""What signs that fill their square take more from line to line."""
_LEAST_LINES = 2
"""Lines of a paragraph that stand on each page it is on: no widows, no orphans."""


class WordsInk(NamedTuple):
    """One line of words, `offset` from the left edge of the text."""

    words: SetWords
    line: int
    offset: float = 0.0
    ink: int = INK

    def __call__(self, painter: QPainter, left: float, baseline: float) -> None:
        painter.setPen(QColor.fromRgba(self.ink))
        self.words.draw(painter, self.line, left + self.offset, baseline)

    @property
    def text(self) -> str:
        return words_of(self.words.layout, self.line).strip()


class RuleInk(NamedTuple):
    """A line across the text."""

    width: float
    height: float
    ink: int

    def __call__(self, painter: QPainter, left: float, baseline: float) -> None:
        painter.fillRect(QRectF(left, baseline, self.width, self.height), QColor.fromRgba(self.ink))


class Form(NamedTuple):
    """How the lines of a paragraph stand: `gap` above it, `offset` from the left edge;
    `together` on one page, `with_former` on the page of what stands above.
    """

    leading: float
    gap: float = 0.0
    offset: float = 0.0
    ink: int = INK
    together: bool = False
    with_former: bool = False


def strips_of(wording: Wording, form: Form, beside: tuple[Ink, ...] = ()) -> list[Strip]:
    """The lines of a paragraph, the first one with what stands `beside` it (a list's marker)."""
    words = set_words(wording)
    count = len(words.lines)
    tallest = max((line.ascent + line.descent for line in words.lines), default=0.0)
    ascent = max((line.ascent for line in words.lines), default=0.0)
    leading = form.leading * (_SQUARE if words.is_square else 1)
    height = max(leading * wording.size, _TALL * tallest)
    baseline = max((height + _CAPITALS * wording.size) / 2, _TALL * ascent)
    return [
        Strip(
            height,
            baseline,
            (*(beside if index == 0 else ()), WordsInk(words, index, form.offset, form.ink)),
            0.0 if index else form.gap,
            _may_begin(index, count, form),
        )
        for index in range(count)
    ]


def _may_begin(index: int, count: int, form: Form) -> bool:
    if index == 0:
        return not form.with_former
    return not form.together and index >= _LEAST_LINES and count - index >= _LEAST_LINES
