"""What was named as pay stands in the pane with its day; another number is warned about."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from tests.ui.applications.detail import Detail

from jobtracker.domain.packages import Package
from jobtracker.domain.pay import Pay, Period
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.applications.detail.pay_section import FEW, PaySection

BASE = Pay(150_000_00, 150_000_00, "USD", Period.YEAR, "150k USD")


@pytest.fixture
def acme(workspace: Workspace) -> int:
    return workspace.applications.add({"company": "Acme", "role": "Welder"}).value


def shown(detail: Detail, application: int) -> PaySection:
    detail.select(application)
    detail.settle()  # the timeline is read once the pane is there
    return detail.the.parts.overview.pay


def headings(pay: PaySection) -> list[str]:
    return [line.heading for line in pay.timeline.lines]


def test_a_figure_is_typed_and_stands_on_the_timeline(
    detail: Detail, acme: int, workspace: Workspace
) -> None:
    pay = shown(detail, acme)
    detail.click(pay.add)

    detail.type_into(pay.entry.fields["amount"], "$150k a year")
    assert "Understood as $150,000 a year" in pay.entry.note.text()
    detail.type_into(pay.entry.fields["who"], "Dana")
    detail.enter(pay.entry.fields["how"], "phone")

    assert headings(pay) == ["You said $150,000 a year"]
    assert pay.timeline.lines[0].text == "Dana, phone"
    (fact,) = workspace.pay_facts.of(acme)
    assert (fact.who, fact.how) == ("Dana", "phone")
    assert not pay.entry.isVisible()
    assert pay.texts[acme] == ""


def test_another_number_than_last_time_is_warned_of_and_stored_all_the_same(
    detail: Detail, acme: int, workspace: Workspace
) -> None:
    day = detail.today
    workspace.pay_facts.add(acme, "stated", "$150k a year", day, who="Dana", how="phone")
    pay = shown(detail, acme)
    detail.click(pay.add)

    detail.type_into(pay.entry.fields["amount"], "$140k a year")
    detail.settle()
    warned = pay.entry.warning.text()
    detail.key(Qt.Key.Key_Return, on=pay.entry.fields["amount"])

    assert warned.startswith("You named $150,000 a year on ")
    assert "(Dana, phone); this is $140,000 a year" in warned
    assert len(workspace.pay_facts.of(acme)) == 2


def test_a_text_without_an_amount_stays_with_the_reason(
    detail: Detail, acme: int, workspace: Workspace
) -> None:
    pay = shown(detail, acme)
    detail.click(pay.add)

    detail.enter(pay.entry.fields["amount"], "lots")

    assert "No amount is found" in pay.entry.note.text()
    assert pay.entry.fields["amount"].text() == "lots"
    assert workspace.pay_facts.of(acme) == []


def test_what_is_typed_of_one_application_is_there_when_one_comes_back(
    detail: Detail, acme: int, workspace: Workspace
) -> None:
    other = workspace.applications.add({"company": "Contoso", "role": "Cook"}).value
    pay = shown(detail, acme)
    detail.click(pay.add)
    detail.type_into(pay.entry.fields["amount"], "140k")

    detail.select(other)
    assert not pay.entry.isVisible()
    detail.select(acme)

    assert pay.entry.isVisible()
    assert pay.entry.fields["amount"].text() == "140k"


def test_a_figure_is_corrected_and_taken_away_with_undo(
    detail: Detail, acme: int, workspace: Workspace
) -> None:
    workspace.pay_facts.add(acme, "verbal", "$120k a year", detail.today, who="Dana")
    pay = shown(detail, acme)

    pay.timeline.fill(pay.timeline.lines[0])
    pay.timeline.menu.actions()[0].trigger()
    detail.enter(pay.entry.fields["amount"], "$125k a year")
    assert headings(pay) == ["They said $125,000 a year"]

    pay.timeline.menu.clear()
    pay.timeline.fill(pay.timeline.lines[0])
    pay.timeline.menu.actions()[1].trigger()
    detail.settle()
    assert workspace.pay_facts.of(acme) == []
    detail.commander.change(workspace.history.undo, owner=detail)
    detail.settle()
    assert headings(pay) == ["They said $125,000 a year"]


def test_what_is_posted_asked_and_offered_stands_on_the_same_line_of_time(
    detail: Detail, workspace: Workspace
) -> None:
    key = workspace.applications.add(
        {"company": "Acme", "role": "Welder", "pay": "$120k-140k a year", "ask": "$150k a year"}
    ).value
    today = detail.today
    deadline = date.fromordinal(today.toordinal() + 5)
    workspace.offers.add(key, Package(BASE), received_on=today, deadline=deadline)
    workspace.offers.add(key, Package(BASE), what_if=True)
    pay = shown(detail, key)

    said = headings(pay)
    assert said.count("They offered $150,000 a year") == 1
    assert "You ask for $150,000 a year" in said
    assert any(one.startswith("Posted $120,000") for one in said)
    (offer,) = [line for line in pay.timeline.lines if line.offer]
    assert offer.text.endswith("5 days left")
    assert workspace.pay_facts.of(key) == []


def test_escape_puts_the_form_away_and_keeps_what_was_typed(detail: Detail, acme: int) -> None:
    pay = shown(detail, acme)
    detail.click(pay.add)
    detail.type_into(pay.entry.fields["amount"], "140k")

    QTest.keyClick(pay.entry.fields["amount"], Qt.Key.Key_Escape)
    assert not pay.entry.isVisible()
    assert pay.add.hasFocus()
    detail.click(pay.add)

    assert pay.entry.fields["amount"].text() == "140k"


def test_the_form_is_all_in_sight_and_so_is_where_the_keyboard_goes_back_to(
    detail: Detail, workspace: Workspace
) -> None:
    more = {
        "location": "Austin",
        "country": "US",
        "source": "Company site",
        "tags": "iron, welding",
    }
    key = workspace.applications.add({"company": "Acme", "role": "Welder", **more}).value  # type: ignore[typeddict-item]
    for number in range(4):
        workspace.pay_facts.add(key, "verbal", f"$12{number}k a year", detail.today)
    pay = shown(detail, key)
    overview = detail.the.parts.overview

    detail.click(pay.add)
    detail.settle()
    assert seen_in(overview, pay.entry)
    QTest.keyClick(pay.entry.fields["amount"], Qt.Key.Key_Escape)
    detail.settle()

    assert pay.add.hasFocus()
    assert seen_in(overview, pay.add)


def seen_in(pane: QScrollArea, widget: QWidget) -> bool:
    """Whether all of a widget is in the part of the pane that can be seen."""
    top = widget.mapTo(pane.viewport(), QPoint()).y()
    return 0 <= top <= top + widget.height() <= pane.viewport().height()


def test_a_long_timeline_shows_the_newest_until_all_are_asked_for(
    detail: Detail, acme: int, workspace: Workspace
) -> None:
    for number in range(FEW + 2):
        day = date.fromordinal(detail.today.toordinal() - number)
        workspace.pay_facts.add(acme, "verbal", f"${120 - number}k a year", day)
    pay = shown(detail, acme)

    assert headings(pay)[0] == "They said $120,000 a year"
    assert len(headings(pay)) == FEW
    assert pay.all_button.text() == f"Show all {FEW + 2}"
    detail.click(pay.all_button)

    assert len(headings(pay)) == FEW + 2
    assert pay.all_button.text() == "Show fewer"


def test_tab_goes_through_the_form_and_on_to_the_lines(
    detail: Detail, acme: int, workspace: Workspace
) -> None:
    workspace.pay_facts.add(acme, "verbal", "$120k a year", detail.today)
    pay = shown(detail, acme)
    detail.click(pay.add)
    been = []
    for _ in range(8):
        focused = QApplication.focusWidget()
        assert focused is not None
        been.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    fields = [f"{name} of the pay" for name in ("Amount", "Day", "Who", "How", "Note")]
    assert been == [*fields, "Cancel", "Add", "Pay timeline"]


def test_the_same_figure_by_another_period_is_nothing_to_warn_of(
    detail: Detail, acme: int, workspace: Workspace
) -> None:
    workspace.pay_facts.add(acme, "stated", "$104,000 a year", detail.today)
    pay = shown(detail, acme)
    detail.click(pay.add)

    detail.type_into(pay.entry.fields["amount"], "$50 an hour")
    detail.settle()
    assert not pay.entry.warning.isVisible()
    detail.type_into(pay.entry.fields["amount"], "$51 an hour")
    detail.settle()

    assert "$104,000 a year" in pay.entry.warning.text()
    assert "$51.00 an hour" in pay.entry.warning.text()


def test_a_figure_in_another_currency_is_told_beside_the_one_that_was_named(
    detail: Detail, acme: int, workspace: Workspace
) -> None:
    workspace.pay_facts.add(acme, "stated", "$104,000 a year", detail.today)
    pay = shown(detail, acme)
    detail.click(pay.add)

    detail.type_into(pay.entry.fields["amount"], "104,000 EUR a year")
    detail.settle()

    assert "$104,000 a year" in pay.entry.warning.text()
    assert "this is €104,000 a year" in pay.entry.warning.text()
    assert "higher" not in pay.entry.warning.text()
    assert "another currency" in pay.entry.warning.text()


def test_an_amount_without_a_currency_says_in_which_it_counts(detail: Detail, acme: int) -> None:
    pay = shown(detail, acme)
    detail.click(pay.add)

    detail.type_into(pay.entry.fields["amount"], "150k")

    assert pay.entry.note.text().endswith("in the posting's currency")
