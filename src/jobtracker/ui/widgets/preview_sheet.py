"""What a file would bring, before it does; then how far that is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.progress_line import ProgressLine
from jobtracker.ui.widgets.scroll import ScrollPane
from jobtracker.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from jobtracker.ui.runtime.meter import Meter

SIZE = (620, 520)


class PreviewSheet(Sheet):
    """`confirmed` asks to bring it in, with the meter to count on. What is in the file goes into
    `inside.column`; `said` stands above it, warned of by `notices`, and `kept` below: what becomes
    of what is here. It stays until `done`.
    """

    action = "Import"
    working = "Bringing it in…"
    content = "What is in the file"

    def __init__(
        self,
        theme: Theme,
        opener: QWidget,
        title: str,
        said: str,
        notices: Sequence[str],
        kept: str,
    ) -> None:
        super().__init__(theme, opener, title, SIZE)
        self.confirmed: Channel[Meter] = Channel()
        self.banner = Banner(theme)
        self.inside = ScrollPane(margin=0)
        self.inside.setAccessibleName(self.content)
        self.progress = ProgressLine(theme)
        self.go = Button(self.action, kind="primary")
        self.go.clicked.connect(self._confirm)
        self.cancel = Button("Cancel")
        self.cancel.clicked.connect(self.leave)
        self.default = self.go
        self._meter: Meter | None = None
        self._lay_out_all(said, notices, kept)

    def refuse(self, words: str, tone: str = "danger") -> None:
        """Say why it came to nothing; everything is as it was."""
        self.progress.end()
        self._meter = None
        self.banner.say(tone, words)
        self.go.setEnabled(True)
        self.go.setFocus()

    def close(self) -> bool:
        """Leaving stops what is under way, which then changes nothing."""
        if self._meter is not None:
            self._meter.stop()
        return super().close()

    def done(self) -> None:
        """It is in: go away."""
        self._meter = None
        self.close()

    def _confirm(self) -> None:
        self.banner.hide()
        self.go.setEnabled(False)
        self._meter = self.progress.follow(self.working)
        self.progress.stop.setFocus()
        self.confirmed.put(self._meter)

    def _lay_out_all(self, said: str, notices: Sequence[str], kept: str) -> None:
        self.body.setSpacing(Space.MEDIUM)
        self.body.addWidget(self.banner)
        self.body.addWidget(PlainLabel(said, wrap=True))
        for notice in notices:
            self.body.addWidget(PlainLabel(notice, "warn", wrap=True))
        self.body.addWidget(self.inside, 1)
        self.body.addWidget(PlainLabel(kept, "small", wrap=True))
        self.body.addWidget(self.progress)
        self.footer.addStretch(1)
        self.footer.addWidget(self.cancel)
        self.footer.addWidget(self.go)
