"""The sections of a posting: what it asks, would like, tells of the work, and says of itself."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from jobtracker.domain.text import words_of


class Section(StrEnum):
    NONE = ""
    REQUIRED = "required"
    NICE = "nice to have"
    DUTIES = "duties"
    NOT_NEEDED = "not needed"
    ASIDE = "aside"
    """About the company, its benefits, how to apply: nothing in it is asked of anybody."""


class Part(NamedTuple):
    """A stretch [start:end] of a posting's text and the section it belongs to."""

    start: int
    end: int
    section: Section


_KINDS = (
    (
        Section.NOT_NEEDED,
        (
            r"^not (?:needed|required|necessary)|\bno need\b|leave at home|"
            r"(?:n't|\bnot) (?:you )?(?:need|have to|require)|"
            r"^nicht (?:erforderlich|nötig|notwendig)"
        ),
    ),
    (
        Section.ASIDE,
        (
            r"benefit|perk|\boffer|about us|about the company|our (?:company|story|values|mission|"
            r"culture|commitment)|^(?:why|about) (?!you|the (?:role|job|team|position)|this )|"
            r"compensation|salary|\bpay\b|equal|eeo|diversity|apply|application|contact|legal|"
            r"disclaimer|location|jobs near|vacancies|similar jobs|^who we are|"
            r"what(?:'s| is) in it|you(?:'ll| will)? get\b|wir bieten|über uns|unser angebot"
        ),
    ),
    (
        Section.NICE,
        (
            r"nice|preferred|desirable|desired|bonus|\bplus|good to have|optional|ideally|"
            r"advantage|extra|even better|great|helpful|useful|good to know|vorteil|wünschenswert"
        ),
    ),
    (
        Section.DUTIES,
        (
            r"responsib|dut(?:y|ies)|what you(?:'ll| will) (?!need|bring)|you will|your (?:tasks|"
            r"role|job|day|mission|impact)|the (?:role|job|position)|day to day|description|"
            r"tasks|stack|accountab|aufgaben|what (?:will|do) (?:you|i) do"
        ),
    ),
    (
        Section.REQUIRED,
        (
            r"requir|qualification|must|you(?:'ll| will)? (?:need|bring|have|are|should)|"
            r"looking for|look for|essential|skills|profile|about you|minimum|specification|"
            r"experience|need|candidate|expect|criteria|knowledge|you should|have to|"
            r"who (?:are )?you|profil|anforderungen|voraussetzungen|qualifikation|"
            r"bringst du|erforderlich"
        ),
    ),
)
_SECTIONS = [(kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS]
_HEADING_WORDS = words_of(
    "a about additional advantage an and apply are as basic be benefit benefits bonus bring budget"
    " candidate company compensation contact criteria culture day description desirable desired do"
    " doing duties equal essential even expect experience extra extras for from get good has have"
    " haves here how ideal ideally if in is it job join key knowledge legal like ll location look"
    " looking main me mission minimum must must-haves my need needed needs nice not of offer"
    " opportunity optional or our pay perks person plus plusses pluses points position preferred"
    " profile qualification qualifications re required requirement requirements require"
    " responsibilities responsibility role jobs near similar other vacancies more salary should"
    " skills specification stack story tasks"
    " team the they this to today under us values we what what's who why will with would you you'll"
    " you're your technical tech better requires diversity commitment success general"
    " essentials basics great helpful useful necessary won't don't no an asset welcome required"
    " anforderungen angebot aufgaben bieten bringst das dein deine du erforderlich ihr ihre mit"
    " nicht notwendig nötig profil qualifikation qualifikationen sie suchen uns unser von"
    " voraussetzungen vorteil was wir wünschenswert über"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W_]+)*")
_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s*(?:[•·●▪◦*–—+-]|\d{1,2}[.)])\s+")
_INLINE = re.compile(r"\s*(?:[•·●▪*-]\s+)?([^:.!?\n\t]{3,40})(?::\s+|\t\s*|\s[–—-]\s)(?=\S)")
_PICTURE = re.compile(r"^[←-⯿🀀-🫿️‍]+\s+")
_ASKS = re.compile(r"(?:what|who|which|do|must|should)\b[^?]*\?$", re.IGNORECASE)
_WHY = re.compile(r"\s*why [^?\n]{2,30}\?", re.IGNORECASE)
_LONG = 60
_FEW = 4
"""Words of "About" or "Why" with a company's name."""


def sections(text: str) -> Iterator[Part]:
    """The lines of a posting, each in its section; headings themselves belong to none."""
    section, inline, listed, blank_end = Section.NONE, False, False, 0
    for line in _LINE.finditer(text):
        body = line[0]
        blank = text.count("\n", blank_end, line.start()) > 1
        blank_end = line.end()
        if not body.strip():
            continue
        bullet = bool(_BULLET.match(body))
        if blank and (inline or (listed and not bullet and body.rstrip().endswith("."))):
            section = section if section is Section.ASIDE and not inline else Section.NONE
            inline = listed = False
        heading = _heading(body)
        if heading is not None:
            section, inline, listed = heading, False, False
            aside = heading if heading is Section.ASIDE else Section.NONE
            yield Part(line.start(), line.end(), aside)
            continue
        opening = _opening(body)
        if opening is not None:
            section, inline = opening, True
        listed = listed or bullet
        yield Part(line.start(), line.end(), section)


def _heading(line: str) -> Section | None:
    """The section a line heads, None where it is no heading."""
    plain = line.strip(" \t\xa0#*_=")
    bare = _PICTURE.sub("", plain)
    if not bare or len(bare) > _LONG or bare[-1] in ".!,;":
        return None
    if _BULLET.match(line):
        return None
    name = bare.rstrip(":?").replace("’", "'")
    words = [word.casefold() for word in _WORD.findall(name)]
    known = bool(words) and all(word in _HEADING_WORDS for word in words)
    about = len(words) <= _FEW and words[:1] in (["about"], ["why"])
    if known or about or bare != plain or bare.endswith(":") or _ASKS.match(bare):
        return _kind(name)
    return None


def _opening(line: str) -> Section | None:
    """The section that the first words of a line open: "Nice to have: Go and Rust"."""
    if _WHY.match(line):
        return Section.ASIDE
    found = _INLINE.match(line)
    if not found:
        return None
    name = found[1].replace("’", "'")
    words = [word.casefold() for word in _WORD.findall(name)]
    known = bool(words) and all(word in _HEADING_WORDS for word in words)
    return _kind(name) if known else None


def _kind(name: str) -> Section | None:
    return next((kind for kind, pattern in _SECTIONS if pattern.search(name)), None)
