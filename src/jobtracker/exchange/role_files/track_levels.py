"""The levels of a career track, as its headings and tables name them."""

import re

from jobtracker.domain.matching import level_in
from jobtracker.domain.text import folded
from jobtracker.exchange.role_files.limits import LONGEST_TITLE

_CODE = re.compile(
    r"(?:(?:level|grade|band|tier|step|stage)\s*-?\s*(?:\d{1,2}|[ivx]{1,4}\b)|\b(?:ic|sde|swe|[lemptdsg])-?\d{1,2}\b)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r".{2,40}\s(?:i|ii|iii|iv|v|vi|[1-9])", re.IGNORECASE)
_LEVEL_WORDS = re.compile(
    r"\b(?:apprentice|medior|middle|mid|expert|distinguished|fellow|head|director|manager|lead"
    r"|starter|proficient|advanced)\b",
    re.IGNORECASE,
)
_APART = re.compile(r"\s*(?::|\s[-–—|]\s|[()])\s*")
_TRACK = re.compile(
    r"\s*(?:career|job|role|growth|progression|competency)?\s*"
    r"(?:tracks?|ladders?|paths?|levels?|frameworks?|matrix|progression|expectations|guide)\s*$",
    re.IGNORECASE,
)
_LONGEST = 80
_MOST_WORDS = 8
_USUAL = {"medior": "mid", "middle": "mid", "apprentice": "junior", "starter": "junior"}


def names_level(text: str) -> bool:
    """Whether a heading or a cell is the name of a level: "Senior", "L4", "Engineer II"."""
    if not text or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS:
        return False
    if text.endswith((".", "?", "!", ":")):
        return False
    told = level_in(text) or _CODE.search(text) or _LEVEL_WORDS.search(text)
    return bool(told) or _NUMBERED.fullmatch(text) is not None


def level_word(text: str) -> str:
    """The level as salary ranges name it ("senior"), else its own first word, lower case."""
    usual = level_in(text)
    if usual:
        return usual
    named = _LEVEL_WORDS.search(text)
    if named:
        return _USUAL.get(named[0].lower(), named[0].lower())
    code = _CODE.search(text)
    return folded(code[0]) if code else ""


def role_of(title: str) -> str:
    """The role that a track is of: "Backend Engineer" of "Backend Engineer career ladder"."""
    if len(title) > LONGEST_TITLE:
        return f"{title[: LONGEST_TITLE - 1]}…"
    return _TRACK.sub("", title).strip(" :–—-") or title


def title_at(level: str, role: str) -> str:
    """The title of a role at a level: of "Senior" and "L4: Staff Engineer" and "Level 2"."""
    parts = [part.strip() for part in _APART.split(level) if part and part.strip()]
    named = next((part for part in parts if _names_role(part)), "")
    if named:
        return named
    bare = next((part for part in parts if not _CODE.fullmatch(part)), "")
    return f"{bare} {role}" if bare else f"{role}, {level}"


def _names_role(text: str) -> bool:
    words = [word for word in _CODE.sub(" ", text).split() if not _says_level(word)]
    return bool(words)


def _says_level(word: str) -> bool:
    plain = word.strip(".,/&+-")
    return not plain or plain.isdecimal() or names_level(plain) or plain.lower() in {"and", "or"}
