"""A profile from a page or from the library says what its source said, in exact money."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.profiles import LIBRARY, OWN
from jobtracker.domain.salary_ranges import Percentiles, SalaryRange
from jobtracker.exchange.library import read_library
from jobtracker.exchange.profile_page import read_profile_page
from jobtracker.exchange.profile_records import ProfilePage, SalaryFigure
from jobtracker.services.profile_sources import from_library, from_page

PAGES = Path(__file__).parent.parent / "data" / "profiles"


def dollars(low: int | None, high: int | None) -> Pay:
    ends = (None if end is None else end * 100 for end in (low, high))
    return Pay(*ends, "USD", Period.YEAR)


def figure(level: str, low: int, statistic: str = "", currency: str = "USD") -> SalaryFigure:
    pay = Pay(low * 100, low * 100, currency, Period.YEAR)
    return SalaryFigure(
        level=level, pay=pay, text=f"${low}", statistic=statistic, source_date="May 2024"
    )


def ranges(*figures: SalaryFigure) -> tuple[SalaryRange, ...]:
    page = ProfilePage(title="Clerk", salaries=figures)
    return from_page(page, source="a page").salaries


def test_every_part_of_a_page_has_its_place_in_the_profile() -> None:
    page = read_profile_page((PAGES / "orchard_manager_a.txt").read_text("utf-8"))

    profile = from_page(page)

    assert (profile.origin, profile.source) == (OWN, "saved page")
    for part in [
        "title",
        "category",
        "summary",
        "glance",
        "duties",
        "overview",
        "qualifications",
        "outlook",
        "questions",
        "other",
    ]:
        assert getattr(profile, part) == getattr(page, part)
    assert [role.title for role in profile.related] == [role.title for role in page.related]
    pay = profile.related[0].pay
    assert pay[:4] == dollars(30_000, 48_000)[:4]
    assert (pay.text, pay.assumed) == ("$30K–$48K", ("currency", "period"))


def test_two_layouts_of_one_page_give_one_profile() -> None:
    a, b = (
        from_page(read_profile_page((PAGES / f"orchard_manager_{layout}.txt").read_text("utf-8")))
        for layout in "ab"
    )

    assert replace(a, other=()) == replace(b, other=())


def test_the_sample_letter_becomes_a_template() -> None:
    page = read_profile_page((PAGES / "orchard_manager_a.txt").read_text("utf-8"))

    assert page.letter is not None
    assert "[Company]" in page.letter.text
    assert "at {{ company }}." in from_page(page).letter
    assert from_page(ProfilePage(title="Clerk")).letter == ""


def test_each_range_keeps_its_text_and_its_source() -> None:
    (only,) = ranges(figure("senior", 90_000))

    assert only == SalaryRange(
        "senior",
        dollars(90_000, 90_000)._replace(text="$90000"),
        source="a page",
        source_date="May 2024",
    )


def test_percentiles_together_make_one_range_between_the_quarters() -> None:
    (only,) = ranges(
        figure("", 50_000, "p25"), figure("", 60_000, "median"), figure("", 80_000, "p75")
    )

    assert only.pay[:4] == dollars(50_000, 80_000)[:4]
    assert only.percentiles == Percentiles(None, 5_000_000, 6_000_000, 8_000_000, None)


def test_without_quarters_the_tenths_are_its_ends_and_without_those_the_middle() -> None:
    (tenths,) = ranges(figure("", 40_000, "p10"), figure("", 99_000, "p90"))
    (middle,) = ranges(figure("", 60_000, "median"))

    assert tenths.pay[:2] == dollars(40_000, 99_000)[:2]
    assert middle.pay[:2] == dollars(60_000, 60_000)[:2]


def test_a_statistic_told_again_speaks_of_somebody_else() -> None:
    found = ranges(figure("", 60_000, "median"), figure("", 70_000, "median"))

    assert [salary.pay.low for salary in found] == [6_000_000, 7_000_000]


def test_statistics_of_another_level_or_currency_are_not_mixed() -> None:
    found = ranges(
        figure("mid", 60_000, "p25"),
        figure("senior", 70_000, "median"),
        figure("senior", 80_000, "p10", "EUR"),
    )

    assert [(s.level, s.pay.low, s.pay.currency) for s in found] == [
        ("mid", 6_000_000, "USD"), ("senior", 7_000_000, "USD"), ("senior", 8_000_000, "EUR"),
    ]  # fmt: skip


def test_plain_figures_between_statistics_stay_in_order() -> None:
    found = ranges(
        figure("", 60_000, "median"), figure("junior", 40_000), figure("", 90_000, "p90")
    )

    assert [salary.pay.high for salary in found] == [6_000_000, 4_000_000, 9_000_000]


FIGURES = st.builds(
    figure,
    st.sampled_from(["", "mid", "senior"]),
    st.integers(1, 10**6),
    st.sampled_from(["", "mean", "median", "p10", "p25", "p75", "p90"]),
    st.sampled_from(["USD", "EUR"]),
)


@given(st.lists(FIGURES, max_size=8))
def test_no_figure_is_lost_and_none_invented(figures: list[SalaryFigure]) -> None:
    found = ranges(*figures)

    told = {(f.level, f.pay.currency, f.pay.low) for f in figures}
    kept = {
        (salary.level, salary.pay.currency, amount)
        for salary in found
        for amount in (salary.pay.low, salary.pay.high, *salary.percentiles)
        if amount is not None
    }
    assert kept <= told
    plain = {(f.level, f.pay.currency, f.pay.low) for f in figures if not f.statistic}
    assert plain <= kept
    assert len(found) <= len(figures)


def test_a_bundled_profile_carries_its_figures_over_exactly(resources: Path) -> None:
    entry = next(e for e in read_library(resources).profiles if e.key == "python-developer")

    profile = from_library(entry)

    assert (profile.origin, profile.library_key) == (LIBRARY, "python-developer")
    assert profile.version == entry.version
    assert isinstance(profile.updated_on, date)
    mid = next(salary for salary in profile.salaries if salary.level == "mid")
    assert mid.pay[:4] == dollars(110_000, 130_000)[:4]
    assert mid.source
    assert len(profile.related) == 6


def test_every_bundled_range_has_a_source_and_does_not_run_backwards(resources: Path) -> None:
    for entry in read_library(resources).profiles:
        for salary in from_library(entry).salaries:
            assert salary.source, entry.key
            assert salary.kind in {"employer", "reported", "estimate", "official"}
            assert salary.pay.low is not None
            assert salary.pay.high is not None
            assert 0 < salary.pay.low <= salary.pay.high
            points = [point for point in salary.percentiles if point is not None]
            assert points == sorted(points)


@pytest.mark.parametrize("name", ["clock_repairers_handbook.html", "dental_nurse_uk.txt"])
def test_a_page_of_any_layout_becomes_a_profile(name: str) -> None:
    profile = from_page(read_profile_page((PAGES / name).read_text("utf-8")))

    assert profile.title
    assert profile.salaries
    assert all(salary.source == "saved page" for salary in profile.salaries)
