from pathlib import Path

import pytest
from tests.cli.terminal import Terminal, refused

VALUES = (
    "your_name=Alex Morgan",
    "your_phone=+1 555 010 0147",
    "years_of_experience=seven years",
    "current_role=a developer",
    "previous_company=Cobalt Printworks",
    "achievement=a test suite that runs in four minutes",
    "reason_for_company=the robots",
    "start_date=1 February",
)


def drafted(terminal: Terminal) -> str:
    return str(terminal.json("letter", "draft", "1", "--template", "Short")["id"])


def test_templates_are_listed_general_ones_first(jobtracker: Terminal) -> None:
    templates = jobtracker.json("letter", "templates")

    assert templates[0].keys() >= {"id", "name", "kind", "language", "form", "text"}
    names = [template["name"] for template in templates]
    assert names.index("Short") < names.index("Python Developer")


def test_a_draft_knows_the_application_and_says_what_is_missing(acme: Terminal) -> None:
    letter = acme.json("letter", "draft", "1", "--template", "short")

    fields = {field["name"]: field for field in letter["fields"]}
    assert letter["application"] == 1
    assert letter["template"] == "Short"
    assert (fields["company"]["value"], fields["company"]["source"]) == (
        "Acme Robotics",
        "application",
    )
    assert (fields["your_name"]["value"], fields["your_name"]["source"]) == (None, None)
    assert "Acme Robotics" in letter["text"]
    assert acme.json("letter", "show", str(letter["id"])) == letter
    assert acme.json("show", "1")["letters"] == [
        {"id": letter["id"], "name": "Short", "sent_on": None}
    ]


def test_before_applying_the_profile_s_own_letter_is_the_template(jobtracker: Terminal) -> None:
    jobtracker.json("add", "--company", "Acme", "--role", "Python Developer")

    assert jobtracker.json("letter", "draft", "1")["template"] == "Python Developer"


def test_what_a_person_says_about_themselves_is_known_to_the_next_letter(acme: Terminal) -> None:
    acme.json("letter", "set", drafted(acme), "your_name=Alex Morgan", "achievement=x")

    fields = {
        field["name"]: field for field in acme.json("letter", "show", drafted(acme))["fields"]
    }

    assert (fields["your_name"]["value"], fields["your_name"]["source"]) == (
        "Alex Morgan",
        "profile",
    )
    assert fields["achievement"]["value"] is None


def test_a_field_that_the_letter_has_not_is_named_with_those_it_has(acme: Terminal) -> None:
    refused(acme("letter", "set", drafted(acme), "shoe_size=44"), "shoe_size", "your_name")


def test_check_exits_1_while_something_blocks(acme: Terminal) -> None:
    letter = drafted(acme)

    blocked = acme("letter", "check", letter, "--json")
    acme.json("letter", "set", letter, *VALUES)
    passed = acme("letter", "check", letter, "--json")

    assert (blocked.code, blocked.json["ok"]) == (1, False)
    first = blocked.json["findings"][0]
    assert {"rule", "blocking", "field", "text", "start", "end"} <= set(first)
    text = acme.json("letter", "show", letter)["text"]
    assert (passed.code, passed.json["ok"]) == (0, True)
    assert "{{" not in text


@pytest.mark.usefixtures("qapp")
def test_export_is_refused_then_allowed_and_sent_leaves_a_trace(
    acme: Terminal, tmp_path: Path
) -> None:
    letter, pdf = drafted(acme), tmp_path / "letter.pdf"

    refused(acme("letter", "export", letter, str(pdf)), "not exported")
    refused(acme("letter", "sent", letter), "not marked as sent")
    assert not pdf.exists()

    acme.json("letter", "set", letter, *VALUES)
    exported = acme.json("letter", "export", letter, str(pdf), "--style", "modern", "--fit")
    sent = acme.json("letter", "sent", letter, "--on", "2026-11-20")

    assert exported == {"path": str(pdf), "version": 3}
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert sent == {"id": int(letter), "version": 4, "sent_on": "2026-11-20"}
    (event,) = [one for one in acme.json("show", "1")["events"] if one["kind"] == "letter"]
    assert (event["on"], event["to"], event["text"]) == ("2026-11-20", "4", "letter.pdf")
    shown = acme.json("letter", "show", letter)
    assert (shown["style"], shown["fit"], shown["sent_on"]) == ("modern", True, "2026-11-20")


@pytest.mark.usefixtures("qapp")
def test_a_letter_that_cannot_be_fitted_says_so(acme: Terminal, tmp_path: Path) -> None:
    letter = drafted(acme)
    acme.json("letter", "set", letter, *VALUES)
    long = acme.json("letter", "show", letter)["text"].replace("\n\n", "\n\n" + "Words. " * 900, 1)
    source = tmp_path / "long.md"
    source.write_text(long, encoding="utf-8")
    acme.json("letter", "text", letter, str(source))

    done = acme("letter", "export", letter, str(tmp_path / "long.pdf"), "--fit")

    assert done.code == 0, done.err
    assert "pages even set smaller" in done.err


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ending", ["pdf", "docx", "txt", "md"])
def test_a_letter_is_written_in_the_format_of_the_file_s_name(
    acme: Terminal, tmp_path: Path, ending: str
) -> None:
    letter, file = drafted(acme), tmp_path / f"letter.{ending}"
    acme.json("letter", "set", letter, *VALUES)

    acme.json("letter", "export", letter, str(file), "--paper", "letter")

    assert file.stat().st_size > 100


@pytest.mark.usefixtures("qapp")
def test_an_export_may_be_forced_with_a_reason(acme: Terminal, tmp_path: Path) -> None:
    pdf = tmp_path / "draft.pdf"

    answer = acme("letter", "export", drafted(acme), str(pdf), "--override", "for proof-reading")

    assert answer.code == 0
    assert pdf.exists()


@pytest.mark.usefixtures("qapp")
def test_an_export_spares_every_file_that_is_no_pdf(acme: Terminal, tmp_path: Path) -> None:
    letter = drafted(acme)
    acme.json("letter", "set", letter, *VALUES)
    cv = tmp_path / "cv.txt"
    cv.write_text("my only copy")

    refused(acme("letter", "export", letter, str(cv)), "cv.txt", "choose another name")
    refused(acme("letter", "export", letter, str(acme.file)), ".jobtracker", "nothing was exported")
    refused(acme("letter", "export", letter, str(tmp_path)))
    refused(acme("letter", "export", letter, str(tmp_path / "none" / "x.pdf")), "x.pdf")

    assert cv.read_text() == "my only copy"
    assert [event["kind"] for event in acme.json("show", "1")["events"]] == ["applied", "added"]
    assert acme("letter", "export", letter, str(tmp_path / "x.pdf")).code == 0
    assert acme("letter", "export", letter, str(tmp_path / "x.pdf")).code == 0


def test_a_person_reads_the_letter_and_what_is_missing(acme: Terminal) -> None:
    shown = acme("letter", "show", drafted(acme)).out

    assert "Acme Robotics" in shown
    assert "Missing: " in shown
    assert "Your name" in shown


def test_the_text_and_the_parts_around_it_can_be_changed(acme: Terminal, tmp_path: Path) -> None:
    letter, file = drafted(acme), tmp_path / "letter.md"
    file.write_text("Dear Dana,\n\nI like {{ company }}.\n\nKind regards,\nAlex\n")

    acme.json("letter", "text", letter, str(file))
    shown = acme.json("letter", "part", letter, "subject", "Baking for {{ company }}")
    assert "Baking for Acme Robotics" in shown["text"]
    assert "I like Acme Robotics." in shown["text"]

    hidden = acme.json("letter", "part", letter, "subject", "--hide")
    assert hidden["hidden"] == ["subject"]
    assert "Baking" not in hidden["text"]
    back = acme.json("letter", "part", letter, "subject", "--show", "--reset")
    assert back["hidden"] == []
    assert "Baking" not in back["text"]
    assert acme("letter", "part", letter, "body", "x").code == 2
    assert acme("letter", "part", letter, "subject").code == 2


def test_findings_stand_where_they_say_in_the_whole_letter(acme: Terminal) -> None:
    letter = drafted(acme)

    text = acme.json("letter", "show", letter)["text"]
    found = acme("letter", "check", letter, "--json").json["findings"]

    assert [text[one["start"] : one["end"]] for one in found] == [one["text"] for one in found]


def test_a_letter_has_a_past_to_look_at_and_to_go_back_to(acme: Terminal) -> None:
    letter = drafted(acme)
    acme("letter", "text", letter, "-", typed="I bake bread.")
    kept = acme.json("letter", "keep", letter, "First")
    acme("letter", "text", letter, "-", typed="I bake cakes.")

    numbers = [one["number"] for one in acme.json("letter", "versions", letter)]
    assert numbers == [4, 3, 2, 1]
    assert acme.json("letter", "versions", letter)[1]["name"] == "First"
    beside = acme("letter", "diff", letter, f"{letter}@1").out
    assert "cakes" in beside
    words = acme("letter", "diff", letter).out
    assert "I bake [-bread-]{+cakes+}." in words
    compared = acme.json("letter", "diff", f"{letter}@{kept['version']}", letter)
    changed = [(one["kind"], one["text"]) for one in compared["changes"]]
    assert ("removed", "bread") in changed

    restored = acme.json("letter", "restore", letter, "3")
    assert restored == {"id": int(letter), "version": 5}
    assert acme.json("letter", "show", letter)["source"] == "I bake bread."
    refused(acme("letter", "restore", letter, "77"), "no version 77")
    refused(acme("letter", "diff", letter, "--against", "last-to-company"), "Acme Robotics")


def test_a_letter_serves_another_application(acme: Terminal) -> None:
    letter = drafted(acme)
    acme("letter", "text", letter, "-", typed="I like Acme Robotics and {{ company }}.")
    acme.json("add", "--company", "Globex", "--role", "Cook")

    copied = acme.json("letter", "duplicate", letter, "2")

    assert (
        "I like Acme Robotics and Globex." in acme.json("letter", "show", str(copied["id"]))["text"]
    )
    assert "Acme Robotics" in [one["text"] for one in copied["to_change"]]


def test_a_letter_of_another_language_begins_with_its_template(acme: Terminal) -> None:
    letter = acme.json("letter", "draft", "1", "--template", "Short", "--language", "de")

    assert (letter["language"], letter["kind"]) == ("de", "cover-letter")
    assert "Sehr geehrte" in letter["text"]


def test_somebody_s_letter_becomes_a_template_with_its_questions(
    jobtracker: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "theirs.txt"
    file.write_text(
        "Dear [Hiring Manager],\n\nI want to work at [Company].\n\nBest,\n[Your Name]\n"
    )

    made = jobtracker.json("letter", "templates", "import", str(file), "--name", "Theirs")

    assert (made["name"], made["origin"], made["questions"]) == ("Theirs", "own", [])
    assert "{{ company }}" in made["text"]
    names = [one["name"] for one in jobtracker.json("letter", "templates")]
    assert "Theirs" in names
    answered = ("letter", "templates", "import", str(file), "--answer")
    refused(jobtracker(*answered, "9=company"), "no question 9")
    assert jobtracker(*answered, "what").code == 2
