"""What is read out of somebody's letter file, before it becomes a template."""

from typing import NamedTuple

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_samples import Question

LIMIT = 5_000_000
"""The largest file read, in bytes."""
TEXT_LIMIT = 50_000
"""Characters; what is longer is no letter."""


class ForeignTemplate(NamedTuple):
    """A letter file as a template. `text` is Markdown with `{{ fields }}`.

    `questions` are about what still stands in the text as written; `form` is the Word file
    itself, whose layout is kept to be filled, None for any other file.
    """

    name: str
    text: str
    kind: LetterKind
    language: Language
    form: bytes | None = None
    questions: tuple[Question, ...] = ()


def refused(name: str, what: str, advice: str) -> UnreadableFileError:
    """The error of a file that is not read: "“x.docx” holds macros; nothing was changed. ..."."""
    shown = "".join(sign if sign.isprintable() else "?" for sign in name) or "The file"
    return UnreadableFileError(f"“{shown}” {what}; nothing was changed. {advice}")


def with_numbers(text: str) -> str:
    """The text with the items of numbered lists counted: all of them were written as "1. "."""
    counts: dict[int, int] = {}
    lines: list[str] = []
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        counts = {level: count for level, count in counts.items() if line and level <= indent}
        if line.startswith("1. ", indent):
            counts[indent] = counts.get(indent, 0) + 1
            lines.append(f"{line[:indent]}{counts[indent]}{line[indent + 1 :]}")
        else:
            lines.append(line)
    return "\n".join(lines)
