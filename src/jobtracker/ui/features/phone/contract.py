"""What the phone card is told, and what it asks for."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jobtracker.domain.phone import Caller, PhoneCard


class Answer(NamedTuple):
    """Who may be calling for what was `typed`, and the card of the first of them."""

    typed: str
    callers: "tuple[Caller, ...]"
    card: "PhoneCard | None"


class Note(NamedTuple):
    """What is typed about a call: the application's id, and the words so far."""

    application_id: int
    text: str
