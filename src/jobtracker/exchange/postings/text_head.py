"""The head of a posting: the lines around the role, which say company and place without a label."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from jobtracker.domain.text import folded
from jobtracker.exchange.postings.text_companies import who_hires
from jobtracker.exchange.postings.text_employment import type_of_words
from jobtracker.exchange.postings.text_labels import field_of
from jobtracker.exchange.postings.text_lines import Line, Piece, parts
from jobtracker.exchange.postings.text_modes import mode_of_words
from jobtracker.exchange.postings.text_name_words import AGENCY
from jobtracker.exchange.postings.text_names import (
    FORM,
    Company,
    is_common,
    is_company_name,
    is_unit,
)
from jobtracker.exchange.postings.text_place_prose import is_town
from jobtracker.exchange.postings.text_places import (
    Place,
    is_place,
    is_remote_place,
    place_in,
)
from jobtracker.exchange.postings.text_roles import has_genders, looks_like_role
from jobtracker.exchange.postings.text_signatures import signature_at
from jobtracker.exchange.postings.text_titles import Title, titled, without_place, without_subject

_NEAR = 4
_OPENING = 14
_SIGNED = 4
_LONGEST_LINE = 200
_LONGEST_FACT = 70
_STRIPPED = re.compile(
    r"^(?:jobs? at|careers? at|karriere bei)\s+|\s+(?:careers?|jobs|karriere|logo|recrutement)$",
    re.IGNORECASE,
)
_FRENCH_TOWN = re.compile(
    r"((?:\d\d|2[AB]) - [A-ZÉÈ][A-ZÉÈ' -]+?|[A-ZÉÈÎ][\w' -]{1,40}? - (?:\d\d|2[AB]))(?= - |$)"
)
_IN_BRACKETS = re.compile(r"\(([^()]{2,40})\)")
_LONGEST_LABEL = 24
_STREET = re.compile(
    r", (?:\d+[a-z]? [A-Z][\w' ]{2,30}|[A-ZÄÖÜ][\w .-]{1,30}(?:straße|strasse|str\.|weg|platz|gasse"
    r"|allee|ring|damm|ufer|markt) \d+\s?[a-z]?)(?=,|$)"
)
_AGENCY_AT = re.compile(rf"{FORM.pattern}, [A-ZÄÖÜ]")
"""A firm with the town it sits in, which of an agency is not where the job is."""
_LEADS = re.compile(
    r"(?:im|in|mit|für|bei|beim|von|vom|aus|zum|zur|with|for|from|at|pour|avec|dans|chez|sur|suite"
    r"|wir|nous)\s",
    re.IGNORECASE,
)
"""What a line of prose or a heading begins with, and hardly a name."""
_BODY = re.compile(
    r"\b(?:Service|Park|Board|Council|Trust|Office|Agency|Directorate|Branch|Authority|Foundation"
    r"|Society|Association|Group|Institute?|Museum|School|Hospital|Infirmary|Cent(?:er|re)|College"
    r"|Bureau|Commission|Ministry|Division|Department|Unit|Team)\b"
)
"""What a body is called and no town."""
_TOWN_BEHIND = re.compile(r"([^,]+ [^,]+), [A-ZÄÖÜÉ][a-zà-ÿ]{2,}(?:-[A-ZÄÖÜÉ][a-zà-ÿ]+)?")
_RATING = re.compile(r"\s*(?:\(?\d[.,]\d\)?(?:\s*(?:★|stars?|/ ?5).*)?|\([^()]*\))$")


class Head(NamedTuple):
    """What the head says, the companies with their weight."""

    role: Piece | None
    companies: list[Company]
    place: Place | None


def read_head(lines: Sequence[Line], labelled_role: Piece | None) -> Head:
    """The role by its shape, and the names and places that stand around it."""
    title = Title(labelled_role, _line_of(lines, labelled_role)) if labelled_role else titled(lines)
    companies: list[Company] = []
    places: list[Place] = []
    for line in lines[:_OPENING]:
        if hired := who_hires(line):
            companies.append(hired[0])
            places += [hired[1]] if hired[1] else []
    if title is not None:
        companies += [title.company] if title.company else []
        companies += _names_around(lines, title.line, title.role)
        places = [title.place, *places] if title.place else places
    companies += _names_signed(lines)
    index = title.line if title else 0
    place = next(iter(places), None) or _place_around(lines, index) or _town_below(lines, index)
    return Head(title.role if title else None, companies, place)


def _line_of(lines: Sequence[Line], role: Piece) -> int:
    """The line that a labelled role stands on by itself in the head, else that of its label."""
    words = folded(role.text)
    for index, line in enumerate(lines[:_NEAR]):
        if line.start < role.start and words in folded(line.text[:_LONGEST_LINE]):
            return index
    spans = (at for at, line in enumerate(lines) if line.start <= role.start < line.piece.span.end)
    return next(spans, 0)


def _names_around(lines: Sequence[Line], index: int, role: Piece) -> list[Company]:
    """Names on the role's line, below it and above it, the nearest first."""
    outside = [
        part
        for part in parts(lines[index].piece)
        if part.start >= role.span.end or part.span.end <= role.start
    ]
    found = [
        Company(_bare_name(part), 4, stands_alone=True)
        for part in outside
        if _is_name(_bare_name(part))
    ][:1]
    below = lines[: signature_at(lines)][index + 1 : index + 1 + _NEAR]
    for distance, line in enumerate(below):
        if line.is_bullet or len(line.text) > _LONGEST_LINE:
            break
        if names := _names(line):
            found.append(Company(names[0], 4 - min(distance, 2), stands_alone=True))
            break
    above = [
        line
        for line in lines[max(0, index - _OPENING) : index]
        if len(line.text) <= _LONGEST_FACT and not line.is_bullet
    ]
    for line in above:
        names = _names(line)
        if len(names) == 1 and len(parts(line.piece)) == 1:
            is_near = line is lines[index - 1] or (line is lines[0] and index < _NEAR)
            is_next = is_near and " " in names[0].text
            found.append(Company(names[0], 3 if is_next else 2, stands_alone=True))
    return found


def _names_signed(lines: Sequence[Line]) -> list[Company]:
    """The firm below a name and a title in a signature."""
    signed = lines[signature_at(lines) + 1 :][1:_SIGNED]
    names = [line.piece for line in signed if len(parts(line.piece)) == 1 and _is_name(line.piece)]
    return [Company(name, 3) for name in names[:1]]


def _names(line: Line) -> list[Piece]:
    bare = (_bare_name(part) for part in parts(line.piece) if not _is_only_place(part.text))
    return [name for name in bare if _is_name(name)]


def _is_only_place(text: str) -> bool:
    """Whether no name stands with a place: "Vitré (35)", but not "Acme, Leeds"."""
    return "," not in text and is_place(text)


def _bare_name(piece: Piece) -> Piece:
    """The name in "Careers at Acme", "Acme logo", "Acme (4.2)", "Acme, Berlin"."""
    if found := _STRIPPED.search(piece.text):
        after = piece.part(found.end(), len(piece.text))
        piece = piece.part(0, found.start()) if found.start() else after
    if rating := _RATING.search(piece.text):
        piece = piece.part(0, rating.start())
    if street := _STREET.search(piece.text):
        piece = piece.part(0, street.start())
    if town := _TOWN_BEHIND.fullmatch(piece.text):
        piece = piece.part(0, town.end(1))
    name = without_place(piece)[0]
    cut = name.text.find(", ")
    return name.part(0, cut) if cut > 0 and is_remote_place(name.text[cut + 2 :]) else name


def _is_name(piece: Piece) -> bool:
    text = piece.text
    if not is_company_name(text) or field_of(text) or has_genders(text):
        return False
    if FORM.search(text):
        return True
    if " " in text and (text.split()[0].islower() or _LEADS.match(text)):
        return False
    if is_place(text) or is_remote_place(text) or looks_like_role(text):
        return False
    return type_of_words(piece) is None and mode_of_words(piece) is None


def _place_around(lines: Sequence[Line], index: int) -> Place | None:
    """A place on the role's line, then below it, then above it."""
    below = lines[index : index + 1 + 2 * _NEAR]
    above = reversed(lines[max(0, index - 3) : index])
    for line in (*below, *above):
        piece = without_subject(line.piece)
        if line.is_bullet and line is not lines[index] and not is_place(piece.text):
            continue
        if len(piece.text) > _LONGEST_LINE or ":" in piece.text[:_LONGEST_LABEL]:
            continue
        if _AGENCY_AT.search(piece.text) and AGENCY.search(piece.text):
            continue
        if place := _place_on(piece):
            return place
    return None


def _town_below(lines: Sequence[Line], index: int) -> Place | None:
    """The third of "role, company, town", on lines or between dots, where it has a town's shape."""
    below = [
        line
        for line in lines[: signature_at(lines)][index + 1 :][:_NEAR]
        if len(line.text) <= _LONGEST_FACT and not line.is_bullet
    ]
    own = parts(lines[index].piece) if index < len(lines) else []
    beside = [part for part in own if not looks_like_role(part.text)]
    facts = [part for line in below for part in parts(line.piece)]
    pairs = [*pairwise(beside), *pairwise(facts)]
    town = next((town for name, town in pairs if _is_name(name)), None)
    place = place_in(town) if town else None
    return place if town and place and _is_only_town(town, place.piece.text) else None


def _is_only_town(fact: Piece, town: str) -> bool:
    """Whether a fact of a card that has a town's shape is nothing else that we know."""
    if ":" in fact.text or field_of(fact.text) or type_of_words(fact) or looks_like_role(fact.text):
        return False
    if _BODY.search(town):
        return False
    return is_town(town) and not is_common(town) and not is_unit(town)


def _place_on(line: Piece) -> Place | None:
    if french := _FRENCH_TOWN.match(line.text):
        return place_in(line.part(0, french.end(1)))
    split = parts(line)
    is_whole = all(is_place(part.text) or is_remote_place(part.text) for part in split)
    for part in [line] if is_whole else split:
        if part.text.endswith((".", "!", "?")) and not part.text.endswith("D.C."):
            continue
        for piece in _readings(part):
            place = place_in(piece)
            if place.piece.text and is_place(place.piece.text):
                return place
    return None


def _readings(part: Piece) -> list[Piece]:
    """The whole, what stands behind a firm's name or a comma, and what stands in brackets."""
    form = FORM.search(part.text)
    behind = part.part(form.end() if form else part.text.find(", ") + 1, len(part.text))
    bracket = _IN_BRACKETS.search(part.text)
    inner = [part.part(bracket.start(1), bracket.end(1))] if bracket else []
    return [behind, *inner] if form else [part, behind, *inner]
