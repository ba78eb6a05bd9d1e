"""How the window looks: theme, contrast, text size, movement, size of what is clicked."""

from collections.abc import Callable

from jobtracker.ui.features.settings.commands import LESS, MEANS, MORE, STEP, SYSTEM, Appearance
from jobtracker.ui.features.settings.rows import SectionPane, SettingRow
from jobtracker.ui.theme.theme import LARGEST_TEXT, SMALLEST_TEXT, Theme, ThemeChoice
from jobtracker.ui.theme.tokens import Tokens
from jobtracker.ui.widgets.fields import Choice
from jobtracker.ui.widgets.segmented import Segmented
from jobtracker.ui.widgets.switch import Switch

LIKE_SYSTEM = "Like the system"


class AppearanceSection(SectionPane):
    """Follows the theme, so that it also shows what a menu or a key has changed."""

    def __init__(self, theme: Theme, appearance: Appearance) -> None:
        super().__init__(theme, "Appearance")
        self._theme = theme
        self._scheme = _switch(
            "Theme",
            ((ThemeChoice.SYSTEM, LIKE_SYSTEM), (ThemeChoice.LIGHT, "Light"), ("dark", "Dark")),
            appearance.choose_theme,
        )
        self._contrast = _switch(
            "Contrast",
            ((SYSTEM, LIKE_SYSTEM), (LESS, "Usual"), (MORE, "High")),
            appearance.choose_contrast,
        )
        self._motion = _switch(
            "Movement",
            ((SYSTEM, LIKE_SYSTEM), (MORE, "Usual"), (LESS, "None")),
            appearance.choose_motion,
        )
        self._size: Choice[int] = Choice(theme, "Text size")
        sizes = range(SMALLEST_TEXT, LARGEST_TEXT + 1, STEP)
        self._size.set_options([(size, f"{size} %") for size in sizes])
        self._size.chosen.subscribe(appearance.set_text_size, owner=self)
        self._large = Switch(theme, "Large targets")
        self._large.chosen.subscribe(appearance.choose_large_targets, owner=self)
        self._lay_out()
        self._show(theme.tokens)
        theme.changed.subscribe(self._show)

    def _lay_out(self) -> None:
        for title, note, control in (
            ("Theme", "Letters stay on white paper in both", self._scheme),
            ("Contrast", "High: black on white or white on black, no tints", self._contrast),
            ("Text size", "Everything grows with the text. Also Ctrl and +, - or 0", self._size),
            ("Movement", "None: what moves is there at once", self._motion),
            ("Large targets", "Buttons and fields 36 px high", self._large),
        ):
            self.add(SettingRow(title, note, control))

    def _show(self, _tokens: Tokens) -> None:
        look = self._theme.look
        self._scheme.set_value(look.theme)
        self._contrast.set_value(_choice(look.high_contrast))
        self._motion.set_value(_choice(None if look.less_motion is None else not look.less_motion))
        self._size.set_value(look.text_size)
        self._large.setChecked(look.large_targets)


def _switch(
    name: str, options: tuple[tuple[str, str], ...], choose: Callable[[str], None]
) -> Segmented:
    made = Segmented(name, options)
    made.chosen.subscribe(choose, owner=made)
    return made


def _choice(more: bool | None) -> str:
    return next(choice for choice, meaning in MEANS.items() if meaning is more)
