"""Days in postings: which day is meant, and in which order day and month are read."""

from datetime import date

import pytest

from jobtracker.exchange.postings.plain import read_plain

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Apply by December 5, 2026", date(2026, 12, 5)),
        ("Closing date: noon on Monday 7th December 2026", date(2026, 12, 7)),
        ("Bewerbungsfrist: 15. Jänner 2027", date(2027, 1, 15)),
        ("Bewerben Sie sich bis zum 06.12.2026", date(2026, 12, 6)),
        ("Candidatures avant le 1er février 2027", date(2027, 2, 1)),
        ("Closes: 30 November", date(2026, 11, 30)),
    ],
)
def test_a_last_day_to_apply_is_read_in_each_language(line: str, day: date) -> None:
    assert read_plain(line, TODAY).deadline == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Posted 3 days ago", date(2026, 11, 19)),
        ("Online seit: vor 2 Wochen", date(2026, 11, 8)),
        ("Publiée il y a une semaine", date(2026, 11, 15)),
        ("Veröffentlicht: gestern", date(2026, 11, 21)),
        ("Posted 30+ days ago", None),
    ],
)
def test_days_ago_count_from_today_and_more_than_that_is_no_day(
    line: str, day: date | None
) -> None:
    assert read_plain(line, TODAY).posted_on == day


def test_an_order_of_day_and_month_that_nothing_decides_is_asked() -> None:
    # Act
    posting = read_plain("Applications close 03/04/2026.", TODAY)

    # Assert
    assert posting.deadline is None
    assert posting.unsure == {"deadline": (date(2026, 4, 3), date(2026, 3, 4))}
    assert posting.words("deadline") == "03/04/2026"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Location: Boise, ID\nApply by 03/04/2027", date(2027, 3, 4)),
        ("Location: Leeds, UK\nApply by 03/04/2027", date(2027, 4, 3)),
        ("Posted: 25/02/2027\nApply by 03/04/2027", date(2027, 4, 3)),
        ("Wir suchen Sie für unser Team. Bewerbung bis 03/04/2027", date(2027, 4, 3)),
    ],
)
def test_place_language_or_another_date_decides_the_order(text: str, day: date) -> None:
    # Act
    posting = read_plain(text, TODAY)

    # Assert
    assert posting.deadline == day
    assert not posting.unsure


def test_days_of_interviews_and_starts_are_no_deadline() -> None:
    # Act
    posting = read_plain(
        "Interviews: 10 December 2026\nStart date: 1 March 2027\nFixed term until 31 August 2027\n",
        TODAY,
    )

    # Assert
    assert posting.deadline is None
