"""Markdown of a career track as plain lines: its marks read, nothing of its text left out."""

import re
from collections.abc import Iterator

from jobtracker.exchange.page_lines import Line, LineKind, clean, plain_lines

BOLD_LEVEL = 7
"""A line of bold words alone stands below every heading of Markdown, which has six levels."""

_IMAGE_OR_LINK = re.compile(r"!?\[(?P<text>[^\[\]]*)\]\((?P<to>[^()\s]*)(?: \"[^\"]*\")?\)")
_MARKS = re.compile(r"(\*\*|__|~~|`)(?=\S)(.{1,300}?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]+?)(?<=[^\s*_])\1(?![\w*])")
_BOLD_LINE = re.compile(r"(\*\*|__)(?P<text>[^*_]{1,80})\1:?")
_UNDERLINE = re.compile(r"(=+|-{3,})[ \t]*")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:details|summary|div|p|ul|li|b|strong|em|i)(?: [^<>]*)?>", re.IGNORECASE)
_RULE = re.compile(r"[-*_](?:[ \t]*[-*_]){2,}")


def track_lines(text: str) -> list[Line]:
    """The lines with their kind; headings of every style have a `level`, bold ones the lowest."""
    return [_without_marks(line) for line in plain_lines("\n".join(_in_one_style(text)))]


def _in_one_style(text: str) -> Iterator[str]:
    """Underlined headings as marked ones; a rule says nothing."""
    waiting: str | None = None
    for raw in text.splitlines():
        underlined = _UNDERLINE.fullmatch(raw.strip())
        if underlined and waiting and _may_be_underlined(waiting):
            yield f"{'#' if raw.lstrip().startswith('=') else '##'} {waiting.strip()}"
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = "" if _RULE.fullmatch(raw.strip()) else raw
    if waiting is not None:
        yield waiting


def _may_be_underlined(line: str) -> bool:
    return bool(line.strip()) and line.lstrip()[0] not in "#|-*+>"


def _without_marks(line: Line) -> Line:
    bold = _BOLD_LINE.fullmatch(line.text) if line.kind is LineKind.TEXT else None
    if bold:
        return line._replace(text=bold["text"], kind=LineKind.HEADING, level=BOLD_LEVEL)
    cells = tuple(unmarked(cell) for cell in line.cells)
    return line._replace(text=unmarked(line.text), cells=cells)


def unmarked(text: str) -> str:
    """Text without emphasis, with the words of its links: "[score](../score.md)" is "score"."""
    text = _TAG.sub("", _BREAK.sub("\n", text))
    text = _IMAGE_OR_LINK.sub(lambda found: found["text"] or found["to"], text)
    text = _ITALIC.sub(r"\2", _MARKS.sub(r"\2", text))
    return clean(text)
