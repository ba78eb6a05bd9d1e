"""How what is typed into a part of the window is kept: all together, each by itself, or not.

Without a mark a sheet keeps its texts together and every other field is kept by itself, so that
only what differs from this needs to be said.
"""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class Keep(Enum):
    TOGETHER = "together"
    """As one draft until the widget is closed: a form with a button that stores it."""
    EACH = "each"
    """Every field stores itself when it is left."""
    NOT = "not"
    """What is typed to find something, is secret, or is kept by the feature itself."""


class Mark(QObject):
    """Says of its parent how it is kept, and under which place, as in "target/12".

    `title` is what a person knows it by. `unsaved` answers for a form that goes away whether what
    is typed in it is still to be stored.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.how = Keep.EACH
        self.place = ""
        self.title = ""
        self.unsaved: Callable[[], bool] | None = None


def keep_together(
    widget: QWidget, place: str = "", title: str = "", unsaved: Callable[[], bool] | None = None
) -> None:
    """Keep all that is typed in a form as one draft; without a place under its title."""
    mark = _marked(widget, Keep.TOGETHER, place)
    mark.title, mark.unsaved = title, unsaved


def keep_each(widget: QWidget, place: str) -> None:
    """The fields in it store themselves; they belong to this place."""
    _marked(widget, Keep.EACH, place)


def keep_not(*widgets: QWidget) -> None:
    """Nothing typed in these is kept by the window."""
    for widget in widgets:
        _marked(widget, Keep.NOT, "")


def mark_of(widget: QWidget) -> Mark | None:
    return widget.findChild(Mark, options=DIRECT)


def _marked(widget: QWidget, how: Keep, place: str) -> Mark:
    mark = mark_of(widget) or Mark(widget)
    mark.how, mark.place = how, place
    return mark
