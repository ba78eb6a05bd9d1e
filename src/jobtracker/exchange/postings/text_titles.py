"""The role of a posting without a label: a title's line, "Role at Company", a sentence."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jobtracker.exchange.postings.text_labels import field_of
from jobtracker.exchange.postings.text_lines import Line, Piece, parts
from jobtracker.exchange.postings.text_names import NAME, Company, is_company_name
from jobtracker.exchange.postings.text_places import Place, is_place, place_named
from jobtracker.exchange.postings.text_roles import (
    GENDERS,
    LONGEST_ROLE,
    bare_role,
    has_genders,
    looks_like_role,
)
from jobtracker.exchange.postings.text_signatures import signature_at

_HEAD_LINES = 30
_FIRST_LINES = 3
_FIRST_PLAIN = 12
_FIRST_PARTS = 2
_LONGEST_ADDITION = 40
_LONGEST_LINE = LONGEST_ROLE + 100
_SUBJECT = re.compile(
    r"(?:(?:subject|betreff|objet|re|fwd|fw|wg|tr)\s*:\s*)*"
    r"(?:(?:job|new|open|exciting|contract|permanent|career)? ?(?:opportunity|role|vacancy"
    r"|position|opening|job"
    r"|stellenangebot|stelle|offre(?: d'emploi)?|poste|opportunité|"
    r"neue stelle|votre profil|mission(?: freelance)?|stellenanzeige|stellenausschreibung|annonce"
    r"|emploi|titel|wir suchen|we(?:'re| are) hiring|job announcement|position announcement"
    r"|employment opportunity|vacancy announcement|gesucht|recherche|recrutement|now hiring"
    r"|hiring)\s*[:–—-]\s*|poste d(?:e |')|offre d'emploi d(?:e |'))?",
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
_ARTICLE = (
    r"(?:(?:an?|our|the|eine?n?|einen?|une?|un\(e\)|un/une|un ou une|un·e|eine/n|eine/einen"
    r"|einen/eine|eine\(n\)|ein/e|eine:n|eine\*n|eine_n|"
    r"zum nächstmöglichen Zeitpunkt|zum nächstmöglichen Termin|ab sofort|ab Januar"
    r"|zur Verstärkung unseres Teams|pour \w+|dès que possible|à temps (?:plein|partiel)|"
    r"zum \d\d?\.\s?\S+(?: 20\d\d)?|oder später|in Vollzeit|in Teilzeit|für (?:unseren|unser|den"
    r"|unsere|ihre?n?|seine?n?|die|das)(?: (?!(?:zum|zur|ab|im|in|eine?n?)\b)[\wÄÖÜäöüß-]+){1,3}|experienced|talented|motivated"
    r"|skilled|passionate|driven|dedicated|enthusiastic|"
    r"erfahrene[nr]?|engagierte[nr]?|motivierte[nr]?|freundliche[nr]?|zuverlässige[nr]?|as|als"
    r"|son ou sa|son|sa|nouveau|nouvelle|futur\(?e?\)?|new|full[- ]time|part[- ]time|permanent"
    r"|contract|dich|Sie|notre|temporary|"
    r"unbefristet|befristet|mehrere|several|two|des|qualified|exceptional|great|additional|further"
    r"|activement|actuellement|derzeit|aktuell|wir|uns|to hire|for)[ ,]+){0,8}"
)
_SENTENCES = re.compile(
    r"(?:(?:is|are|'re|am|currently|now|also) (?:currently |now |actively )?(?:looking"
    r"|searching) (?:for|to (?:hire|add|appoint|recruit))|(?:is|are|'re) (?:currently "
    r"|now )?(?:hiring|seeking|recruiting)(?: for)?|"
    r"(?:[Ww]e|client|[Tt]hey) (?:now |also |currently )?(?:need|seek|want)|(?:[Jj]oin"
    r"|joining) (?:us|our (?:\w+ )?team|[A-Z]\w+(?: [A-Z]\w+){0,2}) as|to (?:appoint|recruit|hire)"
    r"|seeks|seeking|appointing|"
    r"(?:position|role|post|opening|opportunity|vacancy|job) (?:of|for|as)|(?:have|has"
    r"|got) an? (?:opening|vacancy|opportunity|exciting role) for|opening for|hire|"
    r"such(?:en|t|e)(?: wir| Sie)?|(?:verstärken Sie uns|verstärke uns|Verstärkung"
    r"|unterstützen Sie uns|unterstütze uns|Position|Stelle) als|(?:Position|Stelle) (?:der|des)"
    r"|Ausbildung (?:zum|zur)|"
    r"recherch(?:e|ons)|recrut(?:e|ons)|cherch(?:e|ons)|poste d(?:e |')|en tant que"
    r"|un poste d(?:e |')|rejoi\w+(?:-nous)? en tant que)"
    rf"(?!\w)[ :]*{_ARTICLE}"
)
_AT_COMPANY = re.compile(rf"\s+(?:at|with|bei(?: der| dem)?|chez)\s+(?P<name>{NAME})")
_ROLE_END = re.compile(
    r"\s+(?:to|who|that|with|for (?:our|the|a|an)|in (?:our|der|dem|the|a|an)|at|on|based|within"
    r"|reporting|joining|join|and (?:you|we|help|lead)|zur|für|im|in|am|ab|an|auf|als|mit|bei|die"
    r"|das|zum|"
    r"pour|afin|basée?|au|aux|chez|dans|en|à|qui|sur|expérimentée?|[-–—])\s+|\s*[.;!?:](?:\s|$)"
    r"|,\s|\s+\((?!(?:[mwfdxhi]\s*[/|]|H/F|F/H|all|gn|e\)))|$"
)
_MARKS_AHEAD = re.compile(r"[^,.;:()\n]{0,50}(?= \()")
_COMPACT = re.compile(
    r"(?P<role>[^,|()\n]{3,80}), (?P<company>[^,|()\n]{2,60}) \((?P<place>[^()\n]{2,60})\)"
    r"(?=[.:;]|\s[–—-]|\s*$)"
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
    paired = _paired(own)
    alone = _alone(own, whole="\n".join(line.text for line in lines[:120]))
    if paired and alone:
        return paired if paired.line <= alone.line else alone
    return paired or alone or _in_prose(own)


def _paired(lines: Sequence[Line]) -> Title | None:
    """Both on one line of the head: "Role at Company", "Company sucht Role (m/w/d)"."""
    for index, line in enumerate(lines[:_HEAD_LINES]):
        piece = without_subject(line.piece)
        if index < _FIRST_PLAIN and (title := _compact(piece, index)):
            return title
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
            if looks_like_role(role.text) and is_company_name(company.text):
                return Title(bare_role(role), index, Company(company, 6), place)
    return None


def _compact(piece: Piece, index: int) -> Title | None:
    """The three of "Cook, Harbour Inn (Leeds, on site). A small kitchen ..."."""
    found = _COMPACT.match(piece.text)
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


def _in_prose(lines: Sequence[Line]) -> Title | None:
    """The role in "We are looking for a <Role> to ...", "recrute un(e) <Role> H/F"."""
    for index, line in enumerate(lines):
        for lead in _SENTENCES.finditer(line.text):
            rest = line.piece.part(lead.end(), min(len(line.text), lead.end() + _LONGEST_LINE))
            if role := _role_at(rest):
                return Title(role, index, _company_behind(line.piece, role))
    return None


def _company_behind(line: Piece, role: Piece) -> Company | None:
    """The company in "a <Role> at <Company>"."""
    found = _AT_COMPANY.match(line.text, role.span.end - line.start)
    name = line.part(found.start("name"), found.end("name")) if found else None
    return Company(name, 5) if name and is_company_name(name.text) else None


def _role_at(rest: Piece) -> Piece | None:
    """The words at the start of the piece, up to where a title ends."""
    for stop in _ROLE_END.finditer(rest.text):
        piece = rest.part(0, stop.start())
        if len(piece.text) > LONGEST_ROLE or ", " in piece.text:
            return None
        marked = _MARKS_AHEAD.match(rest.text, stop.start())
        ahead = rest.text[: marked.end() + 12 if marked else stop.start() + 12]
        if has_genders(ahead) and not has_genders(piece.text):
            continue
        if piece.text and looks_like_role(piece.text[0].upper() + piece.text[1:]):
            return bare_role(piece)
    return None
