"""New words for a paragraph of a Word file, in the form of the words they take the place of."""

from collections import deque
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from jobtracker.domain.letter_content import Run
from jobtracker.domain.placeholders import find_placeholders
from jobtracker.domain.word_diff import Change, ChangeKind, diff_words
from jobtracker.exchange.templates.word_plain import PLACEHOLDER_LOOK
from jobtracker.exchange.templates.word_tree import (
    HYPERLINK,
    PPR,
    RPR,
    Piece,
    R,
    W,
    is_on,
    pieces,
    run_of,
)
from jobtracker.exchange.xml_text import xml_text


class _Sign(NamedTuple):
    """The form of one sign: a run's properties, and the hyperlink around it.

    `place` is where the same sign stood in the old words, -1 for a new one.
    """

    form: etree._Element | None = None
    link: etree._Element | None = None
    bold: bool = False
    italic: bool = False
    was_placeholder: bool = False
    place: int = -1


def refit(paragraph: etree._Element, runs: Sequence[Run], *, keep_form: bool = False) -> None:
    """Give a paragraph the words of these runs.

    What stays as it was keeps its form, what is new takes the form of what stood there, and
    bold and italic are the runs' own unless `keep_form`. Pictures and breaks stay in their
    places.
    """
    own = list(pieces(paragraph))
    old = "".join(piece.text for piece in own)
    signs = _old_signs(own, old)
    new = "".join(xml_text(run.text) for run in runs)
    formed = list(_new_signs(signs, old, new))
    if not keep_form:
        wanted = (run for run in runs for _ in xml_text(run.text))
        formed = [
            sign._replace(bold=run.bold, italic=run.italic)
            for sign, run in zip(formed, wanted, strict=True)
        ]
    kept = list(_kept(own))
    for child in list(paragraph):
        if child.tag != PPR:
            paragraph.remove(child)
    _write(paragraph, new, formed, kept)


def _old_signs(own: Sequence[Piece], text: str) -> list[_Sign]:
    signs = [
        _Sign(piece.form, piece.link, piece.bold, piece.italic) for piece in own for _ in piece.text
    ]
    for found in find_placeholders(text):
        first = signs[found.start]._replace(was_placeholder=True)
        signs[found.start : found.end] = [first] * (found.end - found.start)
    return [sign._replace(place=index) for index, sign in enumerate(signs)]


def _new_signs(signs: Sequence[_Sign], old: str, new: str) -> Iterator[_Sign]:
    """For each sign of the new text the form it takes."""
    if not signs:
        yield from [_Sign()] * len(new)
        return
    replaced: Change | None = None
    for change in diff_words(old, new):
        if change.kind is ChangeKind.SAME:
            yield from signs[change.before_start : change.before_start + len(change.text)]
        elif change.kind is ChangeKind.ADDED:
            near = replaced.before_start if replaced else max(0, change.before_start - 1)
            yield from [_like(signs[near])] * len(change.text)
        replaced = change if change.kind is ChangeKind.REMOVED else None


def _like(sign: _Sign) -> _Sign:
    """The form for other words at a sign's place: they are not what its link led to."""
    return sign._replace(link=None, place=-1)


def _kept(own: Sequence[Piece]) -> Iterator[tuple[int, etree._Element]]:
    """What is no text, with the number of signs before it."""
    count = 0
    for piece in own:
        if piece.kept is not None:
            yield count, _in_run(piece.kept, piece.form)
        count += len(piece.text)


def _in_run(kept: etree._Element, form: etree._Element | None) -> etree._Element:
    parent = kept.getparent()
    if parent is None or parent.tag != R:
        return kept
    run = etree.Element(R)
    if form is not None:
        run.append(deepcopy(form))
    run.append(kept)
    return run


def _write(
    paragraph: etree._Element,
    text: str,
    signs: Sequence[_Sign],
    kept: Sequence[tuple[int, etree._Element]],
) -> None:
    waiting = deque(kept)
    start = 0
    for index, sign in enumerate(signs):
        before = waiting and (waiting[0][0] == 0 or waiting[0][0] <= sign.place)
        if index > start and (before or _key_of(sign) != _key_of(signs[start])):
            _append(paragraph, text[start:index], signs[start])
            start = index
        while waiting and (waiting[0][0] == 0 or waiting[0][0] <= sign.place):
            paragraph.append(waiting.popleft()[1])
    if text:
        _append(paragraph, text[start:], signs[start])
    for _count, element in waiting:
        paragraph.append(element)


def _key_of(sign: _Sign) -> tuple[int, int, bool, bool, bool]:
    return (id(sign.form), id(sign.link), sign.bold, sign.italic, sign.was_placeholder)


def _append(paragraph: etree._Element, words: str, sign: _Sign) -> None:
    run = run_of(words, _properties(sign))
    if sign.link is None:
        paragraph.append(run)
        return
    last = paragraph[-1] if len(paragraph) else None
    if last is None or last.tag != HYPERLINK or last.items() != sign.link.items():
        last = etree.SubElement(paragraph, HYPERLINK)
        for name, value in sign.link.items():
            last.set(name, value)
    last.append(run)


def _properties(sign: _Sign) -> etree._Element | None:
    form = deepcopy(sign.form) if sign.form is not None else etree.Element(RPR)
    if sign.was_placeholder:
        for look in [one for one in form if one.tag in PLACEHOLDER_LOOK]:
            form.remove(look)
    for name, wanted in (("b", sign.bold), ("i", sign.italic)):
        if is_on(form, name) != wanted:
            _switch(form, name, on=wanted)
    return form if len(form) else None


def _switch(form: etree._Element, name: str, *, on: bool) -> None:
    """Bold or italic on or off, in the place that the schema's order wants: after the fonts."""
    for tag in (W + name, W + name + "Cs"):
        for old in form.findall(tag):
            form.remove(old)
    if on:
        first = 0
        while first < len(form) and form[first].tag in {
            W + "rStyle",
            W + "rFonts",
            W + "b",
            W + "bCs",
        }:
            first += 1
        form.insert(first, etree.Element(W + name))
