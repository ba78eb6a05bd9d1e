"""One figure of one offer, changed to see what all of it would come to."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from jobtracker.ui.features.offers.draft import BASE
from jobtracker.ui.features.offers.groups import GROUPS, OWN, WORDS
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import Choice
from jobtracker.ui.widgets.form import Field
from jobtracker.ui.widgets.row_table import ENTER

if TYPE_CHECKING:
    from collections.abc import Sequence

ASKED = tuple(one for group in GROUPS if group not in (OWN, WORDS) for one in group.fields)
PARTS = ((BASE, "Base pay"), *((one.name, one.label) for one in ASKED))
EXAMPLES = {one.name: one.example for group in GROUPS for one in group.fields}


class Try(NamedTuple):
    """A part of an offer as it is tried, as typed."""

    place: int
    part: str
    text: str


class _Figure(QLineEdit):
    def __init__(self) -> None:
        super().__init__()
        self.entered: Channel[None] = Channel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in ENTER and not control:
            self.entered.put(None)
            return
        super().keyPressEvent(event)


class TryBar(QWidget):
    """`asked` wants what stands for an offer's part, `tried` another figure for it; `kept` and
    `taken_back` are about the offer that is chosen.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.asked: Channel[tuple[int, str]] = Channel()
        self.tried: Channel[Try] = Channel()
        self.kept: Channel[int] = Channel()
        self.taken_back: Channel[int] = Channel()
        self.offer: Choice[int] = Choice(theme, "Offer")
        self.part: Choice[str] = Choice(theme, "Part")
        self.part.set_options(PARTS)
        self.figure = _Figure()
        self.field = Field(theme, "What if it were", self.figure)
        self.keep = Button("Keep as what-if")
        self.back = Button("Take back", kind="ghost")
        self._lay_out(theme)
        self.offer.chosen.subscribe(lambda _place: self._ask(), owner=self)
        self.part.chosen.subscribe(lambda _part: self._ask(), owner=self)
        self.figure.entered.subscribe(lambda _none: self._try(), owner=self)
        self.keep.clicked.connect(lambda: self.kept.put(self.place))
        self.back.clicked.connect(lambda: self.taken_back.put(self.place))

    @property
    def place(self) -> int:
        return self.offer.value() or 0

    def show_offers(self, titles: "Sequence[str]") -> None:
        """The offers to choose from."""
        before = self.place
        self.offer.set_options(list(enumerate(titles)))
        self.offer.set_value(min(before, len(titles) - 1))

    def show_part(self, place: int, part: str, text: str, *, tried: bool) -> None:
        """What stands for a part now, to be typed over."""
        self.offer.set_value(place)
        self.part.set_value(part)
        self.figure.setText(text)
        self.figure.setPlaceholderText(EXAMPLES.get(part, "128000, 65/h"))
        self.field.set_hint("Enter shows what all of it would come to; nothing is saved.")
        self.show_state(tried=tried)

    def show_state(self, *, tried: bool) -> None:
        """Whether the offer differs from what is stored."""
        for button in (self.keep, self.back):
            button.setEnabled(tried)

    def start(self) -> None:
        """Take the keyboard, the figure selected."""
        self.figure.setFocus(Qt.FocusReason.OtherFocusReason)
        self.figure.selectAll()

    def _ask(self) -> None:
        self.asked.put((self.place, self.part.value() or BASE))

    def _try(self) -> None:
        self.tried.put(Try(self.place, self.part.value() or BASE, self.figure.text()))

    def _lay_out(self, theme: Theme) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(Field(theme, "Offer to try", self.offer), 3, top)
        row.addWidget(Field(theme, "Part", self.part), 3, top)
        row.addWidget(self.field, 4, top)
        row.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
