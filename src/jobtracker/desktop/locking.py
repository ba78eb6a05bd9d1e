"""Locked and unlocked: the cover over the window, the keyring, and the lock after a rest.

Everything that asks the keyring, or works a key out of a passphrase, runs aside: either may take
its time, and neither holds up the window, the database or the other.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jobtracker.desktop.trouble_words import in_window
from jobtracker.domain.changes import Changes
from jobtracker.domain.errors import (
    JobtrackerError,
    NoKeyringError,
    WorkspaceDamagedError,
    WorkspaceError,
    WrongKeyError,
)
from jobtracker.ui.features.locking.cover import LockCover, Standing
from jobtracker.ui.runtime.aside import Aside

if TYPE_CHECKING:
    from jobtracker.desktop.opening import Opening
    from jobtracker.services.unlocking import EncryptionStatus
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.actions import Action, ActionBook
    from jobtracker.ui.main_window.window import MainWindow
    from jobtracker.ui.runtime.commander import Commander
    from jobtracker.ui.runtime.idle import IdleWatch
    from jobtracker.ui.theme.theme import Theme

ENCRYPTED = "encrypted"
"""The condition of the book under which there is something to lock."""

OR_DAMAGED = "Or the beginning of the file is damaged: then nothing you type opens it."
NOT_UNLOCKED = (
    "{name} was not unlocked, or its beginning is damaged; nothing in it was changed; restore a "
    "backup, or go back to the lock with Try again"
)


class Locking(QObject):
    """`lie_down` before the first paint of a locked file; `live` once the window has its rest;
    `ask` when the file turns out to be locked; `lock` whenever a person wants it.
    """

    def __init__(self, theme: "Theme", window: "MainWindow", path: Path) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._path = self._asked = path
        self._then: Callable[[], object] | None = None
        self._aside = Aside()
        self._cover: LockCover | None = None
        self._opening: Opening | None = None
        self._commander: Commander | None = None
        self._book: ActionBook | None = None
        self._flush: Callable[[], object] = bool
        self._idle: IdleWatch | None = None
        self._remembered = False

    @property
    def is_locked(self) -> bool:
        return self._cover is not None and self._cover.is_down

    @property
    def cover(self) -> LockCover:
        """Made when there is first something to cover."""
        if self._cover is None:
            made = self._cover = LockCover(self._theme, self._window)
            made.typed.subscribe(self._try_words, owner=self)
            made.restore_wanted.subscribe(lambda _none: self._restore_instead(), owner=self)
            made.keyring_wanted.subscribe(lambda _none: self._ask_keyring(), owner=self)
        return self._cover

    def live(
        self,
        opening: "Opening",
        commander: "Commander",
        book: "ActionBook",
        flush: Callable[[], object],
    ) -> None:
        """Know whom to tell; `flush` has kept what is typed, and backed up what was changed."""
        self._opening, self._commander = opening, commander
        self._book, self._flush = book, flush
        opening.stands.subscribe(self._stand, owner=self)
        commander.changed.subscribe(self._follow, owner=self)

    def actions(self) -> "list[Action]":
        from jobtracker.ui.actions import Action

        return [
            Action(
                "lock",
                "Lock now",
                "File",
                self.lock,
                "Ctrl+L",
                "lock",
                when=ENCRYPTED,
                section=8,
                everywhere=True,
            )
        ]

    def ask(self, file: Path | None = None, then: Callable[[], object] | None = None) -> None:
        """The file is locked: cover everything and ask the keyring, which may have the key.

        Where it is another one, such as a backup, `then` is called once its key is at hand.
        """
        self._asked, self._then = file or self._path, then
        self.cover.lock()
        self._ask_keyring(first=True)

    def lock(self) -> None:
        """Cover everything, keep what is typed, back up what was changed, and give up the key.

        The cover comes first: what is stored because the keyboard leaves it is then in the backup.
        """
        workspace = self._opening.workspace if self._opening is not None else None
        if self.is_locked or workspace is None or self._commander is None:
            return
        self.cover.show_standing(Standing(keyring=self._remembered))
        self.cover.lock()
        self._flush()
        if self._idle is not None:
            self._idle.watch(0)
        self._commander.read(
            workspace.encryption.lock,
            lambda _none: None,
            failed=lambda error: self.cover.refuse(str(error)),
            owner=self,
        )

    def look_again(self) -> None:
        """Ask anew whether the search is encrypted, after it was turned on or off."""
        from jobtracker.services import unlocking

        path = self._path
        self._aside.run(
            lambda: unlocking.status(path),
            self._learn,
            failed=lambda _error: None,
            owner=self,
            name="keyring",
        )

    def close(self) -> None:
        """Wait for nobody."""
        self._aside.close()

    def _follow(self, changes: Changes) -> None:
        """It was encrypted or decrypted, or is to be locked after another rest."""
        if changes.touches("encryption"):
            self.look_again()

    def _stand(self, _workspace: "Workspace") -> None:
        self.lift()
        self.look_again()

    def _learn(self, status: "EncryptionStatus") -> None:
        self._remembered = status.remembered
        assert self._book is not None, "asked only once the window lives"
        self._book.set_condition(ENCRYPTED, status.encrypted)
        self._watch()

    def _watch(self) -> None:
        """Wait for a rest while there is something to lock."""
        encrypted = self._book is not None and self._book.holds(ENCRYPTED)
        if self._idle is None and encrypted:
            from jobtracker.system.clock import seconds_passed
            from jobtracker.ui.runtime.idle import IdleWatch

            self._idle = IdleWatch(seconds_passed, self.lock, self)
        if self._idle is not None and not self.is_locked:
            self._idle.watch(self._window.memory.state.lock_after if encrypted else 0)

    def _ask_keyring(self, *, first: bool = False) -> None:
        from jobtracker.services import unlocking

        path = self._asked
        self.cover.show_standing(Standing(keyring=self._remembered, waiting=True))
        self._aside.run(
            lambda: unlocking.unlock_from_keyring(path),
            lambda found: self._heard(found=found, first=first),
            failed=lambda error: self._refused(error, first=first),
            owner=self,
            name="keyring",
        )

    def _heard(self, *, found: bool, first: bool) -> None:
        if not self.is_locked:
            return
        self._remembered = found or self._remembered
        self.cover.show_standing(Standing(keyring=self._remembered))
        if found:
            self._go_on()
        elif not first:
            self.cover.refuse("The keyring has no key for this search. Type what unlocks it.")

    def _refused(self, error: JobtrackerError, *, first: bool) -> None:
        """A keyring that does not answer is no news to who types a passphrase anyway; where there
        is one, it can be asked again.
        """
        if not self.is_locked:
            return
        offered = self._remembered or not first or not isinstance(error, NoKeyringError)
        self.cover.show_standing(Standing(keyring=offered))
        if not first:
            self.cover.secret.set_hint(str(error))

    def _try_words(self, words: str) -> None:
        """Not before the lane has given the key up, which a backup may hold up for a while."""
        if self._opening is None or self._opening.workspace is None or self._commander is None:
            self._unlock(words)
        else:
            self._commander.read(lambda: None, lambda _none: self._unlock(words), owner=self)

    def _unlock(self, words: str) -> None:
        from jobtracker.services import unlocking

        path = self._asked
        self._aside.run(
            lambda: unlocking.unlock(path, words),
            lambda _none: self._go_on(),
            failed=self._not_unlocked,
            owner=self,
            name="unlocking",
        )

    def _not_unlocked(self, error: JobtrackerError) -> None:
        """Wrong words are told in place; what no words can open is for the page of recovery."""
        if not self.is_locked:
            return
        if isinstance(error, WorkspaceDamagedError) and self._opening is not None:
            self._then, self._asked = None, self._path
            self._opening.refused.put(error)
            return
        said = in_window(error)
        if isinstance(error, WrongKeyError) and self._may_be_damaged():
            self.cover.offer_restore()
            said = f"{said} {OR_DAMAGED}"
        self.cover.refuse(said)

    def _may_be_damaged(self) -> bool:
        """Whether nothing shows that the file's salt is what it was. Only where nothing of the
        search was opened yet is there nothing under the cover to protect.
        """
        from jobtracker.services import unlocking

        opening = self._opening
        is_first = opening is not None and opening.workspace is None and self._then is None
        return is_first and not unlocking.is_salt_known(self._path)

    def _restore_instead(self) -> None:
        if self._opening is not None:
            self._opening.refused.put(WorkspaceError(NOT_UNLOCKED.format(name=self._path.name)))

    def _go_on(self) -> None:
        """The key is at hand: open the file, for the first time or again."""
        opening, commander = self._opening, self._commander
        if not self.is_locked or opening is None or commander is None:
            return
        then, self._then, self._asked = self._then, None, self._path
        if then is not None:
            self.lift()
            then()
            return
        if opening.workspace is None:
            opening.begin()
            return
        commander.read(
            opening.workspace.encryption.reopen,
            lambda _none: self._come_back(),
            failed=self._not_unlocked,
            owner=self,
        )

    def _come_back(self) -> None:
        self.lift()
        self._watch()
        if self._opening is not None:
            self._opening.replaced()

    def lift(self) -> None:
        """Take the cover away: there is nothing behind it to protect, or somebody may see it."""
        if self._cover is not None:
            self._cover.unlocked()
