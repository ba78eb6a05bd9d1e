"""The fonts of a letter: those shipped with the program, and this computer's for other scripts."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from jobtracker.domain.letter_sheets import SANS, SERIF
from jobtracker.typesetting.scripts import (
    ARABIC,
    CHINESE,
    EMOJI,
    HEBREW,
    JAPANESE,
    KOREAN,
    LATIN,
    scripts_in,
)

_STAND_INS = {
    SERIF: ("Palatino Linotype", "Palatino", "P052", "Georgia", "Noto Serif", "DejaVu Serif"),
    SANS: ("Helvetica Neue", "Segoe UI", "Noto Sans", "Liberation Sans", "DejaVu Sans"),
}
# What looks well beside a text serif, the best first: Linux, then macOS, then Windows.
_SCRIPT_SERIFS = {
    ARABIC: ("Noto Naskh Arabic", "Amiri", "Al Nile", "Geeza Pro", "Arabic Typesetting"),
    HEBREW: ("Noto Serif Hebrew", "Frank Ruehl CLM", "New Peninim MT", "David", "Times New Roman"),
    CHINESE: (
        "Noto Serif CJK SC",
        "Source Han Serif SC",
        "Songti SC",
        "SimSun",
        "Noto Sans CJK SC",
    ),
    JAPANESE: ("Noto Serif CJK JP", "Source Han Serif", "Hiragino Mincho ProN", "Yu Mincho"),
    KOREAN: ("Noto Serif CJK KR", "Source Han Serif K", "AppleMyungjo", "Batang"),
}
_SCRIPT_SANS = {
    ARABIC: ("Noto Sans Arabic", "Noto Naskh Arabic", "SF Arabic", "Geeza Pro", "Segoe UI"),
    HEBREW: ("Noto Sans Hebrew", "SF Hebrew", "Arial Hebrew", "Segoe UI"),
    CHINESE: ("Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei"),
    JAPANESE: ("Noto Sans CJK JP", "Source Han Sans", "Hiragino Sans", "Yu Gothic"),
    KOREAN: ("Noto Sans CJK KR", "Source Han Sans K", "Apple SD Gothic Neo", "Malgun Gothic"),
}
_EMOJI_FONTS = ("Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji")


class Face(NamedTuple):
    """A font in a size of pixels, which here are the units of the layout."""

    families: tuple[str, ...]
    size: int
    weight: int = 400
    italic: bool = False


def register_fonts(files: Iterable[Path]) -> tuple[str, ...]:
    """Make font files known to this process, each once; the names of their families.

    Needs a QGuiApplication. A file that is no font gives none.
    """
    return tuple(dict.fromkeys(family for file in files for family in _registered(file)))


@lru_cache(maxsize=64)
def _registered(file: Path) -> tuple[str, ...]:
    number = QFontDatabase.addApplicationFont(str(file))
    is_known.cache_clear()
    _families.cache_clear()
    return tuple(QFontDatabase.applicationFontFamilies(number)) if number >= 0 else ()


@lru_cache(maxsize=256)
def is_known(family: str) -> bool:
    """Whether a family is installed or registered here: another one would stand in for it."""
    return QFontDatabase.hasFamily(family)


def families_for(text: str, family: str) -> tuple[str, ...]:
    """The families to set a text in, the first one first; Qt asks the others, and then the rest
    of this computer's, for what it lacks.

    A text that begins in another script is set in that script's font whole, so that its spaces,
    figures and signs belong to it.
    """
    return _families(scripts_in(text), family)


@lru_cache(maxsize=256)
def _families(scripts: tuple[str, ...], family: str) -> tuple[str, ...]:
    chosen = first_known((family, *_STAND_INS.get(family, ()))) or family
    others = [_family_for(script, sans=family == SANS) for script in scripts if script != LATIN]
    known = [name for name in others if name]
    ahead = known[:1] if scripts and _family_for(scripts[0], sans=family == SANS) else []
    return tuple(dict.fromkeys((*ahead, chosen, *known)))


def _family_for(script: str, *, sans: bool) -> str:
    """The font for a script that the shipped ones have not; "" where Qt is to find one."""
    if script == EMOJI:
        return first_known(_EMOJI_FONTS)
    listed = (_SCRIPT_SANS if sans else _SCRIPT_SERIFS).get(script)
    if listed:
        return first_known(listed)
    system = _writing_systems().get(script)
    if system is None:
        return ""
    wanted = "Sans" if sans else "Serif"
    found = [
        name for name in QFontDatabase.families(system) if QFontDatabase.isSmoothlyScalable(name)
    ]
    return min(found, key=lambda name: (wanted not in name, "UI" in name, name), default="")


@lru_cache(maxsize=1)
def _writing_systems() -> dict[str, QFontDatabase.WritingSystem]:
    """Qt's writing systems by name, those left out that the shipped fonts have."""
    own = ("Latin", "Greek", "Cyrillic", "Vietnamese", "Symbol")
    systems = {
        QFontDatabase.writingSystemName(one): one
        for one in QFontDatabase.WritingSystem
        if one is not QFontDatabase.WritingSystem.WritingSystemsCount
    }
    return {name: system for name, system in systems.items() if name not in own}


def first_known(families: Iterable[str]) -> str:
    """The first of these families that this computer has; "" where it has none."""
    return next((family for family in families if is_known(family)), "")


def font_of(face: Face) -> QFont:
    """The font of a face, measured as it is drawn: no hinting, no ligatures."""
    font = QFont()
    font.setFamilies(list(face.families))
    font.setPixelSize(face.size)
    font.setWeight(QFont.Weight(face.weight))
    font.setItalic(face.italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for ligatures in ("liga", "clig"):
        # as one sign "ﬁ" the word "classification" is lost to who searches the PDF's text
        font.setFeature(QFont.Tag(ligatures), 0)
    return font
