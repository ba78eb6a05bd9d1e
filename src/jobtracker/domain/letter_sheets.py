"""The three page styles as data: sizes, leading, margins and gaps, and how each is set tighter.

Pages and Word files share them. All lengths are units of a tenth of a point. The measures follow
what typographers agree on: 60 to 75 characters a line (a letter takes about 0.46 of the size in
both fonts), 1.35 to 1.5 of the size from line to line, and more air around a part than within it.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_looks import PageStyle, Paper
from jobtracker.domain.letter_parts import Part

UNIT = 10
"""Units a point."""
_PAPERS = {Paper.A4: (5950, 8420), Paper.LETTER: (6120, 7920)}

SERIF, SANS = "Source Serif 4", "Inter"
"""The families that are shipped."""

# Paper is white in both themes, so its inks are here.
INK = 0xFF1A1A1A
FAINT_INK = 0xFF555555
LINK_INK = 0xFF2A4B8D
_HAIRLINE = 0xFFC9C9CF
_ACCENT = 0xFF4340B8

_SMALLEST = 95
_EDGE = 430
"""Just over 15 mm: no margin is smaller."""
_SIDE = 560
_TIGHTEST_LEADING = 1.27
_TIGHTEST_GAPS = 0.55
_STEPS = 8


class Sheet(NamedTuple):
    """How one page style is set; see the module for the units.

    `leading` is a multiple of the size, as are all sizes and gaps below it.
    """

    family: str
    size: int
    leading: float
    measure: int
    top: int
    bottom: int
    gap: float
    """Between paragraphs."""
    name: float
    name_weight: int
    bold: int
    """The weight of bold words: what the family has."""
    small: float
    """The contact line and the enclosures."""
    rule: int
    """The ink of the line under the sender, 0 for none."""
    rule_height: int
    date_left: bool
    """Whether the date stands on the left whatever the language."""
    air: float = 1.0
    """What the gaps between the parts are multiplied by."""


SHEETS: Mapping[PageStyle, Sheet] = {
    PageStyle.CLASSIC: Sheet(
        SERIF, 110, 1.42, 3860, 720, 700, 0.68, 1.55, 600, 700, 0.87, _HAIRLINE, 6, date_left=False
    ),
    PageStyle.MODERN: Sheet(
        SANS, 100, 1.5, 3640, 720, 680, 0.75, 2.1, 600, 600, 0.86, _ACCENT, 12, date_left=True
    ),
    PageStyle.COMPACT: Sheet(
        SERIF, 105, 1.35, 4120, 560, 560, 0.5, 1.4, 600, 700, 0.87, 0, 0, date_left=False, air=0.8
    ),
}
_GAPS = {
    Part.RECIPIENT: 2.6,
    Part.DATE: 1.9,
    Part.SUBJECT: 2.1,
    Part.SALUTATION: 1.5,
    Part.BODY: 0.8,
    Part.CLOSING: 1.5,
    Part.SIGNATURE: 3.3,
    Part.ENCLOSURES: 2.4,
}
_DATE_RIGHT = frozenset({Language.GERMAN, Language.FRENCH, Language.SPANISH})


def page_units(paper: Paper) -> tuple[int, int]:
    """Width and height of a sheet of paper."""
    return _PAPERS[paper]


def tighter(sheet: Sheet, paper: Paper) -> Iterator[Sheet]:
    """The same style step by step smaller: at first gaps and margins, at last the text."""
    width, _height = _PAPERS[paper]
    side = (width - sheet.measure) / 2
    for step in range(1, _STEPS + 1):
        part = step / _STEPS
        yield sheet._replace(
            size=round(_between(sheet.size, min(sheet.size, _SMALLEST), part)),
            leading=_between(sheet.leading, _TIGHTEST_LEADING, part),
            measure=width - 2 * round(_between(side, _SIDE, part**2)),
            top=round(_between(sheet.top, _EDGE, part)),
            bottom=round(_between(sheet.bottom, _EDGE, part)),
            gap=_between(sheet.gap, sheet.gap * _TIGHTEST_GAPS, part),
            name=_between(sheet.name, 1.3, part),
            air=_between(sheet.air, sheet.air * _TIGHTEST_GAPS, part),
        )


def gap_before(part: Part, sheet: Sheet) -> float:
    """The space above a part, in units."""
    return _GAPS.get(part, sheet.gap) * sheet.air * sheet.size


def date_on_the_right(sheet: Sheet, language: Language) -> bool:
    """German, French and Spanish letters have the date on the right."""
    return language in _DATE_RIGHT and not sheet.date_left


def _between(start: float, end: float, part: float) -> float:
    return start + (end - start) * part
