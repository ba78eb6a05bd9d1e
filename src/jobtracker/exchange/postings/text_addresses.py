"""The name that goes with an address or a number: beside it, made of it, or to be called there."""

import re
from collections.abc import Sequence

from jobtracker.domain.text import folded
from jobtracker.exchange.postings.text_lines import Line, Piece
from jobtracker.exchange.postings.text_names import is_common
from jobtracker.exchange.postings.text_people import (
    ANY_NAME,
    FORENAME,
    MAIL,
    NOT_FOR_JOBS,
    PHONE,
    TITLE_WORDS,
    Contact,
    is_name,
    take_person,
    take_title,
)
from jobtracker.exchange.postings.text_roles import has_role_word

ASIDE = re.compile(
    r"accommodation|disabilit|reasonable adjust|accessib|fraud|scam|agenc(?:y|ies)|schwerbehind"
    r"|gleichstellung|handicap"
    r"|privacy|datenschutz|données personnelles|unsubscribe|title ix|discriminat|betriebsrat"
    r"|opt out",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"\b(?:das|die|den|der|dem|unser\w*|the|our|le|la|les|notre|nos|a|an)\s$", re.IGNORECASE
)
_ABBREVIATED = re.compile(r"\b(?:Dr|Prof|M|Mr|Mrs|Ms|St|Ing)\. ")
_CALLED = re.compile(
    r"\b(?i:(?P<asked>ask for|demande[rz])|ring|call|text|whatsapp|phone|e-?mail|speak (?:to"
    r"|with)|talk to|contact"
    r"|meld\w* (?:(?:euch|dich|sie) (?:sich )?)?(?:bitte |gerne? )?bei|ruf\w* (?:\w+ )?|schreib\w*"
    r"|kontakt\w*|appele[rz]|contacte[rz]|écri\w+ à|voir avec)\s+"
    rf"(?:Chef )?(?P<name>{FORENAME})[ ,:(–-]{{0,3}}(?:(?:on|at|unter|au|via|tel\.?|:)\s*){{0,2}}"
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_PARTS = re.compile(r"[._-]")
_TWO_NAMES = re.compile(rf"(?=({FORENAME} {FORENAME}(?:-{FORENAME})?)\b)")
LONGEST_SEARCHED = 2_000
_LONGEST_LEAD = 80
_BETWEEN = re.compile(r"[\s:,(<–-]*(?:at|on|unter|via|an|à|per|mail)?[\s:,(<–-]*")
_BESIDE = 1_500
"""Characters between an address and the name it is made of."""


def take_beside(lines: Sequence[Line], contact: Contact) -> None:
    """The name before an address or a number: "Ralf Moosmann, Leiter Kundendienst: 0761 ..."."""
    if contact.name.text:
        return
    for line in lines:
        reached = [*MAIL.finditer(line.text), *PHONE.finditer(line.text[:LONGEST_SEARCHED])]
        for each in reached:
            if ASIDE.search(line.text) or NOT_FOR_JOBS.search(each[0]):
                continue
            start = _name_before(line.text, each.start())
            if start is not None and take_person(line.piece.part(start, len(line.text)), contact):
                return


def _name_before(text: str, end: int) -> int | None:
    """Where a name starts in the sentence that leads to an address at `end`."""
    before = text[max(0, end - _LONGEST_LEAD) : end]
    if not _ABBREVIATED.search(before):
        before = before[before.rfind(". ") + 1 :]
    for found in ANY_NAME.finditer(before):
        is_thing = has_role_word(found["name"]) and _ARTICLE.search(before[: found.start()])
        is_own = is_name(found["name"]) and not TITLE_WORDS.match(found["name"])
        if is_own and not is_thing:
            return end - len(before) + found.start()
    return None


def take_namesake(lines: Sequence[Line], contact: Contact) -> None:
    """The name whose parts make up the address: "Jane Doe" for jane.doe@..."""
    if contact.name.text or not contact.email.text:
        return
    local = _PARTS.split(contact.email.text.split("@")[0].lower())
    address = contact.email.start
    near = [line for line in lines if abs(line.start - address) < _BESIDE]
    for line in sorted(near, key=lambda each: abs(each.start - address)):
        for found in _TWO_NAMES.finditer(line.text[:LONGEST_SEARCHED]):
            if is_name(found[1]) and _makes_up(_ascii(found[1]).split(), local):
                take_person(line.piece.part(found.start(1), len(line.text)), contact)
                below = next((each for each in lines if each.start > line.start), None)
                if below is not None and not contact.title.text:
                    take_title(below.piece, contact)
                return


def _makes_up(names: Sequence[str], local: Sequence[str]) -> bool:
    """Whether an address's parts are these names: jane.doe, j.doe, jdoe, janedoe."""
    first, last = names[0], names[-1]
    if "".join(local) in (first[0] + last, "".join(names)):
        return True
    is_last = local[-1] in (last, last.replace("-", ""))
    return len(local) > 1 and local[0][:1] == first[0] and is_last


def take_forename(lines: Sequence[Line], contact: Contact) -> None:
    """The one name that the address is made of: "Write to Hannah at hannah@..."."""
    if contact.name.text or not contact.email.text:
        return
    local = contact.email.text.split("@")[0].lower()
    line = line_of(lines, contact.email)
    if line is None:
        return
    for found in re.finditer(FORENAME, line.text[:LONGEST_SEARCHED]):
        name = _ascii(found[0])
        between = line.text[found.end() : contact.email.start - line.start]
        is_first = name == _PARTS.split(local)[0] and _BETWEEN.fullmatch(between)
        is_thing = _ARTICLE.search(line.text[: found.start()]) is not None
        if (name == local or is_first) and is_name(found[0]) and not is_thing:
            contact.name = line.piece.part(found.start(), found.end())
            return


def take_called(lines: Sequence[Line], contact: Contact) -> None:
    """The one name that is to be called: "Ring Sam on 0117 ...", "Meldet euch bei Ayla 0176"."""
    if contact.name.text:
        return
    for line in lines:
        for found in _CALLED.finditer(line.text[:LONGEST_SEARCHED]):
            name = line.piece.part(found.start("name"), found.end("name"))
            behind = line.text[found.end() : found.end() + _LONGEST_LEAD]
            is_reached = PHONE.match(behind.lstrip(" (")) or MAIL.match(behind.lstrip(" (<"))
            is_asked = bool(found["asked"]) and behind[:1] in ("", ".", "!", ";")
            if (is_reached or is_asked) and is_name(name.text) and not is_common(name.text):
                contact.name = name
                return


def _ascii(name: str) -> str:
    """A name as addresses spell it."""
    return folded(name.lower().translate(_UMLAUTS))


def line_of(lines: Sequence[Line], piece: Piece) -> Line | None:
    return next((line for line in lines if line.start <= piece.start < line.piece.span.end), None)
