"""Which of text and preview is seen: both, the text alone, or in a narrow window one of them."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from jobtracker.ui.features.letters.desk.header import PREVIEW, TEXT
from jobtracker.ui.widgets.segmented import Segmented


class Side(NamedTuple):
    """One of the two, and what in it takes the focus."""

    whole: QWidget
    focus: QWidget

    def holds_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.whole.isAncestorOf(focused)


class ViewChoice:
    """Side by side while there is room; `toggle` shows and hides the preview."""

    def __init__(self, switch: Segmented, writing: Side, between: QWidget, preview: Side) -> None:
        self._switch = switch
        self._writing = writing
        self._between = between
        self._preview = preview
        self._narrow = False
        self._wanted = True
        switch.chosen.subscribe(lambda _key: self._arrange(), owner=switch)
        self._arrange()

    @property
    def preview_shown(self) -> bool:
        return not self._preview.whole.isHidden()

    def fit(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self._arrange()

    def toggle(self) -> None:
        if self._narrow:
            self._switch.set_value(TEXT if self._switch.value() == PREVIEW else PREVIEW)
        else:
            self._wanted = not self._wanted
        self._arrange()

    def show_text(self) -> None:
        """Make sure that the text can be seen."""
        if self._narrow:
            self._switch.set_value(TEXT)
            self._arrange()

    def _arrange(self) -> None:
        """Focus that stood in what goes away moves to what stays."""
        alone = self._narrow and self._switch.value() == PREVIEW
        beside = self._wanted and not self._narrow
        leaving, staying = self._writing, self._preview
        if not alone:
            leaving, staying = staying, leaving
        moves = not beside and leaving.holds_focus()
        self._switch.setVisible(self._narrow)
        staying.whole.show()
        self._between.setVisible(beside)
        if moves:
            staying.focus.setFocus(Qt.FocusReason.OtherFocusReason)
        leaving.whole.setVisible(beside)
