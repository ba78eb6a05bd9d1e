"""The menu of stages and outcomes; a letter chooses, as in "S, then I"."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QWidget

from jobtracker.domain.stages import OUTCOMES, STAGES, Outcome, Stage, outcome_name, stage_name
from jobtracker.ui.features.applications.contract import End, Move
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.menus import Menu

LETTERS: dict[Stage | Outcome, str] = {
    Stage.SAVED: "V",
    Stage.APPLIED: "A",
    Stage.SCREENING: "C",
    Stage.INTERVIEW: "I",
    Stage.OFFER: "O",
    Outcome.ACCEPTED: "Y",
    Outcome.DECLINED: "D",
    Outcome.REJECTED: "R",
    Outcome.NO_REPLY: "N",
    Outcome.WITHDRAWN: "W",
    Outcome.POSITION_CLOSED: "P",
    Outcome.NOT_PURSUED: "X",
}
REOPEN = "E"


class Standings(Protocol):
    """Who hears what is chosen: the intents of a page."""

    moved: Channel[Move]
    ended: Channel[End]
    reopened: Channel[int]


class StageMenu(Menu):
    """Filled anew for the application it opens on. Offer asks for the amount first, an outcome
    for the reason; both may be skipped, and Esc there leaves everything as it is. For many
    applications no amount is asked for: each has its own.
    """

    def __init__(self, theme: Theme, intents: Standings) -> None:
        super().__init__(title="Stage")
        self._theme = theme
        self._intents = intents
        self._count = 1
        self._by_letter: dict[str, Callable[[], object]] = {}

    def fill(self, application_id: int, stage: Stage, outcome: Outcome | None) -> None:
        """Offer what changes something: other stages, outcomes, and opening it again."""
        self._empty(1)
        self._add_stages(application_id)
        self.addSeparator()
        self._add_outcomes(application_id)
        self._tick(stage, outcome)
        if outcome is not None:
            self.addSeparator()
            self._act(
                f"Reopen\t{REOPEN}", REOPEN, partial(self._intents.reopened.put, application_id)
            )

    def fill_many(self, count: int, *, endings_only: bool = False) -> None:
        """Offer all of it for so many applications; they are told with the id 0."""
        self._empty(count)
        if not endings_only:
            self._add_stages(0)
            self.addSeparator()
        self._add_outcomes(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        run = self._by_letter.get(event.text().upper())
        if run is None:
            super().keyPressEvent(event)
            return
        self.close()
        run()

    def _move(self, move: Move) -> None:
        if move.stage is not Stage.OFFER or self._count > 1:
            self._intents.moved.put(move)
            return
        from jobtracker.ui.features.applications.asking import ask_amount

        def offered(amount: str) -> None:
            self._intents.moved.put(move._replace(amount=amount))

        ask_amount(self._theme, self._opener, offered)

    def _end(self, end: End) -> None:
        from jobtracker.ui.features.applications.asking import ask_reason

        def ended(reason: str) -> None:
            self._intents.ended.put(end._replace(reason=reason))

        ask_reason(self._theme, self._opener, outcome_name(end.outcome), ended, count=self._count)

    @property
    def _opener(self) -> QWidget:
        """The widget the menu was given to, in whose window a question stands."""
        above = self.parentWidget()
        assert above is not None, "give the menu a parent before it is used"
        return above

    def _empty(self, count: int) -> None:
        self.clear()
        self._count = count
        self._by_letter = {}

    def _add_stages(self, application_id: int) -> None:
        for one in STAGES:
            self._add(one, stage_name(one), partial(self._move, Move(application_id, one)))

    def _add_outcomes(self, application_id: int) -> None:
        for ending in OUTCOMES:
            words = f"Close: {outcome_name(ending)}"
            self._add(ending, words, partial(self._end, End(application_id, ending)))

    def _add(self, value: Stage | Outcome, words: str, run: Callable[[], object]) -> None:
        letter = LETTERS[value]
        action = self._act(f"{words}\t{letter}", letter, run)
        action.setData(value.value)
        action.setIcon(self._theme.glyph_icon(value.value))

    def _act(self, text: str, letter: str, run: Callable[[], object]) -> QAction:
        action = self.addAction(text)
        action.triggered.connect(lambda _checked: run())
        self._by_letter[letter] = run
        return action

    def _tick(self, stage: Stage, outcome: Outcome | None) -> None:
        """What holds now cannot be chosen again; a closed one may go back to its stage."""
        now = outcome.value if outcome else stage.value
        for action in self.actions():
            action.setEnabled(action.data() != now)
