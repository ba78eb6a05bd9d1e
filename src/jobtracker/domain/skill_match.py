"""A posting held against role profiles and against the person: have, missing, not asked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from jobtracker.domain.requirements import MENTIONED, NICE, NOT_NEEDED, REQUIRED, Asked, asked
from jobtracker.domain.skill_lexicon import Lexicon
from jobtracker.domain.skills import OWN_WORDS, Words

HAVE = "have"
MISSING = "missing"
NOT_ASKED = "not asked"

POSTING = "posting"
PROFILE = "profile"
ME = "me"

_STATES = (MISSING, HAVE, NOT_ASKED)
_WEIGHTS = (REQUIRED, NICE, MENTIONED, NOT_NEEDED, "")


class Source(NamedTuple):
    """A text that words were found in. `side` is "posting", "profile" or "me"; `label` says
    what it is: "Skills of Registered Nurse", "My skills".

    Of one that is a `name` the whole text is a skill, whether or not the lexicon knows it.
    """

    key: str
    side: str
    label: str
    text: str
    is_name: bool = False


class SkillRow(NamedTuple):
    """One skill with the words of each side that name it, in the order they stand there.

    `weight` is how much the posting asks for it: "required", "nice to have", "mentioned",
    "not needed" (it says so), "" where it is silent. `years` are the posting's own words about
    how long. `implied_by` names the skill of mine that includes this one where I say no more
    than that; `me` then holds its words.
    """

    skill: str
    topic: str
    posting: tuple[Words, ...]
    profile: tuple[Words, ...]
    me: tuple[Words, ...]
    state: str
    weight: str = ""
    years: tuple[Words, ...] = ()
    implied_by: str = ""


class SkillMatch(NamedTuple):
    """The rows: what is missing first, then what I have, then what is not asked; of each what
    weighs most first, then as it stands in the texts.

    Without a posting's text the profiles ask. `sources` are the texts by their keys: of all
    words, `sources[words.source].text[words.start : words.end] == words.text`.
    """

    rows: tuple[SkillRow, ...] = ()
    sources: Mapping[str, Source] = {}
    has_posting: bool = False

    def count(self, state: str, weight: str = "") -> int:
        """How many rows are in a state, of one weight or of any."""
        return sum(row.state == state and weight in ("", row.weight) for row in self.rows)

    @property
    def have(self) -> int:
        return self.count(HAVE)

    @property
    def asked(self) -> int:
        """How many are asked for: those I have and those that are missing."""
        return self.have + self.count(MISSING)


class _Named(NamedTuple):
    """The words of all sides by the names of skills."""

    posting: Mapping[str, list[Words]]
    weights: Mapping[str, set[str]]
    years: Mapping[str, list[Words]]
    profile: Mapping[str, list[Words]]
    me: Mapping[str, list[Words]]


def match(lexicon: Lexicon, sources: Sequence[Source], company: str = "") -> SkillMatch:
    """Hold the texts against each other. `company` is the posting's employer, whose name is no
    skill.
    """
    known = lexicon.extended(source.text for source in sources if source.is_name)
    sides: dict[str, defaultdict[str, list[Words]]] = {
        side: defaultdict(list) for side in (POSTING, PROFILE, ME)
    }
    weights: defaultdict[str, set[str]] = defaultdict(set)
    years: defaultdict[str, list[Words]] = defaultdict(list)
    for source in sources:
        if source.side != POSTING:
            for name, words in _words(known, source):
                sides[source.side][name].append(words)
            continue
        for one in asked(source.text, known.find(source.text, company)):
            name = one.skill.name
            sides[POSTING][name].append(_stretch(source, one.start, one.end))
            weights[name].add(one.weight)
            years[name] += _years(source, one)
    named = _Named(sides[POSTING], weights, years, sides[PROFILE], sides[ME])
    has_posting = any(source.side == POSTING and source.text.strip() for source in sources)
    rows = _rows(known, named, has_posting=has_posting)
    return SkillMatch(tuple(rows), {source.key: source for source in sources}, has_posting)


def _words(known: Lexicon, source: Source) -> Iterator[tuple[str, Words]]:
    found = known.find(source.text)
    yield from ((one.skill.name, _stretch(source, one.start, one.end)) for one in found)
    if source.is_name and not found and source.text.strip():
        name = source.text.strip()
        start = source.text.index(name)
        yield name, _stretch(source, start, start + len(name))


def _stretch(source: Source, start: int, end: int) -> Words:
    return Words(source.text[start:end], start, end, source.key)


def _years(source: Source, one: Asked) -> Iterator[Words]:
    if one.years is not None:
        yield _stretch(source, *one.years)


def _rows(known: Lexicon, named: _Named, *, has_posting: bool) -> list[SkillRow]:
    granted = _granted(known, named.me)
    names = dict.fromkeys((*named.posting, *named.profile, *named.me))
    rows = [_row(known, named, granted, name, has_posting=has_posting) for name in names]
    return sorted(rows, key=lambda row: (_STATES.index(row.state), _WEIGHTS.index(row.weight)))


def _granted(known: Lexicon, mine: Iterable[str]) -> dict[str, str]:
    """What my skills imply, each with the one that does."""
    granted: dict[str, str] = {}
    for name in mine:
        for other in known.implied(name):
            granted.setdefault(other, name)
    return granted


def _row(
    known: Lexicon, named: _Named, granted: Mapping[str, str], name: str, *, has_posting: bool
) -> SkillRow:
    weight = next((each for each in _WEIGHTS if each in named.weights.get(name, ())), "")
    if weight == MENTIONED and NOT_NEEDED in named.weights[name]:
        weight = NOT_NEEDED
    mine = named.me.get(name, [])
    implied_by = "" if mine else granted.get(name, "")
    is_asked = weight not in ("", NOT_NEEDED) if has_posting else name in named.profile
    has = bool(mine or implied_by)
    skill = known.skills.get(name)
    return SkillRow(
        name,
        skill.topic if skill else OWN_WORDS,
        tuple(named.posting.get(name, ())),
        tuple(named.profile.get(name, ())),
        tuple(mine or named.me.get(implied_by, ())),
        NOT_ASKED if not is_asked else HAVE if has else MISSING,
        weight,
        tuple(named.years.get(name, ())),
        implied_by,
    )
