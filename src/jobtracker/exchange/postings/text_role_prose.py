"""The role that a sentence names: "We are looking for a <Role> to ...", "recrute un <Role>"."""

import re
from collections.abc import Sequence

from jobtracker.exchange.postings.text_lines import Line, Piece
from jobtracker.exchange.postings.text_names import NAME, Company, is_company_name
from jobtracker.exchange.postings.text_roles import (
    GENDERS,
    LONGEST_ROLE,
    bare_role,
    has_genders,
    looks_like_role,
)

_LONGEST_REST = LONGEST_ROLE + 100
_ARTICLE = (
    r"(?:(?:an?|our|the|zwei|drei|three|\d|eine?n?|einen?|une?|un\(e\)|un/une|un ou une|un·e"
    r"|eine/n|eine/einen"
    r"|einen/eine|eine\(n\)|ein/e|eine:n|eine\*n|eine_n|"
    r"zum nächstmöglichen Zeitpunkt|zum nächstmöglichen Termin|ab sofort"
    r"|ab (?:dem )?(?:\d\d?\. ?)?[A-Z][a-zä]+(?: 20\d\d)?"
    r"|zur Verstärkung unseres Teams|pour \w+|dès que possible|à temps (?:plein|partiel)|"
    r"zum \d\d?\.\s?\S+(?: 20\d\d)?|oder später|in Vollzeit|in Teilzeit|für (?:unseren|unser|den"
    r"|unsere|ihre?n?|seine?n?|die|das)(?: (?!(?:zum|zur|ab|im|in|eine?n?)\b)[\wÄÖÜäöüß-]+){1,3}"
    r"|experienced|talented|motivated"
    r"|skilled|passionate|driven|dedicated|enthusiastic|"
    r"erfahrene[nr]?|engagierte[nr]?|motivierte[nr]?|freundliche[nr]?|zuverlässige[nr]?|as|als"
    r"|son ou sa|son|sa|nouveau|nouvelle|futur\(?e?\)?|new|full[- ]time|part[- ]time|permanent"
    r"|contract|dich|Sie|notre|temporary|"
    r"unbefristet|befristet|mehrere|several|two|des|qualified|exceptional|great|additional|further"
    r"|activement|actuellement|derzeit|aktuell|wir|uns|to hire|for)[ ,]+){0,8}"
)
_SENTENCES = re.compile(
    r"(?:^[Ll]ooking for|(?:is|are|'re|am|currently|now|also) (?:currently |now "
    r"|actively )?(?:looking"
    r"|searching) (?:for|to (?:hire|add|appoint|recruit))|(?:is|are|'re) (?:currently "
    r"|now )?(?:hiring|seeking|recruiting)(?: for)?|"
    r"(?:[Ww]e|client|[Tt]hey) (?:now |also |currently )?(?:need|seek|want)|(?:[Jj]oin"
    r"|joining) (?:us|our (?:\w+ )?team|[A-Z]\w+(?: [A-Z]\w+){0,2}) as|to (?:appoint|recruit|hire)"
    r"|seeks|seeking|appointing|needs(?= an? )|search for(?= an? )|"
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
    r"|,\s|\s+(?:asap|urgently|immediately|now)\b|\s+\((?!(?:[mwfdxhi]\s*[/|]|H/F|F/H|all|gn"
    r"|e\)))|$"
)
_BEFORE_MARKED = re.compile(r"\b(?:eine?n?|une?|an?) (?=[A-ZÄÖÜÉ][^.;:,!?]{2,80}$)")
_MARKS_AHEAD = re.compile(r"[^,.;:()\n]{0,50}(?= \()")


def role_in_prose(lines: Sequence[Line]) -> tuple[Piece, int, Company | None] | None:
    """The first role of a sentence, the index of its line, and the company behind it."""
    for index, line in enumerate(lines):
        for lead in _SENTENCES.finditer(line.text):
            rest = line.piece.part(lead.end(), min(len(line.text), lead.end() + _LONGEST_REST))
            if role := _role_at(rest):
                return role, index, _company_behind(line.piece, role)
    marked = ((_marked(line.piece), index) for index, line in enumerate(lines))
    return next(((role, index, None) for role, index in marked if role), None)


def _marked(piece: Piece) -> Piece | None:
    """The title between an article and "(m/w/d)": "bei uns wird eine Assistenz (m/w/d) frei"."""
    marks = GENDERS.search(piece.text)
    article = _BEFORE_MARKED.search(piece.text[: marks.start()]) if marks else None
    role = piece.part(article.end(), marks.end()) if marks and article else None
    return bare_role(role) if role and looks_like_role(role.text) else None


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
