"""The log says where something went wrong and keeps what was typed to itself."""

import logging
from pathlib import Path

from jobtracker.system import logs


def fail_over(words: str) -> None:
    raise ValueError(words)


def test_an_error_is_logged_with_its_place_and_without_its_words(
    tmp_path: Path, expected_logs: object
) -> None:
    handler = logs.start(tmp_path / "logs")
    try:
        fail_over("Dear Ms Okafor, canary")
    except ValueError:
        logging.getLogger("jobtracker.ui").exception("unexpected error")
    logs.stop(handler)

    written = (tmp_path / "logs" / logs.NAME).read_text("utf-8")

    assert "unexpected error" in written
    assert "test_logs.py" in written
    assert "ValueError" in written
    assert "Dear Ms Okafor" not in written.replace('fail_over("Dear Ms Okafor, canary")', "")


def test_only_the_owner_may_read_the_log(tmp_path: Path) -> None:
    logs.stop(logs.start(tmp_path / "logs"))

    assert (tmp_path / "logs" / logs.NAME).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "logs").stat().st_mode & 0o777 == 0o700
