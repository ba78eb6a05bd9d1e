"""`self-check`: does everything this program is made of work, here and now?

Meant for the packaged program: each step uses what a packager can forget (migrations, library,
fonts, keyring backends, Qt's plugins), on a temporary workspace.
"""

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import click

from jobtracker.cli.common import answer, shared_options
from jobtracker.domain.applications import ApplicationFields
from jobtracker.domain.errors import SecretsError, WorkspaceError

_FOLDERS = ("fonts", "icons", "letters", "profiles", "sample", "themes")
_VALUE = "written by the self-check"
_ACCOUNT = "self-check"


class Step(NamedTuple):
    name: str
    ok: bool
    detail: str
    seconds: float


@click.command("self-check")
@shared_options
def self_check() -> None:
    """Try every part of the program on a temporary workspace; exit code 3 on failure."""
    with TemporaryDirectory(prefix="jobtracker-") as folder:
        file = Path(folder) / "self-check.jobtracker"
        # the window comes before the PDF: Qt allows one application object, and it needs the larger
        steps = [
            _tried("resources", _resources, file),
            _tried("workspace", _workspace, file),
            _tried("window", _window, file),
            _tried("letter", _letter, file),
            _tried("encryption", _encryption, file),
            _tried("keyring", _keyring, file),
        ]
    failed = [step for step in steps if not step.ok]
    value = {"ok": not failed, "steps": [step._asdict() for step in steps]}
    answer(value, "\n".join(_line(step) for step in steps))
    if failed:
        names = ", ".join(step.name for step in failed)
        raise WorkspaceError(f"The self-check failed: {names}. Install Jobtracker again.")


def _tried(name: str, step: Callable[[Path], str], file: Path) -> Step:
    began = time.perf_counter()
    try:
        detail, ok = step(file), True
    except Exception as error:  # noqa: BLE001 - whatever goes wrong is the answer
        detail, ok = f"{type(error).__name__}: {error}", False
    return Step(name, ok, detail, round(time.perf_counter() - began, 3))


def _line(step: Step) -> str:
    return f"{'ok    ' if step.ok else 'FAILED'}  {step.name}: {step.detail} ({step.seconds:.2f} s)"


def _resources(_file: Path) -> str:
    from jobtracker.system.resources import resource

    counts = {folder: len(list(resource(folder).iterdir())) for folder in _FOLDERS}
    if not all(counts.values()):
        raise FileNotFoundError("a folder of resources is empty")
    return f"{sum(counts.values())} files"


def _workspace(file: Path) -> str:
    """Made by the migrations, filled with the library, written, undone, checked."""
    from jobtracker.bootstrap import open_workspace

    fields = ApplicationFields(company="Acme Robotics", role="Python Developer", pay="$140-165k")
    with open_workspace(file, write=True) as opened:
        profiles = len(opened.profiles.summaries())
        opened.applications.add(fields)
        opened.history.undo()
        opened.history.redo()
        (row,) = opened.lists.rows()
        opened.search.find("acme")
        repeats = opened.capture.repeats("Python Engineer", "ACME Robotics, Inc.", "")
        problems = opened.checking.check().problems
    if problems or not profiles or row.benchmark is None or not repeats:
        raise WorkspaceError(f"{profiles} profiles, problems: {problems}")
    return f"{profiles} profiles"


def _window(file: Path) -> str:
    from jobtracker.desktop import check_window

    return f"{check_window(file)} rows painted"


def _letter(file: Path) -> str:
    from jobtracker.bootstrap import open_workspace

    pdf = file.with_suffix(".pdf")
    with open_workspace(file, write=True) as opened:
        (row,) = opened.lists.rows()
        letter = opened.letters.draft(row.id, "short").value
        missing = [field.name for field in opened.letters.view(letter).fields if not field.value]
        opened.letters.set_values(letter, dict.fromkeys(missing, _VALUE))
        opened.letter_exports.export(letter, pdf)
    return f"{pdf.stat().st_size:,} bytes of PDF"


def _encryption(file: Path) -> str:
    """Encrypted with a passphrase, locked, and opened with the recovery code."""
    from jobtracker.bootstrap import open_workspace
    from jobtracker.services.encryption import prepare
    from jobtracker.services.unlocking import unlock

    prepared = prepare(_VALUE)
    with open_workspace(file, write=True) as opened:
        opened.encryption.turn_on(prepared, prepared.recovery_code)
        opened.encryption.lock()
        unlock(file, prepared.recovery_code)
        opened.encryption.reopen()
        rows = len(opened.lists.rows())
    return f"{rows} rows read after unlocking"


def _keyring(_file: Path) -> str:
    """Its parts can be loaded; where one answers, it keeps, finds and forgets a secret."""
    from jobtracker.system import secrets

    modules = ", ".join(secrets.backend_modules())
    state = secrets.state()
    if not state.usable:
        return f"{modules}; none answers here"
    try:
        secrets.keep(_ACCOUNT, _VALUE)
        found = secrets.look_up(_ACCOUNT)
        secrets.forget(_ACCOUNT)
    except SecretsError as error:
        return f"{modules}; {error}"
    if found != _VALUE or secrets.look_up(_ACCOUNT) is not None:
        raise SecretsError("The keyring did not give back what it was given, or did not forget it.")
    return f"{modules}; a secret kept, found and forgotten by {state.name}"


COMMANDS = {"self-check": self_check}
