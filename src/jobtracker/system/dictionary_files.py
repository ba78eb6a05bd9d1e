"""Reads a Hunspell dictionary so that no file, however made, can do more than be refused.

Its rules (hunspell(5)) become regular expressions in the library that reads them, so whatever
could run away in one is refused before; sizes and the parts of a compound are limited.
"""

import codecs
import io
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from jobtracker.domain.errors import UnreadableFileError

if TYPE_CHECKING:
    from spylls.hunspell import Dictionary

MOST_RULES = 5_000_000
MOST_WORDS = 25_000_000
"""Bytes of the two files; the largest in use have 3 and 10 million."""
MOST_LINES = 600_000
FEWEST_LINES = 2
MOST_PARTS = 5
"""Of a compound word."""
FEWEST_LETTERS = 2
"""Of a part of a compound word."""
_ENCODING = re.compile(rb"^\s*SET\s+(\S+)", re.MULTILINE)
_RULED = ("PFX", "SFX", "REP", "BREAK", "COMPOUNDRULE")
_SOUNDS = "PHONE"
_COUNT = re.compile(r"\s*\d+")
_RUNAWAY = re.compile(r"[*+{}|\\]|\([^)]*\(")
"""Repeats and alternatives have no place in the conditions of Hunspell."""
_REPEAT = re.compile(r"[*?]")
_MOST_REPEATS = 4
_MARK = "\ufeff"


def read_dictionary(aff: Path) -> "Dictionary":
    """The dictionary of NAME.aff and NAME.dic.

    Raises UnreadableFileError for one that is broken, too large or hostile.
    """
    from spylls.hunspell import Dictionary, readers
    from spylls.hunspell.readers.file_reader import BaseReader

    class Lines(BaseReader):  # type: ignore[misc]  # the library has no types
        """Lines that were read and decoded before."""

        def __init__(self, lines: Iterable[str]) -> None:
            super().__init__(io.StringIO("\n".join(lines)))

        def reset_encoding(self, _encoding: str) -> None:
            """They are decoded."""

    try:
        rules, words = _lines_of(aff)
        data, context = readers.read_aff(Lines(rules))
        data.COMPOUNDMIN = max(FEWEST_LETTERS, data.COMPOUNDMIN)
        data.COMPOUNDWORDMAX = min(MOST_PARTS, data.COMPOUNDWORDMAX or MOST_PARTS)
        return Dictionary(data, readers.read_dic(Lines(words), aff=data, context=context))
    except UnreadableFileError:
        raise
    except OSError as error:
        raise _refused(aff, error.strerror or "it cannot be read") from error
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, re.error) as error:
        raise _refused(aff, "its rules are not those of a Hunspell dictionary") from error


def _lines_of(aff: Path) -> tuple[list[str], list[str]]:
    """The lines of both files, decoded as the rules say, once they are known to be harmless."""
    rules = _bytes_of(aff, MOST_RULES)
    words = _bytes_of(aff.with_suffix(".dic"), MOST_WORDS)
    said = _ENCODING.search(rules)
    encoding = _codec(said[1].decode("ascii", "replace") if said else "windows-1252", aff)
    lines = rules.decode(encoding, "surrogateescape").removeprefix(_MARK).splitlines()
    for line in lines:
        if not _is_harmless(line.split()):
            raise _refused(aff, "a rule in it could keep the program busy for ever")
    stems = words.decode(encoding, "surrogateescape").removeprefix(_MARK).splitlines()
    if len(stems) > MOST_LINES or len(lines) > MOST_LINES:
        raise _refused(aff, "it is too large")
    if len(stems) < FEWEST_LINES or not _COUNT.match(stems[0]):
        raise _refused(aff, "its list of words does not begin with their number")
    return [line for line in lines if not line.startswith(_SOUNDS)], stems


def _is_harmless(rule: list[str]) -> bool:
    if not rule or rule[0] not in _RULED:
        return True
    if rule[0] == "COMPOUNDRULE":
        return len(_REPEAT.findall(" ".join(rule[1:]))) <= _MOST_REPEATS
    return not any(_RUNAWAY.search(part) for part in rule[1:])


def _bytes_of(path: Path, most: int) -> bytes:
    with path.open("rb") as stream:
        found = stream.read(most + 1)
    if len(found) > most:
        raise _refused(path, "it is too large")
    return found


def _codec(name: str, aff: Path) -> str:
    """Python's name for an encoding as Hunspell writes it ("ISO8859-1", "microsoft-cp1251")."""
    try:
        return codecs.lookup(name.removeprefix("microsoft-")).name
    except (LookupError, ValueError):
        raise _refused(aff, "its encoding is unknown") from None


def _refused(path: Path, why: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"The dictionary {path.name} is not used: {why}; spelling is not checked in its language; "
        "put another one into its folder."
    )
