"""The parts of an application behind its tabs, each built when it is first opened."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from jobtracker.ui.features.applications.contract import Shown
from jobtracker.ui.features.applications.detail.contract import (
    CONTACTS,
    FILES,
    INTERVIEWS,
    CardEdit,
    DetailIntents,
)
from jobtracker.ui.features.applications.detail.fact_row import Unsaved
from jobtracker.ui.features.applications.detail.overview import Overview
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.hints import Readers
from jobtracker.ui.widgets.scroll import ScrollPane
from jobtracker.ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobtracker.domain.applications import ApplicationView
    from jobtracker.domain.contacts import Contact
    from jobtracker.ui.features.applications.detail.cards import CardsTab
    from jobtracker.ui.features.applications.detail.contacts_tab import ContactsTab
    from jobtracker.ui.features.applications.detail.files_tab import FilesTab
    from jobtracker.ui.features.applications.detail.full_page import PartColumn
    from jobtracker.ui.features.applications.detail.interviews_tab import InterviewsTab
    from jobtracker.ui.features.applications.detail.letters_tab import LettersTab
    from jobtracker.ui.features.applications.detail.posting_tab import PostingTab

OVERVIEW, POSTING, LETTERS = "overview", "posting", "letters"
PARTS = (
    (OVERVIEW, "Overview"),
    (POSTING, "Posting"),
    (LETTERS, "Letters"),
    (CONTACTS, "Contacts"),
    (INTERVIEWS, "Interviews"),
    (FILES, "Files"),
)
NAMES = dict(PARTS)
TITLE = "Parts of the application"
ROOM = 720
"""px at 100 % that overview and activity need side by side, with the column of parts."""


class PaneParts(QWidget):
    """Only the part that is open is filled; the others are when they are opened.

    `built` tells a part that was just made, for those who listen to what it tells.
    """

    def __init__(
        self, theme: Theme, readers: Readers, intents: DetailIntents, overview: Overview
    ) -> None:
        super().__init__()
        self.built: Channel[str] = Channel()
        self._theme = theme
        self._readers = readers
        self._intents = intents
        self._shown: Shown | None = None
        self._today = date.min
        self.column: PartColumn | None = None
        self._side: ScrollPane | None = None
        self._full = False
        self._beside = True
        self.tabs = Tabs(TITLE, PARTS)
        self.tabs.setProperty("k", "narrow")
        self.overview = overview
        self._made: dict[str, QWidget] = {OVERVIEW: self.overview}
        self._filled = {OVERVIEW}
        self._stack = QStackedWidget()
        self._stack.addWidget(self.overview)
        self._grid = QGridLayout(self)
        self._lay_out()
        self.tabs.chosen.subscribe(self.open, owner=self)

    @property
    def current(self) -> str:
        """The key of the part that is open."""
        return next(key for key, part in self._made.items() if part is self._stack.currentWidget())

    @property
    def posting(self) -> "PostingTab":
        return self._part(POSTING)  # type: ignore[return-value]  # by its key

    @property
    def letters(self) -> "LettersTab":
        return self._part(LETTERS)  # type: ignore[return-value]  # by its key

    @property
    def contacts(self) -> "ContactsTab":
        return self._part(CONTACTS)  # type: ignore[return-value]  # by its key

    @property
    def interviews(self) -> "InterviewsTab":
        return self._part(INTERVIEWS)  # type: ignore[return-value]  # by its key

    @property
    def files(self) -> "FilesTab":
        return self._part(FILES)  # type: ignore[return-value]  # by its key

    def cards(self, part: str) -> "CardsTab":
        """The tab of contacts, interviews or files."""
        return self._part(part)  # type: ignore[return-value]  # by its key

    def is_made(self, part: str) -> bool:
        return part in self._made

    def show_application(self, shown: Shown, today: date, *, anew: bool) -> None:
        """Fill the part that is open, and say on the tabs how much there is behind each."""
        self._shown, self._today = shown, today
        self._filled = {OVERVIEW} if self.current == OVERVIEW or anew else set()
        if OVERVIEW in self._filled:
            self.overview.show_application(shown, today, anew=anew)
        if self.current != OVERVIEW:
            self._fill(self.current)
        for part, words in _tab_words(shown.view).items():
            self.tabs.set_words(part, words)
            if self.column is not None:
                self.column.set_words(part, words)

    def show_contacts(self, contacts: "Sequence[Contact]") -> None:
        """All the contacts there are, for what is offered while one types."""
        self.contacts.offer(contacts)

    def show_card_error(self, edit: CardEdit, named: str, message: str) -> bool:
        """Say in its card why something was not stored, under the field `named` or the one that
        was typed in; False where it is a new one, or its card is not shown by now.
        """
        cards = self.cards(edit.part)
        typed = str(edit.fields.get(edit.field, ""))
        if not edit.key:
            return cards.refuse_new(message)
        if cards.card(edit.key) is None:
            cards.keep(edit.key, edit.field, Unsaved(typed, message))
            return False
        shown = bool(named) and cards.show_error(edit.key, named, message)
        return shown or cards.show_error(edit.key, edit.field, message)

    def open(self, part: str) -> None:
        """Bring a part forward, filled with what is shown now."""
        self._part(part)
        self._fill(part)
        if part == CONTACTS:
            self._intents.contacts_wanted.put(None)
        self._stack.setCurrentWidget(self._made[part])
        self.tabs.set_value(part)
        if self.column is not None:
            self.column.set_value(part)
        self._show_side()

    def set_full(self, full: bool) -> None:
        """Tabs as a column and the activity beside the overview, or tabs above it all."""
        self._full = full
        if full and self._side is None:
            self._make_room()
        if self.column is None or self._side is None:
            return
        self.tabs.setVisible(not full)
        self.column.setVisible(full)
        self._place_activity()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._side is not None and self._beside != (self.width() >= self._theme.px(ROOM)):
            self._place_activity()

    def _place_activity(self) -> None:
        """Beside the overview on a full page with the room for both, else below it."""
        assert self._side is not None
        self._beside = self.width() >= self._theme.px(ROOM)
        roomy, activity = self._full and self._beside, self.overview.activity
        if roomy:
            self._side.column.insertWidget(1, activity)
        else:
            self.overview.take_activity()
        activity.set_roomy(roomy)
        self._show_side()

    def commit_all(self) -> None:
        """Store what is being typed."""
        self.overview.commit_all()
        if self.is_made(POSTING):
            self.posting.editor.commit()
        for part in (CONTACTS, INTERVIEWS, FILES):
            if self.is_made(part):
                self.cards(part).commit_all()

    def _show_side(self) -> None:
        """The activity's column is there for the overview only."""
        if self._side is not None:
            beside = self._full and self._beside and self.current == OVERVIEW
            self._side.setVisible(beside)
            self._grid.setColumnStretch(2, 2 if beside else 0)

    def _part(self, part: str) -> QWidget:
        if part not in self._made:
            made = self._made[part] = self._makers()[part]()
            self._stack.addWidget(made)
            self.built.put(part)
            self._fill(part)
        return self._made[part]

    def _makers(self) -> Mapping[str, Callable[[], QWidget]]:
        from jobtracker.ui.features.applications.detail.contacts_tab import ContactsTab
        from jobtracker.ui.features.applications.detail.files_tab import FilesTab
        from jobtracker.ui.features.applications.detail.interviews_tab import InterviewsTab
        from jobtracker.ui.features.applications.detail.letters_tab import LettersTab
        from jobtracker.ui.features.applications.detail.posting_tab import PostingTab

        theme, readers, intents = self._theme, self._readers, self._intents
        return {
            POSTING: lambda: PostingTab(theme, intents),
            LETTERS: LettersTab,
            CONTACTS: lambda: ContactsTab(theme, readers, intents),
            INTERVIEWS: lambda: InterviewsTab(theme, readers, intents),
            FILES: lambda: FilesTab(theme, readers, intents),
        }

    def _fill(self, part: str) -> None:
        if self._shown is None or part in self._filled:
            return
        self._filled.add(part)
        view, today = self._shown.view, self._today
        key = view.record.id
        match part:
            case "overview":
                self.overview.show_application(self._shown, today, anew=False)
            case "posting":
                self.posting.show_posting(view.record)
            case "letters":
                self.letters.show_letters(view.letters)
            case "contacts":
                self.contacts.show_contacts(key, view.contacts)
            case "interviews":
                self.interviews.show_interviews(key, view.interviews, today)
            case "files":
                self.files.show_files(key, view.documents, today)

    def _make_room(self) -> None:
        from jobtracker.ui.features.applications.detail.full_page import PartColumn

        column = self.column = PartColumn(self._theme, TITLE, PARTS)
        column.chosen.subscribe(self.open, owner=self)
        column.set_value(self.current)
        if self._shown is not None:
            for part, words in _tab_words(self._shown.view).items():
                column.set_words(part, words)
        side = self._side = ScrollPane()
        side.column.addSpacing(Space.SMALL)
        side.column.addStretch(1)
        self._grid.addWidget(column, 1, 0)
        self._grid.addWidget(side, 1, 2)
        column.follow(self.tabs)

    def _lay_out(self) -> None:
        grid = self._grid
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        tabs = QWidget()
        inside = QGridLayout(tabs)
        inside.setContentsMargins(Space.PANE, Space.SMALL, Space.SMALL, 0)
        inside.addWidget(self.tabs)
        grid.addWidget(tabs, 0, 0, 1, 3)
        grid.addWidget(self._stack, 1, 1)
        grid.setColumnStretch(1, 3)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)


def _tab_words(view: "ApplicationView") -> dict[str, str]:
    """What the tabs say: "Letters 2", without a number where there is nothing."""
    counts = {
        LETTERS: len(view.letters),
        CONTACTS: len(view.contacts),
        INTERVIEWS: len(view.interviews),
        FILES: len(view.documents),
    }
    return {part: f"{NAMES[part]} {n}" if n else NAMES[part] for part, n in counts.items()}
