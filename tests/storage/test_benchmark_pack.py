"""The benchmark pack: what stands in it is what the Bureau published.

The spot figures were read off the source by hand. With the wheel that the pack is built from at
JOBTRACKER_OEWS_WHEEL every cell of it is compared, and the build is repeated.
"""

import hashlib
import importlib.util
import lzma
import os
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest
import sqlcipher3.dbapi2 as driver

from jobtracker.domain.benchmarks import NATION, TOP_YEARLY, Figure
from jobtracker.domain.errors import PackError
from jobtracker.domain.pay import Period
from jobtracker.domain.salary_ranges import Percentiles
from jobtracker.storage.benchmarks import Pack
from jobtracker.system.resources import resource

CELLS, OCCUPATIONS, AREAS = 223_174, 830, 583
MOST_BYTES, MOST_PACKED = 11_000_000, 5_500_000
NO_PERCENTILES = Percentiles()
PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def pack() -> Iterator[Pack]:
    opened = Pack(resource("benchmarks", "us-oews-2025.db"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    """The script that makes the pack; `packaging` is no package to import from."""
    spec = importlib.util.spec_from_file_location(
        "build_of_benchmarks", PROJECT / "packaging" / "benchmarks.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def wheel() -> Path:
    named = os.environ.get("JOBTRACKER_OEWS_WHEEL", "")
    if not named:
        pytest.skip("JOBTRACKER_OEWS_WHEEL names no wheel to compare with")
    return Path(named)


def figure(pack: Pack, code: str, area: str = NATION) -> Figure:
    found = pack.figure(code, area)
    assert found is not None
    return found


def test_it_holds_every_detailed_occupation_and_area_in_little_room(pack: Pack) -> None:
    file = resource("benchmarks", "us-oews-2025.db")
    with closing(driver.connect(f"{file.as_uri()}?immutable=1", uri=True)) as raw:
        ((cells,),) = raw.execute("SELECT count(*) FROM wage").fetchall()

    assert (cells, len([*pack.occupations]), len([*pack.areas])) == (CELLS, OCCUPATIONS, AREAS)
    assert file.stat().st_size <= MOST_BYTES
    assert len(lzma.compress(file.read_bytes())) <= MOST_PACKED


@pytest.mark.parametrize(
    ("code", "area", "hourly", "yearly", "employment", "rse"),
    [
        ("15-1252", NATION, (3964, 5058, 6538, 8268, 10321),
         (8246000, 10521000, 13598000, 17198000, 21467000), 1_687_890, "0.6"),
        ("29-1141", NATION, (3314, 3862, 4690, 5402, 6609),
         (6894000, 8033000, 9755000, 11235000, 13747000), 3_379_720, "0.3"),
        ("53-3032", "4800000", (1834, 2244, 2706, 3117, 3817),
         (3815000, 4668000, 5629000, 6482000, 7940000), 209_680, "1.7"),
        ("15-1252", "0041860", (6158, 7861, 8973, 10561, 13144),
         (12809000, 16350000, 18664000, 21967000, 27340000), 69_030, "2.3"),
        ("29-2061", "0035620", (3008, 3220, 3650, 3844, 4203),
         (6257000, 6697000, 7591000, 7994000, 8742000), 32_410, "3.2"),
    ],
)  # fmt: skip
def test_a_figure_is_the_published_one(
    pack: Pack,
    code: str,
    area: str,
    hourly: tuple[int, ...],
    yearly: tuple[int, ...],
    employment: int,
    rse: str,
) -> None:
    found = figure(pack, code, area)

    assert (found.hourly, found.yearly) == (hourly, yearly)
    assert (found.employment, found.rse) == (employment, Decimal(rse))
    assert found.notes == {}


def test_what_is_paid_by_the_year_or_the_hour_alone_has_no_other_pay(pack: Pack) -> None:
    teachers, actors = figure(pack, "25-2021"), figure(pack, "27-2011")

    assert teachers.hourly == NO_PERCENTILES
    assert teachers.yearly.p50 == 6_397_000
    assert actors.yearly == NO_PERCENTILES
    assert actors.hourly.p50 == 2_905
    assert teachers.words(Period.HOUR) == ("pay: paid by the year only",)
    assert actors.words(Period.YEAR) == ("pay: paid by the hour only",)
    assert actors.as_range().pay.period is Period.HOUR


def test_what_is_not_released_is_said_and_never_blank(pack: Pack) -> None:
    hidden_pay = figure(pack, "15-1254", "0010180")
    hidden_jobs = figure(pack, "13-1031", "0010180")

    assert hidden_pay.yearly == NO_PERCENTILES
    assert hidden_pay.words(Period.YEAR) == ("pay: not released",)
    assert hidden_jobs.employment is None
    assert hidden_jobs.words(Period.YEAR) == ("employment: not released",)


def test_a_top_coded_wage_is_known_to_be_that_much_or_more(pack: Pack) -> None:
    top = next(one for one in pack.all_areas("29-1215") if one.top_coded(Period.YEAR))

    said = top.as_range(Period.YEAR)

    assert said.at_least == top.top_coded(Period.YEAR)
    assert {getattr(said.percentiles, name) for name in said.at_least} == {TOP_YEARLY}
    assert any("$115.00 an hour or $239,200 a year, or more" in note for note in said.notes)


def test_nobody_knows_an_unknown_code(pack: Pack) -> None:
    assert pack.figure("00-0000", NATION) is None
    assert pack.figure("15-1252", "9999999") is None
    assert pack.all_areas("00-0000") == []


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 400])
def test_a_damaged_pack_says_what_to_do(tmp_path: Path, content: bytes) -> None:
    broken = tmp_path / "pack.db"
    broken.write_bytes(content)

    with pytest.raises(PackError, match=r"your own data is safe\. Install Jobtracker again"):
        Pack(broken)


def test_a_missing_pack_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="missing or damaged"):
        Pack(tmp_path / "none.db")


@pytest.mark.shared
def test_the_bureau_s_own_file_says_the_same(pack: Pack, shared_data: Path) -> None:
    import csv

    with (shared_data / "salary" / "oews_national_2025_a.csv").open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["O_GROUP"] == "detailed"]
    for row in rows:
        found = figure(pack, row["OCC_CODE"])
        for period, letter, ends, scale in (
            (Period.HOUR, "H", found.hourly, 100),
            (Period.YEAR, "A", found.yearly, 100),
        ):
            names = ("PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90")
            for place, (name, end) in enumerate(zip(names, ends, strict=True)):
                told = row[f"{letter}_{name}"].replace(",", "")
                if told == "#":
                    assert Percentiles._fields[place] in found.top_coded(period)
                elif told in {"*", "**", ""}:
                    assert end is None
                else:
                    assert end == int(Decimal(told) * scale), (row["OCC_TITLE"], name)
    assert len(rows) >= 15


@pytest.mark.timeout(900)
def test_every_cell_equals_the_source(
    pack: Pack, builder: ModuleType, wheel: Path, tmp_path: Path
) -> None:
    unlike, seen = [], 0
    with closing(driver.connect(str(builder.unpacked(wheel, tmp_path)))) as source:
        codes = {one.code.replace("-", ""): one.code for one in pack.occupations}
        for area, occupation, values, notes in builder.cells(source):
            if occupation not in codes:
                continue
            seen += 1
            found = figure(pack, codes[occupation], area)
            told = {name: _told(found, name) for name in builder.FIELDS}
            asked = {n: None if v in {None, "-"} else Decimal(v) for n, v in values.items()}
            footnotes = {
                name: frozenset({code})
                for name, code in zip(builder.FIELDS, notes, strict=True)
                if code
            }
            if told != asked or found.notes != footnotes:
                unlike.append((area, occupation))

    print(f"{seen:,} cells of {len(codes)} occupations, {len(unlike)} unlike the source")  # noqa: T201 (the figure the release notes quote)
    assert (seen, unlike) == (CELLS, [])


def test_building_it_again_gives_the_same_bytes(
    builder: ModuleType, wheel: Path, tmp_path: Path
) -> None:
    builder.build(wheel, tmp_path / "again.db")

    made, shipped = (tmp_path / "again.db"), resource("benchmarks", "us-oews-2025.db")
    assert hashlib.sha256(made.read_bytes()).digest() == (
        hashlib.sha256(shipped.read_bytes()).digest()
    )


def test_another_wheel_is_refused(builder: ModuleType, tmp_path: Path) -> None:
    other = tmp_path / "other.whl"
    other.write_bytes(b"something else")

    with pytest.raises(SystemExit, match="nothing was written"):
        builder.build(other, tmp_path / "pack.db")
    assert not (tmp_path / "pack.db").exists()


def _told(found: Figure, field: str) -> Decimal | None:
    """A part of a figure as the source writes it: dollars, not cents."""
    period, _, name = field.partition(".")
    if not name:
        told = getattr(found, field)
        return None if told is None else Decimal(told)
    if name == "mean":
        cents = found.hourly_mean if period == "hourly" else found.yearly_mean
    else:
        cents = getattr(getattr(found, period), name)
    return None if cents is None else Decimal(cents) / 100
