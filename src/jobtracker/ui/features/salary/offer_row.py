"""One offer of the list: what it pays, where that stands, and on demand all it is made of."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from jobtracker.domain.money import known_amount
from jobtracker.domain.pay import Period
from jobtracker.ui.charts.mini_range import diamond_shape
from jobtracker.ui.features.salary import offer_words as words
from jobtracker.ui.features.salary.words import other_than
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button, IconButton
from jobtracker.ui.widgets.fields import CheckBox
from jobtracker.ui.widgets.labels import PlainLabel, line, plain_tip

if TYPE_CHECKING:
    from jobtracker.domain.salary_lines import OfferStanding

BASE, OTHER, PLACE, TARGET, EXPAND = 88, 76, 132, 118, 28
BAR, TRACK = 56, 7
DIAMOND = 4.5
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NAMES = ("First year", "Steady year", "Guaranteed")


class PlaceBar(QWidget):
    """Where an offer stands in its range: a track with a diamond on it, or beyond its end."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._place: float | None = None
        self._hollow = False
        theme.fit(self.setFixedWidth, BAR)

    def show_place(self, place: float | None, *, hollow: bool) -> None:
        self._place, self._hollow = place, hollow
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._place is None:
            return
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, reach = self.height() / 2, self.width() - 2 * DIAMOND - 2
        track = QRectF(DIAMOND, middle - TRACK / 2, reach, TRACK)
        painter.setPen(QPen(colours.border_strong, 1))
        painter.setBrush(colours.band)
        painter.drawRoundedRect(track, TRACK / 2, TRACK / 2)
        x = track.left() + min(max(self._place, 0.0), 1.0) * reach
        painter.setPen(QPen(colours.offer if self._hollow else colours.surface, 1.6))
        painter.setBrush(colours.surface if self._hollow else colours.offer)
        painter.drawPolygon(diamond_shape(QPointF(x, middle), DIAMOND))
        painter.end()


class Diamond(QWidget):
    """The mark an offer has in the chart."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.hollow = False
        self.setFixedSize(QSize(14, 14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.offer, 1.6))
        painter.setBrush(colours.surface if self.hollow else colours.offer)
        painter.drawPolygon(diamond_shape(QPointF(7, 7), 5))
        painter.end()


class OfferRow(QWidget):
    """`ticked` tells that its tick changed, `opened` its id when a person wants to see it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.ticked: Channel[bool] = Channel()
        self.opened: Channel[int] = Channel()
        self._theme = theme
        self._id = 0
        self.tick = CheckBox(theme, "")
        self.mark = Diamond(theme)
        self.name = Button("", kind="link")
        self.reply = PlainLabel("", "small")
        self.base, self.other = PlainLabel("", "strong"), PlainLabel("", "body")
        self.bar = PlaceBar(theme)
        self.place, self.target = PlainLabel("", "body"), PlainLabel("", "body")
        self.expand = IconButton(theme.icon("chevron-down"), "Show all parts")
        self.parts = QWidget()
        self.parts.setVisible(False)
        self.tick.chosen.subscribe(self.ticked.put, owner=self)
        self.name.clicked.connect(lambda: self.opened.put(self._id))
        self.expand.clicked.connect(self.toggle)
        self._lay_out()

    def show_offer(self, offer: "OfferStanding", period: Period, today: date) -> None:
        """Its figures as they are now, those of this period first."""
        self._id = offer.record.id
        spoken = words.spoken_offer(offer, period, today)
        self.setAccessibleName(spoken)
        self.setToolTip(plain_tip(spoken))
        self.tick.setAccessibleName(f"Compare {offer.name}")
        self.name.setText(offer.name or "Offer")
        self.name.setAccessibleName(spoken)
        self.mark.hollow = offer.record.what_if
        self.reply.setText(words.reply_words(offer, today))
        self.reply.set_role(words.reply_tone(offer, today))
        self.base.setText(words.base_of(offer, period))
        self.other.setText(words.base_of(offer, other_than(period)))
        self.bar.show_place(offer.position.value, hollow=offer.record.what_if)
        self.place.setText(words.place_words(offer))
        self.target.setText(words.target_words(offer, period))
        self._name_expander(offer.name)
        self._show_parts(offer)

    def fit(self, *, narrow: bool) -> None:
        """Leave out what the base says too, where there is little room."""
        self.other.setVisible(not narrow)
        self.bar.setVisible(not narrow)
        width = PLACE - BAR if narrow else PLACE
        self._place_box.setFixedWidth(self._theme.px(width))

    def words_width(self) -> int:
        """The px of its name and its second line."""
        return max(self.name.sizeHint().width(), self.reply.sizeHint().width())

    def toggle(self) -> None:
        """Show or hide all it is made of."""
        shown = self.parts.isHidden()
        self.parts.setVisible(shown)
        self.expand.setIcon(self._theme.icon("chevron-up" if shown else "chevron-down"))
        self._name_expander(self.name.text())

    def _name_expander(self, name: str) -> None:
        said = "Show all parts" if self.parts.isHidden() else "Hide the parts"
        self.expand.rename(f"{said} of {name}")

    def _show_parts(self, offer: "OfferStanding") -> None:
        layout = self.parts.layout()
        assert isinstance(layout, QHBoxLayout)
        while (item := layout.takeAt(0)) is not None:
            if (former := item.widget()) is not None:
                former.hide()
                former.deleteLater()
        currency, totals = offer.record.package.base.currency, offer.totals
        if totals.missing:
            layout.addWidget(PlainLabel(totals.missing, "small", wrap=True, selectable=True), 1)
            return
        each = (totals.first_year, totals.steady_year, totals.guaranteed)
        for name, total in zip(NAMES, each, strict=True):
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(Space.HAIR)
            column.addWidget(PlainLabel(name, "cap"))
            column.addWidget(
                PlainLabel(known_amount(total.amount, currency), "strong", selectable=True)
            )
            for part, figure, said in words.total_lines(total, currency):
                text = f"{part} {figure}" + (f": {said}" if said else "")
                column.addWidget(PlainLabel(text, "small", wrap=True, selectable=True))
            column.addStretch(1)
            layout.addWidget(box, 1)

    def _lay_out(self) -> None:
        theme = self._theme
        for label, width in ((self.base, BASE), (self.other, OTHER), (self.target, TARGET)):
            theme.fit(label.setMinimumWidth, width)
            label.setAlignment(RIGHT)
        self.name.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.name, 0, Qt.AlignmentFlag.AlignLeft)
        self.reply.setContentsMargins(Space.TIGHT + 1, 0, 0, 0)
        texts.addWidget(self.reply)
        self._place_box = QWidget()
        place = QHBoxLayout(self._place_box)
        place.setContentsMargins(Space.LARGE, 0, 0, 0)
        place.setSpacing(Space.SMALL)
        place.addWidget(self.bar)
        place.addWidget(self.place, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, Space.SNUG, 0, Space.SNUG)
        row.setSpacing(Space.SMALL)
        row.addWidget(self.tick)
        row.addWidget(self.mark)
        row.addLayout(texts, 1)
        for widget in (self.base, self.other, self._place_box, self.target, self.expand):
            row.addWidget(widget)
        inside = QHBoxLayout(self.parts)
        inside.setContentsMargins(2 * Space.PAGE, 0, 0, Space.SMALL)
        inside.setSpacing(Space.LARGE)
        whole = QGridLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 0, 0)
        whole.addWidget(self.parts, 1, 0)
        whole.addWidget(line(), 2, 0)
