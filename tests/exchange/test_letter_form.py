import time
from io import BytesIO
from typing import Any

import docx
import pytest
from tests.support.composed import composed
from tests.support.word_files import own_form, plain_form, saved, with_fields, with_part

from jobtracker.domain.letter_content import LetterContent
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_parts import Part
from jobtracker.domain.letters import fill
from jobtracker.domain.placeholders import find_placeholders
from jobtracker.exchange.letter_form import filled_form
from jobtracker.exchange.markup import content_of
from jobtracker.exchange.templates.package import opened
from jobtracker.exchange.templates.reading import read_bytes_as_template
from jobtracker.exchange.templates.word_tree import paragraphs, text_of

VALUES = {
    "company": "Example Analytics",
    "role": "Data Engineer",
    "hiring_manager": "Ms Hopper",
    "salutation": "Dear Ms Hopper,",
    "your_name": "Ada Lovelace",
    "your_email": "ada@example.com",
    "date": "22 November 2026",
}


def letter(text: str, values: dict[str, str] = VALUES) -> LetterContent:
    return content_of(composed({Part.BODY: fill(text, values, escape=True).text}), Language.ENGLISH)


def made(form: bytes, text: str | None = None, values: dict[str, str] = VALUES) -> Any:
    template = text or read_bytes_as_template(form, "form.docx").text
    return docx.Document(BytesIO(filled_form(form, letter(template, values), values)))


def texts(document: Any) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text]


def all_text(data: bytes) -> str:
    roots = opened(data, "made").trees.values()
    return "\n".join(text_of(one) for root in roots for one in paragraphs(root))


def test_an_unchanged_letter_fills_the_form_where_its_placeholders_stand() -> None:
    document = made(own_form())

    assert texts(document) == [
        "Dear Ms Hopper,",
        "I apply for the post of Data Engineer at Example Analytics with joy.",
        "What I bring:",
        "trust in data",
        "care for people",
        "I would be glad to talk to you about all of this.",
        "Sincerely,",
        "Ada Lovelace",
    ]
    cells = document.tables[0].rows[0].cells
    assert [cell.text for cell in cells] == ["Example Analytics", "22 November 2026"]


def test_what_stays_keeps_its_form_and_a_value_takes_that_of_its_placeholder() -> None:
    document = made(own_form())

    (apply,) = [one for one in document.paragraphs if one.text.startswith("I apply")]
    role, company = (
        next(run for run in apply.runs if run.text == value)
        for value in ("Data Engineer", "Example Analytics")
    )
    assert role.italic
    assert role.font.highlight_color is None
    assert str(company.font.color.rgb) == "C00000"
    name = document.sections[0].header.paragraphs[0].runs[0]
    assert (name.text, name.bold, name.font.size.pt) == ("Ada Lovelace", True, 20)


def test_header_and_footer_are_filled_and_the_page_number_stays() -> None:
    document = made(own_form())

    section = document.sections[0]
    assert section.header.paragraphs[0].text == "Ada Lovelace · ada@example.com"
    assert section.footer.paragraphs[0].text.startswith("Ada Lovelace, page ")
    assert "PAGE" in section.footer.paragraphs[0]._p.xml


@pytest.mark.parametrize(
    ("footer", "shown"),
    [
        ("Ref: [Reference Number]", ""),
        ("Ada Lovelace · Ref: [Reference Number]", "Ada Lovelace"),
        ("Ref: [Reference Number] | [Your Name], London", "Ada Lovelace, London"),
        ("Our ref\t[Reference Number]\t[Company Name]", "Our ref\t\tExample Analytics"),
    ],
)
def test_a_field_without_a_value_takes_its_label_along(footer: str, shown: str) -> None:
    document = docx.Document(BytesIO(own_form()))
    document.sections[0].footer.paragraphs[0].text = footer

    result = made(saved(document))

    assert result.sections[0].footer.paragraphs[0].text == shown


def test_new_paragraphs_take_their_neighbours_form_and_removed_ones_go() -> None:
    text = read_bytes_as_template(own_form(), "form.docx").text
    text = text.replace("- care for people", "- care for people\n- and **new** ideas")
    text = text.replace(
        "I would be glad to talk", "A sentence of my own, typed today.\n\nI would be glad to talk"
    )
    text = text.replace("What I bring:", "This I bring to you:")
    text = text.replace("I apply for the post of *{{ role }}* at {{ company }} with joy.\n\n", "")

    document = made(own_form(), text)

    assert texts(document) == [
        "Dear Ms Hopper,",
        "This I bring to you:",
        "trust in data",
        "care for people",
        "and new ideas",
        "A sentence of my own, typed today.",
        "I would be glad to talk to you about all of this.",
        "Sincerely,",
        "Ada Lovelace",
    ]
    item = next(one for one in document.paragraphs if one.text == "and new ideas")
    assert item.style.name == "List Bullet"
    assert [run.text for run in item.runs if run.bold] == ["new"]


def test_merge_fields_and_controls_leave_no_trace() -> None:
    form = with_fields()
    text = read_bytes_as_template(form, "merge.docx").text

    data = filled_form(form, letter(text), VALUES)

    assert "Dear Ms Hopper" in all_text(data)
    assert "I apply at Example Analytics as Data Engineer." in all_text(data)
    main = opened(data, "made").parts["word/document.xml"]
    for trace in (b"fldChar", b"fldSimple", b"instrText", b"<w:sdt", b"PlaceholderText", b"w:ins "):
        assert trace not in main


@pytest.mark.parametrize(
    "form", [own_form(), with_fields(), plain_form("[Name]", "", "To [Company]")]
)
@pytest.mark.parametrize("values", [VALUES, {}, {"company": "*Acme* [x] {{ role }} <&>"}])
def test_no_placeholder_of_the_form_stays_in_the_file(form: bytes, values: dict[str, str]) -> None:
    template = read_bytes_as_template(form, "form.docx").text
    without_fields = fill(template, values).text
    said = {one.text for one in find_placeholders(without_fields)} | {"{{ role }}", "[x]", "<&>"}
    content = content_of(
        composed({Part.BODY: "\n\n".join(without_fields.split("\n\n"))}), Language.ENGLISH
    )

    data = filled_form(form, content, values)

    assert {one.text for one in find_placeholders(all_text(data))} <= said
    docx.Document(BytesIO(data))


def test_a_letter_with_nothing_in_common_still_gets_all_its_words_in() -> None:
    text = "Bonjour.\n\nUne lettre tout autre, en somme.\n\n- rien\n\nÀ bientôt"

    shown = all_text(filled_form(own_form(), letter(text), VALUES))

    for words in ("Bonjour.", "Une lettre tout autre, en somme.", "rien", "À bientôt"):
        assert words in shown
    assert "I would be glad" not in shown


def test_a_new_line_below_the_letterhead_stands_in_the_text() -> None:
    text = read_bytes_as_template(own_form(), "form.docx").text
    text = text.replace("{{ company }}", "A line of my own\n\n{{ company }}", 1)

    document = made(own_form(), text)

    assert texts(document)[0] == "A line of my own" or "A line of my own" in [
        cell.text.split("\n")[0] for cell in document.tables[0].rows[0].cells
    ]
    assert len(document.sections[0].header.paragraphs) == 1


def test_a_form_with_nothing_but_a_letterhead_takes_the_letter_below_it() -> None:
    form = docx.Document()
    form.sections[0].header.paragraphs[0].text = "Ada Lovelace"

    document = made(saved(form), "Dear Ada,\n\nI write.")

    assert texts(document) == ["Dear Ada,", "I write."]


def test_title_and_author_are_the_letters_and_nothing_leads_outside() -> None:
    data = filled_form(own_form(), letter("Dear Ada,"), VALUES, title="T & \x00<t>", author="Ada")

    document = docx.Document(BytesIO(data))
    assert document.core_properties.title == "T & <t>"
    assert document.core_properties.author == "Ada"


def test_a_picture_stays() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("[Company Name] ")
    paragraph.add_run().add_break(docx.enum.text.WD_BREAK.PAGE)
    paragraph.add_run("after")
    file = BytesIO()
    document.save(file)

    made_document = made(file.getvalue())

    assert 'w:type="page"' in made_document.paragraphs[0]._p.xml
    assert made_document.paragraphs[0].text.split() == ["Example", "Analytics", "after"]


def test_a_template_of_word_becomes_a_document() -> None:
    form = own_form()
    template = with_part(
        form,
        "[Content_Types].xml",
        lambda types: types.replace(b"document.main+xml", b"template.main+xml"),
    )

    data = filled_form(template, letter("Dear Ada,"), VALUES)

    assert b"template.main" not in opened(data, "made").parts["[Content_Types].xml"]


def test_comments_and_outside_templates_stay_at_home() -> None:
    relations = "word/_rels/document.xml.rels"
    outside = (
        b'<Relationship Id="rId900" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/attachedTemplate" Target="file:///C:/secret.dotm" TargetMode="External"/>'
    )
    form = with_part(
        own_form(),
        relations,
        lambda old: old.replace(b"</Relationships>", outside + b"</Relationships>"),
    )
    form = with_part(form, "word/comments.xml", lambda _none: b"<c><one>Ask for more!</one></c>")

    everything = b"".join(
        opened(filled_form(form, letter("Dear Ada,"), VALUES), "made").parts.values()
    )

    assert b"secret" not in everything
    assert b"Ask for more" not in everything


@pytest.mark.parametrize(
    "text", ["a b " * 10_000, "x\n\n" * 2_000, "\n".join(map(str, range(2_000)))]
)
def test_a_letter_of_any_length_is_filled_in_soon(text: str) -> None:
    begin = time.process_time()

    data = filled_form(own_form(), letter(text), VALUES)

    assert time.process_time() - begin < 1
    assert text.rsplit(maxsplit=1)[-1] in all_text(data)
