"""The section of privacy on the settings page, and turning encryption on and off from there."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jobtracker.desktop.settings_room import Room
from jobtracker.domain.changes import Changes
from jobtracker.domain.errors import InvalidInputError, JobtrackerError
from jobtracker.ui.features.settings.contract import Section
from jobtracker.ui.runtime.aside import Aside

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jobtracker.services.encryption import Converted, Prepared
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.features.settings.encrypt_sheet import EncryptSheet
    from jobtracker.ui.features.settings.privacy import PrivacySection, Shown

ENCRYPTION = Changes(dict.fromkeys(("encryption", "backup"), frozenset()))
"""Told when the search and its backups were encrypted or decrypted, or are to be locked after
another rest.
"""
BLOCKS = (
    "The disk may keep old blocks of the plain file for a while, an SSD even after they were "
    "overwritten. Where that matters, encrypt the whole disk as well."
)
OTHER_COPIES = "Copies that you made by hand, and older archives, stay as they were."
CODE_PAGE = (
    "Recovery code of a Jobtracker search\n\n{code}\n\n"
    "It opens the encrypted file {file} where passphrase or keyring fail.\n"
    "Keep it where nobody else finds it, and not beside the file.\n"
)


def privacy_section(room: Room) -> Section:
    def build() -> QWidget:
        from jobtracker.ui.features.settings.privacy import PrivacySection

        pane = PrivacySection(room.theme)
        presenter = PrivacyPresenter(pane, room)
        room.join(presenter)
        return pane

    return Section("privacy", "Privacy", "lock", build)


class PrivacyPresenter:
    """Asks the keyring aside, and changes the file on the lane."""

    def __init__(self, pane: "PrivacySection", room: Room) -> None:
        self._pane = pane
        self._room = room
        self._aside = Aside()
        self._workspace: Workspace | None = None
        pane.destroyed.connect(self._aside.close)
        pane.opened.subscribe(lambda _none: self._read(), owner=pane)
        room.commander.changed.subscribe(self._follow, owner=pane)
        pane.encrypt_wanted.subscribe(lambda _none: self._open_sheet(change=False), owner=pane)
        pane.change_wanted.subscribe(lambda _none: self._open_sheet(change=True), owner=pane)
        pane.decrypt_wanted.subscribe(lambda _none: self._decrypt(), owner=pane)
        pane.remember_wanted.subscribe(self._remember, owner=pane)
        pane.minutes_chosen.subscribe(self._rest_after, owner=pane)
        pane.lock_wanted.subscribe(lambda _none: room.book["lock"].trigger(), owner=pane)
        pane.report_wanted.subscribe(
            lambda _none: room.book["report problem"].trigger(), owner=pane
        )
        pane.delete_wanted.subscribe(lambda _none: room.lead("data"), owner=pane)
        pane.show_minutes(room.memory.state.lock_after)

    def attach(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._pane.show_file(str(workspace.database.path))
        self._read()

    def _follow(self, changes: Changes) -> None:
        if changes.touches("encryption"):
            self._read()

    @property
    def _path(self) -> Path | None:
        return self._workspace.database.path if self._workspace is not None else None

    def _read(self) -> None:
        from jobtracker.services import encryption
        from jobtracker.ui.features.settings.privacy import Shown

        path = self._path
        if path is None:
            return

        def look() -> Shown:
            status, keyring = encryption.status(path), encryption.keyring_state()
            name = keyring.name if keyring.usable else ""
            return Shown(status.encrypted, status.remembered, name, keyring.advice)

        self._aside.run(
            look,
            self._show,
            failed=lambda _error: None,
            owner=self._pane,
            name="keyring",
        )

    def _show(self, shown: "Shown") -> None:
        self._keyring = shown.keyring
        self._pane.show_standing(shown)

    def _tell(self) -> None:
        self._room.commander.changed.put(ENCRYPTION)

    def _open_sheet(self, *, change: bool) -> None:
        from jobtracker.services import encryption
        from jobtracker.ui.features.settings.encrypt_sheet import EncryptSheet

        title = "Change the key" if change else "Encrypt your search"
        sheet = EncryptSheet(self._room.theme, self._pane, title, "Encrypt")
        self._aside.run(
            encryption.keyring_state,
            lambda state: sheet.offer_keyring(state.name if state.usable else ""),
            failed=lambda _error: None,
            owner=sheet,
            name="keyring",
        )
        sheet.offer_keyring("")
        sheet.prepare_wanted.subscribe(
            lambda typed: self._prepare(sheet, typed, change=change), owner=sheet
        )
        sheet.open(sheet.choose.first())

    def _prepare(self, sheet: "EncryptSheet", passphrase: str | None, *, change: bool) -> None:
        from jobtracker.services import encryption

        def failed(error: JobtrackerError) -> None:
            sheet.go.setEnabled(True)
            sheet.refuse(str(error))

        self._aside.run(
            lambda: encryption.prepare(passphrase),
            lambda prepared: self._prepared(sheet, prepared, change=change),
            failed=failed,
            owner=sheet,
            name="preparing",
        )

    def _prepared(self, sheet: "EncryptSheet", prepared: "Prepared", *, change: bool) -> None:
        """Show the code; from here on the sheet's answers are about this key alone."""
        code = prepared.recovery_code
        stops = (
            sheet.code_typed.subscribe(
                lambda typed: self._encrypt(sheet, prepared, typed, change=change), owner=sheet
            ),
            sheet.saved_to.subscribe(lambda path: self._save(sheet, code, path), owner=sheet),
            sheet.print_wanted.subscribe(lambda _none: self._print(sheet, code), owner=sheet),
        )
        sheet.prepare_wanted.subscribe(lambda _typed: [stop() for stop in stops], owner=sheet)
        sheet.show_code(code)

    def _encrypt(
        self, sheet: "EncryptSheet", prepared: "Prepared", typed: str, *, change: bool
    ) -> None:
        assert self._workspace is not None, "the sheet was opened on a workspace"
        service, meter = self._workspace.encryption, sheet.meter
        act = service.change if change else service.turn_on

        path = self._path

        def work() -> "tuple[Converted, list[Path]]":
            from jobtracker.services import backups

            converted = act(prepared, typed, progress=meter)
            return converted, [one.path for one in backups.known(path)] if path else []

        def done(answer: "tuple[Converted, list[Path]]") -> None:
            sheet.show_done(report_of(*answer))
            self._tell()

        def failed(error: JobtrackerError) -> None:
            sheet.refuse(str(error), in_code=_is_about_code(error))

        self._room.commander.read(work, done, failed=failed, owner=sheet)

    def _decrypt(self) -> None:
        from jobtracker.ui.features.settings.privacy import DECRYPTING

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

        self._room.commander.read(
            lambda: service.turn_off(progress=meter), done, failed=failed, owner=pane
        )

    def _remember(self, wanted: bool) -> None:
        from jobtracker.services import encryption

        path = self._path
        if path is None:
            return
        act: Callable[[Path], None] = encryption.remember if wanted else encryption.forget

        def failed(error: JobtrackerError) -> None:
            self._read()
            self._pane.say("danger", str(error))

        self._aside.run(
            lambda: act(path), lambda _none: self._tell(), failed, owner=self._pane, name="keyring"
        )

    def _rest_after(self, minutes: int) -> None:
        self._room.memory.remember(lock_after=minutes)
        self._tell()

    def _save(self, sheet: "EncryptSheet", code: str, target: Path) -> None:
        from jobtracker.storage.files import write_atomically
        from jobtracker.storage.plain_words import plain_errors

        text = self._page_of(code)

        def write() -> None:
            with plain_errors(target):
                write_atomically(target, text.encode())

        self._aside.run(
            write,
            lambda _none: sheet.code.say(f"Saved as {target.name}, readable by you alone."),
            failed=lambda error: sheet.code.say(str(error)),
            owner=sheet,
            name="saving the code",
        )

    def _print(self, sheet: "EncryptSheet", code: str) -> None:
        from jobtracker.ui.widgets.printing import print_text

        print_text(sheet.window(), "Recovery code", self._page_of(code))

    def _page_of(self, code: str) -> str:
        path = self._path
        groups = code.split("-")
        rows = ("  ".join(groups[at : at + 7]) for at in range(0, len(groups), 7))
        return CODE_PAGE.format(code="\n".join(rows), file=path.name if path else "")


def report_of(converted: "Converted", listed: "Sequence[Path]") -> list[str]:
    """`listed` are the backups that the list of copies shows; the others are said apart."""
    ours = min(len(set(listed) - set(converted.left)), converted.backups)
    said = f"{ours} backup" if ours == 1 else f"{ours} backups"
    if others := converted.backups - ours:
        said += f" (and {others} more, in the second folder or kept aside by a restore)"
    lines = [f"Your search and {said} are encrypted and were checked.", BLOCKS, OTHER_COPIES]
    if converted.left:
        names = ", ".join(path.name for path in converted.left)
        lines.insert(1, f"Left as they were, because they could not be read: {names}.")
    return lines


def _is_about_code(error: JobtrackerError) -> bool:
    return isinstance(error, InvalidInputError) and error.field == "recovery_code"
