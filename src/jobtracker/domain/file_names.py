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
_OPENED = frozenset(["pdf", "docx", "odt", "txt", "md", "png", "jpg", "jpeg", "ics", "csv", "xlsx"])
"""Endings of documents whose programs run nothing that a document brings along."""
_KNOWN = _OPENED | frozenset(["doc", "rtf", "html", "htm", "eml", "json", "gif"])
"""Endings that make a file look harmless; one more ending behind it is what it really is."""
_LONGEST_SHOWN = 80
"""Characters of a name on the screen; what is longer loses its middle, never its ending."""
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


def shown_name(name: str) -> str:
    """A name as it may be shown: nothing turns its direction or hides its true ending.

    What no reader sees stands as its number, "cv.pdf.exe" says that it is an exe, and a long
    name loses its middle.
    """
    seen = " ".join(escaped(name).split())
    if len(seen) > _LONGEST_SHOWN:
        kept = (_LONGEST_SHOWN - 1) // 2
        seen = f"{seen[:kept]}…{seen[-kept:]}"
    parts = name.lower().rstrip(" .").split(".")
    real, before = parts[-1].strip(), parts[-2].strip() if len(parts) > 2 else ""  # noqa: PLR2004
    disguised = before in _KNOWN and real not in _OPENED
    return f"{seen} (a .{_seen(real)[:_MAX_ENDING]} file)" if disguised else seen


def opens_by_itself(name: str) -> bool:
    """Whether a document of this name may be handed to the system's program for it.

    What runs, or leads elsewhere (exe, lnk, url, desktop, html, iso, ...), is not on the list.
    """
    stem, dot, ending = name.rpartition(".")
    return bool(dot and stem) and ending.lower() in _OPENED


def escaped(text: str) -> str:
    """The text with the numbers of signs that no reader sees in their places."""
    return "".join(map(_escaped, text))


def _escaped(sign: str) -> str:
    return f"[U+{ord(sign):04X}]" if unicodedata.category(sign) in _INVISIBLE else sign


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
