"""JSON Resume: what is read, and what is refused with its place and the reason."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.exchange.resume import Resume, read_resume, resume_of
from jobtracker.exchange.resume_sections import SECTIONS

RESUMES = Path(__file__).parent.parent / "data" / "resumes"


def places(resume: Resume) -> list[str]:
    return [one.place for one in resume.refused]


def test_a_resume_says_who_and_what_they_can_with_the_words_that_show_it() -> None:
    resume = read_resume(RESUMES / "odd_dates.resume.json")
    shown = dict(resume.skills)

    assert (resume.name, resume.email, resume.city) == ("Ada Example", "ada@example.org", "Lund")
    assert resume.links == ("https://forge.example/ada",)
    assert shown["Python"] == ("Skills: Languages; Old Works: Automated checks in Python and C++")
    assert shown["R"] == "Skills: Languages"
    assert shown["Swedish"] == "Languages: Native"
    assert list(shown) == ["Languages", "Python", "C++", "R", "Swedish", "Safe Boats"]


def test_dates_that_are_none_are_refused_and_the_job_stays() -> None:
    resume = read_resume(RESUMES / "odd_dates.resume.json")

    assert [(job.company, job.start, job.end) for job in resume.work] == [
        ("Old Works", "2019", ""),
        ("New Works", "", ""),
    ]
    assert places(resume) == [
        "work.1.endDate",
        "work.2.startDate",
        "work.2.endDate",
        "work.3",
        "skills.1.keywords.4",
    ]
    assert resume.refused[0].reason == (
        "It is “Present”, not a date such as 2024-06 or 2024-06-01."
    )


def test_what_is_sound_in_a_broken_resume_is_read() -> None:
    resume = read_resume(RESUMES / "broken.resume.json")
    assert [skill.name for skill in resume.skills] == ["Welding"]
    assert places(resume) == ["basics", "work"]


def test_a_job_description_is_no_resume() -> None:
    with pytest.raises(UnreadableFileError, match="describes a job"):
        read_resume(RESUMES / "keeper.job.json")


@pytest.mark.parametrize("content", ["[]", "{}", '{"skills', "Dear reader", '{"a": NaN}'])
def test_anything_else_is_refused_in_one_line(tmp_path: Path, content: str) -> None:
    path = tmp_path / "resume.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableFileError, match=r"nothing was imported"):
        read_resume(path)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["name", "keywords", "url", "startDate", "location", "profiles", "city"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(list(SECTIONS)), values, max_size=5))
@settings(max_examples=150, deadline=None)
def test_whatever_a_resume_holds_it_is_read_or_refused(value: dict[str, Any]) -> None:
    resume = resume_of(value)
    assert all(one.place and one.reason for one in resume.refused)
    assert all(skill.name and skill.evidence for skill in resume.skills)


@pytest.mark.shared
def test_the_schema_s_own_valid_and_invalid_parts_are_told_apart(shared_data: Path) -> None:
    path = shared_data / "resumes" / "schema_test_basics.json"
    for name, part in json.loads(path.read_text("utf-8")).items():
        assert bool(resume_of(part).refused) == name.endswith("Invalid"), name


@pytest.mark.shared
def test_the_schema_s_own_dates_are_told_apart(shared_data: Path) -> None:
    path = shared_data / "resumes" / "schema_test_dates.json"
    for name, day in json.loads(path.read_text("utf-8")).items():
        resume = resume_of({"work": [{"startDate": day}]})
        assert places(resume) == (["work.1.startDate"] if name == "invalid" else [])


@pytest.mark.shared
def test_every_file_of_resumes_is_read_or_refused(shared_data: Path) -> None:
    told = {}
    for path in sorted((shared_data / "resumes").iterdir()):
        try:
            told[path.name] = len(read_resume(path).skills)
        except UnreadableFileError:
            told[path.name] = -1
    assert told == {
        "SOURCE.md": -1,
        "new-grad.resume.json": 23,
        "sample.job.json": -1,
        "sample.resume.json": 11,
        "schema_test_basics.json": -1,
        "schema_test_dates.json": -1,
    }
