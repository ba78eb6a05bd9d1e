"""The detail of one application, beside the list or over the whole page: ready to act."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobtracker.ui.features.applications.contract import Edit, Intents, Said, Shown
from jobtracker.ui.features.applications.detail.contract import (
    CONTACTS,
    FILES,
    INTERVIEWS,
    DetailIntents,
)
from jobtracker.ui.features.applications.detail.fact_row import Unsaved
from jobtracker.ui.features.applications.detail.more_menu import MoreMenu, summary_of
from jobtracker.ui.features.applications.detail.overview import Overview
from jobtracker.ui.features.applications.detail.pane_bar import PaneBar
from jobtracker.ui.features.applications.detail.pane_head import PaneHead
from jobtracker.ui.features.applications.detail.pane_parts import LETTERS, POSTING, PaneParts
from jobtracker.ui.features.applications.detail.pane_sheets import PaneSheets
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.turns import in_turns
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.file_drop import FileDrop
from jobtracker.ui.widgets.hints import Readers
from jobtracker.ui.widgets.outside import open_link

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationFields
    from jobtracker.ui.widgets.fields import CommitLineEdit
    from jobtracker.ui.widgets.long_text import LongField


class DetailPane(QWidget):
    """`stepped` asks for the previous (-1) or next (1) application, `closed` to go away,
    `full_wanted` for the whole page (True) or to go back beside the list.
    """

    def __init__(self, theme: Theme, intents: Intents, readers: Readers) -> None:
        super().__init__()
        self.stepped: Channel[int] = Channel()
        self.closed: Channel[None] = Channel()
        self.full_wanted: Channel[bool] = Channel()
        self.intents = DetailIntents()
        self._theme = theme
        self._page_intents = intents
        self._readers = readers
        self._shown: Shown | None = None
        self._refused: dict[tuple[int, str], str] = {}
        self._full = self._alone = False
        self.setAccessibleName("Application")
        self.bar = PaneBar(theme)
        self.close_button = self.bar.close_button
        self.head = PaneHead(theme, intents, readers)
        self._parts: PaneParts | None = None
        self._building: Iterator[None] | None = None
        self._today = date.min
        self.sheets = PaneSheets(theme, self, readers, self.intents)
        self.more_menu = MoreMenu(theme, self, intents)
        self._drop = FileDrop(self)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.head)
        column.addStretch(0)
        self._listen()

    @property
    def parts(self) -> PaneParts:
        """What is behind the tabs. It is built in turns once the head has been seen; whoever asks
        for it earlier gets it whole at once.
        """
        for _ in self._building or self._build():
            pass
        assert self._parts is not None
        return self._parts

    @property
    def shown_id(self) -> int:
        """The application shown, 0 before the first."""
        return self._shown.view.record.id if self._shown is not None else 0

    def show_application(self, shown: Shown, today: date) -> None:
        """Show an application; the same one again leaves what is being typed alone."""
        anew = shown.view.record.id != self.shown_id
        if anew:
            self.commit_all()
        self._shown, self._today = shown, today
        self.head.show_application(shown.view, today)
        if self._parts is None and self._building is None:
            self._building = self._build()
            in_turns(self, self._building)
        elif self._building is None:
            self._show_parts(anew=anew)

    def keep_typed(self, application_id: int, field: str, text: str, reason: str = "") -> None:
        """Keep a text that could not be stored until its application is shown again."""
        if not self.parts.overview.facts.keep(application_id, field, Unsaved(text, reason)):
            self._refused[application_id, field] = text

    def show_position(self, place: int, count: int) -> None:
        """Which of how many this is, counted from 1; 0 where the list does not hold it."""
        self.bar.show_position(place, count)

    def show_error(self, field: str, message: str) -> bool:
        """Put an error under the field it is about; False where this pane has none."""
        if field == "role" and not self.head.title.text().strip():
            self.head.restore_title()
            return False
        if field == "next_action_on":
            self.head.next_action.show_error(message)
            return True
        return self.parts.overview.facts.show_error(field, message)

    def take_focus(self) -> None:
        """Put the keyboard on the first thing one can do here."""
        self.head.stage.setFocus(Qt.FocusReason.TabFocusReason)

    def edit_title(self) -> None:
        focus_all(self.head.title)

    def log_activity(self) -> None:
        if self._shown is not None:
            record = self._shown.view.record
            self.sheets.log(record.id, record.company)

    def copy_summary(self) -> None:
        if self._shown is not None:
            QGuiApplication.clipboard().setText(summary_of(self._shown.view))
            self.intents.said.put("Summary copied")

    def commit_all(self) -> None:
        """Store what is being typed."""
        if self._shown is not None:
            self.head.title.commit()
            self.head.next_action.commit_all()
            if self._parts is not None:
                self._parts.commit_all()

    def set_alone(self, alone: bool) -> None:
        """Whether the pane takes the list's place; closing it then goes back."""
        self._alone = alone
        self.bar.show_way_out(alone=self._alone, full=self._full)

    def set_full(self, full: bool) -> None:
        """Whether this is the full page: tabs as a column, the activity beside the overview."""
        if full != self._full:
            self._full = full
            self.head.set_full(full)
            if self._parts is not None:
                self._parts.set_full(full)
        self.bar.show_way_out(alone=self._alone, full=self._full)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """F6 comes here; a focus proxy instead would keep Tab from what stands above the stage."""
        super().focusInEvent(event)
        self.head.stage.setFocus(event.reason())

    def event(self, event: QEvent) -> bool:
        """On the full page Alt+Left goes back to the list, before the window goes anywhere.

        It is heard here and not as a key, which a button would take for a step to the left.
        """
        if event.type() == QEvent.Type.ShortcutOverride and _is_back(event) and self._full:
            event.accept()
            QTimer.singleShot(0, self, lambda: self.full_wanted.put(False))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _build(self) -> Iterator[None]:
        """Make the parts and fill them with the application shown by then, step by step."""
        if self._parts is not None:
            return
        overview = Overview(self._theme, self._readers, self.intents)
        overview.setParent(self)
        yield
        parts = PaneParts(self._theme, self._readers, self.intents, overview)
        parts.setParent(self)
        yield
        self._parts = parts
        self._listen_to(parts)
        self._column.addWidget(parts, 1)
        yield
        if self._shown is not None:
            yield from parts.overview.prepare(self._shown.view, self._today)
        self._building = None
        parts.set_full(self._full)
        if self._shown is not None:
            self._show_parts(anew=True)

    def _show_parts(self, *, anew: bool) -> None:
        """Fill the parts, and show again what could not be stored of this application."""
        assert self._shown is not None
        self.parts.show_application(self._shown, self._today, anew=anew)
        overview = self.parts.overview
        editors: dict[str, CommitLineEdit | LongField] = {
            "role": self.head.title,
            "next_action": self.head.next_action.action,
            "next_action_on": self.head.next_action.day,
            "notes": overview.notes,
            "note": overview.activity.note,
        }
        if (self.shown_id, POSTING) in self._refused:
            editors[POSTING] = self.parts.posting.editor
        for field, editor in editors.items():
            text = self._refused.pop((self.shown_id, field), None)
            if text is not None:
                editor.put_back(text)

    def _take_files(self, paths: list[Path]) -> None:
        """Files dropped anywhere on the pane are kept with the application."""
        if self._shown is not None:
            self.parts.open(FILES)
            self.parts.files.add_paths(paths)

    def _leave(self) -> None:
        """Back from the full page to the list, or from the pane."""
        if self._full:
            self.full_wanted.put(False)
        else:
            self.closed.put(None)

    def _edit(self, field: str, fields: "ApplicationFields") -> None:
        self._page_intents.edited.put(Edit(self.shown_id, field, fields))

    def _built(self, part: str) -> None:
        """Listen to a part that was just made."""
        parts = self.parts
        if part == POSTING:
            parts.posting.committed.subscribe(
                lambda text: self._edit(POSTING, {"posting": text}), owner=self
            )
        elif part == LETTERS:
            parts.letters.chosen.subscribe(self._page_intents.letter_chosen.put, owner=self)
        elif part == CONTACTS:
            parts.contacts.copied.subscribe(self.intents.said.put, owner=self)

    def _listen(self) -> None:
        page, own, head = self._page_intents, self.intents, self.head
        self.bar.previous.clicked.connect(lambda: self.stepped.put(-1))
        self.bar.next.clicked.connect(lambda: self.stepped.put(1))
        self.bar.close_button.clicked.connect(self._leave)
        self.bar.full.clicked.connect(lambda: self.full_wanted.put(True))
        self.bar.more.clicked.connect(lambda: self.more_menu.open_for(self.bar.more, self._shown))
        self.more_menu.copy_wanted.subscribe(lambda _none: self.copy_summary(), owner=self)
        self._drop.dropped.subscribe(self._take_files, owner=self)
        head.company.clicked.connect(
            lambda: own.company_wanted.put(self._shown.view.company.id if self._shown else 0)
        )
        head.letter.clicked.connect(lambda: page.letter_wanted.put(self.shown_id))
        head.log.clicked.connect(self.log_activity)
        head.title.committed.subscribe(lambda text: self._edit("role", {"role": text}), owner=self)
        action = head.next_action
        action.action_typed.subscribe(
            lambda text: self._edit("next_action", {"next_action": text}), owner=self
        )
        action.day_typed.subscribe(
            lambda text: self._edit(
                "next_action_on", {"next_action_on": self._readers.day(text, False)}
            ),
            owner=self,
        )
        action.done.clicked.connect(lambda: own.next_done.put(self.shown_id))
        own.offer_wanted.subscribe(page.offer_wanted.put, owner=self)

    def _listen_to(self, parts: PaneParts) -> None:
        page, own, overview = self._page_intents, self.intents, parts.overview
        overview.edited.subscribe(lambda change: self._edit(*change), owner=self)
        overview.noted.subscribe(lambda text: page.noted.put(Said(self.shown_id, text)), owner=self)
        overview.opened.subscribe(lambda url: open_link(self._theme, self, url), owner=self)
        overview.salary.benchmarks_wanted.subscribe(self.intents.benchmarks_wanted.put, owner=self)
        overview.letter_chosen.subscribe(page.letter_chosen.put, owner=self)
        overview.own_field.subscribe(
            lambda name: self.sheets.make_field(self.shown_id, name), owner=self
        )
        overview.activity.timeline.corrected.subscribe(own.corrected.put, owner=self)
        overview.activity.timeline.interview_wanted.subscribe(
            lambda _none: parts.open(INTERVIEWS), owner=self
        )
        parts.built.subscribe(self._built, owner=self)


def focus_all(editor: "CommitLineEdit") -> None:
    """Put the keyboard into a field with all of its text selected."""
    editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
    editor.selectAll()


def _is_back(event: QEvent) -> bool:
    back = QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Left)
    return isinstance(event, QKeyEvent) and event.keyCombination() == back
