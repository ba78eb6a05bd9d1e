"""`bin` in the terminal."""

from tests.cli.terminal import Terminal


def deleted(jobtracker: Terminal, name: str = "Sam Roe") -> int:
    """A contact that was added and deleted; its number in the bin."""
    contact = jobtracker.json("contact", "add", name)["id"]
    jobtracker.json("contact", "remove", str(contact))
    number = jobtracker.json("bin", "list", "--search", name)[0]["id"]
    assert isinstance(number, int)
    return number


def test_what_was_deleted_is_listed_and_comes_back(jobtracker: Terminal) -> None:
    assert jobtracker("bin", "list").err == "The bin is empty.\n"
    number = deleted(jobtracker)

    (entry,) = jobtracker.json("bin", "list")
    assert (entry["kind"], entry["name"], entry["holds"]) == ("contact", "Sam Roe", {})
    assert jobtracker.json("bin", "list", "--search", "nobody") == []
    assert "Sam Roe" in jobtracker("bin", "list").out

    assert jobtracker.json("bin", "restore", str(number)) == {
        "restored": ["Sam Roe"],
        "along": [],
    }
    assert [one["name"] for one in jobtracker.json("contact", "list")] == ["Sam Roe"]
    assert jobtracker.json("undo")["label"] == "restore Sam Roe"
    assert len(jobtracker.json("bin", "list")) == 1


def test_what_is_not_in_the_bin_is_refused(jobtracker: Terminal) -> None:
    deleted(jobtracker)

    for command in (("restore", "999"), ("delete", "999", "--yes")):
        answer = jobtracker("bin", *command)
        assert (answer.code, answer.err.count("\n")) == (3, 1)
        assert "nothing 999 in the bin" in answer.err


def test_deleting_for_good_asks_first(jobtracker: Terminal) -> None:
    number = deleted(jobtracker)

    refused = jobtracker("bin", "delete", str(number), typed="n\n")
    assert refused.code == 3
    assert "Delete this record for good?" in refused.err
    assert jobtracker("bin", "delete", str(number)).code == 3, "nobody answers"
    assert len(jobtracker.json("bin", "list")) == 1

    assert jobtracker("bin", "delete", str(number), typed="y\n").code == 0
    assert jobtracker.json("bin", "list") == []


def test_emptying_backs_up_first(jobtracker: Terminal) -> None:
    deleted(jobtracker, "Sam Roe")
    deleted(jobtracker, "Kim Lee")

    assert jobtracker.json("bin", "empty", "--yes") == {"deleted": 2}

    assert jobtracker.json("bin", "list") == []
    assert jobtracker.json("bin", "empty") == {"deleted": 0}
    assert list(jobtracker.file.with_name(f"{jobtracker.file.name}.backups").glob("*.db"))
    assert jobtracker("check").code == 0
