"""A letter that was sent once, as a template: its date is a field, its names are asked about.

Nothing in it says "fill me in": who is greeted, the company and the name under the closing stand
where they always stand, and only a person can say whether they are to be replaced.
"""

import re
from collections.abc import Iterator

from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_languages import closing_words, greeting_words
from jobtracker.domain.letter_past import is_past
from jobtracker.domain.letter_samples import Question, TemplateText
from jobtracker.domain.letter_words import WORDS
from jobtracker.domain.letters import FieldName
from jobtracker.domain.text import words_of

_MONTHS = "|".join(sorted({month for words in WORDS.values() for month in words.months}))
_DATE_LINE = re.compile(
    rf"^[ \t]{{0,8}}(?:(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|(?:le )?\d{{1,2}}(?:\.|er|st|nd|rd|th)? (?:de )?(?:{_MONTHS}),?(?: de)? \d{{4}}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2})[ \t]{0,8}$",
    re.IGNORECASE | re.MULTILINE,
)
_NAME = r"[^\W\d_a-z][\w.'’-]{1,30}"
_FORMS = r"(?:(?:mrs?|ms|mx|miss|herrn?|frau|sra?|señora?|madame|monsieur|dr|prof)\b\.?[ ]){0,3}"
_NO_NAMES = words_of(
    "hiring manager managers team recruiter recruiting recruitment sir madam sirs committee human"
    " resources department all everyone whom damen herren madame monsieur equipo selección staff"
    " director search selection talent acquisition personalabteilung responsable recruteur"
)
_COMPANY = re.compile(
    r"(?:[A-ZÄÖÜ][\w&'’-]{0,30}[ ]){1,4}(?:Corporation|Corp|Incorporated|Inc|Limited|Ltd|LLC|LLP"
    r"|Company|GmbH|AG|SE|KG|OHG|SARL|SAS|S\.[AL])\b\.?"
)
_SIGNED = re.compile(rf"{_NAME}(?: {_NAME}){{1,3}}")
_MOST = 12
_BEFORE, _AFTER = 160, 60
_LONGEST_CLOSING = 60


def with_date_open(text: str) -> str:
    """The letter with the first line that is a date, above its greeting, as the field."""
    found = _DATE_LINE.search(text)
    if not found or found.start() > _greeting_at(text):
        return text
    return f"{text[: found.start()]}{{{{ date }}}}{text[found.end() :]}"


def with_names_asked(read: TemplateText) -> TemplateText:
    """The template with questions about names that stand in it as those of a letter once sent."""
    asked = list(read.questions)
    for start, end, guess, why in _names(read.text):
        if all(end <= one.start or one.end <= start for one in asked):
            asked.append(Question(start, end, read.text[start:end], guess, why))
    return TemplateText(read.text, tuple(sorted(asked)))


def _names(text: str) -> Iterator[tuple[int, int, FieldName, str]]:
    if "{{ hiring_manager }}" not in text and "{{ salutation }}" not in text:
        for start, end in _greeted(text):
            yield start, end, "hiring_manager", "Is this whom the letter is to?"
    if "{{ company }}" not in text:
        for start, end in _same(text, _company(text)):
            yield start, end, "company", "Is this the company you apply to?"
    if "{{ your_name }}" not in text:
        for start, end in _same(text, _signed(text)):
            yield start, end, "your_name", "Is this your name?"


def _greeting_at(text: str) -> int:
    found = _GREETING.search(text)
    return found.start() if found else len(text)


def _greeted(text: str) -> Iterator[tuple[int, int]]:
    found = _GREETING.search(text)
    if found and found["name"] and _NO_NAMES.isdisjoint(found["name"].casefold().split()):
        yield found.span("name")


def _company(text: str) -> str:
    """The first company with a legal form that is not one of the person's own past."""
    for found in _COMPANY.finditer(text):
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        if not is_past(before, text[found.end() : found.end() + _AFTER], again=False):
            return found[0].rstrip(".")
    return ""


def _signed(text: str) -> str:
    """The name on the line below the closing."""
    lines = [line.strip(" \t*") for line in text.split("\n") if line.strip()]
    for line, below in zip(reversed(lines[:-1]), reversed(lines[1:]), strict=True):
        if len(line) <= _LONGEST_CLOSING and _CLOSING.match(line.casefold()):
            return below if _SIGNED.fullmatch(below) else ""
    return ""


def _same(text: str, words: str) -> Iterator[tuple[int, int]]:
    if words:
        found = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)
        yield from (one.span() for one, _ in zip(found, range(_MOST), strict=False))


def _any_of(words: Iterator[str]) -> str:
    return "|".join(map(re.escape, sorted(set(words), key=len, reverse=True)))


_GREETING = re.compile(
    rf"^[ \t*]{{0,8}}(?i:{_any_of(word for one in Language for word in greeting_words(one))})"
    rf"(?!\w)(?:[ ](?i:{_FORMS})(?P<name>{_NAME}(?: {_NAME}){{0,2}}))?(?=[^\n]{{0,60}}[,:])",
    re.MULTILINE,
)
_CLOSING = re.compile(
    rf"(?:{_any_of(word for one in Language for word in closing_words(one))})(?!\w)"
)
