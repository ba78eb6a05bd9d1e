import pytest

from jobtracker.domain.letter_looks import LetterLook, PageStyle
from jobtracker.typesetting.glyphs import unshown
from jobtracker.typesetting.scripts import runs_right_to_left, script_of, scripts_in

NOBODYS = "\U0010f123"
"""A character for private use: no font has it."""


@pytest.mark.parametrize("style", list(PageStyle))
@pytest.mark.parametrize(
    "text",
    [
        "Plain words.",
        "“Quotes” – dashes — ellipsis… • €5 ½ №",
        "Zażółć gęślą jaźń",
        "Γειά σου Κόσμε",
        "Здравствуйте",
        "e\u0301 soft\u00adhyphen zero\u200bwidth joiner\u200d",
        "",
    ],
)
def test_the_shipped_fonts_show_european_scripts(text: str, style: PageStyle) -> None:
    assert unshown(text, LetterLook(style)) == ()


def test_what_no_font_shows_is_told_with_its_place() -> None:
    text = f"Dear {NOBODYS}{NOBODYS} {NOBODYS}, hello {NOBODYS}"

    found = unshown(text, LetterLook())

    assert found == ((5, 9, "special signs"), (17, 18, "special signs"))
    assert unshown(text, LetterLook()) == found


@pytest.mark.parametrize(
    ("sign", "script"),
    [
        ("ا", "Arabic"),
        ("א", "Hebrew"),
        ("职", "Chinese"),
        ("の", "Japanese"),
        ("한", "Korean"),
        ("न", "Devanagari"),
        ("Ω", "Greek"),
        ("é", "Latin"),
        ("😀", "emoji"),
        ("7", ""),
        (",", ""),
        (" ", ""),
    ],
)
def test_scripts_have_the_names_people_know(sign: str, script: str) -> None:
    assert script_of(sign) == script


def test_han_signs_are_of_the_language_around_them() -> None:
    assert scripts_in("职位") == ("Chinese",)
    assert scripts_in("日本の会社") == ("Japanese",)
    assert scripts_in("Plain") == ("Latin",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello", False),
        ("שלום Ada", True),
        ("2026 مرحبا", True),
        ("Ada שלום", False),
        ("(…) 12", False),
        ("", False),
    ],
)
def test_the_first_letter_says_which_way_a_paragraph_runs(text: str, expected: bool) -> None:
    assert runs_right_to_left(text) is expected
