"""An open workspace: every service on one database."""

from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self

from jobtracker.services.keeping import Keeping

if TYPE_CHECKING:
    from jobtracker.services.applications import Applications
    from jobtracker.services.checking import Checking
    from jobtracker.services.companies import Companies
    from jobtracker.services.contacts import Contacts
    from jobtracker.services.custom_fields import CustomFields
    from jobtracker.services.documents import Documents
    from jobtracker.services.drafts import Drafts
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


class Workspace(Keeping):
    """Used on one thread at a time; a context manager that closes the file.

    A service is loaded when it is first asked for: a command needs two or three of them.
    """

    @cached_property
    def applications(self) -> "Applications":
        from jobtracker.services.applications import Applications

        return Applications(self.database, self.clock)

    @cached_property
    def checking(self) -> "Checking":
        from jobtracker.services.checking import Checking

        return Checking(self.database, self.clock)

    @cached_property
    def companies(self) -> "Companies":
        from jobtracker.services.companies import Companies

        return Companies(self.database, self.clock)

    @cached_property
    def contacts(self) -> "Contacts":
        from jobtracker.services.contacts import Contacts

        return Contacts(self.database, self.clock)

    @cached_property
    def custom_fields(self) -> "CustomFields":
        from jobtracker.services.custom_fields import CustomFields

        return CustomFields(self.database, self.clock)

    @cached_property
    def documents(self) -> "Documents":
        from jobtracker.services.documents import Documents

        return Documents(self.database, self.clock)

    @cached_property
    def drafts(self) -> "Drafts":
        from jobtracker.services.drafts import Drafts

        return Drafts(self.database, self.clock)

    @cached_property
    def history(self) -> "History":
        from jobtracker.services.history import History

        return History(self.database, self.clock)

    @cached_property
    def interviews(self) -> "Interviews":
        from jobtracker.services.interviews import Interviews

        return Interviews(self.database, self.clock)

    @cached_property
    def letters(self) -> "Letters":
        from jobtracker.services.letters import Letters

        return Letters(self.database, self.clock)

    @cached_property
    def library(self) -> "LibraryService":
        from jobtracker.services.library import LibraryService

        return LibraryService(self.database, self.clock)

    @cached_property
    def lists(self) -> "Lists":
        from jobtracker.services.lists import Lists

        return Lists(self.database, self.clock)

    @cached_property
    def log(self) -> "Log":
        from jobtracker.services.log import Log

        return Log(self.database, self.clock)

    @cached_property
    def preferences(self) -> "Preferences":
        from jobtracker.services.preferences import Preferences

        return Preferences(self.database, self.clock)

    @cached_property
    def profiles(self) -> "Profiles":
        from jobtracker.services.profiles import Profiles

        return Profiles(self.database, self.clock)

    @cached_property
    def salaries(self) -> "Salaries":
        from jobtracker.services.salaries import Salaries

        return Salaries(self.database, self.clock)

    @cached_property
    def sample(self) -> "Sample":
        from jobtracker.services.sample import Sample

        return Sample(self.database, self.clock)

    @cached_property
    def saved_views(self) -> "SavedViews":
        from jobtracker.services.saved_views import SavedViews

        return SavedViews(self.database, self.clock)

    @cached_property
    def search(self) -> "Search":
        from jobtracker.services.search import Search

        return Search(self.database, self.clock)

    @cached_property
    def tags(self) -> "Tags":
        from jobtracker.services.tags import Tags

        return Tags(self.database, self.clock)

    @property
    def notice(self) -> str:
        """Why this workspace can only be read, in a sentence; empty where it can be written."""
        return self.database.notice

    def close(self) -> None:
        if "benchmarks" in self.__dict__:
            self.benchmarks.close()
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
