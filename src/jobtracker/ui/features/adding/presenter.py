"""Runs the add sheet: keeps its draft, says what is understood, adds what was typed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from jobtracker.domain.errors import InvalidInputError, JobtrackerError
from jobtracker.domain.stages import Stage
from jobtracker.ui.features.adding.contract import Added, Pasted
from jobtracker.ui.features.adding.draft import Draft
from jobtracker.ui.features.adding.fields import LABELS
from jobtracker.ui.features.adding.filling import is_as_read
from jobtracker.ui.features.adding.intake import Intake
from jobtracker.ui.features.adding.looking import Looking
from jobtracker.ui.features.adding.reader import PostingReader
from jobtracker.ui.features.adding.sayings import Known, known_in, proposed_profile
from jobtracker.ui.features.adding.shelf import Shelf
from jobtracker.ui.features.adding.spare import Spare
from jobtracker.ui.features.adding.storing import (
    NEEDED,
    contact_of,
    errors_of,
    fields_of,
    understood,
)
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.drafts import drafts_on
from jobtracker.ui.runtime.turns import in_turns
from jobtracker.ui.widgets.typed import FIELDS, readers

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from jobtracker.domain.matching import Alternates
    from jobtracker.services.workspace import Workspace
    from jobtracker.system.clock import Clock
    from jobtracker.ui.features.adding.add_sheet import AddSheet
    from jobtracker.ui.theme.theme import Theme

WITHOUT = {"deadline": "deadline", "posted_on": "day of posting"}
FIRST_REST_MS, REST_MS = 2000, 500
"""After the start, and after a sheet: by then the window has nothing else to do."""
PLACE = "add"
"""Where the draft is kept in case the program is killed."""


class Adding:
    """Opens the sheet over the whole window of `opener`; a draft outlives the sheet until it is
    added. `added` tells that it was; `others_wanted` asks for the applications at a company,
    `one_wanted` for an application.
    """

    def __init__(
        self,
        theme: "Theme",
        opener: "QWidget",
        commander: Commander,
        workspace: "Workspace",
        clock: "Clock",
    ) -> None:
        self.added: Channel[Added] = Channel()
        self._looking = Looking(commander, workspace, clock)
        self.others_wanted = self._looking.others_wanted
        self.one_wanted = self._looking.one_wanted
        self._looking.titles_found.subscribe(self._learn_titles, owner=opener)
        self.paste_wanted: Channel[None] = Channel()
        self.opened: Channel[AddSheet] = Channel()
        self._opener = opener
        self._commander = commander
        self._workspace = workspace
        self._readers = readers(clock)
        self._known = Known()
        self._draft = Draft()
        self._drafts = drafts_on(commander, workspace.drafts)
        self._shelf = Shelf(self._drafts)
        self._reader = PostingReader(commander)
        self._add_after: bool | None = None
        self._asked: set[str] = set()
        self._spare = Spare(theme, opener)
        self._rest = QTimer(opener, singleShot=True)
        self._rest.timeout.connect(self._prepare)
        theme.changed.subscribe(lambda _tokens: self._outdated(), owner=opener)
        self.intake = Intake(self._reader, clock)
        self.sheet: AddSheet | None = None
        self._drafts.when_known(self._restore, opener)

    def open(self, company: str = "", stage: Stage | None = None) -> None:
        """Show the sheet with what was typed before, or empty, for a company that was named or
        into the stage of the board that was pointed at.
        """
        if self.sheet is not None:
            return
        if company:
            self._draft = self._draft._replace(company=company)
        if stage is not None:
            self._draft = self._draft._replace(stage=stage)
        self._rest.stop()
        sheet = self.sheet = self._spare.take()
        sheet.typed.subscribe(self._typed, owner=sheet)
        sheet.added.subscribe(self._add, owner=sheet)
        sheet.paste_wanted.subscribe(self.paste_wanted.put, owner=sheet)
        sheet.pasted.subscribe(self._paste_from_field, owner=sheet)
        sheet.start_over.subscribe(lambda _none: self._start_over(), owner=sheet)
        sheet.closed.subscribe(lambda _none: self._closed(), owner=sheet)
        self.intake.room_wanted.subscribe(self._make_room, owner=sheet)
        self.intake.read_in.subscribe(lambda _none: self._read_in(), owner=sheet)
        sheet.show_draft(self._draft)
        self.opened.put(sheet)
        sheet.open(sheet.form.texts["role"])
        self.intake.follow(sheet, self._draft)
        self._offer_aside()
        self._reader.warm()
        in_turns(sheet, self._learning(sheet))

    def paste(self, pasted: Pasted) -> None:
        """Open the sheet on a posting, or put it into the sheet that is open."""
        if self.sheet is None:
            self.open()
            self.intake.take_soon(pasted, fresh=True)
        else:
            draft = self._draft
            joins = bool(draft.url) and not draft.posting.strip()
            self.intake.take(pasted, fresh=not joins)

    def _paste_from_field(self, pasted: Pasted) -> None:
        """As if pasted into the text; where there is one, it is another posting."""
        self.intake.take(pasted, fresh=bool(self._draft.posting.strip()))

    def _start_over(self) -> None:
        """Empty the sheet; what it held can be brought back."""
        sheet = self.sheet
        if sheet is None or self._draft.is_empty:
            return
        self._shelf.put(self._draft)
        self._show_empty(sheet)
        sheet.form.go_to("role")

    def _show_empty(self, sheet: "AddSheet") -> None:
        self._asked = set()
        self._keep(Draft())
        self.intake.forget()
        sheet.show_draft(Draft())
        self._offer_aside()

    def drop(self, path: "Path") -> None:
        """The same with a posting in a file."""
        if self.sheet is None:
            self.open()
        self.intake.take_file(path, fresh=True)

    def flush(self) -> None:
        """Keep what is typed, now."""
        self._drafts.flush()

    def close(self) -> None:
        self._rest.stop()
        self._spare.drop()
        self._reader.close()

    def _prepare(self) -> None:
        """Do ahead what a person would else wait for when the sheet opens."""
        self._reader.warm(self._spare.prepare)

    def _outdated(self) -> None:
        self._spare.drop()
        if self.sheet is None:
            self._rest.start(REST_MS)

    def _make_room(self, posting: str) -> None:
        """A draft goes for another posting: quite, where it is as it was read, else aside."""
        before = self._draft
        if before.is_empty or before.posting.strip() == posting.strip():
            return
        if not is_as_read(before, self.intake.values):
            self._shelf.put(before)
        if self.sheet is not None:
            self._show_empty(self.sheet)

    def _offer_aside(self) -> None:
        """Say that a draft was put aside, and bring it back if that is wanted."""
        aside, sheet = self._shelf.newest, self.sheet
        if aside is None or sheet is None:
            return
        named = " at ".join(filter(None, (aside.role.strip(), aside.company.strip())))

        def bring_back() -> None:
            """The two change places, where the one that is shown was worked on."""
            worked_on = not is_as_read(self._draft, self.intake.values)
            self._shelf.swap(self._draft if worked_on else Draft())
            self.intake.forget()
            sheet.side.banner.hide()
            sheet.show_draft(aside)
            self.intake.follow(sheet, aside)
            self._offer_aside()
            sheet.form.go_to(next((one for one in NEEDED if not aside.value(one)), "role"))

        def give_up() -> None:
            self._shelf.drop()
            self._offer_aside()

        detail = "Closing this line gives it up."
        title = f"Your draft{f' of {named}' if named else ''} was put aside."
        sheet.side.say("info", title, detail, "Bring it back", bring_back, dismiss=give_up)

    def _restore(self) -> None:
        """Have again what was typed when the program ended last, unless more was typed by now."""
        if self.sheet is None:
            self._rest.start(FIRST_REST_MS)
        kept = Draft.from_text(self._drafts.text(PLACE))
        if kept is not None and self._draft.is_empty:
            self._draft = kept
            if self.sheet is not None:
                self.sheet.show_draft(kept)
                self.intake.follow(self.sheet, kept)

    def _keep(self, draft: Draft) -> None:
        self._draft = draft
        self._drafts.write(PLACE, draft.as_text())

    def _learning(self, sheet: "AddSheet") -> Iterator[None]:
        """Sheet and text are painted first: the lane takes the interpreter from the window."""
        yield
        self._commander.read(lambda: known_in(self._workspace), self._learn, owner=sheet)

    def _learn(self, known: Known) -> None:
        self._known = known
        self._looking.forget_titles()
        if self.sheet is not None:
            self.sheet.form.show_roles(known.roles)
            self.sheet.form.show_companies(known.companies)
            self._typed(self.sheet.draft())

    def _learn_titles(self, found: "Alternates") -> None:
        """Only titles that are new can change which role fits."""
        known = self._known.alternates
        if self.sheet is not None and found.keys() - known.keys():
            self._known = self._known._replace(alternates={**known, **found})
            self._typed(self.sheet.draft())

    def _closed(self) -> None:
        self.sheet = None
        self._asked = set()
        self._add_after = None
        self.intake.leave()
        self._rest.start(REST_MS)

    def _typed(self, draft: Draft) -> None:
        before = self._draft
        if not draft.posting and self.intake.values:
            draft = self.intake.clear(draft)
        self._keep(draft)
        sheet = self.sheet
        if sheet is None:
            return
        form = sheet.form
        if form.chosen is None:
            form.propose(proposed_profile(draft, self._known))
        for name in LABELS:
            waits = form.field(name).error and draft.value(name) == before.value(name)
            if name != "profile" and not waits:
                words = understood(name, draft, self._readers).words
                asked = self.intake.question(name, draft)
                form.tell(name, words or asked, self.intake.origin(name, draft))
        self._looking.look(sheet, draft)

    def _read_in(self) -> None:
        """Somebody may have asked to add it while it still was being read."""
        opening, self._add_after = self._add_after, None
        if opening is not None:
            self._add(opening)

    def _add(self, opening: bool) -> None:
        sheet, draft = self.sheet, self._draft
        if sheet is None:
            return
        if self.intake.under_way:
            self._add_after = opening
            return
        errors = errors_of(draft, self._readers)
        sheet.show_errors(errors)
        if errors:
            return
        unanswered = self.intake.unanswered(draft)
        if unanswered.keys() - self._asked:
            self._asked = set(unanswered)
            sheet.show_errors(unanswered)
            return
        without = " and ".join(WITHOUT[name] for name in unanswered)
        fields = fields_of(draft, sheet.form.profile.value() or "", self._readers)
        contact = contact_of(draft)
        capture = self._workspace.capture
        self._commander.change(
            lambda: capture.add(fields, contact),
            lambda key: self._added(key, opening=opening),
            self._refused,
            owner=sheet,
            toast=f"{draft.role.strip()} at {draft.company.strip()} added"
            + (f" without its {without}" if without else ""),
        )

    def _added(self, application_id: int, *, opening: bool) -> None:
        self._keep(Draft())
        self.intake.forget()
        if self.sheet is not None:
            self.sheet.close()
        self.added.put(Added(application_id, opening))

    def _refused(self, error: JobtrackerError) -> None:
        """Under its field where it has one, else above the page; the sheet stays as it is."""
        field = error.field if isinstance(error, InvalidInputError) else ""
        name = FIELDS.get(field, field)
        if self.sheet is not None and name in LABELS:
            self.sheet.show_errors({name: str(error)})
        else:
            self._commander.problems.put(error)
