"""What every topic of the settings page is handed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from jobtracker.ui.actions import ActionBook
from jobtracker.ui.navigation import Navigator
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.window_state import WindowMemory
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace


class Presenter(Protocol):
    def attach(self, workspace: "Workspace") -> None: ...


class Room(NamedTuple):
    """`join` gives a presenter the workspace, at once or as soon as it is open; `lead` goes to
    the settings page and opens the section of that id. `beside` is a lane for what looks at files
    and drives and may take long; nothing of the open workspace is asked on it.
    """

    theme: Theme
    commander: Commander
    navigator: Navigator
    memory: WindowMemory
    book: ActionBook
    join: Callable[[Presenter], object]
    lead: Callable[[str], object]
    beside: Commander
