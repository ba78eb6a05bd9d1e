"""What has been typed into the add sheet so far."""

from typing import NamedTuple

from jobtracker.domain.stages import Stage


class Draft(NamedTuple):
    """`profile` is a profile's id as text, "" for none, or None while the title decides."""

    role: str = ""
    company: str = ""
    location: str = ""
    pay: str = ""
    profile: str | None = None
    stage: Stage = Stage.SAVED
    next_action: str = ""
    due: str = ""
    posting: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been typed that would be missed."""
        typed = (self.role, self.company, self.location, self.pay)
        return not any((*typed, self.next_action, self.due, self.posting))
