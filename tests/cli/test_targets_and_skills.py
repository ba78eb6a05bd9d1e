"""`target`, `skill` and `profile tick` in the terminal."""

from tests.cli.terminal import Terminal


def test_a_target_role_is_added_listed_changed_and_removed(jobtracker: Terminal) -> None:
    added = jobtracker.json(
        "target", "add", "Platform engineer", "--level", "senior", "--places", "Austin, TX; Remote",
        "--floor", "$120k", "--target", "140k", "--profile", "Python Developer",
    )  # fmt: skip

    assert (added["floor"], added["target"], added["stretch"]) == (120_000, 140_000, None)
    assert (added["currency"], added["period"], added["priority"]) == ("USD", "year", 1)
    assert added["places"] == ["Austin, TX", "Remote"]
    assert added["profile"] is not None
    changed = jobtracker.json(
        "target", "edit", "1", "--stretch", "160k", "--floor", "", "--profile", ""
    )
    assert (changed["floor"], changed["stretch"], changed["profile"]) == (None, 160_000, None)
    assert jobtracker.json("target", "list") == [changed]
    assert "Platform engineer" in jobtracker("target", "list").out
    assert jobtracker.json("target", "remove", "1") == changed
    assert jobtracker.json("target", "list") == []


def test_a_target_that_cannot_be_meant_is_refused_in_one_line(jobtracker: Terminal) -> None:
    for wrong in (
        ("add", "X", "--floor", "competitive"),
        ("add", "X", "--floor", "$150k", "--target", "$100k"),
        ("add", "X", "--archived", "perhaps"),
        ("add", "X", "--profile", "No such role"),
        ("edit", "7", "--title", "Y"),
    ):
        answer = jobtracker("target", *wrong)
        assert (answer.code, answer.err.count("\n")) == (3, 1)


def test_skills_are_kept_by_name(jobtracker: Terminal) -> None:
    jobtracker.json("skill", "add", "Python")
    again = jobtracker.json("skill", "add", "python", "--evidence", "four services")
    jobtracker.json("skill", "add", "C++")

    assert (again["name"], again["evidence"], again["origin"]) == ("python", "four services", "own")
    assert [one["name"] for one in jobtracker.json("skill", "list")] == ["C++", "python"]
    assert jobtracker.json("skill", "remove", "PYTHON")["id"] == again["id"]
    assert jobtracker("skill", "remove", "PYTHON").code == 3


def test_a_line_of_a_profile_is_ticked_by_a_part_of_it(jobtracker: Terminal) -> None:
    skill = jobtracker.json("profile", "show", "Python Developer")["skills"][0]

    ticked = jobtracker.json("profile", "tick", "Python Developer", skill, "--where", "at Acme")
    off = jobtracker.json("profile", "tick", "Python Developer", skill, "--off")

    assert (ticked["section"], ticked["text"]) == ("skill", skill)
    assert (ticked["can_show"], ticked["where"]) == (True, "at Acme")
    assert (off["can_show"], off["where"]) == (False, None)
    assert jobtracker("profile", "tick", "Python Developer", "zebra keeping").code == 3
