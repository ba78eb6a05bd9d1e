"""The roles that one looks for."""

from typing import TYPE_CHECKING

from jobtracker.domain.changes import Done
from jobtracker.domain.target_roles import TargetRole, checked_target
from jobtracker.domain.text import shortened
from jobtracker.services.base import Service, done
from jobtracker.storage import profiles, target_roles

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Targets(Service):
    def all(self) -> list[TargetRole]:
        """By priority, archived ones last; the first is the one that charts mark."""
        with self._db.read() as session:
            return target_roles.every(session)

    def id_of(self, reference: str) -> int:
        """The target role of this number or uid. Raises NotFoundError."""
        with self._db.read() as session:
            return target_roles.id_of(session, reference)

    def load(self, target_id: int) -> TargetRole:
        """Raises NotFoundError where it is gone."""
        with self._db.read() as session:
            return target_roles.load(session, target_id)

    def of_profile(self, profile_id: int) -> list[TargetRole]:
        """Those that were made of this profile."""
        with self._db.read() as session:
            return target_roles.of_profile(session, profile_id)

    def add(self, role: TargetRole) -> Done[int]:
        """Keep a new target role; its id. One without a priority of its own (0) comes last.

        Raises InvalidInputError, see `checked_target`.
        """
        kept = checked_target(role)
        with self._db.write(f"add target role {shortened(kept.title)}") as tx:
            known = target_roles.every(tx.session)
            last = max((one.priority for one in known), default=0)
            kept = kept._replace(priority=kept.priority or last + 1)
            _check_profile(tx.session, kept)
            key = target_roles.insert(tx.session, kept, self._clock.now())
        return done(key, tx)

    def edit(self, target_id: int, role: TargetRole) -> Done[int]:
        """Write a target role as it is now. Raises InvalidInputError, NotFoundError."""
        kept = checked_target(role)._replace(id=target_id)
        with self._db.write(f"edit target role {shortened(kept.title)}") as tx:
            target_roles.load(tx.session, target_id)
            _check_profile(tx.session, kept)
            target_roles.change(tx.session, kept)
        return done(target_id, tx)

    def remove(self, target_id: int) -> Done[int]:
        """Take a target role away; its profile and its applications stay."""
        with self._db.write("delete target role") as tx:
            gone = target_roles.load(tx.session, target_id)
            tx.label = f"delete target role {shortened(gone.title)}"
            target_roles.remove(tx.session, [target_id])
        return done(target_id, tx)


def _check_profile(session: "Session", role: TargetRole) -> None:
    """Raises NotFoundError where the profile it was made of is gone."""
    if role.profile_id is not None:
        profiles.id_of(session, str(role.profile_id))
