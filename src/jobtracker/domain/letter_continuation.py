"""The running line of a letter: whose it is and which page, on every page but the first."""

from collections.abc import Mapping

from jobtracker.domain.letter_content import LetterContent
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_parts import Part

_LONGEST_NAME = 60
"""Signs; what is longer is no name, and would not stand on one line."""
_WORDS: Mapping[Language, tuple[str, str]] = {
    Language.ENGLISH: ("Page", "of"),
    Language.GERMAN: ("Seite", "von"),
    Language.FRENCH: ("Page", "sur"),
    Language.SPANISH: ("Página", "de"),
}


def running_line(content: LetterContent) -> tuple[str, str]:
    """What stands before the page's number and what before the number of pages:
    ("Ada Lovelace · Page ", " of "). Without a name where the letter has none.
    """
    page, of = _WORDS[content.language]
    name = _name(content)
    return f"{name} · {page} " if name else f"{page} ", f" {of} "


def _name(content: LetterContent) -> str:
    """The first line of the sender, else that of the signature."""
    texts = {part.part: part.paragraphs[0].text for part in content.parts if part.paragraphs}
    first = texts.get(Part.SENDER) or texts.get(Part.SIGNATURE) or ""
    name = " ".join(first.strip().split("\n")[0].split())
    return name if len(name) <= _LONGEST_NAME else ""
