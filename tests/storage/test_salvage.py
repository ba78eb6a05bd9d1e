"""Out of a damaged file comes what can be read: nothing made up, nothing lost without a word."""

import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support import damage
from tests.support.database import ask
from tests.support.workspaces import opened

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.errors import (
    InvalidInputError,
    JobtrackerError,
    StoppedError,
    WorkspaceError,
)
from jobtracker.domain.listing import ALL, ListQuery
from jobtracker.services.recovering import salvage
from jobtracker.services.salvaging import Salvaged
from jobtracker.storage import encrypting, keys

NUMBER = 40
LAST_NOTE, SAVED = b"a word on 39", b"savedapplied"
"""Texts that stand beside each other only where the events themselves do."""


class Whole(NamedTuple):
    content: bytes
    companies: dict[int, str]


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """A sound workspace's bytes, and the company of each application in it."""
    path = damage.search(tmp_path_factory.mktemp("whole") / "search.jobtracker", NUMBER)
    return Whole(path.read_bytes(), companies_in(path))


def companies_in(path: Path) -> dict[int, str]:
    question = "SELECT a.id, c.name FROM application a JOIN company c ON c.id = a.company_id"
    return {int(str(key)): str(name) for key, name in ask(path, question)}


def companies_in_encrypted(path: Path) -> dict[int, str]:
    with opened(path) as workspace:
        rows = workspace.lists.rows(ListQuery(scope=ALL, limit=None))
        return {row.id: row.company for row in rows}


def read_out(folder: Path, content: bytes) -> Salvaged:
    """Salvage these bytes; whatever comes of it, they are untouched and nothing lies beside."""
    damaged, new = folder / "damaged.jobtracker", folder / "new.jobtracker"
    damaged.write_bytes(content)
    try:
        return salvage(damaged, new)
    finally:
        assert damaged.read_bytes() == content
        names = {entry.name for entry in folder.iterdir()} - {"new.jobtracker"}
        assert names <= {"damaged.jobtracker", "damaged.jobtracker.lock"}


def check_new(path: Path) -> None:
    """The new file is sound for SQLite and for Jobtracker, and can be written."""
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    with opened(path) as workspace:
        assert workspace.checking.check().problems == ()
        workspace.applications.add({"company": "Later", "role": "Cook"})


def test_a_sound_file_comes_out_whole(tmp_path: Path, whole: Whole) -> None:
    done = read_out(tmp_path, whole.content)

    assert done.missing == ()
    assert done.kept["application"] == NUMBER
    assert companies_in(done.path) == whole.companies
    with opened(done.path) as workspace:
        assert [found.ref for found in workspace.search.find("baker 7")][:1] == [8]
        assert workspace.applications.view(1).documents[0].name == "cv.pdf"
    check_new(done.path)


@pytest.mark.parametrize("percent", [50, 75, 90, 99])
def test_a_cut_file_gives_at_least_four_of_ten(tmp_path: Path, whole: Whole, percent: int) -> None:
    done = read_out(tmp_path, damage.cut(whole.content, percent))

    found = companies_in(done.path)
    right = [key for key, name in found.items() if name.lower() == whole.companies[key].lower()]
    assert len(right) >= 0.4 * NUMBER
    assert done.missing
    check_new(done.path)


@pytest.mark.parametrize("page", [1, 2, 3, 6, 10, 20, 30, 40])
def test_beside_one_bad_page_nine_of_ten_are_left(tmp_path: Path, whole: Whole, page: int) -> None:
    done = read_out(tmp_path, damage.blanked(whole.content, page))

    assert len(companies_in(done.path)) >= 0.9 * NUMBER
    check_new(done.path)


def test_an_overwritten_header_costs_nothing(tmp_path: Path, whole: Whole) -> None:
    done = read_out(tmp_path, b"GARBAGE!" * 2 + whole.content[16:])

    assert done.missing == ()
    assert companies_in(done.path) == whole.companies


def test_what_is_missing_is_said_by_kind_count_and_number(tmp_path: Path, whole: Whole) -> None:
    (page,) = (
        start // damage.PAGE + 1
        for start in range(0, len(whole.content), damage.PAGE)
        if LAST_NOTE in whole.content[start : start + damage.PAGE]
        and SAVED in whole.content[start : start + damage.PAGE]
    )

    done = read_out(tmp_path, damage.blanked(whole.content, page))

    (line,) = (one for one in done.missing if "steps of histories" in one)
    assert "of 120 steps of histories could not be read: numbers" in line
    assert line.endswith("-120.")


@pytest.mark.parametrize("content", [b"", b"\0" * 100, b"\0" * 40960, b"hello\n" * 2000])
def test_where_nothing_is_left_nothing_is_made(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(JobtrackerError):
        read_out(tmp_path, content)

    assert not (tmp_path / "new.jobtracker").exists()


def test_bytes_that_are_not_what_was_stored_are_told(tmp_path: Path, whole: Whole) -> None:
    at = whole.content.index(b"%PDF-1.7")
    changed = bytearray(whole.content)
    changed[at + 100] ^= 1

    done = read_out(tmp_path, bytes(changed))

    assert "Document “cv.pdf” of application 1: some of its content is damaged." in done.missing
    ((digest, content),) = ask(done.path, "SELECT hash, bytes FROM blob")
    assert isinstance(content, bytes)
    assert hashlib.sha256(content).hexdigest() == digest


def test_a_word_that_jobtracker_never_writes_is_left_out(tmp_path: Path, whole: Whole) -> None:
    path = tmp_path / "elsewhere" / "flipped.jobtracker"
    path.parent.mkdir()
    path.write_bytes(whole.content)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE application SET stage = 'apqlied' WHERE id = 3")
        raw.commit()

    content = path.read_bytes()
    path.unlink()
    path.parent.rmdir()

    done = read_out(tmp_path, content)

    assert "1 application had an unreadable “stage”: numbers 3." in done.missing
    assert ask(done.path, "SELECT stage FROM application WHERE id = 3") == [("applied",)]


def test_it_stops_when_told_to_and_leaves_nothing(tmp_path: Path, whole: Whole) -> None:
    damaged = tmp_path / "damaged.jobtracker"
    damaged.write_bytes(whole.content)

    with pytest.raises(StoppedError):
        salvage(damaged, tmp_path / "new.jobtracker", lambda done, _total: done < 3)

    names = {entry.name for entry in tmp_path.iterdir()}
    assert names == {"damaged.jobtracker", "damaged.jobtracker.lock"}


def test_it_never_replaces_a_file(tmp_path: Path, whole: Whole) -> None:
    (tmp_path / "new.jobtracker").write_text("mine")

    with pytest.raises(InvalidInputError, match="already there"):
        read_out(tmp_path, whole.content)

    assert (tmp_path / "new.jobtracker").read_text() == "mine"


def encrypted_bytes(path: Path) -> Iterator[bytes]:
    """The bytes of a workspace, encrypted with a key that this process holds meanwhile."""
    key = keys.FileKey(keys.random_key(), keys.random_salt())
    keys.hold(key)
    encrypting.convert(path, key)
    content = path.read_bytes()
    shutil.rmtree(path.parent)
    yield content
    keys.drop(key.salt)


@pytest.fixture
def encrypted(tmp_path: Path, whole: Whole) -> Iterator[Whole]:
    """The same workspace, encrypted."""
    path = tmp_path / "encrypted" / "search.jobtracker"
    path.parent.mkdir()
    path.write_bytes(whole.content)
    for content in encrypted_bytes(path):
        yield Whole(content, whole.companies)


@pytest.fixture
def encrypted_with_library(tmp_path: Path) -> Iterator[bytes]:
    """As a person has it, with the bundled library in it."""
    path = tmp_path / "library" / "search.jobtracker"
    path.parent.mkdir()
    open_workspace(path, write=True).close()
    yield from encrypted_bytes(damage.search(path, NUMBER))


def test_the_first_half_of_an_encrypted_file_holds_what_a_person_wrote(
    tmp_path: Path, encrypted_with_library: bytes
) -> None:
    done = read_out(tmp_path, damage.cut(encrypted_with_library, 50))

    assert (done.kept["application"], done.kept["event"]) == (NUMBER, 3 * NUMBER)
    assert not any("application" in line for line in done.missing)
    with opened(done.path) as workspace:
        assert workspace.checking.check().problems == ()


@pytest.mark.parametrize(("percent", "page"), [(100, 20), (100, 60), (90, 0), (75, 0)])
def test_an_encrypted_file_is_read_page_by_page_too(
    tmp_path: Path, encrypted: Whole, percent: int, page: int
) -> None:
    content = damage.cut(encrypted.content, percent)

    done = read_out(tmp_path, damage.blanked(content, page) if page else content)

    assert len(done.kept) > 0
    assert done.kept["application"] >= (0.9 if page else 0.4) * NUMBER
    assert done.path.read_bytes()[:16] == content[:16], "encrypted as it was"
    with opened(done.path) as workspace:
        assert workspace.checking.check().problems == ()


def test_an_encrypted_file_that_lost_its_salt_is_read_whole(
    tmp_path: Path, encrypted: Whole
) -> None:
    done = read_out(tmp_path, b"GARBAGE!" * 2 + encrypted.content[16:])

    assert done.missing == ()
    assert companies_in_encrypted(done.path) == encrypted.companies


def test_an_encrypted_file_without_its_first_page_is_not_read(
    tmp_path: Path, encrypted: Whole
) -> None:
    with pytest.raises(WorkspaceError):
        read_out(tmp_path, damage.blanked(encrypted.content, 1))


DAMAGES = st.one_of(
    st.builds(
        lambda seed, bits: ("flipped", seed, bits), st.integers(0, 1 << 30), st.integers(1, 40)
    ),
    st.builds(
        lambda seed, length: ("overwritten", seed, length),
        st.integers(0, 1 << 30),
        st.integers(1, 20_000),
    ),
    st.builds(lambda percent: ("cut", percent, 0), st.integers(1, 99)),
    st.builds(lambda page: ("blanked", page, 0), st.integers(1, 90)),
)


def damaged_by(content: bytes, how: tuple[str, int, int]) -> bytes:
    name, first, second = how
    if name == "flipped":
        return damage.flipped(content, first, second)
    if name == "overwritten":
        return damage.overwritten(content, first, second)
    return damage.cut(content, first) if name == "cut" else damage.blanked(content, first)


@given(st.lists(DAMAGES, min_size=1, max_size=3))
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@pytest.mark.long
def test_whatever_happened_to_it_nothing_is_made_up(
    whole: Whole, damages: list[tuple[str, int, int]]
) -> None:
    content = whole.content
    for how in damages:
        content = damaged_by(content, how)
    with tempfile.TemporaryDirectory() as name:
        try:
            done = read_out(Path(name), content)
        except JobtrackerError:
            return
        check_new(done.path)
        found = companies_in(done.path)
        assert found.keys() - set(damage.standing_in(done)) <= {*whole.companies, NUMBER + 1}
