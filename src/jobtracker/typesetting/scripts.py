"""Which script words are written in, and which way they run.

Python knows each character's Unicode name and bidirectional class; a script is the first word
of the name, as in "ARABIC LETTER ALEF".
"""

import unicodedata
from functools import lru_cache

ARABIC, HEBREW = "Arabic", "Hebrew"
CHINESE, JAPANESE, KOREAN = "Chinese", "Japanese", "Korean"
EMOJI, OTHER = "emoji", "special signs"
LATIN = "Latin"

_SCRIPTS = {
    "CJK": CHINESE,
    "KANGXI": CHINESE,
    "BOPOMOFO": CHINESE,
    "HIRAGANA": JAPANESE,
    "KATAKANA": JAPANESE,
    "HANGUL": KOREAN,
    "REGIONAL": EMOJI,
}
_TRANSPARENT = frozenset({"Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp"})
"""Categories of what is not seen by itself: controls, joiners, marks, spaces."""


@lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """The script a letter belongs to, "emoji", or "special signs"; "" for what all share:
    spaces, digits, punctuation.
    """
    category = unicodedata.category(character)
    words = unicodedata.name(character, "").split()
    if words and words[0] in _SCRIPTS:
        return _SCRIPTS[words[0]]
    if category[0] == "L":
        return words[0].title() if words else OTHER
    if category == "So" and character >= "\u2600":
        return EMOJI
    return OTHER if category in {"Co", "Cn", "Cs"} else ""


def scripts_in(text: str) -> tuple[str, ...]:
    """The scripts of a text, the first met first; Han signs are Japanese or Korean beside
    letters of these languages.
    """
    if text.isascii():
        return (LATIN,)
    found = dict.fromkeys(script for script in map(script_of, text) if script)
    if CHINESE in found and (JAPANESE in found or KOREAN in found):
        del found[CHINESE]
    return tuple(found)


def fills_its_square(text: str) -> bool:
    """Whether a text begins in Chinese, Japanese or Korean: signs as high as wide, which need
    more room from line to line than letters do.
    """
    return scripts_in(text)[:1] in {(CHINESE,), (JAPANESE,), (KOREAN,)}


def is_invisible(character: str) -> bool:
    """Whether a character has no sign of its own, so that no font needs to show it."""
    return unicodedata.category(character) in _TRANSPARENT


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is Hebrew, Arabic or the like (rules P2 and P3
    of Unicode's bidirectional algorithm, UAX #9).
    """
    if text.isascii():
        return False
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


def has_emoji(text: str) -> bool:
    """Whether a font might show part of a text as pictures."""
    return not text.isascii() and any(script_of(sign) == EMOJI for sign in text)
