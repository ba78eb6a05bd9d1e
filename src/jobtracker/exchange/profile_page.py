"""A role-profile page, as copied text or saved HTML, read into its parts.

The layouts differ in marks and empty lines, not in order: every page becomes lines, the lines
are cut into sections at headings, and each part reads its sections. See `profile_headings`
for the names of sections and `profile_sections` for what each part looks like.
"""

import re
from collections.abc import Sequence

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.exchange.html_text import HtmlPage, is_html, read_html
from jobtracker.exchange.page_lines import Line, LineKind, piped_cells, plain_lines
from jobtracker.exchange.profile_draft import Draft, updated_mark
from jobtracker.exchange.profile_headings import Part, sections_of
from jobtracker.exchange.profile_records import ProfilePage, SalaryFigure, to_json
from jobtracker.exchange.profile_salaries import figures_in_fact, whole_pay
from jobtracker.exchange.profile_sections import read_section

__all__ = ["MAX_CHARACTERS", "ProfilePage", "read_profile_page", "to_json"]

MAX_CHARACTERS = 2_000_000

_LONGEST_HEADLINE = 120
# a line is prose when it has this many words, or fewer but the end of a sentence
_FEWEST_WORDS = 12
_FEWEST_WORDS_ENDED = 4
_TRAIL = re.compile(r"\s+[>›»/|]\s*")
_TITLE_END = re.compile(r"\s+[|:–—-]\s+")


def read_profile_page(text: str) -> ProfilePage:
    """The profile on a page; text that is no profile gives a title and fills `other`.

    Raises UnreadableFileError for a text over MAX_CHARACTERS or without a line in it.
    """
    if len(text) > MAX_CHARACTERS:
        raise UnreadableFileError(
            f"The page has more than {MAX_CHARACTERS:,} characters; nothing was imported. "
            "Copy only the profile's text."
        )
    page = read_html(text) if is_html(text) else HtmlPage(plain_lines(text), "", "")
    if not page.lines:
        raise UnreadableFileError("The page has no text; nothing was imported. Choose another.")
    draft = Draft()
    preamble, *sections = sections_of(page.lines)
    _read_preamble(preamble.lines, draft, bare=not sections)
    for section in sections:
        if section.part is Part.RELATED:
            draft.category = draft.category or section.subject
        read_section(section, draft)
    draft.title = draft.title or _guessed_title(page)
    return draft.page(page.date)


def _read_preamble(lines: Sequence[Line], draft: Draft, *, bare: bool) -> None:
    """What stands before the first heading: category, title, last updated, summary.

    `bare` says that no heading follows: without a date mark either, the text is no profile.
    """
    lines = [_without_date(line, draft) for line in lines]
    before, after = _around_title(lines)
    marked = draft.updated_seen or any(
        updated_mark(line) is not None for line in lines if not line.aside
    )
    headed = any(line.level == 1 for line in before[-1:])
    if bare and not marked and not headed:
        draft.other += [line.text for line in lines]
        return
    if before:
        draft.title = before[-1].text
        above = draft.take_content(list(before[:-1]))
        if above and _is_headline(above[-1]) and (marked or headed or len(above) == 1):
            draft.category = _last_step(above[-1])
            if draft.category == above[-1].text:
                above.pop()
        draft.other += [line.text for line in above]
    for line in draft.take_content(list(after)):
        if figures := _stated_pay(line):
            draft.add_figures(figures)
        else:
            (draft.summary if _is_prose(line) else draft.other).append(line.text)


def _without_date(line: Line, draft: Draft) -> Line:
    """A line such as "Guides | Technology | Last reviewed 3 Mar 2025" without its date."""
    parts = piped_cells(line)
    for part in parts:
        when = updated_mark(line._replace(text=part))
        if when and not draft.updated_seen:
            draft.updated_seen, draft.updated_text = True, when
            return line._replace(text=" | ".join(each for each in parts if each != part))
    return line


def _stated_pay(line: Line) -> list[SalaryFigure]:
    """The figures of a line that is no more than a label of pay and an amount."""
    label, mark, value = line.text.partition(":")
    if not mark or whole_pay(value.strip()) is None:
        return []
    return figures_in_fact(label, value.strip())


def _around_title(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """The lines up to the title, and those after it.

    The title is the page's own heading, else the line above "Last updated", else the last of
    the short lines that a page begins with.
    """
    top = next((i for i, line in enumerate(lines) if line.level == 1 and not line.aside), None)
    if top is None:
        marks = (i for i, line in enumerate(lines) if updated_mark(line) is not None)
        mark = next(marks, 0)
        top = mark - 1 if mark and _is_headline(lines[mark - 1]) else None
    if top is None:
        top = _top_headline(lines)
    return lines[: top + 1], lines[top + 1 :]


def _top_headline(lines: Sequence[Line]) -> int:
    """The last of the short lines on top, if there are more that the text below speaks of."""
    count = next((i for i, line in enumerate(lines) if not _is_headline(line)), len(lines))
    below = "\n".join(line.text for line in lines[count:]).casefold()
    named = [i for i in range(count) if lines[i].text.casefold() in below]
    return named[-1] if named else count - 1


def _is_headline(line: Line) -> bool:
    if line.aside or line.kind in {LineKind.BULLET, LineKind.ROW} or _stated_pay(line):
        return False
    return len(line.text) <= _LONGEST_HEADLINE and not _is_prose(line)


def _is_prose(line: Line) -> bool:
    words = line.text.split()
    ends = line.text.endswith((".", "!", "?", ":", "…", "”", '"', ")"))
    return len(words) >= _FEWEST_WORDS or (ends and len(words) >= _FEWEST_WORDS_ENDED)


def _last_step(line: Line) -> str:
    """The last step of a trail such as "Home > Occupations > Design >", or the line itself."""
    steps = [step.strip() for step in _TRAIL.split(f"{line.text} ") if step.strip()]
    return steps[-1] if steps else line.text


def _guessed_title(page: HtmlPage) -> str:
    if page.title:
        return _TITLE_END.split(page.title)[0].strip()
    headline = next((line for line in page.lines if _is_headline(line)), page.lines[0])
    title = headline.text
    return title if len(title) <= _LONGEST_HEADLINE else f"{title[: _LONGEST_HEADLINE - 1]}…"
