"""Everything out and in again: the same bytes, whole or not at all, nothing of ours lost."""

import filecmp
import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.archives import AnySearch, Tables, looked_into, packed
from tests.support.clock import FakeClock
from tests.support.workspaces import opened, state

from jobtracker.domain.errors import (
    InvalidInputError,
    StoppedError,
    UnreadableFileError,
    WorkspaceError,
)
from jobtracker.domain.listing import ListQuery
from jobtracker.services.workspace import Workspace

ENDINGS = (".zip", ".json")
_ALL = ListQuery(scope="all")


@pytest.fixture
def sample(workspace: Workspace, resources: Path) -> Workspace:
    """A workspace with a made-up search, and something of the kinds that it lacks."""
    workspace.sample.fill(resources / "sample" / "applications.toml")
    (first, *_) = workspace.lists.rows(_ALL)
    workspace.documents.add(first.id, ("CV Ada.pdf", b"%PDF-1.7 \x00\xff"), "cv")
    workspace.documents.add(first.id, ("cv ada.PDF", b"another"), "cv")
    workspace.custom_fields.add("Commute", "number")
    workspace.profiles.set_notes(workspace.profiles.summaries()[0].id, "mine")
    return workspace


@pytest.fixture
def other(stocked_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    """An empty workspace with the bundled library."""
    path = tmp_path / "other.jobtracker"
    shutil.copyfile(stocked_file, path)
    with opened(path, FakeClock()) as found:
        yield found


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_comes_in_goes_out_again_byte_for_byte(
    sample: Workspace, other: Workspace, tmp_path: Path, ending: str
) -> None:
    first, second = tmp_path / f"first{ending}", tmp_path / f"second{ending}"
    exported = sample.archive.export(first)

    brought = other.archive.bring_in(first).value
    other.archive.export(second)

    assert filecmp.cmp(first, second, shallow=False)
    assert exported.size == first.stat().st_size
    assert first.stat().st_mode & 0o777 == 0o600
    assert brought.new["application"] == exported.counts["application"] > 0
    assert brought.notices == ()
    assert other.checking.check().problems == ()


def test_an_import_is_one_step_that_undo_takes_back_and_search_finds(
    sample: Workspace, other: Workspace, tmp_path: Path
) -> None:
    archive = sample.archive.export(tmp_path / "all.zip").path
    before = state(other)

    other.archive.bring_in(archive)
    after = state(other)
    assert other.search.find("Acme Robotics")
    other.history.undo()

    assert state(other) == before
    other.history.redo()
    assert state(other) == after


def test_a_second_import_of_the_same_changes_nothing_and_counts_what_is_known(
    sample: Workspace, tmp_path: Path
) -> None:
    archive = sample.archive.export(tmp_path / "all.zip").path
    before = state(sample)

    preview = sample.archive.read(archive)
    done = sample.archive.bring_in(archive)

    assert state(sample) == before
    assert not done.label
    assert not any(preview.new.values())
    assert preview.known == done.value.known
    assert preview.known["application"] == preview.counts["application"]


def test_a_preview_says_what_comes_and_stores_nothing(
    sample: Workspace, other: Workspace, tmp_path: Path
) -> None:
    archive = sample.archive.export(tmp_path / "all.zip").path
    before = state(other)

    preview = other.archive.read(archive)

    assert state(other) == before
    assert preview.new == other.archive.bring_in(archive).value.new


def test_companies_contacts_and_tags_of_the_same_name_are_joined_and_stay_as_they_are(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    theirs = workspace.applications.add({"company": "ACME  robotics", "role": "Baker"}).value
    workspace.applications.edit(theirs, {"tags": ("Remote",)})
    workspace.contacts.add({"name": "Sam Lee", "company": "ACME  robotics"})
    ours = other.applications.add({"company": "Acme Robotics", "role": "Cook"}).value
    other.applications.edit(ours, {"tags": ("remote",)})
    other.contacts.add({"name": "Sam Lee", "company": "Acme Robotics"})

    other.archive.bring_in(workspace.archive.export(tmp_path / "all.zip").path)

    assert {row.company for row in other.lists.rows(_ALL)} == {"Acme Robotics"}
    assert [tag for tag, _ in other.tags.all()] == ["remote"]
    assert len(other.contacts.all()) == 1
    assert other.checking.check().problems == ()


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
@pytest.mark.long
def test_records_of_every_kind_come_back_as_they_were(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    made, folder = AnySearch(seed), tmp_path_factory.mktemp("any")
    packed(folder / "made.zip", made.tables, made.files)

    outcomes = []
    for number, source in enumerate(("made.zip", "1.zip", "1.json")):
        with opened(folder / f"{number}.jobtracker") as workspace:
            workspace.archive.bring_in(folder / source)
            workspace.archive.export(folder / f"{number + 1}.zip")
            workspace.archive.export(folder / f"{number + 1}.json")
        outcomes.append((folder / f"{number + 1}.zip").read_bytes())

    assert outcomes[0] == outcomes[1] == outcomes[2]
    assert _same(looked_into(folder / "1.zip"), made.tables)


def _same(found: Tables, made: Tables) -> bool:
    """Whether every record is there; files may have other names, and unnamed ones are gone."""
    for table, records in made.items():
        if table != "file":
            assert found[table] == records, table
    return True


def test_the_file_that_is_there_stays_unless_it_is_to_be_replaced(
    sample: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "all.zip"
    path.write_bytes(b"precious")

    with pytest.raises(WorkspaceError, match="already"):
        sample.archive.export(path)
    assert path.read_bytes() == b"precious"
    sample.archive.export(path, replace=True)

    assert looked_into(path)["application"]
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".part")] == []


def test_stopping_leaves_no_file_and_no_record(
    sample: Workspace, other: Workspace, tmp_path: Path
) -> None:
    whole, path = sample.archive.export(tmp_path / "all.zip").path, tmp_path / "stopped.zip"
    before, heard = state(other), []

    def stop(done: int, total: int) -> bool:
        heard.append((done, total))
        return False

    with pytest.raises(StoppedError):
        sample.archive.export(path, progress=stop)
    with pytest.raises(StoppedError):
        other.archive.read(whole, progress=stop)
    with pytest.raises(StoppedError):
        other.archive.bring_in(whole, progress=stop)

    assert not path.exists()
    assert state(other) == before
    assert all(0 <= done <= total for done, total in heard)


@pytest.mark.parametrize("name", ["all.csv", "all", "all.jobtracker", "no folder/all.zip"])
def test_other_names_are_refused_in_words(sample: Workspace, tmp_path: Path, name: str) -> None:
    with pytest.raises((InvalidInputError, WorkspaceError), match="nothing was written"):
        sample.archive.export(tmp_path / name)


def test_text_of_every_kind_is_kept(workspace: Workspace, other: Workspace, tmp_path: Path) -> None:
    texts = ("🙂 שלום\u202e\u2028", "a\r\nb\rc\n", "\x1b[31m\x7f", "x" * 1_000_000, "e\u0301ẞİ")
    for number, text in enumerate(texts):
        workspace.applications.add({"company": f"C{number}", "role": "R", "notes": text})

    archive = workspace.archive.export(tmp_path / "all.json").path
    other.archive.bring_in(archive)

    records = [other.applications.views([key])[0].record for key in range(1, len(texts) + 1)]
    assert tuple(record.notes for record in records) == texts


def test_a_letter_lies_in_the_archive_as_written_and_as_plain_text(
    sample: Workspace, tmp_path: Path
) -> None:
    with zipfile.ZipFile(sample.archive.export(tmp_path / "all.zip").path) as archive:
        names = archive.namelist()
        letters = looked_into(tmp_path / "all.zip")["letter"]
        written = [archive.read(name).decode() for name in names if name.endswith(".md")]

    assert sorted(written) == sorted(letter["text"] for letter in letters)
    assert {"documents/CV Ada.pdf", "documents/cv ada (2).PDF"} < set(names)
    assert names[:2] == ["README.txt", "archive.json"]


def _broken(change: Callable[[Tables, dict[str, bytes]], Any]) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        made = AnySearch(1)
        change(made.tables, made.files)
        return packed(folder / "broken.zip", made.tables, made.files)

    return make


def _set(table: str, **fields: Any) -> Callable[[Path], Path]:
    return _broken(lambda tables, _: tables[table][0].update(fields))


HOSTILE: dict[str, Callable[[Path], Path]] = {
    "a reference to nobody": _set("event", application="nobody"),
    "a stage that is none": _set("application", stage="hired"),
    "a number as text": _set("application", excitement="3"),
    "a yes as a number": _set("application", archived=1),
    "too large a number": _set("salary_row", low=2**63),
    "a count beyond 31 bits": _set("profile_item", ordinal=2**31),
    "more excitement than there is": _set("application", excitement=99),
    "eight days a week": _set("application", days_on_site=8),
    "pay that runs backwards": _set("application", pay_low=2, pay_high=1),
    "a wish that runs backwards": _set("application", ask_low=2, ask_high=1),
    "a role of two lines": _set("application", role="Cook\nBaker"),
    "a company of two lines": _set("company", name="A\u2028B"),
    "a tag with a comma": _broken(
        lambda tables, _: (
            tables["tag"][0].update(name="a, b"),
            [one.update(tag="a, b") for one in tables["application_tag"]],
        )
    ),
    "a time zone that is none": _set("interview", time_zone="Mars/Olympus"),
    "an interview at no time": _set("interview", starts="2026-11-24T14:00:00+01:00"),
    "an interview without an end": _set("interview", ends="later"),
    "a version half told by another": _set("letter_version", kept_before=1, kept_after=None),
    "round nought": _set("interview", round=0),
    "a day long after today": _set("event", on_date="2999-01-01"),
    "NUL in a text": _set("company", notes="a\0b"),
    "half a character": _set("company", notes="\ud800"),
    "a name of nothing": _set("company", name="  "),
    "no day": _set("event", on_date="2026-02-30"),
    "a missing field": _broken(lambda tables, _: tables["company"][0].pop("notes")),
    "a record twice": _broken(lambda tables, _: tables["event"].append(tables["event"][0])),
    "a circle of blocks": _broken(
        lambda tables, _: tables["letter_block"][0].update(
            variant_of=tables["letter_block"][0]["uid"]
        )
    ),
    "a log without a beginning": _set("event", kind="note"),
    "another hash": _set("file", hash="0" * 64),
    "a file outside": _set("file", name="../../etc/passwd"),
    "no such file": _set("file", name="documents/gone"),
    "a record that is a list": _broken(lambda tables, _: tables["tag"].append([])),  # type: ignore[arg-type]
    "a setting of another kind": _set("setting", name="waiting_days", value=[1]),
    "deep JSON": _set("setting", value=json.loads("[" * 45 + "]" * 45)),
    "a look that is none": _set("letter", style="neon"),
    "more than it says": lambda folder: packed(
        folder / "broken.zip", AnySearch(1).tables, AnySearch(1).files, counts={}
    ),
    "a newer version": lambda folder: packed(folder / "broken.zip", {}, version=2),
    "a version that is true": lambda folder: packed(folder / "broken.zip", {}, version=True),
    "a version that is 1.0": lambda folder: packed(folder / "broken.zip", {}, version=1.0),
    "another format": lambda folder: packed(folder / "broken.zip", {}, format="zip"),
    "no zip": lambda folder: _written(folder / "broken.zip", b"PK\3\4 and no more"),
    "no JSON": lambda folder: _written(folder / "broken.json", b'{"archive":'),
    "other JSON": lambda folder: _written(folder / "broken.json", b"[1, 2]"),
    "deep brackets": lambda folder: _written(folder / "broken.json", b"[" * 100_000),
    "no UTF-8": lambda folder: _written(folder / "broken.json", b'{"archive\xff"'),
}


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("what", HOSTILE)
def test_a_broken_archive_is_refused_and_nothing_is_changed(tmp_path: Path, what: str) -> None:
    archive = HOSTILE[what](tmp_path)
    with opened(tmp_path / "mine.jobtracker") as mine:
        mine.applications.add({"company": "Acme", "role": "Baker"})
        before = state(mine)

        with pytest.raises(UnreadableFileError, match="nothing was imported"):
            mine.archive.bring_in(archive)

        assert state(mine) == before
        assert mine.checking.check().problems == ()


def test_a_newer_archive_is_told_apart_from_a_broken_one(
    workspace: Workspace, tmp_path: Path
) -> None:
    newer = packed(tmp_path / "newer.zip", {}, version=2)

    with pytest.raises(UnreadableFileError, match="newer version"):
        workspace.archive.read(newer)


def test_fields_of_later_versions_are_left_out_with_a_word(
    workspace: Workspace, tmp_path: Path
) -> None:
    made = AnySearch(2)
    made.tables["company"][0]["mood"] = "fine"

    done = workspace.archive.bring_in(packed(tmp_path / "a.zip", made.tables, made.files))

    assert any("company.mood" in notice for notice in done.value.notices)


def test_links_to_profiles_this_version_lacks_are_left_out_with_a_word(
    sample: Workspace, tmp_path: Path
) -> None:
    archive = sample.archive.export(tmp_path / "all.zip").path

    with opened(tmp_path / "bare.jobtracker") as bare:
        done = bare.archive.bring_in(archive)
        assert bare.checking.check().problems == ()

    assert any("bundled profiles" in notice for notice in done.value.notices)


def test_a_place_on_one_computer_neither_leaves_it_nor_comes_from_elsewhere(
    tmp_path: Path,
) -> None:
    made = AnySearch(3)
    made.tables["setting"][0] |= {"name": "backup.folder", "value": {"folder": "/x", "name": "y"}}

    with opened(tmp_path / "mine.jobtracker") as mine:
        mine.archive.bring_in(packed(tmp_path / "a.zip", made.tables, made.files))
        mine.archive.export(tmp_path / "b.zip")

    names = [setting["name"] for setting in looked_into(tmp_path / "b.zip")["setting"]]
    assert "backup.folder" not in names


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_whose_bytes_have_changed_is_left_out_and_named_so_that_the_rest_comes_back(
    sample: Workspace, other: Workspace, tmp_path: Path, ending: str
) -> None:
    (named,) = [r for r in _documents(sample, tmp_path) if r["name"] == "CV Ada.pdf"]
    path = sample.database.path
    assert path is not None
    with sample.database.write("a failing disk", journalled=False) as tx:
        tx.session.connection().exec_driver_sql(
            "UPDATE blob SET bytes = X'FF' WHERE hash = ?", (named["blob_hash"],)
        )

    made = sample.archive.export(tmp_path / f"all{ending}")
    brought = other.archive.bring_in(made.path).value

    (sentence,) = made.missing
    assert "CV Ada.pdf" in sentence
    assert any(sentence in notice for notice in brought.notices)
    tables = looked_into(made.path)
    names = [document["name"] for document in tables["document"]]
    assert "CV Ada.pdf" not in names
    assert "cv ada.PDF" in names
    assert made.counts["document"] == len(names)
    assert other.checking.check().problems == ()


def _documents(workspace: Workspace, folder: Path) -> list[dict[str, Any]]:
    return looked_into(workspace.archive.export(folder / "before.zip").path)["document"]
