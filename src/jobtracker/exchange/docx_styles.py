"""The styles of a letter's Word file: one real paragraph style for each part of a letter.

Element names and units are those of ISO/IEC 29500-1 (WordprocessingML): sizes in half points,
distances in twentieths of a point.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_looks import LetterLook, PageStyle, Paper
from jobtracker.domain.letter_parts import Part
from jobtracker.domain.letter_sheets import (
    FAINT_INK,
    INK,
    LINK_INK,
    SANS,
    SHEETS,
    UNIT,
    Sheet,
    date_on_the_right,
    gap_before,
    page_units,
    tighter,
)

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LIST_LEVELS = 9
BULLETS, FULL_STOPS, PARENTHESES = 0, 1, 2
"""The kinds of lists that `numbering` defines: the ids of its abstract lists."""

_STAND_INS = {True: "Georgia", False: "Arial"}
_REGIONS = {
    Language.ENGLISH: "en-GB",
    Language.GERMAN: "de-DE",
    Language.FRENCH: "fr-FR",
    Language.SPANISH: "es-ES",
}
_BULLET_SIGNS = ("•", "–")
_LIST_INDENT = 1.55
_MARKER_GAP = 0.5
_ITEM_GAP = 0.28
_NAME_LEADING, _CONTACT_LEADING, _CONTACT_GAP = 1.25, 1.55, 0.3
_RULE_GAP = 0.9
_FOOTER_LEADING = 1.2
_FOOTER_AT = 0.42
"""Where the footer's line ends in the bottom margin, of its height from below."""
_AT_THE_END = '<w:jc w:val="right"/>'
_HEADINGS = (1.22, 1.1, 1.0)
_HEADING_GAP = 1.5
_RECIPIENT_AT = 0.56
"""Where a French recipient's address begins, of the measure."""


class _Style(NamedTuple):
    """A paragraph style; lengths are tenths of a point, `size` 0 and `line` 0 the letter's."""

    name: str
    before: float = 0
    size: float = 0
    line: float = 0
    bold: bool = False
    ink: int = 0
    keep: bool = False
    """Whether it stays on the page of what follows."""
    whole: bool = False
    """Whether it stays on one page."""
    form: str = ""
    """Further paragraph properties, those that stand behind the spacing in the schema."""
    outline: int = 0


def language_tag(language: Language, paper: Paper) -> str:
    """A language with its region: English on Letter paper is that of the United States."""
    american = language is Language.ENGLISH and paper is Paper.LETTER
    return "en-US" if american else _REGIONS[language]


def sheet_of(look: LetterLook, scale: float) -> Sheet:
    """The sheet of a look, as much tighter as its pages had to be to fit on one."""
    sheet = SHEETS[look.style]
    if scale < 1:
        steps = tuple(tighter(sheet, look.paper))
        nearest = min(abs(step.size / sheet.size - scale) for step in steps)
        sheet = [one for one in steps if abs(one.size / sheet.size - scale) == nearest][-1]
    return sheet._replace(family=look.family) if look.family else sheet


@lru_cache(32)
def styles(look: LetterLook, language: Language, scale: float) -> str:
    """The file of styles of a look."""
    sheet = sheet_of(look, scale)
    own = "".join(_paragraph_style(key, one) for key, one in _styles(sheet, language).items())
    return (
        f'<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f"{_fonts(sheet)}{_ink(INK)}{_size(sheet.size)}"
        f'<w:lang w:val="{language_tag(language, look.paper)}"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/>"
        f"{_spacing(0, sheet.leading * sheet.size)}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        f"<w:rPr>{_ink(LINK_INK)}</w:rPr></w:style>{own}</w:styles>"
    )


def _styles(sheet: Sheet, language: Language) -> dict[str, _Style]:
    em = sheet.size
    gap, small = sheet.gap * em, sheet.small * em
    right = '<w:jc w:val="right"/>' if date_on_the_right(sheet, language) else ""
    french = language is Language.FRENCH and not sheet.date_left
    address = f'<w:ind w:left="{_twips(sheet.measure * _RECIPIENT_AT)}"/>' if french else ""
    name = _Style("Sender Name", 0, sheet.name * em, sheet.name * em * _NAME_LEADING, bold=True)
    contact = _Style("Sender", small * _CONTACT_GAP, small, small * _CONTACT_LEADING, ink=FAINT_INK)
    heading = _Style("heading 1", gap * _HEADING_GAP, bold=True, keep=True)
    parts = {
        part: _Style(
            part.value.capitalize(),
            gap_before(part, sheet),
            keep=part in _KEPT,
            whole=part is not Part.BODY,
        )
        for part in Part
    }
    return {
        "SenderName": name._replace(keep=True),
        "Sender": contact,
        "Recipient": parts[Part.RECIPIENT]._replace(form=address),
        "Date": parts[Part.DATE]._replace(form=right),
        "Subject": parts[Part.SUBJECT]._replace(bold=True),
        "Salutation": parts[Part.SALUTATION],
        "BodyText": _Style("Body Text", gap),
        "ListBullet": _Style("List Bullet", gap),
        "ListNumber": _Style("List Number", gap),
        "Closing": parts[Part.CLOSING],
        "Signature": parts[Part.SIGNATURE],
        "Enclosures": parts[Part.ENCLOSURES]._replace(
            size=small, line=small * sheet.leading, ink=FAINT_INK
        ),
        "Footer": _Style(
            "footer", size=small, line=small * _FOOTER_LEADING, ink=FAINT_INK, form=_AT_THE_END
        ),
    } | {
        f"Heading{level}": heading._replace(name=f"heading {level}", size=times * em, outline=level)
        for level, times in enumerate(_HEADINGS, 1)
    }


_KEPT = frozenset({Part.SUBJECT, Part.SALUTATION, Part.CLOSING})
"""The parts that stay on the page of what follows them."""


def _paragraph_style(key: str, style: _Style) -> str:
    paragraph = "<w:keepNext/>" if style.keep else ""
    paragraph += "<w:keepLines/>" if style.whole else ""
    paragraph += _spacing(style.before, style.line) + style.form
    if style.outline:
        paragraph += f'<w:outlineLvl w:val="{style.outline - 1}"/>'
    run = "<w:b/><w:bCs/>" if style.bold else ""
    run += _ink(style.ink) if style.ink else ""
    run += _size(style.size) if style.size else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f"<w:rPr>{run}</w:rPr></w:style>"
    )


def _fonts(sheet: Sheet) -> str:
    family, serif = quoteattr(sheet.family), sheet.family != SANS
    complex_script = "Times New Roman" if serif else _STAND_INS[serif]
    return f'<w:rFonts w:ascii={family} w:hAnsi={family} w:cs="{complex_script}"/>'


def _ink(ink: int) -> str:
    return f'<w:color w:val="{ink & 0xFFFFFF:06X}"/>'


def _size(tenths: float) -> str:
    half = round(tenths / UNIT * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _spacing(before: float, line: float) -> str:
    height = f' w:line="{_twips(line)}" w:lineRule="exact"' if line else ""
    return f'<w:spacing w:before="{_twips(before)}" w:after="0"{height}/>'


def distances(above: float | None, least: float | None) -> str:
    """Distances that are not the style's: to what stands above, and from line to line for
    scripts that need more than Latin, at least that much. "" where both are None.
    """
    before = "" if above is None else f' w:before="{_twips(above)}"'
    line = "" if least is None else f' w:line="{_twips(least)}" w:lineRule="atLeast"'
    return f"<w:spacing{before}{line}/>" if before or line else ""


def item_gap(sheet: Sheet) -> float:
    """The distance between the items of a list."""
    return _ITEM_GAP * sheet.gap / SHEETS[PageStyle.CLASSIC].gap * sheet.size


def rule_below(sheet: Sheet) -> str:
    """The line under the sender, as a border; "" in a style without one."""
    if not sheet.rule:
        return ""
    width = round(sheet.rule_height / UNIT * 8)
    space = round(sheet.size * _RULE_GAP / UNIT)
    return (
        f'<w:pBdr><w:bottom w:val="single" w:sz="{width}" w:space="{space}" '
        f'w:color="{sheet.rule & 0xFFFFFF:06X}"/></w:pBdr>'
    )


def _twips(tenths: float) -> int:
    return round(tenths / UNIT * 20)


@lru_cache(32)
def font_table(family: str) -> str:
    """The fonts a reader's computer may put in place of one it does not have."""
    serif = family != SANS
    kind = "roman" if serif else "swiss"
    return (
        f'<w:fonts xmlns:w="{NAMESPACE}"><w:font w:name={quoteattr(family)}>'
        f'<w:altName w:val="{_STAND_INS[serif]}"/><w:family w:val="{kind}"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def section(look: LetterLook, sheet: Sheet, footer: str) -> str:
    """The page: its paper and margins; `footer` is the id of what every page but the first has."""
    width, height = page_units(look.paper)
    side = _twips((width - sheet.measure) / 2)
    below = _twips(sheet.bottom * _FOOTER_AT)
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{footer}"/>'
        f'<w:pgSz w:w="{_twips(width)}" w:h="{_twips(height)}"/>'
        f'<w:pgMar w:top="{_twips(sheet.top)}" w:right="{side}" w:bottom="{_twips(sheet.bottom)}" '
        f'w:left="{side}" w:header="567" w:footer="{below}" w:gutter="0"/><w:titlePg/>'
        "</w:sectPr>"
    )


def numbering(lists: tuple[tuple[int, int, int], ...], size: int) -> str:
    """The file of lists: for each its kind, its level and its first number; ids count from 1.

    `size` is that of the letter's words.
    """
    used = "".join(
        f'<w:num w:numId="{index}"><w:abstractNumId w:val="{kind}"/>'
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{first}"/></w:lvlOverride>'
        "</w:num>"
        for index, (kind, level, first) in enumerate(lists, 1)
    )
    return f'<w:numbering xmlns:w="{NAMESPACE}">{_kinds_of_lists(size)}{used}</w:numbering>'


@lru_cache(32)
def _kinds_of_lists(size: int) -> str:
    return "".join(
        f'<w:abstractNum w:abstractNumId="{kind}"><w:multiLevelType w:val="multilevel"/>'
        f"{''.join(_levels(kind, size))}</w:abstractNum>"
        for kind in (BULLETS, FULL_STOPS, PARENTHESES)
    )


def _levels(kind: int, size: int) -> Iterator[str]:
    for level in range(LIST_LEVELS):
        if kind == BULLETS:
            form, sign = "bullet", _BULLET_SIGNS[level % len(_BULLET_SIGNS)]
        else:
            form, sign = "decimal", f"%{level + 1}{'.' if kind == FULL_STOPS else ')'}"
        yield (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="right"/><w:pPr>'
            f'<w:ind w:left="{_twips(_LIST_INDENT * size * (level + 1))}" '
            f'w:hanging="{_twips(_MARKER_GAP * size)}"/></w:pPr></w:lvl>'
        )
