import json
from pathlib import Path

import pytest
from tests.cli.terminal import Terminal, refused, run_here


def test_a_company_and_a_role_are_enough(jobtracker: Terminal) -> None:
    shown = jobtracker.json("add", "--company", "Acme Robotics", "--role", "Tester")

    assert (shown["id"], shown["company"], shown["role"]) == (1, "Acme Robotics", "Tester")
    assert (shown["stage"], shown["outcome"], shown["applied_on"]) == ("saved", None, None)
    assert [event["kind"] for event in shown["events"]] == ["added"]


def test_show_answers_with_every_public_field(acme: Terminal) -> None:
    shown = acme.json("show", "1")

    assert shown["stage"] == "applied"
    assert shown["applied_on"] == "2026-11-02"
    assert shown["pay"]["text"] == "140-165k"
    assert (shown["pay"]["min"], shown["pay"]["max"]) == (140_000, 165_000)
    assert shown["profile"]["name"] == "Python Developer"
    assert shown["benchmark"]["level"] == "senior"
    assert {"low", "high", "currency", "period", "source", "source_date", "position"} <= set(
        shown["benchmark"]
    )
    happened = [(event["kind"], event["on"]) for event in shown["events"]]
    assert happened[0] == ("applied", "2026-11-02")
    assert [kind for kind, _ in happened] == ["applied", "added"]
    assert (shown["notes"], shown["letters"]) == ("", [])


def test_pay_is_placed_in_the_benchmark(jobtracker: Terminal) -> None:
    key = jobtracker.add("Acme", "Senior Python Developer", "--pay", "$145k-$170k")
    shown = jobtracker.json("show", str(key))

    benchmark, pay = shown["benchmark"], shown["pay"]
    middle = (pay["min"] + pay["max"]) / 2
    width = benchmark["high"] - benchmark["low"]
    assert benchmark["position"] == (middle - benchmark["low"]) / width


def test_a_record_answers_to_its_number_and_to_its_uid(acme: Terminal) -> None:
    uid = acme.json("show", "1")["uid"]

    assert acme.json("show", uid)["id"] == 1
    assert acme.json("move", uid.upper(), "interview")["stage"] == "interview"


def test_moving_closing_and_noting_write_dated_events(acme: Terminal) -> None:
    acme.json("move", "1", "Interview", "--on", "2026-11-12")
    acme.json("note", "1", "Call with Dana", "--on", "2026-11-13")
    shown = acme.json("close", "1", "no reply", "--on", "2026-11-20")

    assert (shown["stage"], shown["outcome"], shown["closed_on"]) == (
        "interview",
        "no_reply",
        "2026-11-20",
    )
    log = [(e["kind"], e["from"], e["to"], e["text"]) for e in shown["events"]]
    assert log[1:-1] == [
        ("stage", "applied", "interview", ""),
        ("note", None, None, "Call with Dana"),
        ("outcome", None, "no_reply", ""),
    ]
    days = [event["on"] for event in shown["events"]]
    assert days == sorted(days)


def test_moving_a_closed_application_opens_it_again(acme: Terminal) -> None:
    acme.json("close", "1", "rejected")

    shown = acme.json("move", "1", "offer")

    assert (shown["stage"], shown["outcome"]) == ("offer", None)


def test_edit_changes_only_what_is_named(acme: Terminal) -> None:
    before = acme.json("show", "1")

    after = acme.json("edit", "1", "--location", "Denver", "--profile", "", "--pay", "$65/h")

    assert after["location"] == "Denver"
    assert after["profile"] is None
    assert after["benchmark"] is None
    assert (after["pay"]["min"], after["pay"]["period"]) == (65, "hour")
    for same in ("company", "role", "stage", "applied_on", "events", "uid"):
        assert after[same] == before[same]


def test_an_edit_that_changes_nothing_leaves_no_step(acme: Terminal) -> None:
    steps = acme.json("history")

    acme.json("edit", "1", "--location", "Austin, TX", "--stage", "applied")
    acme.json("move", "1", "applied")

    assert acme.json("history") == steps


def test_the_list_is_narrowed_by_words_stage_and_outcome(acme: Terminal) -> None:
    acme.add("Northwind Data", "Analyst", "--stage", "interview", "--notes", "asked about C++")
    acme.add("Litware", "Tester")
    acme.json("close", "3", "withdrawn")

    def ids(*options: str) -> list[int]:
        return [shown["id"] for shown in acme.json("list", *options)]

    assert ids() == [2, 1]
    assert ids("--all") == [2, 1, 3]
    assert ids("c++") == [2]
    assert ids("--stage", "applied") == [1]
    assert ids("--outcome", "withdrawn") == [3]
    assert ids("--limit", "1") == [2]
    assert ids("nowhere") == []


def test_lines_hold_one_object_each_with_all_of_show(acme: Terminal) -> None:
    acme.json("edit", "1", "--notes", "two\nlines\u2028and a half")

    answer = acme("list", "--lines")

    assert answer.lines == [acme.json("show", "1")]
    assert answer.out.isascii()


def test_add_lines_acknowledges_each_commit(jobtracker: Terminal) -> None:
    records = [
        {"company": "Acme", "role": "Tester", "notes": "  kept as typed \t"},
        {"company": "Litware", "role": "Cook", "pay": "$65/h", "applied": "2026-11-02"},
        {"company": "Proseware", "role": "Clerk", "stage": None},
    ]

    answer = jobtracker("add", "--lines", typed="\n".join(map(json.dumps, records)) + "\n")

    assert (answer.code, answer.out) == (0, "ACK 0\nACK 1\nACK 2\n")
    stored = {shown["company"]: shown for shown in jobtracker("list", "--lines").lines}
    assert stored["Acme"]["notes"] == "  kept as typed \t"
    assert stored["Litware"]["applied_on"] == "2026-11-02"


def test_a_bad_line_is_named_and_those_before_it_stay(jobtracker: Terminal) -> None:
    good = json.dumps({"company": "Acme", "role": "Tester"})

    for bad, words in (
        ("{", "JSON"),
        ("[1]", "JSON"),
        ('{"company": "A", "role": "R", "colour": "red"}', "colour"),
        ('{"company": 5, "role": "R"}', "company"),
        ('{"company": "A"}', "role"),
        ('{"company": "A", "role": "R", "applied": "2026-02-30"}', "2026-02-30"),
        ('{"company": "A", "role": "\\ud800"}', "U+D800"),
        ("[" * 100_000, "JSON"),
    ):
        answer = jobtracker("add", "--lines", typed=f"{good}\n{bad}\n")

        assert (answer.code, answer.out) == (3, "ACK 0\n")
        assert answer.err.count("\n") == 1
        assert "Line 2" in answer.err
        assert words in answer.err
    assert len(jobtracker("list", "--lines").lines) == 8


def test_a_posting_is_kept_as_text_from_a_file_or_from_standard_input(
    jobtracker: Terminal, tmp_path: Path
) -> None:
    page = tmp_path / "posting.txt"
    page.write_bytes("Wir suchen Köche.\r\nGern auch Köchinnen.".encode())
    key = jobtracker.add("Acme", "Koch", "--posting", str(page))

    assert jobtracker.json("show", str(key))["posting"] == "Wir suchen Köche.\nGern auch Köchinnen."

    jobtracker.json("edit", str(key), "--posting", "-", typed="from a pipe")
    assert jobtracker.json("show", str(key))["posting"] == "from a pipe"


def test_a_person_reads_a_table_and_a_page(acme: Terminal) -> None:
    listed, shown = acme("list").out, acme("show", "1").out

    assert "Senior Python Developer" in listed
    assert "140K – 165K" in listed
    assert "Austin, TX" in shown
    assert "2026-11-02" in shown


def test_a_page_says_how_long_it_is_quiet_and_when_it_was_closed(acme: Terminal) -> None:
    assert "days since 2026-11-02" in acme("show", "1").out

    acme.json("close", "1", "rejected", "--on", "2026-11-20")
    assert "Rejected on 2026-11-20" in acme("show", "1").out


def test_pay_without_an_amount_is_shown_as_it_was_typed(acme: Terminal) -> None:
    told = acme("edit", "1", "--pay", "abc").out
    added = acme("add", "--company", "C", "--role", "R", "--ask", "a lot").out

    assert "No amount found in “abc”; kept as typed." in told
    assert "No amount found in “a lot”; kept as typed." in added
    assert "No amount" not in acme("edit", "1", "--notes", "x").out
    assert "abc" in acme("list").out
    assert "abc" in acme("show", "1").out


def test_what_has_nothing_to_show_says_so_to_a_person_only(jobtracker: Terminal) -> None:
    for typed in (["list"], ["list", "--all"], ["find", "zzzz"], ["quiet"], ["interview", "list"]):
        answer = jobtracker(*typed)
        assert (answer.code, answer.out) == (0, "")
        assert answer.err.count("\n") == 1
        assert jobtracker(*typed, "--json") == (0, "[]\n", "")
    for typed in (["list", "--all", "--lines"], ["find", "--lines", "zzzz"]):
        assert jobtracker(*typed) == (0, "", "")


def test_stored_text_cannot_steer_the_terminal(jobtracker: Terminal) -> None:
    jobtracker.add("Acme\x1b[2J", "Tester", "--notes", "a\x07b\x9bc")

    for answer in (jobtracker("list"), jobtracker("show", "1")):
        assert answer.code == 0
        assert not set("\x1b\x07\x9b") & set(answer.out)
    assert jobtracker.json("show", "1")["notes"] == "a\x07b\x9bc"


def test_options_may_stand_before_or_after_the_command(acme: Terminal, tmp_path: Path) -> None:
    file = str(acme.file)
    for arguments in (
        ("--workspace", file, "--json", "show", "1"),
        ("show", "1", "--json", "--workspace", file),
        ("show", "--json", "1", f"--workspace={file}"),
        ("--json", "salary", "--workspace", file, "compare", "1"),
        ("salary", "compare", "1", "--workspace", file, "--json"),
    ):
        assert run_here(*arguments).json["id"] == 1


def test_the_workspace_may_come_from_the_environment(
    acme: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOBTRACKER_WORKSPACE", str(acme.file))

    assert run_here("show", "1", "--json").json["id"] == 1
    refused(run_here("show", "1", "--workspace", ""), "--workspace")
