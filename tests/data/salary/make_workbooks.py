"""Writes the workbooks of this folder again: `python make_workbooks.py` (needs XlsxWriter)."""

from datetime import date
from pathlib import Path

import xlsxwriter

HERE = Path(__file__).parent


def hr_export() -> None:
    """A read-me sheet first, a title, merged roles beside their levels, dates, a hidden sheet."""
    with xlsxwriter.Workbook(str(HERE / "hr_export.xlsx"), {"in_memory": True}) as book:
        notes = book.add_worksheet("Read me")
        notes.write("A1", "Pay bands of Example Works. Figures in EUR a year.")
        pay = book.add_worksheet("Pay bands")
        pay.write("A1", "Pay bands 2026 (EUR, gross per year)")
        pay.write_row("A3", ["Job title", "Level", "Site", "Band minimum", "Band maximum", "As of"])
        figures = [
            ("Junior", 46000, 54500.5),
            ("Mid", 56000, 68000),
            ("Senior", 70000, 86000),
        ]
        pay.merge_range(3, 0, 5, 0, "Software Developer")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for row, (level, low, high) in enumerate(figures, 3):
            pay.write_row(row, 1, [level, "Leipzig", low, high])
            pay.write_datetime(row, 5, date(2026, 1, 1), day)
        pay.write_row(6, 0, ["Accountant", "Mid", "Leipzig", "52.000,00 €", "61.500,00 €", "2026"])
        pay.write_row(7, 0, ["Janitor", "", "Leipzig", "n/a", "n/a"])
        hidden = book.add_worksheet("Secret")
        hidden.write_row("A1", ["Job title", "Salary"])
        hidden.hide()


def two_sheets() -> None:
    """The same headings on a sheet for each country."""
    with xlsxwriter.Workbook(str(HERE / "two_sheets.xlsx"), {"in_memory": True}) as book:
        for name, currency, low in (("Sweden", "SEK", 41000), ("Norway", "NOK", 52000)):
            sheet = book.add_worksheet(name)
            sheet.write_row("A1", ["Role", "Monthly salary from", "to", "Currency", "Responses"])
            sheet.write_row("A2", ["Nurse", low, low + 9500, currency, 31])
            sheet.write_row("A3", ["Welder", low - 4000, low + 2000, currency, 6])


def merged_headings() -> None:
    """Headings in two rows: what spans columns is merged across, what stands alone downwards."""
    with xlsxwriter.Workbook(str(HERE / "merged_headings.xlsx"), {"in_memory": True}) as book:
        sheet = book.add_worksheet("Ranges")
        sheet.merge_range("A1:H1", "Pay ranges from 2026-04-01")
        for place, heading in (("A2:A3", "Role"), ("B2:B3", "Grade")):
            sheet.merge_range(place, heading)
        sheet.merge_range("C2:E2", "Salary (GBP, annual)")
        sheet.merge_range("F2:G2", "Target cash")
        sheet.merge_range("H2:H3", "Responses")
        sheet.write_row("C3", ["Min", "Mid", "Max", "Min", "Max"])
        sheet.write_row("A4", ["Bookbinder", "C1", 27000, 30500, 34000, 28000, 36500, 12])
        sheet.write_row("A5", ["Bookbinder", "C2", 31000, 35000, 39000, 32500, 42000, 7])
        sheet.write_row("A6", ["Typesetter", "C1", 29000, 32500, 36000, 30000, 38500, 22])


def state_wages() -> None:
    """A sheet named as the Bureau names those of its files by state, under another file name."""
    with xlsxwriter.Workbook(str(HERE / "state_wages.xlsx"), {"in_memory": True}) as book:
        sheet = book.add_worksheet("state_M2021")
        sheet.write_row("A1", ["AREA_TITLE", "OCC_CODE", "OCC_TITLE", "TOT_EMP", "H_MEDIAN",
                               "A_MEDIAN"])  # fmt: skip
        sheet.write_row("A2", ["Vermont", "47-2021", "Brickmasons", 330, 28.75, 59800])
        sheet.write_row("A3", ["Vermont", "29-1216", "Internists", 120, "#", "#"])


if __name__ == "__main__":
    hr_export()
    two_sheets()
    merged_headings()
    state_wages()
