from pathlib import Path

import pytest
from tests.cli.terminal import Terminal, refused

VALUES = (
    "hiring_manager=Dana Whitfield",
    "your_name=Alex Morgan",
    "your_phone=+1 555 010 0147",
    "years_of_experience=seven years",
    "current_role=a developer",
    "previous_company=Cobalt Printworks",
    "achievement=a test suite that runs in four minutes",
    "reason_for_company=the robots",
    "requirement_from_posting=asyncio",
    "start_date=1 February",
)


def drafted(terminal: Terminal) -> str:
    return str(terminal.json("letter", "draft", "1", "--template", "Short")["id"])


def test_templates_are_listed_general_ones_first(jobtracker: Terminal) -> None:
    templates = jobtracker.json("letter", "templates")

    assert set(templates[0]) == {"id", "name", "purpose", "origin", "text"}
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


def test_without_a_name_the_profile_s_own_letter_is_the_template(acme: Terminal) -> None:
    assert acme.json("letter", "draft", "1")["template"] == "Python Developer"


def test_what_a_person_says_about_themselves_is_known_to_the_next_letter(acme: Terminal) -> None:
    acme.json("letter", "set", drafted(acme), "your_name=Alex Morgan", "achievement=x")

    fields = {field["name"]: field for field in acme.json("letter", "draft", "1")["fields"]}

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
def test_export_is_refused_then_allowed_and_leaves_a_trace(acme: Terminal, tmp_path: Path) -> None:
    letter, pdf = drafted(acme), tmp_path / "letter.pdf"

    refused(acme("letter", "export", letter, str(pdf)), "not exported")
    assert not pdf.exists()

    acme.json("letter", "set", letter, *VALUES)
    sent = acme.json("letter", "export", letter, str(pdf))

    assert sent == {"path": str(pdf), "version": 3}
    assert pdf.read_bytes().startswith(b"%PDF-")
    event = acme.json("show", "1")["events"][-1]
    assert (event["kind"], event["to"], event["text"]) == ("letter", "3", "letter.pdf")


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

    refused(acme("letter", "export", letter, str(cv)), "cv.txt", "no PDF")
    refused(acme("letter", "export", letter, str(acme.file)), "search.jobtracker", "no PDF")
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
