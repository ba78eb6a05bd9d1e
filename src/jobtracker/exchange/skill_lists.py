"""The bundled lists of skills: a TOML file a field of work.

A file has an array of lines for each topic ("Name | alias | alias > implied, implied"), and may
have `any_case`, `cased`, `makers` and a table `careful`: see `domain.skills.SkillList`.
"""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.domain.skills import Care, Skill, SkillList

_MARKS = ("any_case", "cased", "makers")


def read_skill_lists(paths: Iterable[Path]) -> SkillList:
    """All lists as one. Raises UnreadableFileError where a file is not such a list."""
    skills: list[Skill] = []
    careful: dict[str, Care] = {}
    marked: dict[str, set[str]] = {mark: set() for mark in _MARKS}
    for path in paths:
        content = _content(path)
        for mark in _MARKS:
            marked[mark].update(content.pop(mark, ()))
        for word, care in content.pop("careful", {}).items():
            anywhere = care.pop("anywhere", False)
            sides = {side: frozenset(words.split()) for side, words in care.items()}
            careful[word] = Care(**sides, anywhere=anywhere)
        skills += _skills(content)
    return SkillList(
        tuple(skills),
        careful,
        frozenset(marked["cased"]),
        frozenset(marked["any_case"]),
        frozenset(marked["makers"]),
    )


def _content(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableFileError(
            f"The skill list {path.name} cannot be read; nothing was changed. "
            "Install Jobtracker again to restore it."
        ) from error


def _skills(topics: dict[str, list[str]]) -> Iterator[Skill]:
    for topic, lines in topics.items():
        for line in lines:
            names, _, implied = line.partition(" > ")
            name, *aliases = names.split(" | ")
            yield Skill(name, topic, tuple(aliases), tuple(filter(None, implied.split(", "))))
