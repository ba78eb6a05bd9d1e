"""A zip that lies about itself is refused before it costs anything."""

import zipfile
from io import BytesIO

import pytest

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.exchange.zip_guard import ZipLimits, ZipRefusals, guarded

LIMITS = ZipLimits(entries=3, all_bytes=5_000, ratio=10, entry_bytes=4_000, small=100)


class DamagedError(UnreadableFileError):
    pass


class ProtectedError(UnreadableFileError):
    pass


class TooLargeError(UnreadableFileError):
    pass


REFUSALS = ZipRefusals(
    damaged=lambda: DamagedError("damaged"),
    protected=lambda: ProtectedError("protected"),
    too_large=lambda: TooLargeError("too large"),
)


def packed(*entries: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return file.getvalue()


def read_all(data: bytes) -> dict[str, bytes]:
    with guarded(data, LIMITS, REFUSALS) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.entries}


def test_the_files_of_a_zip_are_read_and_its_folders_left_out() -> None:
    data = packed(("notes/", b""), ("notes/a.txt", b"one"), ("b.txt", b"two"))
    assert read_all(data) == {"notes/a.txt": b"one", "b.txt": b"two"}


def test_an_entry_that_unpacks_to_too_many_times_its_size_is_refused() -> None:
    with pytest.raises(TooLargeError):
        read_all(packed(("bomb", b"\0" * 3_000)))


def test_entries_that_are_too_much_together_are_refused() -> None:
    entries = [(str(number), bytes(range(256)) * 9) for number in range(3)]
    with pytest.raises(TooLargeError):
        read_all(packed(*entries, method=zipfile.ZIP_STORED))


def test_one_entry_that_is_too_large_is_refused() -> None:
    with pytest.raises(TooLargeError):
        read_all(packed(("large", bytes(4_001)), method=zipfile.ZIP_STORED))


def test_too_many_entries_are_refused_before_any_is_read() -> None:
    with pytest.raises(TooLargeError):
        read_all(packed(*((str(number), b"") for number in range(4))))


def test_two_entries_of_one_name_are_refused_whatever_their_case() -> None:
    with pytest.raises(DamagedError):
        read_all(packed(("A.txt", b"1"), ("a.txt", b"2")))


def test_an_entry_without_a_name_is_damaged() -> None:
    data = bytearray(packed(("a", b"words"), ("b", b"words")))
    listed = data.index(b"PK\x01\x02")
    data[listed + 46] = 0  # names end at a NUL
    with pytest.raises(DamagedError):
        read_all(bytes(data))


def test_entries_that_share_their_bytes_are_refused() -> None:
    first = packed(("a", bytes(range(200))), ("b", b"x"), method=zipfile.ZIP_STORED)
    listed = first.index(b"PK\x01\x02")
    second = first.index(b"PK\x01\x02", listed + 1)
    data = bytearray(first)
    data[second + 42 : second + 46] = (10).to_bytes(4, "little")  # where the entry begins
    with pytest.raises(DamagedError):
        read_all(bytes(data))


def test_a_protected_entry_asks_for_a_file_without_a_password() -> None:
    data = bytearray(packed(("a", b"secret")))
    listed = data.index(b"PK\x01\x02")
    data[6] |= 1
    data[listed + 8] |= 1
    with pytest.raises(ProtectedError):
        read_all(bytes(data))


@pytest.mark.parametrize("cut", [0, 4, 30, 60])
def test_a_file_cut_short_is_damaged(cut: int) -> None:
    with pytest.raises(DamagedError):
        read_all(packed(("a", b"some words"))[:cut])


def test_a_packing_that_nobody_knows_is_damaged() -> None:
    data = bytearray(packed(("a", b"some words")))
    listed = data.index(b"PK\x01\x02")
    data[8:10] = data[listed + 10 : listed + 12] = (97).to_bytes(2, "little")
    with pytest.raises(DamagedError):
        read_all(bytes(data))
