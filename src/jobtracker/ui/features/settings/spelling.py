"""Whether letters are checked for spelling, and with which dictionaries."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from jobtracker.ui.features.settings.rows import SectionPane, SettingRow, side_by_side
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets import dialogs
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.switch import Switch

CHECK = "Words that no dictionary knows are underlined in letters. F7 goes to the next one"
NONE = "English comes along. For more, choose a folder with dictionaries (.aff and .dic files)"
OWN = "One word a line, in this file"


class SpellingState(NamedTuple):
    """What is chosen; `trouble` is what is wrong with the folder, in words."""

    enabled: bool
    folder: str
    own_words: str
    trouble: str = ""


class SpellingSection(SectionPane):
    """`switched` tells on or off, `folder_chosen` another folder or "" for none."""

    def __init__(self, theme: Theme, read: Callable[[], SpellingState]) -> None:
        super().__init__(theme, "Spelling")
        self.switched: Channel[bool] = Channel()
        self.folder_chosen: Channel[str] = Channel()
        self._read = read
        self.switch = Switch(theme, "Check spelling")
        self.switch.chosen.subscribe(self.switched.put, owner=self)
        self.choose = Button("Choose folder…")
        self.choose.clicked.connect(self._ask)
        self.forget = Button("Forget folder", kind="ghost")
        self.forget.clicked.connect(lambda: self.folder_chosen.put(""))
        buttons = side_by_side(self.forget, self.choose)
        self.folder = SettingRow("Dictionaries", NONE, buttons, described=self.choose)
        self._own = SettingRow("Words you added", OWN, path=True)
        self.add(SettingRow("Check spelling", CHECK, self.switch))
        self.add(self.folder)
        self.add(self._own)
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen now."""
        state = self._read()
        self.switch.setChecked(state.enabled)
        self.folder.say(state.folder or NONE)
        self.folder.set_error(state.trouble)
        self.forget.setVisible(bool(state.folder))
        self._own.say(state.own_words)

    def _ask(self) -> None:
        start = Path(self._read().folder or Path.home())
        dialogs.open_folder(
            self.window(),
            "Folder with dictionaries",
            start,
            lambda path: self.folder_chosen.put(str(path)),
        )
