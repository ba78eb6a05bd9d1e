"""What is to be done today and in the next days, and the one step that each of it asks for."""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from jobtracker.domain.interviews import InterviewKind, interview_name
from jobtracker.domain.stages import Stage
from jobtracker.domain.week import Week

AHEAD_DAYS = 7
"""So far ahead of today the next days reach."""
THANKING_DAYS = 5
"""For so many days after an interview a note of thanks is still worth sending."""
PASSED_DAYS = 2
"""For so many days after a deadline it may still be worth a try."""
INTERVIEW_WEEKS = 2
"""Interviews are shown up to the end of next week."""
THANK = "Send thank-you note"
APPLY = "Apply before the deadline"
REPLY = "Reply to the offer"
UNNAMED = "Next action"


class TaskKind(StrEnum):
    NEXT_ACTION = "next_action"
    INTERVIEW = "interview"
    THANKS = "thanks"
    DEADLINE = "deadline"
    OFFER = "offer"


class Step(StrEnum):
    """What the button of a task does; its value is the button's word."""

    PREPARE = "Prepare"
    WRITE = "Write"
    COMPARE = "Compare"
    OPEN = "Open"


Places: TypeAlias = AbstractSet[tuple[int, date]]
"""Applications, each with a day."""


class Letter(StrEnum):
    """What kind of letter a task asks to write; its value is a word of the template's name."""

    THANKS = "thank"
    FOLLOW_UP = "follow"
    ANY = ""


class Task(NamedTuple):
    """Something to do for an application by a day; `time` is "14:00", or "" for any time.

    `interview_id` is set for INTERVIEW and THANKS. `movable` says whether it can be put off: an
    interview and an offer's deadline keep their day, and thanks can't take the place of another
    next action.
    """

    kind: TaskKind
    application_id: int
    words: str
    company: str
    role: str
    stage: str
    day: date
    time: str = ""
    interview_id: int | None = None
    step: Step = Step.OPEN
    movable: bool = True


class Meeting(NamedTuple):
    """An interview with whom it is for. `minutes` is 0 where no end is known; `held` once it has
    a result.
    """

    id: int
    application_id: int
    company: str
    role: str
    stage: str
    day: date
    time: str = ""
    minutes: int = 0
    kind: str = ""
    round: int | None = None
    held: bool = False
    next_action: str = ""

    @property
    def name(self) -> str:
        """As in "Video interview, round 2"."""
        name = interview_name(self.kind, None)
        return name if self.round is None else f"{name}, round {self.round}"


class Waiting(NamedTuple):
    """An application that has had no answer for `days`, longer than its stage should take."""

    application_id: int
    company: str
    role: str
    stage: str
    days: int


class TodayView(NamedTuple):
    """A day of the search. `due` is late or for today, `coming` of the next days; both and
    `quiet` are cut to what can be looked through. `stages` counts the open applications by their
    stage, `due_count`, `quiet_count` and `without_next` count up to COUNTED and no further.
    Without a `week` it is not known yet who is quiet and how the week goes.
    """

    day: date
    due: tuple[Task, ...]
    coming: tuple[Task, ...]
    due_count: int
    stages: Mapping[str, int]
    interviews: tuple[Meeting, ...]
    quiet: tuple[Waiting, ...]
    quiet_count: int
    without_next: int
    week: Week | None


COUNTED = 500
"""Nobody plans a day with more of anything than this."""

_WRITE = re.compile(r"\b(follow[- ]?up|thank|writ|letter|withdraw|accept|declin)", re.IGNORECASE)
_COMPARE = re.compile(r"\b(offer|compar)", re.IGNORECASE)
_ANSWER = re.compile(r"\b(repl|send|answer|e-?mail)", re.IGNORECASE)
_PREPARE = re.compile(r"\b(interview|prepar)", re.IGNORECASE)
_DECIDE = re.compile(r"\b(offer|accept|declin|repl|decid)", re.IGNORECASE)
_ATTEND = re.compile(
    r"\b(interview|prepar|call|meet|talk|chat|task|test|take[- ]?home|on[- ]?site)", re.IGNORECASE
)
_STEPS = (
    (_WRITE, Step.WRITE),
    (_COMPARE, Step.COMPARE),
    (_ANSWER, Step.WRITE),
    (_PREPARE, Step.PREPARE),
)
"""The first that fits decides: to reply to an offer is to compare it first."""


def step_for(words: str, stage: str) -> Step:
    """The step that a next action asks for, by its words and else by the stage."""
    named = next((step for pattern, step in _STEPS if pattern.search(words)), None)
    if named is not None:
        return named
    return Step.COMPARE if stage == Stage.OFFER else Step.OPEN


def letter_for(task: Task) -> Letter:
    """The kind of letter to begin with."""
    found = re.search(r"\b(thank|follow)", task.words, re.IGNORECASE)
    return Letter(found.group().lower()) if found else Letter.ANY


def interview_task(meeting: Meeting) -> Task:
    """An interview to go to."""
    return _of_meeting(meeting, TaskKind.INTERVIEW, meeting.name, Step.PREPARE)


def thanks_task(meeting: Meeting) -> Task | None:
    """The note of thanks after an interview; None where the next action says so already."""
    if says_thanks(meeting.next_action):
        return None
    task = _of_meeting(meeting._replace(time=""), TaskKind.THANKS, THANK, Step.WRITE)
    return task._replace(movable=not meeting.next_action)


def says_thanks(words: str) -> bool:
    """Whether a next action is to thank somebody."""
    return bool(re.search(r"\bthank", words, re.IGNORECASE))


def _of_meeting(meeting: Meeting, kind: TaskKind, words: str, step: Step) -> Task:
    return Task(
        kind,
        meeting.application_id,
        words,
        meeting.company,
        meeting.role,
        meeting.stage,
        meeting.day,
        meeting.time,
        meeting.id,
        step,
        movable=False,
    )


def is_attendance(words: str) -> bool:
    """Whether a next action of an interview's own day is only the interview once more."""
    return bool(_ATTEND.search(words)) and not _WRITE.search(words)


def without_doubles(tasks: Iterable[Task]) -> list[Task]:
    """The tasks without those next actions that an interview of the same day stands for, and
    without the deadlines of offers that a next action of the same day stands for.
    """
    known = list(tasks)
    meetings = {(one.application_id, one.day) for one in known if one.kind is TaskKind.INTERVIEW}
    decisions = {(one.application_id, one.day) for one in known if _is_decision(one)}
    return [task for task in known if not _is_double(task, meetings, decisions)]


def _is_decision(task: Task) -> bool:
    return task.kind is TaskKind.NEXT_ACTION and bool(_DECIDE.search(task.words))


def _is_double(task: Task, meetings: Places, decisions: Places) -> bool:
    at = (task.application_id, task.day)
    if task.kind is TaskKind.OFFER:
        return at in decisions
    return task.kind is TaskKind.NEXT_ACTION and at in meetings and is_attendance(task.words)


def in_order(tasks: Iterable[Task], today: date) -> tuple[Task, ...]:
    """Those of today with a time first, then what is late, due today, and the rest by date."""

    def key(task: Task) -> tuple[int, date, str, str, int]:
        if task.day < today:
            rank = 1
        elif task.day == today:
            rank = 2 if not task.time else 0
        else:
            rank = 3
        return rank, task.day, task.time, task.company, task.application_id

    return tuple(sorted(tasks, key=key))


def last_ahead(today: date) -> date:
    """The last of the next days."""
    return today + timedelta(days=AHEAD_DAYS)


def last_meeting_day(today: date) -> date:
    """The Sunday of next week."""
    return today + timedelta(days=7 * INTERVIEW_WEEKS - 1 - today.weekday())


def minutes_between(starts: str, ends: str) -> int:
    """How long something takes, of ISO texts on the same clocks; 0 where a time is not known."""
    if "T" not in starts or "T" not in ends:
        return 0
    length = datetime.fromisoformat(ends) - datetime.fromisoformat(starts)
    return int(length.total_seconds()) // 60


def kind_words(meeting: Meeting) -> str:
    """The kind of an interview for a line that says it is one: "Technical, round 2"."""
    plain = meeting.kind in (InterviewKind.OTHER, "")
    kind = "Interview" if plain else meeting.kind.replace("_", " ").capitalize()
    return kind if meeting.round is None else f"{kind}, round {meeting.round}"
