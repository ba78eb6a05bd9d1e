"""Files made to break a reader: each ends in a sentence or in a template, and soon."""

import random
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from tests.support.composed import composed
from tests.support.word_files import own_form, plain_form, with_fields, with_part

from jobtracker.domain.errors import JobtrackerError, UnreadableFileError
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_parts import Part
from jobtracker.exchange.letter_form import filled_form
from jobtracker.exchange.markup import content_of
from jobtracker.exchange.templates.reading import read_bytes_as_template

TEMPLATES = Path(__file__).parents[2] / "data" / "templates"
MAIN = "word/document.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def settled(data: bytes, name: str) -> str:
    """What reading came to: the template's text, or the refusal's words. Within a second."""
    begin = time.process_time()
    try:
        return read_bytes_as_template(data, name).text
    except JobtrackerError as error:
        words = str(error)
        assert "\n" not in words
        assert "nothing was" in words
        return words
    finally:
        assert time.process_time() - begin < 1


def body(xml: str) -> bytes:
    document = f'<?xml version="1.0"?><w:document {W}><w:body>{xml}</w:body></w:document>'
    return with_part(plain_form(), MAIN, lambda _old: document.encode())


def zipped(entries: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


BOMB = (
    '<!DOCTYPE b [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "&a;" * 10}">' for n in range(12))
    + "]>"
)
WORD_FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "a bomb of entities": (
        lambda: with_part(
            plain_form(),
            MAIN,
            lambda _old: f"{BOMB}<w:document {W}><w:body>&a11;</w:body></w:document>".encode(),
        ),
        "damaged",
    ),
    "an entity that reads a file": (
        lambda: with_part(
            plain_form(),
            MAIN,
            lambda _old: (
                '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
                f"<w:document {W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body>"
                "</w:document>"
            ).encode(),
        ),
        "damaged",
    ),
    "a bomb of zeros": (
        lambda: with_part(plain_form(), "word/media/x.bin", lambda _old: b"\0" * 80_000_000),
        "too large",
    ),
    "too many entries": (
        lambda: zipped({f"word/{n}.xml": b"<a/>" for n in range(3_000)}),
        "too large",
    ),
    "macros": (
        lambda: with_part(plain_form(), "word/vbaProject.bin", lambda _old: b"x"),
        "holds macros",
    ),
    "a document with macros": (
        lambda: with_part(
            plain_form(),
            "[Content_Types].xml",
            lambda types: types.replace(
                b"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                b"vnd.ms-word.document.macroEnabled.main",
            ),
        ),
        "holds macros",
    ),
    "elements without end": (
        lambda: body("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 140_000),
        "too large",
    ),
    "elements in elements": (
        lambda: body("<w:sdt><w:sdtContent>" * 2_000 + "</w:sdtContent></w:sdt>" * 2_000),
        "damaged",
    ),
    "a sheet of figures": (
        lambda: zipped({"[Content_Types].xml": b"spreadsheetml", "xl/workbook.xml": b"<x/>"}),
        "no Word file",
    ),
    "a word of many signs": (
        lambda: body(f"<w:p><w:r><w:t>{' '.join(map(str, range(20_000)))}</w:t></w:r></w:p>"),
        "too long",
    ),
    "nothing": (lambda: body("<w:p/>"), "holds no text"),
    "half of it": (lambda: own_form()[:9_000], "damaged"),
}


@pytest.mark.parametrize("name", WORD_FILES)
def test_a_hostile_word_file_is_refused(name: str) -> None:
    make, words = WORD_FILES[name]
    data = make()

    assert words in settled(data, "letter.docx")


def test_a_word_file_with_a_password_is_refused() -> None:
    data = bytearray(plain_form("Dear [Company]"))
    for at in (data.find(b"PK\x03\x04") + 6, data.find(b"PK\x01\x02") + 8):
        data[at] |= 1

    with pytest.raises(UnreadableFileError, match="password"):
        read_bytes_as_template(bytes(data), "letter.docx")


TEXTS = {
    "braces.tex": r"\documentclass{letter}\begin{document}" + r"\textbf{" * 6_000,
    "macros.tex": r"\documentclass{letter}" + r"\def\a{" * 6_000 + r"\begin{document}x",
    "environments.tex": r"\documentclass{letter}" + r"\begin{itemize}\item " * 2_000,
    "signs.tex": r"\documentclass{letter}" + "\\\\ [" * 9_000 + "$" * 9_000,
    "accents.tex": r"\documentclass{letter}" + '\\"' * 20_000,
    "comment.tex": r"\documentclass{letter}" + "\\" * 40_000 + "%x",
    "tags.html": "<html><body>" + "<b>" * 60_000 + "x",
    "lists.html": "<html><body>" + "<ul><li>x" * 15_000,
    "unknown.html": "<html><body>" + "<company>" * 5_000,
    "comments.html": "<html><body><p>x</p>" + "<!--" * 40_000,
    "attributes.html": "<html><body><p " + "a=b " * 40_000 + ">x</p></body></html>",
    "brackets.txt": "[" * 20_000 + "]" * 20_000,
    "braces.txt": "{{" * 20_000,
    "blanks.txt": " " * 40_000 + "x",
    "lines.md": "---\n" * 10_000 + "x",
    "names.txt": "[Company] " * 4_900,
}


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text_is_settled_soon(name: str) -> None:
    assert settled(TEXTS[name].encode(), name)


def mutated(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at : at + chance.randint(1, 40)]
            case 2:
                changed[at:at] = changed[at : at + chance.randint(1, 40)]
            case _:
                changed[at:at] = bytes(chance.choices(b"\\{}[]<>&;\x00/*_", k=3))
    return bytes(changed) or b"x"


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("name", ["letter.tex", "withdrawal.html", "square_brackets.txt"])
def test_a_broken_text_file_is_settled(name: str, seed: int) -> None:
    chance = random.Random(f"{name} {seed}")

    assert settled(mutated((TEMPLATES / name).read_bytes(), chance), name)


@pytest.mark.parametrize("seed", range(60))
def test_a_broken_word_file_is_settled_and_what_is_read_can_be_filled(seed: int) -> None:
    chance = random.Random(seed)
    form = chance.choice((own_form, with_fields))()
    if chance.random() < 0.7:
        form = with_part(form, MAIN, lambda old: mutated(old, chance))
    else:
        form = mutated(form, chance)
    try:
        template = read_bytes_as_template(form, "letter.docx")
    except JobtrackerError:
        return
    letter = content_of(composed({Part.BODY: template.text}), Language.ENGLISH)

    assert filled_form(form, letter, {"company": "Acme"})
