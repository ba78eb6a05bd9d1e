"""What every change of a letter goes through, inside somebody's transaction."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.changes import Done
from jobtracker.domain.documents import DocumentKind
from jobtracker.domain.errors import BlockedByGateError
from jobtracker.domain.letter_looks import LetterLook, PageStyle, Paper
from jobtracker.domain.letter_versions import Frozen, VersionKind, Wording
from jobtracker.domain.letters import FieldName, field_named
from jobtracker.domain.text import checked_text
from jobtracker.services.base import Service, done
from jobtracker.services.letter_views import LetterView
from jobtracker.storage import documents, letter_versions, letters, settings
from jobtracker.storage.letter_versions import Leaving

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from jobtracker.domain.gate import Finding
    from jobtracker.storage.letters import Draft

_LOOK = "letter.look"
"""The setting that new letters look like: style, paper and font of the last choice."""


class LetterService(Service):
    """What the services of letters share."""

    def _change(
        self, letter_id: int, label: str, change: "Callable[[Draft], Wording]", run: str = ""
    ) -> Done[int]:
        """Make a letter say what `change` makes of it; the id it was saved in, see `writable`."""
        now = self._clock.now()
        with self._db.write(label, run=run) as tx:
            letters.id_of(tx.session, str(letter_id))
            letter = letters.load(tx.session, letter_id)
            key = write(tx.session, letter, change(letter), now)
        return done(key, tx)


def write(session: "Session", letter: "Draft", wording: Wording, now: datetime) -> int:
    """Let a letter say this, as its next version; the id of the letter that says it.

    One that was sent is never changed: what was to be changed goes into a new draft of it.
    Nothing is written where it says so already.
    """
    if wording == letter.wording:
        return letter.id
    key = letter.id
    if letter.sent_version is None:
        letters.save(session, key, wording, now)
    else:
        key = letters.copy(session, letter, letter.application_id, wording, now)
    letter_versions.keep(session, key, wording, now)
    return key


def checked_values(values: Mapping[FieldName, str]) -> dict[FieldName, str]:
    """Values as typed; raises InvalidInputError for what no text may hold."""
    return {
        name: checked_text(value, field_named(name).label.lower()) for name, value in values.items()
    }


def refusal(findings: "Iterable[Finding]", deed: str = "exported") -> BlockedByGateError:
    """Why the letter stays here, for a person: the first of what blocks, and how many more."""
    blocking = [finding for finding in findings if finding.blocking]
    more = f" And {len(blocking) - 1} more." if len(blocking) > 1 else ""
    return BlockedByGateError(
        f"The letter was not {deed}. {blocking[0].message}{more} "
        "Mend it, or give a reason to let it go as it is."
    )


class File(NamedTuple):
    """A file as a letter leaves in it; `media_type` as in "application/pdf". `document_id` is
    set where it is kept already.
    """

    name: str
    media_type: str
    content: bytes
    document_id: int | None = None


def leave(
    session: "Session",
    view: LetterView,
    file: File,
    now: datetime,
    *,
    sent_on: date | None = None,
    reason: str = "",
) -> int:
    """Keep exactly what leaves, as a document of the application and as a version of the letter,
    with all that its words were filled with; the version's number. With a day it was sent,
    without one only exported. `reason` is why the gate was overridden.
    """
    document = _kept(session, view.application_id, file, sent_on, now)
    digest = sha256(file.content).hexdigest()
    frozen = Frozen(view.filling, view.frame)
    return letter_versions.keep(
        session,
        view.id,
        view.wording,
        now,
        kind=VersionKind.SENT if sent_on else VersionKind.EXPORTED,
        name=file.name,
        leaving=Leaving(document, digest, reason, frozen),
    )


def _kept(
    session: "Session", application_id: int, file: File, sent_on: date | None, now: datetime
) -> int:
    """The document of this file; one that was kept before is sent now."""
    if file.document_id is not None:
        day = sent_on.isoformat() if sent_on else None
        documents.change(session, file.document_id, {"sent_on": day})
        return file.document_id
    return documents.store(
        session,
        application_id,
        file.name,
        DocumentKind.LETTER.value,
        file.media_type,
        file.content,
        sent_on=sent_on,
        now=now,
    )


def last_look(session: "Session") -> LetterLook:
    """The look of a new letter: that which was chosen last."""
    kept = settings.settings(session).get(_LOOK)
    if not isinstance(kept, str):
        return LetterLook()
    style, paper, family = json.loads(kept)
    return LetterLook(PageStyle(style), Paper(paper), family=family)


def remember_look(session: "Session", look: LetterLook) -> None:
    """Whether a letter has to fit one page is its own affair, and not remembered."""
    if last_look(session) != look._replace(fit=False):
        settings.set_setting(
            session, _LOOK, json.dumps([look.style, look.paper, look.family], ensure_ascii=False)
        )
