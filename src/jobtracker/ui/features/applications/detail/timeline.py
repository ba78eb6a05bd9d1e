"""The activity of an application as a list, newest first; its entries can be corrected."""

from jobtracker.domain.events import Event, EventKind
from jobtracker.ui.features.applications.asking import Question, ask
from jobtracker.ui.features.applications.detail.contract import Correction
from jobtracker.ui.features.applications.detail.line_list import LineList
from jobtracker.ui.features.applications.detail.timeline_lines import Line
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.days import full_day
from jobtracker.ui.widgets.hints import Readers


class Timeline(LineList[Line]):
    """`corrected` tells a correction, `interview_wanted` that one goes to the interviews."""

    def __init__(self, theme: Theme, readers: Readers) -> None:
        super().__init__(theme, "Activity")
        self.corrected: Channel[Correction] = Channel()
        self.interview_wanted: Channel[None] = Channel()
        self._readers = readers

    def fill(self, line: Line) -> None:
        event = line.event
        if line.gone:
            self.menu.addAction("This was taken back").setEnabled(False)
        elif event.interview_id is not None:
            self.menu.addAction("Go to the interview", lambda: self.interview_wanted.put(None))
        else:
            self.menu.addAction("Change date…", lambda: self._ask_day(event))
            self.menu.addAction("Change words…", lambda: self._ask_words(event))
            mistake = self.menu.addAction("That was a mistake", lambda: self._retract(event))
            mistake.setEnabled(event.kind is not EventKind.ADDED)

    def _retract(self, event: Event) -> None:
        self.corrected.put(Correction(event.id))

    def _ask_day(self, event: Event) -> None:
        def answered(text: str) -> None:
            day = self._readers.day(text, True)
            self.corrected.put(Correction(event.id, on=day))

        question = Question(
            "Change date",
            "It happened on",
            "Change date",
            example="fri, 26 oct, yesterday",
            text=full_day(event.on),
            reader=self._readers.applied,
        )
        ask(self._theme, self, question, answered)

    def _ask_words(self, event: Event) -> None:
        question = Question(
            "Change words", "Words", "Change words", skip="Leave empty", text=event.text, long=True
        )
        ask(
            self._theme,
            self,
            question,
            lambda text: self.corrected.put(Correction(event.id, text=text)),
        )
