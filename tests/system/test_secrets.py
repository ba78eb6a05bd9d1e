"""Secrets are kept by the system's keyring alone; where it can't, one is told what to do."""

import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import chainer, fail, null
from keyring.errors import InitError, KeyringLocked, PasswordSetError
from tests.support.keyrings import (
    ForgetfulKeyring,
    MemoryKeyring,
    PlaintextKeyring,
    refusing,
)

from jobtracker.domain.errors import SecretsError
from jobtracker.system import secrets

PROJECT = Path(__file__).resolve().parents[2]
CANARY = "S3cr3t-canary-Zq81x"

Use = Callable[[keyring.backend.KeyringBackend], None]


@pytest.fixture
def use() -> Iterator[Use]:
    """Make a keyring the one of this computer."""
    former = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(former)


def test_what_is_kept_is_found_until_it_is_forgotten(use: Use) -> None:
    use(MemoryKeyring())
    secrets.keep("one", CANARY)

    assert secrets.look_up("one") == CANARY
    assert secrets.look_up("another") is None
    assert secrets.state().usable

    secrets.forget("one")
    secrets.forget("one")
    assert secrets.look_up("one") is None


def test_entries_stand_under_the_programs_name(use: Use) -> None:
    memory = MemoryKeyring()
    use(memory)
    secrets.keep("one", CANARY)
    assert memory.held == {("jobtracker", "one"): CANARY}


class _Alternative(MemoryKeyring):
    """A backend of keyrings.alt, by its module's name."""


_Alternative.__module__ = "keyrings.alt.file"


def _chain(*parts: keyring.backend.KeyringBackend) -> chainer.ChainerBackend:
    chain = type("Chain", (chainer.ChainerBackend,), {"backends": list(parts)})
    chain.__module__ = chainer.__name__
    return chain()


@pytest.mark.parametrize(
    ("backend", "words"),
    [
        (fail.Keyring(), "No keyring answers"),
        (null.Keyring(), "No keyring answers"),
        (PlaintextKeyring(), "plain file"),
        (_Alternative(), "plain file"),
        (_chain(), "No keyring answers"),
        (_chain(MemoryKeyring(), PlaintextKeyring()), "plain file"),
    ],
)
def test_a_keyring_that_keeps_nothing_or_plainly_is_refused(
    use: Use, backend: keyring.backend.KeyringBackend, words: str
) -> None:
    use(backend)

    state = secrets.state()
    assert not state.usable
    assert words in state.advice
    assert "passphrase" in state.advice
    for act in (lambda: secrets.keep("one", CANARY), lambda: secrets.look_up("one")):
        with pytest.raises(SecretsError, match=words):
            act()
    assert not getattr(backend, "held", None)


def test_a_chain_of_fine_keyrings_is_used(use: Use) -> None:
    use(_chain(MemoryKeyring(), MemoryKeyring()))
    secrets.keep("one", CANARY)
    assert secrets.look_up("one") == CANARY


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (InitError("Failed to create the collection: Prompt dismissed.."), "dismissed"),
        (KeyringLocked("Failed to unlock the collection!"), "locked"),
        (PasswordSetError(f"can't store {CANARY}"), "refused"),
        (OSError(f"bus gone {CANARY}"), "refused"),
    ],
)
def test_what_goes_wrong_is_told_in_a_line_that_quotes_no_secret(
    use: Use, error: Exception, words: str
) -> None:
    use(refusing(error))
    with pytest.raises(SecretsError, match=words) as told:
        secrets.keep("one", CANARY)
    assert CANARY not in str(told.value)
    assert "passphrase" in str(told.value)
    assert "\n" not in str(told.value)


def test_a_keyring_that_says_yes_and_keeps_nothing_is_found_out(use: Use) -> None:
    use(ForgetfulKeyring())
    with pytest.raises(SecretsError, match="did not keep"):
        secrets.keep("one", CANARY)


def test_a_keyring_that_never_answers_is_not_waited_for(
    use: Use, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered = threading.Event()

    use(MemoryKeyring(lambda: answered.wait(10)))
    monkeypatch.setattr(secrets, "ASKING_SECONDS", 0.05)
    with pytest.raises(SecretsError, match="did not answer"):
        secrets.look_up("one")
    answered.set()


@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's")
def test_a_bus_that_takes_calls_and_never_answers_ends_in_words(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bus:
        bus.bind(str(tmp_path / "bus"))
        bus.listen()
        program = (
            "from jobtracker.system import secrets; secrets.FINDING_SECONDS = 1.0; "
            "print(secrets.state().advice)"
        )
        done = _python(program, f"unix:path={tmp_path / 'bus'}", tmp_path)
    assert "did not answer" in done


@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's")
def test_without_a_bus_one_is_told_to_use_a_passphrase(tmp_path: Path) -> None:
    said = _python(
        "from jobtracker.system import secrets; print(secrets.state().advice)",
        f"unix:path={tmp_path / 'none'}",
        tmp_path,
    )
    assert "No keyring answers" in said


def _python(program: str, bus: str, home: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "src"), "HOME": str(home)}
    environment |= {"DBUS_SESSION_BUS_ADDRESS": bus, "XDG_CONFIG_HOME": str(home)}
    environment.pop("PYTHON_KEYRING_BACKEND", None)
    return subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        timeout=20,
        check=True,
    ).stdout


def test_keyring_is_imported_by_the_first_call_not_before() -> None:
    program = (
        "import sys, jobtracker.services.unlocking, jobtracker.services.encryption; "
        "print('keyring' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(PROJECT / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"


_STORY = """
set -eu
printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null
run() { "$PYTHON" -m jobtracker --workspace "$HOME/a.jobtracker" "$@"; }
run add --company Acme --role Tester
run encryption on --keyring --recovery-file "$HOME/code"
run list
run secret forget
run list && exit 9 || echo "locked: $?"
run secret set --stdin < "$HOME/code"
run list
run encryption change --keyring --recovery-file "$HOME/code2"
run list
run encryption recovery-code --stdin < "$HOME/code" && exit 9 || echo "the old code: $?"
run encryption off
"""


@pytest.mark.keyring
@pytest.mark.timeout(300)
def test_with_a_real_keyring_a_workspace_opens_without_being_asked(tmp_path: Path) -> None:
    if not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")):
        pytest.skip("gnome-keyring or dbus is not installed")
    environment = {**os.environ, "HOME": str(tmp_path), "PYTHON": sys.executable}
    environment |= {"PYTHONPATH": str(PROJECT / "src"), "XDG_DATA_HOME": str(tmp_path / "data")}
    environment |= {"XDG_RUNTIME_DIR": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    for name in ("PYTHON_KEYRING_BACKEND", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY"):
        environment.pop(name, None)

    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", _STORY],
        env=environment,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    said = done.stdout
    assert said.count("Acme") == 3 + 1  # the first is that of adding
    assert "locked: 3" in said
    assert "the old code: 3" in said
    assert "Not encrypted any more" in said
    codes = {(tmp_path / name).read_text() for name in ("code", "code2")}
    assert len(codes) == 2
    assert not any(code.strip() in said + done.stderr for code in codes)
