"""The terminal: the same services as the window, with Qt loaded only for a letter's PDF.

Exit codes: 0 done, 1 a letter that the gate blocks, 2 wrong usage, 3 refused or failed with
one line on stderr that says what to do.
"""

import os
import sys

import click

from jobtracker.cli.common import LazyGroup, shared_options
from jobtracker.domain.errors import JobtrackerError

_COMMANDS = {
    "add": "applications",
    "list": "applications",
    "show": "applications",
    "edit": "applications",
    "move": "events",
    "close": "events",
    "note": "events",
    "event": "events",
    "quiet": "events",
    "today": "today",
    "review": "review",
    "contact": "contacts",
    "interview": "interviews",
    "offer": "offers",
    "pay": "pay",
    "phone": "phone",
    "company": "companies",
    "document": "documents",
    "field": "own_fields",
    "profile": "profiles",
    "target": "targets",
    "skill": "skills",
    "match": "skill_matches",
    "salary": "salary",
    "read": "reading",
    "letter": "letters",
    "me": "me",
    "undo": "history",
    "redo": "history",
    "history": "history",
    "find": "history",
    "attach": "documents",
    "backup": "backups",
    "backups": "backups",
    "restore": "backups",
    "migrate": "recovering",
    "check": "recovering",
    "salvage": "recovering",
    "new": "recovering",
    "bin": "bin",
    "export": "archive",
    "import": "archive",
    "encryption": "encryption",
    "secret": "encryption",
    "sample": "files",
    "self-check": "self_check",
}
FAILED = 3


@click.group(
    cls=LazyGroup,
    modules=_COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="jobtracker")
@shared_options
@click.pass_context
def jobtracker(context: click.Context) -> int | None:
    """Track a job search on this computer. Without a command the window opens."""
    if context.invoked_subcommand is not None:
        return None
    from jobtracker.system.instance import begin

    start = begin(context.ensure_object(dict).get("workspace"))
    if start.claim.told:
        return None
    from jobtracker.desktop import open_window

    return open_window(str(start.workspace), start)


def run(arguments: list[str]) -> int:
    """Run one command; its exit code. Errors are told in one line on stderr."""
    _prepare()
    try:
        answer = jobtracker.main(arguments, prog_name="jobtracker", standalone_mode=False)
        sys.stdout.flush()
    except SystemExit:  # click's own answer to a reader that has gone
        return FAILED
    except Exception as error:  # noqa: BLE001 - the last line of defence has to catch all
        return _told(error)
    return answer if isinstance(answer, int) else 0


def _told(error: Exception) -> int:
    """Say what went wrong; the exit code."""
    match error:
        case click.UsageError():
            error.show()
            return error.exit_code
        case BrokenPipeError():
            # whoever read our output has gone; Python would complain once more on its way out
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        case click.Abort():
            _say("Stopped. Nothing more was changed.")
        case click.ClickException():
            _say(error.format_message())
        case JobtrackerError():
            _say(str(error))
        case OSError():
            _say(f"The computer refused: {error.strerror or error}. Stored data is unchanged.")
        case _:
            _tell_bug(error)
    return FAILED


def _prepare() -> None:
    """Only the owner may read what we write, and text is UTF-8 whatever the locale says."""
    os.umask(0o077)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _say(message: str) -> None:
    print(" ".join(message.split()), file=sys.stderr)  # noqa: T201 - a terminal program prints


def _tell_bug(error: Exception) -> None:
    if os.environ.get("JOBTRACKER_DEBUG"):
        raise error
    _say(
        f"Jobtracker made a mistake ({type(error).__name__}). Stored data is unchanged. "
        "Set JOBTRACKER_DEBUG=1 and run it again to see where."
    )
