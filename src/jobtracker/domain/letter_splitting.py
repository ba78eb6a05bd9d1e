"""Where salutation, body, closing and signature stand in a letter's filled text.

They are told apart by the words of the letter's language, and of any other where it has none of
these. What stands before the salutation is the head: some letters bring their own address block,
date or subject, and the frame then leaves these out (see `Own`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_words import WORDS, LetterWords

_LONGEST_LINE = 100
"""Lines of a head, greetings and signatures are short; longer ones are prose."""
_LONGEST_FORMULA = 300
_MOST_HEAD_LINES = 30
_MOST_LINES = 60
"""So many lines at either end of a text are looked at, blank ones too."""
_MOST_SIGNATURE_LINES = 14
_MOST_GREETED_WORDS = 4
_MOST_WORDS_AFTER_CLOSING = 4
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]<>#|~&!+=.)-])")
_MARKS = " \t*_#>"
_BEFORE_COLON = " \u00a0.*_"
_MONTHS = "|".join(month.casefold() for words in WORDS.values() for month in words.months)
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|er|\.)?,? (?:de |of )?(?:{_MONTHS})\.?,? (?:de |del )?\d{{4}}"
    rf"|(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4})"
)
_DATE_LINE = re.compile(rf"(?:date ?: ?)?(?:[^\d\n,]{{1,40}}, )?(?:le |den |the |a )?{_DAY}\.?")


class Own(StrEnum):
    """What of a frame the text has itself."""

    ADDRESS = "address"
    DATE = "date"
    SUBJECT = "subject"
    ENCLOSURES = "enclosures"


class Stretch(NamedTuple):
    start: int
    end: int


class Written(NamedTuple):
    """The stretches of a filled text, outer blanks left out; empty where a part is absent."""

    head: Stretch
    salutation: Stretch
    body: Stretch
    closing: Stretch
    signature: Stretch
    own: frozenset[Own]


class _Line(NamedTuple):
    start: int
    end: int
    words: str
    """Case folded, without Markdown's signs at its ends."""


def split(
    text: str, language: Language, greeted_at: int | None = None, closed_at: int | None = None
) -> Written:
    """The parts of a filled text; `greeted_at` and `closed_at` are places known to stand in the
    salutation and the closing.

    A greeting counts while only short lines stand before it, the first of several. A closing
    counts while only a signature can follow, the last of several.
    """
    chosen = (WORDS[language], *(words for key, words in WORDS.items() if key is not language))
    first, last = list(_first_lines(text)), list(_last_lines(text))
    greeting = _greeting(first, chosen) if greeted_at is None else _line_at(text, greeted_at)
    opened, begun = (greeting.start, greeting.end) if greeting else (0, 0)
    tail = [line for line in last if line.start >= begun and line is not greeting]
    close = _closing(tail, chosen) if closed_at is None else _line_at(text, closed_at)
    if close is None or (greeting and close.start <= greeting.start):
        close = _Line(len(text), len(text), "")
    own = {*_own_head((line for line in first if line.start < opened), chosen)}
    if _has_enclosures((line for line in last if line.start > close.end), chosen):
        own.add(Own.ENCLOSURES)
    return Written(
        _trimmed(text, 0, opened),
        _trimmed(text, opened, begun),
        _trimmed(text, begun, close.start),
        _trimmed(text, close.start, close.end),
        _trimmed(text, close.end, len(text)),
        frozenset(own),
    )


def _first_lines(text: str) -> Iterator[_Line]:
    start = 0
    for _ in range(_MOST_LINES):
        end = text.find("\n", start)
        yield _line(text, start, len(text) if end < 0 else end)
        if end < 0:
            return
        start = end + 1


def _last_lines(text: str) -> Iterator[_Line]:
    """In the order of the text."""
    start = len(text)
    for _ in range(_MOST_LINES):
        start = text.rfind("\n", 0, start)
        if start < 0:
            break
    end = -1 if start < 0 else start
    while end < len(text):
        start = end + 1
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield _line(text, start, end)


def _line_at(text: str, position: int) -> _Line:
    end = text.find("\n", position)
    return _line(text, text.rfind("\n", 0, position) + 1, len(text) if end < 0 else end)


def _line(text: str, start: int, end: int) -> _Line:
    """No more of a long line is read than tells that it is prose."""
    shown = text[start : min(end, start + 2 * _LONGEST_FORMULA)]
    if "\\" in shown:
        shown = _ESCAPED.sub(r"\1", shown)
    return _Line(start, end, shown.strip(f"{_MARKS}\r").casefold())


def _trimmed(text: str, start: int, end: int) -> Stretch:
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    return Stretch(start + left, max(start + left, start + len(part.rstrip())))


def _greeting(lines: Sequence[_Line], languages: Iterable[LetterWords]) -> _Line | None:
    reached = 0
    for index, line in enumerate(lines):
        reached += bool(line.words)
        if len(line.words) > _LONGEST_LINE or reached > _MOST_HEAD_LINES:
            lines = lines[:index]
            break
    for words in languages:
        pattern = _beginning(words.greetings)
        for index, line in enumerate(lines):
            if pattern.match(line.words) and _greets(lines, index):
                return line
    return None


def _greets(lines: Sequence[_Line], index: int) -> bool:
    """Whether a line that begins with a greeting is one, and not the begin of a sentence."""
    words = lines[index].words
    if words[-1] in ",:!;–—":
        return True
    if words[-1] in ".?" and not words.endswith(("jr.", "sr.")):
        return False
    alone = index + 1 == len(lines) or not lines[index + 1].words
    return alone or len(words.split()) <= _MOST_GREETED_WORDS


def _closing(lines: Sequence[_Line], languages: Sequence[LetterWords]) -> _Line | None:
    """The last line that closes, among those that a signature can follow."""
    seen = 0
    for index in range(len(lines) - 1, -1, -1):
        apart = index == 0 or not lines[index - 1].words
        if lines[index].words and any(
            _closes(lines[index].words, words, apart=apart) for words in languages
        ):
            return lines[index]
        seen += bool(lines[index].words)
        if seen > _MOST_SIGNATURE_LINES:
            break
    return None


def _closes(line: str, words: LetterWords, *, apart: bool) -> bool:
    """Whether a line closes; `apart` says that a blank one stands before it."""
    found = _beginning(words.closings).match(line)
    if found and len(line) <= _LONGEST_LINE:
        more = len(re.findall(r"\w+", line[found.end() :]))
        return not more or (apart and more <= _MOST_WORDS_AFTER_CLOSING)
    thanks = _beginning(words.thanks).match(line)
    if thanks and not line[thanks.end() :].strip(" ,.!"):
        return True
    ends = any(word in line for word in words.formula_ends)
    return bool(ends and len(line) <= _LONGEST_FORMULA and _beginning(words.formulas).match(line))


@cache
def _beginning(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """What begins with one of the phrases as whole words."""
    ordered = sorted(map(str.casefold, phrases), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, ordered)) or '(?!)'})(?!\w)")


def _own_head(lines: Iterable[_Line], languages: Sequence[LetterWords]) -> Iterator[Own]:
    for line in lines:
        if not line.words:
            continue
        if _DATE_LINE.fullmatch(line.words):
            yield Own.DATE
        elif any(_is_subject(line.words, words) for words in languages):
            yield Own.SUBJECT
        else:
            yield from (Own.ADDRESS, Own.DATE)


def _is_subject(line: str, words: LetterWords) -> bool:
    if _beginning(words.announced).match(line):
        return True
    named = _beginning(words.subjects).match(line)
    return bool(named and line[named.end() :].lstrip(_BEFORE_COLON).startswith(":"))


def _has_enclosures(lines: Iterable[_Line], languages: Sequence[LetterWords]) -> bool:
    return any(
        (found := _beginning(words.enclosures).match(line.words))
        and line.words[found.end() :].lstrip(_BEFORE_COLON)[:1] in ("", ":")
        for line in lines
        for words in languages
    )
