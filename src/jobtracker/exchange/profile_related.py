"""Related roles: a title, what it pays and a sentence about it, however the page lays them out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jobtracker.domain.pay import Pay
from jobtracker.domain.pay_text import find_pay
from jobtracker.exchange.page_lines import Line, LineKind
from jobtracker.exchange.profile_draft import Draft
from jobtracker.exchange.profile_headings import Section
from jobtracker.exchange.profile_records import RelatedRoleEntry
from jobtracker.exchange.profile_salaries import pay_of_cell, whole_pay
from jobtracker.exchange.profile_tail import cut_after_roles

_LONGEST_TITLE = 120
_LONGEST_LINE = 200
_MOST_TITLE_WORDS = 6
_LONGEST_SMALL_WORD = 3
_MARK = r"[-–—:·|(]"
_TITLE_BEFORE_PAY = re.compile(rf".*[^.!?]\s*{_MARK}\s*")
_ABOUT_BEHIND_PAY = re.compile(r"\)?\s*[-–—:·|,]\s*(?P<about>\S.*)")


@dataclass
class _Entry:
    title: str
    pay: Pay | None = None
    text: str = ""
    about: list[str] = field(default_factory=list)


def read_related(section: Section, draft: Draft) -> None:
    """Layouts met: title, pay and description on lines of their own; the title with its pay
    glued on ("Drafter$57K–$83K") above the description; all three on one line; a table with
    a row for each role.
    """
    lines, rest = cut_after_roles(draft.take_content(section.lines))
    _read_roles(lines, draft)
    draft.other += [line.text for line in rest]


def _read_roles(lines: Sequence[Line], draft: Draft) -> None:
    if all(_is_bare_title(line) for line in lines):
        draft.related += [RelatedRoleEntry(title=line.text) for line in lines]
        return
    entries: list[_Entry] = []
    head: Sequence[str] = ()
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        if line.kind is LineKind.ROW:
            head = _read_row(line, head, entries)
        elif not _read_line(line, following, entries):
            draft.other.append(line.text)
    if head:
        draft.other.append(" · ".join(head))
    draft.related += [
        RelatedRoleEntry(
            title=entry.title, pay=entry.pay, text=entry.text, description="\n".join(entry.about)
        )
        for entry in entries
    ]


def _is_bare_title(line: Line) -> bool:
    """A line of a list that names roles and says nothing of them."""
    short = len(line.text) <= _LONGEST_TITLE and line.kind is not LineKind.ROW
    return short and line.text[-1] not in ".!?:" and not any(map(str.isdigit, line.text))


def _read_line(line: Line, following: Line | None, entries: list[_Entry]) -> bool:
    """Whether the line found its place in an entry."""
    current = entries[-1] if entries else None
    pay = whole_pay(line.text)
    if pay:
        if current is None or current.pay or current.about:
            return False
        current.pay, current.text = pay, line.text
    elif glued := _title_and_pay(line.text):
        entries.append(glued)
    elif _is_title(line, following, current):
        entries.append(_Entry(line.text))
    elif current:
        current.about.append(line.text)
    else:
        return False
    return True


def _title_and_pay(text: str) -> _Entry | None:
    if len(text) > _LONGEST_LINE or not any(char.isdigit() for char in text):
        return None
    mentions = find_pay(text)
    if not mentions:
        return None
    before, behind = text[: mentions[0].start], text[mentions[-1].end :]
    about = _ABOUT_BEHIND_PAY.fullmatch(behind) if _TITLE_BEFORE_PAY.fullmatch(before) else None
    if behind.strip(" )") and about is None:
        return None
    title = before.rstrip(" -–—:·|(")
    if not title:
        return None
    pay_text = text[mentions[0].start : mentions[-1].end if about else None].rstrip(")")
    return _Entry(title, mentions[0].pay, pay_text, [about["about"]] if about else [])


def _is_title(line: Line, following: Line | None, current: _Entry | None) -> bool:
    if len(line.text) > _LONGEST_TITLE or following is None:
        return _is_in_title_case(line)
    if whole_pay(following.text) or _is_in_title_case(line):
        return True
    if line.text[-1] in ".!?:":
        return False
    if line.kind in {LineKind.BULLET, LineKind.HEADING}:
        return True
    complete = current is None or bool(current.about)
    return complete and following.text.endswith((".", "!"))


def _is_in_title_case(line: Line) -> bool:
    """A short line such as "Database Administrator" or "Head of Data", and no sentence."""
    words = line.text.split()
    return (
        line.kind is LineKind.TEXT
        and _is_bare_title(line)
        and len(words) <= _MOST_TITLE_WORDS
        and words[0][0].isupper()
        and all(word[0].isupper() for word in words if len(word) > _LONGEST_SMALL_WORD)
    )


def _read_row(line: Line, head: Sequence[str], entries: list[_Entry]) -> Sequence[str]:
    """Adds the row's role and gives back the table's head, which is its first row without pay."""
    cells = line.cells
    pays = [pay_of_cell(cell, "", "") for cell in cells]
    if not head and not any(pays):
        return cells
    entry = _Entry(cells[0])
    aligned = len(head) == len(cells)
    longest = max(cells[1:], key=len)
    for index in range(1, len(cells)):
        if pays[index] and not entry.pay:
            entry.pay, entry.text = pays[index], cells[index]
        elif cells[index] == longest or not aligned:
            entry.about.insert(0, cells[index])
        else:
            entry.about.append(f"{head[index]}: {cells[index]}")
    entries.append(entry)
    return head
