from pathlib import Path

import pytest
from tests.cli.terminal import Terminal, refused, run_here

PAGES = Path(__file__).resolve().parents[1] / "data" / "profiles"
ROLES = PAGES.parent / "roles"
ORCHARD = PAGES / "orchard_manager_a.txt"


def test_read_shows_a_profile_and_saves_nothing(nowhere: Terminal) -> None:
    page = run_here("read", str(ORCHARD), "--as", "profile", "--json").json

    assert page["title"] == "Orchard Manager"
    assert page["glance"]
    assert page["duties"]
    assert {"group", "items"} == set(page["qualifications"][0])
    assert {"level", "min", "max", "currency", "period", "text"} <= set(page["salaries"][0])
    assert {"title", "min", "max", "currency", "period", "text", "description"} == set(
        page["related"][0]
    )
    assert {"text", "placeholders"} == set(page["letter"])
    assert {"question", "answer"} == set(page["questions"][0])


def test_read_shows_pay_in_major_units_and_what_was_assumed(tmp_path: Path) -> None:
    answer = run_here("read", "-", "--as", "pay", "--json", typed="140-165k\n")

    shown = answer.json
    assert set(shown) == {"is_pay", "min", "max", "currency", "period", "assumed", "reason"}
    assert (shown["is_pay"], shown["min"], shown["max"]) == (True, 140_000, 165_000)
    assert "period" in shown["assumed"]
    assert run_here("read", "-", "--as", "pay", "--json", typed="$65.50/h").json["min"] == 65.5
    assert not run_here("read", "-", "--as", "pay", "--json", typed="Series B: $40M").json["is_pay"]


def test_read_shows_a_sample_letter_as_a_template() -> None:
    letter = "Dear Hiring Manager,\n\nI want to work at [Company].\n\nYours,\n[Your Name]\n"

    shown = run_here("read", "-", "--as", "letter", "--json", typed=letter).json

    assert shown["placeholders"] == ["[Company]", "[Your Name]"]
    assert {"name", "label"} == set(shown["fields"][0])


def test_an_imported_page_becomes_a_profile_of_one_s_own(jobtracker: Terminal) -> None:
    (kept,) = jobtracker.json("profile", "import", str(ORCHARD))

    assert (kept["title"], kept["origin"]) == ("Orchard Manager", "own")
    assert jobtracker.json("profile", "show", "orchard manager") == kept
    assert jobtracker.json("profile", "show", str(kept["id"])) == kept
    assert jobtracker.json("profile", "show", kept["uid"]) == kept
    assert kept["salaries"][0]["source"] == "saved page"
    pay = jobtracker.json("salary", "show", "Orchard Manager")
    assert pay["salaries"] == kept["salaries"]
    assert pay["related"] == kept["related"]


def test_importing_several_pages_is_one_step(jobtracker: Terminal) -> None:
    kept = jobtracker.json(
        "profile", "import", str(ORCHARD), str(PAGES / "lighthouse_keeper_c.txt")
    )
    assert len(kept) == 2

    jobtracker.json("undo")

    refused(jobtracker("profile", "show", "Orchard Manager"))
    assert "own" not in [known["origin"] for known in jobtracker.json("profile", "list")]


def test_importing_a_page_again_keeps_the_links(jobtracker: Terminal) -> None:
    jobtracker.json("profile", "import", str(ORCHARD))
    jobtracker.add("Glasshouse Farms", "Orchard Manager")

    jobtracker.json("profile", "import", str(PAGES / "orchard_manager_b.txt"))

    assert jobtracker.json("show", "1")["profile"]["name"] == "Orchard Manager"
    own = [known for known in jobtracker.json("profile", "list") if known["origin"] == "own"]
    assert [known["applications"] for known in own] == [1]


def test_compare_answers_with_pay_benchmark_and_a_sentence(acme: Terminal) -> None:
    acme.json("edit", "1", "--pay", "$140k-$165k")

    shown, words = acme.json("salary", "compare", "1"), acme("salary", "compare", "1").out

    assert set(shown) == {"id", "company", "role", "pay", "profile", "benchmark"}
    assert isinstance(shown["benchmark"]["position"], float)
    assert "Python Developer, senior" in words


@pytest.mark.parametrize("command", [["profile", "list"], ["profile", "show", "Registered Nurse"]])
def test_a_person_reads_profiles(jobtracker: Terminal, command: list[str]) -> None:
    answer = jobtracker(*command)

    assert answer.code == 0
    assert "Registered Nurse" in answer.out


def test_a_folder_of_roles_is_imported_with_what_was_refused(jobtracker: Terminal) -> None:
    said = jobtracker("profile", "import", str(ROLES / "onet_mini")).out

    assert "Lighthouse Keepers" in said
    assert "Rows: 23, read 18, refused 5." in said
    assert "Task Statements.txt row 7: It has no task." in said
    assert "Left alone: README.md" in said
    assert "Credit: O*NET Database by USDOL/ETA, CC BY 4.0" in said


def test_a_profile_is_exported_and_imported_again(jobtracker: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "keeper.json"
    jobtracker.json("profile", "import", str(ROLES / "onet_mini"))

    told = jobtracker.json("profile", "export", "Lighthouse Keepers", str(path))
    (kept,) = jobtracker.json("profile", "import", str(path))

    assert told == {"id": kept["id"], "path": str(path)}
    assert kept["alternates"][0] == "Certified Light Keeper (CLK)"
