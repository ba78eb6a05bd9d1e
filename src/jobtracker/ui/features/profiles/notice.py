"""What is said above a profile: what went wrong, what is worth knowing, what is under way."""

from PySide6.QtCore import QTimer

from jobtracker.ui.features.profiles.contract import Problem, Run
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Duration
from jobtracker.ui.widgets.banner import Banner

COUNTED_MS = 500


class Notice(Banner):
    """Work that is done in a blink is not spoken of; what takes longer is counted and can be
    stopped.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._working = ""
        self._under_way = Run()
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._say_how_far)

    def say_problem(self, problem: Problem) -> None:
        """What went wrong."""
        self.say("danger", problem.title, problem.detail, dismissible=True)

    def say_news(self, news: Problem) -> None:
        """What is worth knowing of something that was done."""
        self.say("info", news.title, news.detail, dismissible=True)

    def begin(self, words: str, run: Run) -> None:
        """Say what is under way, and how far, if it takes its time."""
        self._working, self._under_way = words, run
        self._patience.start(Duration.QUIET)

    def end(self) -> None:
        """It is done, or failed."""
        self._patience.stop()
        if self._working and self.text.startswith(self._working):
            self.hide()
        self._working = ""

    def _say_how_far(self) -> None:
        run = self._under_way
        if run.stopped:
            self.say("info", f"{self._working}, stopping")
            return
        so_far = f", {run.done:,} of {run.total:,} profiles" if run.total else ""
        self.say("info", f"{self._working}{so_far}", "", "Stop", self._stop)
        self._patience.start(COUNTED_MS)

    def _stop(self) -> None:
        self._under_way.stop()
        self._say_how_far()
