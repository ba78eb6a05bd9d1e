"""The first window listens, and only two messages move it."""

import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jobtracker.system.instance import ANSWER, LONGEST, meeting
from jobtracker.ui.runtime import single_instance
from jobtracker.ui.runtime.single_instance import SingleInstance


@pytest.fixture(autouse=True)
def _session(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder with a short name, as a socket's must be."""
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "search.jobtracker"


@pytest.fixture
def knocks(file: Path, qtbot: QtBot) -> Iterator[list[Path | None]]:
    """What a window that listens was asked for."""
    heard: list[Path | None] = []
    first = SingleInstance(file)
    first.knocked.subscribe(heard.append, owner=first)
    assert first.listen()
    yield heard
    first.close()


def line_to(file: Path) -> socket.socket:
    met = meeting(file)
    assert met is not None
    line = socket.socket(socket.AF_UNIX)
    line.connect(str(met.socket))
    line.setblocking(False)
    return line


def answer_on(line: socket.socket, qtbot: QtBot) -> bytes:
    """What comes back; b"" where the line was cut."""
    got: list[bytes] = []

    def came() -> bool:
        try:
            got.append(line.recv(100))
        except BlockingIOError:
            return False
        except ConnectionResetError:
            got.append(b"")
        return True

    qtbot.waitUntil(came)
    line.close()
    return got[0]


def test_a_start_raises_the_window_and_hands_over_a_file(
    knocks: list[Path | None], file: Path, qtbot: QtBot
) -> None:
    for message in (b"raise\0", b"open /tmp/a page.html\0"):
        line = line_to(file)
        line.send(message)
        assert answer_on(line, qtbot) == ANSWER

    assert knocks == [None, Path("/tmp/a page.html")]


def test_a_message_may_come_in_pieces(knocks: list[Path | None], file: Path, qtbot: QtBot) -> None:
    line = line_to(file)
    for piece in (b"ra", b"ise", b"\0"):
        line.send(piece)
        qtbot.wait(10)

    assert answer_on(line, qtbot) == ANSWER
    assert knocks == [None]


@pytest.mark.parametrize(
    "message", [b"quit\0", b"open relative\0", b"raise\0raise\0", b"x" * (LONGEST + 1)]
)
def test_anything_else_is_dropped(
    message: bytes, knocks: list[Path | None], file: Path, qtbot: QtBot
) -> None:
    line = line_to(file)
    line.send(message)

    assert answer_on(line, qtbot) == b""
    assert knocks == []


def test_a_line_on_which_nothing_is_said_is_cut(
    knocks: list[Path | None], file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "PATIENCE_MS", 50)

    assert answer_on(line_to(file), qtbot) == b""
    assert knocks == []


def test_a_socket_that_was_left_over_is_taken_over(
    knocks: list[Path | None], file: Path, qtbot: QtBot
) -> None:
    later = SingleInstance(file)
    assert later.listen()
    line = line_to(file)
    line.send(b"raise\0")

    assert answer_on(line, qtbot) == ANSWER
    assert knocks == []
    later.close()


@pytest.mark.usefixtures("knocks")
def test_only_this_person_may_knock(file: Path) -> None:
    met = meeting(file)
    assert met is not None

    assert met.socket.stat().st_mode & 0o077 == 0
    assert met.socket.parent.stat().st_mode & 0o077 == 0
