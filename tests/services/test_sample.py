"""A made-up search to look around in: realistic, whole, and gone again with one undo."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.support.clock import FakeClock
from tests.support.workspaces import state, undone_and_redone

from jobtracker.domain.errors import WorkspaceError
from jobtracker.domain.events import EventKind
from jobtracker.domain.listing import ALL, ListQuery
from jobtracker.domain.profiles import RoleProfile
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace


@pytest.fixture
def sample(resources: Path) -> Path:
    return resources / "sample" / "applications.toml"


def test_half_of_it_is_open_and_half_closed_with_letters(
    workspace: Workspace, sample: Path
) -> None:
    done = workspace.sample.fill(sample)

    rows = workspace.lists.rows(ListQuery(scope=ALL))
    closed = [row for row in rows if row.outcome]
    assert done.value.applications == len(rows) == 60
    assert len(closed) == 30
    assert {row.stage for row in rows} == set(Stage)
    assert len({row.outcome for row in closed}) >= len(Outcome) - 1
    assert done.value.letters == len(workspace.letters.lines()) > 0


def test_everything_in_it_agrees_with_its_history(workspace: Workspace, sample: Path) -> None:
    workspace.sample.fill(sample)

    checked = workspace.checking.check()

    assert (checked.applications, checked.problems) == (60, ())


def test_nothing_but_planned_interviews_lies_in_the_future(
    workspace: Workspace, sample: Path, clock: FakeClock
) -> None:
    clock.advance(timedelta(days=400))
    workspace.sample.fill(sample)

    rows = workspace.lists.rows(ListQuery(scope=ALL))
    for view in workspace.applications.views([row.id for row in rows]):
        days = [event.on for event in view.events]
        happened = [e.on for e in view.events if e.kind is not EventKind.INTERVIEW]
        assert max(happened) <= clock.today()
        assert days == sorted(days)
        assert view.record.since <= clock.today()


def test_it_shows_what_a_record_can_hold(workspace: Workspace, sample: Path) -> None:
    workspace.sample.fill(sample)

    rows = workspace.lists.rows(ListQuery(scope=ALL))
    views = workspace.applications.views([row.id for row in rows])
    assert {view.record.work_mode for view in views} >= {"remote", "hybrid", "on_site"}
    assert sum(len(view.contacts) for view in views) >= 10
    assert {interview.result for view in views for interview in view.interviews} >= {
        "", "passed", "failed",
    }  # fmt: skip
    assert sum(len(view.offers) for view in views) >= 4
    assert len(workspace.tags.all()) >= 10
    assert any(view.record.on_hold for view in views)
    assert any(view.record.archived for view in views)
    assert any(view.record.deadline for view in views)
    quiet = workspace.log.quiet()
    assert 2 <= len(quiet) <= 8
    assert {event.kind for view in views for event in view.events} >= {
        EventKind.INTERVIEW, EventKind.OFFER, EventKind.MESSAGE, EventKind.NOTE,
    }  # fmt: skip
    assert len(workspace.interviews.coming(workspace.clock.today())) == 3


def test_its_letters_know_their_writer(workspace: Workspace, sample: Path) -> None:
    workspace.sample.fill(sample)

    view = workspace.letters.view(workspace.letters.lines()[0].id)

    assert view.known["your_name"] == "Alex Morgan"


def test_it_is_one_step(workspace: Workspace, sample: Path) -> None:
    undone_and_redone(workspace, lambda w: w.sample.fill(sample))


@pytest.mark.parametrize("own", ["application", "closed application", "profile"])
def test_it_never_mixes_with_what_a_person_entered(
    workspace: Workspace, sample: Path, own: str
) -> None:
    if own == "profile":
        workspace.profiles.store(RoleProfile(title="Clerk"))
    else:
        key = workspace.applications.add({"company": "Acme", "role": "Clerk"}).value
        if own == "closed application":
            workspace.log.close(key, Outcome.REJECTED)
    before = state(workspace)

    with pytest.raises(WorkspaceError, match="empty workspace only"):
        workspace.sample.fill(sample)

    assert state(workspace) == before
