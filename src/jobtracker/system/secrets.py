"""The system's keyring, the only place where a secret may be kept.

Every call may ask a person to unlock the keyring, or meet a D-Bus that never answers: it belongs
on a thread that may wait, and it waits a limited time. `keyring` looks for its backends when it is
imported, so that happens at the first call, long after the first paint.
"""

import sys
import threading
from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple, TypeVar

from jobtracker.domain.errors import NoKeyringError, SecretsError

T = TypeVar("T")

SERVICE = "jobtracker"
"""Under this name our entries stand in the keyring, an account each workspace."""

FINDING_SECONDS = 10.0
ASKING_SECONDS = 120.0
"""The keyring may show a window in which its password is typed."""

_BACKENDS = {
    "win32": ("keyring.backends.Windows", "win32ctypes.pywin32.win32cred"),
    "darwin": ("keyring.backends.macOS",),
}
_FREE_DESKTOP = ("keyring.backends.SecretService", "secretstorage", "jeepney")

_NAMES = {
    "keyring.backends.SecretService": "the keyring of this desktop",
    "keyring.backends.libsecret": "the keyring of this desktop",
    "keyring.backends.kwallet": "KDE Wallet",
    "keyring.backends.macOS": "the macOS Keychain",
    "keyring.backends.Windows": "Windows Credential Manager",
}
_INSTEAD = "use a passphrase instead"


class KeyringState(NamedTuple):
    """Whether secrets can be kept here, the keyring's name, and what to do where they can't."""

    usable: bool
    name: str
    advice: str


def backend_modules() -> tuple[str, ...]:
    """Load what the keyring of this system needs; the names of the modules.

    keyring finds its backends by name while it runs, so a bundle can lack one without a word
    until somebody stores a password. Raises ImportError where one is missing.
    """
    names = _BACKENDS.get(sys.platform, _FREE_DESKTOP)
    for name in names:
        import_module(name)
    return names


def state() -> KeyringState:
    """Which keyring answers here; asks nobody for a password."""
    try:
        backend = _within(FINDING_SECONDS, _backend)
    except SecretsError as error:
        return KeyringState(usable=False, name="", advice=str(error))
    return KeyringState(usable=True, name=_name_of(backend), advice="")


def look_up(account: str) -> str | None:
    """The secret kept for an account, None where there is none. Raises SecretsError."""

    def ask() -> str | None:
        found: str | None = _backend().get_password(SERVICE, account)
        return found

    return _within(ASKING_SECONDS, ask)


def keep(account: str, secret: str) -> None:
    """Keep a secret of at most 1,280 characters (Windows' limit), and read it back.

    Raises SecretsError; then it may not be relied on that it was kept.
    """

    def store() -> bool:
        backend = _backend()
        backend.set_password(SERVICE, account, secret)
        return bool(backend.get_password(SERVICE, account) == secret)

    if not _within(ASKING_SECONDS, store):
        raise SecretsError(
            f"The keyring did not keep what it was given; nothing was changed; {_INSTEAD}."
        )


def forget(account: str) -> None:
    """Take a secret out of the keyring, if it is there. Raises SecretsError."""

    def remove() -> None:
        backend = _backend()
        if backend.get_password(SERVICE, account) is not None:
            backend.delete_password(SERVICE, account)

    _within(ASKING_SECONDS, remove)


def _backend() -> Any:
    """The keyring that `keyring` chooses here; SecretsError where it would store plainly."""
    import keyring

    backend = keyring.get_keyring()
    for part in _parts(backend):
        module, name = type(part).__module__, type(part).__name__
        if module in ("keyring.backends.fail", "keyring.backends.null"):
            raise _no_keyring()
        if module.partition(".")[0] == "keyrings" or "plaintext" in name.lower():
            raise SecretsError(
                "The keyring of this computer would store secrets in a plain file, so it is not "
                f"used; {_INSTEAD}, or take the package keyrings.alt away."
            )
    return backend


def _parts(backend: Any) -> tuple[Any, ...]:
    """A chain keeps a secret in the first of its parts that takes it: each has to be fine."""
    if type(backend).__module__ != "keyring.backends.chainer":
        return (backend,)
    parts = tuple(backend.backends)
    if not parts:
        raise _no_keyring()
    return parts


def _name_of(backend: Any) -> str:
    return _NAMES.get(type(_parts(backend)[0]).__module__, str(backend.name))


def _within(seconds: float, act: Callable[[], T]) -> T:
    """Do it on a thread of its own, which is left behind where it does not end in time."""
    answers: list[T] = []
    errors: list[SecretsError] = []

    def run() -> None:
        try:
            answers.append(act())
        except SecretsError as error:
            errors.append(error)
        except Exception as error:  # noqa: BLE001 - D-Bus libraries leak errors of every kind
            errors.append(_in_plain_words(error))

    thread = threading.Thread(target=run, name="keyring", daemon=True)
    thread.start()
    thread.join(seconds)
    if errors:
        raise errors[0]
    if not answers:
        raise SecretsError(
            f"The keyring did not answer within {seconds:.0f} seconds; nothing was changed; "
            f"unlock it and try again, or {_INSTEAD}."
        )
    return answers[0]


def _no_keyring() -> NoKeyringError:
    return NoKeyringError(
        f"No keyring answers on this computer, so none is used; {_INSTEAD}, or install one "
        "(GNOME Keyring, KWallet) and log in again."
    )


def _in_plain_words(error: Exception) -> SecretsError:
    """The error's own words stay out: a backend may quote what it was given."""
    from keyring import errors

    words = str(error).lower()
    if isinstance(error, errors.NoKeyringError):
        return _no_keyring()
    if "dismiss" in words:
        return SecretsError(
            "The keyring's question was dismissed; nothing was changed; try again and type the "
            f"keyring's password, or {_INSTEAD}."
        )
    if isinstance(error, errors.KeyringLocked) or "unlock" in words or "locked" in words:
        return SecretsError(
            f"The keyring is locked; nothing was changed; unlock it and try again, or {_INSTEAD}."
        )
    return SecretsError(
        f"The keyring refused ({type(error).__name__}); nothing was changed; try again, or "
        f"{_INSTEAD}."
    )
