"""Release 2 knows the whole record; what release 1 knew is all there, and says the same."""

import gzip
import tempfile
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
import sqlcipher3.dbapi2 as driver
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.migrations.freeze import frozen_path
from tests.support.database import ask
from tests.support.workspaces import opened

from jobtracker.domain.events import EventKind
from jobtracker.domain.stages import Outcome, Stage

EMPTIED = (
    "letter_version", "letter", "document", "event", "application_profile", "application",
    "salary_range", "profile_item", "related_role", "target_role", "letter_template", "profile",
    "company", "blob", "setting",
)  # fmt: skip


class Old(NamedTuple):
    """An event as release 1 stored it; `day` counts from the first of November."""

    kind: str
    day: int
    to: str = ""


class Where(NamedTuple):
    """Where an application stood, as release 1 read its log: in the order recorded."""

    stage: str
    since: str
    applied_on: str | None
    outcome: str | None
    closed_on: str | None


def iso(day: int) -> str:
    return (date(2026, 11, 1) + timedelta(days=day)).isoformat()


def as_release_1_read_it(log: list[Old]) -> Where:
    where = Where(log[0].to, iso(log[0].day), None, None, None)
    for kind, day, to in log[1:]:
        on = iso(day)
        if kind == "stage" and to != where.stage:
            applied = where.applied_on or (on if to == "applied" else None)
            where = where._replace(stage=to, since=on, applied_on=applied)
        elif kind == "applied":
            since = on if to and where.stage == "applied" else where.since
            where = where._replace(applied_on=on if to else None, since=since)
        elif kind == "outcome" and to != where.outcome:
            where = where._replace(outcome=to, closed_on=on)
        elif kind == "reopened":
            where = where._replace(outcome=None, closed_on=None)
    return where


def released_1(path: Path, logs: list[list[Old]], **columns: object) -> None:
    """A workspace of release 1 with an application for each log."""
    path.write_bytes(gzip.decompress(frozen_path("0001").read_bytes()))
    with closing(driver.connect(str(path), isolation_level=None)) as raw:
        raw.execute("PRAGMA foreign_keys=OFF")
        for table in EMPTIED:
            raw.execute(f"DELETE FROM {table}")
        raw.execute("DELETE FROM sqlite_sequence")
        raw.execute("DELETE FROM search_document")
        raw.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
        raw.execute(
            "INSERT INTO company (id, uid, name, name_key, notes, created_at) "
            "VALUES (7, 'c', ' Café  ÅNGSTRÖM', 'cafe angstrom', '', '')"
        )
        for number, log in enumerate(logs, start=1):
            _insert(raw, number, log, columns)


def _insert(
    raw: driver.Connection, number: int, log: list[Old], columns: dict[str, object]
) -> None:
    values: dict[str, object] = {
        "id": number, "uid": f"a{number}", "company_id": 7, "role": "Baker", "location": "",
        "url": "", "posting": "", "notes": "", "pay_text": "", "pay_assumed": "",
        "next_action": "", "created_at": "", "updated_at": "",
    }  # fmt: skip
    where = as_release_1_read_it(log)._asdict()
    values |= {"stage_since": where.pop("since"), **where, **columns}
    raw.execute(
        f"INSERT INTO application ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
        tuple(values.values()),
    )
    for place, (kind, day, to) in enumerate(log):
        said = iso(day) if kind == "applied" and to else to
        raw.execute(
            "INSERT INTO event (uid, application_id, kind, on_date, from_value, to_value, text, "
            "recorded_at) VALUES (?, ?, ?, ?, '', ?, '', '2026-11-22T09:00:00+00:00')",
            (f"e{number}.{place}", number, kind, iso(day), said),
        )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "search.jobtracker"


def test_facts_are_folded_ranked_and_moved(path: Path) -> None:
    released_1(
        path,
        [[Old("added", 3, "saved")]],
        role="Café  Manager",
        location="Zürich ",
        pay_low=4000,
        pay_high=5001,
        pay_currency="EUR",
        pay_period="hour",
        pay_text="40-50.01 an hour",
        posting="We bake.",
        posting_captured_on="2026-11-04",
    )

    with opened(path) as workspace:
        view = workspace.applications.view(1)
        assert (view.record.company, view.record.role) == (" Café  ÅNGSTRÖM", "Café  Manager")
        assert (view.record.posting, view.record.posting_captured_on) == (
            "We bake.", date(2026, 11, 4),
        )  # fmt: skip
        assert workspace.checking.check() == (1, ())
    columns = "role_key, company_key, location_key, pay_rank, standing"
    assert ask(path, f"SELECT {columns} FROM application") == [
        ("cafe manager", "cafe angstrom", "zurich", 9_361_040, "saved"),
    ]


def test_an_empty_posting_takes_no_room(path: Path) -> None:
    released_1(path, [[Old("added", 3, "saved")]])
    opened(path).close()

    assert ask(path, "SELECT count(*) FROM posting") == [(0,)]


def test_the_level_of_the_benchmark_is_the_applications_now(path: Path) -> None:
    released_1(path, [[Old("added", 3, "saved")], [Old("added", 3, "saved")]])
    with closing(driver.connect(str(path), isolation_level=None)) as raw:
        raw.execute(
            "INSERT INTO profile (id, uid, origin, version, title, category, summary, source, "
            "created_at) VALUES (1, 'p', 'own', 1, 'Baker', '', '', '', '')"
        )
        raw.execute(
            "INSERT INTO application_profile (application_id, profile_id, ordinal, level) "
            "VALUES (2, 1, 0, 'senior')"
        )

    with opened(path) as workspace:
        assert workspace.applications.view(1).record.level == ""
        view = workspace.applications.view(2)
        assert view.record.level == "senior"
        assert view.profile is not None
        assert (view.profile.title, view.profile.level) == ("Baker", "senior")


def test_numbers_that_were_given_once_are_not_given_again(path: Path) -> None:
    released_1(path, [[Old("added", 3, "saved")] for _ in range(4)])
    with closing(driver.connect(str(path), isolation_level=None)) as raw:
        for table in ("event", "application"):
            raw.execute(f"DELETE FROM {table} WHERE id = 4")

    with opened(path) as workspace:
        key = workspace.applications.add({"company": "New", "role": "Cook"}).value
        assert key == 5
        assert workspace.applications.view(key).events[0].id == 5


def test_what_was_known_is_found_by_its_words(path: Path) -> None:
    released_1(path, [[Old("added", 3, "saved")]], posting="We bake zebra bread.")

    with opened(path) as workspace:
        assert [found.ref for found in workspace.search.find("zebra")] == [1]


def test_days_out_of_order_are_corrected_so_that_it_stands_where_it_stood(path: Path) -> None:
    log = [
        Old("added", 1, "saved"), Old("stage", 20, "interview"), Old("stage", 10, "screening"),
        Old("outcome", 15, "rejected"), Old("reopened", 12),
    ]  # fmt: skip
    released_1(path, [log])

    with opened(path) as workspace:
        view = workspace.applications.view(1)
        assert (view.record.stage, view.record.outcome) == (Stage.SCREENING, None)
        interview = view.events[1]
        assert (interview.kind, interview.to_value, interview.on) == (
            EventKind.STAGE, "interview", date(2026, 11, 11),
        )  # fmt: skip
        assert workspace.checking.check() == (1, ())


DAYS = st.integers(0, 60)
STEPS = st.lists(
    st.one_of(
        st.builds(Old, st.just("stage"), DAYS, st.sampled_from([stage.value for stage in Stage])),
        st.builds(Old, st.just("outcome"), DAYS, st.sampled_from([o.value for o in Outcome])),
        st.builds(Old, st.just("reopened"), DAYS),
        st.builds(Old, st.just("applied"), DAYS, st.sampled_from(["day", ""])),
        st.builds(Old, st.sampled_from(["note", "letter"]), DAYS),
    ),
    max_size=8,
)


def as_release_1_wrote_it(stage: str, day: int, steps: list[Old]) -> list[Old]:
    """Only what changed something was kept, and a move opened what was closed."""
    log = [Old("added", day, stage)]
    if stage == "applied":
        log.append(Old("applied", day, "day"))
    for step in steps:
        where = as_release_1_read_it(log)
        if step.kind == "stage" and where.outcome:
            log.append(Old("reopened", step.day))
        known = {"stage": where.stage, "outcome": where.outcome or "", "reopened": where.outcome}
        if known.get(step.kind, "-") != (step.to or None if step.kind == "reopened" else step.to):
            log.append(step)
    return log


@given(
    st.lists(
        st.builds(as_release_1_wrote_it, st.sampled_from([s.value for s in Stage]), DAYS, STEPS),
        min_size=1,
        max_size=12,
    )
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@pytest.mark.long
def test_every_log_of_release_1_tells_where_its_application_stands(logs: list[list[Old]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "search.jobtracker"
        released_1(path, logs)

        with opened(path) as workspace:
            assert workspace.checking.check() == (len(logs), ())
            for number, log in enumerate(logs, start=1):
                record = workspace.applications.view(number).record
                before = as_release_1_read_it(log)
                assert (record.stage, record.outcome) == (before.stage, before.outcome)
