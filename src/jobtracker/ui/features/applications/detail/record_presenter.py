"""Stands between the parts of an application (contacts, interviews, files, company, activity)
and the services.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from jobtracker.domain.changes import Done
from jobtracker.domain.errors import InvalidInputError, JobtrackerError
from jobtracker.domain.events import EventKind
from jobtracker.domain.listing import standing_of
from jobtracker.ui.features.applications import words
from jobtracker.ui.features.applications.detail.contract import (
    CONTACTS,
    FILES,
    INTERVIEWS,
    Card,
    CardEdit,
    CompanyEdit,
    CompanyShown,
    Correction,
    FilesAdded,
    Logged,
    LogKind,
    NewField,
    OtherApplication,
    SavedCopy,
)
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.widgets import days

if TYPE_CHECKING:
    from jobtracker.domain.applications import Application
    from jobtracker.domain.contacts import ContactFields
    from jobtracker.domain.interviews import InterviewFields
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.features.applications.detail.pane import DetailPane

COMPANY = "company sheet"
KNOWN = "known contacts"
MOST_OTHERS = 50
FIELDS = {"starts": "when", "ends": "when"}
"""Where a service names a field otherwise than the pane."""
GONE = {
    CONTACTS: "Contact taken off the application",
    INTERVIEWS: "Interview deleted",
    FILES: "File removed",
}


class RecordPresenter:
    """Hears the pane's intents; made by the presenter of the application."""

    def __init__(
        self,
        pane: "DetailPane",
        go_to: Callable[[int], object],
        commander: Commander,
        workspace: "Workspace",
    ) -> None:
        self._pane = pane
        self._commander = commander
        self._services = workspace
        intents = pane.intents
        intents.logged.subscribe(self._log, owner=pane)
        intents.corrected.subscribe(self._correct, owner=pane)
        intents.card_edited.subscribe(self._edit_card, owner=pane)
        intents.card_removed.subscribe(self._remove_card, owner=pane)
        intents.contact_linked.subscribe(self._link, owner=pane)
        intents.files_added.subscribe(self._add_files, owner=pane)
        intents.file_opened.subscribe(self._open_file, owner=pane)
        intents.file_saved.subscribe(self._save_file, owner=pane)
        intents.company_wanted.subscribe(self.read_company, owner=pane)
        intents.company_edited.subscribe(self._edit_company, owner=pane)
        intents.other_wanted.subscribe(go_to, owner=pane)
        intents.field_made.subscribe(self._make_field, owner=pane)
        intents.contacts_wanted.subscribe(lambda _none: self._read_contacts(), owner=pane)
        intents.said.subscribe(commander.toasts.put, owner=pane)
        intents.next_done.subscribe(self._finish, owner=pane)

    def read_company(self, company_id: int) -> None:
        """Read a company and open its sheet, or fill the one that is open."""
        services = self._services
        self._commander.read(
            lambda: company_of(services, company_id),
            self._pane.sheets.show_company,
            question=COMPANY,
            owner=self._pane,
        )

    def _log(self, logged: Logged) -> None:
        self._commander.change(
            lambda: log_of(self._services, logged),
            lambda _id: self._pane.sheets.logged(),
            self._pane.sheets.not_logged,
            owner=self._pane,
        )

    def _finish(self, application_id: int) -> None:
        """The next action is done; the activity keeps what it was."""
        today = self._services.today
        self._commander.change(lambda: today.finish(application_id), owner=self._pane)

    def _correct(self, correction: Correction) -> None:
        log = self._services.log

        def work() -> Done[int]:
            if correction.on is not None:
                return log.redate(correction.event_id, correction.on)
            if correction.text is not None:
                return log.reword(correction.event_id, correction.text)
            return log.retract(correction.event_id)

        toast = "Taken back from the activity"
        if correction.on is not None:
            toast = f"Date changed to {days.full_day(correction.on)}"
        elif correction.text is not None:
            toast = "Words changed"
        self._commander.change(work, owner=self._pane, toast=toast)

    def _edit_card(self, edit: CardEdit) -> None:
        self._commander.change(
            lambda: card_change(self._services, edit),
            failed=lambda error: self._refuse(edit, error),
            owner=self._pane,
        )

    def _refuse(self, edit: CardEdit, error: JobtrackerError) -> None:
        """Say it in the card where there is one, otherwise above the page."""
        if not self._pane.parts.show_card_error(edit, field_of(error), str(error)):
            self._commander.problems.put(error)

    def _remove_card(self, card: Card) -> None:
        services = self._services
        work: Mapping[str, Callable[[], Done[Any]]] = {
            CONTACTS: lambda: services.contacts.unlink(card.id, card.key),
            INTERVIEWS: lambda: services.interviews.remove(card.key),
            FILES: lambda: services.documents.remove(card.key),
        }
        self._commander.change(work[card.part], owner=self._pane, toast=GONE[card.part])

    def _link(self, card: Card) -> None:
        contacts = self._services.contacts
        self._commander.change(lambda: contacts.link(card.id, card.key), owner=self._pane)

    def _add_files(self, added: FilesAdded) -> None:
        documents = self._services.documents
        for path in added.paths:
            self._commander.change(partial(documents.add, added.id, path, ""), owner=self._pane)

    def _open_file(self, document_id: int) -> None:
        """Open a private copy, so that what was sent stays as it was sent."""
        self._commander.read(
            lambda: self._services.documents.private_copy(document_id),
            self._pane.sheets.open_copy,
            owner=self._pane,
        )

    def _save_file(self, copy: SavedCopy) -> None:
        documents = self._services.documents
        self._commander.read(
            lambda: documents.save_to(copy.key, copy.path, replace=True),
            lambda path: self._commander.toasts.put(f"Saved as {path.name}"),
            owner=self._pane,
        )

    def _edit_company(self, edit: CompanyEdit) -> None:
        companies = self._services.companies

        def refuse(error: JobtrackerError) -> None:
            if not self._pane.sheets.refuse_company(edit, str(error)):
                self._commander.problems.put(error)

        self._commander.change(
            lambda: companies.edit(edit.company_id, edit.fields),
            lambda _id: self._again(edit.company_id),
            refuse,
            owner=self._pane,
        )

    def _again(self, company_id: int) -> None:
        """Read a company again while its sheet is open."""
        sheet = self._pane.sheets.company
        if sheet is not None and sheet.id == company_id:
            self.read_company(company_id)

    def _make_field(self, made: NewField) -> None:
        fields = self._services.custom_fields
        self._commander.change(
            lambda: fields.add(made.name, made.kind),
            lambda _id: self._pane.parts.overview.expect_field(made.name),
            owner=self._pane,
        )

    def _read_contacts(self) -> None:
        self._commander.read(
            self._services.contacts.all,
            self._pane.parts.show_contacts,
            question=KNOWN,
            owner=self._pane,
        )


def log_of(services: "Workspace", logged: Logged) -> Done[int]:
    """Log an activity through the service of its kind; runs on the lane."""
    log, on = services.log, logged.on
    match logged.kind:
        case LogKind.NOTE:
            return log.note(logged.id, logged.text, on)
        case LogKind.RECEIVED | LogKind.CALL:
            way = "phone" if logged.kind is LogKind.CALL else logged.channel
            return log.message(logged.id, logged.text, incoming=True, channel=way, on=on)
        case LogKind.SENT:
            return log.message(
                logged.id, logged.text, incoming=False, channel=logged.channel, on=on
            )
        case LogKind.OFFER:
            return log.offer(logged.id, logged.value, on, logged.text)
        case LogKind.STAGE | LogKind.OUTCOME:
            kind = EventKind(logged.kind.value)
            day = on or services.clock.today()
            return log.past(logged.id, kind, day, logged.value, logged.text)


def card_change(services: "Workspace", edit: CardEdit) -> Done[Any]:
    """Write what was typed in a card, or make its record; runs on the lane."""
    fields = dict(edit.fields)
    match edit.part:
        case "contacts":
            return _contact_change(services, edit)
        case "interviews":
            values = cast("InterviewFields", fields)
            if edit.key:
                return services.interviews.edit(edit.key, values)
            return services.interviews.add(edit.id, values)
        case _:
            return services.documents.edit(edit.key, **cast("dict[str, Any]", fields))


def _contact_change(services: "Workspace", edit: CardEdit) -> Done[Any]:
    if edit.field == "part":
        return services.contacts.link(edit.id, edit.key, str(edit.fields["part"]))
    values = cast("ContactFields", dict(edit.fields))
    if edit.key:
        return services.contacts.edit(edit.key, values)
    return services.contacts.add_to(edit.id, values)


def company_of(services: "Workspace", company_id: int) -> CompanyShown:
    """A company and its applications as lines; runs on the lane."""
    view = services.companies.view(company_id)
    views = services.applications.views(view.applications[:MOST_OTHERS])
    others: Sequence[OtherApplication] = [
        OtherApplication(one.record.id, _line_of(one.record)) for one in views
    ]
    return CompanyShown(view, others)


def _line_of(record: "Application") -> str:
    standing = standing_of(record.stage, record.outcome, archived=False)
    return f"{record.role}, {words.standing_name(standing)}"


def field_of(error: JobtrackerError) -> str:
    """The pane's name of the field an error is about; "" where it names none."""
    named = error.field if isinstance(error, InvalidInputError) else ""
    return FIELDS.get(named, named)
