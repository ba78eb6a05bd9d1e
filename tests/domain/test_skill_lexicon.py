"""Finding skills in a text: their names, everyday words, employers, and words at their place."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.skill_texts import BUNDLED, bundled

from jobtracker.domain.skill_lexicon import names_of
from jobtracker.domain.skill_tokens import singular, tokens
from jobtracker.exchange.skill_lists import read_skill_lists


def named(text: str, company: str = "") -> list[str]:
    return names_of(bundled().find(text, company))


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("JS and HTML5", "JavaScript"),
        ("We run k8s in production", "Kubernetes"),
        ("front-end work with Vue 3", "Vue.js"),
        ("C++, C# and .NET", "C++"),
        ("C++, C# and .NET", ".NET"),
        ("PLCs and SCADA", "PLC programming"),
        ("a valid driver’s licence", "Driving licence"),
        ("drivers license", "Driving licence"),
        ("OSHA-10 card", "OSHA 10"),
        ("data visualisation", "Data visualization"),
        ("Microsoft SQL Server", "Microsoft SQL Server"),
    ],
)
def test_a_skill_is_found_by_any_of_its_names(text: str, skill: str) -> None:
    assert skill in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "We go the extra mile.",
        "Go above and beyond for our guests.",
        "Excel at what you do.",
        "Spring 2027 start.",
        "Access to the gym and rest when you need it.",
        "Express yourself freely.",
        "A swift answer, a spark of joy.",
        "Series C funded, R&D budget, vitamin C.",
        "Our executive chef and the C-suite.",
        "React quickly to changes.",
        "Word of mouth is how most of us came here.",
        "French fries and Italian food.",
        "Write to java@python.example or see https://ruby.example/rust/go.",
        "Come to 12 Java Street.",
    ],
)
def test_everyday_words_names_of_places_and_addresses_are_no_skills(text: str) -> None:
    assert named(text) == []


def test_an_everyday_word_counts_among_skills_and_after_words_that_speak_of_them() -> None:
    assert named("Experience with Go.") == ["Go"]
    assert named("Python, R and Excel") == ["Python", "R", "Microsoft Excel"]
    assert named("Go developer") == ["Go"]
    assert named("- Spark") == ["Apache Spark"]
    assert named("EXCEL in all you do") == []


def test_the_employer_is_no_skill_but_its_product_by_its_full_name_is() -> None:
    assert named("Join Oracle! At Oracle we listen.", "Oracle") == []
    assert named("At Tableau we listen. Tableau is a great place. Tableau's office.") == []
    assert named("Reports in Tableau.") == ["Tableau"]
    assert named("Salesforce hires. You keep Salesforce CRM clean.", "Salesforce, Inc.") == [
        "Salesforce"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Beacon IT Recruitment is hiring for a client.",
        "We are hiring on behalf of Tidepool Robotics.",
        "Tidepool Robotics, a maker of underwater robots, seeks you.",
        "Tidepool Robotics\n\nBackend Developer in Leeds",
        "Join Marlow Pharmacy! Marlow Pharmacy's team is small. Marlow Pharmacy 2026.",
    ],
)
def test_a_firm_that_the_text_tells_of_is_no_skill_where_the_company_is_not_known(
    text: str,
) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Industrial Robotics is a plus.", "Robotics"),
        ("Knowledge of Senior Payroll", "Payroll"),
        ("Underwater Robotics, a plus", "Robotics"),
        ("- Field Recruiting", "Recruiting"),
    ],
)
def test_a_trade_in_capitals_is_still_a_skill(text: str, skill: str) -> None:
    assert skill in named(text)


def test_a_language_people_speak_needs_words_about_speaking_it() -> None:
    assert named("Fluent English and German.") == ["English", "German"]
    assert named("German C1") == ["German"]
    assert named("Bilingual Spanish a plus") == ["Spanish"]
    assert named("an English company with German customers") == []


def test_a_longer_name_is_not_read_as_the_shorter_one_within_it() -> None:
    assert named("React Native and Spring Boot") == ["React Native", "Spring Boot"]
    assert named("Google Cloud Platform") == ["Google Cloud"]


def test_names_of_a_profile_join_for_one_match_and_leave_the_lexicon_alone() -> None:
    extended = bundled().extended(["Tide forecasting", "Python 3.12", "Type hints and mypy"])

    found = names_of(extended.find("You know tide forecasting, Python and type hints and mypy."))

    assert found == ["Tide forecasting", "Python", "Type hints and mypy"]
    assert named("You know tide forecasting") == ["Forecasting"]


def test_what_a_skill_implies_is_followed_all_the_way() -> None:
    assert list(bundled().implied("Next.js")) == ["React", "JavaScript"]
    assert list(bundled().implied("Python")) == []


def test_the_lists_name_every_skill_once_and_imply_only_skills_there_are() -> None:
    known = read_skill_lists(BUNDLED)
    names = [skill.name for skill in known.skills]
    written = {name for skill in known.skills for name in (skill.name, *skill.aliases)}

    assert len(names) >= 700
    assert len(names) == len(set(names))
    assert {other for skill in known.skills for other in skill.implies} <= set(names)
    folded = {name.casefold() for name in written}
    assert {word for word in known.careful if word.casefold() not in folded} == set()
    assert known.makers <= written
    assert known.cased <= written


_PIECES = st.sampled_from(
    ["Go", "Python", "C", "C++", ".NET", "Excel", "French", "fluent", ", ", " and ", "\n", "- ",
     "R", "SQL", "’s", "Straße", "é", "🚀", " ", ".", "https://a.example/go", "AWS", "at Oracle"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40).map("".join), st.sampled_from(["", "Oracle", "Go"]))
def test_whatever_the_text_a_skill_is_one_of_its_names_at_its_place(
    text: str, company: str
) -> None:
    last = 0
    for found in bundled().find(text, company):
        assert last <= found.start < found.end <= len(text)
        last = found.end
        said = text[found.start : found.end]
        names = (found.skill.name, *found.skill.aliases)
        assert singular_keys(said) & {" ".join(tokens(name).keys) for name in names}


def singular_keys(said: str) -> set[str]:
    """What was found as it is looked up: as it stands, or without its plural."""
    key = " ".join(tokens(said).keys)
    return {key, singular(key)}


@pytest.mark.parametrize("piece", ["German, ", "Aa ", "Beacon IT Recruitment is hiring. ", "Go "])
def test_a_very_long_text_is_read_in_linear_time(piece: str) -> None:
    lengths = 20_000, 80_000
    times = []
    for length in lengths:
        text = piece * (length // len(piece))
        start = time.process_time()
        bundled().find(text)
        times.append(time.process_time() - start)

    assert times[1] < 10 * times[0] + 0.2
