"""What helps in the beginning: the sample to look around in, and the hints of the pages."""

from jobtracker.ui.features.settings.rows import SectionPane, SettingRow
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.buttons import Button

ADD, REMOVE = "Add sample data", "Remove sample data"
THERE = "Made-up applications are in your search. What you added among them stays."
EMPTY = "A made-up search to look around in, kept apart from yours"
IN_USE = "Sample data can be added while there are no applications. You have some."
HINTS = "Each page says one line of help on its first visit"
AGAIN = "Each page says its line of help again on its next visit"


class FirstStepsSection(SectionPane):
    """`filled` and `removed` tell what is to happen to the sample, `hints_wanted` that the hints
    are to be shown again.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "First steps")
        self.filled: Channel[None] = Channel()
        self.removed: Channel[None] = Channel()
        self.hints_wanted: Channel[None] = Channel()
        self._has_sample = False
        self.sample_button = Button(ADD)
        self.sample_button.clicked.connect(self._turn)
        self.hints_button = Button("Show hints again")
        self.hints_button.clicked.connect(self._start_over)
        self._sample = SettingRow("Sample data", EMPTY, self.sample_button)
        self._hints = SettingRow("Hints", HINTS, self.hints_button)
        self.add(self._sample)
        self.add(self._hints)

    def show_sample(self, *, is_empty: bool, has_sample: bool) -> None:
        """Offer what can be done now."""
        self._has_sample = has_sample
        self.sample_button.setText(REMOVE if has_sample else ADD)
        self.sample_button.setEnabled(is_empty or has_sample)
        self._sample.say(THERE if has_sample else EMPTY if is_empty else IN_USE)

    def _turn(self) -> None:
        (self.removed if self._has_sample else self.filled).put(None)

    def _start_over(self) -> None:
        self.hints_wanted.put(None)
        self._hints.say(AGAIN)
