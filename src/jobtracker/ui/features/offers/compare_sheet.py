"""Offers side by side over the window: differences in words, own weights, figures to try."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jobtracker.ui.features.offers.bench import Bench
from jobtracker.ui.features.offers.compare_rows import rows_of, titles_of
from jobtracker.ui.features.offers.compare_table import CompareTable
from jobtracker.ui.features.offers.draft import BASE
from jobtracker.ui.features.offers.try_bar import TryBar
from jobtracker.ui.features.offers.weights import Weights
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_together
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.form import Field
from jobtracker.ui.widgets.labels import PlainLabel, line
from jobtracker.ui.widgets.row_table import ENTER
from jobtracker.ui.widgets.scroll import ScrollPane
from jobtracker.ui.widgets.sheet import Sheet

SIZE = (1180, 700)
WEIGHTS = 250


class _RateField(QLineEdit):
    def __init__(self) -> None:
        super().__init__()
        self.entered: Channel[str] = Channel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in ENTER and not control:
            self.entered.put(self.text())
            return
        super().keyPressEvent(event)


class CompareSheet(Sheet):
    """Shows a `Bench`; `rate.entered`, `weights`, `bar` and `table` tell what is done to it,
    `edit_wanted` the place of an offer that is to be changed itself.
    """

    def __init__(self, theme: Theme, opener: QWidget, bench: Bench) -> None:
        super().__init__(theme, opener, "Compare offers", SIZE)
        keep_together(self, unsaved=lambda: False)  # what is tried is tried at once
        self.edit_wanted: Channel[int] = Channel()
        self.table = CompareTable(theme, titles_of(bench, bench.comparison()))
        self.weights = Weights(theme)
        self.bar = TryBar(theme)
        self.rate = _RateField()
        self.rate_field = Field(theme, "Rate of exchange", self.rate)
        self.notes = PlainLabel("", "small", wrap=True)
        self.copy = Button("Copy as table", icon=theme.icon("copy"))
        self.edit = Button("Edit offer")
        self._lay_out_all()
        self.copy.clicked.connect(self.table.copy)
        self.edit.clicked.connect(lambda: self.edit_wanted.put(self.table.place))

    def show_bench(self, bench: Bench) -> None:
        """The offers as they are now; columns stay those the sheet was made with."""
        found = bench.comparison()
        titles = titles_of(bench, found)
        self.table.show_rows(titles, rows_of(bench, found))
        self.weights.show_criteria(bench.criteria(), bench.weights)
        self.bar.show_offers(titles)
        self.bar.show_state(tried=bench.lines[self.bar.place].record.id in bench.tried)
        self.notes.setText("\n".join(found.notes))
        self.notes.setVisible(bool(found.notes))
        stranger = bench.stranger()
        self.rate_field.setVisible(stranger is not None)
        if stranger is not None:
            of, to = stranger
            self.rate.setPlaceholderText(f"1 {of} = 1.08 {to} on 2026-11-01")
            self.rate_field.set_hint(
                f"{of} and {to} meet only by a rate of yours, kept with its day; Enter keeps it."
            )

    def open(self, focus: QWidget | None = None) -> None:
        super().open(focus or self.table)

    def _lay_out_all(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(Space.SMALL)
        left.addWidget(self.rate_field)
        left.addWidget(self.table, 1)
        left.addWidget(self.notes)
        right = ScrollPane(0)
        right.column.setContentsMargins(0, 0, Space.SMALL, 0)
        right.column.addWidget(self.weights)
        self._theme.fit(right.setFixedWidth, WEIGHTS)
        sides = QHBoxLayout()
        sides.setSpacing(Space.LARGE)
        sides.addLayout(left, 1)
        sides.addWidget(line(vertical=True))
        sides.addWidget(right)
        self.body.addLayout(sides, 1)
        self.body.addWidget(line())
        self.body.addWidget(self.bar)
        done = Button("Close", kind="primary")
        done.clicked.connect(self.close)
        self.default = done
        self.footer.addWidget(self.copy)
        self.footer.addWidget(self.edit)
        self.footer.addStretch(1)
        self.footer.addWidget(done)
        self.bar.part.set_value(BASE)
