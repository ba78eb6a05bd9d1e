"""Short names with a slip of the pen, and names that are only mentioned in passing."""

import pytest

from jobtracker.domain.gate import GateContext, as_letter, check
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letters import fill

EN, DE, FR, ES = Language.ENGLISH, Language.GERMAN, Language.FRENCH, Language.SPANISH
HERE = GateContext(
    company="Acme Robotics",
    role="Platform Engineer",
    other_companies=(
        "Notion", "Target", "Stripe", "Litware", "Deutsche Bahn", "Apple", "L’Oréal", "Siemens",
    ),
    other_roles=("Data Engineer", "Dateningenieurin", "Ingénieure de données"),
    other_contacts=("Maria Keller", "Hélène Durand"),
    kind=LetterKind.MAIL,
)  # fmt: skip


def named(text: str, language: Language = EN) -> list[bool]:
    found = check(as_letter(fill(text, {})), HERE._replace(language=language))
    return [one.blocking for one in found if one.rule.startswith("other-")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I would love to work at Notionn.", EN),
        ("I would love to join Traget.", EN),
        ("I admire Targets’s stores.", EN),
        ("Ich möchte bei Ltware arbeiten.", DE),
        ("Je voudrais rejoindre Stirpe.", FR),
        ("Quiero trabajar en Notoin.", ES),
        ("What I like is Siemens’s calm.", EN),
    ],
)
def test_a_slip_in_a_short_name_blocks_once(text: str, language: Language) -> None:
    assert named(text, language) == [True]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Motion is what I like; Nations differ.", EN),
        ("Forget the rest. Strike a balance.", EN),
        ("Die Motion und die Nation", DE),
        ("with notions of targets", EN),
        ("Notation is what I teach.", EN),
        ("I would work for Nation Media.", EN),
    ],
)
def test_a_word_near_a_short_name_is_no_slip(text: str, language: Language) -> None:
    assert named(text, language) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I was drawn to your Data Engineer position.", EN),
        ("After years in the field I saw the Data Engineer opening.", EN),
        ("I came to the Data Engineer opening by chance.", EN),
        ("Ihre Stelle als Dateningenieurin reizt mich.", DE),
        ("Votre poste d’Ingénieure de données m’attire.", FR),
    ],
)
def test_a_position_of_theirs_under_another_title_blocks(text: str, language: Language) -> None:
    assert named(text, language) == [True]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("My app was featured in Apple’s App Store.", EN),
        ("I have commuted with Deutsche Bahn for years.", EN),
        ("Ich pendle täglich mit Deutsche Bahn.", DE),
        ("We took L’Oréal as an example in my course.", EN),
        ("En cours, nous avons pris L’Oréal comme exemple.", FR),
        ("My former boss, Maria Keller, taught me much.", EN),
        ("meine frühere Chefin Maria Keller", DE),
        ("mon ancienne responsable, Hélène Durand", FR),
        ("mi antigua jefa, Maria Keller", ES),
    ],
)
def test_a_name_mentioned_in_passing_is_only_asked_about(text: str, language: Language) -> None:
    assert named(text, language) == [False]


@pytest.mark.parametrize(
    "text",
    [
        "I commute well and would like to work at Deutsche Bahn.",
        "For example, I admire Apple’s care.",
        "I spoke with Maria Keller, my contact at your firm.",
    ],
)
def test_a_name_that_is_written_to_still_blocks(text: str) -> None:
    assert named(text) == [True]


def test_an_everyday_word_in_lower_case_does_not_name_the_company() -> None:
    context = GateContext(company="Target", language=EN)

    found = check(as_letter(fill("I want to work for your target.", {})), context)

    assert [one.rule for one in found] == ["own-company-missing"]
