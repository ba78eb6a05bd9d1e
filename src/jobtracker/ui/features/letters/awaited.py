"""Where the keyboard is while a letter is still to come: never in the one that lies open."""

from PySide6.QtCore import Qt

from jobtracker.ui.features.letters.library.list_pane import ListPane


class Awaited:
    """`wanted` is the letter that is to lie open; `arriving` while it is waited for, `starting`
    while one is still to be made.
    """

    def __init__(self, pane: ListPane) -> None:
        self._pane = pane
        self.wanted: int | None = None
        self.arriving = False
        self.starting = False

    def begin(self, *, starting: bool = False) -> None:
        """Hold the keyboard out of what lies open until the letter that is wanted does."""
        self.starting = starting or self.starting
        self.arriving = True
        self._pane.letters.holds_words = True
        self._pane.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on_in(self, letter_id: int) -> None:
        """The letter that lies open is another one from now on; the list has it only later."""
        self.wanted = letter_id
        self._pane.letters.select(letter_id)

    def settle(self) -> None:
        """Nothing is waited for any more."""
        self.arriving = self.starting = self._pane.letters.holds_words = False
