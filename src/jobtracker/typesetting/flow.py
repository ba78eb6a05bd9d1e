"""Strips of a letter, one below the other, put on pages where a page may end."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from PySide6.QtGui import QPainter


class Ink(Protocol):
    """Something that is drawn in a strip whose left edge and baseline are given."""

    def __call__(self, painter: QPainter, left: float, baseline: float) -> None: ...


class Strip(NamedTuple):
    """One line over the whole width of the text.

    `gap` is the space above it, which falls away at the top of a page; `baseline` lies that far
    below its top. `may_begin` says whether a page may begin with it.
    """

    height: float
    baseline: float
    inks: tuple[Ink, ...]
    gap: float = 0.0
    may_begin: bool = True


class Placed(NamedTuple):
    top: float
    strip: Strip


def on_pages(strips: Sequence[Strip], height: float) -> list[list[Placed]]:
    """The strips on pages of this height: each page ends at the last place where it may.

    Where it may end nowhere it ends when it is full. There is always one page.
    """
    pages: list[list[Placed]] = []
    first = 0
    while first < len(strips) or not pages:
        end = _end_of_page(strips, first, height)
        pages.append(_stacked(strips[first:end]))
        first = end
    return pages


def _end_of_page(strips: Sequence[Strip], first: int, height: float) -> int:
    """The strip that the next page begins with."""
    y = 0.0
    last_break = first
    for index in range(first, len(strips)):
        strip = strips[index]
        if index > first:
            y += strip.gap
            if strip.may_begin:
                last_break = index
        y += strip.height
        if y > height and index > first:
            return last_break if last_break > first else index
    return len(strips)


def _stacked(strips: Sequence[Strip]) -> list[Placed]:
    placed: list[Placed] = []
    y = 0.0
    for index, strip in enumerate(strips):
        y += strip.gap if index else 0.0
        placed.append(Placed(y, strip))
        y += strip.height
    return placed
