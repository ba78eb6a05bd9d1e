"""A page as lines that know what they are: text, a list item, a heading or a table row."""

import re
from enum import Enum, auto
from typing import NamedTuple


class LineKind(Enum):
    TEXT = auto()
    BULLET = auto()
    HEADING = auto()
    ROW = auto()


class Line(NamedTuple):
    """A line with content.

    `text` has no list mark and no blanks around it; `raw` is the line as it stood. `level`
    is a heading's (1 the page's own). `gap` says that an empty line or a paragraph's start
    stands before it. `aside` marks what a page hides or keeps outside its content.
    """

    text: str
    raw: str
    kind: LineKind = LineKind.TEXT
    cells: tuple[str, ...] = ()
    level: int = 0
    gap: bool = False
    aside: bool = False


_BULLET = re.compile(r"(?:[-–—*+•·●○◦▪■‣⁃]|\d{1,2}[.)])[ \t]+(?=\S)")
_LONE_BULLET = re.compile(r"[-–—*•·●○◦▪■‣⁃]")
_MARKDOWN_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_TABLE_RULE = frozenset("|:- ")
_SEE_ALL = re.compile(r"((?:see|view|show) all\b[^→›»]{0,120}[→›»])\s*(\S.*)", re.IGNORECASE)
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u2060\ufeff\u00ad"))


def clean(text: str) -> str:
    """Text without invisible characters and outer blanks, no-break blanks as plain ones."""
    return text.translate(_INVISIBLE).replace("\u00a0", " ").replace("\u202f", " ").strip()


def plain_lines(text: str) -> list[Line]:
    """The lines of a page that was copied as text (or is written in Markdown)."""
    lines: list[Line] = []
    gap = True
    lone_bullet = False
    for raw in text.splitlines():
        content = clean(raw)
        if not content:
            gap = True
            continue
        if content.startswith("|") and _TABLE_RULE.issuperset(content):
            continue
        if _LONE_BULLET.fullmatch(content):
            lone_bullet = True
            continue
        for part in _unglued(content):
            line = _plain_line(part, raw.rstrip() if part == content else part, gap=gap)
            lines.append(line._replace(kind=LineKind.BULLET) if lone_bullet else line)
            gap = lone_bullet = False
    return lines


def _unglued(content: str) -> tuple[str, ...]:
    """Copying glues the link "See all ... jobs →" to the first entry of the list below it."""
    glued = _SEE_ALL.fullmatch(content)
    return (glued[1], glued[2]) if glued else (content,)


def _plain_line(content: str, raw: str, *, gap: bool) -> Line:
    if mark := _MARKDOWN_HEADING.match(content):
        title = content[mark.end() :].rstrip("# ")
        return Line(title or content, raw, LineKind.HEADING, level=len(mark[1]), gap=gap)
    cells = _cells(content, raw)
    if len(cells) > 1:
        return Line(" · ".join(cells), raw, LineKind.ROW, cells, gap=gap)
    if mark := _BULLET.match(content):
        return Line(content[mark.end() :], raw, LineKind.BULLET, gap=gap)
    return Line(content, raw, gap=gap)


def _cells(content: str, raw: str) -> tuple[str, ...]:
    """The cells of a table row, copied with tabs or written in Markdown; else nothing."""
    if content.startswith("|"):
        parts = content.strip("|").split("|")
    elif "\t" in raw.strip():
        parts = content.split("\t")
    else:
        return ()
    return tuple(part.strip() for part in parts if part.strip())


def piped_cells(line: Line) -> tuple[str, ...]:
    """The cells of a line of text such as "Junior | 2 years | £30,000"; else nothing."""
    if line.kind is not LineKind.TEXT or " | " not in line.text:
        return ()
    return tuple(part.strip() for part in line.text.split(" | ") if part.strip())
