"""A Word file as its parts, opened with care: sizes are counted while reading, not believed.

A Word file is a zip of XML parts (ISO/IEC 29500-2). Nothing is unpacked to disk, no entity is
expanded, no address is followed.
"""

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any, NamedTuple

from lxml import etree

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.exchange.templates.foreign import LIMIT, refused
from jobtracker.exchange.zip_guard import ZIP_MARK, ZipLimits, ZipRefusals, guarded

MAIN = "word/document.xml"
HEADER, FOOTER = "word/header", "word/footer"
TYPES = "[Content_Types].xml"

_LIMITS = ZipLimits(entries=2_000, all_bytes=60_000_000, ratio=250)
"""No document shrinks to less than this part of itself; a bomb does."""
_XML_BYTES = 8_000_000
_ELEMENTS = 400_000
_OLE = b"\xd0\xcf\x11\xe0"
_MACROS = b"macroEnabled"
_WORD = (b"wordprocessingml.document.main+xml", b"wordprocessingml.template.main+xml")


class Package(NamedTuple):
    """The parts of a Word file by name, as bytes; `trees` are those that hold text, parsed."""

    name: str
    parts: Mapping[str, bytes]
    trees: Mapping[str, etree._Element]


def opened(data: bytes, name: str) -> Package:
    """The Word file in `data`; raises UnreadableFileError for anything else.

    Refused are files that are protected, damaged, too large, too deep, or hold macros.
    """
    if len(data) > LIMIT:
        raise _too_large(name)
    if data.startswith(_OLE):
        raise refused(
            name,
            "is protected by a password or from an old Word",
            "Save it as .docx without a password and choose that.",
        )
    if not data.startswith(ZIP_MARK):
        raise _no_word_file(name)
    with guarded(data, _LIMITS, _refusals(name)) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.entries}
    _check_kind(parts, name)
    return Package(name, parts, {part: parsed(parts[part], name) for part in _with_text(parts)})


def _refusals(name: str) -> ZipRefusals:
    return ZipRefusals(
        damaged=lambda: _damaged(name),
        protected=lambda: refused(
            name, "is protected by a password", "Save it without one and choose that."
        ),
        too_large=lambda: _too_large(name),
    )


def _check_kind(parts: Mapping[str, bytes], name: str) -> None:
    types = parts.get(TYPES, b"")
    if _MACROS in types or any(part.endswith("vbaProject.bin") for part in parts):
        raise refused(name, "holds macros, which are programs", "Save it as .docx and choose that.")
    if MAIN not in parts or not any(kind in types for kind in _WORD):
        raise _no_word_file(name)


def _with_text(parts: Mapping[str, bytes]) -> list[str]:
    """The parts that hold paragraphs, in the order of reading: headers, the text, footers."""
    names = sorted(parts)
    return [
        *(part for part in names if part.startswith(HEADER) and part.endswith(".xml")),
        MAIN,
        *(part for part in names if part.startswith(FOOTER) and part.endswith(".xml")),
    ]


def parsed(content: bytes, name: str) -> etree._Element:
    """A part's XML; a document type, which Word never writes, is refused with its entities."""
    if len(content) > _XML_BYTES:
        raise _too_large(name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _damaged(name) from error
    tree: Any = root.getroottree()  # the stubs know no document type
    if tree.docinfo.doctype:
        raise _damaged(name)
    if sum(1 for _ in root.iter()) > _ELEMENTS:
        raise _too_large(name)
    return root


def written(parts: Mapping[str, bytes], trees: Mapping[str, etree._Element]) -> bytes:
    """The Word file with its parts, those in `trees` as they are now."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in _types_first(parts):
            content = parts[part] if part not in trees else as_bytes(trees[part])
            entry = zipfile.ZipInfo(part)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return file.getvalue()


def as_bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _types_first(parts: Iterable[str]) -> list[str]:
    return sorted(parts, key=lambda part: part != TYPES)


def _too_large(name: str) -> UnreadableFileError:
    return refused(name, "is too large for a letter", "Choose a file of at most 5 MB.")


def _damaged(name: str) -> UnreadableFileError:
    return refused(name, "is damaged", "Open it in Word, save it again and choose that.")


def _no_word_file(name: str) -> UnreadableFileError:
    return refused(name, "is no Word file", "Choose a .docx, .txt, .md, .html or .tex file.")
