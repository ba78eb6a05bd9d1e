"""A letter that was sent stays what it was; its words may serve again."""

import hashlib
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.support.clock import FakeClock
from tests.support.workspaces import state, undone_and_redone

from jobtracker.domain.errors import BlockedByGateError, InvalidInputError
from jobtracker.domain.events import EventKind, sentence
from jobtracker.domain.letter_looks import LetterLook, PageStyle
from jobtracker.domain.letter_parts import Part
from jobtracker.domain.letter_versions import VersionKind
from jobtracker.services.workspace import Workspace

pytestmark = pytest.mark.usefixtures("qapp")

READY = """Dear Hiring Manager,

I would like to join {{ company }} as {{ role }}. I wrote this on {{ date }}.

Best regards,
Alex Morgan"""

Write = Callable[..., int]


@pytest.fixture
def write(workspace: Workspace) -> Write:
    """Stores an application and its letter; the letter's id."""

    def store(letter: str = READY, company: str = "Acme", role: str = "Developer") -> int:
        application = workspace.applications.add({"company": company, "role": role}).value
        key = workspace.letters.draft(application, "Short").value
        workspace.letters.set_text(key, letter)
        return key

    return store


def composed(workspace: Workspace, letter: int) -> str:
    return workspace.letters.view(letter).composed().text


def log(workspace: Workspace, letter: int) -> list[tuple[str, date]]:
    application = workspace.letters.view(letter).application_id
    events = workspace.applications.view(application).events
    return [(sentence(one), one.on) for one in events if one.kind is EventKind.LETTER]


def test_sent_is_logged_and_kept_with_its_pdf(workspace: Workspace, write: Write) -> None:
    letter = write()

    done = workspace.letters.sent(letter, date(2026, 11, 20))

    assert done.label == "mark letter as sent"
    version = workspace.letters.versions(letter)[0]
    assert (version.number, version.kind) == (done.value, VersionKind.SENT)
    assert log(workspace, letter) == [("Letter sent", date(2026, 11, 20))]
    application = workspace.applications.view(workspace.letters.view(letter).application_id)
    (document,) = application.documents
    content = workspace.documents.contents(document.id)
    assert document.sent_on == date(2026, 11, 20)
    assert content.startswith(b"%PDF-")
    assert version.pdf_hash == hashlib.sha256(content).hexdigest()
    assert [line.sent_on for line in application.letters] == [date(2026, 11, 20)]
    assert workspace.letters.listed()[0].sent_on == date(2026, 11, 20)
    assert workspace.checking.check().problems == ()


def test_sending_can_be_undone(workspace: Workspace, write: Write) -> None:
    letter = write()
    undone_and_redone(workspace, lambda w: w.letters.sent(letter))


def test_a_letter_sent_once_says_the_same_for_ever(
    workspace: Workspace, write: Write, clock: FakeClock
) -> None:
    letter = write()
    workspace.letters.save(letter, frame={Part.SUBJECT: "{{ role }} at {{ company }}"})
    workspace.letters.sent(letter)
    before = composed(workspace, letter)
    key = workspace.letters.view(letter).application_id

    clock.advance(timedelta(days=9))
    workspace.applications.edit(key, {"company": "Globex", "role": "Cook"})

    assert composed(workspace, letter) == before
    assert "Developer at Acme" in before
    assert "22 November 2026" in before


def test_what_was_exported_and_not_changed_since_is_what_was_sent(
    workspace: Workspace, write: Write, clock: FakeClock, tmp_path: Path
) -> None:
    letter, file = write(), tmp_path / "Acme.pdf"
    look = LetterLook(PageStyle.MODERN)
    workspace.letter_exports.export(letter, file, look=look)
    clock.advance(timedelta(days=2))

    workspace.letters.sent(letter)

    application = workspace.applications.view(workspace.letters.view(letter).application_id)
    ((name, on),) = [(one.name, one.sent_on) for one in application.documents]
    assert (name, on) == ("Acme.pdf", date(2026, 11, 24))
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    assert workspace.letters.versions(letter)[0].pdf_hash == digest
    assert workspace.letters.view(letter).look == look
    assert "22 November 2026" in composed(workspace, letter), "the day it was exported"
    assert len(log(workspace, letter)) == 1


def test_the_call_card_shows_what_was_sent(
    workspace: Workspace, write: Write, tmp_path: Path
) -> None:
    letter = write()
    workspace.letter_exports.export(letter, tmp_path / "first.pdf")
    workspace.letters.set_text(letter, READY.replace("like", "love"))
    workspace.letters.sent(letter)

    card = workspace.phone.card(workspace.letters.view(letter).application_id)

    ((words),) = [one.text for one in card.letters]
    assert "I would love to join Acme as Developer" in words
    assert card.documents == () or all("first" in one.name for one in card.documents)


def test_a_blocked_letter_is_not_sent_without_a_reason(workspace: Workspace, write: Write) -> None:
    letter = write("[Company] is meant to stand here")
    before = state(workspace)

    with pytest.raises(BlockedByGateError, match="was not marked as sent"):
        workspace.letters.sent(letter)
    assert state(workspace) == before

    workspace.letters.sent(letter, override=" they ask for it ")
    assert workspace.letters.versions(letter)[0].reason == "they ask for it"


def test_a_letter_let_out_for_a_reason_needs_no_second_one(
    workspace: Workspace, write: Write, tmp_path: Path
) -> None:
    letter = write("[Company] is meant to stand here")
    workspace.letter_exports.export(letter, tmp_path / "a.pdf", override="they ask for it")

    workspace.letters.sent(letter)

    assert [one.reason for one in workspace.letters.versions(letter)][:2] == 2 * ["they ask for it"]


def test_a_letter_is_sent_once_and_not_in_the_future(workspace: Workspace, write: Write) -> None:
    letter = write()
    with pytest.raises(InvalidInputError):
        workspace.letters.sent(letter, date(2026, 11, 23))

    workspace.letters.sent(letter)

    with pytest.raises(InvalidInputError, match="was sent on 22 November 2026 already"):
        workspace.letters.sent(letter)


def test_editing_a_sent_letter_begins_a_new_draft(workspace: Workspace, write: Write) -> None:
    letter = write()
    workspace.letters.sent(letter)
    before = workspace.letters.view(letter), workspace.letters.versions(letter)

    draft = workspace.letters.save(letter, READY.replace("like", "love")).value
    hidden = workspace.letters.hide(letter, Part.SENDER, True).value
    restored = workspace.letters.restore(letter, 1).value

    assert len({letter, draft, hidden, restored}) == 4
    assert (workspace.letters.view(letter), workspace.letters.versions(letter)) == before
    view = workspace.letters.view(draft)
    assert view.sent_on is None
    assert "love to join" in view.text
    assert workspace.letters.save(letter, READY).value == letter, "it says so already"


def test_the_bytes_of_a_sent_letter_outlive_its_document(
    workspace: Workspace, write: Write
) -> None:
    letter = write()
    workspace.letters.sent(letter)
    key = workspace.letters.view(letter).application_id
    (document,) = workspace.applications.view(key).documents
    with workspace.database.write("forget", journalled=False) as step:
        step.session.execute(text("DELETE FROM journal_step"))

    workspace.documents.remove(document.id)
    other = workspace.documents.add(key, Path(__file__)).value
    workspace.documents.remove(other)

    with workspace.database.read() as session:
        hashes = set(session.execute(text("SELECT hash FROM blob")).scalars())
    assert workspace.letters.versions(letter)[0].pdf_hash in hashes


def test_a_copy_for_another_application_lists_what_still_names_the_old_one(
    workspace: Workspace, write: Write
) -> None:
    letter = write(
        "Dear Hiring Manager,\n\nI like Acme, and {{ company }}. {{ achievement }}, yes."
    )
    workspace.letters.set_values(letter, {"achievement": "I mended robots", "company": "Acme Inc"})
    globex = workspace.applications.add({"company": "Globex", "role": "Cook"}).value

    copied = workspace.letters.duplicate(letter, globex)

    assert copied.label == "duplicate letter"
    view = workspace.letters.view(copied.value.id)
    whole = view.composed().text
    assert "I like Acme, and Globex. I mended robots, yes." in whole
    taken, stayed, *found = copied.value.to_change
    assert taken == ("Company was taken out", "Acme Inc", 0, 0)
    assert stayed[:2] == ("Achievement was typed for Acme: look at it", "I mended robots")
    assert whole[stayed.start : stayed.end] == "I mended robots"
    places = [(one.what, whole[one.start : one.end]) for one in found]
    assert ("Another company", "Acme") in places
    assert tuple(found) == workspace.letters.to_change(copied.value.id)
    assert workspace.letters.view(letter).typed["company"] == "Acme Inc"


def test_what_was_typed_about_one_company_is_not_said_to_another(
    workspace: Workspace, write: Write
) -> None:
    letter = write(
        "Dear Hiring Manager,\n\n{{ company }}: {{ reason_for_company }}, {{ company_product }},"
        " {{ referrer }}, {{ start_date }}. {{ your_phone }}"
    )
    about_acme = {
        "reason_for_company": "your robots are kind",
        "company_product": "the Mark IV",
        "referrer": "Bo Lee",
    }
    own = {"start_date": "1 March 2027", "your_phone": "555"}
    workspace.letters.set_values(letter, {**about_acme, **own})
    globex = workspace.applications.add({"company": "Globex", "role": "Cook"}).value

    copied = workspace.letters.duplicate(letter, globex).value

    assert workspace.letters.view(copied.id).typed == own
    assert [(one.what, one.text) for one in copied.to_change[:4]] == [
        ("Reason for company was taken out", "your robots are kind"),
        ("Company product was taken out", "the Mark IV"),
        ("Referrer was taken out", "Bo Lee"),
        ("Start date was typed for Acme: look at it", "1 March 2027"),
    ]


def test_a_copy_for_the_same_application_keeps_all(workspace: Workspace, write: Write) -> None:
    letter = write()
    workspace.letters.set_values(letter, {"company": "Acme Inc"})
    application = workspace.letters.view(letter).application_id

    copied = workspace.letters.duplicate(letter, application).value

    assert composed(workspace, copied.id) == composed(workspace, letter)
    assert copied.to_change == ()


def test_a_copy_can_be_undone(workspace: Workspace, write: Write) -> None:
    letter = write()
    globex = workspace.applications.add({"company": "Globex", "role": "Cook"}).value

    undone_and_redone(workspace, lambda w: w.letters.duplicate(letter, globex))
