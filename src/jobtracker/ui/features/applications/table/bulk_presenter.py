"""Writes what is done to many applications at once: each is one step, undone with one key."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from jobtracker.domain.changes import Done
from jobtracker.domain.stages import outcome_name, stage_name
from jobtracker.ui.features.applications import words
from jobtracker.ui.features.applications.contract import (
    ManyEdited,
    ManyEnded,
    ManyMoved,
    ManyTagged,
    RowsEdit,
)
from jobtracker.ui.features.applications.page import ApplicationsPage
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace


class BulkPresenter:
    """Hears the page's intents for several applications."""

    def __init__(
        self, theme: Theme, page: ApplicationsPage, commander: Commander, workspace: "Workspace"
    ) -> None:
        self._theme = theme
        self._page = page
        self._commander = commander
        self._services = workspace
        intents = page.intents
        intents.rows_edited.subscribe(self._edit_rows, owner=page)
        intents.many_edited.subscribe(self._edit, owner=page)
        intents.many_moved.subscribe(self._move, owner=page)
        intents.many_ended.subscribe(self._end, owner=page)
        intents.many_tagged.subscribe(self._tag, owner=page)
        intents.many_removed.subscribe(self._remove, owner=page)

    def _edit_rows(self, edit: RowsEdit) -> None:
        applications = self._services.applications
        self._commander.change(
            lambda: applications.edit_rows(edit.rows),
            failed=edit.refused or self._commander.problems.put,
            owner=self._page,
            toast=edit.toast,
        )

    def _edit(self, edit: ManyEdited) -> None:
        applications = self._services.applications
        self._change(lambda: applications.edit_many(edit.ids, edit.fields), edit.ids, edit.words)

    def _move(self, moved: ManyMoved) -> None:
        log = self._services.log
        self._change(
            lambda: log.move_many(moved.ids, moved.stage),
            moved.ids,
            f"moved to {stage_name(moved.stage)}",
        )

    def _end(self, ended: ManyEnded) -> None:
        log = self._services.log
        self._change(
            lambda: log.close_many(ended.ids, ended.outcome, ended.reason),
            ended.ids,
            f"closed: {outcome_name(ended.outcome)}",
        )

    def _tag(self, tagged: ManyTagged) -> None:
        applications = self._services.applications
        self._change(
            lambda: applications.tag_many(tagged.ids, tagged.tags),
            tagged.ids,
            f"tagged {', '.join(tagged.tags)}",
        )

    def _remove(self, ids: Sequence[int]) -> None:
        """Delete them; where they are a good part of all, only once that was confirmed."""
        applications = self._services.applications

        def go() -> None:
            self._change(lambda: applications.remove_many(ids), ids, "deleted")

        def decide(is_asked_about: bool) -> None:
            if is_asked_about:
                from jobtracker.ui.features.applications.table.remove_sheet import RemoveSheet

                RemoveSheet(self._theme, self._page, len(ids), go).open()
            else:
                go()

        self._commander.read(lambda: applications.is_asked_about(ids), decide, owner=self._page)

    def _change(self, work: Callable[[], Done[Any]], ids: Sequence[int], what: str) -> None:
        self._commander.change(
            work, owner=self._page, toast=f"{words.count_words(len(ids))} {what}"
        )
