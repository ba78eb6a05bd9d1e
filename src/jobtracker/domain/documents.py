"""Files kept with an application: exactly what was sent, and what was received."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

LARGEST = 25 * 1024 * 1024
"""Bytes of one document."""


class DocumentKind(StrEnum):
    CV = "cv"
    LETTER = "letter"
    ANSWERS = "answers"
    PORTFOLIO = "portfolio"
    OTHER = "other"


class Document(NamedTuple):
    """`size` is in bytes; `sent_on` is None for what was only kept."""

    id: int
    uid: str
    application_id: int
    kind: str
    name: str
    media_type: str
    size: int
    sent_on: date | None
    created_at: str
