"""What every command shares: its options, the workspace, dates, and how it answers."""

import gc
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from jobtracker.domain.errors import (
    InvalidInputError,
    WorkspaceDamagedError,
    WorkspaceError,
    WorkspaceLockedError,
)
from jobtracker.domain.text import quoted

if TYPE_CHECKING:
    from jobtracker.domain.pay import Pay
    from jobtracker.services.workspace import Workspace

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")

_UNSEEN = {
    code: "\ufffd" for code in (*range(0x20), 0x7F, *range(0x80, 0xA0)) if code not in (9, 10)
}
"""Control characters: stored text must not steer the terminal it is shown in. JSON escapes
the first half of them and is not for eyes, so it keeps all."""


_NO_ROOM = (
    "The disk is nearly full: the library of roles and letters waits until there is room; what you "
    "add is stored."
)

_DAY_OF = {
    "applied": " of applying",
    "posted": " of posting",
    "deadline": " for the deadline",
    "next_action_on": " for the next action",
    "promised": " for the promise",
    "sent": " of sending",
    "thanked": " of thanking",
}
"""What a date is about, for saying that it is none."""


class LazyGroup(click.Group):
    """A group whose commands live in modules that are imported when they are called."""

    def __init__(self, *args: Any, modules: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        module = self._modules.get(cmd_name)
        if module is None:
            return None
        commands: Mapping[str, click.Command] = import_module(f"jobtracker.cli.{module}").COMMANDS
        return commands[cmd_name]


def _keep(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def callback(ctx: click.Context, _parameter: click.Parameter, value: Any) -> None:
        if value not in (None, False):
            ctx.ensure_object(dict)[name] = value

    return callback


def shared_options(command: F) -> F:
    """`--workspace` and `--json`, before a command's name or after it."""
    for option in (
        click.option(
            "--json",
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=_keep("json"),
            help="Answer with one JSON value.",
        ),
        click.option(
            "--workspace",
            metavar="FILE",
            expose_value=False,
            is_eager=True,
            callback=_keep("workspace"),
            help="The workspace file; otherwise $JOBTRACKER_WORKSPACE or the default place.",
        ),
    ):
        command = option(command)
    return command


def wants_json() -> bool:
    return bool(click.get_current_context().ensure_object(dict).get("json"))


def workspace_file() -> Path:
    """The file that this call works on."""
    from jobtracker.system.paths import workspace_path

    return workspace_path(click.get_current_context().ensure_object(dict).get("workspace"))


def existing_workspace() -> Path:
    """The file that this call works on, unlocked; WorkspaceError where there is none yet."""
    return unlocked(existing_file())


def existing_file() -> Path:
    """The file that this call works on, locked or not; WorkspaceError where there is none yet."""
    path = workspace_file()
    if not path.exists() and not path.is_symlink():
        from jobtracker.services.recovering import refuse_moved

        refuse_moved(path)
        raise WorkspaceError(
            f"There is no workspace {path.name} yet. Add an application to make it."
        )
    return path


def unlocked(path: Path) -> Path:
    """The path; where its file is encrypted and locked it is unlocked first, by the keyring, a
    named file or whoever sits at the terminal. For every file that a command opens by its path:
    a workspace, or a backup with a key of its own.

    Raises WorkspaceLockedError and WrongKeyError; whatever else may be wrong with the file, or if
    there is none, is left to who opens it.
    """
    from jobtracker.services.unlocking import is_locked

    try:
        locked = path.exists() and is_locked(path)
    except WorkspaceError:
        return path
    if locked:
        from jobtracker.cli.unlocking import unlock_file

        with suppress(WorkspaceDamagedError):
            unlock_file(path)
    return path


def with_key(path: Path, act: Callable[[], T]) -> T:
    """Do what opens that file; once more where it had to be unlocked first. Costs a plain file
    nothing.
    """
    try:
        return act()
    except WorkspaceLockedError:
        from jobtracker.cli.unlocking import unlock_file

        unlock_file(path)
        return act()


def workspace(*, write: bool, library: bool = False) -> "Workspace":
    """The open workspace. A reading command makes no file; where there is none it sees an
    empty workspace, with the bundled library in it if it asks for that.
    """
    from jobtracker.bootstrap import open_workspace

    path = workspace_file()
    opened = with_key(
        path, lambda: open_workspace(path, write=write, library=library, afresh=False)
    )
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
    if opened.notice and not write:
        click.echo(opened.notice, err=True)
    elif write and opened.library.waits:
        click.echo(_NO_ROOM, err=True)
    return opened


def day(text: str | None, what: str = "date") -> date | None:
    """An ISO date as typed; InvalidInputError where there is no such day."""
    if text is None or not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise InvalidInputError(
            f"{quoted(text)} is no date{_DAY_OF.get(what, '')}. "
            "Write it as year-month-day, like 2026-11-22.",
            field=what,
        ) from None


def whole_number(text: str, what: str) -> int | None:
    """A whole number as typed, None for ""; InvalidInputError for anything else."""
    if not text.strip():
        return None
    try:
        return int(text)
    except ValueError:
        raise InvalidInputError(
            f"{quoted(text)} is no whole number for {what.replace('_', ' ')}. "
            "Type one in digits, like 3.",
            field=what,
        ) from None


def yes_no(text: str, what: str) -> bool:
    """Yes or no as typed; InvalidInputError for anything else."""
    known = {"yes": True, "no": False}.get(text.strip().lower())
    if known is None:
        raise InvalidInputError(
            f"{quoted(text)} is no answer for {what.replace('_', ' ')}. Type yes or no.",
            field=what,
        )
    return known


def listed(text: str) -> tuple[str, ...]:
    """Names with commas between them, without their outer blanks."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def given(**options: Any) -> dict[str, Any]:
    """The options that were typed."""
    return {name: value for name, value in options.items() if value is not None}


def answer(value: Any, text: str | Callable[[], str], *, nothing: str = "") -> None:
    """Print the value as JSON where that was asked for, else the text; where there is none,
    tell a person so with `nothing`, on stderr.
    """
    if wants_json():
        click.echo(json.dumps(value, ensure_ascii=False, indent=2))
    else:
        words = text() if callable(text) else text
        if words:
            click.echo(words.translate(_UNSEEN))
        elif nothing:
            click.echo(nothing, err=True)


def json_line(value: Any) -> str:
    """One object on one line. Only ASCII: some readers take U+2028 for the end of a line."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def table(rows: Iterable[Sequence[object]], headings: Sequence[str]) -> str:
    """Columns under their headings, as wide as their widest cell; empty without rows."""
    cells = [[str(cell).replace("\n", " ") for cell in row] for row in rows]
    if not cells:
        return ""
    lines = [list(headings), *cells]
    widths = [max(len(line[column]) for line in lines) for column in range(len(headings))]
    padded = (
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
    return "\n".join(padded)


def is_read(pay: "Pay") -> bool:
    """Whether an amount was found in what was typed."""
    return pay.low is not None or pay.high is not None


def pay_words(pay: "Pay", form: "Callable[[Pay], str]") -> str:
    """A pay in words of that form; one without an amount in it as it was typed."""
    return form(pay) if is_read(pay) else pay.text.strip() or form(pay)


def path_of(text: str) -> Path:
    """A file as typed, "~" for the home folder."""
    return Path(os.path.expanduser(text)).absolute()  # noqa: PTH111 - Path's own raises on "~name"


def text_of(source: str) -> str:
    """The text of a file, or of standard input for "-"."""
    from jobtracker.exchange.text_file import read_stream, read_text_file

    if source == "-":
        return read_stream(sys.stdin.buffer)
    return read_text_file(Path(source))
