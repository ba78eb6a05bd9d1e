"""What a person's Word file must not carry along when it leaves this computer."""

from collections.abc import Mapping
from xml.sax.saxutils import escape

from lxml import etree

from jobtracker.exchange.templates.package import MAIN, TYPES, as_bytes, parsed
from jobtracker.exchange.xml_text import xml_text

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_HYPERLINK = "/relationships/hyperlink"
_SETTINGS = "word/settings.xml"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CORE = "docProps/core.xml"
_COMMENTS = "word/comments"
_NOWHERE = "NULL"
"""What Word itself writes for a picture whose file is gone."""
_ACTS = ("attachedTemplate", "mailMerge", "documentProtection", "writeProtection")


def cleaned(parts: Mapping[str, bytes], title: str, author: str) -> dict[str, bytes]:
    """The parts without comments and links to anything outside but those of words, as a document
    (which a template becomes), with the letter's title and author in place of the old ones.
    """
    kept = dict(parts)
    for name, content in parts.items():
        if name.endswith(".rels"):
            kept[name] = _without_outside(content)
        elif name.startswith(_COMMENTS) and name.endswith(".xml"):
            kept[name] = _emptied(content)
    kept[TYPES] = parts[TYPES].replace(b"template.main+xml", b"document.main+xml")
    if _SETTINGS in parts:
        kept[_SETTINGS] = _without_acts(parts[_SETTINGS])
    if _CORE in parts:
        kept[_CORE] = _properties(title, author)
    return kept


def _without_outside(content: bytes) -> bytes:
    root = parsed(content, MAIN)
    for relation in root.iter(_RELATION):
        outside = relation.get("TargetMode", "") == "External"
        if outside and not str(relation.get("Type", "")).endswith(_HYPERLINK):
            relation.set("Target", _NOWHERE)
    return as_bytes(root)


def _emptied(content: bytes) -> bytes:
    root = parsed(content, MAIN)
    for child in list(root):
        root.remove(child)
    return as_bytes(root)


def _without_acts(content: bytes) -> bytes:
    root = parsed(content, MAIN)
    for name in _ACTS:
        for element in list(root.iter(_WORD + name)):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
    return as_bytes(root)


def _properties(title: str, author: str) -> bytes:
    root = etree.fromstring(
        '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp='
        '"http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
        f"<dc:title>{escape(xml_text(title))}</dc:title><dc:creator>{escape(xml_text(author))}</dc:creator>"
        "</cp:coreProperties>"
    )
    return as_bytes(root)
