"""The people of an application: who, their part, and how to reach them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from jobtracker.ui.features.applications.detail.add_field import AddField
from jobtracker.ui.features.applications.detail.cards import CardsTab, Deed, Item
from jobtracker.ui.features.applications.detail.contract import (
    CONTACTS,
    Card,
    CardEdit,
    DetailIntents,
)
from jobtracker.ui.features.applications.detail.fact_row import Kind, Spec, Value
from jobtracker.ui.features.applications.detail.facts import Typed
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.hints import Readers

if TYPE_CHECKING:
    from jobtracker.domain.contacts import Contact, LinkedContact

EMPTY = "Nobody yet. Add who you talk to: recruiter, hiring manager, a friend who referred you."
SPECS = (
    Spec("name", "Name", empty="Type a name"),
    Spec("part", "Part", empty="Recruiter, hiring manager…", always=True),
    Spec("email", "E-mail", empty="None", always=True, button=("copy", "Copy e-mail")),
    Spec("phone", "Phone", empty="None", always=True, button=("copy", "Copy phone")),
    Spec("title", "Title", empty="None"),
    Spec("company", "Company", empty="None"),
    Spec("url", "Link", empty="None", button=("copy", "Copy link")),
    Spec("notes", "Notes", Kind.LONG, empty="Anything worth keeping"),
)


class ContactsTab(CardsTab):
    """`copied` tells the words of what went to the clipboard."""

    part = CONTACTS
    specs = SPECS
    first = "part"

    def __init__(self, theme: Theme, readers: Readers, intents: DetailIntents) -> None:
        super().__init__(theme, readers, intents, EMPTY)
        self.copied: Channel[str] = Channel()
        self._contacts: Sequence[Contact] = ()
        self._here: set[int] = set()
        self.add_contact = AddField(
            theme, "Add a contact", example="A name, new or known", choices=self._names
        )
        self.adder = self.add_contact
        self.top.addWidget(self.add_contact)
        self.add_contact.added.subscribe(self._add, owner=self)

    def show_contacts(self, application_id: int, linked: "Sequence[LinkedContact]") -> None:
        self._here = {one.contact.id for one in linked}
        self.show_items(application_id, [_item(one) for one in linked])

    def offer(self, contacts: "Sequence[Contact]") -> None:
        """The contacts there are, to link one by its name."""
        self._contacts = contacts

    def deeds(self) -> Sequence[Deed]:
        return [Deed("x", "Take off this application", self.remove)]

    def fields_of(self, field: str, text: str) -> Mapping[str, object]:
        return {field: text}

    def acted(self, _key: int, typed: Typed) -> None:
        QGuiApplication.clipboard().setText(typed.text)
        self.copied.put(f"{typed.text} copied")

    def take_focus(self) -> None:
        self.add_contact.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _names(self) -> list[str]:
        return [_name(one) for one in self._contacts if one.id not in self._here]

    def _add(self, text: str) -> None:
        """Link the contact whose line was chosen, else make one of this name."""
        self.expect()
        chosen = next((one for one in self._contacts if _name(one) == text), None)
        if chosen is not None:
            self._intents.contact_linked.put(Card(CONTACTS, self._id, chosen.id))
        else:
            made = CardEdit(CONTACTS, self._id, 0, "name", {"name": text})
            self._intents.card_edited.put(made)


def _name(contact: "Contact") -> str:
    """A contact as it stands in the list: the company tells apart those of one name."""
    return f"{contact.name}, {contact.company}" if contact.company else contact.name


def _item(linked: "LinkedContact") -> Item:
    contact = linked.contact
    detail = ", ".join(part for part in (linked.part, contact.title, contact.company) if part)
    names = ("name", "email", "phone", "title", "company", "url", "notes")
    values = {name: Value(getattr(contact, name)) for name in names}
    return Item(contact.id, contact.name, detail, values | {"part": Value(linked.part)})
