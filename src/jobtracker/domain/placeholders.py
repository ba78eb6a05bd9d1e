"""Placeholders of any style that people and sites leave in letters: `[Company]`, `{{NAME}}`, ...

Their shapes are those of `placeholder_shapes`; whether one reads as a placeholder where it stands
is judged by `placeholder_sense`. Reading is linear in the length of the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from jobtracker.domain.placeholder_meanings import is_known, macro_meaning, words_between
from jobtracker.domain.placeholder_sense import Place, is_doubtful, stands
from jobtracker.domain.placeholder_shapes import SIGNS, WORDS, PlaceholderStyle, begins
from jobtracker.domain.text import words_of

__all__ = ["Placeholder", "PlaceholderStyle", "find_placeholders"]

_LINK_NAME = re.compile(
    r"^ {0,3}\[([^\[\]\n]{1,100})\]:[ \t]{1,8}(?:https?:|www\.|mailto:|[/#<])", re.MULTILINE
)
_BRACKETED = re.compile(r"\[([^\[\]\n]{1,100})\]")
_CLOSING_TAG = re.compile(r"</([A-Za-z][\w:-]{0,40})>")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_MACRO = re.compile(r"\\([A-Za-z]+)")
_ARGUMENT = re.compile(r"(?<=\{)[^{}]{2,120}(?=\})")
# Where these are none, what they hold is read on its own: "(TBD)".
_HIDING = frozenset((PlaceholderStyle.PARENTHESES, PlaceholderStyle.LINE, PlaceholderStyle.DOLLAR))
_NOTES = words_of("todo placeholder fixme fillin insertion")
_FORMATTING = words_of(
    "begin end section subsection subsubsection paragraph usepackage documentclass item cite ref"
    " label href url emph textbf textit texttt textsc textcolor underline includegraphics input"
    " newcommand renewcommand"
)


class Placeholder(NamedTuple):
    """One found placeholder; `words` are its words in lower case, without its signs. A
    `doubtful` one may be meant as it stands.
    """

    start: int
    end: int
    text: str
    style: PlaceholderStyle
    words: str
    doubtful: bool = False


def find_placeholders(text: str) -> tuple[Placeholder, ...]:
    """Every placeholder in order, without overlap; positions count characters."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[Placeholder]:
    links = frozenset(map(str.casefold, _LINK_NAME.findall(text) if "]:" in text else ()))
    tags = frozenset(map(str.lower, _CLOSING_TAG.findall(text)))
    fenced = "```" in text or "~~~" in text
    fences = [match.start() for match in _FENCE.finditer(text)] if fenced else []
    position = 0
    for begin in begins(text):
        shapes = WORDS if text[begin].isalnum() else SIGNS
        match = shapes.match(text, begin) if begin >= position else None
        if not match:
            continue
        position = match.end()
        kind = match.lastgroup or ""
        if kind.isupper() or _is_fenced(match.start(), fences):
            continue
        found = tuple(_read(match, kind, links, tags))
        if not found and kind in _HIDING:
            position = match.start() + 1
        yield from found


def _read(
    match: re.Match[str], kind: str, links: frozenset[str], tags: frozenset[str]
) -> Iterator[Placeholder]:
    """The placeholders in what has the shape of one."""
    style = PlaceholderStyle(kind)
    if style is PlaceholderStyle.ARGUMENT:
        yield from _arguments(match)
        return
    place = Place(style, match[0], match.string, *match.span(), tags)
    is_link = style is PlaceholderStyle.BRACKETS and _names_link(match.string, match, links)
    if not is_link and stands(place):
        yield Placeholder(*match.span(), match[0], style, place.words, is_doubtful(place))


def _is_fenced(position: int, fences: list[int]) -> bool:
    """Whether it lies in a block of code, between an odd fence and the next."""
    before = bisect_right(fences, position)
    return before % 2 == 1 and before < len(fences)


def _names_link(text: str, match: re.Match[str], links: frozenset[str]) -> bool:
    """Whether brackets use a link defined elsewhere: `[name]`, `[shown][name]`."""
    if not links:
        return False
    follower = _BRACKETED.match(text, match.end())
    used = follower[1] if follower else match[0][1:-1]
    return used.casefold() in links


def _arguments(match: re.Match[str]) -> Iterator[Placeholder]:
    """A LaTeX macro with braces: itself where they are empty, else those that name a field."""
    macro = _MACRO.match(match[0])
    name = macro[1] if macro else ""
    inner = match[0].partition("{")[2].strip("{} ")
    if name.lower() in _NOTES or (not inner and macro_meaning(name)):
        style = PlaceholderStyle.MACRO
        yield Placeholder(*match.span(), match[0], style, words_between(inner or name))
    elif name.lower() not in _FORMATTING or "command" in name:
        for argument in _ARGUMENT.finditer(match[0]):
            words = words_between(argument[0])
            if argument[0][0].isupper() and is_known(words):
                start = match.start() + argument.start()
                end = start + len(argument[0])
                style = PlaceholderStyle.ARGUMENT
                yield Placeholder(start, end, argument[0], style, words)
