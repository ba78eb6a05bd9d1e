"""What the card says about an application: what happened, what was sent, who is there."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.support.workspaces import opened

from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.review import details
from jobtracker.ui.features.review.details import Details, Line, Section

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationFields
    from jobtracker.domain.contacts import ContactFields
    from jobtracker.domain.interviews import InterviewFields

pytestmark = pytest.mark.usefixtures("undressed")

TODAY = date(2026, 11, 22)
APPLIED = date(2026, 10, 5)


@pytest.fixture
def workspace(stocked: Path, tmp_path: Path) -> Iterator[Workspace]:
    path = tmp_path / "search.jobtracker"
    path.write_bytes(stocked.read_bytes())
    with opened(path) as found:
        yield found


def applied(workspace: Workspace, **more: object) -> int:
    fields: ApplicationFields = {
        "company": "Litware",
        "role": "Pilot",
        "stage": Stage.APPLIED,
        "applied_on": APPLIED,
    }
    return workspace.applications.add({**fields, **more}).value  # type: ignore[typeddict-item]


def told(workspace: Workspace, key: int) -> Details:
    return details.details(workspace.applications.view(key), TODAY)


def lines(sections: Sequence[Section], title: str) -> list[Line]:
    return [line for section in sections if section.title == title for line in section.lines]


def texts(sections: Sequence[Section], title: str) -> list[str]:
    return [line.text for line in lines(sections, title)]


def on(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_the_newest_come_first_and_the_last_contact_is_among_them_and_marked(
    workspace: Workspace,
) -> None:
    key = applied(workspace)
    workspace.log.message(key, "Thank you", incoming=True, channel="mail", on=on(30))
    for days in range(20, 10, -1):
        workspace.log.note(key, f"Note {days}", on(days))

    happened = lines(told(workspace, key).left, "What happened")

    assert happened[0] == Line("Added as Applied", day="Today")
    assert happened[1] == Line("Note: Note 11", day="Wed 11 Nov")
    assert happened[5] == Line(
        "Message received by mail: Thank you", day="Fri 23 Oct", mark=details.LAST_CONTACT
    )
    assert [line.mark for line in happened].count(details.LAST_CONTACT) == 1
    assert happened[6].text == "And 7 earlier events."
    assert len(happened) == details.MOST_EVENTS + 1


def test_an_interview_gone_by_says_how_it_went_and_one_to_come_is_planned(
    workspace: Workspace,
) -> None:
    key = applied(workspace)
    people: InterviewFields = {"kind": "video", "people": "Ana Torres"}
    workspace.interviews.add(key, {"starts": f"{on(30)} 14:00", "result": "passed", **people})
    workspace.interviews.add(key, {"starts": "2026-11-25 10:00", "place": "Teams", **people})
    for days in range(20, 10, -1):
        workspace.log.note(key, "Waited", on(days))

    left = told(workspace, key).left

    assert Line("Video interview: passed, Ana Torres", day="Fri 23 Oct", mark="last contact") in (
        lines(left, "What happened")
    )
    assert lines(left, "Planned") == [
        Line("Video interview: 10:00, Ana Torres, Teams", day="Wed 25 Nov")
    ]


def test_what_is_planned_and_promised_says_when(workspace: Workspace) -> None:
    key = applied(workspace, next_action="Call", next_action_on=on(3), promised_on=on(9))

    assert lines(told(workspace, key).left, "Planned") == [
        Line("Call", day="3 days late"),
        Line("Answer promised", day="Fri 13 Nov"),
    ]


def test_what_was_sent_has_its_day_and_nothing_sent_is_said(workspace: Workspace) -> None:
    key, bare = applied(workspace), applied(workspace, company="Bare")
    saved = applied(workspace, company="Saved", stage=Stage.SAVED, applied_on=None)
    workspace.documents.add(key, ("CV 2026.pdf", b"%PDF"), "cv", APPLIED)
    workspace.documents.add(key, ("Answers.txt", b"Yes"), "answers")

    assert texts(told(workspace, key).right, "Sent") == ["CV, Mon 5 Oct: CV 2026.pdf"]
    assert texts(told(workspace, bare).right, "Sent") == [details.NOTHING_SENT]
    assert texts(told(workspace, saved).right, "Sent") == []


def test_contacts_say_how_to_reach_them_those_who_can_be_reached_first(
    workspace: Workspace,
) -> None:
    key = applied(workspace)
    workspace.contacts.add_to(key, {"name": "Ben Cho"})
    ana: ContactFields = {
        "name": "Ana Torres",
        "email": "ana@litware.example",
        "phone": "+1 512 555 0142",
    }
    workspace.contacts.add_to(key, ana, "Recruiter")

    assert lines(told(workspace, key).right, "Contacts") == [
        Line("Ana Torres, Recruiter", "+1 512 555 0142  ·  ana@litware.example"),
        Line("Ben Cho"),
    ]


def test_how_the_company_behaved_before_is_told_where_there_was_a_before(
    workspace: Workspace,
) -> None:
    key = applied(workspace)
    assert lines(told(workspace, key).right, "This company") == []

    former = applied(workspace, role="Navigator", applied_on=on(200))
    workspace.log.close(former, Outcome.REJECTED, on(159))

    assert texts(told(workspace, key).right, "This company") == [
        "Applied twice, one reply after 41 days."
    ]
    assert told(workspace, key).heard.endswith("Applied twice, one reply after 41 days")


def test_the_posting_begins_with_its_deadline_and_does_not_repeat_the_head(
    workspace: Workspace,
) -> None:
    posting = "Pilot\nLITWARE\n\nWe fly.\n" + "You land.\n" * 50
    key = applied(workspace, posting=posting, deadline=on(2), notes="<b>Ana</b> decides.")

    card = told(workspace, key)

    assert texts(card.right, "Posting")[:3] == [
        "The deadline was Fri 20 Nov.",
        "We fly.",
        "You land.",
    ]
    assert len(texts(card.right, "Posting")) == 5
    assert texts(card.left, "Notes") == ["<b>Ana</b> decides."]


def test_the_head_says_where_how_and_for_how_much(workspace: Workspace) -> None:
    fields = {"location": "Austin, TX", "work_mode": "hybrid", "pay": "$145-170k a year"}
    key, bare = applied(workspace, **fields), applied(workspace, company="Bare")

    assert told(workspace, key).place == "Austin, TX  ·  Hybrid  ·  $145,000 – $170,000 a year"
    assert told(workspace, bare).place == "Pay not listed"


def test_where_the_pay_stands_in_the_benchmark_is_told_with_the_benchmark(
    workspace: Workspace,
) -> None:
    key = applied(workspace, role="Senior Python Developer", pay="$145-170k a year")

    (pay,) = lines(told(workspace, key).right, "Pay")

    assert "up the benchmark" in pay.text
    assert pay.more.startswith("Python Developer")


def test_what_is_read_aloud_of_it_is_short(workspace: Workspace) -> None:
    key = applied(workspace, next_action="Call", next_action_on=on(3), notes="w" * 5000)

    assert told(workspace, key).heard == (
        "Last contact: Mon 5 Oct, Applied. Planned: 3 days late, Call"
    )
