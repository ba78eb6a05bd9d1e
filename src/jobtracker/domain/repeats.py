"""An application that a new posting may repeat, and the words of companies to find it by."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from jobtracker.domain.names import words_of_name
from jobtracker.domain.stages import Outcome, Stage

Why: TypeAlias = Literal["link", "role", "company"]
"""The same link; the same company and a similar role; another application there."""

_ORDER: tuple[Why, ...] = ("link", "role", "company")
_PART = 4
"""Letters of either end of a name that a quick search looks for."""
_INITIALS = re.compile(r"\b(\w)\.\s*(?=\w\b)")
"""Of "e. V." and "S. A. S."."""
_FORMS = "co eg eurl ev gbr ggmbh kgaa pbc sasu sca scop ug"
_OF_A_GROUP = (
    "austria deutschland europe france germany group groupe gruppe holding holdings "
    "international osterreich schweiz suisse switzerland uk us usa"
)
_TAIL = frozenset(f"{_FORMS} {_OF_A_GROUP}".split())
"""Behind a name: legal forms beyond those of `names`, and what a group adds in a country."""


class Repeat(NamedTuple):
    """An application as the warning names it; `since` is the day of its stage."""

    application_id: int
    company: str
    role: str
    stage: Stage
    outcome: Outcome | None
    since: date
    why: Why


def best_first(repeats: Iterable[Repeat]) -> tuple[Repeat, ...]:
    """The surest reason first, within one the newest application."""
    return tuple(sorted(repeats, key=lambda r: (_ORDER.index(r.why), -r.application_id)))


def company_words(name: str) -> tuple[str, ...]:
    """What names a company: no legal form, no country or "Group" behind it."""
    words = words_of_name(_INITIALS.sub(r"\1", name).replace(".", ""))
    while len(words) > 1 and words[-1] in _TAIL:
        words = words_of_name(" ".join(words[:-1]))
    return words


def telling_parts(words: tuple[str, ...]) -> tuple[str, ...]:
    """Parts of a company's words of which every way to write its name holds at least one: one
    wrong letter spoils an end of a long name, not both.
    """
    if not words:
        return ()
    ends = {words[0][:_PART], words[-1][-_PART:]}
    telling = {end for end in ends if len(end) >= _PART - 1}
    return tuple(sorted(telling or ends))
