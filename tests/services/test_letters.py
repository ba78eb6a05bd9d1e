"""Drafting a letter, filling its fields, keeping its versions."""

from datetime import timedelta

import pytest
from tests.support.clock import FakeClock
from tests.support.workspaces import state, undone_and_redone

from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.letter_kinds import Language
from jobtracker.services.workspace import Workspace

SAMPLE = """Dear [Hiring Manager],

I am applying for the role of Data Wrangler at [Company].

At [Company], my most recent work was a nightly import.

[Your Name]"""


def letter_of(workspace: Workspace, text: str, company: str = "Acme", role: str = "Clerk") -> int:
    """A letter that says `text`, of a new application."""
    application = workspace.applications.add({"company": company, "role": role}).value
    letter = workspace.letters.draft(application).value
    workspace.letters.set_text(letter, text)
    return letter


def values(workspace: Workspace, letter: int) -> dict[str, str]:
    return workspace.letters.view(letter).values


def sources(workspace: Workspace, letter: int) -> dict[str, str]:
    return {field.name: field.source for field in workspace.letters.view(letter).fields}


def test_a_letter_begins_with_the_sample_of_its_profile(workspace: Workspace, acme: int) -> None:
    done = workspace.letters.draft(acme)

    view = workspace.letters.view(done.value)
    assert done.label == "new letter"
    assert view.template == "Python Developer"
    assert view.text == workspace.profiles.show("python-developer").letter
    assert [line.id for line in workspace.applications.view(acme).letters] == [done.value]


def test_without_a_profile_it_begins_with_the_standard_letter(workspace: Workspace) -> None:
    chef = workspace.applications.add({"company": "Bistro", "role": "Chef de partie"}).value

    assert workspace.letters.view(workspace.letters.draft(chef).value).template == "Standard"


def test_what_a_person_wrote_goes_before_the_library(workspace: Workspace) -> None:
    chef = workspace.applications.add({"company": "Bistro", "role": "Chef de partie"}).value
    workspace.letters.save_template("A first of my own", "Dear {{ company }}")

    own = workspace.letters.view(workspace.letters.draft(chef).value)

    assert own.template == "A first of my own"


@pytest.mark.parametrize("reference", ["Short", "short", " SHORT "])
def test_a_template_is_chosen_by_its_name_or_key(
    workspace: Workspace, acme: int, reference: str
) -> None:
    letter = workspace.letters.draft(acme, reference).value

    assert workspace.letters.view(letter).template == "Short"


def test_general_templates_are_listed_before_samples(workspace: Workspace) -> None:
    samples = [template.profile_id is not None for template in workspace.letters.templates()]

    assert samples == sorted(samples)
    assert samples.count(False) >= 5


def test_an_unknown_template_or_application_is_refused(workspace: Workspace, acme: int) -> None:
    before = state(workspace)

    with pytest.raises(NotFoundError, match="There is no letter template “Grand”"):
        workspace.letters.draft(acme, "Grand")
    with pytest.raises(NotFoundError, match="There is no application"):
        workspace.letters.draft(404)

    assert state(workspace) == before


def test_what_the_application_knows_is_filled_in_and_the_rest_is_missing(
    workspace: Workspace,
) -> None:
    letter = letter_of(
        workspace, "{{ date }}: {{ role }} at {{ company }}, {{ your_name }}, {{ achievement }}"
    )

    view = workspace.letters.view(letter)
    assert [(f.name, f.value, f.source, f.missing) for f in view.fields] == [
        ("date", "22 November 2026", "date", False),
        ("role", "Clerk", "application", False),
        ("company", "Acme", "application", False),
        ("your_name", "", "", True),
        ("achievement", "", "", True),
    ]
    assert view.filled().text == (
        "22 November 2026: Clerk at Acme, {{ your_name }}, {{ achievement }}"
    )


def test_the_date_of_a_letter_is_the_day_it_is_looked_at(
    workspace: Workspace, clock: FakeClock
) -> None:
    letter = letter_of(workspace, "{{ date }}")

    clock.advance(timedelta(days=10))

    assert workspace.letters.view(letter).filled().text == "2 December 2026"


def test_a_renamed_company_is_renamed_in_its_letters(workspace: Workspace) -> None:
    letter = letter_of(workspace, "{{ company }}")
    application = workspace.letters.view(letter).application_id

    workspace.applications.edit(application, {"company": "Globex"})

    assert workspace.letters.view(letter).filled().text == "Globex"


def test_what_a_person_says_of_themselves_is_remembered_for_the_next_letter(
    workspace: Workspace,
) -> None:
    text = "{{ your_name }}, {{ years_of_experience }}, {{ achievement }}, {{ hiring_manager }}"
    first, second = letter_of(workspace, text), letter_of(workspace, text, "Globex")

    workspace.letters.set_values(
        first,
        {
            "your_name": "Alex Morgan",
            "years_of_experience": "seven years",
            "achievement": "a fast parser",
            "hiring_manager": "Dana",
        },
    )

    assert values(workspace, second) == {
        "your_name": "Alex Morgan",
        "years_of_experience": "seven years",
    }
    assert sources(workspace, first)["your_name"] == "letter"
    assert sources(workspace, second)["your_name"] == "profile"


def test_undoing_a_value_forgets_it_too(workspace: Workspace) -> None:
    first, second = letter_of(workspace, "{{ your_name }}"), letter_of(workspace, "{{ your_name }}")
    workspace.letters.set_values(first, {"your_name": "Alex"})

    workspace.history.undo()

    assert (values(workspace, first), values(workspace, second)) == ({}, {})


def test_another_value_in_one_letter_leaves_the_other_letters_typed_value(
    workspace: Workspace,
) -> None:
    first, second = letter_of(workspace, "{{ your_name }}"), letter_of(workspace, "{{ your_name }}")
    workspace.letters.set_values(first, {"your_name": "Alex"})

    workspace.letters.set_values(second, {"your_name": "Alexandra"})

    assert values(workspace, first) == {"your_name": "Alex"}
    assert values(workspace, letter_of(workspace, "{{ your_name }}")) == {"your_name": "Alexandra"}


def test_a_value_can_be_taken_back(workspace: Workspace) -> None:
    letter = letter_of(workspace, "{{ company }} and {{ achievement }}")
    workspace.letters.set_values(letter, {"company": "Acme GmbH", "achievement": "a parser"})
    assert workspace.letters.view(letter).filled().text == "Acme GmbH and a parser"

    workspace.letters.set_values(letter, {"company": "", "achievement": " \n"})

    assert values(workspace, letter) == {"company": "Acme"}


def test_the_second_company_of_a_sample_is_never_filled_from_the_application(
    workspace: Workspace, orchard: str
) -> None:
    workspace.profiles.import_page(orchard)
    application = workspace.applications.add({"company": "Greenfield", "role": "Orchard Manager"})

    view = workspace.letters.view(workspace.letters.draft(application.value).value)

    assert view.template == "Orchard Manager"
    assert "at Greenfield." in view.filled().text
    assert "At {{ previous_company }} I brought" in view.filled().text
    assert {field.name for field in view.fields if field.missing} == {
        "previous_company",
        "your_name",
    }


@pytest.mark.parametrize("field", ["hiring_manager", "contact"])
def test_a_reader_typed_for_one_letter_is_greeted_in_its_language(
    workspace: Workspace, field: str
) -> None:
    letter = letter_of(workspace, "{{ salutation }}\n\nI bake at {{ company }}.")
    person = workspace.letters.view(letter).application_id
    workspace.contacts.add_to(person, {"name": "Priya Raman", "email": "p@acme.example"})
    asked = "{{ salutation }}\n\nI bake at {{ company }}. {{ contact_email }}"
    workspace.letters.set_text(letter, asked)

    workspace.letters.set_values(letter, {field: "Ms Anna Smith"})

    view = workspace.letters.view(letter)
    assert values(workspace, letter) == {"salutation": "Dear Ms Smith,", "company": "Acme"}
    assert sources(workspace, letter)["salutation"] == "language"
    assert view.composed().text.startswith("Acme\nMs Anna Smith\n")
    assert view.known["contact"] == "Priya Raman", "it comes back once the other is taken out"
    workspace.letters.set_values(letter, {field: ""})
    assert values(workspace, letter)["salutation"] == "Dear Priya Raman,"


def test_a_salutation_typed_as_such_goes_before_the_reader(workspace: Workspace) -> None:
    letter = letter_of(workspace, "{{ salutation }}\n\nI bake.")

    workspace.letters.set_values(letter, {"contact": "Ms Smith", "salutation": "Hello Anna,"})

    assert values(workspace, letter) == {"salutation": "Hello Anna,"}


def test_a_field_that_the_letter_has_not_is_refused_with_those_it_has(workspace: Workspace) -> None:
    letter = letter_of(workspace, "{{ company }} {{ achievement }}")

    with pytest.raises(NotFoundError, match=r"no field “salary”\. It has: company, achievement"):
        workspace.letters.set_values(letter, {"salary": "x", "achievement": "kept?"})

    assert values(workspace, letter) == {"company": "Acme"}


def test_a_value_that_cannot_be_kept_is_refused_by_its_label(workspace: Workspace) -> None:
    letter = letter_of(workspace, "{{ your_name }}")
    before = state(workspace)

    with pytest.raises(InvalidInputError, match="The your name holds a character"):
        workspace.letters.set_values(letter, {"your_name": "A\0"})
    with pytest.raises(InvalidInputError, match="The letter holds a character"):
        workspace.letters.set_text(letter, "half \ud83d")

    assert state(workspace) == before


def test_odd_values_are_kept_exactly(workspace: Workspace) -> None:
    letter = letter_of(workspace, "{{ achievement }}")
    value = '  "quoted" \\ {{ company }} 👩🏽‍🚀 שלום\r\n '

    workspace.letters.set_values(letter, {"achievement": value})

    assert values(workspace, letter)["achievement"] == value
    assert workspace.letters.view(letter).filled().text == value


def test_every_save_is_kept_as_a_version(workspace: Workspace, acme: int) -> None:
    letter = workspace.letters.draft(acme, "Short").value
    drafted = workspace.letters.view(letter).text
    workspace.letters.set_text(letter, "one {{ achievement }}")
    workspace.letters.set_values(letter, {"achievement": "a parser"})
    workspace.letters.save(letter, "two")

    versions = workspace.letters.versions(letter)

    said = [(v.number, workspace.letters.wording(letter, v.number).text) for v in versions]
    assert said == [
        (4, "two"), (3, "one {{ achievement }}"), (2, "one {{ achievement }}"), (1, drafted),
    ]  # fmt: skip
    assert versions[-1].name == "Short"
    assert not any(version.exported for version in versions)
    assert workspace.letters.view(letter).version == 4


def test_a_save_that_changes_nothing_keeps_no_version(workspace: Workspace) -> None:
    letter = letter_of(workspace, "same")

    assert workspace.letters.save(letter, "same", {"your_name": " "}).label == ""

    assert len(workspace.letters.versions(letter)) == 2


def test_an_earlier_version_can_be_restored_with_its_values(workspace: Workspace) -> None:
    letter = letter_of(workspace, "{{ achievement }}")
    workspace.letters.set_values(letter, {"achievement": "a parser"})
    workspace.letters.save(letter, "away with it", {"achievement": ""})

    done = workspace.letters.restore(letter, 3)

    assert done.label == "restore version 3"
    assert workspace.letters.view(letter).filled().text == "a parser"
    assert workspace.letters.view(letter).version == 5


def test_a_version_that_was_never_kept_is_refused(workspace: Workspace, acme: int) -> None:
    letter = workspace.letters.draft(acme).value

    with pytest.raises(NotFoundError, match="no version 7"):
        workspace.letters.restore(letter, 7)


def test_everything_done_to_a_letter_can_be_undone(workspace: Workspace, clock: FakeClock) -> None:
    letter = letter_of(workspace, "{{ your_name }} and {{ achievement }}")
    clock.advance(timedelta(minutes=1))
    everything = {"your_name": "Alex", "achievement": "a parser"}

    undone_and_redone(workspace, lambda w: w.letters.save(letter, "{{ your_name }}", everything))


def test_a_letter_taken_away_comes_back_with_its_versions(workspace: Workspace) -> None:
    letter = letter_of(workspace, "once written")
    before = (workspace.letters.view(letter), workspace.letters.versions(letter))

    assert workspace.letters.remove(letter).label == "delete letter"
    assert workspace.letters.lines() == []
    with pytest.raises(NotFoundError, match="There is no letter"):
        workspace.letters.view(letter)

    workspace.history.undo()
    assert (workspace.letters.view(letter), workspace.letters.versions(letter)) == before


def test_a_letter_can_be_kept_as_a_template_of_ones_own(workspace: Workspace, acme: int) -> None:
    done = workspace.letters.save_template("Mine", "Dear {{ company }}")

    letter = workspace.letters.draft(acme, "mine").value

    assert done.label == "save template Mine"
    assert workspace.letters.view(letter).filled().text == "Dear Acme Robotics"
    assert {t.name: t.origin for t in workspace.letters.templates()}["Mine"] == "own"


@pytest.mark.parametrize(("name", "text"), [(" ", "Dear"), ("Mi\0ne", "Dear"), ("Mine", "\0")])
def test_a_template_that_cannot_be_kept_is_refused(
    workspace: Workspace, name: str, text: str
) -> None:
    before = state(workspace)

    with pytest.raises(InvalidInputError):
        workspace.letters.save_template(name, text)

    assert state(workspace) == before


def test_the_list_says_how_far_each_letter_is_from_leaving(
    workspace: Workspace, clock: FakeClock
) -> None:
    unfinished = letter_of(workspace, "{{ achievement }} {{ your_name }} [Company] {{ company }}")
    clock.advance(timedelta(minutes=1))
    finished = letter_of(workspace, "All said.", "Globex")

    listed = workspace.letters.listed()

    assert [(row.id, row.missing, row.leftovers) for row in listed] == [
        (finished, 0, 0), (unfinished, 2, 1),
    ]  # fmt: skip
    assert [line.id for line in workspace.letters.lines()] == [finished, unfinished]


def test_a_contact_of_another_company_stops_a_letter_and_one_of_its_own_does_not(
    workspace: Workspace,
) -> None:
    letter = letter_of(workspace, "Dear Ms Haddad, Priya Iyer told me about the work.")
    acme = workspace.letters.view(letter).application_id
    globex = workspace.applications.add({"company": "Globex", "role": "Clerk"}).value
    workspace.contacts.add_to(globex, {"name": "Noor Haddad"})
    workspace.contacts.add_to(acme, {"name": "Priya Iyer"})

    found = workspace.letters.check(letter)
    assert [(one.rule, one.text, one.blocking) for one in found] == [
        ("other-contact", "Haddad", True)
    ]

    second = workspace.applications.add({"company": "Acme", "role": "Cook"}).value
    workspace.contacts.add_to(second, {"name": "Noor Haddad"})
    assert workspace.letters.check(letter) == ()


def test_a_template_in_another_language_is_the_one_that_says_the_same(
    workspace: Workspace,
) -> None:
    key = workspace.applications.add({"company": "Acme", "role": "Clerk"}).value

    for template, language, drafted in (
        ("Short", Language.FRENCH, "Lettre de motivation courte"),
        ("short-fr", Language.ENGLISH, "Short"),
        ("Standard", Language.GERMAN, "Anschreiben"),
    ):
        letter = workspace.letters.draft(key, template, language=language).value
        assert workspace.letters.view(letter).name == drafted
