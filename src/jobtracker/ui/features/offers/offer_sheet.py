"""The sheet of an offer: what is typed left, what it comes to right."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jobtracker.domain.offer_totals import totals
from jobtracker.ui.features.offers.contract import Start
from jobtracker.ui.features.offers.draft import BASE, Draft
from jobtracker.ui.features.offers.offer_form import OfferForm
from jobtracker.ui.features.offers.reading import read
from jobtracker.ui.features.offers.totals_view import TotalsView
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.key_button import KeyButton
from jobtracker.ui.widgets.labels import PlainLabel, line
from jobtracker.ui.widgets.scroll import ScrollPane
from jobtracker.ui.widgets.sheet import ENTER, Sheet

if TYPE_CHECKING:
    from jobtracker.ui.features.offers.contract import Desk, Reading

SIZE = (1040, 680)


class OfferSheet(Sheet):
    """`typed` tells the draft at each change, `saved` what is to be stored, `started_over` that
    the draft is given up, `removed` that the offer is, `copied` that a what-if is to begin as it.
    """

    def __init__(self, theme: Theme, opener: QWidget, title: str, desk: "Desk") -> None:
        super().__init__(theme, opener, title, SIZE)
        keep_not(self)
        self.typed: Channel[Draft] = Channel()
        self.saved: Channel[Reading] = Channel()
        self.started_over: Channel[None] = Channel()
        self.removed: Channel[int] = Channel()
        self.copied: Channel[int] = Channel()
        self._desk = desk
        self.form = OfferForm(theme, is_trial=desk.is_trial)
        self.form.show_applications(desk.applications)
        self.totals = TotalsView()
        self.kept = PlainLabel("", "small", wrap=True)
        self.over = Button("Start over", kind="ghost")
        self._lay_out_sides()
        self._lay_out_footer()
        self.form.typed.subscribe(lambda _none: self._follow(), owner=self)
        self.over.clicked.connect(lambda: self.started_over.put(None))

    def show_draft(self, draft: Draft, note: str = "") -> None:
        """Fill the fields; `note` says where they come from."""
        self.form.show_draft(draft)
        self.kept.setText(note)
        self.over.setVisible(bool(note))
        self._understand()

    def open(self, focus: QWidget | None = None) -> None:
        super().open(focus or self.form.fields[BASE].editor)

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """What is wrong, under its fields; the first of them can be seen and has the keyboard."""
        first = self.form.show_errors(errors)
        if first is not None:
            self._area.show_soon(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field saves, as Ctrl+Enter does anywhere."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        in_field = isinstance(QApplication.focusWidget(), QLineEdit)
        if event.key() in ENTER and in_field and not control:
            self._save()
            event.accept()
            return
        super().keyPressEvent(event)

    def _follow(self) -> None:
        self._understand()
        self.over.setVisible(True)
        self.typed.put(self.form.draft())

    def _understand(self) -> "Reading":
        reading = read(self.form.draft(), self._desk)
        self.form.show_hints(reading.hints, reading.errors)
        labels = self.form.fields
        unread = tuple(
            labels[name].editor.accessibleName().lower()
            for name in reading.errors
            if name in labels and name != BASE
        )
        currency = reading.package.base.currency
        self.totals.show_totals(totals(reading.package), currency, unread)
        return reading

    def _save(self) -> None:
        reading = self._understand()
        self.show_errors(reading.errors)
        if not reading.errors:
            self.saved.put(reading)

    def _lay_out_sides(self) -> None:
        self._area = ScrollPane(0)
        self._area.column.setContentsMargins(Space.HAIR, 0, Space.MEDIUM, 0)
        self._area.column.addWidget(self.form)
        figures = ScrollPane(0)
        figures.column.setContentsMargins(0, 0, Space.MEDIUM, 0)
        figures.column.addWidget(PlainLabel("What it comes to", "section"))
        figures.column.addWidget(self.totals, 1)
        right = QVBoxLayout()
        right.addWidget(figures, 1)
        sides = QHBoxLayout()
        sides.setSpacing(Space.LARGE)
        sides.addWidget(self._area, 11)
        sides.addWidget(line(vertical=True))
        sides.addLayout(right, 10)
        self.body.addLayout(sides, 1)

    def _lay_out_footer(self) -> None:
        self.default = KeyButton(self._theme, "Save offer", "Ctrl+Enter", kind="primary")
        self.default.clicked.connect(self._save)
        cancel = Button("Cancel", kind="ghost")
        cancel.clicked.connect(self.leave)
        if self._desk.wish.start is Start.EDIT:
            self._add_about_offer(self._desk.wish.offer_id)
        self.footer.addWidget(self.over)
        self.footer.addWidget(self.kept, 1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(self.default)

    def _add_about_offer(self, offer_id: int) -> None:
        """What can be done to an offer that is there."""
        remove, copy = Button("Delete offer", kind="ghost"), Button("Try a what-if")
        remove.clicked.connect(lambda: self.removed.put(offer_id))
        copy.clicked.connect(lambda: self.copied.put(offer_id))
        self.footer.addWidget(remove)
        self.footer.addWidget(copy)
