"""Lists that a person gave a name."""

from jobtracker.domain.changes import Done
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.listing import ListQuery
from jobtracker.domain.saved_views import Columns, SavedView
from jobtracker.domain.text import quoted, required_text, shortened
from jobtracker.services.base import Service, done
from jobtracker.storage import saved_views


class SavedViews(Service):
    def all(self) -> list[SavedView]:
        """In the order of the sidebar."""
        with self._db.read() as session:
            return saved_views.every(session)

    def get(self, view_id: int) -> SavedView:
        """Raises NotFoundError where it is gone."""
        with self._db.read() as session:
            return saved_views.load(session, view_id)

    def save(self, name: str, query: ListQuery, columns: Columns = ()) -> Done[int]:
        """Keep a list under a name; its id. The view of that name, if there is one, is replaced."""
        name = required_text(name, "name")
        with self._db.write(f"save view {shortened(name)}") as tx:
            known = saved_views.called(tx.session, name)
            if known is None:
                key = saved_views.insert(tx.session, name, query, columns, self._clock.now())
            else:
                key = known.id
                saved_views.change(tx.session, key, name, query, columns)
        return done(key, tx)

    def rename(self, view_id: int, name: str) -> Done[int]:
        """Give a view another name. Raises InvalidInputError for one that is taken."""
        name = required_text(name, "name")
        with self._db.write(f"rename view to {shortened(name)}") as tx:
            view = saved_views.load(tx.session, view_id)
            taken = saved_views.called(tx.session, name)
            if taken is not None and taken.id != view_id:
                raise InvalidInputError(
                    f"There is a view {quoted(name)} already; nothing was changed. "
                    "Choose another name.",
                    field="name",
                )
            saved_views.change(tx.session, view_id, name, view.query, view.columns)
        return done(view_id, tx)

    def remove(self, view_id: int) -> Done[int]:
        """Take a view away; the applications it lists stay."""
        with self._db.write("delete view") as tx:
            view = saved_views.load(tx.session, view_id)
            tx.label = f"delete view {shortened(view.name)}"
            saved_views.remove(tx.session, view_id)
        return done(view_id, tx)

    def move(self, view_id: int, place: int) -> Done[int]:
        """Put a view at a place in the sidebar, 0 for the first; beyond the last is the last."""
        with self._db.write("move view") as tx:
            view = saved_views.load(tx.session, view_id)
            tx.label = f"move view {shortened(view.name)}"
            ids = [other.id for other in saved_views.every(tx.session) if other.id != view_id]
            ids.insert(max(place, 0), view_id)
            saved_views.put_in_order(tx.session, ids)
        return done(view_id, tx)
