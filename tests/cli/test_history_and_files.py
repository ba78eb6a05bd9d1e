from datetime import date
from pathlib import Path

from tests.cli.terminal import Terminal, refused


def test_undo_and_redo_name_the_step(acme: Terminal) -> None:
    acme.json("move", "1", "interview")

    undone = acme("undo", "--json")

    assert undone.json["label"] == "move to Interview"
    assert acme.json("show", "1")["stage"] == "applied"
    assert [event["kind"] for event in acme.json("show", "1")["events"]] == ["applied", "added"]
    assert acme.json("redo")["label"] == "move to Interview"
    assert acme.json("show", "1")["stage"] == "interview"


def test_everything_can_be_taken_back_to_the_start(acme: Terminal) -> None:
    acme.json("letter", "draft", "1")
    acme.json("close", "1", "rejected")

    for _ in range(3):
        acme.json("undo")

    refused(acme("undo"), "undo")
    assert acme.json("list", "--all") == []
    assert [step["state"] for step in acme.json("history")] == ["undone"] * 3
    assert set(acme.json("history")[0]) == {"id", "label", "made_at", "state"}


def test_what_was_typed_is_found_whatever_it_is(acme: Terminal) -> None:
    acme.add("AT&T", "C++ developer", "--notes", 'asked about "fts5" and .NET (Berlin)')
    acme.json("note", "1", "node.js, 日本語 and don't")

    for words, key in (
        ("c++", 2),
        ("AT&T", 2),
        (".NET", 2),
        ('"fts5', 2),
        ("(Berlin)", 2),
        ("node.js", 1),
        ("don't", 1),
        ("日本語", 1),
    ):
        hits = acme("find", "--lines", "--", words).lines
        assert ("application", key) in [(hit["kind"], hit["id"]) for hit in hits], words
    assert set(acme.json("find", "node.js")[0]) == {"kind", "id", "title", "text"}
    assert acme.json("find", "") == []
    assert acme("find", "NEAR( OR").code == 0


def test_the_library_is_found_too(jobtracker: Terminal) -> None:
    assert "profile" in [hit["kind"] for hit in jobtracker.json("find", "patients")]


def test_a_backup_can_be_put_back_and_the_present_file_is_kept(acme: Terminal) -> None:
    made = Path(acme.json("backup")["path"])
    acme.add("Litware", "Tester")
    now = acme.stored()

    restored = acme.json("restore", str(made))

    assert made.parent == acme.file.with_name("search.jobtracker.backups")
    assert [shown["id"] for shown in acme.json("list")] == [1]
    refused(acme("undo"), "Undo")
    kept = Terminal(Path(restored["kept_aside"]))
    assert kept.stored() == now


def test_a_backup_may_go_to_a_file_of_one_s_choice(acme: Terminal, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.jobtracker"

    acme.json("backup", str(target))

    assert Terminal(target).json("show", "1") == acme.json("show", "1")
    before = target.read_bytes()
    refused(acme("backup", str(target)), "elsewhere.jobtracker", "already there")
    refused(acme("backup", str(tmp_path / "none" / "x.jobtracker")), "none")
    assert target.read_bytes() == before


def test_a_workspace_can_be_restored_where_there_is_none(acme: Terminal, nowhere: Terminal) -> None:
    made = acme.json("backup")["path"]

    assert nowhere.json("restore", made)["kept_aside"] is None
    assert nowhere.json("show", "1") == acme.json("show", "1")


def test_check_reads_the_file_and_every_history(acme: Terminal) -> None:
    assert acme.json("check") == {"ok": True, "applications": 1, "problems": []}


def test_check_tells_a_stage_that_its_history_does_not(acme: Terminal) -> None:
    import sqlcipher3.dbapi2 as driver

    raw = driver.connect(str(acme.file))
    raw.execute("UPDATE application SET stage = 'offer'")
    raw.commit()
    raw.close()

    answer = acme("check", "--json")

    assert (answer.code, answer.json["ok"]) == (3, False)
    assert "Application 1" in answer.err
    refused(acme("check"), "Application 1")


def test_the_sample_is_a_whole_search_in_one_step(jobtracker: Terminal) -> None:
    made = jobtracker.json("sample")
    shown = jobtracker("list", "--all", "--lines").lines

    assert made == {"applications": 60, "letters": 5}
    still_open = [one for one in shown if one["outcome"] is None]
    assert len(still_open) == 30
    assert {one["stage"] for one in still_open} == {
        "saved",
        "applied",
        "screening",
        "interview",
        "offer",
    }
    assert len({one["outcome"] for one in shown} - {None}) == 7
    today = date.today().isoformat()  # noqa: DTZ011 - the person's calendar, as the program asks it
    due = [one["next_action_on"] for one in still_open if one["next_action_on"]]
    assert min(due) < today < max(due)
    assert today in due
    assert all(
        event["on"] <= today or event["kind"] == "interview"
        for one in shown
        for event in one["events"]
    )
    assert jobtracker.json("check")["ok"]

    jobtracker.json("undo")

    assert jobtracker.json("list", "--all") == []
    assert jobtracker.json("sample") == made


def test_the_sample_holds_finished_letters_and_drafts(jobtracker: Terminal) -> None:
    jobtracker.json("sample")
    letters = [
        str(letter["id"])
        for one in jobtracker.json("list")
        for letter in jobtracker.json("show", str(one["id"]))["letters"]
    ]

    codes = [jobtracker("letter", "check", letter).code for letter in letters]

    assert codes.count(0) == 3
    assert codes.count(1) == 2


def test_the_sample_leaves_a_workspace_with_records_alone(acme: Terminal) -> None:
    before = acme.stored()

    refused(acme("sample"), "without applications")

    assert acme.stored() == before


def test_the_sample_goes_and_what_was_added_beside_it_stays(jobtracker: Terminal) -> None:
    jobtracker.json("sample")
    own = jobtracker.add("Acme Robotics", "Clerk")

    gone = jobtracker.json("sample", "--remove")

    assert gone == {"removed": 60}
    assert [one["id"] for one in jobtracker.json("list", "--all")] == [own]
    refused(jobtracker("sample", "--remove"), "no sample data")
