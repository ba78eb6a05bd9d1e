"""The desk a letter is written on: editor, fields and preview, always showing one letter."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.domain.errors import InvalidInputError, JobtrackerError
from jobtracker.domain.gate import Finding
from jobtracker.domain.letter_looks import LetterLook
from jobtracker.domain.letter_parts import FRAME, WRITTEN, ComposedLetter
from jobtracker.domain.letters import FieldName, MissingStyle
from jobtracker.ui.features.letters.contract import (
    BlockChoice,
    BlockUsed,
    Dress,
    Intents,
    Typeset,
)
from jobtracker.ui.features.letters.desk.check_panel import CheckPanel
from jobtracker.ui.features.letters.desk.draft import Draft, Drafts
from jobtracker.ui.features.letters.desk.field_panel import FieldPanel
from jobtracker.ui.features.letters.desk.header import LetterHeader
from jobtracker.ui.features.letters.desk.messages import Messages
from jobtracker.ui.features.letters.desk.parts_view import PartsView, Writing
from jobtracker.ui.features.letters.desk.preview import Preview
from jobtracker.ui.features.letters.desk.view_choice import Side, ViewChoice
from jobtracker.ui.features.letters.desk.walking import Places, Walking
from jobtracker.ui.features.letters.writing.autosave import Autosave
from jobtracker.ui.features.letters.writing.editor import LetterEditor
from jobtracker.ui.features.letters.writing.spell_walk import TypedValues
from jobtracker.ui.features.letters.writing.toolbar import Toolbar
from jobtracker.ui.features.letters.writing.tools import WritingTools
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.labels import line

if TYPE_CHECKING:
    from jobtracker.services.letter_views import LetterView

SHOW_AFTER_MS = 5
NAMES = (
    "your_name",
    "company",
    "company_city",
    "company_address",
    "contact",
    "hiring_manager",
    "previous_company",
    "referrer",
    "location",
)
"""Fields that hold names."""
PRODUCT = "company_product"
"""Holds a name, or says in common words what the company makes."""
PATIENCE = 3
"""A letter so long that showing it takes t waits for a pause of this many t."""


class Desk(QWidget):
    """Shows a letter and hands over what is typed: soon after each pause, and at once when
    the focus leaves, another letter is opened or the window closes.
    """

    def __init__(self, theme: Theme, intents: Intents) -> None:
        super().__init__()
        keep_not(self)
        self._theme = theme
        self._intents = intents
        self._typeset: Typeset | None = None
        self._today = date.min
        self._drafts = Drafts()
        self.header = LetterHeader(theme)
        self.notice = Banner(theme)
        self.banner = Banner(theme)
        self.check = CheckPanel(theme)
        self.toolbar = Toolbar(theme)
        self.editor = LetterEditor(theme, "Letter")
        self.panel = FieldPanel(theme)
        self.preview = Preview(theme)
        self._shown: LetterView | None = None
        self._blocks: Sequence[BlockChoice] = ()
        self._autosave = Autosave(self, self.flush)
        self._show_timer = QTimer(self, singleShot=True, interval=SHOW_AFTER_MS)
        self._show_timer.timeout.connect(self._show)
        self._lay_out()
        self._walking = Walking(
            lambda: self.draft,
            self._show,
            Places(self.editor, self.panel, self.parts, self.check, self.preview.area),
        )
        self.tools = WritingTools(
            theme,
            self,
            self.editor,
            self.toolbar,
            self._walking.names,
            lambda: self._blocks,
        )
        self.inserting = self.tools.inserting
        self.tools.values = TypedValues(
            self._walking.typed, self.panel.place, self.panel.select_word
        )
        self._listen()

    def attach(self, typeset: Typeset) -> None:
        self._typeset = typeset

    @property
    def draft(self) -> Draft | None:
        """The letter on the desk."""
        return self._drafts.current

    @property
    def settled(self) -> bool:
        """Whether all that was typed here is stored."""
        waiting = self._autosave.waiting or self._show_timer.isActive()
        return not waiting and (self.draft is None or self.draft.settled)

    def show_letter(self, view: "LetterView", today: date) -> None:
        """Show a letter as it was just read; what was typed meanwhile stays."""
        self._today = today
        other = self.draft is None or self.draft.id != view.id
        if other:
            self.flush()
            self._drafts.open(view)
            self.check.dismiss()
            self.notice.hide()
            self.banner.hide()
        self._read_editor(keep=other)
        if self.draft is not None and (self.draft.take(view) or other):
            self.editor.show_text(self.draft.text)
        self.header.show_letter(view, today)
        self.preview.bar.lock(on=view.sent_on is not None)
        self._show(fresh=other)

    def show_blocks(self, letter_id: int, blocks: Sequence[BlockChoice]) -> None:
        """What Ctrl+J offers besides fields for this letter, the best fitting first."""
        if self.draft is not None and self.draft.id == letter_id:
            self._blocks = blocks

    def forget(self, letter_id: int) -> None:
        """The letter is gone; nothing of it is to be saved any more."""
        if self._drafts.forget(letter_id):
            self._autosave.stop()
            self._show_timer.stop()

    def flush(self) -> None:
        """Hand over what is not saved yet, now."""
        self._autosave.stop()
        if self.draft is None:
            return
        self._read_editor()
        self._hand_over(self.draft)

    def saved(self, letter_id: int, stored_as: int | None = None) -> None:
        """What was handed over is stored: as this letter, or as the draft that the first change
        to a letter that was sent begins.
        """
        draft = self._drafts.saved(letter_id, stored_as or letter_id)
        if draft is None:
            return
        if draft is self.draft:
            self.banner.hide()
        if draft.id != letter_id:
            self._hand_over(draft)

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
        self._walking.walk(step)

    def open_field(self, name: FieldName) -> None:
        """Show where a field is used, and put the focus into its value."""
        self._walking.open_field(name)

    def _dress(self, look: LetterLook) -> None:
        if self.draft is not None:
            self.flush()
            self._intents.dressed.put(Dress(self.draft.id, look))

    def _note_block(self, block_id: int) -> None:
        if self.draft is not None:
            self._intents.block_used.put(BlockUsed(self.draft.id, block_id))

    def _jump(self, finding: Finding) -> None:
        """Go to where a finding is: its field's input, or its words in the text."""
        if self.draft is None:
            return
        if finding.rule == "missing-field" and finding.field:
            self.open_field(finding.field)
            return
        origin = self.draft.shown.composed().origin(finding.start, finding.end)
        if origin is not None and origin.part in FRAME:
            self.parts.open(*origin)
        elif origin is not None:
            self.parts.close_parts()
            self.editor.select_source(origin.start, origin.end)
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
            self._autosave.typed()

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
        if self.draft is None or self._typeset is None:
            return
        clock = QElapsedTimer()
        clock.start()
        self._read_editor()
        shown = self.draft.shown
        if not fresh and self._shown == _look_of(shown):
            return
        try:
            composed = shown.composed(MissingStyle.MARK)
        except InvalidInputError as error:
            self.banner.say("warn", "The letter is too long to be shown.", str(error))
            return
        self.tools.set_language(shown.language, _names_of(shown), shown.id)
        self.panel.show_fields(shown.fields, composed.missing, fresh=fresh)
        missing = frozenset(composed.missing)
        empty = frozenset(field.name for field in shown.fields if field.missing)
        self.editor.set_missing(missing, empty - missing)
        self.parts.show_letter(shown, missing, empty - missing)
        self.toolbar.show_count(_words_written(composed))
        self.preview.show_letter(self._typeset(shown), shown.look)
        self._shown = _look_of(shown)
        self._show_timer.setInterval(SHOW_AFTER_MS + PATIENCE * int(clock.elapsed() // 20) * 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.fit(self.height())

    def _listen(self) -> None:
        editor, panel = self.editor, self.panel
        editor.edited.subscribe(self._later, owner=self)
        self.inserting.used.subscribe(self._note_block, owner=self)
        editor.left.subscribe(self._left, owner=self)
        editor.asked.subscribe(self.open_field, owner=self)
        panel.typed.subscribe(self._typed, owner=self)
        panel.left.subscribe(self._left, owner=self)
        panel.entered.subscribe(self._walking.go_on, owner=self)
        panel.escaped.subscribe(self._walking.back_to_text, owner=self)
        self.check.jumped.subscribe(self._jump, owner=self)
        self.preview.bar.dressed.subscribe(self._dress, owner=self)
        writing = Writing(lambda: self.draft, self._later, lambda: self._left(None))
        self.parts.serve(writing, self._intents)

    def _lay_out(self) -> None:
        text = _in_a_column(self.editor, line(), self.panel)
        self.parts = PartsView(self._theme, self.toolbar, text, self.editor)
        writing = _in_a_column(self.parts, above=(self.toolbar, line()))
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
        messages = Messages(self.notice, self.banner, self.check)
        messages.abandoned.subscribe(lambda _none: self._walking.take_focus(), owner=self)
        column.addWidget(messages)
        column.addWidget(line())
        column.addLayout(pair, 1)
        self.views = ViewChoice(
            self.header.view_switch,
            Side(writing, self.editor),
            between,
            Side(self.preview, self.preview.area),
        )


def _in_a_column(grows: QWidget, *below: QWidget, above: Sequence[QWidget] = ()) -> QWidget:
    """Widgets without room between them, of which one takes what is left over."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in (*above, grows, *below):
        column.addWidget(widget, 1 if widget is grows else 0)
    return made


def _look_of(letter: "LetterView") -> "LetterView":
    """What decides how a letter is shown, which a mere save does not."""
    return letter._replace(version=0, updated_at="")


def _names_of(letter: "LetterView") -> Iterator[str]:
    """What a letter names that no dictionary need know."""
    yield letter.company
    yield letter.role
    for name in NAMES:
        yield letter.typed.get(name) or letter.known.get(name, "")
    product = letter.typed.get(PRODUCT) or letter.known.get(PRODUCT, "")
    yield " ".join(word for word in product.split() if not word.islower())


def _words_written(letter: ComposedLetter) -> int:
    """The words of what a person writes, without the frame around it."""
    written = (placed for placed in letter.parts if placed.part in WRITTEN)
    return sum(len(letter.text[placed.start : placed.end].split()) for placed in written)
