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


class Drafts:
    """The letters whose wording is not settled yet, and the `current` one on the desk."""

    def __init__(self) -> None:
        self.current: Draft | None = None
        self._known: dict[int, Draft] = {}

    def open(self, view: "LetterView") -> Draft:
        """Put a letter on the desk; what was typed in it and refused is still there."""
        before = self.current
        if before is not None and before.settled:
            self._known.pop(before.id, None)
        self.current = self._known.setdefault(view.id, Draft(view))
        return self.current

    def forget(self, letter_id: int) -> bool:
        """The letter is gone; True where it lay on the desk."""
        forgotten = self._known.pop(letter_id, None)
        gone = forgotten is not None and forgotten is self.current
        if gone:
            self.current = None
        return gone

    def saved(self, letter_id: int) -> None:
        draft = self._known.get(letter_id)
        if draft is not None:
            draft.saved()
            if draft.settled and draft is not self.current:
                del self._known[letter_id]

    def refused(self, letter_id: int) -> Draft | None:
        """The draft that could not be saved; None where the letter is gone."""
        draft = self._known.get(letter_id)
        if draft is not None:
            draft.refused()
        return draft
