"""The sheet of four steps that brings a salary table in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from jobtracker.domain.errors import JobtrackerError
from jobtracker.domain.salary_tables import Choices, Column, SalaryTable, TableReading
from jobtracker.ui.features.salary_import.check_step import CheckStep
from jobtracker.ui.features.salary_import.columns_step import ColumnsStep
from jobtracker.ui.features.salary_import.contract import Again, Run, Store, Wants
from jobtracker.ui.features.salary_import.contract import Sheet as OtherSheet
from jobtracker.ui.features.salary_import.file_step import FileStep
from jobtracker.ui.features.salary_import.passport_step import PassportStep
from jobtracker.ui.features.salary_import.words import import_words
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.sheet import Sheet
from jobtracker.ui.widgets.tabs import Tabs

SIZE = (900, 640)
FILE, COLUMNS, PASSPORT, CHECK = STEPS = ("file", "columns", "passport", "check")
TITLES = {FILE: "1 File", COLUMNS: "2 Columns", PASSPORT: "3 Passport", CHECK: "4 Check"}
LOOK_MS = 100
PATIENCE_MS = 300
"""A reading that takes no longer shows no bar."""


class ImportSheet(Sheet):
    """Filled by `show_reading`; `wants` tells what a person asks for. Ctrl+Enter goes on."""

    def __init__(self, theme: Theme, opener: QWidget) -> None:
        super().__init__(theme, opener, "Import a salary table", SIZE)
        self.wants = Wants()
        self.reading: TableReading | None = None
        self._held: SalaryTable | None = None
        self._run = Run()
        self._is_reading = False
        self.tabs = Tabs("Steps", list(TITLES.items()))
        self.problem = Banner(theme)
        self.file = FileStep(theme)
        self.columns = ColumnsStep(theme)
        self.passport = PassportStep(theme)
        self.check = CheckStep(theme)
        self._steps = QStackedWidget()
        for step in (self.file, self.columns, self.passport, self.check):
            self._steps.addWidget(step)
        self.progress = QProgressBar()
        self.said = PlainLabel("", "cap")
        self.stop = Button("Stop")
        self.back = Button("Back")
        self.go = Button("Next", kind="primary")
        self._look = QTimer(self, interval=LOOK_MS)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._lay_out_sheet()
        self._listen()
        self._show_step(FILE)

    def show_reading(self, reading: TableReading, held: SalaryTable | None) -> None:
        """Show what a file says; `held` is the table that the same file gave before."""
        self._rest()
        self.problem.hide()
        is_first = self.reading is None
        self.reading, self._held = reading, held
        self.file.show_reading(reading, held)
        self.columns.show_columns(reading.columns)
        self.passport.show_guess(reading.guess)
        self.check.show_reading(reading)
        self._show_step(self.tabs.value())
        if is_first:
            self._enter()

    def begin(self) -> Run:
        """A reading begins; what is to watch it."""
        self._run.stopped = True
        self._run = Run()
        self._is_reading = True
        self._patience.start()
        self._show_step(self.tabs.value())
        return self._run

    def refuse(self, error: JobtrackerError) -> None:
        """Say why it did not work; what was shown stays."""
        self._rest()
        self._show_step(self.tabs.value())
        self.problem.say("danger", str(error))

    def ended(self) -> None:
        """A reading was stopped; what was shown stays."""
        self._rest()
        self._show_step(self.tabs.value())

    def close(self) -> bool:
        self._run.stopped = True
        return super().close()

    def _show_step(self, step: str) -> None:
        self.tabs.set_value(step)
        self._steps.setCurrentIndex(STEPS.index(step))
        self.back.setVisible(step != FILE)
        is_last = step == CHECK
        self.go.setText(import_words(self.reading) if is_last else "Next")
        can_go = self.reading is not None
        if is_last:
            can_go = self.reading is not None and bool(self.reading.rows) and not self._is_reading
        self.go.setEnabled(can_go)

    def _go_on(self) -> None:
        step = self.tabs.value()
        if step == PASSPORT and not self.passport.check():
            return
        if step == CHECK:
            self._store()
        else:
            self._move(1)

    def _move(self, by: int) -> None:
        self._show_step(STEPS[STEPS.index(self.tabs.value()) + by])
        self._enter()

    def _enter(self) -> None:
        """Give the keyboard to what has to be filled in first; else to the way on."""
        first: QWidget | None = {
            FILE: self.file.wanting(),
            COLUMNS: next(iter(self.columns.choices), None),
            PASSPORT: self.passport.wanting(),
        }.get(self.tabs.value())
        if first is None:
            first = self.go if self.go.isEnabled() else self.tabs
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _store(self) -> None:
        if self.reading is None:
            return
        for step, part in ((FILE, self.file), (PASSPORT, self.passport)):
            if not part.check():
                self._show_step(step)
                part.check()
                return
        replace = None
        if self._held is not None and self.file.replace.isChecked():
            replace = self._held.id
        self.wants.stored.put(Store(self.reading, self.passport.passport(), replace))

    def _choose_columns(self, columns: Sequence[Column]) -> None:
        if self.reading is not None:
            self.wants.read_again.put(Again(columns, self.reading.choices, self.begin()))

    def _choose(self, choices: Choices) -> None:
        if self.reading is not None:
            self.wants.read_again.put(Again(self.reading.columns, choices, self.begin()))

    def _choose_sheet(self, name: str) -> None:
        self.wants.sheet_chosen.put(OtherSheet(name, self.begin()))

    def _show_progress(self) -> None:
        self.progress.setRange(0, self._run.total)
        self.progress.setValue(self._run.done)
        self.said.setText(f"{self._run.done:,} of {self._run.total:,} rows read")

    def _show_bar(self) -> None:
        self._show_progress()
        self._look.start()
        for widget in (self.progress, self.said, self.stop):
            widget.show()

    def _rest(self) -> None:
        self._is_reading = False
        self._patience.stop()
        self._look.stop()
        for widget in (self.progress, self.said, self.stop):
            widget.hide()

    def _stop(self) -> None:
        self._run.stopped = True

    def _listen(self) -> None:
        self._look.timeout.connect(self._show_progress)
        self._patience.timeout.connect(self._show_bar)
        self.tabs.chosen.subscribe(self._show_step, owner=self)
        self.file.another.clicked.connect(lambda: self.wants.another_file.put(None))
        self.file.chosen.subscribe(self._choose, owner=self)
        self.file.sheet_chosen.subscribe(self._choose_sheet, owner=self)
        self.columns.changed.subscribe(self._choose_columns, owner=self)
        self.check.saved.subscribe(self.wants.refused_saved.put, owner=self)
        self.stop.clicked.connect(self._stop)
        self.back.clicked.connect(lambda: self._move(-1))
        self.go.clicked.connect(self._go_on)
        self.default = self.go

    def _lay_out_sheet(self) -> None:
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Rows read")
        self.body.setSpacing(Space.MEDIUM)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.problem)
        self.body.addWidget(self._steps, 1)
        self.footer.addWidget(self.progress, 1)
        self.footer.addWidget(self.said)
        self.footer.addWidget(self.stop)
        self.footer.addStretch(1)
        self.footer.addWidget(self.back)
        self.footer.addWidget(self.go)
        self._rest()
