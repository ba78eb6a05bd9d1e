"""Where a page's questions or related roles end at a heading of plain text we do not know.

Such pages go on with contacts or courses below a line that nothing marks as a heading. What is
cut off belongs to no part of the profile.
"""

import re
from collections.abc import Sequence

from jobtracker.exchange.page_lines import Line, LineKind
from jobtracker.exchange.profile_salaries import whole_pay

_LONGEST_HEADING = 60
_SENTENCE_ENDS = (".", "!", "?", "…")
_OPENER = re.compile(
    r"(?:how|where|when) to\b.*|why\b.*|next steps.*|get(?:ting)? (?:in touch|started|certified).*"
    r"|contacts?(?: (?:us|details|information))?|useful (?:links|contacts|websites).*"
    r"|find out more.*|professional bod(?:y|ies).*|about this (?:page|guide|site).*",
    re.IGNORECASE,
)


def cut_after_questions(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """The questions with their answers, and what follows the last answer.

    A short line without a sentence's end is a heading there if prose or a list follows it.
    """
    asked = [index for index, line in enumerate(lines) if line.text.endswith("?")]
    start = asked[-1] + 2 if asked else len(lines)
    for index in range(start, len(lines)):
        ended = lines[index - 1].text.endswith(_SENTENCE_ENDS)
        if _names_section(lines[index]) or (ended and _stands_over_prose(lines, index)):
            return lines[:index], lines[index:]
    return lines, ()


def cut_after_roles(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """The related roles, and what follows them; in a list all in capitals these say nothing."""
    shouted = any(line.text.isupper() and _is_short(line) for line in lines[:1])
    for index in range(1, len(lines)):
        line = lines[index]
        is_paid = any(whole_pay(following.text) for following in lines[index + 1 : index + 2])
        if _names_section(line) and not is_paid and not (shouted and line.text.isupper()):
            return lines[:index], lines[index:]
    return lines, ()


def _names_section(line: Line) -> bool:
    if not _is_short(line):
        return False
    shouted = line.text.isupper() and len(line.text.split()[0]) > len("CEO")
    return shouted or _OPENER.fullmatch(line.text) is not None


def _stands_over_prose(lines: Sequence[Line], index: int) -> bool:
    if index + 1 == len(lines) or not _is_short(lines[index]):
        return False
    following = lines[index + 1]
    is_prose = following.text.endswith(_SENTENCE_ENDS) or len(following.text) > _LONGEST_HEADING
    return lines[index].text[0].isupper() and (is_prose or following.kind is LineKind.BULLET)


def _is_short(line: Line) -> bool:
    text = line.text
    return (
        line.kind is LineKind.TEXT
        and len(text) <= _LONGEST_HEADING
        and text[-1] not in ".!?…:;,"
        and not any(map(str.isdigit, text))
    )
