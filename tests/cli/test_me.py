"""My profile from the terminal."""

from pathlib import Path

from tests.cli.terminal import Terminal

RESUMES = Path(__file__).resolve().parents[1] / "data" / "resumes"


def test_nothing_is_known_at_first(jobtracker: Terminal) -> None:
    assert "Nothing is known about you yet" in jobtracker("me", "show").out


def test_parts_are_set_and_the_others_stay(jobtracker: Terminal) -> None:
    jobtracker.json("me", "set", "--name", "Anna Weber", "--employer", "Cobalt", "--employer", "B")

    said = jobtracker.json(
        "me", "set", "--address", "Lindenweg 5", "--address", "10115 Berlin",
        "--field", "Driving licence=class B",
    )  # fmt: skip

    assert said == jobtracker.json("me", "show")
    assert said["name"] == "Anna Weber"
    assert said["address"] == ["Lindenweg 5", "10115 Berlin"]
    assert said["past_employers"] == ["Cobalt", "B"]
    assert said["own_fields"] == [
        {"field": "driving_licence", "name": "Driving licence", "value": "class B"}
    ]


def test_an_empty_text_takes_a_part_back(jobtracker: Terminal) -> None:
    jobtracker.json("me", "set", "--phone", "+49 30 555", "--field", "Visa=blue card")

    said = jobtracker.json("me", "set", "--phone", "", "--field", "Visa=")

    assert (said["phone"], said["own_fields"]) == (None, [])


def test_a_field_without_its_value_is_refused(jobtracker: Terminal) -> None:
    answer = jobtracker("me", "set", "--field", "Visa")

    assert answer.code == 3
    assert "Write it like NAME=VALUE" in answer.err


def test_letters_know_it(acme: Terminal) -> None:
    acme.json("me", "set", "--name", "Anna Weber")

    letter = acme.json("letter", "draft", "1", "--template", "short")

    name = next(field for field in letter["fields"] if field["name"] == "your_name")
    assert (name["value"], name["source"]) == ("Anna Weber", "profile")


def test_setting_it_can_be_undone(jobtracker: Terminal) -> None:
    jobtracker.json("me", "set", "--name", "Anna Weber")

    jobtracker.json("undo")

    assert jobtracker.json("me", "show")["name"] is None


def test_a_resume_fills_what_is_empty_and_brings_skills(jobtracker: Terminal) -> None:
    jobtracker.json("me", "set", "--name", "Ada E.")

    said = jobtracker.json("me", "import", str(RESUMES / "odd_dates.resume.json"))

    assert sorted(said["filled"]) == ["city", "email", "links"]
    assert said["skills"][1]["name"] == "Python"
    assert said["new_skills"] == 6
    assert said["refused"][0]["place"] == "work.1.endDate"
    assert jobtracker.json("me", "show")["name"] == "Ada E."
