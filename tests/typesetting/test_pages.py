import socket
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from tests.support.composed import composed, content, whole_letter
from tests.support.paper import has_colour, ink_box, painted

from jobtracker.domain.letter_content import LetterContent
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_looks import LetterLook, PageStyle, Paper
from jobtracker.domain.letter_parts import Part
from jobtracker.domain.letter_sheets import SANS, SERIF
from jobtracker.exchange.markup import content_of
from jobtracker.typesetting.fonts import is_known, register_fonts
from jobtracker.typesetting.lines import WordsInk
from jobtracker.typesetting.pages import Pages, lay_out

LOOK = LetterLook()
AMBER = QColor.fromRgb(0xFB, 0xE3, 0xB1)
SENTENCE = "Some words that people might write in a letter to somebody. "


def place(pages: Pages, words: str) -> tuple[int, float, float]:
    """Page, left edge and baseline of the line that holds some words, in tenths of a point."""
    for index in range(pages.count):
        for ink, left, baseline in pages.inks(index):
            if isinstance(ink, WordsInk) and words in ink.text:
                return index, left + ink.offset, baseline
    raise AssertionError(words)


@pytest.mark.parametrize("style", list(PageStyle))
@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_a_letter_of_ordinary_length_takes_one_page(
    style: PageStyle, paper: Paper, size: tuple[int, int]
) -> None:
    pages = lay_out(whole_letter("\n\n".join([SENTENCE * 4] * 4)), LetterLook(style, paper))

    assert (pages.count, pages.fitted) == (1, True)
    assert (pages.size.width(), pages.size.height()) == size


@pytest.mark.parametrize("style", list(PageStyle))
def test_lines_are_as_long_as_people_read_with_ease(style: PageStyle) -> None:
    shown = lay_out(content(SENTENCE * 40), LetterLook(style)).lines(0)

    average = sum(map(len, shown[:-1])) / (len(shown) - 1)
    assert 60 <= average <= (85 if style is PageStyle.COMPACT else 77)


@pytest.mark.parametrize("style", list(PageStyle))
@pytest.mark.parametrize("paper", list(Paper))
def test_text_keeps_within_the_margins_of_every_page(style: PageStyle, paper: Paper) -> None:
    pages = lay_out(whole_letter(SENTENCE * 60 + "\n\n" + SENTENCE * 60), LetterLook(style, paper))

    assert pages.count > 1
    for index in range(pages.count):
        left, top, right, bottom = ink_box(painted(pages, index))
        assert min(left, top) >= pages.margin - 2
        assert right <= pages.size.width() - pages.margin + 2
        assert bottom <= pages.size.height() - pages.margin + 2


def test_the_same_words_break_the_same_at_every_zoom() -> None:
    pages = lay_out(content("Lines end where they end. " * 30), LOOK)

    small = ink_box(painted(pages, dpi=72))
    large = ink_box(painted(pages, dpi=144))

    assert all(abs(b - 2 * a) <= 4 for a, b in zip(small, large, strict=True))


def test_no_line_of_a_paragraph_stands_alone_on_a_page() -> None:
    for sentences in range(30, 60):
        pages = lay_out(whole_letter(SENTENCE * sentences + "\n\n" + SENTENCE * 20), LOOK)
        for index in range(1, pages.count):
            before, after = pages.lines(index - 1)[-2:], pages.lines(index)[:2]
            paragraph_ends = before[-1].endswith(".") and len(before[-1]) < 60
            if not paragraph_ends:
                assert len(before[0]) > 40
                assert len(after) == 2


def test_closing_and_signature_take_two_lines_of_the_letter_with_them() -> None:
    for paragraphs in range(4, 60):
        pages = lay_out(whole_letter("\n\n".join(["One line of words."] * paragraphs)), LOOK)
        shown = pages.lines(pages.count - 1)
        assert (
            shown[shown.index("Yours sincerely,") - 2 : shown.index("Yours sincerely,")]
            == ["One line of words."] * 2
        )
        assert "Ada Lovelace" in shown


def test_a_short_word_is_no_last_line_of_its_own() -> None:
    for words in range(40, 80):
        text = " ".join(["word"] * words)
        assert lay_out(content(text), LOOK).lines(0)[-1].count("word") != 1


def test_a_line_says_its_own_words_after_emoji_too() -> None:
    shown = lay_out(content("😀 " * 30 + "\nthe second\nthe third"), LOOK).lines(0)

    assert shown[-2:] == ["the second", "the third"]


def test_a_heading_stays_with_what_it_heads() -> None:
    for paragraphs in range(25, 40):
        body = "\n\n".join(["A line."] * paragraphs + ["# What I did", "And that is what."])
        pages = lay_out(content(body), LOOK)
        assert place(pages, "What I did")[0] == place(pages, "And that")[0]


def test_there_is_room_to_sign() -> None:
    pages = lay_out(whole_letter(), LOOK)

    _page, _left, closing = place(pages, "Yours sincerely,")
    signature = max(
        y
        for ink, _x, y in pages.inks(0)
        if isinstance(ink, WordsInk) and ink.text == "Ada Lovelace"
    )
    assert signature - closing >= 400


def test_lists_hang_by_their_markers() -> None:
    pages = lay_out(content(f"- {SENTENCE * 3}\n- second\n  1. within\n  2. too"), LOOK)

    first = place(pages, "Some words")[1]
    assert place(pages, "second")[1] == first
    assert place(pages, "within")[1] > first > place(pages, "•")[1]


@pytest.mark.parametrize(
    ("language", "style", "on_the_right"),
    [
        (Language.ENGLISH, PageStyle.CLASSIC, False),
        (Language.GERMAN, PageStyle.CLASSIC, True),
        (Language.FRENCH, PageStyle.COMPACT, True),
        (Language.SPANISH, PageStyle.CLASSIC, True),
        (Language.GERMAN, PageStyle.MODERN, False),
    ],
)
def test_the_date_stands_where_the_language_has_it(
    language: Language, style: PageStyle, on_the_right: bool
) -> None:
    parts = composed({Part.DATE: "Berlin, 22. November 2026"})

    left, _top, right, _bottom = ink_box(
        painted(lay_out(content_of(parts, language), LetterLook(style)))
    )

    assert (left > 250) is on_the_right
    assert (right > 400) is on_the_right


def test_a_hidden_sender_leaves_no_gap() -> None:
    with_name = lay_out(composed_of(Part.SENDER, Part.BODY), LOOK)
    without = lay_out(composed_of(Part.BODY), LOOK)

    assert place(without, "Words")[2] < place(with_name, "Words")[2]
    assert ink_box(painted(without))[1] < 90


def composed_of(*parts: Part) -> LetterContent:
    return content_of(composed(dict.fromkeys(parts, "Words")), Language.ENGLISH)


def test_right_to_left_paragraphs_stand_on_the_right() -> None:
    image = painted(lay_out(content("שלום רב"), LOOK))

    assert ink_box(image)[0] > 300


def test_fit_sets_a_letter_smaller_until_it_takes_one_page() -> None:
    body = "\n\n".join([SENTENCE * 5] * 7)
    two = lay_out(whole_letter(body), LOOK)
    one = lay_out(whole_letter(body), LOOK._replace(fit=True))

    assert (two.count, one.count) == (2, 1)
    assert one.fitted
    assert 9.5 / 11 <= one.scale < 1
    assert one.margin >= 15 / 25.4 * 72


def test_fit_takes_no_more_than_it_needs_and_says_where_it_fails() -> None:
    short = lay_out(whole_letter(), LOOK._replace(fit=True))
    endless = lay_out(whole_letter(SENTENCE * 300), LOOK._replace(fit=True))

    assert short.scale == 1
    assert endless.count > 1
    assert not endless.fitted


def test_missing_values_are_tinted_and_nothing_else_is() -> None:
    text = "I like [company product]."

    assert has_colour(painted(lay_out(content(text, "[company product]"), LOOK)), AMBER)
    assert not has_colour(painted(lay_out(content(text), LOOK)), AMBER)


def test_tinting_moves_no_word() -> None:
    text = "I like [company product] very much. " * 20

    plain = lay_out(content(text), LOOK).lines(0)
    tinted = lay_out(content(text, "[company product]"), LOOK).lines(0)

    assert tinted == plain


def test_text_is_dark_on_paper_whatever_the_theme(qapp: QApplication) -> None:
    before = qapp.palette()
    dark = qapp.palette()
    dark.setColor(dark.ColorRole.Text, QColor("white"))
    qapp.setPalette(dark)
    try:
        left, _top, right, _bottom = ink_box(painted(lay_out(content("Dark ink"), LOOK)))
    finally:
        qapp.setPalette(before)

    assert right > left


def test_images_links_and_html_open_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = tmp_path / "red.png"
    red = QImage(40, 40, QImage.Format.Format_RGB32)
    red.fill(QColor("red"))
    red.save(str(picture))
    monkeypatch.setattr(socket, "socket", None)
    text = (
        f"![x]({picture}) ![y](file://{picture}) ![z](//host/share/a.png)\n\n"
        f'<img src="{picture}"> <link href="{picture}"> &lt;img src="{picture}"&gt;\n\n'
        f"[![x]({picture})]({picture}) ![r][pic]\n\n[pic]: {picture}"
    )

    image = painted(lay_out(content(text), LOOK))

    assert not has_colour(image, QColor("red"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "مرحبا بالعالم، שלום",
        "😀👩‍💻🇩🇪 e\u0301 \u202eoverride",
        "#" * 5000,
        "*_[`<" * 2000,
        "> " * 2000 + "x",
        "".join("  " * n + "- x\n" for n in range(200)),
        "|a" * 200 + "\n" + "|-" * 200 + "\n" + "|b" * 200,
        "```\nnever closed",
        "\u2028\u2029\t\r\n\x0b\ud800",
    ],
)
@pytest.mark.parametrize("style", list(PageStyle))
def test_odd_text_is_laid_out(text: str, style: PageStyle) -> None:
    pages = lay_out(content(text), LetterLook(style, fit=True))

    assert pages.count >= 1
    assert not painted(pages).isNull()


@pytest.mark.parametrize("unit", ["word ", "x", "line\n", "مرحبا "])
def test_two_hundred_thousand_characters_are_laid_out(unit: str) -> None:
    assert lay_out(content(unit * (200_000 // len(unit))), LOOK).count > 10


def test_a_family_of_ones_own_is_taken_where_there_is_one() -> None:
    own = lay_out(content("Words"), LOOK._replace(family=SANS))
    unknown = lay_out(content("Words"), LOOK._replace(family="No Such Family 7"))

    assert own.family == SANS
    assert unknown.family == SERIF


def test_the_shipped_fonts_are_there() -> None:
    assert is_known(SERIF)
    assert is_known(SANS)
    assert not is_known("No Such Family 7")


def test_a_file_that_is_no_font_registers_nothing(tmp_path: Path) -> None:
    (tmp_path / "no.ttf").write_bytes(b"no font")

    assert register_fonts([]) == ()
    assert register_fonts([tmp_path / "no.ttf"]) == ()


@pytest.mark.parametrize("style", list(PageStyle))
def test_ways_to_reach_the_sender_are_never_parted(style: PageStyle) -> None:
    ways = [
        "12 St James’s Square, London SW1Y 4JH",
        "ada.lovelace@example.com",
        "+44 20 7946 0000",
        "example.com/ada/portfolio",
        "github.com/ada-lovelace-analyst",
    ]
    sender = content("\n".join(["Ada Lovelace", *ways]), part=Part.SENDER)

    shown = lay_out(sender, LetterLook(style)).lines(0)

    assert shown[0] == "Ada Lovelace"
    assert [way for line in shown[1:] for way in line.split("\u2003")] == ways


def test_the_running_line_stands_below_the_text_and_is_none_of_its_lines() -> None:
    pages = lay_out(whole_letter(SENTENCE * 90), LOOK)

    page, _left, baseline = place(pages, f"Page 2 of {pages.count}")

    assert page == 1
    assert baseline < pages.size.height() * 10 - pages.margin * 10
    assert all("Page 2" not in line for line in pages.lines(1))
