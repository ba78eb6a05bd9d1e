"""Salary tables of the shapes people find, read as a careful person would read them."""

from datetime import date
from pathlib import Path

import pytest

from jobtracker.domain.pay import Period
from jobtracker.domain.salary_ranges import Percentiles
from jobtracker.domain.salary_tables import (
    DOLLARS,
    NO_CHOICES,
    NO_CURRENCY,
    NO_DATE,
    NO_ROLE,
    YEARLY,
    Choices,
    TableReading,
    TableRow,
)
from jobtracker.exchange.salary_tables.reading import read_again, read_table

DATA = Path(__file__).parents[2] / "data" / "salary"
TODAY = date(2026, 11, 22)
FILES = sorted(p for p in DATA.iterdir() if p.suffix in {".csv", ".tsv", ".xlsx"})


def read(name: str, sheet: str = "", choices: Choices = NO_CHOICES) -> TableReading:
    return read_table(DATA / name, sheet, choices=choices, today=TODAY)


def ends(row: TableRow) -> tuple[int | None, int | None, str | None, Period | None]:
    return row.low, row.high, row.currency, row.period


def reasons(reading: TableReading) -> list[tuple[int, str]]:
    return [(row.row, row.reason) for row in reading.refused]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_row_of_a_file_is_read_or_refused(path: Path) -> None:
    reading = read(path.name)
    assert reading.read + len(reading.refused) == reading.total
    assert reading.read == len({row.row for row in reading.rows})
    assert reading.rows


def test_base_pay_is_told_from_total_pay_and_the_year_from_a_time_stamp() -> None:
    reading = read("levels_like.csv")
    first = reading.rows[0]
    assert (first.role, first.level, first.place) == ("Software Engineer", "L3", "Redmond, WA")
    assert ends(first) == (107_000_00, 107_000_00, None, Period.YEAR)
    assert first.year == "2024"
    assert "totalyearlycompensation: 127000" in first.notes
    assert reading.doubts == (NO_CURRENCY,)
    assert reasons(reading) == [(3, "nothing stands under basesalary")]


def test_ranges_in_a_cell_bring_their_period_and_few_answers_their_number() -> None:
    reading = read("glassdoor_like.csv")
    python, data, office = reading.rows
    assert ends(python) == (92_000_00, 138_000_00, "USD", Period.YEAR)
    assert (data.n, office.n) == (4, 38)
    assert ends(office) == (18_50, 27_25, "USD", Period.HOUR)
    assert office.percentiles.p50 == 22_10
    assert reading.guess.publisher == "Glassdoor"
    assert reading.doubts == (DOLLARS, NO_DATE)


def test_a_union_scale_is_a_row_a_step_and_its_remark_says_the_period() -> None:
    reading = read("union_scale.csv")
    assert [(row.role, row.level) for row in reading.rows[:2]] == [
        ("Carpenter Apprentice", "Step 1"),
        ("Carpenter Apprentice", "Step 2"),
    ]
    assert ends(reading.rows[4]) == (38_20, 38_20, "USD", Period.HOUR)
    assert len(reading.rows) == 12
    assert reading.guess.kind == "employer"
    assert reading.guess.source_date == "2025"
    assert [row for row, _ in reasons(reading)] == [7]


def test_two_rows_of_headings_part_a_row_by_place() -> None:
    reading = read("uk_bands.csv")
    assert [(r.role, r.level, r.place, *ends(r)) for r in reading.rows[:2]] == [
        ("Administrative Officer", "AO", "National", 24_150_00, 25_590_00, "GBP", Period.YEAR),
        ("Administrative Officer", "AO", "London", 27_900_00, 29_480_00, "GBP", Period.YEAR),
    ]
    assert reasons(reading) == [(7, "the low end is above the high end")]


def test_a_german_pay_table_in_the_old_encoding_is_monthly_and_by_step() -> None:
    reading = read("tvoed_like.csv")
    assert reading.raw.mark == ","
    assert reading.rows[0].level == "E 15, Stufe 1"
    assert reading.rows[-1].level == "E 2 Ü, Stufe 6"
    assert ends(reading.rows[0]) == (5_504_08, 5_504_08, "EUR", Period.MONTH)
    assert reading.doubts == (NO_ROLE,)


def test_german_headings_with_quartiles_share_currency_and_period() -> None:
    reading = read("verdienst_iso8859.csv")
    nurse = reading.rows[1]
    assert (nurse.role, nurse.place, nurse.n) == ("Krankenpfleger/in", "Köln", 88)
    assert nurse.percentiles == Percentiles(None, 39_870_00, 45_120_50, 51_300_00, None)
    assert (nurse.currency, nurse.period) == ("EUR", Period.YEAR)
    assert reasons(reading) == [(5, "“Gesamt” sums up other rows, no role of its own")]


def test_french_amounts_have_blanks_and_what_is_no_number_refuses_its_row() -> None:
    reading = read("salaires_fr.csv")
    assert ends(reading.rows[1]) == (27_600_00, 36_400_00, "EUR", Period.YEAR)
    assert reasons(reading) == [
        (4, "the low end is above the high end"),
        (5, "“à négocier” under “Salaire brut annuel minimum” is no number"),
    ]


def test_utf_16_with_tabs_and_a_column_of_currencies() -> None:
    rows = read("sueldos_utf16.tsv").rows
    assert [ends(row) for row in rows] == [
        (2_900_00, 3_800_00, "EUR", Period.MONTH),
        (2_050_50, 2_610_00, "EUR", Period.MONTH),
        (18_000_00, 26_500_00, "MXN", Period.MONTH),
    ]
    assert rows[2].place == "Ciudad de México"


def test_fringe_benefits_stay_beside_the_hourly_rate() -> None:
    reading = read("hourly_trades.tsv")
    assert ends(reading.rows[0]) == (58_12, 58_12, "USD", Period.HOUR)
    assert reading.rows[0].notes == ("Fringe benefits: 24.40", "Total package: 82.52")
    assert reasons(reading) == [(5, "“see note 4” under “Base rate ($/hr)” is no number")]


def test_five_percentiles_in_three_currencies_and_their_year() -> None:
    reading = read("percentiles_like.csv")
    polish, indian = reading.rows[2:]
    assert (polish.currency, polish.period, polish.n) == ("PLN", Period.MONTH, 37)
    assert indian.percentiles.p10 == 12_00_000_00
    assert reading.guess.source_date == "2023"
    assert reasons(reading) == [(4, "the 10th percentile is above the 25th percentile")]


def test_a_file_without_headings_is_read_by_what_stands_in_it() -> None:
    reading = read("headless.csv")
    first = reading.rows[0]
    assert (first.role, first.place) == ("Site Reliability Engineer", "Berlin")
    assert (first.low, first.high) == (65_000_00, 92_000_00)
    assert reading.doubts == (NO_CURRENCY, YEARLY, NO_DATE)
    assert first.row == 1


def test_men_and_women_stay_apart_and_thousands_of_jobs_are_jobs() -> None:
    nurses = [row for row in read("men_and_women.csv").rows if row.role == "Nurses"]
    assert [(row.notes, row.percentiles.p50) for row in nurses] == [
        (("Men",), 37_900_00),
        (("Women",), 36_450_00),
    ]
    assert nurses[0].employment == 512_000


def test_thousands_are_named_in_the_heading_once() -> None:
    rows = read("ranges_in_k.csv").rows
    assert [(row.low, row.high) for row in rows] == [
        (42_000_00, 50_000_00),
        (65_000_00, 78_000_00),
        (80_000_00, None),
        (1_900_00, 1_900_00),
    ]


def test_a_workbook_begins_with_a_note_and_merges_its_roles() -> None:
    reading = read("hr_export.xlsx")
    assert reading.raw.sheet == "Pay bands"
    assert reading.raw.sheets == ("Read me", "Pay bands")
    assert [(row.row, row.role, row.level) for row in reading.rows] == [
        (4, "Software Developer", "Junior"),
        (5, "Software Developer", "Mid"),
        (6, "Software Developer", "Senior"),
        (7, "Accountant", "Mid"),
    ]
    assert reading.rows[0].high == 54_500_50
    assert reading.rows[0].year == "2026-01-01"
    assert ends(reading.rows[3]) == (52_000_00, 61_500_00, "EUR", Period.YEAR)


def test_the_sheet_can_be_chosen() -> None:
    assert read("two_sheets.xlsx", "Norway").rows[0].currency == "NOK"
    assert read("two_sheets.xlsx").rows[0].currency == "SEK"


def test_the_bureaus_marks_are_kept_as_what_they_mean() -> None:
    reading = read("oews_state_like.csv")
    by_role = {(row.role, row.period): row for row in reading.rows}
    hour = by_role["Software Developers", Period.HOUR]
    year = by_role["Software Developers", Period.YEAR]
    top = "90th percentile: $115.00 an hour or $239,200 a year, or more"
    assert hour.percentiles.p90 == 115_00
    assert year.percentiles.p90 == 239_200_00
    assert (top in hour.notes, top in year.notes) == (True, True)
    assert (year.employment, year.rse) == (98_670, "1.1")
    teachers = next(row for row in reading.rows if row.code == "25-2021")
    assert teachers.period is Period.YEAR
    assert "only pay by the year is published" in teachers.notes
    actors = next(row for row in reading.rows if row.code == "27-2011")
    assert (actors.period, actors.employment) == (Period.HOUR, None)
    breeders = next(row for row in reading.rows if row.code == "45-2021")
    assert "median not released" in breeders.notes
    assert breeders.percentiles == Percentiles()


def test_what_a_person_chooses_holds_for_rows_that_do_not_say_it() -> None:
    chosen = Choices(role="Carpenter", currency="CAD", place="Canada")
    reading = read("union_scale.csv", choices=chosen)
    assert reading.rows[0].role == "Carpenter Apprentice"
    assert (reading.rows[0].currency, reading.rows[0].place) == ("CAD", "Canada")
    assert DOLLARS not in reading.doubts


def test_a_sign_that_contradicts_the_chosen_currency_refuses_its_row() -> None:
    reading = read("union_scale.csv", choices=Choices(currency="EUR"))
    assert reading.read == 0
    assert reading.refused[0].reason == "a sign of USD in a row of EUR"


def test_other_columns_are_read_without_opening_the_file_again() -> None:
    reading = read("percentiles_like.csv")
    columns = [c._replace(meaning="") if c.meaning == "place" else c for c in reading.columns]
    again = read_again(reading, columns, reading.choices._replace(place="Europe"))
    assert {row.place for row in again.rows} == {"Europe"}
    assert again.guess == reading.guess
    assert again.read + len(again.refused) == again.total


@pytest.mark.shared
def test_the_tables_of_the_measuring_data_are_read_whole(shared_data: Path) -> None:
    counted = {}
    for path in sorted((shared_data / "salary").glob("*.csv")):
        reading = read_table(path, today=TODAY)
        assert reading.read + len(reading.refused) == reading.total
        counted[path.name] = (reading.total, reading.read, len(reading.rows))
    assert counted == {
        "eur_ds_levels.csv": (38, 38, 152),
        "eur_gross_net.csv": (39, 39, 39),
        "oews_national_2025_a.csv": (24, 24, 46),
        "pay_texts.csv": (13, 11, 11),
    }


@pytest.mark.shared
def test_levels_become_rows_and_net_pay_stays_a_note(shared_data: Path) -> None:
    levels = read_table(shared_data / "salary" / "eur_ds_levels.csv", today=TODAY)
    assert [(row.level, row.place, row.low) for row in levels.rows[:4]] == [
        ("entry", "Albania", 12_780_00),
        ("early", "Albania", 14_484_00),
        ("mid", "Albania", 17_040_00),
        ("senior", "Albania", 19_596_00),
    ]
    assert levels.doubts == (NO_ROLE, DOLLARS, YEARLY, NO_DATE)
    net = read_table(shared_data / "salary" / "eur_gross_net.csv", today=TODAY)
    assert net.rows[0].mean == 9_422_80
    assert net.rows[0].notes == ("avg_net_salary: 7631.82",)
    assert net.doubts == (NO_ROLE, NO_CURRENCY, YEARLY, NO_DATE)
