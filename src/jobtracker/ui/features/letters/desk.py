"""The desk a letter is written on: editor, fields and preview, always showing one letter."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.domain.errors import InvalidInputError, JobtrackerError
from jobtracker.domain.gate import Finding
from jobtracker.domain.letters import FieldName, MissingStyle, mark_of
from jobtracker.ui.features.letters.check_panel import CheckPanel
from jobtracker.ui.features.letters.contract import Intents, Look
from jobtracker.ui.features.letters.draft import Draft, Drafts
from jobtracker.ui.features.letters.editor import LetterEditor
from jobtracker.ui.features.letters.field_panel import FieldPanel
from jobtracker.ui.features.letters.header import LetterHeader
from jobtracker.ui.features.letters.inserting import Inserting
from jobtracker.ui.features.letters.markdown_signs import make_list
from jobtracker.ui.features.letters.messages import Messages
from jobtracker.ui.features.letters.preview import Preview
from jobtracker.ui.features.letters.toolbar import Toolbar
from jobtracker.ui.features.letters.view_choice import Side, ViewChoice
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.labels import line

if TYPE_CHECKING:
    from jobtracker.services.letter_views import LetterView

SAVE_AFTER_MS = 600
SHOW_AFTER_MS = 50
PATIENCE = 3
"""A letter so long that showing it takes t waits for a pause of this many t."""


class Desk(QWidget):
    """Shows a letter and hands over what is typed: soon after each pause, and at once when
    the focus leaves, another letter is opened or the window closes.
    """

    def __init__(self, theme: Theme, intents: Intents) -> None:
        super().__init__()
        self._intents = intents
        self._look: Look | None = None
        self._today = date.min
        self._drafts = Drafts()
        self.header = LetterHeader(theme)
        self.banner = Banner(theme)
        self.check = CheckPanel(theme)
        self.toolbar = Toolbar(theme)
        self.editor = LetterEditor(theme, "Letter")
        self.panel = FieldPanel(theme)
        self.preview = Preview(theme)
        self.inserting = Inserting(theme, self, self.editor, self._field_names)
        self._save_timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._save_timer.timeout.connect(self.flush)
        self._show_timer = QTimer(self, singleShot=True, interval=SHOW_AFTER_MS)
        self._show_timer.timeout.connect(self._show)
        self._lay_out()
        self._listen()

    def attach(self, look: Look) -> None:
        self._look = look

    @property
    def draft(self) -> Draft | None:
        """The letter on the desk."""
        return self._drafts.current

    @property
    def settled(self) -> bool:
        """Whether all that was typed here is stored."""
        waiting = self._save_timer.isActive() or self._show_timer.isActive()
        return not waiting and (self.draft is None or self.draft.settled)

    def show_letter(self, view: "LetterView", today: date) -> None:
        """Show a letter as it was just read; what was typed meanwhile stays."""
        self._today = today
        other = self.draft is None or self.draft.id != view.id
        if other:
            self.flush()
            self._drafts.open(view)
            self.check.dismiss()
            self.banner.hide()
        self._read_editor(keep=other)
        if self.draft is not None and (self.draft.take(view) or other):
            self.editor.show_text(self.draft.text)
        self.header.show_letter(view, today)
        self._show(fresh=other)

    def forget(self, letter_id: int) -> None:
        """The letter is gone; nothing of it is to be saved any more."""
        if self._drafts.forget(letter_id):
            self._save_timer.stop()
            self._show_timer.stop()

    def flush(self) -> None:
        """Hand over what is not saved yet, now."""
        self._save_timer.stop()
        if self.draft is None:
            return
        self._read_editor()
        self._hand_over(self.draft)

    def saved(self, letter_id: int) -> None:
        self._drafts.saved(letter_id)
        if self.draft is not None and self.draft.id == letter_id:
            self.banner.hide()

    def not_saved(self, letter_id: int, error: JobtrackerError) -> None:
        """Keep what was typed, and say how to try again."""
        draft = self._drafts.refused(letter_id)
        if draft is None:
            return
        self.header.say_saved("Not saved")
        self.banner.say(
            "danger",
            f"The letter for {draft.view.company} is not saved.",
            f"{error} What you typed is still here.",
            "Try again",
            lambda: self._hand_over(draft),
        )

    def walk(self, step: int) -> None:
        """Go to the next missing value, or where none is missing to the next finding."""
        self._show()
        gaps = self.panel.missing
        if not gaps:
            self.check.step(step)
            return
        self.open_field(self._gap_after(self.panel.focused(), step))

    def open_field(self, name: FieldName) -> None:
        """Show where a field is used, and put the focus into its value."""
        self.editor.show_field(name)
        if not self.panel.focus_field(name):
            self.editor.setFocus()

    def _gap_after(self, focused: FieldName, step: int) -> FieldName:
        """The next missing field in the order of the text, round its end."""
        names = self._field_names()
        start = names.index(focused) if focused in names else min(0, -step)
        round_trip = (names[(start + step * k) % len(names)] for k in range(1, len(names) + 1))
        return next(name for name in round_trip if name in self.panel.missing)

    def _field_names(self) -> list[FieldName]:
        return [field.name for field in self.draft.shown.fields] if self.draft else []

    def _jump(self, finding: Finding) -> None:
        """Go to where a finding is: its field's input, or its words in the text."""
        if self.draft is None:
            return
        if finding.rule == "missing-field" and finding.field:
            self.open_field(finding.field)
            return
        filled = self.draft.shown.filled()
        self.editor.select_source(*filled.source_range(finding.start, finding.end))
        self.editor.setFocus()

    def _typed(self, change: tuple[FieldName, str]) -> None:
        if self.draft is not None:
            name, value = change
            same = value == self.draft.view.known.get(name, "")
            self.draft.set_value(name, "" if same else value)
            self._later()

    def _later(self, _none: None = None) -> None:
        if self.draft is not None:
            self._show_timer.start()
            self._save_timer.start()

    def _left(self, _none: None) -> None:
        self.flush()
        self.panel.rearrange()

    def _hand_over(self, draft: Draft) -> None:
        save = draft.hand_over()
        if save is not None:
            self._intents.saved.put(save)

    def _read_editor(self, *, keep: bool = False) -> None:
        """What stands in the editor goes before everything, unless it is another letter's."""
        if self.draft is not None and not keep:
            self.draft.text = self.editor.source()

    def _show(self, *, fresh: bool = False) -> None:
        """Show fields, marks and pages for what is typed now."""
        self._show_timer.stop()
        if self.draft is None or self._look is None:
            return
        clock = QElapsedTimer()
        clock.start()
        self._read_editor()
        shown = self.draft.shown
        try:
            filled = shown.filled(MissingStyle.MARK, escape=True)
        except InvalidInputError as error:
            self.banner.say("warn", "The letter is too long to be shown.", str(error))
            return
        self.panel.show_fields(shown.fields, filled.missing, fresh=fresh)
        missing = frozenset(filled.missing)
        empty = frozenset(field.name for field in shown.fields if field.missing)
        self.editor.set_missing(missing, empty - missing)
        self.toolbar.show_count(len(filled.text.split()))
        self.preview.show_letter(filled.text, self._look(shown), map(mark_of, filled.missing))
        self._show_timer.setInterval(SHOW_AFTER_MS + PATIENCE * int(clock.elapsed() // 20) * 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.fit(self.height())

    def _listen(self) -> None:
        editor, toolbar, panel = self.editor, self.toolbar, self.panel
        editor.edited.subscribe(self._later, owner=self)
        editor.left.subscribe(self._left, owner=self)
        editor.asked.subscribe(self.open_field, owner=self)
        panel.typed.subscribe(self._typed, owner=self)
        panel.left.subscribe(self._left, owner=self)
        self.check.jumped.subscribe(self._jump, owner=self)
        toolbar.insert.clicked.connect(lambda _checked: self.inserting.open())
        toolbar.bold.clicked.connect(lambda: editor.wrap("**"))
        toolbar.italic.clicked.connect(lambda: editor.wrap("*"))
        toolbar.items.clicked.connect(lambda: make_list(editor.textCursor()))

    def _lay_out(self) -> None:
        writing = QWidget()
        left = QVBoxLayout(writing)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        for widget in (self.toolbar, line(), self.editor, line(), self.panel):
            left.addWidget(widget, 1 if widget is self.editor else 0)
        between = line(vertical=True)
        pair = QHBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(writing, 1)
        pair.addWidget(between)
        pair.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(Messages(self.banner, self.check))
        column.addWidget(line())
        column.addLayout(pair, 1)
        self.views = ViewChoice(
            self.header.view_switch,
            Side(writing, self.editor),
            between,
            Side(self.preview, self.preview.area),
        )
