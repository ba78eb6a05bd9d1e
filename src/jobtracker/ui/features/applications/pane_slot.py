"""Where the pane of one application stands: beside the list, in its place, or over the page."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.labels import line
from jobtracker.ui.widgets.page import WidthClass

if TYPE_CHECKING:
    from jobtracker.ui.features.applications.detail.pane import DetailPane
    from jobtracker.ui.features.applications.page import ApplicationsPage

ANY_WIDTH = 16_777_215
USUAL_WIDTH = 392


class PaneSlot(QWidget):
    """`line` parts it from `left`, the list, which it hides where it needs the room."""

    def __init__(self, theme: Theme, left: QWidget) -> None:
        super().__init__()
        self.pane: DetailPane | None = None
        self.line = line(vertical=True)
        self.full = False
        self._theme = theme
        self._left = left
        self.on_board = False
        self._beside = {False: True, True: False}  # the board needs the room for its columns
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
        return self.full or (self._beside[self.on_board] if self._width.pane else self._instead)

    @property
    def hides_list(self) -> bool:
        return self.wanted and (self.full or not self._width.pane)

    def want(self, *, shown: bool) -> None:
        """Open or close it; what is typed in it is kept."""
        if self.pane is not None and not shown:
            self.pane.commit_all()
        self.full = self.full and shown
        if self._width.pane:
            self._beside[self.on_board] = shown
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


class Stay:
    """A full page stays with its application where the list moves on by itself.

    `kept` is such an application, which the list no longer holds; `told` is the one the page
    told of last, `stepping` says that a person goes to the next or previous one.
    """

    def __init__(self, page: "ApplicationsPage") -> None:
        self.kept: int | None = None
        self.told: int | None = None
        self.stepping = False
        self._beside: int | None = None
        self._gone: int | None = None
        self._page = page

    def listed(self) -> int | None:
        """The application that is selected in the table or on the board."""
        page = self._page
        if page.panel.front is not None:
            return page.views.current_id()
        item = page.table.item()
        return item.row.id if item else None

    def step(self, by: int) -> None:
        """Go to the next or previous one; where one left the list, the next has its place."""
        if self.kept is not None and by > 0:
            self.let_go()
            return
        self.stepping = True
        self._page.views.step(by)
        self.stepping = False

    def moved(self, *, by_itself: bool) -> None:
        """Another row or card is current; `by_itself` because the one before left the list."""
        page, listed = self._page, self.listed()
        if self.kept is not None and listed == self._beside:
            return
        if page.slot.full and by_itself and self.told is not None:
            self.kept, self._beside = self.told, listed
            page.panel.wanted = self.kept
            page.show_position()
            return
        self._forget()
        self.tell(listed)

    def tell(self, application_id: int | None) -> None:
        """Tell which application is selected, and show where it stands."""
        self.told = application_id
        self._page.show_position()
        self._page.arrange()
        self._page.intents.selected.put(application_id)

    def let_go(self) -> None:
        """Go back to what is selected in the list."""
        if self.kept is not None:
            self._forget()
            self.tell(self.listed())

    def leave(self, application_id: int) -> None:
        """One that is deleted has no full page; where it comes back it is selected again."""
        if self._page.slot.full and application_id == self._page.selected_id():
            self._gone = application_id
            self._page.show_full(shown=False)

    def expect_back(self) -> None:
        """Select a deleted one as soon as a list holds it again."""
        panel = self._page.panel
        if self._gone is not None and panel.model.position(self._gone) < 0:
            panel.wanted, self._gone = self._gone, None

    def _forget(self) -> None:
        if self.kept is not None and self._page.panel.wanted == self.kept:
            self._page.panel.wanted = None
        self.kept = None
