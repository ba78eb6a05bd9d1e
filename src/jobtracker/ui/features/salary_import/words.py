"""The words of the import sheet."""

from jobtracker.domain import money
from jobtracker.domain.pay import Period
from jobtracker.domain.salary_tables import TablePassport, TableReading, TableRow, as_range

MEANINGS = {
    "": "Leave out",
    "role": "Role",
    "level": "Level",
    "place": "Place",
    "code": "Occupation code",
    "currency": "Currency",
    "period": "Period",
    "year": "Year or date",
    "pay": "Pay (one figure or a range)",
    "low": "Low end",
    "high": "High end",
    "p10": "10th percentile",
    "p25": "25th percentile",
    "p50": "Median",
    "p75": "75th percentile",
    "p90": "90th percentile",
    "mean": "Mean",
    "n": "Number of answers",
    "employment": "Employment",
    "rse": "RSE of employment",
    "note": "Keep as a note",
}
KINDS = {
    "employer": "Employer's own",
    "reported": "Reported by people",
    "estimate": "Estimate",
    "official": "Official statistics",
    "own": "My own figures",
}
PERIODS = {
    None: "Not stated",
    Period.HOUR: "An hour",
    Period.DAY: "A day",
    Period.WEEK: "A week",
    Period.MONTH: "A month",
    Period.YEAR: "A year",
}
PATTERNS = ("Tables (*.csv *.tsv *.txt *.xlsx)", "All files (*)")


def counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def file_words(reading: TableReading) -> str:
    """What the file is: "39 rows, 6 columns, decimals after a point"."""
    rows = counted(reading.total, "row", "rows")
    columns = counted(len(reading.columns), "column", "columns")
    mark = {".": "point", ",": "comma"}[reading.raw.mark]
    return f"{rows} under the headings, {columns}; decimals after a {mark}"


def pay_words(row: TableRow) -> str:
    """A row's pay as the benchmarks will show it: "€58,200 to €81,050 a year"."""
    pay = as_range(row, TablePassport("")).pay
    return money.long_range(pay) if pay.low is not None or pay.high is not None else "Not released"


def import_words(reading: TableReading | None) -> str:
    return f"Import {counted(reading.read, 'row', 'rows')}" if reading else "Import"
