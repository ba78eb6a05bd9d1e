"""Between the section of backups and the services."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.changes import BACKUPS, OTHER_BACKUPS, Changes
from jobtracker.domain.errors import JobtrackerError, StoppedError
from jobtracker.ui.features.settings import backup_words as words
from jobtracker.ui.features.settings.backups import BackupSection, Copy, Keeping
from jobtracker.ui.features.settings.restore_sheet import (
    Group,
    Offered,
    RestoreSheet,
    TakeOverSheet,
)
from jobtracker.ui.runtime.commander import Commander, Offer
from jobtracker.ui.runtime.meter import Meter
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.dialogs import open_file, open_folder

if TYPE_CHECKING:
    from datetime import date

    from jobtracker.services.backups import Held, Preview, Standing
    from jobtracker.services.checking import Check
    from jobtracker.services.workspace import Workspace
    from jobtracker.storage.backups.facts import Some

PATTERNS = ("Workspaces and backups (*.jobtracker *.db)",)
READABLE = "checked and readable"
NEAR = ("Today", "Yesterday")
WAY_BACK = "Later the backup “Before a restore” is the way back"


class _Found(NamedTuple):
    standing: "Standing"
    copies: "list[Held]"
    folder: Path
    damaged: bool


class BackupsPresenter:
    """Reads anew when the section is opened and when it is told of other backups. `back_up` asks
    for one; whoever makes it tells of it.
    """

    def __init__(
        self,
        theme: Theme,
        pane: BackupSection,
        commander: Commander,
        beside: Commander,
        today: "Callable[[], date]",
        back_up: Callable[[], object],
    ) -> None:
        self._theme = theme
        self._pane = pane
        self._commander = commander
        self._beside = beside
        self._today = today
        self._workspace: Workspace | None = None
        commander.changed.subscribe(self._follow, owner=pane)
        pane.opened.subscribe(lambda _none: self._read(), owner=pane)
        pane.wanted.subscribe(lambda _none: back_up(), owner=pane)
        pane.on_closing.subscribe(self._switch, owner=pane)
        pane.folder_wanted.subscribe(lambda _none: self._ask_folder(), owner=pane)
        pane.folder_dropped.subscribe(lambda _none: self._choose_folder(None), owner=pane)
        pane.file_wanted.subscribe(lambda _none: self._ask_file(), owner=pane)
        pane.restored.subscribe(lambda copy: self.offer(copy.path, _name_of(copy)), owner=pane)

    def attach(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._read()

    def offer(self, source: Path, name: str) -> None:
        """Show what restoring a file would do, and do it where that is confirmed."""
        if (path := self._path()) is None:
            return
        from jobtracker.services import backups

        self._beside.read(
            lambda: backups.preview(path, source),
            lambda found: self._open_sheet(source, name, found),
            question="restore offered",
            owner=self._pane,
        )

    def offer_take_over(self, source: Path, name: str, then: Callable[[], object]) -> None:
        """The same with a copy that another computer wrote; `then` follows once it is in."""
        if (path := self._path()) is None:
            return
        from jobtracker.services import backups

        self._beside.read(
            lambda: backups.preview(path, source),
            lambda found: self._open_take_over(source, name, found, then),
            question="restore offered",
            owner=self._pane,
        )

    def _path(self) -> Path | None:
        return self._workspace.database.path if self._workspace is not None else None

    def _follow(self, changes: Changes) -> None:
        if changes.touches(BACKUPS, "setting"):
            self._read()

    def _read(self) -> None:
        if (space := self._workspace) is None or (path := self._path()) is None:
            return
        from jobtracker.services import backups

        def found() -> _Found:
            return _Found(
                backups.standing(path),
                backups.held(path),
                backups.folder_of(path),
                backups.is_damaged(path),
            )

        self._beside.read(
            found,
            lambda known: self._pane.show_keeping(_keeping(known, self._today())),
            question="backups known",
            owner=self._pane,
        )
        self._commander.read(
            space.backups.on_closing,
            lambda wanted: self._pane.show_on_closing(wanted=wanted),
            question="backup on closing",
            owner=self._pane,
        )

    def _switch(self, wanted: bool) -> None:
        if (space := self._workspace) is not None:
            self._commander.change(
                lambda: space.backups.set_on_closing(wanted=wanted), owner=self._pane
            )

    def _ask_folder(self) -> None:
        open_folder(self._pane, "Second folder for backups", Path.home(), self._choose_folder)

    def _choose_folder(self, folder: Path | None) -> None:
        if (space := self._workspace) is None or (path := self._path()) is None:
            return

        from jobtracker.services import backups

        def then(_none: None) -> None:
            """Give a second folder that was just chosen its first copy."""
            if folder is not None:
                self._beside.read(
                    lambda: backups.back_up_if_changed(path, backups.BY_HAND),
                    lambda _made: self._commander.changed.put(OTHER_BACKUPS),
                    owner=self._pane,
                )

        self._commander.change(
            lambda: space.backups.choose_second_folder(folder), then, owner=self._pane
        )

    def _ask_file(self) -> None:
        open_file(
            self._pane,
            "Restore from a file",
            PATTERNS,
            lambda file: self.offer(file, f"“{file.name}”"),
        )

    def _open_sheet(self, source: Path, name: str, found: "Preview") -> None:
        sheet = RestoreSheet(self._theme, self._pane, _offered(name, found))
        said = f"Restored and checked: {name}"
        then = partial(self._restored, sheet)
        sheet.confirmed.subscribe(partial(self._restore, sheet, source, said, then), owner=sheet)
        sheet.open(sheet.default)

    def _open_take_over(
        self, source: Path, name: str, found: "Preview", then: Callable[[], object]
    ) -> None:
        sheet = TakeOverSheet(self._theme, self._pane, _taken_over(name, found))

        def taken() -> None:
            self._restored(sheet)
            then()

        said = f"Taken over and checked: {name}"
        sheet.confirmed.subscribe(partial(self._restore, sheet, source, said, taken), owner=sheet)
        sheet.open()

    def _restore(
        self,
        sheet: RestoreSheet,
        source: Path,
        said: str,
        then: Callable[[], object],
        meter: Meter,
    ) -> None:
        if (space := self._workspace) is None:
            return

        def refused(error: JobtrackerError) -> None:
            if isinstance(error, StoppedError):
                sheet.stopped()
            else:
                sheet.refuse(str(error))

        self._commander.change(
            lambda: space.backups.restore(source, meter),
            lambda _kept: then(),
            refused,
            owner=sheet,
            toast=lambda kept: self._told(said, kept),
        )

    def _told(self, said: str, kept: Path | None) -> str | Offer:
        if kept is None:
            return said
        return Offer(f"{said}. {WAY_BACK}", "Undo", lambda: self._put_back(kept))

    def _put_back(self, kept: Path) -> None:
        """Take a restore back: what stood there before stands there again."""
        if (space := self._workspace) is not None:
            self._commander.change(
                lambda: space.backups.restore(kept), toast="Back as it was before the restore"
            )

    def _restored(self, sheet: RestoreSheet) -> None:
        sheet.done()
        if (space := self._workspace) is not None:
            self._commander.read(space.checking.check, self._look_at, owner=self._pane)

    def _look_at(self, check: "Check") -> None:
        if check.problems:
            self._commander.problems.put(JobtrackerError(check.problems[0]))


def _keeping(found: _Found, today: "date") -> Keeping:
    tone, title, detail = _banner(found, today)
    made = words.moments_words([one.info.made_at for one in found.copies], today)
    second, is_well = words.second_note(found.standing, today)
    return Keeping(
        tone,
        title,
        detail,
        second,
        is_well,
        has_second=found.standing.second is not None,
        encrypted=found.standing.encrypted,
        folder=str(found.folder),
        copies=tuple(map(_copy, found.copies, made)),
    )


def _banner(found: _Found, today: "date") -> tuple[str, str, str]:
    newest = found.standing.newest
    if found.damaged:
        return (
            "danger",
            "The file of your search is damaged",
            "It is left as it is, and no backup is made of it. Restore one of the copies below",
        )
    if newest is None:
        return (
            "warn",
            "No backup yet",
            "A backup is a second copy of everything, beside your search",
        )
    day = words.day_words(newest.info.made_at, today)
    title = f"Last backup {day} at {newest.info.made_at.astimezone():%H:%M}"
    size = words.size_words(newest.info.size)
    if newest.counts is None:
        return "warn", title, f"It can't be read just now, {size}"
    return "ok", f"{title}, {READABLE}", f"{words.long_counts(newest.counts)}, {size}"


def _copy(held: "Held", made: str) -> Copy:
    from jobtracker.services.backups import reason_words

    info = held.info
    return Copy(
        info.path,
        made,
        words.short_counts(held.counts),
        reason_words(info.reason),
        words.size_words(info.size),
    )


def _name_of(copy: Copy) -> str:
    """A copy in a sentence: "the copy of today 09:12"."""
    first, rest = copy.made[:1], copy.made[1:]
    return f"the copy of {first.lower() if copy.made.startswith(NEAR) else first}{rest}"


def _offered(name: str, found: "Preview") -> Offered:
    differences = found.differences
    groups = (
        _group("would come back", differences.back),
        _group("would go away", differences.away),
        _group("would be as it was then", differences.changed)
        if differences.changed.total == 1
        else _group("would be as they were then", differences.changed),
    )
    return _offer_of(f"Restore {name}?", groups, found)


def _taken_over(name: str, found: "Preview") -> Offered:
    differences = found.differences
    groups = (
        _group("would come in", differences.back),
        _group("would go away", differences.away),
        _group("would be as in the copy", differences.changed),
    )
    return _offer_of(f"Take over from {name}?", groups, found)


def _offer_of(title: str, groups: "tuple[Group | None, ...]", found: "Preview") -> Offered:
    holds = f"It holds {words.long_counts(found.counts)}"
    return Offered(
        title,
        f"{holds}. {found.encryption_note}" if found.encryption_note else holds,
        tuple(group for group in groups if group is not None),
    )


def _group(what: str, some: "Some") -> Group | None:
    if not some.total:
        return None
    applications = "application" if some.total == 1 else "applications"
    return Group(f"{some.total:,} {applications} {what}", some.names, words.more_words(some))
