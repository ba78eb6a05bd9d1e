"""A template as it stands on paper, each of its fields marked."""

from typing import TYPE_CHECKING

from jobtracker.domain.letter_frames import frame
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_parts import compose
from jobtracker.domain.letters import MissingStyle, mark_of
from jobtracker.exchange.markup import content_of

if TYPE_CHECKING:
    from jobtracker.domain.letter_content import LetterContent


def pages_of(text: str, kind: LetterKind, language: Language) -> "LetterContent":
    """Raises InvalidInputError where the text is too long for a letter."""
    parts = frame(language, kind)
    letter = compose(text, {}, parts, (), language, MissingStyle.MARK, escape=True)
    return content_of(letter, language, {mark_of(name) for name in letter.missing})
