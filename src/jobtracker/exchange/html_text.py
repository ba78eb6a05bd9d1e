"""A saved HTML page as lines of text, read as a stream of events.

No tree is built and nothing is fetched, so neither deep nesting nor a page's links cost
anything; what a page carries for machines (scripts, styles) is left out.
"""

import re
from time import monotonic
from typing import Any, NamedTuple, cast

from lxml import etree

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.exchange.page_lines import Line, LineKind, clean

_OPENING = re.compile(
    r"<(?:!doctype\s+html|\?xml|!--|html|head|body|div|p|h[1-6]|ul|section|article|table)"
)
_CLOSING = re.compile(r"</(?:body|div|p|h[1-6]|ul|ol|li|table|section|article)>")
_LOOK_AT = 20_000
_TAGS_OF_A_PAGE = 5
_CHUNK = 1 << 16
_SECONDS = 5.0

_MACHINE = frozenset({"script", "style", "template", "svg", "math", "object", "iframe"})
_OUTSIDE = frozenset({"nav", "footer"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ITEMS = frozenset({"li", "dt", "dd"})
_PARAGRAPHS = _HEADINGS | {"p", "ul", "ol", "dl", "table", "blockquote", "pre"}
_CELLS = frozenset({"td", "th"})
_BLOCKS = (
    _PARAGRAPHS
    | _ITEMS
    | {"div", "br", "hr", "section", "article", "main", "header", "aside", "form", "option"}
    | {"nav", "footer", "tbody", "thead", "caption", "figcaption", "title", "body"}
    | {"summary", "details", "button", "label", "legend", "address", "tr"}
)
# a table that lays out a page has these inside its cells: then its rows are no rows
_LAYOUT = _HEADINGS | {"ul", "ol", "dl", "table"}
_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr", "area", "base", "col"})
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_PANEL = re.compile(r"\b(?:tab|panel|pane|accordion|collapse|faq)", re.IGNORECASE)


class HtmlPage(NamedTuple):
    """The lines of a page's body; its title as the window shows it; the date it states."""

    lines: list[Line]
    title: str
    date: str


def is_html(text: str) -> bool:
    """Whether `text` is HTML, told by its content: a page about HTML is none."""
    start = text[:_LOOK_AT].lstrip("\ufeff \t\r\n").lower()
    return _OPENING.match(start) is not None or len(_CLOSING.findall(start)) >= _TAGS_OF_A_PAGE


def read_html(text: str, seconds: float = _SECONDS) -> HtmlPage:
    """The text of an HTML page; raises UnreadableFileError where it takes longer than that."""
    builder = _LineBuilder()
    # the stubs want targets that take bytes as well: for text the parser hands over text
    target = cast("Any", builder)
    parser = etree.HTMLParser(target=target, no_network=True, huge_tree=True)
    deadline = monotonic() + seconds
    for start in range(0, len(text), _CHUNK):
        parser.feed(text[start : start + _CHUNK])
        if monotonic() > deadline:
            raise UnreadableFileError(
                "The page takes too long to read; nothing was imported. Copy its text instead."
            )
    parser.close()
    return builder.page()


def _is_hidden(attributes: dict[str, str]) -> bool:
    """Whether a reader never sees the element; a closed tab or panel is one click away."""
    if "hidden" not in attributes and not _HIDDEN.search(attributes.get("style") or ""):
        return False
    return not any(_PANEL.search(attributes.get(name) or "") for name in ("id", "class", "role"))


class _LineBuilder:
    """Turns the parser's events into lines; keeps a few flags instead of a tree."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._text: list[str] = []
        self._cells: list[str] | None = None
        self._kind = LineKind.TEXT
        self._level = 0
        self._gap = True
        self._machine = 0
        self._aside_tag = ""
        self._aside_depth = 0
        self._headers: list[int] = []
        self._preformatted = 0
        self._in_title = False
        self._title = ""
        self._date = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _MACHINE:
            self._machine += 1
        if tag == "meta":
            self._read_meta(attributes)
        if tag in _BLOCKS:
            self._open_block(tag)
        if tag in _CELLS and self._cells is not None:
            self._next_cell()
        self._enter_aside(tag, attributes)

    def end(self, tag: str) -> None:
        if tag in _MACHINE and self._machine:
            self._machine -= 1
        if tag in _BLOCKS:
            self._close_block(tag)
        if self._aside_depth and tag == self._aside_tag:
            self._flush()
            self._aside_depth -= 1

    def data(self, data: str) -> None:
        if self._machine:
            return
        if not self._preformatted:
            self._text.append(data)
            return
        first, *rest = data.split("\n")
        self._text.append(first)
        for part in rest:
            self._flush()
            self._gap = self._gap or not part.strip()
            self._text.append(part)

    def comment(self, _text: str) -> None:
        """Comments are for machines."""

    def close(self) -> None:
        self._end_row()
        self._flush()

    def page(self) -> HtmlPage:
        return HtmlPage(self._lines, self._title, self._date)

    def _read_meta(self, attributes: dict[str, str]) -> None:
        name = (attributes.get("name") or attributes.get("property") or "").lower()
        if name in {"date", "article:modified_time", "last-modified", "dcterms.modified"}:
            self._date = self._date or attributes.get("content", "")[:10]

    def _enter_aside(self, tag: str, attributes: dict[str, str]) -> None:
        if self._aside_depth:
            self._aside_depth += tag == self._aside_tag
            return
        if tag not in _VOID and (tag in _OUTSIDE or _is_hidden(attributes)):
            self._flush()
            self._aside_tag, self._aside_depth = tag, 1

    def _open_block(self, tag: str) -> None:
        if tag in _LAYOUT and self._cells is not None:
            self._end_row()
        self._flush()
        self._gap = self._gap or tag in _PARAGRAPHS
        if tag == "tr":
            self._end_row()
            self._cells = []
        if tag in _ITEMS:
            self._kind = LineKind.BULLET
        if tag in _HEADINGS:
            self._kind, self._level = LineKind.HEADING, int(tag[1])
        if tag == "header":
            self._headers.append(len(self._lines))
        self._preformatted += tag == "pre"
        self._in_title = self._in_title or tag == "title"

    def _close_block(self, tag: str) -> None:
        if tag == "tr":
            self._end_row()
        self._flush()
        self._gap = self._gap or tag in _PARAGRAPHS
        if tag in _ITEMS or tag in _HEADINGS:
            self._kind = LineKind.TEXT
        if tag == "header" and self._headers:
            self._close_header(self._headers.pop())
        if tag == "pre" and self._preformatted:
            self._preformatted -= 1
        if tag == "title":
            self._in_title = False

    def _close_header(self, start: int) -> None:
        """A site's header stands outside the content; an article's holds the page's title."""
        own = self._lines[start:]
        if not any(line.level == 1 for line in own):
            self._lines[start:] = [line._replace(aside=True) for line in own]

    def _next_cell(self) -> None:
        self._flush()
        if self._cells is not None:
            self._cells.append("")

    def _end_row(self) -> None:
        self._flush()
        cells = [cell for cell in self._cells or () if cell]
        self._cells = None
        if not cells:
            return
        kind = LineKind.ROW if len(cells) > 1 else LineKind.TEXT
        self._add(" · ".join(cells), kind, tuple(cells) if len(cells) > 1 else ())

    def _flush(self) -> None:
        """Ends the run of text so far: a line, or a part of the cell that is open."""
        text = clean(" ".join("".join(self._text).split()))
        self._text.clear()
        if not text:
            return
        if self._in_title:
            self._title = self._title or text
            return
        if self._cells:
            self._cells[-1] = f"{self._cells[-1]} {text}".strip()
            return
        self._add(text, self._kind, ())
        if self._kind is LineKind.BULLET:
            self._kind = LineKind.TEXT

    def _add(self, text: str, kind: LineKind, cells: tuple[str, ...]) -> None:
        level = self._level if kind is LineKind.HEADING else 0
        self._lines.append(Line(text, text, kind, cells, level, self._gap, self._aside_depth > 0))
        self._gap = False
