import pytest

from jobtracker.domain.gate import Finding, GateContext, as_letter, check, is_open
from jobtracker.domain.letter_kinds import LetterKind
from jobtracker.domain.letters import MissingStyle, fill

HERE = GateContext(
    company="Acme Robotics",
    role="Senior Data Engineer",
    contacts=("Bo Lund",),
    kind=LetterKind.MAIL,
)
COVER = HERE._replace(kind=LetterKind.COVER_LETTER)


def findings(text: str, context: GateContext = HERE, **values: str) -> tuple[Finding, ...]:
    return check(as_letter(fill(text, values)), context)


def rules(text: str, context: GateContext = HERE, **values: str) -> list[tuple[str, bool]]:
    return [(found.rule, found.blocking) for found in findings(text, context, **values)]


def test_a_finished_letter_passes() -> None:
    text = (
        "Dear Bo Lund,\n\nAcme Robotics needs a Senior Data Engineer. I am one (C++, `list[int]`)."
    )

    assert findings(text) == ()
    assert is_open(findings(text))


@pytest.mark.parametrize("style", MissingStyle)
def test_a_missing_value_blocks_and_is_pointed_at(style: MissingStyle) -> None:
    filled = fill("I like {{ company_product }}.", {}, style)

    (found,) = check(as_letter(filled), HERE)

    assert (found.rule, found.blocking, found.field) == ("missing-field", True, "company_product")
    assert filled.text[found.start : found.end] == found.text
    assert found.message == "Company product is missing: type it, or take the field out."
    assert not is_open((found,))


@pytest.mark.parametrize("leftover", ["[Company]", "{{ broken }", "<Company>", "XXXX", "____"])
def test_a_leftover_placeholder_of_any_style_blocks(leftover: str) -> None:
    assert ("placeholder", True) in rules(f"I write to {leftover} today.")


def test_brackets_left_around_a_filled_field_block() -> None:
    assert rules("At [{{ company }}].", company="Acme Robotics") == [("placeholder", True)]


def test_brackets_of_the_companys_own_name_are_no_placeholder() -> None:
    context = HERE._replace(company="[solidcore]")

    assert rules("At {{ company }}.", context, company="[solidcore]") == []


def test_a_footnote_mark_only_warns() -> None:
    assert rules("As shown [1].") == [("footnote", False)]


@pytest.mark.parametrize(
    "text", ["At Wingtip Payments.", "WINGTIP PAYMENTS' ledger", "at wíngtip\npayments"]
)
def test_another_applications_company_blocks_in_any_case_and_accent(text: str) -> None:
    context = HERE._replace(other_companies=("Wingtip Payments Inc.", "Litware"))

    (found,) = findings(text, context)

    assert (found.rule, found.blocking, found.field) == ("other-company", True, "company")
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize("text", ["Acme Robotics", "At Acme I would ...", "roboticsmeta Wingtipp"])
def test_a_part_of_the_own_companys_name_or_of_a_word_is_fine(text: str) -> None:
    context = HERE._replace(other_companies=("Acme", "Robotics Ltd", "Meta", "Wingtip"))

    assert rules(text, context) == []


def test_a_longer_name_than_the_own_is_another_company() -> None:
    context = HERE._replace(company="Acme", other_companies=("Acme Robotics",))

    assert rules("At Acme Robotics.", context) == [("other-company", True)]


def test_a_previous_employer_may_be_named_though_one_applied_there_too() -> None:
    context = HERE._replace(other_companies=("Litware",))

    assert rules("I left {{ previous_company }}.", context, previous_company="Litware") == []
    assert rules("I left Litware.", context._replace(allowed=("Litware",))) == []
    assert rules("I left Litware.", context) == [("other-company", True)]


@pytest.mark.parametrize("field", ["hiring_manager", "location", "current_role", "your_name"])
def test_what_a_field_says_excuses_no_company_but_that_of_the_past(field: str) -> None:
    context = HERE._replace(other_companies=("Globex",))
    value = {field: "Globex Hiring Team"}

    text = "Dear {{ FIELD }}, I also admire Globex.".replace("FIELD", field)

    assert rules(text, context, **value) == [("other-company", True), ("other-company", True)]


def test_each_field_excuses_only_what_it_says() -> None:
    context = HERE._replace(
        other_companies=("Litware",),
        other_roles=("Backend Engineer",),
        other_contacts=("Anna Smith", "Ada Morgan"),
    )

    assert rules("As {{ current_role }}.", context, current_role="Backend Engineer") == []
    assert rules("Dear {{ hiring_manager }},", context, hiring_manager="Anna Smith") == []
    assert rules("Dear Dana,\n{{ your_name }}", context, your_name="Ada Morgan") == []
    assert rules("At {{ previous_company }}.", context, previous_company="Anna Smith") == [
        ("other-contact", True)
    ]
    assert rules("{{ hiring_manager }}", context, hiring_manager="Backend Engineer") == [
        ("other-role", False)
    ]
    assert rules("{{ previous_company }}", context, previous_company="Backend Engineer") == [
        ("other-role", False)
    ]


def test_an_everyday_word_is_no_company_where_it_is_not_meant_as_one() -> None:
    context = HERE._replace(other_companies=("Indeed", "Target"))

    assert rules("Indeed, I met the target.", context) == []
    assert rules("I would join Target.", context) == [("other-company", True)]


def test_a_very_short_company_counts_only_as_it_is_written() -> None:
    context = HERE._replace(other_companies=("HP", "IT"))

    assert rules("it works on HP-UX; hp is small", context) == [("other-company", True)]


def test_a_company_in_a_script_without_spaces_is_found() -> None:
    context = HERE._replace(other_companies=("株式会社トヨタ",))

    assert rules("貴社の株式会社トヨタでは", context) == [("other-company", True)]


def test_another_role_blocks_where_it_is_the_one_applied_for_and_warns_otherwise() -> None:
    context = HERE._replace(other_roles=("Backend Engineer", "Analyst", "Data Engineer"))

    assert rules("I apply as Backend Engineer.", context) == [("other-role", True)]
    assert rules("for the position of analyst", context) == [("other-role", True)]
    assert rules("As Backend Engineer at Acme I would", context) == [("other-role", True)]
    assert rules("I worked as a Backend Engineer.", context) == [("other-role", False)]
    assert rules("with a backend engineer", context) == []
    assert rules("apply as a Data Engineer", context) == []


def test_another_applications_contact_blocks_also_in_a_greeting_alone() -> None:
    context = HERE._replace(other_contacts=("Anna Smith", "Bo Berg"))

    assert rules("Thanks to Anna Smith.", context) == [("other-contact", True)]
    assert rules("Dear Ms Smith,", context) == [("other-contact", True)]
    assert rules("Dear Anna Smith,", context) == [("other-contact", True)]
    assert rules("Dear Bo,", context) == []
    assert rules("the smith of Anna", context) == []


def test_an_empty_letter_blocks_and_a_long_one_warns() -> None:
    assert rules(" \n") == [("empty", True)]
    assert rules("one word " * 201) == [("too-long", False)]
    assert rules("one word " * 200) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dear ,",
        "Dear Ms ,",
        "Sehr geehrte ,",
        "Sehr geehrter Herr ,",
        "Chère ,",
        "Estimado Sr. :",
        "Hello ,",
        "I work at .",
        "for the  position",
        "I have followed  for years.",
        "Hi. My name is , and I",
        "Ich arbeite bei .",
        "um die Stelle als  bei Acme",
        "au poste de  chez Acme",
        "para el puesto de  en Acme",
        "What I like is ’s calm.",
        "my colleague () and I",
        "Phone:",
        "Text.\n\n has grown.",
    ],
)
def test_a_place_where_a_value_is_missing_blocks(text: str) -> None:
    assert ("empty-value", True) in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dear Sir,",
        "Hello,",
        "Guten Tag,",
        "Bonjour Madame,",
        "the company I work for, and the ones I worked at.",
        "One sentence.  Another one.",
        "I ran main() and C++ .",
        "joignable à : 01 23",
        "a line\nat work",
        "Phone: 123\nRef: 7",
        "l’équipe d’Acme",
    ],
)
def test_what_only_looks_like_a_missing_value_does_not_block(text: str) -> None:
    assert [rule for rule in rules(text) if rule == ("empty-value", True)] == []


@pytest.mark.parametrize(
    ("company", "text"),
    [
        ("Wingtip Payments Inc.", "At Wingtp Payments I would"),
        ("Wingtip Payments Inc.", "At Wigntip Payments I would"),
        ("Litware", "Litwares Maschinen"),
        ("Litware", "l’équipe de Litware et d’Litware"),
        ("Siemens AG", "bei der Siemens AG"),
        ("Siemens AG", "Siemens’ Werke"),
        ("Fabrikam Group", "I would join Fabrikam."),
        ("Iberdrola, S.A.", "en Iberdrola"),
        ("Monday", "the position at Monday"),
        ("Target", "Target has grown"),
        ("Slack", "my interview with Slack"),
    ],
)
def test_another_company_is_known_in_any_form(company: str, text: str) -> None:
    found = rules(text, HERE._replace(other_companies=(company,)))

    assert found
    assert set(found) == {("other-company", True)}


@pytest.mark.parametrize(
    ("company", "text"),
    [
        ("Monday", "On Monday I present to the board, as on every Monday morning."),
        ("Next", "Next, I took a course."),
        ("Slack", "I use Slack, Notion and Figma."),
        ("Discovery Bank", "I made a discovery."),
        ("Acme Robotic", "At Acme Robotics"),
        ("Meta", "metadata"),
    ],
)
def test_a_word_that_is_no_name_there_does_not_block(company: str, text: str) -> None:
    context = HERE._replace(other_companies=(company,))

    assert [one for one in rules(text, context) if one[1]] == []


def test_a_past_employer_in_the_profile_may_be_named() -> None:
    context = HERE._replace(other_companies=("Litware",), past_employers=("Litware GmbH",))

    assert rules("At Litware I led five people.", context) == []


@pytest.mark.parametrize(
    ("company", "text"),
    [
        ("Acme Robotics", "I like Acme."),
        ("Acme Robotics", "ACME ROBOTICS, 5 High Street"),
        ("Bayerische Motoren Werke AG", "BMW baut Autos."),
        ("Grünwald & Söhne", "bei Grünwald und Söhne"),
        ("Nordlicht Verlag GmbH & Co. KG", "Nordlichts Bücher"),
        ("Indeed", "I want to work at Indeed."),
        ("Telefónica S.A.", "en Telefonica"),
    ],
)
def test_the_own_company_counts_as_named_in_a_short_form(company: str, text: str) -> None:
    assert rules(text, COVER._replace(company=company)) == []


@pytest.mark.parametrize(
    ("company", "text"),
    [
        ("Acme Robotics", "I like your work on robots."),
        ("Indeed", "Indeed, I like your work."),
        ("Monday", "On Monday I read your posting."),
        ("Bank of America", "I worked in a bank."),
    ],
)
def test_a_letter_that_does_not_name_its_company_blocks(company: str, text: str) -> None:
    context = COVER._replace(company=company)

    assert rules(text, context) == [("own-company-missing", True)]
    assert rules(text, context._replace(kind=LetterKind.THANK_YOU)) == []


def test_an_alias_names_the_own_company_and_is_no_other() -> None:
    context = COVER._replace(aliases=("Roboworks",), other_companies=("Roboworks",))

    assert rules("At Roboworks I would", context) == []


def test_findings_come_in_the_order_of_the_text() -> None:
    context = HERE._replace(other_companies=("Litware",))
    found = findings("Litware {{ role }} [Company] Litware", context)

    assert [one.start for one in found] == sorted(one.start for one in found)
