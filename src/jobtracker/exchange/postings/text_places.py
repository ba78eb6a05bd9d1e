"""Where a job is: whether words name a place, and the country where that is certain."""

import re
from typing import NamedTuple

from jobtracker.domain.text import folded
from jobtracker.exchange.postings.text_cities import (
    CITIES,
    COUNTRIES,
    DE_NEEDS,
    PROVINCES,
    REGIONS,
    SHORT_CODES,
    STATES,
)
from jobtracker.exchange.postings.text_lines import Piece

LONGEST_PLACE = 90
_STATE_NAMES = {name: code for code, name in STATES.items()}
_STATE_CODE = re.compile(r",\s*([A-Z]{2})(?:\s+\d{5}(?:-\d{4})?)?(?=$|[\s,;/()|])")
_GERMAN_POST = re.compile(r"(?:\bD-)?\b\d{5}\s+[A-ZÄÖÜÉÈÎ][\w'-]+")
_SWISS_POST = re.compile(r"\b(?:CH-)?\d{4}\s+[A-ZÄÖÜ][\w'-]+")
_UK_POST = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?(?:\s\d[A-Z]{2})\b")
_UK_OUTWARD = re.compile(r"\b(?:E|EC|N|NW|SE|SW|W|WC|M|LS|EH|BS|G|B|CB|OX)\d{1,2}[A-Z]?\b")
_UK_TOWN = re.compile(r"^[A-Z][a-z]+(?:[ -][A-Z]?[a-z]+){0,2},? [A-Z]{1,2}\d{1,2}[A-Z]?$")
_FRENCH_TOWN = re.compile(
    r"^[A-ZÉÈÎ][\wÀ-ÿ' -]{1,40} ?\((?:\d{2}|2[AB]|97\d)\)$|^(?:\d\d|2[AB]) - [A-ZÉÈ][A-ZÉÈ' -]{2,40}$"
)
_FRENCH_DEPARTMENT = re.compile(
    r"\(\s*(?:\d{2}|2[AB]|97\d)\s*\)|\b\d{1,2}(?:e|er|ème)\b(?: arr\w*\.?)?"
)
_MODE = re.compile(
    r"\(?\s*\b(?:(?:100 ?%|fully|full|partly|partially|teilweise|partiellement) )?(?:remote|hybrid\w*|on-?site|"
    r"in[- ]office|in[- ]person|home-?office|home office|vor ort|mobiles? arbeiten|t[ée]l[ée]travail|"
    r"pr[ée]sentiel|[àa] distance|sur site|work from home|wfh|anywhere)\b"
    r"(?:[- ](?:first|only|friendly|working|work|possible|möglich|partiel|total|role|position|job|ok))?"
    r"(?:,? ?\(?\d(?: ?[-–/] ?\d)?[^,;()]{0,40}\)?)?\s*\)?",
    re.IGNORECASE,
)
_JOINER = re.compile(
    r"\s*(?:[,;/()|+&]|\s[-–—]\s|\b(?:or|and|oder|und|ou|et|in|within|bei|near)\b)\s*"
)
_AREA = re.compile(
    r"^(?:greater|central|north|south|east|west|grossraum|raum|region|metropolregion|agglomeration"
    r"|downtown|grand|landkreis|kreis|near|nahe|bei|city of)\s+|\s+(?:area|metro(?:politan)?(?: area)?"
    r"|region|city|und umgebung|et peripherie|centre|center|mitte|zentrum|am rhein|county|nord|sud"
    r"|\d{1,2}(?:e|er|eme)?(?: arrondissement)?|cedex(?: \d+)?)$"
)
_EDGES = " \t,;:-–—|/·+&"


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


_STREET = re.compile(
    r"^\d+[A-Za-z]? (?!(?:vacanc|position|opening|stelle|poste))[^,\d]{3,40}, (?=[A-Z])|^[A-ZÄÖÜ][\w .-]{3,30}(?:str(?:aße|asse|\.)|weg|platz|allee|gasse|ring|damm|ufer) \d+\s?[a-z]?,\s*(?=\d{5} )|^\d+(?: ?bis| ?ter)?,? (?:rue|avenue|boulevard|place|quai|chemin|allée|route) [^,]{3,40},\s*(?=\d{5} |[A-Z])"
)
_BEHIND = re.compile(r"\s/\s|\s?\((?=[^)]*$)")
_LEAD = re.compile(
    r"^(?:\d+ (?:vacanc\w+|positions?|openings?|stellen?|postes?) (?:in|at|à)|based (?:at|in)|located in|near|in|at|à|im|am standort|standort|lieu|raum|downtown|central)\s*:?\s+(?=[A-ZÄÖÜÉÈ\d])",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",\s+(?=[a-z\d]|(?:as|with|mit|avec|or|oder|ou)\b)(?!\d{5} )(?!d[eu]\b).*$|\s+[-–—:]\s+.*$|\.\s.*$|\.$"
)


def _short(piece: Piece) -> Piece:
    """Without the street before a town and the words behind it that are none of its name."""
    if found := _STREET.match(piece.text):
        piece = piece.part(found.end(), len(piece.text))
    if (found := _LEAD.match(piece.text)) and (
        found[0].islower() or found[0].startswith("Down") or not is_place(piece.text)
    ):
        piece = piece.part(found.end(), len(piece.text))
    if (found := _BEHIND.search(piece.text)) and is_place(piece.text[: found.start()]):
        piece = piece.part(0, found.start())
    if (
        (found := _TAIL.search(piece.text))
        and found.start() > 1
        and not piece.text.endswith("D.C.")
    ):
        head = piece.part(0, found.start())
        rest = piece.text[found.start() :]
        piece = piece if is_place(rest.lstrip(" ,-–—:")) else head
    return piece


_CONNECTORS = re.compile(
    r"^(?:(?:in|within|from|from|or|and|oder|und|ou|aus|en|à|of|the)\b\s*)+|(?:\s*\b(?:or|and|oder|und|ou|et|with|mit|avec))+$",
    re.IGNORECASE,
)


def _trimmed(piece: Piece) -> Piece:
    """Without separators, halves of brackets and joining words at the edges."""
    before = None
    while before != piece:
        before = piece
        text = piece.text
        start = len(text) - len(text.lstrip(_EDGES))
        end = len(text.rstrip(_EDGES))
        if text[start:end].startswith("(") and text.endswith(")") and text.count("(") == 1:
            start, end = start + 1, end - 1
        elif text.count("(") > text.count(")") and text[:end].endswith("("):
            end -= 1
        elif text.count(")") > text.count("(") and text[start:].startswith(")"):
            start += 1
        elif text.count("(") > text.count(")") and text[start:].startswith("("):
            start += 1
        elif text.count(")") > text.count("(") and text[:end].endswith(")"):
            end -= 1
        piece = piece.part(start, max(start, end))
        if (found := _CONNECTORS.search(piece.text)) and found[0]:
            piece = (
                piece.part(found.end(), len(piece.text))
                if not found.start()
                else piece.part(0, found.start())
            )
    return piece


def is_place(text: str) -> bool:
    """Whether words that stand alone surely name a place."""
    if not 1 < len(text) <= LONGEST_PLACE or (
        text.endswith((".", ":")) and not text.endswith("D.C.")
    ):
        return False
    text = re.sub(
        r"^(?:near|nahe|raum|im raum|downtown|greater|central)\s+", "", text, flags=re.IGNORECASE
    )
    if text[:1].islower() or len(text) < 2:
        return False
    if any(mark.search(text) for mark in (_UK_POST, _UK_TOWN, _FRENCH_TOWN)) or _GERMAN_POST.match(
        text
    ):
        return True
    if _has_state(text):
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
    if len(named) == 1:
        return named.pop()
    if named:
        return ""
    if _has_state(text):
        return "US"
    if any(found in PROVINCES for found in _STATE_CODE.findall(text)):
        return "CA"
    implied = {code for name in _names(text) if (code := _implied(name)) is not None}
    if implied - {""}:
        return implied.pop() if len(implied) == 1 else ""
    if _UK_POST.search(text) or _UK_TOWN.match(text):
        return "GB"
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
    return (
        len(names) > 1
        and any(name in _STATE_NAMES for name in names[1:])
        or (
            len(names) == 1
            and names[0] in _STATE_NAMES
            and names[0] not in {"georgia", "washington"}
        )
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


_IN_PROSE = re.compile(
    r"(?:\bbased (?:in|at|out of)(?: the| our)?|\b[Tt]eams? in|\blocated in|\b(?:our|the|their|its|an?) (?:head )?(?:office|offices|headquarters|hq|team|site|plant|studio|store|shop|warehouse|lab) in|\bvon(?= [\wÄÖÜäöüß-]+ aus)|"
    r"\b(?:unserem |unserer |am |der |unser )?(?:Standort|Büro|Niederlassung|Sitz|Zentrale|Werk|Praxis|Filiale)(?: ist)? in|"
    r"\bam Standort|\b[Ff]ür (?:unsere[nrs]?|den|die|das|unser)(?: [\wÄÖÜäöüß-]+){1,3} in|\bunser(?:en)? Standort|\bmit Sitz in|\bEinsatzort(?: ist)?|\barbeiten in|"
    r"\bbasée?s? à|\bsitué(?:e|s|es)? à|\b(?:bureaux?|agence|site|siège|équipe|poste|usine|magasin|locaux)(?: \w+){0,3} (?:à|de|sur)|"
    r"\bin our|\bat our|\bin unserem|\bposte (?:est )?basé à|\bde notre site de|\bnos bureaux de)\s+(?=[A-ZÄÖÜÉÈ])"
)
_NAME_IN_PROSE = re.compile(
    r"(?:[A-ZÄÖÜÉÈÎ][\wÀ-ÿ'.-]*[\wÀ-ÿ])(?:(?:[ ]|, )(?:[A-ZÄÖÜÉÈÎ][\wÀ-ÿ'-]+|(?:am|im|an der|upon|sur|de|la|le|les)(?= [A-ZÄÖÜ]))){0,4}"
)


def place_in_prose(view: str, end: int) -> Place | None:
    """The place that a sentence says the job is at, where it is one that we know."""
    said: Place | None = None
    for lead in _IN_PROSE.finditer(view, 0, end):
        found = _NAME_IN_PROSE.match(view, lead.end(), min(end, lead.end() + LONGEST_PLACE))
        if found is None:
            continue
        piece = Piece(found[0], found.start())
        if best := _known_start(piece):
            return best
        before = view[max(0, lead.start() - 24) : lead.start()]
        is_sure = _SURE_LEAD.search(lead[0]) and not _OTHERS.search(before)
        if said is None and is_sure and is_town(piece.text):
            said = Place(piece, "")
    return said


_OTHERS = re.compile(
    r"(?:candidates?|applicants?|those|anyone|people|clients?|customers?|companies|team|colleagues|kunden|clients) (?:who are |currently )?$", re.IGNORECASE
)
_SURE_LEAD = re.compile(
    r"based (?:in|at)|located in|mit Sitz in|Standort(?: ist)? in|Einsatzort|[Ff]ür (?:unsere?n?|die|das|den)(?: \w+){1,3} in|basée?s? à|situé(?:e|s|es)? à"
)
_LANDS = frozenset("europe europa north america latin america asia africa emea apac dach the americas amerique".split()) | {"north america", "south america", "latin america", "the americas", "middle east"}
_TOWN = re.compile(
    r"(?:(?:Saint|Sainte|St|Bad|Le|La|Les|New|North|South|Upper|Lower|Ober|Unter)[ -]\.?)?[A-ZÄÖÜÉÈÎ][a-zà-ÿß]+(?:[ -](?:[A-ZÄÖÜÉÈÎ][a-zà-ÿß]+|am|an|der|im|in|bei|ob|upon|on|under|sur|sous|de|la|le|les|en|d'[A-Z][a-z]+|l'[A-Z][a-z]+)){0,4}"
)


def is_town(text: str) -> bool:
    """Whether words have the shape of a town's name, known to us or not."""
    last = text.split()[-1] if text.split() else ""
    if folded(text) in _LANDS or folded(text) in COUNTRIES:
        return False
    return len(text) <= 40 and _TOWN.fullmatch(text) is not None and last[:1].isupper()


def place_beside(view: str, end: int, company: str) -> Place | None:
    """ "Brightloom, Inc. of Raleigh, NC", "Acme in Berlin", "(Acme, Lyon)"."""
    beside = re.compile(
        rf"{re.escape(company)}[^\w\n]{{0,3}}(?:,? (?:in|of|à|aus|from|de|based in|mit Sitz in|im)|,) (?=[A-ZÄÖÜÉÈ])"
    )
    for lead in beside.finditer(view, 0, end):
        found = _NAME_IN_PROSE.match(view, lead.end(), min(end, lead.end() + LONGEST_PLACE))
        if found is None:
            continue
        piece = Piece(found[0], found.start())
        if place := _known_start(piece):
            return place
        if lead[0].endswith((" in ", " à ")) and is_town(piece.text):
            return Place(piece, "")
    return None


_TOWN_OF = re.compile(
    r"(?:Gemeinde|Stadt|Stadtverwaltung|Ville d(?:e |')|Mairie d(?:e |')|[Cc]ommune d(?:e |')|City of|Town of|Village of)\s*"
)


def place_in_name(company: Piece) -> Place | None:
    """The town that a town's administration has its name of: "Gemeinde Sandkrug"."""
    found = _TOWN_OF.match(company.text)
    town = company.part(found.end(), len(company.text)) if found else company.part(0, 0)
    return Place(town, country_of(town.text)) if is_town(town.text) else None


def place_after(view: str, start: int, end: int) -> Place | None:
    """The place that the sentence of a role names behind it: "... as a Cook in Leeds"."""
    stop = re.search(r"[.!?\n]\s", view[start : min(end, start + 160)] + "\n ")
    rest = view[start : start + stop.start()] if stop else ""
    for lead in re.finditer(
        r"\b(?:in|à|based in|at|am Standort|für|près de|near|sur)\s+(?=[A-ZÄÖÜÉÈ])", rest
    ):
        found = _NAME_IN_PROSE.match(view, start + lead.end())
        if found and (place := _known_start(Piece(found[0], found.start()))):
            return place
    return None


def _known_start(piece: Piece) -> Place | None:
    """The longest beginning of the words that is a known place."""
    words = [each.end() for each in re.finditer(r"[^\s,]+", piece.text)]
    for end in reversed(words):
        part = piece.part(0, end)
        if _is_certain(part.text):
            return Place(part, country_of(part.text))
    return None


def _is_certain(text: str) -> bool:
    key = _key(text)
    if key in DE_NEEDS or key in _STATE_NAMES and key not in CITIES:
        return False
    return (
        key in CITIES
        or _has_state(text)
        or (", " in text and all(_is_known(name) for name in _names(text)))
    )
