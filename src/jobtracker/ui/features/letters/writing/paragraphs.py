"""Where a paragraph of its own goes, and the signs of Markdown's lists; knows words only."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_ITEM = re.compile(r"([ \t]*)(?:([-*+])|(\d{1,3})([.)]))([ \t]+)")


class Border(NamedTuple):
    """A place between paragraphs: the start of a line or its end, and how many ends of lines
    are wanted before and after what is put there.
    """

    line: int
    at_end: bool
    before: int
    after: int


def border_near(lines: Sequence[str], line: int, *, at_start: bool) -> Border:
    """The place for a paragraph nearest to a line: the line itself where it is empty, before it
    where one stands `at_start` of its paragraph, else after its paragraph.
    """
    if _empty(lines, line):
        return Border(
            line, False, int(not _empty(lines, line - 1)), int(not _empty(lines, line + 1))
        )
    if at_start and _empty(lines, line - 1):
        return Border(line, False, 0, 2)
    while not _empty(lines, line + 1):
        line += 1
    return Border(line, True, 2, 0)


def _empty(lines: Sequence[str], line: int) -> bool:
    """Whether there are no words in a line; nor are there any beyond the text."""
    return not (0 <= line < len(lines) and lines[line].strip())


class Marker(NamedTuple):
    """The sign of a list's item as it stands at the start of a line."""

    indent: str
    bullet: str
    number: int
    stop: str
    gap: str

    @property
    def text(self) -> str:
        sign = self.bullet or f"{self.number}{self.stop}"
        return f"{self.indent}{sign}{self.gap}"

    @property
    def next(self) -> "Marker":
        """The sign of the item that follows."""
        return self if self.bullet else self._replace(number=self.number + 1)

    def goes_on(self, other: "Marker") -> bool:
        """Whether both are signs of the same list."""
        return self._replace(number=0) == other._replace(number=0)


BULLET = Marker("", "-", 0, "", " ")
FIRST = Marker("", "", 1, ".", " ")


def marker_of(line: str) -> Marker | None:
    """The sign a line begins with, or None where it is no item of a list."""
    found = _ITEM.match(line)
    if found is None:
        return None
    indent, bullet, number, stop, gap = found.groups()
    return Marker(indent, bullet or "", int(number or 0), stop or "", gap)
