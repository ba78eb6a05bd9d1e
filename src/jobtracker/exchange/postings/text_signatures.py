"""Who wrote a mail: its sender, and the signature below "Kind regards"."""

import re
from collections.abc import Sequence

from jobtracker.domain.text import folded
from jobtracker.exchange.postings.text_lines import Line, parts
from jobtracker.exchange.postings.text_people import (
    MAIL,
    NOT_FOR_JOBS,
    Contact,
    mail_in,
    phone_in,
    take_person,
    take_title,
)

_CLOSING = re.compile(
    r"(?:(?:best|kind|warm|warmest|kindest|many|with best|with kind) (?:regards|wishes|thanks)"
    r"|regards|sincerely|yours (?:sincerely|faithfully|truly)|best|cheers|thanks|thank you"
    r"|all the best|"
    r"(?:mit )?(?:freundlichen|besten|herzlichen|lieben|vielen|sonnigen) grü(?:ß|ss)en?|(?:viele"
    r"|beste|liebe|freundliche|herzliche|schöne) grü(?:ß|ss)e.{0,30}|"
    r"(?:bien )?cordialement|bien à vous|sincères salutations|salutations|belle journée"
    r"|bonne journée|à bientôt|mfg|lg|vg)\W*",
    re.IGNORECASE,
)
_HEAD_OF_MAIL = 8
_HEAD_OF_FORWARDED = 30
_FROM = re.compile(r"(?:from|von|de|expéditeur)\s*:\s*", re.IGNORECASE)
_ADDRESSED = re.compile(
    r"(?:from|von|de|expéditeur|to|an|à|cc|bcc|reply-to)\s*:[^\n]{0,200}@", re.IGNORECASE
)
_FORWARDED = re.compile(
    r"forwarded message|weitergeleitete nachricht|message transf[ée]r[ée]|begin forwarded"
    r"|anfang der weitergeleiteten|^(?:subject|betreff|objet)\s*:\s*(?:fwd?|wg|tr)\s*:",
    re.IGNORECASE,
)
_LONGEST_CLOSING = 50
_LINES_OF_SIGNATURE = 8


def is_closing(text: str) -> bool:
    """Whether a line is "Kind regards", below which somebody signs."""
    return len(text) <= _LONGEST_CLOSING and _CLOSING.fullmatch(text) is not None


def signature_at(lines: Sequence[Line]) -> int:
    """The index of the first line of a signature, or how many lines there are."""
    sender = Contact()
    take_sender(lines, sender)
    known = folded(sender.name.text)
    for index, line in enumerate(lines):
        if is_closing(line.text) or (
            known and index > _HEAD_OF_MAIL and folded(line.text) == known
        ):
            return index
    return len(lines)


def take_sender(lines: Sequence[Line], contact: Contact) -> None:
    """The sender at the head of a mail: "From: Jane Doe <jane@example.org>"."""
    if contact.name.text:
        return
    sent = sender_line(lines)
    label = _FROM.match(sent.text) if sent else None
    if sent is None or label is None:
        return
    sender = sent.piece.part(label.end(), len(sent.text))
    sender = sender.part(1, len(sender.text)) if sender.text.startswith('"') else sender
    address = mail_in(sender)
    if NOT_FOR_JOBS.search(address.text):
        return
    mark = re.search(r"[\"<(|]", sender.text)
    words = sender.part(0, mark.start() if mark else len(sender.text))
    if take_person(words, contact) and address.text:
        contact.email = address


def sender_line(lines: Sequence[Line]) -> Line | None:
    """The "From:" of who wrote of the job: of forwarded mail the last, who forwards is nobody."""
    head = [line for line in lines[:_HEAD_OF_MAIL] if _FROM.match(line.text)]
    inner: list[Line] = []
    if any(_FORWARDED.search(line.text) for line in lines[:_HEAD_OF_FORWARDED]):
        opening = lines[:_HEAD_OF_FORWARDED]
        inner = [line for line in opening if _FROM.match(line.text) and "@" in line.text]
    return inner[-1] if inner else next(iter(head), None)


def own_words(lines: Sequence[Line]) -> list[Line]:
    """The lines without those of a mail's head that name whom it went to, or who forwarded it."""
    sender = sender_line(lines)
    return [line for line in lines if line is sender or not _ADDRESSED.match(line.text)]


def take_signature(lines: Sequence[Line], contact: Contact) -> None:
    """The lines below "Kind regards": a name, a title, a telephone, an address."""
    closings = [index for index, line in enumerate(lines) if is_closing(line.text)]
    for index in closings or [signature_at(lines) - 1]:
        below = lines[index + 1 :][:_LINES_OF_SIGNATURE]
        known = folded(contact.name.text)
        signed = Contact()
        while below and not take_person(below[0].piece, signed):
            below = below[1:]
        if not below:
            continue
        if known and folded(signed.name.text) != known:
            return
        contact.name = signed.name
        if not contact.title.text:
            contact.title = signed.title
        for each in below[1:]:
            if not contact.title.text and not MAIL.search(each.text):
                take_title(parts(each.piece)[0], contact)
            contact.email = contact.email if contact.email.text else mail_in(each.piece)
            contact.phone = contact.phone if contact.phone.text else phone_in(each.piece)
        return
