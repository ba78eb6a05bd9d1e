"""What an archive holds is what the schema holds, and what the document says."""

import re
from pathlib import Path

from tests.conftest import PROJECT

from jobtracker.exchange.archive.records import RECORDS
from jobtracker.storage.archive.shapes import LEFT_OUT_COLUMNS, LEFT_OUT_TABLES, shape_of
from jobtracker.storage.schema import Base

DOCUMENT = PROJECT / "docs" / "archive.md"


def test_every_table_and_column_is_in_an_archive_or_left_out_with_a_reason() -> None:
    for table in Base.metadata.sorted_tables:
        if table.name in LEFT_OUT_TABLES:
            continue
        fields = set(RECORDS[table.name].model_fields)
        referred = {r.column: r.field for r in shape_of(table.name).references}
        columns = {c.name for c in table.c if c.name != "id"}
        left_out = {c for c in columns if f"{table.name}.{c}" in LEFT_OUT_COLUMNS}

        assert fields == {referred.get(c, c) for c in columns - left_out}, table.name


def test_nothing_is_left_out_that_does_not_exist_or_has_no_reason() -> None:
    tables = {table.name: set(table.c.keys()) for table in Base.metadata.sorted_tables}

    assert set(LEFT_OUT_TABLES) <= set(tables)
    for name in LEFT_OUT_COLUMNS:
        table, _, column = name.partition(".")
        assert column in tables[table]
    assert all([*LEFT_OUT_TABLES.values(), *LEFT_OUT_COLUMNS.values()])


def test_whatever_a_record_names_stands_before_it() -> None:
    order = list(RECORDS)
    for place, table in enumerate(order[1:], start=1):
        for reference in shape_of(table).references:
            assert order.index(reference.table) <= place, (table, reference.field)


def test_the_document_names_each_table_with_its_fields() -> None:
    described = _tables(DOCUMENT)

    assert described == {table: list(kind.model_fields) for table, kind in RECORDS.items()}
    json_fields = {
        f"{table}.{field}" for table in RECORDS if table != "file" for field in shape_of(table).json
    }
    assert set(_marked(DOCUMENT)) == json_fields


def _lines(document: Path) -> list[tuple[str, str]]:
    section = (
        document.read_text(encoding="utf-8").partition("\n## Tables\n")[2].partition("\n## ")[0]
    )
    return re.findall(r"^\| `(\w+)` \| (.*) \|$", section, re.MULTILINE)


def _tables(document: Path) -> dict[str, list[str]]:
    return {table: re.findall(r"`(\w+)`", fields) for table, fields in _lines(document)}


def _marked(document: Path) -> list[str]:
    return [
        f"{table}.{field}"
        for table, fields in _lines(document)
        for field in re.findall(r"`(\w+)` \*JSON\*", fields)
    ]
