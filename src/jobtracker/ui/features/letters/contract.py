"""What the page asks for and what it is given: the values between page and presenter."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_looks import LetterLook
from jobtracker.domain.letter_parts import Part
from jobtracker.ui.runtime.channel import Channel

if TYPE_CHECKING:
    from jobtracker.domain.letter_content import LetterContent
    from jobtracker.domain.letter_results import Result
    from jobtracker.services.letter_list import ListedLetter
    from jobtracker.services.letter_views import LetterView
    from jobtracker.storage.letter_templates import Template


class Save(NamedTuple):
    """A letter's text, and the values and the texts of the frame that differ from those handed
    over before; an empty one takes back what was typed.
    """

    id: int
    text: str
    values: Mapping[str, str]
    frame: Mapping[Part, str] = {}


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


class Leave(NamedTuple):
    """A letter to be copied, printed or marked as sent; `reason` where it leaves though the gate
    is closed.
    """

    id: int
    reason: str = ""


class Hide(NamedTuple):
    """A part of a letter to be left out, or shown again."""

    id: int
    part: Part
    hidden: bool


class Dress(NamedTuple):
    """How a letter is to look on paper."""

    id: int
    look: LetterLook


class NameVersion(NamedTuple):
    """The present wording is to be kept under a name."""

    id: int
    name: str


class Compare(NamedTuple):
    """A letter beside another wording: "previous", "template", "last-to-company", or the number of
    one of its versions.
    """

    id: int
    against: str


class Duplicate(NamedTuple):
    """A letter to be written again for another application."""

    id: int
    application_id: int


class Run:
    """Work that takes a while, seen from both sides: the lane counts what is `done`, the window
    asks it to stop.
    """

    def __init__(self) -> None:
        self.done = 0
        self.stopped = False


class ExportMany(NamedTuple):
    """Letters to be written as files into a folder; `suffix` is that of the format (".pdf")."""

    ids: tuple[int, ...]
    folder: Path
    suffix: str
    run: Run


class Restore(NamedTuple):
    id: int
    version: int


class Keep(NamedTuple):
    """A text to keep as a template of the person's own."""

    name: str
    text: str
    kind: LetterKind = LetterKind.COVER_LETTER
    language: Language = Language.ENGLISH


class BlockChoice(NamedTuple):
    """A block of the person's own that can be put in; `why` is a word where it is suggested."""

    id: int
    name: str
    text: str
    why: str = ""


class BlockUsed(NamedTuple):
    """A block was put into a letter."""

    letter_id: int
    block_id: int


class Candidate(NamedTuple):
    """An application that a letter can be written for."""

    id: int
    company: str
    role: str


class Choices(NamedTuple):
    """What the sheet for a new letter offers, and what it was opened for.

    `best` is the template that fits the application of the wish, `results` what worked, by the
    ids of templates.
    """

    applications: Sequence[Candidate]
    templates: "Sequence[Template]"
    wish: Wish
    best: int | None = None
    results: "Mapping[int, Result]" = MappingProxyType({})


class Shelf(NamedTuple):
    """Everything the list at the left shows."""

    letters: "Sequence[ListedLetter]"
    templates: "Sequence[Template]"
    today: date


Typeset: TypeAlias = "Callable[[LetterView], LetterContent]"
"""A letter as it stands on paper, missing values marked; needs no database."""


class Folder:
    """Where a letter was exported last, and as what. This one forgets; the window may give one
    that stays.
    """

    def __init__(self, path: str = "", suffix: str = ".pdf") -> None:
        self._path = path
        self._suffix = suffix

    def read(self) -> str:
        """The folder, empty where none is known."""
        return self._path

    def suffix(self) -> str:
        """The format by its file name's end: ".pdf", ".docx", ".txt" or ".md"."""
        return self._suffix

    def keep(self, path: str, suffix: str) -> None:
        self._path, self._suffix = path, suffix


class Intents:
    """What a person wants, put by the page's widgets and heard by the presenter."""

    def __init__(self) -> None:
        self.opened: Channel[int] = Channel()
        self.saved: Channel[Save] = Channel()
        self.wished: Channel[Wish] = Channel()
        self.started: Channel[Start] = Channel()
        self.checked: Channel[Check] = Channel()
        self.exported: Channel[Export] = Channel()
        self.copied: Channel[Leave] = Channel()
        self.printed: Channel[Leave] = Channel()
        self.sent: Channel[Leave] = Channel()
        self.export_many: Channel[ExportMany] = Channel()
        self.hidden: Channel[Hide] = Channel()
        self.dressed: Channel[Dress] = Channel()
        self.version_named: Channel[NameVersion] = Channel()
        self.compared: Channel[Compare] = Channel()
        self.duplicating: Channel[int] = Channel()
        self.duplicated: Channel[Duplicate] = Channel()
        self.discarded: Channel[int] = Channel()
        self.history_wanted: Channel[int] = Channel()
        self.restored: Channel[Restore] = Channel()
        self.kept: Channel[Keep] = Channel()
        self.removed: Channel[int] = Channel()
        self.block_used: Channel[BlockUsed] = Channel()
