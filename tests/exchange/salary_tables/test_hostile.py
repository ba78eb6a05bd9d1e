"""Files that are broken, too large or meant to harm: refused with a sentence, never a crash."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobtracker.domain.errors import StoppedError, UnreadableFileError
from jobtracker.domain.salary_tables import TableReading
from jobtracker.exchange.salary_tables import limits
from jobtracker.exchange.salary_tables.reading import read_table

TODAY = date(2026, 11, 22)
HEADINGS = "role,level,place,currency,period,low,high,n\n"


def read(folder: Path, data: bytes, name: str = "table.csv") -> TableReading:
    path = folder / name
    path.write_bytes(data)
    return read_table(path, today=TODAY)


def workbook(fill: Callable[[xlsxwriter.Workbook], object]) -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        fill(book)
    return data.getvalue()


def plain_workbook() -> bytes:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row("A1", ["role", "low", "high"])
        sheet.write_row("A2", ["Welder", 30000, 40000])

    return workbook(fill)


def rebuilt(data: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """The same zip with some of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def refusal(folder: Path, data: bytes, name: str = "table.xlsx") -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read(folder, data, name)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_nothing_and_blanks_and_nul_bytes_are_no_table(tmp_path: Path) -> None:
    assert "is empty" in refusal(tmp_path, b"", "a.csv")
    assert "holds only blanks" in refusal(tmp_path, b"  \n \n", "b.csv")
    assert "is not a text file" in refusal(tmp_path, HEADINGS.encode() + b"a\x00b,1,2", "c.csv")


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_rows(tmp_path: Path) -> None:
    rows = "".join(f"Role {i},x,y,EUR,year,{i},{i},3\n" for i in range(1, 200))
    data = HEADINGS + 'Bad,"never closed,y,EUR,year,1,2,3\n' + rows
    assert "quotation mark at line 2 that is never closed" in refusal(
        tmp_path, data.encode(), "quotes.csv"
    )


def test_a_line_of_a_million_characters_is_refused_as_a_cell(tmp_path: Path) -> None:
    data = HEADINGS + "x" * 1_000_000 + ",a,b,EUR,year,1,2,3\n"
    assert "quotation mark at line 2" in refusal(tmp_path, data.encode(), "long.csv")


def test_too_many_columns_and_rows_are_refused_before_they_are_read(tmp_path: Path) -> None:
    wide = ",".join(f"c{i}" for i in range(limits.COLUMNS + 1)) + "\n1,2\n"
    assert "more than 200 columns" in refusal(tmp_path, wide.encode(), "wide.csv")
    tall = HEADINGS + "a,b,c,EUR,year,1,2,3\n" * (limits.ROWS + 1)
    assert "more than 200,000 rows" in refusal(tmp_path, tall.encode(), "tall.csv")


def test_a_zip_that_is_no_workbook_says_so(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("readme.txt", "hello")
    assert "no Excel workbook" in refusal(tmp_path, data.getvalue())


def test_macros_passwords_and_old_workbooks_are_refused(tmp_path: Path) -> None:
    with_macros = rebuilt(
        plain_workbook(), lambda parts: parts.update({"xl/vbaProject.bin": b"macro"})
    )
    assert "holds macros" in refusal(tmp_path, with_macros)
    assert "old Excel" in refusal(tmp_path, b"\xd0\xcf\x11\xe0" + b"\x00" * 600)


def test_a_part_that_unpacks_to_far_more_than_its_size_is_a_bomb(tmp_path: Path) -> None:
    bomb = rebuilt(
        plain_workbook(), lambda parts: parts.update({"xl/media/x.bin": b"\x00" * 40_000_000})
    )
    assert "unpacks to far more than its size" in refusal(tmp_path, bomb)


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    def change(parts: dict[str, bytes]) -> None:
        laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">]><sst>&a;</sst>'
        parts["xl/sharedStrings.xml"] = laughs

    assert "is damaged" in refusal(tmp_path, rebuilt(plain_workbook(), change))


@pytest.mark.parametrize(
    "said", ["1399999999", "+0001399999999", "&#49;399999999", "9" * 5_000], ids=len
)
def test_a_number_of_texts_that_cannot_be_makes_no_room_for_them(tmp_path: Path, said: str) -> None:
    def change(parts: dict[str, bytes]) -> None:
        name = "xl/sharedStrings.xml"
        claim = f'uniqueCount="{said}"'.encode()
        parts[name] = re.sub(rb'uniqueCount="\d+"', claim, parts[name])
        assert claim in parts[name]

    assert "is damaged" in refusal(tmp_path, rebuilt(plain_workbook(), change))


def test_a_million_styled_but_empty_rows_do_not_count(tmp_path: Path) -> None:
    def change(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet1.xml"
        ghost = b'<row r="1048576"><c r="A1048576" s="0"/></row></sheetData>'
        parts[name] = parts[name].replace(b"</sheetData>", ghost)

    reading = read(tmp_path, rebuilt(plain_workbook(), change), "ghost.xlsx")
    assert (reading.read, reading.total) == (1, 1)


def test_a_cell_in_the_farthest_corner_takes_no_memory(tmp_path: Path) -> None:
    def change(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet1.xml"
        far = b'<row r="1048576"><c r="CV1048576"><v>1</v></c></row></sheetData>'
        parts[name] = parts[name].replace(b"</sheetData>", far)

    assert "more than 200,000 rows" in refusal(tmp_path, rebuilt(plain_workbook(), change))


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="XFD99999999"><v>1</v></c>',
        b'<c r="xfd1048576"><v>1</v></c>',
        b"""<c a=' r="A9" ' r="XFD1048576"><v>1</v></c>""",
        b"""<c a='>' r="XFD1048576"><v>1</v></c>""",
        b'<c  R="A9"><v>1</v></c>',
    ],
)
def test_a_cell_that_hides_its_place_is_refused_before_room_is_made_for_it(
    tmp_path: Path, cell: bytes
) -> None:
    def change(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet1.xml"
        row = b'<row r="9">' + cell + b"</row></sheetData>"
        parts[name] = parts[name].replace(b"</sheetData>", row)

    assert "is damaged" in refusal(tmp_path, rebuilt(plain_workbook(), change))


@pytest.mark.parametrize("number", [b"9" * 40, b"2000000", b"1' r=\"999999999"])
def test_rows_without_places_in_their_cells_may_not_lie_far_out(
    tmp_path: Path, number: bytes
) -> None:
    def change(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet1.xml"
        content = re.sub(rb' r="[A-Z]\d"', b"", parts[name])
        quote = b"'" if b"'" in number else b'"'
        row = b"<row r=" + quote + number + b'"><c><v>1</v></c></row></sheetData>'
        parts[name] = content.replace(b"</sheetData>", row)

    assert refusal(tmp_path, rebuilt(plain_workbook(), change))


def test_cells_without_places_follow_on(tmp_path: Path) -> None:
    def change(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet1.xml"
        parts[name] = re.sub(rb' r="[A-Z]\d"', b"", parts[name])

    reading = read(tmp_path, rebuilt(plain_workbook(), change), "follow.xlsx")
    assert (reading.rows[0].role, reading.rows[0].low) == ("Welder", 30_000_00)


def test_one_long_text_shown_everywhere_is_refused(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row("A1", ["role", "low"])
        for row in range(1, 12_000):
            sheet.write_string(row, 0, "ab " * 10_000)

    assert "repeats too long a text" in refusal(tmp_path, workbook(fill))


def test_a_reading_can_be_watched_and_stopped(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text(HEADINGS + "a,b,c,EUR,year,1,2,3\n" * 2_000)
    heard: list[tuple[int, int]] = []

    def watch(done: int, total: int) -> bool:
        heard.append((done, total))
        return done < 1_000

    with pytest.raises(StoppedError):
        read_table(path, today=TODAY, watch=watch)
    assert heard == [(0, 2_000), (500, 2_000), (1_000, 2_000)]


FUZZ = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
cells = st.one_of(
    st.sampled_from(
        ["", "-", "n/a", "Total", "Welder", "senior", "EUR", "$", "year", "hour", "45k", "*", "x"]
    ),
    st.integers(-10, 10**17).map(str),
    st.decimals(0, 10**6, places=2).map(lambda value: f"{value:,}"),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
)


@FUZZ
@given(st.binary(max_size=400))
def test_no_bytes_crash_the_reader(tmp_path: Path, data: bytes) -> None:
    try:
        reading = read(tmp_path, data)
    except UnreadableFileError:
        return
    assert reading.read + len(reading.refused) == reading.total


@FUZZ
@given(st.integers(0, 5_000), st.integers(0, 255), st.integers(0, 6_000))
def test_no_damaged_workbook_crashes_the_reader(
    tmp_path: Path, place: int, byte: int, length: int
) -> None:
    data = bytearray(plain_workbook())
    data[place % len(data)] = byte
    try:
        reading = read(tmp_path, bytes(data[: max(length, 40)]), "cut.xlsx")
    except UnreadableFileError:
        return
    assert reading.read + len(reading.refused) == reading.total


@FUZZ
@given(st.binary(max_size=200), st.integers(0, 3))
def test_no_damaged_part_of_a_workbook_crashes_the_reader(
    tmp_path: Path, junk: bytes, which: int
) -> None:
    names = ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml")

    def change(parts: dict[str, bytes]) -> None:
        content = parts[names[which]]
        parts[names[which]] = content[: len(content) // 2] + junk + content[len(content) // 2 :]

    try:
        reading = read(tmp_path, rebuilt(plain_workbook(), change), "junk.xlsx")
    except UnreadableFileError:
        return
    assert reading.read + len(reading.refused) == reading.total


@FUZZ
@given(st.lists(st.lists(cells, min_size=1, max_size=9), min_size=1, max_size=12), st.booleans())
def test_of_any_table_every_row_is_read_or_refused(
    tmp_path: Path, rows: list[list[str]], headed: bool
) -> None:
    import csv

    text = io.StringIO()
    csv.writer(text).writerows(rows)
    data = (HEADINGS if headed else "") + text.getvalue()
    try:
        reading = read(tmp_path, data.encode("utf-8"))
    except UnreadableFileError:
        return
    assert reading.read + len(reading.refused) == reading.total
    refused = {row.row for row in reading.refused}
    assert refused.isdisjoint(row.row for row in reading.rows)
    assert all(row.reason for row in reading.refused)
    assert all(row.low is None or row.high is None or row.low <= row.high for row in reading.rows)
