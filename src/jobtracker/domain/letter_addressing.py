"""Whom a letter is to where that was typed for it alone: its greeting follows.

So a template leaves the greeting to the program wherever that says no less than its own words.
"""

import re
from collections.abc import Mapping

from jobtracker.domain.addressees import address_line
from jobtracker.domain.contacts import Contact
from jobtracker.domain.known_fields import FieldName
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_languages import closing, salutation
from jobtracker.domain.letter_roles import after_de

READER: tuple[FieldName, ...] = ("hiring_manager", "contact")
"""The fields that name whom a letter is to, the first before the other."""

_OF_ANOTHER = ("contact_role", "contact_email")
_GREETINGS = {
    Language.ENGLISH: "dear",
    Language.GERMAN: r"sehr geehrte[rs]?(?:[/(]r\)?)?|guten tag",
    Language.FRENCH: r"(?:ch[eè]re? )?(?:madame|monsieur)(?:(?:, |/| ou )(?:monsieur|madame))?",
    Language.SPANISH: r"estimad[oa](?:[/(][oa]\)?)?",
}
"""Formal ones: whoever writes "Hi" wants it to stay."""
_FORMS = r"mr|ms|mrs|mx|miss|herrn?|frau|sra?|señora?|madame|monsieur"
_TO_READER = {
    language: re.compile(
        rf"^(?:{greeting})(?:[ /]{{1,3}}(?:(?:{_FORMS})\b\.?|\{{\{{ form_of_address \}}\}})){{0,4}}"
        r" \{\{ (?:hiring_manager|contact) \}\}[,:]?[ \t]{0,8}$",
        re.MULTILINE | re.IGNORECASE,
    )
    for language, greeting in _GREETINGS.items()
}


def addressees(typed: Mapping[FieldName, str]) -> tuple[str, ...]:
    """The readers named by the values typed for a letter."""
    return tuple(name for name in (typed.get(field, "").strip() for field in READER) if name)


def addressed(
    typed: Mapping[FieldName, str],
    known: Mapping[FieldName, str],
    language: Language,
    kind: LetterKind,
) -> Mapping[FieldName, str]:
    """What is known for a letter once somebody was typed as its reader: salutation, closing and
    contact are theirs, and what is known of the application's own contact is left out. A role
    that was typed is said after "de", too.
    """
    if language is Language.FRENCH and typed.get("role", "").strip():
        known = {**known, "de_role": after_de(typed["role"])}
    names = addressees(typed)
    if not names or names[0] == known.get("hiring_manager"):
        return known
    contact = Contact(0, "", names[0])
    return {
        **{name: value for name, value in known.items() if name not in _OF_ANOTHER},
        **dict.fromkeys(READER, names[0]),
        "addressee": address_line(names[0], language),
        "salutation": salutation(language, contact, kind),
        "closing": closing(language, kind, contact),
    }


def greeting_left_open(template: str, language: Language) -> str:
    """The template with each line that only greets its reader formally ("Dear
    {{ hiring_manager }},") as `{{ salutation }}`, which is right without a known contact, too.
    """
    return _TO_READER[language].sub("{{ salutation }}", template)
