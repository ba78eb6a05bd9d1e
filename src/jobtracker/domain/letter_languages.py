"""What a letter takes from its language: dates, salutation, closing, and the frame around it."""

import re
from collections import Counter
from datetime import date

from jobtracker.domain.addressees import Addressee, Form, addressee_of
from jobtracker.domain.contacts import Contact
from jobtracker.domain.known_fields import FieldName
from jobtracker.domain.letter_frames import frame
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_words import WORDS

__all__ = [
    "closing",
    "closing_words",
    "frame",
    "greeting_words",
    "in_words",
    "is_number_of_years",
    "language_of",
    "long_day",
    "role_in",
    "salutation",
    "years_in",
]

_FEWEST_WORDS = 20
_MOST_CHARACTERS = 12_000
"""So much of a text decides on its language."""
_LEAST_SHARE, _LEAST_LEAD = 0.15, 1.6
"""Of a text's words so many are function words of its language, and so many times as many as of
any other.
"""
_YEARS = re.compile(
    r"(\d{1,2}) ?(\+?) ?(?:years?|yrs?\.?|jahre?n?|ans?|années|años?)?", re.IGNORECASE
)
_ONE_YEAR_OR_MORE = {
    Language.ENGLISH: ("year", "years"),
    Language.GERMAN: ("Jahr", "Jahre"),
    Language.FRENCH: ("an", "ans"),
    Language.SPANISH: ("año", "años"),
}
_DAY_NAMED = re.compile(r"(?:\A|_)(?:date|day|deadline|on)\Z")
_DAY_WRITTEN = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_ARTICLE = re.compile(r"\Aan? ", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def long_day(day: date, language: Language) -> str:
    """The date as it stands at the head of a letter: "22 November 2026", "22. November 2026",
    "1er décembre 2026", "22 de noviembre de 2026".
    """
    month = WORDS[language].months[day.month - 1]
    if language is Language.GERMAN:
        return f"{day.day}. {month} {day.year}"
    if language is Language.SPANISH:
        return f"{day.day} de {month} de {day.year}"
    number = "1er" if language is Language.FRENCH and day.day == 1 else str(day.day)
    return f"{number} {month} {day.year}"


def years_in(language: Language, text: str) -> str:
    """A number of years in the language: "7" or "7 years" is "7 Jahre"; other words stay."""
    found = _YEARS.fullmatch(text.strip())
    if not found:
        return text
    one, more = _ONE_YEAR_OR_MORE[language]
    return f"{found[1]}{found[2]} {one if int(found[1]) == 1 else more}"


def is_number_of_years(text: str) -> bool:
    """Whether `years_in` can say it in any language."""
    return _YEARS.fullmatch(text.strip()) is not None


def in_words(name: FieldName, value: str, language: Language) -> str:
    """A typed value as a letter says it: a day like "2027-01-04" and a bare number of years in
    the letter's language, all else as it was typed.
    """
    if name == "years_of_experience":
        return years_in(language, value)
    if _DAY_NAMED.search(name) and _DAY_WRITTEN.fullmatch(value.strip()):
        try:
            return long_day(date.fromisoformat(value.strip()), language)
        except ValueError:
            return value
    return value


def role_in(language: Language, text: str) -> str:
    """A role as it stands after "I work as": only English puts an article before it."""
    return text if language is Language.ENGLISH else _ARTICLE.sub("", text.strip(), count=1)


def salutation(
    language: Language, contact: Contact | None = None, kind: LetterKind = LetterKind.COVER_LETTER
) -> str:
    """How the letter greets its reader, with its comma or colon.

    A form of address is used only where the contact's name or title states it: "Dear Ms Smith,"
    for "Ms Anna Smith", else "Dear Anna Smith,". A plain mail greets less formally.
    """
    whom = addressee_of(contact, language) if contact is not None else None
    greet = {
        Language.ENGLISH: _english,
        Language.GERMAN: _german,
        Language.FRENCH: _french,
        Language.SPANISH: _spanish,
    }[language]
    return greet(whom, kind is LetterKind.MAIL)


def _english(whom: Addressee | None, by_mail: bool) -> str:
    if whom is None:
        return "Hello," if by_mail else "Dear Hiring Manager,"
    if whom.degrees:
        return f"Dear {whom.degrees} {whom.family},"
    form = {Form.WOMAN: "Ms", Form.MAN: "Mr", Form.NEUTRAL: "Mx"}.get(whom.form)
    return f"Dear {form} {whom.family}," if form else f"Dear {whom.written},"


def _german(whom: Addressee | None, by_mail: bool) -> str:
    if whom is None:
        return "Guten Tag," if by_mail else "Sehr geehrte Damen und Herren,"
    titled = f"{whom.degrees} {whom.family}".strip()
    if whom.form is Form.WOMAN:
        return f"Guten Tag Frau {titled}," if by_mail else f"Sehr geehrte Frau {titled},"
    if whom.form is Form.MAN:
        return f"Guten Tag Herr {titled}," if by_mail else f"Sehr geehrter Herr {titled},"
    return f"Guten Tag {f'{whom.degrees} {whom.written}'.strip()},"


def _french(whom: Addressee | None, by_mail: bool) -> str:
    """French letters put no name after the form of address."""
    form = whom.form if whom else Form.UNKNOWN
    if by_mail:
        return {Form.WOMAN: "Bonjour Madame,", Form.MAN: "Bonjour Monsieur,"}.get(form, "Bonjour,")
    return {Form.WOMAN: "Madame,", Form.MAN: "Monsieur,"}.get(form, "Madame, Monsieur,")


def _spanish(whom: Addressee | None, by_mail: bool) -> str:
    """With all the names of a person where they are more than two: which of them are the family's
    cannot be told.
    """
    if whom is None:
        return "Hola:" if by_mail else "Estimado equipo de selección:"
    if by_mail:
        return f"Hola, {whom.written}:"
    doctor = whom.degrees.split(".")[0].casefold()
    if doctor in _SPANISH_DOCTORS:
        name = whom.family if whom.written.count(" ") <= 1 else whom.written
        dear = "Estimada" if whom.form is Form.WOMAN or doctor.endswith("a") else "Estimado"
        return f"{dear} {whom.degrees} {name}:"
    if whom.form in _SPANISH_FORMS:
        dear, usual = _SPANISH_FORMS[whom.form]
        said = whom.said if whom.said.rstrip(".").casefold() in _SPANISH_DON else usual
        return f"{dear} {said} {whom.written}:"
    return f"Buenos días, {whom.written}:"


_SPANISH_FORMS = {Form.WOMAN: ("Estimada", "Sra."), Form.MAN: ("Estimado", "Sr.")}
_SPANISH_DON = frozenset({"d", "don", "dña", "doña", "d.ª"})
_SPANISH_DOCTORS = frozenset({"dr", "dra", "doctor", "doctora"})
_USUAL_CLOSING = {
    Language.ENGLISH: "Kind regards,",
    Language.GERMAN: "Mit freundlichen Grüßen",
    Language.SPANISH: "Atentamente,",
}
_WARMER_CLOSING = {
    Language.ENGLISH: "With best wishes,",
    Language.GERMAN: "Mit besten Grüßen",
    Language.FRENCH: "Bien cordialement,",
    Language.SPANISH: "Un cordial saludo,",
}
_MAIL_CLOSING = {
    Language.ENGLISH: "Best regards,",
    Language.GERMAN: "Freundliche Grüße",
    Language.FRENCH: "Cordialement,",
    Language.SPANISH: "Saludos cordiales,",
}
_WARMER = frozenset({LetterKind.THANK_YOU, LetterKind.ACCEPTANCE})
_BRIEF = frozenset({LetterKind.MAIL, LetterKind.FOLLOW_UP})


def closing(language: Language, kind: LetterKind, contact: Contact | None = None) -> str:
    """How the letter closes, with a comma where the language puts one.

    A formal French closing is a sentence and says the salutation again.
    """
    if kind in _BRIEF:
        return _MAIL_CLOSING[language]
    if kind in _WARMER:
        return _WARMER_CLOSING[language]
    if language is not Language.FRENCH:
        return _USUAL_CLOSING[language]
    said = salutation(language, contact, kind)
    return f"Je vous prie d’agréer, {said} l’expression de mes salutations distinguées."


def greeting_words(language: Language) -> tuple[str, ...]:
    """The words a greeting begins with, in lower case: "dear", "sehr geehrte"."""
    return WORDS[language].greetings


def closing_words(language: Language) -> tuple[str, ...]:
    """The words a closing begins with, in lower case: "kind regards", "veuillez agréer"."""
    words = WORDS[language]
    return (*words.closings, *words.thanks, *words.formulas)


def language_of(text: str) -> Language | None:
    """The language a text is written in, by its function words; None under twenty words, for
    another language and where two are too near each other.
    """
    said = _WORD.findall(text[:_MOST_CHARACTERS].casefold())
    if len(said) < _FEWEST_WORDS:
        return None
    times = Counter(said)
    counts = Counter(
        {
            language: sum(times[word] for word in words.function_words & times.keys())
            for language, words in WORDS.items()
        }
    )
    (best, most), (_, second), *_rest = counts.most_common()
    sure = most >= _LEAST_SHARE * len(said) and most >= _LEAST_LEAD * second
    return best if sure else None
