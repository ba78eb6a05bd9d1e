"""A letter as a Word file: real styles, real lists, links; no macros or outside parts, and no
fields but the numbers of its pages.

The file is written part by part as ISO/IEC 29500 (OOXML) describes it. Nothing in it points
outside but the links of the letter's own words.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from jobtracker.domain.letter_content import LetterContent, Paragraph, PartContent, Run, lines_typed
from jobtracker.domain.letter_continuation import running_line
from jobtracker.domain.letter_looks import LetterLook
from jobtracker.domain.letter_parts import Part
from jobtracker.domain.letter_sheets import Sheet
from jobtracker.exchange import docx_styles as looks
from jobtracker.exchange.letter_text import right_to_left
from jobtracker.exchange.markup import is_safe_link
from jobtracker.exchange.xml_text import xml_text

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_STYLES = {
    Part.SENDER: "Sender",
    Part.RECIPIENT: "Recipient",
    Part.DATE: "Date",
    Part.SUBJECT: "Subject",
    Part.SALUTATION: "Salutation",
    Part.BODY: "BodyText",
    Part.CLOSING: "Closing",
    Part.SIGNATURE: "Signature",
    Part.ENCLOSURES: "Enclosures",
}
_FLOWING = (Part.BODY, Part.ENCLOSURES)
_OWN_PARTS = ("styles", "numbering", "settings", "fontTable", "footer")
"""The files that the document refers to, by ids from 1."""
_FOOTER = f"rId{_OWN_PARTS.index('footer') + 1}"
_LINK_STYLE = '<w:rStyle w:val="Hyperlink"/>'
_PLAIN_LINKS = ("SenderName", "Sender")
_BETWEEN = " · "
"""Between two ways to reach the sender."""
_WIDE, _NARROW = 0.66, 0.55
"""Of the size, what capitals and digits take at most, and what other letters take."""
_THIN = " .,-/:·"
_HEADINGS = 3
_FIRST_LINK = 10
_RIGHT_TO_LEFT = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
    r"(?:[^A-Za-z\u00c0-\u052f]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])?"
)
_TALL = re.compile("[\u0590-\u1fff\u2600-\U0010ffff]")
"""Scripts and signs whose fonts ask for more height than Latin, Greek and Cyrillic."""
_SIGNS = {"\n": "<w:br/>", "\t": "<w:tab/>"}

_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
    '+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD_TYPE}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("numbering", "numbering"),
            ("settings", "settings"),
            ("fontTable", "fontTable"),
            ("footer", "footer"),
        )
    )
    + '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package'
    '.core-properties+xml"/></Types>'
)
_PACKAGE_LINKS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" '
    'Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)
_SETTINGS = (
    f'{_HEAD}<w:settings xmlns:w="{looks.NAMESPACE}"><w:compat><w:compatSetting '
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat></w:settings>"
)


def docx_of(
    content: LetterContent,
    look: LetterLook,
    *,
    title: str = "",
    author: str = "",
    scale: float = 1.0,
) -> bytes:
    """The letter as a Word file's bytes; the same letter gives the same bytes.

    `scale` sets it smaller or larger, by as much as its pages had to be to fit on one.
    """
    sheet = looks.sheet_of(look, scale)
    body = _Body(content, sheet)
    document = (
        f'{_HEAD}<w:document xmlns:w="{looks.NAMESPACE}" xmlns:r="{_OFFICE}/relationships">'
        f"<w:body>{body.text()}{looks.section(look, sheet, _FOOTER)}</w:body></w:document>"
    )
    tag = looks.language_tag(content.language, look.paper)
    return _zipped(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _PACKAGE_LINKS,
            "docProps/core.xml": _properties(title, author, tag),
            "word/document.xml": document,
            "word/_rels/document.xml.rels": _links(body.links),
            "word/styles.xml": _HEAD + looks.styles(look, content.language, scale),
            "word/numbering.xml": _HEAD + looks.numbering(tuple(body.lists), sheet.size),
            "word/settings.xml": _SETTINGS,
            "word/fontTable.xml": _HEAD + looks.font_table(sheet.family),
            "word/footer.xml": _HEAD + body.footer(),
        }
    )


class _Body:
    """Writes paragraphs, and remembers the lists and links they need."""

    def __init__(self, content: LetterContent, sheet: Sheet) -> None:
        self.links: dict[str, int] = {}
        self.lists: list[tuple[int, int, int]] = []
        self._content = content
        self._sheet = sheet
        self._numbers: dict[int, tuple[int, int, int]] = {}  # by level: list id, kind, number
        self._before: Paragraph | None = None
        said = next((part for part in content.parts if part.part is Part.BODY), None)
        first = next(iter(said.paragraphs if said else content.paragraphs()), None)
        self._turned = first is not None and right_to_left(first.text)

    def text(self) -> str:
        return "".join(self._part(part) for part in self._content.parts)

    def footer(self) -> str:
        """Whose letter it is and which page: the program that shows it counts."""
        before, between = running_line(self._content)
        words = [_written(before, Run(before), "", ""), _number("PAGE")]
        words += [_written(between, Run(between), "", ""), _number("NUMPAGES")]
        form = '<w:pStyle w:val="Footer"/>' + ("<w:bidi/>" if self._turned else "")
        return (
            f'<w:ftr xmlns:w="{looks.NAMESPACE}"><w:p><w:pPr>{form}</w:pPr>'
            f"{''.join(words)}</w:p></w:ftr>"
        )

    def _part(self, part: PartContent) -> str:
        if part.part is Part.SENDER:
            return self._sender(part.paragraphs)
        if part.part in _FLOWING:
            last = len(part.paragraphs) - 1 if part.part is Part.BODY else -1
            return "".join(
                self._paragraph(one, self._style(part.part, one), keep=index == last)
                for index, one in enumerate(part.paragraphs)
            )
        whole = Paragraph(_with_line_ends(part.paragraphs))
        return self._paragraph(whole, _STYLES[part.part], turned=self._turned)

    def _sender(self, paragraphs: tuple[Paragraph, ...]) -> str:
        """The name with a style of its own, all other lines on one below it, and the rule."""
        name, *others = lines_typed(paragraphs)
        rule = looks.rule_below(self._sheet)
        written = self._paragraph(
            Paragraph(name), "SenderName", turned=self._turned, form="" if others else rule
        )
        if others:
            room = self._sheet.measure / (self._sheet.size * self._sheet.small)
            contact = Paragraph(tuple(_in_lines(others, room)))
            written += self._paragraph(contact, "Sender", turned=self._turned, form=rule)
        return written

    def _style(self, part: Part, paragraph: Paragraph) -> str:
        if paragraph.marker:
            return "ListNumber" if paragraph.marker[0].isdigit() else "ListBullet"
        if paragraph.heading:
            return f"Heading{min(paragraph.heading, _HEADINGS)}"
        return _STYLES[part]

    def _paragraph(
        self,
        paragraph: Paragraph,
        style: str,
        *,
        turned: bool | None = None,
        form: str = "",
        keep: bool = False,
    ) -> str:
        """A paragraph, with `keep` on the page of what follows; its properties stand in the order
        of the schema.
        """
        properties = f'<w:pStyle w:val="{style}"/>' + ("<w:keepNext/>" if keep else "")
        if paragraph.marker:
            properties += self._list_item(paragraph)
        else:
            self._numbers.clear()
        turned = right_to_left(paragraph.text) if turned is None else turned
        properties += form + ("<w:bidi/>" if turned else "")
        properties += self._distances(paragraph)
        link_style = "" if style in _PLAIN_LINKS else _LINK_STYLE
        words = "".join(
            self._linked(link, tuple(runs), link_style)
            for link, runs in groupby(paragraph.runs, key=lambda run: run.link)
        )
        return f"<w:p><w:pPr>{properties}</w:pPr>{words}</w:p>"

    def _distances(self, paragraph: Paragraph) -> str:
        above: float | None = None
        if self._before is None:
            above = 0
        elif paragraph.marker and self._before.marker:
            above = looks.item_gap(self._sheet)
        self._before = paragraph
        is_tall = _TALL.search(paragraph.text) is not None
        return looks.distances(above, self._sheet.leading * self._sheet.size if is_tall else None)

    def _list_item(self, paragraph: Paragraph) -> str:
        level = min(paragraph.level, looks.LIST_LEVELS - 1)
        sign = paragraph.marker[-1]
        kind = looks.FULL_STOPS if sign == "." else looks.PARENTHESES
        digits = paragraph.marker[:-1]
        kind, number = (kind, int(digits)) if digits.isdigit() else (looks.BULLETS, 1)
        for deeper in [one for one in self._numbers if one > level]:
            del self._numbers[deeper]
        key, before, count = self._numbers.get(level, (0, -1, 0))
        if before != kind or (kind != looks.BULLETS and number != count + 1):
            self.lists.append((kind, level, number))
            key = len(self.lists)
        self._numbers[level] = (key, kind, number)
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>'

    def _linked(self, link: str, runs: tuple[Run, ...], style: str) -> str:
        safe = link if is_safe_link(link) else ""
        words = "".join(
            stretch for run in runs for stretch in _stretches(run, style if safe else "")
        )
        if not safe:
            return words
        key = self.links.setdefault(safe, _FIRST_LINK + len(self.links))
        return f'<w:hyperlink r:id="rId{key}">{words}</w:hyperlink>'


def _with_line_ends(paragraphs: tuple[Paragraph, ...]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for line in lines_typed(paragraphs):
        runs += (Run("\n"), *line) if runs else line
    return tuple(runs)


def _stretches(run: Run, style: str) -> Iterator[str]:
    """A run, cut where its direction changes: complex scripts have fonts and sizes of their own."""
    text = xml_text(run.text)
    position = 0
    for turned in _RIGHT_TO_LEFT.finditer(text):
        if turned.start() > position:
            yield _written(text[position : turned.start()], run, style, "")
        yield _written(turned[0], run, style, "<w:rtl/>")
        position = turned.end()
    if position < len(text):
        yield _written(text[position:], run, style, "")


def _written(text: str, run: Run, style: str, direction: str) -> str:
    form = style + ("<w:b/><w:bCs/>" if run.bold else "")
    form += ("<w:i/><w:iCs/>" if run.italic else "") + direction
    properties = f"<w:rPr>{form}</w:rPr>" if form else ""
    words = "".join(
        _SIGNS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in re.split("([\n\t])", text)
        if piece
    )
    return f"<w:r>{properties}{words}</w:r>"


def _in_lines(ways: list[tuple[Run, ...]], room: float) -> Iterator[Run]:
    """Ways to reach the sender in lines that break between two, as many on one as surely have
    room, which is in sizes. No-break spaces would do it too, but a PDF that LibreOffice makes of
    them has no other blanks at all.
    """
    yield from ways[0]
    used = _room_for(ways[0])
    for way in ways[1:]:
        needed = _room_for((Run(_BETWEEN), *way))
        fits = used + needed <= room
        used = used + needed if fits else _room_for(way)
        yield Run(_BETWEEN if fits else "\n")
        yield from way


def _room_for(runs: tuple[Run, ...]) -> float:
    signs = (sign for run in runs for sign in run.text)
    return sum(_NARROW if sign.islower() or sign in _THIN else _WIDE for sign in signs)


def _number(field: str) -> str:
    return f'<w:fldSimple w:instr=" {field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _links(addresses: Mapping[str, int]) -> str:
    own = "".join(
        f'<Relationship Id="rId{index}" Type="{_OFFICE}/relationships/{name}" Target="{name}.xml"/>'
        for index, name in enumerate(_OWN_PARTS, 1)
    )
    outside = "".join(
        f'<Relationship Id="rId{key}" Type="{_OFFICE}/relationships/hyperlink" '
        f'Target={quoteattr(address)} TargetMode="External"/>'
        for address, key in addresses.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{own}{outside}</Relationships>'


def _properties(title: str, author: str, language: str) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(xml_text(title))}</dc:title>"
        f"<dc:creator>{escape(xml_text(author))}</dc:creator>"
        f"<dc:language>{language}</dc:language></cp:coreProperties>"
    )


def _zipped(parts: dict[str, str]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)
    return file.getvalue()
