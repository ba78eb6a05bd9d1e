"""A made-up search to look around in: realistic, whole, and gone again with one undo."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.support.clock import FakeClock
from tests.support.workspaces import undone_and_redone

from jobtracker.domain.dates import long_date
from jobtracker.domain.events import EventKind
from jobtracker.domain.listing import ALL, ListQuery
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
    assert 4 <= len(quiet) <= 6
    assert {event.kind for view in views for event in view.events} >= {
        EventKind.INTERVIEW, EventKind.OFFER, EventKind.MESSAGE, EventKind.NOTE,
    }  # fmt: skip
    assert len(workspace.interviews.coming(workspace.clock.today())) == 4


def test_its_letters_know_their_writer(workspace: Workspace, sample: Path) -> None:
    workspace.sample.fill(sample)

    view = workspace.letters.view(workspace.letters.lines()[0].id)

    assert view.known["your_name"] == "Alex Morgan"


def test_it_is_one_step(workspace: Workspace, sample: Path) -> None:
    undone_and_redone(workspace, lambda w: w.sample.fill(sample))


def test_every_page_of_a_day_has_something_to_show(
    workspace: Workspace, sample: Path, clock: FakeClock
) -> None:
    workspace.sample.fill(sample)

    today = clock.today()
    rows = workspace.lists.rows(ListQuery())
    views = workspace.applications.views([row.id for row in rows])
    due = [(day - today).days for v in views if (day := v.record.next_action_on)]
    deadlines = [(day - today).days for v in views if (day := v.record.deadline)]
    met = [interview for view in views for interview in view.interviews]
    yesterday = (today - timedelta(days=1)).isoformat()
    assert sum(days < 0 for days in due) >= 3
    assert sum(days == 0 for days in due) >= 3
    assert sum(0 < days <= 7 for days in due) >= 5
    assert len(views) - len(due) >= 4
    assert 5 in deadlines
    assert sum(one.starts.startswith(today.isoformat()) for one in met) == 1
    assert [one.thanked_on for one in met if one.starts.startswith(yesterday)] == [None]


def test_it_has_what_one_asks_when_the_phone_rings(workspace: Workspace, sample: Path) -> None:
    workspace.sample.fill(sample)

    rows = workspace.lists.rows(ListQuery())
    key = next(row.id for row in rows if row.company == "Acme Robotics")
    view = workspace.applications.view(key)
    kept = {document.kind: document for document in workspace.documents.of(key)}
    words = workspace.documents.contents(kept["letter"].id).decode()
    assert set(kept) == {"cv", "letter"}
    assert {kept["cv"].sent_on, kept["letter"].sent_on} == {view.record.applied_on}
    assert "Dana Whitfield" in words
    assert "{{" not in words
    assert len(view.record.posting) > 500
    assert any(linked.contact.phone for linked in view.contacts)
    assert any("Pay:" in event.text for event in view.events)


def test_a_deadline_stands_in_its_posting_as_a_day(
    workspace: Workspace, sample: Path, clock: FakeClock
) -> None:
    workspace.sample.fill(sample)

    views = workspace.applications.views(
        [row.id for row in workspace.lists.rows(ListQuery()) if row.company == "Quillon Legal"]
    )
    assert long_date(clock.today() + timedelta(days=5)) in views[0].record.posting
    assert "{deadline}" not in views[0].record.posting
