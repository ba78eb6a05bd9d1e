"""A role as the sentence of a letter says it: without "(m/w/d)", and after "de" in French."""

import re
import unicodedata

_MARK = r"(?:[mwfhdxvi]|div\.?)"
_MARKS = rf"{_MARK}(?:\s?[/|,*]\s?{_MARK}){{1,3}}"
_OPEN_TO_ALL = re.compile(
    rf"\s*[(\[]\s*(?:{_MARKS}|gn|all genders|alle geschlechter|tous genres)\s*[)\]]"
    r"|\s*[-–,]?\s(?:[mfwh]/[mfwh](?:/[dx])?)\Z",
    re.IGNORECASE,
)
"""As postings write it: "(m/w/d)", "(f/m/x)", "(all genders)", and "H/F" at the end."""
_VOWELS = frozenset("aeiou")
_ASPIRATED = (
    "hack", "hadoop", "hall", "hand", "hangar", "happ", "hard", "harpist", "haskell", "haut",
    "head", "help", "heros", "high", "hockey", "holland", "hongr", "host", "hr", "hub", "human ",
    "hunt",
)  # fmt: skip
"""How French words begin whose h lets no vowel be dropped, without accents; English ones too."""


def plain_role(role: str) -> str:
    """The role without the marks that it is open to all: "Developer" of "Developer (m/w/d)"."""
    return _OPEN_TO_ALL.sub("", role).strip() or role


def after_de(words: str) -> str:
    """The words after a French "de", which loses its vowel before another one and before a mute
    h: "d’Analyste", "d’hôte", "de Développeur", "de Hollandais".
    """
    plain = unicodedata.normalize("NFKD", words.strip()).casefold()
    mute = plain.startswith("h") and not plain.startswith(_ASPIRATED)
    return f"d’{words.strip()}" if mute or plain[:1] in _VOWELS else f"de {words.strip()}"
