"""What a record of letters and files holds; and those of views and settings."""

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field, model_validator

from jobtracker.domain.blocks import BlockPurpose
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_looks import PageStyle, Paper
from jobtracker.domain.letter_parts import Part
from jobtracker.domain.letter_versions import VersionKind
from jobtracker.exchange.archive.limits import LARGEST_FILE
from jobtracker.exchange.archive.records_of_search import Record
from jobtracker.exchange.archive.settings import is_sound
from jobtracker.exchange.archive.values import (
    Count,
    Day,
    Hash,
    Json,
    JsonList,
    JsonObject,
    Library,
    Moment,
    Name,
    Number,
    Text,
    Uid,
    as_said,
    one_of,
)


def _texts(said: Any) -> None:
    if not isinstance(said, dict) or not all(isinstance(text, str) for text in said.values()):
        raise ValueError("does not hold texts")


def _parts(said: Any) -> None:
    _texts(said)
    for name in said:
        Part(name)


def _hidden(said: Any) -> None:
    if not isinstance(said, list):
        raise ValueError("is no list of parts")  # noqa: TRY004 - pydantic asks for ValueError
    for name in said:
        Part(name)


def _shape(said: Mapping[str, Any]) -> None:
    _parts(said.get("frame", {}))
    _hidden(said.get("hidden", []))
    PageStyle(said.get("style", PageStyle.CLASSIC))
    Paper(said.get("paper", Paper.A4))
    family = said.get("family", "")
    if not isinstance(said.get("fit", False), int) or not isinstance(family, str):
        raise ValueError("is no look of a letter")  # noqa: TRY004 - pydantic asks for ValueError


def _frozen(said: Mapping[str, Any]) -> None:
    _texts(said.get("values"))
    _parts(said.get("frame"))


def _said_by(check: Any) -> Any:
    """The same value where what it says passes a check."""

    def checked(value: Any) -> Any:
        check(as_said(value))
        return value

    return AfterValidator(checked)


Texts = Annotated[JsonObject, _said_by(_texts)]
PartTexts = Annotated[JsonObject, _said_by(_parts)]
Parts = Annotated[JsonList, _said_by(_hidden)]
Shape = Annotated[JsonObject, _said_by(_shape)]
FrozenWords = Annotated[JsonObject, _said_by(_frozen)]
LetterLanguage = Annotated[str, one_of(Language)]


class File(Record):
    """A file of the archive: its bytes' SHA-256, their number, and its name in the archive."""

    hash: Hash
    size: Annotated[int, Field(ge=0, le=LARGEST_FILE)]
    name: Name


class Document(Record):
    uid: Uid
    application: Uid
    kind: Text
    name: Name
    media_type: Text
    size: Count
    blob_hash: Hash
    sent_on: Day | None
    created_at: Moment


class LetterTemplate(Record):
    uid: Uid
    library_key: Text | None
    version: Number
    profile: Library | None
    kind: Annotated[str, one_of(LetterKind)]
    language: LetterLanguage
    name: Text
    purpose: Text
    text: Text
    form_hash: Hash | None
    created_at: Moment


class Letter(Record):
    uid: Uid
    application: Uid
    template: Library | None
    kind: Annotated[str, one_of(LetterKind)]
    language: LetterLanguage
    style: Annotated[str, one_of(PageStyle)]
    paper: Annotated[str, one_of(Paper)]
    fit: bool
    family: Text
    name: Text
    text: Text
    field_values: Texts
    frame: PartTexts
    hidden: Parts
    sent_version: Number | None
    sent_on: Day | None
    created_at: Moment
    updated_at: Moment


class LetterVersion(Record):
    letter: Uid
    number: Count
    kind: Annotated[str, one_of(VersionKind)]
    name: Text
    text: Text
    kept_before: Count | None
    kept_after: Count | None
    field_values: Texts | None
    shape: Shape | None
    frozen: FrozenWords | None
    document: Uid | None
    blob_hash: Hash | None
    override_reason: Text
    saved_at: Moment

    @model_validator(mode="after")
    def _is_whole_or_a_change(self) -> Self:
        """How much is kept of the version before it is said for both ends of the text, or not."""
        if (self.kept_before is None) is not (self.kept_after is None):
            raise ValueError("says half of what it keeps")
        return self


class LetterBlock(Record):
    uid: Uid
    name: Text
    text: Text
    tags: JsonObject
    role_in_letter: Annotated[str, one_of(BlockPurpose)]
    language: LetterLanguage
    variant_of: Uid | None
    created_at: Moment
    updated_at: Moment


class LetterBlockUse(Record):
    letter: Uid
    block: Uid


class SavedView(Record):
    uid: Uid
    name: Text
    ordinal: Number
    query: JsonObject


class Setting(Record):
    name: Name
    value: Json

    @model_validator(mode="after")
    def _is_sound(self) -> Self:
        if not is_sound(self.name, as_said(self.value)):
            raise ValueError("says what no such setting can")
        return self
