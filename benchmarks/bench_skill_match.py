"""Holding a posting of 20,000 characters against a role profile and a person's skills.

The floor is one look at every character of it. Acceptance: p95 of at most 150 ms, all included:
the names of profile and person joined to the lexicon, finding, weighing and the rows. Reading
the bundled lists happens once, at the first match, and has the same limit.
"""

import sys
from pathlib import Path

from benchmarks.bench_posting import CHARACTERS, plain
from benchmarks.report import Line, repeated, show
from jobtracker.domain.skill_lexicon import Lexicon
from jobtracker.domain.skill_match import ME, POSTING, PROFILE, Source, match
from jobtracker.exchange.skill_lists import read_skill_lists
from jobtracker.system.resources import resource_files

LIMIT = 150.0
_NAMES = 60
"""Lines of a long profile, and skills of a diligent person."""


def dense() -> str:
    """A posting that names a skill in every other word."""
    names = [skill.name for skill in read_skill_lists(resource_files("skills", ".toml")).skills]
    lines, size = ["Requirements"], 0
    while size < CHARACTERS:
        some = [names[(size + 7 * step) % len(names)] for step in range(5)]
        lines.append(
            f"- 3+ years of {some[0]}, {some[1]}, {some[2]} or {some[3]}; {some[4]} a plus"
        )
        size += len(lines[-1]) + 1
    return "\n".join(lines)[:CHARACTERS]


def one_sentence() -> str:
    """The worst shape: all of it one sentence of many commas and cues."""
    return ("Python is a plus, Java required, no Go needed, ideally " * CHARACTERS)[:CHARACTERS]


def sources(text: str) -> list[Source]:
    known = read_skill_lists(resource_files("skills", ".toml")).skills
    yours = [
        Source(f"me/{n}", ME, "My skills", known[n * 11].name, is_name=True) for n in range(_NAMES)
    ]
    role = [
        Source(f"profile/{n}", PROFILE, "Skills", f"Handling of case {n} with {known[n].name}")
        for n in range(_NAMES)
    ]
    return [Source(POSTING, POSTING, "Posting", text), *role, *yours]


def lists() -> Lexicon:
    return Lexicon.of(read_skill_lists(map(Path, resource_files("skills", ".toml"))))


def main() -> None:
    lexicon, text = lists(), plain()
    lines = [Line("floor: a look at every character", repeated(lambda: sum(map(ord, text))))]
    for what, posting in (
        ("posting", text),
        ("skills in every other word", dense()),
        ("one sentence", one_sentence()),
    ):
        held = sources(posting)
        timed = repeated(lambda held=held: match(lexicon, held, "Bright Harbor Ltd"))  # type: ignore[misc]  # bound now
        lines.append(Line(what, timed, LIMIT))
    lines.append(Line("the lists, once", repeated(lists, 20), LIMIT))
    if not show(f"Matching a posting of {CHARACTERS:,} characters (ms)", lines):
        sys.exit(1)


if __name__ == "__main__":
    main()
