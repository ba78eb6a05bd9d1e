"""What a person does to one application in its pane: the values between pane and presenter."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.ui.runtime.channel import Channel

if TYPE_CHECKING:
    from jobtracker.domain.companies import CompanyFields, CompanyView
    from jobtracker.ui.features.applications.contract import Said
    from jobtracker.ui.features.applications.detail.pay_draft import PayWanted

CONTACTS, INTERVIEWS, FILES = CARDS = ("contacts", "interviews", "files")
"""The parts of an application that hold cards; also the keys of their tabs."""


class LogKind(StrEnum):
    """What can be logged by hand. The last two are history: they change nothing of today."""

    NOTE = "note"
    RECEIVED = "received"
    SENT = "sent"
    CALL = "call"
    OFFER = "offer"
    STAGE = "stage"
    OUTCOME = "outcome"


class Logged(NamedTuple):
    """An activity to log. `value` is the stage, the outcome or the amount of such a kind."""

    id: int
    kind: LogKind
    on: date | None
    text: str = ""
    channel: str = ""
    value: str = ""


class Correction(NamedTuple):
    """A correction of an event: another day, other words, or (both None) a mistake altogether."""

    event_id: int
    on: date | None = None
    text: str | None = None


class CardEdit(NamedTuple):
    """New values for one card of a part; `key` is its record's id, 0 for one to be made.

    `fields` hold values ready for the service of that part.
    """

    part: str
    id: int
    key: int
    field: str
    fields: Mapping[str, object]


class Card(NamedTuple):
    """One card of a part: the record with the id `key`, of the application `id`."""

    part: str
    id: int
    key: int


class FilesAdded(NamedTuple):
    id: int
    paths: Sequence[Path]


class SavedCopy(NamedTuple):
    """Where a copy of a document is wanted."""

    key: int
    path: Path


class CompanyEdit(NamedTuple):
    company_id: int
    field: str
    fields: "CompanyFields"


class NewField(NamedTuple):
    """A field of a person's own, and the application whose fact it becomes."""

    id: int
    name: str
    kind: str


class OtherApplication(NamedTuple):
    """Another application at a company, as a line."""

    id: int
    words: str


class CompanyShown(NamedTuple):
    """A company with the words its sheet shows."""

    view: "CompanyView"
    others: Sequence[OtherApplication]


class SkillSaid(NamedTuple):
    """A skill of the application `id` that the person has, and where it was used."""

    id: int
    skill: str
    where: str = ""


class DetailIntents:
    """What a person wants of the application that is shown.

    Moving, closing, editing and noting stay on the page's `Intents`, which the list shares.
    `contacts_wanted` asks for all there are, to choose from. `said` carries words for a toast,
    `file_opened` a document's id, `other_wanted` an application's, to go to, `next_done` that of
    the one whose next action is done, `match_wanted` that of the one whose skills are looked at,
    `benchmarks_wanted` that of the one whose pay is, `story_wanted` of the one whose pay
    timeline is. `pay_typed` carries the draft of a figure as text, to be kept; `pay_drafted` the
    same figure, to be warned about; `pay_saved` it, to be stored; `pay_removed` its number, and
    `offer_wanted` that of an offer to open.
    """

    def __init__(self) -> None:
        self.logged: Channel[Logged] = Channel()
        self.corrected: Channel[Correction] = Channel()
        self.card_edited: Channel[CardEdit] = Channel()
        self.card_removed: Channel[Card] = Channel()
        self.contact_linked: Channel[Card] = Channel()
        self.files_added: Channel[FilesAdded] = Channel()
        self.file_opened: Channel[int] = Channel()
        self.file_saved: Channel[SavedCopy] = Channel()
        self.company_wanted: Channel[int] = Channel()
        self.company_edited: Channel[CompanyEdit] = Channel()
        self.other_wanted: Channel[int] = Channel()
        self.field_made: Channel[NewField] = Channel()
        self.contacts_wanted: Channel[None] = Channel()
        self.said: Channel[str] = Channel()
        self.next_done: Channel[int] = Channel()
        self.match_wanted: Channel[int] = Channel()
        self.benchmarks_wanted: Channel[int] = Channel()
        self.skill_said: Channel[SkillSaid] = Channel()
        self.story_wanted: Channel[int] = Channel()
        self.pay_typed: Channel[Said] = Channel()
        self.pay_drafted: Channel[PayWanted] = Channel()
        self.pay_saved: Channel[PayWanted] = Channel()
        self.pay_removed: Channel[int] = Channel()
        self.offer_wanted: Channel[int] = Channel()
