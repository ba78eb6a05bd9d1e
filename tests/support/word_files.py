"""Word files such as people have: built here, so that none of somebody's is in the project."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.shared import Pt, RGBColor

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def saved(document: Any) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def plain_form(*paragraphs: str) -> bytes:
    """A Word file of these paragraphs and no more."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def inside(xml: str) -> Any:
    """A paragraph of raw WordprocessingML; the prefix is w."""
    return parse_xml(f'<w:p xmlns:w="{_W}">{xml}</w:p>')


def merge_field(name: str) -> str:
    """A merge field over several runs, as Word writes it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> MERGEFIELD {name} \\* MERGEFORMAT </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r><w:rPr><w:b/></w:rPr><w:t>«{name}»</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def simple_field(name: str) -> str:
    return (
        f'<w:fldSimple w:instr=" MERGEFIELD {name} "><w:r><w:t>«{name}»</w:t></w:r></w:fldSimple>'
    )


def content_control(alias: str, shown: str = "Click or tap here to enter text.") -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>'
        f'<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{shown}</w:t></w:r>'
        "</w:sdtContent></w:sdt>"
    )


def own_form() -> bytes:
    """A form with all that people's forms have: a letterhead in the header, a table for the
    address, placeholders split over runs, highlighted ones, a list, a footer with a page number.
    """
    document = docx.Document()
    header = document.sections[0].header.paragraphs[0]
    name = header.add_run("Ada Lovelace")
    name.bold = True
    name.font.size = Pt(20)
    header.add_run(" · [Email Address]")
    footer = document.sections[0].footer.paragraphs[0]
    footer.add_run("[Your Name], page ")
    footer._p.append(
        inside('<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')[0]
    )
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "[Company Name]"
    table.cell(0, 1).text = "[Today's Date]"
    document.add_paragraph("Dear [Hiring Manager's Name],")
    document.add_paragraph("")
    split = document.add_paragraph("I apply for the post of ")
    split.add_run("[Job ").italic = True
    marked = split.add_run("Ti")
    marked.italic = True
    marked.font.highlight_color = 7
    split.add_run("tle]").italic = True
    split.add_run(" at ")
    coloured = split.add_run("[Company Name]")
    coloured.font.color.rgb = RGBColor(0xC0, 0, 0)
    split.add_run(" with joy.")
    document.add_paragraph("")
    document.add_paragraph("What I bring:")
    document.add_paragraph("trust in data", style="List Bullet")
    document.add_paragraph("care for people", style="List Bullet")
    document.add_paragraph("")
    document.add_paragraph("I would be glad to talk to you about all of this.")
    document.add_paragraph("")
    document.add_paragraph("Sincerely,")
    document.add_paragraph("[Your Name]")
    document.core_properties.author = "A former owner"
    return saved(document)


def with_fields() -> bytes:
    """A mail merge letter, with content controls too."""
    document = docx.Document()
    body: list[Callable[[], str]] = [
        lambda: f"<w:r><w:t xml:space='preserve'>Dear </w:t></w:r>{merge_field('HiringManager')}",
        lambda: (
            "<w:r><w:t xml:space='preserve'>I apply at </w:t></w:r>"
            + simple_field("Company_Name")
            + "<w:r><w:t xml:space='preserve'> as </w:t></w:r>"
            + content_control("Job Title")
            + "<w:r><w:t>.</w:t></w:r>"
        ),
        lambda: (
            '<w:del w:id="1" w:author="x"><w:r><w:delText>gone</w:delText></w:r></w:del>'
            '<w:ins w:id="2" w:author="x"><w:r><w:t>Kind regards</w:t></w:r></w:ins>'
        ),
    ]
    section = document.element.body[-1]
    for xml in body:
        section.addprevious(inside(xml()))
    return saved(document)


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The Word file with one of its parts changed, or a new one made of nothing."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        names = old.namelist()
        for entry in dict.fromkeys([*names, name]):
            content = old.read(entry) if entry in names else b""
            new.writestr(entry, change(content) if entry == name else content, zipfile.ZIP_DEFLATED)
    return file.getvalue()
