"""The role-profile reader on pages of our own, one for each layout met."""

import re
from pathlib import Path
from time import process_time

import pytest

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.domain.profiles import Answer
from jobtracker.exchange.profile_headings import is_heading
from jobtracker.exchange.profile_page import ProfilePage, read_profile_page, to_json

PAGES = Path(__file__).parent.parent / "data" / "profiles"


def page(name: str) -> ProfilePage:
    return read_profile_page((PAGES / name).read_text(encoding="utf-8"))


def amounts(profile: ProfilePage) -> list[tuple[str, int | float | None, int | float | None]]:
    return [
        (figure["level"] or "", figure["min"], figure["max"])
        for figure in to_json(profile)["salaries"]
    ]


def every_text(profile: ProfilePage) -> str:
    """All that a profile holds, blanks and bullets apart, to look for a page's lines in."""
    parts = [profile.title, profile.category, profile.updated_text, profile.summary]
    parts += [text for fact in profile.glance for text in fact]
    parts += [*profile.duties, *profile.overview, *profile.outlook, *profile.other]
    parts += [text for group, items in profile.qualifications for text in (group, *items)]
    parts += [figure.text for figure in profile.salaries]
    parts += [
        text for role in profile.related for text in (role.title, role.text, role.description)
    ]
    parts += [profile.letter.text] if profile.letter else []
    parts += [text for answer in profile.questions for text in answer]
    return squeezed("\n".join(parts))


def squeezed(text: str) -> str:
    return re.sub(r"[\s•·*→:-]+", "", text)


def test_the_same_page_without_empty_lines_gives_the_same_profile() -> None:
    spaced, dense = page("orchard_manager_a.txt"), page("orchard_manager_b.txt")
    assert spaced.other == ("HARVESTJOBS", *dense.other)
    assert spaced.model_copy(update={"other": dense.other}) == dense


def test_a_page_with_all_its_parts_is_read() -> None:
    orchard = page("orchard_manager_b.txt")
    assert (orchard.title, orchard.category) == ("Orchard Manager", "Agriculture and Food")
    assert orchard.updated is None
    assert [label for label, _ in orchard.glance] == [
        "Typical education",
        "Typical experience",
        "Salary range",
        "Work setting (all year)",
    ]
    assert len(orchard.duties) == 4
    assert [(group, len(items)) for group, items in orchard.qualifications] == [
        ("Education", 2),
        ("Knowledge of the trade", 2),
    ]
    assert len(orchard.overview) == len(orchard.outlook) == 2
    assert orchard.questions[0] == Answer(
        "Is an Orchard Manager a farmer?",
        "Often, yes. Some own the land; most are employed by a family or a fund.",
    )
    assert orchard.other == ("See all Agriculture and Food jobs →",)


def test_each_level_gets_its_own_figure_and_experience() -> None:
    orchard = page("orchard_manager_b.txt")
    assert amounts(orchard) == [
        ("", 52000, 88000),
        ("junior", 45000, 55000),
        ("mid", 58000, 70000),
        ("senior", 75000, 95000),
    ]
    assert [figure.experience for figure in orchard.salaries] == ["", "1–3 years", "", "8+ years"]


def test_related_roles_keep_pay_text_and_description() -> None:
    related = to_json(page("orchard_manager_b.txt"))["related"]
    assert [(role["title"], role["min"], role["max"]) for role in related] == [
        ("Beekeeper", 30000, 48000),
        ("Vineyard Manager", 60000, 105000),
        ("Farm Accountant", 55300, 55300),
    ]
    assert related[0]["text"] == "$30K–$48K"
    assert related[0]["description"].startswith("Beekeepers care")


def test_the_letter_keeps_its_paragraphs_and_names_its_placeholders() -> None:
    letter = page("orchard_manager_b.txt").letter
    assert letter is not None
    assert letter.text.startswith("Dear [Hiring Manager],\n\nI am applying")
    assert letter.text.endswith("with you.\n\n[Your Name]")
    assert letter.placeholders == ("[Hiring Manager]", "[Company]", "[Your Name]")


def test_an_older_page_without_a_glance_is_read() -> None:
    keeper = page("lighthouse_keeper_c.txt")
    assert (keeper.title, keeper.category, keeper.glance) == ("Lighthouse Keeper", "", ())
    assert to_json(keeper)["updated"] == "2024-03-03"
    assert len(keeper.duties) == 3
    assert [group for group, _ in keeper.qualifications] == ["", "Education", "Training"]
    assert [(f.statistic, f.pay.low, f.pay.currency) for f in keeper.salaries] == [
        ("median", 31400_00, "GBP"),
        ("p10", 24150_00, "GBP"),
        ("p90", 44900_00, "GBP"),
    ]
    assert {figure.source_date for figure in keeper.salaries[:1]} == {"2023-06"}
    assert keeper.other == ("Sponsored: read the harbour gazette every Friday",)


@pytest.mark.parametrize("ending", ["txt", "html"])
def test_a_handbook_page_is_read_as_text_and_as_html(ending: str) -> None:
    clocks = page(f"clock_repairers_handbook.{ending}")
    assert clocks.title == "Clock Repairers"
    assert clocks.glance[0] == ("2023 Median Pay", "$48,210 per year $23.18 per hour")
    assert clocks.duties == (
        "Take movements apart",
        "Clean wheels and pivots",
        "Estimate the cost of a repair",
    )
    assert {("", 48210, 48210), ("", 31050, 31050), ("", 77840, 77840)} <= set(amounts(clocks))
    assert [(role.title, role.text) for role in clocks.related] == [
        ("Jewelers", "$47,100"),
        ("Locksmiths", "$46,880"),
    ]


def test_html_gives_category_and_date_and_leaves_scripts_and_hidden_help_out() -> None:
    clocks = page("clock_repairers_handbook.html")
    assert clocks.category == "Installation and Repair"
    assert to_json(clocks)["updated"] == "2024-04-17"
    assert "1,000,000" not in every_text(clocks)
    assert all("46,310" not in figure.text for figure in clocks.salaries)
    assert any("46,310" in text for text in clocks.other)


@pytest.mark.parametrize("name", sorted(path.name for path in PAGES.glob("*.txt")))
def test_every_line_of_a_page_ends_up_somewhere(name: str) -> None:
    text = (PAGES / name).read_text(encoding="utf-8")
    found = every_text(read_profile_page(text))
    cells = [cell for line in text.splitlines() for cell in line.split("\t")]
    lost = [cell for cell in cells if squeezed(cell.removeprefix("- ")) not in found]
    marks = ("Last updated", "Last Updated:", "Quick Facts: Clock Repairers")
    glued = [line for line in lost if not is_heading(line) and line not in marks]
    assert [line for line in glued if not line.startswith("See all")] == []


def test_a_careers_service_page_with_other_names_for_its_parts_is_read() -> None:
    nurse = page("dental_nurse_uk.txt")
    assert nurse.title == "Dental nurse"
    assert len(nurse.duties) == 3
    assert amounts(nurse) == [
        ("junior", 21000, 21000),
        ("senior", 35000, 35000),
        ("", 38000, 42000),
    ]
    assert [role.title for role in nurse.related] == ["Dental hygienist", "Dental technician"]


def test_a_table_names_the_currency_once() -> None:
    profile = read_profile_page(
        "# Sailmaker\n\n## Pay bands\n\n| Title | Salary in CZK |\n| --- | --- |\n"
        "| Junior Sailmaker | 55 000 - 90 000 |\n| Senior Sailmaker | 120 000 - 145 000 |\n"
    )
    assert profile.title == "Sailmaker"
    assert amounts(profile) == [("junior", 55000, 90000), ("senior", 120000, 145000)]
    assert {figure.pay.currency for figure in profile.salaries} == {"CZK"}


def test_money_that_nobody_earns_is_no_salary() -> None:
    profile = read_profile_page(
        "Producer\nLast updated 2024-02-01\nProducers make films happen.\nOverview\n"
        "A producer raises a budget of $40,000 before the first day.\n"
        "Career outlook\nThe market is worth $9 billion.\n"
    )
    assert profile.salaries == ()
    assert to_json(profile)["updated"] == "2024-02-01"


def test_levels_named_after_their_amounts_are_found() -> None:
    profile = read_profile_page(
        "Diver\nSalary\nPay rises from $60,000 at entry level to $150,000 for senior divers.\n"
    )
    assert [(level, low) for level, low, _ in amounts(profile)] == [
        ("junior", 60000),
        ("senior", 150000),
    ]


def test_text_that_is_no_profile_goes_to_other_whole() -> None:
    text = "Shopping list\n\nEggs, flour and a new broom.\nRemember the $20 for Jo.\n"
    profile = read_profile_page(text)
    assert profile.title == "Shopping list"
    assert profile.other == tuple(line for line in text.splitlines() if line)
    assert profile == ProfilePage(title=profile.title, other=profile.other)


def test_the_json_has_the_documented_shape() -> None:
    shape = to_json(page("orchard_manager_a.txt"))
    assert {
        "title",
        "category",
        "updated",
        "glance",
        "duties",
        "qualifications",
        "salaries",
    } <= set(shape)
    assert {"related", "letter", "questions", "other"} <= set(shape)
    assert {"level", "min", "max", "currency", "period", "text"} <= set(shape["salaries"][0])
    assert set(shape["related"][0]) == {
        "title", "min", "max", "currency", "period", "text", "description",
    }  # fmt: skip
    assert set(shape["letter"]) == {"text", "placeholders"}


def test_a_text_over_the_limit_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="more than 2,000,000 characters"):
        read_profile_page("x" * 2_000_001)


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="no text"):
        read_profile_page("<html><script>1</script></html>")


def test_a_usual_page_is_read_in_an_instant() -> None:
    text = (PAGES / "orchard_manager_a.txt").read_text(encoding="utf-8") * 5
    read_profile_page(text)
    start = process_time()
    read_profile_page(text)
    assert process_time() - start < 0.25


HOSTILE = {
    "deep": "<div>" * 10_000 + "<h1>Diver</h1>" + "</div>" * 10_000 + "<p>After</p>",
    "comments": "<p>Diver</p>" + "<!--" * 250_000,
    "entities": "<p>" + "&amp;&bogus;&#x41;" * 60_000,
    "unclosed": "<p>Diver<b>" * 90_000,
    "attributes": "<a " + "x=1 " * 250_000 + ">Diver</a>",
    "tables": "<table><tr><td>" * 30_000 + "Diver",
    "headings": "Overview\nPay\n$10,000\n" * 30_000,
    "bullets": "Diver\nDuties\n" + "- $1K–$2K\n" * 30_000,
    "one line": "Salary\n" + "$1 " * 300_000,
    "blanks": "Overview\n# a" + " " * 900_000 + "b",
    "pipes": "Salary\n" + "|" * 900_000 + "x",
    "dashes": "Salary\n|" + "-" * 900_000 + "x",
    "brackets": "Cover letter\n" + "[" * 400_000,
    "digits": "Salary\n" + "1" * 900_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_read_in_seconds(name: str) -> None:
    start = process_time()
    profile = read_profile_page(HOSTILE[name])
    assert process_time() - start < 4
    assert profile.title
