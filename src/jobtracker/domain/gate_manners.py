"""What makes a letter look careless: an old date, a wrong salutation or language, doubled words.

All of these are hints: they may be meant.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from operator import eq

from jobtracker.domain.gate_findings import Finding, GateContext
from jobtracker.domain.gate_languages import languages
from jobtracker.domain.gate_salutation import salutations
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_languages import long_day
from jobtracker.domain.letter_parts import ComposedLetter, Part
from jobtracker.domain.letter_words import WORDS
from jobtracker.domain.names import Reading, fold, words_of_text

MAX_WORDS = 400
"""About one page; whether a letter takes one page is judged by its layout."""

_MOST_LINES_BEFORE_SALUTATION = 15
_MOST_WORDS_BESIDE_DATE = 5
_LONGEST_DATE_LINE = 120
_YEAR = re.compile(r"\d{4}")
_MONTHS = {
    fold(month): number
    for words in WORDS.values()
    for number, month in enumerate(words.months, start=1)
}
_DATE = re.compile(
    r"(?P<day>\d{1,2})(?:\.|er|st|nd|rd|th)?[ ](?:de[ ])?(?P<month>[^\W\d_]{3,12})(?:[ ]de|,)?"
    r"[ ](?P<year>\d{4})"
    r"|(?P<month_first>[^\W\d_]{3,12})[ ](?P<day_second>\d{1,2})(?:st|nd|rd|th)?,?"
    r"[ ](?P<year_last>\d{4})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})|(?P<numbers>\d{1,2}[./]\d{1,2}[./]\d{4})"
)
_ISO = re.compile(r"(?<![\w/.-])\d{4}-\d{2}-\d{2}(?![\w/-]|\.\w)")
_DOUBLED = re.compile(
    r"(?<![\w’'-])(?P<word>[^\W\d_]{2,20})[ \t]+(?P=word)(?![\w’'-])", re.IGNORECASE
)
_MAY_DOUBLE = {
    Language.ENGLISH: frozenset({"that", "had", "is", "bye", "so", "very"}),
    Language.GERMAN: frozenset({"die", "der", "das", "sie", "ihr", "den", "dem", "sehr", "uns"}),
    Language.FRENCH: frozenset({"nous", "vous", "très", "en"}),
    Language.SPANISH: frozenset({"muy", "casi"}),
}


def manners(letter: ComposedLetter, reading: Reading, context: GateContext) -> Iterator[Finding]:
    """Everything of this kind; dates, salutation and language only where the context says what
    they should be.
    """
    if context.today is not None:
        yield from _dates(letter, context.today, context.language or Language.ENGLISH)
    yield from _bare_dates(letter, context.language or Language.ENGLISH)
    yield from salutations(letter, context)
    yield from languages(letter, reading, context.language)
    if any(map(eq, reading.every, reading.every[1:])):
        yield from _doubled(letter.text, context.language or Language.ENGLISH)
    yield from _length(letter)


def _dates(letter: ComposedLetter, today: date, language: Language) -> Iterator[Finding]:
    """The letter's own date: that of its frame, else a line of nothing but place and date."""
    for begin, line in _head_lines(letter):
        match = _DATE.search(line)
        days = _days(match) if match else ()
        if match and days and today not in days:
            message = f"The letter is dated {match[0]}; today is {long_day(today, language)}."
            start, end = begin + match.start(), begin + match.end()
            yield Finding("date", False, "date", match[0], start, end, message)
            return


def _head_lines(letter: ComposedLetter) -> Iterator[tuple[int, str]]:
    """The lines that may hold the letter's date, with where they begin."""
    dated = [placed for placed in letter.parts if placed.part is Part.DATE]
    if dated:
        yield dated[0].start, letter.text[dated[0].start : dated[0].end]
        return
    lines = islice(re.finditer(r"[^\n]+", letter.text), _MOST_LINES_BEFORE_SALUTATION)
    for line in lines:
        if len(line[0]) > _LONGEST_DATE_LINE or not _YEAR.search(line[0]):
            continue
        without = _DATE.sub("", line[0], count=1)
        if len(without) < len(line[0]) and len(words_of_text(without)) <= _MOST_WORDS_BESIDE_DATE:
            yield line.start(), line[0]


def _days(match: re.Match[str]) -> tuple[date, ...]:
    """The days a written date may mean; none for words that are no month."""
    if match["iso"]:
        return _valid([tuple(map(int, match["iso"].split("-")))])
    if match["numbers"]:
        first, second, last = map(int, re.split(r"[./]", match["numbers"]))
        return _valid([(last, second, first), (last, first, second)])
    month = _MONTHS.get(fold(match["month"] or match["month_first"]), 0)
    year, day = match["year"] or match["year_last"], match["day"] or match["day_second"]
    return _valid([(int(year), month, int(day))])


def _valid(days: Iterable[tuple[int, ...]]) -> tuple[date, ...]:
    found = []
    for year, month, day in days:
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return tuple(found)


def _bare_dates(letter: ComposedLetter, language: Language) -> Iterator[Finding]:
    """Dates in the text as computers write them."""
    for match in _ISO.finditer(letter.text):
        placed = letter.part_at(match.start())
        if placed is None or placed.part is not Part.BODY:
            continue
        for day in _valid([tuple(map(int, match[0].split("-")))]):
            written = long_day(day, language)
            message = f"“{match[0]}” is a date as computers write it: write it as {written}."
            yield Finding("date", False, "date", match[0], *match.span(), message)


def _doubled(text: str, language: Language) -> Iterator[Finding]:
    for match in _DOUBLED.finditer(text):
        first, second = match[0].split()
        both_names = first[0].isupper() and second[0].isupper()
        if not both_names and first.lower() not in _MAY_DOUBLE[language]:
            message = f"“{match[0]}” says a word twice."
            yield Finding("doubled-word", False, None, match[0], *match.span(), message)


def _length(letter: ComposedLetter) -> Iterator[Finding]:
    bodies = (part for part in letter.parts if part.part is Part.BODY)
    words = sum(len(letter.text[part.start : part.end].split()) for part in bodies)
    if words > MAX_WORDS:
        message = f"The letter has {words} words; most are read to the end below {MAX_WORDS}."
        yield Finding("too-long", False, None, "", 0, 0, message)
