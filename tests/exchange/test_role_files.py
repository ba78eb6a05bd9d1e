"""Files of roles, each of its own form: what becomes of every row."""

import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jobtracker.domain.errors import JobtrackerError, UnreadableFileError
from jobtracker.domain.pay import Period
from jobtracker.domain.profiles import Fact, RoleProfile
from jobtracker.exchange.role_files import RoleFile, read_role_files, read_role_text, read_roles

ROLES = Path(__file__).parent.parent / "data" / "roles"
RESUMES = ROLES.parent / "resumes"
ONET = ROLES / "onet_mini"
NAMES = ("a.csv", "a.md", "a.txt", "a.json", "a.html", "Task Statements.txt")


def titled(file: RoleFile, title: str) -> RoleProfile:
    return next(profile for profile in file.profiles if profile.title == title)


def counted(file: RoleFile) -> bool:
    return file.rows == file.read + len(file.refused)


def reasons(file: RoleFile) -> dict[tuple[str, int], str]:
    return {(one.file, one.row): one.reason for one in file.refused}


def test_a_folder_of_onet_files_is_joined_by_code() -> None:
    file = read_roles(ONET)
    keeper = titled(file, "Lighthouse Keepers")

    assert (file.rows, file.read, file.left) == (23, 17, ("README.md",))
    assert keeper.code == "99-1011"
    assert keeper.credit == "O*NET Database by USDOL/ETA, CC BY 4.0"
    assert keeper.duties == (
        "Trim the wick and refill the oil.",
        "Keep the electronic log of ships that pass.",
        "Polish the brass.",
        "Watch the drones.",
    )
    assert keeper.skills == ("Radar suite", "Chart viewer", "Ship tracker", "Tide tables")
    assert keeper.other[0] == "Map creation software: Radar suite, Chart viewer, Ship tracker"
    assert keeper.alternates == ("Certified Light Keeper (CLK)", "CLK", "Beacon Attendant")
    assert [role.title for role in keeper.related] == ["Harbor Pilots, Inland"]
    assert keeper.glance == (Fact("Job zone", "2"),)


def test_rows_that_say_nothing_are_refused_with_the_reason() -> None:
    assert reasons(read_roles(ONET)) == {
        ("Task Statements.txt", 5): (
            "99-1013.00 has no title here. Import Occupation Data with this file."
        ),
        ("Task Statements.txt", 6): "It has no O*NET-SOC code such as 15-1252.00.",
        ("Task Statements.txt", 7): "It has no task.",
        ("Task Statements.txt", 8): "It has 8 cells where the header has 7.",
        ("Job Zones.txt", 2): "It has no number of a job zone.",
        ("Related Occupations.txt", 2): "The related occupation 53-5021.00 has no title here.",
    }


def test_an_inch_mark_in_a_tab_separated_file_is_no_quote() -> None:
    (_, pilots) = read_roles(ONET / "Occupation Data.txt").profiles
    assert pilots.summary.endswith('Measure depth in 12" steps.')


def test_one_file_alone_takes_its_titles_from_what_is_known() -> None:
    path = ONET / "Task Statements.txt"
    without, with_titles = read_roles(path), read_roles(path, lambda: {"99-1011": "Keepers"})

    assert (without.profiles, without.read) == ((), 0)
    assert counted(without)
    assert with_titles.parts
    assert [profile.title for profile in with_titles.profiles] == ["Keepers"]


def test_a_zip_says_what_its_folder_says(tmp_path: Path) -> None:
    packed = tmp_path / "db.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in ONET.iterdir():
            archive.write(path, f"db_99_text/{path.name}")
    assert read_roles(packed) == read_roles(ONET)


def test_a_zip_that_unpacks_to_far_more_than_it_is_is_refused(tmp_path: Path) -> None:
    packed = tmp_path / "bomb.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Task Statements.txt", b"a" * 30_000_000)
    with pytest.raises(UnreadableFileError, match="too large"):
        read_roles(packed)


def test_a_damaged_zip_is_refused(tmp_path: Path) -> None:
    packed = tmp_path / "db.zip"
    packed.write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(UnreadableFileError, match="damaged"):
        read_roles(packed)


def test_a_folder_without_roles_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Milk, eggs.", encoding="utf-8")
    with pytest.raises(UnreadableFileError, match="holds no file of roles"):
        read_roles(tmp_path)


def test_each_level_of_a_framework_is_a_profile() -> None:
    file = read_roles(ROLES / "framework.csv")
    baker = titled(file, "Senior baker")

    assert (file.rows, file.read) == (5, 4)
    assert reasons(file) == {("framework.csv", 4): "It names no role."}
    assert [p.title for p in file.profiles] == ["Senior baker", "Baker, Grade 2", "Miller"]
    assert baker.skills == ("Dough", "Oven")
    assert baker.duties == ("Bakes bread", "Orders flour")
    assert baker.qualifications[0] == ("Dough (4)", ("feels when it is ready", "teaches others"))
    assert baker.alternates == ("Bread maker", "Boulanger")
    assert [role.title for role in baker.related] == ["Baker, Grade 2"]
    assert baker.other == ("Union: yes",)


def test_a_table_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "shopping.csv"
    path.write_text("fruit,count\napple,3\n", encoding="utf-8")
    with pytest.raises(UnreadableFileError, match="no column of roles"):
        read_roles(path)


def test_levels_as_headings_have_their_lists_and_their_pay() -> None:
    file = read_roles(ROLES / "ladder_headings.md")
    junior, engineer, third = file.profiles

    assert [p.title for p in file.profiles] == [
        "Junior Engineer",
        "Engineer",
        "Backend Engineer, Level 3",
    ]
    assert junior.summary == "New to the trade, eager to learn."
    assert junior.duties == ("Fixes small bugs with help", "Writes tests for own code")
    assert junior.qualifications == (("Communication", ("Asks early",)),)
    assert junior.salaries[0].pay[:4] == (80_000_00, 95_000_00, "USD", Period.YEAR)
    assert engineer.duties == ("Ships features alone", "Reviews the code of others")
    assert third.salaries == ()


def test_topics_with_the_levels_below_them_are_sorted_by_level() -> None:
    junior, senior = read_roles(ROLES / "ladder_topics.md").profiles
    assert (junior.title, senior.title) == ("Junior Product Designer", "Senior Product Designer")
    assert senior.qualifications == (
        ("Craft", ("Sets the brief",)),
        ("Teamwork", ("Leads critiques",)),
    )


def test_a_table_with_a_column_a_level_keeps_its_empty_cells_apart() -> None:
    _, senior, principal = read_roles(ROLES / "ladder_matrix.md").profiles
    assert senior.qualifications[0] == ("Queries", ("Writes SQL", "Tunes it"))
    assert principal.qualifications == (("Reports", ("Decides what is measured",)),)


def test_a_table_with_a_row_a_level_is_read() -> None:
    titles = [profile.title for profile in read_roles(ROLES / "ladder_rows.md").profiles]
    assert titles == ["Support Agent I", "Support Agent II", "Support Lead"]


def test_a_role_in_markdown_without_levels_is_one_profile() -> None:
    (gardener,) = read_roles(ROLES / "plain_role.md").profiles
    assert (gardener.title, gardener.duties) == ("Gardener", ("Mows the lawn",))
    assert "Knows the trees" in gardener.other


def test_a_job_description_is_read_as_a_role() -> None:
    file = read_roles(RESUMES / "keeper.job.json")
    (keeper,) = file.profiles

    assert (keeper.title, keeper.source) == ("Night Keeper", "Harbor Board, job description")
    assert keeper.skills == ("Lamps", "Oil", "Wicks")
    assert keeper.salaries[0].pay[:4] == (18_000_00, 21_000_00, "EUR", Period.YEAR)
    assert keeper.other == ("perks: A view",)
    assert [one.row for one in file.refused] == [9]


def test_several_files_are_read_as_one() -> None:
    paths = [ONET / "Occupation Data.txt", ONET / "Alternate Titles.txt", ROLES / "framework.csv"]
    file = read_role_files(paths)
    assert len(file.profiles) == 5
    assert titled(file, "Harbor Pilots, Inland").alternates == ("Ship Pilot",)
    assert counted(file)


def test_json_that_is_too_deep_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(UnreadableFileError, match="too deep"):
        read_role_text("[" * 5_000 + "]" * 5_000, "deep.json")


words = st.text(max_size=60)
lines = st.lists(
    st.one_of(
        words,
        st.sampled_from(
            [
                "# Engineer", "## Senior", "## Junior", "- builds things", "| Level | Pay |",
                "| --- | --- |", "| Senior | $90,000 |", "**Lead**", "Duties", "=====", "---",
                "O*NET-SOC Code\tTitle\tDescription", "15-1252.00\tDevelopers\tDevelop.",
                "Role,Skill,Expected level", 'Baker,"Dough,4', '{"title": "x", "skills": [1]}',
            ]
        ),
    ),
    max_size=14,
)  # fmt: skip


@given(lines, st.sampled_from(NAMES))
@example(["Role,Skill", 'Baker,"Dough'], "a.csv")
@settings(max_examples=150, deadline=None)
def test_whatever_a_file_holds_it_is_read_or_refused(text: list[str], name: str) -> None:
    try:
        file = read_role_text("\n".join(text), name)
    except JobtrackerError:
        return
    assert counted(file)
    assert all(one.reason for one in file.refused)


topics = st.sampled_from(["Craft", "Teamwork", "Duties", "Links"])
levels = st.sampled_from(["Junior", "Senior", "Lead", "Staff"])
item = st.from_regex(r"[a-z]{3,9} [a-z]{3,9} [a-z]{3,9}", fullmatch=True)


@given(st.lists(st.tuples(st.one_of(topics, levels), st.lists(item, max_size=3), item), max_size=8))
@settings(max_examples=60, deadline=None)
def test_no_line_of_a_career_track_is_lost(sections: list[tuple[str, list[str], str]]) -> None:
    text = ["# Baker", ""]
    for heading, items, prose in sections:
        text += [f"## {heading}", "", *(f"- {one}" for one in items), "", prose, ""]
    if not any(items for _, items, _ in sections):
        return

    file = read_role_text("\n".join(text), "baker.md")

    told = json.dumps([str(profile) for profile in file.profiles])
    for _, items, prose in sections:
        assert all(one in told for one in (*items, prose))


@pytest.mark.shared
def test_every_file_of_role_profiles_is_read_or_refused(shared_data: Path) -> None:
    told = {}
    for path in sorted((shared_data / "role_profiles").iterdir()):
        try:
            file = read_roles(path)
        except UnreadableFileError as error:
            told[path.name] = str(error)
        else:
            assert counted(file)
            told[path.name] = f"{len(file.profiles)} of {file.read}/{file.rows}"
    assert told["ddat_roles.csv"] == "13 of 132/132"
    assert told["carvago_frontend_engineer.md"] == "1 of 14/14"
    assert "no profile of a role" in told["relaid_expected.json"]
    assert "No role profile" in told["SOURCE.md"]
    assert len(told) == 20


@pytest.mark.shared
def test_every_row_of_the_onet_files_is_read_or_refused(shared_data: Path) -> None:
    file = read_roles(shared_data / "onet")
    sizes = {"Occupation Data": 7, "Task Statements": 158, "Technology Skills": 1251}
    sizes |= {"Alternate Titles": 535, "Sample of Reported Titles": 55, "Job Zones": 7}
    sizes |= {"Related Occupations": 140, "Emerging Tasks": 0, "Job Zone Reference": 5}

    for name, rows in sizes.items():
        alone = read_roles(shared_data / "onet" / f"{name}.txt")
        assert (alone.rows, counted(alone)) == (rows, True)
    developers = titled(file, "Software Developers")
    assert (file.rows, counted(file)) == (sum(sizes.values()), True)
    assert {one.file for one in file.refused} == {"Related Occupations.txt"}
    assert developers.code == "15-1252"
    assert [fact.label for fact in developers.glance][:3] == ["Job zone", "Education", "Experience"]


@pytest.mark.shared
def test_the_levels_of_the_shared_track_are_paid_in_crowns_of_no_stated_period(
    shared_data: Path,
) -> None:
    (track,) = read_roles(shared_data / "role_profiles/carvago_frontend_engineer.md").profiles
    assert [(one.level, *one.pay[:4]) for one in track.salaries] == [
        ("junior", 55_000_00, 90_000_00, "CZK", None),
        ("mid", 90_000_00, 120_000_00, "CZK", None),
        ("senior", 120_000_00, 145_000_00, "CZK", None),
        ("expert", 145_000_00, 165_000_00, "CZK", None),
    ]
