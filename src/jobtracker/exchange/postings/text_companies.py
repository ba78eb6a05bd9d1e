"""The company that a posting names: evidence from its lines and sentences, added up.

A name counts more the more places of a text speak of it as the employer: "About X", "X is
hiring", "At X, we ...", a line beside the role, a legal form, the domain of an address. An agency
counts only where no employer is named.
"""

import re
from collections.abc import Iterable, Iterator

from jobtracker.exchange.postings.text_lines import Line, Piece
from jobtracker.exchange.postings.text_name_words import FORM_WORDS
from jobtracker.exchange.postings.text_names import (
    FORM,
    LONGEST_NAME,
    NAME,
    Company,
    is_common,
    is_company_name,
    is_small_word,
)
from jobtracker.exchange.postings.text_places import Place, place_named
from jobtracker.exchange.postings.text_roles import looks_like_role

_NAME_AT = re.compile(NAME)
_ARTICLE = r"(?:[Tt]he |[Dd]ie |[Dd]er |[Dd]en |[Dd]em |[Dd]as |[Ll]a |[Ll]e |[Ll]es |[Ll]')?"
_HEADING = re.compile(
    r"(?:about|über|à propos d(?:e |u |')|who is|wer ist|qui est|life at|working at|why (?:join"
    r"|work (?:at|for|with)|choose)|warum|pourquoi (?:rejoindre|nous rejoindre chez)|"
    r"join|join us at|arbeiten bei|karriere bei|careers? at|jobs at|jobs bei|willkommen bei"
    r"|welcome to|bienvenue chez|what we do at|our mission at|"
    r"unternehmensprofil|présentation de|découvrez|rejoignez|deine? vorteile bei|ihre vorteile bei"
    r"|das ist|the company:|your employer:?|inside|meet|das sind wir:)\s*"
    r"(?:the |die |der |das |den |dem |la |le |l')?",
    re.IGNORECASE,
)
_BEHIND_NAME = re.compile(r"\s+(?:as|als|en tant|and|und|today|team|stellt|is|en bref|[–—-])\s")
_CAPITAL = r"(?=[A-Z0-9ÄÖÜÉÈÎ])"
_CLIENT = (
    r"(?:(?:^|[.!?]\s+)(?:Our|My|Unser|Mein|Notre|Mon)|\b(?:for|of|with|für|pour|de|chez) (?:our"
    r"|my|unseren?|meinen?|notre|mon)) (?:direct |longstanding )?(?:client|[Kk]unden|[Kk]undin"
    r"|[Mm]andanten|[Aa]uftraggeber)"
)
_LEADS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (
        12,
        re.compile(
            rf"{_CLIENT}[ ,:–-]+(?:l'entreprise |la société |le groupe "
            rf"|l'agence )?{_ARTICLE}{_CAPITAL}"
        ),
    ),
    (
        12,
        re.compile(
            r"\b(?:(?:I'm|I am|[Ww]e're|[Ww]e are) (?:currently |exclusively )?(?:supporting"
            r"|helping"
            r"|representing|partner(?:ing|ed) with|working with)|on behalf of|im Auftrag (?:der"
            r"|von|des)|pour le compte d(?:e|u|es)"
            r"|recruiting for|hiring for|"
            r"(?:[Jj]e|[Nn]ous) recrut(?:e|ons)(?: actuellement)? pour|ich (?:suche"
            rf"|besetze) für)\s+{_ARTICLE}{_CAPITAL}"
        ),
    ),
    (
        3,
        re.compile(
            r"\b(?:[Hh]ere at|[Ww]e at|[Ww]e are|[Ww]e're|[Ww]ir bei|[Ww]ir von|[Ww]ir sind"
            r"|[Nn]ous sommes|"
            r"(?:[Rr]ecruiter|[Pp]artner|[Mm]anager|[Aa]cquisition|recrutement|[Pp]osted"
            r"|[Pp]ublié)(?: [\w.]+){0,2} (?:at|with|chez|bei|by|par))"
            rf"\s+{_ARTICLE}{_CAPITAL}"
        ),
    ),
    (
        10,
        re.compile(
            r"\b(?:delighted|pleased|proud|excited|thrilled) to (?:be )?(?:work|partner|support"
            r"|assist|recruit)\w*(?: exclusively| closely)?(?: with| for| alongside)?"
            rf"\s+{_ARTICLE}{_CAPITAL}"
        ),
    ),
    (
        3,
        re.compile(
            r"^Dear (?:[\w-]+ ){0,2}(?:famil\w+|friends?|members?|parents?|alumni|community"
            r"|neighbou?rs"
            rf"|supporters|colleagues)(?:,? (?:and|&) \w+)? (?:of|at) {_ARTICLE}{_CAPITAL}"
        ),
    ),
    (
        5,
        re.compile(
            r"(?:^|[.!?]\s)(?:(?:An|Bei) (?:der|dem)|Beim|Am"
            r"|Im) (?=[A-Z0-9ÄÖÜ][^.!?]{3,120}? (?:ist|sind|wird"
            r"|werden) )"
        ),
    ),
    (3, re.compile(rf"(?:^|[.!?\n]\s*)(?:At|Bei|Chez|Au sein de)\s+{_ARTICLE}{_CAPITAL}")),
    (
        2,
        re.compile(
            r"\b(?:[Jj]oin(?:ing)?|[Rr]ejoignez|[Rr]ejoindre|[Ii]ntégrez|(?:team|shop|workshop"
            r"|kitchen|office|department|practice|lab|desk|crew|folks) at|team bei"
            r"|équipe de|career (?:at|with)|"
            r"working (?:at|for|with)|work (?:at|for)|Karriere bei|Einstieg bei|here at"
            r"|position at|role at|"
            rf"opportunity at|opening at|job at|Werde Teil (?:der|von))\s+{_ARTICLE}{_CAPITAL}"
        ),
    ),
    (
        3,
        re.compile(
            r"(?:©|\(c\)|Copyright)\s*(?:©\s*)?(?:20\d\d(?:\s*[-–]\s*20\d\d)?)?\s*(?:by )?(?=[A-Z])"
        ),
    ),
)
_START = (
    r"(?:^|(?<=[.!?] )|(?<=[.!?:] »))(?:(?:Our client,|The|[Dd]ie|[Dd]er|[Dd]as|[Ll]a|[Ll]e|[Ll]es"
    r"|[Ll]'|Hier bei|Als)\s?)?"
)
_ASIDE = (
    r"(?:\s\([^()\n]{2,80}\)|,[^,.\n]{3,80},|,? (?:in|of|à|aus|from) [A-ZÄÖÜÉ][^.;:()\n]{2,40}?,?)?"
)
_SUBJECT = re.compile(
    rf"{_START}(?P<name>{NAME}(?:{FORM.pattern})?){_ASIDE}\s+"
    r"(?:(?P<strong>is (?:the|one of|looking|hiring|seeking|recruiting|proud|committed|growing"
    r"|on a|building|currently|transforming|an equal)|(?:is|are) accepting applications"
    r"|invites applications|are (?:looking|hiring|seeking|recruiting"
    r"|a group)|seeks|"
    r"was founded|sucht|recherche|recrute|celebrates diversity|does not discriminate|s'engage"
    r"|fördert die|an equal)"
    r"|(?P<weak>(?:is|are|has|have|was|were|makes|builds?|helps|ist|sind|hat|haben|est|sont|a|an"
    r"|wurde|vertritt|entwickelt|betreibt|bietet|steht|gehört|zählt|baut|versorgt|"
    r"produziert|fertigt|accompagne|développe|conçoit|propose|édite|fabrique|exploite|emploie|lit"
    r"|aide|permet|réunit|crée|imagine|installe|produit|vend|cherche|compte|regroupe|transforme"
    r"|révolutionne|accueille|[a-zé]{2,10}s|[a-zäöü]{3,12}t)))(?!\w)(?P<rest>.{0,24})"
)
_A_SKILL = re.compile(
    r"\s*(?:an? )?(?:\w+ )?(?:plus|must|bonus|advantage|required|preferred|desirable|welcome"
    r"|useful|essential|nice|von Vorteil|un plus|wünschenswert|apprécié)"
)
_HIRES = re.compile(
    r"(?:(?i:hallo|hi|hey|hello|moin|servus|bonjour|salut|liebe\w*|good \w+)\b[^.!?,:\n]{0,30}?"
    r"(?:[^\w\s'-]+\s*|\s(?=(?i:das|die|der|the|la|le|les)\s[A-ZÄÖÜ])))?"
    r"(?:(?i:die|der|das|the|le|la|les|l')\s?)?(?P<name>(?:(?:commune|ville|mairie|société"
    r"|entreprise|association|communauté|groupe|maison|clinique|département|région|librairie"
    r"|crèche|ferme|boulangerie|restaurant|coopérative|fondation|mutuelle|start-?up|scierie|centre"
    r"|institut|laboratoire|cabinet|agence|union|syndicat|office|musée|théâtre"
    r"|collectif) (?=[^.!?\n]{0,20}[A-ZÉÈ])"
    r"|[A-ZÄÖÜÉÈ0-9])[^.!?;:()\n]{1,60}?)"
    r"(?:,? (?:in|à|aus|of|from|mit Sitz in|based in"
    r"|located in)\s(?P<place>[A-ZÄÖÜÉÈ][^.!?;:()\n]{1,50}?))?"
    r"(?:,[^.!?\n]{3,120}?,|,?\s\([^()\n]{2,100}\),?|,)?\s+"
    r"(?:sucht|suchen|recrute|recherche|is (?:now |currently )?(?:looking for|hiring|seeking"
    r"|recruiting)|are (?:now |currently )?(?:looking for|hiring|seeking|recruiting)|seeks"
    r"|(?:now )?needs?|bildet aus|stellt ein)\b"
)
_BEFORE_STREET = re.compile(
    rf"(?<![\w&+'-])(?P<name>{NAME}), [A-ZÄÖÜ][\wäöüß.-]{{2,30}}(?:straße|strasse|str\.|weg|platz"
    r"|gasse|allee"
    r"|ring|damm) \d"
)
_LONGEST_OPENING = 320
_MOST_WORDS = 7
_LONGEST_ABBREVIATION = 4


def companies_in(lines: Iterable[Line]) -> Iterator[Company]:
    """The names that headings, sentences and legal forms speak of, with their weight."""
    for line in lines:
        yield from _of_heading(line)
        yield from _of_leads(line.piece)
        if not line.is_bullet:
            yield from _of_subjects(line.piece)
        yield from _of_forms(line.piece)
        yield from _of_addresses(line.piece)


def who_hires(line: Line) -> tuple[Company, Place | None] | None:
    """Who hires, at the start of a line: "Die Buchhandlung am Markt in Weimar sucht ..."."""
    found = _HIRES.match(line.text[:_LONGEST_OPENING])
    if found is None:
        return None
    name = line.piece.part(found.start("name"), found.end("name"))
    first = name.text.split()[0].rstrip(",")
    if (
        len(name.text.split()) > _MOST_WORDS
        or is_small_word(first)
        or not (name.text.split()[-1][0].isupper() or name.text[-1].isdigit())
        or not is_company_name(name.text)
    ):
        return None
    place = None
    if found["place"]:
        place = place_named(line.piece.part(found.start("place"), found.end("place")))
    return Company(name, 8), place


def _of_heading(line: Line) -> Iterator[Company]:
    found = _HEADING.match(line.text) if len(line.text) <= LONGEST_NAME + 30 else None
    if found is None or line.text.endswith(".") or is_common(line.text):
        return
    rest = line.piece.part(found.end(), len(line.text.rstrip(" :?!.")))
    cut = _BEHIND_NAME.search(rest.text + " ")
    rest = rest.part(0, cut.start()) if cut else rest
    if (rest.text[:1].isupper() or rest.text[:1].isdigit()) and is_company_name(rest.text):
        yield Company(rest, 3)


def _of_leads(piece: Piece) -> Iterator[Company]:
    for weight, lead in _LEADS:
        for found in lead.finditer(piece.text):
            name = _name_at(piece, found.end())
            if name is not None and not _is_generic(name.text):
                yield Company(name, weight)


def _of_subjects(piece: Piece) -> Iterator[Company]:
    for found in _SUBJECT.finditer(piece.text):
        name = piece.part(found.start("name"), found.end("name"))
        if not is_company_name(name.text) or _is_generic(name.text) or looks_like_role(name.text):
            continue
        if found["strong"]:
            yield Company(name, 3)
        elif not _A_SKILL.match(found["rest"]):
            yield Company(
                name,
                2 if len(name.text.split()) > 1 or found["weak"] in ("is", "ist", "est") else 1,
            )


def _of_forms(piece: Piece) -> Iterator[Company]:
    for found in FORM.finditer(piece.text):
        before = _name_before(piece, found.start(), found.end())
        if before is not None:
            yield Company(before, 3)


def _of_addresses(piece: Piece) -> Iterator[Company]:
    """A name before a street: "Bäckerei Thomsen, Norderstraße 3"."""
    if found := _BEFORE_STREET.search(piece.text):
        name = piece.part(found.start("name"), found.end("name"))
        if is_company_name(name.text) and not _is_generic(name.text):
            yield Company(name, 3)


def _name_at(piece: Piece, start: int) -> Piece | None:
    found = _NAME_AT.match(piece.text, start, start + LONGEST_NAME)
    if found is None:
        return None
    form = FORM.match(piece.text, found.end())
    name = piece.part(start, form.end() if form else found.end())
    return name if is_company_name(name.text) else None


def _name_before(piece: Piece, end: int, form_end: int) -> Piece | None:
    """The words before a legal form that belong to the name."""
    start = max(0, end - LONGEST_NAME)
    first = None
    for word in reversed(list(re.finditer(r"\S+", piece.text[start:end]))[-7:]):
        text = word[0]
        starts_name = text[0].isupper() or text[0].isdigit()
        if starts_name and (
            text in FORM_WORDS
            or (text.endswith((",", ":", ".")) and len(text) > _LONGEST_ABBREVIATION)
        ):
            break
        if starts_name:
            first = word.start()
        elif text not in ("&", "+", "und", "and", "et", "of", "de", "für", "du"):
            break
    if first is None:
        return None
    name = piece.part(start + first, form_end)
    return None if is_common(name.text) else name


def _is_generic(name: str) -> bool:
    return is_common(name) or is_small_word(name.split(maxsplit=1)[0])
