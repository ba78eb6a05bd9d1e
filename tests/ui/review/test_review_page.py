"""The page of the weekly review: its keys and buttons, what it says, and what it does not need."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.review.conftest import TODAY, Driver, hearing

from jobtracker.domain.packages import Package
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.stages import Outcome
from jobtracker.domain.today import Task, TaskKind
from jobtracker.ui.features.review.commands import KEEP, NO_REPLY, PLAN
from jobtracker.ui.features.review.replies import MOST_SHOWN, Replies
from jobtracker.ui.theme.theme import Theme

Key = Qt.Key


def test_an_item_says_who_it_is_why_it_is_asked_and_what_was_last(driver: Driver) -> None:
    key = driver.add("Litware AI", 17, notes="Ana decides.\nIn December.", deadline=TODAY)
    driver.ask(lambda: driver.space.log.note(key, "Met Ana", TODAY - timedelta(days=3)))

    driver.begin()

    assert driver.at == "Litware AI, Pilot, quiet 17 days. 1 of 1"
    for words in (
        "Quiet 17 days, since Thu 5 Nov",
        "Applied",
        "last contact",
        "Note: Met Ana",
        "Ana decides.",
        "The deadline is today.",
    ):
        assert driver.sees(words), words


def test_a_follow_up_is_two_keys_for_the_next_working_day(driver: Driver) -> None:
    key = driver.add("Litware AI", 17)
    driver.begin()

    driver.presses(Key.Key_F)
    assert driver.at == "When"
    assert driver.sees("Monday, 23 Nov 2026")
    driver.presses(Key.Key_Return)

    assert driver.stored(key) == (None, "Follow up", date(2026, 11, 23))


@pytest.mark.parametrize(
    ("typed", "day"), [("fri", date(2026, 11, 27)), ("+3", date(2026, 11, 25))]
)
def test_another_day_is_typed_over_the_proposed_one(driver: Driver, typed: str, day: date) -> None:
    key = driver.add("Litware AI", 17)
    driver.begin()

    driver.presses(Key.Key_F)
    driver.types(typed)
    assert driver.sees(f"{day:%A}, {day.day} {day:%b} {day.year}")
    driver.presses(Key.Key_Return)

    assert driver.stored(key) == (None, "Follow up", day)


@pytest.mark.parametrize("quiet", [True, False])
def test_a_day_can_be_typed_without_any_key_before(driver: Driver, quiet: bool) -> None:
    key = driver.add("Litware AI", 17 if quiet else 1)
    driver.begin()

    driver.types("30 nov")
    driver.presses(Key.Key_Return)

    assert driver.stored(key) == (None, "Follow up", date(2026, 11, 30))


@pytest.mark.parametrize("typed", ["t", "o", "x"])
def test_a_letter_that_is_no_key_opens_nothing(driver: Driver, typed: str) -> None:
    driver.add("Litware AI", 17)
    driver.begin()

    driver.types(typed)

    assert driver.at.startswith("Litware AI")


def test_without_a_next_step_the_day_is_asked_for_too_and_the_words_can_be_changed(
    driver: Driver,
) -> None:
    key = driver.add("Litware AI", 1)
    driver.begin()
    assert driver.sees("No next step yet")

    driver.presses(Key.Key_F)
    assert driver.at == "When"
    driver.types("fri")
    driver.presses(Key.Key_Backtab)
    assert driver.at == "Next action"
    driver.types("Ask Ana")
    driver.presses(Key.Key_Return)

    assert driver.stored(key) == (None, "Ask Ana", date(2026, 11, 27))


def test_a_day_that_is_none_is_said_under_its_field_and_nothing_is_stored(driver: Driver) -> None:
    key = driver.add("Litware AI", 17)
    driver.begin()
    driver.presses(Key.Key_F)

    driver.types("soon")
    assert not driver.sees("is not a date")
    driver.presses(Key.Key_Return)

    assert driver.sees("“soon” is not a date")
    assert driver.at == "When"
    driver.presses(Key.Key_Escape)
    assert driver.at.startswith("Litware AI")
    assert driver.stored(key) == (None, "", None)
    assert driver.left == [], "the first Esc closes the form"
    driver.presses(Key.Key_Escape)
    assert driver.left == [None]


def test_while_a_plan_is_typed_letters_are_letters(driver: Driver) -> None:
    key = driver.add("Litware AI", 17)
    driver.begin()
    driver.presses(Key.Key_F, Key.Key_Backtab)

    driver.types("nkfuw")
    driver.presses(Key.Key_Return)

    assert driver.stored(key) == (None, "nkfuw", date(2026, 11, 23))


def test_buttons_do_what_the_keys_do(driver: Driver) -> None:
    keys = [driver.add(f"Company {days}", days) for days in (40, 30, 20)]
    driver.begin()

    driver.clicks("Follow up")
    driver.clicks("Plan it")
    driver.clicks("No reply")
    driver.clicks("Keep")

    assert [driver.stored(key)[:2] for key in keys] == [
        (None, "Follow up"),
        (Outcome.NO_REPLY, ""),
        (None, ""),
    ]
    assert driver.at == "Done"


def test_single_letters_can_be_switched_off_and_buttons_stay(driver: Driver) -> None:
    key = driver.add("Litware AI", 17)
    driver.book.allow_single_letters(False)
    driver.begin()

    driver.types("n")
    driver.presses(Key.Key_Escape)
    assert driver.stored(key)[0] is None
    driver.clicks("No reply")

    assert driver.stored(key)[0] is Outcome.NO_REPLY


def test_keys_that_were_changed_are_shown_on_the_buttons(driver: Driver) -> None:
    driver.book.set_keys(KEEP, ["B"])
    driver.book.set_keys(NO_REPLY, [])

    bar = driver.page.answers
    assert (bar.keep.key, bar.no_reply.key, bar.plan.key) == ("B", "", "F")


def test_keys_pressed_faster_than_the_workspace_answers_each_meet_their_item(
    driver: Driver,
) -> None:
    keys = [driver.add(f"Company {days}", days) for days in (40, 30, 20)]
    driver.begin()

    for key in (Key.Key_N, Key.Key_K, Key.Key_N):
        QTest.keyClick(hearing(), key)
    driver.settle()

    assert [driver.stored(key)[0] for key in keys] == [Outcome.NO_REPLY, None, Outcome.NO_REPLY]
    assert driver.sees("2 closed as No reply")
    assert driver.sees("1 kept open")


def test_one_can_look_back_at_an_item_and_see_what_was_decided(driver: Driver) -> None:
    driver.add("First", 40)
    driver.add("Second", 30)
    driver.begin()
    driver.presses(Key.Key_N)

    driver.presses(Key.Key_Left)
    assert driver.at == "First, Pilot, quiet 40 days. 1 of 2. Closed as No reply"
    assert not driver.book[PLAN].isEnabled()
    driver.presses(Key.Key_Right)
    assert driver.at.startswith("Second")
    driver.presses(Key.Key_U)

    assert driver.at.startswith("First")


def test_an_answer_that_cannot_be_stored_comes_back_as_a_question(driver: Driver) -> None:
    gone = driver.add("Gone", 40)
    driver.add("There", 30)
    driver.begin()
    problems: list[object] = []
    driver.commander.problems.subscribe(problems.append)
    driver.ask(lambda: driver.space.applications.remove(gone))

    driver.presses(Key.Key_K)

    assert len(problems) == 1
    assert driver.at.startswith("Gone")
    driver.begin()
    assert driver.at == "There, Pilot, quiet 30 days. 1 of 1"


def test_where_nothing_is_quiet_the_week_is_what_is_left(driver: Driver) -> None:
    driver.add("Fresh", 1, next_action="Wait", next_action_on=TODAY)

    driver.begin()

    assert driver.sees("Nothing is quiet.")
    assert driver.sees("This week 1 of 5 applications")
    assert driver.at == "Done"
    assert not driver.book[KEEP].isEnabled()


def test_next_week_s_interviews_stand_on_the_last_page(driver: Driver) -> None:
    key = driver.add("Wingtip", 1, next_action="Prepare", next_action_on=TODAY)
    driver.ask(lambda: driver.space.interviews.add(key, {"starts": "2026-11-24 14:00"}))

    driver.begin()

    assert driver.sees("Tue 24 Nov")
    assert driver.sees("14:00, Wingtip, Pilot")


def test_a_change_from_elsewhere_is_taken_in(driver: Driver) -> None:
    first = driver.add("First", 40)
    driver.add("Second", 30)
    driver.begin()

    driver.commander.change(lambda: driver.space.log.close(first, Outcome.REJECTED))
    driver.settle()

    assert driver.at == "Second, Pilot, quiet 30 days. 1 of 1"


def test_many_items_need_no_more_widgets_than_one(driver: Driver) -> None:
    driver.add("First", 900)
    driver.begin()
    alone = len(driver.page.findChildren(QWidget))
    for number in range(60):
        driver.add(f"Company {number}", 20 + number)

    driver.begin()
    QCoreApplication.processEvents()

    assert driver.at == "First, Pilot, quiet 900 days. 1 of 61"
    assert len(driver.page.findChildren(QWidget)) == alone


def test_words_without_a_blank_do_not_push_the_card_out_of_the_window(driver: Driver) -> None:
    driver.add("W" * 120, 20, notes="w" * 400)

    driver.begin()

    assert driver.page.card.width() <= driver.page.width()
    assert driver.page.card.minimumSizeHint().width() < driver.page.width()


def test_offers_to_answer_stand_on_the_last_page_and_lead_to_their_applications(
    driver: Driver,
) -> None:
    keys = {name: driver.add(name, 1, next_action="Wait", next_action_on=TODAY) for name in "ABC"}
    for name, days in (("A", 3), ("B", -2), ("C", 12)):
        offered(driver, keys[name], TODAY + timedelta(days=days))
    went: list[int] = []
    driver.page.intents.opened.subscribe(went.append)

    driver.begin()
    assert driver.sees("Offers to answer")
    links = [link.text() for link in driver.page.summary.replies.links]
    assert links == ["B, Pilot", "A, Pilot"]
    assert driver.sees("2 days late")
    driver.presses(Qt.Key.Key_Backtab)
    assert driver.at == "A, Pilot"
    driver.presses(Qt.Key.Key_Backtab, Qt.Key.Key_Return)

    assert went == [keys["B"]]


def test_an_offer_that_was_answered_leaves_the_last_page(driver: Driver) -> None:
    key = driver.add("Acme", 1, next_action="Wait", next_action_on=TODAY)
    offered(driver, key, TODAY)
    driver.begin()
    assert driver.sees("Offers to answer")

    driver.commander.change(lambda: driver.space.log.close(key, Outcome.DECLINED))
    driver.settle()

    assert not driver.sees("Offers to answer")


def test_of_many_offers_the_most_pressing_are_links_and_the_rest_is_counted(
    theme: Theme, qtbot: QtBot
) -> None:
    task = Task(TaskKind.OFFER, 1, "Reply to the offer", "Acme", "Pilot", "offer", TODAY)
    view = Replies(theme)
    qtbot.addWidget(view)

    view.show_replies([task] * (MOST_SHOWN + 3), TODAY)
    assert len(view.links) == MOST_SHOWN
    assert view.more.text() == "And 3 more."
    view.show_replies([task], TODAY)

    assert [link.isVisibleTo(view) for link in view.links] == [True] + [False] * (MOST_SHOWN - 1)


def offered(driver: Driver, application: int, deadline: date) -> None:
    pay = Pay(120_000_00, 120_000_00, "USD", Period.YEAR, "120k")
    offers = driver.space.offers
    driver.ask(
        lambda: offers.add(
            application, Package(pay), received_on=TODAY - timedelta(days=5), deadline=deadline
        )
    )
