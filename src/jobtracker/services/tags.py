"""The tags in use. Applications are given theirs with their other fields."""

from jobtracker.services.base import Service
from jobtracker.storage import tags


class Tags(Service):
    def all(self) -> list[tuple[str, int]]:
        """Each tag with the number of applications that have it, by name."""
        with self._db.read() as session:
            return tags.every(session)
