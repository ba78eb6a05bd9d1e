"""A letter's Markdown as content: paragraphs of runs.

What a letter needs of CommonMark, and no more: bold, italic, links, lists, headings, and a
backslash before a sign that is meant as a sign. All else is text as it was typed: no raw HTML,
no image, no code (indented text is an address, never a program), no rule and no table. A line
that was typed as one stays a line.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from jobtracker.domain.letter_content import LetterContent, Paragraph, PartContent, Run
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_parts import ComposedLetter, Part

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

WITH_LISTS = (Part.BODY, Part.ENCLOSURES)
"""The parts with lists and headings: elsewhere "1. Mai 2026" is a date, "+ 49" a telephone."""
_SIGNS = 500
"""A paragraph with more signs of markup, or a list with more items, is no letter's: it is shown
as typed, so that none is slow."""
_BRACKETS = 60
"""The same of brackets: looking for links takes quadratic time."""
_INDENT = 12
"""Columns; deeper ones are drawn in, so that lists nest a handful of levels at most."""
_NESTING = 40
_KEPT = 1_024
_BULLETS = ("•", "–")

_LIST_SIGN = r"(?:[-*+]|\d{1,9}[.)])"
_BLANK_LINES = re.compile(r"\n{2,}")
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\v\f]")
_BEGINS_ITEM = re.compile(rf"[ \t]*{_LIST_SIGN}[ \t]+\S")
_CONTINUES_LIST = re.compile(rf"[ \t]*{_LIST_SIGN}[ \t]+\S|[ \t]{{2,}}\S")
_NUMBERED = re.compile(r"^[ \t]*\d{1,9}[.)][ \t]", re.MULTILINE)
_BLOCK_SIGN = re.compile(rf"^[ \t]*(?:{_LIST_SIGN}|#{{1,6}})(?:[ \t]|$)", re.MULTILINE)
_INDENTED = re.compile(r"^[ \t]+", re.MULTILINE)
_SECOND_SIGN = re.compile(
    rf"^([ \t]*{_LIST_SIGN}[ \t]+)(?=(?:{_LIST_SIGN}|#{{1,6}})(?:[ \t]|$))", re.MULTILINE
)
_LONE_SIGN = re.compile(r"^([ \t]*)(?:([-*+])|(\d{1,9})([.)]))(?=[ \t]*$)", re.MULTILINE)
_INLINE_SIGN = re.compile(r"[*_\[\]\\]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SAFE_LINK = re.compile(
    r"(?:https?://[^\s/?#]|mailto:[^\s@]+@)[^\s<>\"\\^`{|}\x00-\x1f\x7f]*", re.IGNORECASE
)
_ANGLED = r"<(?P<angled>https?://[^\s<>]{1,500}|[\w.+-]{1,64}@[\w.-]{1,255})>"
_ADDRESS = re.compile(
    rf"{_ANGLED}|"
    r"(?<![\w@/.])(?:(?P<web>https?://[^\s<>\"'()\[\]{}]{1,500}[^\s<>\"'()\[\]{}.,;:!?])"
    r"|(?P<mail>[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}))(?![\w@])"
)


def content_of(
    composed: ComposedLetter, language: Language, marks: Collection[str] = ()
) -> LetterContent:
    """What a composed letter says; compose it with `escape=True`, so that values stay text.

    `marks` are the words that stand for missing values: wherever they are met, their run is
    marked as missing. Links are http, https and mailto only, others stay text as typed; a bare
    address becomes a link. Never fails and never loses a word. A paragraph may hold a word of
    any length and any number of lines: who lays it out has to bound both (Qt takes quadratic
    time for the lines of one paragraph, and breaks a word without end at any sign).
    """
    wanted = tuple(sorted(mark for mark in set(marks) if mark))
    parts = (
        PartContent(
            placed.part,
            tuple(_paragraphs(composed.text[placed.start : placed.end], placed.part, wanted)),
        )
        for placed in composed.parts
    )
    return LetterContent(tuple(part for part in parts if part.paragraphs), language)


def _paragraphs(text: str, part: Part, marks: tuple[str, ...]) -> Iterator[Paragraph]:
    lists = part in WITH_LISTS
    lines = _LINE_ENDS.sub("\n", text).split("\n")
    for chunk in _chunks("\n".join(line.rstrip(" \t") for line in lines), lists=lists):
        yield from _read(chunk, lists, marks)


def _chunks(text: str, *, lists: bool) -> Iterator[str]:
    """The text cut where a paragraph's reading cannot depend on what stands before it."""
    held: list[str] = []
    for chunk in _BLANK_LINES.split(text):
        in_list = lists and held and _BEGINS_ITEM.match(held[0])
        if held and not (in_list and _CONTINUES_LIST.match(chunk)):
            yield "\n\n".join(held)
            held = []
        held.append(chunk)
    yield "\n\n".join(held)


@lru_cache(_KEPT)
def _read(chunk: str, lists: bool, marks: tuple[str, ...]) -> tuple[Paragraph, ...]:
    """Kept by its text: after a keystroke only the paragraph around it is read again."""
    blocks = lists and 0 < len(_BLOCK_SIGN.findall(chunk)) <= _SIGNS
    signs = len(_INLINE_SIGN.findall(chunk))
    if not blocks and not signs:
        found = [Paragraph((Run(_trimmed(chunk)),))]
    elif signs > _SIGNS:
        found = [
            Paragraph((Run(_ESCAPED.sub(r"\1", _trimmed(piece))),))
            for piece in _BLANK_LINES.split(chunk)
        ]
    else:
        found = _marked_up(chunk, blocks=blocks)
    return tuple(
        paragraph._replace(runs=tuple(_finished(paragraph.runs, marks)))
        for paragraph in found
        if paragraph.text.strip()
    )


def _trimmed(text: str) -> str:
    return "\n".join(line.strip(" \t") for line in text.split("\n")).strip()


def _marked_up(chunk: str, *, blocks: bool) -> list[Paragraph]:
    text = _INDENTED.sub(_drawn_in, chunk)
    if blocks:
        text = _LONE_SIGN.sub(_as_text, _SECOND_SIGN.sub(r"\g<1>\\", text))
        if len(_BLOCK_SIGN.findall(text)) == 1:  # "20. November" is a date, no list of one
            text = _NUMBERED.sub(lambda sign: re.sub(r"([.)])", r"\\\1", sign[0]), text)
    links = "](" in text and text.count("[") <= _BRACKETS
    return _Reading().paragraphs(_reader(blocks, links).parse(text))


def _drawn_in(blanks: re.Match[str]) -> str:
    return " " * min(len(blanks[0].expandtabs(4)), _INDENT)


def _as_text(sign: re.Match[str]) -> str:
    return f"{sign[1]}\\{sign[2]}" if sign[2] else f"{sign[1]}{sign[3]}\\{sign[4]}"


@cache
def _reader(blocks: bool, links: bool) -> "MarkdownIt":
    from markdown_it import MarkdownIt

    reader = MarkdownIt("zero", {"maxNesting": _NESTING})
    reader.enable(["emphasis", "newline", "escape"])
    reader.inline.ruler.at("emphasis", _emphasis)
    if links:
        reader.enable("link")
    if blocks:
        reader.enable(["list", "heading"])
    reader.validateLink = is_safe_link  # type: ignore[assignment] # its documented hook
    return reader


def _emphasis(state: "StateInline", silent: bool) -> bool:
    """The signs of bold and italic; none begins inside a word or a number, as in "2*3*4"."""
    from markdown_it.rules_inline.emphasis import tokenize

    start, known = state.pos, len(state.delimiters)
    found = tokenize(state, silent)
    around = state.src[max(0, start - 1) : start], state.src[state.pos : state.pos + 1]
    if found and all(map(_is_of_a_word, around)):
        for sign in state.delimiters[known:]:
            sign.open = False
    return found


def _is_of_a_word(sign: str) -> bool:
    """Whether it is a digit or a letter of a script that parts its words, which have cases."""
    return sign.isdigit() or sign.lower() != sign.upper()


def is_safe_link(address: str) -> bool:
    """Whether an address may stand behind words of a letter: http, https or mailto."""
    return _SAFE_LINK.fullmatch(address) is not None


class _Reading:
    """Turns the parser's flat tokens into paragraphs."""

    def __init__(self) -> None:
        self._found: list[Paragraph] = []
        self._signs: list[str] = []  # of the lists that are open: "." or ")", "" with bullets
        self._counts: list[int] = []
        self._marker = ""
        self._heading = 0

    def paragraphs(self, tokens: Iterable["Token"]) -> list[Paragraph]:
        for token in tokens:
            if token.type == "inline":
                self._add(tuple(_runs(token.children or ())))
            elif token.type in {"bullet_list_open", "ordered_list_open"}:
                self._signs.append(token.markup if token.type.startswith("ordered") else "")
                self._counts.append(-1)
            elif token.type in {"bullet_list_close", "ordered_list_close"}:
                self._signs.pop()
                self._counts.pop()
            elif token.type == "list_item_open":
                self._marker = self._next_marker(token.info)
            elif token.type == "heading_open":
                self._heading = int(token.tag[1])
        return self._found

    def _next_marker(self, typed: str) -> str:
        """The next number of a list, or the one that was typed where that leaps ahead."""
        depth, sign = len(self._signs) - 1, self._signs[-1]
        if not sign:
            return _BULLETS[depth % len(_BULLETS)]
        self._counts[-1] = max(self._counts[-1] + 1, int(typed or 0))
        return f"{self._counts[-1]}{sign}"

    def _add(self, runs: tuple[Run, ...]) -> None:
        if self._signs and not self._marker and self._found:  # an item's second paragraph
            item = self._found[-1]
            self._found[-1] = item._replace(runs=(*item.runs, Run("\n"), *runs))
            return
        level = max(0, len(self._signs) - 1)
        self._found.append(Paragraph(runs, self._marker, level, self._heading))
        self._marker, self._heading = "", 0


def _runs(tokens: Iterable["Token"]) -> Iterator[Run]:
    bold = italic = 0
    link = ""
    for token in tokens:
        kind = token.type
        if kind in {"softbreak", "hardbreak"}:
            yield Run("\n", bold > 0, italic > 0, link)
        elif kind == "link_open":
            link = str(token.attrGet("href") or "")
        elif kind == "link_close":
            link = ""
        elif kind.startswith("strong"):
            bold += token.nesting
        elif kind.startswith("em"):
            italic += token.nesting
        elif token.content:
            yield Run(token.content, bold > 0, italic > 0, link)


def _finished(runs: Iterable[Run], marks: tuple[str, ...]) -> Iterator[Run]:
    """The runs with like neighbours joined, missing values marked, addresses made links."""
    for run in _joined(runs):
        for piece in _missing_told(run, marks):
            yield from (piece,) if piece.link or piece.missing else _linked(piece)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    held: list[Run] = []
    for run in runs:
        if held and held[0][1:] != run[1:]:
            yield held[0]._replace(text="".join(one.text for one in held))
            held = []
        held.append(run)
    if held:
        yield held[0]._replace(text="".join(one.text for one in held))


def _missing_told(run: Run, marks: tuple[str, ...]) -> Iterator[Run]:
    if not marks:
        yield run
        return
    for index, words in enumerate(_any_of(marks).split(run.text)):
        if words:
            yield run._replace(text=words, missing=index % 2 == 1)


@lru_cache(16)
def _any_of(marks: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(marks, key=len, reverse=True)
    return re.compile(f"({'|'.join(map(re.escape, longest_first))})")


def _linked(run: Run) -> Iterator[Run]:
    position = 0
    for found in _ADDRESS.finditer(run.text):
        address = found["angled"] or found[0]
        link = address if "://" in address else f"mailto:{address}"
        if not is_safe_link(link):
            continue
        if found.start() > position:
            yield run._replace(text=run.text[position : found.start()])
        yield run._replace(text=address, link=link)
        position = found.end()
    if position < len(run.text) or not run.text:
        yield run._replace(text=run.text[position:])
