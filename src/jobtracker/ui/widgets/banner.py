"""A message in place, above the content it is about; part of the layout, never over it."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from jobtracker.domain.text import shortened
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space, Tokens
from jobtracker.ui.widgets.buttons import Button, IconButton
from jobtracker.ui.widgets.labels import PlainLabel, restyle

ICONS = {
    "warn": ("triangle-alert", "warn"),
    "danger": ("circle-alert", "danger"),
    "ok": ("circle-check", "ok"),
    "info": ("info", "accent_text"),
}
ICON = 18
MOST = 400
"""Characters of a detail: a banner takes room from the page below it."""


class Banner(QFrame):
    """Hidden until `say`; `tone` is "warn", "danger", "ok" or "info". `dismissed` tells that a
    person took it away.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.dismissed: Channel[None] = Channel()
        self._theme = theme
        self._tone = "info"
        self._run: Callable[[], object] | None = None
        self._icon = QLabel()
        self._title = PlainLabel("", "strong", wrap=True)
        self._detail = PlainLabel("", "small", wrap=True)
        self.button = Button("")
        self.button.clicked.connect(self._act)
        self._close = IconButton(theme.icon("x"), "Dismiss")
        self._close.clicked.connect(self._go_away)
        words = QVBoxLayout()
        words.setSpacing(Space.HAIR)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.LARGE, Space.SMALL, Space.MEDIUM, Space.SMALL)
        row.setSpacing(Space.MEDIUM)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        row.addWidget(self._close)
        theme.fit(self.setMinimumHeight, Size.ROW)
        theme.changed.subscribe(self._recolour)
        self.hide()

    def say(
        self,
        tone: str,
        title: str,
        detail: str = "",
        action: str = "",
        run: Callable[[], object] | None = None,
        *,
        dismissible: bool = False,
    ) -> None:
        """Show the message; with `action` a button that calls `run`."""
        detail = shortened(detail, MOST)
        self._tone = tone
        self._run = run
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.button.setText(action)
        self.button.setAccessibleName(action)
        self.button.setVisible(bool(action))
        self._close.setVisible(dismissible)
        self.setProperty("s", f"banner-{tone}")
        self.setAccessibleName(f"{title.removesuffix('.')}. {detail}" if detail else title)
        self._recolour(self._theme.tokens)
        restyle(self)
        self.show()

    @property
    def text(self) -> str:
        """What is shown, or nothing while hidden."""
        return "" if self.isHidden() else self.accessibleName()

    @property
    def first(self) -> QPushButton | None:
        """What the keyboard comes to first, where there is anything to press."""
        return next((one for one in (self.button, self._close) if one.isVisible()), None)

    def _go_away(self) -> None:
        self.hide()
        self.dismissed.put(None)

    def _act(self) -> None:
        if self._run is not None:
            self._run()

    def _recolour(self, _tokens: Tokens) -> None:
        name, colour = ICONS[self._tone]
        scale = self.devicePixelRatio()
        self._icon.setPixmap(self._theme.pixmap(name, colour, ICON, scale))
