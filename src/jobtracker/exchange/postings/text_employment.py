"""As what one is employed: full-time, for a time, as an intern."""

import re
from collections.abc import Iterable

from jobtracker.domain.facts import EmploymentType
from jobtracker.exchange.postings.text_lines import Piece

Employment = tuple[EmploymentType, Piece]
_FIXED_TERM = (
    r"fixed[- ]term(?: contract)?(?=[^.;!?\n]{0,24}\b(?:contracts?|roles?|positions?"
    r"|posts?|appointments?"
    r"|jobs?|basis|employment|assignment|cover|befristet\w*)\b|\W*(?:$|\d|until|for\b|to\b|till))"
)
"""Fixed is the term of an appointment, not that of a program."""
_WORDS = {
    EmploymentType.APPRENTICESHIP: (
        r"apprentic\w+|ausbildung(?:splatz|sstelle)?|azubi|auszubildende\w*"
        r"|alternan(?:ce|t|te)s?|apprenti(?:e|ssage)?|duales studium"
        r"|contrat (?:de professionnalisation|pro)"
    ),
    EmploymentType.INTERNSHIP: (
        r"intern|internship|praktik(?:um|ant\w*)|pflichtpraktikum|stage|stagiaire|summer analyst"
        r"|placement(?: year| student)?"
    ),
    EmploymentType.VOLUNTEER: r"volunteer(?:ing)?|ehrenamt(?:lich)?|bénévol(?:e|at)",
    EmploymentType.FREELANCE: (
        r"freelance[rs]?|freiberuf(?:lich|ler)\w*|freie[rn]? mitarbeit\w*|indépendant"
        r"|self-employed|auto-entrepreneur|portage salarial"
    ),
    EmploymentType.TEMPORARY: (
        r"temporary|temp|seasonal|casual|befristet\w*|intérim(?:aire)?|mission d'intérim"
        r"|saisonnier|saisonnière|cdd"
        rf"|{_FIXED_TERM}|ftc|maternity cover|zeitarbeit"
        r"|aushilfe|saisonkraft|elternzeitvertretung|contrat à durée déterminée|temp-to-perm"
        r"|maternity leave cover|remplacement(?: congé \w+)?"
    ),
    EmploymentType.CONTRACT: (
        r"(?<!permanent )(?<!unlimited )(?<!employment )contract(?:or|ing)?|(?:outside"
        r"|inside) ir35|w2|c2c|1099|contract[- ]to[- ]hire"
    ),
    EmploymentType.PART_TIME: (
        r"part[- ]?time|teilzeit\w*|temps partiel|temps non complet|mi-temps|minijob|werkstudent\w*"
        r"|working student|450[- ]euro-job|520[- ]euro-job|geringfügig\w*|étudiant"
    ),
    EmploymentType.FULL_TIME: (r"full[- ]?time|vollzeit\w*|temps plein|temps complet"),
}
"""The words of each, the narrower ones first."""
_ORDER = tuple(_WORDS)
_TYPE = re.compile(
    "(?<![\\w-])(?:"
    + "|".join(f"(?P<{kind.name}>{words})" for kind, words in _WORDS.items())
    + ")(?![\\w])",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"(?:voll|full)[- ]?(?:time)?[- ]?(?:/|oder|und|or|and|,|&) ?(?:in )?(?:teilzeit|part)"
    r"|voll- und teilzeit|vollzeit ?/ ?teilzeit|teilzeit ?/ ?vollzeit"
    r"|full[- ]time ?(?:/|or|and|,) ?part|part[- ]time ?(?:/|or|and|,) ?full|temps plein (?:ou"
    r"|/) (?:temps )?partiel|teilzeit (?:oder|und) vollzeit|vollzeit[ ,]+(?:oder "
    r"|und )?(?:auch )?(?:in )?teilzeit",
    re.IGNORECASE,
)
_IN_PROSE = re.compile(
    r"(?:this is an?|(?:looking|searching) for an?|(?:hiring|seeking|recruiting) an?"
    r"|we offer (?:you )?an?|offering an?|role is an?|position is an?|on an?|initial"
    r"|months?|job is an?|"
    r"role is|position is|post is|job is|poste est|contrat|contract|wir bieten (?:ihnen|dir)?|in"
    r"|als|en|ein(?:e|en)?|nous (?:vous )?proposons un|"
    r"poste en|à|en statut|auf|il s'agit d'un|type de contrat|poste à pourvoir en"
    r"|we are offering an?|unsere? |stelle ist|position ist)\s+"
    r"(?P<said>(?:[\w'’-]+[ ,/]+){0,5}?(?:full[- ]?time|part[- ]?time|vollzeit|teilzeit"
    r"|temps (?:plein|partiel|complet)|cdi|cdd|"
    r"unbefristete\w*|befristete\w*|permanent|temporary|fixed[- ]term|internship|apprenticeship"
    r"|freelance|festanstellung|minijob|indépendant|freelance|"
    r"contract (?:role|position|basis|assignment)|intérim|alternance|stage de|praktikum"
    r"|contrat à durée (?:in)?déterminée)"
    r"(?:[ ,/]+(?:[\w'’-]+[ ,/]+){0,3}?(?:full[- ]?time|part[- ]?time|vollzeit|teilzeit"
    r"|temps plein|permanent|position|role|contract|basis|vertrag|cdi|cdd))?)",
    re.IGNORECASE,
)
_TIMED = re.compile(
    r"\b(?:full|part)[- ]time,? (?:(?:and )?(?:permanent|temporary|fixed[- ]term),? )?(?:post|role"
    r"|position|job|basis|employment|contract|year-round|permanent)\b",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(
    r"(?:^|[.;!] |(?<=[.;!]\s))((?:full[- ]time|part[- ]time|fixed[- ]term|vollzeit|teilzeit"
    r"|permanent|temporary|cdi|cdd"
    r"|temps plein|temps partiel|unbefristet|befristet|festanstellung|in vollzeit|in teilzeit"
    r"|internship|freelance)\b[^.;!\n]{0,40})(?=[.;!]|$)"
    r"|, ((?:full|part)[- ]time|permanent)(?=[,.;)])|^(befristet|unbefristet)\b",
    re.IGNORECASE,
)


def type_of_words(piece: Piece) -> Employment | None:
    """What a label's value, a short line of a head or a title says of the employment.

    The narrower one counts: a "full-time internship" is an internship, and a permanent job of
    half the hours is part-time. Full-time or part-time, as one likes, is full-time.
    """
    found = [
        (EmploymentType[each.lastgroup or ""], piece.part(each.start(), each.end()))
        for each in _TYPE.finditer(piece.text)
    ]
    if both := _BOTH.search(piece.text):
        hours = (EmploymentType.FULL_TIME, EmploymentType.PART_TIME)
        found = [each for each in found if each[0] not in hours]
        found.append((EmploymentType.FULL_TIME, piece.part(both.start(), both.end())))
    return narrowest(found)


def narrowest(found: Iterable[Employment | None]) -> Employment | None:
    """The one that says most: part-time before permanent, an internship before all."""
    known = [each for each in found if each is not None]
    return min(known, key=_rank, default=None)


def _rank(employment: Employment) -> int:
    return _ORDER.index(employment[0])


def type_in_prose(pieces: Iterable[Piece]) -> Employment | None:
    """What a sentence about the job itself says of the employment."""
    for piece in pieces:
        for part in _FRAGMENT.finditer(piece.text):
            if said := type_of_words(piece.part(part.start(part.lastindex or 0), part.end())):
                return said
        for found in _TIMED.finditer(piece.text):
            if said := type_of_words(piece.part(found.start(), found.end())):
                return said
        for found in _IN_PROSE.finditer(piece.text):
            if said := type_of_words(piece.part(found.start("said"), found.end("said"))):
                return said
    return None
