"""Letters are filled with what the program knows, and each value says where it comes from."""

from datetime import date

import pytest
from tests.support.clock import FakeClock

from jobtracker.domain.contacts import Contact, LinkedContact
from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.known_fields import KNOWN_FIELDS
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.my_profile import MyProfile, OwnField
from jobtracker.domain.stages import Stage
from jobtracker.services.letter_values import KnownValues, known_for, known_values, main_contact
from jobtracker.services.workspace import Workspace

TODAY = FakeClock().today()


def known(
    workspace: Workspace,
    application_id: int,
    language: Language = Language.ENGLISH,
    kind: LetterKind = LetterKind.COVER_LETTER,
) -> KnownValues:
    with workspace.database.read() as session:
        return known_values(session, application_id, language, TODAY, kind)


def test_the_application_is_known(workspace: Workspace, acme: int) -> None:
    workspace.applications.edit(acme, {"reference": "A-17", "url": "https://acme.example/17"})

    values, sources = known(workspace, acme)

    assert (values["company"], sources["company"]) == ("Acme Robotics", "application")
    assert values["role"] == "Senior Python Developer"
    assert values["reference"] == "A-17"
    assert values["posting_url"] == "https://acme.example/17"
    assert values["work_location"] == "Austin, TX"


def test_dates_and_pay_are_in_the_language_of_the_letter(workspace: Workspace, acme: int) -> None:
    workspace.applications.edit(
        acme, {"deadline": date(2026, 12, 1), "pay": "€60,000 a year", "ask": "€65,000 a year"}
    )

    values, sources = known(workspace, acme, Language.FRENCH)

    assert (values["date"], sources["date"]) == ("22 novembre 2026", "date")
    assert (values["deadline"], sources["deadline"]) == ("1er décembre 2026", "application")
    assert (values["pay"], sources["pay"]) == ("60\u202f000\u00a0€ par an", "pay")
    assert values["ask"] == "65\u202f000\u00a0€ par an"


def test_the_company_has_an_address_and_a_city(workspace: Workspace, acme: int) -> None:
    company = workspace.applications.view(acme).company.id
    workspace.companies.edit(company, {"address": "500 Congress Ave\nAustin, TX 78701"})

    values, sources = known(workspace, acme)
    letter = workspace.letters.draft(acme).value

    assert (values["company_city"], sources["company_city"]) == ("Austin", "company")
    assert "Acme Robotics\n500 Congress Ave\nAustin, TX 78701\n" in (
        workspace.letters.view(letter).composed().text
    )


@pytest.mark.parametrize(
    "address",
    [
        "Acme Robotics\n500 Congress Ave",
        "ACME Robotics GmbH\n500 Congress Ave",
        "Acme Robotics, 500 Congress Ave",
    ],
)
def test_the_company_is_named_once_where_its_address_begins_with_its_name(
    workspace: Workspace, acme: int, address: str
) -> None:
    company = workspace.applications.view(acme).company.id
    workspace.companies.edit(company, {"address": address})

    letter = workspace.letters.view(workspace.letters.draft(acme).value)

    assert letter.composed().text.startswith("Acme Robotics\n500 Congress Ave\n\n")


def test_an_address_names_the_contact_and_the_role_loses_its_marks(
    workspace: Workspace, acme: int
) -> None:
    workspace.applications.edit(acme, {"role": "Analyste (h/f)"})
    workspace.contacts.add_to(acme, {"name": "Herr Jürgen Groß"}, "Hiring manager")

    german = workspace.letters.view(workspace.letters.draft(acme, "short-de").value)
    french = workspace.letters.view(workspace.letters.draft(acme, "short-fr").value)

    assert "Acme Robotics\nHerrn Jürgen Groß\n" in german.composed().text
    assert "Bewerbung als Analyste\n\nSehr geehrter Herr Groß," in german.composed().text
    assert "candidature au poste d’Analyste\n" in french.composed().text
    assert "au poste d’Analyste. L’essentiel" in french.composed().text
    rules = {one.rule for one in workspace.letters.check(french.id)}
    assert not {"other-role", "other-contact", "other-company"} & rules


def test_an_email_address_is_nobodys_name(workspace: Workspace, acme: int) -> None:
    workspace.contacts.add_to(acme, {"name": "jobs@acme.example"}, "Hiring manager")

    values, _ = known(workspace, acme)

    assert not {"contact", "hiring_manager", "addressee"} & values.keys()
    assert values["salutation"] == "Dear Hiring Manager,"


def test_nothing_is_made_up(workspace: Workspace) -> None:
    key = workspace.applications.add(
        {"company": "Acme", "role": "Lamplighter", "stage": Stage.SAVED}
    ).value

    values, _sources = known(workspace, key)

    assert set(values) == {"company", "role", "date", "salutation", "closing"}


def test_the_contact_who_decides_is_greeted(workspace: Workspace, acme: int) -> None:
    workspace.contacts.add_to(acme, {"name": "Priya Raman"}, "Recruiter")
    workspace.contacts.add_to(acme, {"name": "Frau Dr. Anna Weber"}, "Hiring manager")

    values, sources = known(workspace, acme, Language.GERMAN)

    assert (values["contact"], sources["contact"]) == ("Frau Dr. Anna Weber", "contact")
    assert values["hiring_manager"] == "Frau Dr. Anna Weber"
    assert values["salutation"] == "Sehr geehrte Frau Dr. Weber,"
    assert sources["salutation"] == "language"


def test_salutation_and_closing_follow_the_kind(workspace: Workspace, acme: int) -> None:
    letter, _ = known(workspace, acme, Language.GERMAN)
    mail, _ = known(workspace, acme, Language.GERMAN, LetterKind.MAIL)

    assert (letter["salutation"], mail["salutation"]) == (
        "Sehr geehrte Damen und Herren,",
        "Guten Tag,",
    )
    assert (letter["closing"], mail["closing"]) == ("Mit freundlichen Grüßen", "Freundliche Grüße")


def test_the_next_interview_and_the_last_one_are_told_apart(
    workspace: Workspace, acme: int
) -> None:
    for starts in ("2026-11-10T10:00", "2026-11-20", "2026-12-02T09:00", "2026-12-09"):
        workspace.interviews.add(acme, {"starts": starts})

    values, _ = known(workspace, acme)

    assert values["interview_date"] == "2 December 2026"
    assert values["last_interview_date"] == "20 November 2026"


def test_an_interview_that_was_called_off_is_neither(workspace: Workspace, acme: int) -> None:
    for starts in ("2026-11-20", "2026-12-02"):
        workspace.interviews.add(acme, {"starts": starts, "result": "cancelled"})

    values, _ = known(workspace, acme)

    assert "interview_date" not in values
    assert "last_interview_date" not in values


def test_a_source_that_is_no_name_is_left_out(workspace: Workspace, acme: int) -> None:
    workspace.applications.edit(acme, {"source": "Company site"})
    assert "source" not in known(workspace, acme).values

    workspace.applications.edit(acme, {"source": "LinkedIn"})
    assert known(workspace, acme).values["source"] == "LinkedIn"


def test_the_role_profile_gives_its_title_and_first_duty(workspace: Workspace, acme: int) -> None:
    workspace.applications.edit(acme, {"profile": "python-developer"})

    values, sources = known(workspace, acme)

    assert (values["role_profile"], sources["role_profile"]) == ("Python Developer", "role profile")
    assert values["role_duty"].startswith("Build backend services")


def test_my_profile_is_known_in_every_letter(workspace: Workspace, acme: int) -> None:
    own = OwnField("Driving licence", "class B")
    workspace.me.save(
        MyProfile(
            name="Anna Weber",
            years_of_experience="7",
            current_role="an analyst",
            own_fields=(own,),
        )
    )

    values, sources = known(workspace, acme, Language.GERMAN)

    assert (values["your_name"], sources["your_name"]) == ("Anna Weber", "profile")
    assert (values["years_of_experience"], values["current_role"]) == ("7 Jahre", "analyst")
    assert (values["driving_licence"], sources["driving_licence"]) == ("class B", "profile")


def test_every_known_value_is_that_of_a_known_field_and_has_a_source(
    workspace: Workspace, acme: int
) -> None:
    values, sources = known(workspace, acme)

    assert set(values) <= set(KNOWN_FIELDS)
    assert set(values) <= set(sources)


def test_an_application_that_is_gone_is_said(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError, match="no longer there"):
        known(workspace, 4711)


def test_many_letters_are_read_at_once(workspace: Workspace) -> None:
    keys = [
        workspace.applications.add({"company": f"Firm {n}", "role": "Designer"}).value
        for n in range(20)
    ]

    with workspace.database.read() as session:
        found = known_for(session, keys, TODAY)

    assert [found.of(key, Language.ENGLISH).values["company"] for key in keys] == [
        f"Firm {n}" for n in range(20)
    ]


def linked(*parts: str) -> list[LinkedContact]:
    return [LinkedContact(Contact(n, "", part or "nobody"), part) for n, part in enumerate(parts)]


@pytest.mark.parametrize(
    ("parts", "chosen"),
    [
        (("Interviewer", "Recruiter", "Hiring manager"), "Hiring manager"),
        (("Interviewer", "HR partner"), "HR partner"),
        (("", "Interviewer"), "nobody"),
    ],
)
def test_the_main_contact_decides_or_recruits_or_came_first(
    parts: tuple[str, ...], chosen: str
) -> None:
    contact = main_contact(linked(*parts))

    assert contact is not None
    assert contact.name == chosen


def test_without_contacts_there_is_no_main_one() -> None:
    assert main_contact([]) is None


@pytest.mark.parametrize("template", ["short", "short-de", "short-fr", "short-es"])
def test_a_short_letter_is_complete_once_my_profile_is_filled_in(
    workspace: Workspace, acme: int, template: str
) -> None:
    workspace.me.save(
        MyProfile(
            name="Anna Weber",
            email="anna@weber.example",
            phone="+49 30 555",
            years_of_experience="7",
            current_role="Analyst",
        )
    )

    letter = workspace.letters.view(workspace.letters.draft(acme, template).value)

    assert letter.composed().missing == ()
