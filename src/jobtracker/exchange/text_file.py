"""Bytes of a file or a stream as text: what an import accepts, and one clear line for the rest."""

from pathlib import Path
from typing import BinaryIO, NamedTuple

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.domain.file_names import is_workspace

PAGE_LIMIT = 5_000_000
"""The largest page read, in bytes: a saved page with everything inlined stays below it."""

_CHUNK = 1 << 16
# UTF-32 stands before UTF-16, whose mark is the first half of its own
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


class _Source(NamedTuple):
    """How a message names what is read."""

    name: str
    limit: int

    def refuse(self, what: str, advice: str) -> UnreadableFileError:
        return UnreadableFileError(f"{self.name} {what}; nothing was changed. {advice}")

    def too_large(self) -> UnreadableFileError:
        megabytes = self.limit / 1_000_000
        return self.refuse(
            f"is larger than {megabytes:g} MB",
            "Choose the page itself, or copy its text into a smaller file.",
        )


def read_text_file(path: Path, limit: int = PAGE_LIMIT) -> str:
    """The text of the file at `path`, at most `limit` bytes long.

    Raises UnreadableFileError for a folder, a missing, unreadable, empty, too large or
    binary file; a file over the limit is refused by its size, without being read.
    """
    source = _source(path, limit)
    return _decoded(_read(path, source), source)


def read_bytes(path: Path, limit: int = PAGE_LIMIT) -> bytes:
    """The bytes of any file; refuses what `read_text_file` does but empty and binary ones."""
    return _read(path, _source(path, limit))


def _source(path: Path, limit: int) -> _Source:
    return _Source(f"“{_shown(path.name or str(path))}”", limit)


def _read(path: Path, source: _Source) -> bytes:
    try:
        if path.is_dir():
            raise source.refuse("is a folder", "Choose a file.")
        if is_workspace(path.name):
            raise source.refuse("is a workspace of Jobtracker", "Start the program with it.")
        if path.is_file() and path.stat().st_size > source.limit:
            raise source.too_large()
        with path.open("rb") as file:
            return _bounded(file, source)
    except FileNotFoundError:
        raise source.refuse("does not exist", "Check the name and the folder.") from None
    except PermissionError:
        raise source.refuse("may not be read", "Change its permissions or copy it.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise source.refuse(f"cannot be read ({reason})", "Try a copy of it.") from error


def read_stream(stream: BinaryIO, limit: int = PAGE_LIMIT, name: str = "The input") -> str:
    """The text that a stream such as standard input holds; refuses what `read_text_file` does."""
    source = _Source(name, limit)
    return _decoded(_bounded(stream, source), source)


def decode_text(data: bytes, name: str = "The file") -> str:
    r"""The text in `data`: by its byte order mark, else UTF-8, else the likeliest encoding.

    Line ends become `\n`. Text that was garbled before it was saved is left as it is.
    """
    return _decoded(data, _Source(name, max(len(data), 1)))


def _bounded(stream: BinaryIO, source: _Source) -> bytes:
    """All bytes of `stream`; a pipe has no size to ask for, so it is counted while read."""
    parts: list[bytes] = []
    size = 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > source.limit:
            raise source.too_large()
        parts.append(chunk)
    return b"".join(parts)


def _decoded(data: bytes, source: _Source) -> str:
    if not data:
        raise source.refuse("is empty", "Choose a file with text in it.")
    text = _by_mark(data, source)
    if text is None:
        if b"\x00" in data:
            raise _not_text(source)
        text = _unmarked(data, source)
    if "\x00" in text:
        raise _not_text(source)
    if not text.strip():
        raise source.refuse("holds only blanks", "Choose a file with text in it.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _by_mark(data: bytes, source: _Source) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                raise _not_text(source) from None
    return None


def _unmarked(data: bytes, source: _Source) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(data).best()
        if best is None:
            raise _not_text(source) from None
        return str(best)


def _not_text(source: _Source) -> UnreadableFileError:
    return source.refuse("is not a text file", "Save the page as text or HTML and choose that.")


def _shown(name: str) -> str:
    """A file name on one line, whatever characters are in it."""
    return "".join(char if char.isprintable() else "?" for char in name) or "."
