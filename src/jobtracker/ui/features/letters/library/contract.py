"""What is wanted of templates and blocks, and what the library shows of them."""

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.ui.runtime.channel import Channel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from jobtracker.domain.blocks import Block
    from jobtracker.domain.letter_results import Result
    from jobtracker.domain.letters import FieldName
    from jobtracker.exchange.templates.foreign import ForeignTemplate

NO_RESULTS: "Mapping[int, Result]" = MappingProxyType({})

LETTERS, TEMPLATES, BLOCKS = "letters", "templates", "blocks"
"""The three lists of the page."""


class OwnTemplate(NamedTuple):
    """A template of the person's own, as the window holds it."""

    id: int
    name: str
    text: str
    kind: LetterKind
    language: Language


class FromLetter(NamedTuple):
    """A paragraph of a letter to keep as a block."""

    letter_id: int
    text: str


class Answered(NamedTuple):
    """A template read from a file, with what its questions were answered by their places."""

    foreign: "ForeignTemplate"
    answers: "Mapping[int, FieldName | None]"


class LibraryShelf(NamedTuple):
    """The blocks, and what worked by the ids of templates and blocks."""

    blocks: "Sequence[Block]" = ()
    template_results: "Mapping[int, Result]" = NO_RESULTS
    block_results: "Mapping[int, Result]" = NO_RESULTS


class LibraryIntents:
    """Put by the library's widgets, heard by its presenter."""

    def __init__(self) -> None:
        self.template_saved: Channel[OwnTemplate] = Channel()
        self.template_made: Channel[None] = Channel()
        self.template_copied: Channel[int] = Channel()
        self.template_removed: Channel[int] = Channel()
        self.block_made: Channel[Block] = Channel()
        self.block_kept: Channel[FromLetter] = Channel()
        self.block_saved: Channel[Block] = Channel()
        self.block_removed: Channel[int] = Channel()
        self.file_chosen: Channel[Path] = Channel()
        self.file_stored: Channel[Answered] = Channel()
