"""The bin: what was deleted, for 90 days, and the ways back and out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jobtracker.domain.changes import Done
from jobtracker.domain.deleted import Deleted
from jobtracker.domain.events import Event, EventKind
from jobtracker.domain.text import folded, shortened
from jobtracker.services import backups, log_steps
from jobtracker.services.base import Service, done
from jobtracker.storage import documents, interviews, offers
from jobtracker.storage.bin import bin as deleted
from jobtracker.storage.bin import restoring
from jobtracker.storage.bin.restoring import Restored, not_there

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Bin(Service):
    def entries(self, search: str = "") -> list[Deleted]:
        """What can be brought back, the newest first; with `search` that which holds its words."""
        with self._db.read() as session:
            found = deleted.listed(session)
        words = folded(search).split()
        return [one for one in found if all(word in folded(one.name) for word in words)]

    def count(self, ids: Sequence[int]) -> int:
        """How many records these are. Raises NotFoundError for what is not in the bin."""
        known = {one.id for one in self.entries()}
        for key in ids:
            if key not in known:
                raise not_there(key)
        return len(set(ids))

    def restore(self, ids: Sequence[int]) -> Done[Restored]:
        """Bring these back, each with what it held, as one step that undo takes back.

        Raises NotFoundError for what is not in the bin, ChangedSinceError where its place is
        taken or what it needs is gone for good; then nothing was changed.
        """
        with self._db.write("restore") as tx:
            restored = restoring.restore(tx.session, ids)
            self._tell_again(tx.session, restored)
            one, *others = restored.names
            tx.label = f"restore {f'{len(ids):,} records' if others else shortened(one)}"
        return done(restored, tx)

    def forget(self, ids: Sequence[int] | None) -> Done[int]:
        """Delete these for good, or all of them for None, after a backup; how many.

        Undo ends at the step that had deleted the newest of them.
        """
        backups.before(self._db, backups.BEFORE_DELETING)
        with self._db.write(deleted.FOR_GOOD, journalled=False) as tx:
            count = deleted.forget(tx.session, ids)
            documents.sweep(tx.session)
        return done(count, tx)

    def _tell_again(self, session: "Session", restored: Restored) -> None:
        """Log anew what was taken back in the log of an application that had stayed."""
        came = set(restored.rows.get("application", ()))
        now = self._clock.now()
        for key in restored.rows.get("interview", ()):
            meeting = interviews.load(session, key)
            if meeting.application_id not in came:
                event = Event(EventKind.INTERVIEW, meeting.on, interview_id=key)
                log_steps.append(session, meeting.application_id, [event], now)
        for key in restored.rows.get("offer", ()):
            offer = offers.load(session, key).record
            if offer.what_if or offer.application_id is None or offer.application_id in came:
                continue
            event = Event(
                EventKind.OFFER, offer.received_on, text=offer.package.base.text, offer_id=key
            )
            log_steps.append(session, offer.application_id, [event], now)
