from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.errors import InvalidInputError
from jobtracker.ui.widgets.days import day_words, due_words, full_day
from jobtracker.ui.widgets.typed import when_words
from jobtracker.ui.widgets.typed_dates import typed_date, typed_when

SUNDAY = date(2026, 11, 22)
DAYS = st.dates(date(1980, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", None),
        ("2026-11-30", date(2026, 11, 30)),
        ("today", SUNDAY),
        ("Tomorrow", date(2026, 11, 23)),
        ("fri", date(2026, 11, 27)),
        ("Sunday", date(2026, 11, 29)),
        ("+3", date(2026, 11, 25)),
        ("-2", date(2026, 11, 20)),
        ("30 nov", date(2026, 11, 30)),
        ("30. November", date(2026, 11, 30)),
        ("Nov 30, 2027", date(2027, 11, 30)),
        ("3 jan", date(2027, 1, 3)),
    ],
)
def test_a_coming_date_is_understood_as_people_type_it(text: str, meant: date | None) -> None:
    assert typed_date(text, SUNDAY) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("fri", date(2026, 11, 20)),
        ("sunday", SUNDAY),
        ("26 oct", date(2026, 10, 26)),
        ("24 dec", date(2025, 12, 24)),
        ("yesterday", date(2026, 11, 21)),
    ],
)
def test_a_date_gone_by_is_the_latest_of_its_name(text: str, meant: date) -> None:
    assert typed_date(text, SUNDAY, past=True) == meant


@pytest.mark.parametrize(
    "text", ["someday", "30 foo", "31 feb", "2026-13-01", "fr", "+99999", "12"]
)
def test_what_is_no_date_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(InvalidInputError, match="not a date"):
        typed_date(text, SUNDAY)


@pytest.mark.parametrize(
    ("text", "order", "meant"),
    [
        ("31.12.", "", date(2026, 12, 31)),
        ("31.12.2027", "", date(2027, 12, 31)),
        ("3. 1.", "", date(2027, 1, 3)),
        ("31/12/2026", "", date(2026, 12, 31)),
        ("12/31/2026", "", date(2026, 12, 31)),
        ("12/31", "dm", date(2026, 12, 31)),
        ("5/5/2027", "", date(2027, 5, 5)),
        ("4/12/2026", "dm", date(2026, 12, 4)),
        ("4/12/2027", "md", date(2027, 4, 12)),
    ],
)
def test_a_date_in_figures_is_read_by_its_sign_and_the_order_of_the_system(
    text: str, order: str, meant: date
) -> None:
    assert typed_date(text, SUNDAY, order=order) == meant


def test_a_date_that_can_be_read_both_ways_is_refused_with_both_readings() -> None:
    with pytest.raises(InvalidInputError) as refused:
        typed_date("4/12/2026", SUNDAY, order="")
    assert str(refused.value) == (
        "“4/12/2026” may be 4 Dec or 12 Apr. Type it as 4 dec, or with the year as 2026-12-04."
    )


@pytest.mark.parametrize("text", ["31.2.", "2026-02-31", "31/31/2026", "0.5.", "12/31/26"])
def test_a_day_there_is_not_is_refused_in_figures_too(text: str) -> None:
    with pytest.raises(InvalidInputError, match="not a date"):
        typed_date(text, SUNDAY, order="dm")


def test_an_appointment_takes_a_date_in_figures() -> None:
    assert typed_when("31.12. 14:00", SUNDAY) == ("2026-12-31T14:00", "")


@given(DAYS, DAYS)
def test_a_date_as_it_is_shown_can_be_typed_again(day: date, today: date) -> None:
    assert typed_date(full_day(day), today) == day


@given(st.text(max_size=30), DAYS)
def test_any_text_is_a_date_or_refused(text: str, today: date) -> None:
    try:
        found = typed_date(text, today)
    except InvalidInputError:
        return
    assert found is None or isinstance(found, date)


def test_days_near_today_are_said_in_words() -> None:
    said = [day_words(SUNDAY + timedelta(days=n), SUNDAY) for n in (-1, 0, 1, 3, -400)]

    assert said == ["Yesterday", "Today", "Tomorrow", "Wed 25 Nov", "18 Oct 2025"]
    assert due_words(SUNDAY - timedelta(days=1), SUNDAY) == "1 day late"
    assert due_words(SUNDAY - timedelta(days=3), SUNDAY) == "3 days late"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fri 14:00", ("2026-11-27T14:00", "")),
        ("sat 9:30-10:15", ("2026-11-28T09:30", "2026-11-28T10:15")),
        ("24 nov 14:00 to 15", ("2026-11-24T14:00", "2026-11-24T15:00")),
        ("24 Nov 2026, 14:00 \u2013 15:00", ("2026-11-24T14:00", "2026-11-24T15:00")),
        ("tomorrow at 2pm", ("2026-11-23T14:00", "")),
        ("12 am", ("2026-11-22T00:00", "")),
        ("2026-11-24T14:00", ("2026-11-24T14:00", "")),
        ("24 oct 2027", ("2027-10-24", "")),
        ("16:00", ("2026-11-22T16:00", "")),
    ],
)
def test_an_appointment_is_typed_as_people_say_it(typed: str, meant: tuple[str, str]) -> None:
    assert typed_when(typed, date(2026, 11, 22)) == meant


@pytest.mark.parametrize(
    "typed", ["", "someday", "fri 25:00", "fri 14:00-13:00", "13 pm", "fri 9:75"]
)
def test_what_is_no_appointment_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(InvalidInputError, match="Type it as"):
        typed_when(typed, date(2026, 11, 22))


@given(
    day=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    start=st.times(),
    minutes=st.integers(0, 600),
)
def test_what_is_shown_of_an_appointment_can_be_typed_again(
    day: date, start: time, minutes: int
) -> None:
    begin = datetime.combine(day, start.replace(second=0, microsecond=0))
    end = begin + timedelta(minutes=minutes)
    same_day = end.date() == day and end > begin
    starts, ends = f"{begin:%Y-%m-%dT%H:%M}", f"{end:%Y-%m-%dT%H:%M}" if same_day else ""

    assert typed_when(when_words(starts, ends), date(2026, 11, 22)) == (starts, ends)
