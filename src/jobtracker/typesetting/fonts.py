"""The fonts of a letter: the person's choice, else a serif that this computer has."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

_SERIFS = (
    "Palatino Linotype",
    "Palatino",
    "P052",
    "Georgia",
    "Noto Serif",
    "Liberation Serif",
    "DejaVu Serif",
    "Times New Roman",
)


def register_fonts(files: Iterable[Path]) -> tuple[str, ...]:
    """Make font files known to this process; the names of their families.

    On a system without any font the terminal needs those shipped with the program.
    """
    families: list[str] = []
    for file in files:
        families += QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFont(str(file))
        )
    default_family.cache_clear()
    return tuple(dict.fromkeys(families))


def is_known(family: str) -> bool:
    """Whether a family is installed or registered here: another one would stand in for it."""
    return QFontDatabase.hasFamily(family)


@cache
def default_family() -> str:
    """The first of the good serifs that this computer has, else whatever it calls serif."""
    return next((name for name in _SERIFS if QFontDatabase.hasFamily(name)), "Serif")


def letter_font(family: str, size_pt: float) -> QFont:
    """The font to set a letter in; an empty family is the default one."""
    font = QFont(family or default_family())
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(size_pt)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for ligatures in ("liga", "clig"):
        # as one sign "ﬁ" the word "classification" is lost to who searches the PDF's text
        font.setFeature(QFont.Tag(ligatures), 0)
    return font
