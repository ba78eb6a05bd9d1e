from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.letters.conftest import Writer

from jobtracker.domain.letter_looks import PageStyle, Paper
from jobtracker.domain.letter_parts import FRAME, Part
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.letters.desk.parts_panel import PartRow
from jobtracker.ui.features.letters.writing.editor import LetterEditor

Open = Callable[[], Writer]
Write = Callable[..., int]
CONTROL = Qt.KeyboardModifier.ControlModifier
READY = "Dear team,\n\nI grow things for Wingtip Payments.\n\nKind regards,\n\nAda"


def shown_on_paper(opened: Writer) -> str:
    return opened.desk.preview.area.accessibleDescription()


def row(opened: Writer, part: Part) -> PartRow:
    return opened.desk.parts.panel.rows[part]


def text_of(opened: Writer, part: Part) -> LetterEditor:
    made = row(opened, part).text
    assert made is not None
    return made


def test_the_parts_stand_in_the_place_of_the_text_and_go_with_escape(
    writer: Open, write: Write
) -> None:
    write(text=READY)
    opened = writer()

    opened.desk.toolbar.parts.click()
    assert [part for part in Part if row(opened, part).isVisible()] == list(Part)
    assert not opened.editor.isVisible()
    assert row(opened, Part.SENDER).shown.hasFocus()
    opened.key(Qt.Key.Key_Escape)

    assert opened.editor.hasFocus()
    assert not opened.desk.toolbar.parts.isChecked()


def test_only_the_frame_has_texts_of_its_own(writer: Open, write: Write) -> None:
    write(text=READY)
    opened = writer()

    assert [part for part in Part if row(opened, part).text is not None] == list(FRAME)


def test_the_frame_is_shown_as_it_stands_on_the_letter(writer: Open, write: Write) -> None:
    write(text=READY)
    opened = writer()

    opened.desk.toolbar.parts.click()

    subject = row(opened, Part.SUBJECT)
    assert subject.finished.isVisible()
    assert "Gardener" in subject.finished.text()
    assert not text_of(opened, Part.SUBJECT).isVisible()
    shown = [row(opened, part).finished.text() for part in FRAME]
    assert not any("{{" in lines for lines in shown)


def test_a_part_is_left_out_and_shown_again(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write(text=READY)
    opened = writer()
    opened.desk.toolbar.parts.click()
    assert "Gardener" in shown_on_paper(opened)

    row(opened, Part.SUBJECT).shown.click()
    opened.settle()
    assert workspace.letters.view(letter).hidden == {Part.SUBJECT}
    assert "Gardener" not in shown_on_paper(opened)
    row(opened, Part.SUBJECT).shown.click()
    opened.settle()

    assert workspace.letters.view(letter).hidden == frozenset()
    assert "Gardener" in shown_on_paper(opened)


def test_a_text_of_the_frame_is_typed_saved_and_taken_back_by_emptying(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write(text=READY)
    opened = writer()
    usual = workspace.letters.view(letter).frame[Part.SUBJECT]
    opened.desk.toolbar.parts.click()
    subject = text_of(opened, Part.SUBJECT)
    row(opened, Part.SUBJECT).way.click()
    assert subject.hasFocus()

    subject.selectAll()
    opened.type("Growing at {{ company }}")
    opened.wait_until_saved()
    assert workspace.letters.view(letter).typed_frame == {Part.SUBJECT: "Growing at {{ company }}"}
    assert "Growing at Wingtip Payments" in shown_on_paper(opened)

    subject.selectAll()
    QTest.keyClick(subject, Qt.Key.Key_Delete)
    row(opened, Part.SENDER).way.click()
    opened.wait_until_saved()
    assert workspace.letters.view(letter).typed_frame == {}
    assert subject.source() == usual
    assert not subject.isVisible()
    assert "Gardener" in row(opened, Part.SUBJECT).finished.text()


def test_a_finding_in_the_frame_opens_its_text_at_the_words(writer: Open, write: Write) -> None:
    write(text=READY)
    opened = writer()
    opened.desk.toolbar.parts.click()
    row(opened, Part.SUBJECT).way.click()
    subject = text_of(opened, Part.SUBJECT)
    subject.selectAll()
    QTest.keyClicks(subject, "About [Job title]")
    opened.wait_until_saved()
    opened.key(Qt.Key.Key_Escape)
    opened.key(Qt.Key.Key_E, CONTROL)

    opened.desk.check.lines[0].click()

    assert subject.hasFocus()
    assert subject.textCursor().selectedText() == "[Job title]"


def test_a_finding_in_the_text_leads_from_the_parts_to_its_words(
    writer: Open, write: Write
) -> None:
    write(text=f"{READY}\n\nAt [Company name].")
    opened = writer()
    opened.key(Qt.Key.Key_E, CONTROL)
    opened.desk.toolbar.parts.click()

    opened.desk.check.lines[0].click()

    assert opened.editor.hasFocus()
    assert opened.editor.textCursor().selectedText() == "[Company name]"


def test_a_written_part_is_found_in_the_text(writer: Open, write: Write) -> None:
    write(text=READY)
    opened = writer()
    opened.desk.toolbar.parts.click()

    opened.desk.parts.panel.wanted.put(Part.SALUTATION)

    assert opened.editor.hasFocus()
    assert opened.editor.textCursor().selectedText() == "Dear team,"


def test_style_and_paper_are_kept_and_the_next_letter_begins_with_them(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write(text=READY)
    opened = writer()
    bar = opened.desk.preview.bar

    bar._styles[PageStyle.MODERN].trigger()
    opened.settle()
    bar._papers[Paper.LETTER].trigger()
    opened.settle()

    look = workspace.letters.view(letter).look
    assert (look.style, look.paper) == (PageStyle.MODERN, Paper.LETTER)
    assert bar.look_button.text() == "Modern, Letter"
    assert workspace.letters.view(write()).look == look
    pages = opened.desk.preview.paper._pages
    assert pages is not None
    assert (pages.size.width(), pages.size.height()) == (612, 792)


def test_a_letter_is_fitted_to_one_page_or_says_that_it_is_too_long(
    writer: Open, write: Write
) -> None:
    write(text=f"{READY}\n\n" + "\n\n".join(["I can say a little more about that."] * 24))
    opened = writer()
    preview = opened.desk.preview
    assert preview.count.text() == "Page 1 of 2"

    preview.bar._fit.trigger()
    opened.settle()
    assert preview.count.text() == "Fits one page"
    opened.put_cursor("Kind regards")
    opened.editor.put_in("\n\n".join(["And this as well, at some length."] * 80))
    opened.wait_until_saved()

    assert preview.count.text().endswith("pages, too long")
