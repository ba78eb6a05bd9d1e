"""How Markdown's signs look while one writes: the words in their style, the signs quiet."""

import re
from collections.abc import Iterator
from enum import IntFlag
from typing import NamedTuple

from jobtracker.ui.features.letters.writing.links import LINK
from jobtracker.ui.features.letters.writing.paragraphs import marker_of


class Style(IntFlag):
    """Styles add up: a link may be bold and misspelt."""

    PLAIN = 0
    SIGN = 1
    BOLD = 2
    ITALIC = 4
    LINK = 8
    WRONG = 16


class Span(NamedTuple):
    start: int
    end: int
    style: Style


_BOLD = re.compile(r"(?<!\\)(\*\*)(?=[^\s*])(.+?)(?<![\s\\])(\*\*)")
_ITALIC = (
    re.compile(r"(?<![\\*])(\*)(?=[^\s*])((?:\*\*|[^*])+?)(?<![\s\\])(\*)(?!\*)"),
    re.compile(r"(?<![\\\w])(_)(?=[^\s_])([^_]+?)(?<![\s\\])(_)(?!\w)"),
)
_HEADING = re.compile(r"(#{1,6} )(.*)")


def spans(line: str) -> Iterator[Span]:
    """The stretches of a line that Markdown reads as more than words."""
    for found in _BOLD.finditer(line):
        yield from _wrapped(found, Style.BOLD)
    for expression in _ITALIC:
        for found in expression.finditer(line):
            yield from _wrapped(found, Style.ITALIC)
    for found in LINK.finditer(line):
        yield Span(found.start(), found.start(1), Style.SIGN)
        yield Span(found.start(1), found.end(1), Style.LINK)
        yield Span(found.end(1), found.end(), Style.SIGN)
    heading = _HEADING.match(line)
    if heading is not None:
        yield Span(0, heading.end(1), Style.SIGN)
        yield Span(heading.start(2), heading.end(), Style.BOLD)
    marker = marker_of(line)
    if marker is not None:
        yield Span(0, len(marker.text), Style.SIGN)


def _wrapped(found: re.Match[str], style: Style) -> Iterator[Span]:
    yield Span(*found.span(1), Style.SIGN)
    yield Span(*found.span(2), style)
    yield Span(*found.span(3), Style.SIGN)
