"""The terminal on a workspace that is closed to others: no secret is an argument or an answer."""

import json
import os
import pty
import select
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import keyring
import pytest
from tests.cli.terminal import PROJECT, Terminal, refused
from tests.support.keyrings import MemoryKeyring
from tests.support.keys import PASSPHRASE, lock

from jobtracker.cli.unlocking import VARIABLE

OTHER = "other words than before"


@pytest.fixture(autouse=True)
def memory(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryKeyring]:
    """The keyring of this computer, empty; no key is held, no file of words named."""
    former, memory = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(memory)
    monkeypatch.delenv(VARIABLE, raising=False)
    lock()
    yield memory
    lock()
    keyring.set_keyring(former)


@pytest.fixture
def code(tmp_path: Path) -> Path:
    return tmp_path / "code.txt"


@pytest.fixture
def closed(acme: Terminal, code: Path, memory: MemoryKeyring) -> Terminal:
    """Application 1 in an encrypted workspace, locked; its recovery code lies in a file."""
    answer = acme(
        *("encryption", "on", "--passphrase-stdin", "--recovery-file", str(code)),
        typed=f"{PASSPHRASE}\n",
    )
    assert answer.code == 0, answer.err
    lock()
    return acme


def named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *lines: str) -> None:
    """Let the variable name a file with these lines."""
    file = tmp_path / "words.txt"
    file.write_text("\n".join(lines), "utf-8")
    monkeypatch.setenv(VARIABLE, str(file))


def test_it_is_encrypted_and_the_code_is_written_for_its_owner_alone(
    closed: Terminal, code: Path
) -> None:
    assert stat.S_IMODE(code.stat().st_mode) == 0o600
    assert len(code.read_text().strip()) == 69
    assert closed.json("encryption", "status") == {
        "encrypted": True,
        "unlocked": False,
        "remembered": False,
        "keyring": {"usable": True, "name": "keyrings MemoryKeyring", "advice": ""},
    }
    (backup,) = Path(f"{closed.file}.backups").glob("*.db")
    assert backup.read_bytes()[:16] == closed.file.read_bytes()[:16] != b"SQLite format 3\0"


@pytest.mark.parametrize(
    "command", [("list",), ("list", "--lines"), ("show", "1"), ("check",), ("backup",), ("undo",)]
)
def test_locked_every_command_is_refused_and_says_what_to_do(
    closed: Terminal, command: tuple[str, ...]
) -> None:
    before = closed.fingerprint()
    refused(closed(*command), "encrypted and locked", VARIABLE)
    assert closed.fingerprint() == before


@pytest.mark.parametrize(
    "command", [("list",), ("list", "--lines"), ("show", "1"), ("check",), ("backup",), ("undo",)]
)
@pytest.mark.parametrize("with_code", [False, True])
def test_a_named_file_unlocks_every_command(
    closed: Terminal,
    code: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    with_code: bool,
) -> None:
    named(monkeypatch, tmp_path, code.read_text() if with_code else PASSPHRASE)
    answer = closed(*command)
    assert answer.code == 0, answer.err
    assert answer.err == ""


def test_the_keyring_unlocks_every_command_once_it_was_told(
    closed: Terminal, code: Path, memory: MemoryKeyring
) -> None:
    refused(closed("secret", "set", "--stdin", typed="wrong words here\n"), "does not open")
    assert memory.held == {}

    assert closed("secret", "set", "--stdin", typed=f"{PASSPHRASE}\n").code == 0
    lock()
    assert "Acme Robotics" in closed("list").out
    assert closed.json("secret", "status")["remembered"]
    assert PASSPHRASE not in str(memory.held)

    assert closed("secret", "forget").code == 0
    lock()
    refused(closed("list"), "locked")


def test_wrong_words_in_the_named_file_are_told_and_not_repeated(
    closed: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named(monkeypatch, tmp_path, OTHER)
    answer = closed("list")
    refused(answer, "neither as its passphrase nor")
    assert OTHER not in answer.err

    monkeypatch.setenv(VARIABLE, str(tmp_path / "none.txt"))
    refused(closed("list"), "can't be read")
    (tmp_path / "words.txt").write_bytes(b"\xff\xfe\x00")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "words.txt"))
    refused(closed("list"), "UTF-8")


def test_a_backup_with_another_key_is_restored_with_the_words_of_that_time(
    closed: Terminal, code: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "old.db"
    named(monkeypatch, tmp_path, PASSPHRASE)
    assert closed("backup", str(old)).code == 0
    lock()
    new = ("encryption", "change", "--passphrase-stdin", "--recovery-file", f"{code}2")
    assert closed(*new, typed=f"{OTHER}\n").code == 0
    lock()

    named(monkeypatch, tmp_path, OTHER)
    refused(closed("restore", str(old)), "old.db")
    lock()
    named(monkeypatch, tmp_path, OTHER, PASSPHRASE)
    assert closed("restore", str(old)).code == 0
    lock()
    named(monkeypatch, tmp_path, OTHER)
    assert "Acme Robotics" in closed("list").out


def test_salvage_reads_an_encrypted_workspace(
    closed: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named(monkeypatch, tmp_path, PASSPHRASE)
    answer = closed("salvage", str(tmp_path / "new.jobtracker"))
    assert answer.code == 0, answer.err
    assert "Acme Robotics" in Terminal(tmp_path / "new.jobtracker")("list").out


def test_of_a_workspace_that_lost_its_first_bytes_its_words_open_backups_and_what_is_left(
    closed: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named(monkeypatch, tmp_path, PASSPHRASE)
    assert closed("backup").code == 0
    lock()
    closed.file.write_bytes(os.urandom(16) + closed.file.read_bytes()[16:])

    refused(closed("list"), "its beginning is damaged", "jobtracker restore", "salvage")

    for command in (("backups",), ("salvage", str(tmp_path / "new.jobtracker"))):
        lock()
        answer = closed(*command)
        assert answer.code == 0, answer.err
    assert "Acme Robotics" in Terminal(tmp_path / "new.jobtracker")("list").out
    lock()
    assert closed("restore", "1").code == 0
    assert "Acme Robotics" in closed("list").out


def test_changed_and_turned_off_it_tells_how_many_backups_went_along(
    closed: Terminal, code: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named(monkeypatch, tmp_path, PASSPHRASE)
    new = ("encryption", "change", "--passphrase-stdin", "--recovery-file", f"{code}2", "--json")
    changed = closed(*new, typed=f"{OTHER}\n")
    assert json.loads(changed.out) == {"encrypted": True, "backups": 2, "left": []}
    lock()

    assert closed("encryption", "recovery-code", "--stdin", typed=f"{code}2").code == 3
    assert closed("encryption", "recovery-code", "--stdin", typed=code.read_text()).code == 3
    newer = Path(f"{code}2").read_text()
    assert closed("encryption", "recovery-code", "--stdin", typed=newer.lower()).code == 0

    named(monkeypatch, tmp_path, newer)
    assert closed.json("encryption", "off") == {"encrypted": False, "backups": 3, "left": []}
    monkeypatch.delenv(VARIABLE)
    lock()
    assert "Acme Robotics" in closed("list").out


@pytest.mark.parametrize(
    ("arguments", "typed", "words"),
    [
        (("on",), "", "--recovery-file"),
        (("on", "--passphrase-stdin"), PASSPHRASE, "--recovery-file"),
        (("on", "--recovery-file", "{code}"), "", "--passphrase-stdin"),
        (("on", "--passphrase-stdin", "--recovery-file", "{code}"), "short", "at least 10"),
        (("on", "--passphrase-stdin", "--recovery-file", "{code}/x"), PASSPHRASE, "not changed"),
        (("off",), "", "not encrypted"),
        (("change", "--keyring", "--recovery-file", "{code}"), "", "not encrypted"),
    ],
)
def test_what_can_not_be_done_changes_nothing(
    acme: Terminal, code: Path, arguments: tuple[str, ...], typed: str, words: str
) -> None:
    before = acme.fingerprint()
    filled = [argument.format(code=code) for argument in arguments]
    refused(acme("encryption", *filled, typed=typed), words)
    assert acme.fingerprint() == before
    assert not code.exists()


def test_a_file_that_is_there_is_not_written_over_by_a_code(acme: Terminal, code: Path) -> None:
    code.write_text("something dear")
    on = ("encryption", "on", "--keyring", "--recovery-file", str(code))
    refused(acme(*on), "was not changed")
    assert code.read_text() == "something dear"


def test_a_code_is_not_left_lying_about_where_nothing_was_encrypted(
    acme: Terminal, code: Path
) -> None:
    from tests.support.database import open_workspace

    on = ("encryption", "on", "--passphrase-stdin", "--recovery-file", str(code))
    with open_workspace(acme.file):
        refused(acme(*on, typed=PASSPHRASE), "in use")
    assert not code.exists()


@pytest.mark.parametrize("at", ["workspace", "backups", "first of the backups"])
def test_stopped_after_the_workspace_was_replaced_its_code_stays_and_the_backups_follow_later(
    acme: Terminal, code: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    acme("backup")
    stop_after_the_rename(monkeypatch, acme.file, at)

    on = ("encryption", "on", "--passphrase-stdin", "--recovery-file", str(code))
    answer = acme(*on, typed=f"{PASSPHRASE}\n")
    monkeypatch.undo()

    assert acme.file.read_bytes()[:15] != b"SQLite format 3"
    assert "next backup" in answer.err
    kept = code.read_text()
    lock()
    assert acme("encryption", "recovery-code", "--stdin", typed=kept).code == 0
    named(monkeypatch, code.parent, kept)
    assert acme("backup").code == 0
    backups = list(Path(f"{acme.file}.backups").glob("*.db"))
    assert len(backups) == 3
    assert all(file.read_bytes()[:15] != b"SQLite format 3" for file in backups)


def stop_after_the_rename(monkeypatch: pytest.MonkeyPatch, file: Path, at: str) -> None:
    """Let Ctrl+C come once the workspace has its new key, at one of three places."""
    from jobtracker.storage import encrypting

    publish, locking, examine = (
        encrypting.publish,
        encrypting.make_private_folder,
        encrypting.health.examine,
    )

    def published(temporary: Path, final: Path) -> None:
        publish(temporary, final)
        if at == "workspace" and final == file:
            raise KeyboardInterrupt

    def made(folder: Path) -> None:
        if at == "backups":
            raise KeyboardInterrupt
        locking(folder)

    def examined(path: Path, *, full: bool = False) -> object:
        if at == "first of the backups" and path != file:
            raise KeyboardInterrupt
        return examine(path, full=full)

    monkeypatch.setattr(encrypting, "publish", published)
    monkeypatch.setattr(encrypting, "make_private_folder", made)
    monkeypatch.setattr(encrypting.health, "examine", examined)


def test_what_could_not_be_converted_is_told_on_stderr_and_the_workspace_is_encrypted(
    acme: Terminal, code: Path
) -> None:
    acme("backup")
    (backup,) = Path(f"{acme.file}.backups").glob("*.db")
    with backup.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 4096)

    on = ("encryption", "on", "--passphrase-stdin", "--recovery-file", str(code), "--json")
    answer = acme(*on, typed=f"{PASSPHRASE}\n")

    assert answer.code == 0
    assert answer.json["left"] == [str(backup)]
    assert f"Not converted: {backup}" in answer.err


def test_a_plain_workspace_has_no_secret_to_keep(acme: Terminal, memory: MemoryKeyring) -> None:
    refused(acme("secret", "set", "--stdin", typed="S3cr3t-canary-Zq81x\n"), "not encrypted")
    assert memory.held == {}


def test_where_there_is_no_workspace_there_is_nothing_to_encrypt(nowhere: Terminal) -> None:
    for command in (("encryption", "on", "--keyring"), ("encryption", "status"), ("secret", "set")):
        refused(nowhere(*command), "no workspace")
    assert not nowhere.file.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_at_a_terminal_passphrases_are_unseen_and_the_code_is_shown_once_and_asked_back(
    acme: Terminal,
) -> None:
    with Typist(acme.file, "encryption", "on") as typist:
        typist.answers("New passphrase:", PASSPHRASE)
        typist.answers("The same again:", PASSPHRASE)
        shown = typist.until("Type it back:")
        code = next(line.strip() for line in shown.splitlines() if line.count("-") == 13)
        typist.types(code.lower().replace("-", " "))
    assert typist.code == 0, typist.said
    assert PASSPHRASE not in typist.said
    assert typist.said.count(code) == 1

    with Typist(acme.file, "list") as typist:
        typist.answers("Passphrase or recovery code of search.jobtracker:", "wrong words here")
        typist.answers("Passphrase or recovery code of search.jobtracker:", PASSPHRASE)
    assert typist.code == 0
    assert "Acme Robotics" in typist.said

    with Typist(acme.file, "list") as typist:
        for _ in range(3):
            typist.answers("Passphrase or recovery code of search.jobtracker:", "wrong words here")
    assert typist.code == 3
    assert "wrong words" not in typist.said


class Typist:
    """Somebody at a terminal of their own, in front of one command."""

    def __init__(self, file: Path, *arguments: str) -> None:
        self.said = ""
        self.code: int | None = None
        ours, theirs = pty.openpty()
        environment = {**os.environ, "PYTHONPATH": str(PROJECT / "src")}
        environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
        self._program = subprocess.Popen(
            [sys.executable, "-m", "jobtracker", "--workspace", str(file), *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            start_new_session=True,
        )
        os.close(theirs)
        self._terminal = ours

    def until(self, words: str) -> str:
        """What is said until these words are; AssertionError where they never are."""
        start, deadline = len(self.said), time.monotonic() + 60
        while words not in self.said[start:]:
            assert time.monotonic() < deadline, self.said
            if not self._hear(0.5) and self._program.poll() is not None:
                pytest.fail(self.said)
        return self.said[start:]

    def answers(self, question: str, words: str) -> None:
        self.until(question)
        self.types(words)

    def types(self, words: str) -> None:
        os.write(self._terminal, f"{words}\n".encode())

    def _hear(self, seconds: float) -> bool:
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            self.said += os.read(self._terminal, 4096).decode()
        except OSError:  # the program has ended, and its side of the terminal with it
            return False
        return True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        deadline = time.monotonic() + 60
        while self._program.poll() is None and time.monotonic() < deadline:
            self._hear(0.2)
        while self._hear(0):
            pass
        self.code = self._program.wait(1)
        os.close(self._terminal)


def test_plain_copies_beside_it_are_named_as_left_when_it_is_encrypted(
    acme: Terminal, code: Path
) -> None:
    moved = Path(f"{acme.file}.moved")
    moved.write_bytes(acme.file.read_bytes())

    on = ("encryption", "on", "--passphrase-stdin", "--recovery-file", str(code), "--json")
    answer = acme(*on, typed=f"{PASSPHRASE}\n")

    assert answer.json["left"] == [str(moved)]
    assert str(moved) in answer.err
