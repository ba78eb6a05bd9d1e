"""What a file is that the program is started with, by its name; its reader looks closer."""

from enum import Enum

_ENDINGS = {
    "workspace": ("jobtracker",),
    "posting": ("html", "htm", "txt", "md", "json", "eml"),
    "table": ("csv", "tsv", "xlsx"),
    "archive": ("zip",),
    "document": ("pdf", "docx", "odt", "rtf", "doc", "png", "jpg", "jpeg"),
}


class OpenedFile(Enum):
    WORKSPACE = "workspace"
    POSTING = "posting"
    TABLE = "table"
    ARCHIVE = "archive"
    ROLES = "roles"
    """Role profiles, which no name tells from postings, tables and archives."""
    RESUME = "resume"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


def opened_as(name: str) -> OpenedFile:
    """Which of them a file of this name is, in any case of its letters."""
    ending = name.rpartition(".")[2].lower()
    kinds = (kind for kind, endings in _ENDINGS.items() if ending in endings)
    return OpenedFile(next(kinds, "unknown"))
