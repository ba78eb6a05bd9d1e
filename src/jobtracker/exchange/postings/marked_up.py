"""What a page carries for machines, read as a stream of events: no tree, no network.

Gathers the page's JSON-LD, its meta facts, and the JobPosting items that are marked up as
Microdata (itemscope, itemtype, itemprop) or RDFa (typeof, property), the latter two in the
shape of a JSON-LD node, with the item's whole visible text as its description.
"""

import re
from typing import Any, NamedTuple, cast

from lxml import etree

from jobtracker.exchange.postings.limits import DEEPEST, MOST_POSTINGS, Budget, refused
from jobtracker.exchange.postings.linked_data import Node, is_job_posting

_CHUNK = 1 << 16
_LONGEST_VALUE = 200
"""Pieces of text that one value is made of at most; the posting's own text has no such limit."""
_MOST_FACTS = 200
_BREAKS = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "dt"}
    | {"dd", "section", "article", "header", "blockquote", "hr"}
)
_UNREAD = frozenset({"script", "style", "template", "noscript"})
_VALUES = {"meta": "content", "a": "href", "link": "href", "img": "src", "time": "datetime"}
_BLANKS = re.compile(r"[ \t]{2,}")
_ITEM = re.compile(r"\s*\n\s*•")
_NAME = re.compile(r"[^/#:]+$")


class Marked(NamedTuple):
    """What was found: JSON-LD blocks as text, scripts that hold a page's data, meta facts by
    name, and the JobPosting items of each kind of markup.
    """

    linked: list[str]
    scripts: list[str]
    facts: dict[str, str]
    microdata: list[Node]
    rdfa: list[Node]


def read_marks(source: str, budget: Budget) -> Marked:
    """The marks of an HTML page; raises UnreadableFileError where it is nested too deep or
    takes too long.
    """
    reader = _Reader()
    parser = etree.HTMLParser(target=cast("Any", reader), no_network=True, huge_tree=True)
    for start in range(0, len(source), _CHUNK):
        parser.feed(source[start : start + _CHUNK])
        budget.check()
    parser.close()
    return Marked(
        reader.linked, reader.scripts, reader.facts, reader.microdata.found, reader.rdfa.found
    )


class _Scope(NamedTuple):
    """An element that is open and means something: an item, a property or both."""

    depth: int
    item: Node | None
    owner: Node | None
    names: tuple[str, ...]
    start: int


class _Items:
    """The items of one kind of markup."""

    def __init__(self, types: str, names: str) -> None:
        self.found: list[Node] = []
        self._types = types
        self._names = names
        self._open: list[_Scope] = []
        self._pieces: list[str] = []

    def start(self, tag: str, attributes: dict[str, str], depth: int) -> None:
        kind = attributes.get(self._types)
        names = _local(attributes.get(self._names, ""))
        owner = next((scope.item for scope in reversed(self._open) if scope.item is not None), None)
        if kind is None and not (names and owner is not None):
            self._break(tag)
            return
        item: Node | None = None if kind is None else {"@type": list(_local(kind))}
        self._break(tag)
        self._open.append(_Scope(depth, item, owner, names, len(self._pieces)))
        value = attributes.get("content") or attributes.get(_VALUES.get(tag, "content"))
        if item is None and value:
            self._keep(owner, names, value)
            self._open[-1] = self._open[-1]._replace(names=())

    def end(self, tag: str, depth: int) -> None:
        if self._open and tag in _BREAKS:
            self._pieces.append("\n")
        if not self._open or self._open[-1].depth != depth:
            return
        scope = self._open.pop()
        if scope.item is not None:
            self._close(scope, scope.item)
        elif scope.names:
            words = "".join(self._pieces[scope.start : scope.start + _LONGEST_VALUE])
            self._keep(scope.owner, scope.names, " ".join(words.replace("•", " ").split()))
        if not self._open:
            self._pieces.clear()

    def data(self, text: str) -> None:
        if self._open:
            self._pieces.append(" ".join(text.split()) if text.strip() else " ")
            if text[-1:].isspace():
                self._pieces.append(" ")

    def _break(self, tag: str) -> None:
        if self._open and tag in _BREAKS:
            self._pieces.append("\n• " if tag == "li" else "\n")

    def _close(self, scope: _Scope, item: Node) -> None:
        if scope.names:
            self._keep(scope.owner, scope.names, item)
        if is_job_posting(item) and len(self.found) < MOST_POSTINGS:
            item["description"] = _tidied("".join(self._pieces[scope.start :]))
            self.found.append(item)

    @staticmethod
    def _keep(owner: Node | None, names: tuple[str, ...], value: object) -> None:
        for name in names if owner is not None else ():
            assert owner is not None
            known = owner.get(name)
            if known is None:
                owner[name] = value
            elif isinstance(known, list):
                known.append(value)
            else:
                owner[name] = [known, value]


def _tidied(text: str) -> str:
    """Text with single blanks, and no empty lines between the items of a list."""
    return _ITEM.sub("\n•", _BLANKS.sub(" ", text))


def _local(names: str) -> tuple[str, ...]:
    """Names without their vocabulary: "https://schema.org/title schema:url" as title, url."""
    return tuple(found[0] for name in names.split()[:8] if (found := _NAME.search(name)))


class _Reader:
    """Takes the parser's events."""

    def __init__(self) -> None:
        self.linked: list[str] = []
        self.scripts: list[str] = []
        self.facts: dict[str, str] = {}
        self.microdata = _Items("itemtype", "itemprop")
        self.rdfa = _Items("typeof", "property")
        self._depth = 0
        self._script: list[str] | None = None
        self._is_linked = False
        self._silent = 0
        self._title: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise refused("The page is nested too deep")
        if tag in _UNREAD:
            self._silent += 1
        if tag == "script":
            self._script = []
            self._is_linked = "ld+json" in attributes.get("type", "").lower()
        elif tag == "title" and "title" not in self.facts:
            self._title = []
        elif tag in ("meta", "link"):
            self._fact(attributes)
        self.microdata.start(tag, attributes, self._depth)
        self.rdfa.start(tag, attributes, self._depth)

    def end(self, tag: str) -> None:
        self.microdata.end(tag, self._depth)
        self.rdfa.end(tag, self._depth)
        self._depth -= 1
        if tag in _UNREAD and self._silent:
            self._silent -= 1
        if tag == "script" and self._script is not None:
            (self.linked if self._is_linked else self.scripts).append("".join(self._script))
            self._script = None
        elif tag == "title" and self._title is not None:
            self.facts["title"] = " ".join("".join(self._title).split())
            self._title = None

    def data(self, text: str) -> None:
        if self._script is not None:
            self._script.append(text)
        elif self._title is not None:
            self._title.append(text)
        if not self._silent:
            self.microdata.data(text)
            self.rdfa.data(text)

    def comment(self, _text: str) -> None:
        """Comments are for nobody."""

    def close(self) -> None:
        """All was gathered on the way."""

    def _fact(self, attributes: dict[str, str]) -> None:
        name = attributes.get("property") or attributes.get("name") or attributes.get("rel") or ""
        value = attributes.get("content") or attributes.get("href") or ""
        if name and value and len(self.facts) < _MOST_FACTS:
            self.facts.setdefault(name.lower(), value)
