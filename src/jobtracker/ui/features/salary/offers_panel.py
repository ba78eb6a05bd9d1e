"""The offers below the chart: side by side in figures, ticked for comparing."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.domain.pay import Period
from jobtracker.ui.features.salary.contract import Intents, Leading, Way, WhatIf
from jobtracker.ui.features.salary.conversion import EACH
from jobtracker.ui.features.salary.offer_row import (
    BAR,
    BASE,
    EXPAND,
    OTHER,
    PLACE,
    RIGHT,
    TARGET,
    OfferRow,
)
from jobtracker.ui.features.salary.words import other_than
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobtracker.domain.salary_lines import OfferStanding

AT_LEAST = 2
AROUND = 172
"""px of a row beside its words and figures: tick, mark, expander and the space between."""
NOTHING = "No offers yet. Add one when it comes, or try a what-if offer."


class OffersPanel(QWidget):
    """Rows stay as long as their offers do, so that ticks, open parts and the focus do."""

    def __init__(self, theme: Theme, intents: Intents) -> None:
        super().__init__()
        self.setAccessibleName("Offers")
        self._theme = theme
        self._intents = intents
        self._narrow = False
        self.rows: dict[int, OfferRow] = {}
        self.compare = Button("Compare")
        self.try_one = Button("Try a what-if offer", kind="link", icon=theme.icon("plus"))
        self._basis = PlainLabel("Before tax, base pay only", "cap")
        self._head = QWidget()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._none = PlainLabel(NOTHING, "small", wrap=True)
        self.compare.clicked.connect(self._compare)
        self.try_one.clicked.connect(lambda: intents.offer_wanted.put(WhatIf(what_if=True)))
        self._lay_out()
        self._tell_ticks()
        self.fit(narrow=False)
        theme.changed.subscribe(lambda _tokens: self.fit(narrow=self._narrow), owner=self)

    def show_offers(self, offers: "Sequence[OfferStanding]", period: Period, today: date) -> None:
        """The offers as they are now, in figures of this period."""
        other = EACH[other_than(period)]
        self._base.setText(f"Base {EACH[period]}")
        self._other.setText(other[:1].upper() + other[1:])
        kept = {offer.record.id for offer in offers}
        for key in [key for key in self.rows if key not in kept]:
            gone = self.rows.pop(key)
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, offer in enumerate(offers):
            row = self.rows.get(offer.record.id) or self._add(offer.record.id)
            self._list.insertWidget(place, row)
            row.show_offer(offer, period, today)
        self._head.setVisible(bool(offers))
        self._none.setVisible(not offers)
        self.compare.setVisible(len(offers) >= AT_LEAST)
        self._tell_ticks()

    @property
    def ticked(self) -> tuple[int, ...]:
        """The ids of the offers that are ticked, in their order."""
        rows = sorted(self.rows.items(), key=lambda one: self._list.indexOf(one[1]))
        return tuple(key for key, row in rows if row.tick.isChecked())

    def least(self, *, narrow: bool) -> int:
        """The px that the offers need side by side, with all columns or the fewest."""
        columns = BASE + TARGET + (PLACE - BAR if narrow else PLACE + OTHER)
        words = max((row.words_width() for row in self.rows.values()), default=0)
        return self._theme.px(columns) + words + AROUND

    def fit(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self._other.setVisible(not narrow)
        self._in_range.setFixedWidth(self._theme.px(PLACE - BAR if narrow else PLACE))
        for row in self.rows.values():
            row.fit(narrow=narrow)

    def _add(self, key: int) -> OfferRow:
        row = self.rows[key] = OfferRow(self._theme)
        row.fit(narrow=self._narrow)
        row.ticked.subscribe(lambda _on: self._tell_ticks(), owner=self)
        row.opened.subscribe(
            lambda offer: self._intents.opened.put(Leading(Way.OFFER, offer)), owner=self
        )
        return row

    def _tell_ticks(self) -> None:
        count = len(self.ticked)
        self.compare.setEnabled(count >= AT_LEAST)
        self.compare.setText(f"Compare {count} offers" if count >= AT_LEAST else "Compare")
        self.compare.setToolTip("" if count >= AT_LEAST else "Tick two offers or more.")

    def _compare(self) -> None:
        self._intents.compare_wanted.put(self.ticked)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(PlainLabel("Offers", "section"))
        top.addStretch(1)
        top.addWidget(self._basis)
        foot = QHBoxLayout()
        foot.addWidget(self.try_one)
        foot.addStretch(1)
        foot.addWidget(self.compare)
        self._lay_out_head()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PAGE, Space.SMALL, Space.PANE, Space.SMALL)
        column.setSpacing(Space.TIGHT)
        column.addLayout(top)
        column.addWidget(self._head)
        column.addLayout(self._list)
        column.addWidget(self._none)
        column.addLayout(foot)
        column.addStretch(1)

    def _lay_out_head(self) -> None:
        self._base, self._other = PlainLabel("Base a year", "cap"), PlainLabel("An hour", "cap")
        self._in_range = PlainLabel("In range", "cap")
        self._in_range.setContentsMargins(Space.LARGE, 0, 0, 0)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        row.addWidget(PlainLabel("Offer", "cap"), 1)
        target = PlainLabel("Against target", "cap")
        for label, width in ((self._base, BASE), (self._other, OTHER), (target, TARGET)):
            self._theme.fit(label.setMinimumWidth, width)
            label.setAlignment(RIGHT)
        for label in (self._base, self._other, self._in_range, target):
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(EXPAND + Space.SMALL)
        column = QVBoxLayout(self._head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SNUG)
        column.addLayout(row)
        column.addWidget(line())
