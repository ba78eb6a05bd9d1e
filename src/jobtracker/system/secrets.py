"""The system's keyring, the only place where a secret may be kept."""

import sys
from importlib import import_module

_BACKENDS = {
    "win32": ("keyring.backends.Windows", "win32ctypes.pywin32.win32cred"),
    "darwin": ("keyring.backends.macOS",),
}
_FREE_DESKTOP = ("keyring.backends.SecretService", "secretstorage", "jeepney")


def backend_modules() -> tuple[str, ...]:
    """Load what the keyring of this system needs; the names of the modules.

    keyring finds its backends by name while it runs, so a bundle can lack one without a word
    until somebody stores a password. Raises ImportError where one is missing.
    """
    names = _BACKENDS.get(sys.platform, _FREE_DESKTOP)
    for name in names:
        import_module(name)
    return names
