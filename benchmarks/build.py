"""Workspaces of any size to measure on, the same ones each time: `built(count)`.

Written through the driver in one transaction (the services would take an hour), but into the
real schema and so that `check` finds nothing. Kept in the system's temporary folder under a name
made of the code that wrote them; `python -m benchmarks.build 100000` makes one beforehand.
"""

import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import islice, pairwise
from pathlib import Path
from random import Random
from shutil import copyfile
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.words import Words
from jobtracker.domain.events import Event, EventKind, Standing, project
from jobtracker.domain.listing import standing_of
from jobtracker.domain.stages import STAGES, Outcome, Stage
from jobtracker.domain.text import folded
from jobtracker.services.library import load_library
from jobtracker.services.workspace import Workspace
from jobtracker.storage import creation, profiles, schema
from jobtracker.storage.database import Database
from jobtracker.storage.indexing import indexer
from jobtracker.storage.uids import new_uid
from jobtracker.system.clock import SystemClock
from jobtracker.system.resources import resource

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
AT_A_TIME = 5_000
STAGE_WEIGHTS = (25, 40, 15, 14, 6)
OPEN_SHARE = 0.7
OUTCOMES = (Outcome.REJECTED, Outcome.NO_REPLY, Outcome.WITHDRAWN, Outcome.POSITION_CLOSED)
PLACES = ("Berlin", "Zürich", "Austin, TX", "London", "Remote", "Lyon", "Kraków", "Oslo", "")
SOURCES = ("LinkedIn", "Indeed", "Referral", "Company site", "")
TAGS = ("python", "remote", "startup", "favourite", "visa", "part time", "dream job", "backup")
ACTIONS = ("Follow up", "Prepare for interview", "Send letter", "Call back", "Compare the offer")
LEVELS = ("", "", "junior", "senior", "lead")
CODE = (
    "benchmarks/build.py",
    "benchmarks/words.py",
    "src/jobtracker/storage/schema",
    "src/jobtracker/storage/migrations/versions",
    "src/jobtracker/storage/search_index.py",
)
"""What a workspace depends on; another fingerprint means another file."""

Row = dict[str, Any]


class Surroundings(NamedTuple):
    """What applications refer to: companies as (id, name), profiles as (id, title), tag ids."""

    companies: Sequence[tuple[int, str]]
    profiles: Sequence[tuple[int, str]]
    tags: Sequence[int]


def built(count: int) -> Path:
    """A workspace of so many applications, built where there is none yet; not to be written to."""
    folder = Path(tempfile.gettempdir()) / f"jobtracker-bench-{fingerprint()}"
    folder.mkdir(exist_ok=True)
    path = folder / f"{count}.jobtracker"
    if not path.exists():
        started = perf_counter()
        creation.create(path, lambda session: fill(session, count))
        print(f"built {count:,} applications in {perf_counter() - started:.0f} s", file=sys.stderr)
    return path


def copy_of(count: int, folder: Path) -> Path:
    """The same as a file of one's own, to be written to."""
    return Path(copyfile(built(count), folder / f"{count}.jobtracker"))


def opened(path: Path) -> Workspace:
    """All services on it, without looking for a newer library."""
    clock = SystemClock()
    return Workspace(Database.open(path, clock=clock, write=True, indexer=indexer()), clock)


def fingerprint() -> str:
    root = Path(__file__).resolve().parents[1]
    digest = sha256()
    for place in CODE:
        files = sorted((root / place).rglob("*.py")) if (root / place).is_dir() else [root / place]
        for file in files:
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def fill(session: "Session", count: int) -> None:
    """Everything a person of many applications has, and the search index of it."""
    rng = Random(count)
    words = Words(rng)
    load_library(session, resource(), NOW)
    around = Surroundings(
        list(_companies(session, words, max(count // 20, 5))),
        profiles.titles(session),
        _tags(session),
    )
    _contacts(session, words, rng, around)
    for start in range(0, count, AT_A_TIME):
        numbers = range(start + 1, min(start + AT_A_TIME, count) + 1)
        _applications(session, numbers, words, rng, around)
    indexer().rebuild(session)


def _insert(session: "Session", kind: type[schema.Base], rows: Iterable[Row]) -> None:
    remaining = iter(rows)
    while some := list(islice(remaining, AT_A_TIME)):
        session.execute(kind.__table__.insert(), some)  # type: ignore[attr-defined] # a Table


def _companies(session: "Session", words: Words, count: int) -> Iterator[tuple[int, str]]:
    names = sorted({words.company() for _ in range(count)})
    rows = [
        {"uid": new_uid(NOW), "name": name, "name_key": folded(name), "created_at": _stamp()}
        for name in names
    ]
    _insert(session, schema.CompanyRow, rows)
    return iter(enumerate(names, start=1))


def _tags(session: "Session") -> list[int]:
    _insert(session, schema.TagRow, ({"name": name, "name_key": name} for name in TAGS))
    return list(range(1, len(TAGS) + 1))


def _contacts(session: "Session", words: Words, rng: Random, around: Surroundings) -> None:
    """One for each company, with the id of the company."""
    rows = (
        {
            "id": company,
            "uid": new_uid(NOW),
            "company_id": company,
            "name": words.person(),
            "title": rng.choice(("Recruiter", "Hiring manager")),
            "email": f"{words.name()}@example.com",
            "created_at": _stamp(),
        }
        for company, _ in around.companies
    )
    _insert(session, schema.ContactRow, rows)


def _applications(
    session: "Session", numbers: range, words: Words, rng: Random, around: Surroundings
) -> None:
    """These applications, by their ids, with what hangs on them."""
    logs = {number: _log(rng, number) for number in numbers}
    firm = {number: rng.choice(around.companies) for number in numbers}
    linked = {number: rng.choice(around.profiles) for number in numbers}
    rows = [
        _application(number, project(logs[number]), firm[number], linked[number][1], rng)
        for number in numbers
    ]
    _insert(session, schema.ApplicationRow, rows)
    _insert(
        session,
        schema.PostingRow,
        (
            {"application_id": n, "text": words.posting(), "captured_on": TODAY.isoformat()}
            for n in numbers
        ),
    )
    offers = (_offer(event, rng) for log in logs.values() for event in log if event.offer_id)
    _insert(session, schema.OfferRow, offers)
    events = (event for number, log in logs.items() for event in _event_rows(number, log))
    _insert(session, schema.EventRow, events)
    _insert(session, schema.ApplicationProfileRow, _links("profile_id", linked, rng, 0.7))
    _insert(session, schema.ApplicationContactRow, _links("contact_id", firm, rng, 0.3))
    tags = {number: (rng.choice(around.tags), "") for number in numbers}
    _insert(session, schema.ApplicationTagRow, _links("tag_id", tags, rng, 0.5))
    _insert(session, schema.LetterRow, (_letter(n, words) for n in numbers if n % 10 == 0))


def _links(
    column: str, parents: Mapping[int, tuple[int, str]], rng: Random, share: float
) -> Iterator[Row]:
    for number, (parent, _) in parents.items():
        if rng.random() < share:
            yield {"application_id": number, column: parent}


def _log(rng: Random, number: int) -> list[Event]:
    """Saved, then on from stage to stage, then closed or not; days a few apart. An offer has the
    number of its application.
    """
    day = TODAY - timedelta(days=rng.randint(40, 700))
    reached = rng.choices(range(len(STAGES)), weights=STAGE_WEIGHTS)[0]
    log = [Event(EventKind.ADDED, day, to_value=STAGES[0].value)]
    for before, stage in pairwise(STAGES[: reached + 1]):
        day += timedelta(days=rng.randint(0, 7))
        log.append(Event(EventKind.STAGE, day, before.value, stage.value))
    if log[-1].to_value == Stage.OFFER:
        log.append(Event(EventKind.OFFER, day, offer_id=number))
    if rng.random() > OPEN_SHARE:
        day += timedelta(days=rng.randint(0, 7))
        log.append(Event(EventKind.OUTCOME, day, to_value=rng.choice(OUTCOMES).value))
    return log


def _event_rows(number: int, log: Iterable[Event]) -> Iterator[Row]:
    for event in log:
        yield {
            "uid": new_uid(NOW),
            "application_id": number,
            "kind": event.kind.value,
            "on_date": event.on.isoformat(),
            "from_value": event.from_value,
            "to_value": event.to_value,
            "offer_id": event.offer_id,
            "recorded_at": _stamp(),
        }


def _application(
    number: int, standing: Standing, company: tuple[int, str], title: str, rng: Random
) -> Row:
    role, place = f"{rng.choice(LEVELS).capitalize()} {title}".strip(), rng.choice(PLACES)
    due = TODAY + timedelta(days=rng.randint(-20, 60)) if rng.random() < 0.6 else None
    deadline = TODAY + timedelta(days=rng.randint(0, 60)) if rng.random() < 0.2 else None
    return {
        "id": number,
        "uid": new_uid(NOW),
        "company_id": company[0],
        "company_key": folded(company[1]),
        "role": role,
        "role_key": folded(role),
        "location": place,
        "location_key": folded(place),
        "source": rng.choice(SOURCES),
        "excitement": rng.choice((None, 1, 2, 3, 4, 5)),
        "deadline": _iso(deadline),
        "next_action": rng.choice(ACTIONS) if due else "",
        "next_action_on": _iso(due),
        "board_place": float(-number),
        "created_at": _stamp(),
        "updated_at": _stamp(),
        **_standing(standing),
        **_pay(rng),
    }


def _standing(standing: Standing) -> Row:
    return {
        "stage": standing.stage.value,
        "stage_since": standing.since.isoformat(),
        "applied_on": _iso(standing.applied_on),
        "outcome": standing.outcome.value if standing.outcome else None,
        "closed_on": _iso(standing.closed_on),
        "last_on": standing.last_on.isoformat(),
        "contact_on": standing.contact_on.isoformat(),
        "standing": standing_of(standing.stage, standing.outcome, archived=False),
    }


def _pay(rng: Random) -> Row:
    """A range in dollars a year; every fourth posting says nothing. All rows have all columns."""
    if rng.random() < 0.25:
        low = high = None
    else:
        low = rng.randint(60, 180)
        high = low + rng.randint(0, 40)
    said = low is not None and high is not None
    return {
        "pay_text": f"${low}K-${high}K" if said else "",
        "pay_low": None if low is None else low * 100_000,
        "pay_high": None if high is None else high * 100_000,
        "pay_currency": "USD" if said else None,
        "pay_period": "year" if said else None,
        "pay_rank": None if low is None or high is None else (low + high) * 50_000,
    }


def _letter(number: int, words: Words) -> Row:
    return {
        "uid": new_uid(NOW),
        "application_id": number,
        "name": "Cover letter",
        "text": words.posting()[:1_500],
        "created_at": _stamp(),
        "updated_at": _stamp(),
    }


def _offer(event: Event, rng: Random) -> Row:
    amount = rng.randint(80, 200)
    return {
        "id": event.offer_id,
        "uid": new_uid(NOW),
        "application_id": event.offer_id,
        "received_on": event.on.isoformat(),
        "pay_text": f"${amount}K",
        "pay_low": amount * 100_000,
        "pay_high": amount * 100_000,
        "pay_currency": "USD",
        "pay_period": "year",
        "created_at": _stamp(),
    }


def _stamp() -> str:
    return NOW.isoformat()


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


if __name__ == "__main__":
    print(built(int(sys.argv[1].replace(",", ""))))
