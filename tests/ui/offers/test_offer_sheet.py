"""Typing an offer: what is understood, what it comes to, what is kept."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from tests.ui.offers.conftest import Driver

from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.stages import Stage
from jobtracker.domain.target_roles import TargetRole
from jobtracker.ui.features.offers.contract import Start, Wish
from jobtracker.ui.features.offers.offer_sheet import OfferSheet


def edit(sheet: OfferSheet, name: str) -> QLineEdit:
    editor = sheet.form.fields[name].editor
    assert isinstance(editor, QLineEdit)
    return editor


def words(sheet: OfferSheet) -> list[str]:
    return [one.text() for one in sheet.totals.findChildren(QLabel) if not one.isHidden()]


def test_what_is_typed_is_understood_and_counted_at_once(person: Driver) -> None:
    sheet = person.opens(Wish(what_if=True))

    QTest.keyClicks(edit(sheet, "base"), "$65/h")
    edit(sheet, "bonus").setText("10 %")
    edit(sheet, "commute").setText("60")

    hint = sheet.form.fields["base"].editor.accessibleDescription()
    assert hint.startswith("Understood as $65.00 an hour")
    assert "$135,200 a year at 40 hours and 52 weeks" in hint
    assert "First year $148,720, Steady year $148,720, Guaranteed $135,200" in (
        sheet.totals.accessibleName()
    )
    assert "10 % of the base pay, target, not guaranteed" in words(sheet)
    assert any(one.startswith("Steady year an hour") for one in words(sheet))


def test_an_offer_is_saved_by_ctrl_enter_as_one_step_of_undo(person: Driver) -> None:
    key = person.add("Acme", "$120K - $140K")
    sheet = person.opens(Wish(application_id=key))
    edit(sheet, "base").setText("128000")
    edit(sheet, "deadline").setText("+3")
    edit(sheet, "sign-on").setText("15k")

    person.saves(sheet)
    person.wait(lambda: person.offers.sheet is None)

    (record,) = person.ask(lambda: person.space.offers.of(key))
    assert record.package.base.currency == "USD"
    assert record.package.sign_on is not None
    assert record.package.sign_on.amount == 1_500_000
    assert not record.what_if
    person.ask(person.space.history.undo)
    assert person.ask(lambda: person.space.offers.of(key)) == []


def test_what_cannot_be_is_said_under_its_field_and_nothing_is_lost(person: Driver) -> None:
    sheet = person.opens(Wish(what_if=True))
    edit(sheet, "base").setText("$128000")
    edit(sheet, "schedule").setText("50/60")
    edit(sheet, "equity").setText("60000")

    person.saves(sheet)

    assert "add up to 100" in sheet.form.fields["schedule"].error
    assert edit(sheet, "schedule").text() == "50/60"
    assert edit(sheet, "schedule").isVisible()
    assert person.ask(person.space.offers.every) == []


def test_a_draft_outlives_the_sheet_and_can_be_given_up(person: Driver) -> None:
    sheet = person.opens(Wish(what_if=True))
    edit(sheet, "base").setText("$99,000")
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    person.wait(lambda: person.offers.sheet is None)

    again = person.opens(Wish(what_if=True))
    assert edit(again, "base").text() == "$99,000"
    assert again.kept.text() == "This is what you typed before."

    again.over.click()
    assert edit(again, "base").text() == ""


def test_a_what_if_begins_as_an_offer_and_leaves_it_alone(person: Driver) -> None:
    key = person.add("Acme", "$120K - $140K")
    sheet = person.opens(Wish(application_id=key))
    edit(sheet, "base").setText("128000")
    edit(sheet, "leave").setText("25")
    person.saves(sheet)
    person.wait(lambda: person.offers.sheet is None)
    (made,) = person.ask(lambda: person.space.offers.of(key))

    trial = person.opens(Wish(Start.COPY, offer_id=made.id))
    assert edit(trial, "leave").text() == "25"
    edit(trial, "base").setText("140000")
    person.saves(trial)
    person.wait(lambda: person.offers.sheet is None)

    records = person.ask(lambda: person.space.offers.of(key))
    assert {(one.what_if, one.package.base.low) for one in records} == {
        (False, 12_800_000),
        (True, 14_000_000),
    }


def test_editing_an_offer_shows_and_changes_it(person: Driver) -> None:
    key = person.add("Acme", "$120K - $140K")
    sheet = person.opens(Wish(application_id=key))
    edit(sheet, "base").setText("128000")
    person.saves(sheet)
    person.wait(lambda: person.offers.sheet is None)
    (made,) = person.ask(lambda: person.space.offers.of(key))

    changing = person.opens(Wish(Start.EDIT, offer_id=made.id))
    assert edit(changing, "base").text() == "128000"
    edit(changing, "match").setText("50 % up to 6 %")
    person.saves(changing)
    person.wait(lambda: person.offers.sheet is None)

    (record,) = person.ask(lambda: person.space.offers.of(key))
    assert record.package.match is not None
    assert record.package.base == made.package.base


def test_a_pay_of_the_converter_stands_in_the_field(person: Driver) -> None:
    pay = Pay(6500, 6500, "USD", Period.HOUR)

    sheet = person.opens(Wish(what_if=True, pay=pay))

    assert edit(sheet, "base").text() == "$65.00 an hour"


def test_an_offer_opens_on_the_only_application_that_has_one(person: Driver) -> None:
    person.add("Contoso", "$90K")
    key = person.add("Acme", "$120K - $140K")
    person.ask(lambda: person.space.log.move(key, Stage.OFFER))

    sheet = person.opens(Wish())

    assert sheet.form.application.value() == key
    assert sheet.form.kind.currentText() == "Offer that was made"
    assert sheet.form.kind.isEnabled()


def test_without_a_likely_application_one_has_to_be_chosen(person: Driver) -> None:
    person.add("Acme", "$120K - $140K")
    person.add("Contoso", "$90K")
    sheet = person.opens(Wish())
    choice = sheet.form.application
    assert choice.value() is None
    assert choice.placeholderText() == "Choose the application"
    assert choice.itemText(choice.count() - 1) == "No application: a what-if"
    assert sheet.form.kind.currentText() == "Offer that was made"
    edit(sheet, "base").setText("128000")

    person.saves(sheet)

    assert "Choose the application" in choice.accessibleDescription()
    assert person.window.focusWidget() is choice or choice.hasFocus()
    assert person.ask(person.space.offers.every) == []


def test_a_what_if_stays_one_when_its_application_is_chosen(person: Driver) -> None:
    person.add("Acme", "$120K - $140K")
    sheet = person.opens(Wish(what_if=True))

    sheet.form.application.setCurrentIndex(0)
    sheet.form.application.activated.emit(0)

    assert sheet.form.kind.currentText() == "What-if"


def test_an_amount_alone_is_in_the_currency_of_the_posting_and_says_so(person: Driver) -> None:
    key = person.add("Acme", "€75K - €90K")
    sheet = person.opens(Wish(application_id=key))

    edit(sheet, "base").setText("82000")

    hint = sheet.form.fields["base"].editor.accessibleDescription()
    assert "€82,000 a year" in hint
    assert "taken as euros, like the posting" in hint
    assert "First year €82,000" in sheet.totals.accessibleName()


def test_an_amount_alone_without_an_application_is_in_that_of_the_target(person: Driver) -> None:
    role = TargetRole(
        title="Python Developer", target=9_000_000, currency="GBP", period=Period.YEAR
    )
    person.ask(lambda: person.space.targets.add(role))
    sheet = person.opens(Wish(what_if=True))

    edit(sheet, "base").setText("85000")

    hint = sheet.form.fields["base"].editor.accessibleDescription()
    assert "taken as pounds sterling, like your target" in hint
    assert "First year £85,000" in sheet.totals.accessibleName()


def test_an_amount_alone_where_nothing_names_a_currency_is_in_dollars(person: Driver) -> None:
    sheet = person.opens(Wish(what_if=True))

    edit(sheet, "base").setText("128000")

    assert "taken as US dollars" in sheet.form.fields["base"].editor.accessibleDescription()
    assert "First year $128,000" in sheet.totals.accessibleName()
    person.saves(sheet)
    person.wait(lambda: person.offers.sheet is None)
    (line,) = person.ask(person.space.offers.every)
    assert line.record.package.base.currency == "USD"
