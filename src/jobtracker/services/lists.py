"""The lists of applications: pages, sizes of groups, known values, columns of the board."""

from typing import TYPE_CHECKING

from jobtracker.domain.listing import ALL, UNGROUPED, ListPage, ListQuery, ListRow
from jobtracker.services.base import Service
from jobtracker.storage import lists

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

PAGE = 200
"""Rows of a page, where the query names no limit."""

_PLAIN = ListQuery()


class Lists(Service):
    def page(self, query: ListQuery = _PLAIN, after: tuple[object, ...] | None = None) -> ListPage:
        """The first rows of a list, or those that follow `after` of the page before."""
        if query.limit is None:
            query = query._replace(limit=PAGE)
        with self._db.read() as session:
            return lists.page(session, query, self._situation(session, query), after)

    def rows(self, query: ListQuery = _PLAIN) -> list[ListRow]:
        """Every row of a list, or as many as its limit."""
        with self._db.read() as session:
            return lists.page(session, query, self._situation(session, query)).rows

    def column(self, standing: str, after: tuple[object, ...] | None = None) -> ListPage:
        """The cards of one stage or outcome, in the order they were put."""
        return self.page(
            ListQuery(scope=ALL, standings=(standing,), group=UNGROUPED, sort="board"), after
        )

    def sizes(self, query: ListQuery) -> dict[str, int]:
        """How many rows each group has, by `domain.listing.group_key`; collapsed ones too."""
        with self._db.read() as session:
            return lists.sizes(session, query, self._situation(session, query))

    def count(self, scope: str) -> int:
        """How many applications a scope holds."""
        return sum(self.sizes(ListQuery(scope=scope)).values())

    def values(self, field: str) -> list[tuple[str, int]]:
        """The known values of a filter's field with their counts, the most used first.

        Raises InvalidInputError for a field whose values are not listed.
        """
        with self._db.read() as session:
            return lists.values(session, field)

    def _situation(self, session: "Session", query: ListQuery) -> lists.Situation | None:
        return lists.situation(session, query, self._clock.today())
