import time

import pytest

from jobtracker.domain.gate import Finding, GateContext, check, is_open
from jobtracker.domain.letters import MissingStyle, fill

HERE = GateContext(company="Acme Robotics", role="Senior Data Engineer", contacts=("Bo Lund",))


def findings(text: str, context: GateContext = HERE, **values: str) -> tuple[Finding, ...]:
    return check(fill(text, values), context)


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

    (found,) = check(filled, HERE)

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
    "text", ["At Wingtip Payments.", "WINGTIP PAYMENTS' ledger", "wíngtip\npayments"]
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
        ("other-role", True)
    ]
    assert rules("{{ previous_company }}", context, previous_company="Backend Engineer") == [
        ("other-role", True)
    ]


def test_an_everyday_word_that_is_also_a_company_only_warns() -> None:
    context = HERE._replace(other_companies=("Indeed", "Target"))

    assert rules("Indeed, I met the target.", context) == [("other-company", False)] * 2
    assert rules("I would join Target.", context) == [("other-company", True)]


def test_a_very_short_company_counts_only_as_it_is_written() -> None:
    context = HERE._replace(other_companies=("HP", "IT"))

    assert rules("it works on HP-UX; hp is small", context) == [("other-company", True)]


def test_a_company_in_a_script_without_spaces_is_found() -> None:
    context = HERE._replace(other_companies=("株式会社トヨタ",))

    assert rules("貴社の株式会社トヨタでは", context) == [("other-company", True)]


def test_another_applications_role_blocks_as_written_and_warns_otherwise() -> None:
    context = HERE._replace(other_roles=("Backend Engineer", "Analyst", "Data Engineer"))

    assert rules("As Backend Engineer,", context) == [("other-role", True)]
    assert rules("with a backend engineer", context) == [("other-role", False)]
    assert rules("an Analyst", context) == [("other-role", False)]
    assert rules("a Data Engineer", context) == []


def test_another_applications_contact_blocks_also_in_a_greeting_alone() -> None:
    context = HERE._replace(other_contacts=("Anna Smith", "Bo Berg"))

    assert rules("Thanks to Anna Smith.", context) == [("other-contact", True)]
    assert rules("Dear Ms Smith,", context) == [("other-contact", True)]
    assert rules("Dear Anna Smith,", context) == [("other-contact", True)]
    assert rules("Dear Bo,", context) == []
    assert rules("the smith of Anna", context) == []


def test_an_empty_letter_blocks_and_a_long_one_warns() -> None:
    assert rules(" \n") == [("empty", True)]
    assert rules("word " * 601) == [("too-long", False)]


def test_findings_come_in_the_order_of_the_text() -> None:
    context = HERE._replace(other_companies=("Litware",))
    found = findings("Litware {{ role }} [Company] Litware", context)

    assert [one.start for one in found] == sorted(one.start for one in found)


def test_a_thousand_names_are_looked_for_in_a_moment() -> None:
    names = tuple(f"Wingtip {n} Holding" for n in range(1000))
    text = "I wrote Wingtip code at Acme for [Company] and 7 others. " * 90
    context = HERE._replace(other_companies=names, other_roles=names, other_contacts=names)
    filled = fill(text, {})
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        check(filled, context)
        times.append(time.perf_counter() - begin)

    assert min(times) < 0.15
