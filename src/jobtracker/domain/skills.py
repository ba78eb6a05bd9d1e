"""Skills by their names: the entries of a lexicon, and words with where they stand."""

from collections.abc import Mapping
from typing import NamedTuple

SPOKEN = "spoken language"
"""The topic of the languages people speak: "French" alone may be fries or a wine."""
OWN_WORDS = "own words"
"""The topic of a skill that a profile or the person names and the lexicon does not."""


class Words(NamedTuple):
    """`text` stands at [start:end] of the text of the source whose key is `source`."""

    text: str
    start: int
    end: int
    source: str


class Skill(NamedTuple):
    """One skill of the lexicon.

    `aliases` are its other names, `implies` the names of the skills that whoever has this one
    has too, all the way: "Next.js" has "React" and so "JavaScript".
    """

    name: str
    topic: str
    aliases: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()


class Care(NamedTuple):
    """What stands beside an everyday word when it is not the skill, or surely is.

    Such a name counts where it stands among skills, alone, or by words that speak of skill;
    right before `next` it always does, right after `not_before` and before `not_next` never.
    One that may stand `anywhere` has only the last. Words are folded.
    """

    next: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    not_next: frozenset[str] = frozenset()
    anywhere: bool = False


class SkillList(NamedTuple):
    """What the bundled lists say: all skills, and which of their names need a closer look.

    A `careful` name is an everyday word; one with a capital is also to be written just so.
    A `cased` one only has to be written so, as have all acronyms of four letters or less that
    are not in `any_case`. `makers` are companies too: "at Oracle" is no skill.
    """

    skills: tuple[Skill, ...]
    careful: Mapping[str, Care]
    cased: frozenset[str]
    any_case: frozenset[str]
    makers: frozenset[str]


class Found(NamedTuple):
    """A skill named at [start:end] of a text."""

    skill: Skill
    start: int
    end: int
