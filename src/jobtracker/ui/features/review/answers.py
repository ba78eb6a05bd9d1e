"""What can be answered, each with its key."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jobtracker.ui.features.review.contract import Kind, Part, Stop
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.key_button import KeyButton

PLAN_WORDS = {Part.QUIET: "Follow up", Part.UNPLANNED: "Next action"}


class AnswerBar(QWidget):
    """Buttons for the item shown; of one that was closed only what still makes sense. `previous`
    and `next` are for the page's header.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.plan = KeyButton(theme, PLAN_WORDS[Part.QUIET], kind="primary")
        self.no_reply = KeyButton(theme, "No reply")
        self.keep = KeyButton(theme, "Keep")
        self.write = KeyButton(theme, "Write")
        self.open = KeyButton(theme, "Open", "Enter")
        self.previous = KeyButton(theme, "Previous", kind="ghost")
        self.next = KeyButton(theme, "Skip", "\N{RIGHTWARDS ARROW}", kind="ghost")
        self.plan.setToolTip("Set the next action and its day")
        self.no_reply.setToolTip("Close it as No reply")
        self.keep.setToolTip("Leave it as it is until the next review")
        self.write.setAccessibleName("Write follow-up letter")
        self.write.setToolTip("Write a follow-up letter")
        self.is_open = True
        self._lay_out()

    def show_stop(self, stop: Stop) -> None:
        closed = stop.answer is not None and stop.answer.kind is Kind.NO_REPLY
        self.is_open = not closed
        self.plan.setText(PLAN_WORDS[stop.part])
        self.no_reply.setVisible(stop.part is Part.QUIET)
        for button in (self.plan, self.no_reply, self.keep):
            button.setEnabled(self.is_open)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The key of each button by its name here; "" for none."""
        for name, key in keys.items():
            button: KeyButton = getattr(self, name)
            button.show_key(key)

    @property
    def first(self) -> QWidget:
        """Where the keyboard enters the bar."""
        return self.plan if self.plan.isEnabled() else self.write

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        for button in (self.plan, self.no_reply, self.keep, self.write, self.open):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
