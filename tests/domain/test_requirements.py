"""What a posting asks: required, nice to have, mentioned, not needed; and for how long."""

import pytest
from tests.support.skill_texts import FRESH, HELD_BACK, TUNED, bundled, labelled, score

from jobtracker.domain.requirements import MENTIONED, NICE, NOT_NEEDED, REQUIRED, Asked, asked


def weights(text: str, company: str = "") -> dict[str, str]:
    return {one.skill.name: one.weight for one in read(text, company)}


def read(text: str, company: str = "") -> list[Asked]:
    return asked(text, bundled().find(text, company))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You must have Python.", {"Python": REQUIRED}),
        ("Python is a plus.", {"Python": NICE}),
        ("Docker and Terraform preferred.", {"Docker": NICE, "Terraform": NICE}),
        ("Python required, Docker is an advantage.", {"Python": REQUIRED, "Docker": NICE}),
        ("Ideally you know Terraform.", {"Terraform": NICE}),
        ("We build with Python.", {"Python": MENTIONED}),
        ("No Java required.", {"Java": NOT_NEEDED}),
        ("You don't need Kubernetes.", {"Kubernetes": NOT_NEEDED}),
        (
            "No Java, Kotlin or Scala needed.",
            dict.fromkeys(["Java", "Kotlin", "Scala"], NOT_NEEDED),
        ),
        ("A PhD is not required.", {"PhD": NOT_NEEDED}),
        ("Docker is helpful but not required.", {"Docker": NICE}),
        ("No Java required, but Python is a must.", {"Java": NOT_NEEDED, "Python": REQUIRED}),
    ],
)
def test_the_words_of_a_sentence_weigh_what_it_names(text: str, expected: dict[str, str]) -> None:
    assert weights(text) == expected


@pytest.mark.parametrize(
    "label",
    ["Not required:", "Not needed:", "Not necessary:", "No need for:", "No need for",
     "Nicht erforderlich:", "Not required\t", "NOT REQUIRED:", "- Not required:", "Not required –",
     "Python is a must. Not required:", "Nobody expects you to know"],
)  # fmt: skip
def test_a_label_before_the_skills_says_that_they_are_not_needed(label: str) -> None:
    found = weights(f"Requirements\n- Go developer\n\n{label} Java, Kotlin\n")

    assert (found["Java"], found["Kotlin"]) == (NOT_NEEDED, NOT_NEEDED)


@pytest.mark.parametrize(
    ("heading", "weight"),
    [
        ("What do I have to know?", REQUIRED),
        ("What is good to know?", NICE),
        ("What don't you need?", NOT_NEEDED),
        ("⭐ What would be great", NICE),
        ("❌ What you can leave at home", NOT_NEEDED),
        ("Anforderungen", REQUIRED),
        ("Von Vorteil", NICE),
        ("Nicht nötig", NOT_NEEDED),
        ("You won't need:", NOT_NEEDED),
    ],
)
def test_a_heading_may_be_a_question_a_picture_or_german(heading: str, weight: str) -> None:
    assert weights(f"{heading}\nDocker and Terraform\n") == {"Docker": weight, "Terraform": weight}


@pytest.mark.parametrize(
    "text",
    ["A plus: Docker, Terraform, German", "A plus: Docker, Terraform, German.",
     "Nice to have: Docker, Terraform and German", "PLUS: DOCKER, TERRAFORM, GERMAN."],
)  # fmt: skip
def test_a_language_at_the_end_of_a_list_is_one_of_its_skills(text: str) -> None:
    assert weights(text) == {"Docker": NICE, "Terraform": NICE, "German": NICE}


def test_headings_weigh_the_lines_below_them() -> None:
    text = (
        "What you will do\n- Write Python\n\nRequirements:\n- SQL\n\n"
        "Nice to have\n- Docker\n\nNot needed: Java\n"
    )

    assert weights(text) == {
        "Python": MENTIONED,
        "SQL": REQUIRED,
        "Docker": NICE,
        "Java": NOT_NEEDED,
    }


def test_what_a_firm_says_of_itself_of_its_benefits_and_of_the_law_is_not_asked() -> None:
    text = (
        "About us\nWe wrote the first Java server.\n\nRequirements\n- Python\n\n"
        "Benefits\n- Spanish lessons, fluent teachers\n- HR support\n\n"
        "We are an equal opportunity employer regardless of accounting skills.\n"
    )

    assert weights(text) == {"Python": REQUIRED}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("5+ years of Python in production", "5+ years of Python"),
        ("Python (3-5 years)", "Python (3-5 years"),
        ("three years with PostgreSQL", "three years with PostgreSQL"),
    ],
)
def test_years_are_kept_as_words_with_their_skill(text: str, words: str) -> None:
    (one,) = read(text)

    assert one.years is not None
    assert text[slice(*one.years)] == words


def test_the_labelled_postings_are_read_well() -> None:
    tuned, held_back = score(*TUNED), score(*HELD_BACK)

    for figures in (tuned, held_back):
        assert figures.recall >= 0.92, figures
        assert figures.precision >= 0.97, figures
    assert tuned.weighed / tuned.both >= 0.95


def test_postings_of_other_trades_and_styles_are_read_well_too() -> None:
    fresh = score(*FRESH)

    assert fresh.recall >= 0.88, fresh
    assert fresh.precision >= 0.94, fresh
    assert fresh.weighed / fresh.both >= 0.88


def test_there_are_enough_postings_over_many_trades() -> None:
    assert len(list(labelled(*TUNED, *HELD_BACK))) >= 30
    assert len(list(labelled(*HELD_BACK))) == 8
