"""The versions of letters: each save as the little that it changed, exact to read.

A version is told by the one before it; every twentieth is kept whole, and so is each that has a
name or left the app, so that no reading goes further back than that.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.letter_looks import LetterLook, PageStyle, Paper
from jobtracker.domain.letter_parts import Part
from jobtracker.domain.letter_versions import (
    Frozen,
    Patch,
    VersionKind,
    Wording,
    patch_of,
    patched,
)
from jobtracker.storage import rows
from jobtracker.storage.schema import LetterVersionRow

WHOLE_EVERY = 20

_CHAIN = """
SELECT number, text, kept_before, kept_after, field_values, shape FROM letter_version
WHERE letter_id = :letter AND number <= :number AND number >= (
    SELECT max(number) FROM letter_version
    WHERE letter_id = :letter AND number <= :number AND kept_before IS NULL
) ORDER BY number
"""
_LISTED = """
SELECT v.number, v.kind, v.name, v.override_reason, v.saved_at, v.document_id, v.blob_hash
FROM letter_version v WHERE v.letter_id = ? ORDER BY v.number DESC
"""


class Version(NamedTuple):
    """A version in the list of a letter's. `reason` is why the gate was overridden; `pdf_hash`
    is the SHA-256 of the bytes that left, in hexadecimal digits.
    """

    number: int
    kind: VersionKind
    name: str
    reason: str
    saved_at: str
    document_id: int | None = None
    pdf_hash: str = ""

    @property
    def exported(self) -> bool:
        """Whether it left the app."""
        return self.kind in (VersionKind.EXPORTED, VersionKind.SENT)


class Leaving(NamedTuple):
    """What is kept with a version that leaves the app: the document, the hash of its bytes, why
    the gate was overridden, and what stood around the typed words.
    """

    document_id: int | None
    blob_hash: str | None
    reason: str
    frozen: Frozen


def keep(
    session: Session,
    letter_id: int,
    wording: Wording,
    now: datetime,
    *,
    kind: VersionKind = VersionKind.SAVED,
    name: str = "",
    leaving: Leaving | None = None,
) -> int:
    """Keep what the letter says as its next version; the version's number."""
    number = newest(session, letter_id) + 1
    before = _known(session, letter_id, number - 1)
    small = kind is VersionKind.SAVED and number % WHOLE_EVERY != 1
    stored = _small(before, wording) if before and small else _whole(wording)
    if leaving is not None:
        stored |= {
            "document_id": leaving.document_id,
            "blob_hash": leaving.blob_hash,
            "override_reason": leaving.reason,
            "frozen": _json(leaving.frozen._asdict()),
        }
    rows.insert(
        session,
        LetterVersionRow,
        letter_id=letter_id,
        number=number,
        kind=kind.value,
        name=name,
        saved_at=now.isoformat(),
        **stored,
    )
    return number


def wording_of(session: Session, letter_id: int, number: int) -> Wording:
    """What version `number` said; raises NotFoundError where there is none."""
    said = _known(session, letter_id, number)
    if said is None:
        raise NotFoundError(f"The letter has no version {number}. Choose one that is listed.")
    return said


def versions(session: Session, letter_id: int) -> list[Version]:
    """Newest first."""
    found = session.connection().exec_driver_sql(_LISTED, (letter_id,))
    return [
        Version(number, VersionKind(kind), name, reason, saved_at, document, digest or "")
        for number, kind, name, reason, saved_at, document, digest in found
    ]


def newest(session: Session, letter_id: int) -> int:
    """The number of the letter's newest version."""
    found = session.connection().exec_driver_sql(
        "SELECT max(number) FROM letter_version WHERE letter_id = ?", (letter_id,)
    )
    return found.scalar() or 0


def frozen(session: Session, letter_id: int, number: int) -> Frozen | None:
    """What stood around the words of a version that left; None for any other."""
    found = session.connection().exec_driver_sql(
        "SELECT frozen FROM letter_version WHERE letter_id = ? AND number = ?",
        (letter_id, number),
    )
    return read_frozen(found.scalar())


def read_frozen(stored: str | None) -> Frozen | None:
    if stored is None:
        return None
    read = json.loads(stored)
    return Frozen(read["values"], frame_of(read["frame"]))


def frame_of(stored: Mapping[str, str]) -> dict[Part, str]:
    return {Part(name): text for name, text in stored.items()}


def _small(before: Wording, wording: Wording) -> dict[str, Any]:
    """The columns of a version told by the one before it."""
    patch = patch_of(before.text, wording.text)
    shape, values = _shape(wording), dict(wording.values)
    return {
        "text": patch.text,
        "kept_before": patch.before,
        "kept_after": patch.after,
        "field_values": None if values == dict(before.values) else _json(values),
        "shape": None if shape == _shape(before) else shape,
    }


def _whole(wording: Wording) -> dict[str, Any]:
    return {
        "text": wording.text,
        "field_values": _json(dict(wording.values)),
        "shape": _shape(wording),
    }


def _known(session: Session, letter_id: int, number: int) -> Wording | None:
    """What version `number` said; None where it, or one that it is told by, is not there."""
    found = session.connection().exec_driver_sql(_CHAIN, {"letter": letter_id, "number": number})
    return dict(_told(found)).get(number)


def _told(chain: Iterable[Sequence[Any]]) -> Iterator[tuple[int, Wording]]:
    """The versions of a chain that begins with a whole one, up to where one is missing: what was
    salvaged or brought in may lack some.
    """
    text, values, shape, last = "", "{}", "{}", 0
    for number, said, before, after, new_values, new_shape in chain:
        if before is not None and number != last + 1:
            return
        last = number
        text = said if before is None else patched(text, Patch(before, after, said))
        values, shape = new_values or values, new_shape or shape
        yield number, _wording(text, values, shape)


def _shape(wording: Wording) -> str:
    look = wording.look
    return _json(
        {
            "frame": dict(wording.frame),
            "hidden": sorted(wording.hidden),
            "style": look.style,
            "paper": look.paper,
            "fit": look.fit,
            "family": look.family,
        }
    )


def _wording(text: str, values: str, shape: str) -> Wording:
    read = json.loads(shape)
    look = LetterLook(
        PageStyle(read.get("style", PageStyle.CLASSIC)),
        Paper(read.get("paper", Paper.A4)),
        read.get("fit", False),
        read.get("family", ""),
    )
    hidden = frozenset(map(Part, read.get("hidden", ())))
    return Wording(text, json.loads(values), frame_of(read.get("frame", {})), hidden, look)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
