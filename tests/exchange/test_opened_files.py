"""What a file is, by its name and by what stands in it."""

import json
import zipfile
from pathlib import Path

import pytest
from tests.support.workspaces import opened

from jobtracker.domain.opened_files import OpenedFile
from jobtracker.exchange.opened_files import what_is

DATA = Path(__file__).parents[1] / "data"
ROLES = (
    *sorted((DATA / "profiles").iterdir()),
    DATA / "roles" / "framework.csv",
    DATA / "roles" / "ladder_matrix.md",
    *sorted((DATA / "roles" / "onet_mini").glob("Occupation*")),
)
TABLES = (DATA / "salary" / "uk_bands.csv", DATA / "salary" / "percentiles_like.csv")


@pytest.mark.parametrize("path", ROLES, ids=lambda path: path.name)
def test_profiles_and_files_of_roles_are_known_by_what_they_hold(path: Path) -> None:
    assert what_is(path) is OpenedFile.ROLES


def test_no_posting_is_taken_for_a_profile() -> None:
    postings = [*(DATA / "postings").glob("*.txt"), *(DATA / "postings").rglob("*.html")]

    assert {what_is(path) for path in postings} == {OpenedFile.POSTING}


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_tables_of_pay_stay_tables(path: Path) -> None:
    assert what_is(path) is OpenedFile.TABLE


def test_a_resume_is_told_from_a_posting_in_json(tmp_path: Path) -> None:
    posting = tmp_path / "posting.json"
    posting.write_text(json.dumps({"title": "Baker", "skills": ["rye"]}), "utf-8")

    assert what_is(DATA / "resumes" / "odd_dates.resume.json") is OpenedFile.RESUME
    assert what_is(posting) is OpenedFile.POSTING


def test_an_archive_is_known_as_a_zip_and_as_json(tmp_path: Path) -> None:
    with opened(tmp_path / "search.jobtracker") as space:
        for name in ("all.zip", "all.json"):
            space.archive.export(tmp_path / name)

    assert what_is(tmp_path / "all.zip") is OpenedFile.ARCHIVE
    assert what_is(tmp_path / "all.json") is OpenedFile.ARCHIVE


def test_a_zip_of_something_else_is_one_of_roles(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "roles.zip", "w") as packed:
        packed.writestr("Occupation Data.txt", "O*NET-SOC Code\tTitle\tDescription\n")

    assert what_is(tmp_path / "roles.zip") is OpenedFile.ROLES


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("nowhere.zip", OpenedFile.ARCHIVE),
        ("nowhere.csv", OpenedFile.TABLE),
        ("nowhere.json", OpenedFile.POSTING),
        ("letter.docx", OpenedFile.DOCUMENT),
        ("other.jobtracker", OpenedFile.WORKSPACE),
        ("setup.exe", OpenedFile.UNKNOWN),
    ],
)
def test_what_cannot_be_read_is_what_its_name_says(
    name: str, kind: OpenedFile, tmp_path: Path
) -> None:
    assert what_is(tmp_path / name) is kind
