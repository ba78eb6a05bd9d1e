"""The card in its page: on the edges of what stands below it, in two columns or one, at once."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.ui.review.conftest import TODAY, Driver, hearing

from jobtracker.ui.features.review.middle import INSET
from jobtracker.ui.widgets.page import WidthClass

WIDE, LOW = (1366, 768), (1024, 500)


def left(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), QPoint()).x()


def fitted(driver: Driver, size: tuple[int, int]) -> None:
    driver.page.window().resize(*size)
    wide = size == WIDE
    driver.page.fit(WidthClass.MEDIUM if wide else WidthClass.NARROW)
    driver.settle()


def posting() -> str:
    return "\n".join(f"Line {number} of a posting" for number in range(9))


@pytest.mark.parametrize("size", [WIDE, LOW])
def test_words_buttons_and_fields_stand_on_one_edge_whether_one_scrolls_or_not(
    driver: Driver, size: tuple[int, int]
) -> None:
    driver.add("Litware AI", 17, posting=posting(), notes="a\nb\nc\nd")
    fitted(driver, size)
    driver.begin()
    driver.settle()
    page = driver.page
    edge = left(page.card) + INSET

    assert left(page.answers.plan) == edge
    driver.presses(Qt.Key.Key_F)
    assert left(page.form.words) == edge
    assert page.form.width() == page.card.width() - 2 * INSET


@pytest.mark.parametrize(("size", "beside"), [(WIDE, True), (LOW, False)])
def test_the_columns_stand_side_by_side_where_the_window_is_wide(
    driver: Driver, size: tuple[int, int], beside: bool
) -> None:
    driver.add("Litware AI", 17)
    fitted(driver, size)
    driver.begin()
    driver.settle()
    columns = driver.page.card.columns

    assert (columns.right.x() > columns.left.x()) is beside
    assert (columns.right.y() > columns.left.y()) is not beside


def test_a_card_that_is_too_high_is_scrolled_by_keys(driver: Driver) -> None:
    driver.add("Litware AI", 17, posting=posting(), notes="a\nb\nc\nd")
    fitted(driver, LOW)
    driver.begin()
    driver.settle()
    before = driver.page.card.mapTo(driver.page, QPoint()).y()

    driver.presses(Qt.Key.Key_PageDown)

    assert driver.page.card.mapTo(driver.page, QPoint()).y() < before
    assert driver.at.startswith("Litware AI")


def test_what_is_known_of_the_next_item_is_there_before_the_key_comes_up(driver: Driver) -> None:
    driver.add("First", 40)
    driver.add("Second", 30, notes="Ana decides.", deadline=TODAY)
    driver.begin()
    assert not driver.sees("Ana decides.")

    QTest.keyClick(hearing(), Qt.Key.Key_K)

    assert driver.sees("Second")
    assert driver.sees("Ana decides."), "without the workspace having been asked again"
    driver.settle()
    assert driver.sees("Ana decides.")


def test_of_an_item_nothing_is_left_from_the_one_before(driver: Driver) -> None:
    driver.add("First", 40, notes="Ana decides.", location="Austin")
    driver.add("Second", 30)
    driver.begin()
    assert driver.sees("Ana decides.")

    driver.presses(Qt.Key.Key_Right)

    assert not driver.sees("Ana decides.")
    assert not driver.sees("Austin")


def test_what_is_read_aloud_beside_the_name_is_short(driver: Driver) -> None:
    driver.add("Litware AI", 17, notes="w " * 500, posting=posting())
    driver.begin()

    assert driver.page.card.accessibleDescription() == "Last contact: Thu 5 Nov, Applied"
