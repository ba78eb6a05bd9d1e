"""The page styles as pages are made of them: their sheets are in `domain.letter_sheets`."""

from PySide6.QtCore import QSizeF

from jobtracker.domain.letter_looks import LetterLook, Paper
from jobtracker.domain.letter_sheets import SHEETS, UNIT, Sheet, page_units
from jobtracker.typesetting.fonts import is_known

# Paper is white in both themes, so its inks are not a theme's.
MARK_INK = 0xFF7A4B00
MARK_GROUND = 0xFFFBE3B1


def page_size(paper: Paper) -> QSizeF:
    """The size of a sheet of paper in points."""
    width, height = page_units(paper)
    return QSizeF(width / UNIT, height / UNIT)


def sheet_of(look: LetterLook) -> Sheet:
    """The style of a look, in its own family where this computer has it."""
    sheet = SHEETS[look.style]
    return sheet._replace(family=look.family) if look.family and is_known(look.family) else sheet
