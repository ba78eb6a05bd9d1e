"""An open workspace: every service on one database."""

from types import TracebackType
from typing import Self

from jobtracker.services.applications import Applications
from jobtracker.services.checking import Checking
from jobtracker.services.companies import Companies
from jobtracker.services.contacts import Contacts
from jobtracker.services.custom_fields import CustomFields
from jobtracker.services.documents import Documents
from jobtracker.services.history import History
from jobtracker.services.interviews import Interviews
from jobtracker.services.letters import Letters
from jobtracker.services.library import LibraryService
from jobtracker.services.lists import Lists
from jobtracker.services.log import Log
from jobtracker.services.preferences import Preferences
from jobtracker.services.profiles import Profiles
from jobtracker.services.salaries import Salaries
from jobtracker.services.sample import Sample
from jobtracker.services.saved_views import SavedViews
from jobtracker.services.search import Search
from jobtracker.services.tags import Tags
from jobtracker.storage.database import Database
from jobtracker.system.clock import Clock


class Workspace:
    """Used on one thread at a time; a context manager that closes the file."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock
        self.applications = Applications(database, clock)
        self.checking = Checking(database, clock)
        self.companies = Companies(database, clock)
        self.contacts = Contacts(database, clock)
        self.custom_fields = CustomFields(database, clock)
        self.documents = Documents(database, clock)
        self.history = History(database, clock)
        self.interviews = Interviews(database, clock)
        self.letters = Letters(database, clock)
        self.library = LibraryService(database, clock)
        self.lists = Lists(database, clock)
        self.log = Log(database, clock)
        self.preferences = Preferences(database, clock)
        self.profiles = Profiles(database, clock)
        self.salaries = Salaries(database, clock)
        self.sample = Sample(database, clock)
        self.saved_views = SavedViews(database, clock)
        self.search = Search(database, clock)
        self.tags = Tags(database, clock)

    @property
    def notice(self) -> str:
        """Why this workspace can only be read, in a sentence; empty where it can be written."""
        return self.database.notice

    def close(self) -> None:
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
