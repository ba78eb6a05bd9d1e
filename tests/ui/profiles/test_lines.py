"""A profile's parts as lines, and a profile with one of them changed."""

import pytest

from jobtracker.domain.profiles import (
    Answer,
    Fact,
    QualificationGroup,
    RoleProfile,
    Tick,
)
from jobtracker.ui.features.profiles.lines.parts import (
    HEAD,
    added,
    changed,
    lines_of,
    tick_words,
)

PROFILE = RoleProfile(
    title="Beekeeper",
    summary="Keeps bees",
    glance=(Fact("Typical education", "None"), Fact("Growth", "Steady")),
    duties=("Feed the bees", "Take the honey"),
    qualifications=(
        QualificationGroup("Hands", ("Calm", "Strong")),
        QualificationGroup("", ("Up",)),
    ),
    questions=(Answer("Do they sting?", "Some do."),),
    alternates=("Apiarist",),
)
TICKS = {Tick("duty", "take the honey"): "At home", Tick("qualification", "calm"): ""}


def texts(part: str) -> list[str]:
    return [line.typed for line in lines_of(PROFILE, part, TICKS)]


def test_every_part_is_lines() -> None:
    assert texts("summary") == ["Keeps bees"]
    assert texts("glance") == ["Typical education: None", "Growth: Steady"]
    assert texts("duties") == ["Feed the bees", "Take the honey"]
    assert texts("qualifications") == ["Hands", "Calm", "Strong", "Up"]
    assert texts("questions") == ["Do they sting?", "Some do."]
    assert texts("alternates") == ["Apiarist"]
    assert texts("outlook") == []


def test_ticks_are_counted_and_headings_are_not() -> None:
    duties = lines_of(PROFILE, "duties", TICKS)
    qualifications = lines_of(PROFILE, "qualifications", TICKS)

    assert [(line.shown, line.note) for line in duties] == [(False, ""), (True, "At home")]
    assert tick_words(duties) == "Tick what you can show: 1 of 2"
    assert tick_words(qualifications) == "Tick what you can show: 1 of 3"


@pytest.mark.parametrize(
    ("part", "place", "text", "expected"),
    [
        ("summary", (0, 0), "Keeps many bees", "Keeps many bees"),
        ("glance", (0, 0), "Typical education: School", (Fact("Typical education", "School"),)),
        ("duties", (1, 0), "Take some honey", ("Feed the bees", "Take some honey")),
        ("duties", (0, 0), "", ("Take the honey",)),
        ("alternates", (0, 0), "", ()),
        ("questions", (0, HEAD), "Do bees sting?", (Answer("Do bees sting?", "Some do."),)),
        ("questions", (0, 0), "Rarely.", (Answer("Do they sting?", "Rarely."),)),
    ],
)
def test_one_line_is_changed_and_no_other(
    part: str, place: tuple[int, int], text: str, expected: object
) -> None:
    after = changed(PROFILE, part, place, text)

    value = getattr(after, part)
    assert (value[:1] if part == "glance" else value) == expected
    untouched = {"summary", "glance", "duties", "qualifications", "questions"} - {part}
    assert all(getattr(after, other) == getattr(PROFILE, other) for other in untouched)


def test_a_group_that_loses_its_last_item_goes() -> None:
    after = changed(PROFILE, "qualifications", (1, 0), "")

    assert after.qualifications == (QualificationGroup("Hands", ("Calm", "Strong")),)


def test_a_heading_of_a_group_is_changed_alone() -> None:
    after = changed(PROFILE, "qualifications", (0, HEAD), "Body")

    assert after.qualifications[0] == QualificationGroup("Body", ("Calm", "Strong"))


def test_a_line_is_added_after_another() -> None:
    assert added(PROFILE, "duties", (0, 0), "Smoke them").duties[1] == "Smoke them"
    assert added(PROFILE, "glance", (1, 0), "Hours: Long").glance[-1] == Fact("Hours", "Long")
    assert added(PROFILE, "qualifications", (0, 0), "Kind").qualifications[0].items == (
        "Calm",
        "Kind",
        "Strong",
    )
    assert added(PROFILE, "qualifications", (0, HEAD), "Kind").qualifications[0].items[0] == "Kind"
