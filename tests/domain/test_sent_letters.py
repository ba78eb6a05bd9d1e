"""A letter that was sent once, read as a template."""

from jobtracker.domain.letter_samples import read_placeholders
from jobtracker.domain.sent_letters import with_date_open, with_names_asked

LETTER = (
    "Jane Smith\n\nGlobex Corporation\n1 Main Street\n\nJanuary 01, 1984\n\nDear Ms. Johnson,\n\n"
    "I want to join Globex Corporation as a nurse.\n\nSincerely,\n\nJane Smith"
)


def test_the_line_of_the_date_is_the_date_of_the_new_letter() -> None:
    assert "\n\n{{ date }}\n\nDear" in with_date_open(LETTER)
    assert with_date_open("Dear Ada,\n\n3 May 2024\n\nis a date.").count("{{") == 0


def test_names_of_an_old_letter_are_asked_about_where_they_stand() -> None:
    read = with_names_asked(read_placeholders(LETTER))

    assert [(one.written, one.guess) for one in read.questions] == [
        ("Jane Smith", "your_name"),
        ("Globex Corporation", "company"),
        ("Johnson", "hiring_manager"),
        ("Globex Corporation", "company"),
        ("Jane Smith", "your_name"),
    ]
    assert all(read.text[one.start : one.end] == one.written for one in read.questions)


def test_a_letter_that_names_nobody_asks_nothing() -> None:
    letter = (
        "Dear Hiring Manager,\n\nI worked at Initech Corporation.\n\nSincerely,\n{{ your_name }}"
    )

    assert not with_names_asked(read_placeholders(letter)).questions
