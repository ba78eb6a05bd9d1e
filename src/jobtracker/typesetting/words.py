"""Words set in lines, and kept: of a letter that is being typed one paragraph differs."""

import re
import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from jobtracker.domain.letter_content import Run
from jobtracker.domain.letter_sheets import LINK_INK
from jobtracker.typesetting.fonts import Face, families_for, font_of
from jobtracker.typesetting.scripts import fills_its_square, has_emoji, runs_right_to_left
from jobtracker.typesetting.styles import MARK_GROUND, MARK_INK

_LINE_SEPARATOR = "\u2028"
_KEPT = 600
_SIGNS_A_WORD = 2_000  # Qt breaks a word without end at any sign, in quadratic time
_SHORT_LINE = 0.16
"""Of the width: a single word that is shorter is no last line, it takes the word before along."""
_LINES_WITH_COMPANY = 2
_LONG_WORD = re.compile(rf"\S{{{_SIGNS_A_WORD}}}")


class Wording(NamedTuple):
    """Words and how they are set: all that decides how their lines look.

    `bold` is the weight of bold words; `link_ink` 0 leaves links in the ink of the text; `right`
    says on which side the lines stand, None leaves it to the script.
    """

    runs: tuple[Run, ...]
    family: str
    size: int
    width: int
    weight: int = 400
    bold: int = 700
    link_ink: int = LINK_INK
    right: bool | None = None


class Extent(NamedTuple):
    """What a line takes above and below its baseline."""

    ascent: float
    descent: float


class SetWords:
    """A text in lines, drawn a line at a time."""

    def __init__(self, layout: QTextLayout) -> None:
        self.layout = layout
        self.has_emoji = has_emoji(layout.text())
        self.is_square = fills_its_square(layout.text())
        lines = (layout.lineAt(index) for index in range(layout.lineCount()))
        self.lines = [Extent(line.ascent(), line.descent()) for line in lines]

    def draw(self, painter: QPainter, index: int, left: float, baseline: float) -> None:
        """Draw one line with its box's left edge and its baseline at these places, in the
        painter's pen.
        """
        top = baseline - self.lines[index].ascent
        self.layout.lineAt(index).draw(painter, QPointF(left, top))


class _Memory(threading.local):
    """What one thread has set so far: Qt's layouts, fonts and formats are not to be shared between
    threads.
    """

    def __init__(self) -> None:
        self.words: OrderedDict[Wording, SetWords] = OrderedDict()
        self.fonts: dict[Face, QFont] = {}
        self.formats: dict[tuple[Run, int, int], QTextCharFormat] = {}

    def font(self, face: Face) -> QFont:
        if face not in self.fonts:
            self.fonts[face] = font_of(face)
        return self.fonts[face]

    def format(self, run: Run, bold: int, link_ink: int) -> QTextCharFormat:
        key = (run._replace(text=""), bold, link_ink)
        if key not in self.formats:
            if len(self.formats) > _KEPT:
                self.formats.clear()
            self.formats[key] = _format(*key)
        return self.formats[key]


_memory = _Memory()


def set_words(wording: Wording) -> SetWords:
    """The words in lines, remembered from before where they are the same."""
    words = _memory.words
    kept = words.get(wording)
    if kept is not None:
        words.move_to_end(wording)
        return kept
    made = words[wording] = _set(wording)
    if len(words) > _KEPT:
        words.popitem(last=False)
    return made


def _set(wording: Wording) -> SetWords:
    texts = [_breakable(run.text) for run in wording.runs]
    text = "".join(texts)
    face = Face(families_for(text, wording.family), wording.size, wording.weight)
    layout = QTextLayout(text, _memory.font(face))
    layout.setCacheEnabled(True)
    right_to_left = runs_right_to_left(text)
    right = right_to_left if wording.right is None else wording.right
    layout.setTextOption(_option(right_to_left=right_to_left, right=right))
    formats = list(_formats(wording, texts))
    if formats:
        layout.setFormats(formats)
    _break_lines(layout, wording.width)
    if _ends_in_one_word(layout, wording.width):
        last_but_one = layout.lineAt(layout.lineCount() - 2)
        _break_lines(
            layout, wording.width, {layout.lineCount() - 2: last_but_one.naturalTextWidth() - 1}
        )
    return SetWords(layout)


def _break_lines(
    layout: QTextLayout, width: float, narrower: Mapping[int, float] = MappingProxyType({})
) -> None:
    """Set the lines of a layout; those in `narrower` have a width of their own."""
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(narrower.get(line.lineNumber(), width))
        line = layout.createLine()
    layout.endLayout()


def _ends_in_one_word(layout: QTextLayout, width: float) -> bool:
    """Whether a short word stands alone on the last line though it could have company."""
    count = layout.lineCount()
    if count < _LINES_WITH_COMPANY:
        return False
    last = layout.lineAt(count - 1)
    before, words = words_of(layout, count - 2), words_of(layout, count - 1)
    alone = before.endswith(" ") and " " not in words.strip()
    return alone and last.naturalTextWidth() < _SHORT_LINE * width


def words_of(layout: QTextLayout, index: int) -> str:
    """What a line says, spaces at its end too; Qt counts in units of UTF-16."""
    line, text = layout.lineAt(index), layout.text()
    start, end = line.textStart(), line.textStart() + line.textLength()
    if text.isascii():
        return text[start:end]
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode(
        "utf-16-le", "replace"
    )


def _breakable(text: str) -> str:
    lines = text.replace("\n", _LINE_SEPARATOR)
    return _LONG_WORD.sub(rf"\g<0>{_LINE_SEPARATOR}", lines) if len(text) > _SIGNS_A_WORD else lines


@lru_cache(maxsize=4)
def _option(*, right_to_left: bool, right: bool) -> QTextOption:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    return option


def _formats(wording: Wording, texts: list[str]) -> Iterator[QTextLayout.FormatRange]:
    at = 0
    for run, text in zip(wording.runs, texts, strict=True):
        if run.bold or run.italic or run.link or run.missing:
            stretch = QTextLayout.FormatRange()
            stretch.start, stretch.length = at, units(text)
            stretch.format = _memory.format(run, wording.bold, wording.link_ink)
            yield stretch
        at += units(text)


def _format(run: Run, bold: int, link_ink: int) -> QTextCharFormat:
    form = QTextCharFormat()
    if run.bold:
        form.setFontWeight(bold)
    if run.italic:
        form.setFontItalic(True)
    if run.link:
        form.setAnchor(True)
        form.setAnchorHref(run.link)
        if link_ink:
            form.setForeground(QColor.fromRgba(link_ink))
    if run.missing:
        form.setForeground(QColor.fromRgba(MARK_INK))
        form.setBackground(QColor.fromRgba(MARK_GROUND))
    return form


def units(text: str) -> int:
    """The length of a text as Qt counts it, in units of UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
