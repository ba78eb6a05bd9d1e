"""One window a workspace: who is first, and what a later start says to it."""

import os
import socket
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobtracker.domain.errors import JobtrackerError
from jobtracker.system import instance
from jobtracker.system.instance import ANSWER, Claim, begin, claim, file_in, meeting, message_for


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder that a session has for such things; its name is short, as a socket's must be."""
    with tempfile.TemporaryDirectory() as short:
        folder = Path(short, "run")
        folder.mkdir(mode=0o700)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
        monkeypatch.setenv("XDG_CACHE_HOME", str(Path(short, "cache")))
        yield folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "search.jobtracker"


@pytest.fixture
def first(file: Path) -> Iterator[Claim]:
    held = claim(file)
    assert held.held is not None
    yield held
    held.release()


def answering(file: Path, answer: bytes | None) -> list[bytes]:
    """A window that takes one message and answers so, or never."""
    met = meeting(file)
    assert met is not None
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(met.socket))
    server.listen()
    heard: list[bytes] = []

    def serve() -> None:
        line, _ = server.accept()
        heard.append(line.recv(instance.LONGEST))
        if answer is None:
            line.recv(1)  # until the other gives up
        else:
            line.sendall(answer)
        line.close()
        server.close()

    threading.Thread(target=serve).start()
    return heard


@pytest.mark.usefixtures("first")
def test_a_second_start_hands_its_file_over(file: Path, tmp_path: Path) -> None:
    heard = answering(file, ANSWER)

    second = claim(file, tmp_path / "ünder.html")

    assert second == Claim(told=True)
    assert heard == [b"open " + os.fsencode(tmp_path / "ünder.html") + b"\0"]


@pytest.mark.usefixtures("first")
def test_a_window_that_gives_no_answer_is_told_apart(file: Path) -> None:
    answering(file, None)

    assert claim(file) == Claim(silent=True)


def test_the_next_is_first_once_the_window_is_closed(file: Path, first: Claim) -> None:
    first.release()
    met = meeting(file)
    assert met is not None
    stale = socket.socket(socket.AF_UNIX)
    stale.bind(str(met.socket))  # and left over
    stale.close()

    again = claim(file)

    assert again.held is not None
    assert not met.socket.exists()
    again.release()
    os.dup2(os.open(os.devnull, os.O_RDONLY), first.held or 0)  # for the fixture to close


@pytest.mark.usefixtures("first")
def test_a_window_that_ends_while_it_starts_leaves_the_place(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "STARTING", 0.1)

    assert claim(file) == Claim(silent=True)
    assert claim(file.with_name("other.jobtracker")).held is not None


def test_a_workspace_is_the_same_however_it_is_reached(file: Path, tmp_path: Path) -> None:
    file.touch()
    link = tmp_path / "link.jobtracker"
    link.symlink_to(file)

    assert meeting(link) == meeting(tmp_path / "." / "search.jobtracker")
    assert meeting(file) != meeting(tmp_path / "else.jobtracker")


def test_a_folder_that_others_may_enter_is_not_used(file: Path, session: Path) -> None:
    ours = session / "jobtracker"
    ours.mkdir(mode=0o700)
    ours.chmod(0o755)

    met = meeting(file)

    assert met is not None
    assert session not in met.lock.parents
    assert met.lock.parent.stat().st_mode & 0o077 == 0


def test_a_link_in_the_place_of_the_folder_is_not_used(
    file: Path, session: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    (session / "jobtracker").symlink_to(elsewhere)
    session.with_name("cache").write_text("no folder")

    assert meeting(file) is None
    assert claim(file) == Claim()


def test_without_a_session_the_folder_is_in_the_cache(
    file: Path, session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")

    met = meeting(file)

    assert met is not None
    assert session.with_name("cache") in met.socket.parents


@pytest.mark.parametrize(
    "sent",
    [
        *(b"", b"\0", b"raise", b"RAISE\0", b"raise\0raise\0", b"raise \0", b"open\0", b"open \0"),
        *(b"open relative.html\0", b"open ../x\0", b"open /a\0/b\0", b"quit\0", b"\xff\xfe\0"),
    ],
)
def test_anything_but_two_messages_is_none(sent: bytes) -> None:
    with pytest.raises(ValueError, match="it "):
        file_in(sent)


def test_both_messages_are_read_as_they_were_meant(tmp_path: Path) -> None:
    odd = Path(os.fsdecode(b"/tmp/caf\xe9 \n x.html"))

    assert file_in(message_for(None)) is None
    assert file_in(message_for(odd)) == odd


def test_a_path_that_is_too_long_is_refused_in_words() -> None:
    with pytest.raises(JobtrackerError, match="too long"):
        message_for(Path("/" + "a/" * 3000))


def test_a_workspace_that_is_opened_is_the_one_that_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, page = tmp_path / "Other.JOBTRACKER", tmp_path / "page.html"
    for one in (other, page):
        one.touch()
    monkeypatch.setenv("JOBTRACKER_WORKSPACE", str(tmp_path / "usual.jobtracker"))

    opened, with_page = begin(None, str(other)), begin(None, str(page))

    assert (opened.workspace, opened.file) == (other, None)
    assert (with_page.workspace.name, with_page.file) == ("usual.jobtracker", page)
    with pytest.raises(JobtrackerError, match="Two workspaces"):
        begin("one.jobtracker", str(other))
    with pytest.raises(JobtrackerError, match=r"no file missing\.html"):
        begin(None, str(tmp_path / "missing.html"))
    opened.claim.release()
    with_page.claim.release()
