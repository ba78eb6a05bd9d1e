"""What a person does with applications: add, edit, move, close, note, look."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from jobtracker.domain import matching, money
from jobtracker.domain.applications import (
    Application,
    ApplicationFields,
    ApplicationView,
    LinkedProfile,
)
from jobtracker.domain.changes import Done
from jobtracker.domain.events import Event, EventKind
from jobtracker.domain.listing import ListQuery, ListRow
from jobtracker.domain.pay import Pay, position
from jobtracker.domain.profiles import Benchmark
from jobtracker.domain.salary_ranges import SalaryRange, range_for
from jobtracker.domain.stages import Outcome, Stage, outcome_name, stage_name
from jobtracker.domain.text import checked_text, required_text, shortened
from jobtracker.services import application_steps as steps
from jobtracker.services.base import Service, done
from jobtracker.storage import applications, events, letters, profiles, search

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_AT_A_TIME = 1000
"""So many applications are read by one statement; SQLite takes 32,766 parameters."""


class Applications(Service):
    def add(self, fields: ApplicationFields) -> Done[int]:
        """Store a new application; its id. `company` and `role` are required.

        Without a `profile` the best fitting one is linked, where one fits well.
        Raises InvalidInputError and NotFoundError; then nothing was stored.
        """
        role = required_text(fields.get("role", ""), "role")
        log = steps.opening(fields, self._clock.today())
        with self._db.write(f"add {shortened(role)}") as tx:
            key = steps.insert_new(tx.session, fields, log, self._clock.now())
        return done(key, tx)

    def edit(self, application_id: int, fields: ApplicationFields) -> Done[int]:
        """Set the fields given; the others stay as they are."""
        now = self._clock.now()
        values = steps.columns(fields, self._clock.today())
        if "role" in fields:
            values["role"] = required_text(fields["role"], "role")
        with self._db.write(_edit_label(fields)) as tx:
            before = _record(tx.session, application_id)
            if "company" in fields:
                name = required_text(fields["company"], "company")
                values["company_id"] = applications.company_id(tx.session, name, now)
            if values:
                applications.change(tx.session, application_id, values, now)
            if "profile" in fields or "level" in fields:
                self._relink(tx.session, application_id, fields, before.role)
            self._edit_standing(tx.session, application_id, fields, now)
        return done(application_id, tx)

    def _relink(
        self, session: "Session", application_id: int, fields: ApplicationFields, role: str
    ) -> None:
        linked = applications.links(session, [application_id]).get(application_id)
        if "profile" in fields:
            profile_id = steps.chosen_profile(session, fields, role)
        else:
            profile_id = linked.id if linked else None
        kept = linked.level if linked else ""
        level = steps.chosen_level(fields) if "level" in fields else kept
        if (profile_id, level) != (linked.id if linked else None, kept):
            applications.link_profile(session, application_id, profile_id, level)

    def _edit_standing(
        self, session: "Session", application_id: int, fields: ApplicationFields, now: datetime
    ) -> None:
        today = self._clock.today()
        if "stage" in fields:
            steps.append(session, application_id, steps.to_stage(fields["stage"], today), now)
        if "applied_on" in fields:
            on = fields["applied_on"]
            text = on.isoformat() if on else ""
            event = Event(EventKind.APPLIED, on or today, to_value=text)
            steps.append(session, application_id, [event], now)

    def move(self, application_id: int, stage: Stage, on: date | None = None) -> Done[int]:
        """Set the stage; a closed application is open again by it."""
        events_of_it = steps.to_stage(stage, on or self._clock.today())
        return self._log(application_id, events_of_it, f"move to {stage_name(stage)}")

    def close(self, application_id: int, outcome: Outcome, on: date | None = None) -> Done[int]:
        """Record how it ended; the stage reached stays."""
        event = Event(EventKind.OUTCOME, on or self._clock.today(), to_value=outcome.value)
        return self._log(application_id, [event], f"close as {outcome_name(outcome)}")

    def reopen(self, application_id: int, on: date | None = None) -> Done[int]:
        event = Event(EventKind.REOPENED, on or self._clock.today())
        return self._log(application_id, [event], "reopen")

    def note(self, application_id: int, text: str, on: date | None = None) -> Done[int]:
        """Add a dated note to the activity."""
        words = checked_text(text, "note")
        required_text(words, "note")
        event = Event(EventKind.NOTE, on or self._clock.today(), text=words)
        return self._log(application_id, [event], "note")

    def remove(self, application_id: int) -> Done[int]:
        """Take an application away with all that hangs on it; undo brings it back whole."""
        with self._db.write("delete application") as tx:
            _record(tx.session, application_id)
            applications.remove(tx.session, application_id)
        return done(application_id, tx)

    def _log(self, application_id: int, log: Iterable[Event], label: str) -> Done[int]:
        with self._db.write(label) as tx:
            _record(tx.session, application_id)
            steps.append(tx.session, application_id, log, self._clock.now())
        return done(application_id, tx)

    def id_of(self, reference: str) -> int:
        """The id behind a number or a uid; NotFoundError where there is none."""
        with self._db.read() as session:
            return applications.id_of(session, reference)

    def rows(self, query: ListQuery = ListQuery()) -> list[ListRow]:  # noqa: B008 - a NamedTuple
        with self._db.read() as session:
            found = search.matches(session, query.text, "application") if query.text else None
            return applications.list_rows(session, query, found)

    def view(self, application_id: int) -> ApplicationView:
        """Everything about one application; NotFoundError where it is gone."""
        with self._db.read() as session:
            _record(session, application_id)
            return _views(session, [application_id])[0]

    def views(self, ids: Sequence[int]) -> list[ApplicationView]:
        """The same for many, in a fixed number of statements for each thousand."""
        with self._db.read() as session:
            return [
                view
                for start in range(0, len(ids), _AT_A_TIME)
                for view in _views(session, ids[start : start + _AT_A_TIME])
            ]

    def propose_profiles(self, title: str) -> list[LinkedProfile]:
        """The reference profiles that fit a title, best first, with the level it names."""
        with self._db.read() as session:
            known = profiles.titles(session)
        names = dict(known)
        level = matching.level_in(title)
        return [
            LinkedProfile(match.profile_id, names[match.profile_id], level)
            for match in matching.best_matches(title, known)
        ]

    def benchmark_for(self, profile_id: int, title: str, level: str = "") -> Benchmark | None:
        """The range that an application of this title would be held against.

        Raises NotFoundError where the profile is gone.
        """
        with self._db.read() as session:
            profile = profiles.load(session, profile_id)
        linked = LinkedProfile(profile_id, profile.title, level)
        return _benchmark(linked, {profile_id: profile.salaries}, title)


def _record(session: "Session", application_id: int) -> Application:
    applications.id_of(session, str(application_id))
    return applications.records(session, [application_id])[0]


def _edit_label(fields: ApplicationFields) -> str:
    if len(fields) != 1:
        return "edit application"
    name = next(iter(fields))
    return f"edit {steps.FIELD_NAMES.get(name, name)}"


def _views(session: "Session", ids: Sequence[int]) -> list[ApplicationView]:
    links = applications.links(session, ids)
    ranges = profiles.ranges(session, [link.id for link in links.values()])
    logs, written = events.of(session, ids), letters.lines_of(session, ids)
    views = []
    for record in applications.records(session, ids):
        linked = links.get(record.id)
        benchmark = _benchmark(linked, ranges, record.role) if linked else None
        views.append(
            ApplicationView(
                record=record,
                profile=linked,
                benchmark=benchmark,
                position=position(record.pay, benchmark.range.pay if benchmark else Pay()),
                events=tuple(logs[record.id]),
                letters=tuple(written[record.id]),
            )
        )
    return views


def _benchmark(
    linked: LinkedProfile, ranges: Mapping[int, tuple[SalaryRange, ...]], title: str
) -> Benchmark | None:
    fitting = range_for(ranges.get(linked.id, ()), title, linked.level)
    return Benchmark(linked.id, linked.title, fitting) if fitting else None


def comparison(view: ApplicationView) -> str:
    """Where an application's pay stands, in one sentence."""
    if view.benchmark is None:
        return "No reference role is linked. Link one to compare pay."
    salary = view.benchmark.range
    name = ", ".join(filter(None, (view.benchmark.profile, salary.level)))
    role = f"{name}: {money.long_range(salary.pay)}"
    if view.record.pay.low is None and view.record.pay.high is None:
        return f"Pay is not listed. The benchmark for {role}."
    if view.position.value is None:
        return f"{view.position.reason} The benchmark for {role}."
    counted = f" {view.position.reason}" if view.position.reason else ""
    return f"{_place_words(view.position.value)} of the benchmark for {role}.{counted}"


def _place_words(value: float) -> str:
    if value < 0:
        return "This pay is below the low end"
    if value > 1:
        return "This pay is above the high end"
    return f"This pay sits {value:.0%} up the range"
