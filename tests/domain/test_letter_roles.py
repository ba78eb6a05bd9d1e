"""A role is said in a sentence, not as a posting prints it."""

import pytest

from jobtracker.domain.letter_roles import after_de, plain_role


@pytest.mark.parametrize(
    ("posted", "said"),
    [
        ("Developer (m/w/d)", "Developer"),
        ("Entwickler (w/m/div.) Backend", "Entwickler Backend"),
        ("Engineer (f/m/x)", "Engineer"),
        ("Analyste (h/f)", "Analyste"),
        ("Analyste [H/F]", "Analyste"),
        ("Analyste H/F", "Analyste"),
        ("Analyste - F/H", "Analyste"),
        ("Engineer (all genders)", "Engineer"),
        ("Engineer (Python)", "Engineer (Python)"),
        ("CI/CD engineer", "CI/CD engineer"),
        ("Editor (part-time)", "Editor (part-time)"),
        ("(m/w/d)", "(m/w/d)"),
    ],
)
def test_marks_that_it_is_open_to_all_are_left_out(posted: str, said: str) -> None:
    assert plain_role(posted) == said


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("Analyste", "d’Analyste"),
        ("Ingénieur", "d’Ingénieur"),
        ("Éditrice", "d’Éditrice"),
        ("hôte", "d’hôte"),
        ("Hôtesse d’accueil", "d’Hôtesse d’accueil"),
        ("Horloger", "d’Horloger"),
        ("Développeur", "de Développeur"),
        ("Hollandais", "de Hollandais"),
        ("Hand-balleur", "de Hand-balleur"),
        ("Head of Design", "de Head of Design"),
        ("Yield manager", "de Yield manager"),
    ],
)
def test_a_french_de_drops_its_vowel_before_another(role: str, said: str) -> None:
    assert after_de(role) == said
