"""The paragraph of a text that somebody means."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jobtracker.ui.features.letters.writing.editor import LetterEditor


def chosen_words(editor: "LetterEditor") -> str:
    """What is selected, else the paragraph of the cursor; fields as they are written."""
    if editor.textCursor().hasSelection():
        return editor.createMimeDataFromSelection().text()
    return paragraph_at(editor.source(), editor.source_position())


def paragraph_at(text: str, place: int) -> str:
    """The lines around a place up to the blank ones, "" where it lies between two paragraphs."""
    lines = text.split("\n")
    first = last = text.count("\n", 0, place)
    if not lines[first].strip():
        return ""
    while first > 0 and lines[first - 1].strip():
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].strip():
        last += 1
    return "\n".join(lines[first : last + 1]).strip()
