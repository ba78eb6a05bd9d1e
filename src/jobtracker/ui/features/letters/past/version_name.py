"""Asks for the name under which the present wording of a letter is kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import CommitLineEdit, mark_wrong
from jobtracker.ui.widgets.form import Field
from jobtracker.ui.widgets.sheet import Sheet

SIZE = (460, 220)
NAME = "Name of this version"


class VersionNameSheet(Sheet):
    """`named` tells the name; Enter in the field is enough."""

    def __init__(self, theme: Theme, opener: QWidget) -> None:
        super().__init__(theme, opener, "Keep version", SIZE)
        self.named: Channel[str] = Channel()
        self.name = CommitLineEdit(NAME, placeholder="Before it was shortened")
        self._field = Field(theme, NAME, self.name)
        self.body.addWidget(self._field)
        self.body.addStretch(1)
        self.keep = Button("Keep version", kind="primary")
        self.keep.clicked.connect(self._keep)
        self.name.returnPressed.connect(self._keep)
        self.cancel = Button("Cancel")
        self.cancel.clicked.connect(self.leave)
        self.footer.addStretch(1)
        self.footer.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignRight)
        self.footer.addWidget(self.keep)
        self.default = self.keep

    def _keep(self) -> None:
        name = self.name.text().strip()
        self._field.set_error("" if name else "Give it a name.")
        mark_wrong(self.name, wrong=not name)
        if name:
            self.close()
            self.named.put(name)
