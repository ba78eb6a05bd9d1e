"""Which words the glyphs of a line stand for, as the fonts' own tables can't tell it."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QRawFont

from jobtracker.domain.letter_sheets import SANS, SERIF
from jobtracker.typesetting.fonts import Face, font_of
from jobtracker.typesetting.lines import WordsInk

_COLOUR_TABLES = ("CBDT", "sbix", "COLR", "SVG ")
_CARRIERS = (
    "\u2014\u2030@\u00c6\u0152%\u2192\u2190\u2122\u2026\u00a9\u00aeWMmwOQGDHNUCABKRVXYTEZSPLF&#"
    "0123456789"
)
_NOWHERE = QColor(0, 0, 0, 0)
_PAIR = re.compile("[\U0001f1e6-\U0001f1ff]{2}|\u0644[\u0622\u0623\u0625\u0627]")


class Shown(NamedTuple):
    """What a glyph is part of: the words of its cluster, and all the glyphs that show these."""

    words: str
    glyphs: tuple[int, ...]


_NOTHING = Shown("", ())


class Cluster(NamedTuple):
    """What a person takes for one sign, and the glyphs that show it."""

    words: str
    runs: tuple[QGlyphRun, ...]


def clusters(ink: WordsInk) -> Iterator[Cluster]:
    """The signs of a line in the order of reading, each with its glyphs."""
    layout = ink.words.layout
    line = layout.lineAt(ink.line)
    first, last = line.textStart(), line.textStart() + line.textLength()
    text = layout.text().encode("utf-16-le", "surrogatepass")
    cuts = [at for at in range(first, last + 1) if at == last or layout.isValidCursorPosition(at)]
    signs = [
        text[2 * start : 2 * end].decode("utf-16-le", "replace") for start, end in pairwise(cuts)
    ]
    at = 0
    while at < len(signs):
        many = _signs_of_one(signs[at : at + 2])
        start, end = cuts[at], cuts[at + many]
        yield Cluster("".join(signs[at : at + many]), tuple(line.glyphRuns(start, end - start)))
        at += many


def _signs_of_one(signs: list[str]) -> int:
    """Two signs are one where they are a flag, or a lam and an alef, which are drawn as one."""
    pair = "".join(signs)
    return 2 if len(signs) > 1 and _PAIR.fullmatch(pair) else 1


def glyphs_drawn(inks: Iterable[WordsInk]) -> dict[str, dict[int, Shown]]:
    """The glyphs of each font in the order in which they are first drawn."""
    fonts: dict[str, dict[int, Shown]] = {}
    for ink in inks:
        for run in ink.words.layout.lineAt(ink.line).glyphRuns():
            drawn = fonts.setdefault(plain_font(run.rawFont()), {})
            for glyph in run.glyphIndexes():
                drawn.setdefault(glyph, _NOTHING)
        for cluster in clusters(ink):
            for run in cluster.runs:
                glyphs = tuple(run.glyphIndexes())
                drawn = fonts[plain_font(run.rawFont())]
                drawn |= {
                    glyph: Shown(cluster.words, glyphs)
                    for glyph in glyphs
                    if drawn[glyph] is _NOTHING or len(glyphs) < len(drawn[glyph].glyphs)
                }
    return fonts


class EmojiText:
    """Puts the text of emoji beside their pictures, which a PDF takes without any.

    It is set in letters that nobody sees, of a face that the letter has no other use for, one
    for each emoji and the widest first; what they stand for is to be written into the PDF.
    """

    def __init__(self, family: str) -> None:
        is_sans = family == SANS
        self._font = font_of(
            Face((SERIF if is_sans else SANS,), 100, 700 if is_sans else 600, italic=is_sans)
        )
        raw = QRawFont.fromFont(self._font)
        glyphs = raw.glyphIndexesForString(_CARRIERS)
        widths = dict(zip(glyphs, raw.advancesForGlyphIndexes(glyphs), strict=True))
        self._letters = sorted(widths, key=lambda glyph: -widths[glyph].x())
        self.font = plain_font(raw)
        self.words: list[str] = []

    def draw(self, painter: QPainter, ink: WordsInk, left: float, baseline: float) -> None:
        """Draw the unseen letters of a line's emoji; those beyond the supply get none."""
        for cluster in clusters(ink):
            for run in cluster.runs:
                if not _is_colourful(run.rawFont()) or not self._knows(cluster.words):
                    continue
                place = run.positions()[0]
                carrier = self._carrier(cluster.words, _width(run))
                painter.save()
                painter.setPen(_NOWHERE)
                painter.drawGlyphRun(QPointF(left + ink.offset + place.x(), baseline), carrier)
                painter.restore()

    def _knows(self, words: str) -> bool:
        if words not in self.words and len(self.words) < len(self._letters):
            self.words.append(words)
        return words in self.words

    def _carrier(self, words: str, width: float) -> QGlyphRun:
        """The letter for an emoji, as wide as its picture."""
        letter = self._letters[self.words.index(words)]
        font = QRawFont.fromFont(self._font)
        font.setPixelSize(font.pixelSize() * width / font.advancesForGlyphIndexes([letter])[0].x())
        run = QGlyphRun()
        run.setRawFont(font)
        run.setGlyphIndexes([letter])
        run.setPositions([QPointF(0, 0)])
        return run


def _width(run: QGlyphRun) -> float:
    advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
    return max(1.0, sum(advance.x() for advance in advances))


def _is_colourful(font: QRawFont) -> bool:
    return any(not font.fontTable(name).isEmpty() for name in _COLOUR_TABLES)


def plain_font(font: QRawFont) -> str:
    """A face as the names of PDF fonts tell it: "sourceserif4bold"."""
    return plain_name(font.familyName() + font.styleName())


def plain_name(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())
