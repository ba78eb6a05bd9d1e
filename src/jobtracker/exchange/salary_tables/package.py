"""An XLSX file looked over before it is parsed: sizes are counted while unpacking, not believed.

An XLSX file is a zip of XML parts (ISO/IEC 29500-1, 18). Nothing is unpacked to disk.
"""

import re
import zipfile
from collections.abc import Iterator, Sequence

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.exchange.salary_tables import limits
from jobtracker.exchange.zip_guard import GuardedZip, ZipLimits, ZipRefusals, guarded

OLE = b"\xd0\xcf\x11\xe0"
_WORKBOOK = "xl/workbook.xml"
_STRINGS = "xl/sharedstrings.xml"
_SHEETS = "xl/worksheets/"
_LIMITS = ZipLimits(
    entries=2_000,
    all_bytes=limits.UNPACKED_BYTES,
    ratio=limits.RATIO,
    small=limits.SMALL_PART // limits.RATIO,
)
_HEAD = 4_096
_OTHER = rb"""(?:\s+(?!r=)[\w:]+=(?:"[^"'<>]*"|'[^"'<>]*'))*"""
_OPENING = re.compile(rb"<(?:[^\s<>/:]+:)?c(?=[\s/>])")
_PLACE = re.compile(
    rb"<(?:\w+:)?c"
    + _OTHER
    + rb"""\s+r=(?:"|')([A-Z]{1,3})([1-9]\d{0,6})(?:"|')"""
    + _OTHER
    + rb"\s*(/?)>"
)
"""A cell that names its place, with nothing in its tag that could be read in another way."""
_ROW = re.compile(rb"<(?:[^\s<>/:]+:)?row(?=[\s/>])")
_ROW_PLACE = re.compile(rb"\br\s*=\D{0,9}(\d+)")
_DIGITS = 12
"""More than any row needs, and few enough to count with."""
_MOST_SAID = str(limits.SHEET_AREA).rjust(_DIGITS, "0").encode()
_SHARED = re.compile(rb"t=[\"']s[\"'][^<>]*>\s*<(?:\w+:)?v>\s*(\d{1,8})")
_STRING = re.compile(rb"<(?:\w+:)?si[ >].*?</(?:\w+:)?si>", re.DOTALL)
_COUNT = re.compile(rb"""ount\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')""")
"""How many of something a part says it holds: "uniqueCount" of the shared texts."""
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384


def check_package(data: bytes, name: str) -> None:
    """Raise UnreadableFileError for anything but a harmless XLSX file of a size to be read."""
    with guarded(data, _LIMITS, _refusals(name)) as archive:
        _check_names(archive.entries, name)
        parts = dict(_xml_parts(archive, name))
    if _WORKBOOK not in parts:
        raise limits.refused(
            name, "is a zip file but no Excel workbook", "Choose a .xlsx, .csv or .tsv file."
        )
    strings = parts.get(_STRINGS, b"")
    for part, content in parts.items():
        _check_counts(content, name)
        if part.startswith(_SHEETS) and part.endswith(".xml"):
            _check_area(content, name)
            _check_text(content, strings, name)


def damaged(name: str) -> UnreadableFileError:
    return limits.refused(
        name, "is damaged or no Excel workbook", "Open it in Excel, save it again and choose that."
    )


def _refusals(name: str) -> ZipRefusals:
    return ZipRefusals(
        damaged=lambda: damaged(name),
        protected=lambda: limits.refused(
            name, "is protected by a password", "Save it without one and choose that."
        ),
        too_large=lambda: limits.refused(
            name, "unpacks to far more than its size", "Choose a smaller workbook."
        ),
    )


def _check_names(entries: Sequence[zipfile.ZipInfo], name: str) -> None:
    names = {entry.filename.casefold() for entry in entries}
    if any(part.endswith("vbaproject.bin") or "/macrosheets/" in part for part in names):
        raise limits.refused(
            name, "holds macros, which are programs", "Save it as .xlsx and choose that."
        )


def _xml_parts(archive: GuardedZip, name: str) -> Iterator[tuple[str, bytes]]:
    """The parts of the workbook by their names in small letters; all others are only counted."""
    for entry in archive.entries:
        content = archive.read(entry)
        head = content[:_HEAD]
        if b"<!DOCTYPE" in head or b"<!ENTITY" in head or b"<\x00!\x00" in head:
            raise damaged(name)
        part = entry.filename.casefold()
        if part.startswith("xl/"):
            yield part, content


def _check_counts(part: bytes, name: str) -> None:
    """Refuse a part that says it holds more than a sheet can: the parser makes room for as many
    before it looks, and ends the program where there is not enough.
    """
    for found in _COUNT.finditer(part):
        said = (found[1] or found[2] or b"").strip().lstrip(b"+0")
        if b"&#" in said or (said.isdigit() and said.rjust(_DIGITS, b"0") > _MOST_SAID):
            raise damaged(name)


def _check_area(sheet: bytes, name: str) -> None:
    """Refuse a sheet whose last cell lies so far out that the room before it would not fit.

    The parser makes room for all of it at once and ends the program where there is not enough,
    so every cell has to say its place in one plain way. Cells that only carry a style are not
    counted: sheets with a million of them are common.
    """
    cells = _PLACE.findall(sheet)
    if len(cells) != len(_OPENING.findall(sheet)):
        if cells:
            raise damaged(name)
        width, height = _counted(sheet)
    else:
        filled = [(column, row) for column, row, is_empty in cells if not is_empty]
        width = max((_column(column) for column in {column for column, _ in filled}), default=0)
        height = max((int(row) for row in {row for _, row in filled}), default=0)
    if width > _MOST_COLUMNS or height > _MOST_ROWS:
        raise damaged(name)
    if width > limits.COLUMNS:
        raise limits.too_many_columns(name)
    if height * width > limits.SHEET_AREA:
        raise limits.too_many_rows(name)


def _counted(sheet: bytes) -> tuple[int, int]:
    """The columns and rows of a sheet whose cells do not say their places: they follow on.

    Of several numbers in the tag of a row the largest counts.
    """
    rows = _ROW.split(sheet)
    width = max(len(_OPENING.findall(row)) for row in rows)
    tags = (row.partition(b"<")[0] for row in rows)
    named = (int(number[:_DIGITS]) for tag in tags for number in _ROW_PLACE.findall(tag))
    return width, max(named, default=0) + len(rows)


def _check_text(sheet: bytes, strings: bytes, name: str) -> None:
    """Refuse one long text that is shown in so many cells that they do not fit together."""
    lengths = [found.end() - found.start() for found in _STRING.finditer(strings)]
    shown = sheet.count(b't="s"') + sheet.count(b"t='s'")
    if max(lengths, default=0) * shown <= limits.TEXT_CHARACTERS:
        return
    used = (int(found[1]) for found in _SHARED.finditer(sheet))
    if sum(lengths[index] for index in used if index < len(lengths)) > limits.TEXT_CHARACTERS:
        raise limits.refused(name, "repeats too long a text", "Choose a smaller workbook.")


def _column(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + letter - ord("A") + 1
    return place
