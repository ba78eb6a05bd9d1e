"""The spelling of letters: its lane, its dictionaries, and its section in the settings."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from jobtracker.domain.errors import JobtrackerError, NotFoundError
from jobtracker.domain.letter_kinds import Language, language_name
from jobtracker.system import spelling
from jobtracker.system.resources import resource
from jobtracker.ui.features.letters.writing.spell_lane import SpellLane, Trouble
from jobtracker.ui.navigation import Navigator
from jobtracker.ui.runtime.window_state import WindowMemory
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from jobtracker.ui.features.letters.page import LettersPage
    from jobtracker.ui.features.settings.contract import Section
    from jobtracker.ui.features.settings.spelling import SpellingSection, SpellingState

OWN_WORDS = "words.txt"
SETTINGS, SECTION = "settings", "spelling"


class Spelling:
    """Belongs to this machine, as the dictionaries do. `open_section` shows a section of the
    settings, once there are any.
    """

    def __init__(self, theme: Theme, memory: WindowMemory, navigator: Navigator) -> None:
        self._theme = theme
        self._memory = memory
        self._navigator = navigator
        self.open_section: Callable[[str], object] | None = None
        self._own = memory.beside(OWN_WORDS)

    @cached_property
    def lane(self) -> SpellLane:
        """Started with the first letter that is looked at."""
        return SpellLane(
            self._load, spelling.OwnWords(self._own), enabled=self._memory.state.spelling
        )

    def follow(self, page: "LettersPage") -> None:
        """Check what is written on the page, and say there why something is not checked."""

        def tell(trouble: Trouble) -> None:
            if not self._was_told(trouble):
                page.desk.banner.say(
                    "info", str(trouble.error), "", "Settings", self._lead, dismissible=True
                )

        page.check_spelling(self.lane)
        self.lane.trouble.subscribe(tell, owner=page)

    def section(self) -> "Section":
        from jobtracker.ui.features.settings.contract import Section

        return Section(SECTION, "Spelling", "spell-check", self._build)

    def close(self) -> None:
        """End the lane, where one was started."""
        if "lane" in self.__dict__:
            self.lane.close()

    def _lead(self) -> None:
        self._navigator.go(SETTINGS)
        if self.open_section is not None:
            self.open_section(SECTION)

    def _build(self) -> "SpellingSection":
        from jobtracker.ui.features.settings.spelling import SpellingSection

        made = SpellingSection(self._theme, self._state)

        def switch(on: bool) -> None:
            self._memory.remember(spelling=on)
            self.lane.enable(on=on)

        def choose(folder: str) -> None:
            self._memory.remember(dictionaries=folder, untaught="")
            self.lane.start_over()
            made.refresh()

        made.switched.subscribe(switch, owner=made)
        made.folder_chosen.subscribe(choose, owner=made)
        return made

    def _state(self) -> "SpellingState":
        from jobtracker.ui.features.settings.spelling import SpellingState

        state = self._memory.state
        return SpellingState(
            state.spelling, state.dictionaries, str(self._own), _trouble_in(state.dictionaries)
        )

    def _load(self, language: str) -> spelling.Speller:
        """On the lane."""
        chosen = self._memory.state.dictionaries
        found = spelling.speller(
            language, resource("dictionaries"), Path(chosen) if chosen else None
        )
        if found is None:
            name = language_name(Language(language))
            raise NotFoundError(
                f"There is no dictionary for {name}, so its spelling is not checked; "
                "choose a folder that holds one."
            )
        return found

    def _was_told(self, trouble: Trouble) -> bool:
        """That there is no dictionary for a language is said once for all time."""
        told = self._memory.state.untaught.split()
        if not isinstance(trouble.error, NotFoundError):
            return False
        self._memory.remember(untaught=" ".join(dict.fromkeys([*told, trouble.language])))
        return trouble.language in told


def _trouble_in(folder: str) -> str:
    """Why a folder is of no use, or nothing."""
    if not folder:
        return ""
    try:
        found = [name for one in Language for name in spelling.named(Path(folder), one)]
    except JobtrackerError as error:
        return str(error)
    return "" if found else f"No dictionary for a letter's language lies in {folder}"
