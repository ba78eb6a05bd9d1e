"""A posting's reference number and its link."""

import re
from collections.abc import Iterable, Sequence

from jobtracker.exchange.postings.text_labels import Labelled
from jobtracker.exchange.postings.text_lines import Line, Piece

_CODE = re.compile(
    r"#?(?=[^\s]*\d|[A-Z]{2,}[-/_.])[A-Za-z0-9ÄÖÜäöü][A-Za-z0-9ÄÖÜäöü._/#-]*[A-Za-z0-9]|#?\d+"
)
_NAMED = re.compile(
    r"(?<![\w/-])(?:"
    r"(?:job|vacancy|position|posting|advert|role|requisition|req"
    r"|announcement)[ -]?(?:ref(?:erence)?|req(?:uisition)?|id|no|number|code|nr|#)\b\.?(?: (?:id"
    r"|no|number|code)\b\.?)?"
    r"|req(?:uisition)?\b\.?|ref(?:erence|erenz|\.)?(?: ?(?:no|number|nr|code|id)\b\.?)?"
    r"|kenn(?:ziffer|nummer|zeichen|wort|-?nr\.?)|stichwort|referenz(?:nummer|-?nr\.?|code|-id)?"
    r"|stellen-?(?:id|nummer|nr\.?)|chiffre|job-?nr\.?|ausschreibungs(?:nummer|-nr\.?)"
    r"|quoting(?: reference)?|unter angabe (?:von|des|der)|en rappelant la référence"
    r"|réf(?:érence|\.)?(?: (?:de l'offre|interne|annonce|du poste|offre))?|offre n°|n° (?:de l'"
    r"|d')?offre|numéro d'offre"
    r")\s*(?:is |lautet |est |: ?|# ?|n° ?|nr\.? ?|no\.? |-\s|№ ?|\()?\s*",
    re.IGNORECASE,
)
_ENDS_WITH_CODE = re.compile(
    r"(?:\s[–—-]|[|·,/›>•])\s+#?([A-Z]{1,5}[-/]?(?:20\d\d[-/])?\d{3,}(?:[-/]\d+)?)$"
)
_HEAD_LINES = 16
_LONGEST_CODE, _MOST_CODE_WORDS = 30, 3
_ENOUGH_DIGITS = 3
_URL = re.compile(r"https?://[^\s<>\"'\])}|]+", re.IGNORECASE)
_BARE_URL = re.compile(
    r"(?<![\w@./-])(?:www\.)?[a-z0-9](?:[a-z0-9-]{0,40}\.){1,4}[a-z]{2,10}/[^\s<>\"'\])}|,;]+",
    re.IGNORECASE,
)
_NOT_OWN = re.compile(
    r"privacy|datenschutz|cookie|confidentialit|gdpr|dsgvo|rgpd|impressum|imprint|/legal"
    r"|mentions-legales|terms|/agb"
    r"|facebook\.|twitter\.|//(?:www\.)?x\.com|instagram\.|youtube\.|youtu\.be|tiktok\."
    r"|linkedin\.com/(?:company|in)/|xing\.com/(?:companies|pages|profile)"
    r"|glassdoor\.[a-z.]+/(?:reviews|overview)|kununu|trustpilot|unsubscribe|abmelden|desabonn"
    r"|(?<![\w-])maps\.|/maps|\.(?:png|jpe?g|gif|svg|webp|pdf)(?:$|\?)"
    r"|eeoc|e-verify|/eeo|accommodation|dol\.gov|calendly|zoom\.us|teams\.microsoft|wikipedia"
    r"|benefits|/about|/blog|/press|/news|ueber-uns|a-propos|gov\.uk/government/publications"
    r"|fraud|safety|/login|/signin|/help|/support",
    re.IGNORECASE,
)
_JOB = re.compile(
    r"job|career|karriere|stelle|vacanc|position|opening|apply|bewerb|emploi|recrut|offre|carriere"
    r"|posting|role|hiring"
    r"|requisition|workday|greenhouse|lever\.co|ashby|smartrecruiters|personio|recruitee"
    r"|teamtailor|taleo|icims|candidat|ausbildung|work-with-us|join",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\bhere\b|description|apply|applications?|details|posting|\bpost\b|advert|online|link|bewerb"
    r"|anzeige|hier\b|postul|offre|annonce|candidat|\bad\b|\bjob\b",
    re.IGNORECASE,
)
_TAIL = ".,;:!?)'\"*_"
_LONGEST_URL = 2_000


def reference_in(view: str, end: int, named: Iterable[Labelled]) -> Piece | None:
    """The number or code behind "Req ID", "Kennziffer", "Réf." and the like."""
    for each in named:
        if each.field == "reference" and (code := _CODE.match(each.value.text)):
            is_whole = _is_code_of_words(each.value.text, code.end())
            return each.value if is_whole else each.value.part(code.start(), code.end())
    for found in _NAMED.finditer(view, 0, end):
        code = _CODE.match(view, found.end(), min(end, found.end() + _LONGEST_CODE))
        is_apart = found[0].rstrip() != found[0] or not found[0][-1].isalnum()
        if code is not None and is_apart and _is_code(code[0]):
            return Piece(code[0], code.start())
    return None


def _is_code_of_words(text: str, first: int) -> bool:
    """Whether a labelled code goes on behind its first word: "R 12 / 2026"."""
    rest = text[first:].strip()
    is_code = any(map(str.isdigit, text)) and "," not in text and not rest.startswith("(")
    is_short = len(text) <= _LONGEST_CODE and len(text.split()) <= _MOST_CODE_WORDS
    return bool(rest) and is_code and is_short


def reference_alone(lines: Sequence[Line]) -> Piece | None:
    """A code at the end of a subject or a trail: "... - Denver, CO - JO-11873"."""
    for line in lines[:_HEAD_LINES]:
        if found := _ENDS_WITH_CODE.search(line.text[-60:]):
            start = max(0, len(line.text) - 60)
            return line.piece.part(start + found.start(1), start + found.end(1))
    return None


def _is_code(text: str) -> bool:
    """Whether it may number a job: a count or a single figure does not."""
    digits = sum(map(str.isdigit, text))
    if digits >= _ENOUGH_DIGITS or ("-" in text and text.isupper()):
        return True
    return digits > 0 and len(text) > _ENOUGH_DIGITS


def link_in(view: str, end: int, named: Iterable[Labelled]) -> Piece | None:
    """The posting's own link: a labelled one, else the first that leads to a job."""
    for each in named:
        if each.field == "url" and (found := _own_links(each.value.text, each.value.start)):
            return found[0]
    links = _own_links(view[:end], 0)
    jobs = [link for link in links if _JOB.search(link.text)]
    with_path = [
        link
        for link in links
        if link.text.split("://")[-1].rstrip("/").count("/")
        and _POINTS.search(view[max(0, link.start - 80) : link.start].rsplit("\n", 1)[-1])
    ]
    return next(iter(jobs or with_path), None)


def _own_links(text: str, start: int) -> list[Piece]:
    links = [Piece(found[0].rstrip(_TAIL), start + found.start()) for found in _URL.finditer(text)]
    if not links and "/" in text:
        links = [
            Piece(found[0].rstrip(_TAIL), start + found.start())
            for found in _BARE_URL.finditer(text)
            if _JOB.search(found[0])
        ]
    return [
        link for link in links if len(link.text) <= _LONGEST_URL and not _NOT_OWN.search(link.text)
    ]
