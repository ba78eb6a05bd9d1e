"""The day at the terminal."""

from datetime import timedelta

import pytest
from tests.cli.terminal import Terminal
from tests.cli.test_documentation import keys

from jobtracker.system.clock import SystemClock

TODAY = SystemClock().today()


def day(offset: int) -> str:
    return (TODAY + timedelta(days=offset)).isoformat()


@pytest.fixture
def busy(acme: Terminal) -> Terminal:
    """A late follow-up, an interview tomorrow and one without a next step."""
    acme.json("edit", "1", "--next-action", "Follow up", "--next-action-on", day(-3))
    acme.json("interview", "add", "1", f"{day(1)} 14:00", "--kind", "video")
    acme.add("Litware AI", "Python Developer")
    return acme


def test_today_lists_what_is_late_and_what_comes(busy: Terminal) -> None:
    said = busy.json("today")

    (late,), (coming,) = said["due"], said["coming"]
    assert (late["words"], late["days_late"], late["step"]) == ("Follow up", 3, "write")
    assert (coming["kind"], coming["on"], coming["time"]) == ("interview", day(1), "14:00")
    assert said["due_count"] == 1
    assert said["stages"] == {"saved": 1, "applied": 1, "screening": 0, "interview": 0, "offer": 0}
    assert said["without_next"] == 1


def test_today_in_words_says_when_each_is_due(busy: Terminal) -> None:
    said = busy("today").out

    assert "Follow up" in said
    assert "3 days late" in said
    assert f"{day(1)} 14:00" in said
    assert "Open without a next step: 1" in said


def test_without_a_workspace_nothing_is_due_and_none_is_made(nowhere: Terminal) -> None:
    assert nowhere.json("today")["due_count"] == 0
    assert not nowhere.file.exists()


def test_every_key_of_today_is_described(busy: Terminal) -> None:
    said = busy.json("today")

    assert set(said) == keys("Today")
    assert set(said["due"][0]) == keys("Task")
    assert set(said["interviews"][0]) == keys("Interview to come")
