"""The log of this computer: where something went wrong, never what was typed.

Callers log constants and counts. Should one ever log more, the formatter is the second line: of
the arguments only numbers and the system's own words for errors pass, and of an exception only
its kind and its places in the code.
"""

import copy
import errno
import logging
import os
import re
from collections.abc import Mapping
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

from jobtracker.system.paths import private_folder

NAME = "jobtracker.log"
BYTES, FILES = 1_000_000, 5
LEVEL_VARIABLE = "JOBTRACKER_LOG"
LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING}

_QT = "Qt: %s"
"""Qt's messages are sentences of Qt's own; what they quote may be a person's."""
_FROM_OUTSIDE = re.compile(
    r"""["'\u201c\u2018\u00ab][^\n]*["'\u201d\u2019\u00bb]|\S*[/\\@]\S*|[^\x00-\x7f]+""",
)
"""What is quoted, paths, links, addresses, and whatever is not plain English."""
_ROOTS = ("jobtracker", "site-packages")
_OWN_WORDS = frozenset(map(os.strerror, errno.errorcode))

_ExceptionInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


class Places(logging.Formatter):
    """Writes numbers, constants and places; see above."""

    def format(self, record: logging.LogRecord) -> str:
        plain = copy.copy(record)
        if plain.msg != _QT:
            plain.args = _masked(record.args)
        elif isinstance(plain.args, tuple):
            plain.args = tuple(_without_quotes(str(one)) for one in plain.args)
        plain.msg = str(plain.msg) if plain.args else _without_quotes(str(plain.msg))
        plain.exc_text = None
        return super().format(plain)

    def formatException(self, ei: _ExceptionInfo) -> str:  # noqa: N802 (logging's name)
        kind, _error, trace = ei
        lines = [
            f"  {place_of(one.filename)}:{one.lineno} in {one.name}" for one in extract_tb(trace)
        ]
        return "\n".join([*lines, f"  {kind.__name__ if kind else 'nothing'}"])

    def formatStack(self, stack_info: str) -> str:  # noqa: ARG002, N802 (logging's name)
        return "  (stack left out)"


class PrivateFile(RotatingFileHandler):
    """A rotating file that its owner alone may read."""

    def _open(self) -> "object":  # type: ignore[override]  # typeshed names a private stream type
        stream = super()._open()
        os.chmod(self.baseFilename, 0o600)  # noqa: PTH101 - the handler keeps its name as text
        return stream


def start(folder: Path) -> logging.Handler:
    """Write the program's log to `folder`, five files of 1 MB at most; the handler, to stop it.

    What is written at least is a warning, or what the environment's JOBTRACKER_LOG says.
    Raises WorkspaceError where the folder cannot be made.
    """
    handler = PrivateFile(
        private_folder(folder) / NAME, maxBytes=BYTES, backupCount=FILES - 1, encoding="utf-8"
    )
    handler.setFormatter(Places("%(asctime)s %(levelname)s %(name)s %(message)s"))
    log = logging.getLogger("jobtracker")
    log.addHandler(handler)
    log.setLevel(LEVELS.get(os.environ.get(LEVEL_VARIABLE, "").lower(), logging.INFO))
    return handler


def stop(handler: logging.Handler) -> None:
    logging.getLogger("jobtracker").removeHandler(handler)
    handler.close()


def last_lines(folder: Path, most: int) -> list[str]:
    """The newest lines of the log, oldest first; none where there is no log."""
    try:
        text = (folder / NAME).read_text("utf-8", "replace")
    except OSError:
        return []
    return text.splitlines()[-most:]


def place_of(file: str) -> str:
    """Where a file of code lies within its program, without the folders of this computer."""
    parts = file.replace("\\", "/").split("/")
    roots = [at for at, part in enumerate(parts[:-1]) if part in _ROOTS]
    return "/".join(parts[roots[-1] if roots else -1 :])


def _masked(args: object) -> tuple[object, ...] | Mapping[str, object]:
    """Arguments of a record without the words in them."""
    if isinstance(args, Mapping):
        return {str(name): _mask(value) for name, value in args.items()}
    return tuple(_mask(value) for value in args) if isinstance(args, tuple) else ()


def _mask(value: object) -> object:
    match value:
        case bool() | int() | float() | None:
            return value
        case str() if value in _OWN_WORDS:
            return value
        case str():
            return f"<text of {len(value)}>"
        case BaseException():
            return type(value).__name__
    return f"<{type(value).__name__}>"


def _without_quotes(text: str) -> str:
    return _FROM_OUTSIDE.sub("<…>", text)
