"""The pay reader against our own corpus of strings from 41 countries, and against nonsense."""

import csv
import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.money import long_range
from jobtracker.domain.pay import Pay, Period, to_major
from jobtracker.domain.pay_text import find_pay, read_pay

CORPUS = Path(__file__).parent.parent / "data" / "pay_corpus.csv"


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def taken_from(text: str) -> tuple[str, Decimal | None, Decimal | None, str, str]:
    reading = read_pay(text)
    if not reading.is_pay:
        return "no", None, None, "", ""
    low, high, currency, period, *_ = reading.pay
    low_major, high_major = (
        None if end is None else to_major(end, currency) for end in (low, high)
    )
    return "yes", low_major, high_major, currency or "", period or ""


def expected_of(row: dict[str, str]) -> tuple[str, Decimal | None, Decimal | None, str, str]:
    low, high = (Decimal(row[end]) if row[end] else None for end in ("min", "max"))
    return row["is_pay"], low, high, row["currency"], row["period"]


@pytest.mark.parametrize("row", rows_of(CORPUS), ids=lambda row: row["text"][:60])
def test_the_reader_takes_what_a_careful_person_takes(row: dict[str, str]) -> None:
    assert taken_from(row["text"]) == expected_of(row)
    assert " ".join(read_pay(row["text"]).pay.assumed) == row["assumed"]


def test_the_corpus_is_wide_enough() -> None:
    rows = rows_of(CORPUS)

    assert len(rows) >= 180
    assert len({row["country"] for row in rows}) >= 14
    assert len({row["text"] for row in rows}) == len(rows)


@pytest.mark.shared
def test_the_pay_texts_met_in_real_files_are_all_read(shared_data: Path) -> None:
    for row in rows_of(shared_data / "salary" / "pay_texts.csv"):
        assert taken_from(row["text"]) == expected_of(row), row["text"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("-50000", "below zero"),
        ("165-140k", "runs backwards"),
        ("$120,000 - $90,000", "runs backwards"),
    ],
)
def test_an_impossible_pay_says_what_is_wrong_with_it(text: str, reason: str) -> None:
    reading = read_pay(text)

    assert not reading.is_pay
    assert reading.mistyped
    assert reason in reading.reason


def test_why_money_is_not_pay_is_said() -> None:
    assert read_pay("$50M Series B").reason == "money of the company, not pay"
    assert read_pay("$500 stipend").reason == "a benefit, not the pay"
    assert read_pay("Competitive").reason == "no amount of money in it"


@pytest.mark.parametrize(
    "text", ["1e9", "12e3", "2.5E-3", "$1e5", "0x1F", "0x10", "0b101", "1.2.3", "3.12.2026"]
)
@pytest.mark.parametrize("each", ["", " an hour", "/h", " a year", " USD"])
def test_what_a_machine_writes_a_date_and_a_version_are_no_amount(text: str, each: str) -> None:
    assert taken_from(text + each) == taken_from("")


def test_dots_between_thousands_are_no_version() -> None:
    assert read_pay("1.250.000 JPY a month").pay.low == 1_250_000
    assert read_pay("1.250.000,50 € a year").pay.low == 1_250_000_50


@pytest.mark.parametrize(
    ("text", "low", "high", "period"),
    [
        ("1 950 à 2 200 € nets par mois", 1950, 2200, Period.MONTH),
        ("bis zu 130.000 Euro zuzüglich Bonus", None, 130_000, Period.YEAR),
        ("95.000 € p.a. zzgl. Prämie", 95_000, 95_000, Period.YEAR),
        ("£650 p/w incl. holiday pay", 650, 650, Period.WEEK),
    ],
)
def test_small_words_beside_pay_do_not_hide_it(
    text: str, low: int | None, high: int, period: Period
) -> None:
    # Act
    pay = read_pay(text).pay

    # Assert
    assert pay.low == (None if low is None else 100 * low)
    assert (pay.high, pay.period) == (100 * high, period)


def test_pay_keeps_the_text_it_was_read_from() -> None:
    assert read_pay(" OTE £80k ").pay.text == " OTE £80k "
    assert "on-target" in read_pay(" OTE £80k ").reason


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Python Application Developer$90K–$150K", ["$90K–$150K"]),
        (
            "2024 Median Pay\t$62,350 per year $29.98 per hour",
            ["$62,350 per year", "$29.98 per hour"],
        ),
        ("401(k) contributions you make, up to a maximum of $10,000 per year.", []),
        ("All employees receive a $100 monthly stipend for dates", []),
        ("We raised a $50M Series B in 2024 and have 3,000 customers.", []),
        ("Budget Analyst $70K–$90K", ["$70K–$90K"]),
        ("Business Development Manager£45k", ["£45k"]),
        ("You must be able to lift 50 pounds.", []),
        ("Coffee costs $3 here.", []),
        ("Das Gehalt liegt bei 55.000 – 65.000 € brutto.", ["55.000 – 65.000 €"]),
    ],
)
def test_pay_is_found_in_prose_and_other_money_is_left(line: str, found: list[str]) -> None:
    text = f"About us\n{line}\nApply now"

    assert [text[each.start : each.end] for each in find_pay(text)] == found
    assert [each.pay.text for each in find_pay(text)] == found


@given(st.text(max_size=300))
def test_nothing_typed_makes_the_reader_raise(text: str) -> None:
    assert read_pay(text).pay.text == text
    for mention in find_pay(text):
        assert text[mention.start : mention.end] == mention.pay.text


_WORDS_OF_PAY = """$ € £ kr Rs. k K L LPA Cr 万 円 - – to bis between and up from + / per hour year
an a ( ) 401(k) 1 10 65.50 140 2024 100,000 12,00,000 1.000.000 0 . , % bonus salary OTE
😀 ٣٤ ½ \0"""
_PIECES = st.sampled_from([*_WORDS_OF_PAY.split(), "\n"])


@given(st.lists(_PIECES, max_size=25), st.sampled_from(["", " "]))
def test_no_mixture_of_the_words_of_pay_makes_it_raise(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)

    reading = read_pay(text)

    assert reading.pay.text == text
    assert reading.is_pay or reading.reason
    if reading.is_pay and reading.pay.low is not None and reading.pay.high is not None:
        assert 0 <= reading.pay.low <= reading.pay.high
    find_pay(text)


_CURRENCIES = st.sampled_from(
    ["USD", "EUR", "GBP", "INR", "CHF", "CAD", "JPY", "KWD", "SEK", "BRL"]
)


@given(
    st.integers(1, 2 * 10**5),
    st.integers(0, 2 * 10**5),
    _CURRENCIES,
    st.sampled_from(Period),
    st.sampled_from(["both", "low", "high"]),
)
def test_a_pay_written_in_full_reads_back_as_itself(
    low: int, width: int, currency: str, period: Period, ends: str
) -> None:
    if period is Period.YEAR:
        low, width = 1000 * low + 100_000, 1000 * width + 7
    pay = Pay(
        None if ends == "high" else low,
        None if ends == "low" else low + width,
        currency,
        period,
    )

    read = read_pay(long_range(pay)).pay

    assert (read.low, read.high, read.currency, read.period) == pay[:4]


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "$",
        "1,1,",
        "$90K–$150K ",
        "pay up to ",
        "1 000 ",
        "a.",
        "401 ",
        "a1",
        "😀",
        "$5\n",
        "\0",
    ],
)
def test_a_million_characters_are_read_at_once(piece: str) -> None:
    text = (piece * (10**6 // len(piece) + 1))[: 10**6]
    start = time.process_time()

    read_pay(text)
    find_pay(text)

    assert time.process_time() - start < 8, "linear, with room for a busy machine"


@pytest.mark.parametrize(
    "text",
    ["-50", "$-50", "-$50", "−50", "$−50/h", "€ -50 an hour", "USD -50/h", "up to -50/h",
     "pay: -50k", "$50 to -60/h", "£-50 to £-60/h", "$50 - -$60/h"],
)  # fmt: skip
def test_a_minus_before_an_amount_or_its_sign_makes_it_negative(text: str) -> None:
    reading = read_pay(text)

    assert (reading.mistyped, reading.reason) == (True, "the amount is below zero")


@given(
    st.sampled_from(["", "$", "€", "£", "USD ", "CHF "]),
    st.sampled_from(["-", "−"]),
    st.integers(1, 998),
    st.sampled_from(["", "k", "/h", " an hour", " a year"]),
    st.booleans(),
)
def test_no_sign_hides_a_minus_and_no_dash_of_a_range_is_one(
    sign: str, minus: str, amount: int, behind: str, inside: bool
) -> None:
    negative = f"{sign}{minus}{amount}{behind}" if inside else f"{minus}{sign}{amount}{behind}"
    assert read_pay(negative).mistyped

    for dash in (minus, f" {minus}", f" {minus} "):
        ranged = read_pay(f"{sign}{amount}{behind}{dash}{sign}{amount + 1}{behind}")
        assert ranged.reason != "the amount is below zero"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("$50-60", 50, 60), ("50 -60k", 50_000, 60_000), ("$50 -$60/h", 50, 60),
     ("50€ -60€/h", 50, 60), ("50k −60k", 50_000, 60_000)],
)  # fmt: skip
def test_a_dash_between_two_amounts_is_a_range(text: str, low: int, high: int) -> None:
    pay = read_pay(text).pay

    assert (pay.low, pay.high) == (100 * low, 100 * high)


@pytest.mark.parametrize(
    "text",
    ["KWD 1000.125/month", "1000.125 KWD a month", "KWD 1,000.125/month", "KWD 1.000,125/month",
     "KWD 1000,125/month"],
)  # fmt: skip
def test_three_minor_digits_are_read_behind_any_number_of_others(text: str) -> None:
    assert read_pay(text).pay[:4] == (1_000_125, 1_000_125, "KWD", Period.MONTH)
