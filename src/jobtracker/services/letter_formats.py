"""A letter as the bytes of a file, and putting such a file where a person wants it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.errors import InvalidInputError, WorkspaceError
from jobtracker.domain.letters import MissingStyle
from jobtracker.domain.text import quoted
from jobtracker.services.letter_pages import content_of, fonts_ready

if TYPE_CHECKING:
    from jobtracker.services.letter_views import LetterView
    from jobtracker.typesetting.pages import Pages

_HEAD = 1 << 16
"""How much of a file is looked at to tell what it is."""


class Source(NamedTuple):
    """A letter to be written; `form` is the Word file of its template, where it has one."""

    view: "LetterView"
    form: bytes | None = None

    @property
    def title(self) -> str:
        return f"{self.view.role}, {self.view.company}"

    @property
    def author(self) -> str:
        return self.view.filling.get("your_name", "")


class Format(NamedTuple):
    """A kind of file: `write` makes one, `is_one` tells from a file's first bytes whether it is
    of this kind.
    """

    name: str
    media_type: str
    write: Callable[[Source], bytes]
    is_one: Callable[[bytes], bool]


def pages_of(view: "LetterView") -> "Pages":
    """The letter's pages as it would leave. Loads Qt."""
    from jobtracker.typesetting.pages import lay_out

    fonts_ready()
    return lay_out(content_of(view, MissingStyle.KEEP), view.look)


def pdf_of(source: Source) -> bytes:
    """The letter as a PDF, fonts inside. Loads Qt."""
    from jobtracker.typesetting.pdf import pdf_of as write

    return write(pages_of(source.view), title=source.title, author=source.author)


def docx_of(source: Source) -> bytes:
    """The letter as a Word file: in its template's own form, else in its page style."""
    from jobtracker.exchange.letter_docx import docx_of as write

    view = source.view
    content = content_of(view, MissingStyle.KEEP)
    if source.form is not None:
        from jobtracker.exchange.letter_form import filled_form

        values = view.filling
        return filled_form(source.form, content, values, title=source.title, author=source.author)
    scale = pages_of(view).scale if view.look.fit else 1.0
    return write(content, view.look, title=source.title, author=source.author, scale=scale)


def text_of(source: Source) -> bytes:
    """The letter as plain text in UTF-8."""
    from jobtracker.exchange.letter_text import text_of as write

    return write(content_of(source.view, MissingStyle.KEEP)).encode("utf-8")


def markdown_of(source: Source) -> bytes:
    """The letter as Markdown in UTF-8."""
    from jobtracker.exchange.letter_text import markdown_of as write

    return write(source.view.composed(escape=True)).encode("utf-8")


def _is_text(head: bytes) -> bool:
    """Whether it is UTF-8 without controls; the last character may be cut."""
    try:
        words = head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 3:
            return False
        words = head[: error.start].decode("utf-8")
    return words.isprintable() or not any(sign < " " and sign not in "\t\n\r\f" for sign in words)


FORMATS: Mapping[str, Format] = {
    ".pdf": Format("PDF", "application/pdf", pdf_of, lambda head: head.startswith(b"%PDF-")),
    ".docx": Format(
        "Word file",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        docx_of,
        lambda head: head.startswith(b"PK\x03\x04") and b"word/" in head,
    ),
    ".txt": Format("text file", "text/plain", text_of, _is_text),
    ".md": Format("text file", "text/markdown", markdown_of, _is_text),
}
"""The formats by the ending of a file's name."""


def format_named(suffix: str) -> Format:
    """The format of an ending, with its dot. Raises InvalidInputError for one we can't write."""
    found = FORMATS.get(suffix.lower())
    if found is None:
        known = ", ".join(FORMATS)
        raise InvalidInputError(
            f"A letter can't be written as {quoted(suffix or 'a file without an ending')}; "
            f"nothing was exported; end the name in one of {known}.",
            field="path",
        )
    return found


def put_file(path: Path, content: bytes, kind: Format) -> None:
    """Write the file whole, over one of its own kind at most: a slip must not cost another file.

    Raises WorkspaceError, and then the former file is as it was.
    """
    from jobtracker.storage.files import write_atomically
    from jobtracker.storage.plain_words import plain_errors

    with plain_errors(path):
        if path.is_dir() or not path.parent.is_dir():
            raise WorkspaceError(
                f"{quoted(path.name)} is a folder or its folder is missing; nothing was "
                "exported; name a file in a folder that is there."
            )
        if path.exists() and not kind.is_one(_head_of(path)):
            raise WorkspaceError(
                f"{quoted(path.name)} is there already and is no {kind.name}; it was left as it "
                "is; choose another name."
            )
        write_atomically(path, content)


def _head_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)
