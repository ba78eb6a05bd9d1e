"""The negotiation sheet over the window: figures left, reasons right, the page as its way out."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jobtracker.domain.money import long_range
from jobtracker.domain.negotiation import STRETCH, TARGET, WALK_AWAY, Arguments
from jobtracker.domain.pay import Pay
from jobtracker.domain.target_roles import FLOOR
from jobtracker.domain.target_roles import STRETCH as STRETCH_FIELD
from jobtracker.domain.target_roles import TARGET as TARGET_FIELD
from jobtracker.ui.features.offers.material import Unsaid
from jobtracker.ui.features.offers.reason_box import ReasonBox
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import KEPT_TOGETHER, CommitLineEdit
from jobtracker.ui.widgets.form import Field
from jobtracker.ui.widgets.labels import PlainLabel, line
from jobtracker.ui.widgets.long_text import LongField
from jobtracker.ui.widgets.row_table import ENTER
from jobtracker.ui.widgets.scroll import ScrollPane
from jobtracker.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from jobtracker.domain.negotiation import SheetLine
    from jobtracker.ui.features.offers.material import Material

SIZE = (1040, 680)
OWN_HEIGHT = 96
AIMS = {FLOOR: WALK_AWAY, TARGET_FIELD: TARGET, STRETCH_FIELD: STRETCH}
NOTHING_SAID = "Nobody has named a figure yet."
KEPT = "Kept with this application once the field is left."


class NegotiationSheet(Sheet):
    """`aimed` tells a figure of the three as typed, `named` the number that one is about to name,
    `argued` the reasons, `unsaid` what is typed and not stored yet; `printed` and `saved` want the
    page.
    """

    def __init__(self, theme: Theme, opener: QWidget, title: str) -> None:
        super().__init__(theme, opener, title, SIZE)
        keep_not(self)
        self.aimed: Channel[tuple[str, str]] = Channel()
        self.named: Channel[str] = Channel()
        self.argued: Channel[Arguments] = Channel()
        self.unsaid: Channel[Unsaid] = Channel()
        self.printed: Channel[None] = Channel()
        self.saved: Channel[None] = Channel()
        self.aims = {name: CommitLineEdit(words) for name, words in AIMS.items()}
        self.fields = {name: Field(theme, AIMS[name], edit) for name, edit in self.aims.items()}
        self.about_to = QLineEdit()
        self.about_field = Field(theme, "If I name", self.about_to)
        self.own = LongField("My own reasons")
        self.own.setProperty(KEPT_TOGETHER, True)  # Esc leaves the sheet and keeps what is typed
        self._lines, self._said, self._reasons = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self.boxes: list[ReasonBox] = []
        self._lay_out_sides()
        self._lay_out_footer()
        for name, edit in self.aims.items():
            edit.committed.subscribe(partial(self._aim, name), owner=self)
            edit.textEdited.connect(lambda _text: self._tell_unsaid())
        self.about_to.textChanged.connect(self._name)
        self.own.committed.subscribe(lambda _text: self._argue(), owner=self)

    def put_back(self, unsaid: Unsaid) -> None:
        """Show what was being typed when the program ended, as something still being typed."""
        self.about_to.setText(unsaid.about_to)
        for name, text in unsaid.aims.items():
            self.aims[name].put_back(text)

    def show_material(self, material: "Material") -> None:
        """Everything as it is now; what is being typed stays."""
        aim = material.aim
        for name, edit in self.aims.items():
            minor = getattr(aim, name) if aim is not None else None
            pay = Pay(minor, minor, aim.currency, aim.period) if aim is not None else Pay()
            edit.set_value("" if minor is None else long_range(pay))
            self.fields[name].set_error("")
        source = f"From the target role {aim.title}" if aim is not None and aim.title else ""
        self.fields[TARGET_FIELD].set_hint(source or "Typing one makes a target role of this role.")
        _fill(self._lines, [_row(one) for one in material.sheet.lines if one.name not in _AIMED])
        said = material.said() or (NOTHING_SAID,)
        _fill(self._said, [PlainLabel(one, "small", wrap=True) for one in said])
        self._show_reasons(material)

    def show_warning(self, words: str, *, wrong: bool) -> None:
        """What to know before naming the number that is typed."""
        if wrong:
            self.about_field.set_error(words)
        else:
            self.about_field.set_hint(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field keeps it; only Ctrl+Enter is for the sheet."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in ENTER and not control:
            event.accept()
            return
        super().keyPressEvent(event)

    def _show_reasons(self, material: "Material") -> None:
        words = [box.words for box in self.boxes]
        if words != list(material.proposed):
            self.boxes = [ReasonBox(self._theme, one) for one in material.proposed]
            for box in self.boxes:
                box.chosen.subscribe(lambda _on: self._argue(), owner=self)
            none = PlainLabel(
                "Ticks of a role profile and ranges to argue with stand here.", "small", wrap=True
            )
            _fill(self._reasons, list(self.boxes) or [none])
        for box in self.boxes:
            box.set_on(box.words not in material.arguments.left_out)
        self.own.set_value(material.arguments.own)

    def arguments(self) -> Arguments:
        """The reasons as they are typed and ticked."""
        left_out = frozenset(box.words for box in self.boxes if not box.is_on)
        return Arguments(self.own.value(), left_out)

    def _aim(self, name: str, text: str) -> None:
        self._tell_unsaid()
        self.aimed.put((name, text))

    def _name(self, text: str) -> None:
        self.named.put(text)
        self._tell_unsaid()

    def _tell_unsaid(self) -> None:
        aims = {name: edit.text() for name, edit in self.aims.items() if edit.is_unsaved}
        self.unsaid.put(Unsaid(self.about_to.text(), aims))

    def _argue(self) -> None:
        self.argued.put(self.arguments())

    def _lay_out_sides(self) -> None:
        left, right = ScrollPane(0), ScrollPane(0)
        for pane in (left, right):
            pane.column.setContentsMargins(Space.HAIR, 0, Space.MEDIUM, 0)
        aims = QHBoxLayout()
        aims.setSpacing(Space.SMALL)
        for field in self.fields.values():
            aims.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        left.column.addWidget(PlainLabel("What I aim for", "section"))
        left.column.addLayout(aims)
        left.column.addWidget(PlainLabel("Where we stand", "section"))
        left.column.addLayout(self._lines)
        left.column.addWidget(PlainLabel("Said before", "section"))
        left.column.addLayout(self._said)
        self.about_to.setPlaceholderText("150k, 72/h")
        left.column.addWidget(self.about_field)
        left.column.addStretch(1)
        self._theme.fit(self.own.setFixedHeight, OWN_HEIGHT)
        right.column.addWidget(PlainLabel("Why more", "section"))
        right.column.addWidget(Field(self._theme, "My own reasons, a line each", self.own, KEPT))
        right.column.addLayout(self._reasons)
        right.column.addStretch(1)
        sides = QHBoxLayout()
        sides.setSpacing(Space.LARGE)
        sides.addWidget(left, 1)
        sides.addWidget(line(vertical=True))
        sides.addWidget(right, 1)
        self.body.addLayout(sides, 1)

    def _lay_out_footer(self) -> None:
        printing = Button("Print…", icon=self._theme.icon("printer"))
        saving = Button("Save as PDF…", kind="primary")
        close = Button("Close", kind="ghost")
        printing.clicked.connect(lambda: self.printed.put(None))
        saving.clicked.connect(lambda: self.saved.put(None))
        close.clicked.connect(self.close)
        self.default = saving
        self.footer.addStretch(1)
        for button in (close, printing, saving):
            self.footer.addWidget(button)


_AIMED = frozenset(AIMS.values())


def _row(one: "SheetLine") -> QWidget:
    """A line of the sheet: its name, its value, and what there is to know about it."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.SMALL)
    row.addWidget(PlainLabel(one.name, "body"), 2, Qt.AlignmentFlag.AlignTop)
    words = f"{one.value}\n{one.words}" if one.words else one.value
    value = PlainLabel(words, "strong" if not one.words else "body", wrap=True, selectable=True)
    row.addWidget(value, 5)
    return made


def _fill(column: QVBoxLayout, widgets: Sequence[QWidget]) -> None:
    while (item := column.takeAt(0)) is not None:
        if (former := item.widget()) is not None:
            former.hide()
            former.deleteLater()
    for widget in widgets:
        column.addWidget(widget)
