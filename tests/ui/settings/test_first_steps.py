"""Settings, First steps: the sample in or out, and the hints once more."""

import pytest
from pytestqt.qtbot import QtBot

from jobtracker.ui.features.settings.first_steps import FirstStepsSection
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.labels import PlainLabel


@pytest.fixture
def section(qtbot: QtBot, theme: Theme) -> FirstStepsSection:
    made = FirstStepsSection(theme)
    qtbot.addWidget(made)
    return made


def told(section: FirstStepsSection) -> list[str]:
    said: list[str] = []
    section.sample.filled.subscribe(lambda _none: said.append("fill"))
    section.sample.removed.subscribe(lambda _none: said.append("remove"))
    section.hints_wanted.subscribe(lambda _none: said.append("hints"))
    return said


def notes(section: FirstStepsSection) -> list[str]:
    return [label.text() for label in section.findChildren(PlainLabel)]


def test_an_empty_search_can_have_the_sample_and_a_filled_one_lose_it(
    section: FirstStepsSection,
) -> None:
    said = told(section)

    section.sample.show_sample(is_empty=True, has_sample=False)
    section.sample.button.click()
    section.sample.show_sample(is_empty=False, has_sample=True)
    section.sample.button.click()

    assert said == ["fill", "remove"]
    assert section.sample.button.accessibleName() == "Remove sample data"


def test_a_search_in_use_says_why_it_cannot(section: FirstStepsSection) -> None:
    section.sample.show_sample(is_empty=False, has_sample=False)

    assert not section.sample.button.isEnabled()
    assert any("while there are no applications. You have some." in note for note in notes(section))


def test_asking_for_the_hints_says_when_they_come(section: FirstStepsSection) -> None:
    said = told(section)

    section.hints_button.click()

    assert said == ["hints"]
    assert any("on its next visit" in note for note in notes(section))
