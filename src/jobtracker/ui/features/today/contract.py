"""What the page asks for and what it is given: the values between page and presenter."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from jobtracker.domain.interviews import InterviewResult
from jobtracker.domain.stages import Outcome
from jobtracker.domain.today import Meeting, Task
from jobtracker.ui.runtime.channel import Channel

UNPLANNED = "unplanned"
"""The part of the weekly review that asks about what has no next step."""


class Snoozed(NamedTuple):
    """Tasks to put off to a day, one step."""

    tasks: Sequence[Task]
    to: date


class Ended(NamedTuple):
    """How the interview of a task went."""

    task: Task
    result: InterviewResult


class Replied(NamedTuple):
    """What the offer of a task was answered."""

    task: Task
    outcome: Outcome


class Intents:
    """What a person wants, put by the page's widgets.

    The presenter hears `finished`, `ended`, `replied` and `snoozed`. The others leave this page:
    `refused` says why a task can't be put off, `stepped` is the button of a task, `opened` carries
    an application's id, `meeting_opened` an interview to prepare for, `stage_chosen` the stage
    whose applications are to be listed; `due_wanted` and `quiet_wanted` ask for whole lists,
    `review_wanted` for the weekly review or a part of it (UNPLANNED), `adding` for the add sheet,
    and `pasted` to read the clipboard into it.
    """

    def __init__(self) -> None:
        self.finished: Channel[Task] = Channel()
        self.ended: Channel[Ended] = Channel()
        self.replied: Channel[Replied] = Channel()
        self.snoozed: Channel[Snoozed] = Channel()
        self.refused: Channel[str] = Channel()
        self.stepped: Channel[Task] = Channel()
        self.opened: Channel[int] = Channel()
        self.meeting_opened: Channel[Meeting] = Channel()
        self.stage_chosen: Channel[str] = Channel()
        self.due_wanted: Channel[None] = Channel()
        self.quiet_wanted: Channel[None] = Channel()
        self.review_wanted: Channel[str] = Channel()
        self.adding: Channel[None] = Channel()
        self.pasted: Channel[None] = Channel()
