import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.composed import composed, content

from jobtracker.domain.letter_content import Paragraph, Run
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_parts import Part
from jobtracker.domain.letters import fill
from jobtracker.exchange.markup import content_of, is_safe_link

PLAIN = st.text(st.sampled_from("abcXYZ äßñ ,;!?'\"«»—%(){}<>|~^$&éあب👩‍🔬"), max_size=40)
MARKED = st.text(st.sampled_from("ab *_[]()\\-+#1.`<>~|!&:/@\n\t "), max_size=200)


def runs(text: str, *marks: str) -> tuple[Run, ...]:
    (paragraph,) = content(text, *marks).paragraphs()
    return paragraph.runs


def shape(text: str, part: Part = Part.BODY) -> list[tuple[str, int, str]]:
    return [(one.marker, one.level, one.text) for one in content(text, part=part).paragraphs()]


def test_bold_and_italic_may_lie_in_each_other() -> None:
    assert runs("a **b *c* d** e") == (
        Run("a "),
        Run("b ", bold=True),
        Run("c", bold=True, italic=True),
        Run(" d", bold=True),
        Run(" e"),
    )


def test_a_typed_line_is_a_line_and_a_blank_line_ends_the_paragraph() -> None:
    assert shape("Ada Lovelace\n  London\n\n\n\nSecond") == [
        ("", 0, "Ada Lovelace\nLondon"),
        ("", 0, "Second"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "    four blanks are no program",
        "Above\n---",
        "***",
        "> no quotation",
        "`no code`",
        "```\nno fence\n```",
        "<b>no HTML</b> &amp; &nbsp;",
        "![no image](https://example.com/x.png)",
        "| no | table |\n|---|---|",
        "~~not struck~~",
        "[no]: https://example.com",
        "snake_case_name and 2 * 3 * 4",
        "2*3*4 and a**b**c",
        "#hashtag",
        "- ",
    ],
)
def test_what_a_letter_has_no_use_for_stays_text(text: str) -> None:
    shown = " ".join(content(text).plain_text.split())

    if text.startswith("![no image]"):
        assert shown == "!no image"
    else:
        assert shown == " ".join(text.split())


def test_bold_may_end_inside_a_word_and_stand_between_ideographs() -> None:
    assert runs("**bold**er") == (Run("bold", bold=True), Run("er"))
    assert runs("我的**工作**经验")[1] == Run("工作", bold=True)


def test_an_address_in_angles_is_a_link_without_them() -> None:
    assert runs("See <https://x.org/a?b=1>, or write to <ada@x.org>.") == (
        Run("See "),
        Run("https://x.org/a?b=1", link="https://x.org/a?b=1"),
        Run(", or write to "),
        Run("ada@x.org", link="mailto:ada@x.org"),
        Run("."),
    )


def test_lists_nest_and_keep_their_numbers() -> None:
    text = "Before:\n- one\n- two\n  1. first\n  2. second\n\n3. three\n4) four"

    assert shape(text) == [
        ("", 0, "Before:"),
        ("•", 0, "one"),
        ("•", 0, "two"),
        ("1.", 1, "first"),
        ("2.", 1, "second"),
        ("3.", 0, "three"),
        ("4)", 0, "four"),
    ]


def test_a_second_paragraph_of_an_item_is_a_line_of_it() -> None:
    assert shape("- one\n\n  more\n- two") == [("•", 0, "one\nmore"), ("•", 0, "two")]


def test_a_date_is_no_list() -> None:
    assert shape("20. November 2026") == [("", 0, "20. November 2026")]
    assert shape("1. Mai 2026\n2. Mai 2026", Part.DATE) == [("", 0, "1. Mai 2026\n2. Mai 2026")]


def test_a_heading_has_its_level() -> None:
    assert list(content("## Why you\nBecause.").paragraphs()) == [
        Paragraph((Run("Why you"),), heading=2),
        Paragraph((Run("Because."),)),
    ]


@pytest.mark.parametrize(
    "address", ["https://example.com/a_b?c=d&e", "http://example.com", "mailto:ada@example.com"]
)
def test_a_web_or_mail_address_may_stand_behind_words(address: str) -> None:
    assert runs(f"see [*my* page]({address})")[-1].link == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://example.com",
        "//example.com",
        "\\\\\\\\server\\\\share",
        "smb://server/share",
        "https://",
        "JaVaScRiPt:x",
    ],
)
def test_any_other_address_stays_text(address: str) -> None:
    assert all(not run.link for run in runs(f"see [page]({address}) now"))
    assert "[page](" in content(f"see [page]({address}) now").plain_text
    assert not is_safe_link(address)


def test_a_bare_address_becomes_a_link_without_the_full_stop_behind_it() -> None:
    found = runs("Write to ada_l@example.com, see https://example.com/a_b.")

    assert [(run.text, run.link) for run in found if run.link] == [
        ("ada_l@example.com", "mailto:ada_l@example.com"),
        ("https://example.com/a_b", "https://example.com/a_b"),
    ]
    assert found[-1].text == "."


def test_the_marks_of_missing_values_are_told_apart_in_any_form() -> None:
    found = runs("At **\\[company\\]** as \\[role\\].", "[company]", "[role]")

    assert [(run.text, run.bold) for run in found if run.missing] == [
        ("[company]", True),
        ("[role]", False),
    ]
    assert "".join(run.text for run in found) == "At [company] as [role]."


VALUES = ["*Acme*", "# 1 Ltd", "- x", "1. FC Köln", "a_b_c", "[x](https://e.org)", "C:\\new", "+ 1"]


@pytest.mark.parametrize("value", VALUES)
def test_a_value_is_typeset_as_it_is_written(value: str) -> None:
    filled = fill("{{ company }}", {"company": value}, escape=True)

    (paragraph,) = content(filled.text).paragraphs()

    assert paragraph.text == value
    assert not any(run.bold or run.italic for run in paragraph.runs)


@given(st.lists(PLAIN.map(str.strip).filter(bool), min_size=1, max_size=6))
def test_text_without_markup_comes_out_as_it_went_in(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)

    assert content(text).plain_text == text + "\n"


@given(MARKED)
def test_no_word_is_lost(text: str) -> None:
    shown = content(text).plain_text

    for word in re.findall("[ab]+", re.sub(r"\]\([^)]*\)", "", text)):
        assert word in re.sub(r"[*_\\\[\]]", "", shown) or word in shown


@given(MARKED)
def test_runs_are_never_empty_and_links_are_always_safe(text: str) -> None:
    for paragraph in content(text, "ab").paragraphs():
        assert paragraph.text.strip()
        assert all(run.text and (not run.link or is_safe_link(run.link)) for run in paragraph.runs)


HOSTILE = {
    "brackets": "[" * 50_000,
    "many paragraphs of brackets": "\n\n".join("[" * 490 + str(n) for n in range(100)),
    "links begun": "[a](" * 12_000,
    "emphasis": "*a **b _c " * 10_000,
    "list signs": "- " * 10_000 + "x",
    "nested lists": "\n".join("  " * depth + "- x" for depth in range(1_400)),
    "numbered lines": "1. a\n" * 20_000,
    "backslashes": "\\" * 100_000,
    "blanks": " " * 100_000 + "*x*",
    "mail addresses": "a@a." * 50_000,
    "web addresses": "http://" * 50_000,
    "a word without end": "a" * 1_000_000,
    "lines": "x\n" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_within_a_second(name: str) -> None:
    begin = time.process_time()

    shown = content(HOSTILE[name]).plain_text

    assert time.process_time() - begin < 1
    assert shown.strip()


def test_a_two_page_letter_is_read_again_in_a_fraction_of_a_frame() -> None:
    paragraph = "For *six years* I have moved data that people **trust**, with care. " * 4
    text = "\n\n".join(f"{n} {paragraph}\n- a\n- b" for n in range(14))
    content(text)
    times: list[float] = []
    for stroke in range(50):
        changed = composed({Part.BODY: text[:2000] + "x" * stroke + text[2000:]})
        begin = time.process_time()
        content_of(changed, Language.ENGLISH)
        times.append(time.process_time() - begin)

    assert sorted(times)[25] < 0.003
