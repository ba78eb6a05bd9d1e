"""How far something long is, for whoever watches: one line of stderr, written over as it goes."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from jobtracker.cli.unlocking import can_ask


class Counter:
    """Told how much of how much is done; says each whole percent once. Never asks to stop:
    Ctrl+C does.
    """

    def __init__(self, words: str, *, watched: bool) -> None:
        self._words = words
        self._watched = watched
        self._said = ""

    def __call__(self, done: int, total: int) -> bool:
        line = f"{self._words} {min(100 * done // max(total, 1), 100)} %"
        if self._watched and line != self._said:
            self._say(f"\r{line}")
            self._said = line
        return True

    def clear(self) -> None:
        """Take the line away, so that an answer or a refusal stands alone."""
        if self._said:
            self._say(f"\r{' ' * len(self._said)}\r")

    def _say(self, text: str) -> None:
        click.echo(text, nl=False, err=True)
        sys.stderr.flush()


@contextmanager
def counted(words: str) -> Iterator[Counter]:
    """A counter that is gone afterwards, whatever happened; silent where nobody watches."""
    counter = Counter(words, watched=can_ask())
    try:
        yield counter
    finally:
        counter.clear()
