"""Tables as people really keep them: headings in two rows, several kinds of pay, rows that sum up,
sheets alike, periods that change from row to row.
"""

from datetime import date
from pathlib import Path

import pytest

from jobtracker.domain.pay import Period
from jobtracker.domain.salary_ranges import Percentiles
from jobtracker.domain.salary_tables import (
    BY_SIZE,
    NO_CHOICES,
    NO_DATE,
    TOTAL_PAY,
    Choices,
    TableReading,
    TableRow,
    alike_words,
    is_comparable,
    wanting,
)
from jobtracker.exchange.salary_tables.reading import read_again, read_table

DATA = Path(__file__).parents[2] / "data" / "salary"
TODAY = date(2026, 11, 22)


def read(name: str, sheet: str = "", choices: Choices = NO_CHOICES) -> TableReading:
    return read_table(DATA / name, sheet, choices=choices, today=TODAY)


def written(folder: Path, text: str, name: str = "table.csv") -> TableReading:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_table(path, today=TODAY)


def ends(row: TableRow) -> tuple[int | None, int | None, str | None, Period | None]:
    return row.low, row.high, row.currency, row.period


def test_merged_headings_over_two_rows_are_read_as_parent_and_child() -> None:
    reading = read("merged_headings.xlsx")
    assert reading.refused == ()
    first, second, third = reading.rows
    assert (first.role, first.level, first.n) == ("Bookbinder", "C1", 12)
    assert ends(first) == (27_000_00, 34_000_00, "GBP", Period.YEAR)
    assert ends(second) == (31_000_00, 39_000_00, "GBP", Period.YEAR)
    assert (third.row, third.role) == (6, "Typesetter")


def test_a_midpoint_and_another_kind_of_pay_are_kept_in_words() -> None:
    first = read("merged_headings.xlsx").rows[0]
    assert first.notes == (
        "Salary (GBP, annual) Mid: 30500",
        "Target cash Min: 28000",
        "Target cash Max: 36500",
    )
    assert first.percentiles == Percentiles()


def test_a_second_row_of_headings_in_a_csv_is_joined_to_the_first() -> None:
    reading = read("second_heading.csv")
    assert [column.heading for column in reading.columns[2:5]] == [
        "Base pay (CHF per month) Min",
        "Base pay (CHF per month) Midpoint",
        "Base pay (CHF per month) Max",
    ]
    assert [(row.level, *ends(row)) for row in reading.rows[:2]] == [
        ("II", 4_600_00, 5_500_00, "CHF", Period.MONTH),
        ("III", 5_200_00, 6_400_00, "CHF", Period.MONTH),
    ]
    assert (reading.rows[0].row, reading.rows[0].n) == (4, 14)


def test_one_heading_over_the_ends_of_a_range_is_joined_to_them(tmp_path: Path) -> None:
    reading = written(
        tmp_path, ",,Salary (EUR per year),,\nRole,Level,Min,Mid,Max\nTurner,Lead,50,60,70\n"
    )
    assert reading.raw.headings == (
        "Role",
        "Level",
        "Salary (EUR per year) Min",
        "Salary (EUR per year) Mid",
        "Salary (EUR per year) Max",
    )
    assert ends(reading.rows[0]) == (50_00, 70_00, "EUR", Period.YEAR)


def test_a_repeated_parent_and_a_middle_in_one_row_are_no_level(tmp_path: Path) -> None:
    reading = written(
        tmp_path,
        "Role,Pay,Pay,Pay\n,Min,Mid,Max\nTurner,50000,60000,70000\n",
        "bands.csv",
    )
    (turner,) = reading.rows
    assert (turner.level, turner.low, turner.high) == ("", 50_000_00, 70_000_00)
    flat = written(tmp_path, "Role,Min,Mid,Max\nTurner,50000,60000,70000\n", "flat.csv")
    assert [(r.level, r.low, r.high, r.notes) for r in flat.rows] == [
        ("", 50_000_00, 70_000_00, ("Mid: 60000",))
    ]


def test_levels_named_mid_stay_levels(tmp_path: Path) -> None:
    reading = written(tmp_path, "Role,Junior,Mid,Senior\nTurner,40000,50000,60000\n")
    assert [row.level for row in reading.rows] == ["Junior", "Mid", "Senior"]


def test_total_and_additional_pay_never_mix_with_base_pay() -> None:
    reading = read("pay_kinds.csv")
    tuner, usher = reading.rows
    assert ends(tuner) == (52_000_00, 71_000_00, "USD", Period.YEAR)
    assert ends(usher) == (15_00, 18_00, "USD", Period.HOUR)
    assert tuner.percentiles == usher.percentiles == Percentiles()
    assert usher.notes == (
        "Total Pay Range: $16 - $21/hr",
        "Additional Pay Range: $1 - $3/hr",
        "Median Total Pay: $18/hr",
        "Bonus P90: $4",
    )


def test_gross_pay_stands_where_no_base_pay_does() -> None:
    reading = read("gross_and_total.csv")
    glazier = reading.rows[0]
    assert glazier.percentiles == Percentiles(p50=38_400_00)
    assert glazier.notes == (
        "Gesamtvergütung Median: 41.900",
        "Total compensation P90: 52.000",
        "Netto Jahresgehalt: 26.300",
    )
    assert TOTAL_PAY not in reading.doubts


def test_total_pay_alone_is_read_and_said() -> None:
    reading = read("total_only.csv")
    assert reading.rows[0].percentiles == Percentiles(
        None, 610_000_00, 690_000_00, 780_000_00, None
    )
    assert reading.rows[0].notes == ("Stock median: 40000",)
    assert TOTAL_PAY in reading.doubts


def test_total_by_the_hour_is_a_note_beside_the_base_rate(tmp_path: Path) -> None:
    reading = written(
        tmp_path, "Trade,Base Hourly Rate,Fringe,Total Hourly\nGlazier,$40.10,$20.00,$60.10\n"
    )
    assert ends(reading.rows[0]) == (40_10, 40_10, "USD", Period.HOUR)
    assert reading.rows[0].notes == ("Fringe: $20.00", "Total Hourly: $60.10")


def test_rows_that_sum_up_are_no_roles_but_all_occupations_is_one() -> None:
    reading = read("summary_rows.csv")
    assert [row.role for row in reading.rows] == ["Baker", "Miller", "All Occupations"]
    assert {row.cause for row in reading.refused} == {"A total or an average"}
    assert reading.refused[0].reason == "“Average” sums up other rows, no role of its own"


def test_sheets_with_the_same_columns_are_told() -> None:
    reading = read("two_sheets.xlsx")
    assert reading.raw.alike == ("Norway",)
    assert alike_words(reading.raw) in reading.doubts
    assert alike_words(reading.raw) == "Only the sheet “Sweden” was read. Alike: “Norway”."
    assert read("hr_export.xlsx").raw.alike == ()


def test_each_row_has_its_own_period_and_the_others_follow_their_size() -> None:
    reading = read("mixed_periods.csv", choices=Choices(currency="USD"))
    assert [(row.role, *ends(row)) for row in reading.rows] == [
        ("Gardener", 48_000_00, 55_000_00, "USD", Period.YEAR),
        ("Florist", 52_000_00, 61_000_00, "USD", Period.YEAR),
        ("Tree climber", 31_00, 31_00, "USD", Period.HOUR),
        ("Helper", 19_00, 19_00, "USD", Period.HOUR),
        ("Estate manager", 7_900_00, 7_900_00, "USD", None),
        ("Boat hand", 300_00, 300_00, "USD", Period.DAY),
    ]
    assert BY_SIZE in reading.doubts
    assert wanting(reading) == {"period": 1}


def test_blanks_in_a_column_of_periods_follow_the_size_too(tmp_path: Path) -> None:
    reading = written(
        tmp_path,
        "role,currency,period,low,high\nTurner,EUR,month,3000,3500\nMiller,EUR,,41000,52000\n"
        "Judge,INR,,1200000,2100000\n",
    )
    assert [row.period for row in reading.rows] == [Period.MONTH, Period.YEAR, None]
    assert BY_SIZE in reading.doubts


def test_a_chosen_period_holds_for_rows_that_name_none() -> None:
    reading = read("mixed_periods.csv", choices=Choices(currency="USD", period=Period.MONTH))
    assert reading.rows[0].period is Period.MONTH
    assert reading.rows[2].period is Period.HOUR
    assert BY_SIZE not in reading.doubts
    again = read_again(read("mixed_periods.csv"), reading.columns, reading.choices)
    assert again.rows == reading.rows


@pytest.mark.parametrize(("name", "year"), [("oesm24st.csv", "2024"), ("state_wages.xlsx", "2021")])
def test_files_of_the_bureau_tell_their_date_by_file_or_sheet(name: str, year: str) -> None:
    reading = read(name)
    assert reading.guess.source_date == f"{year}-05"
    assert reading.guess.release == f"May {year}"
    assert NO_DATE not in reading.doubts


def test_the_highest_wage_is_that_of_the_year_of_the_sheet() -> None:
    internists = read("state_wages.xlsx").rows[2:]
    assert [row.percentiles.p50 for row in internists] == [100_00, 208_000_00]


def test_without_a_date_the_age_can_never_be_told_and_a_typed_year_mends_it() -> None:
    reading = read("second_heading.csv")
    assert NO_DATE in reading.doubts
    dated = read_again(reading, reading.columns, reading.choices._replace(year="2025"))
    assert NO_DATE not in dated.doubts


def test_only_rows_with_role_currency_and_period_can_be_compared(tmp_path: Path) -> None:
    reading = written(tmp_path, "level,low,high\nA,10,20\nB,30,40\n")
    assert wanting(reading) == {"role": 2, "currency": 2, "period": 2}
    assert not any(map(is_comparable, reading.rows))
    choices = Choices(role="Turner", currency="EUR", period=Period.HOUR)
    again = read_again(reading, reading.columns, choices)
    assert wanting(again) == {}
    assert all(map(is_comparable, again.rows))
