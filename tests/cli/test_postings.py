"""`read --as posting` and `add --posting`: a posting becomes an application."""

from pathlib import Path

import pytest
from tests.cli.terminal import Terminal, refused, run_here

STRUCTURED = Path(__file__).resolve().parents[1] / "data" / "postings" / "structured"
PAGE = str(STRUCTURED / "schema.json")
SEVERAL = str(STRUCTURED / "lever.json")
NAMELESS = str(STRUCTURED / "bamboohr.json")
COPIED = """Seed Librarian
Meadow Trust
Bristol, United Kingdom

Salary: £29,500 - £33,000 a year
Apply by 03/04/2027.
"""


def test_a_posting_is_read_as_json_with_the_words_it_was_read_from() -> None:
    # Act
    read = run_here("read", PAGE, "--as", "posting", "--json").json

    # Assert
    assert (read["role"], read["company"], read["country"]) == (
        "Cider Maker",
        "Orchard & Vine",
        "FR",
    )
    assert (read["work_mode"], read["employment_type"]) == ("remote", "full_time")
    assert read["pay"] == {
        "text": "EUR 38,000 – 44,000 a year",
        "min": 38000,
        "max": 44000,
        "currency": "EUR",
        "period": "year",
        "assumed": [],
    }
    assert (read["posted_on"], read["deadline"]) == ("2026-10-30", "2026-12-01")
    assert read["contact"]["email"] == "ines@orchard.example"
    assert read["found"]["reference"] == "OV-7"
    assert all(words in read["text"] for words in read["found"].values())
    assert "postings" not in read


def test_a_file_with_several_postings_gives_the_first_and_all_of_them() -> None:
    # Act
    read = run_here("read", SEVERAL, "--as", "posting", "--json").json

    # Assert
    assert read["role"] == "Glaze Technician"
    assert [each["role"] for each in read["postings"]] == ["Glaze Technician", "Museum Guide"]


def test_a_person_reads_the_facts_and_what_was_not_found() -> None:
    # Act
    one = run_here("read", NAMELESS, "--as", "posting").out
    several = run_here("read", SEVERAL, "--as", "posting").out

    # Assert
    assert one.startswith("Parish Archivist\n")
    assert "Not found: company, pay, day of posting, deadline, reference, link, contact" in one
    assert "2  Museum Guide      Lantern House  Utrecht" in several


def test_a_posting_is_added_with_its_facts_its_contact_and_its_text(jobtracker: Terminal) -> None:
    # Act
    added = jobtracker.json("add", "--posting", PAGE)

    # Assert
    shown = jobtracker.json("show", "1")
    assert added["repeats"] == []
    assert {key: added[key] for key in shown} == shown
    assert (shown["role"], shown["company"]) == ("Cider Maker", "Orchard & Vine")
    assert (shown["pay"]["min"], shown["pay"]["max"]) == (38000, 44000)
    assert (shown["posted_on"], shown["deadline"]) == ("2026-10-30", "2026-12-01")
    assert [each["name"] for each in shown["contacts"]] == ["Inès Moreau"]
    assert shown["posting"].endswith("Press apples.")


def test_copied_text_from_standard_input_is_added_and_what_was_typed_counts(
    jobtracker: Terminal,
) -> None:
    # Act
    answer = jobtracker(
        "add", "--posting", "-", "--pay", "£31k", "--stage", "applied", typed=COPIED
    )

    # Assert
    shown = jobtracker.json("show", "1")
    assert answer.out.startswith("Added 1: Seed Librarian, Meadow Trust")
    assert (shown["pay"]["min"], shown["stage"]) == (31000, "applied")
    assert shown["posting"].strip() == COPIED.strip()


def test_one_undo_takes_the_application_and_its_contact_away(jobtracker: Terminal) -> None:
    # Arrange
    before = jobtracker.stored()
    jobtracker.json("add", "--posting", PAGE)

    # Act
    jobtracker.json("undo")

    # Assert
    assert jobtracker.stored()[:2] == before[:2]
    assert jobtracker.json("contact", "list") == []


def test_of_several_postings_one_is_picked(jobtracker: Terminal) -> None:
    # Act
    asked = jobtracker("add", "--posting", SEVERAL)
    beyond = jobtracker("add", "--posting", SEVERAL, "--pick", "3")
    added = jobtracker.json("add", "--posting", SEVERAL, "--pick", "2")

    # Assert
    refused(asked, "1 Glaze Technician, 2 Museum Guide")
    refused(beyond, "--pick N")
    assert added["role"] == "Museum Guide"
    assert len(jobtracker.json("list")) == 1


def test_a_role_or_company_that_is_not_found_is_asked_for(jobtracker: Terminal) -> None:
    # Act
    asked = jobtracker("add", "--posting", NAMELESS)
    added = jobtracker.json("add", "--posting", NAMELESS, "--company", "Galway Diocese")

    # Assert
    refused(asked, "--company NAME")
    assert (added["role"], added["company"]) == ("Parish Archivist", "Galway Diocese")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--posting", PAGE], "link"),
        (["--posting", PAGE, "--url", "", "--role", "Senior Cider Maker"], "company"),
        (["--posting", PAGE, "--url", "https://elsewhere.example/1"], "role"),
    ],
)
def test_what_it_may_repeat_is_told_and_blocks_nothing(
    jobtracker: Terminal, arguments: list[str], why: str
) -> None:
    # Arrange
    jobtracker.json("add", "--posting", PAGE)

    # Act
    told = jobtracker("add", *arguments)
    added = jobtracker.json("add", *arguments)

    # Assert
    assert "Note: 1 Cider Maker, Orchard & Vine (saved since" in told.out
    assert why in [each["why"] for each in added["repeats"] if each["id"] == 1]
    assert len(jobtracker.json("list")) == 3


def test_a_date_that_can_be_read_two_ways_is_asked_for_below_the_answer(
    jobtracker: Terminal, tmp_path: Path
) -> None:
    # Arrange
    page = tmp_path / "posting.html"
    page.write_text(
        '<html><script type="application/ld+json">{"@type": "JobPosting", "title": "Potter", '
        '"hiringOrganization": "Clay Works", "validThrough": "03/04/2027"}</script></html>',
        encoding="utf-8",
    )

    # Act
    answer = jobtracker("add", "--posting", str(page))

    # Assert
    assert "“03/04/2027” is 2027-04-03 or 2027-03-04. Say which with --deadline DATE." in answer.out
    assert jobtracker.json("show", "1")["deadline"] is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"weather": "fine"}', "no job posting"),
        ("[" * 50_000, "nested too deep"),
        ("<html><body>" + "<div>" * 50_000, "nested too deep"),
        ("   ", "blanks"),
        ("x" * 4_500_000, "4,000,000 characters"),
    ],
)
def test_what_is_no_posting_is_refused_in_words_and_nothing_is_added(
    jobtracker: Terminal, text: str, words: str
) -> None:
    # Act
    answer = jobtracker("add", "--posting", "-", "--company", "C", "--role", "R", typed=text)

    # Assert
    refused(answer, words)
    assert jobtracker.json("list") == []


def test_pick_goes_with_a_posting_only(jobtracker: Terminal) -> None:
    assert "--posting" in jobtracker("add", "--company", "C", "--role", "R", "--pick", "1").err


@pytest.mark.parametrize(
    ("arguments", "action", "day"),
    [
        ([], "Apply", "2099-04-20"),
        (["--next-action", "Call them"], "Call them", None),
        (["--stage", "applied"], "", None),
    ],
)
def test_a_deadline_to_come_proposes_to_apply_by_then(
    jobtracker: Terminal, arguments: list[str], action: str, day: str | None
) -> None:
    text = COPIED.replace("03/04/2027", "20 April 2099")

    jobtracker("add", "--posting", "-", *arguments, typed=text)

    shown = jobtracker.json("show", "1")
    assert ((shown["next_action"] or ""), shown["next_action_on"]) == (action, day)


def test_postings_of_one_title_are_told_apart_by_their_place(
    jobtracker: Terminal, tmp_path: Path
) -> None:
    board = tmp_path / "board.json"
    text = Path(SEVERAL).read_text(encoding="utf-8")
    board.write_text(text.replace("Glaze Technician", "Museum Guide"), encoding="utf-8")

    asked = jobtracker("add", "--posting", str(board))

    refused(asked, "2 Museum Guide (Utrecht")
