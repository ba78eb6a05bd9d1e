"""Turning encryption on, or giving it another key, a step at a time."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from jobtracker.ui.features.settings.encrypt_steps import (
    BackStep,
    ChooseStep,
    CodeStep,
    DoneStep,
)
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets import dialogs
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.progress_line import ProgressLine
from jobtracker.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from jobtracker.ui.runtime.meter import Meter

SIZE = (640, 520)
CHOOSE, CODE, BACK, DONE = range(4)
TITLES = (
    "How it opens, step 1 of 3",
    "Recovery code, step 2 of 3",
    "The code typed back, step 3 of 3",
    "Done",
)
CODE_FILE = "jobtracker-recovery-code.txt"
WORKING = "Encrypting and checking, first the search and then each backup…"
STOPPED = "Stopped. Nothing was changed."


class EncryptSheet(Sheet):
    """`prepare_wanted` tells the passphrase (None: the keyring), answered by `show_code`;
    `code_typed` the code typed back, answered by `show_done` or `refuse`; `saved_to` the file for
    the code. Until the code was typed back nothing is changed, and leaving forgets everything.
    """

    def __init__(self, theme: Theme, opener: QWidget, title: str, action: str) -> None:
        super().__init__(theme, opener, title, SIZE)
        self.prepare_wanted: Channel[str | None] = Channel()
        self.code_typed: Channel[str] = Channel()
        self.saved_to: Channel[Path] = Channel()
        self.print_wanted: Channel[None] = Channel()
        self._action = action
        self._heading = title
        self.meter: Meter | None = None
        self.banner = Banner(theme)
        self.choose = ChooseStep(theme)
        self.code = CodeStep(theme)
        self.typed_back = BackStep(theme)
        self.done = DoneStep()
        self._steps = QStackedWidget()
        for step in (self.choose, self.code, self.typed_back, self.done):
            self._steps.addWidget(step)
        self.progress = ProgressLine(theme)
        self.back = Button("Back")
        self.go = self.default = Button("Next", kind="primary")
        keep_not(self)
        self._lay_out_steps()
        self._listen()
        self._show(CHOOSE)

    def offer_keyring(self, name: str) -> None:
        self.choose.offer_keyring(name)

    def show_code(self, code: str) -> None:
        """A key was made; show its code."""
        self.go.setEnabled(True)
        self.choose.clear()
        self.code.clear()
        self.code.show_code(code)
        self._show(CODE)

    def show_done(self, lines: Sequence[str]) -> None:
        self._end_work()
        self.done.show_lines(lines)
        self.code.clear()
        self.typed_back.editor.clear()
        self._show(DONE)

    def refuse(self, words: str, *, in_code: bool = False) -> None:
        """Say why it came to nothing; with `in_code` at the code that was typed back."""
        stopped = self.meter is not None and self.meter.stopped
        self._end_work()
        if in_code:
            self.typed_back.set_error(words)
        elif stopped:
            self.banner.say("info", STOPPED)
        else:
            self.banner.say("danger", words)

    def leave(self) -> None:
        """Esc and the cross wait while something is being written."""
        if self.meter is None:
            self.choose.clear()
            self.code.clear()
            self.typed_back.editor.clear()
            super().leave()

    def _listen(self) -> None:
        self.go.clicked.connect(self._go_on)
        self.back.clicked.connect(lambda: self._show(self._steps.currentIndex() - 1))
        self.choose.again.entered.subscribe(lambda _none: self.go.click(), owner=self)
        self.typed_back.editor.returnPressed.connect(self.go.click)
        self.code.save_wanted.subscribe(lambda _none: self._ask_file(), owner=self)
        self.code.print_wanted.subscribe(self.print_wanted.put, owner=self)

    def _go_on(self) -> None:
        self.banner.hide()
        step = self._steps.currentIndex()
        if step == CHOOSE and self.choose.is_right():
            self.go.setEnabled(False)
            self.prepare_wanted.put(self.choose.passphrase)
        elif step == CODE:
            self._show(BACK)
        elif step == BACK:
            self._begin_work()
            self.code_typed.put(self.typed_back.editor.text())
        elif step == DONE:
            self.close()

    def _begin_work(self) -> None:
        self.meter = self.progress.follow(WORKING)
        for one in (self.go, self.back, self.typed_back):
            one.setEnabled(False)
        self.progress.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_work(self) -> None:
        self.meter = None
        self.progress.end()
        for one in (self.go, self.back, self.typed_back):
            one.setEnabled(True)
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self.title.setText(f"{self._heading}: {TITLES[step]}" if step != DONE else TITLES[DONE])
        self.back.setVisible(step in (CODE, BACK))
        self.go.setText({BACK: self._action, DONE: "Close"}.get(step, "Next"))
        first = (self.choose.first(), self.code.save, self.typed_back.editor, self.go)[step]
        if self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_file(self) -> None:
        dialogs.save_file(
            self.window(),
            "Save the recovery code",
            Path.home() / CODE_FILE,
            ("Text (*.txt)",),
            self.saved_to.put,
        )

    def _lay_out_steps(self) -> None:
        self.body.setSpacing(Space.MEDIUM)
        self.body.addWidget(self.banner)
        self.body.addWidget(self._steps, 1)
        self.body.addWidget(self.progress)
        self.footer.addWidget(self.back)
        self.footer.addStretch(1)
        self.footer.addWidget(self.go)
