"""Where and as what letters were exported last, kept with the window's state."""

from jobtracker.ui.features.letters.contract import Folder
from jobtracker.ui.runtime.window_state import WindowMemory


class RememberedFolder(Folder):
    def __init__(self, memory: WindowMemory) -> None:
        super().__init__()
        self._memory = memory

    def read(self) -> str:
        return self._memory.state.letter_folder

    def suffix(self) -> str:
        return self._memory.state.letter_format

    def keep(self, path: str, suffix: str) -> None:
        self._memory.remember(letter_folder=path, letter_format=suffix)
