"""Nothing typed is lost: the watch over all fields, and the way back to what was not stored."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from jobtracker.domain.errors import JobtrackerError
from jobtracker.system.clock import Clock
from jobtracker.ui.actions import Action
from jobtracker.ui.main_window.window import MainWindow
from jobtracker.ui.navigation import Navigator
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.desktop.kept_texts import KeptTexts
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.features.unsaved.closing_sheet import ClosingSheet
    from jobtracker.ui.runtime.channel import Channel
    from jobtracker.ui.runtime.drafts import Drafts


class Typing:
    """`action` leads to the texts that are not stored; `attach` begins to keep them."""

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        commander: Commander,
        navigator: Navigator,
        clock: Clock,
        reopen: Callable[[str], bool],
    ) -> None:
        self._theme = theme
        self._window = window
        self._commander = commander
        self._navigator = navigator
        self._clock = clock
        self._reopen = reopen
        self._drafts: Drafts | None = None
        self.kept: KeptTexts | None = None
        self._asking: ClosingSheet | None = None
        self._cannot_keep = False

    def action(self) -> Action:
        return Action("unsaved texts", "Texts not saved\N{HORIZONTAL ELLIPSIS}", "Edit", self.open)

    def attach(self, workspace: "Workspace") -> None:
        """Put back what was typed when the program ended last, and watch from now on."""
        from jobtracker.desktop.kept_texts import KeptTexts
        from jobtracker.desktop.putting_back import PuttingBack
        from jobtracker.ui.runtime.drafts import drafts_on
        from jobtracker.ui.widgets.typing_watch import watch_typing

        drafts = self._drafts = drafts_on(self._commander, workspace.drafts)
        self._cannot_keep = workspace.database.read_only
        self._commander.problems.subscribe(self._hear, owner=self._window)
        self._window.stays_open = self._asks_first
        going = PuttingBack(self._window, self._commander, self._navigator, self._reopen)
        kept = self.kept = KeptTexts(
            self._theme, self._window, self._commander, drafts, workspace, going, self._clock
        )
        drafts.when_known(kept.offer, kept)
        moments: tuple[Channel[Any], ...] = (self._commander.rested, self._navigator.moved)
        watch = watch_typing(self._window, drafts, self._clock, self._here, moments)
        watch.left.subscribe(self._say_left, owner=watch)
        drafts.stayed.subscribe(self._say_stayed, owner=watch)
        self._window.closing.subscribe(lambda _none: drafts.finish(), owner=watch)

    def open(self) -> None:
        """List what is kept and not stored."""
        if self.kept is not None:
            self.kept.open()

    def _hear(self, error: JobtrackerError) -> None:
        from jobtracker.ui.runtime.drafts import NotKeptError

        self._cannot_keep |= isinstance(error, NotKeptError)

    def _asks_first(self) -> bool:
        """Before the window closes over texts that are in their fields and nowhere else."""
        if self._asking is not None:
            return not self._asking.agreed
        from jobtracker.ui.features.unsaved.closing_sheet import ClosingSheet
        from jobtracker.ui.features.unsaved.texts import kept_texts

        drafts = self._drafts
        if drafts is None or not self._cannot_keep:
            return False
        lost = {
            place: text
            for place, text in drafts.everything().items()
            if text != drafts.known.get(place)
        }
        texts = kept_texts(lost)
        if texts:
            sheet = self._asking = ClosingSheet(self._theme, self._window, texts)
            sheet.confirmed.subscribe(lambda _none: self._window.close(), owner=sheet)
            sheet.closed.subscribe(lambda _none: self._asked(), owner=sheet)
            sheet.open(sheet.default)
        return bool(texts)

    def _asked(self) -> None:
        self._asking = None

    def _say_left(self, title: str) -> None:
        self._window.toast.say(f"What you typed is kept: {title}", "Show", self.open)

    def _say_stayed(self, _place: str) -> None:
        self._window.toast.say("It is not stored, but what you typed is kept", "Show", self.open)

    def _here(self) -> tuple[str, int | None]:
        here = self._navigator.here
        return (here.page, here.item) if here is not None else ("", None)
