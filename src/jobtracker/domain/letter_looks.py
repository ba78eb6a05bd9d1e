"""How a letter looks on paper: a page style, a paper size, and whether it must fit one page."""

from enum import StrEnum
from typing import NamedTuple


class PageStyle(StrEnum):
    CLASSIC = "classic"
    """The shipped serif, the sender on top, generous margins."""
    MODERN = "modern"
    """The interface sans, a coloured rule under the name."""
    COMPACT = "compact"
    """The shipped serif, smaller and tighter: for a letter that has much to say."""


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "letter"


class LetterLook(NamedTuple):
    """`fit` sets the letter smaller, within what stays readable, until it takes one page.

    An empty `family` is the font of the style.
    """

    style: PageStyle = PageStyle.CLASSIC
    paper: Paper = Paper.A4
    fit: bool = False
    family: str = ""
