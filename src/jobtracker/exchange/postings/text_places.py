"""Where a job is: whether words name a place, and the country where that is certain."""

import re
from typing import NamedTuple

from jobtracker.domain.text import folded
from jobtracker.exchange.postings.text_cities import (
    CITIES,
    COMMON_WORDS,
    COUNTRIES,
    PROVINCES,
    REGIONS,
    SHORT_CODES,
    STATES,
)
from jobtracker.exchange.postings.text_lines import Piece

LONGEST_PLACE = 90
_STATE_NAMES = {name: code for code, name in STATES.items()}
_STATE_CODE = re.compile(r",\s*([A-Z]{2})(?:\s+\d{5}(?:-\d{4})?)?(?=$|[\s,;/()|])")
_AUSTRALIAN = re.compile(
    r"(?<=[a-z]),?\s+(?:(?:VIC|NSW|QLD|TAS)(?:\s+\d{4})?|(?:ACT|WA|SA|NT)\s+\d{4})$"
)
_GERMAN_POST = re.compile(r"(?:\bD-)?\b\d{5}\s+[A-ZÄÖÜÉÈÎ][\w'-]+")
_SWISS_POST = re.compile(r"\b(?:CH-)?\d{4}\s+[A-ZÄÖÜ][\w'-]+")
_UK_POST = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?(?:\s\d[A-Z]{2})\b")
_UK_OUTWARD = re.compile(r"\b(?:E|EC|N|NW|SE|SW|W|WC|M|LS|EH|BS|G|B|CB|OX)\d{1,2}[A-Z]?\b")
_UK_TOWN = re.compile(
    r"^[A-Z][a-z]+(?:[ -][A-Z]?[a-z]+){0,2},? (?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]"
    r"|E[CHNX]?|F[KY]|G[LU]?|H[ADGPRSUX]|I[GPV]|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]"
    r"|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)\d{1,2}[A-Z]?$"
)
_FRENCH_TOWN = re.compile(
    r"^[A-ZÉÈÎ][\wÀ-ÿ' -]{1,40} ?\((?:\d{2}|2[AB]|97\d)\)$|^(?:\d\d"
    r"|2[AB]) - [A-ZÉÈ][A-ZÉÈ' -]{2,40}$|^[A-ZÉÈÎ][\wÀ-ÿ' -]{1,40}? - (?:\d\d|2[AB]|97\d)$"
)
_FRENCH_DEPARTMENT = re.compile(
    r"\(\s*(?:\d{2}|2[AB]|97\d)\s*\)|\b\d{1,2}(?:e|er|ème)\b(?: arr\w*\.?)?"
)
_MODE = re.compile(
    r"\(?\s*\b(?:(?:100 ?%|fully|full|partly|partially|teilweise|partiellement) )?(?:remote"
    r"|hybrid\w*|on-?site|"
    r"in[- ]office|in[- ]person|home-?office|home office|vor ort|mobiles? arbeiten"
    r"|t[ée]l[ée]travail|"
    r"pr[ée]sentiel|[àa] distance|sur site|work from home|wfh|anywhere)\b"
    r"(?:[- ](?:first|only|friendly|working|work|possible|möglich|partiel|total|role|position|job"
    r"|ok))?"
    r"(?:,? ?\(?\d(?: ?[-–/] ?\d)?[^,;()]{0,40}\)?)?\s*\)?",
    re.IGNORECASE,
)
_JOINER = re.compile(
    r"\s*(?:[,;/()|+&]|\s[-–—]\s|\b(?:or|and|oder|und|ou|et|in|within|bei|near)\b)\s*"
)
_AREA = re.compile(
    r"^(?:greater|central|north|south|east|west|grossraum|raum|region|metropolregion|agglomeration"
    r"|downtown|grand|landkreis|kreis|near|nahe|bei|city of)\s+|\s+(?:area"
    r"|metro(?:politan)?(?: area)?"
    r"|region|city|und umgebung|et peripherie|centre|center|mitte|zentrum|am rhein|county|nord|sud"
    r"|\d{1,2}(?:e|er|eme)?(?: arrondissement)?|cedex(?: \d+)?)$"
)
_EDGES = " \t,;:-–—|/·+&"
_STREET = re.compile(
    r"^\d+[A-Za-z]? (?!(?:vacanc|position|opening|stelle|poste))[^,\d]{3,40}, (?=[A-Z])"
    r"|^[A-ZÄÖÜ][\w .-]{3,30}(?:str(?:aße|asse|\.)|weg|platz|allee|gasse|ring|damm"
    r"|ufer) \d+\s?[a-z]?,\s*(?=\d{5} )|^\d+(?: ?bis| ?ter)?,? (?:rue|avenue|boulevard|place|quai"
    r"|chemin|allée|route) [^,]{3,40},\s*(?=\d{5} |[A-Z])"
)
_BEHIND = re.compile(r"\s/\s|\s?\((?=[^)]*$)")
_LEAD = re.compile(
    r"^(?:\d+ (?:vacanc\w+|positions?|openings?|stellen?|postes?) (?:in|at|à)|based (?:at|in)"
    r"|located in|near|in|at|à|im|am standort|standort|lieu|raum|downtown"
    r"|central)\s*:?\s+(?=[A-ZÄÖÜÉÈ\d])",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",\s+(?=[a-z\d]|(?:as|with|mit|avec|or|oder|ou)\b)(?!\d{5} )(?!d[eu]\b).*$|\s+[-–—:]\s+.*$"
    r"|\.\s.*$|\.$"
)
_CONNECTORS = re.compile(
    r"^(?:(?:in|within|from|or|and|oder|und|ou|aus|en|à|of|the)\b\s*)+|(?-i:(?:\s*\b(?:or|and|oder"
    r"|und|ou|et|with|mit|avec))+)$",
    re.IGNORECASE,
)


class Place(NamedTuple):
    """A place as it is written, and an ISO 3166 code where it is certain."""

    piece: Piece
    country: str


def place_in(piece: Piece) -> Place:
    """What a labelled line says of the place, without the work mode that stands with it."""
    bare = _without_mode(piece)
    return Place(bare, country_of(bare.text))


def place_named(piece: Piece) -> Place | None:
    """The place in words that surely name one, known to us or not."""
    place = place_in(piece)
    return place if place.piece.text[:1].isupper() else None


def without_name(place: Place, company: Piece | None) -> Place:
    """The place without the company's name before it: "Brightwell Education, Leicester"."""
    if company is None or not place.piece.text.startswith(f"{company.text}, "):
        return place
    return place_in(place.piece.part(len(company.text) + 1, len(place.piece.text)))


def _without_mode(piece: Piece) -> Piece:
    """The first part that is a place when the words of a work mode are cut out."""
    kept: list[Piece] = []
    start = 0
    for found in _MODE.finditer(piece.text):
        kept.append(piece.part(start, found.start()))
        start = found.end()
    kept.append(piece.part(start, len(piece.text)))
    if len(kept) == 1:
        return _short(_trimmed(piece))
    left = [_short(part) for part in map(_trimmed, kept) if len(part.text) > 1]
    upper = [part for part in left if part.text[:1].isupper() or part.text[:1].isdigit()]
    known = (part for part in upper if is_place(part.text))
    return next(known, None) or next(iter(upper), piece.part(0, 0))


def _short(piece: Piece) -> Piece:
    """Without the street before a town and the words behind it that are none of its name."""
    if found := _STREET.match(piece.text):
        piece = piece.part(found.end(), len(piece.text))
    found = _LEAD.match(piece.text)
    if found and (found[0][1:].islower() or not is_place(piece.text)):
        piece = piece.part(found.end(), len(piece.text))
    found = _BEHIND.search(piece.text)
    if found and is_place(piece.text[: found.start()]):
        piece = piece.part(0, found.start())
    found = _TAIL.search(piece.text)
    if found is None or found.start() <= 1 or _FRENCH_TOWN.match(piece.text):
        return piece
    behind = piece.text[found.start() :].lstrip(" ,-–—:")
    is_kept = piece.text.endswith("D.C.") or is_place(behind)
    return piece if is_kept else piece.part(0, found.start())


def _trimmed(piece: Piece) -> Piece:
    """Without separators, halves of brackets and joining words at the edges."""
    before = None
    while before != piece:
        before = piece
        text = piece.text
        start, end = len(text) - len(text.lstrip(_EDGES)), len(text.rstrip(_EDGES))
        start, end = _without_halves(text, start, end)
        piece = piece.part(start, max(start, end))
        joined = _CONNECTORS.search(piece.text)
        if joined and joined.start():
            piece = piece.part(0, joined.start())
        elif joined:
            piece = piece.part(joined.end(), len(piece.text))
    return piece


def _without_halves(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds without a bracket at an edge that has no other half, or that holds all."""
    shown = text[start:end]
    opened, closed = text.count("("), text.count(")")
    if shown.startswith("(") and (opened > closed or (opened == 1 and shown.endswith(")"))):
        start += 1
        opened -= 1
    if shown.startswith(")") and closed > opened:
        return start + 1, end
    if shown.endswith(")") and closed > opened:
        return start, end - 1
    return (start, end - 1) if shown.endswith("(") else (start, end)


def is_place(text: str) -> bool:
    """Whether words that stand alone surely name a place."""
    if not 1 < len(text) <= LONGEST_PLACE or (
        text.endswith((".", ":")) and not text.endswith("D.C.")
    ):
        return False
    text = re.sub(
        r"^(?:near|nahe|raum|im raum|downtown|greater|central)\s+", "", text, flags=re.IGNORECASE
    )
    if text[:1].islower() or len(text) <= 1:
        return False
    if any(
        mark.search(text) for mark in (_UK_POST, _UK_TOWN, _FRENCH_TOWN, _AUSTRALIAN)
    ) or _GERMAN_POST.match(text):
        return True
    if _has_state(text) or any(code in PROVINCES for code in _STATE_CODE.findall(text)):
        return True
    names = [name for name in _names(text) if not _MODE.fullmatch(name)]
    known = [name for name in names if _is_known(name)]
    return bool(known) and 2 * len(known) >= len(names)


def is_remote_place(text: str) -> bool:
    """Whether the words say only how one works: "Remote", "Hybrid (2 days)"."""
    return bool(_MODE.search(text)) and not _without_mode(Piece(text, 0)).text


def country_of(text: str) -> str:
    """The country that a place's words name or make certain, else ""."""
    named = {code for name in _names(text) if (code := _country_named(name))}
    if named:
        return named.pop() if len(named) == 1 else ""
    if _has_state(text):
        return "US"
    if any(found in PROVINCES for found in _STATE_CODE.findall(text)):
        return "CA"
    implied = {known for name in _names(text) if (known := _implied(name)) is not None}
    if certain := implied - {""}:
        return certain.pop() if len(certain) == 1 else ""
    return _country_of_mark(text)


def _country_of_mark(text: str) -> str:
    """The country that a postcode or a department's number tells."""
    if _UK_POST.search(text) or _UK_TOWN.match(text):
        return "GB"
    if _AUSTRALIAN.search(text):
        return "AU"
    return "FR" if _FRENCH_TOWN.match(text) else ""


def _country_named(name: str) -> str:
    key = folded(name)
    if key in SHORT_CODES and not name.isupper():
        return ""
    return COUNTRIES.get(key, "")


def _has_state(text: str) -> bool:
    if any(code in STATES for code in _STATE_CODE.findall(text)):
        return True
    names = [folded(name) for name in _names(text)]
    return (len(names) > 1 and any(name in _STATE_NAMES for name in names[1:])) or (
        len(names) == 1 and names[0] in _STATE_NAMES and names[0] not in {"georgia", "washington"}
    )


def _names(text: str) -> list[str]:
    whole = [] if folded(text) not in CITIES else [text]
    return whole or [name for name in _JOINER.split(text) if len(name) > 1]


def _is_known(name: str) -> bool:
    key = _key(name)
    return bool(_country_named(name)) or key in CITIES or key in REGIONS or key in _STATE_NAMES


def _implied(name: str) -> str | None:
    """The country of a known city or region, "" for a name of several, None for an unknown."""
    key = _key(name)
    return REGIONS.get(key) or CITIES.get(key)


def _key(name: str) -> str:
    """A city's name without the postcode, district or "Greater ... Area" around it."""
    bare = _GERMAN_POST.sub(lambda found: found[0].split(None, 1)[1], name)
    bare = _UK_POST.sub("", bare)
    bare = _UK_OUTWARD.sub("", bare)
    key = folded(_FRENCH_DEPARTMENT.sub("", bare)).strip(" .-")
    if key in CITIES or key in REGIONS:
        return key
    before = None
    while before != key:
        before, key = key, _AREA.sub("", key).strip()
    if key not in CITIES and "-" in key and key.split("-")[0] in CITIES:
        return key.split("-")[0]
    return key


def is_certain(text: str) -> bool:
    key = _key(text)
    if key in COMMON_WORDS or (key in _STATE_NAMES and key not in CITIES):
        return False
    return (
        key in CITIES
        or _has_state(text)
        or (", " in text and all(_is_known(name) for name in _names(text)))
    )
