"""Imported salary tables: kept with their passport, found by role, replaced and taken back."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.salary_ranges import age
from jobtracker.services.workspace import Workspace

DATA = Path(__file__).parents[1] / "data" / "salary"


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "own.jobtracker", write=True) as opened:
        yield opened


def bring(space: Workspace, name: str, kind: str = "reported") -> int:
    reading = space.salary_tables.read(DATA / name)
    return space.salary_tables.store(reading, reading.guess._replace(kind=kind)).value


def test_a_table_is_kept_row_by_row_with_its_passport(space: Workspace) -> None:
    key = bring(space, "percentiles_like.csv")
    reading = space.salary_tables.read(DATA / "percentiles_like.csv")
    assert space.salary_tables.rows(key) == list(reading.rows)
    (table,) = space.salary_tables.tables()
    assert table.row_count == len(reading.rows) == 4
    assert table.passport == reading.guess._replace(kind="reported")


def test_a_role_is_found_by_other_words_and_any_level_of_it(space: Workspace) -> None:
    bring(space, "percentiles_like.csv")
    found = space.salary_tables.matching(["Senior Backend Engineer"])
    assert {match.role for match in found} == {"Backend Developer"}
    assert {match.range.level for match in found} == {"junior", "senior"}
    assert space.salary_tables.matching(["Frontend Engineer"]) == []


def test_a_range_says_who_speaks_how_many_answered_and_that_it_is_old(space: Workspace) -> None:
    bring(space, "glassdoor_like.csv")
    (match,) = space.salary_tables.matching(["data engineer"])
    assert match.range.kind == "reported"
    assert match.range.source == "Glassdoor"
    assert match.range.is_thin
    bring(space, "percentiles_like.csv")
    (polish,) = space.salary_tables.matching(["backend developer"], place="Poland")
    assert age(polish.range, date(2026, 11, 22)) == "old"


def test_several_tables_stand_side_by_side(space: Workspace) -> None:
    bring(space, "salaires_fr.csv")
    bring(space, "sueldos_utf16.tsv")
    found = space.salary_tables.matching(["Développeur Python", "desarrollador python"])
    assert [match.table.passport.file for match in found] == [
        "sueldos_utf16.tsv",
        "salaires_fr.csv",
    ]


def test_the_year_stands_for_the_hour_where_a_table_has_both(space: Workspace) -> None:
    bring(space, "oews_state_like.csv", "official")
    by_code = {
        match.range.code: match.range
        for match in space.salary_tables.matching([], ["15-1252", "27-2011"])
    }
    assert by_code["15-1252"].pay == Pay(102_130_00, 169_520_00, "USD", Period.YEAR)
    assert by_code["15-1252"].at_least == ("p90",)
    assert by_code["27-2011"].pay.period is Period.HOUR


def test_the_same_file_is_refused_and_can_replace_its_table(space: Workspace) -> None:
    first = bring(space, "union_scale.csv")
    with pytest.raises(InvalidInputError, match="here already as table 1"):
        bring(space, "union_scale.csv")
    reading = space.salary_tables.read(DATA / "union_scale.csv")
    second = space.salary_tables.store(reading, reading.guess, replace=first).value
    assert [table.id for table in space.salary_tables.tables()] == [second]


def test_removing_and_importing_are_steps_of_undo(space: Workspace) -> None:
    key = bring(space, "hr_export.xlsx")
    rows = space.salary_tables.rows(key)
    space.salary_tables.remove(key)
    assert space.salary_tables.matching(["Software Developer"]) == []
    space.history.undo()
    assert space.salary_tables.rows(key) == rows
    assert len(space.salary_tables.matching(["Software Developer"])) == 3
    space.history.undo()
    assert space.salary_tables.tables() == []


def test_what_cannot_be_kept_is_said(space: Workspace, tmp_path: Path) -> None:
    reading = space.salary_tables.read(DATA / "headless.csv")
    with pytest.raises(InvalidInputError, match="who speaks"):
        space.salary_tables.store(reading, reading.guess._replace(kind="rumour"))
    with pytest.raises(InvalidInputError, match="name is empty"):
        space.salary_tables.store(reading, reading.guess._replace(name=" ", kind="own"))
    nothing = tmp_path / "nothing.csv"
    nothing.write_text("role,pay\nWelder,\n")
    empty = space.salary_tables.read(nothing)
    with pytest.raises(InvalidInputError, match="nothing to import"):
        space.salary_tables.store(empty, empty.guess._replace(kind="own"))
    with pytest.raises(NotFoundError):
        space.salary_tables.remove(7)


def test_a_copy_of_the_file_is_the_same_file(space: Workspace, tmp_path: Path) -> None:
    bring(space, "headless.csv", "own")
    copy = Path(shutil.copy(DATA / "headless.csv", tmp_path / "renamed.csv"))
    held = space.salary_tables.held(space.salary_tables.read(copy).raw.checksum)
    assert held is not None
    assert held.passport.file == "headless.csv"
