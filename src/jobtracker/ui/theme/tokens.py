"""Every size, weight, duration and colour role of the window; nothing else holds one."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor


class Space:
    """Distances in px at 100 % text."""

    HAIR = 2
    TIGHT = 4
    SNUG = 6
    SMALL = 8
    MEDIUM = 12
    LARGE = 16
    PANE = 20
    PAGE = 24
    HUGE = 32


class Size:
    """Heights, widths and radii in px at 100 % text."""

    CONTROL = 30
    CONTROL_LARGE = 36
    CHIP = 26
    NAVIGATION_ROW = 30
    ROW = 46
    ROW_COMPACT = 32
    GROUP_ROW = 34
    TABLE_HEADER = 32
    PAGE_HEADER = 56
    SIDEBAR = 212
    SIDEBAR_NARROW = 56
    ICON = 16
    TARGET = 24
    RADIUS_MARK = 4
    RADIUS = 6
    RADIUS_CARD = 8
    RADIUS_DIALOG = 12
    RING = 2
    EDGE = 3


class Duration:
    """Milliseconds; a movement asks `Theme.duration` whether it may take them."""

    HOVER = 80
    PANE = 140
    LANDING = 200
    QUIET = 150
    TOAST = 8000


class TypeToken(NamedTuple):
    """A text size in px at 100 % and its weight; tabular figures stand in columns."""

    px: int
    weight: int
    tabular: bool = False


DISPLAY = TypeToken(28, 600)
NUMBER = TypeToken(24, 600)
TITLE = TypeToken(18, 600)
SECTION = TypeToken(15, 600)
SEARCH = TypeToken(16, 400)
READING = TypeToken(15, 400)
BODY = TypeToken(13, 400)
STRONG = TypeToken(13, 600)
LABEL = TypeToken(13, 500)
SMALL = TypeToken(12, 400)
SMALL_LABEL = TypeToken(12, 500)
TINY = TypeToken(11, 500)
FIGURES = TypeToken(13, 400, tabular=True)
STRONG_FIGURES = TypeToken(13, 600, tabular=True)
SMALL_FIGURES = TypeToken(12, 400, tabular=True)
TINY_FIGURES = TypeToken(11, 500, tabular=True)


class Colours(NamedTuple):
    """The colour roles of one theme."""

    canvas: QColor
    surface: QColor
    sunken: QColor
    raised: QColor
    hover: QColor
    pressed: QColor
    selected: QColor
    border: QColor
    border_button: QColor
    border_strong: QColor
    text: QColor
    text2: QColor
    text3: QColor
    accent: QColor
    accent_hover: QColor
    on_accent: QColor
    accent_text: QColor
    focus: QColor
    danger: QColor
    danger_tint: QColor
    warn: QColor
    warn_tint: QColor
    ok: QColor
    ok_tint: QColor
    info_tint: QColor
    band: QColor
    band2: QColor
    offer: QColor
    toast: QColor
    toast_text: QColor
    toast_action: QColor
    toast_key: QColor
    toast_ok: QColor
    scrim: QColor
    shadow: QColor
    paper: QColor
    paper_text: QColor
    paper_mark: QColor
    paper_mark_text: QColor

    def named(self, role: str) -> QColor:
        """The colour of a role by its name; an unknown name is an AttributeError."""
        colour: QColor = getattr(self, role)
        return colour


class Tokens(NamedTuple):
    """One theme as loaded: `stages` maps a stage's or outcome's value to its colour."""

    name: str
    dark: bool
    high_contrast: bool
    colours: Colours
    stages: Mapping[str, QColor]


def load(file: Path) -> Tokens:
    """Read one theme file; a missing file and a missing or unknown role are a TypeError.

    The files are TOML so plain that Qt's reader of INI files gets the same from them,
    and Python's TOML reader would be a tenth of the time to the first paint.
    """
    found = QSettings(str(file), QSettings.Format.IniFormat)
    return Tokens(
        str(found.value("name")),
        found.value("dark") == "true",
        found.value("high_contrast") == "true",
        Colours(**_colours(found, "colours")),
        _colours(found, "stages"),
    )


def _colours(found: QSettings, section: str) -> dict[str, QColor]:
    found.beginGroup(section)
    colours = {role: QColor(str(found.value(role))) for role in found.childKeys()}
    found.endGroup()
    return colours
