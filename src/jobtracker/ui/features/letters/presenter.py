"""Stands between the page of letters and the services."""

from typing import TYPE_CHECKING

from jobtracker.domain.changes import Changes
from jobtracker.domain.gate import Finding
from jobtracker.domain.listing import ListQuery
from jobtracker.ui.features.letters.contract import (
    Candidate,
    Check,
    Choices,
    Export,
    Keep,
    Restore,
    Save,
    Shelf,
    Start,
    Wish,
)
from jobtracker.ui.features.letters.page import LettersPage
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.services.letter_views import LetterView
    from jobtracker.services.workspace import Workspace

LIST, LETTER, GATE = "letters", "letter", "gate"
TOPICS = ("letter", "letter_version", "letter_template", "application", "company", "setting")


class LettersPresenter:
    """Made with the page; `attach` gives it the services once they are loaded."""

    def __init__(self, page: LettersPage, commander: Commander) -> None:
        self._page = page
        self._commander = commander
        self._workspace: Workspace | None = None
        self._open: int | None = None

    def attach(self, workspace: "Workspace") -> None:
        """Bring the page to life; it then reads everything anew."""
        from jobtracker.services.letter_views import look_of

        self._workspace = workspace
        self._listen()
        self._page.attach(look_of)
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
        intents.checked.subscribe(self._check, owner=page)
        intents.exported.subscribe(self._export, owner=page)
        intents.history_wanted.subscribe(self._read_versions, owner=page)
        intents.restored.subscribe(self._restore, owner=page)
        intents.kept.subscribe(self._keep, owner=page)
        intents.removed.subscribe(self._remove, owner=page)
        self._commander.changed.subscribe(self._changed, owner=page)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*TOPICS):
            self.refresh()

    def _read_letter(self, letter_id: int) -> None:
        letters = self._services.letters
        self._open = letter_id
        self._commander.read(
            lambda: letters.view(letter_id),
            self._show_letter,
            question=LETTER,
            failed=lambda _gone: None,
            owner=self._page,
        )

    def _show_letter(self, view: "LetterView") -> None:
        self._page.show_letter(view)

    def _save(self, save: Save) -> None:
        letters, desk = self._services.letters, self._page.desk
        self._commander.change(
            lambda: letters.save(save.id, save.text, save.values),
            desk.saved,
            lambda error: desk.not_saved(save.id, error),
            owner=desk,
        )

    def _wish(self, wish: Wish) -> None:
        services = self._services
        self._commander.read(
            lambda: _choices(services, wish), self._choose, question="choices", owner=self._page
        )

    def _choose(self, choices: Choices | Start) -> None:
        if isinstance(choices, Start):
            self._start(choices)
        else:
            self._page.show_choices(choices)

    def _start(self, start: Start) -> None:
        letters = self._services.letters
        template = "" if start.template_id is None else str(start.template_id)
        self._commander.change(
            lambda: letters.draft(start.application_id, template), self._page.open_letter
        )

    def _check(self, check: Check) -> None:
        letters, page = self._services.letters, self._page

        def show(findings: tuple[Finding, ...]) -> None:
            page.exporting.show_check(check, findings)

        question = "" if check.to_export else GATE
        self._commander.read(lambda: letters.check(check.id), show, question=question, owner=page)

    def _export(self, export: Export) -> None:
        letters, exporting = self._services.letters, self._page.exporting
        self._commander.change(
            lambda: letters.export_pdf(export.id, export.path, export.reason),
            lambda _exported: exporting.exported(export),
            lambda error: exporting.failed(export, error),
            owner=self._page,
            toast="Letter exported",
        )

    def _read_versions(self, letter_id: int) -> None:
        letters = self._services.letters
        self._commander.read(lambda: letters.versions(letter_id), self._page.show_versions)

    def _restore(self, restore: Restore) -> None:
        letters = self._services.letters
        self._commander.change(
            lambda: letters.restore(restore.id, restore.version),
            toast=f"Version {restore.version} restored",
        )

    def _keep(self, keep: Keep) -> None:
        letters = self._services.letters
        self._commander.change(
            lambda: letters.save_template(keep.name, keep.text),
            toast=f"Template “{keep.name}” saved",
        )

    def _remove(self, letter_id: int) -> None:
        letters = self._services.letters
        self._commander.change(lambda: letters.remove(letter_id), toast="Letter deleted")


def _shelf(services: "Workspace") -> Shelf:
    letters = services.letters
    return Shelf(letters.listed(), letters.templates(), services.clock.today())


def _candidates(services: "Workspace") -> list[Candidate]:
    rows = services.lists.rows(ListQuery())
    return [Candidate(row.id, row.company, row.role) for row in rows]


def _choices(services: "Workspace", wish: Wish) -> Choices | Start:
    """What is still to be chosen; nothing where the application's profile has a sample."""
    templates = services.letters.templates()
    if wish.application_id is not None and wish.template_id is None:
        linked = services.applications.view(wish.application_id).profile
        if linked is not None and any(one.profile_id == linked.id for one in templates):
            return Start(wish.application_id)
    return Choices(_candidates(services), templates, wish)
