"""Where the pane of one application stands: beside the list, in its place, or over the page."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.labels import line
from jobtracker.ui.widgets.page import WidthClass

if TYPE_CHECKING:
    from jobtracker.ui.features.applications.detail.pane import DetailPane

ANY_WIDTH = 16_777_215
USUAL_WIDTH = 392


class PaneSlot(QWidget):
    """`line` parts it from `left`, the list, which it hides where it needs the room.

    `kept` is an application that stays on the full page although the list no longer holds it;
    `beside` is the one the list moved on to.
    """

    def __init__(self, theme: Theme, left: QWidget) -> None:
        super().__init__()
        self.pane: DetailPane | None = None
        self.line = line(vertical=True)
        self.full = False
        self.kept: int | None = None
        self.beside: int | None = None
        self._theme = theme
        self._left = left
        self._beside = True
        self._instead = False
        self._width = WidthClass.MEDIUM
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)

    def hold(self, pane: "DetailPane") -> None:
        """Take the pane in, once it is made."""
        self.pane = pane
        pane.hide()
        inside = self.layout()
        assert inside is not None
        inside.addWidget(pane)

    @property
    def wanted(self) -> bool:
        """Whether the pane is wanted: on the whole page, beside the list or instead of it."""
        return self.full or (self._beside if self._width.pane else self._instead)

    @property
    def hides_list(self) -> bool:
        return self.wanted and (self.full or not self._width.pane)

    def want(self, *, shown: bool) -> None:
        """Open or close it; what is typed in it is kept."""
        if self.pane is not None and not shown:
            self.pane.commit_all()
        self.full = self.full and shown
        if self._width.pane:
            self._beside = shown
        else:
            self._instead = shown

    def fit(self, width: WidthClass) -> None:
        if width.pane:
            self._instead = False
        self._width = width

    def arrange(self, *, filled: bool) -> None:
        """Take the place there is; nothing of an application is shown where none is selected."""
        shown = self.wanted and filled
        alone = shown and self.hides_list
        self.setVisible(shown)
        self.line.setVisible(shown and not alone)
        self._left.setVisible(not alone)
        if alone:
            self.setMinimumWidth(0)
            self.setMaximumWidth(ANY_WIDTH)
        else:
            self.setFixedWidth(self._theme.px(self._width.pane or USUAL_WIDTH))
        if self.pane is not None:
            self.pane.set_alone(alone)
            self.pane.set_full(self.full and shown)
