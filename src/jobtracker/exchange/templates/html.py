"""An HTML letter as Markdown text: paragraphs, lines, lists, bold and italic words.

Read as a stream of events: no tree is built, nothing is fetched.
"""

import re
from time import monotonic
from typing import Any, cast

from lxml import etree

from jobtracker.exchange.templates.foreign import refused, with_numbers
from jobtracker.exchange.templates.letter_stretch import letter_in

_CHUNK = 1 << 14
_SECONDS = 0.8
_MACHINE_TAGS = (
    "script style template svg math object iframe head title noscript select textarea xml nav"
)
_PARAGRAPH_TAGS = (
    "p h1 h2 h3 h4 h5 h6 ul ol table blockquote pre section article header footer main hr"
)
_LINE_TAGS = "div tr address dt dd center form fieldset"
_SILENT_TAGS = (
    "html body a abbr span font u s small big sub sup code tt br wbr img li td th tbody thead"
    " tfoot caption col colgroup meta link base del ins mark cite q label input button area map"
    " figure figcaption details summary aside dl option param source picture video audio"
    " canvas embed time var kbd samp strike nobr acronym bdi bdo data datalist dfn dialog frame"
    " frameset hgroup legend marquee menu meter noframes optgroup output progress rp rt ruby search"
    " slot track applet basefont"
)
_STARS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_MACHINE = frozenset(_MACHINE_TAGS.split())
_PARAGRAPHS = frozenset(_PARAGRAPH_TAGS.split())
_LINES = frozenset(_LINE_TAGS.split())
_KNOWN = _MACHINE | _PARAGRAPHS | _LINES | frozenset(_STARS) | frozenset(_SILENT_TAGS.split())
_NAME = re.compile(r"[a-z][a-z_]{1,30}")
_EMPTY_STARS = re.compile(r"(?<!\*)(?:(\*\*|\*)([ \n]+)\1|\*{4})(?!\*)")
_DEEPEST = 3


def markdown_of(text: str, name: str) -> str:
    """The letter in an HTML page; raises UnreadableFileError where it takes too long to read.

    A tag that HTML does not know, such as `<Company>`, is somebody's placeholder.
    """
    writer = _Writer()
    # the stubs want targets that take bytes as well: for text the parser hands over text
    parser = etree.HTMLParser(target=cast("Any", writer), no_network=True, huge_tree=True)
    deadline = monotonic() + _SECONDS
    for start in range(0, len(text), _CHUNK):
        parser.feed(text[start : start + _CHUNK])
        if monotonic() > deadline:
            raise refused(name, "takes too long to read", "Copy its text into a text file.")
    parser.close()
    return with_numbers(letter_in(writer.text()))


def _is_placeholder(tag: str, attributes: dict[str, str]) -> bool:
    """Whether a tag is somebody's `<Company Name>`: programs' own are `<o:p>` and `<my-box>`."""
    return tag not in _KNOWN and _NAME.fullmatch(tag) is not None and not any(attributes.values())


class _Writer:
    def __init__(self) -> None:
        self._parts: list[str] = []
        self._gap = ""
        self._machine = 0
        self._lists: list[int] = []
        self._numbered: list[bool] = []
        self._item = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _MACHINE:
            self._machine += 1
        elif tag in {"ul", "ol"}:
            self._open_list(numbered=tag == "ol")
        elif tag == "li":
            self._begin_item()
        elif tag == "br":
            self._gap = "\n" if not self._gap else self._gap + "\n"
        elif tag in _STARS:
            self._say(_STARS[tag])
        elif _is_placeholder(tag, attributes):
            self._say(f"<{' '.join((tag, *attributes))}>")
        else:
            self._break(tag)

    def end(self, tag: str) -> None:
        if tag in _MACHINE:
            self._machine = max(0, self._machine - 1)
        elif tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
            self._numbered.pop()
            self._widen("\n" if self._lists else "\n\n")
        elif tag in _STARS:
            self._close_stars(_STARS[tag])
        elif tag in {"td", "th"}:
            self._data(" ")
        else:
            self._break(tag)

    def data(self, data: str) -> None:
        self._data(data)

    def comment(self, _text: str) -> None:
        """Comments are for machines."""

    def close(self) -> None:
        """Nothing is left to write."""

    def text(self) -> str:
        lines = "".join(self._parts).split("\n")
        joined = "\n".join(line.rstrip() for line in lines)
        return _EMPTY_STARS.sub(r"\2", re.sub(r"\n{3,}", "\n\n", joined)).strip()

    def _data(self, data: str) -> None:
        words = " ".join(data.replace("\u00a0", " ").split())
        if self._machine or not words:
            if not self._machine and data and self._parts and not self._gap:
                self._gap = " "
            return
        self._say((" " if data[0].isspace() else "") + words)
        if data[-1].isspace():
            self._gap = " "

    def _say(self, words: str) -> None:
        if self._machine:
            return
        if "\n" in self._gap or not self._parts:
            words = words.lstrip()
        if self._parts:
            self._parts.append(self._gap if self._gap.strip(" ") or not words[:1].isspace() else "")
        self._parts.append(words)
        self._gap = ""
        self._item = False

    def _close_stars(self, stars: str) -> None:
        """Closing stars stand right behind the words, the blank after them."""
        gap, self._gap = self._gap, ""
        self._say(stars)
        self._gap = gap

    def _open_list(self, *, numbered: bool) -> None:
        self._widen("\n" if self._lists else "\n\n")
        self._lists.append(len(self._lists))
        self._numbered.append(numbered)

    def _begin_item(self) -> None:
        gap = self._gap if "\n" in self._gap else "\n"
        indent = "   " * min(max(0, len(self._lists) - 1), _DEEPEST)
        numbered = bool(self._numbered) and self._numbered[-1]
        if not self._machine:
            self._parts += (gap if self._parts else "", indent, "1. " if numbered else "- ")
            self._gap, self._item = "", True

    def _break(self, tag: str) -> None:
        if self._item:
            return
        if tag in _PARAGRAPHS and not self._lists:
            self._widen("\n\n")
        elif tag in _LINES or tag in _PARAGRAPHS:
            self._widen("\n")

    def _widen(self, gap: str) -> None:
        if len(gap) > self._gap.count("\n"):
            self._gap = gap
