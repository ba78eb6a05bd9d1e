"""The filter over the list finds a role by every name it goes by."""

from typing import TYPE_CHECKING

from jobtracker.ui.widgets.row_model import ACCESSIBLE_TEXT

if TYPE_CHECKING:
    from tests.ui.profiles.conftest import Driver


def test_a_role_is_found_by_another_of_its_titles(person: "Driver") -> None:
    person.page.side.filter.setText("payroll accountant")
    assert person.titles() == []

    person.page.side.filter.setText("tax accountant")

    assert person.titles() == ["Accountant"]
    (row,) = person.page.model.rows
    assert person.page.model.second_line(row) == "Also Tax Accountant"
    spoken = person.page.model.index(0, 0).data(ACCESSIBLE_TEXT)
    assert spoken.endswith("also called Tax Accountant")


def test_words_of_two_titles_are_no_title(person: "Driver") -> None:
    person.page.side.filter.setText("tax ledger")

    assert person.titles() == []


def test_a_row_found_by_its_own_title_says_its_range(person: "Driver") -> None:
    person.page.side.filter.setText("accountant")

    row = next(row for row in person.page.model.rows if row.title == "Accountant")
    assert not person.page.model.called(row)
    assert "$" in person.page.model.second_line(row)
