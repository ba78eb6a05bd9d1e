"""A template to read, and to start a letter from."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.ui.features.letters.contract import Intents, Wish
from jobtracker.ui.features.letters.editor import LetterEditor
from jobtracker.ui.features.letters.words import kind_of
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import ElidedLabel, line

if TYPE_CHECKING:
    from jobtracker.storage.letters import Template

LINE_LENGTH = 700
"""The widest a line of text grows, in px."""


class TemplateView(QWidget):
    """Its text can be read and copied; `use` asks whom the letter is for."""

    def __init__(self, theme: Theme, intents: Intents) -> None:
        super().__init__()
        self._shown: Template | None = None
        self.name = ElidedLabel("", "section")
        self._purpose = ElidedLabel("", "small")
        self.use = Button("Use for…", kind="primary")
        self.use.clicked.connect(lambda: intents.wished.put(Wish(template_id=self.template_id)))
        self.text = LetterEditor(theme, "Text of the template")
        self.text.setReadOnly(True)
        self.text.setMaximumWidth(theme.px(LINE_LENGTH))
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addStretch(1)
        titles.addWidget(self.name)
        titles.addWidget(self._purpose)
        titles.addStretch(1)
        head = QWidget()
        head.setFixedHeight(theme.px(Size.PAGE_HEADER))
        row = QHBoxLayout(head)
        row.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        row.addLayout(titles, 1)
        row.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(line())
        column.addWidget(self.text, 1)

    @property
    def template_id(self) -> int | None:
        return self._shown.id if self._shown else None

    def show_template(self, template: "Template") -> None:
        if template != self._shown:
            self._shown = template
            self.name.setText(template.name)
            self._purpose.setText(kind_of(template))
            self.text.show_text(template.text)
