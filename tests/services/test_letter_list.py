import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from tests.support.clock import FakeClock

from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.letter_parts import Part
from jobtracker.services.workspace import Workspace
from jobtracker.storage.database import Database
from jobtracker.storage.indexing import indexer

TEXT = "At {{ company }}, {{ start_date }}.{{# referrer }} {{ referrer }} told me.{{/ referrer }}"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def workspace(tmp_path: Path, clock: FakeClock) -> Iterator[Workspace]:
    database = Database.open(
        tmp_path / "search.jobtracker", clock=clock, write=True, indexer=indexer()
    )
    with Workspace(database, clock) as opened:
        opened.letters.save_template("Ours", TEXT)
        yield opened


def letter_for(workspace: Workspace, company: str) -> int:
    application = workspace.applications.add({"company": company, "role": "Cook"}).value
    return workspace.letters.draft(application, "Ours").value


def test_a_field_that_leaves_no_gap_is_not_missing(workspace: Workspace) -> None:
    letter_for(workspace, "Acme")

    (listed,) = workspace.letters.listed()

    assert (listed.company, listed.template, listed.missing) == ("Acme", "Ours", 1)


def test_a_bracket_that_is_no_field_is_a_leftover(workspace: Workspace) -> None:
    letter = letter_for(workspace, "Acme")
    workspace.letters.set_text(letter, "Dear [Hiring Manager], {{ start_date }}")

    (listed,) = workspace.letters.listed()

    assert (listed.missing, listed.leftovers) == (1, 1)


def test_a_letter_that_the_gate_would_stop_is_not_ready(workspace: Workspace) -> None:
    letter_for(workspace, "Globex")
    letter = letter_for(workspace, "Nimbus")
    workspace.letters.set_text(letter, "Dear {{ hiring_manager }}, I also admire Globex.")
    workspace.letters.set_values(letter, {"hiring_manager": "Globex Hiring Team"})

    listed = next(row for row in workspace.letters.listed() if row.id == letter)

    assert (listed.missing, listed.leftovers, listed.doubts) == (0, 0, 3)
    assert len(workspace.letters.check(letter)) == 3


def test_without_the_library_the_first_general_template_is_taken(workspace: Workspace) -> None:
    application = workspace.applications.add({"company": "Acme", "role": "Cook"}).value

    letter = workspace.letters.draft(application).value

    assert workspace.letters.view(letter).template == "Ours"


def test_two_hundred_letters_are_judged_in_a_moment(workspace: Workspace) -> None:
    story = "I wrote a ledger for the kitchen and kept it simple, as ever. " * 22
    for number in range(200):
        letter = letter_for(workspace, f"Wingtip {number} Payments")
        workspace.letters.set_text(letter, story + TEXT)
    times = []
    for _ in range(5):
        begin = time.process_time()
        workspace.letters.listed()
        times.append(time.process_time() - begin)

    assert min(times) < 0.15


def test_an_exported_letter_counts_as_such_until_it_is_changed(
    workspace: Workspace, clock: FakeClock, tmp_path: Path, qapp: object
) -> None:
    letter = letter_for(workspace, "Acme")
    workspace.letters.set_values(letter, {"start_date": "in May"})

    workspace.letter_exports.export(letter, tmp_path / "letter.pdf")
    assert workspace.letters.listed()[0].exported_on == clock.today()
    clock.advance(timedelta(minutes=1))
    workspace.letters.set_values(letter, {"start_date": "in June"})

    assert workspace.letters.listed()[0].exported_on is None


def test_restoring_brings_text_and_values_back_as_a_new_version(workspace: Workspace) -> None:
    letter = letter_for(workspace, "Acme")
    workspace.letters.save(letter, "Other {{ start_date }}", {"start_date": "in May"})

    workspace.letters.restore(letter, 1)

    view = workspace.letters.view(letter)
    assert (view.text, view.typed, view.version) == (TEXT, {}, 3)
    workspace.letters.restore(letter, 2)
    assert workspace.letters.view(letter).values["start_date"] == "in May"


def test_a_version_that_never_was_cannot_be_restored(workspace: Workspace) -> None:
    letter = letter_for(workspace, "Acme")

    with pytest.raises(NotFoundError, match="no version 7"):
        workspace.letters.restore(letter, 7)


def test_the_list_takes_as_many_statements_for_many_letters(workspace: Workspace) -> None:
    statements: list[str] = []

    def count(_c: object, _u: object, statement: str, *_more: object) -> None:
        statements.append(statement)

    def asked() -> int:
        statements.clear()
        workspace.letters.listed()
        return len(statements)

    letter_for(workspace, "Acme")
    event.listen(Engine, "before_cursor_execute", count)
    try:
        one = asked()
        for number in range(20):
            letter_for(workspace, f"Company {number}")
        assert asked() == one
    finally:
        event.remove(Engine, "before_cursor_execute", count)


def test_a_letter_is_judged_anew_when_its_surroundings_change(workspace: Workspace) -> None:
    letter = letter_for(workspace, "Acme")
    workspace.letters.save(letter, "I admire Globex and {{ company }}.")
    assert workspace.letters.listed()[0].doubts == 0

    other = workspace.applications.add({"company": "Globex", "role": "Cook"}).value
    assert workspace.letters.listed()[0].doubts == 1

    workspace.applications.edit(other, {"company": "Initech"})
    assert workspace.letters.listed()[0].doubts == 0
    workspace.letters.save(letter, "I admire {{ somebody }} and {{ company }}.")
    assert workspace.letters.listed()[0].missing == 1


def test_what_the_frame_asks_for_is_missing_too(workspace: Workspace) -> None:
    letter = letter_for(workspace, "Acme")
    workspace.letters.save(letter, "I like {{ company }}.", frame={Part.SUBJECT: "{{ slogan }}"})
    assert workspace.letters.listed()[0].missing == 1

    workspace.letters.hide(letter, Part.SUBJECT, True)

    assert workspace.letters.listed()[0].missing == 0


def test_a_letter_that_was_sent_is_listed_with_its_day(workspace: Workspace, qapp: object) -> None:
    letter = letter_for(workspace, "Acme")
    workspace.letters.save(letter, "I like {{ company }}.")

    workspace.letters.sent(letter, date(2026, 11, 20))

    (listed,) = workspace.letters.listed()
    assert (listed.sent_on, listed.missing, listed.doubts) == (date(2026, 11, 20), 0, 0)
