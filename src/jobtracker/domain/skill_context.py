"""Whether a name that was met is meant as the skill: "Go" and "go", "at Oracle" and "in Oracle"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from jobtracker.domain.employer_names import employer_names
from jobtracker.domain.skill_tokens import Tokens
from jobtracker.domain.skills import Care, Skill
from jobtracker.domain.text import words_of

_BESIDE = re.compile(r"[\s]*(?:[,;/|+•·()]|&|\band\b|\bor\b|\bplus\b|[\s])*[\s]*")
_BREAK = re.compile(r"\n\s*\n|\n(?!\s)")
_ALONE_BEFORE = re.compile(r"(?:^|[\n,;:(/|•·●▪*+–—-]|\b(?:and|or))[ \t\xa0\"“]*$")
_ALONE_AFTER = re.compile(r"[ \t\xa0\"”]*(?:$|[\n,;:)/|•·.–—(]|(?:and|or)\b)")
_SPEAKS_BEFORE = words_of(
    "experience experienced knowledge proficient proficiency using use with know knows learn"
    " learning skills skilled expert expertise familiar familiarity fluent programming coding"
    " code written advanced basic microsoft ms competent competency understanding background"
    " qualification qualified degree training software strong stack in like including"
)
_SPEAKS_AFTER = words_of(
    "developer developers engineer engineers programmer programmers programming language code"
    " services microservices skills experience codebase development framework spreadsheets"
    " formulas applications apis api scripts libraries knowledge required preferred desirable"
    " developing or ecosystem certification certified administration administrator backend"
)
_LANGUAGE = words_of(
    "fluent fluency fluently speak speaking speaker speakers spoken written bilingual language"
    " languages native proficiency conversational a1 a2 b1 b2 c1 c2 plus command skills advanced"
    " required preferred asset advantage desirable helpful mandatory verbal mother trilingual"
    " working knowledge essential welcome good excellent perfect translator translate translation"
)
_NOT_SPOKEN = words_of(
    "breakfast engineering car cars beer bread style clients based"
    " cuisine food restaurant restaurants market markets pastries wine wines company companies"
    " customers history literature studies learner learners law team office department fries"
)
_CLAUSE_MARKS = ",.;\n"
_LIST_ENDS = re.compile(r"[ \t\xa0]*(?:$|[\n.;,)])")
_LINE_OPENS = re.compile(r"[ \t\xa0]*(?:[•·●▪◦*–—+-][ \t\xa0]+)?")
_LINE_ENDS = re.compile(r"[ \t\xa0]*[.;]?[ \t\xa0]*(?:$|\n)")
_WINDOW = 4
_FAR = 200
"""Characters of a clause to either side of a language that are looked at."""
_ENDLESS = 1 << 60
_GAP = 12
"""Characters between two items of one list, and items that are looked at."""
_AT = words_of("at join joining about why inside @")
_GOOD = words_of("good great skilled adept expert proficient excellent strong better competent")
_COMPANY_NEXT = words_of(
    "inc corp corporation llc ltd gmbh ag se plc has was offers believes provides employees careers"
    " values hires culture headquarters does will"
)
_IS = words_of(
    "preferred required desirable desired helpful nice essential needed useful not optional plus"
    " bonus must advantage asset used welcome"
)
_LEGAL = re.compile(r",?\s+(?:inc|llc|ltd|gmbh|ag|se|plc|corp|co|llp)\.?$", re.IGNORECASE)
_MOST_FIRMS = 20
"""Firms that a posting may name."""
_STREET = words_of("street st avenue ave road rd lane drive blvd boulevard court")
_ATTACHED = words_of("based like first heavy only related")


class Rule(NamedTuple):
    """What is asked of one name before it counts."""

    cased: bool = False
    care: Care | None = None
    spoken: bool = False
    maker: bool = False

    def written(self, name: str, surface: str) -> bool:
        """Whether the words are written as this name has to be; a plural may follow. A language
        may stand in capitals, as all words around it may.
        """
        if self.spoken and surface.isupper():
            return True
        return not self.cased or surface.startswith(name)


class Candidate(NamedTuple):
    """A name from the word `first` to the word `last`."""

    skill: Skill
    first: int
    last: int
    rule: Rule


class Company(NamedTuple):
    """Where an employer's name stands in a text."""

    spans: tuple[tuple[int, int], ...] = ()

    @classmethod
    def named(cls, name: str, text: str) -> "Company":
        """Where the employer's name stands, and those of firms that the text itself tells."""
        core = _LEGAL.sub("", name.strip())
        patterns = [re.escape(firm) for firm in islice(employer_names(text), _MOST_FIRMS)]
        if len(core) > 1:
            patterns.append(f"(?i:{re.escape(core)})")
        if not patterns:
            return cls()
        whole = re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)")
        return cls(tuple(found.span() for found in whole.finditer(text)))

    def holds(self, start: int, end: int) -> bool:
        nearest = bisect_right(self.spans, (start, _ENDLESS)) - 1
        return nearest >= 0 and end <= self.spans[nearest][1]


def kept(words: Tokens, found: Sequence[Candidate], employer: Company) -> Iterator[Candidate]:
    """Those of the candidates that are meant as skills."""
    for index, one in enumerate(found):
        start, end = words.starts[one.first], words.ends[one.last]
        if employer.holds(start, end) or _in_street(words, one):
            continue
        if one.rule.maker and _is_employer(words, one):
            continue
        if one.rule.spoken and not _is_spoken(words, found, index):
            continue
        if one.rule.care is None or _is_meant(words, one, found, index):
            yield one


def _in_street(words: Tokens, one: Candidate) -> bool:
    number = words.key(one.first - 1)
    return number.isdigit() and words.key(one.last + 1) in _STREET


def _is_employer(words: Tokens, one: Candidate) -> bool:
    before, after = words.key(one.first - 1), words.key(one.last + 1)
    if before == "at" and words.key(one.first - 2) in _GOOD:
        return False
    if before in _AT and not _apart(words, one.first):
        return True
    if _is_possessive(words, one):
        return True
    if _apart(words, one.last + 1):
        return False
    if after == "is":
        return not any(words.key(one.last + step) in _IS for step in (2, 3, 4, 5))
    return after in _COMPANY_NEXT


def _is_possessive(words: Tokens, one: Candidate) -> bool:
    return words.surface(one.first, one.last).endswith(("'s", "’s"))


def _apart(words: Tokens, index: int) -> bool:
    """Whether a mark or a line's end stands between a word and the one before it."""
    if not 0 < index < len(words.keys):
        return True
    between = words.text[words.ends[index - 1] : words.starts[index]]
    return bool(between.strip(" \t\xa0")) or "\n" in between


def _is_spoken(words: Tokens, found: Sequence[Candidate], index: int) -> bool:
    """Whether a language is asked for: it, or one it is listed with, is beside words about
    speaking.
    """
    group = [index]
    for step in (-1, 1):
        place = index + step
        while 0 <= place < len(found) and found[place].rule.spoken and len(group) <= _GAP:
            near, far = sorted((place, place - step))
            if not _beside(
                words.text, words.ends[found[near].last], words.starts[found[far].first]
            ):
                break
            group.append(place)
            place += step
    return (
        any(_is_spoken_of(words, found[place]) for place in group)
        or _ends_a_list(words, found, min(group), max(group))
        or _is_a_line(words, found, min(group), max(group))
    )


def _ends_a_list(words: Tokens, found: Sequence[Candidate], first: int, last: int) -> bool:
    """Whether languages stand at the end of a list of skills: "Docker, Terraform, German"."""
    if first == 0 or not _beside(
        words.text, words.ends[found[first - 1].last], words.starts[found[first].first]
    ):
        return False
    return bool(_LIST_ENDS.match(words.text, words.ends[found[last].last]))


def _is_a_line(words: Tokens, found: Sequence[Candidate], first: int, last: int) -> bool:
    """Whether languages are a line of their own, several or behind a bullet; the bare name of one
    may be what a page offers to switch to.
    """
    start, end = words.starts[found[first].first], words.ends[found[last].last]
    least = max(0, start - _GAP)
    line = words.text.rfind("\n", least, start)
    opening = words.text[max(line + 1, least) : start]
    whole = (line >= 0 or least == 0) and _LINE_OPENS.fullmatch(opening)
    ends = _LINE_ENDS.match(words.text, end)
    return bool(whole and ends and (last > first or opening.strip()))


def _is_spoken_of(words: Tokens, one: Candidate) -> bool:
    if words.key(one.last + 1) in _NOT_SPOKEN and not _apart(words, one.last + 1):
        return False
    text, start, end = words.text, words.starts[one.first], words.ends[one.last]
    left = max(text.rfind(mark, max(0, start - _FAR), start) for mark in _CLAUSE_MARKS)
    ends = (text.find(mark, end, end + _FAR) for mark in _CLAUSE_MARKS)
    right = min((place for place in ends if place >= 0), default=end + _FAR)
    near = range(max(one.first - _WINDOW, 0), min(one.last + _WINDOW + 1, len(words.keys)))
    return any(
        words.keys[place] in _LANGUAGE
        for place in near
        if left < words.starts[place] and words.ends[place] <= right
    )


def _is_meant(words: Tokens, one: Candidate, found: Sequence[Candidate], index: int) -> bool:
    care = one.rule.care or Care()
    before, after = words.key(one.first - 1), words.key(one.last + 1)
    close_before = "" if _apart_line(words, one.first) else before
    close_after = "" if _apart(words, one.last + 1) else after
    if close_before in care.not_before or _hangs_on(words, one) or _is_possessive(words, one):
        return False
    if close_after:
        if close_after in care.not_next:
            return False
        if close_after in care.next or close_after in _SPEAKS_AFTER:
            return True
    return care.anywhere or _stands_out(words, one, found, index)


def _apart_line(words: Tokens, index: int) -> bool:
    return index < 1 or "\n" in words.text[words.ends[index - 1] : words.starts[index]]


def _hangs_on(words: Tokens, one: Candidate) -> bool:
    """Whether the name is a part of a compound: "C-suite", "go-to"; not "Go-based"."""
    start, end = words.starts[one.first], words.ends[one.last]
    text = words.text
    if text[start - 1 : start] == "-" and text[start - 2 : start - 1].isalnum():
        return True
    hyphen = text[end : end + 1] == "-" and text[end + 1 : end + 2].isalnum()
    return hyphen and words.key(one.last + 1) not in _ATTACHED


def _stands_out(words: Tokens, one: Candidate, found: Sequence[Candidate], index: int) -> bool:
    """Beside another skill, as an item of its own, or after words that speak of skill."""
    start, end = words.starts[one.first], words.ends[one.last]
    text = words.text
    if index and _beside(text, words.ends[found[index - 1].last], start):
        return True
    if index + 1 < len(found) and _beside(text, end, words.starts[found[index + 1].first]):
        return True
    line = max(text.rfind("\n", max(0, start - _GAP), start) + 1, start - _GAP)
    if _ALONE_BEFORE.search(text[line:start]) and _ALONE_AFTER.match(text, end):
        return True
    return any(
        words.key(one.first - step) in _SPEAKS_BEFORE
        for step in (1, 2, 3)
        if one.first >= step and "." not in text[words.ends[one.first - step] : start]
    )


def _beside(text: str, end: int, start: int) -> bool:
    """Whether nothing but a comma, a slash, "and" or the like stands between two names."""
    gap = text[end:start]
    return len(gap) <= _GAP and "\n" not in gap and bool(_BESIDE.fullmatch(gap))
