"""Whether a posting was met before: by its link, else by its company and role.

Company and role are compared loosely, since boards write both in their own way: "Acme Robotics,
Inc." is "ACME Robotics", "Sr. Software Developer (m/w/d)" is "Senior Software Engineer".
"""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from jobtracker.domain.links import marks_of, same_link
from jobtracker.domain.repeats import Repeat, Why, best_first, company_words, telling_parts
from jobtracker.domain.text import folded
from jobtracker.domain.titles import Title, read_title
from jobtracker.storage import repeats

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LONG_NAME = 8
"""Letters from which on one wrong letter in a company's name is taken for a slip."""
_LONG_WORD, _ALIKE = 5, 90
"""Words of titles this long are the same when they share so much, in percent: "Entwicklerin"."""
_VAGUE = (
    "administrator analyst assistant associate consultant coordinator developer director "
    "executive manager officer president representative specialist technician"
)
_COMMON = frozenset(_VAGUE.split())
"""Titles that say little without what follows: "Director, Finance"."""


def find(
    session: "Session", role: str, company: str, url: str, *, but: int | None = None
) -> tuple[Repeat, ...]:
    """The applications a posting may repeat, best first; `but` is left out.

    In two narrow statements, whatever the workspace holds.
    """
    there = set(_companies(session, company))
    found = repeats.candidates(session, there, marks_of(url))
    told = ((each, _why(each, role, url, there)) for each in found if each.id != but)
    return best_first(
        Repeat(each.id, each.company, each.role, each.stage, each.outcome, each.since, why)
        for each, why in told
        if why
    )


def _companies(session: "Session", name: str) -> Iterator[int]:
    """The companies that this name may mean."""
    words = company_words(name)
    for company, known in repeats.names_with(session, telling_parts(words)):
        if same_company(words, company_words(known)):
            yield company


def _why(each: repeats.Candidate, role: str, url: str, there: set[int]) -> Why | None:
    if any(same_link(url, link) for link in each.links if link):
        return "link"
    if each.company_id not in there:
        return None
    return "role" if similar_roles(role, each.role) else "company"


def same_company(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names, as `company_words` reads them, mean the same company: "Light House" is
    "Lighthouse", and one wrong letter in a long name is a slip. Figures are never slips.
    """
    whole, known = "".join(one), "".join(other)
    if whole == known:
        return bool(whole)
    shorter, longer = sorted((len(whole), len(known)))
    if shorter < LONG_NAME or _figures(whole) != _figures(known):
        return False
    # letters without a counterpart: two where one is changed, one where it is left out
    unmatched = round((1 - fuzz.ratio(whole, known) / 100) * (shorter + longer))
    return (longer - shorter, unmatched) in ((0, 2), (1, 1))


def _figures(text: str) -> list[str]:
    return [character for character in text if character.isdigit()]


def similar_roles(one: str, other: str) -> bool:
    """Whether two titles mean the same work at the same level.

    Their words have to be the same in any order. What one of them says behind a comma, dash or
    bracket (a team, a place) may be unsaid in the other.
    """
    if folded(one) == folded(other):
        return True
    mine, theirs = read_title(one), read_title(other)
    if (mine.level, mine.grade) != (theirs.level, theirs.grade):
        return False
    if not mine.words and not theirs.words:
        return bool(mine.level)
    if _same_words(mine.words, theirs.words):
        return True
    return _says_less(mine, theirs) or _says_less(theirs, mine)


def _says_less(brief: Title, full: Title) -> bool:
    if brief.rest or set(brief.head) <= _COMMON:
        return False
    return _same_words(brief.head, full.head)


def _same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not one or not other:
        return False
    if "".join(one) == "".join(other):  # "Softwareentwickler", "Software-Entwickler"
        return True
    left, right = Counter(one), Counter(other)
    mine, theirs = list((left - right).elements()), list((right - left).elements())
    if len(mine) != len(theirs):
        return False
    return all(_taken(word, theirs) for word in mine)


def _taken(word: str, among: list[str]) -> bool:
    """Take a word's like out of the others."""
    for other in among:
        if min(len(word), len(other)) >= _LONG_WORD and fuzz.ratio(word, other) >= _ALIKE:
            among.remove(other)
            return True
    return False
