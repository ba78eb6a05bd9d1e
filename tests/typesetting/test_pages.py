import socket
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from jobtracker.domain.letters import MissingStyle, fill, mark_of
from jobtracker.typesetting.fonts import default_family, is_known, register_fonts
from jobtracker.typesetting.pages import LetterLook, Pages, lay_out, page_size

pytestmark = pytest.mark.usefixtures("qapp")

LOOK = LetterLook()
AMBER = QColor.fromRgb(0xFB, 0xE3, 0xB1)


def painted(pages: Pages, index: int = 0, dpi: int = 72) -> QImage:
    scale = dpi / 72
    image = QImage((pages.size * scale).toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    pages.paint(painter, index)
    painter.end()
    return image


def ink_box(image: QImage) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of all that is not white."""
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    stride, width = gray.bytesPerLine(), gray.width()
    rows = [bytes(gray.constBits()[y * stride : y * stride + width]) for y in range(gray.height())]
    inked = [y for y, row in enumerate(rows) if min(row) < 200]
    columns = [x for x in range(width) if min(row[x] for row in rows) < 200]
    return columns[0], inked[0], columns[-1], inked[-1]


def has_colour(image: QImage, colour: QColor) -> bool:
    wanted = colour.rgb().to_bytes(4, sys.byteorder)
    pixels = bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())
    at = pixels.find(wanted)
    while at % 4 and at >= 0:
        at = pixels.find(wanted, at + 1)
    return at >= 0


def test_a_short_letter_is_one_page_of_a4_or_us_letter_paper() -> None:
    assert lay_out("Hello", LOOK).count == 1
    assert lay_out("", LOOK).count == 1
    a4 = lay_out("Hello", LOOK).size
    assert (a4.width(), a4.height()) == (595, 842)
    letter = page_size("Letter")
    assert (letter.width(), letter.height()) == (612, 792)


def test_text_keeps_within_the_margins_of_every_page() -> None:
    pages = lay_out("Some words to fill the line. " * 60 + "\n\n" + "More of them. " * 600, LOOK)
    margin = round(25 / 25.4 * 72)

    assert pages.count > 1
    for index in range(pages.count):
        left, top, right, bottom = ink_box(painted(pages, index))
        assert left >= margin - 1
        assert top >= margin - 1
        assert right <= 595 - margin + 1
        assert bottom <= 842 - margin + 1


def test_the_same_words_break_the_same_at_every_zoom() -> None:
    pages = lay_out("Lines end where they end. " * 30, LOOK)

    small = ink_box(painted(pages, dpi=72))
    large = ink_box(painted(pages, dpi=144))

    assert all(abs(b - 2 * a) <= 4 for a, b in zip(small, large, strict=True))


def test_missing_marks_are_tinted_and_nothing_else_is() -> None:
    filled = fill("I like {{ company_product }}.", {}, MissingStyle.MARK, escape=True)

    marked = lay_out(filled.text, LOOK, {mark_of(name) for name in filled.missing})

    assert has_colour(painted(marked), AMBER)
    assert not has_colour(painted(lay_out(filled.text, LOOK)), AMBER)


def test_tinting_moves_no_word() -> None:
    text = "I like \\[company product\\] very much. " * 20

    plain = ink_box(painted(lay_out(text, LOOK)))
    tinted = ink_box(painted(lay_out(text, LOOK, ["[company product]"])))

    assert all(abs(a - b) <= 1 for a, b in zip(plain, tinted, strict=True))


def test_text_is_dark_on_paper_whatever_the_theme(qapp: QApplication) -> None:
    before = qapp.palette()
    dark = qapp.palette()
    dark.setColor(dark.ColorRole.Text, QColor("white"))
    qapp.setPalette(dark)
    try:
        left, _top, right, _bottom = ink_box(painted(lay_out("Dark ink", LOOK)))
    finally:
        qapp.setPalette(before)

    assert right > left


def test_a_header_stands_above_the_text() -> None:
    look = LOOK._replace(header_name="Ada Lovelace", header_line="ada@example.com")

    bare = ink_box(painted(lay_out("Text", LOOK)))
    headed = ink_box(painted(lay_out("Text", look)))

    assert headed[3] > bare[3] + 20


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

    image = painted(lay_out(text, LOOK))

    assert not has_colour(image, QColor("red"))


@pytest.mark.parametrize(
    "text",
    [
        "مرحبا بالعالم، שלום",
        "😀👩‍💻🇩🇪 é\u0301 \u202eoverride",
        "#" * 5000,
        "*_[`<" * 2000,
        "> " * 2000 + "x",
        "".join("  " * n + "- x\n" for n in range(200)),
        "|a" * 200 + "\n" + "|-" * 200 + "\n" + "|b" * 200,
        "```\nnever closed",
        "\u2028\u2029\t\r\n\x0b",
    ],
)
def test_odd_text_is_laid_out(text: str) -> None:
    assert lay_out(text, LOOK).count >= 1


@pytest.mark.parametrize("unit", ["word ", "x", "line\n", "مرحبا "])
def test_two_hundred_thousand_characters_are_laid_out(unit: str) -> None:
    assert lay_out(unit * (200_000 // len(unit)), LOOK).count > 10


def test_there_is_always_a_family_to_set_in() -> None:
    assert default_family()
    assert not is_known("No Such Family 7")


def test_a_font_file_that_is_none_registers_nothing(tmp_path: Path) -> None:
    assert register_fonts([]) == ()
