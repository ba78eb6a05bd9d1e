"""Names made up to be replaced: "Beispiel AG", "Max Mustermann", "12345 Musterstadt".

They are judged by what they are and by where they stand: whom the letter is to is told from who
writes by the blocks of lines above the greeting and by the line of the greeting itself.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jobtracker.domain.letters import FieldName
from jobtracker.domain.placeholder_meanings import field_for, words_between

_FORM = r"(?:(?:gGmbH|GmbH(?:[ ]&[ ]Co\.?[ ]KG)?|mbH|AG|KG|SE|OHG|UG|Inc|Ltd|LLC)\b|e\.[ ]?V\.)"
_MADE_UP = r"(?:Muster|Beispiel)"
_FIRST = r"[A-ZÄÖÜ][a-zäöüß]{1,20}[ ]"
_PATTERN = re.compile(
    rf"\b(?P<company>{_MADE_UP}(?:firma|unternehmen|betrieb)\b(?:[ ]{_FORM})?"
    rf"|(?:Firma[ ])?{_MADE_UP}[a-zäöüß]{{0,20}}(?:[ -][A-ZÄÖÜ][a-zäöüß]{{1,20}}){{0,2}}[ ]{_FORM})"
    rf"|\b(?P<person>(?P<form>(?:Herrn?|Frau)[ ])?(?:Dr\.?[ ])?"
    rf"(?:(?!Herrn?\b|Frau\b|Firma\b)(?:{_FIRST}){{1,2}})?{_MADE_UP}(?:mann|frau)\b"
    r"|(?:John|Jane)[ ]Doe\b)"
    rf"|\b(?P<town>(?:\d{{5}}[ ])?{_MADE_UP}(?:stadt|hausen|ort|dorf)\b)"
    rf"|\b(?P<street>{_MADE_UP}(?:stra(?:ß|ss)e|str\.|weg|allee|platz|gasse)"
    r"(?:[ ]\d{1,3}[a-z]?)?)"
)
_GREETS = re.compile(
    r"(?:^|\n)[ \t*]*(?:dear|hi|hello|good (?:morning|afternoon|day)|to|attn|attention"
    r"|sehr geehrte[rs]?|guten tag|hallo|liebe[rs]?|ch[eè]re?|bonjour|madame|monsieur"
    r"|estimad[oa]s?|apreciad[oa]|hola)(?!\w)[^,!?\n]{0,80}$",
    re.IGNORECASE,
)
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_OF_COMPANY = re.compile(
    rf"\[(?:company|employer|firma|unternehmen|entreprise|empresa)[^\]\n]{{0,40}}\]|{_MADE_UP}firma"
    rf"|{_MADE_UP}\w{{0,20}}(?:[ -]\w{{2,20}}){{0,2}}[ ]{_FORM}|\b(?:XYZ|ABC)[ ]",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?:(?:tél(?:éphone)?|tel(?:efon)?|phone)\.? ?: ?)?\+?\d{1,4}(?:[ ./-]?XX){2,6}", re.IGNORECASE
)
_PLAIN = re.compile(r"[^\W\d_][\w ,.'’/-]*")
_LONGEST_SAID = 40
_OF_SENDER = frozenset(("your_name", "your_address", "location", "your_phone", "your_email"))
_BLOCK = 400
"""Signs on each side that a block of an address lies in."""
_LONGEST_LINE = 70


class SampleWord(NamedTuple):
    """A made-up name at text[start:end] and the field that it stands for."""

    start: int
    end: int
    field: FieldName


def sample_words(text: str) -> Iterator[SampleWord]:
    """The made-up names of a text and its sender's lines that only say what belongs there, in
    order; in a greeting a form of address before a name stays.
    """
    made_up = tuple(_made_up(text))
    starts = {one.start for one in made_up}
    yield from sorted((*made_up, *(one for one in _said_lines(text) if one.start not in starts)))


def _said_lines(text: str) -> Iterator[SampleWord]:
    """The lines of a block of which at least two say what belongs there: "Nom", "Adresse"."""
    start = 0
    block: list[SampleWord] = []
    for line in text.split("\n"):
        field = _said(line.strip())
        if field:
            begin = start + len(line) - len(line.lstrip())
            block.append(SampleWord(begin, begin + len(line.strip()), field))
        elif not line.strip():
            yield from block if len(block) > 1 else ()
            block = []
        start += len(line) + 1
    yield from block if len(block) > 1 else ()


def _said(line: str) -> FieldName | None:
    if _PHONE.fullmatch(line):
        return "your_phone"
    if not line or len(line) > _LONGEST_SAID or not _PLAIN.fullmatch(line):
        return None
    field = field_for(words_between(line))
    return field if field in _OF_SENDER else None


def _made_up(text: str) -> Iterator[SampleWord]:
    for found in _PATTERN.finditer(text):
        kind = found.lastgroup or ""
        start = found.start()
        if found["person"]:
            kind = "person"
            before = text[max(0, start - _BLOCK) : start]
            if found["form"] and greets(before + found["form"]):
                start += len(found["form"])
        yield SampleWord(start, found.end(), _field(text, found, kind))


def greets(before: str) -> bool:
    """Whether words that follow these stand in the line that greets the reader."""
    return _GREETS.search(before) is not None


def _field(text: str, found: re.Match[str], kind: str) -> FieldName:
    if kind == "company":
        return "company"
    before = text[max(0, found.start() - _BLOCK) : found.start()]
    if kind == "person":
        of_reader = bool(found["form"]) or greets(before) or in_readers_block(text, *found.span())
        return "hiring_manager" if of_reader else "your_name"
    theirs = in_readers_block(text, *found.span())
    if kind == "town":
        return "company_city" if theirs else "location"
    return "company_address" if theirs else "your_address"


def in_readers_block(text: str, start: int, end: int) -> bool:
    """Whether the block of short lines around text[start:end] is the reader's: it names a company
    before that, or anywhere in a block that is not the first.
    """
    before = _PARAGRAPH_END.split(text[max(0, start - _BLOCK) : start])
    after = _PARAGRAPH_END.split(text[end : end + _BLOCK])[0]
    if _is_prose(before[-1]) or _is_prose(after):
        return False
    later = len(before) > 1 and _OF_COMPANY.search(after) is not None
    return later or _OF_COMPANY.search(before[-1]) is not None


def _is_prose(block: str) -> bool:
    return any(len(line) > _LONGEST_LINE for line in block.split("\n"))
