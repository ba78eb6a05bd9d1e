"""What becomes of the letter on the desk once it is stored: itself, or a new draft of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from jobtracker.domain.gate import Finding
from jobtracker.ui.features.letters.awaited import Awaited
from jobtracker.ui.features.letters.contract import Intents
from jobtracker.ui.features.letters.desk.desk import Desk
from jobtracker.ui.features.letters.leaving.exporting import Exporting
from jobtracker.ui.features.letters.words import short_date

if TYPE_CHECKING:
    from datetime import date

    from jobtracker.services.letter_views import LetterView


class Following:
    """A letter that was sent stays as it was: the first change to it begins a new draft, in which
    one writes on without a break. `open_letter` shows another letter.
    """

    def __init__(
        self,
        desk: Desk,
        intents: Intents,
        awaited: Awaited,
        exporting: Exporting,
        open_letter: Callable[[int], None],
    ) -> None:
        self._desk = desk
        self._intents = intents
        self._awaited = awaited
        self._exporting = exporting
        self._open = open_letter
        self._changes: tuple[int, tuple[Finding, ...]] = (0, ())

    def saved(self, letter_id: int, stored: int, today: "date") -> None:
        """What was typed is stored, perhaps as a new draft."""
        draft = self._desk.draft
        sent_on = draft.view.sent_on if draft is not None and draft.id == letter_id else None
        self._desk.saved(letter_id, stored)
        if stored == letter_id or self._awaited.wanted != letter_id:
            return
        self._awaited.go_on_in(stored)
        day = f" on {short_date(sent_on, today)}" if sent_on is not None else ""
        self._desk.notice.say(
            "info",
            f"The letter that was sent{day} stays as it was.",
            "What you type now goes into a new draft.",
            "Undo",
            lambda: self._take_back(letter_id, stored),
            dismissible=True,
        )

    def follow(self, letter_id: int, stored: int) -> None:
        """A letter was changed otherwise than by typing: show where the change is."""
        if stored != letter_id and self._awaited.wanted == letter_id:
            self._open(stored)

    def expect_changes(self, letter_id: int, findings: tuple[Finding, ...]) -> None:
        """Once this letter is shown, list what has to change in it."""
        self._changes = letter_id, findings

    def shown(self, view: "LetterView") -> None:
        """A letter is on the desk as it was just read."""
        expected, findings = self._changes
        if expected == view.id:
            self._changes = (0, ())
            self._desk.check.show_changes(findings, view.company)
        else:
            self._exporting.recheck()

    def _take_back(self, letter_id: int, stored: int) -> None:
        self._desk.notice.hide()
        self._open(letter_id)
        self._intents.discarded.put(stored)
