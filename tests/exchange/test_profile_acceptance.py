"""The reader held against the measuring data: pages of the seed's family and of the handbook."""

import json
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from jobtracker.exchange.profile_page import ProfilePage, read_profile_page, to_json
from jobtracker.exchange.text_file import read_text_file

pytestmark = pytest.mark.shared


def read(folder: Path, name: str) -> ProfilePage:
    return read_profile_page(read_text_file(folder / "role_profiles" / name))


def test_the_seed_page_is_read_whole(shared_data: Path) -> None:
    page = to_json(read(shared_data, "python_developer.txt"))
    assert page["title"] == "Python Developer"
    assert len(page["glance"]) == 6
    assert len(page["duties"]) == 10
    assert [len(group["items"]) for group in page["qualifications"]] == [3, 5, 3, 3, 4]
    assert [
        (s["level"], s["min"], s["max"], s["currency"], s["period"]) for s in page["salaries"]
    ] == [("mid", 110000, 130000, "USD", "year"), ("senior", 140000, 165000, "USD", "year")]
    assert [(role["title"], role["min"], role["max"]) for role in page["related"]] == [
        ("Python Application Developer", 90000, 150000),
        ("Python Software Developer", 90000, 152000),
        ("Project Manager", 85000, 140000),
        ("Python Web Developer", 85000, 140000),
        ("iOS Developer", 90000, 145000),
        ("SharePoint Developer", 90000, 140000),
    ]
    assert page["letter"]["placeholders"] == ["[Company]", "[Your Name]"]
    assert len(page["questions"]) == 5
    assert page["other"] == ["See all Software Engineering jobs →"]


def test_every_expected_value_of_the_relaid_pages_is_found(shared_data: Path) -> None:
    expected = json.loads((shared_data / "role_profiles" / "relaid_expected.json").read_text())
    total = found = 0
    missed: list[str] = []
    for entry in expected:
        page = to_json(read(shared_data, entry["file"]))
        for name, holds in checks(entry, page).items():
            total += 1
            found += holds
            missed += [] if holds else [f"{entry['file']}: {name}"]
    sys.stdout.write("\n  ".join([f"\nrelaid_expected.json: {found}/{total} found", *missed]))
    assert missed == []


def checks(entry: dict[str, Any], page: dict[str, Any]) -> dict[str, bool]:
    """Each expected value of a page by its name, and whether the reader found it."""
    related = {role["title"]: role for role in page["related"]}
    ends = {end for figure in page["salaries"] for end in (figure["min"], figure["max"])}
    result = {
        "title": page["title"] == entry["title"],
        "category": page["category"] == entry["category"],
        "number of facts": len(page["glance"]) == len(entry["glance"]),
        "number of duties": len(page["duties"]) == entry["duties"],
        "first duty": page["duties"][0] == entry["first_duty"],
        "number of related roles": len(page["related"]) == len(entry["related"]),
    }
    for label, value in entry["glance"].items():
        result[f"fact {label}"] = page["glance"].get(label) == value
    for text in entry["pay_amounts_in_outlook"]:
        result[f"amount {text}"] = int(text.strip("$").replace(",", "")) in ends
    for role in entry["related"]:
        there = related.get(role["title"], {})
        result[f"related {role['title']}"] = bool(there)
        result[f"pay text of {role['title']}"] = there.get("text") == role["pay_text"]
        result[f"min of {role['title']}"] = there.get("min") == role["min"]
        result[f"max of {role['title']}"] = there.get("max") == role["max"]
    for placeholder in entry["letter_placeholders"]:
        result[f"placeholder {placeholder}"] = placeholder in page["letter"]["placeholders"]
    return result


def test_a_handbook_page_says_the_same_as_text_and_as_html(shared_data: Path) -> None:
    names = sorted(path.stem for path in (shared_data / "role_profiles").glob("ooh_*.txt"))
    assert names
    for name in names:
        text, html = (read(shared_data, f"{name}.{ending}") for ending in ("txt", "html"))
        sys.stdout.write(
            f"\n{name}: {html.title}, {len(html.duties)} duties, {html.glance[0].value},"
            f" {len(html.related)} similar ({html.category}, {html.updated})"
        )
        assert text.title == html.title != ""
        assert text.glance == html.glance
        assert text.duties == html.duties
        assert len(text.duties) >= 6
        median = [figure for figure in html.salaries if figure.statistic == "median"]
        assert f"${median[0].pay.low / 100:,.0f}" in html.glance[0].value
        assert [(role.title, role.pay) for role in text.related] == [
            (role.title, role.pay) for role in html.related
        ]
        assert len(html.related) >= 8
        assert all(role.pay for role in html.related)


def test_a_markdown_career_track_gives_its_pay_bands(shared_data: Path) -> None:
    page = to_json(read(shared_data, "carvago_frontend_engineer.md"))
    assert page["title"] == "Frontend Engineer"
    assert [(s["level"], s["min"], s["max"], s["currency"]) for s in page["salaries"]] == [
        ("junior", 55000, 90000, "CZK"),
        ("mid", 90000, 120000, "CZK"),
        ("senior", 120000, 145000, "CZK"),
        (None, 145000, 165000, "CZK"),
    ]


def test_reading_20_kb_takes_an_instant(shared_data: Path) -> None:
    text = read_text_file(shared_data / "role_profiles" / "ooh_accountants-and-auditors.txt")
    read_profile_page(text)
    times = []
    for _ in range(5):
        start = perf_counter()
        read_profile_page(text)
        times.append(perf_counter() - start)
    sys.stdout.write(f"\n{len(text):,} characters in {min(times) * 1000:.1f} ms")
    assert min(times) < 0.05
