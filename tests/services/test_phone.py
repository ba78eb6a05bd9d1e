"""Somebody calls: who it may be for a few letters, and the one card about them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.letter_kinds import LetterKind
from jobtracker.domain.phone import MOST_CALLERS
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace
from jobtracker.storage.phone import MOST_NAMES

MOST_STATEMENTS = 9
CARD_STATEMENTS = 9


def add(workspace: Workspace, company: str, role: str = "Tester", **fields: object) -> int:
    whole = {"company": company, "role": role, "stage": Stage.APPLIED, **fields}
    return workspace.applications.add(whole).value  # type: ignore[arg-type]


def names(workspace: Workspace, typed: str) -> list[str]:
    return [caller.company for caller in workspace.phone.callers(typed)]


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that are run meanwhile, on whatever connection."""
    seen: list[str] = []

    def note(*arguments: object) -> None:
        seen.append(str(arguments[2]))

    event.listen(Engine, "before_cursor_execute", note)
    yield seen
    event.remove(Engine, "before_cursor_execute", note)


@pytest.mark.parametrize(
    ("company", "typed"),
    [
        ("Acme Robotics", "ac"),
        ("Acme Robotics", "AC"),
        ("Acme Robotics", " ro "),
        ("Acme Robotics", "acme ro"),
        ("Société Générale", "gen"),
        ("Société Générale", "GÉN"),
        ("Müller-Wagner GmbH", "wag"),
        ("AT&T", "at&"),
        ("e.on", "on"),
        ("Straße 7", "strasse"),
        ("字节跳动", "跳动"),
        ("[Redacted] *Star*?", "[red"),
        ("[Redacted] *Star*?", "*st"),
        ("100% Green_Energy", "100%"),
    ],
)
def test_the_first_letters_of_any_word_of_a_company_find_it(
    workspace: Workspace, company: str, typed: str
) -> None:
    add(workspace, "Globex")
    add(workspace, company)

    assert names(workspace, typed)[0] == company


@pytest.mark.parametrize("typed", ["cm", "obot", "xyz", "%", "_", "'", '"', "🙂", "*"])
def test_letters_within_a_word_find_nobody(workspace: Workspace, typed: str) -> None:
    add(workspace, "Acme Robotics")

    assert names(workspace, typed) == []


def test_an_alias_finds_its_company(workspace: Workspace) -> None:
    key = add(workspace, "Alphabet")
    company = workspace.applications.view(key).company.id
    workspace.companies.edit(company, {"aliases": ("Google Cloud",)})

    assert names(workspace, "goo") == ["Alphabet"]
    assert names(workspace, "clo") == ["Alphabet"]


def test_a_contact_finds_the_applications_they_are_part_of_before_those_of_their_company(
    workspace: Workspace,
) -> None:
    other = add(workspace, "Globex", "Engineer")
    theirs = add(workspace, "Globex", "Tester")
    workspace.contacts.add_to(theirs, {"name": "Zoë Östberg", "company": "Globex"}, "Recruiter")

    found = workspace.phone.callers("ost")

    assert [caller.application_id for caller in found] == [theirs, other]
    assert {caller.contact for caller in found} == {"Zoë Östberg"}


def test_a_role_finds_it_last(workspace: Workspace) -> None:
    by_role = add(workspace, "Globex", "Senior Data Engineer")
    closed = add(workspace, "Datadog")
    workspace.log.close(closed, Outcome.REJECTED)
    opened = add(workspace, "Data Works")

    found = [caller.application_id for caller in workspace.phone.callers("da")]

    assert found == [opened, closed, by_role]


def test_open_applications_of_a_company_come_before_closed_and_archived_ones(
    workspace: Workspace,
) -> None:
    archived = add(workspace, "Acme", "First", archived=True)
    closed = add(workspace, "Acme", "Second")
    workspace.log.close(closed, Outcome.NO_REPLY)
    opened = add(workspace, "Acme", "Third")

    found = workspace.phone.callers("ac")

    assert found[0].application_id == opened
    assert {caller.application_id for caller in found[1:]} == {archived, closed}


def test_at_most_eight_are_named(workspace: Workspace) -> None:
    for number in range(MOST_CALLERS + 3):
        add(workspace, f"Acme {number}")

    assert len(workspace.phone.callers("ac")) == MOST_CALLERS


def test_among_many_companies_of_a_beginning_the_newest_open_ones_are_found(
    workspace: Workspace,
) -> None:
    for number in range(MOST_NAMES + 5):
        closed = add(workspace, f"Company {number:03}")
        workspace.log.close(closed, Outcome.REJECTED)
    late = add(workspace, "Company 999")

    assert workspace.phone.callers("co")[0].application_id == late


def test_without_letters_who_has_an_interview_today_comes_first_then_the_newest_contact(
    workspace: Workspace,
) -> None:
    quiet = add(workspace, "Quiet", applied_on=None)
    add(workspace, "Only saved", stage=Stage.SAVED)
    old = add(workspace, "Old", applied_on=workspace.clock.today().replace(day=1))
    today = add(workspace, "Today", applied_on=workspace.clock.today().replace(day=2))
    workspace.interviews.add(today, {"starts": "2026-11-22T14:00"})
    gone = add(workspace, "Gone")
    workspace.log.close(gone, Outcome.REJECTED)

    found = [caller.application_id for caller in workspace.phone.callers("  ")]

    assert found == [today, quiet, old]


def test_the_card_says_what_was_agreed_said_and_advertised(
    workspace: Workspace, tmp_path: Path
) -> None:
    key = add(
        workspace,
        "Acme Robotics",
        pay="$140,000 - $165,000 a year",
        ask="$160,000 a year",
        posting="We build robots.",
        next_action="Send references",
        notes="Floor: $150,000 a year.",
    )
    cv = tmp_path / "cv.pdf"
    cv.write_bytes(b"cv")
    workspace.documents.add(key, cv, "cv", sent_on=workspace.clock.today())
    workspace.contacts.add_to(key, {"name": "Ana", "phone": "+1 555 010 0100"}, "Recruiter")
    workspace.interviews.add(key, {"starts": "2026-11-24T14:00"})
    workspace.log.offer(key, "$155,000 a year")
    workspace.log.message(
        key, "Good news. We can do $158,000 a year.", incoming=True, channel="phone"
    )

    card = workspace.phone.card(key)

    assert card.record.posting == "We build robots."
    assert card.record.posting_captured_on == workspace.clock.today()
    assert [one.name for one in card.documents] == ["cv.pdf"]
    assert [one.contact.phone for one in card.contacts] == ["+1 555 010 0100"]
    assert [offer.pay.text for offer in card.pay.offers] == ["$155,000 a year"]
    assert [quote.words for quote in card.pay.said] == [
        "We can do $158,000 a year.",
        "Floor: $150,000 a year.",
    ]
    assert card.last is not None
    assert card.last.words == "Good news. We can do $158,000 a year."
    assert card.interview is not None
    assert card.interview.starts == "2026-11-24T14:00"


@pytest.mark.usefixtures("qapp")
def test_a_letter_is_shown_as_it_left_whatever_became_of_it_since(
    workspace: Workspace, tmp_path: Path
) -> None:
    key = add(workspace, "Acme")
    letter = workspace.letters.draft(key).value
    workspace.letters.set_text(letter, "Dear {{ company }}, {{ achievement }}.")
    workspace.letters.set_values(letter, {"achievement": "I mend robots"})
    workspace.letter_exports.export(letter, tmp_path / "acme.pdf", override="it is a test")
    workspace.letters.set_text(letter, "Another text")

    card = workspace.phone.card(key)

    ((_, _, name, on, text),) = card.letters
    assert (name, on, text) == (
        "acme.pdf",
        workspace.clock.today(),
        "Dear Acme, I mend robots.",
    )
    assert card.documents == (), "its PDF is the letter itself"


def test_a_mistake_that_was_taken_back_is_not_quoted(workspace: Workspace) -> None:
    key = add(workspace, "Acme")
    workspace.log.message(key, "We pay $900,000 a year.", incoming=True, channel="phone")
    mistake = workspace.applications.view(key).events[-1]
    workspace.log.retract(mistake.id)

    card = workspace.phone.card(key)

    assert card.pay.said == ()
    assert card.last is not None
    assert card.last.what == "Applied"


def test_the_card_of_an_application_that_is_gone_is_refused(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError, match="no longer there"):
        workspace.phone.card(4711)


@pytest.mark.parametrize("count", [10, 200])
def test_it_takes_as_many_statements_however_much_there_is(
    workspace: Workspace, count: int
) -> None:
    for number in range(count):
        key = add(workspace, f"Acme {number}", f"Role {number}")
        workspace.contacts.add_to(key, {"name": f"Person {number}"})
        workspace.log.note(key, f"They pay ${number}50,000 a year.")

    for typed in ("", "a", "ac", "acme 1", "pe", "ro", "zz"):
        with counted() as statements:
            workspace.phone.callers(typed)
        assert len(statements) <= MOST_STATEMENTS, typed
    with counted() as statements:
        workspace.phone.card(key)
    assert len(statements) <= CARD_STATEMENTS


@pytest.mark.usefixtures("qapp")
def test_a_letter_whose_values_were_not_kept_is_greeted_as_its_kind_does(
    workspace: Workspace, tmp_path: Path
) -> None:
    key = add(workspace, "Acme")
    workspace.letters.save_template("Mail", "{{ salutation }} {{ company }}.", LetterKind.MAIL)
    letter = workspace.letters.draft(key, "Mail").value
    workspace.letter_exports.export(letter, tmp_path / "acme.pdf", override="it is a test")
    with workspace.database.write("as release 2 kept it") as tx:
        tx.session.connection().exec_driver_sql("UPDATE letter_version SET frozen = NULL")

    ((_, _, _, _, text),) = workspace.phone.card(key).letters

    assert text == "Hello, Acme."
