"""How far a long piece of work has got, told to whoever asked for it, who may stop it."""

from collections.abc import Callable

from jobtracker.domain.errors import StoppedError

Progress = Callable[[int, int], bool]
"""Hears what is done and what there is in all, in the same unit; False stops."""


def tell(progress: Progress | None, done: int, total: int) -> None:
    """Say how far it has got. Raises StoppedError where that was answered with False."""
    if progress is not None and not progress(done, total):
        raise StoppedError("Stopped. Nothing was changed.")
