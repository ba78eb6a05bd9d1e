"""The bundled reference library: role profiles and letter templates as TOML files.

A library folder holds `profiles/<key>.toml` and `letters/<key>.toml`; a file's stem is its key.
Amounts are in major units of their currency ("110000" is 110,000 dollars).
"""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PositiveInt,
    StringConstraints,
    ValidationError,
    model_validator,
)

from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.exchange.library_files import broken, content_of, fingerprint, library_files

__all__ = [
    "Library",
    "LibraryLetter",
    "LibraryProfile",
    "LibraryQualifications",
    "LibraryQuestion",
    "LibraryRelated",
    "LibrarySalary",
    "PayRange",
    "ProfileLetter",
    "fingerprint",
    "read_library",
]

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Line = Annotated[str, StringConstraints(min_length=1, pattern=r"^\S.*\S$|^\S$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
OccupationCode = Annotated[str, StringConstraints(pattern=r"^\d{2}-\d{4}$")]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Amount = Annotated[Decimal, Field(gt=0)]
PeriodName = Literal["hour", "day", "week", "month", "year"]
LevelName = Literal["", "junior", "mid", "senior", "lead", "staff", "principal"]
SalaryKind = Literal["employer", "reported", "estimate", "official"]


def _in_order(table: object) -> object:
    """A TOML table as (label, value) pairs in the order they are written."""
    return tuple(table.items()) if isinstance(table, dict) else table


class LibraryRecord(BaseModel):
    """A part of a library file; a key that is not known is an error, so a typo is found."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PayRange(LibraryRecord):
    """What a role pays, in major units of `currency` for one `period`."""

    low: Amount
    high: Amount
    currency: Currency
    period: PeriodName

    @model_validator(mode="after")
    def _low_comes_first(self) -> Self:
        if self.low > self.high:
            raise ValueError(f"low {self.low} is above high {self.high}")
        return self


class LibrarySalary(PayRange):
    """The pay at one level; the level "" is the whole role.

    `p10` to `p90` are the percentiles that an official table states, in the same units.
    """

    level: LevelName
    experience: str = ""
    place: Line
    kind: SalaryKind
    source: Line
    source_date: str = ""
    licence: str = ""
    text: Line
    p10: Amount | None = None
    p25: Amount | None = None
    p50: Amount | None = None
    p75: Amount | None = None
    p90: Amount | None = None

    @model_validator(mode="after")
    def _percentiles_rise(self) -> Self:
        stated = [p for p in (self.p10, self.p25, self.p50, self.p75, self.p90) if p is not None]
        if stated != sorted(stated):
            raise ValueError("the percentiles do not rise from p10 to p90")
        return self


class LibraryRelated(PayRange):
    """A neighbouring role, its whole range and how it differs."""

    title: Line
    description: Line


class LibraryQualifications(LibraryRecord):
    group: Line
    items: Annotated[tuple[Line, ...], Field(min_length=1)]


class LibraryQuestion(LibraryRecord):
    question: Line
    answer: Line


class ProfileLetter(LibraryRecord):
    """A profile's own letter: Markdown with `{{ field }}` and `{{# field }}…{{/ field }}`."""

    text: Text


class LibraryProfile(LibraryRecord):
    """A role as the reference library describes it; lists keep the order of the file.

    `code` is its detailed occupation in the Standard Occupational Classification of 2018.
    """

    key: Key
    version: PositiveInt
    title: Line
    code: OccupationCode
    alternates: tuple[Line, ...] = ()
    category: Line
    updated: date
    source: Line
    summary: Line
    skills: tuple[Line, ...]
    duties: tuple[Line, ...]
    overview: tuple[Line, ...]
    outlook: tuple[Line, ...]
    glance: Annotated[tuple[tuple[Line, Line], ...], BeforeValidator(_in_order)]
    qualifications: tuple[LibraryQualifications, ...]
    salaries: tuple[LibrarySalary, ...]
    related: tuple[LibraryRelated, ...]
    letter: ProfileLetter
    questions: tuple[LibraryQuestion, ...]


class LibraryLetter(LibraryRecord):
    """A letter template for any role, in the syntax of `ProfileLetter`."""

    key: Key
    version: PositiveInt
    kind: LetterKind = LetterKind.COVER_LETTER
    language: Language = Language.ENGLISH
    name: Line
    purpose: Line
    text: Text


class Library(LibraryRecord):
    """The whole reference library, each part in the order of its keys."""

    profiles: tuple[LibraryProfile, ...]
    letters: tuple[LibraryLetter, ...]


_Entry = TypeVar("_Entry", LibraryProfile, LibraryLetter)


def read_library(folder: Path) -> Library:
    """All profiles and letters in `folder`.

    Raises UnreadableFileError, naming the file and the key, at the first file that is not
    as it should be.
    """
    return Library.model_construct(
        profiles=tuple(
            _read_entry(path, LibraryProfile) for path in library_files(folder / "profiles")
        ),
        letters=tuple(
            _read_entry(path, LibraryLetter) for path in library_files(folder / "letters")
        ),
    )


def _read_entry(path: Path, kind: type[_Entry]) -> _Entry:
    table = _table(path)
    try:
        entry = kind.model_validate(table)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        where = ".".join(str(step) for step in first["loc"])
        raise broken(path, f"{where}: {first['msg']}" if where else first["msg"]) from error
    if entry.key != path.stem:
        raise broken(path, f"key: {entry.key!r} is not the file's name")
    return entry


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(content_of(path).decode(), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise broken(path, str(error)) from error
