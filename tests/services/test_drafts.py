"""What is typed and not stored: when it was, and what it was typed about."""

from datetime import timedelta

from tests.support.clock import FakeClock

from jobtracker.domain.applications import ApplicationFields
from jobtracker.services.drafts import Record
from jobtracker.services.workspace import Workspace

NOTES = "application/1/notes"


def test_a_text_has_the_time_it_was_kept_last_until_it_is_kept_no_longer(
    workspace: Workspace, clock: FakeClock
) -> None:
    drafts = workspace.drafts
    drafts.keep({NOTES: "on call"})
    clock.moment += timedelta(hours=1)
    drafts.keep({NOTES: "on call one week", "add": "{}"})

    assert drafts.times() == {NOTES: clock.now(), "add": clock.now()}

    drafts.keep({NOTES: ""})

    assert list(drafts.times()) == ["add"]


def test_the_names_of_records_are_those_a_person_knows(workspace: Workspace) -> None:
    fields = ApplicationFields(company="Acme Robotics", role="Clerk")
    record = workspace.applications.view(workspace.applications.add(fields).value).record
    letter = workspace.letters.draft(record.id).value
    application, company = Record("application", record.id), Record("company", 1)

    found = workspace.drafts.names(
        [application, company, Record("letter", letter), Record("profile", 99_999)]
    )

    assert found[application] == "Acme Robotics, Clerk"
    assert found[company] == "Acme Robotics"
    assert found[Record("letter", letter)].endswith("Acme Robotics, Clerk")
    assert len(found) == 3
