"""Somebody's letter file as a template: text, Markdown, HTML, LaTeX or Word.

What a file is, is told by its content, not by its name alone. Sizes are checked before anything
is parsed, and nothing in a file is opened, run or fetched.
"""

import re
from pathlib import Path

from jobtracker.domain.letter_samples import read_placeholders, with_greeting_open
from jobtracker.domain.sent_letters import with_date_open, with_names_asked
from jobtracker.exchange.templates import guessing, plain
from jobtracker.exchange.templates.foreign import LIMIT, TEXT_LIMIT, ForeignTemplate, refused
from jobtracker.exchange.text_file import decode_text, read_bytes

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_WORD_ENDINGS = frozenset({".docx", ".dotx", ".docm", ".dotm", ".doc"})
_MARKDOWN_ENDINGS = frozenset({".md", ".markdown"})
_LATEX_ENDINGS = frozenset({".tex", ".latex", ".ltx"})
_HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
_OTHERS = {b"{\\rtf": "an RTF file", b"%PDF-": "a PDF"}
"""What would pass for text, or is easily chosen by mistake."""
_LOOK_AT = 20_000


def read_template(path: Path) -> ForeignTemplate:
    """The template in a letter file; raises UnreadableFileError with what to do about it."""
    return read_bytes_as_template(read_bytes(path, LIMIT), path.name)


def read_bytes_as_template(data: bytes, name: str) -> ForeignTemplate:
    """The template in a letter file's bytes; `name` is the file's, with its ending."""
    ending = Path(name).suffix.lower()
    if ending in _WORD_ENDINGS or data.startswith((_ZIP, _OLE)):
        return _from_word(data, name)
    for sign, kind in _OTHERS.items():
        if data.startswith(sign):
            raise refused(name, f"is {kind}", "Save it as .docx or as text and choose that.")
    text = decode_text(data, f"“{name}”")
    return _template(_markdown(text, name, ending), name)


def _from_word(data: bytes, name: str) -> ForeignTemplate:
    from jobtracker.exchange.templates import word
    from jobtracker.exchange.templates.package import opened

    read = _template(word.markdown_of(opened(data, name)), name)
    return read._replace(form=data)


def _markdown(text: str, name: str, ending: str) -> str:
    from jobtracker.exchange.html_text import is_html

    if ending in _LATEX_ENDINGS or r"\documentclass" in text[:_LOOK_AT]:
        from jobtracker.exchange.templates import latex

        _check_length(text, name)
        return latex.markdown_of(text)
    if ending in _HTML_ENDINGS or (ending not in _MARKDOWN_ENDINGS and is_html(text)):
        from jobtracker.exchange.templates import html

        return html.markdown_of(text, name)
    return plain.markdown_of(text)


def _template(text: str, name: str) -> ForeignTemplate:
    if not text.strip():
        raise refused(name, "holds no text", "Choose a file with a letter in it.")
    _check_length(text, name)
    language = guessing.language_in(text)
    read = read_placeholders(with_date_open(text))
    read = with_names_asked(with_greeting_open(read, language))
    stem = Path(name).stem
    return ForeignTemplate(
        _title(stem),
        read.text,
        guessing.kind_of(text, stem),
        language,
        None,
        read.questions,
    )


def _check_length(text: str, name: str) -> None:
    if len(text) > TEXT_LIMIT:
        raise refused(name, "is too long for a letter", "Choose a shorter one.")


def _title(stem: str) -> str:
    """A file's name as a template's: "thank_you-letter (2)" is "Thank you letter (2)"."""
    words = re.sub(r"[_\-\s]+", " ", "".join(one if one.isprintable() else " " for one in stem))
    title = words.strip()[:120] or "Template"
    return title[0].upper() + title[1:]
