"""A person's own paragraphs for letters, and which of them fit an application.

What fits is told by tags: a skill that the posting or the role profile names, a role that the
title names. Words are compared whole, case and accents aside, so that "Go" is not found in
"good" nor "C" in "C++".
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letters import label_of
from jobtracker.domain.names import words_said
from jobtracker.domain.text import folded

Words: TypeAlias = tuple[str, ...]

MOST_REASONS = 3
"""A suggestion gives so many reasons at most; more of them say no more."""
STILL_STANDS = 0.5
"""The share of a block's word trigrams that a letter must still hold to count as using it."""

NAMING_WORDS = 5

_FIELD = re.compile(r"\{\{\s*[#/]?\s*(\w+)\s*\}\}")
_SIGNS = re.compile(r"[*_`#]+|^\s*[-+]\s", re.MULTILINE)
_POSTING, _PROFILE, _ROLE = 4, 2, 1
_RUN = 3


class BlockPurpose(StrEnum):
    """What a block does in a letter."""

    ACHIEVEMENT = "achievement"
    WHY = "why"
    GAP = "gap"
    CLOSING = "closing"
    OTHER = "other"


_PURPOSE_NAMES = {
    BlockPurpose.ACHIEVEMENT: "Achievement",
    BlockPurpose.WHY: "Why this company",
    BlockPurpose.GAP: "Gap",
    BlockPurpose.CLOSING: "Closing",
    BlockPurpose.OTHER: "Other",
}


def purpose_name(purpose: BlockPurpose) -> str:
    """The purpose as a person reads it: "Why this company"."""
    return _PURPOSE_NAMES[purpose]


class Block(NamedTuple):
    """A paragraph to use again. `variant_of` is the id of the block it says in other words:
    never of one that is a variant itself.
    """

    id: int
    uid: str
    name: str
    text: str
    purpose: BlockPurpose = BlockPurpose.OTHER
    language: Language = Language.ENGLISH
    skills: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    tones: tuple[str, ...] = ()
    variant_of: int | None = None

    @property
    def family(self) -> int:
        """The id that a block and its variants share."""
        return self.id if self.variant_of is None else self.variant_of

    @property
    def tags(self) -> tuple[str, ...]:
        return self.skills + self.roles + self.tones


class SuggestedBlock(NamedTuple):
    """A block that fits, and why in words: "posting says “Kubernetes”"."""

    block: Block
    why: str


class _Said(NamedTuple):
    """The tags that each of the three texts says."""

    posting: frozenset[Words]
    profile: frozenset[Words]
    role: frozenset[Words]


class _Fit(NamedTuple):
    """How well a block fits, and where each of its tags is said."""

    score: int
    told: list[tuple[str, str]]


def parsed_tags(typed: str) -> tuple[str, ...]:
    """Tags as typed with commas between, each once: "Python, SQL,, python" is Python and SQL."""
    kept: dict[str, str] = {}
    for tag in typed.split(","):
        words = " ".join(tag.split())
        if words:
            kept.setdefault(folded(words), words)
    return tuple(kept.values())


def named_by(text: str) -> str:
    """A name for a paragraph, of its first words."""
    plain = _SIGNS.sub("", _FIELD.sub(lambda found: label_of(found[1]), text))
    words = plain.split()
    name = " ".join(words[:NAMING_WORDS])
    return f"{name} …" if len(words) > NAMING_WORDS else name


def suggest(
    blocks: Sequence[Block],
    duties: Iterable[str],
    posting: str,
    role: str,
    language: Language,
) -> tuple[SuggestedBlock, ...]:
    """The blocks in this language of which a tag is named, the best fitting first.

    `duties` are the duties, qualifications and skills of the role profile, `posting` the text of
    the posting, `role` the title. Of a block and its variants only the one that fits best is
    suggested, between equals the first. Takes time in proportion to the texts and the tags.
    """
    wanted = [block for block in blocks if block.language is language and block.text.strip()]
    keys = {_key(tag) for block in wanted for tag in block.skills + block.roles} - {()}
    lengths = _lengths(keys)
    said = _Said(
        _named(lengths, keys, [posting]),
        _named(lengths, keys, duties),
        _named(lengths, keys, [role]),
    )
    best: dict[int, tuple[_Fit, Block]] = {}
    for block in wanted:
        fit = _fit(block, said)
        if fit.score and (block.family not in best or fit.score > best[block.family][0].score):
            best[block.family] = fit, block
    ordered = sorted(best.values(), key=lambda one: -one[0].score)
    return tuple(SuggestedBlock(block, _why(fit)) for fit, block in ordered)


def still_stands(block: str, letter: str) -> bool:
    """Whether a letter still holds what was put in, changed here and there.

    Counted by runs of three words, the places of fields aside; a block of fewer words must
    stand there whole.
    """
    put_in, there = words_said(block), words_said(letter)
    length = min(_RUN, len(put_in))
    if not length:
        return False
    runs, held = _runs(put_in, length), _runs(there, length)
    return len(runs & held) >= STILL_STANDS * len(runs)


def _fit(block: Block, said: _Said) -> _Fit:
    score = 0
    told: list[tuple[str, str]] = []
    for tag in block.skills:
        key = _key(tag)
        if key in said.posting:
            score += _POSTING
            told.append(("posting", tag))
        elif key in said.profile:
            score += _PROFILE
            told.append(("role profile", tag))
    for tag in block.roles:
        if _key(tag) in said.role:
            score += _ROLE
            told.append(("title", tag))
    return _Fit(score, told)


def _why(fit: _Fit) -> str:
    """The first reasons in words: "posting says “Kubernetes” and “Python”"."""
    by_source: dict[str, list[str]] = {}
    for source, tag in fit.told[:MOST_REASONS]:
        by_source.setdefault(source, []).append(f"“{tag}”")
    return ", ".join(f"{source} says {' and '.join(tags)}" for source, tags in by_source.items())


def _key(tag: str) -> Words:
    return tuple(words_said(tag))


def _lengths(keys: Iterable[Words]) -> Mapping[str, set[int]]:
    lengths: dict[str, set[int]] = {}
    for key in keys:
        lengths.setdefault(key[0], set()).add(len(key))
    return lengths


def _named(
    lengths: Mapping[str, set[int]], keys: set[Words], texts: Iterable[str]
) -> frozenset[Words]:
    """The tags that stand in the texts, each word of which asks one dictionary."""
    found: set[Words] = set()
    for text in texts:
        said = words_said(text)
        for place, word in enumerate(said):
            for length in lengths.get(word, ()):
                found.add(tuple(said[place : place + length]))
    return frozenset(found & keys)


def _runs(said: Sequence[str], length: int) -> set[Words]:
    return {tuple(said[at : at + length]) for at in range(len(said) - length + 1)}
