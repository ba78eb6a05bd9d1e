"""What names a company, and what a posting's title says, apart from how it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.repeats import company_words, telling_parts
from jobtracker.domain.titles import Title, read_title

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize(
    "name",
    [
        "Acme Robotics",
        "ACME ROBOTICS, INC.",
        "The Acme Robotics Co.",
        "Acme Robotics GmbH & Co. KG",
        "Acme Robotics gGmbH",
        "Acme Robotics Deutschland GmbH",
        "Acme Robotics GmbH Deutschland",
        "Acmé Robotics Holding e. V.",
        "Acme Robotics S.A.S.",
        "Acme Robotics Group plc",
    ],
)
def test_a_company_is_named_by_its_words_alone(name: str) -> None:
    assert company_words(name) == ("acme", "robotics")


@pytest.mark.parametrize("name", ["Group", "GmbH", "France SA", "Inc."])
def test_a_name_is_never_taken_away_whole(name: str) -> None:
    assert len(company_words(name)) == 1


@given(
    words=st.lists(st.text(LETTERS, min_size=5, max_size=12), min_size=1, max_size=3),
    place=st.integers(0, 40),
    letter=st.sampled_from(LETTERS),
)
def test_one_wrong_letter_leaves_a_part_of_a_long_name_to_be_found_by(
    words: list[str], place: int, letter: str
) -> None:
    # Arrange
    name = " ".join(words)
    slip = place % len(name)
    if name[slip] == " " or len(name) < 8:
        slip = len(name) - 1
    mistyped = name[:slip] + letter + name[slip + 1 :]

    # Act
    parts = telling_parts(company_words(name))

    # Assert
    assert len("".join(words)) < 8 or any(part in mistyped for part in parts)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Sr. Data Engineer II (m/w/d), Berlin",
            Title(("data", "developer"), ("berlin",), "senior", "2"),
        ),
        ("(Senior) Software Engineer", Title(("software", "developer"), (), "senior", "")),
        ("Mid-level Software Developer", Title(("software", "developer"), (), "", "")),
        ("Développeuse Python (F/H)", Title(("developpeur", "python"), (), "", "")),
        ("Softwareentwicklerin", Title(("softwareentwickler",), (), "", "")),
        ("Director of Finance", Title(("director", "finance"), (), "", "")),
        ("C++ Developer - Remote", Title(("c++", "developer"), (), "", "")),
        ("RN, Emergency", Title(("registered", "nurse"), ("emergency",), "", "")),
        ("", Title((), (), "", "")),
    ],
)
def test_a_title_is_what_the_work_is_where_and_at_which_level(text: str, title: Title) -> None:
    assert read_title(text) == title


@given(st.text(max_size=60))
def test_any_text_can_be_read_as_a_title_and_as_a_company(text: str) -> None:
    title = read_title(text)

    assert title.words == title.head + title.rest
    assert all(part and part == part.strip() for part in telling_parts(company_words(text)))
