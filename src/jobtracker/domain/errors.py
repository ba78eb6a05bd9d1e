"""What can go wrong in a person's situation, in words that say what to do.

Every message is one line: what happened, what is safe, what to do. Anything that is not
a `JobtrackerError` is a bug of ours.
"""


class JobtrackerError(Exception):
    """The base of every error that a person can act on; `str(error)` is one line for them."""


class InvalidInputError(JobtrackerError):
    """A value that cannot be stored as typed; `field` names it where there is one."""

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class NotFoundError(JobtrackerError):
    """No record, template, stage or profile answers to what was asked for."""


class UnreadableFileError(JobtrackerError):
    """A file to import that is not what it should be: binary, empty, too large, a folder."""


class PackError(JobtrackerError):
    """The reference figures that come with the program are missing or damaged; nothing else is."""


class WorkspaceError(JobtrackerError):
    """The workspace file cannot be opened, read or written; nothing in it was changed."""


class WorkspaceDamagedError(WorkspaceError):
    """The workspace file is damaged; it was left byte for byte as it is."""


class WorkspaceNewerError(WorkspaceError):
    """The workspace was written by a newer version and can only be read."""


class WorkspaceBusyError(WorkspaceError):
    """Another window or terminal holds the workspace."""


class WorkspaceLockedError(WorkspaceError):
    """The workspace is encrypted and its key is not at hand; nothing in it was looked at."""


class WrongKeyError(WorkspaceError):
    """What was typed opens nothing: neither as a passphrase nor as a recovery code."""


class SecretsError(JobtrackerError):
    """The system's keyring does not answer, is locked, or would store a secret plainly."""


class NoKeyringError(SecretsError):
    """This computer has no keyring that could be asked."""


class StoppedError(JobtrackerError):
    """A person stopped what was under way."""


class NothingToUndoError(JobtrackerError):
    """There is no step to undo or redo."""


class UndoStopsError(NothingToUndoError):
    """What was done before lies beyond a point that undo does not reach back over."""


class ChangedSinceError(JobtrackerError):
    """A step can't be undone because the same records were changed by somebody else since."""


class BlockedByGateError(JobtrackerError):
    """A letter may not leave the app: the gate found something that would embarrass."""
