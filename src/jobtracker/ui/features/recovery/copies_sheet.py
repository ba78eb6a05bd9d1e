"""Copies of the search that another computer wrote: what each holds, and what to do with it."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel, line
from jobtracker.ui.widgets.scroll import ScrollPane
from jobtracker.ui.widgets.sheet import Sheet

SIZE = (760, 580)
TITLE = "Copies that another computer wrote"
ABOUT = (
    "The program that keeps this folder in step made them when two computers wrote at once. They "
    "were only read, and nothing is deleted. Taking one over puts all of it in the place of your "
    "search, which is backed up and kept aside first."
)
OPEN, TAKE_OVER, SHOW = "Open in its own window", "Take over from it…", "Show in folder"


class Difference(NamedTuple):
    """One kind of it: "2 applications are only there", their names, and how many more."""

    title: str
    names: tuple[str, ...]
    more: str = ""


class ShownCopy(NamedTuple):
    """A copy in words: `about` lines under its name; `trouble` where it can't be compared, and is
    then only shown in its folder.
    """

    path: Path
    about: tuple[str, ...]
    differences: tuple[Difference, ...] = ()
    trouble: str = ""


class CopiesSheet(Sheet):
    """`opened`, `taken` and `shown` tell which copy is to be looked at, taken over from, or shown
    where it lies. `here` says what the search itself holds.
    """

    def __init__(
        self, theme: Theme, opener: QWidget, here: str, copies: Sequence[ShownCopy]
    ) -> None:
        super().__init__(theme, opener, TITLE, SIZE)
        self.opened: Channel[Path] = Channel()
        self.taken: Channel[Path] = Channel()
        self.shown: Channel[Path] = Channel()
        self.body.setSpacing(Space.SMALL)
        self.body.addWidget(PlainLabel(ABOUT, "small", wrap=True))
        self.body.addWidget(PlainLabel(here, wrap=True))
        self.body.addWidget(line())
        pane = ScrollPane(margin=0)
        pane.setAccessibleName("Copies")
        for copy in copies:
            pane.column.addWidget(self._row(copy))
        pane.column.addStretch(1)
        self.body.addWidget(pane, 1)
        close = Button("Close", kind="primary")
        close.clicked.connect(self.close)
        self.default = close
        self.first = close
        self.footer.addStretch(1)
        self.footer.addWidget(close)

    def _row(self, copy: ShownCopy) -> QWidget:
        row = QWidget()
        row.setAccessibleName(". ".join((copy.path.name, *copy.about, copy.trouble)))
        column = QVBoxLayout(row)
        column.setContentsMargins(0, Space.TIGHT, 0, Space.TIGHT)
        column.setSpacing(Space.HAIR)
        column.addWidget(PlainLabel(copy.path.name, "strong", wrap=True))
        for words in copy.about:
            column.addWidget(PlainLabel(words, "small", wrap=True))
        if copy.trouble:
            column.addWidget(PlainLabel(copy.trouble, "warn", wrap=True))
        for one in copy.differences:
            column.addSpacing(Space.TIGHT)
            column.addWidget(PlainLabel(one.title, "label", wrap=True))
            for name in (*one.names, *filter(None, (one.more,))):
                column.addWidget(PlainLabel(f"•  {name}", "small", wrap=True))
        column.addSpacing(Space.TIGHT)
        column.addLayout(self._buttons(copy))
        column.addSpacing(Space.SMALL)
        column.addWidget(line())
        return row

    def _buttons(self, copy: ShownCopy) -> QHBoxLayout:
        ways = [(SHOW, "link", self.shown)]
        if not copy.trouble:
            ways = [(OPEN, "", self.opened), (TAKE_OVER, "", self.taken), *ways]
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.SMALL)
        for words, kind, wanted in ways:
            button = Button(words, kind=kind)
            button.setAccessibleName(f"{words}: {copy.path.name}")
            button.clicked.connect(lambda _checked, tell=wanted: tell.put(copy.path))
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        buttons.addStretch(1)
        return buttons
