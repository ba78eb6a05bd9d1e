"""The paragraphs of a Word file and what they show.

Element names are those of ISO/IEC 29500-1 (WordprocessingML).
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

P, R, T, HYPERLINK = W + "p", W + "r", W + "t", W + "hyperlink"
PPR, RPR = W + "pPr", W + "rPr"
_BR, _TAB = W + "br", W + "tab"
_SIGNS = {_TAB: "\t", W + "cr": "\n", W + "noBreakHyphen": "\u2011", W + "softHyphen": ""}


class Piece(NamedTuple):
    """A run's words with its properties, or something kept as it is (a picture, a page break).

    `link` is the hyperlink around it.
    """

    text: str
    form: etree._Element | None
    link: etree._Element | None = None
    kept: etree._Element | None = None

    @property
    def bold(self) -> bool:
        return is_on(self.form, "b")

    @property
    def italic(self) -> bool:
        return is_on(self.form, "i")


def paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """All paragraphs in order, those of tables and text boxes too."""
    return root.iter(P)


def pieces(paragraph: etree._Element) -> Iterator[Piece]:
    """What a paragraph shows, in order."""
    for child in paragraph:
        if child.tag == R:
            yield from _of_run(child, None)
        elif child.tag == HYPERLINK:
            for run in child.iterchildren(R):
                yield from _of_run(run, child)
        elif child.tag != PPR:
            yield Piece("", None, None, child)


def text_of(paragraph: etree._Element) -> str:
    return "".join(piece.text for piece in pieces(paragraph))


def run_of(text: str, form: etree._Element | None) -> etree._Element:
    """A new run with these words; tabs and line ends as Word writes them."""
    run = etree.Element(R)
    if form is not None:
        run.append(deepcopy(form))
    for words in re.split("([\n\t])", text):
        if words == "\n":
            etree.SubElement(run, _BR)
        elif words == "\t":
            etree.SubElement(run, _TAB)
        elif words:
            written = etree.SubElement(run, T)
            written.text = words
            written.set(_SPACE, "preserve")
    return run


def is_on(form: etree._Element | None, name: str) -> bool:
    """Whether properties switch something on: "b" is bold, "i" italic."""
    found = form.find(W + name) if form is not None else None
    return found is not None and found.get(W + "val", "1") not in {"0", "false", "off", "none"}


def _of_run(run: etree._Element, link: etree._Element | None) -> Iterator[Piece]:
    form = run.find(RPR)
    text = ""
    for child in run:
        shown = _shown(child)
        if shown is not None:
            text += shown
        elif child.tag != RPR:
            if text:
                yield Piece(text, form, link)
                text = ""
            yield Piece("", form, link, child)
    if text:
        yield Piece(text, form, link)


def _shown(child: etree._Element) -> str | None:
    """The text of a part of a run; None for what is no text."""
    if child.tag == T:
        return child.text or ""
    if child.tag == _BR:
        return None if child.get(W + "type") in {"page", "column"} else "\n"
    return _SIGNS.get(str(child.tag))
