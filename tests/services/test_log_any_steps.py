"""Whatever a person does, in whatever order: the columns agree with the log, the index with the
records, and undoing all of it gives the first state back.
"""

from collections import Counter
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from sqlalchemy import text
from tests.support.any_steps import AnySteps, run_machine
from tests.support.workspaces import opened

from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.events import EventKind
from jobtracker.domain.funnel import funnel
from jobtracker.domain.listing import ALL, ListQuery
from jobtracker.domain.stages import OUTCOMES, STAGES, Outcome, Stage

WHICH = st.integers(0, 5)
"""One of the records there are, counted round."""

MOMENTS = st.none() | st.integers(-40, 20).map(lambda n: date(2026, 11, 22) + timedelta(days=n))
DAYS = st.integers(-40, 20).map(lambda n: date(2026, 11, 22) + timedelta(days=n))
WORDS = st.sampled_from(["Acme", "Ácme", "Zoë's C++ shop", '"; DROP', "two\nlines", "x y z"])
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "company": WORDS,
        "role": WORDS,
        "location": WORDS,
        "notes": WORDS,
        "posting": WORDS,
        "pay": st.sampled_from(["$100k - $120k", "€40/h", "competitive", ""]),
        "excitement": st.none() | st.integers(1, 5),
        "tags": st.lists(WORDS, max_size=3).map(tuple),
        "stage": st.sampled_from(Stage),
        "applied_on": MOMENTS,
        "promised_on": MOMENTS,
        "on_hold": st.booleans(),
        "archived": st.booleans(),
    },
)


class LogSteps(AnySteps):
    """The log, its columns and the lists."""

    def _standing(self, key: int) -> tuple[Stage, Outcome | None] | None:
        with suppress(NotFoundError):
            record = self._workspace.applications.view(key).record
            return record.stage, record.outcome
        return None

    @rule(fields=FIELDS)
    def add(self, fields: dict[str, Any]) -> None:
        whole = {"company": "Acme", "role": "Baker"} | fields
        self._try(self._workspace.applications.add, whole)

    @rule(which=WHICH, fields=FIELDS)
    def edit(self, which: int, fields: dict[str, Any]) -> None:
        self._try(self._workspace.applications.edit, self._one("application", which), fields)

    @rule(fields=FIELDS)
    def edit_many(self, fields: dict[str, Any]) -> None:
        self._try(self._workspace.applications.edit_many, self._ids("application"), fields)

    @rule(which=WHICH)
    def remove(self, which: int) -> None:
        self._try(self._workspace.applications.remove, self._one("application", which))

    @rule(which=WHICH, stage=st.sampled_from(Stage), after=WHICH)
    def place(self, which: int, stage: Stage, after: int) -> None:
        card, above = self._one("application", which), self._one("application", after)
        self._try(self._workspace.applications.place, card, stage, above)

    @rule(which=WHICH, stage=st.sampled_from(Stage), on=MOMENTS)
    def move(self, which: int, stage: Stage, on: date | None) -> None:
        key = self._one("application", which)
        if self._try(self._workspace.log.move, key, stage, on):
            assert self._standing(key) == (stage, None)
        else:
            assert on is not None or self._standing(key) is None

    @rule(stage=st.sampled_from(Stage))
    def move_many(self, stage: Stage) -> None:
        for key in self._workspace.log.move_many(self._ids("application"), stage).value:
            assert self._standing(key) == (stage, None)

    @rule(which=WHICH, outcome=st.sampled_from(Outcome), on=MOMENTS, reason=WORDS)
    def close(self, which: int, outcome: Outcome, on: date | None, reason: str) -> None:
        key = self._one("application", which)
        before = self._standing(key)
        if self._try(self._workspace.log.close, key, outcome, on, reason):
            assert before is not None
            assert self._standing(key) == (before[0], outcome)
        else:
            assert on is not None or before is None

    @rule(which=WHICH, on=MOMENTS)
    def reopen(self, which: int, on: date | None) -> None:
        key = self._one("application", which)
        before = self._standing(key)
        if self._try(self._workspace.log.reopen, key, on):
            assert before is not None
            assert self._standing(key) == (before[0], None)
        else:
            assert on is not None or before is None

    @rule()
    def close_quiet(self) -> None:
        self._workspace.log.close_quiet([row.id for row in self._workspace.log.quiet()])

    @rule(which=WHICH, words=WORDS, on=MOMENTS)
    def note(self, which: int, words: str, on: date | None) -> None:
        self._try(self._workspace.log.note, self._one("application", which), words, on)

    @rule(which=WHICH, words=WORDS, incoming=st.booleans(), on=MOMENTS)
    def message(self, which: int, words: str, incoming: bool, on: date | None) -> None:
        key = self._one("application", which)
        self._try(self._workspace.log.message, key, words, incoming=incoming, on=on)

    @rule(which=WHICH, on=MOMENTS)
    def offer(self, which: int, on: date | None) -> None:
        self._try(self._workspace.log.offer, self._one("application", which), "$120k", on, "x")

    @rule(
        which=WHICH,
        what=st.sampled_from(
            [
                *((EventKind.STAGE, stage.value) for stage in STAGES),
                *((EventKind.OUTCOME, outcome.value) for outcome in OUTCOMES),
                (EventKind.REOPENED, ""),
                (EventKind.INTERVIEW, ""),
            ]
        ),
        on=DAYS,
    )
    def past(self, which: int, what: tuple[EventKind, str], on: date) -> None:
        key, (kind, value) = self._one("application", which), what
        before = self._standing(key)
        self._try(self._workspace.log.past, key, kind, on, value)
        assert self._standing(key) == before

    @rule(which=st.integers(0, 40))
    def retract(self, which: int) -> None:
        self._try(self._workspace.log.retract, self._one("event", which))

    @rule(which=st.integers(0, 40), on=DAYS)
    def redate(self, which: int, on: date) -> None:
        with self._workspace.database.read() as session:
            which = self._one("event", which)
            key = session.scalar(
                text("SELECT application_id FROM event WHERE id = :key"), {"key": which}
            )
        before = self._standing(key or 0)
        self._try(self._workspace.log.redate, which, on)
        assert self._standing(key or 0) == before

    @rule(which=st.integers(0, 40), words=WORDS)
    def reword(self, which: int, words: str) -> None:
        self._try(self._workspace.log.reword, self._one("event", which), words)

    @rule(which=WHICH, on=DAYS, people=WORDS)
    def add_interview(self, which: int, on: date, people: str) -> None:
        fields = {"starts": f"{on}T14:00", "people": people}
        self._try(self._workspace.interviews.add, self._one("application", which), fields)

    @rule(which=WHICH, on=DAYS)
    def move_interview(self, which: int, on: date) -> None:
        fields = {"starts": on.isoformat(), "result": "passed"}
        self._try(self._workspace.interviews.edit, self._one("interview", which), fields)

    @rule(which=WHICH)
    def remove_interview(self, which: int) -> None:
        self._try(self._workspace.interviews.remove, self._one("interview", which))

    @rule(which=WHICH, name=WORDS, part=WORDS)
    def add_contact(self, which: int, name: str, part: str) -> None:
        fields = {"name": name, "company": "Acme"}
        self._try(self._workspace.contacts.add_to, self._one("application", which), fields, part)

    @rule(which=WHICH)
    def remove_contact(self, which: int) -> None:
        self._try(self._workspace.contacts.remove, self._one("contact", which))

    @rule(hours=st.sampled_from([0.2, 2, 30, -50]))
    def time_passes_or_the_clock_goes_back(self, hours: float) -> None:
        self._clock.advance(timedelta(hours=hours))

    @invariant()
    def the_counts_agree_with_the_log(self) -> None:
        workspace = self._workspace
        views = workspace.applications.views(self._ids("application"))
        told = Counter(
            "archived" if v.record.archived else v.record.outcome or v.record.stage for v in views
        )
        columns = {word: len(workspace.lists.column(word).rows) for word in told}
        assert columns == told
        assert workspace.lists.count(ALL) == len(workspace.lists.rows(ListQuery(scope=ALL)))
        reached = funnel([view.log for view in views]).reached
        assert reached[Stage.SAVED] == len(views)
        assert sorted(reached.values(), reverse=True) == list(reached.values())


@pytest.fixture(scope="module")
def bare_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bare") / "bare.jobtracker"
    opened(path).close()
    return path


@pytest.mark.timeout(600)
@pytest.mark.long
def test_any_steps(bare_file: Path) -> None:
    run_machine(LogSteps, bare_file, examples=15, steps=30)
