"""The files of the bundled reference library, as bytes.

A library folder holds `profiles/<key>.toml` and `letters/<key>.toml`. Apart from `library`,
so that a start which meets a library it knows loads no models.
"""

from hashlib import sha256
from pathlib import Path

from jobtracker.domain.errors import UnreadableFileError

PARTS = ("profiles", "letters")


def fingerprint(folder: Path) -> str:
    """A SHA-256 in hex that differs whenever a library file comes, goes or changes.

    Reads the files but parses nothing, so a start can skip a library it has seen before.
    Raises UnreadableFileError.
    """
    digest = sha256()
    for part in PARTS:
        for path in library_files(folder / part):
            content = content_of(path)
            digest.update(f"{part}/{path.name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def library_files(folder: Path) -> list[Path]:
    """The library files of one part in the order of their keys."""
    if not folder.is_dir():
        raise UnreadableFileError(
            f"The reference library has no folder {folder.name!r}; your workspace is unchanged;"
            " install Jobtracker again"
        )
    return sorted(folder.glob("*.toml"), key=lambda path: path.stem)


def content_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise broken(path, error.strerror or "it cannot be read") from error


def broken(path: Path, reason: str) -> UnreadableFileError:
    """The error that names the file and, in `reason`, what is wrong where in it."""
    return UnreadableFileError(
        f"The reference library file {path.name} has a fault ({' '.join(reason.split())});"
        " your workspace is unchanged; install Jobtracker again"
    )
