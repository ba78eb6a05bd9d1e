"""The log of this computer: where something went wrong, never what was typed."""

import logging
import os
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from jobtracker.system.paths import private_folder

NAME = "jobtracker.log"
BYTES, FILES = 1_000_000, 5

_ExceptionInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


class Places(logging.Formatter):
    """Of an exception its kind and places are written: its message may quote a letter."""

    def formatException(self, ei: _ExceptionInfo) -> str:  # noqa: N802 (logging's name)
        kind, _error, trace = ei
        places = "".join(traceback.format_tb(trace)) if trace else ""
        return f"{places}{kind.__name__ if kind else 'nothing'}"


class PrivateFile(RotatingFileHandler):
    """A rotating file that its owner alone may read."""

    def _open(self) -> "object":  # type: ignore[override]  # typeshed names a private stream type
        stream = super()._open()
        os.chmod(self.baseFilename, 0o600)  # noqa: PTH101 - the handler keeps its name as text
        return stream


def start(folder: Path) -> logging.Handler:
    """Write the program's log to `folder`, five files of 1 MB at most; the handler, to stop it.

    Raises WorkspaceError where the folder cannot be made.
    """
    handler = PrivateFile(
        private_folder(folder) / NAME, maxBytes=BYTES, backupCount=FILES - 1, encoding="utf-8"
    )
    handler.setFormatter(Places("%(asctime)s %(levelname)s %(name)s %(message)s"))
    log = logging.getLogger("jobtracker")
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    return handler


def stop(handler: logging.Handler) -> None:
    logging.getLogger("jobtracker").removeHandler(handler)
    handler.close()
