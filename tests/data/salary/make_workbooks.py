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


if __name__ == "__main__":
    hr_export()
    two_sheets()
