"""Saved views in the order of the sidebar."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.listing import ListQuery
from jobtracker.domain.saved_views import Columns, SavedView, read, written
from jobtracker.domain.text import folded
from jobtracker.storage import rows
from jobtracker.storage.schema import SavedViewRow
from jobtracker.storage.uids import new_uid


def every(session: Session) -> list[SavedView]:
    found = session.connection().exec_driver_sql(
        "SELECT id, name, query FROM saved_view ORDER BY ordinal, id"
    )
    return [SavedView(key, name, *read(text)) for key, name, text in found]


def load(session: Session, view_id: int) -> SavedView:
    """Raises NotFoundError where it is gone."""
    for view in every(session):
        if view.id == view_id:
            return view
    raise NotFoundError("This view is gone; nothing was changed; choose another.")


def called(session: Session, name: str) -> SavedView | None:
    """The view of this name, case and accents apart."""
    key = folded(name)
    return next((view for view in every(session) if folded(view.name) == key), None)


def insert(session: Session, name: str, query: ListQuery, columns: Columns, now: datetime) -> int:
    """A new view behind the others; its id."""
    last = session.connection().exec_driver_sql("SELECT max(ordinal) FROM saved_view").scalar()
    return rows.insert(
        session,
        SavedViewRow,
        uid=new_uid(now),
        name=name,
        ordinal=0 if last is None else last + 1,
        query=written(query, columns),
    )


def change(session: Session, view_id: int, name: str, query: ListQuery, columns: Columns) -> None:
    rows.change(session, SavedViewRow, [view_id], {"name": name, "query": written(query, columns)})


def remove(session: Session, view_id: int) -> None:
    rows.remove(session, SavedViewRow, [view_id])


def put_in_order(session: Session, ids: Sequence[int]) -> None:
    for ordinal, key in enumerate(ids):
        rows.change(session, SavedViewRow, [key], {"ordinal": ordinal})
