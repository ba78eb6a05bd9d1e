"""What is said above a profile: what went wrong, what is worth knowing, what is under way."""

from PySide6.QtCore import QTimer

from jobtracker.ui.features.profiles.contract import Problem
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Duration
from jobtracker.ui.widgets.banner import Banner


class Notice(Banner):
    """Work that is done in a blink is not spoken of."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._working = ""
        self._patience = QTimer(self, singleShot=True, interval=Duration.QUIET)
        self._patience.timeout.connect(lambda: self.say("info", self._working))

    def say_problem(self, problem: Problem) -> None:
        """What went wrong."""
        self.say("danger", problem.title, problem.detail, dismissible=True)

    def say_news(self, news: Problem) -> None:
        """What is worth knowing of something that was done."""
        self.say("info", news.title, news.detail, dismissible=True)

    def begin(self, words: str) -> None:
        """Say what is under way, if it takes its time."""
        self._working = words
        self._patience.start()

    def end(self) -> None:
        """It is done, or failed."""
        self._patience.stop()
        if self._working and self.text == self._working:
            self.hide()
        self._working = ""
