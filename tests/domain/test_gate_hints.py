"""Hints that a letter is careless: a wrong form of address, a bare date, a foreign sentence."""

import pytest

from jobtracker.domain.gate import GateContext, as_letter, check
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_languages import frame
from jobtracker.domain.letter_parts import Part, compose
from jobtracker.domain.letters import fill

EN, DE, FR, ES = Language.ENGLISH, Language.GERMAN, Language.FRENCH, Language.SPANISH


def greeted(greeting: str, contact: str, language: Language) -> list[tuple[str, bool]]:
    parts = frame(language, LetterKind.MAIL)
    text = f"{greeting}\n\nAcme.\n\nAda Morgan"
    letter = compose(text, {}, parts, frozenset(Part) - {Part.BODY, Part.SALUTATION}, language)
    context = GateContext(contacts=(contact,), language=language, kind=LetterKind.MAIL)
    return [(one.rule, one.blocking) for one in check(letter, context)]


def said(text: str, language: Language = EN) -> list[tuple[str, str]]:
    context = GateContext(contacts=("Bo Lund",), language=language, kind=LetterKind.MAIL)
    found = check(as_letter(fill(text, {})), context)
    return [(one.rule, one.text) for one in found if not one.blocking]


def greetings(text: str) -> list[str]:
    return [written for rule, written in said(text) if rule == "salutation"]


@pytest.mark.parametrize(
    ("greeting", "contact", "language"),
    [
        ("Sehr geehrter Herr Wächter,", "Frau Dr. Sabine Wächter", DE),
        ("Sehr geehrter Herr Dr. Wächter,", "Frau Dr. Sabine Wächter", DE),
        ("Dear Mr. Smith,", "Ms Anna Smith", EN),
        ("Dear Mrs Smith,", "Mr John Smith", EN),
        ("Monsieur Durand,", "Mme Hélène Durand", FR),
        ("Estimado Sr. García:", "Sra. Lucía García", ES),
    ],
)
def test_a_wrong_form_of_address_is_pointed_out(
    greeting: str, contact: str, language: Language
) -> None:
    assert greeted(greeting, contact, language) == [("salutation", False)]


@pytest.mark.parametrize(
    ("greeting", "contact", "language"),
    [
        ("Sehr geehrte Frau Dr. Wächter,", "Frau Dr. Sabine Wächter", DE),
        ("Dear Mrs Smith,", "Ms Anna Smith", EN),
        ("Dear Mr Smith,", "John Smith", EN),
        ("Dear Dr Smith,", "Ms Anna Smith", EN),
        ("Dear Hiring Manager,", "Ms Anna Smith", EN),
    ],
)
def test_a_right_or_unknown_form_of_address_is_fine(
    greeting: str, contact: str, language: Language
) -> None:
    assert greeted(greeting, contact, language) == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Dear Bo Lund,\n\nIt is good. Dear Mr. Johnson, I can start.", "Mr. Johnson"),
        ("Sehr geehrte Frau Lund,\n\nSehr geehrter Herr Krause, ich kann", "Herr Krause"),
        ("Bonjour,\n\nJ’arrive.\n\nChère Madame Petit,", "Madame Petit"),
    ],
)
def test_a_second_greeting_to_a_stranger_is_pointed_out(text: str, written: str) -> None:
    assert greetings(text) == [written]


@pytest.mark.parametrize(
    "text", ["Dear Mr Lund,\n\nSo, dear Mr Lund, Dear Mr Lund: yes.", "Dear Ms Smith,\n\nYes."]
)
def test_the_first_greeting_and_ones_contact_are_fine(text: str) -> None:
    assert greetings(text) == []


def test_a_date_as_computers_write_it_is_pointed_out() -> None:
    context = GateContext(kind=LetterKind.MAIL)

    (found,) = check(as_letter(fill("I can start on 2027-01-04.", {})), context)

    assert (found.rule, found.blocking, found.text) == ("date", False, "2027-01-04")
    assert "4 January 2027" in found.message


@pytest.mark.parametrize("text", ["see a-2027-01-04.pdf", "ref 2027-01-04-77", "on 2027-13-44"])
def test_other_numbers_with_dashes_are_no_date(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I am glad to write to you. Je serais ravi de vous rencontrer dans vos bureaux.", EN),
        ("Ich freue mich. I would be happy to meet you and the team in person.", DE),
        ("Je suis prêt. Ich würde mich sehr über eine Einladung zu einem Gespräch freuen.", FR),
        ("Me gusta. I look forward to hearing from you and to meeting the team.", ES),
        ("I am glad. Quedo a su disposición para una entrevista con ustedes en la oficina.", EN),
    ],
)
def test_a_sentence_in_another_language_is_pointed_out(text: str, language: Language) -> None:
    assert [rule for rule, _ in said(text, language)] == ["language"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I read Le Monde and the memoirs of the Comte de la Fère in my free time.", EN),
        ("Ich leite das Team „The Best of All“ und bin für die Zahlen da.", DE),
        ("J’ai écrit « The Art of the Deal » pour le cours et nous l’avons lu.", FR),
    ],
)
def test_foreign_titles_in_a_sentence_are_fine(text: str, language: Language) -> None:
    assert said(text, language) == []
