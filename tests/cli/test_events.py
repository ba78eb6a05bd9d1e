"""What happened to an application, logged, corrected, or long unanswered."""

import pytest
from tests.cli.terminal import Terminal, refused

FIRST = 2
"""So many events were recorded as it was added."""


def log(terminal: Terminal) -> list[tuple[str, str, str]]:
    """Kind, day and words of each event but the first two that were recorded."""
    events = terminal.json("show", "1")["events"]
    return [(event["kind"], event["on"], event["text"]) for event in events if event["id"] > FIRST]


@pytest.mark.parametrize(
    ("typed", "event"),
    [
        (["note", "Dana called"], ("note", "Dana called")),
        (["note", "--text", "Dana called"], ("note", "Dana called")),
        (["message", "in", "--text", "Come by"], ("message", "Come by")),
        (["MESSAGE", "out", "--text", "Thanks", "--channel", "Mail"], ("message", "Thanks")),
        (["interview"], ("interview", "")),
        (["applied"], ("applied", "")),
    ],
    ids=" ".join,
)
def test_every_kind_of_event_is_logged_on_its_day(
    acme: Terminal, typed: list[str], event: tuple[str, str]
) -> None:
    acme.json("event", "1", *typed, "--on", "2026-11-12")

    logged = [(kind, on, text) for kind, on, text in log(acme) if on == "2026-11-12"]
    if event[0] == "applied":
        assert acme.json("show", "1")["applied_on"] == "2026-11-12"
    else:
        assert logged == [(event[0], "2026-11-12", event[1])]


def test_an_offer_is_kept_with_its_amount_and_moves_to_its_stage(acme: Terminal) -> None:
    shown = acme.json("event", "1", "offer", "$150k a year", "--text", "by phone")

    (offer,) = shown["offers"]
    assert shown["stage"] == "offer"
    assert (offer["pay"]["min"], offer["notes"]) == (150_000, "by phone")


def test_history_is_added_and_the_stage_stays(acme: Terminal) -> None:
    acme.json("move", "1", "offer", "--on", "2026-11-20")

    shown = acme.json("event", "1", "stage", "interview", "--on", "2026-11-12")

    assert (shown["stage"], shown["stage_since"]) == ("offer", "2026-11-20")
    assert ("stage", "2026-11-12", "") in log(acme)
    assert acme.json("check")["ok"]


def test_an_event_is_corrected_by_its_number(acme: Terminal) -> None:
    events = acme.json("event", "1", "note", "Dina called", "--on", "2026-11-12")["events"]
    number = str(max(event["id"] for event in events))

    acme.json("event", "1", "reworded", number, "--text", "Dana called")
    acme.json("event", "1", "dated", number, "--on", "2026-11-13")
    assert log(acme) == [("note", "2026-11-13", "Dana called")]

    acme.json("event", "1", "retracted", number)
    assert log(acme) == []


def test_closing_takes_a_reason(acme: Terminal) -> None:
    shown = acme.json("close", "1", "withdrawn", "--reason", "too far")

    assert shown["events"][-1]["text"] == "too far"


def test_a_word_that_opens_it_again_says_so(acme: Terminal) -> None:
    acme.json("close", "1", "no reply")

    said = acme("event", "1", "message", "in", "--text", "hello").out

    assert said == "Logged on Senior Python Developer, Acme Robotics; it is open again\n"
    acme.json("close", "1", "no reply")
    assert acme("move", "1", "offer").out.endswith("is in Offer, open again\n")


def test_an_offer_without_an_amount_is_kept_as_typed(acme: Terminal) -> None:
    assert (
        "No amount found in “plenty”; kept as typed." in acme("event", "1", "offer", "plenty").out
    )
    assert "plenty" in acme("show", "1").out


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["1", "party"], ["party", "message"]),
        (["1", "added"], ["added", "Use one of"]),
        (["1", "stage", "interview"], ["--on DATE", "move or close"]),
        (["1", "stage", "hired", "--on", "2026-11-01"], ["hired"]),
        (["1", "stage", "offer", "--on", "2099-01-01"], ["still to come"]),
        (["1", "stage", "offer", "--on", "2026-11-21"], ["Nothing was changed"]),
        (["1", "note", "x", "--on", "2099-01-01"], ["still to come"]),
        (["1", "applied", "foo"], ["“applied” takes no VALUE", "foo"]),
        (["1", "interview", "foo", "--on", "2026-11-12"], ["takes no VALUE"]),
        (["1", "note", "x", "--channel", "mail"], ["takes no --channel"]),
        (["1", "retracted", "2", "--on", "2026-11-12"], ["takes no --on"]),
        (["1", "note", "x", "--text", "y"], ["typed twice"]),
        (["1", "retracted"], ["needs the number of an event"]),
        (["1", "dated", "--on", "2026-11-12"], ["needs the number of an event"]),
        (["1", "reworded", "2"], ["needs --text"]),
        (["1", "reopened", "--on", "2026-11-12"], ["it was not closed"]),
        (["1", "message", "sideways", "--text", "x"], ["in", "out"]),
        (["1", "message", "in"], ["message is empty"]),
        (["1", "message", "in", "--text", "x", "--channel", "pigeon"], ["pigeon", "portal"]),
        (["1", "offer", "$9k-$1k"], ["backwards"]),
        (["1", "note"], ["note is empty"]),
        (["1", "note", "x", "--on", "soon"], ["soon"]),
        (["1", "retracted", "99"], ["no event", "99"]),
        (["1", "retracted", "1"], ["Delete the application"]),
        (["1", "dated", "2"], ["--on DATE"]),
        (["1", "reworded", "x"], ["no event"]),
        (["99", "note", "x"], ["99"]),
    ],
    ids=" ".join,
)
def test_what_cannot_be_logged_is_told_in_one_line(
    acme: Terminal, typed: list[str], words: list[str]
) -> None:
    before = acme.stored()

    refused(acme("event", *typed), *words)

    assert acme.stored() == before


@pytest.fixture
def unanswered(jobtracker: Terminal) -> Terminal:
    """Two applications nobody answered, one at Initech that is saved only."""
    jobtracker.add("Acme", "Tester", "--applied", "2020-03-01")
    jobtracker.add("Globex", "Clerk", "--applied", "2020-02-01", "--promised", "2020-02-09")
    jobtracker.add("Initech", "Cook")
    return jobtracker


def test_the_quiet_ones_are_listed_the_longest_first(unanswered: Terminal) -> None:
    lines = unanswered.json("quiet")

    assert [(line["id"], line["quiet_since"]) for line in lines] == [
        (2, "2020-02-09"),
        (1, "2020-03-01"),
    ]
    assert all(line["days"] > 365 for line in lines)
    assert {shown["id"] for shown in unanswered.json("list", "--quiet")} == {1, 2}
    assert "Globex" in unanswered("quiet").out


def test_the_quiet_ones_are_closed_in_one_step_and_keep_their_stage(unanswered: Terminal) -> None:
    unanswered.json("quiet", "--close")

    closed = unanswered.json("list", "--closed")
    assert {(shown["stage"], shown["outcome"]) for shown in closed} == {("applied", "no_reply")}
    assert unanswered.json("quiet") == []
    unanswered.json("undo")
    assert len(unanswered.json("quiet")) == 2


def test_only_the_named_quiet_ones_are_closed(unanswered: Terminal) -> None:
    unanswered.json("quiet", "1", "3", "--close")

    assert [shown["id"] for shown in unanswered.json("list", "--closed")] == [1]
    assert [line["id"] for line in unanswered.json("quiet")] == [2]
    refused(unanswered("quiet", "99"), "99")
