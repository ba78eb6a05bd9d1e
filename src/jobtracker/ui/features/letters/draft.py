"""The letter being written: what the window holds, what was handed over, what is stored."""

from typing import TYPE_CHECKING

from jobtracker.ui.features.letters.contract import Save

if TYPE_CHECKING:
    from jobtracker.services.letter_views import LetterView


class Draft:
    """Nothing typed is lost: what the store says is taken over only where the window holds
    nothing newer, and a save that was refused is handed over again.
    """

    def __init__(self, view: "LetterView") -> None:
        self.view = view
        self.text = view.text
        self.typed = dict(view.typed)
        self._handed: tuple[str, dict[str, str]] | None = (self.text, dict(self.typed))
        self._under_way = 0

    @property
    def id(self) -> int:
        return self.view.id

    @property
    def dirty(self) -> bool:
        """Whether the window holds something that was not handed over."""
        return self._handed != (self.text, self.typed)

    @property
    def settled(self) -> bool:
        """Whether all that was typed is stored."""
        return not self.dirty and not self._under_way

    @property
    def shown(self) -> "LetterView":
        """The letter as the window holds it now."""
        return self.view.edited(self.text, self.typed)

    def set_value(self, name: str, value: str) -> None:
        """Type a value for this letter; a blank one takes it back."""
        if value.strip():
            self.typed[name] = value
        else:
            self.typed.pop(name, None)

    def hand_over(self) -> Save | None:
        """What is to be saved now, or None; until `saved` or `refused` it is under way."""
        if not self.dirty:
            return None
        before = self._handed[1] if self._handed is not None else self.view.typed
        values = {
            name: self.typed.get(name, "")
            for name in (*self.typed, *before)
            if self.typed.get(name, "") != before.get(name, "")
        }
        self._handed = (self.text, dict(self.typed))
        self._under_way += 1
        return Save(self.id, self.text, values)

    def saved(self) -> None:
        self._under_way -= 1

    def refused(self) -> None:
        self._under_way -= 1
        self._handed = None

    def take(self, view: "LetterView") -> bool:
        """The letter as it was just read; True where the window must show another wording."""
        self.view = view
        if not self.settled or (view.text, dict(view.typed)) == (self.text, self.typed):
            return False
        self.text, self.typed = view.text, dict(view.typed)
        self._handed = (self.text, dict(self.typed))
        return True
