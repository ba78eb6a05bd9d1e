"""The weekly review: one application at a time, large and calm, a key for each answer."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from jobtracker.domain.review import FOLLOW_UP, next_working_day, proposed_action
from jobtracker.ui.features.review import words
from jobtracker.ui.features.review.answers import AnswerBar
from jobtracker.ui.features.review.card import ItemCard
from jobtracker.ui.features.review.contract import (
    ASKS,
    ASKS_QUIET,
    SHOWN,
    Answer,
    Intents,
    Kind,
    Part,
    Stop,
    Summary,
)
from jobtracker.ui.features.review.middle import STEPS, ReadAndDo
from jobtracker.ui.features.review.plan_form import PlanForm
from jobtracker.ui.features.review.summary import SummaryView
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_together
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.buttons import ENTER
from jobtracker.ui.widgets.hints import Readers
from jobtracker.ui.widgets.key_button import KeyButton
from jobtracker.ui.widgets.page import Page, WidthClass

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationView

BESIDE, BELOW = 1000, 720
"""px that the words take at most, in two columns and in one."""
NOT_PLAIN = (
    Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.MetaModifier
)


class ReviewPage(Page):
    """`intents` tells what a person wants; the presenter answers through the `show_` methods.

    `conditions` tells which conditions of its commands hold now.
    """

    def __init__(self, theme: Theme, readers: Readers) -> None:
        super().__init__("Weekly review")
        self.intents = Intents()
        self.conditions: Channel[frozenset[str]] = Channel()
        self._theme = theme
        self._stop: Stop | None = None
        self._today = date.min
        self.card = ItemCard(theme)
        self.answers = AnswerBar(theme)
        self.form = PlanForm(theme, readers)
        self.summary = SummaryView(theme)
        self.progress = QProgressBar()
        self._bottom, self._stack = QStackedWidget(), QStackedWidget()
        self._asking = ReadAndDo(theme, self.card, self._bottom)
        self._last = ReadAndDo(theme, self.summary, self.summary.foot)
        self._lay_out()
        self._listen()

    def show_stop(self, stop: Stop, today: date) -> None:
        """Ask about an item, at once; the keyboard goes to one that was not shown before. What is
        read about it follows with `show_view`.
        """
        same = self._stop is not None and self._stop.item.id == stop.item.id
        self._stop, self._today = stop, today
        self.card.show_stop(stop, today)
        self.answers.show_stop(stop)
        self._say(words.TITLES[stop.part], words.progress(stop))
        self.progress.setRange(0, stop.total)
        self.progress.setValue(stop.number - 1)
        self._turn_to(self._asking)
        if same:
            self._tell_conditions()
        else:
            self._asking.to_top()
            self._close_form()

    def show_view(self, view: "ApplicationView") -> None:
        """What is known about the item."""
        if self._stop is not None and view.record.id == self._stop.item.id:
            self.card.show_view(view, self._today)

    def show_summary(self, summary: Summary, today: date) -> None:
        """The last page."""
        self._stop = None
        self._say(words.WEEK, "")
        self.progress.setRange(0, 1)
        self.progress.setValue(1)
        self.summary.show_summary(summary, today)
        if self._stack.currentWidget() is not self._last:
            self._last.to_top()
            self._turn_to(self._last)
            self._close_form()

    @property
    def is_typing(self) -> bool:
        """Whether a next action is being typed."""
        return self._bottom.currentWidget() is self.form

    def plan(self) -> None:
        """Ask for the next action of the item, with words and a day proposed."""
        if self._open_form():
            self.form.enter_day()

    def write(self) -> None:
        """Ask for a letter to the company of the item."""
        if self._stop is not None:
            self.intents.letter_wanted.put(self._stop.item.id)

    def step_back(self) -> None:
        """Go to the item before."""
        self.intents.stepped.put(-1)

    def arrive(self) -> None:
        self._take_focus()
        self.intents.arrived.put(None)

    def fit(self, width: WidthClass) -> None:
        beside = width >= WidthClass.MEDIUM
        for columns in (self.card.columns, self.summary.columns):
            columns.set_beside(beside)
        for pane in (self._asking, self._last):
            pane.set_width(self._theme.px(BESIDE if beside else BELOW))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_conditions()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tell_conditions()

    def regions(self) -> list[QWidget]:
        if self._stop is None:
            first = self.summary.replies.links[:1] if self.summary.replies.isVisible() else []
            return [*first, self.summary.done]
        return [self.card, self.form.words if self.is_typing else self.answers.first]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the widgets on the page let through: to leave, to step, to open, to type a day."""
        key, plain = Qt.Key(event.key()), not event.modifiers() & NOT_PLAIN
        if key == Qt.Key.Key_Escape:
            self.intents.left.put(None)
        elif not plain or self.is_typing:
            super().keyPressEvent(event)
        elif key in STEPS:
            self.intents.stepped.put(STEPS[key])
        elif self._stop is not None and (key in ENTER or key == Qt.Key.Key_Space):
            self.intents.opened.put(self._stop.item.id)
        elif not self._types_day(event.text()):
            super().keyPressEvent(event)

    def _turn_to(self, page: QWidget) -> None:
        """On the last page there is nothing to skip, and Done stops."""
        self._stack.setCurrentWidget(page)
        for button in (self.answers.next, self.stop_button):
            button.setVisible(page is self._asking)

    def _types_day(self, text: str) -> bool:
        """A figure or a plus begins a day, as in "+3" or "30 nov". No letter does: most words for a
        day begin with one that answers.
        """
        if not (text.isdecimal() or text == "+") or not self._open_form():
            return False
        self.form.enter_day(text)
        return True

    def _open_form(self) -> bool:
        """Show the form for the item; False where there is nothing to plan."""
        if self._stop is None or not self.answers.is_open:
            return False
        quiet, item = self._stop.part is Part.QUIET, self._stop.item
        keep_together(
            self.form,
            f"review/{item.id}/plan",
            "Weekly review: next action",
            lambda: self.form.was_left,
        )
        action = FOLLOW_UP if quiet else proposed_action(item)
        self.form.propose(action, next_working_day(self._today))
        self._bottom.setCurrentWidget(self.form)
        self._tell_conditions()
        return True

    def _close_form(self) -> None:
        self._bottom.setCurrentWidget(self.answers)
        self._tell_conditions()
        self._take_focus()

    def _tell_conditions(self) -> None:
        """Hidden it hears nothing; while a plan is typed its letters are no keys."""
        held = {SHOWN} if self.isVisible() else set()
        stop = self._stop
        if held and stop is not None and self.answers.is_open and not self.is_typing:
            held |= {ASKS, ASKS_QUIET} if stop.part is Part.QUIET else {ASKS}
        self.conditions.put(frozenset(held))

    def _take_focus(self) -> None:
        goal = self.card if self._stop is not None else self.summary.done
        if goal.isVisible():
            goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, title: str, note: str) -> None:
        self.header.note.setText(f"{title}, {note}" if note else title)

    def _listen(self) -> None:
        bar, intents = self.answers, self.intents
        bar.plan.clicked.connect(self.plan)
        bar.no_reply.clicked.connect(lambda: intents.answered.put(Answer(Kind.NO_REPLY)))
        bar.keep.clicked.connect(lambda: intents.answered.put(Answer(Kind.KEEP)))
        bar.write.clicked.connect(self.write)
        bar.open.clicked.connect(self._open)
        bar.previous.clicked.connect(self.step_back)
        bar.next.clicked.connect(lambda: intents.stepped.put(1))
        self.stop_button.clicked.connect(lambda: intents.left.put(None))
        self.summary.done.clicked.connect(lambda: intents.left.put(None))
        self.summary.replies.chosen.subscribe(intents.opened.put, owner=self)
        self.form.accepted.subscribe(intents.answered.put, owner=self)
        self.form.cancelled.subscribe(lambda _none: self._close_form(), owner=self)

    def _open(self) -> None:
        if self._stop is not None:
            self.intents.opened.put(self._stop.item.id)

    def _lay_out(self) -> None:
        self.stop_button = KeyButton(self._theme, "Stop", "Esc")
        for button in (self.answers.previous, self.answers.next, self.stop_button):
            self.header.add(button)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Progress of the review")
        self.column.addWidget(self.progress)
        for widget in (self.answers, self.form):
            self._bottom.addWidget(widget)
        for page in (QWidget(), self._asking, self._last):
            self._stack.addWidget(page)
        self.column.addWidget(self._stack, 1)
