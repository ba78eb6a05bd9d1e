"""What makes a letter look careless: an old date, a wrong salutation or language, doubled words.

All of these are hints: they may be meant.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from operator import eq

from jobtracker.domain.gate_findings import Finding, GateContext
from jobtracker.domain.letter_kinds import Language, language_name
from jobtracker.domain.letter_languages import greeting_words, language_of, long_day
from jobtracker.domain.letter_parts import ComposedLetter, Part
from jobtracker.domain.letter_words import WORDS
from jobtracker.domain.names import Reading, fold, words_of_name, words_of_text
from jobtracker.domain.text import words_of

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
_DOUBLED = re.compile(
    r"(?<![\w’'-])(?P<word>[^\W\d_]{2,20})[ \t]+(?P=word)(?![\w’'-])", re.IGNORECASE
)
_MAY_DOUBLE = {
    Language.ENGLISH: frozenset({"that", "had", "is", "bye", "so", "very"}),
    Language.GERMAN: frozenset({"die", "der", "das", "sie", "ihr", "den", "dem", "sehr", "uns"}),
    Language.FRENCH: frozenset({"nous", "vous", "très", "en"}),
    Language.SPANISH: frozenset({"muy", "casi"}),
}
_NO_NAMES = words_of(
    "hiring manager team sir madam recruiter recruiting recruitment talent acquisition human"
    " resources hr committee department director selection everyone colleagues all search members"
    " mr mrs ms miss mx dr prof professor damen herren frau herr herrn doktor personalabteilung"
    " madame monsieur mesdames messieurs docteur senor senora senores sr sra sres equipo seleccion"
    " atencion responsable recursos humanos equipe ressources humaines directeur directrice"
)
"""Words of salutations that name nobody, folded."""


def manners(letter: ComposedLetter, reading: Reading, context: GateContext) -> Iterator[Finding]:
    """Everything of this kind; dates, salutation and language only where the context says what
    they should be.
    """
    if context.today is not None:
        yield from _dates(letter, context.today, context.language or Language.ENGLISH)
    yield from _salutation(letter, context)
    yield from _language(letter, context.language)
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


def _salutation(letter: ComposedLetter, context: GateContext) -> Iterator[Finding]:
    """A salutation to somebody who has no part in the application."""
    placed = next((part for part in letter.parts if part.part is Part.SALUTATION), None)
    if placed is None or not context.contacts:
        return
    written = letter.text[placed.start : placed.end]
    language = context.language or Language.ENGLISH
    known = {fold(word) for greeting in greeting_words(language) for word in greeting.split()}
    known |= _NO_NAMES | set(words_of_name(context.company))
    names = [
        word
        for word in words_of_text(written)
        if written[word.start].isupper() and word.folded not in known
    ]
    people = (*context.contacts, *context.addressees)
    contacts = {part for name in people for part in words_of_name(name)}
    if names and not any(word.folded in contacts for word in names):
        start, end = names[0].start, names[-1].end
        message = (
            f"“{written[start:end]}” is no contact of this application, which has "
            f"{', '.join(context.contacts[:3])}."
        )
        at = placed.start
        field = "hiring_manager"
        yield Finding("salutation", False, field, written[start:end], at + start, at + end, message)


def _language(letter: ComposedLetter, language: Language | None) -> Iterator[Finding]:
    if language is None:
        return
    bodies = [part for part in letter.parts if part.part is Part.BODY]
    said = "\n".join(letter.text[part.start : part.end] for part in bodies)
    read = language_of(said)
    if read is not None and read is not language:
        start = bodies[0].start
        message = (
            f"The letter reads as {language_name(read)}, while its date and salutation are "
            f"{language_name(language)}: change its language, or its words."
        )
        yield Finding("language", False, None, "", start, start, message)


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
