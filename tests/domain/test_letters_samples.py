from pathlib import Path

import pytest

from jobtracker.domain.letter_samples import (
    TemplateText,
    answered,
    read_placeholders,
    template_from_sample,
)
from jobtracker.domain.letters import fields_in
from jobtracker.domain.placeholders import find_placeholders

CASES = Path(__file__).parent.parent / "data" / "letters"


def test_the_company_worked_for_is_not_the_company_applied_to() -> None:
    template = template_from_sample((CASES / "developer_sample.txt").read_text("utf-8"))

    assert "position at {{ company }}." in template
    assert "My most recent work at {{ previous_company }} involved" in template
    assert fields_in(template) == ("company", "previous_company", "your_name")


def test_capitals_in_braces_become_known_fields() -> None:
    template = template_from_sample((CASES / "caps_in_braces.txt").read_text("utf-8"))

    assert fields_in(template) == (
        "your_name",
        "your_email",
        "date",
        "hiring_manager",
        "company",
        "role",
        "years_of_experience",
        "company_product",
        "custom_paragraph",
    )
    assert "with {{ years_of_experience }} of practice" in template


@pytest.mark.parametrize(
    "sentence",
    [
        "My most recent work at [Company] was fun.",
        "In my previous role at [Company] I led five people.",
        "When I worked at [Company], we shipped weekly.",
        "I am currently at [Company].",
        "I'm currently working as a nurse at [Company].",
        "I joined [Company] in 2019.",
        "During my time at [Company] I built two teams.",
        "I have worked for [Company] since 2020.",
        "[Company], where I led the data team, grew fast.",
        "At [Company] I brought the share of good fruit up.",
        "Thank you for reading. At [Company], I led five people.",
        "I'm at ease in teams. At my previous job at [Company Name] I ran one.",
    ],
)
def test_a_company_of_ones_own_past_is_a_previous_one(sentence: str) -> None:
    assert fields_in(template_from_sample(sentence)) == ("previous_company",)


@pytest.mark.parametrize(
    "sentence",
    [
        "I'm applying for the role at [Company].",
        "I am excited to join [Company].",
        "I would love to work for [Company].",
        "Working at [Company] would be a pleasure.",
        "I am drawn to [Company] for its calm.",
        "Having read about [Company], I write today.",
        "I worked hard to be ready for the opportunity at [Company].",
        "My years of practice would serve [Company] well.",
        "Your team at [Company] writes well.",
        "I have long admired [Company].",
        "At [Company] I would build on that.",
        "For the opening at [Company] I prepared a plan.",
    ],
)
def test_the_company_applied_to_stays_the_company(sentence: str) -> None:
    assert fields_in(template_from_sample(sentence)) == ("company",)


def test_in_doubt_a_later_company_after_a_deed_of_ones_own_is_a_previous_one() -> None:
    template = template_from_sample("I write to [Company]. I built the ledger at [Company].")

    assert fields_in(template) == ("company", "previous_company")


def test_a_later_company_in_praise_stays_the_company() -> None:
    template = template_from_sample("I write to [Company]. I noticed the calm at [Company].")

    assert fields_in(template) == ("company",)


@pytest.mark.parametrize(
    ("sample", "template"),
    [
        ("Dear [Name],", "Dear {{ hiring_manager }},"),
        ("Dear Mr./Ms. [Last Name],", "Dear Mr./Ms. {{ hiring_manager }},"),
        ("Regards,\n[Name]", "Regards,\n{{ your_name }}"),
        ("Regards,\nYour Name", "Regards,\n{{ your_name }}"),
        ("[X]+ years of it", "{{ years_of_experience }} of it"),
        (
            "Made XX% more in ____ and ____",
            "Made {{ blank }}% more in {{ blank_2 }} and {{ blank_3 }}",
        ),
        ("See [my page](https://example.com)", "See [my page](https://example.com)"),
        ("{{ company }} and TBD", "{{ company }} and {{ blank }}"),
        ("{{# referrer }}Hi{{/ referrer }}", "{{# referrer }}Hi{{/ referrer }}"),
    ],
)
def test_placeholders_become_fields(sample: str, template: str) -> None:
    assert template_from_sample(sample) == template


def asked(template: TemplateText) -> list[tuple[str, str | None]]:
    return [(question.written, question.guess) for question in template.questions]


@pytest.mark.parametrize(
    ("sample", "template"),
    [
        ("Guten Tag [Ansprechpartner],", "Guten Tag {{ hiring_manager }},"),
        ("bei der {{Firma}} als [Stelle]", "bei der {{ company }} als {{ role }}"),
        ("chez [Nom de l’entreprise]", "chez {{ company }}"),
        ("[Nombre de la empresa], [Puesto]", "{{ company }}, {{ role }}"),
        ("{{Company_Name}} and {{ own_words }}", "{{ company }} and {{ own_words }}"),
        ("With [custom skill]", "With {{ custom_skill }}"),
        ("{ MERGEFIELD Company \\* MERGEFORMAT }", "{{ company }}"),
        ("\\recipient{Company}{Address}", "\\recipient{{{ company }}}{{{ your_address }}}"),
        ("COMPANY_NAME, %ROLE%, *|FNAME|*", "{{ company }}, {{ role }}, {{ your_name }}"),
        ("Max Mustermann, yourname@example.com", "{{ your_name }}, {{ your_email }}"),
    ],
)
def test_plain_placeholders_become_fields_without_a_question(sample: str, template: str) -> None:
    assert read_placeholders(sample) == TemplateText(template)


@pytest.mark.parametrize(
    ("sample", "questions"),
    [
        ("I met [he/she].", [("[he/she]", "he_she")]),
        ("Dear [Mr./Ms.] Smith", [("[Mr./Ms.]", "form_of_address")]),
        ("[Insert two lines about us]", [("[Insert two lines about us]", "two_lines_about_us")]),
        ("Dear ......,", [("......", "hiring_manager")]),
        ("I want to work at ________.", [("________", "company")]),
        ("for the position of XXXX", [("XXXX", "role")]),
        ("Salary: TBD", [("TBD", "blank")]),
        ("Globex [now part of Initech] did", [("[now part of Initech]", None)]),
        ("{% if x %}yes", [("{% if x %}", None)]),
    ],
)
def test_what_only_a_person_can_decide_is_asked_with_a_guess(
    sample: str, questions: list[tuple[str, str | None]]
) -> None:
    template = read_placeholders(sample)

    assert template.text == sample
    assert asked(template) == questions
    assert all(question.why for question in template.questions)


def test_questions_point_into_the_new_text() -> None:
    template = read_placeholders("At [Company] I met [he/she] for {role} and [Explain why].")

    written = [template.text[q.start : q.end] for q in template.questions]
    assert written == ["[he/she]", "[Explain why]"]


def test_answers_replace_what_was_asked_and_the_rest_is_asked_again() -> None:
    template = read_placeholders("At [Company] I met [he/she], ____ and [see below] here.")

    some = answered(template, {0: "colleague", 2: None})

    assert some.text == "At {{ company }} I met {{ colleague }}, ____ and [see below] here."
    assert asked(some) == [("____", "blank")]
    (left,) = some.questions
    assert some.text[left.start : left.end] == "____"


@pytest.mark.shared
def test_the_letter_of_the_page_the_project_began_with(shared_data: Path) -> None:
    page = (shared_data / "role_profiles" / "python_developer.txt").read_text("utf-8")
    letter = page.split("Sample cover letter\n")[1].split("\nFrequently")[0]

    assert [p.text for p in find_placeholders(letter)] == ["[Company]", "[Company]", "[Your Name]"]
    assert fields_in(template_from_sample(letter)) == ("company", "previous_company", "your_name")


@pytest.mark.shared
def test_every_placeholder_of_the_collected_letters_becomes_a_field(shared_data: Path) -> None:
    for path in sorted((shared_data / "letters").glob("*.txt")):
        template = template_from_sample(path.read_text("utf-8"))
        kept = [p.text for p in find_placeholders(template)]
        assert kept
        assert all(text.startswith("{{ ") for text in kept)


@pytest.mark.shared
def test_the_collected_letters_ask_for_what_they_mean(shared_data: Path) -> None:
    single = read_placeholders((shared_data / "letters/braces_single.txt").read_text("utf-8"))
    double = read_placeholders((shared_data / "letters/braces_double_caps.txt").read_text("utf-8"))

    assert not single.questions
    assert fields_in(single.text) == (
        "role",
        "company",
        "years_of_experience",
        "field",
        "custom_paragraph",
        "your_name",
        "your_email",
        "your_phone",
    )
    assert not double.questions
    assert fields_in(double.text) == (
        "your_name",
        "location",
        "your_email",
        "date",
        "company",
        "company_address",
        "hiring_manager",
        "role",
        "start_date",
        "company_interest_content",
        "extra_company_specific_content",
        "previous_company",
    )
