"""Target roles: typed into a sheet, listed by priority, held against applications."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jobtracker.domain.applications import ApplicationFields
from jobtracker.domain.pay import Period
from jobtracker.domain.target_roles import TargetRole
from jobtracker.ui.features.profiles.targets.draft import Draft, applied, draft_of
from jobtracker.ui.features.profiles.targets.sheet import TargetSheet

if TYPE_CHECKING:
    from tests.ui.profiles.conftest import Driver

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_draft_is_read_as_exact_pay_of_one_currency_and_period() -> None:
    draft = Draft(title="Beekeeper", places="Graz; Wien\nWien", floor="€40k", target="€45k a year")

    role = applied(TargetRole(), draft).role

    assert role is not None
    assert (role.floor, role.target, role.stretch) == (4_000_000, 4_500_000, None)
    assert (role.currency, role.period) == ("EUR", Period.YEAR)
    assert role.places == ("Graz", "Wien")


def test_what_is_typed_is_what_is_shown_again() -> None:
    role = TargetRole(
        title="Beekeeper", floor=4_000_000, currency="EUR", period=Period.YEAR, places=("Graz",)
    )

    again = applied(role, draft_of(role)).role

    assert again == role


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (Draft(title=" "), "title"),
        (Draft(title="Beekeeper", target="lots"), "target"),
        (Draft(title="Beekeeper", target="$90k - $100k"), "target"),
        (Draft(title="Beekeeper", floor="$90k", target="€100k"), "target"),
        (Draft(title="Beekeeper", floor="$120k", target="$100k"), "target"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(draft: Draft, field: str) -> None:
    result = applied(TargetRole(), draft)

    assert result.role is None
    assert field in result.errors


def test_a_target_role_is_added_by_keys_and_finds_its_applications(person: "Driver") -> None:
    space = person.space
    fields = ApplicationFields(company="Acme Robotics", role="Senior Python Developer")
    person.commander.change(lambda: space.applications.add(fields))
    person.page.parts.turn("targets")
    person.page.arrive()
    assert person.page.targets.view.empty.button.hasFocus()

    person.press(Qt.Key.Key_Return)
    person.type("Python Developer")
    person.press(Qt.Key.Key_Tab)
    person.type("senior")
    sheet = person.page.window().findChild(TargetSheet)
    assert sheet is not None
    sheet.lines["target"].setFocus()
    person.type("$160k")
    sheet.search_words.setPlainText("python remote\ndjango remote")
    sheet.lines["target"].setFocus()
    person.press(Qt.Key.Key_Return, CONTROL)
    person.wait(lambda: len(person.page.targets.panel.model.rows) == 1)

    row = person.page.targets.panel.model.rows[0]
    view = person.page.targets.view
    assert [words for _, words in row.applications] == ["Senior Python Developer, Acme Robotics"]
    assert "Target: $160,000 a year: what you ask for" in view.lists["facts"].lines.texts()
    view.copy.click()
    assert QApplication.clipboard().text() == "python remote\ndjango remote"


def test_a_profile_is_marked_as_a_target_role(person: "Driver") -> None:
    profile = person.go_to("Accountant")

    person.page.act("target")
    sheet = person.page.window().findChild(TargetSheet)
    assert sheet is not None
    assert sheet.lines["title"].value() == "Accountant"
    person.press(Qt.Key.Key_Return, CONTROL)
    person.wait(lambda: person.toasts == ["Accountant is a target role now"])

    (kept,) = person.ask(person.space.targets.all)
    assert kept.profile_id == profile.id
    assert kept.priority == 1


def test_a_target_role_is_edited_and_deleted_by_keys(person: "Driver") -> None:
    person.commander.change(lambda: person.space.targets.add(TargetRole(title="Beekeeper")))
    person.page.parts.turn("targets")
    panel = person.page.targets.panel
    person.wait(lambda: len(panel.model.rows) == 1)
    person.page.arrive()

    person.press(Qt.Key.Key_F2)
    person.press(Qt.Key.Key_End)
    person.type(" of Graz")
    person.press(Qt.Key.Key_Return, CONTROL)
    person.wait(lambda: panel.model.rows[0].role.title == "Beekeeper of Graz")
    panel.list.setFocus()
    person.press(Qt.Key.Key_Delete)

    person.wait(lambda: panel.model.rows == [])
    person.undo()
    person.wait(lambda: len(panel.model.rows) == 1)


def test_without_a_target_role_the_page_says_so_and_offers_one(person: "Driver") -> None:
    targets = person.page.targets
    person.page.parts.turn("targets")

    targets.view.empty.button.click()

    assert not targets.view.empty.isHidden()
    assert person.page.window().findChild(TargetSheet) is not None
