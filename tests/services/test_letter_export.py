"""What the gate lets out, and what is kept of a letter that left."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.support.workspaces import reopened, state

from jobtracker.domain.errors import BlockedByGateError, WorkspaceError
from jobtracker.domain.letter_versions import VersionKind
from jobtracker.domain.stages import Outcome
from jobtracker.services.workspace import Workspace

pytestmark = pytest.mark.usefixtures("qapp")

READY = "Dear Dana,\n\nI would like to join {{ company }} as {{ role }}.\n\nAlex Morgan"

Write = Callable[..., int]


@pytest.fixture
def write(workspace: Workspace) -> Write:
    """Stores an application and its letter; the letter's id."""

    def store(letter: str = READY, company: str = "Acme", role: str = "Developer") -> int:
        application = workspace.applications.add({"company": company, "role": role}).value
        key = workspace.letters.draft(application).value
        workspace.letters.set_text(key, letter)
        return key

    return store


def documents(workspace: Workspace) -> list[tuple[object, ...]]:
    with workspace.database.read() as session:
        rows = session.execute(
            text(
                "SELECT d.application_id, d.name, d.media_type, d.size, d.blob_hash, b.bytes "
                "FROM document d JOIN blob b ON b.hash = d.blob_hash ORDER BY d.id"
            )
        )
        return [tuple(row) for row in rows]


def rules(workspace: Workspace, letter: int) -> list[tuple[str, bool, str]]:
    found = workspace.letters.check(letter)
    return [(finding.rule, finding.blocking, finding.text) for finding in found]


def test_a_finished_letter_passes(workspace: Workspace, write: Write) -> None:
    assert rules(workspace, write()) == []


def test_a_missing_value_and_a_leftover_block(workspace: Workspace, write: Write) -> None:
    letter = write("{{ achievement }} at [Your Company]")

    assert rules(workspace, letter) == [
        ("missing-field", True, "{{ achievement }}"),
        ("placeholder", True, "[Your Company]"),
    ]


def test_the_company_of_another_application_is_found(workspace: Workspace, write: Write) -> None:
    write(company="Wingtip Payments", role="Gardener")
    letter = write("I have always wanted to work at Wingtip Payments.")

    assert rules(workspace, letter) == [("other-company", True, "Wingtip Payments")]


def test_a_closed_application_counts_too(workspace: Workspace, write: Write) -> None:
    other = workspace.letters.view(write(company="Wingtip Payments")).application_id
    workspace.log.close(other, Outcome.REJECTED)

    letter = write("Wingtip Payments is my favourite.")

    assert rules(workspace, letter)[0][2] == "Wingtip Payments"


def test_a_second_application_at_the_same_company_is_no_finding(
    workspace: Workspace, write: Write
) -> None:
    write(company="ACME", role="Gardener")

    assert rules(workspace, write()) == []


def test_a_blocked_letter_is_not_written_anywhere(
    workspace: Workspace, write: Write, tmp_path: Path
) -> None:
    letter = write("{{ achievement }} and [Company]")
    before = state(workspace)

    with pytest.raises(BlockedByGateError) as refused:
        workspace.letter_exports.export(letter, tmp_path / "letter.pdf")

    assert "The letter was not exported. Achievement is missing" in str(refused.value)
    assert "And 1 more." in str(refused.value)
    assert "\n" not in str(refused.value)
    assert not (tmp_path / "letter.pdf").exists()
    assert state(workspace) == before
    assert documents(workspace) == []


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_an_override_needs_a_reason(
    workspace: Workspace, write: Write, tmp_path: Path, reason: str
) -> None:
    letter = write("[Company]")

    with pytest.raises(BlockedByGateError):
        workspace.letter_exports.export(letter, tmp_path / "letter.pdf", override=reason)


def test_an_override_is_recorded_with_its_reason(
    workspace: Workspace, write: Write, tmp_path: Path
) -> None:
    letter = write("[Company] is meant to stand here")

    done = workspace.letter_exports.export(
        letter, tmp_path / "letter.pdf", override=" they ask for it "
    )

    with workspace.database.read() as session:
        kept = session.execute(
            text("SELECT override_reason FROM letter_version WHERE number = :number"),
            {"number": done.value.version},
        ).scalar_one()
    assert kept == "they ask for it"


def test_an_exported_letter_is_a_private_pdf_kept_with_its_version(
    workspace: Workspace, write: Write, tmp_path: Path
) -> None:
    letter, file = write(), tmp_path / "Acme letter.pdf"
    application = workspace.letters.view(letter).application_id

    done = workspace.letter_exports.export(letter, file)

    content = file.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    assert content.startswith(b"%PDF-")
    assert file.stat().st_mode & 0o777 == 0o600
    assert done.label == "export letter"
    assert done.value == (file, 3, 0)
    assert documents(workspace) == [
        (application, "Acme letter.pdf", "application/pdf", len(content), digest, content)
    ]
    newest = workspace.letters.versions(letter)[0]
    assert (newest.number, newest.kind, newest.pdf_hash) == (3, VersionKind.EXPORTED, digest)
    assert workspace.letters.wording(letter, 3).text == READY
    assert workspace.letters.lines()[0].exported
    assert workspace.letters.listed()[0].exported_on is not None


def test_an_export_alone_is_no_event_of_its_application(
    workspace: Workspace, write: Write, tmp_path: Path
) -> None:
    letter = write()
    application = workspace.letters.view(letter).application_id
    before = workspace.applications.view(application).events

    workspace.letter_exports.export(letter, tmp_path / "letter.pdf")

    assert workspace.applications.view(application).events == before
    assert workspace.checking.check().problems == ()


def test_the_same_bytes_are_kept_once(workspace: Workspace, write: Write, tmp_path: Path) -> None:
    letter = write()
    for name in ("a.pdf", "b.pdf", "c.pdf", "d.pdf"):
        workspace.letter_exports.export(letter, tmp_path / name)

    kept = documents(workspace)
    different = {(tmp_path / str(row[1])).read_bytes() for row in kept}
    with workspace.database.read() as session:
        blobs = session.execute(text("SELECT count(*) FROM blob")).scalar_one()

    assert len(kept) == 4
    assert blobs == len(different)


def test_undoing_an_export_forgets_it_and_redo_remembers_the_same_bytes(
    workspace: Workspace, write: Write, tmp_path: Path
) -> None:
    letter, file = write(), tmp_path / "letter.pdf"
    before = state(workspace)
    workspace.letter_exports.export(letter, file)
    after, kept = state(workspace), documents(workspace)

    workspace.history.undo()
    assert state(workspace) == before
    assert documents(workspace) == []
    assert file.exists(), "a file outside the workspace is the person's"

    with reopened(workspace) as later:
        later.history.redo()
        assert state(later) == after
        assert documents(later) == kept


def test_exporting_again_replaces_the_earlier_pdf(
    workspace: Workspace, write: Write, tmp_path: Path
) -> None:
    letter, file = write(), tmp_path / "letter.pdf"
    workspace.letter_exports.export(letter, file)
    first = file.read_bytes()
    workspace.letters.set_text(letter, "Much more to say. " * 50)

    workspace.letter_exports.export(letter, file)

    assert file.read_bytes() != first
    assert [path.name for path in tmp_path.glob("*.p*")] == ["letter.pdf"]


@pytest.mark.parametrize("place", ["notes.pdf", "folder.pdf", "missing/letter.pdf"])
def test_nothing_of_the_persons_is_overwritten_by_a_slip(
    workspace: Workspace, write: Write, tmp_path: Path, place: str
) -> None:
    (tmp_path / "notes.pdf").write_text("years of notes")
    (tmp_path / "folder.pdf").mkdir()
    letter = write()
    before = state(workspace)

    with pytest.raises(WorkspaceError) as refused:
        workspace.letter_exports.export(letter, tmp_path / place)

    assert "\n" not in str(refused.value)
    assert (tmp_path / "notes.pdf").read_text() == "years of notes"
    assert state(workspace) == before
    assert documents(workspace) == []


def test_a_file_that_was_only_exported_counts_as_kept_not_as_sent(
    workspace: Workspace, write: Write, tmp_path: Path
) -> None:
    letter = write()
    key = workspace.letters.view(letter).application_id

    workspace.letter_exports.export(letter, tmp_path / "letter.pdf")

    view = workspace.applications.view(key)
    assert [line.sent_on for line in view.letters] == [None]
    assert [(one.kind, one.name, one.sent_on) for one in view.documents] == [
        ("letter", "letter.pdf", None)
    ]
