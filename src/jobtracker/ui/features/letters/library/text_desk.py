"""The desk for a text that letters are made of: a template, or a block."""

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.domain.errors import JobtrackerError
from jobtracker.domain.letters import KNOWN_FIELDS, FieldName, fields_in
from jobtracker.ui.features.letters.contract import BlockChoice
from jobtracker.ui.features.letters.desk.messages import Messages
from jobtracker.ui.features.letters.writing.autosave import Autosave
from jobtracker.ui.features.letters.writing.editor import LetterEditor
from jobtracker.ui.features.letters.writing.toolbar import Toolbar
from jobtracker.ui.features.letters.writing.tools import WritingTools
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.buttons import IconButton
from jobtracker.ui.widgets.fields import CommitLineEdit
from jobtracker.ui.widgets.labels import ElidedLabel, line
from jobtracker.ui.widgets.menus import Menu

LINE_LENGTH = 720
"""The widest a line of text grows, in px at 100 %."""


class _Kept(Protocol):
    """What a desk needs of the value it shows."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def text(self) -> str: ...


T = TypeVar("T", bound=_Kept)


class LibraryDesk(QWidget, Generic[T]):
    """Shows one value and hands over what is typed soon after each pause, and at once when the
    focus leaves or another one is shown.

    A subclass fills `facts` with inputs of its own, says in `_typed` what the window holds, in
    `_load` how another value is shown, and hands over through `save`. `blocks` are offered to
    be put in.
    """

    def __init__(self, theme: Theme, noun: str, save: Callable[[T], None]) -> None:
        super().__init__()
        keep_not(self)
        self._theme = theme
        self._noun = noun
        self._save = save
        self._shown: T | None = None
        self._handed: T | None = None
        self._loading = False
        self._under_way = 0
        self.blocks: Sequence[BlockChoice] = ()
        self.name = CommitLineEdit(f"Name of the {noun}", quiet=True)
        self.name.setProperty("strong", True)
        self.note = ElidedLabel("", "small")
        self.banner = Banner(theme)
        self.facts = QHBoxLayout()
        self.toolbar = Toolbar(theme)
        self.editor = LetterEditor(theme, f"Text of the {noun}")
        self.toolbar.parts.hide()
        self.tools = WritingTools(
            theme, self, self.editor, self.toolbar, self._own_fields, self._offered
        )
        self.more = IconButton(theme.icon("ellipsis"), "More")
        self.menu = Menu(self)
        self.buttons = QHBoxLayout()
        self._autosave = Autosave(self, self.flush)
        self._lay_out()
        self._listen()

    @property
    def shown_id(self) -> int | None:
        return self._shown.id if self._shown is not None else None

    @property
    def settled(self) -> bool:
        """Whether all that was typed here is stored."""
        return not (self._autosave.waiting or self._dirty or self._under_way)

    def show_value(self, value: T) -> None:
        """Show a value as it was just read; what was typed meanwhile stays."""
        other = value.id != self.shown_id
        if other:
            self.flush()
            self.banner.hide()
        elif self._dirty or self._under_way or value == self._shown:
            self._shown = value
            return
        self._shown = value
        self._loading = True
        self.name.set_value(value.name)
        if other or self.editor.source() != value.text:
            self.editor.show_text(value.text)
        self._load(value)
        self._loading = False
        self._handed = self._held()

    def forget(self) -> None:
        """What is shown is gone; nothing of it is to be saved any more."""
        self._autosave.stop()
        self._shown = self._handed = None

    def flush(self) -> None:
        """Hand over what is not saved yet, now."""
        self._autosave.stop()
        held = self._held()
        if held is not None and held != self._handed:
            self._handed = held
            self._under_way += 1
            self._save(held)

    def not_saved(self, error: JobtrackerError) -> None:
        """Keep what was typed, and say how to try again."""
        self._under_way -= 1
        self._handed = None
        self.banner.say(
            "danger",
            f"The {self._noun} is not saved.",
            f"{error} What you typed is still here.",
            "Try again",
            self.flush,
        )

    def saved(self) -> None:
        self._under_way -= 1
        self.banner.hide()

    def add_action(self, words: str, icon: str, run: Callable[[], object]) -> QAction:
        """Add a line to the menu at the right end."""
        action = self.menu.addAction(self._theme.icon(icon), words)
        action.triggered.connect(run)
        return action

    def begin(self) -> None:
        """Let a new one be named."""
        self.name.setFocus()
        self.name.selectAll()

    def set_read_only(self, read_only: bool) -> None:
        self.name.setReadOnly(read_only)
        self.editor.setReadOnly(read_only)
        self.toolbar.setVisible(not read_only)

    def _typed(self, shown: T) -> T:
        """The value as the window holds it, made from the one that is shown."""
        raise NotImplementedError

    def _load(self, value: T) -> None:
        raise NotImplementedError

    @property
    def _dirty(self) -> bool:
        return self._shown is not None and self._held() != self._handed

    def _held(self) -> T | None:
        """Without a name or a text there is nothing to store: the last of each stays."""
        return self._typed(self._shown) if self._shown is not None else None

    def _later(self, _change: object = None) -> None:
        if self._shown is not None and not self._loading and not self.editor.isReadOnly():
            self._autosave.typed()

    def _offered(self) -> Sequence[BlockChoice]:
        return self.blocks

    def _own_fields(self) -> list[FieldName]:
        return [name for name in fields_in(self.editor.source()) if name not in KNOWN_FIELDS]

    def _listen(self) -> None:
        editor = self.editor
        editor.edited.subscribe(self._later, owner=self)
        editor.edited.subscribe(lambda _none: self._count(), owner=self)
        editor.left.subscribe(lambda _none: self.flush(), owner=self)
        self.name.textEdited.connect(self._later)
        self.name.committed.subscribe(lambda _name: self.flush(), owner=self)
        self.more.clicked.connect(lambda: self.menu.open_below(self.more))

    def _count(self) -> None:
        self.toolbar.show_count(len(self.editor.source().split()))

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addStretch(1)
        titles.addWidget(self.name)
        note = QHBoxLayout()
        note.setContentsMargins(Space.MEDIUM, 0, 0, 0)
        note.addWidget(self.note)
        titles.addLayout(note)
        titles.addStretch(1)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(Space.SMALL, 0, Space.PANE, 0)
        row.setSpacing(Space.SMALL)
        row.addLayout(titles, 1)
        row.addLayout(self.buttons)
        row.addWidget(self.more)
        self.buttons.setSpacing(Space.SMALL)
        self._theme.fit(head.setFixedHeight, Size.PAGE_HEADER)
        self.facts.setContentsMargins(Space.PANE, Space.MEDIUM, Space.PANE, Space.MEDIUM)
        self.facts.setSpacing(Space.MEDIUM)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(Messages(self.banner))
        column.addWidget(line())
        self.below_head = QVBoxLayout()
        self.below_head.setSpacing(0)
        self.below_head.addLayout(self.facts)
        for widget in (line(), self.toolbar, line()):
            self.below_head.addWidget(widget)
        written = QHBoxLayout()
        written.addWidget(self.editor, 1)
        written.addStretch(0)
        self._theme.fit(self.editor.setMaximumWidth, LINE_LENGTH)
        self.below_head.addLayout(written, 1)
        self.pair = QHBoxLayout()
        self.pair.setSpacing(0)
        self.pair.addLayout(self.below_head, 1)
        column.addLayout(self.pair, 1)
