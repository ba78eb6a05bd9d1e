"""Stands between the page of letters and the services."""

from typing import TYPE_CHECKING

from jobtracker.domain.changes import Changes
from jobtracker.domain.letters import MissingStyle
from jobtracker.domain.listing import ListQuery
from jobtracker.ui.features.letters.contract import (
    BlockChoice,
    BlockUsed,
    Candidate,
    Choices,
    Dress,
    Hide,
    Keep,
    Save,
    Shelf,
    Start,
    Wish,
)
from jobtracker.ui.features.letters.leaving.presenter import LeavingPresenter
from jobtracker.ui.features.letters.library.presenter import LibraryPresenter
from jobtracker.ui.features.letters.page import LettersPage
from jobtracker.ui.features.letters.past.presenter import PastPresenter
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.services.letter_views import LetterView
    from jobtracker.services.workspace import Workspace

LIST, LETTER, BLOCKS = "letters", "letter", "blocks"
TOPICS = (
    *("letter", "letter_version", "letter_template", "letter_block"),
    *("application", "company", "contact", "setting"),
)


class LettersPresenter:
    """Made with the page; `attach` gives it the services once they are loaded."""

    def __init__(self, page: LettersPage, commander: Commander) -> None:
        self._page = page
        self._commander = commander
        self._workspace: Workspace | None = None
        self._library = LibraryPresenter(page.library, commander)
        self._open: int | None = None

    def attach(self, workspace: "Workspace") -> None:
        """Bring the page to life; it then reads everything anew."""
        from jobtracker.services.letter_pages import content_of, fonts_ready

        self._workspace = workspace
        fonts_ready()
        self._library.attach(workspace)
        self._listen()
        LeavingPresenter(self._page, self._commander, workspace)
        PastPresenter(self._page, self._commander, workspace, lambda: _candidates(workspace))
        self._page.desk.attach(lambda view: content_of(view, MissingStyle.MARK))
        self.refresh()

    def refresh(self) -> None:
        """Read the lists again, and the letter on the desk."""
        services = self._services
        self._commander.read(lambda: _shelf(services), self._page.show_shelf, question=LIST)
        self._commander.read(
            lambda: len(_candidates(services)), self._page.show_candidates, question="candidates"
        )
        if self._open is not None:
            self._read_letter(self._open)

    @property
    def _services(self) -> "Workspace":
        assert self._workspace is not None
        return self._workspace

    def _listen(self) -> None:
        page, intents = self._page, self._page.intents
        intents.opened.subscribe(self._read_letter, owner=page)
        intents.saved.subscribe(self._save, owner=page)
        intents.wished.subscribe(self._wish, owner=page)
        intents.started.subscribe(self._start, owner=page)
        intents.hidden.subscribe(self._hide, owner=page)
        intents.dressed.subscribe(self._dress, owner=page)
        intents.kept.subscribe(self._keep, owner=page)
        intents.removed.subscribe(self._remove, owner=page)
        intents.discarded.subscribe(self._discard, owner=page)
        intents.block_used.subscribe(self._note_block, owner=page)
        self._commander.changed.subscribe(self._changed, owner=page)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*TOPICS):
            self.refresh()

    def _read_letter(self, letter_id: int) -> None:
        services = self._services
        self._open = letter_id
        self._commander.read(
            lambda: services.letters.view(letter_id),
            self._show_letter,
            question=LETTER,
            failed=lambda _gone: None,
            owner=self._page,
        )
        self._commander.read(
            lambda: _block_choices(services, letter_id),
            lambda choices: self._page.desk.show_blocks(letter_id, choices),
            question=BLOCKS,
            failed=lambda _gone: None,
            owner=self._page,
        )

    def _show_letter(self, view: "LetterView") -> None:
        self._page.show_letter(view)

    def _save(self, save: Save) -> None:
        services, desk = self._services, self._page.desk
        frame = {part: text if text.strip() else None for part, text in save.frame.items()}
        self._commander.change(
            lambda: services.letters.save(save.id, save.text, save.values, frame),
            lambda stored: self._stored(save.id, stored),
            lambda error: desk.not_saved(save.id, error),
            owner=desk,
        )

    def _stored(self, letter_id: int, stored: int) -> None:
        """A letter that was sent stays as it was: from now on the new draft is read."""
        if self._open == letter_id:
            self._open = stored
        self._page.following.saved(letter_id, stored, self._services.clock.today())

    def _wish(self, wish: Wish) -> None:
        services = self._services
        self._commander.read(
            lambda: _choices(services, wish),
            self._page.show_choices,
            question="choices",
            owner=self._page,
        )

    def _start(self, start: Start) -> None:
        letters = self._services.letters
        template = "" if start.template_id is None else str(start.template_id)
        self._commander.change(
            lambda: letters.draft(start.application_id, template), self._page.open_letter
        )

    def _hide(self, hide: Hide) -> None:
        letters, following = self._services.letters, self._page.following
        self._commander.change(
            lambda: letters.hide(hide.id, hide.part, hide.hidden),
            lambda stored: following.follow(hide.id, stored),
            owner=self._page,
        )

    def _dress(self, dress: Dress) -> None:
        letters, following = self._services.letters, self._page.following
        self._commander.change(
            lambda: letters.set_look(dress.id, dress.look),
            lambda stored: following.follow(dress.id, stored),
            owner=self._page,
        )

    def _keep(self, keep: Keep) -> None:
        letters = self._services.letters
        self._commander.change(
            lambda: letters.save_template(keep.name, keep.text, keep.kind, keep.language),
            toast=f"Template “{keep.name}” saved",
        )

    def _remove(self, letter_id: int) -> None:
        letters = self._services.letters
        self._commander.change(lambda: letters.remove(letter_id), toast="Letter deleted")

    def _discard(self, letter_id: int) -> None:
        """Take a draft back that was begun by a slip; Undo brings it back with every word."""
        letters = self._services.letters
        self._commander.change(lambda: letters.remove(letter_id), toast="New draft taken back")

    def _note_block(self, used: BlockUsed) -> None:
        blocks = self._services.blocks
        self._commander.change(lambda: blocks.used(used.letter_id, used.block_id))


def _shelf(services: "Workspace") -> Shelf:
    letters = services.letters
    return Shelf(letters.listed(), letters.templates(), services.clock.today())


def _candidates(services: "Workspace") -> list[Candidate]:
    rows = services.lists.rows(ListQuery())
    return [Candidate(row.id, row.company, row.role) for row in rows]


def _choices(services: "Workspace", wish: Wish) -> Choices:
    """What can be chosen, with the best template for the application proposed."""
    best = wish.template_id
    if best is None and wish.application_id is not None:
        found = services.letters.best_template(wish.application_id)
        best = found.id if found else None
    results = {one.id: one for one in services.letter_results.by_template()}
    candidates = _with(services, wish.application_id)
    return Choices(candidates, services.letters.templates(), wish, best, results)


def _with(services: "Workspace", application_id: int | None) -> list[Candidate]:
    """The open applications, and the one that is meant though it may be closed."""
    found = _candidates(services)
    if application_id is None or any(one.id == application_id for one in found):
        return found
    meant = services.applications.view(application_id).record
    return [Candidate(meant.id, meant.company, meant.role), *found]


def _block_choices(services: "Workspace", letter_id: int) -> list[BlockChoice]:
    """Every block that can be put into a letter, those that fit it first, with the reason."""
    fitting = services.blocks.suggested(letter_id)
    why = {one.block.id: one.why for one in fitting}
    others = (block for block in services.blocks.all() if block.id not in why)
    return [
        BlockChoice(block.id, block.name, block.text, why.get(block.id, ""))
        for block in (*(one.block for one in fitting), *others)
    ]
