"""Columns agree with the log whatever a person did; what was tampered with is noticed."""

import shutil
import tempfile
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.database import write_by_force
from tests.support.workspaces import opened

from jobtracker.domain.errors import (
    NotFoundError,
    NothingToUndoError,
    WorkspaceDamagedError,
)
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace


def test_an_empty_workspace_is_sound(workspace: Workspace) -> None:
    assert workspace.checking.check() == (0, ())


def test_a_sound_workspace_says_how_much_was_looked_at(workspace: Workspace, acme: int) -> None:
    workspace.applications.close(acme, Outcome.REJECTED)
    workspace.applications.add({"company": "B", "role": "Baker"})

    assert workspace.checking.check() == (2, ())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE application SET stage = 'offer' WHERE id = 1",
        "UPDATE application SET stage_since = '2020-01-01' WHERE id = 1",
        "UPDATE application SET applied_on = '2020-01-01' WHERE id = 1",
        "UPDATE application SET outcome = 'accepted', closed_on = '2020-01-01' WHERE id = 1",
        "DELETE FROM event WHERE application_id = 1 AND kind = 'stage'",
        "UPDATE event SET to_value = 'offer' WHERE application_id = 1 AND kind = 'stage'",
    ],
)
def test_a_column_that_differs_from_the_log_is_noticed(
    workspace: Workspace, acme: int, statement: str
) -> None:
    workspace.applications.move(acme, Stage.INTERVIEW)
    workspace.applications.add({"company": "B", "role": "Baker"})

    checked = tampered(workspace, statement)

    assert checked == ("Application 1: its stage or dates differ from its history.",)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM event WHERE application_id = 1",
        "UPDATE event SET kind = 'guess' WHERE application_id = 1",
        "UPDATE application SET stage = 'apqlied' WHERE id = 1",
        "UPDATE application SET closed_on = 'soon' WHERE id = 1",
    ],
)
def test_a_value_that_was_never_written_by_us_is_damage(
    workspace: Workspace, acme: int, statement: str
) -> None:
    with pytest.raises(WorkspaceDamagedError) as refused:
        tampered(workspace, statement)

    assert "\n" not in str(refused.value)


def tampered(workspace: Workspace, statement: str) -> tuple[str, ...]:
    path = workspace.database.path
    assert path is not None
    workspace.close()
    write_by_force(path, statement)
    with opened(path) as later:
        return later.checking.check().problems


DAYS = st.none() | st.integers(-60, 60).map(lambda n: date(2026, 11, 22) + timedelta(days=n))
WHICH = st.integers(1, 3)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("move"), WHICH, st.sampled_from(Stage), DAYS),
        st.tuples(st.just("close"), WHICH, st.sampled_from(Outcome), DAYS),
        st.tuples(st.just("reopen"), WHICH, DAYS),
        st.tuples(st.just("note"), WHICH, st.just("words"), DAYS),
        st.tuples(st.just("edit"), WHICH, st.fixed_dictionaries({"applied_on": DAYS})),
        st.tuples(
            st.just("edit"),
            WHICH,
            st.fixed_dictionaries({"stage": st.sampled_from(Stage), "applied_on": DAYS}),
        ),
        st.tuples(st.just("remove"), WHICH),
        st.tuples(
            st.just("add"),
            st.fixed_dictionaries(
                {"company": st.just("Acme"), "role": st.just("Baker")},
                optional={"stage": st.sampled_from(Stage), "applied_on": DAYS},
            ),
        ),
        st.tuples(st.sampled_from(["undo", "redo"])),
    ),
    max_size=14,
)


@given(STEPS)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_a_person_does_the_columns_agree_with_the_log(
    bare_file: Path, steps: list[tuple[object, ...]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(bare_file, folder))
        with opened(path) as workspace:
            for number in range(2):
                workspace.applications.add({"company": f"C{number}", "role": "Baker"})
            for name, *more in steps:
                done(workspace, str(name), more)
            assert workspace.checking.check().problems == ()


def done(workspace: Workspace, name: str, more: list[object]) -> None:
    place = workspace.history if name in ("undo", "redo") else workspace.applications
    with suppress(NotFoundError, NothingToUndoError):
        getattr(place, name)(*more)


@pytest.fixture(scope="session")
def bare_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace without the library: small, and quickly copied."""
    path = tmp_path_factory.mktemp("bare") / "bare.jobtracker"
    opened(path).close()
    return path
