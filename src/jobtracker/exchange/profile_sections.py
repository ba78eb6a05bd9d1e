"""The parts of a profile page, each read from its section's lines into the draft.

A line that its part has no place for goes to `other`: nothing on a page is dropped.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from jobtracker.domain.placeholders import find_placeholders
from jobtracker.domain.profiles import Answer, Fact
from jobtracker.exchange.page_lines import Line, LineKind, piped_cells
from jobtracker.exchange.profile_draft import Draft
from jobtracker.exchange.profile_headings import Part, Section
from jobtracker.exchange.profile_records import SalaryFigure, SampleLetter
from jobtracker.exchange.profile_related import read_related
from jobtracker.exchange.profile_salaries import (
    currency_sign,
    figure_in_row,
    figure_of_label,
    figures_in_fact,
    figures_in_text,
    speaks_of_pay,
    whole_pay,
)
from jobtracker.exchange.profile_tail import cut_after_questions

_LONGEST_LABEL = 80
_LONGEST_DUTY = 300
_INLINE_FACT = re.compile(r"(?P<label>[^:]{2,60}):\s+(?P<value>\S.*)")
_GROUP_NAME = re.compile(
    r"(?:.{2,40} )?(?:education|experience|training|skills|licen[cs]es|certifications?|degrees?"
    r"|qualities|knowledge|advancement|languages|tools|technologies|requirements|traits)"
    r"(?:,? (?:and|&) .{2,40}|, .{2,60})?",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"(?:q|a|question|answer)\s?\d{0,2}\s?[:.)]\s+", re.IGNORECASE)
_DOT = re.compile(r"\s*[•·●○◦▪■‣⁃]\s+")


def read_summary(section: Section, draft: Draft) -> None:
    for line in draft.take_content(section.lines):
        draft.summary.append(line.text)


def read_glance(section: Section, draft: Draft) -> None:
    """Facts in rows, in "Label: value" lines, or with label and value on lines of their own."""
    draft.title = draft.title or section.subject
    lines = draft.take_content(section.lines)
    marked = any(line.kind is LineKind.BULLET for line in lines)
    listed = [line for line in lines if line.kind is not LineKind.ROW]
    if marked:
        draft.other += [line.text for line in listed if line.kind is not LineKind.BULLET]
        listed = [line for line in listed if line.kind is LineKind.BULLET]
    inline = [found for line in listed if (found := _INLINE_FACT.fullmatch(line.text))]
    rows = [line.cells for line in lines if line.kind is LineKind.ROW]
    draft.glance += [Fact(cells[0].rstrip(":"), " ".join(cells[1:])) for cells in rows]
    draft.glance += _inline_facts(listed) if len(inline) * 2 > len(listed) else _paired(listed)
    for label, value in draft.glance:
        draft.add_figures(figures_in_fact(label, value))


def _inline_facts(lines: Sequence[Line]) -> list[Fact]:
    facts: list[Fact] = []
    for line in lines:
        if found := _INLINE_FACT.fullmatch(line.text):
            facts.append(Fact(found["label"].strip(), found["value"]))
        elif facts:
            facts[-1] = _continued(facts[-1], line.text)
        else:
            facts.append(Fact(line.text.rstrip(":"), ""))
    return facts


def _paired(lines: Sequence[Line]) -> list[Fact]:
    """Label, value, label, value; a line too long for a label continues the value before."""
    facts: list[Fact] = []
    label = ""
    for line in lines:
        if label:
            facts.append(Fact(label, line.text))
            label = ""
        elif facts and len(line.text) > _LONGEST_LABEL:
            facts[-1] = _continued(facts[-1], line.text)
        else:
            label = line.text.rstrip(":")
    return [*facts, Fact(label, "")] if label else facts


def _continued(fact: Fact, more: str) -> Fact:
    return fact._replace(value=f"{fact.value}\n{more}".strip())


def read_duties(section: Section, draft: Draft) -> None:
    """The items of the list; what stands around it is part of the overview.

    In a list copied without its marks each line is a duty.
    """
    lines = draft.take_content(section.lines)
    marked = any(line.kind is LineKind.BULLET for line in lines)
    rest: list[Line] = []
    for line in lines:
        if line.kind is LineKind.BULLET or (not marked and _could_be_duty(line)):
            draft.duties[line.text] = None
        else:
            rest.append(line)
    _read_prose(rest, draft.overview, draft)


def _could_be_duty(line: Line) -> bool:
    is_text = line.kind is LineKind.TEXT
    return is_text and not line.text.endswith(":") and len(line.text) <= _LONGEST_DUTY


def read_overview(section: Section, draft: Draft) -> None:
    if section.subject and not draft.title:
        draft.title = section.subject
    _read_prose(draft.take_content(section.lines), draft.overview, draft)


def read_outlook(section: Section, draft: Draft) -> None:
    _read_prose(_with_rows(draft.take_content(section.lines)), draft.outlook, draft)


def read_salary(section: Section, draft: Draft) -> None:
    """Figures of sentences, tables and charts; the paragraphs belong to the outlook."""
    draft.add_figures(figures_in_text(section.heading, about_pay=True))
    lines = _with_rows(draft.take_content(section.lines))
    _read_prose(lines, draft.outlook, draft, about_pay=True)


def _with_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of a pay table drawn with bars between its cells as rows."""
    cells = [piped_cells(line) for line in lines]
    if not any(whole_pay(cell) for row in cells for cell in row[1:]):
        return list(lines)
    return [
        line._replace(text=" · ".join(row), kind=LineKind.ROW, cells=row) if row else line
        for line, row in zip(lines, cells, strict=True)
    ]


def read_other(section: Section, draft: Draft) -> None:
    draft.other.append(section.heading)
    kept = dict.fromkeys([""])
    for line in draft.take_content(section.lines):
        if line.kind is not LineKind.ROW:
            draft.other.append(line.text)
    rows = [line for line in section.lines if line.kind is LineKind.ROW and not line.aside]
    _read_rows(rows, kept, draft, about_pay=False)
    draft.other += [text for text in kept if text]


def _read_prose(
    lines: Sequence[Line], target: dict[str, None], draft: Draft, *, about_pay: bool = False
) -> None:
    """Paragraphs into `target`, and the figures they state."""
    for is_table, run in groupby(lines, key=lambda line: line.kind is LineKind.ROW):
        if is_table:
            _read_rows(list(run), target, draft, about_pay=about_pay)
        else:
            _read_paragraphs(list(run), target, draft, about_pay=about_pay)


def _read_paragraphs(
    lines: list[Line], target: dict[str, None], draft: Draft, *, about_pay: bool
) -> None:
    bars = _bars(lines) if about_pay else {}
    for index, line in enumerate(lines):
        if index in bars:
            draft.keep_figure(bars[index])
        elif index - 1 in bars:
            continue
        elif any(char.isalpha() for char in line.text) and not whole_pay(line.text):
            target[line.text] = None
            draft.add_figures(figures_in_text(line.text, about_pay=about_pay))
        else:
            draft.other.append(line.text)


def _bars(lines: Sequence[Line]) -> dict[int, SalaryFigure]:
    """Figures of a chart's bars, by the line of the label that stands above the amount.

    Amounts one below the other have lost their labels: they name nothing.
    """
    amounts = [whole_pay(line.text) is not None for line in lines]
    amounts.append(False)
    bars: dict[int, SalaryFigure] = {}
    for index in range(len(lines) - 1):
        if amounts[index + 1] and not amounts[index] and not amounts[index + 2]:
            figure = figure_of_label(lines[index], lines[index + 1])
            bars.update({index: figure} if figure else {})
    return bars


def _read_rows(
    rows: Sequence[Line], target: dict[str, None], draft: Draft, *, about_pay: bool
) -> None:
    """A table's rows as figures where it is about pay, as text otherwise."""
    head = rows[0].cells if rows else ()
    if not about_pay and not any(speaks_of_pay(cell) for cell in head):
        target.update((row.text, None) for row in rows)
        return
    money = ""
    for row in rows:
        figure = figure_in_row(row.cells, head, money)
        money = next((sign for cell in row.cells[1:] if (sign := currency_sign(cell))), money)
        if figure:
            draft.keep_figure(figure)
        else:
            target[row.text] = None


def read_qualifications(section: Section, draft: Draft) -> None:
    """Items by group; what stands before the first group belongs to the group without a name."""
    lines = draft.take_content(section.lines)
    marked = any(line.kind is LineKind.BULLET for line in lines)
    group = section.subject
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        if _is_group(line, following, marked=marked):
            group = line.text.strip("* ").rstrip(":")
            draft.qualifications.setdefault(group, {})
        else:
            draft.qualifications.setdefault(group, {})[line.text] = None


def _is_group(line: Line, following: Line | None, *, marked: bool) -> bool:
    if line.kind is LineKind.HEADING:
        return True
    if line.kind is not LineKind.TEXT or len(line.text) > _LONGEST_LABEL:
        return False
    if line.text.endswith(":") or _GROUP_NAME.fullmatch(line.text):
        return True
    if line.text[-1] in ".!?;," or following is None:
        return False
    if marked:
        return following.kind is LineKind.BULLET
    return following.kind is LineKind.TEXT and following.text.endswith(".")


def read_letter(section: Section, draft: Draft) -> None:
    """The letter as it stands, an empty line between paragraphs also where the page has none."""
    lines = draft.take_content(section.lines, dated=False)
    text = "\n\n".join(_paragraphs(lines))
    if not text:
        return
    if draft.letters:
        draft.other += [section.heading, text]
        return
    found = dict.fromkeys(placeholder.text for placeholder in find_placeholders(text))
    draft.letters.append(SampleLetter(text=text, placeholders=tuple(found)))


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    spaced = any(line.gap for line in lines[1:])
    paragraph: list[str] = []
    for line in lines:
        if paragraph and (line.gap or not spaced):
            yield "\n".join(paragraph)
            paragraph = []
        paragraph.append(_DOT.sub("- ", line.raw, count=1).strip())
    if paragraph:
        yield "\n".join(paragraph)


def read_questions(section: Section, draft: Draft) -> None:
    """Questions end in a question mark (or are headings); what follows answers them."""
    lines, rest = cut_after_questions(draft.take_content(section.lines))
    asked = [_is_question(line) for line in lines]
    if not any(asked) and len(lines) % 2 == 0:
        asked = [index % 2 == 0 for index in range(len(lines))]
    question = ""
    answer: list[str] = []
    for line, starts in zip(lines, asked, strict=True):
        if starts:
            _keep_answer(question, answer, draft)
            question, answer = _SPEAKER.sub("", line.text, count=1), []
        elif question:
            answer.append(_SPEAKER.sub("", line.text, count=1))
        else:
            draft.other.append(line.text)
    _keep_answer(question, answer, draft)
    draft.other += [line.text for line in rest]


def _is_question(line: Line) -> bool:
    return line.kind is LineKind.HEADING or line.text.endswith(("?", "？"))


def _keep_answer(question: str, answer: list[str], draft: Draft) -> None:
    if not question:
        return
    text = "\n\n".join(answer)
    draft.questions.append(Answer(question, text))
    draft.add_figures(figures_in_text(text, about_pay=False))


def read_section(section: Section, draft: Draft) -> None:
    """Reads a section into the parts of the draft that it is about."""
    readers = {
        Part.SUMMARY: read_summary,
        Part.GLANCE: read_glance,
        Part.DUTIES: read_duties,
        Part.OVERVIEW: read_overview,
        Part.QUALIFICATIONS: read_qualifications,
        Part.OUTLOOK: read_outlook,
        Part.SALARY: read_salary,
        Part.LETTER: read_letter,
        Part.QUESTIONS: read_questions,
        Part.RELATED: read_related,
    }
    readers.get(section.part, read_other)(section, draft)
