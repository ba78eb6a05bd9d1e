"""Files kept with an application, byte for byte."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.support.clock import FakeClock
from tests.support.workspaces import state, undone_and_redone

from jobtracker.domain.documents import LARGEST
from jobtracker.domain.errors import (
    InvalidInputError,
    NotFoundError,
    UnreadableFileError,
    WorkspaceError,
)
from jobtracker.services.workspace import Workspace

BYTES = bytes(range(256)) * 9


def blobs(workspace: Workspace) -> int:
    with workspace.database.read() as session:
        return session.scalar(text("SELECT count(*) FROM blob")) or 0


def test_exactly_what_was_sent_is_kept(workspace: Workspace, acme: int, tmp_path: Path) -> None:
    file = tmp_path / "Ada Lovelace CV.pdf"
    file.write_bytes(BYTES)

    done = workspace.documents.add(acme, file, "cv", date(2026, 11, 20))

    (document,) = workspace.documents.of(acme)
    assert done.label == "add file Ada Lovelace CV.pdf"
    assert (document.id, document.name, document.kind) == (done.value, file.name, "cv")
    assert (document.media_type, document.size) == ("application/pdf", len(BYTES))
    assert document.sent_on == date(2026, 11, 20)
    assert workspace.documents.contents(document.id) == BYTES
    assert workspace.applications.view(acme).documents == (document,)


def test_bytes_under_a_name_are_taken_too_and_kept_once(workspace: Workspace, acme: int) -> None:
    first = workspace.documents.add(acme, ("answers.txt", BYTES), "answers").value
    second = workspace.documents.add(acme, ("again.DOCX", BYTES)).value
    workspace.documents.add(acme, ("no ending", BYTES))

    kinds = [(one.kind, one.media_type) for one in workspace.documents.of(acme)]
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert kinds == [
        ("answers", "text/plain"),
        ("other", office),
        ("other", "application/octet-stream"),
    ]
    assert workspace.documents.contents(first) == workspace.documents.contents(second) == BYTES
    assert blobs(workspace) == 1


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("../../etc/passwd.txt", ".. .. etc passwd.txt"),
        ("con.txt", "Document con.txt"),
        ("a\0b\u202egpj.exe", "a bgpj.exe"),
        ("", "Document"),
        ("...", "Document"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_a_name_is_made_safe_for_every_system(
    workspace: Workspace, acme: int, typed: str, kept: str
) -> None:
    workspace.documents.add(acme, (typed, b"x"))

    (document,) = workspace.documents.of(acme)
    assert document.name == kept.strip(" .")
    assert len(document.name.encode()) <= 200


def test_what_is_too_large_is_refused_before_it_is_read(
    workspace: Workspace, acme: int, tmp_path: Path
) -> None:
    file = tmp_path / "film.mp4"
    with file.open("wb") as sparse:
        sparse.truncate(LARGEST + 1)
    before = state(workspace)

    with pytest.raises(InvalidInputError, match="is larger than 25 MB"):
        workspace.documents.add(acme, file)
    with pytest.raises(InvalidInputError, match="is larger than 25 MB"):
        workspace.documents.add(acme, ("film.mp4", bytes(LARGEST + 1)))

    assert state(workspace) == before
    assert blobs(workspace) == 0


def test_what_is_no_file_is_refused(workspace: Workspace, acme: int, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.pdf"):
        with pytest.raises(UnreadableFileError, match="is no file that can be read"):
            workspace.documents.add(acme, path)
    with pytest.raises(InvalidInputError, match="There is no kind"):
        workspace.documents.add(acme, ("x", b"x"), "poem")


def test_a_workspace_is_never_read_as_a_file(
    workspace: Workspace, acme: int, tmp_path: Path
) -> None:
    file = tmp_path / "search.jobtracker"
    file.write_bytes(b"anything")
    with pytest.raises(UnreadableFileError, match="is a workspace of Jobtracker"):
        workspace.documents.add(acme, file)


def test_what_is_said_of_a_file_can_be_changed(workspace: Workspace, acme: int) -> None:
    key = workspace.documents.add(acme, ("cv.pdf", BYTES)).value

    done = workspace.documents.edit(key, name="cv.txt", kind="cv", sent_on=date(2026, 11, 2))

    document = workspace.documents.get(key)
    assert done.label == "edit file cv.pdf"
    assert (document.name, document.media_type) == ("cv.txt", "text/plain")
    assert (document.kind, document.sent_on) == ("cv", date(2026, 11, 2))
    workspace.documents.edit(key, sent_on=None)
    assert workspace.documents.get(key).sent_on is None
    assert workspace.documents.edit(key).label == ""


def test_a_file_is_written_out_and_never_over_another(
    workspace: Workspace, acme: int, tmp_path: Path
) -> None:
    key = workspace.documents.add(acme, ("cv.pdf", BYTES)).value

    written = workspace.documents.save_to(key, tmp_path)

    assert written == tmp_path / "cv.pdf"
    assert written.read_bytes() == BYTES
    with pytest.raises(WorkspaceError, match=r"There is a file “cv\.pdf” already"):
        workspace.documents.save_to(key, tmp_path)
    written.write_bytes(b"other")
    assert workspace.documents.save_to(key, written, replace=True) == written
    assert written.read_bytes() == BYTES


def test_a_folder_that_is_not_there_is_told_in_words(
    workspace: Workspace, acme: int, tmp_path: Path
) -> None:
    key = workspace.documents.add(acme, ("cv.pdf", BYTES)).value

    with pytest.raises(WorkspaceError):
        workspace.documents.save_to(key, tmp_path / "nowhere" / "cv.pdf")


def test_bytes_stay_while_undo_may_need_them_and_go_when_nothing_names_them(
    workspace: Workspace, acme: int, clock: FakeClock
) -> None:
    key = workspace.documents.add(acme, ("cv.pdf", BYTES)).value
    workspace.documents.remove(key)
    workspace.documents.add(acme, ("other.pdf", b"other"))
    assert blobs(workspace) == 2

    workspace.history.undo()
    workspace.history.undo()
    assert workspace.documents.contents(key) == BYTES

    workspace.documents.remove(key)
    clock.advance(timedelta(days=91))
    workspace.applications.edit(acme, {"notes": "what was done before is forgotten"})
    workspace.documents.add(acme, ("third.pdf", b"third"))
    assert blobs(workspace) == 1


@pytest.mark.parametrize("name", ["get", "remove", "contents", "edit"])
def test_nothing_can_be_done_with_a_file_that_is_gone(workspace: Workspace, name: str) -> None:
    with pytest.raises(NotFoundError, match="There is no document"):
        getattr(workspace.documents, name)(404)


Act = Callable[[Workspace], object]
ACTS: dict[str, Act] = {
    "add": lambda w: w.documents.add(1, ("new.pdf", b"new"), sent_on=date(2026, 11, 1)),
    "edit": lambda w: w.documents.edit(1, name="b.txt", kind="portfolio"),
    "remove": lambda w: w.documents.remove(1),
    "delete the application": lambda w: w.applications.remove(1),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_undo_and_redo_restore_everything(workspace: Workspace, acme: int, act: Act) -> None:
    workspace.documents.add(acme, ("cv.pdf", BYTES), "cv")

    undone_and_redone(workspace, act)


def test_a_link_is_not_followed(workspace: Workspace, acme: int, tmp_path: Path) -> None:
    secret, link = tmp_path / "id_rsa", tmp_path / "cv.pdf"
    secret.write_bytes(b"a key")
    link.symlink_to(secret)

    with pytest.raises(UnreadableFileError, match="is a link to another file"):
        workspace.documents.add(acme, link)

    assert workspace.documents.of(acme) == ()


@pytest.mark.parametrize("name", ["../outside.txt", "/outside.txt", "..", "CON", "a\0b.txt"])
def test_a_name_never_leads_out_of_the_folder(
    name: str, workspace: Workspace, acme: int, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    key = workspace.documents.add(acme, ("safe.txt", BYTES)).value
    with workspace.database.write("as a foreign file may hold it") as tx:
        tx.session.execute(
            text("UPDATE document SET name = :name WHERE id = :id"), {"name": name, "id": key}
        )

    saved = workspace.documents.save_to(key, folder)
    copy = workspace.documents.private_copy(key)

    assert saved.resolve().parent == folder.resolve()
    assert [one.name for one in tmp_path.iterdir() if "outside" in one.name] == []
    assert saved.read_bytes() == copy.read_bytes() == BYTES
    assert copy.stat().st_mode & 0o777 == 0o600


def test_a_link_in_the_way_is_replaced_and_not_written_through(
    workspace: Workspace, acme: int, tmp_path: Path
) -> None:
    other, link = tmp_path / "other.txt", tmp_path / "cv.txt"
    other.write_text("somebody's")
    link.symlink_to(other)
    key = workspace.documents.add(acme, ("cv.txt", BYTES)).value

    with pytest.raises(WorkspaceError, match="already"):
        workspace.documents.save_to(key, tmp_path)
    workspace.documents.save_to(key, tmp_path, replace=True)

    assert other.read_text() == "somebody's"
    assert (link.is_symlink(), link.read_bytes()) == (False, BYTES)
