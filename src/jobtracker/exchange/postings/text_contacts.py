"""Whom a posting names to turn to: name, title, e-mail and telephone."""

import re
from collections.abc import Sequence

from jobtracker.domain.text import folded
from jobtracker.exchange.postings.text_labels import Labelled
from jobtracker.exchange.postings.text_names import FORM
from jobtracker.exchange.postings.text_roles import has_role_word
from jobtracker.exchange.postings.text_lines import Line, Piece, parts

_MAIL = re.compile(
    r"[A-Za-z0-9][\w.+'-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,62}){1,4}"
)
_PHONE = re.compile(
    r"(?<![\w/.,-])(?:\+|\(|00|0|[2-9]\d\d[-. ])[\d(][\d ()/.-]{5,22}\d(?![\w%€$£])(?:\s*(?:ext\.?|x|-)\s?\d{1,5})?"
)
_PHONE_MARK = re.compile(
    r"tel|phone|\bring\b|fon|mobil|call|ruf|meld|ruf|☎|📞|cell|portable|appel|direct|durchwahl|\bT:|\bM:",
    re.IGNORECASE,
)
_NOT_FOR_JOBS = re.compile(
    r"privacy|datenschutz|dpo|dsb|gdpr|rgpd|no-?reply|donotreply|abuse|unsubscribe|accommodat|accessib|legal|press|presse"
    r"|support|alerts?@|notifications?@|adjustments|disability|schwerbehind|gleichstellung|fraud|security@|newsletter|jobalert",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"accommodation|disabilit|reasonable adjust|accessib|fraud|scam|agenc(?:y|ies)|schwerbehind|gleichstellung|handicap"
    r"|privacy|datenschutz|données personnelles|unsubscribe|title ix|discriminat|betriebsrat|opt out",
    re.IGNORECASE,
)
_TITLES = r"(?:Mrs?|Ms|Miss|Mx|Revd|Rev|Frau|Herrn?|Mme|M|Mlle|Madame|Monsieur)\b\.?"
_FORENAME = r"\b[A-ZÄÖÜÉÈÎÇŁŚÅØ][\w'-]{0,30}\w"
_NAME = rf"(?:(?:Dr|Prof|Dipl|Ing|med|rer|nat)\.(?:-Ing\.)?\s?)*{_FORENAME}(?: [A-ZÄÖÜ]\.)?(?: (?:van|von|de|der|den|del|di|la|le|el|zu|bin|da|dos|O')){{0,2}}(?: {_FORENAME}){{1,2}}"
_WHOLE_NAME = re.compile(
    rf"(?P<name>(?:{_TITLES}\s+){{0,2}}(?:(?:Dr|Prof|Ing|Mag|DI|Professor)\.? )*{_NAME})(?=$|\s*[,(<|·•–—/:]|\s+-\s|\s*\t|\s+(?:at|on|by|via|unter|per|unter|au|par|an|auf|from|from|is|oder|ou|or|und|and|gerne?|zur|telefonisch|for)\b|\.?$|\.\s)"
)
_ABBREVIATED = re.compile(r"\b(?:Dr|Prof|M|Mr|Mrs|Ms|St|Ing)\. ")
_ANY_NAME = re.compile(
    rf"(?P<name>(?:{_TITLES}\s+){{0,2}}(?:(?:Dr|Prof|Ing|Mag|DI|Professor)\.? )*{_NAME})(?=\s*[,(<:|–-]|\s+(?:on|at|unter|au|via|par|per|sur|oder)\b)"
)
_POLITE_NAME = re.compile(
    rf"\b(?P<name>(?:Frau|Herrn?|Mrs?\.?|Ms\.?|Mme|Madame|Monsieur|M\.)\s+(?:[A-Z]\. ?)*(?:(?:Dr|Prof)\.\s?)*{_FORENAME}(?: (?:van|von|de|der|zu|le|la))?(?: {_FORENAME}){{0,2}})"
)
_LEADS = re.compile(
    r"(?:contact(?:er|ez)?|reach out to|get in touch with|speak (?:to|with)|call|ask for|e-?mail|questions? (?:to|for)|directed to|talk to|"
    r"chat with|conversation with|discussion with|enquiries to|write to|send (?:your|an?) [\w ,]{2,50} to|wenden sie sich (?:bitte |gerne? )?(?:an|direkt an)|wende dich (?:bitte |gerne? )?(?:an|direkt an)|an|"
    r"ihnen(?: gerne?)?|dir(?: gerne?)?|ansprechpartner(?:in)?(?: ist)?|kontaktieren sie|kontaktiere|melde dich bei|melden sie sich bei|beantwortet(?: ihnen| dir)?(?: gerne?)?|reach|steht ihnen|"
    r"auprès de|à l'attention de|adresser à|contactez|écri(?:re|vez) à|joindre|appelez|envoyez .{2,50} à|adressez .{2,50} à|recruiter|with|from|von|by|your contact is|is)"
    r":?\s+(?=(?:Mrs?|Ms|Frau|Herr|Mme|M\.|Madame|Monsieur|Dr|Ing|Mag|Prof|[A-ZÄÖÜÉ][\wÀ-ÿ'-]+ [A-ZÄÖÜÉ]))",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    rf"(?P<name>{_NAME}) (?:(?:is|will be) (?:the|your|our) (?:recruit\w+(?: manager)?|hiring manager|contact|point of contact)|"
    r"(?:ist|steht|erreichen Sie|freut sich|beantwortet|hilft)(?: \w+){0,4} (?:unter|Ansprechpartner\w*|auf Ihre|Ihre Fragen)|est (?:votre|joignable|à votre)|répond(?:ra)? à vos questions)"
)
_FIRM = re.compile(r"(?:cabinet|agence|société|chez|at|bei|firma)\b", re.IGNORECASE)
_TITLE_WORDS = re.compile(
    r"recruit|talent|\bhr\b|human|people|personal|manager|lead|head|director|partner|leiter|leitung|consultant|berater|"
    r"responsable|charg[ée]e?|directeur|directrice|\brh\b|ressources|acquisition|geschäftsführ|officer|coordinator|assist|"
    r"founder|owner|referent|chef|president|ceo|cto|sourcer|specialist|principal|professor|editor|supervisor|inhaber|gérant|"
    r"ausbild|teamleit|team|engineer|developer|secretary|administrator|generalist|associate|drh|sekretariat|dean|chair",
    re.IGNORECASE,
)
_NOT_NAMES = re.compile(
    r"\b(?:gmbh|inc|ltd|llc|team|department|human|resources|talent|people|personal|recruiting|manager|engineer|the|our|your|"
    r"university|college|city|county|street|road|office|hiring|apply|job|jobs|career|careers|bewerbung|abteilung|kontakt|contact|service|"
    r"ressources|humaines|equal|opportunity|please|dear|head|director|software|group|gruppe|stadt|ville|mairie|clinic|klinik|hospital|"
    r"un|une|cv|the|leiter|leiterin|call|ask|write|ring|see|send|visit|chef|responsable|directeur|directrice|coordinator|north|south|new|best|kind|warm|regards|many|thanks|hello|senior|junior|lead|cover|letter|resume|full|time|part|act|"
    r"data|product|sales|marketing|personnel|acquisition|search|partners|consulting|solutions|systems|bank|school|schule|care|labs?|"
    r"e-mail|email|phone|telefon|mobile|tel|via|and|und|et|or|oder|monday|tuesday|wednesday|thursday|friday|january|december|strasse|straße)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:(?:best|kind|warm|warmest|kindest|many|with best|with kind) (?:regards|wishes|thanks)|regards|sincerely|yours (?:sincerely|faithfully|truly)|best|cheers|thanks|thank you|all the best|"
    r"(?:mit )?(?:freundlichen|besten|herzlichen|lieben|vielen|sonnigen) grü(?:ß|ss)en?|(?:viele|beste|liebe|freundliche|herzliche|schöne) grü(?:ß|ss)e.{0,30}|"
    r"(?:bien )?cordialement|bien à vous|sincères salutations|salutations|belle journée|bonne journée|à bientôt|mfg|lg|vg)\W*",
    re.IGNORECASE,
)
_REACH = 160
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
_NEAR = 3
_HEAD_OF_MAIL = 8


def is_closing(text: str) -> bool:
    """Whether a line is "Kind regards", below which somebody signs."""
    return len(text) <= 50 and _CLOSING.fullmatch(text) is not None


class Contact:
    """What was found of a contact, each with its words; empty pieces where nothing was."""

    __slots__ = ("email", "name", "phone", "title")

    def __init__(self) -> None:
        nothing = Piece("", 0)
        self.name = self.title = self.email = self.phone = nothing

    @property
    def first(self) -> Piece:
        """The words that stand for the whole contact."""
        return next(
            (piece for piece in (self.name, self.email, self.phone) if piece.text), Piece("", 0)
        )


def contact_of(lines: Sequence[Line], named: Sequence[Labelled]) -> Contact:
    """The contact that labels, a signature, a sentence or an address name."""
    contact = Contact()
    for each in named:
        _take_label(each, lines, contact)
    _take_sender(lines, contact)
    _take_signature(lines, contact)
    _take_mail(lines, contact)
    _take_sentence(lines, contact)
    _take_beside(lines, contact)
    _take_namesake(lines, contact)
    _take_forename(lines, contact)
    _take_speaker(lines, contact)
    _take_phone(lines, contact)
    if not (contact.name.text or contact.email.text):
        contact.title = Piece("", 0)
    return contact


def _take_label(each: Labelled, lines: Sequence[Line], contact: Contact) -> None:
    if each.field == "contact" and not contact.name.text:
        for index in range(each.line, min(each.line + _NEAR, len(lines))):
            piece = each.value if index == each.line else lines[index].piece
            if FORM.search(piece.text) is None and _take_person(piece, contact):
                if not contact.title.text and index + 1 < len(lines):
                    _take_title(lines[index + 1].piece, contact)
                break
    elif each.field == "contact_name" and not contact.name.text:
        _take_person(each.value, contact)
    elif each.field == "contact_title" and not contact.title.text:
        contact.title = each.value
    elif each.field == "contact_email" and not contact.email.text:
        contact.email = _mail_in(each.value) or contact.email
    elif each.field == "contact_phone" and not contact.phone.text:
        contact.phone = _phone_in(each.value) or contact.phone


def _take_person(piece: Piece, contact: Contact) -> bool:
    """A name at the start of the words, with the title, mail and phone that follow it."""
    found = _WHOLE_NAME.match(piece.text) or _POLITE_NAME.match(piece.text)
    if found is None or not _is_name(found["name"]):
        return False
    contact.name = piece.part(found.start("name"), found.end("name"))
    contact.email = _mail_in(piece) or contact.email
    contact.phone = contact.phone if contact.phone.text else _phone_in(piece) or contact.phone
    _take_title(piece.part(found.end(), len(piece.text)), contact)
    return True


def _take_title(piece: Piece, contact: Contact) -> None:
    """A short line or the part behind a comma that says what the person is."""
    text = piece.text.lstrip(" ,(–—-|/·•")
    start = len(piece.text) - len(text)
    stop = re.search(
        r"[|<>@)·•;:\t]|\s[–—-]\s|,\s*(?=[+\d(]|\S+@)|\. |(?:,?\s+(?:unter|on|at|via|au|per|by)\s(?=[+\d(]|\S+@|tel))|\.$|,? ?(?:tel|phone|mobil)\w*",
        text,
        re.IGNORECASE,
    )
    end = start + (stop.start() if stop else len(text))
    part = piece.part(start, end)
    words = part.text
    is_inline = text != piece.text
    if not 1 < len(words) <= 60 or len(words.split()) > 8 or _MAIL.search(words):
        return
    if _FIRM.match(words):
        return
    is_title = _TITLE_WORDS.search(words) or (is_inline and has_role_word(words))
    if (words[0].isupper() or is_inline) and is_title and not words.endswith("."):
        contact.title = part


def signature_at(lines: Sequence[Line]) -> int:
    """The index of the first line of a signature, or how many lines there are."""
    sender = Contact()
    _take_sender(lines, sender)
    known = folded(sender.name.text)
    for index, line in enumerate(lines):
        if is_closing(line.text) or (
            known and index > _HEAD_OF_MAIL and folded(line.text) == known
        ):
            return index
    return len(lines)


def _take_sender(lines: Sequence[Line], contact: Contact) -> None:
    """ "From: Jane Doe <jane@example.org>" at the head of a mail."""
    if contact.name.text:
        return
    for line in lines[:_HEAD_OF_MAIL]:
        found = re.match(r"(?:from|von|de|expéditeur)\s*:\s*", line.text, re.IGNORECASE)
        if not found:
            continue
        sender = line.piece.part(found.end(), len(line.text))
        sender = sender.part(1, len(sender.text)) if sender.text.startswith('"') else sender
        address = _mail_in(sender)
        if address and _NOT_FOR_JOBS.search(address.text):
            return
        mark = re.search(r"[\"<(|]", sender.text)
        words = sender.part(0, mark.start() if mark else len(sender.text))
        if _take_person(words, contact) and address:
            contact.email = address
        return


def _take_signature(lines: Sequence[Line], contact: Contact) -> None:
    """The lines below "Kind regards": a name, a title, a telephone, an address."""
    closings = [index for index, line in enumerate(lines) if is_closing(line.text)]
    for index in closings or [signature_at(lines) - 1]:
        below = lines[index + 1 : index + 9]
        known = folded(contact.name.text)
        signed = Contact()
        while below and not _take_person(below[0].piece, signed):
            below = below[1:]
        if not below:
            continue
        if known and folded(signed.name.text) != known:
            return
        contact.name = signed.name
        if not contact.title.text:
            contact.title = signed.title
        for each in below[1:]:
            if not contact.title.text and not _MAIL.search(each.text):
                _take_title(parts(each.piece)[0], contact)
            contact.email = (
                contact.email if contact.email.text else _mail_in(each.piece) or contact.email
            )
            contact.phone = (
                contact.phone if contact.phone.text else _phone_in(each.piece) or contact.phone
            )
        return


def _take_mail(lines: Sequence[Line], contact: Contact) -> None:
    if contact.email.text:
        return
    for index, line in enumerate(lines):
        if "@" not in line.text:
            continue
        address = _mail_in(line.piece)
        around = " ".join(each.text for each in lines[max(0, index - 1) : index + 1])[-400:]
        if address and not _NOT_FOR_JOBS.search(address.text) and not _ASIDE.search(around):
            contact.email = address
            return


def _take_sentence(lines: Sequence[Line], contact: Contact) -> None:
    """ "contact Jane Doe on 0161 ...", "wenden Sie sich an Frau Müller"."""
    if contact.name.text:
        return
    for line in lines:
        for lead in _LEADS.finditer(line.text):
            rest = line.piece.part(lead.end(), len(line.text))
            is_polite = _POLITE_NAME.match(rest.text) is not None
            near = rest.text[:_REACH]
            is_near = bool(_MAIL.search(near) or _PHONE.search(near))
            is_call = lead[0].lower().startswith(_CALLS)
            if (is_polite or is_near or is_call) and not _ASIDE.search(line.text):
                if _take_person(rest, contact):
                    return


_BETWEEN = re.compile(r"[\s:,(<–-]*(?:at|on|unter|via|an|à|per|mail)?[\s:,(<–-]*")


def _take_forename(lines: Sequence[Line], contact: Contact) -> None:
    """ "Write to Hannah at hannah@...": the one name that the address is made of."""
    if contact.name.text or not contact.email.text:
        return
    local = contact.email.text.split("@")[0].lower()
    for line in lines:
        for found in (
            re.finditer(rf"\b{_FORENAME}\b", line.text[:2_000])
            if contact.email.text in line.text
            else ()
        ):
            between = line.text[found.end() : max(found.end(), contact.email.start - line.start)]
            is_first = _ascii(found[0]) == re.split(r"[._-]", local)[0] and _BETWEEN.fullmatch(
                between
            )
            if _ascii(found[0]) == local or is_first:
                contact.name = line.piece.part(found.start(), found.end())
                return


def _take_beside(lines: Sequence[Line], contact: Contact) -> None:
    """ "Mme Odile Garrigue, 03 55 ...", "Ralf Moosmann, Leiter Kundendienst: 0761 ..."."""
    if contact.name.text:
        return
    for line in lines:
        reached = [*_MAIL.finditer(line.text), *_PHONE.finditer(line.text[:1_000])]
        for each in reached:
            if _ASIDE.search(line.text) or _NOT_FOR_JOBS.search(each[0]):
                continue
            start = max(0, each.start() - 80)
            before = line.text[start : each.start()]
            before = before[before.rfind(". ") + 1 :] if not _ABBREVIATED.search(before) else before
            start = each.start() - len(before)
            names = [found for found in _ANY_NAME.finditer(before) if _is_name(found["name"])]
            named = next((found for found in names if not _TITLE_WORDS.match(found["name"])), None)
            if named and _take_person(
                line.piece.part(start + named.start(), len(line.text)), contact
            ):
                return


def _take_speaker(lines: Sequence[Line], contact: Contact) -> None:
    """ "Jane Doe is the recruiting manager", "Jana Petzold ist unter 0341 ... für Sie da"."""
    if contact.name.text:
        return
    for line in lines:
        found = _SPEAKER.search(line.text)
        if found and _is_name(found["name"]):
            contact.name = line.piece.part(found.start("name"), found.end("name"))
            return


def _take_namesake(lines: Sequence[Line], contact: Contact) -> None:
    """The name whose parts make up the address: "Jane Doe" for jane.doe@..."""
    if contact.name.text or not contact.email.text:
        return
    local = re.split(r"[._-]", contact.email.text.split("@")[0].lower())
    address = contact.email.start
    near = [line for line in lines if abs(line.start - address) < 1_500]
    for line in sorted(near, key=lambda each: abs(each.start - address)):
        for found in re.finditer(
            rf"(?=\b({_FORENAME} {_FORENAME}(?:-{_FORENAME})?)\b)", line.text[:2_000]
        ):
            names = _ascii(found[1]).split()
            is_whole = (
                len(local) > 1
                and local[0][:1] == names[0][:1]
                and local[-1] in (names[-1], names[-1].replace("-", ""))
            )
            joined = "".join(local)
            is_joined = joined in (names[0][0] + names[-1], "".join(names))
            if (is_whole or is_joined) and _is_name(found[1]):
                _take_person(line.piece.part(found.start(1), len(line.text)), contact)
                if not contact.title.text:
                    below = [each for each in lines if each.start > line.start][:1]
                    for each in below:
                        _take_title(each.piece, contact)
                return


def _ascii(name: str) -> str:
    spelt = name.lower().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    return folded(spelt)


def _take_phone(lines: Sequence[Line], contact: Contact) -> None:
    """A telephone number on the contact's line, near it, or marked as one."""
    if contact.phone.text:
        return
    known = contact.first
    index = next(
        (
            at
            for at, line in enumerate(lines)
            if known.text and line.start <= known.start <= line.piece.span.end
        ),
        None,
    )
    if index is not None:
        for line in lines[max(0, index - 1) : index + _NEAR + 1]:
            if phone := _phone_in(line.piece):
                contact.phone = phone
                return
    for line in lines:
        mark = _PHONE_MARK.search(line.text)
        if mark and not _ASIDE.search(line.text):
            phone = _phone_in(line.piece.part(mark.start(), min(len(line.text), mark.end() + 300)))
            if phone:
                contact.phone = phone
                return


def _mail_in(piece: Piece) -> Piece | None:
    if "@" not in piece.text:
        return None
    found = _MAIL.search(piece.text)
    return piece.part(found.start(), found.end()) if found else None


_FEWEST_DIGITS, _MOST_DIGITS = 8, 15


def _phone_in(piece: Piece) -> Piece | None:
    for found in _PHONE.finditer(piece.text[:1_000]):
        digits = sum(map(str.isdigit, found[0]))
        if _FEWEST_DIGITS <= digits <= _MOST_DIGITS and not re.fullmatch(
            r"\d{1,2}[./]\d{1,2}[./]\d{2,4}.*", found[0]
        ):
            return piece.part(found.start(), found.end())
    return None


def _is_name(name: str) -> bool:
    return not _NOT_NAMES.search(name) and not any(map(str.isdigit, name)) and not name.isupper()
