"""The fields of one letter with their values, and where each value comes from."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from jobtracker.domain.letters import FieldName, field_named, fields_in

TYPED = "letter"
"""The source of a value that was typed for this one letter."""


class LetterField(NamedTuple):
    """A field of a letter. `source` says where the value comes from: a `FieldSource`, or
    "letter" where it was typed for this letter; empty while missing.
    """

    name: FieldName
    label: str
    value: str
    source: str

    @property
    def missing(self) -> bool:
        return not self.value.strip()


def resolve(
    text: str,
    typed: Mapping[FieldName, str],
    known: Mapping[FieldName, str],
    sources: Mapping[FieldName, str] | None = None,
) -> tuple[LetterField, ...]:
    """The fields a letter's text asks for, in order of first use.

    What was typed for the letter goes before what is `known` from elsewhere. `sources` names
    the source of known values where it is not the field's usual one.
    """
    return resolve_names(fields_in(text), typed, known, sources)


def resolve_names(
    names: Iterable[FieldName],
    typed: Mapping[FieldName, str],
    known: Mapping[FieldName, str],
    sources: Mapping[FieldName, str] | None = None,
) -> tuple[LetterField, ...]:
    """The same for fields whose names are at hand."""
    return tuple(_resolved(name, typed, known, sources or {}) for name in names)


def _resolved(
    name: FieldName,
    typed: Mapping[FieldName, str],
    known: Mapping[FieldName, str],
    sources: Mapping[FieldName, str],
) -> LetterField:
    field = field_named(name)
    if typed.get(name, "").strip():
        return LetterField(name, field.label, typed[name], TYPED)
    value = known.get(name, "")
    source = sources.get(name) or field.source.value
    return LetterField(name, field.label, value, source if value else "")
