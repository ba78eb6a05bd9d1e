"""Texts that a person asks to have as a file."""

from pathlib import Path

from jobtracker.storage.files import write_atomically
from jobtracker.storage.plain_words import plain_errors


def save_text(path: Path, text: str) -> Path:
    """Write a text whole, in UTF-8, for its owner alone; where it is.

    What was there before is replaced. Raises WorkspaceError, and then that is as it was.
    """
    with plain_errors(path):
        write_atomically(path, text.encode())
    return path
