"""The place that a sentence says a job is at."""

import re

from jobtracker.domain.text import folded
from jobtracker.exchange.postings.text_cities import COUNTRIES
from jobtracker.exchange.postings.text_lines import Piece
from jobtracker.exchange.postings.text_places import LONGEST_PLACE, Place, country_of, is_certain
from jobtracker.exchange.postings.text_words import names_in

_IN_PROSE = re.compile(
    r"(?:\bbased (?:in|at|out of)(?: the| our)?|\b[Tt]eams? in|\blocated in|\b(?:our|the|their|its"
    r"|an?) (?:head )?(?:office|offices|headquarters|hq|team|site|plant|studio|store|shop"
    r"|warehouse|lab|campus|clinic|kitchen|workshop|farm|hotel|branch) in|\b[Ww]e(?:'re| are) in"
    r"|\bvon(?= [\wÄÖÜäöüß-]+ aus)|"
    r"\b(?:unserem |unserer |am |der |unser )?(?:Standort|Büro|Niederlassung|Sitz|Zentrale|Werk"
    r"|Praxis|Filiale)(?: ist)? in|"
    r"\bim (?:Raum|Großraum)|\bin der Region|\bam Standort|\b[Ff]ür (?:unsere[nrs]?|den|die|das"
    r"|unser)(?: [\wÄÖÜäöüß-]+){1,3} in"
    r"|\bunser(?:en)? Standort|\bmit Sitz in|\bEinsatzort(?: ist)?|\barbeiten in|"
    r"\bbasée?s? à|\bsitué(?:e|s|es)? à|\b(?:bureaux?|agence|site|siège|équipe|poste|usine|magasin"
    r"|locaux)(?: \w+){0,3} (?:à|de|sur)|"
    r"\bin our|\bat our|\bin unserem|\bposte (?:est )?basé à|\bde notre site de"
    r"|\bnos bureaux de|\b(?:den|unseren|dem|unserem) Standort)\s+(?P<post>\d{5} )?(?=[A-ZÄÖÜÉÈ])"
)
_NAME_IN_PROSE = re.compile(
    r"(?:[A-ZÄÖÜÉÈÎ][\wÀ-ÿ'.-]*[\wÀ-ÿ])(?:(?:[ ]|, )(?:[A-ZÄÖÜÉÈÎ][\wÀ-ÿ'-]+|(?:am|im|an der|upon"
    r"|sur|de|la|le|les)(?= [A-ZÄÖÜ]))){0,4}"
)
_OTHERS = re.compile(
    r"(?:candidates?|applicants?|those|anyone|people|clients?|customers?|companies|team|colleagues"
    r"|kunden|clients) (?:who are |currently )?$",
    re.IGNORECASE,
)
_SURE_LEAD = re.compile(
    r"based (?:in|at)|located in|mit Sitz in|Standort(?: ist)? in|Einsatzort|[Ff]ür (?:unsere?n?"
    r"|die|das|den)(?: \w+){1,3} in|basée?s? à|situé(?:e|s|es)? à"
)
_LANDS = frozenset(
    names_in(
        """
        europe/europa/asia/africa/emea/apac/dach/amerique/america/the americas/north america
        /south america/latin america/middle east
        """
    )
)
"""What is larger than a country."""
_LONGEST_TOWN = 40
_TOWN = re.compile(
    r"(?:(?:Saint|Sainte|St|Bad|Le|La|Les|New|North|South|Upper|Lower|Ober"
    r"|Unter)[ -]\.?)?[A-ZÄÖÜÉÈÎ][a-zà-ÿß]+(?:[ -](?:[A-ZÄÖÜÉÈÎ][a-zà-ÿß]+|am|an|der|im|in|bei|ob"
    r"|upon|on|under|sur|sous|de|la|le|les|en|d'[A-Z][a-z]+|l'[A-Z][a-z]+)){0,4}"
)
_TOWN_OF = re.compile(
    r"(?:Gemeinde|Stadt|Stadtverwaltung|Ville d(?:e |')|Mairie d(?:e |')|[Cc]ommune d(?:e |')"
    r"|City of|Town of|Village of)\s*"
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
        if lead["post"]:
            return Place(piece.part(0, len(piece.text.split()[0])), "")
        is_sure = _SURE_LEAD.search(lead[0]) and not _OTHERS.search(before)
        if said is None and is_sure and is_town(piece.text):
            said = Place(piece, "")
    return said


def is_town(text: str) -> bool:
    """Whether words have the shape of a town's name, known to us or not."""
    last = text.rsplit(maxsplit=1)[-1] if text.split() else ""
    if folded(text) in _LANDS or folded(text) in COUNTRIES:
        return False
    return len(text) <= _LONGEST_TOWN and _TOWN.fullmatch(text) is not None and last[:1].isupper()


def place_beside(view: str, end: int, company: str) -> Place | None:
    """The place behind the company's name: "Brightloom, Inc. of Raleigh, NC", "Acme in Berlin"."""
    beside = re.compile(
        rf"{re.escape(company)}[^\w\n]{{0,3}}(?:,? (?:in|of|à|aus|from|de|based in|mit Sitz in|im)"
        r"|,) (?=[A-ZÄÖÜÉÈ])"
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
        if is_certain(part.text):
            return Place(part, country_of(part.text))
    return None
