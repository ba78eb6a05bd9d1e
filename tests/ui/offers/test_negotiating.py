"""The negotiation sheet: figures, reasons, the warning, and its page."""

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.offers.conftest import Driver

from jobtracker.ui.features.offers.negotiation_presenter import NegotiationSheets
from jobtracker.ui.features.offers.negotiation_sheet import NegotiationSheet


def opened(person: Driver, key: int) -> NegotiationSheet:
    person.negotiating.open(key)
    person.wait(lambda: person.negotiating.sheet is not None)
    assert person.negotiating.sheet is not None
    return person.negotiating.sheet


def test_a_target_that_is_typed_makes_a_target_role(person: Driver) -> None:
    sheet = opened(person, person.add("Acme", "$120K - $140K"))

    sheet.aims["target"].setFocus()
    QTest.keyClicks(sheet.aims["target"], "$150,000 a year")
    QTest.keyClick(sheet.aims["target"], Qt.Key.Key_Return)

    person.wait(lambda: sheet.aims["target"].value() == "$150,000 a year")
    person.wait(lambda: len(person.ask(person.space.targets.all)) == 1)
    assert person.ask(person.space.targets.all)[0].target == 15_000_000


def test_an_aim_that_cannot_be_is_said_under_its_field(person: Driver) -> None:
    sheet = opened(person, person.add("Acme"))

    sheet.aims["floor"].setText("lots")
    QTest.keyClick(sheet.aims["floor"], Qt.Key.Key_Return)

    person.wait(lambda: "no single amount" in sheet.fields["floor"].error)
    assert sheet.aims["floor"].text() == "lots"


def test_another_number_than_last_time_is_warned_about(person: Driver) -> None:
    key = person.add("Acme")
    person.ask(lambda: person.space.pay_facts.add(key, "stated", "$140,000 a year"))
    sheet = opened(person, key)

    QTest.keyClicks(sheet.about_to, "$150,000 a year")

    person.wait(lambda: sheet.about_field.error.startswith("You named $140,000 a year"))


def test_reasons_are_kept_and_stand_on_the_page(person: Driver, tmp_path: Path) -> None:
    key = person.add("Acme", "$120K - $140K")
    sheet = opened(person, key)
    QTest.keyClicks(sheet.own, "Led the migration")
    posting = sheet.boxes[0]
    assert posting.words == "The posting says $120,000 – $140,000 a year."
    posting.box.click()

    person.negotiating.save(tmp_path / "page.pdf")
    person.wait(lambda: person.toasts == ["Negotiation sheet saved as page.pdf"])
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    person.wait(lambda: person.negotiating.sheet is None)

    page = "".join(one.extract_text() for one in PdfReader(tmp_path / "page.pdf").pages)
    assert "Led the migration" in page
    assert "The posting says" not in page
    again = opened(person, key)
    assert again.own.toPlainText() == "Led the migration"
    assert not again.boxes[0].is_on


def test_a_file_that_is_no_pdf_is_left_alone(person: Driver, tmp_path: Path) -> None:
    problems: list[Exception] = []
    person.commander.problems.subscribe(problems.append)
    opened(person, person.add("Acme"))
    path = tmp_path / "mine.pdf"
    path.write_text("not a PDF at all")

    person.negotiating.save(path)

    person.wait(lambda: bool(problems))
    assert path.read_text() == "not a PDF at all"


def test_escape_while_reasons_are_typed_keeps_them(person: Driver) -> None:
    key = person.add("Acme")
    sheet = opened(person, key)
    QTest.keyClicks(sheet.own, "Led the migration")

    QTest.keyClick(sheet.own, Qt.Key.Key_Escape)
    person.wait(lambda: person.negotiating.sheet is None)

    assert opened(person, key).own.toPlainText() == "Led the migration"


def test_reasons_that_are_left_are_a_step_of_undo(person: Driver) -> None:
    key = person.add("Acme")
    sheet = opened(person, key)
    QTest.keyClicks(sheet.own, "Led the migration")
    sheet.about_to.setFocus()
    person.wait(lambda: person.ask(lambda: person.space.negotiation.arguments(key)).own != "")

    person.commander.change(person.space.history.undo)

    person.wait(lambda: sheet.own.toPlainText() == "")


def test_reasons_that_could_not_be_stored_stay_in_their_field(person: Driver) -> None:
    problems: list[Exception] = []
    person.commander.problems.subscribe(problems.append)
    key = person.add("Acme")
    sheet = opened(person, key)
    person.ask(lambda: person.space.applications.remove(key))
    QTest.keyClicks(sheet.own, "Led the migration")

    sheet.about_to.setFocus()

    person.wait(lambda: bool(problems))
    assert sheet.own.toPlainText() == "Led the migration"
    assert sheet.own.is_unsaved


def test_figures_that_were_being_typed_come_back(person: Driver) -> None:
    key = person.add("Acme")
    sheet = opened(person, key)
    QTest.keyClicks(sheet.aims["floor"], "$130,0")
    QTest.keyClicks(sheet.about_to, "150k")
    person.negotiating.flush()

    again = NegotiationSheets(*person.around)
    sheet.hide()
    again.open(key)
    person.wait(lambda: again.sheet is not None)

    assert again.sheet is not None
    assert again.sheet.aims["floor"].text() == "$130,0"
    assert again.sheet.about_to.text() == "150k"
