"""Where a moved workspace went: a note beside its former name. Light enough for any start."""

from pathlib import Path


def tombstone(path: Path) -> Path:
    """The small text file beside a workspace's former name, which says where it was moved to."""
    return path.with_name(f"{path.name}.moved-to")


def moved_from(path: Path) -> Path | None:
    """Where a workspace that lies here no more was moved to, as often as it was; None where it
    was not, or where a file lies here again.
    """
    found, seen = path, set[Path]()
    while found not in seen and not (found.exists() or found.is_symlink()):
        seen.add(found)
        try:
            told = tombstone(found).read_text("utf-8").strip()
        except (OSError, ValueError):
            break
        if not Path(told).is_absolute():
            break
        found = Path(told)
    return found if found != path else None
