"""Whether a role's title is the one a letter applies for, or one the person has or had."""

import re

_BEFORE, _AFTER = 160, 40
_SENTENCE_END = re.compile(
    r"(?<![A-Z]\w)(?<!Inc)(?<!Ltd)(?<!Corp)(?<!\b\w)[.!?]\s+(?=[\W\d]*[A-ZÄÖÜÀÉ])|\n\s*\n"
)
_APPLIED = re.compile(
    r"\b(?:appl(?:y|ying|ied|ication)|position|role|opening|vacancy|vacant|candida\w+|interest\w*"
    r"|join\w*|hire|hiring|posting|advert\w*|opportunity"
    r"|bewerb\w+|stelle|position|ausschreibung|anzeige|ausgeschrieben\w*"
    r"|poste|offre|postul\w+|recrut\w+|rejoindre|annonce"
    r"|puesto|vacante|oferta|solicit\w+|incorporar\w*|candidatura)\b|\b(?:zu|bei) \S+ kommen\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:work(?:ed|s|ing)?|currently|previously|formerly|current|previous|last|former|years?"
    r"|served|experience|since|was|am|being|been|background|training|trained|hired as|promoted"
    r"|derzeit|aktuell\w*|zuletzt|früher\w*|jahren?|jahre|arbeite\w*|war|tätig\w*|erfahrung"
    r"|gelernt\w*|actuellement|ans|travaill\w+|ancien\w*|étais|suis|été|expérience|formation"
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


def is_applied_for(text: str, start: int, end: int, company: str) -> bool:
    """Whether the role at text[start:end] is the one applied for, by the words around it in its
    sentence: the last word of applying goes against the last of having held, and "at" the
    `company` applied to decides where there is neither.
    """
    before = _SENTENCE_END.split(text[max(0, start - _BEFORE) : start])[-1]
    applied, held = _last_end(_APPLIED, before), _last_end(_HELD, before)
    if applied > held:
        return True
    after = _SENTENCE_END.split(text[end : end + _AFTER])[0]
    at = _THEN_AT.match(after)
    at_company = at is not None and bool(company) and company.startswith(at[1])
    return at_company or (held < 0 and _THEN_APPLIED.match(after) is not None)


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match ends; -1 without one."""
    return max((match.end() for match in pattern.finditer(text)), default=-1)
