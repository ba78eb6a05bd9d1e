"""Which lines of a profile a person can show, and where."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy.orm import Session

from jobtracker.domain.profiles import Tick, tick_of
from jobtracker.storage import rows

_AT = "profile_id = ? AND section = ? AND text_key = ?"


def of(session: Session, ids: Sequence[int]) -> dict[int, dict[Tick, str]]:
    """The ticks of these profiles, each with its note; those without any are left out."""
    found = session.connection().exec_driver_sql(
        "SELECT profile_id, section, text_key, note FROM can_show "
        "WHERE profile_id IN (SELECT value FROM json_each(:ids)) ORDER BY id",
        rows.bound(ids),
    )
    ticks: defaultdict[int, dict[Tick, str]] = defaultdict(dict)
    for key, section, text_key, note in found:
        ticks[key][Tick(section, text_key)] = note
    return dict(ticks)


def texts(session: Session) -> list[tuple[str, str, str]]:
    """Every line that was ticked, in any profile: its section, text and note."""
    found = session.connection().exec_driver_sql(
        "SELECT section, text, note FROM can_show ORDER BY id"
    )
    return [(section, text, note) for section, text, note in found]


def put(session: Session, profile_id: int, section: str, text: str, note: str) -> None:
    """Tick a line, or give its tick another note."""
    session.connection().exec_driver_sql(
        "INSERT INTO can_show (profile_id, section, text, text_key, note) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (profile_id, section, text_key) DO UPDATE SET note = excluded.note "
        "WHERE note <> excluded.note",
        (profile_id, section, text, tick_of(section, text).text_key, note),
    )


def take_off(session: Session, profile_id: int, section: str, text: str) -> None:
    session.connection().exec_driver_sql(
        f"DELETE FROM can_show WHERE {_AT}", (profile_id, *tick_of(section, text))
    )


def carry(session: Session, profile_id: int, to: int) -> None:
    """Give a copy of a profile the ticks of the profile it was made of."""
    session.connection().exec_driver_sql(
        "INSERT INTO can_show (profile_id, section, text, text_key, note) "
        "SELECT ?, section, text, text_key, note FROM can_show WHERE profile_id = ? ORDER BY id",
        (to, profile_id),
    )


def reword(session: Session, profile_id: int, tick: Tick, text: str) -> None:
    """A ticked line has other words now, or with "" is gone; its note stays with it."""
    connection = session.connection()
    found = connection.exec_driver_sql(
        f"SELECT note FROM can_show WHERE {_AT}", (profile_id, *tick)
    ).first()
    connection.exec_driver_sql(f"DELETE FROM can_show WHERE {_AT}", (profile_id, *tick))
    if found is not None and text:
        put(session, profile_id, tick.section, text, found[0])


def is_sound(session: Session) -> bool:
    """Whether every tick is known by its own line."""
    found = session.connection().exec_driver_sql("SELECT text, text_key FROM can_show")
    return all(tick_of("", text).text_key == key for text, key in found)
