"""The weekly review in the terminal: its items, and the week."""

from datetime import timedelta

from tests.cli.terminal import Terminal
from tests.cli.test_documentation import keys

from jobtracker.bootstrap import open_workspace
from jobtracker.system.clock import SystemClock

TODAY = SystemClock().today()


def days_ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


def test_quiet_applications_and_those_without_a_next_step_are_listed(
    jobtracker: Terminal,
) -> None:
    quiet = jobtracker.add("Litware AI", "Pilot", "--applied", days_ago(20))
    fresh = jobtracker.add("Contoso", "Pilot", "--applied", days_ago(0))
    jobtracker.add("Fabrikam", "Pilot", "--next-action", "Apply", "--next-action-on", days_ago(-3))

    found = jobtracker.json("review")

    assert found["quiet"] == [
        {
            "application": quiet,
            "company": "Litware AI",
            "role": "Pilot",
            "stage": "applied",
            "since": days_ago(20),
            "days": 20,
            "next_action": "",
        }
    ]
    assert [item["application"] for item in found["unplanned"]] == [fresh]
    assert found["week"]["sent"] == 1


def test_a_person_reads_the_same_in_words(jobtracker: Terminal) -> None:
    jobtracker.add("Litware AI", "Pilot", "--applied", days_ago(20))
    jobtracker.add("Contoso", "Pilot")

    said = jobtracker("review").out

    assert "Quiet for too long" in said
    assert "Litware AI" in said
    assert "Without a dated next action" in said
    assert "This week: 0 of 5 applications sent" in said


def test_where_nothing_is_to_be_decided_it_says_so(jobtracker: Terminal) -> None:
    assert "Nothing is quiet" in jobtracker("review").out


def test_what_was_kept_is_not_called_settled(jobtracker: Terminal) -> None:
    quiet = jobtracker.add("Litware AI", "Pilot", "--applied", days_ago(20))
    with open_workspace(jobtracker.file, write=True) as workspace:
        workspace.review.keep(quiet)

    said = jobtracker("review").out

    assert "All looked at this week: 1 quiet and 0 without a next step were kept." in said
    assert "Nothing is quiet" not in said


def test_every_key_is_described(jobtracker: Terminal) -> None:
    jobtracker.add("Litware AI", "Pilot", "--applied", days_ago(20))
    meeting = jobtracker.add("Contoso", "Pilot")
    next_tuesday = days_ago(TODAY.weekday() - 8)
    jobtracker.json("interview", "add", str(meeting), f"{next_tuesday} 14:00")

    jobtracker.json("offer", "add", str(meeting), "120k", "--deadline", days_ago(-3))

    found = jobtracker.json("review")

    assert set(found) == keys("Review")
    assert found["offers"] == [
        {
            "application": meeting,
            "company": "Contoso",
            "role": "Pilot",
            "deadline": days_ago(-3),
        }
    ]
    assert "Offers to answer" in jobtracker("review").out
    assert set(found["quiet"][0]) == set(found["unplanned"][0]) == keys("Review item")
    assert [(one["application"], one["starts"]) for one in found["interviews"]] == [
        (meeting, f"{next_tuesday}T14:00")
    ]
