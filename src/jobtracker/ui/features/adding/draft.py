"""What has been typed into the add sheet so far, or read into it."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from jobtracker.domain.stages import Stage

CHOSEN = ("profile", "stage")
"""What always holds something."""


class Draft(NamedTuple):
    """All texts are as typed. `profile` is a profile's id as text, "" for none, or None while
    the title decides; `work_mode` and `employment_type` are values of `domain.facts` or "".
    """

    role: str = ""
    company: str = ""
    location: str = ""
    country: str = ""
    pay: str = ""
    profile: str | None = None
    stage: Stage = Stage.SAVED
    next_action: str = ""
    due: str = ""
    work_mode: str = ""
    employment_type: str = ""
    deadline: str = ""
    posted_on: str = ""
    reference: str = ""
    url: str = ""
    contact_name: str = ""
    contact_title: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    posting: str = ""

    def as_text(self) -> str:
        """The draft as JSON, to be kept; "" where nothing is typed."""
        return "" if self.is_empty else json.dumps(self._asdict(), ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> "Draft | None":
        """A draft that was kept, maybe by a version with fewer fields; None for what is none."""
        try:
            found = json.loads(text)
            made = cls(**found | {"stage": Stage(found["stage"])})
        except (ValueError, TypeError, KeyError):
            return None
        texts = (one for one in made if one is not None)
        return made if all(isinstance(one, str) for one in texts) else None

    def value(self, name: str) -> str:
        """What stands in a field; "" for a choice that was not made."""
        return str(getattr(self, name) or "")

    def with_values(self, values: Mapping[str, Any]) -> "Draft":
        return self._replace(**values)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been typed that would be missed."""
        return not any(self.value(name) for name in self._fields if name not in CHOSEN)
