"""Which profile a job title means, and the level its words name."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.matching import (
    STRONG,
    Alternates,
    best_by_words,
    best_matches,
    fitting,
    keys_within,
    level_in,
    name_key,
)

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

    named = best_by_words("Software Engineer II", posting, known)
    assert named is not None
    assert named.profile_id == 2
    assert best_by_words("Gardener", posting, known) is None
    assert best_by_words("Software Engineer II", "Some Python.", known) is None


def also_called(*titles: tuple[int, str]) -> Alternates:
    found: dict[str, list[tuple[int, str]]] = {}
    for key, title in titles:
        found.setdefault(name_key(title), []).append((key, title))
    return found


def test_a_match_says_which_words_of_the_title_it_has() -> None:
    (found,) = best_matches("Sr. Python Engineer (m/w/d)", [(8, "Python Developer")])
    assert found.why == "title words: python, developer"


def test_an_alternate_title_finds_the_profile_and_is_named() -> None:
    also = also_called((1, "Bookkeeper"), (1, "Payroll Clerk"), (2, "Server Programmer"))

    (clerk, *_) = best_matches("Senior Payroll Clerk, Berlin", LIBRARY, alternates=also)
    (server, *_) = best_matches("Server Engineer", LIBRARY, alternates=also)

    assert (clerk.profile_id, clerk.why) == (1, "alternate title: Payroll Clerk")
    assert (server.profile_id, server.why) == (2, "alternate title: Server Programmer")


def test_the_title_itself_comes_before_an_alternate_one_that_says_the_same() -> None:
    also = also_called((1, "Python Developer"))
    found = best_matches("Python Developer", LIBRARY, alternates=also)
    assert [match.profile_id for match in found[:2]] == [8, 1]
    assert found[0].why == "title words: python, developer"


def test_one_word_of_an_alternate_title_is_not_enough_in_a_longer_one() -> None:
    also = also_called((1, "Programmer"))
    assert best_matches("Game Programmer", [(1, "Accountant")], alternates=also) == []
    assert best_matches("Programmer", [(1, "Accountant")], alternates=also)[0].profile_id == 1


def test_a_title_in_the_plural_is_the_same_title() -> None:
    (found,) = best_matches("Registered Nurse", [(1, "Registered Nurses")])
    assert found.score == 1


def test_of_two_that_fit_alike_the_one_of_the_same_level_comes_first() -> None:
    known = [(1, "Data Analyst"), (2, "Senior Data Analyst"), (3, "Principal Data Analyst")]
    assert best_matches("Senior Data Analyst (f/m/d)", known)[0].profile_id == 2
    assert best_matches("Data Analyst", known)[0].profile_id == 1


def test_what_the_posting_names_is_said_with_how_often() -> None:
    known = [(1, "Java Developer"), (2, "FastAPI Developer")]
    (first, *_) = fitting("Software Engineer", "FastAPI here, FastAPI there. fastapi!", known)
    assert (first.profile_id, first.why) == (2, "the posting names FastAPI 3 times")


@given(TITLES, TITLES)
def test_every_alternate_title_within_a_title_is_among_its_keys(title: str, more: str) -> None:
    words = name_key(title).split()
    if len(words) > 1:
        assert (
            name_key(title) in keys_within(f"{title} {more}")
            or len(name_key(f"{title} {more}").split()) > 8
        )


def test_a_hundred_thousand_alternate_titles_cost_no_more_than_a_few() -> None:
    few = also_called((1, "Payroll Clerk"))
    many: Alternates = {
        **{f"{n} clerk": [(n % 900, f"{n} Clerk")] for n in range(100_000)},
        **few,
    }
    roles = [(n, f"Trade {n}") for n in range(900)]

    def taken(also: Alternates) -> float:
        begin = process_time()
        for _ in range(20):
            best_matches("Senior Payroll Clerk, Berlin", roles, alternates=also)
        return process_time() - begin

    taken(few)
    assert taken(many) < 3 * taken(few) + 0.05
