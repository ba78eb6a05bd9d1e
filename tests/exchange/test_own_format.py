"""Profiles as our own JSON: out and in again, with nothing lost."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.profiles import (
    Answer,
    Fact,
    QualificationGroup,
    RelatedRole,
    RoleProfile,
)
from jobtracker.domain.salary_ranges import Percentiles, SalaryRange
from jobtracker.exchange.role_files import read_role_text
from jobtracker.exchange.role_files.own_format import is_written, write_profiles

text = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12
)
said = text.filter(str.strip)
texts = st.lists(said, max_size=3).map(tuple)
amounts = st.none() | st.integers(0, 10**12)
pays = st.builds(
    Pay,
    amounts,
    amounts,
    st.sampled_from([None, "USD", "JPY", "BHD", "CZK"]),
    st.none() | st.sampled_from(Period),
    text,
    st.sampled_from([(), ("currency",), ("currency", "period")]),
)
ranges = st.builds(
    SalaryRange,
    st.sampled_from(["", "junior", "expert"]),
    pays,
    experience=text,
    place=text,
    kind=st.sampled_from(["", "employer", "own"]),
    source=text,
    source_date=st.sampled_from(["", "2025", "2025-05"]),
    percentiles=st.builds(Percentiles, *[amounts] * 5),
    n=st.none() | st.integers(0, 99),
    employment=st.none() | st.integers(0, 10**7),
    rse=st.sampled_from(["", "0.6"]),
    notes=texts,
    code=st.sampled_from(["", "15-1252"]),
    at_least=st.sampled_from([(), ("p90",)]),
)
profiles = st.builds(
    RoleProfile,
    title=said,
    category=text,
    summary=text,
    updated_on=st.none() | st.dates(date(1900, 1, 1)),
    source=text,
    glance=st.lists(st.builds(Fact, text, text), max_size=2).map(tuple),
    duties=texts,
    overview=texts,
    qualifications=st.lists(st.builds(QualificationGroup, text, texts), max_size=2).map(tuple),
    outlook=texts,
    skills=texts,
    salaries=st.lists(ranges, max_size=2).map(tuple),
    related=st.lists(st.builds(RelatedRole, said, pays, text), max_size=2).map(tuple),
    letter=text,
    questions=st.lists(st.builds(Answer, text, text), max_size=2).map(tuple),
    other=texts,
    alternates=texts,
    code=st.sampled_from(["", "15-1252"]),
    credit=text,
    notes=text,
    archived=st.booleans(),
)


def refusal(part: dict[str, Any]) -> str:
    value = {"format": "jobtracker-profiles", "version": 1, "profiles": [part]}
    file = read_role_text(json.dumps(value), "p.json")
    assert (file.rows, file.read) == (1, 0)
    return file.refused[0].reason


@given(st.lists(profiles, min_size=1, max_size=3))
@settings(max_examples=80, deadline=None)
def test_profiles_come_back_as_they_were(told: list[RoleProfile]) -> None:
    file = read_role_text(write_profiles(told), "p.json")
    assert file.refused == ()
    assert list(file.profiles) == told


def test_amounts_are_written_as_people_write_them() -> None:
    salary = SalaryRange("senior", Pay(65_50, 70_00, "USD", Period.HOUR))
    written = json.loads(write_profiles([RoleProfile(title="Baker", salaries=(salary,))]))
    assert written["profiles"][0]["salaries"] == [
        {"level": "senior", "low": "65.50", "high": "70.00", "currency": "USD", "period": "hour"}
    ]


def test_a_profile_that_is_not_as_described_is_refused_with_the_reason() -> None:
    assert refusal({"summary": "x"}) == "title: Field required."
    assert refusal({"title": " "}) == "It has no title."
    assert refusal({"title": "Baker", "dutys": []}) == "It has a part that is not known: dutys."
    assert refusal({"title": "Baker", "duties": "bakes"}).startswith("duties:")
    assert refusal({"title": "Baker", "salaries": [{"low": "much"}]}) == (
        "An amount in it is no number."
    )
    assert refusal({"title": "Baker", "salaries": [{"period": "shift"}]}).startswith("salaries.0")


def test_a_newer_version_of_the_form_is_refused_whole() -> None:
    newer = json.dumps({"format": "jobtracker-profiles", "version": 2, "profiles": []})
    with pytest.raises(UnreadableFileError, match="another version"):
        read_role_text(newer, "p.json")


def test_a_file_of_ours_is_known_by_its_first_line() -> None:
    assert is_written(write_profiles([]).encode())
    assert not is_written(b'{"format": "something else"}')


def test_the_example_in_the_documentation_is_read(request: pytest.FixtureRequest) -> None:
    page = (request.config.rootpath / "docs" / "profile-format.md").read_text("utf-8")
    example = page.split("```json\n")[1].split("```")[0]

    file = read_role_text(example, "example.json")

    assert (file.rows, file.read) == (1, 1)
    assert file.profiles[0].salaries[0].percentiles.p50 == 36_500_00
