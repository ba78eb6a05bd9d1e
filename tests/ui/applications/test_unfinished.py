"""What was being typed when the program was killed is there again at the next start."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from shiboken6 import delete
from tests.ui.applications.conftest import Desk

from jobtracker.domain.pay_facts import FactKind
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.applications.detail.contract import INTERVIEWS
from jobtracker.ui.features.applications.detail.pane import DetailPane
from jobtracker.ui.features.applications.detail.pane_parts import POSTING
from jobtracker.ui.features.applications.detail.pay_draft import PayDraft
from jobtracker.ui.features.applications.detail.unfinished import PAY
from jobtracker.ui.runtime import drafts
from jobtracker.ui.runtime.drafts import SOON_MS, drafts_on

pytestmark = pytest.mark.usefixtures("undressed")

Open = Callable[[], Desk]
Ids = dict[str, int]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _short_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pause of the hands counts sooner than for a person."""
    monkeypatch.setattr(drafts, "MOST_MS", SOON_MS)


def rest(desk: Desk) -> None:
    """Take the hands off the keyboard for a moment."""
    QTest.qWait(SOON_MS + 100)
    desk.settle()


def restarted(desk: Desk, anew: Open, application: int) -> Desk:
    """The program started again on the file that it would leave behind if it were killed now."""
    left = desk.workspace.drafts.all()
    desk.key(Qt.Key.Key_Escape)
    rest(desk)
    assert desk.workspace.drafts.all() == {}
    desk.workspace.drafts.keep(left)
    delete(drafts_on(desk.commander, desk.workspace.drafts))  # it ends with the program
    again = anew()
    again.select(application)
    return again


def fields(pane: DetailPane) -> dict[str, QWidget]:
    pane.parts.open(POSTING)
    overview = pane.parts.overview
    return {
        "note": overview.activity.note,
        "notes": overview.notes,
        "role": pane.head.title,
        "next_action": pane.head.next_action.action,
        "next_action_on": pane.head.next_action.day,
        "posting": pane.parts.posting.editor,
    }


@pytest.mark.parametrize(
    "field", ["note", "notes", "role", "next_action", "next_action_on", "posting"]
)
def test_a_field_that_was_being_typed_in_comes_back(
    desk: Open, some: Ids, workspace: Workspace, field: str
) -> None:
    opened = desk()
    opened.select(some["acme"])
    editor = fields(opened.pane)[field]
    editor.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClicks(editor, "spoke to Ada")
    typed = editor.value()  # type: ignore[attr-defined]  # every field has one
    rest(opened)

    assert workspace.drafts.all() == {f"application/{some['acme']}/{field}": typed}
    again = restarted(opened, desk, some["acme"])

    assert fields(again.pane)[field].value() == typed  # type: ignore[attr-defined]


def test_a_text_that_came_back_stays_through_a_refresh_and_is_stored_when_one_moves_on(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    workspace.drafts.keep({f"application/{some['acme']}/note": "spoke to Ada"})
    opened = desk()
    opened.select(some["acme"])
    workspace.applications.edit(some["acme"], {"location": "Lyon"})
    opened.presenter.refresh()
    assert opened.presenter.detail is not None
    opened.presenter.detail.refresh()
    opened.settle()
    assert opened.pane.parts.overview.activity.note.text() == "spoke to Ada"

    opened.select(some["litware"])
    rest(opened)

    texts = [event.text for event in workspace.applications.view(some["acme"]).events]
    assert "spoke to Ada" in texts
    assert workspace.drafts.all() == {}
    assert opened.pane.parts.overview.activity.note.text() == ""


def test_what_was_stored_or_taken_back_is_kept_no_longer(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    opened = desk()
    opened.select(some["acme"])
    note = opened.pane.parts.overview.activity.note
    opened.type_into(note, "spoke to Ada")
    rest(opened)
    assert workspace.drafts.all()

    opened.key(Qt.Key.Key_Return, on=note)
    rest(opened)
    assert workspace.drafts.all() == {}

    opened.type_into(note, "and to Bo")
    rest(opened)
    assert workspace.drafts.all()
    opened.key(Qt.Key.Key_Escape, on=note)
    rest(opened)
    assert workspace.drafts.all() == {}


def test_the_notes_of_an_interview_come_back(desk: Open, some: Ids, workspace: Workspace) -> None:
    interview = workspace.interviews.add(some["acme"], {"starts": "2026-12-01T10:00"}).value
    opened = desk()
    opened.select(some["acme"])
    opened.pane.parts.open(INTERVIEWS)
    card = opened.pane.parts.cards(INTERVIEWS).card(interview)
    assert card is not None
    card.facts.reveal("preparation")
    QTest.keyClicks(opened.window.focusWidget(), "read the paper")
    rest(opened)
    assert workspace.drafts.all()

    again = restarted(opened, desk, some["acme"])
    again.pane.parts.open(INTERVIEWS)

    card = again.pane.parts.cards(INTERVIEWS).card(interview)
    assert card is not None
    shown = [one.value() for one in card.findChildren(type(again.pane.parts.overview.notes))]
    assert "read the paper" in shown


def test_the_add_sheet_comes_back_as_it_was(desk: Open, workspace: Workspace) -> None:
    opened = desk()
    opened.key(Qt.Key.Key_N, CONTROL)
    QTest.keyClicks(opened.window.focusWidget(), "Gardener")
    rest(opened)

    again = desk()
    again.key(Qt.Key.Key_N, CONTROL)
    sheet = again.add_sheet
    assert sheet is not None
    assert sheet.form.texts["role"].text() == "Gardener"

    sheet.form.texts["company"].setText("Acme")
    again.key(Qt.Key.Key_Return, CONTROL)
    rest(again)
    assert workspace.drafts.all() == {}


def test_the_figure_that_was_being_typed_comes_back_with_its_warning_and_goes_once_it_is_added(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    workspace.pay_facts.add(some["acme"], "stated", "$150k a year")
    opened = desk()
    opened.select(some["acme"])
    opened.settle()
    pay = opened.pane.parts.overview.pay
    pay.open_entry()
    QTest.keyClicks(pay.entry.fields["amount"], "$140k a year")
    QTest.keyClicks(pay.entry.fields["who"], "Dana")
    rest(opened)
    left = workspace.drafts.all()

    assert list(left) == [f"application/{some['acme']}/{PAY}"]
    again = desk()
    again.select(some["acme"])
    again.settle()
    back = again.pane.parts.overview.pay

    assert back.entry.isVisible()
    assert back.entry.fields["amount"].text() == "$140k a year"
    assert back.entry.fields["who"].text() == "Dana"
    assert back.entry.warning.text().startswith("You named $150,000 a year")
    back.entry.accept()
    again.settle()
    rest(again)
    assert [fact.who for fact in workspace.pay_facts.of(some["acme"])] == ["", "Dana"]
    assert workspace.drafts.all() == {}


def test_a_correction_that_was_being_typed_comes_back_as_one(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    key = workspace.pay_facts.add(some["acme"], "verbal", "$150k a year").value
    texts = {"amount": "$152k a year", "day": "today", "who": "", "how": "", "note": ""}
    kept = PayDraft(key, FactKind.VERBAL, texts).as_text()
    workspace.drafts.keep({f"application/{some['acme']}/{PAY}": kept})

    opened = desk()
    opened.select(some["acme"])
    opened.settle()
    entry = opened.pane.parts.overview.pay.entry
    assert entry.isVisible()
    assert entry.save.text() == "Save"
    entry.accept()
    opened.settle()

    (fact,) = workspace.pay_facts.of(some["acme"])
    assert (fact.id, fact.pay.low) == (key, 152_000_00)
