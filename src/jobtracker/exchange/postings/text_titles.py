"""The role of a posting without a label: a title's line, "Role at Company", a sentence."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jobtracker.domain.text import folded
from jobtracker.exchange.postings.text_labels import field_of
from jobtracker.exchange.postings.text_lines import Line, Piece, parts
from jobtracker.exchange.postings.text_name_words import BOARDS
from jobtracker.exchange.postings.text_names import Company, is_company_name
from jobtracker.exchange.postings.text_places import Place, is_place, place_named
from jobtracker.exchange.postings.text_role_prose import role_in_prose
from jobtracker.exchange.postings.text_roles import (
    GENDERS,
    LONGEST_ROLE,
    bare_role,
    has_genders,
    has_role_word,
    looks_like_role,
)
from jobtracker.exchange.postings.text_signatures import signature_at

_HEAD_LINES = 30
_FIRST_LINES = 3
_FIRST_PLAIN = 12
_FIRST_PARTS = 2
_MOST_WORDS_BEFORE = 6
_HIRES = re.compile(r"\b(?:such(?:t|en)|recrut\w+|recherch\w+|cherch\w+|hiring|seek\w*)\b")
_LONGEST_ADDITION = 40
_LONGEST_LINE = LONGEST_ROLE + 100
_SUBJECT = re.compile(
    r"(?:\[[^\[\]\n]{2,20}\]\s*)?(?:(?:subject|betreff|objet|re|fwd|fw|wg|tr)\s*:\s*)*"
    r"(?:(?:job|new|open|exciting|contract|permanent|career)? ?(?:opportunity|role|vacancy"
    r"|position|opening|job"
    r"|stellenangebot|stelle|offre(?: d'emploi)?|poste|opportunité|"
    r"neue stelle|votre profil|mission(?: freelance)?|stellenanzeige|stellenausschreibung|annonce"
    r"|emploi|titel|wir suchen|we(?:'re| are) hiring|job announcement|position announcement"
    r"|employment opportunity|vacancy announcement|gesucht(?: wird)?|recherche"
    r"|recrutement|now hiring"
    r"|hiring)\s*[:–—-]\s*|gesucht wird\s+|poste d(?:e |')|offre d'emploi d(?:e |'))?",
    re.IGNORECASE,
)
_LEADING_ARTICLE = re.compile(
    r"(?:eine?n?(?:/n|\(n\)|:n|\*n)?|un|une|un\(e\)|un/une|an?)\s+(?=[A-ZÄÖÜÉ])", re.IGNORECASE
)
_MAIL_SUBJECT = re.compile(r"(?:subject|betreff|objet)\s*:", re.IGNORECASE)
_TITLES = (
    re.compile(
        r"(?:save |apply for |postuler pour |bewerbung als )?(?P<role>.{3,110}?)\s+(?:at|@"
        r"|bei(?: der| dem)?|chez|at the|à la|au sein de)\s+(?P<company>[^|–—]{2,70}?)"
        r"(?:\s+(?:[-–—|·])\s+(?P<place>.{2,60}))?$",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<company>.{2,70}?)\s+(?:is (?:now )?(?:hiring|looking for|seeking|recruiting)|hiring"
        r"|sucht|seeks|recrute|recherche|stellt ein)\s*:?\s+"
        r"(?:(?:an?|eine?n?|une?|des|our next|experienced|zum nächstmöglichen zeitpunkt|ab sofort"
        r"|zum \S+|zur verstärkung|un\(e\)|un/une|son|sa|ihre?n?|für den standort \w+|eine/n"
        r"|eine\*n|eine:n|eine\(n\))\s+){0,4}"
        r"(?P<role>.{3,110}?)(?:\s+(?:in|à)\s+(?P<place>[A-ZÄÖÜÉ].{2,60}))?$",
        re.IGNORECASE,
    ),
)
_COMPACT = re.compile(
    r"(?P<role>[^,|()\n]{3,80}), (?P<company>[^,|()\n]{2,60}) \((?P<place>[^()\n]{2,60})\)"
    r"(?=[.:;]|\s[–—-]|\s*$)"
)
_WANTED = re.compile(
    r"(?P<role>[^,|()\n]{3,80}) (?:wanted|needed|required|sought|gesucht), (?P<company>[^,"
    r"|()\n.]{2,60}),"
    r" (?P<place>(?:Co\. |[^()\n.;]){2,40}?)(?=[.;]|\s[–—-]|\s*$)"
)
_OTHER = re.compile(
    r"\b(?:remote|hybrid|full[- ]time|part[- ]time|vollzeit|teilzeit|permanent|contract|cdi|cdd"
    r"|freelance|intern|stage|alternance|befristet|unbefristet|"
    r"gmbh|inc|ltd|llc|ag|se|sas|sa|plc|ago|applicants|jobs?|careers?|karriere|[€$£]|\d{3,}"
    r"|linkedin|indeed|stepstone|réf|ref)\b|[€$£]",
    re.IGNORECASE,
)
_ONLY_TYPE = re.compile(
    r"(?:stage|alternance|apprentissage|praktikum|werkstudent\w*|ausbildung|internship"
    r"|apprenticeship|cdi|cdd|intérim|freelance|volunteer|job|stelle|contract|permanent|urgent"
    r"|new)(?:\s+(?:de\s+)?\d.{0,20})?",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(r",?\s+(?:(?:in|im|à|am|bei|near)\s+(?=[A-ZÄÖÜÉÈ])|,\s*)|,\s+")
_BRACKET_BEHIND = re.compile(r"\s\(([^()]{2,40})\)$")
_NAME_BEHIND = re.compile(r"\s*,\s+")
_CODE_BEHIND = re.compile(r"[,;\s|–-]+(?=\S*\d)[A-Z0-9][A-Z0-9/_.-]{3,}$")


class Title(NamedTuple):
    """A role, the index of its line, and the company and place that its words name."""

    role: Piece
    line: int
    company: Company | None = None
    place: Place | None = None


def titled(lines: Sequence[Line]) -> Title | None:
    """The role by its line or its sentence; what stands in a signature is no role."""
    own = lines[: signature_at(lines)]
    paired = _on_one_line(own) or _paired(own)
    alone = _alone(own, whole="\n".join(line.text for line in lines[:120]))
    if paired and alone:
        return paired if paired.line <= alone.line else alone
    said = None if paired or alone else role_in_prose(own)
    return paired or alone or (Title(*said) if said else None)


def _paired(lines: Sequence[Line]) -> Title | None:
    """Both on one line of the head: "Role at Company", "Company sucht Role (m/w/d)"."""
    for index, line in enumerate(lines[:_HEAD_LINES]):
        piece = without_subject(line.piece)
        if _MAIL_SUBJECT.match(line.text):
            piece = piece.part(0, len(piece.text.rstrip("?! ")))
        if len(piece.text) > _LONGEST_LINE or piece.text.endswith((".", "?")) or line.is_bullet:
            continue
        for pattern in _TITLES:
            found = pattern.fullmatch(piece.text)
            if found is None:
                continue
            role = piece.part(found.start("role"), found.end("role"))
            company = piece.part(found.start("company"), found.end("company"))
            company, place = without_place(company)
            if found["place"]:
                place = place_named(piece.part(found.start("place"), found.end("place"))) or place
            if looks_like_role(role.text) and _may_hire(company.text):
                return Title(bare_role(role), index, Company(company, 6), place)
    return None


def _may_hire(name: str) -> bool:
    """Whether words behind "at" are a company's name; a board may hire for itself."""
    return is_company_name(name) or folded(name) in BOARDS


def _on_one_line(lines: Sequence[Line]) -> Title | None:
    """The first line of the head that names role, company and place."""
    head = enumerate(lines[:_FIRST_PLAIN])
    titles = (_compact(without_subject(line.piece), index) for index, line in head)
    return next(filter(None, titles), None)


def _compact(piece: Piece, index: int) -> Title | None:
    """The three of "Cook, Harbour Inn (Leeds, on site). A small kitchen ..."."""
    found = _COMPACT.match(piece.text) or _WANTED.match(piece.text)
    if found is None:
        return None
    role = piece.part(found.start("role"), found.end("role"))
    company = piece.part(found.start("company"), found.end("company"))
    place = place_named(piece.part(found.start("place"), found.end("place")))
    if place is None or not is_place(place.piece.text):
        return None
    if not looks_like_role(role.text) or not is_company_name(company.text):
        return None
    return Title(bare_role(role), index, Company(company, 6), place)


def without_place(name: Piece) -> tuple[Piece, Place | None]:
    """The name and the place of "Acme in Berlin", "Acme, Berlin"."""
    for found in re.finditer(r",\s+|\s+(?:in|à)\s+", name.text):
        rest = name.part(found.end(), len(name.text))
        if is_place(rest.text):
            return name.part(0, found.start()), place_named(rest)
    return name, None


def _alone(lines: Sequence[Line], whole: str) -> Title | None:
    """The first line of the head with the shape of a title; anywhere with "(m/w/d)"."""
    best: tuple[int, Piece, int] | None = None
    for index, line in enumerate(lines):
        marked = len(line.text) <= _LONGEST_LINE and has_genders(line.text)
        if not (index < _HEAD_LINES or marked) or (
            line.is_bullet and not marked and index > _FIRST_LINES
        ):
            continue
        label = line.text.partition(":")[0] if ":" in line.text else ""
        if field_of(label) not in ("", "role") and not _MAIL_SUBJECT.match(line.text):
            continue
        piece = next(
            (each for each in _candidates(line, whole) if looks_like_role(each.text)), None
        )
        if piece is None:
            continue
        score = 6 * has_genders(piece.text) + max(0, 14 - index)
        if best is None or score > best[0]:
            best = (score, piece, index)
    return _split(best[1], best[2]) if best else None


def _candidates(line: Line, whole: str) -> Iterator[Piece]:
    """A line's title with dashes in it, then its first two parts."""
    piece = without_subject(line.piece)
    pieces = parts(piece)
    while len(pieces) > 1 and _ONLY_TYPE.fullmatch(pieces[0].text):
        piece = piece.part(pieces[1].start - piece.start, len(piece.text))
        pieces = pieces[1:]
    if len(pieces) <= 1:
        yield piece
        marks = GENDERS.search(piece.text)
        before = piece.part(0, marks.end() if marks else 0)
        if len(before.text.split()) <= _MOST_WORDS_BEFORE and not _HIRES.search(before.text):
            yield before
        return
    yield _joined(piece, pieces, whole)
    yield from pieces[:_FIRST_PARTS]
    if ">" in line.text or "›" in line.text or "»" in line.text:
        yield pieces[-1]


def without_subject(piece: Piece) -> Piece:
    """A line without "Subject:", "Stellenangebot:" or the like before its title."""
    subject = _SUBJECT.match(piece.text)
    piece = piece.part(subject.end() if subject else 0, len(piece.text))
    article = _LEADING_ARTICLE.match(piece.text) if has_genders(piece.text) else None
    return piece.part(article.end() if article else 0, len(piece.text))


def _joined(piece: Piece, pieces: list[Piece], whole: str) -> Piece:
    """The first parts that together are a title: "Registered Nurse - Emergency Department".

    A part that the text speaks of elsewhere is a name of its own.
    """
    kept = pieces[0]
    if not looks_like_role(kept.text):
        return piece.part(0, 0)
    for part in pieces[1:]:
        between = piece.text[kept.span.end - piece.start : part.start - piece.start].strip()
        if (
            between not in ("-", "–", "—")
            or _is_other(part.text)
            or (part.text[:1].islower() and not has_role_word(part.text))
            or len(part.text) > _LONGEST_ADDITION
        ):
            break
        if is_company_name(part.text) and (
            len(pieces) > _FIRST_PARTS or whole.count(part.text) > 1
        ):
            break
        kept = piece.part(kept.start - piece.start, part.span.end - piece.start)
    return kept


def _is_other(text: str) -> bool:
    return bool(_OTHER.search(text)) or is_place(text)


def _split(piece: Piece, index: int) -> Title:
    """The role without the place or company that stands behind it on its line."""
    if found := _CODE_BEHIND.search(piece.text):
        piece = piece.part(0, found.start())
    return _company_behind_marks(piece, index) or _place_behind(piece, index)


def _company_behind_marks(piece: Piece, index: int) -> Title | None:
    """The two of "Head of IT (m/w/d), Molkerei Allerheide"."""
    marks = GENDERS.search(piece.text)
    behind = _NAME_BEHIND.match(piece.text, marks.end()) if marks else None
    if marks is None or behind is None or not looks_like_role(piece.text[: marks.end()]):
        return None
    name = piece.part(behind.end(), len(piece.text))
    role = bare_role(piece.part(0, marks.end()))
    return Title(role, index, Company(name, 4)) if is_company_name(name.text) else None


def _place_behind(piece: Piece, index: int) -> Title:
    """The role, and the place in brackets, behind a comma or behind "in" that follows it."""
    for found in (*_BRACKET_BEHIND.finditer(piece.text), *_IN_PLACE.finditer(piece.text)):
        rest = piece.part(found.end(), len(piece.text))
        if found.lastindex:
            rest = piece.part(found.start(1), found.end(1))
        role = piece.part(0, found.start())
        if not is_place(rest.text) or not looks_like_role(role.text):
            continue
        cut = role.text.rfind(", ")
        middle = role.part(cut + 1, len(role.text))
        if cut > 0 and is_company_name(middle.text) and looks_like_role(role.text[:cut]):
            company = Company(middle, 4)
            return Title(bare_role(role.part(0, cut)), index, company, place_named(rest))
        return Title(bare_role(role), index, None, place_named(rest))
    return Title(bare_role(piece), index)
