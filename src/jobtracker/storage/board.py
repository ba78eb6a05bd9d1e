"""Where cards lie on the board: `standing` names their column, `board_place` orders them."""

import json
from collections.abc import Sequence

from sqlalchemy.orm import Session

from jobtracker.domain.listing import ARCHIVED, standing_of
from jobtracker.domain.stages import Outcome, Stage

_AMONG = "id IN (SELECT value FROM json_each(?))"
_STANDING = f"CASE WHEN archived THEN '{ARCHIVED}' ELSE coalesce(outcome, stage) END"


def top(session: Session, standing: str) -> float:
    """The place above every card of a column."""
    place: float = (
        session.connection()
        .exec_driver_sql(
            "SELECT coalesce(min(board_place), 1.0) - 1 FROM application WHERE standing = ?",
            (standing,),
        )
        .scalar_one()
    )
    return place


def column_of(session: Session, key: int) -> str:
    """The column that a card lies in."""
    found = session.connection().exec_driver_sql(
        "SELECT standing FROM application WHERE id = ?", (key,)
    )
    return str(found.scalar_one())


class Places:
    """The places of some cards while they are moved; each call of `after` counts on the last."""

    def __init__(self, session: Session, ids: Sequence[int]) -> None:
        rows = session.connection().exec_driver_sql(
            f"SELECT id, archived, standing, board_place FROM application WHERE {_AMONG}",
            (json.dumps(list(ids)),),
        )
        self._now = {key: (bool(archived), word, at) for key, archived, word, at in rows}
        self._tops: dict[str, float] = {}
        self._session = session

    def after(self, key: int, stage: Stage, outcome: Outcome | None) -> tuple[str, float]:
        """The column and place of a card in this stage: on top of it where it is a new one."""
        archived, before, place = self._now[key]
        word = standing_of(stage, outcome, archived=archived)
        return (word, place) if word == before else (word, self.next_top(word))

    def next_top(self, word: str) -> float:
        known = self._tops.get(word)
        self._tops[word] = top(self._session, word) if known is None else known - 1
        return self._tops[word]


def settle(session: Session, ids: Sequence[int]) -> None:
    """Put those of these cards that were archived, or taken out again, into their column."""
    connection, places = session.connection(), Places(session, ())
    moved = connection.exec_driver_sql(
        f"SELECT id, {_STANDING} FROM application WHERE {_AMONG} AND standing <> {_STANDING} "
        "ORDER BY board_place DESC, id",
        (json.dumps(list(ids)),),
    ).all()
    if moved:
        connection.exec_driver_sql(
            "UPDATE application SET standing = ?, board_place = ? WHERE id = ?",
            [(word, places.next_top(word), key) for key, word in moved],
        )


def put_after(session: Session, key: int, above: int | None) -> None:
    """Lay a card under another one of its column; on top where that is None or elsewhere.

    A card that lies there already is not written.
    """
    connection = session.connection()
    standing, place = connection.exec_driver_sql(
        "SELECT standing, board_place FROM application WHERE id = ?", (key,)
    ).one()
    low, high = _gap(session, key, standing, above)
    if _lies_between(place, low, high):
        return
    if low is not None and high is not None and not low < (low + high) / 2 < high:
        _spread(session, standing)
        low, high = _gap(session, key, standing, above)
    connection.exec_driver_sql(
        "UPDATE application SET board_place = ? WHERE id = ?", (_between(low, high), key)
    )


def _gap(
    session: Session, key: int, standing: str, above: int | None
) -> tuple[float | None, float | None]:
    """The places of the cards above and below the gap; None where there is none."""
    connection = session.connection()
    low: float | None = connection.exec_driver_sql(
        "SELECT board_place FROM application WHERE id = ? AND standing = ? AND id <> ?",
        (above, standing, key),
    ).scalar()
    high: float | None = connection.exec_driver_sql(
        "SELECT min(board_place) FROM application WHERE standing = ? AND id <> ? "
        "AND board_place > coalesce(?, -1e999)",
        (standing, key, low),
    ).scalar()
    return low, high


def _lies_between(place: float, low: float | None, high: float | None) -> bool:
    return (low is None or low < place) and (high is None or place < high)


def _between(low: float | None, high: float | None) -> float:
    if low is None:
        return 0.0 if high is None else high - 1
    return low + 1 if high is None else (low + high) / 2


def _spread(session: Session, standing: str) -> None:
    """Number a column anew: between two of its cards no number was left."""
    session.connection().exec_driver_sql(
        "UPDATE application SET board_place = numbered.place FROM (SELECT id, row_number() OVER "
        "(ORDER BY board_place, id) AS place FROM application WHERE standing = ?) AS numbered "
        "WHERE application.id = numbered.id",
        (standing,),
    )
