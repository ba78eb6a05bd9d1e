"""What a letter is for, and the languages letters are written in."""

from enum import StrEnum


class LetterKind(StrEnum):
    COVER_LETTER = "cover-letter"
    FOLLOW_UP = "follow-up"
    THANK_YOU = "thank-you"
    ACCEPTANCE = "acceptance"
    DECLINE = "decline"
    WITHDRAWAL = "withdrawal"
    COUNTER_OFFER = "counter-offer"
    MAIL = "mail"


class Language(StrEnum):
    """ISO 639-1 codes."""

    ENGLISH = "en"
    GERMAN = "de"
    FRENCH = "fr"
    SPANISH = "es"


_KIND_NAMES = {
    LetterKind.COVER_LETTER: "Cover letter",
    LetterKind.FOLLOW_UP: "Follow-up",
    LetterKind.THANK_YOU: "Thank-you",
    LetterKind.ACCEPTANCE: "Acceptance",
    LetterKind.DECLINE: "Decline",
    LetterKind.WITHDRAWAL: "Withdrawal",
    LetterKind.COUNTER_OFFER: "Counter-offer",
    LetterKind.MAIL: "Plain mail",
}
_LANGUAGE_NAMES = {
    Language.ENGLISH: "English",
    Language.GERMAN: "German",
    Language.FRENCH: "French",
    Language.SPANISH: "Spanish",
}


def kind_name(kind: LetterKind) -> str:
    """The kind as a person reads it: "Thank-you"."""
    return _KIND_NAMES[kind]


def language_name(language: Language) -> str:
    """The language as a person reads it: "German"."""
    return _LANGUAGE_NAMES[language]
