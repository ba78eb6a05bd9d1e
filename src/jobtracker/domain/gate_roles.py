"""Whether a role's title is the one a letter applies for, or one the person has or had.

Some words decide on their own: "your next", "the ... role", "at your company". Where there are
none, words of applying and of having held are weighed by which stands nearer.
"""

import re

_BEFORE, _AFTER = 160, 120
_SENTENCE_END = re.compile(
    r"(?<![A-Z]\w)(?<!Inc)(?<!Ltd)(?<!Corp)(?<!\b\w)[.!?]\s+(?=[\W\d]*[A-ZÄÖÜÀÉ])|\n\s*\n"
)
_APPLIED = re.compile(
    r"\b(?:appl(?:y|ying|ied|ication)|position|role|opening|vacancy|vacant|candida\w+|interest\w*"
    r"|join\w*|hire|hiring|posting|advert\w*|opportunity|fits?\s+(?:for|the)|step\w*\s+into|suited|qualif\w+"
    r"|bewerb\w+|stelle|rolle|position|ausschreibung|anzeige|ausgeschrieben\w*"
    r"|poste|rôle|offre|postul\w+|recrut\w+|rejoindre|annonce"
    r"|puesto|rol|vacante|encaj\w+|oferta|solicit\w+|incorporar\w*|candidatura)\b"
    r"|\b(?:zu|bei) \S+ kommen\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:work(?:ed|s|ing)?|currently|previously|formerly|current|previous|last|former|years?"
    r"|served|experience|since|tenure|stint|was|am|being|been|background"
    r"|training|trained|hired as|promoted"
    r"|derzeit|aktuell\w*|zuletzt|früher\w*|jahren?|jahre|arbeite\w*|war|tätig\w*|erfahrung"
    r"|gelernt\w*|zeit|actuellement|ans|travaill\w+|ancien\w*|étais|suis|été|expérience|formation"
    r"|trabaj\w+|actualmente|años|fui|soy|era|experiencia|formación)\b",
    re.IGNORECASE,
)
_THEN_APPLIED = re.compile(
    r"\W{1,3}(?:\(\S{1,12}\)\s)?(?:position|role|opening|vacancy|job|posting|stelle|zu\b"
    r"|bei \S+ kommen|at your|in your team|besetz\w+|gesucht)|\s\S+(?:\s\S+)?\s(?:kommen|besetzt"
    r"|sucht)\b",
    re.IGNORECASE,
)
_THEN_AT = re.compile(r",?\s+(?:at|with|for|bei|für|zu|chez|pour|en|para)\s+(\w+)")

_YOUR = r"(?:your|ihre?[nrms]?|eure?[nrm]?|votre|vuestr[oa]|su)"
_NEXT = (
    r"(?:next|new|future|neue[nrm]?|nächste[nrm]?|k[üu]nftige[nrm]?|zukünftige[nrm]?|futur[eoa]?"
    r"|prochaine?|nouve(?:l|lle|au)|próxim[oa]|nuev[oa])"
)
_ARTICLE = r"(?:(?:an?|the|eine?[nmr]?|une?|una?|la|le|el|d['’])\s*)?"
_YOURS = re.compile(
    rf"\b{_YOUR}\s+{_NEXT}\s+$"
    rf"|\b(?:as|be|become|becoming|als|werden?|comme|devenir|como|ser)\s+{_YOUR}\s+$"
    r"|\byou(?:r|['’]re)?\b[^.!?]{0,30}\b(?:look\w*\s+for|seek\w*|search(?:ing)?\s+for|need\w*"
    rf"(?:\s+for)?|hir\w+)\s+{_ARTICLE}$"
    r"|\b(?:sie\s+suchen|suchen\s+sie|sucht|gesuchte[nrm]?|ihre[r]?\s+suche\s+nach"
    r"|(?:re)?cherchez|(?:re)?cherche[sz]?-vous|votre\s+recherche\s+d['’e]|busca[ní]?s?|buscáis"
    rf"|necesita[ns]?|su\s+búsqueda\s+de)\s+{_ARTICLE}$",
    re.IGNORECASE,
)
_WITH_YOU = re.compile(
    r",?\s+(?:(?:at|in|on|with|for)\s+your\b(?!\s+(?:competitor|rival|client|customer|partner)s?)"
    r"|(?:with|for)\s+you\b|(?:that\s+)?you(?:['’]re|\s+are|\s+were)?\s+(?:look\w*|seek\w*|need|want"
    r"|advertis\w+|posted)|bei\s+(?:ihnen|euch)\b|(?:in|an)\s+ihre[mr]?\b|für\s+(?:sie\b|ihre?\b)"
    r"|(?:chez|pour|avec)\s+vous\b|(?:dans|pour)\s+votre\b|au\s+sein\s+de\s+vo(?:tre|s)\b"
    r"|que\s+vous\s+(?:re)?cherchez|(?:en|para)\s+(?:su|vuestr[oa])\b|(?:con|para)\s+ustedes\b"
    r"|que\s+(?:busca|necesita|ofrece)n?\b)",
    re.IGNORECASE,
)
_THEN_NOUN = re.compile(
    r"(?:\s\([^()]{1,12}\))?[\s-]+(?:role|position|opening|vacancy|job|posting|opportunity"
    r"|stelle)\b",
    re.IGNORECASE,
)
_THEN_OPEN = re.compile(
    r"(?:\s\([^()]{1,12}\))?[\s-]+(?:opening|vacancy|posting|opportunity)\b", re.IGNORECASE
)
_YOUR_OWN = re.compile(
    r"\b(?:your|ihre[rn]?|eure[rn]?)\s+(?:open\s+|offene[rn]?\s+)?$", re.IGNORECASE
)
_THE = re.compile(r"\b(?:the|this|that|die|der|diese[rn]?)\s+(?:open\s+)?$", re.IGNORECASE)
_NAMES_NO_PAST = re.compile(
    r"(?<!\binto\s)(?<!\bto\s)(?<!\bin\s)(?<!\bheld\s)(?<!\bhad\s)(?<!\bleft\s)(?<!\btook\s)"
    r"(?<!\bon\s)(?<!\bover\s)(?<!\bfilled\s)(?<!\bfrom\s)\b(?:the|this|your)\s+$",
    re.IGNORECASE,
)
_AS = re.compile(
    r"(?:\b(?:as|als|comme|como)\s|\ben\s+(?:tant\s+qu|(?:ma\s+)?qualité\s+d)(?:e\s|['’])"
    rf"|\ben\s+(?:mi\s+)?calidad\s+de\s)\s*{_ARTICLE}$",
    re.IGNORECASE,
)
_EN_TANT_QUE = re.compile(r"\ben\s+(?:tant|ma\s+qualité|qualité)\b[^.]{0,12}$", re.IGNORECASE)
_WISHED = re.compile(
    r"\b(?:would|will|could|can|want|wish|hope|like\s+to|look\w*\s+forward|keen|eager"
    r"|würde|werde|möchte|könnte|kann|will|freue|gerne?|unterstütze|serai[s]?|pourrai[s]?|souhait\w+|voudrais|aimerais"
    r"|veux|espère|mettrai[s]?|apporterai[s]?|ferai[s]?|quiero|deseo|quisiera|querría|espero"
    r"|gustaría|\w+aría|\w+ería|\w+iría|\w+aré|\w+eré|\w+iré)\b|['’]d\b|['’]ll\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\bI\s+(?:have\s+|had\s+)?(?:\w+ed|led|built|ran|wrote|made|was|had|have|did|learn\w*|know"
    r"|spent|saw|grew|won|cut|taught|kept)\b|\b(?:habe|hatte|war|bin)\s+ich\b|\bich\s+(?:habe|war)\b"
    r"|\b[jJ]['’](?:ai|étais|avais)\b|\bje\s+(?:sais|suis|connais)\b|\bnous\s+avons\b"
    r"|\b(?:he|hemos)\s+\w+d[oa]\b|(?<=\s)\w+(?:[^r\W]é|[^r\W]í|aba|[^r\W]ía)\b|\bsé\b|\bfui\b"
)


def is_applied_for(text: str, start: int, end: int, company: str) -> bool:
    """Whether the role at text[start:end] is the one applied for, by the words around it in its
    sentence.

    Where none decides on its own, the last word of applying goes against the last of having held,
    and "at" the `company` applied to decides where there is neither.
    """
    before = _SENTENCE_END.split(text[max(0, start - _BEFORE) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _AFTER])[0]
    applied, held = _last_end(_APPLIED, before), _last_end(_HELD, before)
    if applied > held or _is_theirs(before, after):
        return True
    at = _THEN_AT.match(after)
    at_company = at is not None and bool(company) and company.startswith(at[1])
    if at_company or (held < 0 and _THEN_APPLIED.match(after)):
        return True
    return _AS.search(before) is not None and _is_wished(before, after, held)


def _is_theirs(before: str, after: str) -> bool:
    """Whether words say that it is a role of those written to: "your next", "with you"."""
    if _YOURS.search(before) or _WITH_YOU.match(after):
        return True
    if not _THEN_NOUN.match(after):
        return False
    is_open = _YOUR_OWN.search(before) or (_THEN_OPEN.match(after) and _THE.search(before))
    return bool(is_open or _NAMES_NO_PAST.search(before))


def _is_wished(before: str, after: str, held: int) -> bool:
    """Whether somebody who writes "as" that role speaks of what is to come."""
    wished = _last_end(_WISHED, before)
    if wished >= 0 or held >= 0:
        return wished > held
    if _DONE.search(after):
        return False
    return bool(_WISHED.search(after) or _EN_TANT_QUE.search(before))


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match ends; -1 without one."""
    return max((match.end() for match in pattern.finditer(text)), default=-1)
