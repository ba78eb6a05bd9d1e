"""The head of a posting: the lines around the role, which say company and place without a label."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from jobtracker.exchange.postings.text_companies import who_hires
from jobtracker.exchange.postings.text_contacts import signature_at
from jobtracker.exchange.postings.text_labels import field_of
from jobtracker.exchange.postings.text_lines import Line, Piece, parts
from jobtracker.exchange.postings.text_names import (
    FORM,
    Company,
    is_common,
    is_company_name,
    is_unit,
)
from jobtracker.exchange.postings.text_places import (
    Place,
    is_place,
    is_remote_place,
    is_town,
    place_in,
)
from jobtracker.exchange.postings.text_roles import has_genders, looks_like_role
from jobtracker.exchange.postings.text_titles import titled, without_place
from jobtracker.exchange.postings.text_work import mode_of_words, type_of_words

_NEAR = 4
_OPENING = 14
_SIGNED = 4
_LONGEST_LINE = 160
_STRIPPED = re.compile(
    r"^(?:jobs? at|careers? at|karriere bei)\s+|\s+(?:careers?|jobs|karriere|logo|recrutement)$",
    re.IGNORECASE,
)
_FRENCH_TOWN = re.compile(r"((?:\d\d|2[AB]) - [A-ZÉÈ][A-ZÉÈ' -]+?)(?= - |$)")
_RATING = re.compile(r"\s*(?:\(?\d[.,]\d\)?(?:\s*(?:★|stars?|/ ?5).*)?|\([^()]*\))$")


class Head(NamedTuple):
    """What the head says, the companies with their weight."""

    role: Piece | None
    companies: list[Company]
    place: Place | None


def read_head(lines: Sequence[Line], labelled_role: Piece | None) -> Head:
    """The role by its shape, and the names and places that stand around it."""
    companies: list[Company] = []
    places: list[Place] = []
    role, index = labelled_role, -1
    if role is None:
        title = titled(lines)
        if title is not None:
            role, index = title.role, title.line
            companies += [title.company] if title.company else []
            places += [title.place] if title.place else []
    else:
        index = _line_of(lines, role)
    for line in lines[:_OPENING]:
        if hired := who_hires(line):
            companies.append(hired[0])
            places += [hired[1]] if hired[1] else []
    if role is not None:
        companies += _names_around(lines, index, role)
    companies += _names_signed(lines)
    place = (
        next(iter(places), None) or _place_around(lines, max(index, 0)) or _town_below(lines, index)
    )
    return Head(role, companies, place)


def _line_of(lines: Sequence[Line], piece: Piece) -> int:
    spans = (at for at, line in enumerate(lines) if line.start <= piece.start < line.piece.span.end)
    return next(spans, -1)


def _names_around(lines: Sequence[Line], index: int, role: Piece) -> list[Company]:
    """Names on the role's line, below it and above it, the nearest first."""
    outside = [
        part
        for part in parts(lines[index].piece)
        if part.start >= role.span.end or part.span.end <= role.start
    ]
    found = [Company(_bare_name(part), 4) for part in outside if _is_name(_bare_name(part))][:1]
    below = list(lines[index + 1 : index + 1 + _NEAR])
    for distance, line in enumerate(below):
        if line.is_bullet or len(line.text) > _LONGEST_LINE:
            break
        if names := _names(line):
            found.append(Company(names[0], 4 - min(distance, 2)))
            break
    above = [line for line in lines[max(0, index - _OPENING) : index] if len(line.text) <= 70]
    for line in above:
        names = _names(line)
        if len(names) == 1 and len(parts(line.piece)) == 1:
            found.append(Company(names[0], 2))
    return found


def _names_signed(lines: Sequence[Line]) -> list[Company]:
    """The firm below a name and a title in a signature."""
    signed = lines[signature_at(lines) + 1 :][1:_SIGNED]
    names = [line.piece for line in signed if len(parts(line.piece)) == 1 and _is_name(line.piece)]
    return [Company(name, 3) for name in names[:1]]


def _names(line: Line) -> list[Piece]:
    bare = (_bare_name(part) for part in parts(line.piece))
    return [name for name in bare if _is_name(name)]


def _bare_name(piece: Piece) -> Piece:
    """ "Careers at Acme", "Acme logo", "Acme (4.2)", "Acme, Berlin" as "Acme"."""
    if found := _STRIPPED.search(piece.text):
        after = piece.part(found.end(), len(piece.text))
        piece = piece.part(0, found.start()) if found.start() else after
    if rating := _RATING.search(piece.text):
        piece = piece.part(0, rating.start())
    return without_place(piece)[0]


def _is_name(piece: Piece) -> bool:
    text = piece.text
    if not is_company_name(text) or field_of(text) or has_genders(text):
        return False
    if FORM.search(text):
        return True
    if is_place(text) or is_remote_place(text) or looks_like_role(text):
        return False
    return type_of_words(piece) is None and mode_of_words(piece) is None


def _place_around(lines: Sequence[Line], index: int) -> Place | None:
    """A place on the role's line, then below it, then above it."""
    below = lines[index : index + 1 + 2 * _NEAR]
    above = reversed(lines[max(0, index - 3) : index])
    for line in (*below, *above):
        if len(line.text) > 200 or ":" in line.text[:24]:
            continue
        if place := _place_on(line.piece):
            return place
    return None


def _town_below(lines: Sequence[Line], index: int) -> Place | None:
    """The third of "role, company, town", on lines or between dots, where it has a town's shape."""
    if index < 0:
        return None
    facts = [
        part
        for line in lines[index + 1 : index + 1 + _NEAR]
        for part in parts(line.piece)
        if len(line.text) <= 70
    ]
    for name, town in pairwise(facts):
        if not _is_name(name):
            continue
        bare = place_in(town)
        is_fact = field_of(town.text) or type_of_words(town) or looks_like_role(town.text)
        if (
            is_town(bare.piece.text)
            and not is_fact
            and not is_common(bare.piece.text)
            and not is_unit(bare.piece.text)
        ):
            return bare
        return None
    return None


def _place_on(line: Piece) -> Place | None:
    if french := _FRENCH_TOWN.match(line.text):
        return place_in(line.part(0, french.end(1)))
    split = parts(line)
    whole = all(is_place(part.text) or is_remote_place(part.text) for part in split)
    for part in [line] if whole else split:
        if part.text.endswith((".", "!", "?")) and not part.text.endswith("D.C."):
            continue
        cut = part.text.find(", ") + 1
        for piece in (part, part.part(cut, len(part.text))):
            place = place_in(piece)
            if place.piece.text and is_place(place.piece.text):
                return place
    return None
