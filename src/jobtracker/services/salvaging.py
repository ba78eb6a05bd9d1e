"""Getting out of a damaged workspace what can be read, into one that passes its check."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.applications import Application
from jobtracker.domain.errors import InvalidInputError, StoppedError, WorkspaceError
from jobtracker.domain.events import Event, EventKind, effective, project
from jobtracker.domain.progress import Progress
from jobtracker.domain.stages import Outcome, Stage, order
from jobtracker.services.checking import Checking, days_told, repeated
from jobtracker.storage import applications, events, projections, settings
from jobtracker.storage.database import Database
from jobtracker.storage.files import beside, discard, publish
from jobtracker.storage.indexing import indexer
from jobtracker.storage.salvage import mending

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from jobtracker.system.clock import Clock

_AT_A_TIME = 500
_LIBRARY = "library"


class Salvaged(NamedTuple):
    """A new workspace: how many rows of each table it has, and in sentences what it lacks."""

    path: Path
    kept: "Mapping[str, int]"
    missing: tuple[str, ...]


def salvage(
    path: Path, new_file: Path, clock: "Clock", progress: Progress | None = None
) -> Salvaged:
    """Make `new_file` of what can be read of `path`; see `recovering.salvage`."""
    from jobtracker.storage.salvage.salvage import rebuild

    check_new(path, new_file)

    def tell(done: int, total: int) -> None:
        if progress is not None and not progress(done, total):
            raise StoppedError("Stopped. Nothing was made.")

    unfinished = beside(new_file, ".unfinished")
    try:
        rebuilt = rebuild(path, unfinished, new_file.parent, clock.now(), tell)
        problems = _made_whole(unfinished, clock)
        publish(unfinished, new_file)
    finally:
        _clear_away(unfinished)
    return Salvaged(new_file, rebuilt.rows, (*rebuilt.missing, *problems))


def check_new(path: Path, new_file: Path) -> None:
    """Refuse a place for a new file that has one, or no folder."""
    if new_file.exists() or new_file.is_symlink():
        raise InvalidInputError(
            f"{new_file.name} is already there; nothing was changed; choose another name."
        )
    if not new_file.parent.is_dir():
        raise WorkspaceError(f"There is no folder “{new_file.parent.name}”; choose another place.")
    if not path.exists():
        raise WorkspaceError(f"There is no file {path.name}; nothing was made; choose another.")


def _clear_away(unfinished: Path) -> None:
    """What an opened file has beside it, and the file itself where it was not published."""
    folder = beside(unfinished, ".backups")
    discard(*(folder.iterdir() if folder.is_dir() else ()))
    if folder.is_dir():
        folder.rmdir()
    discard(*(beside(unfinished, suffix) for suffix in ("-wal", "-shm", "-journal", ".lock", "")))


def _made_whole(path: Path, clock: "Clock") -> tuple[str, ...]:
    """Bring the new file up to date, logs and columns to agreement, and write its index; what
    its check says then.
    """
    index = indexer()
    with Database.open(path, clock=clock, write=True, indexer=index) as database:
        with database.write("put together what was read", journalled=False) as tx:
            ids = projections.every_id(tx.session)
            for start in range(0, len(ids), _AT_A_TIME):
                _agree(tx.session, ids[start : start + _AT_A_TIME], clock.now())
            settings.set_state(tx.session, _LIBRARY, "")
            index.rebuild(tx.session)
        return Checking(database, clock).check().problems


def _agree(session: "Session", ids: list[int], now: datetime) -> None:
    """Make the log of each application tell where it stands, and its columns what the log tells."""
    logs = events.of(session, ids)
    days = projections.dated_records(session, ids)
    for record in applications.records(session, ids):
        if not _begins(logs[record.id]):
            mending.put_first(session, record.id, _beginning(record, logs[record.id]), now)
    logs = events.of(session, ids)
    new = {
        record.id: [
            *_steps_missing(record, logs[record.id]),
            *_days_missing(logs[record.id], days[record.id]),
        ]
        for record in applications.records(session, ids)
    }
    events.append_many(session, new, now)
    logs = events.of(session, ids)
    applications.set_standings(session, {key: project(log) for key, log in logs.items()}, now)
    _repeat(session, ids, now)


def _begins(log: list[Event]) -> bool:
    return bool(log) and log[0].kind is EventKind.ADDED


def _beginning(record: Application, log: list[Event]) -> Event:
    """The first event of a log that lost it: added in the stage that the rest doesn't tell."""
    moves = any(event.kind is EventKind.STAGE for event in effective(log))
    on = min([record.since, record.last_on, *(event.on for event in log)])
    return Event(EventKind.ADDED, on, to_value=str(Stage.SAVED if moves else record.stage))


def _steps_missing(record: Application, log: list[Event]) -> list[Event]:
    """What the record knows of its standing and its log does not tell."""
    told, steps = project(log), []
    if order(record.stage) > order(told.stage):
        steps.append(Event(EventKind.STAGE, record.since, str(told.stage), str(record.stage)))
    stated = record.applied_on
    if stated is not None and record.stage is not Stage.SAVED and stated != told.applied_on:
        steps.append(Event(EventKind.APPLIED, stated, to_value=stated.isoformat()))
    if record.outcome is not None and told.outcome is None:
        on = record.closed_on or record.last_on
        steps.append(Event(EventKind.OUTCOME, on, to_value=str(Outcome(record.outcome))))
    return steps


def _days_missing(log: list[Event], days: "Mapping[tuple[str, int], str]") -> list[Event]:
    """The events of interviews and offers that are there, on their days."""
    told, steps = days_told(log), []
    for (kind, key), day in days.items():
        if told.get((kind, key)) == day:
            continue
        on = date.fromisoformat(day)
        if (kind, key) in told:
            (event,) = [e for e in log if getattr(e, f"{kind}_id") == key][:1]
            steps.append(Event(EventKind.DATED, on, event.on.isoformat(), day, target=event.id))
        elif kind == "interview":
            steps.append(Event(EventKind.INTERVIEW, on, interview_id=key))
        else:
            steps.append(Event(EventKind.OFFER, on, offer_id=key))
    return steps


def _repeat(session: "Session", ids: list[int], now: datetime) -> None:
    """Write what lists go by again where it differs from the facts."""
    stored = projections.stored(session, ids)
    for record in applications.records(session, ids):
        right = repeated(record)
        if stored[record.id] != right:
            applications.change(session, [record.id], right._asdict(), now)
