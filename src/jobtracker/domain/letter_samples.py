"""A letter with anyone's placeholders becomes a template with `{{ fields }}`.

What a placeholder means is mostly plain: `[Company]`, `%FNAME%`, "XX years". Those become fields
at once. Where a person has to decide (a choice between words, an instruction, a bracket that may
be prose, a run of dots) the text stays as it is and a question is asked, with a guess. A company
of the person's own past is told from the one applied to by `letter_past`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from jobtracker.domain.letter_addressing import greeting_left_open
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_past import is_past
from jobtracker.domain.letters import KNOWN_FIELDS, FieldName, parse
from jobtracker.domain.placeholder_meanings import field_for, words_between
from jobtracker.domain.placeholders import Placeholder, PlaceholderStyle, find_placeholders
from jobtracker.domain.sample_words import SampleWord, greets, in_readers_block, sample_words
from jobtracker.domain.text import words_of

_BEFORE = 160
_AFTER = 60
_PAST_OF = {"company": "previous_company", "role": "current_role"}
_BLANK = "blank"
_FORM_OF_ADDRESS = "form_of_address"


class Question(NamedTuple):
    """A placeholder at text[start:end] of a template that a person has to decide about.

    `guess` is the field it most likely means, None where it most likely stays as it is; `why` is
    a short sentence for the person.
    """

    start: int
    end: int
    written: str
    guess: FieldName | None
    why: str


class TemplateText(NamedTuple):
    """A template; what its questions are about still stands in it as written."""

    text: str
    questions: tuple[Question, ...] = ()


def read_placeholders(text: str) -> TemplateText:
    """The letter as a template: plain placeholders are fields, the others are asked about.

    "[X] years" becomes `{{ years_of_experience }}` whole, as its value reads "four years".
    Raises InvalidInputError when the text is over the limit of a letter.
    """
    parse(text)
    parts: list[str] = []
    questions: list[Question] = []
    position = length = 0
    for reading in _readings(text):
        found = reading.placeholder
        before = text[position : found.start]
        start = length + len(before)
        if reading.why:
            put, position = found.text, found.end
            asked = Question(start, start + len(put), put, reading.field, reading.why)
            questions.append(asked)
        else:
            tag = _tag(reading.field or _BLANK)
            put, position = _with_stars(tag, text, found), reading.end
        parts += (before, put)
        length = start + len(put)
    return TemplateText("".join((*parts, text[position:])), tuple(questions))


def answered(template: TemplateText, answers: Mapping[int, FieldName | None]) -> TemplateText:
    """The template with questions answered by their index: a field's name, or None to leave the
    words as they stand. What is not answered is asked again.
    """
    parts: list[str] = []
    left: list[Question] = []
    position = length = 0
    for index, question in enumerate(template.questions):
        before = template.text[position : question.start]
        answer = answers.get(index)
        put = _tag(answer) if answer else question.written
        position = question.end
        if answer == "years_of_experience":
            position = _after_years(template.text, position)
        start = length + len(before)
        if index not in answers:
            left.append(question._replace(start=start, end=start + len(put)))
        parts += (before, put)
        length = start + len(put)
    return TemplateText("".join((*parts, template.text[position:])), tuple(left))


def with_greeting_open(read: TemplateText, language: Language) -> TemplateText:
    """The template with its formal greetings as `{{ salutation }}`; its questions move along."""
    lines = read.text.split("\n")
    ends: list[int] = []
    shifts = [0]
    end = 0
    for number, line in enumerate(lines):
        lines[number] = greeting_left_open(line, language)
        end += len(line) + 1
        ends.append(end)
        shifts.append(shifts[-1] + len(lines[number]) - len(line))
    questions = (
        one._replace(start=one.start + moved, end=one.end + moved)
        for one in read.questions
        for moved in (shifts[bisect_right(ends, one.start)],)
    )
    return TemplateText("\n".join(lines), tuple(questions))


def template_from_sample(text: str) -> str:
    """The template with every question answered as guessed."""
    read = read_placeholders(text)
    guesses = {index: question.guess for index, question in enumerate(read.questions)}
    return answered(read, guesses).text


def _tag(name: FieldName) -> str:
    return f"{{{{ {name} }}}}"


def _with_stars(tag: str, text: str, found: Placeholder) -> str:
    """The tag with the stars of bold words that began or ended within the placeholder."""
    if found.text.count("**") % 2 == 0:
        return tag
    begins = text.count("**", max(0, text.rfind("\n\n", 0, found.start)), found.start) % 2 == 0
    return f"**{tag}" if begins else f"{tag}**"


class _Reading(NamedTuple):
    """What a placeholder means; `why` is set where a person has to say so. `end` is where the
    words end that the field stands for.
    """

    placeholder: Placeholder
    field: FieldName | None
    end: int
    why: str = ""


_COUNTS = frozenset({"", "x", "xx", "xxx", "xxxx", "n", "number", "no", "count"})
_YEARS_AFTER = re.compile(r"\+?[ ](?:\+[ ])?(?:years?|yrs|Jahren?|ans|años)\b['’]?", re.IGNORECASE)
_GREETING = re.compile(
    r"(?:\b(?:dear|hi|hello|attn|attention|to|geehrte[rs]?|liebe[rs]?|cher|chère|estimad[oa])\b[:.]?"
    r"|\b(?:mr|ms|mrs|mx|dr|prof|herrn?|frau|madame|monsieur|señora?|sra?)\b\.?)[ \t/]*"
    r"(?:(?:mr|ms|mrs|mx|dr|herrn?|frau)\.?[ \t/]*){0,4}$",
    re.IGNORECASE,
)
_PLACES: tuple[tuple[re.Pattern[str], FieldName], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), field)
    for pattern, field in (
        (r"\b(?:position|role|job|post|opening) (?:of|as)(?: an?| the)?\s*$", "role"),
        (r"\b(?:at|join|joining|bei|chez)(?: the)?\s*$", "company"),
    )
)
_INSTRUCTION = re.compile(
    r"\b(?:insert|describe|mention|explain|add|include|write|list|tell|show|choose|select|delete"
    r"|replace|sentences?|paragraphs?|einfügen|beschreiben|nennen|décrivez|insérez|ajoutez"
    r"|describa|describe|inserte|añada)\b",
    re.IGNORECASE,
)
_FORMS_OF_ADDRESS = words_of(
    "mr ms mrs mx dr prof miss sir madam herr herrn frau madame monsieur señor señora"
)
_CHOICE = re.compile(r"\s*(?:/|\||\bor\b|\boder\b|\bou\b|(?<=\w)\s+o\s+(?=\w))\s*")
_MOST_NAMING_WORDS = 4
_WORD = PlaceholderStyle.WORD
_SAMPLE_STYLES = frozenset((PlaceholderStyle.SAMPLE, PlaceholderStyle.LINE))
_CODE = frozenset((PlaceholderStyle.STRAY, PlaceholderStyle.CODE))
_WORDLESS = frozenset((PlaceholderStyle.CROSSES, PlaceholderStyle.BLANK, PlaceholderStyle.PROMPT))
_SAMPLES: tuple[tuple[str, FieldName], ...] = (
    ("@", "your_email"),
    ("/", "your_links"),
    ("555", "your_phone"),
    ("123", "your_phone"),
    ("Herr", "hiring_manager"),
    ("Frau", "hiring_manager"),
    ("YY", "date"),
    ("JJ", "date"),
)


_NAMES = frozenset(("your_name", "hiring_manager"))
_BETWEEN_NAMES = re.compile(r"[ ]{0,2}")
_BETWEEN_TOWNS = re.compile(r"[ ]{0,2},?[ ]{0,2}\n?[ ]{0,2}")
_TOWN_OF = {"location": "your_address", "company_city": "company_address"}
_OF_READER = {"your_address": "company_address", "location": "company_city"}
_BEGINNING = re.compile(
    r"\b(?:eintritt\w*|verfügbar|frühestens|available|start(?:ing)?|disponible|inicio)\b[^\n]{0,60}$",
    re.IGNORECASE,
)


def _readings(text: str) -> Iterator[_Reading]:
    """The placeholders of a text with what they mean, those of the program's own left out."""
    met: set[FieldName] = set()
    blanks = 0
    last: _Reading | None = None
    samples = {one.start: one for one in sample_words(text)}
    for found in _placeholders(text, samples):
        if found.text.startswith(("{{#", "{{/")):
            continue
        reading = _reading(text, found, met, samples)
        if last and _says_the_same(text, last, reading):
            field = reading.field if last.field == _FORM_OF_ADDRESS else last.field
            last = last._replace(field=field, end=reading.end, why="")
            continue
        if last:
            yield last
        if reading.field == _BLANK:
            blanks += 1
            reading = reading._replace(field=_BLANK if blanks == 1 else f"{_BLANK}_{blanks}")
        if reading.field:
            met.add(reading.field)
        last = reading
    if last:
        yield last


def _placeholders(text: str, samples: Mapping[int, SampleWord]) -> Iterator[Placeholder]:
    """Every placeholder and made-up name of a text in order, without overlap."""
    spans = [(one.start, one.end) for one in samples.values()]
    signs = [
        one
        for one in find_placeholders(text)
        if one.style not in _SAMPLE_STYLES or not _meets(one.start, one.end, spans)
    ]
    taken = [(one.start, one.end) for one in signs]
    names = [
        Placeholder(start, end, text[start:end], PlaceholderStyle.SAMPLE, "")
        for start, end in spans
        if not _meets(start, end, taken)
    ]
    for found in sorted((*signs, *names)):
        yield found._replace(words=_plain_words(found))


def _meets(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the spans, which are in order and apart, overlaps with start:end."""
    after = bisect_left(spans, (end,))
    return after > 0 and spans[after - 1][1] > start


def _plain_words(found: Placeholder) -> str:
    """Its words without what another program does with them, and without bold: "[Num**ber**]"."""
    written = found.text
    if written.startswith("{{") and "|" in written:
        return words_between(written.partition("|")[0])
    if "*" in written and written.startswith("["):
        return words_between(written.replace("*", ""))
    return found.words


def _says_the_same(text: str, last: _Reading, reading: _Reading) -> bool:
    """Whether it goes on with what the placeholder before it names whole: a name's second half,
    the name behind "[Mr./Ms.]", the town of an address.
    """
    between = text[last.end : reading.placeholder.start]
    if last.field == _FORM_OF_ADDRESS and reading.field == "hiring_manager":
        return not between.strip(" ")
    if last.why or reading.why:
        return False
    if reading.field == last.field and reading.field in _NAMES:
        return _BETWEEN_NAMES.fullmatch(between) is not None
    follows = _BETWEEN_TOWNS.fullmatch(between) is not None
    if reading.field == last.field:
        return follows and reading.field in _TOWN_OF
    return follows and _TOWN_OF.get(reading.field or "") == last.field


def _reading(
    text: str, found: Placeholder, met: set[FieldName], samples: Mapping[int, SampleWord]
) -> _Reading:
    name = _field_meant(text, found, met, samples)
    if name == "years_of_experience":
        return _Reading(found, name, _after_years(text, found.end))
    return _Reading(found, *_asked(found, name))


def _asked(found: Placeholder, name: FieldName) -> tuple[FieldName | None, int, str]:
    """The field, where it ends, and why a person has to say what is meant."""
    if found.doubtful:
        return None, found.end, "This may be meant as it stands."
    if found.style in _CODE:
        return None, found.end, "This is code of another program: take it out or name a field."
    if found.style in _WORDLESS or (found.style is _WORD and name not in KNOWN_FIELDS):
        return (
            _BLANK if found.style is _WORD else name,
            found.end,
            "Nothing says what belongs here.",
        )
    plain = name in KNOWN_FIELDS or found.text.startswith("{{")
    return name, found.end, "" if plain else _open_words(found)


def _open_words(found: Placeholder) -> str:
    """Why words that name no known field are not simply a field of their own; "" where they are."""
    if len(_CHOICE.split(found.text.strip("[](){}<>«» "))) > 1:
        return "This offers a choice."
    if _INSTRUCTION.search(found.text) or len(found.words.split()) > _MOST_NAMING_WORDS:
        return "This says what to write."
    return ""


def _after_years(text: str, position: int) -> int:
    """Where "+ years" ends that follows a number's placeholder."""
    years = _YEARS_AFTER.match(text, position)
    return years.end() if years else position


def _field_meant(
    text: str, found: Placeholder, met: set[FieldName], samples: Mapping[int, SampleWord]
) -> FieldName:
    """The field that a placeholder means where it stands."""
    before = text[max(0, found.start - _BEFORE) : found.start]
    if found.style is PlaceholderStyle.SAMPLE:
        return _sample_meant(before, found, samples)
    if found.words in _COUNTS:
        return _field_at(before, text, found.end)
    words = found.words.split()
    if words and _FORMS_OF_ADDRESS.issuperset(words):
        return _FORM_OF_ADDRESS
    return _field_of_words(text, found, before, met)


def _field_of_words(text: str, found: Placeholder, before: str, met: set[FieldName]) -> FieldName:
    name = field_for(found.words)
    if name == "your_name" and (_GREETING.search(before) or greets(before)):
        return "hiring_manager"
    if name in _OF_READER and in_readers_block(text, found.start, found.end):
        return _OF_READER[name]
    if name in _PAST_OF:
        after = text[found.end : found.end + _AFTER]
        if is_past(before, after, again=name in met):
            return _PAST_OF[name]
    return name


def _sample_meant(before: str, found: Placeholder, samples: Mapping[int, SampleWord]) -> FieldName:
    if found.start in samples:
        return samples[found.start].field
    name = next((name for sign, name in _SAMPLES if sign in found.text), "company")
    return "start_date" if name == "date" and _BEGINNING.search(before) else name


def _field_at(before: str, text: str, end: int) -> FieldName:
    """The field that a sign without words most likely means, by what stands around it."""
    if _YEARS_AFTER.match(text, end):
        return "years_of_experience"
    if _GREETING.search(before):
        return "hiring_manager"
    return next((name for pattern, name in _PLACES if pattern.search(before)), _BLANK)
