import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from tests.support.composed import composed, content, whole_letter
from tests.support.word_files import own_form

from jobtracker.domain.letter_content import LetterContent
from jobtracker.domain.letter_continuation import running_line
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_looks import LetterLook, PageStyle, Paper
from jobtracker.domain.letter_parts import Part
from jobtracker.exchange.letter_docx import docx_of
from jobtracker.exchange.letter_form import filled_form
from jobtracker.exchange.markup import content_of

LOOKS = [LetterLook(style, paper) for style in PageStyle for paper in Paper]
PARAGRAPH = (
    "For six years I have moved data that people trust: pipelines with owners, tests that read "
    "like the business, and alerts that mean something at three in the morning. "
)
SCRIPTS = {
    "polish": "Zażółć gęślą jaźń, piszę do Państwa w sprawie pracy.",
    "greek": "Σας γράφω για τη θέση που δημοσιεύσατε.",
    "arabic": "أكتب إليكم بخصوص الوظيفة المعلن عنها في Example GmbH اليوم.",
    "hebrew": "אני כותב אליכם בנוגע למשרה שפרסמתם.",
    "chinese": "我写信是为了申请贵公司发布的职位。",
}


def opened(data: bytes) -> Any:
    return docx.Document(BytesIO(data))


def parts(data: bytes) -> Mapping[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_each_part_of_a_letter_has_a_style_of_its_own() -> None:
    document = opened(docx_of(whole_letter(), LetterLook()))

    texts = [one.text.split("\n")[0] for one in document.paragraphs]
    assert [*zip([one.style.name for one in document.paragraphs], texts, strict=True)] == [
        ("Sender Name", "Ada Lovelace"),
        ("Sender", "ada@example.com · +44 20 7946 0000 · 12 St James's Square"),
        ("Recipient", "Example Analytics"),
        ("Date", "London, 22 November 2026"),
        ("Subject", "Application for Data Engineer"),
        ("Salutation", "Dear Ms Hopper,"),
        ("Body Text", "I move data that people trust, and have done so for six years:"),
        ("List Bullet", "pipelines with owners,"),
        ("List Bullet", "tests that read like the business,"),
        ("List Number", "first"),
        ("List Number", "second"),
        ("List Bullet", "alerts."),
        ("Body Text", "My work is at my page <not & a tag>."),
        ("Closing", "Yours sincerely,"),
        ("Signature", "Ada Lovelace"),
        ("Enclosures", "Enclosures: CV"),
    ]


WAYS = [
    "12 St James’s Square, London SW1Y 4JH",
    "ada.lovelace@example.com",
    "+44 20 7946 0000",
    "example.com/ada/portfolio",
    "github.com/ada-lovelace-analyst",
]


@pytest.mark.parametrize("style", list(PageStyle))
def test_ways_to_reach_the_sender_are_never_parted(style: PageStyle) -> None:
    sender = content("\n".join(["Ada Lovelace", *WAYS]), part=Part.SENDER)

    document = opened(docx_of(sender, LetterLook(style)))

    lines = document.paragraphs[1].text.split("\n")
    assert len(lines) > 1
    assert [way for line in lines for way in line.split(" · ")] == WAYS


def test_the_closing_never_stands_alone_on_a_page() -> None:
    document = opened(docx_of(whole_letter("One.\n\nTwo.\n\nThree."), LetterLook()))

    def stays(paragraph: Any) -> bool:
        form = paragraph.paragraph_format
        return bool(form.keep_with_next or paragraph.style.paragraph_format.keep_with_next)

    kept = {one.text: stays(one) for one in document.paragraphs}
    assert kept["Three."]
    assert kept["Yours sincerely,"]
    assert not kept["Two."]
    assert document.styles["Signature"].paragraph_format.keep_together


def test_title_author_and_language_are_its_properties() -> None:
    letter = whole_letter(language=Language.GERMAN)

    document = opened(docx_of(letter, LetterLook(), title="T & <x>\x00", author="Ada"))

    properties = document.core_properties
    assert (properties.title, properties.author) == ("T & <x>", "Ada")
    assert properties.language == "de-DE"


@pytest.mark.parametrize("look", LOOKS)
def test_paper_fonts_and_sizes_are_those_of_the_pages(look: LetterLook) -> None:
    data = docx_of(whole_letter(), look)

    section = opened(data).sections[0]
    assert round(section.page_width.pt) == (595 if look.paper is Paper.A4 else 612)
    font = "Inter" if look.style is PageStyle.MODERN else "Source Serif 4"
    assert f'w:ascii="{font}"'.encode() in parts(data)["word/styles.xml"]
    assert f'w:name="{font}"'.encode() in parts(data)["word/fontTable.xml"]


def test_a_letter_fitted_to_one_page_is_set_smaller() -> None:
    plain, fitted = (
        parts(docx_of(whole_letter(), LetterLook(), scale=scale))["word/styles.xml"]
        for scale in (1.0, 95 / 110)
    )

    assert b'<w:sz w:val="22"/>' in plain
    assert b'<w:sz w:val="19"/>' in fitted


def test_lists_are_words_own_and_a_new_list_counts_anew() -> None:
    document = opened(
        docx_of(content("1. a\n2. b\n\nText\n\n1. c\n2. d\n7. e\n\n1) f"), LetterLook())
    )

    numbers = [
        one._p.pPr.numPr.numId.val for one in document.paragraphs if one._p.pPr.numPr is not None
    ]
    assert numbers == [1, 1, 2, 2, 3, 4]
    starts = re.findall(r'startOverride w:val="(\d+)"', document.part.numbering_part._element.xml)
    assert starts == ["1", "1", "7", "1"]


def test_bold_italic_and_links_are_runs() -> None:
    document = opened(
        docx_of(content("a **b** *c* [d **e**](https://example.com/?a=1&b)"), LetterLook())
    )

    (paragraph,) = document.paragraphs
    assert [run.text for run in paragraph.runs if run.bold] == ["b"]
    assert [run.text for run in paragraph.runs if run.italic] == ["c"]
    (link,) = paragraph.hyperlinks
    assert (link.text, link.address) == ("d e", "https://example.com/?a=1&b")


def test_words_from_right_to_left_are_marked() -> None:
    document = opened(
        docx_of(content(SCRIPTS["arabic"] + "\n\n" + SCRIPTS["polish"]), LetterLook())
    )

    arabic, polish = document.paragraphs
    assert arabic._p.pPr.xpath("w:bidi")
    assert not polish._p.pPr.xpath("w:bidi")
    turned = [run.text for run in arabic.runs if run._r.xpath("w:rPr/w:rtl")]
    assert "Example GmbH" not in "".join(turned)
    assert "أكتب" in turned[0]


def test_nothing_in_the_file_acts_or_leads_outside_but_links() -> None:
    data = docx_of(whole_letter(), LetterLook())

    files = parts(data)
    everything = b"".join(text for name, text in files.items() if name != "word/footer.xml")
    assert re.findall(rb'w:instr="([^"]*)"', files["word/footer.xml"]) == [b" PAGE ", b" NUMPAGES "]
    for sign in (b"instrText", b"fldSimple", b"fldChar", b"altChunk", b"vbaProject", b"oleObject"):
        assert sign not in everything
    outside = re.findall(rb'Type="([^"]+)" Target="([^"]+)" TargetMode="External"', everything)
    assert {kind.rsplit(b"/", 1)[1] for kind, _target in outside} == {b"hyperlink"}
    assert all(target.startswith((b"https:", b"mailto:")) for _kind, target in outside)


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert docx_of(whole_letter(), LetterLook()) == docx_of(whole_letter(), LetterLook())


@given(st.text(max_size=80))
def test_any_text_makes_a_file_that_opens(text: str) -> None:
    document = opened(docx_of(content(text, "a"), LetterLook(), title=text, author=text))

    assert len(document.paragraphs) == len(list(content(text).paragraphs()))


def words(text: str) -> str:
    """What a letter says, whatever its program made of blanks, dots and the turns of writing."""
    return re.sub(r"[\s·•–\u200e\u200f\u2003]+", "", text)


def without_running_lines(shown: str, letter: LetterContent, count: int) -> str:
    """What is shown but for the running line, which each page after the first has once."""
    before, between = running_line(letter)
    for page in range(2, count + 1):
        line = f"{before}{page}{between}{count}"
        assert shown.count(line) == 1, line
        shown = shown.replace(line, "")
    return shown


def converted(files: Mapping[str, bytes], folder: Path, fonts: Path) -> dict[str, Path]:
    """LibreOffice's PDFs of Word files, with the shipped fonts at hand."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not on this machine")
    settings = folder / "fonts.conf"
    settings.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<include>/etc/fonts/fonts.conf</include><dir>{fonts}</dir></fontconfig>",
        encoding="utf-8",
    )
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(folder / 'office').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *(str(folder / f"{name}.docx") for name in files),
        ],
        check=True,
        capture_output=True,
        timeout=110,
        env=os.environ | {"FONTCONFIG_FILE": str(settings)},
    )
    return {name: folder / f"{name}.pdf" for name in files}


def letters() -> dict[str, tuple[LetterContent, LetterLook]]:
    """A short and a long letter in each look, and a letter in each script."""
    two_pages = "\n\n".join(f"{number}. {PARAGRAPH * 3}" for number in range(11))
    made = {
        f"{look.style.value}-{look.paper.value}-{name}": (whole_letter(body), look)
        for look in LOOKS
        for name, body in (("short", ""), ("long", two_pages.replace(". ", " ")))
    }
    for name, text in SCRIPTS.items():
        made[name] = (content_of(composed({Part.BODY: text}), Language.ENGLISH), LetterLook())
    return made


def test_libreoffice_shows_the_same_words_on_as_many_pages(
    tmp_path: Path, resources: Path, qapp: object
) -> None:
    from jobtracker.typesetting.fonts import register_fonts
    from jobtracker.typesetting.pages import lay_out

    made = letters()
    ways = {Part.SENDER: "\n".join(["Ada Lovelace", *WAYS]), Part.BODY: PARAGRAPH}
    for look in LOOKS:
        made[f"ways-{look.style.value}-{look.paper.value}"] = (
            content_of(composed(ways), Language.ENGLISH),
            look,
        )
    files = {name: docx_of(letter, look) for name, (letter, look) in made.items()}
    own = content("Dear Ms Hopper,\n\nA letter of my own.\n\n- **one**\n- two")
    files["form"] = filled_form(own_form(), own, {"company": "Acme", "your_name": "Ada"})
    pdfs = converted(files, tmp_path, resources / "fonts")
    register_fonts(sorted((resources / "fonts").glob("*.ttf")))

    for name, (letter, look) in made.items():
        reader = PdfReader(pdfs[name])
        if name.startswith("ways-"):
            lines = reader.pages[0].extract_text().replace(" · ", "\n").splitlines()
            assert [line.strip() for line in lines[1 : len(WAYS) + 1]] == WAYS, name
        whole = lay_out(letter, look)
        shown = "".join(page.extract_text() for page in reader.pages)
        shown = without_running_lines(shown, letter, len(reader.pages))
        if name not in {"arabic", "hebrew"}:
            assert words(shown) == words(letter.plain_text), name
        else:
            assert sorted(words(shown)) == sorted(words(letter.plain_text)), name
        assert len(reader.pages) == whole.count, name
    form = "".join(page.extract_text() for page in PdfReader(pdfs["form"]).pages)
    for said in ("Dear Ms Hopper,", "A letter of my own.", "one", "Ada, page 1"):
        assert said in " ".join(form.split())
