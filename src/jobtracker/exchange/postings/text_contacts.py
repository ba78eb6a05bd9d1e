"""Whom a posting names to turn to: by a label, a signature, a sentence or an address."""

import re
from collections.abc import Sequence

from jobtracker.exchange.postings.text_addresses import (
    ASIDE,
    LONGEST_SEARCHED,
    line_of,
    take_beside,
    take_called,
    take_forename,
    take_namesake,
)
from jobtracker.exchange.postings.text_labels import Labelled
from jobtracker.exchange.postings.text_lines import Line
from jobtracker.exchange.postings.text_names import FORM
from jobtracker.exchange.postings.text_people import (
    MAIL,
    NAME,
    NOT_FOR_JOBS,
    NOTHING,
    PHONE,
    POLITE_NAME,
    Contact,
    is_name,
    mail_in,
    phone_in,
    take_person,
    take_title,
)
from jobtracker.exchange.postings.text_signatures import (
    own_words,
    sender_line,
    take_sender,
    take_signature,
)

_PHONE_MARK = re.compile(
    r"tel|phone|whatsapp|\bbell\b|\bring\b|fon|mobil|call|ruf|meld|\boder (?=0\d)|(?:^|[.;"
    r"|] )(?=[+(\d][\d ()./-]{8,20}$)|☎|📞|cell|portable|appel|direct|durchwahl|\bT:"
    r"|\bM:",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]\s")
_ENDED = re.compile(r"[.!?]$")
_LEADS = re.compile(
    r"(?:contact(?:er|ez)?|bewerb\w* (?:sie sich |dich )?(?:bitte )?bei|ausk[uü]nfte? (?:erteilt"
    r"|gibt)"
    r"|appl(?:y|ications?)[^.\n]{0,40}? to(?: the [\w ]{2,30},)?"
    r"|z\. ?H(?:d|dn)?\.(?: v\.| von)?|reach out to|get in touch with|speak (?:to|with)|call"
    r"|ask for|e-?mail"
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
    "ausk",
    "bewerb",
    "z.",
    "appl",
    "question",
)
_DEGREE = re.compile(r"\W*(?:1st|2nd|3rd|1er|2e|3e|[123]\.)\+?\W*")
"""How near a network's member is to the reader: "Jane Doe", "3rd"."""
_REACH = 160
_NEAR = 3
"""Lines below a label or a name that may belong to it."""


def contact_of(lines: Sequence[Line], named: Sequence[Labelled]) -> Contact:
    """The contact that labels, a signature, a sentence or an address name."""
    contact = Contact()
    for each in named:
        _take_label(each, lines, contact)
    take_sender(lines, contact)
    lines = own_words(lines)
    take_signature(lines, contact)
    _take_mail(lines, contact)
    _take_sentence(lines, contact)
    take_beside(lines, contact)
    take_namesake(lines, contact)
    take_forename(lines, contact)
    take_called(lines, contact)
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
            below = [line for line in lines[index + 1 :][:2] if not _DEGREE.fullmatch(line.text)]
            if not contact.title.text and below:
                take_title(below[0].piece, contact)
            return
    address = mail_in(each.value)
    contact.email = contact.email if contact.email.text else address
    contact.phone = contact.phone if contact.phone.text else phone_in(each.value)


def _take_mail(lines: Sequence[Line], contact: Contact) -> None:
    if contact.email.text:
        return
    sender = sender_line(lines)
    for index, line in sorted(enumerate(lines), key=lambda each: each[1] is sender):
        if "@" not in line.text:
            continue
        address = mail_in(line.piece)
        is_own = address.text and not NOT_FOR_JOBS.search(address.text)
        if is_own and not _is_aside(lines, index, address.start - line.start):
            contact.email = address
            return


def _is_aside(lines: Sequence[Line], index: int, at: int) -> bool:
    """Whether the sentence around `at`, or the heading over it, speaks of something beside."""
    text = lines[index].text
    before = _SENTENCE_END.split(text[max(0, at - LONGEST_SEARCHED) : at])[-1]
    behind = _SENTENCE_END.split(text[at : at + LONGEST_SEARCHED])[0]
    above = lines[index - 1].text if index else ""
    heading = "" if _ENDED.search(above) else above[-LONGEST_SEARCHED:]
    return bool(ASIDE.search(f"{heading} {before}{behind}"))


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
            if is_named and not ASIDE.search(line.text) and take_person(rest, contact):
                return


def _take_speaker(lines: Sequence[Line], contact: Contact) -> None:
    """The name a sentence is about: "Jane Doe is the recruiting manager"."""
    if contact.name.text:
        return
    for line in lines:
        found = _SPEAKER.search(line.text)
        if found and is_name(found["name"]):
            contact.name = line.piece.part(found.start("name"), found.end("name"))
            return


def _take_phone(lines: Sequence[Line], contact: Contact) -> None:
    """A telephone number near the contact's words, else one that is marked as such."""
    if contact.phone.text:
        return
    known = line_of(lines, contact.first) if contact.first.text else None
    index = lines.index(known) if known else -1
    near = lines[max(0, index - 1) : index + _NEAR + 1] if known else []
    marked = [
        line.piece.part(mark.start(), len(line.text))
        for line in lines
        if (mark := _PHONE_MARK.search(line.text)) and not ASIDE.search(line.text)
    ]
    for piece in [*(line.piece for line in near), *marked]:
        if (phone := phone_in(piece)).text:
            contact.phone = phone
            return
