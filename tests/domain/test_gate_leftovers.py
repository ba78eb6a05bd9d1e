"""Leftovers that no sign surrounds: words in capitals, debris of programs, a model's own words."""

import pytest

from jobtracker.domain.gate import Finding, GateContext, as_letter, check
from jobtracker.domain.letter_kinds import LetterKind
from jobtracker.domain.letters import fill

HERE = GateContext(company="Acme Robotics", role="Data Engineer", kind=LetterKind.MAIL)


def placeholders(text: str) -> list[Finding]:
    return [one for one in check(as_letter(fill(text, {})), HERE) if one.rule == "placeholder"]


def sure(text: str) -> list[str]:
    return [one.text for one in placeholders(text) if one.blocking]


@pytest.mark.parametrize(
    "leftover",
    [
        "YOUR NAME",
        "YOUR SKILL HERE",
        "INSERT COMPANY",
        "COMPANY NAME HERE",
        "COMPANY NAME",
        "ADD YOUR REASON",
        "IHR NAME",
        "FIRMENNAME EINFÜGEN",
        "NAME DES UNTERNEHMENS",
        "NOM DE L’ENTREPRISE",
        "VOTRE NOM",
        "NOMBRE DE LA EMPRESA",
        "SU NOMBRE",
        "$SKILL",
        "$EMPLOYER",
        "(nom de l'entreprise)",
        "(your skill here)",
        "(nom de votre employeur)",
        "(Name des Unternehmens)",
        "(nombre de la empresa)",
    ],
)
def test_words_that_ask_for_something_block(leftover: str) -> None:
    assert sure(f"My years with {leftover} have taught me much.") == [leftover]


@pytest.mark.parametrize(
    ("text", "leftover"),
    [
        ("I saved $X million a year.", "$X"),
        ("I saved X million euros.", "X"),
        ("Sales grew by Y% in a year.", "Y"),
        ("um Y % gesteigert", "Y"),
        ("I would like to work at Company Name.", "Company Name"),
        ("Ich möchte bei Name des Unternehmens arbeiten.", "Name des Unternehmens"),
        ("travailler chez Nom de l’entreprise", "Nom de l’entreprise"),
        ("trabajar en Nombre de la empresa", "Nombre de la empresa"),
        ("Dear undefined,", "undefined"),
        ("Dear null null,", "null null"),
        ("I would like to join None and nan.", "None and nan"),
        ("for your team at null.", "null"),
        ("worth NaN euros", "NaN"),
        ("Hallo undefined, ich schreibe", "undefined"),
    ],
)
def test_names_and_numbers_never_filled_in_block(text: str, leftover: str) -> None:
    assert sure(text) == [leftover]


@pytest.mark.parametrize(
    "text",
    [
        "As an AI language model, I cannot know your company.",
        "Certainly! Here is a cover letter for the role:",
        "Sure, here's a draft you can adapt:",
        "Natürlich! Hier ist ein Anschreiben für die Stelle:",
        "Als KI-Sprachmodell kann ich das nicht wissen.",
        "Bien sûr ! Voici une lettre de motivation :",
        "En tant que modèle de langage, je ne sais pas.",
        "¡Claro! Aquí tienes una carta de presentación:",
        "Como modelo de lenguaje, no lo sé.",
    ],
)
def test_what_a_language_model_says_of_itself_blocks_and_says_why(text: str) -> None:
    (found,) = placeholders(text)

    assert found.blocking
    assert "language model" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "YOUR REQUIREMENTS\n\nMY EXPERIENCE",
        "I paid $USD 90 and $CAD 10, or $900K.",
        "I held $AAPL for years.",
        "None of these had nulls, and none was undefined.",
        "I removed undefined behaviour and null values.",
        "Wir haben bei null angefangen.",
        "I train AI language models and work as an AI engineer.",
        "Here is what a cover letter cannot say.",
        "Generation Y people buy less.",
        "Der Name des Unternehmens steht für Ruhe.",
        "au nom de l’entreprise",
        "Litware (the company I left) and Fabrikam (your rival) differ.",
        "I grew up (name aside) in Leeds.",
        "WHAT I OFFER HERE",
        "At IBM and NASA I led a NATO project.",
    ],
)
def test_what_only_looks_like_it_does_not_block(text: str) -> None:
    assert sure(text) == []


@pytest.mark.parametrize("text", ["We all [care] for it.", "Wir [alle] wollen das."])
def test_a_common_word_in_brackets_is_asked_about(text: str) -> None:
    (found,) = placeholders(text)

    assert not found.blocking


def test_a_word_in_brackets_that_names_a_gap_blocks() -> None:
    assert sure("My [adjective] [skill] helps [department].") == [
        "[adjective]",
        "[skill]",
        "[department]",
    ]
