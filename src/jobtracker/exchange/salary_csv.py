"""Figures as CSV for a spreadsheet, with no cell that a spreadsheet would run."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from jobtracker.domain.errors import JobtrackerError

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a cell begins with that Excel, LibreOffice or Sheets takes for a formula (OWASP, "CSV
injection")."""


def as_csv(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with the mark that Excel asks for, lines ended as RFC 4180 says."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for row in (headers, *rows):
        writer.writerow([harmless(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def write_csv(path: Path, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a file for a spreadsheet. Raises FigureFileError where it cannot be written."""
    try:
        path.write_bytes(as_csv(headers, rows))
    except OSError as error:
        raise FigureFileError(path) from error


class FigureFileError(JobtrackerError):
    """A file of figures that could not be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} could not be written there; nothing was changed. "
            "Choose another folder or name."
        )


def harmless(cell: str) -> str:
    """The cell, after an apostrophe where it would otherwise be a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
