"""Between the sheet that encrypts a search and the services."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jobtracker.domain.errors import InvalidInputError, JobtrackerError
from jobtracker.ui.features.settings.encrypt_sheet import EncryptSheet
from jobtracker.ui.features.settings.privacy import PrivacySection
from jobtracker.ui.runtime.aside import Aside
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobtracker.services.encryption import Prepared
    from jobtracker.services.workspace import Workspace
    from jobtracker.storage.encrypting import Converted

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
A_LINE = 7
"""Groups of the code in a line of its page."""


class Encrypting:
    """Opens the sheet over the section, and does what it tells: keys are made and the keyring is
    asked aside, the file is changed on the lane. `tell` is called once it is.
    """

    def __init__(
        self,
        theme: Theme,
        pane: PrivacySection,
        commander: Commander,
        aside: Aside,
        tell: Callable[[], object],
    ) -> None:
        self._theme = theme
        self._pane = pane
        self._commander = commander
        self._aside = aside
        self._tell = tell

    def open(self, space: "Workspace", *, change: bool) -> None:
        """Turn encryption on; with `change` give the encrypted search another key."""
        from jobtracker.services import unlocking

        title = "Change the key" if change else "Encrypt your search"
        sheet = EncryptSheet(self._theme, self._pane, title, "Encrypt")
        self._aside.run(
            unlocking.keyring_state,
            lambda state: sheet.offer_keyring(state.name if state.usable else ""),
            failed=lambda _error: None,
            owner=sheet,
            name="keyring",
        )
        sheet.offer_keyring("")
        prepare = partial(self._prepare, space, sheet, change=change)
        sheet.prepare_wanted.subscribe(prepare, owner=sheet)
        sheet.open(sheet.choose.first())

    def _prepare(
        self, space: "Workspace", sheet: EncryptSheet, passphrase: str | None, *, change: bool
    ) -> None:
        from jobtracker.services import encryption

        def failed(error: JobtrackerError) -> None:
            sheet.go.setEnabled(True)
            sheet.refuse(str(error))

        self._aside.run(
            lambda: encryption.prepare(passphrase),
            lambda prepared: self._prepared(space, sheet, prepared, change=change),
            failed=failed,
            owner=sheet,
            name="preparing",
        )

    def _prepared(
        self, space: "Workspace", sheet: EncryptSheet, prepared: "Prepared", *, change: bool
    ) -> None:
        """Show the code; from here on the sheet's answers are about this key alone."""
        code = prepared.recovery_code
        page = _page_of(code, space.database.path)
        encrypt = partial(self._encrypt, space, sheet, prepared, change=change)
        stops = (
            sheet.code_typed.subscribe(encrypt, owner=sheet),
            sheet.saved_to.subscribe(partial(self._save, sheet, page), owner=sheet),
            sheet.print_wanted.subscribe(lambda _none: _print(sheet, page), owner=sheet),
        )
        sheet.prepare_wanted.subscribe(lambda _typed: [stop() for stop in stops], owner=sheet)
        sheet.show_code(code)

    def _encrypt(
        self,
        space: "Workspace",
        sheet: EncryptSheet,
        prepared: "Prepared",
        typed: str,
        *,
        change: bool,
    ) -> None:
        service, meter, path = space.encryption, sheet.meter, space.database.path
        act = service.change if change else service.turn_on

        def work() -> "tuple[Converted, list[Path]]":
            from jobtracker.services import backups

            converted = act(prepared, typed, progress=meter)
            return converted, [one.path for one in backups.known(path)] if path else []

        def done(answer: "tuple[Converted, list[Path]]") -> None:
            sheet.show_done(report_of(*answer))
            self._tell()

        def failed(error: JobtrackerError) -> None:
            sheet.refuse(str(error), in_code=_is_about_code(error))

        self._commander.read(work, done, failed=failed, owner=sheet)

    def _save(self, sheet: EncryptSheet, page: str, target: Path) -> None:
        from jobtracker.services.text_files import save_text

        self._aside.run(
            lambda: save_text(target, page),
            lambda made: sheet.code.say(f"Saved as {made.name}, readable by you alone."),
            failed=lambda error: sheet.code.say(str(error)),
            owner=sheet,
            name="saving the code",
        )


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


def _page_of(code: str, path: Path | None) -> str:
    groups = code.split("-")
    rows = ("  ".join(groups[at : at + A_LINE]) for at in range(0, len(groups), A_LINE))
    return CODE_PAGE.format(code="\n".join(rows), file=path.name if path else "")


def _print(sheet: EncryptSheet, page: str) -> None:
    from jobtracker.ui.widgets.printing import print_text

    print_text(sheet.window(), "Recovery code", page)


def _is_about_code(error: JobtrackerError) -> bool:
    return isinstance(error, InvalidInputError) and error.field == "recovery_code"
