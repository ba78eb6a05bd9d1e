"""What a page's header says while made-up records are among its own, and the way out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel


class SampleMark(QWidget):
    """`removed` tells that the sample is to go; one click, since undo brings it back."""

    def __init__(self) -> None:
        super().__init__()
        self.removed: Channel[None] = Channel()
        self.button = Button("Remove", kind="link")
        self.button.setAccessibleName("Remove sample data")
        self.button.setToolTip("Take the made-up records away; what you added stays")
        self.button.clicked.connect(lambda: self.removed.put(None))
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.SMALL, Space.TIGHT, 0, 0)
        row.setSpacing(Space.TIGHT)
        for widget in (PlainLabel("Sample data", "key"), self.button):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
