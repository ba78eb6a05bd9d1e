"""`encryption` and `secret`: the workspace closed to others, and who remembers its key.

No secret is an argument or part of an answer. The recovery code is shown once, at the terminal,
and asked back before anything is changed; a program has it written to a file instead.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jobtracker.cli.common import (
    answer,
    existing_file,
    path_of,
    shared_options,
    unlocked,
    workspace,
)
from jobtracker.cli.unlocking import ask_hidden, can_ask, first_line_of_stdin
from jobtracker.domain.errors import InvalidInputError, WorkspaceError, WrongKeyError
from jobtracker.storage.files import OWNER_ONLY, fsync_folder
from jobtracker.storage.keys import salt_of

if TYPE_CHECKING:
    from jobtracker.services.encryption import Prepared
    from jobtracker.storage.encrypting import Converted

_NO_TERMINAL = (
    "The recovery code has to be shown and kept; nothing was changed; run this in a terminal, or "
    "name a file for it with --recovery-file."
)


@click.group()
def encryption() -> None:
    """Encrypt the workspace and its backups, with a passphrase or the system's keyring."""


@click.group()
def secret() -> None:
    """Let the system's keyring remember the key of this workspace, or forget it."""


def _new_key(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option("--keyring", is_flag=True, help="A random key that the keyring remembers."),
        click.option("--passphrase-stdin", is_flag=True, help="Read it from standard input."),
        click.option(
            "--recovery-file",
            metavar="FILE",
            help="Write the recovery code to a new file instead of asking it back.",
        ),
    ):
        command = option(command)
    return command


@encryption.command()
@shared_options
def status() -> None:
    """Whether the workspace is encrypted, and which keyring answers here."""
    from jobtracker.services import unlocking

    found, keyring = unlocking.status(existing_file()), unlocking.keyring_state()
    value = {**found._asdict(), "keyring": keyring._asdict()}
    kept = "the keyring remembers its key" if found.remembered else "no keyring remembers its key"
    words = f"Encrypted; {kept}." if found.encrypted else "Not encrypted."
    answer(
        value, f"{words} {f'Here answers {keyring.name}.' if keyring.usable else keyring.advice}"
    )


@encryption.command("on")
@_new_key
@shared_options
def turn_on(*, keyring: bool, passphrase_stdin: bool, recovery_file: str | None) -> None:
    """Encrypt the workspace and its backups, after a backup and a check."""
    path = existing_file()
    from jobtracker.services import unlocking

    if unlocking.status(path).encrypted:
        raise WorkspaceError(
            f"{path.name} is encrypted already; nothing was changed; 'encryption change' gives it "
            "another key."
        )
    _with_new_key(path, keyring, passphrase_stdin, recovery_file, change=False)


@encryption.command()
@_new_key
@shared_options
def change(*, keyring: bool, passphrase_stdin: bool, recovery_file: str | None) -> None:
    """Encrypt with another passphrase or key; the former one and its code open nothing then."""
    path = unlocked(existing_file())
    from jobtracker.services import unlocking

    if not unlocking.status(path).encrypted:
        raise WorkspaceError(f"{path.name} is not encrypted; 'encryption on' encrypts it.")
    _with_new_key(path, keyring, passphrase_stdin, recovery_file, change=True)


@encryption.command("off")
@shared_options
def turn_off() -> None:
    """Make the workspace and its backups plain files that everybody with them can read."""
    existing_file()
    with workspace(write=True) as opened:
        converted = opened.encryption.turn_off()
    _tell(converted, "Not encrypted any more", encrypted=False)


@encryption.command("recovery-code")
@click.option("--stdin", "by_program", is_flag=True, help="Read the code from standard input.")
@shared_options
def check_code(*, by_program: bool) -> None:
    """Try whether the recovery code you kept still opens the workspace."""
    from jobtracker.services import unlocking

    path = existing_file()
    if not by_program and not can_ask():
        raise InvalidInputError("Nobody can be asked here; hand the code over with --stdin.")
    typed = first_line_of_stdin() if by_program else ask_hidden("Recovery code")
    if not unlocking.opens(path, typed):
        raise WrongKeyError(
            f"This does not open {path.name}; nothing was changed; compare it with what you wrote "
            "down, or make a new code with 'encryption change'."
        )
    answer({"opens": True}, f"It opens {path.name}.")


@secret.command("set")
@click.option("--stdin", "by_program", is_flag=True, help="Read it from standard input.")
@shared_options
def set_secret(*, by_program: bool) -> None:
    """Let the keyring remember the key; the passphrase or recovery code is tried first."""
    from jobtracker.services import unlocking

    path = existing_file()
    if not unlocking.status(path).encrypted:
        raise WorkspaceError(
            f"{path.name} is not encrypted, so there is nothing to remember; nothing was kept; "
            "'encryption on' encrypts it."
        )
    if not by_program and not can_ask():
        raise InvalidInputError("Nobody can be asked here; hand the passphrase over with --stdin.")
    words = first_line_of_stdin() if by_program else ask_hidden("Passphrase or recovery code")
    if not unlocking.opens(path, words):
        raise WrongKeyError(
            f"This does not open {path.name}; the keyring was given nothing; try again."
        )
    unlocking.unlock(path, words)
    unlocking.remember(path)
    answer({"remembered": True}, "The keyring remembers the key.")


@secret.command("forget")
@shared_options
def forget_secret() -> None:
    """Take the key out of the keyring; the passphrase or recovery code is needed from then on."""
    from jobtracker.services import unlocking

    unlocking.forget(existing_file())
    answer({"remembered": False}, "The keyring does not remember the key.")


@secret.command("status")
@shared_options
def secret_status() -> None:
    """Whether the keyring remembers the key of this workspace."""
    from jobtracker.services import unlocking

    found, keyring = unlocking.status(existing_file()), unlocking.keyring_state()
    if not keyring.usable:
        words = keyring.advice
    else:
        words = f"{'Remembered' if found.remembered else 'Not remembered'} by {keyring.name}."
    answer({"remembered": found.remembered, "keyring": keyring._asdict()}, words)


def _with_new_key(
    path: Path, keyring: bool, by_program: bool, recovery_file: str | None, *, change: bool
) -> None:
    from jobtracker.services.encryption import prepare

    if keyring and by_program:
        raise click.UsageError("Take either --keyring or --passphrase-stdin.")
    if recovery_file is None and not can_ask():
        raise InvalidInputError(_NO_TERMINAL)
    prepared = prepare(None if keyring else _new_passphrase(by_program=by_program))
    code_file = path_of(recovery_file) if recovery_file is not None else None
    typed = _asked_back(prepared) if code_file is None else _written(code_file, path, prepared)
    try:
        with workspace(write=True) as opened:
            act = opened.encryption.change if change else opened.encryption.turn_on
            converted = act(prepared, typed)
    except BaseException:
        _keep_what_opens(path, prepared, code_file)
        raise
    _tell(converted, "Encrypted", encrypted=True)


def _keep_what_opens(path: Path, prepared: "Prepared", code_file: Path | None) -> None:
    """Once the workspace has the new key its code is all that may open it, whatever failed then;
    a code that opens nothing goes. Of a file that can't be read nobody knows: the code stays.
    """
    with suppress(OSError):
        if salt_of(path) != prepared.file_key.salt:
            if code_file is not None:
                code_file.unlink(missing_ok=True)
            return
        kept = f" The recovery code is in {code_file.name}." if code_file is not None else ""
        click.echo(
            f"{path.name} is encrypted with the new key.{kept} Its backups may not be converted "
            "yet; the next backup converts them.",
            err=True,
        )


def _new_passphrase(*, by_program: bool) -> str:
    if by_program:
        return first_line_of_stdin()
    if not can_ask():
        raise InvalidInputError(
            "Nobody can be asked for a passphrase here; nothing was changed; hand it over with "
            "--passphrase-stdin, or take --keyring."
        )
    typed = ask_hidden("New passphrase")
    if ask_hidden("The same again") != typed:
        raise InvalidInputError("The two passphrases differ; nothing was changed; try again.")
    return typed


def _asked_back(prepared: "Prepared") -> str:
    click.echo(
        "This recovery code opens the workspace when the passphrase or keyring is lost. It is "
        f"shown only now: write it down.\n\n    {prepared.recovery_code}\n",
        err=True,
    )
    return str(click.prompt("Type it back", err=True))


def _written(file: Path, path: Path, prepared: "Prepared") -> str:
    """Write the code to a new file for its owner alone; what can be read there afterwards."""
    try:
        descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY)
        with os.fdopen(descriptor, "w", encoding="utf-8") as target:
            target.write(f"{prepared.recovery_code}\n")
            target.flush()
            os.fsync(target.fileno())
        with suppress(OSError):  # drives of other systems know no such call
            fsync_folder(file.parent)
        return file.read_text("utf-8")
    except OSError as error:
        raise InvalidInputError(
            f"The recovery code could not be written to {file.name} ({error.strerror}); "
            f"{path.name} was not changed; name a new file in a folder that you may write."
        ) from error


def _tell(converted: "Converted", words: str, *, encrypted: bool) -> None:
    value = {
        "encrypted": encrypted,
        "backups": converted.backups,
        "left": [str(file) for file in converted.left],
    }
    backups = "1 backup" if converted.backups == 1 else f"{converted.backups} backups"
    answer(value, f"{words}, with {backups}.")
    for file in converted.left:
        click.echo(f"Not converted: {file}", err=True)
    if converted.left and encrypted:
        count = len(converted.left)
        click.echo(
            f"{count} {'file' if count == 1 else 'files'} not converted yet; the next backup "
            "converts backups that can be read; other copies are yours to remove.",
            err=True,
        )


COMMANDS = {"encryption": encryption, "secret": secret}
