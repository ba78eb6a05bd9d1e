"""Encryption: what a person does to close the workspace to others, and to open it again.

Opt-in. The key of the file is made of a passphrase, or is random and remembered by the system's
keyring; either way the recovery code spells it. What opens a locked file stands in `unlocking`.
"""

from contextlib import suppress

from jobtracker.domain import recovery_code
from jobtracker.domain.errors import InvalidInputError, SecretsError, WorkspaceError
from jobtracker.domain.passphrases import check_passphrase
from jobtracker.domain.progress import Progress
from jobtracker.services.backups import BEFORE_ENCRYPTION
from jobtracker.services.base import Service
from jobtracker.services.unlocking import remember_key
from jobtracker.storage import encrypting, keys, leftovers
from jobtracker.storage.encrypting import Converted
from jobtracker.storage.keys import FileKey
from jobtracker.system import secrets


class Prepared:
    """A key that is not used yet, and the code that spells it; shown by nothing but the code."""

    __slots__ = ("file_key", "in_keyring", "recovery_code")

    def __init__(self, file_key: FileKey, *, in_keyring: bool) -> None:
        self.file_key = file_key
        self.in_keyring = in_keyring
        self.recovery_code = recovery_code.encode(file_key.key.raw)

    def __repr__(self) -> str:
        return "Prepared(...)"


def prepare(passphrase: str | None) -> Prepared:
    """A new key and its recovery code; nothing is changed yet. None: random, for the keyring.

    Raises InvalidInputError for a passphrase that is weak, SecretsError where a random key could
    be kept nowhere.
    """
    salt = keys.random_salt()
    if passphrase is None:
        state = secrets.state()
        if not state.usable:
            raise SecretsError(state.advice)
        return Prepared(FileKey(keys.random_key(), salt), in_keyring=True)
    check_passphrase(passphrase)
    return Prepared(FileKey(keys.derive(passphrase, salt), salt), in_keyring=False)


def matches(prepared: Prepared, typed: str) -> bool:
    """Whether the code typed back is the one that was shown, read as tolerantly as later on."""
    try:
        return recovery_code.decode(typed) == prepared.file_key.key.raw
    except InvalidInputError:
        return False


class Encryption(Service):
    """The open workspace, encrypted, changed or plain again while it stays open."""

    def turn_on(
        self, prepared: Prepared, typed_code: str, *, progress: Progress | None = None
    ) -> Converted:
        """Encrypt the workspace and its backups; one backup is made first. What could not go along
        is `left`, and so are plain copies beside it that only a person may remove.

        `progress` hears bytes done and in all; False stops. Raises InvalidInputError where the
        code typed back differs, WorkspaceBusyError while another program has the file open,
        SecretsError, StoppedError; then nothing was changed.
        """
        if self._db.file_key() is not None:
            raise WorkspaceError("The workspace is encrypted already; nothing was changed.")
        converted = self._give(prepared, typed_code, progress)
        plain = leftovers.plain_near(self._db.path) if self._db.path is not None else ()
        return converted._replace(left=(*converted.left, *plain))

    def change(
        self, prepared: Prepared, typed_code: str, *, progress: Progress | None = None
    ) -> Converted:
        """Encrypt with another key; the former passphrase and code then open nothing but what
        could not be converted. Raises as `turn_on` does.
        """
        former = self._encrypted()
        converted = self._give(prepared, typed_code, progress)
        self._put_away(former, converted)
        return converted

    def turn_off(self, *, progress: Progress | None = None) -> Converted:
        """Make the workspace and its backups plain files again. Raises as `turn_on` does."""
        former = self._encrypted()
        converted = self._convert(None, progress)
        self._put_away(former, converted)
        return converted

    def lock(self) -> None:
        """Close the file and forget its key: everything raises WorkspaceLockedError until the
        file was unlocked and `reopen` was called.
        """
        former = self._encrypted()
        self._db.suspend()
        keys.drop(former.salt)

    def reopen(self) -> None:
        """Open the file again after `lock`; WorkspaceLockedError while its key is not held."""
        self._db.resume()

    def _encrypted(self) -> FileKey:
        file_key = self._db.file_key()
        if file_key is None:
            raise WorkspaceError("The workspace is not encrypted; nothing was changed.")
        return file_key

    def _give(self, prepared: Prepared, typed_code: str, progress: Progress | None) -> Converted:
        if not matches(prepared, typed_code):
            raise InvalidInputError(
                "The recovery code typed back differs from the one shown; nothing was changed; "
                "compare it with what you wrote down.",
                field="recovery_code",
            )
        new = prepared.file_key
        if prepared.in_keyring:
            remember_key(new)
        keys.hold(new)
        try:
            return self._convert(new, progress)
        except BaseException:
            self._take_back(prepared)
            raise

    def _convert(self, to: FileKey | None, progress: Progress | None) -> Converted:
        if self._db.read_only:
            raise WorkspaceError(
                self._db.notice or "The workspace was opened for reading only; nothing was changed."
            )
        self._db.check_pages()
        self._db.back_up(BEFORE_ENCRYPTION)
        with self._db.away() as path:
            return encrypting.convert(path, to, progress)

    def _take_back(self, prepared: Prepared) -> None:
        """Forget a key that encrypts nothing; one that the workspace has by now is kept, whatever
        failed after that, and so is one of which nobody can tell.
        """
        with suppress(WorkspaceError):
            if self._db.file_key() == prepared.file_key:
                return
            keys.drop(prepared.file_key.salt)
            if prepared.in_keyring:
                with suppress(SecretsError):
                    secrets.forget(prepared.file_key.salt.hex())

    def _put_away(self, former: FileKey, converted: Converted) -> None:
        """Forget the key before, unless something still needs it."""
        if converted.left:
            return
        keys.drop(former.salt)
        with suppress(SecretsError):
            secrets.forget(former.salt.hex())
