import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jobtracker.typesetting.pages import LetterLook, lay_out
from jobtracker.typesetting.pdf import pdf_of, to_pdf

pytestmark = pytest.mark.usefixtures("qapp")

LOOK = LetterLook()
LETTER = """17 November 2026

Dear Hiring Manager,

I classify difficult workflows — efficiently. Ünïcode, *emphasis* and **weight** too.

- first
- second

Kind regards,
Ada Lovelace
London
"""


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


def test_the_text_comes_out_in_order_and_without_ligatures(tmp_path: Path) -> None:
    text = run_on("pdftotext", to_pdf(LETTER, LOOK), tmp_path, "-")

    words = " ".join(text.split())
    assert words.startswith("17 November 2026 Dear Hiring Manager, I classify difficult workflows")
    assert "Ünïcode, emphasis and weight too." in words
    assert words.endswith("Kind regards, Ada Lovelace London")
    assert "Kind regards,\nAda Lovelace\nLondon" in text


def test_no_page_number_is_added(tmp_path: Path) -> None:
    text = run_on("pdftotext", to_pdf("word " * 1200, LOOK), tmp_path, "-")

    assert set(text.split()) == {"word"}


def test_title_author_and_paper_are_set(tmp_path: Path) -> None:
    pdf = to_pdf(LETTER, LetterLook(page="Letter"), title="Büro (1) \\ letter", author="Ada")

    told = run_on("pdfinfo", pdf, tmp_path)

    assert "Büro (1) \\ letter" in told
    assert "Ada" in told
    assert "612 x 792 pts" in told
    assert "Pages:           1" in told


def test_every_font_is_inside(tmp_path: Path) -> None:
    told = run_on("pdffonts", to_pdf(LETTER, LOOK), tmp_path).splitlines()[2:]

    assert told
    assert all(line.split()[-5] == "yes" for line in told)


def test_the_same_letter_gives_the_same_text_twice(tmp_path: Path) -> None:
    first = run_on("pdftotext", to_pdf(LETTER, LOOK), tmp_path, "-layout", "-")
    second = run_on("pdftotext", to_pdf(LETTER, LOOK), tmp_path, "-layout", "-")

    assert first == second


def test_the_pdf_has_the_pages_of_the_preview(tmp_path: Path) -> None:
    pages = lay_out("Some words.\n\n" * 200, LOOK)

    told = run_on("pdfinfo", pdf_of(pages), tmp_path)

    assert f"Pages:           {pages.count}" in told


def test_html_in_a_letter_is_shown_as_it_is_written(tmp_path: Path) -> None:
    text = run_on("pdftotext", to_pdf("At <b>Acme</b> & <script>x</script>", LOOK), tmp_path, "-")

    assert text.split("\n")[0] == "At <b>Acme</b> & <script>x</script>"


def test_the_terminal_needs_no_display(tmp_path: Path) -> None:
    file = tmp_path / "letter.pdf"
    code = (
        "import sys; from pathlib import Path\n"
        "from jobtracker.typesetting.pages import LetterLook\n"
        "from jobtracker.typesetting.pdf import to_pdf\n"
        "Path(sys.argv[1]).write_bytes(to_pdf('Hello', LetterLook()))\n"
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
