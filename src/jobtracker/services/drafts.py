"""Texts that are being typed and belong to no record yet, so that a killed program loses none."""

from collections.abc import Mapping

from jobtracker.services.base import Service
from jobtracker.storage import settings

_PREFIX = "draft:"


class Drafts(Service):
    """Kept in the workspace itself, which keeps them as private as the rest. They are no changes:
    undo does not know of them, and nobody is told.
    """

    def all(self) -> dict[str, str]:
        """Every text that is kept, by the place it was typed in."""
        with self._db.read() as session:
            return settings.states(session, _PREFIX)

    def keep(self, texts: Mapping[str, str]) -> None:
        """Keep texts by their place; an empty one is kept no longer.

        Raises WorkspaceError where the file can only be read.
        """
        with self._db.write("keep drafts", journalled=False) as tx:
            for place, text in texts.items():
                settings.set_state(tx.session, f"{_PREFIX}{place}", text)
