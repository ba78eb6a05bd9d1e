"""What an archive holds for eyes alone: each letter as text, and the names that files get."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.file_names import document_name
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_parts import ComposedLetter, Part, PlacedPart
from jobtracker.domain.letters import fill
from jobtracker.exchange.letter_text import text_of
from jobtracker.exchange.markup import content_of


def plain_text(text: str, values: dict[str, str]) -> str:
    """A letter's Markdown as plain text, with the values that were typed for it; what has none
    stays the field it is.
    """
    try:
        filled = fill(text, values, escape=True)
    except InvalidInputError:  # longer than a letter may be: left as it was written
        return text
    body = PlacedPart(Part.BODY, 0, len(filled.text), filled, 0)
    return text_of(content_of(ComposedLetter(filled.text, (body,), ()), Language.ENGLISH))


class Names:
    """Names of files in one folder of an archive, each there once whatever its case."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def fresh(self, wanted: str, *endings: str) -> tuple[str, ...]:
        """The cleaned name, with " (2)" and so on where it is taken; once for each of `endings`,
        or as it is without any.
        """
        cleaned = PurePosixPath(document_name(wanted))
        stem, kept = (cleaned.name, endings) if endings else (cleaned.stem, (cleaned.suffix,))
        number = self._next.get(stem.casefold(), 1)
        for counted in self._counted(stem, number):
            names = tuple(f"{self._folder}{counted}{ending}" for ending in kept)
            if self._taken.isdisjoint(name.casefold() for name in names):
                break
            number += 1
        self._next[stem.casefold()] = number
        self._taken.update(name.casefold() for name in names)
        return names

    @staticmethod
    def _counted(stem: str, first: int) -> Iterator[str]:
        number = first
        while True:
            yield stem if number == 1 else f"{stem} ({number})"
            number += 1


def ending_of(content: bytes) -> str:
    """The ending of what has no name of its own: a PDF or a Word file that a letter left as."""
    if content.startswith(b"%PDF-"):
        return ".pdf"
    return ".docx" if content.startswith(b"PK\x03\x04") else ".bin"
