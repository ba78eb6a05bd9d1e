"""Answers the phone card, logs what is said, and keeps what is being typed for that."""

from typing import TYPE_CHECKING

from jobtracker.domain.changes import Changes
from jobtracker.domain.errors import JobtrackerError
from jobtracker.domain.facts import Channel as Way
from jobtracker.domain.text import shortened
from jobtracker.ui.features.phone.contract import Answer, Note
from jobtracker.ui.features.phone.phone import Phone
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.drafts import Drafts, drafts_on

if TYPE_CHECKING:
    from jobtracker.domain.phone import PhoneCard
    from jobtracker.services.workspace import Workspace
    from jobtracker.system.clock import Clock

QUESTION, CARD = "caller", "caller's card"
PLACE = "phone/"
"""What is typed about a call is kept as "phone/12"."""


class PhonePresenter:
    """Works once `attach` has given it the workspace; what was typed before is answered then."""

    def __init__(self, phone: Phone, commander: Commander, clock: "Clock") -> None:
        self._phone = phone
        self._commander = commander
        self._clock = clock
        self._workspace: Workspace | None = None
        self._drafts: Drafts | None = None
        self._logging: set[Note] = set()
        phone.typed.subscribe(self._answer, owner=phone)
        phone.picked.subscribe(self._pick, owner=phone)
        phone.noting.subscribe(self._write_draft, owner=phone)
        phone.noted.subscribe(self._log, owner=phone)
        commander.changed.subscribe(self._refresh, owner=phone)

    def attach(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._drafts = drafts_on(self._commander, workspace.drafts)
        self._drafts.when_known(self._show_draft, self._phone)
        if self._phone.isVisible():
            self._answer(self._phone.field.text())

    def flush(self) -> None:
        """Keep what is being typed and is not logged, now."""
        if self._drafts is not None:
            self._drafts.flush()

    def _answer(self, typed: str) -> None:
        """Look up who it may be, and with the same question the card of the first."""
        workspace = self._workspace
        if workspace is None:
            return
        self._phone.today = self._clock.today()

        def work() -> Answer:
            callers = workspace.phone.callers(typed)
            card = workspace.phone.card(callers[0].application_id) if callers else None
            return Answer(typed, callers, card)

        self._commander.read(work, self._show, question=QUESTION, owner=self._phone)

    def _show(self, answer: Answer) -> None:
        self._phone.show_answer(answer)
        self._show_draft()

    def _pick(self, application_id: int) -> None:
        """Another match is active; the card of the first one comes with the answer itself."""
        workspace, phone = self._workspace, self._phone
        if workspace is None or phone.shown is None or phone.shown.record.id == application_id:
            return
        self._read_card(application_id)

    def _read_card(self, application_id: int) -> None:
        workspace = self._workspace
        assert workspace is not None

        def then(card: "PhoneCard") -> None:
            self._phone.show_card(card)
            self._show_draft()

        self._commander.read(
            lambda: workspace.phone.card(application_id), then, question=CARD, owner=self._phone
        )

    def _refresh(self, _changes: Changes) -> None:
        """What is shown may have changed, by a note that was logged for one."""
        if self._phone.isVisible() and self._phone.shown is not None:
            self._read_card(self._phone.shown.record.id)

    def _log(self, note: Note) -> None:
        """Log a message received by phone today; what is typed goes only once it is stored."""
        workspace, drafts, shown = self._workspace, self._drafts, self._phone.shown
        if workspace is None or drafts is None or shown is None or note in self._logging:
            return
        told = f"Call with {shortened(shown.record.company)} logged"
        place = f"{PLACE}{note.application_id}"
        self._logging.add(note)

        def then(_id: int) -> None:
            self._logging.discard(note)
            if drafts.text(place) == note.text:  # nothing more was typed meanwhile
                drafts.forget(place)
                self._show_draft()
            self._phone.tell(told)

        def failed(error: JobtrackerError) -> None:
            self._logging.discard(note)
            self._phone.tell(str(error), "danger")

        self._commander.change(
            lambda: workspace.log.message(
                note.application_id, note.text, incoming=True, channel=Way.PHONE.value
            ),
            then,
            failed,
            owner=self._phone,
            toast=told,
        )

    def _write_draft(self, note: Note) -> None:
        if self._drafts is not None:
            self._drafts.write(f"{PLACE}{note.application_id}", note.text)

    def _show_draft(self) -> None:
        shown = self._phone.shown
        if shown is not None and self._drafts is not None:
            self._phone.show_note(self._drafts.text(f"{PLACE}{shown.record.id}"))
