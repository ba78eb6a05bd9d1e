"""What the page asks for and what it is given: the values between page and presenter."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from jobtracker.ui.runtime.channel import Channel

if TYPE_CHECKING:
    from jobtracker.services.letter_list import ListedLetter
    from jobtracker.services.letter_views import LetterView
    from jobtracker.storage.letters import Template
    from jobtracker.typesetting.pages import LetterLook


class Save(NamedTuple):
    """A letter's text, and the values that differ from those handed over before."""

    id: int
    text: str
    values: Mapping[str, str]


class Start(NamedTuple):
    """A new letter; without a template the best fitting one is taken."""

    application_id: int
    template_id: int | None = None


class Wish(NamedTuple):
    """A new letter for which something is still to be chosen."""

    application_id: int | None = None
    template_id: int | None = None


class Check(NamedTuple):
    """A look through the gate; `to_export` where the letter is to leave if it is open."""

    id: int
    to_export: bool


class Export(NamedTuple):
    id: int
    path: Path
    reason: str = ""


class Restore(NamedTuple):
    id: int
    version: int


class Keep(NamedTuple):
    """A text to keep as a template of the person's own."""

    name: str
    text: str


class Candidate(NamedTuple):
    """An application that a letter can be written for."""

    id: int
    company: str
    role: str


class Choices(NamedTuple):
    """What the sheet for a new letter offers, and what it was opened for."""

    applications: Sequence[Candidate]
    templates: "Sequence[Template]"
    wish: Wish


class Shelf(NamedTuple):
    """Everything the list at the left shows."""

    letters: "Sequence[ListedLetter]"
    templates: "Sequence[Template]"
    today: date


Look: TypeAlias = "Callable[[LetterView], LetterLook]"
"""How a letter looks on paper; needs no database."""


class Folder:
    """Where a letter was exported last. This one forgets; the window may give one that stays."""

    def __init__(self, path: str = "") -> None:
        self._path = path

    def read(self) -> str:
        """The folder, empty where none is known."""
        return self._path

    def keep(self, path: str) -> None:
        self._path = path


class Intents:
    """What a person wants, put by the page's widgets and heard by the presenter."""

    def __init__(self) -> None:
        self.opened: Channel[int] = Channel()
        self.saved: Channel[Save] = Channel()
        self.wished: Channel[Wish] = Channel()
        self.started: Channel[Start] = Channel()
        self.checked: Channel[Check] = Channel()
        self.exported: Channel[Export] = Channel()
        self.history_wanted: Channel[int] = Channel()
        self.restored: Channel[Restore] = Channel()
        self.kept: Channel[Keep] = Channel()
        self.removed: Channel[int] = Channel()
