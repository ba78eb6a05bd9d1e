"""Finding everything a person typed."""

from jobtracker.services.base import Service
from jobtracker.storage import search
from jobtracker.storage.search import Found


class Search(Service):
    def find(self, text: str, limit: int = 50) -> list[Found]:
        """What holds every word of `text`, best first; any character is safe."""
        with self._db.read() as session:
            return search.find(session, text, limit=limit)
