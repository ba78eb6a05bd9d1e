"""`salary`: official figures at the terminal are those of the pack."""

import os
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from tests.cli.terminal import Terminal

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
