"""The page of settings with the sections that other rooms of the window know more about."""

from PySide6.QtWidgets import QWidget

from jobtracker.desktop.first_run import FirstRun
from jobtracker.desktop.spelling import Spelling
from jobtracker.ui.actions import ActionBook
from jobtracker.ui.features.settings.appearance import AppearanceSection
from jobtracker.ui.features.settings.commands import Appearance
from jobtracker.ui.features.settings.contract import Section
from jobtracker.ui.features.settings.first_steps import FirstStepsSection
from jobtracker.ui.features.settings.keyboard import KeyboardSection
from jobtracker.ui.features.settings.page import SettingsPage
from jobtracker.ui.theme.theme import Theme


def settings_page(
    theme: Theme,
    book: ActionBook,
    appearance: Appearance,
    spelling: Spelling,
    first_run: FirstRun,
) -> SettingsPage:
    look = Section(
        "appearance", "Appearance", "sun-moon", lambda: AppearanceSection(theme, appearance)
    )
    keys = Section("keyboard", "Keyboard", "keyboard", lambda: KeyboardSection(theme, book))
    first = [_first_steps(theme, book, first_run)]
    page = SettingsPage(theme, [look, keys, spelling.section()], first)
    spelling.open_section = page.open_section
    return page


def _first_steps(theme: Theme, book: ActionBook, first_run: FirstRun) -> Section:
    def build() -> QWidget:
        made = FirstStepsSection(theme)
        made.filled.subscribe(lambda _none: first_run.fill(), owner=made)
        made.removed.subscribe(lambda _none: first_run.remove(), owner=made)
        made.hints_wanted.subscribe(lambda _none: book["show hints"].trigger(), owner=made)

        def show(_none: None = None) -> None:
            made.show_sample(is_empty=first_run.is_empty, has_sample=first_run.has_sample)

        first_run.known.subscribe(show, owner=made)
        show()
        return made

    return Section("first steps", "First steps", "sparkles", build)
