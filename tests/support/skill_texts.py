"""The bundled skills, and the postings that were labelled with what they ask."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jobtracker.domain.requirements import MENTIONED, NICE, NOT_NEEDED, REQUIRED, asked
from jobtracker.domain.skill_lexicon import Lexicon
from jobtracker.exchange.skill_lists import read_skill_lists

PROJECT = Path(__file__).resolve().parents[2]
BUNDLED = tuple(sorted((PROJECT / "resources" / "skills").glob("*.toml")))
TEXTS = PROJECT / "tests" / "data" / "skills"
TUNED, HELD_BACK, FRESH = ("tech", "other"), ("held_back",), ("fresh", "fresh_again")
_LABELS = {"required": REQUIRED, "nice": NICE, "mentioned": MENTIONED, "not_needed": NOT_NEEDED}


class Labelled(NamedTuple):
    """A posting with the weight of each skill it names."""

    name: str
    company: str
    text: str
    weights: dict[str, str]


class Score(NamedTuple):
    """Skills asked and found, asked and missed, found and not asked; and weights that are right."""

    found: int
    missed: int
    extra: int
    weighed: int
    both: int

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed)

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.extra)


@cache
def bundled() -> Lexicon:
    return Lexicon.of(read_skill_lists(BUNDLED))


def labelled(*files: str) -> Iterator[Labelled]:
    for file in files:
        for one in tomllib.loads((TEXTS / f"{file}.toml").read_text("utf-8"))["posting"]:
            weights = {n: weight for label, weight in _LABELS.items() for n in one.get(label, ())}
            yield Labelled(one["name"], one["company"], one["text"], weights)


def read(one: Labelled) -> dict[str, str]:
    """What the program reads of a posting: each skill with what it is asked for most."""
    order = (REQUIRED, NICE, NOT_NEEDED, MENTIONED)
    weights: dict[str, str] = {}
    for each in asked(one.text, bundled().find(one.text, one.company)):
        known = weights.get(each.skill.name, MENTIONED)
        weights[each.skill.name] = min(known, each.weight, key=order.index)
    return weights


def score(*files: str) -> Score:
    """How well the postings of some files are read."""
    found = missed = extra = weighed = both = 0
    for one in labelled(*files):
        got = read(one)
        wanted = {name for name, weight in one.weights.items() if weight != NOT_NEEDED}
        seen = {name for name, weight in got.items() if weight != NOT_NEEDED}
        found, missed = found + len(wanted & seen), missed + len(wanted - seen)
        extra += len(seen - wanted)
        shared = got.keys() & one.weights.keys()
        both += len(shared)
        weighed += sum(got[name] == one.weights[name] for name in shared)
    return Score(found, missed, extra, weighed, both)
