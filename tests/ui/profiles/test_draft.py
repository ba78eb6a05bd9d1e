"""The texts of the editor and back: what was not touched stays exactly as it was."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.profiles import Answer, Fact, QualificationGroup, RelatedRole, RoleProfile
from jobtracker.domain.salary_ranges import Percentiles, SalaryRange
from jobtracker.ui.features.profiles.draft import RangeDraft, applied, draft_of, understood

MEDIAN = Percentiles(p50=10)
YEAR = Pay(9_000_000, 12_000_000, "USD", Period.YEAR, "$90K-$120K", ("period",))
PROFILE = RoleProfile(
    title="Lighthouse Keeper",
    duties=("Light the lamp", "Write the log:\nweather and ships"),
    overview=("One.", "Two."),
    qualifications=(
        QualificationGroup("", ("Good eyes",)),
        QualificationGroup("Papers", ("Radio licence", "First aid")),
    ),
    skills=("Patience",),
    glance=(Fact("Setting", "Outdoors"),),
    salaries=(
        SalaryRange("mid", YEAR, "3 years", "Wales", "official", "Office", "2025", "OGL", MEDIAN),
        SalaryRange("head", Pay(text="a share of the tolls")),
    ),
    related=(RelatedRole("Pilot", YEAR),),
    letter="Dear {{ company }}",
    questions=(Answer("Lonely?", "Yes."),),
    other=("Advertisement",),
)  # fmt: skip

texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30)


def test_an_untouched_draft_changes_nothing() -> None:
    assert applied(PROFILE, draft_of(PROFILE)).profile == PROFILE


@given(duties=st.lists(texts), groups=st.lists(st.tuples(texts, st.lists(texts))), summary=texts)
def test_whatever_a_page_held_an_untouched_draft_keeps_it(
    duties: list[str], groups: list[tuple[str, list[str]]], summary: str
) -> None:
    profile = replace(
        PROFILE,
        summary=summary,
        duties=tuple(duties),
        qualifications=tuple(QualificationGroup(name, tuple(items)) for name, items in groups),
    )

    assert applied(profile, draft_of(profile)).profile == profile


def test_lines_paragraphs_and_groups_are_read_as_typed() -> None:
    draft = draft_of(PROFILE)._replace(
        duties="- Light the lamp\n\n• Ring the bell\n",
        overview="First,\nwith a break.\n\n\nSecond.",
        qualifications="Good ears\n\nPapers:\n- Radio licence: GMDSS\nFirst aid",
    )

    edited = applied(PROFILE, draft).profile

    assert edited is not None
    assert edited.duties == ("Light the lamp", "Ring the bell")
    assert edited.overview == ("First,\nwith a break.", "Second.")
    assert edited.qualifications == (
        QualificationGroup("", ("Good ears",)),
        QualificationGroup("Papers", ("Radio licence: GMDSS", "First aid")),
    )
    assert edited.salaries == PROFILE.salaries


def test_a_new_source_keeps_the_figures_and_their_percentiles() -> None:
    draft = draft_of(PROFILE)
    first = draft.ranges[0]._replace(source="Trinity House")

    edited = applied(PROFILE, draft._replace(ranges=(first, draft.ranges[1]))).profile

    assert edited is not None
    assert edited.salaries[0] == PROFILE.salaries[0]._replace(source="Trinity House")


def test_another_pay_is_one_s_own_figure_without_percentiles() -> None:
    draft = draft_of(PROFILE)
    first = draft.ranges[0]._replace(pay="95-125k EUR a year")

    edited = applied(PROFILE, draft._replace(ranges=(first,))).profile

    assert edited is not None
    salary = edited.salaries[0]
    assert salary.pay[:4] == (9_500_000, 12_500_000, "EUR", Period.YEAR)
    assert (salary.kind, salary.licence, salary.percentiles) == ("own", "", Percentiles())
    assert (salary.place, salary.source) == ("Wales", "Office")
    assert len(edited.salaries) == 1


@pytest.mark.parametrize("pay", ["", "a lot", "$120K - $90K a year"])
def test_a_pay_that_cannot_be_read_is_said_at_its_row(pay: str) -> None:
    draft = draft_of(PROFILE)._replace(ranges=(RangeDraft(level="mid", pay=pay),))

    result = applied(PROFILE, draft)

    assert result.profile is None
    assert list(result.errors) == ["pay 0"]


def test_all_that_is_wrong_is_said_at_once() -> None:
    draft = draft_of(PROFILE)._replace(
        title=" ", summary="\x00", ranges=(RangeDraft(pay="?"), RangeDraft(pay="$1 an hour"))
    )

    assert set(applied(PROFILE, draft).errors) == {"title", "summary", "pay 0"}


def test_what_is_understood_names_what_was_assumed() -> None:
    assert understood("90-120k") == "90,000 – 120,000 a year, a year assumed"
    assert understood("$65/h") == "$65.00 an hour, US dollars assumed"
    assert understood("competitive") == ""
