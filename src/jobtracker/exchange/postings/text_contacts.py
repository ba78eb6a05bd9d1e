"""Whom a posting names to turn to: by a label, a signature, a sentence or an address."""

import re
from collections.abc import Sequence

from jobtracker.domain.text import folded
from jobtracker.exchange.postings.text_labels import Labelled
from jobtracker.exchange.postings.text_lines import Line, Piece
from jobtracker.exchange.postings.text_names import FORM
from jobtracker.exchange.postings.text_people import (
    ANY_NAME,
    FORENAME,
    MAIL,
    NAME,
    NOT_FOR_JOBS,
    NOTHING,
    PHONE,
    POLITE_NAME,
    TITLE_WORDS,
    Contact,
    is_name,
    mail_in,
    phone_in,
    take_person,
    take_title,
)
from jobtracker.exchange.postings.text_signatures import take_sender, take_signature

_PHONE_MARK = re.compile(
    r"tel|phone|\bring\b|fon|mobil|call|ruf|meld|ruf|☎|📞|cell|portable|appel|direct|durchwahl|\bT:"
    r"|\bM:",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"accommodation|disabilit|reasonable adjust|accessib|fraud|scam|agenc(?:y|ies)|schwerbehind"
    r"|gleichstellung|handicap"
    r"|privacy|datenschutz|données personnelles|unsubscribe|title ix|discriminat|betriebsrat"
    r"|opt out",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"\b(?:Dr|Prof|M|Mr|Mrs|Ms|St|Ing)\. ")
_LEADS = re.compile(
    r"(?:contact(?:er|ez)?|reach out to|get in touch with|speak (?:to|with)|call|ask for|e-?mail"
    r"|questions? (?:to|for)|directed to|talk to|"
    r"chat with|conversation with|discussion with|enquiries to|write to|send (?:your"
    r"|an?) [\w ,]{2,50} to|wenden sie sich (?:bitte |gerne? )?(?:an|direkt an)"
    r"|wende dich (?:bitte |gerne? )?(?:an|direkt an)|an|"
    r"ihnen(?: gerne?)?|dir(?: gerne?)?|ansprechpartner(?:in)?(?: ist)?|kontaktieren sie"
    r"|kontaktiere|melde dich bei|melden sie sich bei|beantwortet(?: ihnen| dir)?(?: gerne?)?"
    r"|reach|freut sich|steht ihnen|"
    r"auprès de|à l'attention de|adresser à|contactez|écri(?:re|vez) à|joindre|appelez"
    r"|envoyez .{2,50} à|adressez .{2,50} à|recruiter|with|from|von|by|your contact is|is)"
    r":?\s+(?=(?:Mrs?|Ms|Frau|Herr|Mme|M\.|Madame|Monsieur|Dr|Ing|Mag|Prof"
    r"|[A-ZÄÖÜÉ][\wÀ-ÿ'-]+ [A-ZÄÖÜÉ]))",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    rf"(?P<name>{NAME}) (?:(?:is|will be) (?:the|your|our) (?:recruit\w+(?: manager)?"
    r"|hiring manager|contact|point of contact)|"
    r"(?:ist|steht|erreichen Sie|freut sich|beantwortet|hilft)(?: \w+){0,4} (?:unter"
    r"|Ansprechpartner\w*|auf Ihre|Ihre Fragen)|est (?:votre|joignable|à votre)"
    r"|répond(?:ra)? à vos questions)"
)
_CALLS = (
    "contact",
    "reach",
    "get in",
    "speak",
    "wende",
    "kontakt",
    "melde",
    "à l'attention",
    "beantwortet",
    "adress",
    "question",
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_PARTS = re.compile(r"[._-]")
_TWO_NAMES = re.compile(rf"(?=({FORENAME} {FORENAME}(?:-{FORENAME})?)\b)")
_LONGEST_SEARCHED = 2_000
_LONGEST_LEAD = 80
_BETWEEN = re.compile(r"[\s:,(<–-]*(?:at|on|unter|via|an|à|per|mail)?[\s:,(<–-]*")
_REACH = 160
_NEAR = 3
"""Lines below a label or a name that may belong to it."""
_BESIDE = 1_500
"""Characters between an address and the name it is made of."""


def contact_of(lines: Sequence[Line], named: Sequence[Labelled]) -> Contact:
    """The contact that labels, a signature, a sentence or an address name."""
    contact = Contact()
    for each in named:
        _take_label(each, lines, contact)
    take_sender(lines, contact)
    take_signature(lines, contact)
    _take_mail(lines, contact)
    _take_sentence(lines, contact)
    _take_beside(lines, contact)
    _take_namesake(lines, contact)
    _take_forename(lines, contact)
    _take_speaker(lines, contact)
    _take_phone(lines, contact)
    if not (contact.name.text or contact.email.text):
        contact.title = NOTHING
    return contact


def _take_label(each: Labelled, lines: Sequence[Line], contact: Contact) -> None:
    if each.field in ("contact", "contact_name") and not contact.name.text:
        _take_block(each, lines, contact)
    elif each.field == "contact_title":
        contact.title = contact.title if contact.title.text else each.value
    elif each.field == "contact_email":
        contact.email = contact.email if contact.email.text else mail_in(each.value)
    elif each.field == "contact_phone":
        contact.phone = contact.phone if contact.phone.text else phone_in(each.value)


def _take_block(each: Labelled, lines: Sequence[Line], contact: Contact) -> None:
    """The first person of the value or of the lines below it; a firm's name is none."""
    for index in range(each.line, min(each.line + _NEAR, len(lines))):
        piece = each.value if index == each.line else lines[index].piece
        if FORM.search(piece.text) is None and take_person(piece, contact):
            if not contact.title.text and index + 1 < len(lines):
                take_title(lines[index + 1].piece, contact)
            return
    address = mail_in(each.value)
    contact.email = contact.email if contact.email.text else address
    contact.phone = contact.phone if contact.phone.text else phone_in(each.value)


def _take_mail(lines: Sequence[Line], contact: Contact) -> None:
    if contact.email.text:
        return
    for index, line in enumerate(lines):
        if "@" not in line.text:
            continue
        address = mail_in(line.piece)
        around = " ".join(each.text for each in lines[max(0, index - 1) : index + 1])[
            -_LONGEST_SEARCHED:
        ]
        if address.text and not NOT_FOR_JOBS.search(address.text) and not _ASIDE.search(around):
            contact.email = address
            return


def _take_sentence(lines: Sequence[Line], contact: Contact) -> None:
    """The name that a sentence sends to: "contact Jane Doe", "wenden Sie sich an Frau Müller"."""
    if contact.name.text:
        return
    for line in lines:
        for lead in _LEADS.finditer(line.text):
            rest = line.piece.part(lead.end(), len(line.text))
            is_polite = POLITE_NAME.match(rest.text) is not None
            near = rest.text[:_REACH]
            is_near = bool(MAIL.search(near) or PHONE.search(near))
            is_call = lead[0].lower().startswith(_CALLS)
            is_named = is_polite or is_near or is_call
            if is_named and not _ASIDE.search(line.text) and take_person(rest, contact):
                return


def _take_forename(lines: Sequence[Line], contact: Contact) -> None:
    """The one name that the address is made of: "Write to Hannah at hannah@..."."""
    if contact.name.text or not contact.email.text:
        return
    local = contact.email.text.split("@")[0].lower()
    line = _line_of(lines, contact.email)
    if line is None:
        return
    for found in re.finditer(FORENAME, line.text[:_LONGEST_SEARCHED]):
        name = _ascii(found[0])
        between = line.text[found.end() : contact.email.start - line.start]
        is_first = name == _PARTS.split(local)[0] and _BETWEEN.fullmatch(between)
        if name == local or is_first:
            contact.name = line.piece.part(found.start(), found.end())
            return


def _take_beside(lines: Sequence[Line], contact: Contact) -> None:
    """The name before an address or a number: "Ralf Moosmann, Leiter Kundendienst: 0761 ..."."""
    if contact.name.text:
        return
    for line in lines:
        reached = [*MAIL.finditer(line.text), *PHONE.finditer(line.text[:_LONGEST_SEARCHED])]
        for each in reached:
            if _ASIDE.search(line.text) or NOT_FOR_JOBS.search(each[0]):
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
        if is_name(found["name"]) and not TITLE_WORDS.match(found["name"]):
            return end - len(before) + found.start()
    return None


def _take_speaker(lines: Sequence[Line], contact: Contact) -> None:
    """The name a sentence is about: "Jane Doe is the recruiting manager"."""
    if contact.name.text:
        return
    for line in lines:
        found = _SPEAKER.search(line.text)
        if found and is_name(found["name"]):
            contact.name = line.piece.part(found.start("name"), found.end("name"))
            return


def _take_namesake(lines: Sequence[Line], contact: Contact) -> None:
    """The name whose parts make up the address: "Jane Doe" for jane.doe@..."""
    if contact.name.text or not contact.email.text:
        return
    local = _PARTS.split(contact.email.text.split("@")[0].lower())
    address = contact.email.start
    near = [line for line in lines if abs(line.start - address) < _BESIDE]
    for line in sorted(near, key=lambda each: abs(each.start - address)):
        for found in _TWO_NAMES.finditer(line.text[:_LONGEST_SEARCHED]):
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


def _ascii(name: str) -> str:
    """A name as addresses spell it."""
    return folded(name.lower().translate(_UMLAUTS))


def _line_of(lines: Sequence[Line], piece: Piece) -> Line | None:
    return next((line for line in lines if line.start <= piece.start < line.piece.span.end), None)


def _take_phone(lines: Sequence[Line], contact: Contact) -> None:
    """A telephone number near the contact's words, else one that is marked as such."""
    if contact.phone.text:
        return
    known = _line_of(lines, contact.first) if contact.first.text else None
    index = lines.index(known) if known else -1
    near = lines[max(0, index - 1) : index + _NEAR + 1] if known else []
    marked = [
        line.piece.part(mark.start(), len(line.text))
        for line in lines
        if (mark := _PHONE_MARK.search(line.text)) and not _ASIDE.search(line.text)
    ]
    for piece in [*(line.piece for line in near), *marked]:
        if (phone := phone_in(piece)).text:
            contact.phone = phone
            return
