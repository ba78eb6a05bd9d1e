"""Keeps what is being typed once a second, so that a killed program loses next to nothing."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer

MOST_MS = 1000
SOON_MS = 200


class Drafts(QObject):
    """`save` takes texts by the place they were typed in, an empty one where none is left.

    `known` is what is kept; at the start, what was kept when the program ended last.
    """

    def __init__(
        self, save: Callable[[Mapping[str, str]], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.known: dict[str, str] = {}
        self._save = save
        self._fresh: dict[str, str] = {}
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flush)

    def write(self, place: str, text: str) -> None:
        """Keep a text within a second, even of somebody who never rests; forget an empty one."""
        if not text:
            self.forget(place)
        elif text != self.text(place):
            self._fresh[place] = text
            if not self._timer.isActive():
                self._timer.start(MOST_MS)

    def forget(self, place: str) -> None:
        """A text is stored for good, or given up."""
        if self.text(place):
            self._fresh[place] = ""
            self._timer.start(SOON_MS)

    def text(self, place: str) -> str:
        """What is kept for a place, or is about to be."""
        return self._fresh.get(place, self.known.get(place, ""))

    def flush(self) -> None:
        """Keep what is not kept yet, now."""
        self._timer.stop()
        changed = {
            place: text for place, text in self._fresh.items() if text != self.known.get(place, "")
        }
        self._fresh.clear()
        if changed:
            self.known.update(changed)
            self._save(changed)
