"""Between the section Data and the services: all on the database lane."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jobtracker.domain.changes import BACKUPS
from jobtracker.domain.deleted import KIND_WORDS
from jobtracker.domain.errors import JobtrackerError, StoppedError
from jobtracker.ui.features.settings.data import CHECKING, ZIP, DataSection
from jobtracker.ui.features.settings.data_deleting_presenter import Deleting
from jobtracker.ui.features.settings.data_import import ImportSheet, Line
from jobtracker.ui.runtime.commander import Commander, Offer
from jobtracker.ui.runtime.meter import Meter
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.dialogs import open_file, save_file
from jobtracker.ui.widgets.outside import show_folder

if TYPE_CHECKING:
    from datetime import date

    from jobtracker.domain.changes import Changes
    from jobtracker.services.archive import Exported, Imported, Preview
    from jobtracker.services.checking import Check
    from jobtracker.services.workspace import Workspace

PATTERNS = {ZIP: "Archives (*.zip)", "json": "Archives as one JSON file (*.json)"}
ANY_ARCHIVE = "Archives of Jobtracker (*.zip *.json)"
EXPORTING = "Writing the archive…"
OTHER, HISTORY = "Other records", "Entries of histories"
NO_RECORDS = frozenset({BACKUPS, "encryption", "setting"})
"""Topics that no check looks at."""
MANY = 20
"""Problems that are shown; the terminal's `check` tells them all."""
SOUND = "The file is sound, and every application agrees with its history"
HELP = (
    "Your records are as they were. Restore a backup from before, or export everything and ask "
    "for help with the problem report."
)


class DataPresenter:
    """Shows nothing until a workspace is attached. `finish` brings the library into an emptied
    workspace; what changed then.
    """

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
        self._deleting = Deleting(theme, pane, commander, finish, today)
        self._workspace: Workspace | None = None
        self._waiting: list[Callable[[Workspace], object]] = []
        self._checked = False
        commander.changed.subscribe(self._follow, owner=pane)
        pane.opened.subscribe(lambda _none: self._count(), owner=pane)
        pane.export_wanted.subscribe(self.ask_export, owner=pane)
        pane.bin_wanted.subscribe(lambda _none: self.show_bin(), owner=pane)
        pane.check_wanted.subscribe(lambda _none: self.check(), owner=pane)
        pane.delete_wanted.subscribe(lambda _none: self.ask_wipe(), owner=pane)
        pane.folder_wanted.subscribe(lambda _none: self._with(_show_its_folder), owner=pane)

    def attach(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._pane.show_file(str(workspace.database.path))
        self._count()
        while self._waiting:
            self._waiting.pop(0)(workspace)

    def ask_import(self) -> None:
        """Ask for an archive, then show what it would bring."""
        open_file(self._pane.window(), "Import an archive", [ANY_ARCHIVE], self.offer_import)

    def offer_import(self, path: Path) -> None:
        """Show what an archive would bring, and bring it in where that is confirmed."""
        self._with(partial(self._read_archive, path))

    def ask_export(self, ending: str = ZIP) -> None:
        """Ask for a place, then write everything there."""

        def ask(space: "Workspace") -> None:
            name = space.database.path.stem if space.database.path else "search"
            suggested = Path.home() / f"{name}.{ending}"
            save_file(
                self._pane.window(),
                "Export everything",
                suggested,
                [PATTERNS[ending]],
                partial(self._export, space),
            )

        self._with(ask)

    def show_bin(self) -> None:
        """Open what was deleted."""
        self._with(self._deleting.open_bin)

    def check(self) -> None:
        """Read the whole file now, and say how it is."""
        self._with(self._check)

    def ask_wipe(self) -> None:
        """Open what asks before everything is deleted."""
        self._with(self._deleting.open_wipe)

    def _with(self, act: "Callable[[Workspace], object]") -> None:
        """Do it with the workspace, now or once it is open."""
        if self._workspace is None:
            self._waiting.append(act)
        else:
            act(self._workspace)

    def _follow(self, changes: "Changes") -> None:
        """What was found is no longer so once a record changed; backups are no records."""
        if self._checked and any(topic not in NO_RECORDS for topic in changes.rows):
            self._checked = False
            self._pane.banner.hide()
        self._count()

    def _count(self) -> None:
        if (space := self._workspace) is not None and self._pane.isVisible():
            self._commander.read(
                space.bin.entries,
                lambda found: self._pane.show_deleted(len(found)),
                question="how many deleted",
                owner=self._pane,
            )

    def _refused(self, error: JobtrackerError) -> None:
        self._rest()
        tone = "warn" if isinstance(error, StoppedError) else "danger"
        self._pane.banner.say(tone, str(error), dismissible=True)

    def _rest(self) -> None:
        self._pane.progress.end()
        self._pane.set_busy(busy=False)

    def _work(self, words: str, *, can_stop: bool = True) -> Meter:
        self._pane.banner.hide()
        self._pane.set_busy(busy=True)
        return self._pane.progress.follow(words, can_stop=can_stop)

    def _export(self, space: "Workspace", path: Path) -> None:
        meter = self._work(EXPORTING)

        def done(made: "Exported") -> None:
            self._rest()
            count = sum(made.counts.values())
            words = f"{count:,} records exported to {made.path.name}, checked and not encrypted"
            if made.missing:
                words = f"{words}. It lacks something: {' '.join(made.missing)}"
            self._commander.offers.put(
                Offer(words, "Show in folder", partial(show_folder, made.path.parent))
            )

        self._commander.read(
            lambda: space.archive.export(path, replace=True, progress=meter),
            done,
            failed=self._refused,
            owner=self._pane,
        )

    def _read_archive(self, path: Path, space: "Workspace") -> None:
        meter = self._work(f"Reading {path.name}…")

        def show(found: "Preview") -> None:
            self._rest()
            lines = lines_of(found)
            sheet = ImportSheet(self._theme, self._pane, path.name, lines, found.notices)
            sheet.confirmed.subscribe(partial(self._bring_in, space, sheet, path), owner=sheet)
            sheet.open(sheet.go if sheet.go.isEnabled() else None)

        self._commander.read(
            lambda: space.archive.read(path, progress=meter),
            show,
            failed=self._refused,
            owner=self._pane,
        )

    def _bring_in(self, space: "Workspace", sheet: ImportSheet, path: Path, meter: Meter) -> None:
        def done(made: "Imported") -> None:
            sheet.done()
            if made.notices:
                self._pane.banner.say(
                    "info", "Brought in", " ".join(made.notices), dismissible=True
                )

        def failed(error: JobtrackerError) -> None:
            sheet.refuse(str(error))

        self._commander.change(
            lambda: space.archive.bring_in(path, progress=meter),
            done,
            failed,
            owner=sheet,
            toast=lambda made: f"{sum(made.new.values()):,} records imported",
        )

    def _check(self, space: "Workspace") -> None:
        self._work(CHECKING, can_stop=False)

        def show(found: "Check") -> None:
            self._rest()
            self._tell_check(found)

        def failed(error: JobtrackerError) -> None:
            self._rest()
            self._pane.banner.say("danger", str(error), HELP)

        self._commander.read(lambda: checked(space), show, failed=failed, owner=self._pane)

    def _tell_check(self, found: "Check") -> None:
        self._checked = True
        if not found.problems:
            counted = f"{found.applications:,} application"
            words = f"{counted}{'' if found.applications == 1 else 's'} looked at."
            self._pane.banner.say("ok", SOUND, words, dismissible=True)
            return
        more = len(found.problems) - MANY
        told = [*found.problems[:MANY], *([f"And {more:,} more."] if more > 0 else []), HELP]
        self._pane.banner.say("warn", "The check found this", " ".join(told), dismissible=True)


def checked(space: "Workspace") -> "Check":
    """The whole check; a week from now it is done by itself again."""
    from jobtracker.services import recovering

    found = space.checking.check()
    if not found.problems and not space.database.read_only:
        recovering.keep_day(space)
    return found


def lines_of(found: "Preview") -> list[Line]:
    """What an archive holds, by kind, in words."""

    def count(tables: Mapping[str, int], names: set[str]) -> int:
        return sum(number for table, number in tables.items() if table in names)

    rest = found.counts.keys() - KIND_WORDS.keys() - {"event", "file"}
    groups = [(words[1].capitalize(), {kind}) for kind, words in KIND_WORDS.items()]
    groups += [(HISTORY, {"event"}), (OTHER, set(rest))]
    lines = [
        Line(words, count(found.counts, names), count(found.new, names)) for words, names in groups
    ]
    return [line for line in lines if line.total]


def _show_its_folder(space: "Workspace") -> None:
    if space.database.path is not None:
        show_folder(space.database.path.parent)
