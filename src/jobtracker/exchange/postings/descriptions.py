"""A posting's description, HTML or not, as plain text with its paragraphs and list marks.

Job boards escape the HTML of a description once or twice more than needed: a text without a
tag that has one after unescaping was meant as HTML.
"""

import re
from collections.abc import Iterable
from html import unescape

from jobtracker.exchange.html_text import read_html
from jobtracker.exchange.page_lines import Line, LineKind, clean
from jobtracker.exchange.postings.limits import Budget

_TAG = re.compile(
    r"</?(?:p|br|div|ul|ol|li|h[1-6]|b|i|u|em|strong|span|a|table|tr|td|section|article|hr|img"
    r"|font|pre|blockquote|dl|dt|dd)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"<(?:p|br|div|ul|ol|li|h[1-6]|table|tr|section|article)\b", re.IGNORECASE)
_MOST_ESCAPES = 3


def as_text(description: str, budget: Budget) -> str:
    """The description without markup; list items begin with "• ".

    Raises UnreadableFileError when the time is up.
    """
    for _ in range(_MOST_ESCAPES):
        if _TAG.search(description) or "&" not in description:
            break
        description = unescape(description)
    if not _TAG.search(description):
        return _tidied(description.splitlines())
    if not _BLOCK.search(description):
        description = description.replace("\n", "<br>")
    return lines_as_text(read_html(description, budget.left).lines)


def lines_as_text(lines: Iterable[Line]) -> str:
    """The lines of a page as a person would have copied them."""
    out: list[str] = []
    for each in lines:
        if each.aside:
            continue
        if each.gap and out:
            out.append("")
        out.append(f"• {each.text}" if each.kind is LineKind.BULLET else each.text)
    return _tidied(out)


def _tidied(lines: Iterable[str]) -> str:
    """Lines without outer blanks, at most one empty one between two."""
    out: list[str] = []
    for each in map(clean, lines):
        if each or (out and out[-1]):
            out.append(each)
    return "\n".join(out).strip()
