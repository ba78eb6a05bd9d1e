"""The pay timeline of an application in its overview: what was named when, and a form to add."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.ui.features.applications.contract import Said
from jobtracker.ui.features.applications.detail.line_list import LineList
from jobtracker.ui.features.applications.detail.pay_draft import (
    AMOUNT,
    DAY,
    NEW,
    PayDraft,
    PayWanted,
    draft_from,
    draft_of,
)
from jobtracker.ui.features.applications.detail.pay_entry import PayEntry
from jobtracker.ui.features.applications.detail.pay_lines import PayLine, PayStory, lines_of
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from jobtracker.ui.widgets.hints import Readers

TITLE = "Pay timeline"
FEW = 5
"""So many lines stand in the pane until all are asked for."""
SAVED_AT = {"amount": AMOUNT, "on": DAY, "date": DAY}


class PayTimeline(LineList[PayLine]):
    """`edited` tells a fact to be corrected, `removed` the number of one to take away,
    `offer_wanted` that of an offer to open, `field_wanted` the fact that holds a figure.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, TITLE)
        self.edited: Channel[PayDraft] = Channel()
        self.removed: Channel[int] = Channel()
        self.offer_wanted: Channel[int] = Channel()
        self.field_wanted: Channel[str] = Channel()

    def fill(self, line: PayLine) -> None:
        fact, offer = line.fact, line.offer
        if fact is not None:
            self.menu.addAction("Edit…", lambda: self.edited.put(draft_of(fact)))
            self.menu.addAction("Remove", lambda: self.removed.put(fact.id))
        elif offer is not None:
            self.menu.addAction("Open the offer…", lambda: self.offer_wanted.put(offer.id))
        else:
            self.menu.addAction("Change it above", lambda: self.field_wanted.put(line.field))


class PaySection(QWidget):
    """`texts` holds what is being typed by application, until it is stored; `typed` tells it at
    each change, empty once it is. `saved` tells a figure to store, `moved` what has come to be
    looked at.
    """

    def __init__(self, theme: Theme, readers: "Readers", texts: "MutableMapping[int, str]") -> None:
        super().__init__()
        self.texts = texts
        self.typed: Channel[Said] = Channel()
        self.drafted: Channel[PayWanted] = Channel()
        self.saved: Channel[PayWanted] = Channel()
        self.moved: Channel[QWidget] = Channel()
        self._readers = readers
        self._id = 0
        self._lines: list[PayLine] = []
        self._all = False
        self.timeline = PayTimeline(theme)
        self.entry = PayEntry(theme, readers)
        self.all_button = Button("", kind="link")
        self.add = Button("Add a figure", kind="link", icon=theme.icon("plus", "accent_text"))
        self._lay_out()
        self.add.clicked.connect(self.open_entry)
        self.all_button.clicked.connect(self._toggle_all)
        self.timeline.edited.subscribe(self._edit, owner=self)
        self.entry.typed.subscribe(self._typed, owner=self)
        self.entry.saved.subscribe(lambda draft: self.saved.put(self._wanted(draft)), owner=self)
        self.entry.left.subscribe(lambda _none: self._leave(), owner=self)

    def show_story(self, story: PayStory) -> None:
        """Show what was named; what is being typed stays, each application has its own."""
        self._lines = lines_of(story)
        if story.record.id != self._id:
            self._id = story.record.id
            self._all = False
            self.show_kept(self._id)
        self._show_lines()

    def show_kept(self, application_id: int) -> None:
        """Show what was being typed of a figure of the application that is shown."""
        if application_id == self._id:
            kept = self.texts.get(self._id, "")
            self.entry.show_draft(draft_from(kept))
            self._show_entry(shown=bool(kept))
            if kept:
                self.drafted.put(self._wanted(self.entry.draft))

    def open_entry(self) -> None:
        """Show the form, with the keyboard in its amount."""
        self._show_entry(shown=True)
        self.entry.fields[AMOUNT].setFocus(Qt.FocusReason.OtherFocusReason)
        self.moved.put(self.entry)

    def follow(self, widget: QWidget) -> None:
        """Be reached by Tab right after another widget."""
        for part in (self.add, *self.entry.order, self.timeline, self.all_button):
            QWidget.setTabOrder(widget, part)
            widget = part

    def show_warning(self, asked: PayWanted, words: str) -> None:
        """What to know of a figure, where it is still the one that is typed."""
        if asked == self._wanted(self.entry.draft):
            self.entry.show_warning(words)

    def stored(self, wanted: PayWanted) -> None:
        """A figure is stored: the form is empty again and goes away."""
        self._keep(wanted.id, "")
        if wanted.id == self._id:
            had = self.entry.isAncestorOf(self.focusWidget() or self)
            self.entry.show_draft(NEW)
            self._show_entry(shown=False)
            if had:
                self._return()

    def show_error(self, wanted: PayWanted, field: str, message: str) -> bool:
        """Say in the form why it was not stored; False where it is not shown by now."""
        if wanted.id == self._id:
            self.entry.show_error(SAVED_AT.get(field, AMOUNT), message)
        return wanted.id == self._id

    def _wanted(self, draft: PayDraft) -> PayWanted:
        day = draft.texts[DAY]
        known = not self._readers.applied(day).error
        return PayWanted(self._id, draft, self._readers.day(day, True) if known else None)

    def _edit(self, draft: PayDraft) -> None:
        self.entry.show_draft(draft)
        self.open_entry()
        self._typed(draft)

    def _typed(self, draft: PayDraft) -> None:
        self._keep(self._id, draft.as_text())
        self.drafted.put(self._wanted(draft))

    def _keep(self, key: int, text: str) -> None:
        self.texts[key] = text
        self.typed.put(Said(key, text))

    def _leave(self) -> None:
        """A correction is given up; a new figure is there again when the form is opened."""
        if self.entry.draft.fact_id:
            self._keep(self._id, "")
            self.entry.show_draft(NEW)
        self._show_entry(shown=False)
        self._return()

    def _return(self) -> None:
        """The keyboard goes back to where the form was opened."""
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moved.put(self.add)

    def _toggle_all(self) -> None:
        self._all = not self._all
        self._show_lines()

    def _show_lines(self) -> None:
        """The newest, or all: one line more is shown rather than a button for it."""
        lines = self._lines
        folds = len(lines) > FEW + 1
        self.timeline.show_lines(lines[:FEW] if folds and not self._all else lines)
        self.timeline.setVisible(bool(lines))
        self.all_button.setText("Show fewer" if self._all else f"Show all {len(lines)}")
        self.all_button.setAccessibleName(f"{self.all_button.text()} of the pay timeline")
        self.all_button.setVisible(folds)

    def _show_entry(self, *, shown: bool) -> None:
        self.entry.setVisible(shown)
        self.add.setVisible(not shown)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(PlainLabel(TITLE, "strong"))
        head.addStretch(1)
        head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SNUG)
        column.addLayout(head)
        column.addWidget(self.entry)
        column.addWidget(self.timeline)
        column.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
