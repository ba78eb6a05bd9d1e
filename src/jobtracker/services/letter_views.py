"""A letter as it is shown: its text, its fields with their values, how it is laid out."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.letter_fields import LetterField, resolve
from jobtracker.domain.letters import Filled, MissingStyle, fill
from jobtracker.services import person
from jobtracker.services.letter_list import known_values
from jobtracker.storage import applications, letter_shelf, letters

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jobtracker.typesetting.pages import LetterLook

_REACH = ("your_name", "your_email", "your_phone", "location")
"""What stands at the head of a page."""


class LetterView(NamedTuple):
    """A letter, ready to show. `text` holds its `{{ fields }}`; `typed` are the values typed
    for it and `known` those from elsewhere, whether it asks for them or not. `version` is the
    number of its newest version.
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
    typed: Mapping[str, str]
    known: Mapping[str, str]
    version: int

    @property
    def values(self) -> dict[str, str]:
        return {field.name: field.value for field in self.fields if field.value}

    @property
    def person(self) -> dict[str, str]:
        """What is known of its writer, whether the letter asks for it or not."""
        about = {name: self.known[name] for name in _REACH if name in self.known}
        return about | {name: value for name, value in self.values.items() if name in _REACH}

    def filled(self, missing: MissingStyle = MissingStyle.KEEP, *, escape: bool = False) -> Filled:
        """The letter with its values; `escape` for pages, see `domain.letters.fill`."""
        return fill(self.text, self.values, missing, escape=escape)

    def edited(self, text: str, typed: Mapping[str, str]) -> "LetterView":
        """The letter as it would be with this text and these values typed for it."""
        fields = resolve(text, typed, self.known)
        return self._replace(text=text, typed=dict(typed), fields=fields)


def view_of(session: "Session", letter_id: int, today: date) -> LetterView:
    """The letter as stored. Raises NotFoundError."""
    letters.id_of(session, str(letter_id))
    letter = letters.load(session, letter_id)
    application = applications.records(session, [letter.application_id])[0]
    known = known_values(person.known(session), application.company, application.role, today)
    return LetterView(
        id=letter.id,
        uid=letter.uid,
        application_id=application.id,
        company=application.company,
        role=application.role,
        template=letter.template,
        name=letter.name,
        text=letter.text,
        fields=resolve(letter.text, letter.values, known),
        updated_at=letter.updated_at,
        typed=letter.values,
        known=known,
        version=letter_shelf.newest(session, letter_id),
    )


def look_of(view: LetterView) -> "LetterLook":
    """How the letter is laid out, in the preview and in the PDF alike: the name on top, and
    how to reach its writer.
    """
    from jobtracker.typesetting.pages import LetterLook

    about = view.person
    reach = [about[name] for name in _REACH[1:] if about.get(name)]
    return LetterLook(header_name=about.get("your_name", ""), header_line="  ·  ".join(reach))
