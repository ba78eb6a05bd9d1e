"""A letter as it is shown: its text, its fields with their values, its frame and its look."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.letter_addressing import addressed
from jobtracker.domain.letter_fields import LetterField, resolve_names
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_languages import frame as proposed_frame
from jobtracker.domain.letter_languages import in_words
from jobtracker.domain.letter_looks import LetterLook
from jobtracker.domain.letter_parts import ComposedLetter, Part, compose
from jobtracker.domain.letter_versions import Wording
from jobtracker.domain.letters import FieldName, Filled, MissingStyle, fields_in, fill
from jobtracker.services.letter_values import known_values
from jobtracker.storage import applications, letter_versions, letters

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jobtracker.storage.letters import Draft


class LetterView(NamedTuple):
    """A letter, ready to show. `text` holds its `{{ fields }}`; `typed` are the values typed
    for it and `known` those from elsewhere, whether it asks for them or not, with their
    `sources`. `frame` are the texts around it and `typed_frame` those of them that the person
    changed. `version` is the number of its newest version. One that was sent stays what it was:
    its known values and its frame are those of that day.
    """

    id: int
    uid: str
    application_id: int
    company: str
    role: str
    template: str
    name: str
    text: str
    fields: tuple[LetterField, ...]
    updated_at: str
    typed: Mapping[FieldName, str]
    known: Mapping[FieldName, str]
    version: int
    kind: LetterKind = LetterKind.COVER_LETTER
    language: Language = Language.ENGLISH
    look: LetterLook = LetterLook()
    frame: Mapping[Part, str] = {}
    typed_frame: Mapping[Part, str] = {}
    hidden: frozenset[Part] = frozenset()
    sent_on: date | None = None
    template_id: int | None = None
    sources: Mapping[FieldName, str] = {}

    @property
    def values(self) -> dict[FieldName, str]:
        """The values of the fields it asks for, as far as there are any."""
        return {field.name: field.value for field in self.fields if field.value}

    @property
    def filling(self) -> dict[FieldName, str]:
        """All values, whether the letter asks for them or not; what was typed goes first."""
        return values_of(self.typed, self.known, self.language, self.kind)

    @property
    def wording(self) -> Wording:
        """All that a person decided about it."""
        return Wording(self.text, self.typed, self.typed_frame, self.hidden, self.look)

    def filled(self, missing: MissingStyle = MissingStyle.KEEP, *, escape: bool = False) -> Filled:
        """The letter's own text with its values; `escape` as in `domain.letters.fill`."""
        return fill(self.text, self.filling, missing, escape=escape)

    def composed(
        self, missing: MissingStyle = MissingStyle.KEEP, *, escape: bool = False
    ) -> ComposedLetter:
        """The whole letter with its frame: what the gate checks, and what leaves the app."""
        return compose(
            self.text, self.filling, self.frame, self.hidden, self.language, missing, escape=escape
        )

    def edited(
        self,
        text: str,
        typed: Mapping[FieldName, str],
        frame: Mapping[Part, str] | None = None,
        hidden: frozenset[Part] | None = None,
        look: LetterLook | None = None,
    ) -> "LetterView":
        """The letter as it would be with this text, these values typed for it, these parts of
        the frame changed or hidden, and this look; what is not given stays.
        """
        typed_frame = self.typed_frame if frame is None else frame
        shown = self.frame
        if frame is not None:
            shown = frame_of(self.language, self.kind, frame)
        edited = self._replace(
            text=text,
            typed=dict(typed),
            typed_frame=typed_frame,
            frame=shown,
            hidden=self.hidden if hidden is None else hidden,
            look=look or self.look,
        )
        return edited._replace(fields=_fields(edited))


def view_of(session: "Session", letter_id: int, today: date) -> LetterView:
    """The letter as stored. Raises NotFoundError."""
    letters.id_of(session, str(letter_id))
    return shown(session, letters.load(session, letter_id), today)


def shown(session: "Session", letter: "Draft", today: date) -> LetterView:
    """A stored letter as a view."""
    application = applications.records(session, [letter.application_id])[0]
    sent = None
    if letter.sent_version is not None:
        sent = letter_versions.frozen(session, letter.id, letter.sent_version)
    known = known_values(session, letter.application_id, letter.language, today, letter.kind)
    view = LetterView(
        id=letter.id,
        uid=letter.uid,
        application_id=application.id,
        company=application.company,
        role=application.role,
        template=letter.template,
        name=letter.name,
        text=letter.text,
        fields=(),
        updated_at=letter.updated_at,
        typed=letter.values,
        known=sent.values if sent else known.values,
        version=letter_versions.newest(session, letter.id),
        kind=letter.kind,
        language=letter.language,
        look=letter.look,
        frame=sent.frame if sent else frame_of(letter.language, letter.kind, letter.frame),
        typed_frame=letter.frame,
        hidden=letter.hidden,
        sent_on=letter.sent_on,
        template_id=letter.template_id,
        sources=known.sources,
    )
    return view._replace(fields=_fields(view))


def frame_of(language: Language, kind: LetterKind, typed: Mapping[Part, str]) -> dict[Part, str]:
    """The texts of a letter's frame: those its language proposes, and what was typed instead."""
    return {**proposed_frame(language, kind), **typed}


def values_of(
    typed: Mapping[FieldName, str],
    known: Mapping[FieldName, str],
    language: Language,
    kind: LetterKind,
) -> dict[FieldName, str]:
    """The values that fill a letter: those typed for it, else those known from elsewhere, where
    the greeting is to whoever was typed as its reader.
    """
    known = addressed(typed, known, language, kind)
    said = {n: in_words(n, value, language) for n, value in typed.items() if value.strip()}
    return {**{name: value for name, value in known.items() if value.strip()}, **said}


def _fields(view: LetterView) -> tuple[LetterField, ...]:
    """The fields of the text, and those that its frame misses."""
    asked = (*fields_in(view.text), *view.composed(MissingStyle.MARK).missing)
    known = addressed(view.typed, view.known, view.language, view.kind)
    return resolve_names(dict.fromkeys(asked), view.typed, known, view.sources)
