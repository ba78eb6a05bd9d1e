"""Whom a letter greets: somebody unknown, in a wrong form of address, or twice. All are hints."""

import re
from collections.abc import Iterator
from functools import lru_cache

from jobtracker.domain.addressees import Form, addressee_of
from jobtracker.domain.contacts import Contact
from jobtracker.domain.gate_findings import Finding, GateContext
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_languages import greeting_words
from jobtracker.domain.letter_parts import ComposedLetter, Part, PlacedPart
from jobtracker.domain.names import Word, fold, words_of_name, words_of_text
from jobtracker.domain.text import words_of

_NO_NAMES = words_of(
    "hiring manager team sir madam recruiter recruiting recruitment talent acquisition human"
    " resources hr committee department director selection everyone colleagues all search members"
    " mr mrs ms miss mx dr prof professor damen herren frau herr herrn doktor personalabteilung"
    " madame monsieur mesdames messieurs docteur senor senora senores sr sra sres equipo seleccion"
    " atencion responsable recursos humanos equipe ressources humaines directeur directrice"
)
"""Words of salutations that name nobody, folded."""
_FORM_OF = {
    **dict.fromkeys(("mr", "mister", "herr", "herrn", "monsieur", "sr", "senor", "don"), Form.MAN),
    **dict.fromkeys(
        ("ms", "mrs", "miss", "frau", "madame", "mme", "mlle", "sra", "srta", "senora"), Form.WOMAN
    ),
}
_GREETING = ("Dear ", "Hello ", "ehr geehrte", "Liebe", "Chère ", "Cher ", "Estimad")
_GREETED = re.compile(
    r"\b(?:Dear|Hello|[Ss]ehr geehrte[rs]?|Lieber?|Chère|Cher|Estimad[oa])\s+"
    r"(?P<whom>(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Herrn?|Frau|Madame|Monsieur|Mme|Sra?)\b\.?\s+){1,3}"
    r"(?P<family>[^\W\d_a-zß-öø-ÿ][\w-]+))"
)


def salutations(letter: ComposedLetter, context: GateContext) -> Iterator[Finding]:
    """What is odd about the salutation, and further greetings to others in the text."""
    placed = next((part for part in letter.parts if part.part is Part.SALUTATION), None)
    if placed is not None and context.contacts:
        yield from _salutation(letter, placed, context)
    yield from _further(letter, placed, context)


def _salutation(
    letter: ComposedLetter, placed: PlacedPart, context: GateContext
) -> Iterator[Finding]:
    """A salutation to somebody who has no part in the application, or in a wrong form."""
    written = letter.text[placed.start : placed.end]
    names = _names(written, context)
    contacts = _parts_of_names(context)
    if names and not any(word.folded in contacts for word in names):
        start, end = names[0].start, names[-1].end
        message = (
            f"“{written[start:end]}” is no contact of this application, which has "
            f"{', '.join(context.contacts[:3])}."
        )
        yield _finding(written[start:end], placed.start + start, message)
        return
    contact = _misaddressed(written, names, context.contacts)
    if contact:
        shown = " ".join(written.split())
        message = f"“{shown}” does not fit {contact}: look at the form of address."
        yield _finding(written, placed.start, message)


def _names(written: str, context: GateContext) -> list[Word]:
    """The words of a salutation that name somebody."""
    known = _no_names(context.language or Language.ENGLISH)
    company = words_of_name(context.company)
    return [
        word
        for word in words_of_text(written)
        if written[word.start].isupper() and word.folded not in known and word.folded not in company
    ]


@lru_cache
def _no_names(language: Language) -> frozenset[str]:
    """Words of the language's salutations that name nobody, folded."""
    words = {fold(word) for greeting in greeting_words(language) for word in greeting.split()}
    return frozenset(words) | _NO_NAMES


def _misaddressed(written: str, names: list[Word], contacts: tuple[str, ...]) -> str:
    """The contact who is greeted as a man and is none, or the other way round; else nothing.

    Without a name whoever is the only contact is greeted: "Monsieur,".
    """
    forms = {_FORM_OF[one.folded] for one in words_of_text(written) if one.folded in _FORM_OF}
    said = {word.folded for word in names}
    meant = [one for one in contacts if not said.isdisjoint(words_of_name(one))]
    if not names and len(contacts) == 1:
        meant = list(contacts)
    stated = {_form(one) for one in meant}
    wrong = len(forms) == 1 and len(stated) == 1 and stated <= {Form.MAN, Form.WOMAN}
    return meant[0] if wrong and forms != stated else ""


def _form(name: str) -> Form:
    addressee = addressee_of(Contact(0, "", name))
    return addressee.form if addressee else Form.UNKNOWN


def _further(
    letter: ComposedLetter, salutation: PlacedPart | None, context: GateContext
) -> Iterator[Finding]:
    """Greetings after the salutation to somebody else: left over from another letter."""
    after = salutation.end if salutation else 0
    if not any(letter.text.find(word, after) >= 0 for word in _GREETING):
        return
    contacts = _parts_of_names(context)
    for match in _GREETED.finditer(letter.text, after):
        is_first = salutation is None and letter.text[: match.start()].count("\n\n") == 0
        if fold(match["family"]) not in contacts and not is_first:
            message = f"The text greets “{match['whom']}”, who is no contact of this application."
            yield _finding(match["whom"], match.start("whom"), message)


def _parts_of_names(context: GateContext) -> set[str]:
    people = (*context.contacts, *context.addressees)
    return {part for name in people for part in words_of_name(name)}


def _finding(written: str, start: int, message: str) -> Finding:
    field = "hiring_manager"
    return Finding("salutation", False, field, written, start, start + len(written), message)
