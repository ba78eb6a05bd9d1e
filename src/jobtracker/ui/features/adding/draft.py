"""What has been typed into the add sheet so far."""

import json
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

    def as_text(self) -> str:
        """The draft as JSON, to be kept; "" where nothing is typed."""
        return "" if self.is_empty else json.dumps(self._asdict(), ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> "Draft | None":
        """A draft that was kept; None for what is none."""
        try:
            found = json.loads(text)
            known = {name: found[name] for name in cls._fields}
            made = cls(**known | {"stage": Stage(known["stage"])})
        except (ValueError, TypeError, KeyError):
            return None
        texts = (one for one in made if one is not None)
        return made if all(isinstance(one, str) for one in texts) else None

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been typed that would be missed."""
        typed = (self.role, self.company, self.location, self.pay)
        return not any((*typed, self.next_action, self.due, self.posting))
