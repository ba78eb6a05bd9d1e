"""What the palette shows, and what choosing a row means."""

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from jobtracker.domain.listing import ListQuery


class Kind(Enum):
    """What is looked for; the first sign typed says it."""

    EVERYTHING = auto()
    COMMANDS = auto()
    COMPANIES = auto()
    STAGES = auto()


class Asked(NamedTuple):
    """What a person typed, its first sign understood."""

    kind: Kind
    words: str


class Go(NamedTuple):
    """A page, one thing on it, and the tab of that to show."""

    page: str
    item: int | None = None
    tab: str = ""


class Run(NamedTuple):
    """A command by its id in the book."""

    action: str


class RunOn(NamedTuple):
    """A command for an application that is not selected yet."""

    application: int
    action: str


class Filter(NamedTuple):
    """The list of applications, narrowed."""

    query: "ListQuery"


class AddAt(NamedTuple):
    """A new application at a company."""

    company: str


class OpenView(NamedTuple):
    """A saved view by its id."""

    view: int


Target = Go | Run | RunOn | Filter | AddAt | OpenView


class Heading(NamedTuple):
    """The name of the group whose rows follow."""

    text: str


class Entry(NamedTuple):
    """A row that can be chosen. `key` says which it is ("application/3"), so that it is known
    again. It has an icon, or the glyph of a stage or outcome. What is not `on` can't be run now.
    """

    key: str
    group: str
    text: str
    target: Target
    context: str = ""
    icon: str = ""
    standing: str = ""
    shortcut: str = ""
    on: bool = True


Row = Heading | Entry


class Command(NamedTuple):
    """An action of the book as the palette lists it; `when` is the condition it needs."""

    id: str
    text: str
    menu: str
    shortcut: str = ""
    icon: str = ""
    when: str = ""
    on: bool = True


class View(NamedTuple):
    """A saved view of the sidebar."""

    id: int
    name: str
    size: int


class Subject(NamedTuple):
    """A kind of record commands can be run on: the page where one is selected, the condition the
    commands need, and which of them follow a record that was found, with their icons.
    """

    page: str
    when: str
    first: Mapping[str, str]


class Recent(Protocol):
    """Remembers what was opened last, the newest first, as "topic/id"."""

    def read(self) -> Sequence[str]: ...

    def keep(self, keys: Sequence[str]) -> object: ...
