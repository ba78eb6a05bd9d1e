"""Which passphrases are taken."""

import pytest

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.passphrase_strength import strength_of
from jobtracker.domain.passphrases import check_passphrase


@pytest.mark.parametrize(
    "passphrase",
    [
        "four words make sense",
        "zq81xv-kk2m!",
        "Straße nach Süden",
        "пять слов подряд",
        "日本語の長い合言葉です",
    ],
)
def test_long_words_of_any_language_are_taken(passphrase: str) -> None:
    check_passphrase(passphrase)


@pytest.mark.parametrize(
    "passphrase",
    [
        "",
        "   ",
        "short",
        "aaaaaaaaaaaaaaa",
        "abababababab",
        "1234567890",
        "Password123",
        "qwertyuiop12",
        "correct horse battery staple",
        "Correct-Horse-Battery-Staple!1",
        "password password password",
        "P@ssw0rd2026",
        "to be or not to be, that is the question",
    ],
)
def test_what_is_guessed_first_is_refused_without_being_repeated(passphrase: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        check_passphrase(passphrase)
    assert not passphrase.strip() or passphrase not in str(refused.value)


@pytest.mark.parametrize(
    ("passphrase", "begins"),
    [
        ("short", "A passphrase has at least 10 characters; four or five words"),
        ("correct horse battery staple", "This passphrase is among the first"),
        ("correct horse battery staple and more", "Fair"),
        ("barge tulip mercury", "Good"),
        ("barge tulip mercury ladder", "Strong, unless"),
    ],
)
def test_while_it_is_typed_its_strength_is_said_and_nothing_else(
    passphrase: str, begins: str
) -> None:
    said = strength_of(passphrase)

    assert said.startswith(begins)
    assert "nothing was changed" not in said
