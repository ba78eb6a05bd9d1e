"""Between what was or is to be deleted and the services."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jobtracker.domain.changes import Changes
from jobtracker.domain.deleted import Deleted
from jobtracker.domain.errors import JobtrackerError
from jobtracker.ui.features.settings.data import DataSection
from jobtracker.ui.features.settings.data_deleted import DeletedSheet
from jobtracker.ui.features.settings.data_wipe import WipeSheet
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.dialogs import save_file

if TYPE_CHECKING:
    from datetime import date

    from jobtracker.services.wiping import Left
    from jobtracker.services.workspace import Workspace

COPIES = "Copies of the search (*.jobtracker)"
GONE = Changes({"bin": frozenset()})
"""Told when records have left the bin for good."""


class Deleting:
    """Opens the sheets over the section, and does what they tell."""

    def __init__(
        self,
        theme: Theme,
        pane: DataSection,
        commander: Commander,
        finish: "Callable[[Workspace], Changes]",
        today: "Callable[[], date]",
    ) -> None:
        self._theme = theme
        self._pane = pane
        self._commander = commander
        self._finish = finish
        self._today = today

    def open_bin(self, space: "Workspace") -> None:
        """Show what was deleted."""
        sheet = DeletedSheet(self._theme, self._pane, self._today())

        def show(entries: list[Deleted]) -> None:
            sheet.show_entries(entries)
            self._pane.show_deleted(len(entries))

        def read(_changes: Changes | None = None) -> None:
            self._commander.read(space.bin.entries, show, question="deleted", owner=sheet)

        def refuse(error: JobtrackerError) -> None:
            sheet.refuse(str(error))
            read()

        self._commander.changed.subscribe(read, owner=sheet)
        sheet.restored.subscribe(partial(self._restore, space, sheet, refuse), owner=sheet)
        sheet.dropped.subscribe(partial(self._forget, space, sheet, refuse), owner=sheet)
        sheet.emptied.subscribe(partial(self._forget, space, sheet, refuse), owner=sheet)
        sheet.open(sheet.search)
        read()

    def _restore(
        self,
        space: "Workspace",
        sheet: DeletedSheet,
        refuse: Callable[[JobtrackerError], object],
        ids: tuple[int, ...],
    ) -> None:
        self._commander.change(
            lambda: space.bin.restore(ids),
            None,
            refuse,
            owner=sheet,
            toast=lambda made: f"Restored {_several(made.names)}",
        )

    def _forget(
        self,
        space: "Workspace",
        sheet: DeletedSheet,
        refuse: Callable[[JobtrackerError], object],
        ids: tuple[int, ...] | None,
    ) -> None:
        def told(count: int) -> None:
            """In the sheet: a toast would offer to undo something else."""
            sheet.say_gone(f"{count:,} record{'' if count == 1 else 's'} deleted for good")
            self._commander.changed.put(GONE)

        self._commander.change(
            lambda: space.bin.forget(ids),
            told,
            refuse,
            owner=sheet,
        )

    def open_wipe(self, space: "Workspace") -> None:
        """Show what asks before everything is deleted."""
        sheet = WipeSheet(self._theme, self._pane)
        self._commander.read(
            space.wiping.left,
            lambda left: sheet.show_backups(left.backups, str(left.folder)),
            owner=sheet,
        )
        sheet.copy_wanted.subscribe(
            lambda _none: save_file(
                sheet.window(),
                "Save a copy",
                Path.home() / "search copy.jobtracker",
                [COPIES],
                partial(self._copy, space, sheet),
            ),
            owner=sheet,
        )
        sheet.confirmed.subscribe(partial(self._wipe, space, sheet), owner=sheet)
        sheet.open(sheet.save)

    def _copy(self, space: "Workspace", sheet: WipeSheet, target: Path) -> None:
        from jobtracker.services import backups

        path = space.database.path
        assert path is not None, "the sheet was opened on a file"
        self._commander.read(
            lambda: backups.back_up_to(path, target),
            sheet.say_copied,
            failed=lambda error: sheet.refuse(str(error)),
            owner=sheet,
        )

    def _wipe(self, space: "Workspace", sheet: WipeSheet, with_backups: bool) -> None:
        def done(_left: "Left") -> None:
            sheet.close()
            self._commander.read(
                lambda: self._finish(space), self._commander.changed.put, owner=self._pane
            )

        self._commander.change(
            lambda: space.wiping.delete_everything(with_backups=with_backups),
            done,
            lambda error: sheet.refuse(str(error)),
            owner=sheet,
            toast="All data deleted" + (f"; the copy is {sheet.copied}" if sheet.copied else ""),
        )


def _several(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{len(names):,} records"
