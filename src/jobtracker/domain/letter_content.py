"""A letter as it stands on paper: parts of paragraphs of runs, free of any markup.

Pages, Word files, plain text and the clipboard are all made of this one value, so that they
say the same. Markdown is read into it by `exchange.markup`.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_parts import Part


class Run(NamedTuple):
    r"""Words in one form. `link` is an http, https or mailto address or empty; `missing` marks
    the words that stand for a value nobody has typed yet.

    A line that was typed as one is a "\n" in `text`.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    missing: bool = False


class Paragraph(NamedTuple):
    """`marker` is what stands before an item of a list ("•", "2."), `level` how deep the list
    lies in others (from 0), `heading` the level of a heading from 1, 0 of any other paragraph.
    """

    runs: tuple[Run, ...]
    marker: str = ""
    level: int = 0
    heading: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class PartContent(NamedTuple):
    part: Part
    paragraphs: tuple[Paragraph, ...]


class LetterContent(NamedTuple):
    """The parts of a letter in the order of reading, hidden and empty ones left out."""

    parts: tuple[PartContent, ...]
    language: Language = Language.ENGLISH

    def paragraphs(self) -> Iterator[Paragraph]:
        for part in self.parts:
            yield from part.paragraphs

    @property
    def plain_text(self) -> str:
        """The letter as plain text: a blank line between paragraphs, none between the items of
        a list, items with their markers.
        """
        lines: list[str] = []
        before: Paragraph | None = None
        for paragraph in self.paragraphs():
            both_items = before is not None and before.marker and paragraph.marker
            if before is not None and not both_items:
                lines.append("")
            indent = "  " * paragraph.level
            sign = f"{paragraph.marker} " if paragraph.marker else ""
            first, *more = paragraph.text.split("\n")
            lines.append(f"{indent}{sign}{first}")
            lines += [f"{indent}{' ' * len(sign)}{line}" for line in more]
            before = paragraph
        return "\n".join(lines) + "\n" if lines else ""


def lines_typed(paragraphs: Iterable[Paragraph]) -> list[tuple[Run, ...]]:
    """The lines of paragraphs as they were typed, empty ones left out."""
    lines: list[tuple[Run, ...]] = []
    for paragraph in paragraphs:
        line: list[Run] = []
        for run in paragraph.runs:
            first, *more = run.text.split("\n")
            line.append(run._replace(text=first))
            for text in more:
                lines.append(tuple(line))
                line = [run._replace(text=text)]
        lines.append(tuple(line))
    return [line for line in lines if any(run.text.strip() for run in line)]
