"""`salary`: official figures at the terminal are those of the pack."""

import os
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from tests.cli.terminal import Terminal, refused

from jobtracker.system.resources import resource

PICKED = 200
HOURS_A_YEAR = 2080
ENDS = ("p10", "p25", "p50", "p75", "p90")
SEED = int(os.environ.get("JOBTRACKER_SEED", "20261122"))


def picked(kind: str, count: int, rng: Random) -> list[dict[str, Any]]:
    """Rows of the pack, decoded here by the words of docs/architecture.md and nothing of ours."""
    file = resource("benchmarks", "us-oews-2025.db")
    with closing(driver.connect(f"{file.as_uri()}?immutable=1", uri=True)) as raw:
        raw.row_factory = driver.Row
        rows = raw.execute(
            "SELECT o.code AS occupation_code, a.code AS area_code, a.name AS area_name, w.*"
            " FROM wage w JOIN area a ON a.id = w.area JOIN occupation o ON o.id = w.occupation"
            " WHERE a.kind IN (?, ?)",
            (kind, {"metropolitan": "nonmetropolitan"}.get(kind, kind)),
        ).fetchall()
    return [dict(row) for row in rng.sample(rows, count)]


def yearly(row: dict[str, Any], end: str) -> float | None:
    """Tens of dollars, as the difference from the hourly wage times 2,080 where there is one."""
    kept, cents = row[f"yearly_{end}"], row[f"hourly_{end}"]
    if kept is None:
        return None
    return float(10 * (kept + (0 if cents is None else (cents * HOURS_A_YEAR - 500) // 1000)))


def hourly(row: dict[str, Any], end: str) -> float | None:
    cents = row[f"hourly_{end}"]
    return None if cents is None else cents / 100


def test_two_hundred_figures_picked_at_random_are_shown_as_they_stand_in_the_pack(
    jobtracker: Terminal,
) -> None:
    rng = Random(SEED)
    rows = [
        *picked("nation", 40, rng),
        *picked("state", 60, rng),
        *picked("metropolitan", 100, rng),
    ]
    alike = 0
    for row in rows:
        period, said = rng.choice([("hour", hourly), ("year", yearly)])
        shown = jobtracker.json(
            "salary", "show", row["occupation_code"], "--area", row["area_code"],
            "--period", period,
        )  # fmt: skip
        wanted = {end: said(row, end) for end in ENDS} | {
            "code": row["occupation_code"],
            "area_code": row["area_code"],
            "employment": row["employment"],
            "rse": None if row["rse"] is None else row["rse"] / 10,
            "currency": "USD",
            "period": period,
            "n": None,
            "kind": "official",
            "source_date": "2025-05",
        }
        alike += {name: shown[name] for name in wanted} == wanted

    print(f"{alike} of {PICKED} figures alike (seed {SEED})")  # noqa: T201 (quoted on release)
    assert (alike, len(rows)) == (PICKED, PICKED)


def test_a_role_as_people_say_it_has_its_figure_and_its_profile(jobtracker: Terminal) -> None:
    shown = jobtracker.json("salary", "show", "Python Developer", "--area", "Austin, TX")

    assert (shown["code"], shown["area"]) == ("15-1252", "Austin-Round Rock-San Marcos, TX")
    assert shown["title"] == "Python Developer"
    assert {salary["level"] for salary in shown["salaries"]} >= {"mid", "senior"}
    assert shown["p10"] < shown["p50"] < shown["p90"]


def test_what_is_paid_by_the_year_alone_says_so(jobtracker: Terminal) -> None:
    told = jobtracker("salary", "show", "25-2021", "--period", "hour").out

    assert "paid by the year only" in told
    assert "not released" not in told


def test_a_top_coded_figure_is_this_much_or_more(jobtracker: Terminal) -> None:
    told = jobtracker("salary", "show", "29-1215", "--area", "0010540").out

    assert "$115.00 an hour or $239,200 a year, or more" in told


def test_an_amount_has_a_percentile_and_beyond_the_last_none_is_invented(
    jobtracker: Terminal,
) -> None:
    inside = jobtracker.json("salary", "place", "135980", "15-1252")
    beyond = jobtracker.json("salary", "place", "$400k", "15-1252")

    assert (inside["percentile"], inside["method"], inside["clamped"]) == (50, "percentile", None)
    assert (beyond["percentile"], beyond["clamped"]) == (90, "above")


@pytest.mark.parametrize(
    ("amount", "arguments", "sentence"),
    [
        (
            "$135,980",
            ["15-1252"],
            (
                "$135,980 a year sits at the 50th percentile of what Software Developers earn in "
                "the United States."
            ),
        ),
        (
            "$20k",
            ["15-1252", "--area=CA"],
            (
                "$20,000 a year is below the 10th percentile of what Software Developers earn in "
                "California."
            ),
        ),
        (
            "$400k",
            ["15-1252"],
            (
                "$400,000 a year is above the 90th percentile of what Software Developers earn in "
                "the United States."
            ),
        ),
        (
            "$400k",
            ["29-1215", "--area=0010540"],
            (
                "$400,000 a year cannot be placed among what Family Medicine Physicians earn in "
                "Albany, OR. The 10th percentile is top-coded: all that is known is $239,200 a "
                "year or more."
            ),
        ),
    ],
)
def test_where_an_amount_stands_is_one_sentence(
    jobtracker: Terminal, amount: str, arguments: list[str], sentence: str
) -> None:
    assert jobtracker("salary", "place", amount, *arguments).out == f"{sentence}\n"


def test_an_amount_in_another_currency_is_placed_at_a_typed_rate(jobtracker: Terminal) -> None:
    rate = "1 EUR = 1.08 USD on 2026-11-01"
    refused(jobtracker("salary", "place", "52.000 €", "nurse"), f'--rate "{rate}"')
    refused(
        jobtracker("salary", "place", "52.000 €", "nurse", "--rate=1 EUR = 0.9 CHF"), "EUR and USD"
    )

    typed = jobtracker.json("salary", "place", "52.000 €", "nurse", "--rate", rate)
    again = jobtracker("salary", "place", "52.000 €", "nurse").out

    assert typed["clamped"] == "below"
    assert typed["reason"] == f"Counted at {rate}."
    assert f"Counted at {rate}." in again


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["show", "zzzz"], ["No occupation or profile is called “zzzz”", "salary roles TEXT"]),
        (["place", "-65/h", "nurse"], ["“-65/h” is below zero", "without a minus"]),
        (["place", "1e9", "nurse"], ["“1e9” is no amount"]),
        (["place", "$65", "nurse"], ["does not say for how long"]),
        (["place", "$65/h", "zzzz"], ["salary roles TEXT"]),
    ],
)
def test_what_has_no_answer_says_what_to_do(
    jobtracker: Terminal, arguments: list[str], words: list[str]
) -> None:
    refused(jobtracker("salary", *arguments), *words)


@pytest.mark.parametrize("area", ["Berlin", "Middle-earth"])
def test_an_area_without_figures_is_refused_with_what_to_do(
    jobtracker: Terminal, area: str
) -> None:
    told = jobtracker("salary", "show", "nurse", "--area", area)

    assert told.code == 3
    assert "salary areas" in told.err


def test_areas_are_found_by_their_words(jobtracker: Terminal) -> None:
    found = jobtracker.json("salary", "areas", "San Francisco")

    assert [area["name"] for area in found] == ["San Francisco-Oakland-Fremont, CA"]
    assert len(jobtracker.json("salary", "areas")) == 583


def test_figures_need_no_workspace(nowhere: Terminal, tmp_path: Path) -> None:
    shown = nowhere.json("salary", "show", "15-1252")

    assert shown["p50"] == 135_980
    assert not nowhere.file.exists()


def test_a_yearly_amount_of_a_role_paid_by_the_hour_says_that_no_yearly_figure_is_given(
    jobtracker: Terminal,
) -> None:
    by_the_year = jobtracker.json("salary", "place", "$60424/year", "27-2011")
    by_the_hour = jobtracker.json("salary", "place", "$29.05 an hour", "27-2011")

    assert "The publisher gives no yearly figure for Actors." in by_the_year["reason"]
    assert by_the_year["percentile"] is not None
    assert by_the_hour["reason"] is None


@pytest.mark.parametrize(
    ("place", "area"),
    [
        ("D.C.", "Washington-Arlington-Alexandria, DC-VA-MD-WV"),
        ("Washington, D.C.", "Washington-Arlington-Alexandria, DC-VA-MD-WV"),
        ("N.Y.C.", "New York-Newark-Jersey City, NY-NJ"),
        ("Austin, T.X.", "Austin-Round Rock-San Marcos, TX"),
        ("U.S.", "United States"),
    ],
)
def test_a_place_may_be_in_initials_with_dots(jobtracker: Terminal, place: str, area: str) -> None:
    assert jobtracker.json("salary", "show", "nurse", "--area", place)["area"] == area
