"""A letter as text for other programs: plain, Markdown, and HTML for the clipboard."""

import re
import unicodedata
from collections.abc import Iterator
from html import escape
from itertools import groupby

from jobtracker.domain.letter_content import LetterContent, Paragraph, Run
from jobtracker.domain.letter_parts import ComposedLetter
from jobtracker.exchange.markup import WITH_LISTS

_STARTS_BLOCK = re.compile(r"[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|$)")
_LIST_SIGN = re.compile(r"^([ \t]*)(?:([-*+#])|(\d{1,9})([.)]))(?=[ \t#])", re.MULTILINE)
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def right_to_left(text: str) -> bool:
    """Whether a paragraph runs from right to left: its first letter says so (UAX 9, P2, P3)."""
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction in _RIGHT_TO_LEFT:
            return True
        if direction == "L":
            return False
    return False


def text_of(content: LetterContent) -> str:
    """The letter as plain text; a link's address stands in parentheses behind its words."""
    parts = (
        part._replace(
            paragraphs=tuple(
                one._replace(runs=tuple(_with_addresses(one.runs))) for one in part.paragraphs
            )
        )
        for part in content.parts
    )
    return content._replace(parts=tuple(parts)).plain_text


def _with_addresses(runs: tuple[Run, ...]) -> Iterator[Run]:
    for link, linked in groupby(runs, key=lambda run: run.link):
        words = tuple(linked)
        yield from words
        shown = "".join(run.text for run in words)
        if link and shown not in {link, link.removeprefix("mailto:")}:
            yield Run(f" ({link.removeprefix('mailto:')})")


def markdown_of(composed: ComposedLetter) -> str:
    """The letter as Markdown that other programs read alike: its lines stay lines.

    Compose it with `escape=True`, so that values stay text.
    """
    parts: list[str] = []
    for placed in composed.parts:
        text = composed.text[placed.start : placed.end].strip("\n")
        if placed.part not in WITH_LISTS:
            text = _LIST_SIGN.sub(_as_text, text)
        parts.append("\n".join(_with_line_ends(text.split("\n"))))
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def _as_text(sign: re.Match[str]) -> str:
    return f"{sign[1]}\\{sign[2]}" if sign[2] else f"{sign[1]}{sign[3]}\\{sign[4]}"


def _with_line_ends(lines: list[str]) -> Iterator[str]:
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else ""
        kept = line.rstrip(" \t")
        ends_here = not kept.strip() or _STARTS_BLOCK.match(following)
        yield kept if ends_here else f"{kept}  "


def html_of(content: LetterContent) -> str:
    """The letter as an HTML page for the clipboard: paragraphs, lists, bold, italic, links.

    It refers to nothing outside but the links of its words.
    """
    parts: list[str] = []
    for is_list, group in groupby(content.paragraphs(), key=lambda one: bool(one.marker)):
        if is_list:
            parts += _list(tuple(group))
        else:
            parts += (_block("p", one) for one in group)
    body = "\n".join(parts)
    return (
        f'<html lang="{content.language.value}"><head><meta charset="utf-8"></head>'
        f"<body>\n{body}\n</body></html>\n"
    )


def _block(tag: str, paragraph: Paragraph) -> str:
    side = ' dir="rtl"' if right_to_left(paragraph.text) else ""
    words = "".join(_words(run, bold=paragraph.heading > 0) for run in paragraph.runs)
    return f"<{tag}{side}>{words}</{tag}>"


def _words(run: Run, *, bold: bool) -> str:
    words = escape(run.text).replace("\n", "<br>\n")
    if run.italic:
        words = f"<i>{words}</i>"
    if run.bold or bold:
        words = f"<b>{words}</b>"
    return f'<a href="{escape(run.link)}">{words}</a>' if run.link else words


def _list(items: tuple[Paragraph, ...]) -> Iterator[str]:
    """The items as lists in lists; an inner list stands inside the item before it."""
    tags: list[str] = []
    for item in items:
        tag = "ol" if item.marker[0].isdigit() else "ul"
        while len(tags) > item.level + 1 or (len(tags) == item.level + 1 and tags[-1] != tag):
            yield f"</li></{tags.pop()}>"
        if len(tags) == item.level + 1:
            yield "</li>"
        while len(tags) < item.level + 1:
            tags.append(tag)
            start = item.marker.rstrip(".)")
            yield f'<ol start="{start}">' if tag == "ol" and start != "1" else f"<{tag}>"
            if len(tags) < item.level + 1:
                yield "<li>"
        yield _block("li", item).removesuffix("</li>")
    while tags:
        yield f"</li></{tags.pop()}>"
