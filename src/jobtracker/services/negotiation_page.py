"""The negotiation sheet as a page: set as letters are, for paper and as a PDF."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jobtracker.domain.dates import short_date
from jobtracker.domain.errors import WorkspaceError
from jobtracker.domain.file_names import letter_file_name
from jobtracker.domain.letter_content import LetterContent, Paragraph, PartContent, Run
from jobtracker.domain.letter_looks import LetterLook, PageStyle
from jobtracker.domain.letter_parts import Part
from jobtracker.domain.text import quoted

if TYPE_CHECKING:
    from jobtracker.domain.negotiation import NegotiationSheet

LOOK = LetterLook(PageStyle.COMPACT, fit=True)


def title_of(sheet: "NegotiationSheet") -> str:
    return f"Negotiation: {', '.join(filter(None, (sheet.role, sheet.company)))}"


def content_of(
    sheet: "NegotiationSheet", reasons: Sequence[str], said: Sequence[str]
) -> LetterContent:
    """The sheet on paper: its figures, these `reasons`, and what was `said` before."""
    body = [
        _heading(title_of(sheet), 1),
        _plain(f"Made on {short_date(sheet.made_on)}"),
        *(_figure(line.name, line.value, line.words) for line in sheet.lines),
        *_listed("Reasons", reasons),
        *_listed("Said before", said),
        *_listed("Notes", sheet.notes),
    ]
    return LetterContent((PartContent(Part.BODY, tuple(body)),))


def pdf_name(sheet: "NegotiationSheet") -> str:
    """A file name that every system takes."""
    return letter_file_name("Negotiation", sheet.company, sheet.role, "pdf")


def save_pdf(path: Path, content: LetterContent, title: str) -> str:
    """Write the page as a PDF; its name. Loads Qt.

    Raises WorkspaceError where the folder is missing or something that is no PDF stands there,
    and then the file is as it was.
    """
    from jobtracker.services.letter_formats import format_named, put_file
    from jobtracker.services.letter_pages import fonts_ready
    from jobtracker.typesetting.pages import lay_out
    from jobtracker.typesetting.pdf import pdf_of

    if path.suffix.lower() != ".pdf":
        raise WorkspaceError(
            f"{quoted(path.name)} is no name of a PDF; nothing was saved. End it in .pdf."
        )
    fonts_ready()
    pages = lay_out(content, LOOK)
    put_file(path, pdf_of(pages, title=title, author=""), format_named(".pdf"))
    return path.name


def _listed(heading: str, words: Iterable[str]) -> Iterator[Paragraph]:
    found = [one.strip() for one in words if one.strip()]
    if found:
        yield _heading(heading, 2)
        yield from (Paragraph((Run(one),), marker="•") for one in found)


def _figure(name: str, value: str, words: str) -> Paragraph:
    runs = [Run(f"{name}: "), Run(value, bold=True)]
    return Paragraph((*runs, Run(f" ({words})")) if words else tuple(runs))


def _heading(words: str, level: int) -> Paragraph:
    return Paragraph((Run(words),), heading=level)


def _plain(words: str) -> Paragraph:
    return Paragraph((Run(words),))
