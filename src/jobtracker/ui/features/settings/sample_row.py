"""The sample to look around in: put in, or taken out."""

from jobtracker.ui.features.settings.rows import SettingRow
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.widgets.buttons import Button

ADD, REMOVE = "Add sample data", "Remove sample data"
THERE = "Made-up applications are in your search. What you added among them stays."
EMPTY = "A made-up search to look around in, kept apart from yours"
IN_USE = "Sample data can be added while there are no applications. You have some."


class SampleRow(SettingRow):
    """`filled` and `removed` tell what is to happen to the sample."""

    def __init__(self) -> None:
        self.button = Button(ADD)
        super().__init__("Sample data", EMPTY, self.button)
        self.filled: Channel[None] = Channel()
        self.removed: Channel[None] = Channel()
        self._has_sample = False
        self.button.clicked.connect(self._turn)

    def show_sample(self, *, is_empty: bool, has_sample: bool) -> None:
        """Offer what can be done now."""
        self._has_sample = has_sample
        self.button.setText(REMOVE if has_sample else ADD)
        self.button.setEnabled(is_empty or has_sample)
        self.say(THERE if has_sample else EMPTY if is_empty else IN_USE)

    def _turn(self) -> None:
        (self.removed if self._has_sample else self.filled).put(None)
