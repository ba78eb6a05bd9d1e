"""People as postings name them: a name, what they are, an address, a telephone number."""

import re
from dataclasses import dataclass

from jobtracker.exchange.postings.text_lines import Piece
from jobtracker.exchange.postings.text_roles import has_role_word

MAIL = re.compile(
    r"[A-Za-z0-9][\w.+'-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,62}){1,4}"
)
PHONE = re.compile(
    r"(?<![\w/.,-])(?:\+|\(|00|0|[2-9]\d\d[-. ])[\d(][\d ()/.-]{5,22}\d(?![\w%€$£])(?:\s*(?:ext\.?"
    r"|x|-)\s?\d{1,5})?"
)
_FEWEST_DIGITS, _MOST_DIGITS = 8, 15
_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}.*")
_LONGEST_SEARCHED = 1_000
_LONGEST_TITLE, _MOST_TITLE_WORDS = 60, 8
NOT_FOR_JOBS = re.compile(
    r"privacy|datenschutz|dpo|dsb|gdpr|rgpd|no-?reply|donotreply|abuse|unsubscribe|accommodat"
    r"|accessib|legal|press|presse"
    r"|support|alerts?@|notifications?@|adjustments|disability|schwerbehind|gleichstellung|fraud"
    r"|security@|newsletter|jobalert",
    re.IGNORECASE,
)
_TITLES = r"(?:Mrs?|Ms|Miss|Mx|Revd|Rev|Frau|Herrn?|Mme|M|Mlle|Madame|Monsieur)\b\.?"
FORENAME = r"\b[A-ZÄÖÜÉÈÎÇŁŚÅØ][\w'-]{0,30}\w"
NAME = (
    rf"(?:(?:Dr|Prof|Dipl|Ing|med|rer|nat)\.(?:-Ing\.)?\s?)*{FORENAME}(?: [A-ZÄÖÜ]\.)?(?: (?:van"
    rf"|von|de|der|den|del|di|la|le|el|zu|bin|da|dos|O')){{0,2}}(?: {FORENAME}){{1,2}}"
)
_WHOLE_NAME = re.compile(
    rf"(?P<name>(?:{_TITLES}\s+){{0,2}}(?:(?:Dr|Prof|Ing|Mag|DI|Professor)\.? )*{NAME})(?=$"
    r"|\s*[,(<|·•–—/:]|\s+-\s|\s*\t|\s+(?:at|on|by|via|unter|per|unter|au|par|an|auf|from|from|is"
    r"|oder|ou|or|und|and|gerne?|zur|telefonisch|for)\b|\.?$|\.\s)"
)
ANY_NAME = re.compile(
    rf"(?P<name>(?:{_TITLES}\s+){{0,2}}(?:(?:Dr|Prof|Ing|Mag|DI"
    rf"|Professor)\.? )*{NAME})(?=\s*[,(<:|–-]|\s+(?:on|at|unter|au|via|par|per|sur|oder)\b)"
)
POLITE_NAME = re.compile(
    r"\b(?P<name>(?:Frau|Herrn?|Mrs?\.?|Ms\.?|Mme|Madame|Monsieur|M\.|(?:Prof"
    r"|Dr)\.)\s+(?:[A-Z]\. ?)*(?:(?:Dr"
    rf"|Prof)\.\s?)*{FORENAME}(?: (?:van|von|de|der|zu|le|la))?(?: {FORENAME}){{0,2}})"
)
_FIRM = re.compile(
    r"(?:cabinet|agence|société|chez|at|bei|firma)\b|.*\b(?:personal(?:beratung|dienst\w*"
    r"|vermittlung)"
    r"|executive search|gmbh|ltd|llp|solicitors|& (?:partners?|co|söhne|sons|cie))\b",
    re.IGNORECASE,
)
TITLE_WORDS = re.compile(
    r"recruit|talent|\bhr\b|human|people|personal|manager|lead|head|director|partner|leiter"
    r"|leitung|consultant|berater|"
    r"responsable|charg[ée]e?|directeur|directrice|\brh\b|ressources|acquisition|geschäftsführ"
    r"|officer|coordinator|assist|"
    r"founder|owner|referent|chef|president|ceo|cto|sourcer|specialist|principal|professor|editor"
    r"|supervisor|inhaber|gérant|"
    r"ausbild|teamleit|team|engineer|developer|secretary|administrator|generalist|associate|drh"
    r"|sekretariat|dean|chair",
    re.IGNORECASE,
)
_NOT_NAMES = re.compile(
    r"\b(?:gmbh|inc|ltd|llc|team|department|human|resources|talent|people|personal|recruiting"
    r"|manager|engineer|the|our|your|"
    r"university|college|city|county|street|road|office|hiring|apply|job|jobs|career|careers"
    r"|bewerbung|abteilung|kontakt|contact|service|"
    r"ressources|humaines|equal|opportunity|please|dear|head|director|software|group|gruppe|stadt"
    r"|ville|mairie|clinic|klinik|hospital|"
    r"un|une|cv|the|leiter|leiterin|call|ask|write|ring|see|send|visit|chef|responsable|directeur"
    r"|directrice|coordinator|north|south|new|best|kind|warm|regards|many|thanks|hello|senior"
    r"|junior|lead|cover|letter|resume|full|time|part|act|"
    r"data|product|sales|marketing|personnel|acquisition|search|partners|consulting|solutions"
    r"|systems|bank|school|schule|care|labs?|arbeitsgruppe|fachbereich|institut|lehrstuhl"
    r"|fakultät|referat"
    r"|universität|hochschule|grandma|grandpa|büro|pfarrbüro|sekretariat|rathaus|verwaltung"
    r"|gemeinde"
    r"|contactez|contacter|appelez|écrivez|demandez|meldet|melde|ruf|rufen|schreib|kontaktieren"
    r"|wenden"
    r"|redaktion|praxis|reception|rezeption|accueil|mairie|monday|today|tomorrow|now|us|me|it|"
    r"e-mail|email|phone|telefon|mobile|tel|via|and|und|et|or|oder|monday|tuesday|wednesday"
    r"|thursday|friday|january|december|strasse|straße)\b",
    re.IGNORECASE,
)


NOTHING = Piece("", 0)


@dataclass
class Contact:
    """What was found of a contact, each with its words; empty where nothing was."""

    name: Piece = NOTHING
    title: Piece = NOTHING
    email: Piece = NOTHING
    phone: Piece = NOTHING

    @property
    def first(self) -> Piece:
        """The words that stand for the whole contact."""
        known = (piece for piece in (self.name, self.email, self.phone) if piece.text)
        return next(known, NOTHING)


def take_person(piece: Piece, contact: Contact) -> bool:
    """A name at the start of the words, with the title, mail and phone that follow it."""
    found = _WHOLE_NAME.match(piece.text) or POLITE_NAME.match(piece.text)
    if found is None or not is_name(found["name"]):
        return False
    contact.name = piece.part(found.start("name"), found.end("name"))
    address = mail_in(piece)
    contact.email = address if address.text else contact.email
    contact.phone = contact.phone if contact.phone.text else phone_in(piece)
    take_title(piece.part(found.end(), len(piece.text)), contact)
    return True


def take_title(piece: Piece, contact: Contact) -> None:
    """A short line or the part behind a comma that says what the person is."""
    text = piece.text.lstrip(" ,(–—-|/·•")
    start = len(piece.text) - len(text)
    stop = re.search(
        r"[|<>@)·•;:\t]|,\s+(?:by|before|until|bis|avant)\b|\s[–—-]\s|,\s*(?=[+\d(]|\S+@)"
        r"|(?<!\bSr)(?<!\bJr)(?<!\bDr)\. "
        r"|(?:,?\s+(?:unter|on|at|via|au|per"
        r"|by)\s(?=[+\d(]|\S+@|tel))|\.$|\s(?:à l'adresse|sous|unter der)\b|,? ?\b(?:tel|phone"
        r"|mobil)\w*",
        text,
        re.IGNORECASE,
    )
    end = start + (stop.start() if stop else len(text))
    part = piece.part(start, end)
    words = "" if stop and stop[0] == "@" else part.text
    is_inline = text != piece.text
    if not 1 < len(words) <= _LONGEST_TITLE or len(words.split()) > _MOST_TITLE_WORDS:
        return
    if MAIL.search(words) or _FIRM.match(words):
        return
    is_title = TITLE_WORDS.search(words) or (is_inline and has_role_word(words))
    if (words[0].isupper() or is_inline) and is_title and not words.endswith("."):
        contact.title = part


def mail_in(piece: Piece) -> Piece:
    """The first e-mail address, empty without one."""
    found = MAIL.search(piece.text) if "@" in piece.text else None
    return piece.part(found.start(), found.end()) if found else NOTHING


def phone_in(piece: Piece) -> Piece:
    """The first telephone number, empty without one."""
    for found in PHONE.finditer(piece.text[:_LONGEST_SEARCHED]):
        digits = sum(map(str.isdigit, found[0]))
        if _FEWEST_DIGITS <= digits <= _MOST_DIGITS and not _DATE.fullmatch(found[0]):
            return piece.part(found.start(), found.end())
    return NOTHING


def is_name(name: str) -> bool:
    return not _NOT_NAMES.search(name) and not any(map(str.isdigit, name)) and not name.isupper()
