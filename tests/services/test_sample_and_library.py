from datetime import timedelta
from pathlib import Path

import pytest
from tests.support.clock import FakeClock

from jobtracker.domain.applications import ApplicationFields
from jobtracker.domain.errors import InvalidInputError, WorkspaceError
from jobtracker.domain.events import EventKind
from jobtracker.domain.listing import ALL, ListQuery
from jobtracker.services.workspace import Workspace


@pytest.fixture
def sample(resources: Path) -> Path:
    return resources / "sample" / "applications.toml"


def test_the_sample_stands_around_the_day_it_is_filled_in(
    workspace: Workspace, sample: Path, clock: FakeClock
) -> None:
    today = clock.today()

    workspace.sample.fill(sample)

    views = workspace.applications.views(
        [row.id for row in workspace.lists.rows(ListQuery(scope=ALL))]
    )
    days = [
        event.on for view in views for event in view.events if event.kind is not EventKind.INTERVIEW
    ]
    assert max(days) <= today
    assert today - timedelta(days=130) < min(days) < today - timedelta(days=100)
    for view in views:
        own = [event.on for event in view.events]
        assert own == sorted(own), view.record.company
        assert view.events[0].kind is EventKind.ADDED
    due = {(v.record.next_action_on - today).days for v in views if v.record.next_action_on}
    assert min(due) < 0 < max(due)
    assert 0 in due


def test_the_sample_links_profiles_and_pays_in_many_currencies(
    workspace: Workspace, sample: Path
) -> None:
    workspace.sample.fill(sample)

    rows = workspace.lists.rows(ListQuery(scope=ALL))
    assert sum(bool(row.profile) for row in rows) >= 50
    assert {row.pay.currency for row in rows} >= {"USD", "EUR", "GBP", "CHF", "CAD", "INR", None}
    assert {row.pay.period for row in rows} >= {"hour", "day", "month", "year"}
    assert workspace.checking.check().problems == ()


def test_the_sample_goes_in_once(workspace: Workspace, sample: Path) -> None:
    workspace.sample.fill(sample)
    with pytest.raises(WorkspaceError, match="without applications"):
        workspace.sample.fill(sample)

    workspace.history.undo()
    assert workspace.sample.fill(sample).value.applications == 60


def test_a_known_library_is_not_read_again(workspace: Workspace, resources: Path) -> None:
    assert not workspace.library.bring_up_to_date(resources).rows


def test_the_library_is_no_step_and_cannot_be_removed(workspace: Workspace) -> None:
    assert workspace.history.steps() == []
    key = workspace.profiles.show("Python Developer").id
    with pytest.raises(InvalidInputError, match="bundled library"):
        workspace.profiles.remove(key)


def test_editing_a_bundled_profile_makes_a_copy_and_takes_the_links_along(
    workspace: Workspace,
) -> None:
    from dataclasses import replace

    bundled = workspace.profiles.show("Python Developer")
    fields = ApplicationFields(company="Acme", role="Python Developer")
    application = workspace.applications.add(fields).value

    own = workspace.profiles.edit(bundled.id, replace(bundled, summary="Mine.")).value

    assert workspace.profiles.load(bundled.id) == bundled
    linked = workspace.applications.view(application).profile
    assert linked is not None
    assert linked.id == own
    assert workspace.profiles.show("Python Developer").summary == "Mine."

    workspace.profiles.remove(own)
    assert workspace.applications.view(application).profile is None
