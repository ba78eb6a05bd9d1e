"""The log says where something went wrong and keeps what was typed to itself."""

import errno
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobtracker.domain.errors import InvalidInputError
from jobtracker.system import logs
from jobtracker.system.logs import last_lines, place_of

LOG = logging.getLogger("jobtracker.test")
CANARY = "Dear Ms Okafor, 131,000 a year"


class Journal:
    """A log that is being written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.handler = logs.start(folder)

    @property
    def text(self) -> str:
        self.handler.flush()
        return (self.folder / logs.NAME).read_text("utf-8")


@pytest.fixture
def journal(
    tmp_path: Path, expected_logs: object, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Journal]:
    monkeypatch.setenv(logs.LEVEL_VARIABLE, "debug")
    made = Journal(tmp_path / "logs")
    yield made
    logs.stop(made.handler)
    logging.getLogger("jobtracker").setLevel(logging.INFO)


def fail_over(words: str) -> None:
    raise ValueError(words)


def test_an_error_is_logged_with_its_place_and_without_its_words(journal: Journal) -> None:
    try:
        fail_over(CANARY)
    except ValueError:
        LOG.exception("unexpected error")

    assert "unexpected error" in journal.text
    assert "test_logs.py:" in journal.text
    assert "in fail_over" in journal.text
    assert "ValueError" in journal.text
    assert "Okafor" not in journal.text
    assert str(Path(__file__).parent) not in journal.text


@pytest.mark.parametrize(
    ("message", "arguments"),
    [
        ("kept %s", (CANARY,)),
        ("kept %(text)s", ({"text": CANARY},)),
        ("kept %s", (InvalidInputError(CANARY),)),
        ("kept %s and %s", ([CANARY], Path("/home/ada/Okafor.pdf"))),
        ("kept %r", (CANARY.encode(),)),
        ("Qt: %s", (f'QFile: cannot open "{CANARY}"',)),
        ("Qt: %s", ("QFile: cannot open /home/ada/Okafor.pdf",)),
        ("Qt: %s", ("mail to ada@Okafor.example",)),
        ("Qt: %s", ("\u201cOkafor\u201d",)),
        (f"kept '{CANARY}'", ()),
    ],
)
def test_no_text_gets_past_the_second_line(
    message: str, arguments: tuple[object, ...], journal: Journal
) -> None:
    LOG.warning(message, *arguments)

    assert "Okafor" not in journal.text
    assert "131,000" not in journal.text
    assert len(journal.text.splitlines()) == 1


def test_numbers_constants_and_the_systems_words_are_kept(journal: Journal) -> None:
    LOG.debug("read %d rows of %s in %.1f s", 12, None, 0.5)
    LOG.info("state not written: %s", os.strerror(errno.ENOSPC))
    LOG.warning("Qt: %s", "QPainter::begin: Paint device returned engine == 0, type: 3")

    assert "read 12 rows of None in 0.5 s" in journal.text
    assert "state not written: No space left on device" in journal.text
    assert "QPainter::begin: Paint device returned engine == 0, type: 3" in journal.text


def test_other_readers_of_a_record_see_it_whole(
    journal: Journal, expected_logs: list[logging.LogRecord]
) -> None:
    LOG.warning("kept %s", CANARY)

    assert journal.text
    assert expected_logs[-1].getMessage() == f"kept {CANARY}"


def test_only_the_owner_may_read_the_log(journal: Journal) -> None:
    assert journal.text == ""
    assert (journal.folder / logs.NAME).stat().st_mode & 0o777 == 0o600
    assert journal.folder.stat().st_mode & 0o777 == 0o700


def test_five_files_of_a_megabyte_are_all(journal: Journal) -> None:
    journal.handler.maxBytes = 1_000  # type: ignore[attr-defined]
    for count in range(200):
        LOG.info("a line that says how many there were: %d", count)

    files = sorted(journal.folder.iterdir())
    assert len(files) == logs.FILES == 5
    assert logs.BYTES == 1_000_000
    assert {one.stat().st_mode & 0o777 for one in files} == {0o600}
    assert last_lines(journal.folder, 1)[0].endswith("there were: 199")
    assert last_lines(journal.folder / "none", 1) == []


@pytest.mark.parametrize(
    ("file", "place"),
    [
        ("/home/ada/x/src/jobtracker/ui/app.py", "jobtracker/ui/app.py"),
        ("C:\\Users\\Ada\\jobtracker\\ui\\app.py", "jobtracker/ui/app.py"),
        ("/home/jobtracker/venv/site-packages/sqlalchemy/x.py", "site-packages/sqlalchemy/x.py"),
        ("/home/ada/.pyenv/lib/python3.11/threading.py", "threading.py"),
        ("<frozen runpy>", "<frozen runpy>"),
    ],
)
def test_a_place_in_the_code_names_no_folder_of_the_computer(file: str, place: str) -> None:
    assert place_of(file) == place
