"""Between the section of privacy and the services, the keyring and the window's memory."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from jobtracker.domain.changes import BACKUPS, Changes
from jobtracker.domain.errors import JobtrackerError
from jobtracker.ui.actions import ActionBook
from jobtracker.ui.features.settings.encrypt_presenter import Encrypting
from jobtracker.ui.features.settings.privacy import DECRYPTING, PrivacySection, Shown
from jobtracker.ui.runtime.aside import Aside
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.window_state import WindowMemory
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace
    from jobtracker.storage.encrypting import Converted

TOPIC = "encryption"
ENCRYPTION = Changes(dict.fromkeys((TOPIC, BACKUPS), frozenset()))
"""Told when the search and its backups were encrypted or decrypted, or are to be locked after
another rest.
"""


class PrivacyPresenter:
    """Asks the keyring aside, and changes the file on the lane. `lead_to_data` goes to the section
    where everything can be deleted.
    """

    def __init__(
        self,
        theme: Theme,
        pane: PrivacySection,
        commander: Commander,
        memory: WindowMemory,
        book: ActionBook,
        lead_to_data: Callable[[], object],
    ) -> None:
        self._theme = theme
        self._pane = pane
        self._commander = commander
        self._memory = memory
        self._aside = Aside()
        self._encrypting = Encrypting(theme, pane, commander, self._aside, self._tell)
        self._workspace: Workspace | None = None
        pane.destroyed.connect(self._aside.close)
        pane.opened.subscribe(lambda _none: self._read(), owner=pane)
        commander.changed.subscribe(self._follow, owner=pane)
        pane.encrypt_wanted.subscribe(lambda _none: self._open_sheet(change=False), owner=pane)
        pane.change_wanted.subscribe(lambda _none: self._open_sheet(change=True), owner=pane)
        pane.decrypt_wanted.subscribe(lambda _none: self._ask_decrypt(), owner=pane)
        pane.remember_wanted.subscribe(self._remember, owner=pane)
        pane.minutes_chosen.subscribe(self._rest_after, owner=pane)
        pane.lock_wanted.subscribe(lambda _none: book["lock"].trigger(), owner=pane)
        pane.report_wanted.subscribe(lambda _none: book["report problem"].trigger(), owner=pane)
        pane.delete_wanted.subscribe(lambda _none: lead_to_data(), owner=pane)
        pane.show_minutes(memory.state.lock_after)

    def attach(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._pane.show_file(str(workspace.database.path))
        self._read()

    def _follow(self, changes: Changes) -> None:
        if changes.touches(TOPIC):
            self._read()

    @property
    def _path(self) -> Path | None:
        return self._workspace.database.path if self._workspace is not None else None

    def _read(self) -> None:
        from jobtracker.services import unlocking

        path = self._path
        if path is None:
            return

        def look() -> Shown:
            status, keyring = unlocking.status(path), unlocking.keyring_state()
            name = keyring.name if keyring.usable else ""
            return Shown(status.encrypted, status.remembered, name, keyring.advice)

        self._aside.run(
            look,
            self._pane.show_standing,
            failed=lambda _error: None,
            owner=self._pane,
            name="keyring",
        )

    def _tell(self) -> None:
        self._commander.changed.put(ENCRYPTION)

    def _open_sheet(self, *, change: bool) -> None:
        if (space := self._workspace) is not None:
            self._encrypting.open(space, change=change)

    def _ask_decrypt(self) -> None:
        from jobtracker.ui.features.settings.decrypt_sheet import DecryptSheet

        DecryptSheet(self._theme, self._pane, self._decrypt).open()

    def _decrypt(self) -> None:
        assert self._workspace is not None, "only an open workspace is known to be encrypted"
        service, pane = self._workspace.encryption, self._pane
        meter = pane.progress.follow(DECRYPTING)
        pane.set_busy(busy=True)

        def over() -> None:
            pane.progress.end()
            pane.set_busy(busy=False)
            self._tell()

        def done(_converted: "Converted") -> None:
            over()
            pane.say("info", "Encryption is off", "The search and its backups are plain files.")

        def failed(error: JobtrackerError) -> None:
            over()
            pane.say("danger", str(error))

        self._commander.read(
            lambda: service.turn_off(progress=meter), done, failed=failed, owner=pane
        )

    def _remember(self, wanted: bool) -> None:
        from jobtracker.services import unlocking

        path = self._path
        if path is None:
            return
        act: Callable[[Path], None] = unlocking.remember if wanted else unlocking.forget

        def failed(error: JobtrackerError) -> None:
            self._read()
            self._pane.say("danger", str(error))

        self._aside.run(
            lambda: act(path), lambda _none: self._tell(), failed, owner=self._pane, name="keyring"
        )

    def _rest_after(self, minutes: int) -> None:
        self._memory.remember(lock_after=minutes)
        self._tell()
