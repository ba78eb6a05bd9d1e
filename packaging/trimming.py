"""What goes into a bundle and what stays out; one list for Jobtracker and the bare window.

PyInstaller's hooks take every plugin, translation and platform theme that Qt has. Left as it is,
a build machine with GTK puts GTK's whole library tree in as well.
"""

import sys
from collections.abc import Iterable
from pathlib import PurePosixPath

Entry = tuple[str, str, str]
"""A line of PyInstaller's table of contents: name in the bundle, source, kind."""

EXCLUDED_MODULES = [
    "IPython",
    "PIL",
    "_pytest",
    "bs4",
    "doctest",
    "hypothesis",
    "lxml.html._difflib",
    "lxml.html.diff",
    "lxml.isoschematron",
    "lxml.objectify",
    "lxml.sax",
    "mypy",
    "numpy",
    "pdb",
    "pkg_resources",
    "pydoc",
    "pygments",
    "pytest",
    "readline",
    "rich",
    "setuptools",
    "sqlalchemy.testing",
    "sqlite3",  # the workspace is read and written through sqlcipher3 alone
    "tkinter",
    "unittest",
]
"""Left out even where something imports them: tests, terminals' comfort, other drivers."""

KEPT_PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qico", "qicns", "qjpeg", "qsvg"},
    "printsupport": {"cocoaprintersupport", "cupsprintersupport", "windowsprintersupport"},
    "platforms": {"qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"},
    "platformthemes": {"qxdgdesktopportal"},
    "styles": {"qmacstyle", "qmodernwindowsstyle"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-shell-integration": {"xdg-shell"},
    "xcbglintegrations": set(),
}
"""Qt's plugins by folder; a folder that is not named stays out whole."""

UNWANTED_LIBRARIES = (
    "libQt6EglF",  # embedded devices without a window system
    "libQt6Pdf",
    "libQt6Qml",
    "libQt6Quick",
    "libQt6VirtualKeyboard",
    "libsqlite3",
    # The system's printing: Qt's plugin takes the system's own, and what that alone needs.
    "libavahi",
    "libcups",
    "libgmp",
    "libgnutls",
    "libhogweed",
    "libidn2",
    "libnettle",
    "libp11-kit",
    "libtasn1",
    "libunistring",
    # What Qt's GTK theme alone needs; PyInstaller collects it before the theme is dropped.
    "libatk",
    "libblkid",
    "libcairo",
    "libdatrie",
    "libepoxy",
    "libfribidi",
    "libgdk",
    "libgio-",
    "libgmodule",
    "libgobject",
    "libgraphite2",
    "libgtk",
    "libharfbuzz",
    "libmount",
    "libpango",
    "libpixman",
    "libselinux",
    "libthai",
)


UNWANTED_OF_RAPIDFUZZ = ("fuzz_cpp_avx2", "metrics_cpp")
"""Its metrics and its variants for newer processors, 8 of its 12 MB: it does without them, and to
compare names the plain ones are quick enough."""


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that the program needs, in their order."""
    return [entry for entry in entries if not _is_unwanted(PurePosixPath(_posix(entry[0])))]


def _posix(name: str) -> str:
    return name.replace("\\", "/")


def _is_unwanted(path: PurePosixPath) -> bool:
    parts = path.parts
    if "plugins" in parts:
        return not _is_kept_plugin(*parts[parts.index("plugins") + 1 :][:2])
    if "translations" in parts:
        return not path.name.startswith("qtbase_")
    if path.name.startswith(UNWANTED_LIBRARIES):
        return True
    if "rapidfuzz" in parts:
        return path.name.startswith(UNWANTED_OF_RAPIDFUZZ)
    return "isoschematron" in parts


def _is_kept_plugin(folder: str, name: str = "") -> bool:
    stem = PurePosixPath(name).stem.removeprefix("lib")
    return any(stem.startswith(kept) for kept in KEPT_PLUGINS.get(folder, ()))


def can_strip() -> bool:
    """Whether symbols may be taken out: on Linux, where binutils is installed.

    Stripping breaks signatures on macOS and DLLs on Windows.
    """
    from shutil import which

    return sys.platform == "linux" and which("strip") is not None
