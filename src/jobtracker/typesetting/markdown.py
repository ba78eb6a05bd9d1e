"""A letter's Markdown made ready for Qt: a line that was typed is a line on the page."""

import re
from collections.abc import Iterator

_LINE_SEPARATOR = "\u2028"
_LINES_A_PARAGRAPH = 200  # Qt's layout is quadratic in the lines of one paragraph ...
_SIGNS_A_WORD = 2_000  # ... and breaks a word without end at any sign

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_INDENT = re.compile(r"(?: {4}|\t| {1,3}\t)[ \t]*")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]")
_RULE = r"(?:-[ \t]*){3,}$|(?:[*_][ \t]*){3,}$"
_BEGINS_BLOCK = re.compile(
    rf"[ \t]*(?:[-*+][ \t]|\d{{1,9}}[.)][ \t]|#{{1,6}}(?:[ \t]|$)|[>|]|[=-]+[ \t]*$|{_RULE}|$)"
)
_ENDS_BLOCK = re.compile(rf"[ \t]*(?:#{{1,6}}(?:[ \t]|$)|\||{_RULE}|$)")
_LONG_WORD = re.compile(rf"\S{{{_SIGNS_A_WORD}}}")


def with_line_breaks(markdown: str) -> str:
    """The text with single line ends inside paragraphs as line separators (U+2028).

    Markdown would run an address or a signature together on one line, and Qt makes a paragraph
    of each of its hard breaks. Indented text stays text: in a letter it is never a program.
    """
    text = markdown.replace("\r\n", "\n").replace("\r", "\n")
    return _LONG_WORD.sub(rf"\g<0>{_LINE_SEPARATOR}", "".join(_joined(text.split("\n"))))


def _joined(lines: list[str]) -> Iterator[str]:
    fence = previous = ""
    run = 0
    for index, line in enumerate(lines):
        mark = _FENCE.match(line)
        verbatim = bool(fence or mark)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        shown = line if verbatim or _LIST_ITEM.match(line) else _INDENT.sub("", line, count=1)
        if index and (verbatim or _ENDS_BLOCK.match(previous) or _BEGINS_BLOCK.match(shown)):
            yield "\n"
            run = 0
        elif index:
            run += 1
            yield _LINE_SEPARATOR if run % _LINES_A_PARAGRAPH else "\n\n"
            shown = shown.lstrip(" \t")
        yield shown
        previous = "" if verbatim else shown
