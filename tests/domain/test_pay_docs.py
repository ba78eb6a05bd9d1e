"""The tables of docs/pay.md were worked by hand; the program comes to the same."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from jobtracker.domain.exchange_rates import converted, rate_from
from jobtracker.domain.offer_scores import scored
from jobtracker.domain.offer_totals import totals
from jobtracker.domain.offers import OfferLine, OfferRecord
from jobtracker.domain.package_checks import checked_package
from jobtracker.domain.packages import Package
from jobtracker.domain.pay import Pay, Period, convert, to_minor
from jobtracker.domain.position import stand
from jobtracker.domain.salary_ranges import Percentiles, SalaryRange
from jobtracker.domain.typed_packages import with_typed

DOCS = Path(__file__).parents[2] / "docs" / "pay.md"
YEAR = Period.YEAR
Row = dict[str, str]


def tables() -> Iterator[list[Row]]:
    """Each table of the page as rows by their headings."""
    table: list[list[str]] = []
    for line in [*DOCS.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("|"):
            table.append([cell.strip() for cell in line.strip("|").split("|")])
        elif table:
            headings, _, *rows = table
            yield [dict(zip(headings, row, strict=True)) for row in rows]
            table = []


def table_of(*headings: str, number: int = 0) -> list[Row]:
    found = [rows for rows in tables() if tuple(rows[0]) == headings]
    return found[number]


def minor(text: str, currency: str = "USD") -> int:
    return to_minor(Decimal(text), currency)


def known(text: str) -> int | None:
    return minor(text) if text else None


def package_of(base: str, **typed: str) -> Package:
    amount, _, period = base.partition(" ")
    pay = Pay(minor(amount), minor(amount), "USD", Period(period or "year"))
    parts = {name.replace("_", "-"): text for name, text in typed.items()}
    return checked_package(with_typed(Package(pay), parts, {}))


def test_every_table_of_the_page_is_checked_here() -> None:
    assert len(list(tables())) == 9


@pytest.mark.parametrize(
    "row", table_of("Amount", "For each", "Hours", "Weeks", "To each", "Result"), ids=str
)
def test_a_period_converts_as_by_hand(row: Row) -> None:
    amount = minor(row["Amount"])
    told = Pay(amount, amount, "USD", Period(row["For each"]))

    found = convert(told, Period(row["To each"]), Fraction(row["Hours"]), Fraction(row["Weeks"]))

    assert found.low == found.high == minor(row["Result"])


@pytest.mark.parametrize("row", table_of("Amount", "Currency", "Rate", "Result", "In"), ids=str)
def test_a_currency_converts_as_by_hand(row: Row) -> None:
    amount = minor(row["Amount"], row["Currency"])
    rate = rate_from(row["Rate"], date(2026, 11, 22))

    found = converted(Pay(amount, amount, row["Currency"], YEAR), rate)

    assert found == Pay(*[minor(row["Result"], row["In"])] * 2, row["In"], YEAR)


@pytest.mark.parametrize("row", table_of("Low", "High", "Figure", "Place"), ids=str)
def test_a_place_in_a_range_is_as_by_hand(row: Row) -> None:
    benchmark = SalaryRange("", Pay(minor(row["Low"]), minor(row["High"]), "USD", YEAR))

    found = stand(Pay(*[minor(row["Figure"])] * 2, "USD", YEAR), benchmark)

    assert (found.value, found.method) == (float(row["Place"]), "linear")


ALL_FIVE = Percentiles(*(minor(text) for text in ("60000", "75000", "100000", "130000", "170000")))
SOME = Percentiles(None, minor("40000"), None, minor("60000"), minor("80000"))


@pytest.mark.parametrize(
    ("row", "percentiles", "at_least"),
    [
        *((row, ALL_FIVE, ()) for row in table_of("Figure", "Percentile", "Said")),
        *((row, SOME, ("p90",)) for row in table_of("Figure", "Percentile", "Said", number=1)),
    ],
    ids=str,
)
def test_a_percentile_is_as_by_hand(
    row: Row, percentiles: Percentiles, at_least: tuple[str, ...]
) -> None:
    benchmark = SalaryRange(
        "", Pay(None, None, "USD", YEAR), percentiles=percentiles, at_least=at_least
    )

    found = stand(Pay(*[minor(row["Figure"])] * 2, "USD", YEAR), benchmark)

    assert (found.percentile, found.clamped) == (float(row["Percentile"]), row["Said"])
    assert (found.value, found.method) == (float(row["Percentile"]) / 100, "percentile")


WHOLE = package_of(
    "62.50 hour",
    bonus="12.5 %",
    sign_on="20,000",
    clawback="12",
    equity="4000 x 40.00",
    schedule="10/20/30/40",
    cliff="12",
    haircut="25",
    match="50 % up to 6 %",
    health="310",
    leave="25",
    commute="50",
    commute_cost="95",
    commute_days="3",
)


@pytest.mark.parametrize("name", ["First year", "Steady year", "Guaranteed"])
def test_a_whole_package_comes_to_what_it_does_by_hand(name: str) -> None:
    *rows, last = table_of("Part", "By hand", "First year", "Steady year", "Guaranteed")
    found = totals(WHOLE)
    total = {
        "First year": found.first_year,
        "Steady year": found.steady_year,
        "Guaranteed": found.guaranteed,
    }[name]

    assert [(part.name, part.amount) for part in total.parts] == [
        (row["Part"], minor(row[name])) for row in rows if row[name]
    ]
    assert total.amount == minor(last[name])
    assert not found.missing


def test_an_hour_of_it_is_as_by_hand() -> None:
    found = totals(WHOLE)

    by_hand = {
        row["An hour"]: minor(row["Amount"]) for row in table_of("An hour", "By hand", "Amount")
    }

    assert by_hand == {
        "Paid": found.an_hour,
        "Worked": found.an_hour_worked,
        "Effective": found.an_effective_hour,
    }


YEARS = ("Year 1", "Year 2", "Year 3", "Year 4")


@pytest.mark.parametrize(
    "row",
    table_of("Grant", "Years", "Cliff", "Schedule", "Haircut", *YEARS, "Average"),
    ids=str,
)
def test_equity_vests_as_by_hand(row: Row) -> None:
    grant, _, strike = row["Grant"].partition(", strike ")
    typed = {"equity": grant.replace(" options at ", " x "), "vest": row["Years"]}
    typed |= {"cliff": row["Cliff"], "schedule": row["Schedule"], "haircut": row["Haircut"]}
    if strike:
        typed |= {"equity_kind": "options", "strike": strike}

    found = totals(package_of("100000", **typed))

    assert found.vesting == tuple(minor(row[year]) for year in YEARS if row[year])
    assert found.first_year.parts[1].amount == minor(row["Year 1"])
    assert found.steady_year.parts[1].amount == minor(row["Average"])


def test_scores_are_as_by_hand() -> None:
    rows = table_of("Offer", "Pay", "Leave", "Hours", "Points")
    lines = []
    for number, row in enumerate(rows):
        package = package_of(row["Pay"], leave=row["Leave"], hours=row["Hours"])
        record = OfferRecord(
            number,
            "",
            None,
            row["Offer"],
            None,
            date(2026, 11, 22),
            None,
            what_if=True,
            package=package,
        )
        lines.append(OfferLine(record, "", "", totals(package)))

    found = scored(lines, {"pay": 5, "leave": 2, "hours": 2}, lambda _, amount: Fraction(amount))

    assert [f"{float(one.points):.2f}" for one in found.scores] == [row["Points"] for row in rows]
