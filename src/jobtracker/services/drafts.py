"""Texts that are being typed and belong to no record yet, so that a killed program loses none."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from jobtracker.services.base import Service
from jobtracker.storage import record_names, settings
from jobtracker.storage.record_names import Record
from jobtracker.storage.typed_texts import PREFIX, TIMES

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

__all__ = ["Drafts", "Record"]


class Drafts(Service):
    """Kept in the workspace itself, which keeps them as private as the rest. They are no changes:
    undo does not know of them, and nobody is told.
    """

    def all(self) -> dict[str, str]:
        """Every text that is kept, by the place it was typed in."""
        with self._db.read() as session:
            return settings.states(session, PREFIX)

    def keep(self, texts: Mapping[str, str]) -> None:
        """Keep texts by their place; an empty one is kept no longer.

        Raises WorkspaceError where the file can only be read.
        """
        now = self._clock.now()
        with self._db.write("keep drafts", journalled=False) as tx:
            times = _times(tx.session)
            for place, text in texts.items():
                settings.set_state(tx.session, f"{PREFIX}{place}", text)
                times.pop(place, None)
                if text:
                    times[place] = now
            said = {place: at.isoformat() for place, at in times.items()}
            settings.set_state(tx.session, TIMES, json.dumps(said) if said else "")

    def times(self) -> dict[str, datetime]:
        """When each text was typed last, by its place; a text of an older version has no time."""
        with self._db.read() as session:
            return _times(session)

    def names(self, records: Iterable[Record]) -> dict[Record, str]:
        """What the records are called that texts were typed for; one that is gone is not in it."""
        with self._db.read() as session:
            return record_names.names(session, records)


def _times(session: "Session") -> dict[str, datetime]:
    with suppress(ValueError, TypeError, AttributeError):
        kept = json.loads(settings.state(session, TIMES) or "{}")
        return {place: datetime.fromisoformat(at) for place, at in kept.items()}
    return {}
