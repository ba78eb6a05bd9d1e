"""What was tampered with is noticed; whatever a person does, see `test_log_any_steps`."""

import threading
from datetime import date

import pytest
from tests.support.database import write_by_force
from tests.support.workspaces import opened

from jobtracker.domain.errors import (
    JobtrackerError,
    StoppedError,
    WorkspaceDamagedError,
    WorkspaceLockedError,
)
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace


def test_an_empty_workspace_is_sound(workspace: Workspace) -> None:
    assert workspace.checking.check() == (0, ())


def test_a_sound_workspace_says_how_much_was_looked_at(workspace: Workspace, acme: int) -> None:
    workspace.log.close(acme, Outcome.REJECTED)
    workspace.applications.add({"company": "B", "role": "Baker"})

    assert workspace.checking.check() == (2, ())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE application SET stage = 'offer', standing = 'offer' WHERE id = 1",
        "UPDATE application SET stage_since = '2020-01-01' WHERE id = 1",
        "UPDATE application SET applied_on = '2020-01-01' WHERE id = 1",
        (
            "UPDATE application SET outcome = 'accepted', standing = 'accepted', "
            "closed_on = '2020-01-01' WHERE id = 1"
        ),
        "UPDATE application SET last_on = '2020-01-01' WHERE id = 1",
        "UPDATE application SET contact_on = '2020-01-01' WHERE id = 1",
        "DELETE FROM event WHERE application_id = 1 AND kind = 'stage'",
        "UPDATE event SET to_value = 'offer' WHERE application_id = 1 AND kind = 'stage'",
    ],
)
def test_a_column_that_differs_from_the_log_is_noticed(
    workspace: Workspace, acme: int, statement: str
) -> None:
    workspace.log.move(acme, Stage.INTERVIEW)
    workspace.applications.add({"company": "B", "role": "Baker"})

    checked = tampered(workspace, statement)

    assert checked == ("Application 1: its stage or dates differ from its history.",)


@pytest.mark.parametrize(
    "change",
    [
        "standing = 'offer'",
        "archived = 1",
        "role_key = 'x'",
        "company_key = 'x'",
        "location_key = 'x'",
        "pay_rank = 1",
        "pay_rank = NULL",
        "location = 'Elsewhere'",
        "pay_low = 5",
    ],
)
def test_a_column_that_lists_go_by_and_differs_is_noticed(
    workspace: Workspace, acme: int, change: str
) -> None:
    checked = tampered(workspace, f"UPDATE application SET {change} WHERE id = {acme}")

    assert checked == ("Application 1: what lists go by differs from its facts.",)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE interview SET starts = '2026-12-02T10:00'",
        "UPDATE offer SET received_on = '2026-01-01'",
        "DELETE FROM event WHERE kind = 'interview'",
    ],
)
def test_an_interview_or_offer_that_the_log_does_not_tell_of_is_noticed(
    workspace: Workspace, acme: int, statement: str
) -> None:
    workspace.log.move(acme, Stage.OFFER)
    workspace.interviews.add(acme, {"starts": "2026-12-01T10:00"})
    workspace.log.offer(acme, "$100k", date(2026, 11, 22))
    assert workspace.checking.check() == (1, ())

    checked = tampered(workspace, statement)

    assert checked[-1] == "Application 1: interviews or offers differ from its history."


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM event WHERE application_id = 1",
        "UPDATE event SET kind = 'guess' WHERE application_id = 1",
        "UPDATE application SET stage = 'apqlied' WHERE id = 1",
        "UPDATE application SET closed_on = 'soon' WHERE id = 1",
    ],
)
def test_a_value_that_was_never_written_by_us_is_damage(
    workspace: Workspace, acme: int, statement: str
) -> None:
    with pytest.raises(WorkspaceDamagedError) as refused:
        tampered(workspace, statement)

    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("application SET waiting_on = '2026-11-23'", "1 application has a “waiting on”"),
        ("application SET work_mode = 'moon'", "1 application has a “work mode”"),
        ("document SET kind = 'cvv'", "1 document has a “kind”"),
        ("document SET created_at = 'noon'", "1 document has a “created at”"),
    ],
)
def test_a_word_or_day_that_no_version_of_ours_writes_is_told(
    workspace: Workspace, acme: int, change: str, what: str
) -> None:
    workspace.documents.add(acme, ("cv.pdf", b"%PDF-1.7"), "cv")

    (said,) = tampered(workspace, f"UPDATE {change}")

    assert said.startswith(f"{what} that Jobtracker never writes")


def tampered(workspace: Workspace, statement: str) -> tuple[str, ...]:
    path = workspace.database.path
    assert path is not None
    workspace.close()
    write_by_force(path, statement)
    with opened(path) as later:
        return later.checking.check().problems


def test_a_stored_file_whose_bytes_are_not_what_they_were_is_named(
    workspace: Workspace, acme: int
) -> None:
    workspace.documents.add(acme, ("CV Ada.pdf", b"%PDF-1.7 all of it"), "cv")
    workspace.documents.add(acme, ("sound.pdf", b"%PDF-1.7 sound"), "cv")
    record = workspace.applications.view(acme).record

    checked = tampered(
        workspace,
        "UPDATE blob SET bytes = X'00' WHERE hash = (SELECT min(blob_hash) FROM "
        "document WHERE name = 'CV Ada.pdf')",
    )

    of = f"of the application {record.role} at {record.company}"
    assert checked == (
        f"The document “CV Ada.pdf” {of}: its bytes are not those that were stored.",
    )


def test_a_gentle_check_finds_the_same_while_others_write(workspace: Workspace, acme: int) -> None:
    for number in range(60):
        workspace.applications.add({"company": f"Company {number}", "role": "Baker"})
    found: list[tuple[int, tuple[str, ...]]] = []
    thread = threading.Thread(target=lambda: found.append(workspace.checking.check(gently=True)))
    thread.start()
    while thread.is_alive():
        workspace.log.move(acme, Stage.INTERVIEW)
        workspace.log.move(acme, Stage.APPLIED)
    thread.join()

    assert found == [(61, ())]


def test_closing_the_file_stops_a_check(workspace: Workspace) -> None:
    for number in range(30):
        workspace.applications.add({"company": f"Company {number}", "role": "Baker"})
    stopped: list[JobtrackerError] = []

    def check() -> None:
        try:
            while True:
                workspace.checking.check(gently=True)
        except JobtrackerError as error:
            stopped.append(error)

    thread = threading.Thread(target=check)
    thread.start()
    workspace.close()
    workspace.database.suspend()
    thread.join()

    assert len(stopped) == 1
    assert isinstance(stopped[0], (StoppedError, WorkspaceLockedError))
