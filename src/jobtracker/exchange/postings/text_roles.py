"""Whether words name a role, and the role without the marks around it."""

import re

from jobtracker.domain.text import folded
from jobtracker.exchange.postings.text_lines import PICTURES, Piece
from jobtracker.exchange.postings.text_role_words import (
    ENGLISH,
    FRENCH,
    GERMAN,
    GERMAN_ENDINGS,
)

LONGEST_ROLE = 110
MOST_WORDS = 14

GENDERS = re.compile(
    r"\s?[(\[]\s?(?:[mwfdxihgn*](?:\s?[/|,*.-]\s?[mwfdxihgn*]){1,3}|all genders?|gn|alle|"
    r"(?:alle )?geschlechter(?: willkommen)?)\s?[)\]]"
    r"|(?:\s?[-–,])?\s?\b(?:[mwf]\s?/\s?[mwf]\s?/\s?[dxi*]|[mw]\|[mw]\|[dx]"
    r"|[HF]\s?/\s?[HF](?:\s?/\s?[XN])?)(?!\w)",
    re.IGNORECASE,
)
"""The marks of a title that addresses everybody: "(m/w/d)", "H/F"."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_GERMAN_FEMALE = re.compile(r"(?:(?:[:*_/-]|/-)?inn(?:en)?|(?:[:*_]|/-?)?in)$", re.IGNORECASE)
_MANY = 3
_OPENERS = re.compile(
    r"(?:about|why|what|who|how|where|when|your?|our|we|the|this|these|join|apply|view|see|back|"
    r"search|browse|sign|log|find|create|get|share|save|report|similar|related|more|other|all|"
    r"über|wir|ihre?|deine?|unser\w*|was|wer|warum|jetzt|das|die|der|für|suche|zur|zum|weitere|"
    r"à propos|nous|votre|vos|notre|nos|le|la|les|pourquoi|qui|postuler|rejoi\w+|voir|retour|"
    r"looking|searching|dear|hi|hello|hallo|bonjour|liebe\w*|sehr|thanks|thank|if|as|must|you'll|are|is|do|does)\b",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"\b(?:jobs|vacancies|careers|karriere|stellenangebote|emplois|offres|openings|team|teams|"
    r"skills|requirements|qualifications|responsibilities|alerts?|applicants|years?|"
    r"jahre|ans|experience|followers|employees|mitarbeitende|salari[eé]s)$",
    re.IGNORECASE,
)
_NOT_OF_TITLES = re.compile(
    r"[.!?;:]$|https?://|\S@\S|(?<!\b[SJD]r)(?<!\bSt)(?<!\bIng)(?<!\bDipl)(?<!\bProf)(?<!\bAss[ti])[.!?]\s+[A-ZÄÖÜÉ]|\b(?:we|you|wir|sie|nous|vous|our|your|their|its"
    r"|unser\w*|suchen|sucht|wird|ihre?[rnms]?|vos|nos|[Ii]nterviews?|Vorstellungsgespräch|who|takes)\b"
)
_ADDED = re.compile(
    r"\s*[(\[](?:[^()\[\]]{0,60}\b(?:remote|hybrid\w*|on-?site|full[- ]?time|part[- ]?time|"
    r"vollzeit|teilzeit|homeoffice|home office|t[ée]l[ée]travail|permanent|ir35|cdi|cdd|"
    r"unbefristet|befristet|fixed[- ]term|\d{1,3} ?(?=%))(?:\b|%)[^()\[\]]{0,60})[)\]]",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\s*[(\[]?\b(?:ref(?:erence|erenz|\.|:)|réf(?:érence)?|req(?:uisition)?|job[ -]?id|kennziffer"
    r"|#)"
    r"[^)\]]{0,30}[)\]]?\s*$",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r",?\s+(?:wanted|gesucht|needed|required|recherchée?s?|demandée?)"
    r"(?:\s+(?:asap|urgently|immediately|now|today|dringend|sofort|rapidement))?[^\w)\]]*$"
    rf"|\s*[{PICTURES}\s]+$",
    re.IGNORECASE,
)
_TRIM = " ,;:-–—|·/\"'“”„«»"


def has_role_word(text: str) -> bool:
    """Whether a word of `text` names a kind of work."""
    return any(_is_role_word(folded(word)) for word in _WORD.findall(text))


def _is_role_word(word: str) -> bool:
    if word in _NOT_ALONE:
        return False
    if word in ENGLISH or word in FRENCH or word in GERMAN:
        return True
    stem = _GERMAN_FEMALE.sub("", word)
    if stem in GERMAN or (stem != word and stem in ENGLISH):
        return True
    if "-" in word and any(_is_role_word(part) for part in word.split("-")):
        return True
    return stem.endswith(GERMAN_ENDINGS)


_NOT_ALONE = frozenset(
    {"team", "students", "supply", "partners", "leaders", "experts", "leaderships"}
)


def has_genders(text: str) -> bool:
    """Whether "(m/w/d)", "H/F" or the like stands in it, as only postings write."""
    return GENDERS.search(text) is not None


def looks_like_role(text: str) -> bool:
    """Whether a line or a part of one has the shape of a job's title."""
    bare = GENDERS.sub("", text)
    if not _MANY <= len(bare.strip()) <= LONGEST_ROLE or len(bare.split()) > MOST_WORDS:
        return False
    if _NOT_OF_TITLES.search(bare) or _LISTING.search(bare) or bare[:1].islower():
        return False
    if has_genders(text):
        return True
    if _OPENERS.match(bare):
        return False
    return has_role_word(bare) or (_is_in_capitals(bare) and _has_plural(bare))


def _is_in_capitals(text: str) -> bool:
    """Whether a line shouts, as a flyer does: "MIG / TIG WELDERS - 2nd SHIFT"."""
    words = _WORD.findall(text)
    return 2 * len([word for word in words if word.isupper()]) > len(words)


def _has_plural(text: str) -> bool:
    """Whether several of a kind are named: "WELDERS"."""
    words = (folded(word) for word in _WORD.findall(text))
    return any(word.endswith("s") and word[:-1] in ENGLISH for word in words)


def bare_role(piece: Piece) -> Piece:
    """The title without "(m/w/d)", "(Remote)" or a reference number behind it."""
    text = piece.text
    end = len(text)
    changed = True
    while changed:
        changed = False
        for pattern in (GENDERS, _ADDED, _REFERENCE, _WANTED):
            found = [
                each
                for each in pattern.finditer(text[:end])
                if not text[each.end() : end].strip(_TRIM)
            ]
            if found:
                end, changed = found[-1].start(), True
    start = len(text) - len(text.lstrip(_TRIM))
    return piece.part(start, start + len(text[start:end].rstrip(_TRIM)))
