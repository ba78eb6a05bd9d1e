"""A person's own Word file, filled with a letter: its layout stays, its words are the letter's.

Each line of the letter is put where the file has the line most like it, so that an unchanged
sentence keeps every run's font and only its placeholders become values. New lines take the form
of their neighbours, lines the letter no longer has go. Headers, footers, tables, pictures and
page setup stay; no placeholder does.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import chain
from typing import NamedTuple

from lxml import etree

from jobtracker.domain.letter_content import LetterContent, Paragraph, Run
from jobtracker.domain.letter_parts import WRITTEN
from jobtracker.domain.letter_samples import template_from_sample
from jobtracker.domain.letters import FieldName, MissingStyle, fill
from jobtracker.domain.placeholders import find_placeholders
from jobtracker.exchange import form_cleaning
from jobtracker.exchange.form_alignment import aligned
from jobtracker.exchange.form_stumps import without_stumps
from jobtracker.exchange.form_words import refit
from jobtracker.exchange.templates.package import FOOTER, MAIN, opened, written
from jobtracker.exchange.templates.word_plain import make_plain
from jobtracker.exchange.templates.word_tree import (
    PPR,
    P,
    W,
    paragraphs,
    pieces,
    run_of,
    text_of,
)

_NEAR = 40
_NOT_TEXT = [W + name for name in ("drawing", "pict", "object", "sectPr", "br")]


class _Place(NamedTuple):
    """A line of the file: the paragraph it stands in, its words with values filled in, and
    whether it stands in the text, not in a header.
    """

    paragraph: etree._Element
    text: str
    in_text: bool


class _Line(NamedTuple):
    """A line of the letter; `of` counts the paragraphs of the letter."""

    runs: tuple[Run, ...]
    of: int
    is_item: bool

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def filled_form(
    form: bytes,
    content: LetterContent,
    values: Mapping[FieldName, str],
    *,
    title: str = "",
    author: str = "",
) -> bytes:
    """The person's Word file with this letter in it, as a Word file's bytes.

    `values` fill placeholders of headers, footers and whatever else the letter's text does not
    hold; those without a value go with the words that lead to them. Raises UnreadableFileError
    where the file can no longer be read.
    """
    package = opened(form, "the template's Word file")
    for root in package.trees.values():
        make_plain(root)
    main = package.trees[MAIN]
    places = [
        _Place(one, text, root is main)
        for name, root in package.trees.items()
        if not name.startswith(FOOTER)
        for one in paragraphs(root)
        for text in _texts(one, values)
    ]
    lines = list(_lines(content))
    found = aligned([place.text for place in places], [line.text for line in lines])
    filled = _put(places, lines, found, main)
    rest = [one for root in package.trees.values() for one in paragraphs(root) if one not in filled]
    for paragraph in rest:
        _fill_rest(paragraph, values)
    gone = {place.paragraph for place in places} & set(rest)
    _take_out([one for one in paragraphs(main) if one in gone])
    return written(form_cleaning.cleaned(package.parts, title, author), package.trees)


def _texts(paragraph: etree._Element, values: Mapping[FieldName, str]) -> list[str]:
    """The lines of a paragraph with the values they are about to have."""
    text = text_of(paragraph)
    filled = _filled(text, values) if text.strip() else ""
    return [line.strip() for line in filled.split("\n") if line.strip()]


def _filled(text: str, values: Mapping[FieldName, str]) -> str:
    return fill(template_from_sample(text), values, MissingStyle.MARK).text


def _lines(content: LetterContent) -> Iterator[_Line]:
    """The lines of the letter's own text; the frame around it is the file's business."""
    texts = (part for part in content.parts if part.part in WRITTEN)
    for index, paragraph in enumerate(one for part in texts for one in part.paragraphs):
        for runs in _split(paragraph):
            if any(run.text.strip() for run in runs):
                yield _Line(runs, index, bool(paragraph.marker))


def _split(paragraph: Paragraph) -> Iterator[tuple[Run, ...]]:
    line: list[Run] = []
    for run in paragraph.runs:
        first, *more = run.text.split("\n")
        line.append(run._replace(text=first))
        for text in more:
            yield tuple(line)
            line = [run._replace(text=text)]
    yield tuple(line)


def _put(
    places: Sequence[_Place],
    lines: Sequence[_Line],
    found: Sequence[int | None],
    main: etree._Element,
) -> set[etree._Element]:
    """Put each line in its place, one without a place into a new paragraph; those that are
    filled now.
    """
    gathered: list[tuple[etree._Element, list[_Line]]] = []
    for index, line in enumerate(lines):
        place = found[index]
        paragraph, own = gathered[-1] if gathered else (None, [])
        here = places[place].paragraph if place is not None else None
        if here is None and len(own) > 1 and own[-1].of == line.of:
            here = paragraph  # one more line of an address
        if here is None:
            near = _neighbour(places, lines, found, index)
            here = _new_last(main) if near is None else _new_beside(near, paragraph)
        if here is paragraph:
            own.append(line)
        else:
            gathered.append((here, [line]))
    for paragraph, own in gathered:
        refit(paragraph, _with_line_ends(own))
    return {paragraph for paragraph, _own in gathered}


def _with_line_ends(lines: Sequence[_Line]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for index, line in enumerate(lines):
        runs += (Run("\n"), *line.runs) if index else line.runs
    return tuple(runs)


def _neighbour(
    places: Sequence[_Place], lines: Sequence[_Line], found: Sequence[int | None], index: int
) -> etree._Element | None:
    """The nearest paragraph of the file whose line is of the same kind: text, or a list's item."""
    around = range(max(0, index - _NEAR), min(len(lines), index + _NEAR))
    near = sorted(around, key=lambda other: (abs(other - index), other > index))
    kept = [(lines[other], places[at]) for other in near if (at := found[other]) is not None]
    beside = [(line, place) for line, place in kept if place.in_text]
    alike = (place for line, place in beside if line.is_item == lines[index].is_item)
    others = (place for place in reversed(places) if place.in_text)
    chosen = next(chain(alike, (place for _line, place in beside), others), None)
    return chosen.paragraph if chosen else None


def _new_last(main: etree._Element) -> etree._Element:
    """A paragraph at the end of a text that has none to be like."""
    paragraph = etree.Element(P)
    section = main.find(f"{W}body/{W}sectPr")
    if section is not None:
        section.addprevious(paragraph)
    else:
        main[0].append(paragraph)
    return paragraph


def _new_beside(near: etree._Element, after: etree._Element | None) -> etree._Element:
    """A paragraph in the form of `near`, below `after` at the distance that `near` keeps."""
    paragraph = etree.Element(near.tag)
    form = near.find(PPR)
    if form is not None:
        paragraph.append(_without_section(form))
    words = next((piece for piece in pieces(near) if piece.text.strip()), None)
    if words is not None:
        paragraph.append(run_of(words.text, words.form))
    if after is None or after.getroottree().getroot() is not near.getroottree().getroot():
        near.addprevious(paragraph)
        return paragraph
    after.addnext(paragraph)
    spacer = near.getnext()
    if spacer is not None and _is_spacer(spacer):
        after.addnext(deepcopy(spacer))
    return paragraph


def _without_section(form: etree._Element) -> etree._Element:
    copied = deepcopy(form)
    for section in copied.findall(W + "sectPr"):
        copied.remove(section)
    return copied


def _is_spacer(element: etree._Element) -> bool:
    """Whether it is an empty paragraph, which stands for the distance between two others."""
    return element.tag == P and not text_of(element).strip() and not _holds_more(element)


def _holds_more(paragraph: etree._Element) -> bool:
    return next(paragraph.iter(*_NOT_TEXT), None) is not None


def _take_out(gone: Sequence[etree._Element]) -> None:
    """Take out paragraphs with the distance below them; what holds a picture is only emptied,
    and so is what stands in a table, whose cells need a paragraph.
    """
    for paragraph in gone:
        refit(paragraph, ())
        parent = paragraph.getparent()
        if parent is None or parent.tag != W + "body" or _holds_more(paragraph):
            continue
        spacer = paragraph.getnext()
        parent.remove(paragraph)
        if spacer is not None and _is_spacer(spacer):
            parent.remove(spacer)


def _fill_rest(paragraph: etree._Element, values: Mapping[FieldName, str]) -> None:
    """Fill the placeholders that are left in a paragraph, each where it stands."""
    text = text_of(paragraph)
    if not find_placeholders(text):
        return
    filled = fill(template_from_sample(text), values, MissingStyle.MARK)
    refit(paragraph, (Run(without_stumps(filled)),), keep_form=True)
