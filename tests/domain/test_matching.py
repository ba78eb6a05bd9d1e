"""Which profile a job title means, and the level its words name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.matching import STRONG, best_by_words, best_matches, level_in

LIBRARY = [
    (1, "Accountant"),
    (2, "Backend Developer"),
    (3, "Data Engineer"),
    (4, "Elementary School Teacher"),
    (5, "Human Resources Specialist"),
    (6, "iOS Developer"),
    (7, "Project Manager"),
    (8, "Python Developer"),
    (9, "Python Web Developer"),
    (10, "Registered Nurse"),
    (11, "Software Engineer"),
]


def best(title: str) -> list[str]:
    """The titles that would be linked unasked, best first."""
    names = dict(LIBRARY)
    found = best_matches(title, LIBRARY, limit=len(LIBRARY))
    return [names[match.profile_id] for match in found if match.score >= STRONG]


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Sr. Python Developer", "senior"),
        ("Senior Staff Engineer", "staff"),
        ("Staff Senior Engineer", "staff"),
        ("Lead Data Engineer", "lead"),
        ("Engineering Team Lead", "lead"),
        ("Junior Developer (m/w/d)", "junior"),
        ("Jr Developer", "junior"),
        ("Entry-level Accountant", "junior"),
        ("Mid-Level Engineer", "mid"),
        ("Software Engineering Internship", "intern"),
        ("Principal Engineer", "principal"),
        ("PRINCIPAL / STAFF", "principal"),
        ("Sénior Developer", "senior"),
        ("Python Developer", ""),
        ("Software Engineer III", ""),
        ("Seniority Analyst", ""),
        ("Internal Auditor", ""),
        ("Leadership Coach", ""),
        ("Head of Data", ""),
        ("", ""),
        ("日本語教師", ""),
    ],
)
def test_the_highest_level_that_a_title_names_counts(title: str, level: str) -> None:
    assert level_in(title) == level


@pytest.mark.parametrize(
    ("title", "profile"),
    [
        ("Python Developer", "Python Developer"),
        ("python developer", "Python Developer"),
        ("Python Engineer", "Python Developer"),
        ("Senior Python Programmer (m/w/d)", "Python Developer"),
        ("Python Developer (f/m/x) - remote, full-time", "Python Developer"),
        ("Junior Backend Dev", "Backend Developer"),
        ("Data Engineer II", "Data Engineer"),
        ("Software Developer", "Software Engineer"),
        ("Python Web Engineer", "Python Web Developer"),
        ("IOS-Developer", "iOS Developer"),
        ("Registered Nurse, part time", "Registered Nurse"),
    ],
)
def test_a_title_finds_the_profile_it_means(title: str, profile: str) -> None:
    assert best(title)[0] == profile


def test_a_title_of_two_trades_finds_both() -> None:
    assert set(best("Senior Backend Engineer (Python)")[:2]) == {
        "Python Developer",
        "Backend Developer",
    }


@pytest.mark.parametrize(
    "title",
    ["Chef de partie", "Bus Driver", "Senior", "Head of Marketing", "", "(m/w/d)", "料理人", "😀"],
)
def test_a_title_of_another_trade_links_nothing(title: str) -> None:
    assert best(title) == []


def test_a_title_is_offered_its_neighbours_but_not_linked_to_them() -> None:
    found = best_matches("Game Developer", LIBRARY)

    assert found
    assert all(match.score < STRONG for match in found)


def test_the_first_of_two_equal_titles_wins_so_that_a_persons_own_does() -> None:
    own_first = [(90, "Python Developer"), *LIBRARY]

    assert best_matches("Python Developer", own_first, limit=1)[0].profile_id == 90


@pytest.mark.parametrize("title", ["Инженер-программист", "看護師", "مهندس برمجيات", "Ingénieur"])
def test_a_title_in_any_alphabet_finds_the_profile_of_its_own_name(title: str) -> None:
    found = best_matches(title, [*LIBRARY, (50, title)], limit=1)

    assert (found[0].profile_id, found[0].score) == (50, 1.0)


def test_no_more_are_offered_than_asked_for() -> None:
    assert len(best_matches("Developer", LIBRARY, limit=2)) == 2
    assert best_matches("Developer", []) == []


TRADES = ["python", "web", "backend", "developer", "engineer", "nurse", "c++", "c#"]
WORDS = st.sampled_from([*TRADES, "senior", "junior", "(m/w/d)", "ii"])
TITLES = st.lists(WORDS, max_size=6).map(" ".join)


@given(TITLES | st.text(max_size=40), st.lists(TITLES, max_size=8))
def test_scores_lie_between_nothing_and_all_and_fall(title: str, known: list[str]) -> None:
    found = best_matches(title, enumerate(known), limit=8)

    scores = [match.score for match in found]
    assert all(0 < score <= 1 for score in scores)
    assert scores == sorted(scores, reverse=True)


@given(TITLES, TITLES)
def test_a_level_changes_nothing_about_which_profile_fits(title: str, known: str) -> None:
    plain = best_matches(title, [(1, known)])

    assert best_matches(f"Senior {title}", [(1, known)]) == plain
    assert best_matches(f"{title}, Lead (f/m/d)", [(1, known)]) == plain


def test_what_the_posting_speaks_of_finds_the_profile_the_title_leaves_open() -> None:
    known = [(1, "Java Developer"), (2, "Python Developer"), (3, "Product Manager")]
    posting = "You write Python. Our product manager loves Python, some Java is a plus."

    assert best_by_words("Software Engineer II", posting, known) == 2
    assert best_by_words("Gardener", posting, known) is None
    assert best_by_words("Software Engineer II", "Some Python.", known) is None
