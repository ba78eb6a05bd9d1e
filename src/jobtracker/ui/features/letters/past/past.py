"""What a letter said before: the list of its versions, and two wordings side by side."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jobtracker.domain.errors import JobtrackerError
from jobtracker.ui.features.letters.contract import Compare, Intents, NameVersion, Restore
from jobtracker.ui.features.letters.desk.desk import Desk
from jobtracker.ui.features.letters.past.compare_view import Against, CompareView, Shown
from jobtracker.ui.features.letters.past.version_name import VersionNameSheet
from jobtracker.ui.features.letters.past.versions_sheet import VersionsSheet
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.domain.letter_versions import Wording
    from jobtracker.storage.letter_versions import Version

PREVIOUS, TEMPLATE, LAST = "previous", "template", "last-to-company"


class Past:
    """Hands over first what is not saved yet. `show` puts a widget in the place of the letter."""

    def __init__(
        self, theme: Theme, desk: Desk, intents: Intents, show: Callable[[QWidget], None]
    ) -> None:
        self._theme = theme
        self._desk = desk
        self._intents = intents
        self._show = show
        self._compared: int | None = None
        self.view = CompareView(theme)
        self.view.asked.subscribe(self.compare, owner=desk)
        self.view.closed.subscribe(lambda _none: self.back(), owner=desk)
        desk.header.version.clicked.connect(self.ask_versions)
        desk.header.compare.clicked.connect(lambda: self.compare(PREVIOUS))

    def ask_versions(self) -> None:
        """Open the list of versions, once it is read."""
        if self._desk.draft is not None:
            self._desk.flush()
            self._intents.history_wanted.put(self._desk.draft.id)

    def show_versions(
        self, versions: "Sequence[Version]", today: date, wordings: "Mapping[int, Wording]"
    ) -> VersionsSheet:
        """Open the list; `wordings` says by number what the versions said."""
        sheet = VersionsSheet(self._theme, self._desk, versions, today, wordings)
        sheet.restored.subscribe(self._restore, owner=self._desk)
        sheet.compared.subscribe(lambda number: self.compare(str(number)), owner=self._desk)
        sheet.open(sheet.rows)
        return sheet

    def keep(self) -> None:
        """Keep the present wording under a name."""
        draft = self._desk.draft
        if draft is None:
            return
        self._desk.flush()
        sheet = VersionNameSheet(self._theme, self._desk)
        sheet.named.subscribe(
            lambda name: self._intents.version_named.put(NameVersion(draft.id, name)),
            owner=self._desk,
        )
        sheet.open(sheet.name)

    def compare(self, against: str = PREVIOUS) -> None:
        """Ask for the letter beside another wording."""
        if self._desk.draft is not None:
            self._desk.flush()
            self._intents.compared.put(Compare(self._desk.draft.id, against))

    def show_comparison(self, shown: Shown) -> None:
        draft = self._desk.draft
        if draft is None or draft.id != shown.letter_id:
            return
        self.view.offer(
            (
                Against(PREVIOUS, "The version before"),
                Against(TEMPLATE, "The template"),
                Against(LAST, f"The last letter to {draft.view.company}"),
            )
        )
        self._compared = shown.letter_id
        self._show(self.view)
        self.view.show_comparison(shown)
        self.view.sides[1].setFocus()

    def nothing_to_compare(self, compare: Compare, error: JobtrackerError) -> None:
        """Say why there is nothing, where one looks: in the comparison or over the letter."""
        if self.view.isVisible():
            self.view.refuse(str(error))
        elif compare.against == PREVIOUS:
            self.compare(TEMPLATE)  # a letter without a past has a template to be seen beside
        else:
            self._desk.banner.say("info", str(error), dismissible=True)

    def widget(self) -> QWidget:
        """What is to be seen of the letter on the desk: itself, or what it is compared with."""
        draft = self._desk.draft
        compared = draft is not None and draft.id == self._compared
        return self.view if compared else self._desk

    def leave(self) -> None:
        """The letter itself is to be seen when it is shown next."""
        self._compared = None

    def back(self) -> None:
        """Show the letter again."""
        self.leave()
        self._show(self._desk)
        self._desk.editor.setFocus()

    def _restore(self, version: int) -> None:
        if self._desk.draft is not None:
            self._intents.restored.put(Restore(self._desk.draft.id, version))
