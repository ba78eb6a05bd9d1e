"""A template to read, and to start a letter from."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobtracker.ui.features.letters.contract import Intents, Wish
from jobtracker.ui.features.letters.editor import LetterEditor
from jobtracker.ui.features.letters.words import kind_of
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.heading import Heading
from jobtracker.ui.widgets.labels import line

if TYPE_CHECKING:
    from jobtracker.storage.letters import Template

LINE_LENGTH = 700
"""The widest a line of text grows, in px."""


class TemplateView(QWidget):
    """Its text can be read and copied; `use` asks whom the letter is for."""

    def __init__(self, theme: Theme, intents: Intents) -> None:
        super().__init__()
        self._shown: Template | None = None
        self.heading = Heading(theme, "section", Space.PANE)
        self.use = Button("Use for…", kind="primary")
        self.use.clicked.connect(lambda: intents.wished.put(Wish(template_id=self.template_id)))
        self.heading.add(self.use)
        self.text = LetterEditor(theme, "Text of the template")
        self.text.setReadOnly(True)
        theme.fit(self.text.setMaximumWidth, LINE_LENGTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(line())
        column.addWidget(self.text, 1)

    @property
    def template_id(self) -> int | None:
        return self._shown.id if self._shown else None

    def show_template(self, template: "Template") -> None:
        if template != self._shown:
            self._shown = template
            self.heading.say(template.name, kind_of(template))
            self.text.show_text(template.text)
