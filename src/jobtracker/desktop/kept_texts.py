"""What was typed and is not stored: offered at the start until it is answered, and listed."""

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QObject

from jobtracker.desktop.putting_back import PuttingBack
from jobtracker.system.clock import Clock
from jobtracker.ui.features.unsaved.texts import (
    KeptText,
    Known,
    kept_texts,
    records_of,
    summary,
    waiting,
)
from jobtracker.ui.main_window.window import MainWindow
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.drafts import Drafts
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.features.unsaved.sheet import UnsavedSheet

TOLD = "unsaved/told"
"""Where is kept which texts a person has answered for."""
SUBJECT = "texts"
SHOW = "Show…"


class KeptTexts(QObject):
    """`offer` once a start, `open` the list whenever it is asked for."""

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        commander: Commander,
        drafts: Drafts,
        workspace: "Workspace",
        going: PuttingBack,
        clock: Clock,
    ) -> None:
        super().__init__(window)
        self.sheet: UnsavedSheet | None = None
        self._theme = theme
        self._window = window
        self._commander = commander
        self._drafts = drafts
        self._workspace = workspace
        self._going = going
        self._clock = clock
        self._offered: list[KeptText] = []

    def offer(self) -> None:
        """Say above every page what waits since the program ended; at each start, until it is
        answered or has gone.
        """
        if not waiting(self._drafts.everything()):
            return
        answered = _marks_in(self._drafts.text(TOLD))

        def say(texts: list[KeptText]) -> None:
            self._offered = [one for one in texts if _mark_of(one) not in answered]
            if self._offered:
                banner = self._window.notices.about(SUBJECT)
                banner.dismissed.subscribe(lambda _none: self._answer(), owner=self)
                self._commander.rested.subscribe(lambda _none: self._look(), owner=self)
                self._say()

        self._ask(say)

    def open(self) -> None:
        """List all of them; who has seen the list has answered the offer."""
        self._answer()
        self._ask(self._list)

    def _ask(self, then: Callable[[list[KeptText]], object]) -> None:
        """Learn when the texts were typed and what of, and hand them over in words."""
        self._drafts.flush()
        kept, drafts = self._drafts.everything(), self._workspace.drafts

        def known() -> Known:
            from jobtracker.services.drafts import Record

            names = drafts.names(Record(*one) for one in records_of(kept))
            return Known(drafts.times(), {(of.table, of.id): name for of, name in names.items()})

        self._commander.read(known, lambda found: then(kept_texts(kept, found)), owner=self)

    def _say(self) -> None:
        title, detail = summary(self._offered)
        banner = self._window.notices.about(SUBJECT)
        banner.say("warn", title, detail, SHOW, self.open, dismissible=True)

    def _look(self) -> None:
        """A text that was stored or thrown away since is offered no longer."""
        left = [one for one in self._offered if self._drafts.text(one.place)]
        if len(left) == len(self._offered):
            return
        self._offered = left
        if left:
            self._say()
        else:
            self._window.notices.about(SUBJECT).hide()

    def _answer(self) -> None:
        """A person knows of all there are: no later start tells of them."""
        texts = kept_texts(self._drafts.everything())
        self._drafts.write(TOLD, json.dumps([_mark_of(one) for one in texts]) if texts else "")
        if self._offered:
            self._offered = []
            self._window.notices.about(SUBJECT).hide()

    def _list(self, texts: list[KeptText]) -> None:
        from jobtracker.ui.features.unsaved.sheet import UnsavedSheet

        if self.sheet is not None:
            return
        sheet = self.sheet = UnsavedSheet(self._theme, self._window, texts, self._clock.today())
        sheet.wanted.subscribe(self._going.go, owner=sheet)
        sheet.discarded.subscribe(lambda text: self._drafts.forget(text.place), owner=sheet)
        sheet.taken_back.subscribe(
            lambda text: self._drafts.write(text.place, text.kept), owner=sheet
        )
        sheet.closed.subscribe(lambda _none: self._closed(), owner=sheet)
        sheet.open(sheet.first)

    def _closed(self) -> None:
        self.sheet = None


def _mark_of(text: KeptText) -> int:
    return crc32(f"{text.place}\n{text.kept}".encode())


def _marks_in(told: str) -> Sequence[int]:
    try:
        marks = json.loads(told or "[]")
    except ValueError:
        return ()
    return marks if isinstance(marks, list) else ()
