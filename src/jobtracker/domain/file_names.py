"""File names that every system takes, made of what a person typed."""

import re
import unicodedata

_MAX_PART = 60  # characters of each of the three names
_MAX_ENDING = 20  # characters of what follows the last dot
_MAX_BYTES = 200  # of the whole name in UTF-8; file systems take 255
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)", re.IGNORECASE
)
_INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")  # controls, text direction, surrogates
_OF_A_WORKSPACE = re.compile(r"\.jobtracker(?:-wal|-shm|-journal|\.lock)?$", re.IGNORECASE)


def letter_file_name(your_name: str, company: str, role: str, ext: str) -> str:
    """A letter's default file name: "Ada Lovelace - Acme - Python Developer.pdf".

    Safe on Windows, macOS and Linux: no path, no reserved name, no sign that turns the reading
    direction (which can disguise an ending), at most 200 bytes. `ext` is given without its dot.
    """
    parts = [part for part in map(_clean, (your_name, company, role)) if part]
    ending = "." + re.sub(r"[^a-z0-9]", "", ext.lower())[:8]
    stem = _shortened(" - ".join(parts) or "Letter", _MAX_BYTES - len(ending))
    if _RESERVED.match(stem):
        stem = f"Letter {stem}"
    return stem + ending


def document_name(name: str) -> str:
    """The name of a file that somebody keeps, made safe as above; its ending stays."""
    stem, dot, ending = _seen(name).rpartition(".")
    if not dot:
        stem, ending = ending, ""
    ending = ending.strip(" .")[:_MAX_ENDING]
    whole = f".{ending}" if ending else ""
    short = _shortened(stem.strip(" ."), _MAX_BYTES - len(whole.encode("utf-8"))) or "Document"
    if _RESERVED.match(short):
        short = f"Document {short}"
    return short + whole


def _clean(text: str) -> str:
    return _seen(text)[:_MAX_PART].strip(" .-")


def _seen(text: str) -> str:
    """The text without what no file system takes and what no reader sees, on one line."""
    plain = unicodedata.normalize("NFC", _FORBIDDEN.sub(" ", text))
    seen = "".join(c for c in plain if unicodedata.category(c) not in _INVISIBLE)
    return " ".join(seen.split())


def _shortened(stem: str, limit: int) -> str:
    """The stem cut to so many bytes at a whole character."""
    return stem.encode("utf-8")[:limit].decode("utf-8", "ignore").rstrip(" .-")


def is_workspace(name: str) -> bool:
    """Whether a file of this name is a workspace, or lies beside one as part of it.

    Such a file is never opened as anything else: closing it would drop the locks that SQLite holds
    on it in this process, if it is the one that is open.
    """
    return bool(_OF_A_WORKSPACE.search(name))
