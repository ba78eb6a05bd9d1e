"""A letter as pages. The editor's preview, print and the PDF paint the same ones.

The text is laid out in tenths of a point, without hinting, so that a line ends at the same word
on every screen and in the PDF.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from PySide6.QtGui import QPainter

from jobtracker.domain.letter_content import LetterContent, Run
from jobtracker.domain.letter_continuation import running_line
from jobtracker.domain.letter_looks import LetterLook, Paper
from jobtracker.domain.letter_sheets import FAINT_INK, UNIT, Sheet, page_units, tighter
from jobtracker.typesetting.flow import Ink, Placed, on_pages
from jobtracker.typesetting.lines import WordsInk
from jobtracker.typesetting.strips import is_right_to_left, strips_of_letter
from jobtracker.typesetting.styles import page_size, sheet_of
from jobtracker.typesetting.words import Wording, set_words

__all__ = ["Pages", "lay_out", "page_size"]

_RUNNING_AT = 0.5
"""The running line's baseline in the bottom margin, of the margin's height."""
_BELOW_BASELINE = 0.3
"""What letters like "g" take below it, of the size."""


class Pages:
    """A laid out letter: `count` pages of `size` points (1/72 inch).

    `fitted` is False where the letter was to fit one page and does not. `margin` is the narrowest
    margin in points, `side` that at the left and at the right. `scale` tells how much smaller the
    text is than in its style, to fit.
    """

    def __init__(
        self,
        pages: Sequence[Sequence[Placed]],
        sheet: Sheet,
        look: LetterLook,
        content: LetterContent,
    ) -> None:
        width, height = page_units(look.paper)
        self._pages = pages
        self._sheet = sheet
        self._content = content
        self.family = sheet.family
        self._left = (width - sheet.measure) / 2
        self._top = sheet.top
        self.size = page_size(look.paper)
        self.count = len(pages)
        self.fitted = self.count == 1 or not look.fit
        self.side = self._left / UNIT
        below = sheet.bottom * _RUNNING_AT
        self._running_at = height - below
        if self.count > 1:
            below -= sheet.size * sheet.small * _BELOW_BASELINE
        else:
            below = sheet.bottom
        self.margin = min(self._left, sheet.top, below) / UNIT
        self.scale = sheet.size / sheet_of(look).size

    def paint(self, painter: QPainter, index: int) -> None:
        """Paint page `index` (from 0) at the painter's origin, one unit a point.

        The paper itself is not painted.
        """
        painter.save()
        painter.scale(1 / UNIT, 1 / UNIT)
        for ink, left, baseline in self.inks(index):
            ink(painter, left, baseline)
        painter.restore()

    def inks(self, index: int) -> Iterator[tuple[Ink, float, float]]:
        """What stands on a page in the order of reading, each with its left edge and baseline in
        tenths of a point: the letter's own words, and from the second page on the running line.
        """
        for top, strip in self._pages[index]:
            for ink in strip.inks:
                yield ink, self._left, self._top + top + strip.baseline
        if index:
            yield self._running(index), self._left, self._running_at

    def lines(self, index: int) -> list[str]:
        """The letter's own words on a page, line by line; a list's marker is a line of its own."""
        inks = (ink for placed in self._pages[index] for ink in placed.strip.inks)
        return [ink.text for ink in inks if isinstance(ink, WordsInk)]

    def _running(self, index: int) -> WordsInk:
        """Whose letter it is and which page, small, at the end of the line."""
        sheet = self._sheet
        before, between = running_line(self._content)
        words = Wording(
            (Run(f"{before}{index + 1}{between}{self.count}"),),
            sheet.family,
            round(sheet.size * sheet.small),
            sheet.measure,
            right=not is_right_to_left(self._content),
        )
        return WordsInk(set_words(words), 0, ink=FAINT_INK)


def lay_out(content: LetterContent, look: LetterLook) -> Pages:
    """The letter's pages. Needs a QGuiApplication and the shipped fonts registered.

    What was laid out before on this thread is remembered by the paragraph, so that a letter that
    is being typed costs little more than the paragraph that changed.
    """
    sheet = sheet_of(look)
    pages = _set(content, sheet, look.paper)
    if look.fit and len(pages) > 1:
        # the smaller, the fewer pages: the least change that takes one page is found by halves
        smaller = tuple(tighter(sheet, look.paper))
        step = bisect_left(smaller, -1, key=lambda one: -len(_set(content, one, look.paper)))
        sheet = smaller[min(step, len(smaller) - 1)]
        pages = _set(content, sheet, look.paper)
    return Pages(pages, sheet, look, content)


def _set(content: LetterContent, sheet: Sheet, paper: Paper) -> list[list[Placed]]:
    _width, height = page_units(paper)
    return on_pages(strips_of_letter(content, sheet), height - sheet.top - sheet.bottom)
