"""What a person does with the record of an application: add, edit, lay out, delete, look."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jobtracker.domain import matching
from jobtracker.domain.applications import ApplicationFields, ApplicationView, LinkedProfile
from jobtracker.domain.changes import Done
from jobtracker.domain.profiles import Benchmark
from jobtracker.domain.recording import Moment, applying, moving, refuse_to_come
from jobtracker.domain.stages import Stage, stage_name
from jobtracker.domain.text import required_text, shortened
from jobtracker.services import application_steps as steps
from jobtracker.services import application_views as views
from jobtracker.services import log_steps, profile_matching
from jobtracker.services.application_facts import FIELD_NAMES, columns, tag_names
from jobtracker.services.base import Service, done
from jobtracker.storage import applications, board, companies, profiles, tags

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_ONE = "application"
_AT_A_TIME = 1000
"""So many applications are put together at once."""


class Applications(Service):
    def add(self, fields: ApplicationFields) -> Done[int]:
        """Store a new application; its id. `company` and `role` are required.

        Without a `profile` the best fitting one is linked, where one fits well.
        Raises InvalidInputError and NotFoundError; then nothing was stored.
        """
        role = required_text(fields.get("role", ""), "role")
        log = log_steps.opening(fields, self._clock.today())
        with self._db.write(f"add {shortened(role)}") as tx:
            key = steps.insert_new(tx.session, fields, log, self._clock.now())
        return done(key, tx)

    def edit(self, application_id: int, fields: ApplicationFields) -> Done[int]:
        """Set the fields given; the others stay as they are."""
        with self._db.write(_edit_label(fields)) as tx:
            applications.id_of(tx.session, str(application_id))
            self._edit(tx.session, [application_id], fields)
        return done(application_id, tx)

    def edit_many(self, ids: Sequence[int], fields: ApplicationFields) -> Done[tuple[int, ...]]:
        """Set the same fields of many applications, as one step. Those that are gone are left
        out; the value is the ids of the others.
        """
        with self._db.write(_many_label(_edit_label(fields), ids)) as tx:
            known = applications.known(tx.session, ids)
            self._edit(tx.session, known, fields)
        return done(tuple(known), tx)

    def edit_rows(self, rows: Sequence[tuple[int, ApplicationFields]]) -> Done[tuple[int, ...]]:
        """Set fields of several applications, each its own, as one step: all of them or none.
        Those that are gone are left out; the value is the ids of the others.
        """
        label = _edit_label(rows[0][1]) if len(rows) == 1 else "edit application"
        with self._db.write(_many_label(label, [row[0] for row in rows])) as tx:
            known = applications.known(tx.session, [row[0] for row in rows])
            alive = set(known)
            for application_id, fields in rows:
                if application_id in alive:
                    self._edit(tx.session, [application_id], fields)
        return done(tuple(known), tx)

    def _edit(self, session: "Session", ids: Sequence[int], fields: ApplicationFields) -> None:
        now, today = self._clock.now(), self._clock.today()
        values = columns(fields)
        if "company" in fields:
            name = required_text(fields["company"], "company")
            company = companies.found_or_made(session, name, now)
            values |= {"company_id": company.id, "company_key": company.key}
        applications.change(session, ids, values, now)
        steps.set_hanging(session, ids, fields, today)
        if "profile" in fields:
            profile_id = steps.chosen_profile(session, fields, "")
            applications.link_profile(session, ids, profile_id)
        if "stage" in fields or "applied_on" in fields:
            self._edit_log(session, ids, fields)

    def _edit_log(self, session: "Session", ids: Sequence[int], fields: ApplicationFields) -> None:
        """Stage and day of applying: the log is told, and they follow from it."""
        at = Moment(self._clock.now(), self._clock.today())
        if "stage" in fields:
            stage = fields["stage"]
            log_steps.record_many(session, ids, lambda log: moving(log, stage, None, at), at.now)
        if "applied_on" in fields:
            on = fields["applied_on"]
            refuse_to_come(on, at.today, "applied_on")
            log_steps.record_many(session, ids, lambda log: applying(log, on, at), at.now)

    def tag_many(
        self, ids: Sequence[int], add: Sequence[str] = (), remove: Sequence[str] = ()
    ) -> Done[tuple[int, ...]]:
        """Put tags on many applications and take others off, as one step."""
        with self._db.write(_many_label("edit tags", ids)) as tx:
            known = applications.known(tx.session, ids)
            tags.put_on(tx.session, known, tag_names(add))
            tags.take_off(tx.session, known, tag_names(remove))
        return done(tuple(known), tx)

    def place(self, application_id: int, stage: Stage, after: int | None) -> Done[int]:
        """Lay a card under the card `after` in the column of a stage, or on top of it for None.

        It moves to that stage where it is in another.
        """
        with self._db.write(f"move to {stage_name(stage)}") as tx:
            before = _standing(tx.session, application_id)
            at = Moment(self._clock.now(), self._clock.today())
            log_steps.move(tx.session, application_id, stage, None, at)
            board.put_after(tx.session, application_id, after)
            if _standing(tx.session, application_id) == before:
                tx.label = "move card"
        return done(application_id, tx)

    def remove(self, application_id: int) -> Done[int]:
        """Take an application away with all that hangs on it; undo brings it back whole."""
        with self._db.write("delete application") as tx:
            applications.id_of(tx.session, str(application_id))
            applications.remove(tx.session, [application_id])
            tags.sweep(tx.session)
        return done(application_id, tx)

    def is_asked_about(self, ids: Sequence[int]) -> bool:
        """Whether so many are a good part of all, so that deleting them is asked about first."""
        from jobtracker.services import backups

        with self._db.read() as session:
            return backups.is_asked_about(len(ids), applications.count(session))

    def remove_many(self, ids: Sequence[int]) -> Done[tuple[int, ...]]:
        """The same for many, as one step; backed up before where that is a good part of all."""
        from jobtracker.services import backups

        with self._db.read() as session:
            total = applications.count(session)
        if backups.is_large(len(ids), total):
            backups.before(self._db, backups.BEFORE_DELETING)
        with self._db.write(_many_label("delete application", ids)) as tx:
            known = applications.known(tx.session, ids)
            applications.remove(tx.session, known)
            tags.sweep(tx.session)
        return done(tuple(known), tx)

    def id_of(self, reference: str) -> int:
        """The id behind a number or a uid; NotFoundError where there is none."""
        with self._db.read() as session:
            return applications.id_of(session, reference)

    def view(self, application_id: int) -> ApplicationView:
        """Everything about one application; NotFoundError where it is gone."""
        with self._db.read() as session:
            applications.id_of(session, str(application_id))
            return views.views(session, [application_id], self._clock.today())[0]

    def views(self, ids: Sequence[int]) -> list[ApplicationView]:
        """The same for many, in a fixed number of statements for each thousand."""
        with self._db.read() as session:
            return [
                view
                for start in range(0, len(ids), _AT_A_TIME)
                for view in views.views(
                    session, ids[start : start + _AT_A_TIME], self._clock.today()
                )
            ]

    def propose_profiles(self, title: str, posting: str = "") -> list[LinkedProfile]:
        """The reference profiles that fit a title and the words of its posting, best first,
        with the level the title names and why each fits.
        """
        with self._db.read() as session:
            found = profile_matching.matches(session, title, posting)
            names = dict(profiles.titles(session))
        level = matching.level_in(title)
        return [
            LinkedProfile(match.profile_id, names[match.profile_id], level, match.why)
            for match in found
        ]

    def benchmark_for(self, profile_id: int, title: str, level: str = "") -> Benchmark | None:
        """The range that an application of this title would be held against.

        Raises NotFoundError where the profile is gone.
        """
        with self._db.read() as session:
            profile = profiles.load(session, profile_id)
        linked = LinkedProfile(profile_id, profile.title, level)
        return views.benchmark(linked, profile.salaries, title)


def _standing(session: "Session", application_id: int) -> str:
    """The column of the board that a card lies in; NotFoundError where it is gone."""
    applications.id_of(session, str(application_id))
    return board.column_of(session, application_id)


def _edit_label(fields: ApplicationFields) -> str:
    if len(fields) != 1:
        return "edit application"
    name = next(iter(fields))
    return f"edit {FIELD_NAMES.get(name, name)}"


def _many_label(label: str, ids: Sequence[int]) -> str:
    """The label of a step that concerns many: "edit source of 3 applications"."""
    if len(ids) == 1:
        return label
    many = f"{len(ids):,} applications"
    return f"{label.removesuffix(_ONE)}{many}" if label.endswith(_ONE) else f"{label} of {many}"
