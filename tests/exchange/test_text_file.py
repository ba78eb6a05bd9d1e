import io
from pathlib import Path

import pytest

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.exchange.text_file import decode_text, read_stream, read_text_file


def refusal(path: Path, limit: int = 5_000_000) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read_text_file(path, limit)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_a_file_of_utf_8_is_read_with_plain_line_ends(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes("Café\r\nmanager\rdraft\n".encode())
    assert read_text_file(page) == "Café\nmanager\ndraft\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_names_the_encoding(tmp_path: Path, encoding: str) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes("Zoë – Gärtnerin".encode(encoding))
    assert read_text_file(page) == "Zoë – Gärtnerin"


def test_an_older_encoding_is_recognised() -> None:
    text = "Die Gärtnerin prüft täglich die Bäume und führt Bücher über die Größe der Ernte. " * 5
    assert decode_text(text.encode("cp1252")) == text


def test_text_garbled_before_it_was_saved_is_left_as_it_is() -> None:
    assert decode_text("Donâ€™t".encode()) == "Donâ€™t"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "does not exist" in refusal(tmp_path / "nothing.txt")


def test_an_empty_or_blank_file_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(b"")
    assert "is empty" in refusal(page)
    page.write_bytes(b" \n\t\n")
    assert "only blanks" in refusal(page)


def test_a_file_of_50_mb_is_refused_by_its_size(tmp_path: Path) -> None:
    page = tmp_path / "huge.txt"
    with page.open("wb") as file:
        file.truncate(50_000_000)
    assert "larger than 5 MB" in refusal(page)


def test_a_binary_file_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "picture.txt"
    page.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    assert "is not a text file" in refusal(page)


def test_a_name_with_a_line_break_is_told_on_one_line(tmp_path: Path) -> None:
    assert "does not exist" in refusal(tmp_path / "a\nb.txt")


def test_a_name_with_a_nul_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in refusal(tmp_path / "a\x00b.txt")


def test_a_stream_is_read_and_counted() -> None:
    assert read_stream(io.BytesIO("été".encode())) == "été"
    with pytest.raises(UnreadableFileError, match="The input is larger"):
        read_stream(io.BytesIO(b"x" * 1000), limit=999)


@pytest.mark.parametrize("name", ["search.jobtracker", "Search.JobTracker-shm"])
def test_a_workspace_is_not_opened_as_a_page(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("a page", "utf-8")
    assert "is a workspace of Jobtracker" in refusal(tmp_path / name)
