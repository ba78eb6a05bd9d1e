"""What may stand in a column: a value that Jobtracker could not have written is damage.

A flipped bit leaves a file that SQLite finds sound and makes "applied" into "apqlied".
"""

import json
import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from jobtracker.domain.custom_fields import FieldKind
from jobtracker.domain.documents import DocumentKind
from jobtracker.domain.events import EventKind
from jobtracker.domain.facts import EmploymentType, Waiting, WorkMode
from jobtracker.domain.interviews import InterviewKind, InterviewResult
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_looks import PageStyle, Paper
from jobtracker.domain.letter_versions import VersionKind
from jobtracker.domain.pay import Period
from jobtracker.domain.pay_facts import FactKind
from jobtracker.domain.stages import Outcome, Stage


class Column(NamedTuple):
    """A column as the table declares it; `kind` is "int", "real", "text" or "blob"."""

    name: str
    kind: str
    required: bool


class WrongValueError(ValueError):
    """No value that Jobtracker writes; `blank` is what may stand in its place, if anything."""

    def __init__(self, blank: object, *, may_be_blank: bool) -> None:
        super().__init__("a value that Jobtracker does not write")
        self.blank = blank
        self.may_be_blank = may_be_blank


_WORDS: dict[tuple[str, str], frozenset[str]] = {
    ("application", "stage"): frozenset(Stage),
    ("application", "outcome"): frozenset(Outcome),
    ("application", "work_mode"): frozenset({"", *WorkMode}),
    ("application", "employment_type"): frozenset({"", *EmploymentType}),
    ("application", "waiting_on"): frozenset({"", *Waiting}),
    ("custom_field", "kind"): frozenset(FieldKind),
    ("document", "kind"): frozenset(DocumentKind),
    ("event", "kind"): frozenset(EventKind),
    ("interview", "kind"): frozenset({"", *InterviewKind}),
    ("interview", "result"): frozenset({"", *InterviewResult}),
    ("journal_change", "op"): frozenset({"insert", "update", "delete"}),
    ("letter", "kind"): frozenset(LetterKind),
    ("letter", "language"): frozenset(Language),
    ("letter", "paper"): frozenset(Paper),
    ("letter", "style"): frozenset(PageStyle),
    ("letter_block", "language"): frozenset(Language),
    ("letter_template", "kind"): frozenset(LetterKind),
    ("letter_template", "language"): frozenset(Language),
    ("letter_template", "origin"): frozenset({"own", "library"}),
    ("letter_version", "kind"): frozenset(VersionKind),
    ("pay_fact", "kind"): frozenset(FactKind),
    ("profile", "origin"): frozenset({"own", "library"}),
    ("target_role", "work_mode"): frozenset({"", *WorkMode}),
}
"""The columns that hold a word out of few."""

INSTEAD = {
    ("application", "stage"): str(Stage.SAVED),
    ("document", "kind"): str(DocumentKind.OTHER),
    ("interview", "ends"): "",
    ("letter", "kind"): str(LetterKind.COVER_LETTER),
    ("letter", "language"): str(Language.ENGLISH),
    ("letter", "paper"): str(Paper.A4),
    ("letter", "style"): str(PageStyle.CLASSIC),
    ("letter_block", "language"): str(Language.ENGLISH),
    ("letter_template", "kind"): str(LetterKind.COVER_LETTER),
    ("letter_template", "language"): str(Language.ENGLISH),
    ("letter_version", "kind"): str(VersionKind.SAVED),
    ("custom_field", "kind"): str(FieldKind.TEXT),
}
"""What stands in the place of a word that cannot be read, where the record is worth having."""

JSON = {
    ("journal_change", "before"): "null",
    ("journal_change", "after"): "null",
    ("letter", "field_values"): "{}",
    ("letter", "frame"): "{}",
    ("letter", "hidden"): "[]",
    ("letter_block", "tags"): "{}",
    ("offer", "package"): "",
    ("saved_view", "query"): "",
    ("setting", "value"): "",
    ("target_role", "places"): "[]",
}
"""The columns of JSON, and what an unreadable one becomes; "" where the row is then lost."""

_PERIODS = frozenset(str(period) for period in Period)


def columns_of(table_info: Iterable[tuple[object, ...]]) -> tuple[Column, ...]:
    """The columns that `PRAGMA table_info` tells of."""
    return tuple(
        Column(str(name), _KINDS.get(str(declared).upper(), "text"), bool(required) or bool(key))
        for _, name, declared, required, _, key in table_info
    )


_KINDS = {"INTEGER": "int", "FLOAT": "real", "DOUBLE": "real", "BLOB": "blob"}


def unknown(table: str, column: Column, now: datetime) -> object:
    """What stands in a column of which nothing is known: a value that `checked` lets pass."""
    place = (table, column.name)
    if not column.required:
        return None
    if column.kind != "text":
        return b"" if column.kind == "blob" else 0
    if place in _WORDS or place in INSTEAD:
        return INSTEAD.get(place, "")
    if column.name.endswith("_at"):
        return now.isoformat(timespec="seconds")
    if _is_dated(column.name) or column.name == "starts":
        return now.date().isoformat()
    return JSON.get(place, "")


def is_bound(table: str, column: Column) -> bool:
    """Whether only some texts may stand there."""
    return column.kind == "text" and not _is_free(table, column.name)


def checked(table: str, column: Column, raw: object) -> object:
    """The value as Jobtracker wrote it. Raises WrongValueError where it can't have."""
    if raw is None:
        if column.required:
            raise _wrong(table, column)
        return None
    if column.kind == "text":
        return _text(table, column, raw)
    if not isinstance(raw, _FITTING[column.kind]):
        raise _wrong(table, column)
    return raw


_FITTING: dict[str, tuple[type, ...]] = {"int": (int,), "real": (int, float), "blob": (bytes,)}


def _text(table: str, column: Column, raw: object) -> str:
    """Text, of a kind that the name of its column tells."""
    if not isinstance(raw, bytes):
        raise _wrong(table, column)
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        mended = raw.decode(errors="replace")
        if _is_free(table, column.name):
            raise WrongValueError(mended, may_be_blank=True) from None
        raise _wrong(table, column) from None
    if "\0" in text and _is_free(table, column.name):
        raise WrongValueError(text.replace("\0", "\ufffd"), may_be_blank=True)
    if not _fits(table, column, text):
        raise _wrong(table, column)
    return text


def _is_free(table: str, name: str) -> bool:
    """Whether any words may stand there."""
    place = (table, name)
    bound = place in _WORDS or place in JSON or name in ("uid", "version_num", "rate")
    dated = _is_dated(name) or name in ("starts", "ends")
    return not bound and not dated and not name.endswith(("_at", "_key", "hash", "period"))


def _is_dated(name: str) -> bool:
    """Whether a column that holds no word out of few holds a day."""
    return name.endswith("_on") or name in ("on_date", "stage_since", "deadline")


def _fits(table: str, column: Column, text: str) -> bool:
    name, place = column.name, (table, column.name)
    if place in _WORDS:
        return text in _WORDS[place]
    if place in JSON:
        return _is_json(text) or (not text and table == "offer")
    if name.endswith("period"):
        return text in _PERIODS
    return _fits_its_name(name, text)


def _fits_its_name(name: str, text: str) -> bool:
    """Days, moments, rates and hashes are named the same in every table."""
    if _is_dated(name):
        fits = _is_day(text)
    elif name.endswith("_at") or name == "ends":
        fits = not text or _is_moment(text)
    elif name == "starts":
        fits = _is_moment(text)
    elif name == "rate":
        fits = _is_number(text)
    else:
        fits = not name.endswith("hash") or bool(_HASH.fullmatch(text))
    return fits


_HASH = re.compile(r"[0-9a-f]{64}")  # SHA-256


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _wrong(table: str, column: Column) -> WrongValueError:
    place = (table, column.name)
    if not column.required:
        return WrongValueError(None, may_be_blank=True)
    if place in INSTEAD:
        return WrongValueError(INSTEAD[place], may_be_blank=True)
    if place in JSON:
        return WrongValueError(JSON[place], may_be_blank=bool(JSON[place]) or table == "offer")
    if "" in _WORDS.get(place, ()):
        return WrongValueError("", may_be_blank=True)
    free = column.kind == "text" and _is_free(*place) and place not in _NEEDED
    return WrongValueError("", may_be_blank=free)


_NEEDED = {
    ("alembic_version", "version_num"),
    ("application", "role"),
    ("blob", "hash"),
    ("company", "name"),
    ("contact", "name"),
    ("document", "name"),
    ("interview", "starts"),
    ("journal_change", "table_name"),
    ("letter", "text"),
    ("letter_template", "text"),
    ("letter_version", "text"),
    ("posting", "text"),
    ("profile", "title"),
    ("setting", "name"),
    ("state", "name"),
    ("tag", "name"),
    ("target_role", "title"),
}
"""Text without which a record says nothing."""
