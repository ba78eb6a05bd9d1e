"""A Word file's text made plain: changes accepted, controls and fields settled, nothing that acts.

Element names are those of ISO/IEC 29500-1 (WordprocessingML).
"""

import re

from lxml import etree

from jobtracker.domain.placeholder_meanings import field_for, words_between
from jobtracker.exchange.templates.word_tree import RPR, P, R, T, W

_DROPPED = frozenset(
    W + name
    for name in (
        *("del", "moveFrom", "proofErr", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd"),
        *("commentRangeStart", "commentRangeEnd", "commentReference", "lastRenderedPageBreak"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("customXmlPr", "smartTagPr"),
    )
)
# a text box stands twice in a file, for programs of now and of before 2010
_DROPPED |= {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_UNWRAPPED = frozenset(W + name for name in ("ins", "moveTo", "smartTag", "customXml", "fldSimple"))
_FIELD_SIGN, _FIELD_CODE, _INSTRUCTION = W + "fldChar", W + "instrText", W + "instr"
_MERGE_FIELD = re.compile(r'\s*MERGEFIELD\s+(?:"([^"]{1,100})"|(\S{1,100}))', re.IGNORECASE)
_INVITES = re.compile(r"\b(?:click|tap|klicken|tippen|cliquez|haga clic)\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)

PLACEHOLDER_LOOK = frozenset(W + name for name in ("rStyle", "highlight", "shd"))
"""What makes a placeholder stand out: it goes with the placeholder."""


def tag_of(name: str) -> str:
    """A merge field's or content control's name as a field: "Company_Name" is `{{ company }}`."""
    return f"{{{{ {field_for(words_between(name))} }}}}"


def make_plain(root: etree._Element) -> None:
    """Accept changes, put fields where merge fields and empty content controls stand, and keep
    of other fields what they show; a page's number stays one.
    """
    for element in list(root.iter(*_DROPPED)):
        _drop(element)
    for control in list(root.iter(W + "sdt")):
        _settle_control(control)
    for element in list(root.iter(*_UNWRAPPED)):
        code = str(element.get(_INSTRUCTION, ""))
        if merged := _MERGE_FIELD.match(code):
            _say(element, tag_of(merged[1] or merged[2]))
        if not _PAGE_NUMBER.match(code):
            _unwrap(element)
    for paragraph in root.iter(P):
        _Fields(paragraph)


def _settle_control(control: etree._Element) -> None:
    """An empty content control is a field; any control gives way to what it holds."""
    properties, content = control.find(W + "sdtPr"), control.find(W + "sdtContent")
    if content is None:
        _drop(control)
        return
    if properties is not None and properties.find(W + "showingPlcHdr") is not None:
        named = (properties.find(W + name) for name in ("alias", "tag"))
        name = next((str(one.get(W + "val", "")) for one in named if one is not None), "")
        _say(content, tag_of(name) if name.strip() else _shown_instead(content))
    for part in list(control):
        if part is not content:
            control.remove(part)
    _unwrap(content)
    _unwrap(control)


def _shown_instead(content: etree._Element) -> str:
    """What an unnamed control shows while it is empty, as a placeholder."""
    words = "".join(text.text or "" for text in content.iter(T)).strip(" []")
    return "______" if _INVITES.search(words) or not words else f"[{words}]"


def _say(element: etree._Element, words: str) -> None:
    """Put these words where the first words of an element stand, and nothing where others do."""
    texts = list(element.iter(T))
    for text in texts:
        text.text = ""
    if texts:
        texts[0].text = words
        for form in texts[0].itersiblings(RPR, preceding=True):
            for sign in [one for one in form if one.tag in PLACEHOLDER_LOOK]:
                form.remove(sign)


class _Fields:
    """Settles fields over several runs: begin, code, separate, what is shown, end."""

    def __init__(self, paragraph: etree._Element) -> None:
        self._code = ""
        self._inside: list[etree._Element] = []
        self._depth = 0
        self._showing = False
        for run in list(paragraph.iter(R)):
            for child in list(run):
                self._meet(child)
        if self._depth:
            self._settle()

    def _meet(self, child: etree._Element) -> None:
        if child.tag == _FIELD_SIGN:
            self._meet_sign(child)
        elif child.tag == _FIELD_CODE:
            self._code += child.text or ""
            self._inside.append(child)
        elif self._depth and self._showing and child.tag == T:
            self._inside.append(child)

    def _meet_sign(self, sign: etree._Element) -> None:
        kind = sign.get(W + "fldCharType")
        if kind == "begin" and not self._depth:
            self._code, self._inside = "", []
        self._inside.append(sign)
        self._showing = kind == "separate"
        self._depth += (kind == "begin") - (kind == "end")
        if kind == "end" and self._depth <= 0:
            self._settle()

    def _settle(self) -> None:
        self._depth = 0
        if _PAGE_NUMBER.match(self._code):
            return
        if merged := _MERGE_FIELD.match(self._code):
            texts = [one for one in self._inside if one.tag == T] or [self._new_text()]
            for text in texts:
                text.text = ""
            texts[0].text = tag_of(merged[1] or merged[2])
        for one in self._inside:
            if one.tag != T:
                _drop(one)

    def _new_text(self) -> etree._Element:
        text = etree.Element(T)
        self._inside[-1].addprevious(text)
        return text


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    """Put an element's children in its place."""
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)
