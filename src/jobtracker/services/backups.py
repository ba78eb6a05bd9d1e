"""Backups and restoring: second copies of the workspace, and the way back to one.

The functions work on the file, beside whoever has it open, and on any thread; `Backups` is for
the open workspace.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from jobtracker.domain.changes import BACKUPS, Changes, Done
from jobtracker.domain.errors import WorkspaceDamagedError, WorkspaceError
from jobtracker.domain.progress import Progress
from jobtracker.services.base import Service, done
from jobtracker.storage import health, settings
from jobtracker.storage.backups import facts, kept, second_place, taking
from jobtracker.storage.backups.facts import Counts, Differences
from jobtracker.storage.backups.kept import BackupInfo
from jobtracker.storage.backups.restoring import BEFORE_RESTORE, REPLACED, key_to_keep
from jobtracker.storage.backups.restoring import restore as put_in_place
from jobtracker.storage.database import Database
from jobtracker.storage.keys import FileKey
from jobtracker.storage.locks import WorkspaceLock
from jobtracker.storage.plain_words import about_files, plain_errors

BY_HAND = "by-hand"
"""The reason in the name of a backup that a person asked for."""
AUTOMATIC = "automatic"
ON_CLOSING = "on-closing"
BEFORE_IMPORT = "before-import"
BEFORE_DELETING = "before-deleting"
BEFORE_ENCRYPTION = "before-encryption"
REASONS = {
    BY_HAND: "By hand",
    AUTOMATIC: "While you worked",
    ON_CLOSING: "On closing",
    BEFORE_IMPORT: "Before an import",
    BEFORE_DELETING: "Before deleting many",
    BEFORE_ENCRYPTION: "Before encryption changed",
    BEFORE_RESTORE: "Before a restore",
    kept.BEFORE_MIGRATION: "Before an update",
}
"""Why a backup was taken, in words."""
MANY = 20
SHARE = 10
"""Deleting more than 20 applications, or more than a tenth of all, is something large."""
A_HANDFUL = 4

_ON_CLOSING = "backup.on_closing"

EVERYTHING = Changes(dict.fromkeys((*REPLACED, BACKUPS), frozenset()))
"""Told after a restore."""


class Held(NamedTuple):
    """A backup and what is in it; `counts` is None where it can't be read just now."""

    info: BackupInfo
    counts: Counts | None


class Standing(NamedTuple):
    """How it stands with backups: `newest`, the second place, whether they are encrypted, and
    whether nobody has done anything yet, so that there is nothing to back up.
    """

    newest: Held | None
    second: second_place.Standing | None
    encrypted: bool
    untouched: bool = False


class Preview(NamedTuple):
    """What a restore would bring: what is in the file, what differs from now, whether the
    workspace is encrypted afterwards, and a sentence where that or its key may surprise.
    """

    counts: Counts
    differences: Differences
    encrypted: bool
    encryption_note: str


def reason_words(reason: str) -> str:
    """Why a backup was taken: "While you worked"; of a reason of some other version its name."""
    return REASONS.get(reason) or reason.replace("-", " ").capitalize()


def is_large(count: int, total: int) -> bool:
    """Whether so many of all are enough to be backed up before they are deleted."""
    return count > MANY or (count > 1 and count * SHARE > total)


def is_asked_about(count: int, total: int) -> bool:
    """Whether a window asks before so many of all are deleted: of a handful undo is enough."""
    return count > A_HANDFUL and is_large(count, total)


def back_up(path: Path, reason: str = BY_HAND, progress: Progress | None = None) -> Path:
    """A checked copy of the workspace in `FILE.backups`; where it is.

    Safe beside an open window. Raises WorkspaceError, WorkspaceDamagedError, StoppedError; then
    every older backup is still there.
    """
    with _held(path) as source:
        return taking.back_up(source, reason, progress).path


def back_up_if_changed(
    path: Path, reason: str, progress: Progress | None = None
) -> BackupInfo | None:
    """The same where something was changed since the newest backup, else None: also of a
    workspace in which nobody has done anything yet. A drive that was away catches up.
    """
    with _held(path) as source:
        if not _has_changed(source):
            second_place.catch_up(source, progress)
            return None
        return taking.back_up(source, reason, progress)


def before(database: Database, reason: str) -> None:
    """Back up before something large, unless a backup of this very state is there.

    Called with no transaction open. Raises WorkspaceError where none can be taken; whoever calls
    this then changes nothing.
    """
    if database.path is not None and not database.read_only and _has_changed(database.path):
        database.back_up(reason)


def _has_changed(path: Path) -> bool:
    mark = facts.mark_of(path)
    return mark.step > 0 and facts.unchanged_since(path) is None


def back_up_to(path: Path, target: Path) -> Path:
    """A checked copy at `target`, which must not be there yet."""
    with _held(path) as source:
        return taking.back_up_to(source, target)


@contextmanager
def _held(path: Path) -> Iterator[Path]:
    """The file itself, a workspace, and not being replaced. The check of the copy is that of
    its pages too: damaged ones are never copied.
    """
    health.check_place(path)
    with WorkspaceLock.shared(path.resolve()):
        health.glance(path)
        yield path.resolve()


def known(path: Path) -> list[BackupInfo]:
    """The backups that lie beside a workspace, newest first."""
    return kept.list_backups(path.resolve())


def held(path: Path) -> list[Held]:
    """The same with what is in each."""
    return [_with_counts(info) for info in known(path)]


def _with_counts(info: BackupInfo) -> Held:
    with suppress(WorkspaceError):
        return Held(info, facts.counts_of(info))
    return Held(info, None)


def numbered(path: Path, number: int) -> BackupInfo:
    """The backup of that number; WorkspaceError where there is none."""
    for info in known(path):
        if info.number == number:
            return info
    raise WorkspaceError(
        f"There is no backup {number} of {path.name}; nothing was changed; "
        "'jobtracker backups' lists those there are."
    )


def folder_of(path: Path) -> Path:
    """Where the backups of a workspace lie."""
    return kept.folder_of(path.resolve())


def catch_up(path: Path) -> Standing:
    """Give a drive that was away what it missed; how it stands then."""
    second_place.catch_up(path)
    return standing(path)


def standing(path: Path) -> Standing:
    """How it stands with the backups of a workspace; asks the drive of the second place."""
    path = path.resolve()
    last = kept.newest(path)
    with plain_errors(path):
        chosen = second_place.chosen_in(path)
        second = second_place.standing(path, chosen) if chosen else None
        encrypted = facts.is_encrypted(path)
        untouched = facts.mark_of(path).step == 0
    return Standing(_with_counts(last) if last else None, second, encrypted, untouched)


def is_damaged(path: Path) -> bool:
    """Whether a quick look at all pages finds damage."""
    try:
        health.examine(path)
    except WorkspaceDamagedError:
        return True
    except WorkspaceError:
        return False
    return False


def preview(path: Path, source: Path) -> Preview:
    """What restoring a file would do. Raises WorkspaceError where it is no sound workspace."""
    if not source.exists():
        raise WorkspaceError(f"There is no file {source.name}; nothing was changed.")
    if path.exists() and path.samefile(source):
        raise WorkspaceError(f"{source.name} is the workspace itself; choose a backup of it.")
    health.glance(source)
    counts = facts.counts_in(source)
    if path.exists():
        differences = facts.differences(path.resolve(), source)
    else:
        differences = facts.nothing_here(source)
    kept, its = key_to_keep(path.resolve()), facts.key_of(source)
    return Preview(counts, differences, bool(kept or its), _encryption_note(kept, its))


def _encryption_note(kept: FileKey | None, its: FileKey | None) -> str:
    if kept == its:
        return ""
    if kept is None:
        return (
            "The workspace is encrypted afterwards, with the key of this file: its passphrase or "
            "recovery code opens it then."
        )
    was = "plain" if its is None else "encrypted with another key"
    return f"This file is {was}; the workspace stays encrypted with its present key."


def restore(
    path: Path, source: Path, *, now: datetime, progress: Progress | None = None
) -> Path | None:
    """Put a backup in the workspace's place; where the former file is, if there was one.

    Raises WorkspaceBusyError while anything has the workspace open, StoppedError, WorkspaceError
    where `source` is no sound workspace; then the workspace is as it was.
    """
    place = path.resolve() if path.exists() else path
    return put_in_place(place, source, now=now, progress=progress).kept_aside


class Backups(Service):
    """What is asked of the open workspace: to be replaced, and where its backups go."""

    def restore(self, source: Path, progress: Progress | None = None) -> Done[Path | None]:
        """Put a copy of `source` in the place of the open file, which is opened again; where the
        former file is. All there is has changed then, and there is nothing to undo.

        Raises as `restore` does; then the workspace is open and as it was.
        """
        with self._db.away() as path:
            restored = put_in_place(path, source, now=self._clock.now(), progress=progress)
        return Done(restored.kept_aside, EVERYTHING, "")

    def choose_second_folder(self, folder: Path | None) -> Done[None]:
        """Let each new backup be copied there too, in a folder of this workspace's own; None for
        no second place. Copies that lie where it was before stay there.

        Raises WorkspaceError where nothing can be written there; then nothing was changed.
        """
        if folder is None:
            with self._db.write("stop the second place of backups") as tx:
                settings.drop_setting(tx.session, second_place.SETTING)
            return done(None, tx)
        chosen = self._prepared(folder.absolute())
        with self._db.write("choose the second place of backups") as tx:
            settings.set_setting(tx.session, second_place.SETTING, chosen.as_setting())
        return done(None, tx)

    def _prepared(self, folder: Path) -> second_place.Chosen:
        if self._db.path is None:
            raise WorkspaceError("There is no workspace yet; nothing was changed.")
        if folder == kept.folder_of(self._db.path):
            raise WorkspaceError(
                "Backups lie in this folder already; nothing was changed; choose one on another "
                "drive."
            )
        chosen = second_place.new_choice(self._db.path, folder)
        try:
            second_place.prepare(chosen)
        except OSError as error:
            raise about_files(error, folder) from error
        return chosen

    def on_closing(self) -> bool:
        """Whether a backup is taken when the window closes."""
        with self._db.read() as session:
            return bool(settings.settings(session).get(_ON_CLOSING, True))

    def set_on_closing(self, *, wanted: bool) -> Done[None]:
        label = "back up on closing" if wanted else "no backup on closing"
        with self._db.write(label) as tx:
            if bool(settings.settings(tx.session).get(_ON_CLOSING, True)) != wanted:
                settings.set_setting(tx.session, _ON_CLOSING, wanted)
        return done(None, tx)
