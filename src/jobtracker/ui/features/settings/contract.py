"""What the settings page is handed: its sections."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget


class Section(NamedTuple):
    """One part of the page; its content is made when it is first looked at. A `SectionPane` is
    told in its `opened` each time.
    """

    id: str
    title: str
    icon: str
    build: Callable[[], QWidget]
