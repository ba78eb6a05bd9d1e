"""Changing the look, from the page, the View menu and the keyboard alike."""

from functools import partial

from jobtracker.ui.actions import Action
from jobtracker.ui.runtime.window_state import WindowMemory
from jobtracker.ui.theme.theme import USUAL_TEXT, Theme, ThemeChoice

MENU = "View/Text size"
STEP = 10
SYSTEM, MORE, LESS = "system", "more", "less"
MEANS: dict[str, bool | None] = {SYSTEM: None, MORE: True, LESS: False}


class Appearance:
    """Changes the look at once and remembers it.

    It belongs to this computer, so it lies in the window's memory and not in the search.
    """

    def __init__(self, theme: Theme, memory: WindowMemory) -> None:
        self._theme = theme
        self._memory = memory

    def choose_theme(self, choice: str) -> None:
        self._theme.choose(ThemeChoice(choice))
        self._memory.remember(theme=choice)

    def choose_contrast(self, choice: str) -> None:
        self._theme.wear(self._theme.look._replace(high_contrast=MEANS[choice]))
        self._memory.remember(contrast=choice)

    def choose_motion(self, choice: str) -> None:
        """`choice` is how much of it: "less" stops all movement."""
        more = MEANS[choice]
        self._theme.wear(self._theme.look._replace(less_motion=None if more is None else not more))
        self._memory.remember(motion=choice)

    def choose_large_targets(self, large: bool) -> None:
        self._theme.wear(self._theme.look._replace(large_targets=large))
        self._memory.remember(large_targets=large)

    def turn_contrast(self) -> None:
        """High contrast where it is usual, usual where it is high."""
        self.choose_contrast(LESS if self.is_high_contrast else MORE)

    def turn_motion(self) -> None:
        """No movement where there is some, and the other way round."""
        self.choose_motion(MORE if self._theme.less_motion else LESS)

    def turn_large_targets(self) -> None:
        self.choose_large_targets(not self.has_large_targets)

    @property
    def is_high_contrast(self) -> bool:
        return self._theme.tokens.high_contrast

    @property
    def is_still(self) -> bool:
        """Whether what moves elsewhere is there at once."""
        return self._theme.less_motion

    @property
    def has_large_targets(self) -> bool:
        return self._theme.look.large_targets

    def set_text_size(self, percent: int) -> None:
        self._theme.set_text_size(percent)
        self._memory.remember(text_size=self._theme.look.text_size)

    def step_text(self, step: int) -> None:
        """One size larger (1) or smaller (-1)."""
        self.set_text_size(self._theme.look.text_size + step * STEP)

    def reset_text(self) -> None:
        self.set_text_size(USUAL_TEXT)


def text_size_actions(appearance: Appearance) -> list[Action]:
    """Larger, smaller and as usual; + is also heard where it needs no Shift."""
    return [
        Action(
            "text larger",
            "Larger",
            MENU,
            lambda: appearance.step_text(1),
            "Ctrl++",
            also=("Ctrl+=",),
            everywhere=True,
        ),
        Action(
            "text smaller",
            "Smaller",
            MENU,
            lambda: appearance.step_text(-1),
            "Ctrl+-",
            everywhere=True,
        ),
        Action("text usual", "Usual size", MENU, appearance.reset_text, "Ctrl+0", everywhere=True),
    ]


def look_actions(appearance: Appearance) -> list[Action]:
    """What else of the look is turned on and off."""
    turns = (
        ("high contrast", "High contrast", appearance.turn_contrast, "is_high_contrast"),
        ("less motion", "Reduce motion", appearance.turn_motion, "is_still"),
        ("large targets", "Large targets", appearance.turn_large_targets, "has_large_targets"),
    )
    return [
        Action(name, words, "View", turn, section=4, checked=partial(getattr, appearance, state))
        for name, words, turn, state in turns
    ]
