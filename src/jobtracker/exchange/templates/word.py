"""A Word file as Markdown text with its placeholders, in the order of reading."""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from jobtracker.domain.placeholders import find_placeholders
from jobtracker.exchange.templates.foreign import TEXT_LIMIT, refused, with_numbers
from jobtracker.exchange.templates.package import FOOTER, MAIN, Package, parsed
from jobtracker.exchange.templates.word_plain import make_plain
from jobtracker.exchange.templates.word_tree import (
    PPR,
    Piece,
    T,
    W,
    paragraphs,
    pieces,
)

_NUMBERING = "word/numbering.xml"
_LEVEL = "   "
_DEEPEST = 3
_LINE = 60
"""Signs; shorter paragraphs that follow each other are the lines of an address."""
_ENDS_SENTENCE = (".", "!", "?", ":", ";", ",", "…")
_ENDS_GREETING = (",", ":", "!")
_MARGINS = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)


class _Block(NamedTuple):
    """A paragraph's text; `item` is the sign of a list's item with its indent, else ""."""

    text: str
    style: str
    item: str
    in_table: bool


def markdown_of(package: Package) -> str:
    """The text of a Word file; its trees are made plain on the way.

    Headers come first; a text is met once, though a file may hold it for first and other pages.
    Raises UnreadableFileError where it is too long or its lists are damaged.
    """
    written = (one.text or "" for root in package.trees.values() for one in root.iter(T))
    if sum(map(len, written)) > TEXT_LIMIT:
        raise refused(package.name, "is too long for a letter", "Choose a shorter one.")
    lists = _Lists(package)
    met: set[str] = set()
    found: list[_Block | None] = []
    for name, root in package.trees.items():
        make_plain(root)
        if name.startswith(FOOTER):  # says what stands on every page
            continue
        blocks = [_block(one, lists) for one in paragraphs(root)]
        if name != MAIN:
            blocks = [one for one in blocks if one and one.text not in met]
            met |= {one.text for one in blocks if one}
        found += [*blocks, None]
    return with_numbers(_joined(found))


def _block(paragraph: etree._Element, lists: "_Lists") -> _Block | None:
    """A paragraph as a block; None for an empty one."""
    text = _marked_up(pieces(paragraph)).strip()
    if not text:
        return None
    form = paragraph.find(PPR)
    style = _value(form, "pStyle")
    parent = paragraph.getparent()
    in_table = parent is not None and parent.tag == W + "tc"
    return _Block(text, style, lists.sign(form, style), in_table)


class _Lists:
    """What a file says about its lists: which styles are items, and which lists count."""

    def __init__(self, package: Package) -> None:
        self._items: dict[str, etree._Element] = {}
        for style in _elements(package, "word/styles.xml", "style"):
            number = style.find(f"{W}pPr/{W}numPr")
            if number is not None:
                self._items[str(style.get(W + "styleId"))] = number
        counting = {
            one.get(W + "abstractNumId")
            for one in _elements(package, _NUMBERING, "abstractNum")
            if _value(one.find(W + "lvl"), "numFmt") not in {"", "bullet", "none"}
        }
        self._numbered = {
            str(one.get(W + "numId"))
            for one in _elements(package, _NUMBERING, "num")
            if _value(one, "abstractNumId") in counting
        }

    def sign(self, form: etree._Element | None, style: str) -> str:
        """The sign of a paragraph that is a list's item, with its indent, else ""."""
        number = form.find(W + "numPr") if form is not None else None
        number = self._items.get(style) if number is None else number
        list_id, level = _value(number, "numId"), _value(number, "ilvl")
        if number is None or list_id == "0":
            return ""
        indent = _LEVEL * min(int(level) if level.isdecimal() else 0, _DEEPEST)
        return indent + ("1. " if list_id in self._numbered else "- ")


def _elements(package: Package, part: str, name: str) -> list[etree._Element]:
    if part not in package.parts:
        return []
    return list(parsed(package.parts[part], package.name).iter(W + name))


def _value(element: etree._Element | None, name: str) -> str:
    """The value that a property is given, "" without one."""
    found = element.find(W + name) if element is not None else None
    return str(found.get(W + "val", "")) if found is not None else ""


def _marked_up(shown: Iterable[Piece]) -> str:
    """Bold and italic words between stars; the blanks around them stay outside.

    A placeholder is all in the form of its first sign, so that no star stands inside it.
    """
    words = [piece for piece in shown if piece.text]
    text = "".join(piece.text for piece in words).replace("\t", " ")
    forms = [(piece.bold, piece.italic) for piece in words for _ in piece.text]
    if len(set(forms)) == 1 and not any(forms[0]):
        return text
    for found in find_placeholders(text):
        forms[found.start : found.end] = [forms[found.start]] * (found.end - found.start)
    parts: list[str] = []
    for (bold, italic), group in groupby(range(len(text)), key=forms.__getitem__):
        stretch = "".join(text[index] for index in group)
        parts.append(_starred(stretch, "*" * (bold * 2 + italic)))
    return "".join(parts)


def _starred(text: str, stars: str) -> str:
    margins = _MARGINS.fullmatch(text)
    if not stars or not margins or not margins[2] or "*" in text:
        return text
    lines = (line.strip() for line in margins[2].split("\n"))
    inside = "\n".join(f"{stars}{line}{stars}" if line else "" for line in lines)
    return f"{margins[1]}{inside}{margins[3]}"


def _joined(blocks: list[_Block | None]) -> str:
    """The blocks with a blank line between, without one inside lists and addresses."""
    parts: list[str] = []
    before: _Block | None = None
    for block in blocks:
        if block is None:
            before = None
            continue
        if parts:
            parts.append("\n" if before and _belong(before, block) else "\n\n")
        parts.append(block.item + block.text)
        before = block
    return "".join(parts)


def _belong(before: _Block, block: _Block) -> bool:
    if before.item or block.item:
        return bool(before.item and block.item)
    if before.in_table != block.in_table:
        return False
    short = max(len(before.text), len(block.text)) <= _LINE
    apart = before.text.endswith(_ENDS_SENTENCE) or block.text.endswith(_ENDS_GREETING)
    return short and before.style == block.style and not apart
