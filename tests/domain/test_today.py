"""What a day asks for: its order, and the step that each task names."""

from datetime import date, timedelta

import pytest

from jobtracker.domain.today import (
    Letter,
    Meeting,
    Step,
    Task,
    TaskKind,
    in_order,
    interview_task,
    is_attendance,
    kind_words,
    last_meeting_day,
    letter_for,
    minutes_between,
    step_for,
    thanks_task,
    without_doubles,
)

TODAY = date(2026, 11, 22)


def action(words: str, days: int = 0, time: str = "", application: int = 1) -> Task:
    day = TODAY + timedelta(days=days)
    return Task(TaskKind.NEXT_ACTION, application, words, "Acme", "Tester", "applied", day, time)


def meeting(days: int = 0, **more: object) -> Meeting:
    day = TODAY + timedelta(days=days)
    return Meeting(7, 1, "Acme", "Tester", "interview", day, "14:00")._replace(**more)  # type: ignore[arg-type]


def test_what_has_a_time_today_comes_first_then_what_is_late_then_today_then_by_date() -> None:
    tasks = [
        action("in three days", 3),
        action("today"),
        action("two days late", -2),
        action("this afternoon", time="14:00"),
        action("tomorrow", 1),
        action("this morning", time="09:30"),
        action("long late", -9),
    ]

    assert [task.words for task in in_order(tasks, TODAY)] == [
        "this morning",
        "this afternoon",
        "long late",
        "two days late",
        "today",
        "tomorrow",
        "in three days",
    ]


@pytest.mark.parametrize(
    ("words", "stage", "step"),
    [
        ("Follow up", "applied", Step.WRITE),
        ("follow-up with Sam", "screening", Step.WRITE),
        ("Send thank-you note", "interview", Step.WRITE),
        ("Send availability", "screening", Step.WRITE),
        ("Reply to the recruiter", "applied", Step.WRITE),
        ("Write the cover letter", "saved", Step.WRITE),
        ("Withdraw", "offer", Step.WRITE),
        ("Accept the offer", "offer", Step.WRITE),
        ("Thank them for the offer", "offer", Step.WRITE),
        ("Reply to offer", "offer", Step.COMPARE),
        ("Compare with Globex", "interview", Step.COMPARE),
        ("Sleep on it", "offer", Step.COMPARE),
        ("Prepare for interview", "interview", Step.PREPARE),
        ("Technical interview", "interview", Step.PREPARE),
        ("Finish the portfolio", "saved", Step.OPEN),
        ("", "applied", Step.OPEN),
        ("Rewritten posting: read it", "saved", Step.OPEN),
    ],
)
def test_the_words_decide_the_step(words: str, stage: str, step: Step) -> None:
    assert step_for(words, stage) is step


def test_an_interview_is_to_be_prepared_for_and_keeps_its_day() -> None:
    task = interview_task(meeting(kind="video", round=2))

    assert (task.words, task.step, task.time) == ("Video interview, round 2", Step.PREPARE, "14:00")
    assert not task.movable


def test_thanks_are_asked_for_unless_the_next_action_does_so() -> None:
    thanks = thanks_task(meeting(-1))

    assert thanks is not None
    assert (thanks.words, thanks.step, thanks.time) == ("Send thank-you note", Step.WRITE, "")
    assert thanks.movable
    assert thanks_task(meeting(-1, next_action="Thank Ana")) is None


def test_thanks_cannot_take_the_place_of_another_next_action() -> None:
    thanks = thanks_task(meeting(-1, next_action="Send references"))

    assert thanks is not None
    assert not thanks.movable


def test_an_interview_stands_for_a_next_action_that_only_names_it() -> None:
    interview = interview_task(meeting())
    tasks = [
        action("Technical interview"),
        action("Send availability"),
        action("Call back", days=1),
        action("Interview", application=2),
        interview,
    ]

    kept = [task.words for task in without_doubles(tasks)]

    assert kept == ["Send availability", "Call back", "Interview", interview.words]


def test_writing_about_an_interview_is_not_attending_it() -> None:
    assert is_attendance("Call with the team lead")
    assert not is_attendance("Follow up on the interview")


def test_the_letter_fits_the_words() -> None:
    assert letter_for(action("Send thank-you note")) is Letter.THANKS
    assert letter_for(action("Follow up")) is Letter.FOLLOW_UP
    assert letter_for(action("Send availability")) is Letter.ANY


def test_interviews_are_looked_at_up_to_the_sunday_of_next_week() -> None:
    assert last_meeting_day(date(2026, 11, 17)) == date(2026, 11, 29)
    assert last_meeting_day(date(2026, 11, 22)) == date(2026, 11, 29)
    assert last_meeting_day(date(2026, 11, 23)) == date(2026, 12, 6)


@pytest.mark.parametrize(
    ("ends", "minutes"),
    [("2026-11-22T15:30", 90), ("", 0), ("2026-11-23", 0)],
)
def test_a_length_is_known_where_both_times_are(ends: str, minutes: int) -> None:
    assert minutes_between("2026-11-22T14:00", ends) == minutes


def test_a_kind_is_said_shortly_beside_an_interview() -> None:
    assert kind_words(meeting(kind="on_site", round=2)) == "On site, round 2"
    assert kind_words(meeting()) == "Interview"
