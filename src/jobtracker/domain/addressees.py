"""Whom a letter greets: the form of address, the degrees and the family name in a contact's name.

A form of address is read where a name or a title states one ("Ms Anna Smith", "Frau Dr. Weber");
it is never guessed from a first name.
"""

import re
from enum import StrEnum
from typing import NamedTuple

from jobtracker.domain.contacts import Contact
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.text import words_of


class Form(StrEnum):
    """How somebody is spoken of; unknown unless it is written."""

    WOMAN = "woman"
    MAN = "man"
    NEUTRAL = "neutral"
    UNKNOWN = "unknown"


class Addressee(NamedTuple):
    """`written` is the name without form of address and degrees: "Anna Weber". `degrees` stand
    before it ("Dr.", "Prof. Dr."). `family` is the family name with its particles. `said` is the
    form of address as it is written: "Frau", "D.".
    """

    form: Form
    degrees: str
    written: str
    family: str
    said: str = ""


_FORMS = {
    Form.WOMAN: "ms mrs miss madam frau mme mlle madame mademoiselle sra srta señora señorita doña"
    " dña d.ª",
    Form.MAN: "mr mister herr herrn m monsieur sr señor don",
    Form.NEUTRAL: "mx ind",
}
_FORM_OF = {word: form for form, words in _FORMS.items() for word in words.split()}
_DEGREES = words_of("dr prof professor doctor docteur dra doctora ing dipl mag")
_AFTER = words_of("jr sr ii iii iv phd md mba msc bsc esq cpa pmp ma ba dr")
_PARTICLES = words_of(
    "von van der den de del la las los le du da dos di zu zum zur ten ter al el bin ibn mac st"
)
_SHORTEST_WITH_INITIAL = 3
_LETTERS_THAT_ADDRESS = {Language.FRENCH: "M.", Language.SPANISH: "D."}
"""An initial of a first name in any other language."""
_MISTER = re.compile(r"\A(?:herr|mr\.?) +", re.IGNORECASE)


def name_of(contact: Contact) -> str:
    """What the contact is called; "" where only an e-mail address stands for a name."""
    return "" if "@" in contact.name else contact.name.strip()


def address_line(name: str, language: Language) -> str:
    """A name as it stands in an address: German writes "Herrn Jürgen Groß" there."""
    return _MISTER.sub("Herrn ", name) if language is Language.GERMAN else name


def addressee_of(contact: Contact, language: Language = Language.ENGLISH) -> Addressee | None:
    """Whom the contact's name and title name, to a reader of the language; None where there is
    no name.
    """
    form, said, degrees, words = _read(name_of(contact), language)
    if not words:
        return None
    stated, also_said, more, _rest = _read(contact.title, language)
    if form is Form.UNKNOWN:
        form, said = stated, also_said
    if not degrees and stated is not Form.UNKNOWN:
        degrees = more
    return Addressee(form, " ".join(degrees), *_names(" ".join(words)), said)


def _read(name: str, language: Language) -> tuple[Form, str, list[str], list[str]]:
    """The form of address, also as written, and the degrees that a name begins with, and what
    follows.
    """
    words = name.split()
    form, said, degrees = Form.UNKNOWN, "", list[str]()
    while words:
        word = words[0].rstrip(".").casefold()
        stated = _stated(word, words, language)
        if stated:
            form, said = (stated, words[0]) if form is Form.UNKNOWN else (form, said)
        elif word in _DEGREES:
            degrees.append(words[0])
        else:
            break
        del words[0]
    return form, said, degrees, words


def _stated(word: str, words: list[str], language: Language) -> Form | None:
    if len(words) > 1 and words[0] == _LETTERS_THAT_ADDRESS.get(language):
        return Form.MAN
    return None if _is_initial(words) else _FORM_OF.get(word)


def _is_initial(words: list[str]) -> bool:
    """Whether "M." is the initial of a first name: "M. Scott Peck" against "M. Dupont"."""
    return words[0] == "M." and len(words) >= _SHORTEST_WITH_INITIAL


def _names(name: str) -> tuple[str, str]:
    """A name in the order of speaking, and its family name: "Weber, Anna" is Anna Weber."""
    before, comma, after = name.partition(",")
    if comma and after.strip() and not _is_suffix(after):
        return f"{after.strip()} {before.strip()}", before.strip()
    words = before.split()
    while len(words) > 1 and _is_suffix(words[-1]):
        words.pop()
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _PARTICLES:
        start -= 1
    if start == 1 and words[0].casefold() in _PARTICLES:
        start = 0
    return " ".join(words), " ".join(words[start:])


def _is_suffix(words: str) -> bool:
    return all(word.strip(".,").replace(".", "").casefold() in _AFTER for word in words.split())
