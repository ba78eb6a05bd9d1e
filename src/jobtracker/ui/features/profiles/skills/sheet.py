"""The sheet a skill is typed into."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from jobtracker.domain.my_skills import MySkill
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import CommitLineEdit
from jobtracker.ui.widgets.form import Form
from jobtracker.ui.widgets.long_text import LongField
from jobtracker.ui.widgets.sheet import ENTER, Sheet

SIZE = (460, 340)
EVIDENCE_HEIGHT = 72


class SkillSheet(Sheet):
    """`saved` carries the skill as typed."""

    def __init__(self, theme: Theme, opener: QWidget) -> None:
        super().__init__(theme, opener, "Add a skill", SIZE)
        self.saved: Channel[MySkill] = Channel()
        self.name = CommitLineEdit("Skill", placeholder="PostgreSQL")
        self.evidence = LongField("Where you used it")
        theme.fit(self.evidence.setFixedHeight, EVIDENCE_HEIGHT)
        self.form = Form(theme)
        self.form.add("name", "Skill", self.name)
        self.form.add("evidence", "Where you used it", self.evidence)
        self.form.setContentsMargins(Space.TIGHT, 0, Space.TIGHT, 0)
        self.body.addWidget(self.form)
        self.save = Button("Add skill", kind="primary")
        self.default = self.save
        cancel = Button("Cancel", kind="ghost")
        cancel.clicked.connect(self.leave)
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(self.save)
        self.save.clicked.connect(self._save)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the name is enough."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self.name.hasFocus() and event.key() in ENTER and not control:
            self._save()
            event.accept()
            return
        super().keyPressEvent(event)

    def _save(self) -> None:
        name = self.name.value().strip()
        if not name:
            self.form.show_errors({"name": "The name is empty. Type what you can do."})
            return
        self.close()
        self.saved.put(MySkill(name, self.evidence.value()))
