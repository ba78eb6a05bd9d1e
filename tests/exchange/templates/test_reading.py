from pathlib import Path

import docx
import pytest
from tests.support.word_files import (
    content_control,
    inside,
    own_form,
    plain_form,
    saved,
    with_fields,
)

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letters import fields_in
from jobtracker.domain.placeholders import find_placeholders
from jobtracker.exchange.templates.foreign import ForeignTemplate
from jobtracker.exchange.templates.reading import read_bytes_as_template, read_template

TEMPLATES = Path(__file__).parents[2] / "data" / "templates"
NAMES = sorted(path.name for path in TEMPLATES.iterdir())


def read(name: str) -> ForeignTemplate:
    return read_template(TEMPLATES / name)


@pytest.mark.parametrize("name", NAMES)
def test_no_sure_placeholder_is_left_in_a_template(name: str) -> None:
    template = read(name)

    asked = {question.written for question in template.questions}
    left = [one for one in find_placeholders(template.text) if not one.text.startswith("{{ ")]
    assert {one.text for one in left} <= asked
    for question in template.questions:
        assert template.text[question.start : question.end] == question.written


@pytest.mark.parametrize(
    ("name", "kind", "language"),
    [
        ("square_brackets.txt", LetterKind.COVER_LETTER, Language.ENGLISH),
        ("wrapped_mail.txt", LetterKind.THANK_YOU, Language.ENGLISH),
        ("withdrawal.html", LetterKind.WITHDRAWAL, Language.ENGLISH),
        ("tags_as_placeholders.html", LetterKind.ACCEPTANCE, Language.ENGLISH),
        ("anschreiben.txt", LetterKind.COVER_LETTER, Language.GERMAN),
        ("moderncv.tex", LetterKind.COVER_LETTER, Language.GERMAN),
        ("suivi.txt", LetterKind.FOLLOW_UP, Language.FRENCH),
        ("guillemets.txt", LetterKind.DECLINE, Language.SPANISH),
    ],
)
def test_what_a_letter_is_for_and_its_language_are_guessed(
    name: str, kind: LetterKind, language: Language
) -> None:
    template = read(name)

    assert (template.kind, template.language) == (kind, language)


def test_a_template_is_named_after_its_file() -> None:
    assert read("square_brackets.txt").name == "Square brackets"


def test_a_company_of_ones_own_past_is_not_the_one_applied_to() -> None:
    assert (
        "My most recent work at {{ previous_company }} taught" in read("square_brackets.txt").text
    )


def test_lines_broken_by_a_mail_program_are_joined_and_typed_lines_stay() -> None:
    text = read("wrapped_mail.txt").text

    assert "the {{ role }} role on Tuesday. I enjoyed" in text
    assert "\n- they read like the business,\n- they fail" in text
    assert text.endswith("Kind regards,\n{{ your_name }}")


def test_front_matter_of_a_markdown_file_is_no_letter() -> None:
    assert read("angle_brackets.md").text.startswith("# Application for {{ role }}")


def test_html_keeps_bold_lists_and_lines_and_leaves_out_what_is_for_machines() -> None:
    assert read("withdrawal.html").text == (
        "{{ salutation }}\n\n"
        "I am writing to **withdraw my application** for the *{{ role }}* position at "
        "{{ company }}.\n\n"
        "- Thank you for your time.\n- I wish you a good *search*.\n   1. Soon\n\n"
        "Kind regards,\n{{ your_name }}"
    )


def test_a_tag_that_html_does_not_know_is_a_placeholder() -> None:
    assert read("tags_as_placeholders.html").text.startswith("{{ salutation }}")


def test_tags_that_only_a_program_knows_are_left_out() -> None:
    page = b"<p>Dear Ada,<o:p></o:p></p><my-box>I write <x-y>to</x-y> <Company Name>.</my-box>"

    text = read_bytes_as_template(page, "a.html").text

    assert text == "Dear Ada,\n\nI write to {{ company }}."


def test_macros_of_a_latex_letter_that_stand_for_words_are_fields() -> None:
    assert read("letter.tex").text == (
        "12 St James's Square\nLondon\n\n"
        "{{ hiring_manager }}\n{{ company }}\n1 Harbour Street\n\n"
        "{{ salutation }}\n\n"
        "I am applying for the position of **{{ role }}** at {{ company }}. "
        "My work “moves data” — and *people trust it*.\n\n"
        "- 100% tested, at 5 & 6 sites\n- naïve café code [shown here](https://example.com)\n\n"
        "Yours sincerely,\nAda Lovelace\n\nCV"
    )


def test_moderncv_puts_its_closing_last() -> None:
    text = read("moderncv.tex").text

    assert text.startswith("Ada Lovelace\n\n{{ company }}\nHafenstraße 1\n\n{{ date }}")
    assert text.endswith("Mit freundlichen Grüßen\nAda Lovelace")


def test_a_word_file_is_read_in_order_and_kept_as_a_form() -> None:
    data = own_form()

    template = read_bytes_as_template(data, "my_form.docx")

    assert template.form == data
    assert template.text == (
        "**Ada Lovelace** · {{ your_email }}\n\n"
        "{{ company }}\n{{ date }}\n\n"
        "{{ salutation }}\n\n"
        "I apply for the post of *{{ role }}* at {{ company }} with joy.\n\n"
        "What I bring:\n\n- trust in data\n- care for people\n\n"
        "I would be glad to talk to you about all of this.\n\n"
        "Sincerely,\n\n{{ your_name }}"
    )


def test_merge_fields_content_controls_and_changes_are_read() -> None:
    template = read_bytes_as_template(with_fields(), "merge.docx")

    assert "Dear **{{ hiring_manager }}**" in template.text
    assert "I apply at {{ company }} as {{ role }}." in template.text
    assert "gone" not in template.text
    assert "Kind regards" in template.text


def test_a_control_without_a_name_is_asked_about() -> None:
    document = docx.Document()
    control = content_control("").replace('<w:alias w:val=""/>', "")
    text = "<w:r><w:t xml:space='preserve'>I come from </w:t></w:r>"
    document.element.body[-1].addprevious(inside(text + control))

    template = read_bytes_as_template(saved(document), "a.docx")

    assert [question.written for question in template.questions] == ["______"]


def test_lines_of_an_address_stay_together() -> None:
    data = plain_form("[Company Name]", "12 High Street", "London", "", "Dear Ada,", "I write.")

    text = read_bytes_as_template(data, "a.docx").text

    assert text == "{{ company }}\n12 High Street\nLondon\n\nDear Ada,\n\nI write."


def test_numbered_lists_of_word_are_counted() -> None:
    document = docx.Document()
    document.add_paragraph("one", style="List Number")
    document.add_paragraph("two\nlines", style="List Number")
    document.add_paragraph("three", style="List Number")
    document.add_paragraph("four", style="List Bullet")

    text = read_bytes_as_template(saved(document), "a.docx").text

    assert text == "1. one\n2. two\nlines\n3. three\n- four"


def test_a_greeting_stands_apart_from_the_address_above_it() -> None:
    text = read_bytes_as_template(plain_form("[Company]", "Dear Ada,", "I write."), "a.docx").text

    assert text == "{{ company }}\n\nDear Ada,\n\nI write."


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, "a.docx", "password or from an old Word"),
        (b"not a zip at all", "a.docx", "is no Word file"),
        (b"PK\x03\x04" + b"x" * 100, "a.docx", "is damaged"),
        (b"", "a.txt", "is empty"),
        (b"{\\rtf1 Dear Ada}", "a.rtf", "is an RTF file"),
        (b"%PDF-1.7", "a.pdf", "is a PDF"),
        (b"\x00\x01\x02", "a.txt", "not a text file"),
        (b"x" * 5_000_001, "a.docx", "too large"),
        ("x " * 150_000, "a.txt", "too long for a letter"),
        (b"<html><body><p> </p></body></html>", "a.html", "holds no text"),
    ],
)
def test_a_file_that_is_no_letter_is_refused_in_words(
    data: bytes | str, name: str, words: str
) -> None:
    content = data.encode() if isinstance(data, str) else data

    with pytest.raises(UnreadableFileError, match=words) as caught:
        read_bytes_as_template(content, name)

    assert "nothing was changed" in str(caught.value)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="does not exist"):
        read_template(tmp_path / "none.docx")


@pytest.mark.shared
def test_letters_of_strangers_read_right(shared_data: Path) -> None:
    folder = shared_data / "letters"

    single = read_template(folder / "braces_single.txt")
    double = read_template(folder / "braces_double_caps.txt")

    assert {"role", "company", "years_of_experience", "your_name"} <= set(fields_in(single.text))
    assert {"previous_company", "salutation", "date"} <= set(fields_in(double.text))
    assert not single.questions
    assert not double.questions
