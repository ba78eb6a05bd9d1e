"""The language of a letter that is mostly placeholders."""

import pytest

from jobtracker.domain.letter_kinds import Language
from jobtracker.exchange.templates.reading import read_bytes_as_template


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "[Company Name]\n\nEstimado/a [Hiring Manager]:\n\n[Text]\n\nAtentamente,\n[Your Name]",
            Language.SPANISH,
        ),
        ("[Nom de l'entreprise]\n[Votre adresse]\n\n[Votre nom]", Language.FRENCH),
        (
            "{Firmenname}\n\nSehr geehrte Damen und Herren,\n\n{Text}\n\nMit freundlichen Grüßen",
            Language.GERMAN,
        ),
        ("Dear [Name],\n\n[Paragraph]\n\nSincerely,\n[Your Name]", Language.ENGLISH),
        ("[1]", Language.ENGLISH),
    ],
)
def test_greeting_closing_and_placeholder_words_tell_the_language(
    text: str, language: Language
) -> None:
    assert read_bytes_as_template(text.encode(), "letter.txt").language is language


def test_the_read_preview_shows_the_greeting_as_it_will_be_kept() -> None:
    template = read_bytes_as_template(b"Dear [Mr./Ms.] [Last Name],\n\nI write.", "letter.txt")

    assert template.text == "{{ salutation }}\n\nI write."
