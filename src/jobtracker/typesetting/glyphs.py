"""Which words of a letter no font of this computer can show."""

from collections.abc import Iterator

from PySide6.QtGui import QTextLayout

from jobtracker.domain.letter_looks import LetterLook
from jobtracker.typesetting.fonts import Face, families_for, font_of
from jobtracker.typesetting.scripts import LATIN, is_invisible, script_of
from jobtracker.typesetting.styles import sheet_of

_shown: dict[tuple[str, str], bool] = {}
"""What was found out, by family and character: it stays true as long as the program runs."""


def unshown(text: str, look: LetterLook) -> tuple[tuple[int, int, str], ...]:
    """The stretches text[start:end] that would be empty boxes, each with the name of its script
    ("Arabic", "emoji"). Words of one script with spaces between are one stretch.

    Needs a QGuiApplication; Qt asks every installed font for what the style's lacks.
    """
    if text.isascii():
        return ()
    family = sheet_of(look).family
    _find_out({sign for sign in text if sign > "~" and not is_invisible(sign)}, family)
    return tuple(_stretches(text, family))


def _find_out(signs: set[str], family: str) -> None:
    """Set the characters that were not met before, and see which get the glyph of none."""
    unknown = sorted(sign for sign in signs if (family, sign) not in _shown)
    for sign in unknown:
        layout = QTextLayout(sign, font_of(Face(families_for(sign, family), 100)))
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        glyphs = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
        _shown[family, sign] = bool(glyphs) and all(glyphs)


def _stretches(text: str, family: str) -> Iterator[tuple[int, int, str]]:
    start, end, script = 0, 0, ""
    for place, sign in enumerate(text):
        if _shown.get((family, sign), True):
            continue
        name = script_of(sign) or LATIN
        if script == name and not text[end:place].strip():
            end = place + 1
            continue
        if script:
            yield start, end, script
        start, end, script = place, place + 1, name
    if script:
        yield start, end, script
