"""Finding the names of skills in a text, in one pass over its words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from jobtracker.domain.skill_context import Candidate, Company, Rule, kept
from jobtracker.domain.skill_tokens import IN_ADDRESS, Tokens, singular, tokens
from jobtracker.domain.skills import OWN_WORDS, SPOKEN, Care, Found, Skill, SkillList
from jobtracker.domain.text import words_of

LONGEST_NAME = 8
"""Words a name may have; what a profile says at greater length is searched, not looked for."""
_ACRONYM = 4
_HALF = 0.5
_UNSAYING = words_of("software skills and of the for")


class _Name(NamedTuple):
    skill: Skill
    written: str
    rule: Rule


class Lexicon:
    """The names of skills by their first words.

    `extended` adds the names of one profile or person for one match and shares all others.
    """

    def __init__(
        self,
        names: Mapping[str, tuple[_Name, ...]],
        lengths: Mapping[str, int],
        skills: Mapping[str, Skill],
    ) -> None:
        self._names = names
        self._lengths = lengths
        self.skills = skills
        """The skills by name."""

    @classmethod
    def of(cls, known: SkillList) -> "Lexicon":
        names: dict[str, tuple[_Name, ...]] = {}
        lengths: dict[str, int] = {}
        for skill in known.skills:
            for written in (skill.name, *skill.aliases):
                _add(names, lengths, _Name(skill, written, _rule(known, skill, written)))
        return cls(names, lengths, {skill.name: skill for skill in known.skills})

    def extended(self, items: Iterable[str]) -> "Lexicon":
        """This lexicon with those items as skills of their own that it does not name already."""
        names, lengths = dict(self._names), dict(self._lengths)
        skills = dict(self.skills)
        for item in items:
            words = tokens(item)
            if 0 < len(words.keys) <= LONGEST_NAME and not self._covers(words):
                skill = Skill(item.strip(), OWN_WORDS)
                skills.setdefault(skill.name, skill)
                _add(
                    names, lengths, _Name(skill, skill.name, Rule(cased=len(skill.name) < _ACRONYM))
                )
        return Lexicon(names, lengths, skills)

    def find(self, text: str, company: str = "") -> list[Found]:
        """The skills that a text names, longest names first, none within another.

        `company` is the employer's name, which is no skill of whoever works there.
        """
        words = tokens(text)
        found = list(self._candidates(words))
        employer = Company.named(company, text)
        return [
            Found(one.skill, words.starts[one.first], words.ends[one.last])
            for one in kept(words, found, employer)
        ]

    def implied(self, name: str) -> Iterator[str]:
        """The names of all skills that one implies, nearest first."""
        seen, waiting = {name}, [name]
        for each in waiting:
            skill = self.skills.get(each)
            for other in skill.implies if skill else ():
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
                    yield other

    def _covers(self, words: Tokens) -> bool:
        """Whether the names known already say more than half of these words; versions and the
        like do not count.
        """
        said = sum(one.last - one.first + 1 for one in self._candidates(words))
        all_words = sum(key not in _UNSAYING and not key[0].isdigit() for key in words.keys)
        return said > _HALF * all_words

    def _candidates(self, words: Tokens) -> Iterator[Candidate]:
        index, end = 0, len(words.keys)
        while index < end:
            most = self._lengths.get(words.keys[index], 0)
            if not most and (single := singular(words.keys[index])):
                most = self._lengths.get(single, 0) and 1
            found = self._longest(words, index, most) if most else None
            if found is None:
                index += 1
            else:
                yield found
                index = found.last + 1

    def _longest(self, words: Tokens, first: int, most: int) -> Candidate | None:
        last = first
        while last + 1 < min(first + most, len(words.keys)) and words.joined(last + 1):
            last += 1
        for until in range(last, first - 1, -1):
            key = " ".join(words.keys[first : until + 1])
            names = self._names.get(key) or self._names.get(singular(key), ())
            surface = words.surface(first, until)
            for name in names:
                if name.rule.written(name.written, surface):
                    return Candidate(name.skill, first, until, name.rule)
        return None


def _add(names: dict[str, tuple[_Name, ...]], lengths: dict[str, int], name: _Name) -> None:
    words = tokens(name.written).keys
    if not words or IN_ADDRESS in words:
        return
    key = " ".join(words)
    names[key] = (*names.get(key, ()), name)
    lengths[words[0]] = max(lengths.get(words[0], 0), len(words))


def _rule(known: SkillList, skill: Skill, written: str) -> Rule:
    exact: Care | None = known.careful.get(written)
    care = exact or known.careful.get(written.casefold())
    letters = [c for c in written if c.isalpha()]
    acronym = len(letters) <= _ACRONYM and written.isalnum() and written.isupper()
    strict = written in known.cased or (acronym and written.casefold() not in known.any_case)
    return Rule(
        cased=strict or skill.topic == SPOKEN or (exact is not None and written[:1].isupper()),
        care=care,
        spoken=skill.topic == SPOKEN,
        maker=written in known.makers,
    )


def names_of(found: Sequence[Found]) -> list[str]:
    """The names of what was found, each once, in order."""
    return list(dict.fromkeys(one.skill.name for one in found))
