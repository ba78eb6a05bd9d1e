"""How the window was left: size, sidebar, theme. It belongs to the machine, not to the search."""

import base64
import binascii
import json
import logging
import os
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

LOG = logging.getLogger("jobtracker.ui")

FORMAT = 1


class WindowState(NamedTuple):
    """`geometry` is Qt's own, in base64; `sidebar` is "auto", "wide" or "narrow".
    `letter_folder` is where the last letter was exported to, `letter_format` as what (".pdf").
    `contrast` and `motion` are "system", "more" or "less"; `text_size` is in per cent. `keys` are
    the changed ones by action, `recent` the newest places first ("letters/3") by workspace file.
    `spelling` is whether letters are checked, `dictionaries` the folder of the person's own and
    `untaught` the languages without one that this was said of ("de fr").
    `table` is how the applications list looks, as JSON. `visited` are the pages whose hint was
    shown, parted by blanks. An encrypted search is locked after `lock_after` minutes without a
    touch; 0 for never. `workspace` is where the search was moved to from its usual place.
    """

    geometry: str = ""
    sidebar: str = "auto"
    menu_bar: bool = False
    theme: str = "system"
    page: str = ""
    letter_folder: str = ""
    letter_format: str = ".pdf"
    spelling: bool = True
    dictionaries: str = ""
    untaught: str = ""
    contrast: str = "system"
    text_size: int = 100
    motion: str = "system"
    large_targets: bool = False
    keys: dict[str, list[str]] = {}  # noqa: RUF012 (replaced whole, never changed in place)
    single_letters: bool = True
    recent: dict[str, list[str]] = {}  # noqa: RUF012 (the same)
    table: str = ""
    visited: str = ""
    lock_after: int = 15
    workspace: str = ""


class WindowMemory:
    """The state in a JSON file, written whole; a broken file is set aside, never fatal."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.state = self._read()

    def remember(self, **changed: str | bool | int | dict[str, list[str]]) -> None:
        """Change fields of the state and write it; where that fails, it is only forgotten."""
        self.state = self.state._replace(**changed)  # type: ignore[arg-type]
        try:
            self._write()
        except OSError as error:
            LOG.info("window state not written: %s", error.strerror)

    def beside(self, name: str) -> Path:
        """Another file of this machine, in the same folder."""
        return self._file.with_name(name)

    def restore(self, window: QWidget) -> bool:
        """Put a window where it was; False if that is not known."""
        try:
            geometry = base64.b64decode(self.state.geometry, validate=True)
        except (binascii.Error, ValueError):
            return False
        return bool(geometry) and window.restoreGeometry(geometry)

    def keep(self, window: QWidget) -> None:
        """Remember where a window is."""
        geometry = bytes(window.saveGeometry().data())
        self.remember(geometry=base64.b64encode(geometry).decode("ascii"))

    def _read(self) -> WindowState:
        try:
            found = json.loads(self._file.read_text("utf-8"))
            return _checked(found)
        except FileNotFoundError:
            return WindowState()
        except OSError as error:
            LOG.info("window state not read: %s", error.strerror)
            return WindowState()
        except (ValueError, TypeError, KeyError, RecursionError):
            self._set_aside()
            return WindowState()

    def _set_aside(self) -> None:
        LOG.info("the window state was not readable and was set aside")
        try:
            self._file.replace(self._file.with_suffix(".broken"))
        except OSError as error:
            LOG.info("and could not be moved: %s", error.strerror)

    def _write(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = self._file.with_suffix(".new")
        text = json.dumps({"format": FORMAT} | self.state._asdict(), indent=2)
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(self._file)


def _checked(found: object) -> WindowState:
    """The state in a file's value; a field of the wrong type raises TypeError."""
    if not isinstance(found, dict):
        raise TypeError("not an object")
    empty = WindowState()
    values = {name: found.get(name, getattr(empty, name)) for name in WindowState._fields}
    for name, value in values.items():
        if type(value) is not type(getattr(empty, name)):
            raise TypeError(name)
        if isinstance(value, dict) and not all(map(_is_words, value.values())):
            raise TypeError(name)
    return WindowState(**values)


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
