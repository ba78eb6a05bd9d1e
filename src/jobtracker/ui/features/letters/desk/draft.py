"""The letter being written: what the window holds, what was handed over, what is stored."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from jobtracker.domain.letter_parts import Part
from jobtracker.ui.features.letters.contract import Save

if TYPE_CHECKING:
    from jobtracker.services.letter_views import LetterView


class Wording(NamedTuple):
    """All that is typed for a letter: its text, values of fields, texts of the frame."""

    text: str
    typed: Mapping[str, str]
    frame: Mapping[Part, str]


class Draft:
    """Nothing typed is lost: what the store says is taken over only where the window holds
    nothing newer, and a save that was refused is handed over again.
    """

    def __init__(self, view: "LetterView") -> None:
        self.view = view
        self.text = view.text
        self.typed = dict(view.typed)
        self.frame = dict(view.typed_frame)
        self._handed: Wording | None = self._wording()
        self._under_way = 0

    @property
    def id(self) -> int:
        return self.view.id

    @property
    def dirty(self) -> bool:
        """Whether the window holds something that was not handed over."""
        return self._handed != self._wording()

    @property
    def settled(self) -> bool:
        """Whether all that was typed is stored."""
        return not self.dirty and not self._under_way

    @property
    def shown(self) -> "LetterView":
        """The letter as the window holds it now."""
        return self.view.edited(self.text, self.typed, self.frame)

    def set_value(self, name: str, value: str) -> None:
        """Type a value for this letter; a blank one takes it back."""
        _put(self.typed, name, value)

    def set_frame(self, part: Part, text: str) -> None:
        """Type a text of the frame; a blank one takes it back."""
        _put(self.frame, part, text)

    def hand_over(self) -> Save | None:
        """What is to be saved now, or None; until `saved` or `refused` it is under way.

        The first change to a letter that was sent makes a draft of its own, and the next ones
        wait for that.
        """
        if not self.dirty or (self.view.sent_on is not None and self._under_way):
            return None
        stored = Wording("", self.view.typed, self.view.typed_frame)
        before, now = self._handed or stored, self._wording()
        self._handed = now
        self._under_way += 1
        return Save(
            self.id, now.text, _changed(before.typed, now.typed), _changed(before.frame, now.frame)
        )

    def saved(self, letter_id: int) -> None:
        """It is stored, as this letter: not as the one that was sent before."""
        self._under_way -= 1
        if letter_id != self.id:
            self.view = self.view._replace(id=letter_id, sent_on=None)

    def refused(self) -> None:
        self._under_way -= 1
        self._handed = None

    def take(self, view: "LetterView") -> bool:
        """The letter as it was just read; True where the window must show another wording."""
        self.view = view
        stored = Wording(view.text, dict(view.typed), dict(view.typed_frame))
        if not self.settled or stored == self._wording():
            return False
        self.text, self.typed, self.frame = stored.text, dict(view.typed), dict(view.typed_frame)
        self._handed = self._wording()
        return True

    def _wording(self) -> Wording:
        return Wording(self.text, dict(self.typed), dict(self.frame))


Key = TypeVar("Key")


def _put(texts: dict[Key, str], key: Key, text: str) -> None:
    if text.strip():
        texts[key] = text
    else:
        texts.pop(key, None)


def _changed(before: Mapping[Key, str], now: Mapping[Key, str]) -> dict[Key, str]:
    """What differs by now; an empty text takes back what was typed."""
    return {
        key: now.get(key, "") for key in (*now, *before) if now.get(key, "") != before.get(key, "")
    }


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

    def saved(self, letter_id: int, stored_as: int) -> Draft | None:
        """A letter is stored, perhaps as another one; its draft, where that is still known."""
        draft = self._known.pop(letter_id, None)
        if draft is not None:
            draft.saved(stored_as)
            if draft is self.current or not draft.settled:
                self._known[stored_as] = draft
        return draft

    def refused(self, letter_id: int) -> Draft | None:
        """The draft that could not be saved; None where the letter is gone."""
        draft = self._known.get(letter_id)
        if draft is not None:
            draft.refused()
        return draft
