"""The converter states what an amount comes to in every period, and what it assumed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jobtracker.domain.pay import Period
from jobtracker.ui.features.salary.conversion import number, understand
from jobtracker.ui.features.salary.converter import Converter
from jobtracker.ui.theme.theme import Theme


@pytest.fixture
def converter(qtbot: QtBot, theme: Theme) -> Converter:
    made = Converter(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_hour_s_pay_is_stated_for_every_period(converter: Converter) -> None:
    QTest.keyClicks(converter.amount, "$65/h")

    assert converter.result(Period.YEAR) == "$135,200"
    assert converter.result(Period.MONTH) == "$11,266.67"
    assert converter.result(Period.WEEK) == "$2,600"
    assert converter.result(Period.DAY) == "$520"
    assert converter.result(Period.HOUR) == "$65"
    assert "With 4 unpaid weeks: $124,800 a year" in converter.note.text()
    assert "40 hours a week, 52 paid weeks, US dollars assumed" in converter.note.text()


def test_a_period_in_the_text_sets_the_choice(converter: Converter) -> None:
    converter.amount.setText("€4,000 a month")

    assert converter.period.value() is Period.MONTH
    assert converter.result(Period.YEAR) == "€48,000"
    assert "unpaid" not in converter.note.text()


def test_a_bare_number_is_for_the_period_chosen(converter: Converter) -> None:
    QTest.keyClicks(converter.amount, "65")

    assert converter.result(Period.YEAR) == "135,200"
    assert "currency not stated" in converter.note.text()


def test_other_hours_and_weeks_count(converter: Converter) -> None:
    converter.amount.setText("$50 an hour")
    converter.hours.setText("35")
    converter.weeks.setText("48")

    assert converter.result(Period.YEAR) == "$84,000"


@pytest.mark.parametrize("hours", ["37.5", "37,5", " 37.50 "])
def test_half_an_hour_counts(converter: Converter, hours: str) -> None:
    converter.amount.setText("$50 an hour")
    converter.hours.setText(hours)

    assert converter.result(Period.YEAR) == "$97,500"
    assert "37.5 hours a week, 52 paid weeks" in converter.note.text()


def test_a_range_stays_a_range(converter: Converter) -> None:
    converter.amount.setText("$60-70/h")

    assert converter.result(Period.YEAR) == "$124,800 – $145,600"


@pytest.mark.parametrize(
    ("name", "typed"), [("hours", "0"), ("hours", "many"), ("weeks", "52.001"), ("weeks", "54")]
)
def test_hours_and_weeks_that_cannot_be_are_said_under_their_field(
    converter: Converter, name: str, typed: str
) -> None:
    converter.amount.setText("$65/h")

    getattr(converter, name).setText(typed)

    assert "Type a number from 1 to" in converter.error(name)
    assert converter.result(Period.YEAR) == ""


def test_words_that_are_no_pay_are_said_so_and_kept(converter: Converter) -> None:
    QTest.keyClicks(converter.amount, "a fortune")

    assert "cannot be read as pay" in converter.error("amount")
    assert converter.amount.value() == "a fortune"


@given(st.text(max_size=40), st.sampled_from(list(Period)))
def test_nothing_that_is_typed_breaks_the_converter(text: str, period: Period) -> None:
    read = understand(text, period)

    assert (read.pay is None) == (bool(read.error) or not text.strip())


@given(st.text(max_size=8))
def test_a_number_is_known_or_explained(text: str) -> None:
    typed = number(text, 53)

    assert bool(typed.error) != (1 <= typed.value <= 53)
