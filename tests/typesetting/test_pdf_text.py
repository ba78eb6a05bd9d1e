"""What other programs read in the PDF of a letter: the letter."""

import re
import shutil
import subprocess
import unicodedata
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from tests.support.composed import content
from tests.support.scripts import SAMPLES

from jobtracker.domain.letter_content import LetterContent
from jobtracker.domain.letter_looks import LetterLook, PageStyle, Paper
from jobtracker.typesetting.glyphs import unshown
from jobtracker.typesetting.pdf import to_pdf

_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def extracted(pdf: bytes, folder: Path) -> str:
    """The text that pdftotext reads, or pypdf where it is absent."""
    program = shutil.which("pdftotext")
    if program is None:
        return by_pypdf(pdf)
    file = folder / "letter.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(
        [program, str(file), "-"], capture_output=True, check=True, text=True, encoding="utf-8"
    )
    assert done.stderr == ""
    return done.stdout


def by_pypdf(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)


def normal(text: str, *, spaced: bool = True) -> str:
    """The words, with the spaces between them where these can be told from line ends."""
    plain = unicodedata.normalize("NFKC", _DIRECTIONS.sub("", text))
    return (" " if spaced else "").join(plain.split())


def skip_without_font(letter: LetterContent, look: LetterLook) -> None:
    missing = {script for _start, _end, script in unshown(letter.plain_text, look)}
    if missing:
        pytest.skip(f"no font for {', '.join(sorted(missing))}")


@pytest.mark.parametrize("style", list(PageStyle))
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("script", list(SAMPLES))
def test_the_text_of_the_pdf_is_the_text_of_the_letter(
    script: str, paper: Paper, style: PageStyle, tmp_path: Path
) -> None:
    sample, look = SAMPLES[script], LetterLook(style, paper)
    skip_without_font(sample.content, look)

    read = extracted(to_pdf(sample.content, look), tmp_path)

    assert normal(read, spaced=sample.spaced) == normal(
        sample.content.plain_text, spaced=sample.spaced
    )


@pytest.mark.parametrize("style", list(PageStyle))
@pytest.mark.parametrize("script", ["Latin", "Greek", "Polish", "Chinese"])
def test_a_second_witness_reads_the_same_words(script: str, style: PageStyle) -> None:
    sample, look = SAMPLES[script], LetterLook(style)
    skip_without_font(sample.content, look)

    read = by_pypdf(to_pdf(sample.content, look))

    assert normal(read, spaced=False) == normal(sample.content.plain_text, spaced=False)


def test_spaces_are_spaces_and_words_have_no_ligatures(tmp_path: Path) -> None:
    letter = content("Difficult offices: efficient workflows, flagged.")

    read = by_pypdf(to_pdf(letter, LetterLook()))

    assert "Difficult offices: efficient workflows, flagged." in " ".join(read.split(" "))
    assert "\t" not in read


def test_a_sign_that_shares_its_glyph_is_read_as_it_was_typed() -> None:
    read = by_pypdf(to_pdf(content("Κόσμε"), LetterLook()))

    assert "Κόσμε" in read


def test_the_update_with_the_words_leaves_a_file_that_is_read_whole() -> None:
    pdf = to_pdf(SAMPLES["Latin"].content, LetterLook(), title="A title", author="Ada")

    reader = pypdf.PdfReader(BytesIO(pdf), strict=True)

    assert len(reader.pages) == 1
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("A title", "Ada")
