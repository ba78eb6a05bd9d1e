import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from tests.support.composed import composed, content, whole_letter

from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_parts import Part
from jobtracker.exchange.letter_text import html_of, markdown_of, right_to_left, text_of
from jobtracker.exchange.markup import content_of


def test_plain_text_has_lines_lists_and_the_addresses_behind_words() -> None:
    assert text_of(whole_letter()).startswith(
        "Ada Lovelace\nada@example.com · +44 20 7946 0000\n12 St James's Square\n\n"
    )
    assert text_of(content("See [my page](https://example.com/a) or https://example.com/b.")) == (
        "See my page (https://example.com/a) or https://example.com/b.\n"
    )


def test_html_has_paragraphs_lists_links_and_escapes_the_rest() -> None:
    page = html_of(content("A **b** *c* <i>&\nline\n\n- x\n  1. y\n- [z](https://e.org/?a=1&b=2)"))

    assert (
        "<p>A <b>b</b> <i>c</i> &lt;i&gt;&amp;<br>\nline</p>\n<ul>\n<li>x\n<ol>\n<li>y\n</li></ol>"
        '\n</li>\n<li><a href="https://e.org/?a=1&amp;b=2">z</a>\n</li></ul>'
    ) in page
    assert '<html lang="en">' in page


def test_html_of_a_letter_from_right_to_left_says_so() -> None:
    page = html_of(content("شكرا لكم\n\nHello"))

    assert '<p dir="rtl">شكرا لكم</p>' in page
    assert "<p>Hello</p>" in page


def test_the_first_letter_decides_where_a_paragraph_begins() -> None:
    assert right_to_left("(1) שלום world")
    assert not right_to_left("(1) world שלום")
    assert not right_to_left("12 –")


def test_a_list_that_begins_late_keeps_its_number() -> None:
    assert '<ol start="3">\n<li>c' in html_of(content("3. c\n4. d"))


@given(st.text(st.sampled_from("ab*_[]()<>&\"'\\-1. \nhttps://e.org"), max_size=120))
def test_html_says_what_the_letter_says_and_refers_to_nothing_but_links(text: str) -> None:
    letter = content(text)
    page = html_of(letter)

    tree = html.document_fromstring(page)
    shown = "".join(str(tree.text_content()).split())
    assert shown == "".join("".join(one.text.split()) for one in letter.paragraphs())
    assert not re.search(r"<(?:img|script|style|link|object|iframe)\b|\bsrc=|\bon\w+=", page)


def test_markdown_keeps_lines_lists_and_what_only_looks_like_a_list() -> None:
    parts = {Part.SENDER: "Ada\nLondon", Part.DATE: "1. Mai 2026", Part.BODY: "Hi\n- **a**\n- b"}

    assert markdown_of(composed(parts)) == "Ada  \nLondon\n\n1\\. Mai 2026\n\nHi\n- **a**\n- b\n"


def test_markdown_read_again_says_the_same() -> None:
    parts = {Part.BODY: "One\ntwo *three*\n\n1. a\n2. b\n\n[x](https://example.com) \\*y\\*"}

    again = markdown_of(composed(parts))

    before, after = (
        content_of(composed({Part.BODY: text}), Language.ENGLISH)
        for text in (parts[Part.BODY], again)
    )
    assert after == before
