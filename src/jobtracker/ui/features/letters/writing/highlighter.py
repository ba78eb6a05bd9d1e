"""Shows a letter's lines as one writes them: words in their styles, wrong ones underlined.

The styles lie over the text in its layout only. The document, its undo and the formats of its
tokens stay as they are.
"""

import re
from collections.abc import Callable, Iterable
from itertools import groupby

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument

from jobtracker.ui.features.letters.writing.sign_styles import Span, Style, spans
from jobtracker.ui.features.letters.writing.token_text import OBJECT
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Tokens

LONGEST = 20_000
"""Characters of a line beyond which it is shown plain."""
_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")
_STAND_IN = "\ue000\ue000"
"""Qt counts such a character as two."""


class Highlighter(QSyntaxHighlighter):
    """`wrong` answers the stretches of a line that are misspelt; the line begins at a position
    of the document. `styling` is true while Qt tells of a change that is none of the words.
    """

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        self._formats: dict[int, QTextCharFormat] = {}
        self.styling = False
        self.wrong: Callable[[str, int], Iterable[tuple[int, int]]] = lambda _line, _at: ()
        theme.changed.subscribe(self._recolour, owner=self)

    def highlightBlock(self, text: str) -> None:
        if not text or len(text) > LONGEST:
            return
        line = in_units(text)
        found = list(spans(line))
        wrong = self.wrong(line, self.currentBlock().position())
        found += [Span(start, end, Style.WRONG) for start, end in wrong]
        if found:
            self._show(line, found)

    def look_again(self, blocks: Iterable[QTextBlock] | None = None) -> None:
        """Show lines anew, all of them or these."""
        self.styling = True
        if blocks is None:
            self.rehighlight()
        else:
            for block in blocks:
                self.rehighlightBlock(block)
        self.styling = False

    def _show(self, line: str, found: Iterable[Span]) -> None:
        styles: list[int] = [0] * len(line)
        for span in found:
            for place in range(span.start, span.end):
                styles[place] |= span.style
        for place, character in enumerate(line):
            if character == OBJECT:
                styles[place] = 0
        start = 0
        for style, places in groupby(styles):
            length = len(list(places))
            if style:
                self.setFormat(start, length, self._format(style))
            start += length

    def _format(self, style: int) -> QTextCharFormat:
        if style not in self._formats:
            self._formats[style] = _format_of(Style(style), self._theme)
        return self._formats[style]

    def _recolour(self, _tokens: Tokens) -> None:
        self._formats.clear()
        self.look_again()


def in_units(text: str) -> str:
    """The text with as many characters as Qt counts."""
    return _TWO_UNITS.sub(_STAND_IN, text)


def _format_of(style: Style, theme: Theme) -> QTextCharFormat:
    made, colours = QTextCharFormat(), theme.colours
    if style & Style.BOLD:
        made.setFontWeight(QFont.Weight.DemiBold)
    if style & Style.ITALIC:
        made.setFontItalic(True)
    if style & Style.LINK:
        made.setForeground(colours.accent_text)
        made.setFontUnderline(True)
    if style & Style.SIGN:
        made.setForeground(colours.text3)
    if style & Style.WRONG:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        made.setUnderlineColor(colours.danger)
    return made
