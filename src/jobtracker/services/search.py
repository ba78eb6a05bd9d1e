"""Finding everything a person typed."""

from collections.abc import Collection, Iterable

from jobtracker.domain.findings import Finding
from jobtracker.services.base import Service
from jobtracker.storage import findings, search
from jobtracker.storage.search import Found


class Search(Service):
    def find(self, text: str, limit: int = 50) -> list[Found]:
        """What holds every word of `text`, best first; any character is safe."""
        with self._db.read() as session:
            return search.find(session, text, limit=limit)

    def findings(self, text: str, topics: Collection[str] = (), limit: int = 50) -> list[Finding]:
        """The same with the names a person knows the records by; of some topics, or of all."""
        with self._db.read() as session:
            found = search.find(session, text, topics, limit)
            known = findings.named(session, ((one.topic, one.ref) for one in found))
        return [
            known[one.topic, one.ref]._replace(snippet=one.snippet)
            for one in found
            if (one.topic, one.ref) in known
        ]

    def named(self, refs: Iterable[tuple[str, int]]) -> list[Finding]:
        """The records with these topics and ids, in this order; those that are gone left out."""
        wanted = list(refs)
        with self._db.read() as session:
            known = findings.named(session, wanted)
        return [known[ref] for ref in wanted if ref in known]
