import os
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from tests.support.composed import content, whole_letter

from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_looks import LetterLook, PageStyle, Paper
from jobtracker.typesetting.pages import lay_out
from jobtracker.typesetting.pdf import pdf_of, to_pdf

LOOK = LetterLook()


def needs(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"{program} is not installed")
    return path


def run_on(program: str, pdf: bytes, tmp_path: Path, *after: str) -> str:
    file = tmp_path / "letter.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(
        [needs(program), str(file), *after], capture_output=True, check=True, text=True
    )
    return done.stdout


def test_lines_come_out_in_order(tmp_path: Path) -> None:
    text = run_on("pdftotext", to_pdf(whole_letter(), LOOK), tmp_path, "-")

    assert text.startswith("Ada Lovelace\n")
    assert "Example Analytics\nMs Grace Hopper\n1 Harbour Street" in text
    assert text.split()[-6:] == ["Yours", "sincerely,", "Ada", "Lovelace", "Enclosures:", "CV"]


@pytest.mark.parametrize(
    ("language", "second"),
    [
        (Language.ENGLISH, "Ada Lovelace · Page 2 of 3"),
        (Language.GERMAN, "Ada Lovelace · Seite 2 von 3"),
        (Language.FRENCH, "Ada Lovelace · Page 2 sur 3"),
        (Language.SPANISH, "Ada Lovelace · Página 2 de 3"),
    ],
)
def test_pages_say_whose_they_are_from_the_second_on(
    language: Language, second: str, tmp_path: Path
) -> None:
    letter = whole_letter("word " * 1200, language)

    first, *others = run_on("pdftotext", to_pdf(letter, LOOK), tmp_path, "-").split("\f")[:3]

    assert " · " not in first.replace("+44", "").partition("Dear")[2]
    assert [page.strip().splitlines()[-1] for page in others] == [
        second,
        second.replace("2", "3", 1),
    ]


def test_one_page_has_nothing_but_the_letter(tmp_path: Path) -> None:
    text = run_on("pdftotext", to_pdf(content("word " * 100), LOOK), tmp_path, "-")

    assert set(text.split()) == {"word"}


def test_title_author_and_paper_are_set(tmp_path: Path) -> None:
    look = LetterLook(paper=Paper.LETTER)
    pdf = to_pdf(whole_letter(), look, title="Büro (1) \\ letter", author="Ada")

    told = run_on("pdfinfo", pdf, tmp_path)

    assert "Büro (1) \\ letter" in told
    assert "Ada" in told
    assert "612 x 792 pts" in told
    assert "Pages:           1" in told


@pytest.mark.parametrize("style", list(PageStyle))
def test_every_font_is_inside(style: PageStyle, tmp_path: Path) -> None:
    pdf = to_pdf(whole_letter(), LetterLook(style))

    told = run_on("pdffonts", pdf, tmp_path).splitlines()[2:]

    assert told
    assert all(line.split()[-5] == "yes" for line in told)
    assert ("Inter" in told[0]) is (style is PageStyle.MODERN)


def test_links_can_be_followed() -> None:
    pdf = to_pdf(content("See [my page](https://example.com/ada)."), LOOK)

    links = pypdf.PdfReader(BytesIO(pdf)).pages[0].annotations or ()

    assert [link.get_object()["/A"]["/URI"] for link in links] == ["https://example.com/ada"]


def test_the_same_letter_gives_the_same_text_twice(tmp_path: Path) -> None:
    first = run_on("pdftotext", to_pdf(whole_letter(), LOOK), tmp_path, "-layout", "-")
    second = run_on("pdftotext", to_pdf(whole_letter(), LOOK), tmp_path, "-layout", "-")

    assert first == second


def test_the_pdf_has_the_pages_of_the_preview() -> None:
    pages = lay_out(content("Some words.\n\n" * 200), LOOK)

    assert len(pypdf.PdfReader(BytesIO(pdf_of(pages))).pages) == pages.count


def test_html_in_a_letter_is_shown_as_it_is_written(tmp_path: Path) -> None:
    pdf = to_pdf(content("At <b>Acme</b> & <script>x</script>"), LOOK)

    text = run_on("pdftotext", pdf, tmp_path, "-")

    assert text.split("\n")[0] == "At <b>Acme</b> & <script>x</script>"


def test_the_terminal_needs_no_display(tmp_path: Path) -> None:
    file = tmp_path / "letter.pdf"
    code = (
        "import sys; from pathlib import Path\n"
        "from jobtracker.domain.letter_content import LetterContent\n"
        "from jobtracker.domain.letter_looks import LetterLook\n"
        "from jobtracker.typesetting.pdf import to_pdf\n"
        "Path(sys.argv[1]).write_bytes(to_pdf(LetterContent(()), LetterLook()))\n"
    )
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    source = Path(__file__).resolve().parents[2] / "src"

    done = subprocess.run(
        [sys.executable, "-c", code, str(file)],
        env=environment | {"PYTHONPATH": str(source)},
        capture_output=True,
        check=False,
        text=True,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert file.read_bytes().startswith(b"%PDF-")
