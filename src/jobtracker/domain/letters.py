"""A letter's text: Markdown with `{{ field }}` and optional sections.

The grammar, and all of it:

    {{ company }}                          the value of a field
    {{# referrer }}...{{/ referrer }}      shown only when the field has a value; may nest

A name is letters, digits and underscores, beginning with a letter; case does not matter.
Anything else in braces is text (the gate points at it). There is no expression, filter or
include: what a person or a stranger typed is data, read in one pass, and so are values: one
that holds `{{ x }}` is never read again. A section's tag alone on its line takes the line
with it, so that an absent section leaves no gap.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.known_fields import (
    KNOWN_FIELDS,
    Field,
    FieldName,
    FieldSource,
    field_named,
    label_of,
)
from jobtracker.domain.text import FIELD_LIMIT

__all__ = [
    "KNOWN_FIELDS",
    "MAX_CHARACTERS",
    "Field",
    "FieldName",
    "FieldSource",
    "FieldUse",
    "Filled",
    "MissingStyle",
    "Piece",
    "Run",
    "SectionEnd",
    "SectionStart",
    "Text",
    "field_named",
    "fields_in",
    "fill",
    "label_of",
    "mark_of",
    "parse",
]

MAX_CHARACTERS = FIELD_LIMIT
"""The limit of a letter's text, before and after filling (that of every field)."""

_KEPT_UP_TO = 20_000
_TAG = re.compile(r"\{\{[ \t]{0,8}([#/]?)[ \t]{0,8}([^\W\d_]\w{0,63})[ \t]{0,8}\}\}")
_MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&!])|^([ \t]*)([-+=]|\d+(?=[.)]))", re.MULTILINE)

_SHORT = 2_000


class Text(NamedTuple):
    """Plain text, and anything in braces that is no tag."""

    start: int
    end: int


class FieldUse(NamedTuple):
    start: int
    end: int
    name: FieldName


class SectionStart(NamedTuple):
    start: int
    end: int
    name: FieldName


class SectionEnd(NamedTuple):
    start: int
    end: int
    name: FieldName


Piece: TypeAlias = Text | FieldUse | SectionStart | SectionEnd


def parse(text: str) -> tuple[Piece, ...]:
    """The pieces of a letter in order; together they cover the text without gap or overlap.

    Positions count characters. A section's tag without its partner is text.
    Raises InvalidInputError when the text is over MAX_CHARACTERS.
    """
    _check_size(len(text))
    return _parsed_once(text) if len(text) <= _SHORT else _parsed(text)


def _parsed(text: str) -> tuple[Piece, ...]:
    return tuple(_joined(_without_widows(list(_tags(text))), len(text)))


_parsed_once = lru_cache(maxsize=256)(_parsed)
"""The frame's texts and the templates are the same in letter after letter, and at each key."""


def _tags(text: str) -> Iterator[FieldUse | SectionStart | SectionEnd]:
    for match in _TAG.finditer(text):
        sign, name = match[1], match[2].lower()
        start, end = match.span()
        if not sign:
            yield FieldUse(start, end, name)
            continue
        if start == 0 or text[start - 1] == "\n":
            end += text.startswith("\r\n", end) * 2 or text.startswith("\n", end)
        kind = SectionStart if sign == "#" else SectionEnd
        yield kind(start, end, name)


def _without_widows(
    tags: list[FieldUse | SectionStart | SectionEnd],
) -> list[FieldUse | SectionStart | SectionEnd]:
    """Drop section tags without a partner. Each start is pushed and popped once: linear."""
    kept = [isinstance(tag, FieldUse) for tag in tags]
    waiting: list[int] = []
    open_names: dict[FieldName, int] = {}
    for index, tag in enumerate(tags):
        if isinstance(tag, SectionStart):
            waiting.append(index)
            open_names[tag.name] = open_names.get(tag.name, 0) + 1
        elif isinstance(tag, SectionEnd) and open_names.get(tag.name):
            partner = -1
            while partner < 0:
                top = waiting.pop()
                open_names[tags[top].name] -= 1
                if tags[top].name == tag.name:
                    partner = top
            kept[partner] = kept[index] = True
    return [tag for tag, keep in zip(tags, kept, strict=True) if keep]


def _joined(tags: list[FieldUse | SectionStart | SectionEnd], length: int) -> Iterator[Piece]:
    """The tags with the text between them."""
    position = 0
    for tag in tags:
        if tag.start > position:
            yield Text(position, tag.start)
        yield tag
        position = tag.end
    if position < length:
        yield Text(position, length)


def fields_in(text: str) -> tuple[FieldName, ...]:
    """The names of the fields a letter asks for, in order of first use, sections' included."""
    return tuple(dict.fromkeys(piece.name for piece in parse(text) if not isinstance(piece, Text)))


class MissingStyle(StrEnum):
    """How a field without a value is written."""

    KEEP = "keep"
    """As it stands in the letter: `{{ company_product }}`."""
    MARK = "mark"
    """As a reader sees that something is missing: `[company product]`."""


class Run(NamedTuple):
    """A stretch of filled text and the stretch of the letter it came from.

    `field` is the name where a value (or the mark of a missing one) stands, else None.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    field: FieldName | None = None
    missing: bool = False


class Filled(NamedTuple):
    """A letter with its values; `runs` cover `text` in order."""

    text: str
    runs: tuple[Run, ...]

    @property
    def spans(self) -> tuple[Run, ...]:
        """Where values and marks of missing ones landed."""
        return tuple(run for run in self.runs if run.field is not None)

    @property
    def missing(self) -> tuple[FieldName, ...]:
        """The fields without a value, in order of first use."""
        return tuple(dict.fromkeys(run.field for run in self.runs if run.field and run.missing))

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """The place in the letter's own text that a place in the filled text came from.

        A place inside a value answers with its whole tag.
        """
        if not self.runs:
            return 0, 0
        first = self._run_at(start)
        last = self._run_at(max(start, end - 1))
        begin = first.source_start if first.field else first.source_start + start - first.start
        finish = last.source_end if last.field else last.source_start + end - last.start
        return begin, finish

    def _run_at(self, position: int) -> Run:
        index = bisect_right(self.runs, position, key=lambda run: run.start) - 1
        return self.runs[max(0, index)]


def mark_of(name: FieldName) -> str:
    """The mark of a missing value: `[company product]`."""
    return f"[{label_of(name).lower()}]"


def fill(
    text: str,
    values: Mapping[FieldName, str],
    missing: MissingStyle = MissingStyle.KEEP,
    *,
    escape: bool = False,
) -> Filled:
    """The letter with its values put in; an empty or blank value counts as missing.

    With `escape`, Markdown's signs in values and marks get a backslash, so that a company
    called `*Acme*` is typeset as it is written: use it for pages, not for text to read.
    Raises InvalidInputError when the text is over MAX_CHARACTERS before or after.
    """
    parts: list[str] = []
    runs: list[Run] = []
    length = hidden = 0
    for piece in parse(text):
        if isinstance(piece, SectionStart):
            hidden += hidden > 0 or not _has_value(values, piece.name)
        elif isinstance(piece, SectionEnd):
            hidden -= hidden > 0
        elif not hidden:
            part, run = _part(text, piece, values, missing, escape=escape, at=length)
            parts.append(part)
            runs.append(run)
            length = run.end
            _check_size(length)
    return Filled("".join(parts), tuple(runs))


def _part(
    text: str,
    piece: Text | FieldUse,
    values: Mapping[FieldName, str],
    style: MissingStyle,
    *,
    escape: bool,
    at: int,
) -> tuple[str, Run]:
    source = text[piece.start : piece.end]
    if isinstance(piece, Text):
        return source, Run(at, at + len(source), piece.start, piece.end)
    absent = not _has_value(values, piece.name)
    if absent and style is MissingStyle.KEEP:
        part = source
    else:
        part = mark_of(piece.name) if absent else values[piece.name]
        part = _escaped(part) if escape else part
    return part, Run(at, at + len(part), piece.start, piece.end, piece.name, absent)


def _has_value(values: Mapping[FieldName, str], name: FieldName) -> bool:
    return bool(values.get(name, "").strip())


def _escaped(value: str) -> str:
    return _MARKDOWN_SIGNS.sub(_escape_one, value)


def _escape_one(match: re.Match[str]) -> str:
    if match[1]:
        return f"\\{match[1]}"
    indent, sign = match[2], match[3]
    return f"{indent}{sign}\\" if sign.isdigit() else f"{indent}\\{sign}"


def _check_size(length: int) -> None:
    if length > MAX_CHARACTERS:
        raise InvalidInputError(
            f"The letter is longer than {MAX_CHARACTERS:,} characters; nothing was changed. "
            "Shorten it.",
            field="text",
        )
