"""Sample data lives apart: it goes in one step, and what a person added stays, row for row."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from tests.support.workspaces import opened, state, undone_and_redone

from jobtracker.domain.applications import ApplicationFields
from jobtracker.domain.blocks import Block
from jobtracker.domain.contacts import ContactFields
from jobtracker.domain.errors import WorkspaceError
from jobtracker.domain.events import EventKind
from jobtracker.domain.listing import ALL, ListQuery
from jobtracker.domain.profiles import RoleProfile
from jobtracker.domain.stages import Outcome
from jobtracker.services.workspace import Workspace
from jobtracker.storage.schema import JOURNALLED

OF_SAMPLE, OF_BOTH, OF_OWN = "Wingtip Payments", "Acme Robotics", "Hillside Bakery"

Row = dict[str, Any]
Tables = dict[str, list[Row]]


@pytest.fixture
def sample(resources: Path) -> Path:
    return resources / "sample" / "applications.toml"


@pytest.fixture
def filled(workspace: Workspace, sample: Path) -> Workspace:
    workspace.sample.fill(sample)
    return workspace


def companies(workspace: Workspace) -> list[str]:
    return [row.company for row in workspace.lists.rows(ListQuery(scope=ALL))]


def key_at(workspace: Workspace, company: str) -> int:
    rows = workspace.lists.rows(ListQuery(scope=ALL))
    return next(row.id for row in rows if row.company == company)


def test_all_of_it_goes_and_nothing_of_it_stays(workspace: Workspace, sample: Path) -> None:
    before = state(workspace)
    workspace.sample.fill(sample)
    assert workspace.sample.is_there()

    gone = workspace.sample.remove()

    assert (gone.value, gone.label) == (60, "remove sample data")
    assert state(workspace) == before
    assert not workspace.sample.is_there()


def test_taking_it_away_is_one_step(filled: Workspace) -> None:
    undone_and_redone(filled, lambda workspace: workspace.sample.remove())


def test_where_there_is_none_nothing_is_removed(workspace: Workspace) -> None:
    workspace.applications.add({"company": OF_OWN, "role": "Baker"})
    before = state(workspace)

    with pytest.raises(WorkspaceError, match="no sample data"):
        workspace.sample.remove()

    assert state(workspace) == before


@pytest.mark.parametrize("closed", [False, True])
def test_it_never_goes_in_among_own_applications(
    workspace: Workspace, sample: Path, closed: bool
) -> None:
    key = workspace.applications.add({"company": OF_OWN, "role": "Baker"}).value
    if closed:
        workspace.log.close(key, Outcome.REJECTED)
    before = state(workspace)

    with pytest.raises(WorkspaceError, match="without applications only"):
        workspace.sample.fill(sample)

    assert state(workspace) == before


def test_what_a_person_has_besides_applications_is_no_obstacle(
    workspace: Workspace, sample: Path
) -> None:
    workspace.profiles.store(RoleProfile(title="Clerk"))
    workspace.contacts.add({"name": "Dana Whitfield", "company": OF_BOTH})
    workspace.preferences.set_weekly_goal(7)
    before = state(workspace)

    workspace.sample.fill(sample)
    workspace.sample.remove()

    assert state(workspace) == before


def test_it_says_nothing_about_a_person_who_said_it_themselves(
    workspace: Workspace, sample: Path
) -> None:
    draft = workspace.applications.add({"company": OF_OWN, "role": "Baker"}).value
    letter = workspace.letters.draft(draft, "standard").value
    workspace.letters.set_values(letter, {"your_name": "Toni Weiss"})
    workspace.applications.remove(draft)

    workspace.sample.fill(sample)

    known = workspace.letters.view(workspace.letters.lines()[0].id).known
    assert known["your_name"] == "Toni Weiss"
    assert known["your_email"] == "alex.morgan@example.com"


def test_what_was_typed_into_a_sample_record_goes_with_it_and_comes_back(
    filled: Workspace,
) -> None:
    key = key_at(filled, OF_SAMPLE)
    filled.log.note(key, "My own words.")
    before = state(filled)

    filled.sample.remove()
    assert companies(filled) == []

    filled.history.undo()
    assert state(filled) == before
    assert any(event.text == "My own words." for event in filled.applications.view(key).events)


def test_after_deleting_it_by_hand_it_can_be_filled_in_again(
    filled: Workspace, sample: Path
) -> None:
    filled.applications.remove_many([row.id for row in filled.lists.rows(ListQuery(scope=ALL))])
    assert not filled.sample.is_there()

    filled.sample.fill(sample)
    filled.sample.remove()

    assert companies(filled) == []
    assert filled.contacts.all() == []
    assert filled.companies.all() == []


def test_it_can_be_asked_how_much_it_would_bring(workspace: Workspace, sample: Path) -> None:
    assert workspace.sample.offered(sample) == workspace.sample.fill(sample).value


class Own(NamedTuple):
    """Something a person does while the sample is there; `act` gets a number to vary with."""

    name: str
    act: Callable[[Workspace, int], object]


def _application(workspace: Workspace, at: int) -> object:
    fields = ApplicationFields(
        company=(OF_OWN, OF_BOTH, OF_SAMPLE)[at % 3],
        role="Baker",
        tags=(("python",), ("mornings",), ("python", "mornings"))[at // 3 % 3],
    )
    return workspace.applications.add(fields)


def _own(workspace: Workspace) -> list[int]:
    rows = workspace.lists.rows(ListQuery(scope=ALL))
    return [row.id for row in rows if row.role == "Baker"]


def _linked(workspace: Workspace, at: int) -> object:
    people = workspace.contacts.all()
    return [workspace.contacts.link(key, people[at % len(people)].id) for key in _own(workspace)]


def _letter(workspace: Workspace, _at: int) -> object:
    return [workspace.letters.draft(key, "standard") for key in _own(workspace)]


OWN = (
    Own("application", _application),
    Own("linked contact", _linked),
    Own("letter", _letter),
    Own("block", lambda w, at: w.blocks.add(Block(0, "", f"Mine {at}", "Words"))),
    Own(
        "contact at a sample's company",
        lambda w, at: w.contacts.add({"name": f"Toni {at}", "company": OF_SAMPLE}),
    ),
    Own(
        "contact in a sample's application",
        lambda w, at: w.contacts.add_to(
            key_at(w, OF_BOTH), ContactFields(name=f"Kim {at}", company="Brightpath")
        ),
    ),
    Own("note on a sample", lambda w, at: w.log.note(key_at(w, "Litware AI"), f"Words {at}")),
    Own("weekly goal", lambda w, at: w.preferences.set_weekly_goal(1 + at % 9)),
    Own("profile", lambda w, at: w.profiles.store(RoleProfile(title=f"Clerk {at}"))),
    Own(
        "tag on a sample",
        lambda w, _at: w.applications.tag_many([key_at(w, "Proseware")], ["mornings"], []),
    ),
)
STEPS = st.lists(
    st.tuples(st.sampled_from(range(len(OWN))), st.integers(min_value=0, max_value=90)),
    min_size=1,
    max_size=7,
)


@given(steps=STEPS)
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_own_things_are_the_same_before_and_after_row_for_row(
    steps: list[tuple[int, int]],
    filled_file: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    copy = tmp_path_factory.mktemp("own") / "search.jobtracker"
    copy.write_bytes(filled_file.read_bytes())
    with opened(copy) as workspace:
        made_up = _tables(workspace)
        for step, at in steps:
            OWN[step].act(workspace, at)
        expected = _without(_tables(workspace), made_up)

        workspace.sample.remove()

        assert _tables(workspace) == expected
        assert workspace.checking.check().problems == ()


@pytest.fixture
def filled_file(filled: Workspace) -> Path:
    path = filled.database.path
    assert path is not None
    filled.close()
    return path


def _tables(workspace: Workspace) -> Tables:
    with workspace.database.read() as session:
        return {
            table: [dict(row) for row in session.execute(text(f"SELECT * FROM {table}")).mappings()]
            for table in JOURNALLED
        }


def _without(present: Tables, made_up: Tables) -> Tables:
    """The rows that must be left: in plain sets, apart from how the service goes about it."""
    ids = {table: {row["id"] for row in rows} for table, rows in made_up.items()}
    own = {row["id"] for row in present["application"]} - ids["application"]
    left: Tables = {
        table: [row for row in rows if row.get("application_id", -1) in own | {-1}]
        for table, rows in present.items()
    }
    left["application"] = [row for row in present["application"] if row["id"] in own]
    met = {row["contact_id"] for row in left["application_contact"]}
    left["contact"] = [
        row for row in present["contact"] if row["id"] in met or row["id"] not in ids["contact"]
    ]
    named = {row["company_id"] for table in ("application", "contact") for row in left[table]}
    left["company"] = [
        row for row in present["company"] if row["id"] in named or row["id"] not in ids["company"]
    ]
    used = {row["tag_id"] for row in left["application_tag"]}
    left["tag"] = [row for row in present["tag"] if row["id"] in used]
    letters = {row["id"] for row in left["letter"]}
    left["letter_version"] = [
        row for row in present["letter_version"] if row["letter_id"] in letters
    ]
    left["letter_block"] = [
        row for row in present["letter_block"] if row["id"] not in ids["letter_block"]
    ]
    said = {row["name"] for row in made_up["setting"]}
    left["setting"] = [row for row in present["setting"] if row["name"] not in said]
    return left


def test_its_letters_and_files_are_of_the_sample(filled: Workspace) -> None:
    key = key_at(filled, OF_BOTH)
    kinds = {event.kind for event in filled.applications.view(key).events}
    assert EventKind.LETTER in kinds
    documents = filled.documents.of(key)

    filled.sample.remove()

    own = filled.applications.add({"company": OF_BOTH, "role": "Baker"}).value
    assert documents
    assert filled.documents.of(own) == ()
    assert filled.letters.lines() == []
