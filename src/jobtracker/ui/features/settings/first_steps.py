"""What helps in the beginning: the sample to look around in, and the hints of the pages."""

from jobtracker.ui.features.settings.rows import SectionPane, SettingRow
from jobtracker.ui.features.settings.sample_row import SampleRow
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.buttons import Button

HINTS = "Each page says one line of help on its first visit"
AGAIN = "Each page says its line of help again on its next visit"


class FirstStepsSection(SectionPane):
    """`sample` tells what is to happen to it, `hints_wanted` that hints are to be shown again."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "First steps")
        self.hints_wanted: Channel[None] = Channel()
        self.sample = SampleRow()
        self.hints_button = Button("Show hints again")
        self.hints_button.clicked.connect(self._start_over)
        self._hints = SettingRow("Hints", HINTS, self.hints_button)
        self.add(self.sample)
        self.add(self._hints)

    def _start_over(self) -> None:
        self.hints_wanted.put(None)
        self._hints.say(AGAIN)
