"""Runs the offer sheet: reads what it needs, keeps its draft, stores what was typed."""

from collections import Counter
from typing import TYPE_CHECKING

from jobtracker.domain.benchmarks import CURRENCY
from jobtracker.domain.errors import InvalidInputError, JobtrackerError
from jobtracker.domain.stages import Stage
from jobtracker.ui.features.offers.contract import Application, Desk, Start, Taken, Wish
from jobtracker.ui.features.offers.draft import BASE, Draft, first_draft
from jobtracker.ui.features.offers.offer_sheet import OfferSheet
from jobtracker.ui.features.offers.reading import field_of
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.drafts import drafts_on

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from jobtracker.domain.changes import Done
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.features.offers.contract import Reading
    from jobtracker.ui.theme.theme import Theme

QUESTION = "offer sheet"
BROUGHT_BACK = "This is what you typed before."
TITLES = {Start.EDIT: "Edit offer", Start.COPY: "Try a what-if"}


class OfferSheets:
    """`open` shows the sheet over the window of `opener`; its draft outlives it until stored."""

    def __init__(
        self, theme: "Theme", opener: "QWidget", commander: Commander, workspace: "Workspace"
    ) -> None:
        self._theme = theme
        self._opener = opener
        self._commander = commander
        self._workspace = workspace
        self._drafts = drafts_on(commander, workspace.drafts)
        self.sheet: OfferSheet | None = None

    def open(self, wish: Wish) -> None:
        """Show the sheet that is wished for, with what was typed before."""
        if self.sheet is None:
            space = self._workspace
            self._commander.read(
                lambda: desk_for(space, wish), self._show, question=QUESTION, owner=self._opener
            )

    def flush(self) -> None:
        """Keep what is typed, now."""
        self._drafts.flush()

    def _show(self, desk: Desk) -> None:
        if self.sheet is not None:
            return
        wish = desk.wish
        title = TITLES.get(wish.start, "Try a what-if" if wish.what_if else "Add offer")
        sheet = self.sheet = OfferSheet(self._theme, self._opener, title, desk)
        sheet.typed.subscribe(lambda draft: self._typed(desk, draft), owner=sheet)
        sheet.saved.subscribe(lambda reading: self._save(desk, reading), owner=sheet)
        sheet.started_over.subscribe(lambda _none: self._start_over(desk), owner=sheet)
        sheet.removed.subscribe(self._remove, owner=sheet)
        sheet.copied.subscribe(self._try_from, owner=sheet)
        sheet.closed.subscribe(lambda _none: self._closed(), owner=sheet)
        kept = Draft.from_text(self._drafts.text(wish.place))
        sheet.show_draft(kept or first_draft(desk), BROUGHT_BACK if kept else "")
        sheet.open()

    def _typed(self, desk: Desk, draft: Draft) -> None:
        if draft == first_draft(desk):
            self._drafts.forget(desk.wish.place)
        else:
            self._drafts.write(desk.wish.place, draft.as_text())

    def _start_over(self, desk: Desk) -> None:
        if self.sheet is not None:
            self._drafts.forget(desk.wish.place)
            self.sheet.show_draft(first_draft(desk))
            self.sheet.form.fields[BASE].editor.setFocus()

    def _save(self, desk: Desk, reading: "Reading") -> None:
        what = "What-if" if reading.what_if else "Offer"
        toast = f"{what} saved" if desk.wish.start is Start.EDIT else f"{what} added"
        self._commander.change(
            lambda: store(self._workspace, desk.wish, reading),
            lambda _key: self._stored(desk.wish),
            self._refused,
            owner=self.sheet,
            toast=toast,
        )

    def _stored(self, wish: Wish) -> None:
        self._drafts.forget(wish.place)
        if self.sheet is not None:
            self.sheet.close()

    def _remove(self, offer_id: int) -> None:
        offers = self._workspace.offers
        wish = Wish(Start.EDIT, offer_id=offer_id)
        self._commander.change(
            lambda: offers.remove(offer_id),
            lambda _key: self._stored(wish),
            owner=self.sheet,
            toast="Offer deleted",
        )

    def _try_from(self, offer_id: int) -> None:
        """Another sheet, prefilled with the offer; what was typed into this one is kept."""
        if self.sheet is not None:
            self.sheet.close()
        self.open(Wish(Start.COPY, offer_id=offer_id))

    def _refused(self, error: JobtrackerError) -> None:
        """Under its field where it has one, else above the page; the sheet stays as it is."""
        sheet = self.sheet
        name = field_of(error) if isinstance(error, InvalidInputError) else ""
        if sheet is not None and name in sheet.form.fields:
            sheet.show_errors({name: str(error)})
        else:
            self._commander.problems.put(error)

    def _closed(self) -> None:
        self.sheet = None


def desk_for(space: "Workspace", wish: Wish) -> Desk:
    """What the sheet needs to know. Raises NotFoundError where its offer is gone."""
    record = space.offers.load(wish.offer_id).record if wish.offer_id else None
    rows = space.lists.rows()
    found = [
        Application(row.id, row.company, row.role, row.pay.currency, row.stage == Stage.OFFER)
        for row in rows
    ]
    wanted = wish.application_id or (record.application_id if record else None)
    if wanted is not None and all(one.id != wanted for one in found):
        closed = space.applications.view(wanted).record
        found.append(Application(wanted, closed.company, closed.role, closed.pay.currency))
    found.sort(key=lambda one: (not one.has_offer, one.name.casefold()))
    usual = usual_currency(space, [row.pay.currency for row in rows])
    return Desk(wish, tuple(found), record, space.clock.today(), usual)


def usual_currency(space: "Workspace", posted: "Iterable[str | None]") -> Taken:
    """That of the first target role that has one, else the most frequent of what is `posted`, else
    of the official figures.
    """
    for role in space.targets.all():
        if role.currency and not role.archived:
            return Taken(role.currency, "your target")
    counted = Counter(filter(None, posted))
    if counted:
        return Taken(counted.most_common(1)[0][0], "most of your postings")
    return Taken(CURRENCY, "the official figures")


def store(space: "Workspace", wish: Wish, reading: "Reading") -> "Done[int]":
    """Keep the offer, or change it. Raises InvalidInputError."""
    if wish.start is Start.EDIT:
        return space.offers.edit(
            wish.offer_id,
            package=reading.package,
            application_id=reading.application_id,
            what_if=reading.what_if,
            label=reading.label,
            round=reading.round,
            received_on=reading.received_on,
            deadline=reading.deadline,
            notes=reading.notes,
        )
    return space.offers.add(
        reading.application_id,
        reading.package,
        what_if=reading.what_if,
        label=reading.label,
        round=reading.round,
        received_on=reading.received_on,
        deadline=reading.deadline,
        notes=reading.notes,
    )
