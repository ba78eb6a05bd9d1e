"""What the page says: when a task is due, an interview in two lines, rows aloud."""

from datetime import date

from jobtracker.domain.stages import Stage, stage_name
from jobtracker.domain.today import COUNTED, Meeting, Task, TaskKind, Waiting, kind_words
from jobtracker.ui.widgets.days import day_words, due_tone, due_words, full_day

ICONS = {"danger": "clock-alert", "warn": "clock"}
HOUR = 60


def day_title(day: date) -> str:
    """As in "Tuesday 17 November"."""
    return f"{day:%A} {day.day} {day:%B}"


def number(count: int) -> str:
    """A count in words; beyond what is counted it says so: "500+"."""
    return f"{count:,}+" if count >= COUNTED else f"{count:,}"


def when_words(task: Task, today: date) -> str:
    """As in "Today 14:00", "3 days late", "Wed 18 Nov"."""
    return f"{due_words(task.day, today)} {task.time}".rstrip()


def when_tone(task: Task, today: date) -> str:
    return due_tone(task.day, today)


def when_in_full(task: Task) -> str:
    """The day with its weekday, year and time, for the tooltip."""
    words = f"{task.day:%A}, {full_day(task.day)}"
    return f"{words}, {task.time}" if task.time else words


def whom(task: Task) -> str:
    return f"{task.company}, {task.role}"


def spoken_task(task: Task, today: date) -> str:
    """As in "Follow up, Litware AI, Python Developer, 3 days late"."""
    return f"{task.words}, {whom(task)}, {when_words(task, today)}"


def meeting_title(meeting: Meeting) -> str:
    return f"{meeting.company}, {meeting.time}" if meeting.time else meeting.company


def meeting_note(meeting: Meeting) -> str:
    """As in "Technical, 60 min"."""
    length = length_words(meeting.minutes)
    return f"{kind_words(meeting)}, {length}" if length else kind_words(meeting)


def length_words(minutes: int) -> str:
    """As in "45 min", "2 h", "2 h 30 min"; "" where it is not known."""
    if minutes <= 0:
        return ""
    hours, rest = divmod(minutes, HOUR)
    if not hours or minutes == HOUR:
        return f"{minutes} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def spoken_meeting(meeting: Meeting, today: date) -> str:
    when = f"{day_words(meeting.day, today)} {meeting.time}".rstrip()
    return f"{meeting.name}, {meeting.company}, {meeting.role}, {when}"


def spoken_waiting(waiting: Waiting) -> str:
    return f"{waiting.company}, {waiting.role}, no reply for {days(waiting.days)}"


def spoken_stage(stage: str, count: int, total: int) -> str:
    return f"{stage_name(Stage(stage))}, {count:,} of {total:,}"


def not_movable(task: Task) -> str:
    """Why a task keeps its day."""
    if task.kind is TaskKind.INTERVIEW:
        return "An interview can't be put off here: change its time"
    if task.kind is TaskKind.OFFER:
        return "An offer's deadline can't be put off here: change it in the offer"
    return f"{task.company} has another next action: this one can't be put off"


def days(count: int) -> str:
    return "1 day" if count == 1 else f"{count:,} days"


def unplanned(count: int) -> str:
    """As in "5 open applications have no next step"."""
    if count == 1:
        return "1 open application has no next step"
    return f"{number(count)} open applications have no next step"


def deciding(saved: int) -> str:
    """What waits though nothing is due."""
    if not saved:
        return "Nothing that is open needs you today."
    if saved == 1:
        return "1 saved posting waits for a decision."
    return f"{saved:,} saved postings wait for a decision."
