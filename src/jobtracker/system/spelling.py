"""Which words are spelt right: dictionaries in Hunspell's form, and a person's own words.

A dictionary is a pair of files, NAME.aff and NAME.dic, whose name begins with the code of its
language: "de_DE", "en-GB". English lies beside the program; others come from a folder that the
person points to.
"""

import os
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from jobtracker.domain.errors import UnreadableFileError, WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spylls.hunspell import Dictionary

LONGEST_WORD = 40
"""Characters; a longer word is no word, and may have very many ways to be put together."""
MOST_SUGGESTIONS = 6
PATIENCE = 0.4
"""Seconds after which no further suggestion is looked for."""
MOST_DICTIONARIES = 4
SLOWEST = 2.0
"""Seconds for one word, beyond which a dictionary is not used any more."""
MOST_OWN = 1_000_000
"""Bytes of a person's own words."""


class Speller(Protocol):
    """What checks words of one language."""

    def check(self, word: str) -> bool:
        """Whether a word is spelt right."""
        ...

    def suggest(self, word: str) -> list[str]:
        """What may have been meant, the likeliest first."""
        ...


class HunspellSpeller:
    """A word is right where one of the dictionaries knows it.

    `check` raises UnreadableFileError once a dictionary takes unbearably long over a word.
    """

    def __init__(self, name: str, dictionaries: "Sequence[Dictionary]") -> None:
        self._name = name
        self._dictionaries = dictionaries

    def check(self, word: str) -> bool:
        if len(word) > LONGEST_WORD:
            return True
        started = time.monotonic()
        known = any(dictionary.lookup(word) for dictionary in self._dictionaries)
        if time.monotonic() - started > SLOWEST:
            raise UnreadableFileError(
                f"The dictionary {self._name} takes too long over a word; spelling is not checked "
                "with it; use another one."
            )
        return known

    def suggest(self, word: str) -> list[str]:
        if len(word) > LONGEST_WORD:
            return []
        found: dict[str, None] = {}
        for dictionary in self._dictionaries:
            ends = time.monotonic() + PATIENCE
            for one in islice(dictionary.suggest(word), MOST_SUGGESTIONS):
                found[one] = None
                if time.monotonic() > ends:
                    break
        return list(found)[:MOST_SUGGESTIONS]


def speller(language: str, shipped: Path, folder: Path | None = None) -> Speller | None:
    """What checks a language (ISO 639-1: "de"): the dictionaries for it in the person's folder,
    else those shipped, else None.

    Raises UnreadableFileError for a folder or a dictionary that cannot be read.
    """
    places = [one for one in (folder, shipped) if one is not None]
    names = next((found for place in places if (found := named(place, language))), [])
    if not names:
        return None
    from jobtracker.system.dictionary_files import read_dictionary

    chosen = names[:MOST_DICTIONARIES]
    return HunspellSpeller(chosen[0].stem, [read_dictionary(name) for name in chosen])


def named(folder: Path, language: str) -> list[Path]:
    """The dictionaries of a language in a folder and in the folders inside it, by their .aff."""
    try:
        if not folder.is_dir():
            raise FileNotFoundError
        found = sorted(
            {path.resolve() for path in (*folder.glob("*.aff"), *folder.glob("*/*.aff"))}
        )
    except OSError:
        raise UnreadableFileError(
            f"The folder {folder} cannot be read; spelling is checked in English only; choose "
            "another folder for dictionaries in Settings."
        ) from None
    return [path for path in found if _language_of(path) == language and _has_words(path)]


def _language_of(path: Path) -> str:
    return path.stem.replace("-", "_").partition("_")[0].casefold()


def _has_words(path: Path) -> bool:
    return path.with_suffix(".dic").is_file()


class OwnWords:
    """Words a person added, one a line in a text file of this machine; read once."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._words: set[str] | None = None

    def __contains__(self, word: str) -> bool:
        """Whether a word was added, in whatever case."""
        return word.casefold() in self._all()

    def add(self, word: str) -> None:
        """Keep a word. Raises WorkspaceError where the file cannot be written."""
        if word in self:
            return
        self._all().add(word.casefold())
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
                stream.write(f"{word}\n")
        except OSError as error:
            raise WorkspaceError(
                f"{word} is not in your dictionary for good ({error.strerror}); it counts as right "
                f"until the program ends; see that {self._file.parent} can be written."
            ) from error

    def _all(self) -> set[str]:
        if self._words is None:
            self._words = _read_words(self._file)
        return self._words


def _read_words(file: Path) -> set[str]:
    """The words of a file; what cannot be read of it is left out."""
    try:
        with file.open("rb") as stream:
            text = stream.read(MOST_OWN).decode("utf-8", "replace")
    except OSError:
        return set()
    return {line.strip().casefold() for line in text.splitlines() if line.strip()}
