"""Checks words on a lane of its own: neither window nor database wait for a dictionary."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject

from jobtracker.domain.errors import JobtrackerError
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.commander import Commander


class Speller(Protocol):
    """What checks words of one language; see `system.spelling`."""

    def check(self, word: str) -> bool: ...
    def suggest(self, word: str) -> list[str]: ...


class OwnWords(Protocol):
    """The words that a person added."""

    def __contains__(self, word: str) -> bool: ...
    def add(self, word: str) -> None: ...


class Trouble(NamedTuple):
    """Why words of a language are not checked."""

    language: str
    error: JobtrackerError


class SpellLane:
    """Remembers what it found. `load` gives what checks a language, by its code, or raises a
    JobtrackerError; then every word of it counts as right.

    `changed` tells that words are to be looked at anew; `trouble` why a language is not checked,
    once for each.
    """

    def __init__(
        self, load: Callable[[str], Speller], own: OwnWords, *, enabled: bool = True
    ) -> None:
        self.changed: Channel[None] = Channel()
        self.trouble: Channel[Trouble] = Channel()
        self._load = load
        self._own = own
        self._enabled = enabled
        self._lane = Commander(name="spelling")
        self._spellers: dict[str, Speller | None] = {}
        self._found: dict[tuple[str, str], bool] = {}
        self._told: set[str] = set()

    @property
    def enabled(self) -> bool:
        return self._enabled

    def enable(self, *, on: bool) -> None:
        self._enabled = on
        self.changed.put(None)

    def start_over(self) -> None:
        """Load the dictionaries anew: there may be others."""
        self._spellers.clear()
        self._found.clear()
        self._told.clear()
        self.changed.put(None)

    def known(self, language: str, word: str) -> bool | None:
        """Whether a word is right, as far as that was found out."""
        return self._found.get((language, word))

    def ask(
        self, language: str, words: Iterable[str], then: Callable[[], object], owner: QObject
    ) -> None:
        """Find out about words; `then` once all of them are known, or will never be."""
        wanted = tuple(words)

        def finish(right: Sequence[bool]) -> None:
            self._found.update(
                ((language, word), known) for word, known in zip(wanted, right, strict=True)
            )
            then()

        def fail(error: JobtrackerError) -> None:
            self._give_up(language, error)
            then()

        self._lane.read(
            lambda: self._check(language, wanted),
            finish,
            failed=fail,
            owner=owner,
        )

    def suggest(
        self, language: str, word: str, then: Callable[[list[str]], object], owner: QObject
    ) -> None:
        """`then` gets what may have been meant."""

        def look() -> list[str]:
            found = self._speller(language)
            return found.suggest(word) if found is not None else []

        self._lane.read(look, then, question="suggest", failed=lambda _error: None, owner=owner)

    def add(self, word: str) -> None:
        """Count a word as right from now on, in every letter."""
        folded = word.casefold()

        def added(_none: None = None) -> None:
            for key in self._found:
                self._found[key] |= key[1].casefold() == folded
            self.changed.put(None)

        def fail(error: JobtrackerError) -> None:
            added()
            self.trouble.put(Trouble("", error))

        self._lane.read(lambda: self._own.add(word), added, failed=fail)

    def close(self) -> None:
        self._lane.close()

    def _check(self, language: str, words: Sequence[str]) -> list[bool]:
        found = self._speller(language)
        if found is None:
            return [True] * len(words)
        return [word in self._own or found.check(word) for word in words]

    def _speller(self, language: str) -> Speller | None:
        if language not in self._spellers:
            self._spellers[language] = None
            self._spellers[language] = self._load(language)
        return self._spellers[language]

    def _give_up(self, language: str, error: JobtrackerError) -> None:
        self._spellers[language] = None
        if language not in self._told:
            self._told.add(language)
            self.trouble.put(Trouble(language, error))
