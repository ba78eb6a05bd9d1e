"""How surely placeholders are told from text that only looks like one; -s prints the table."""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from jobtracker.domain.placeholders import find_placeholders

CORPUS = Path(__file__).parent.parent / "data" / "placeholders"
OPEN, CLOSE = "⟦", "⟧"


class Case(NamedTuple):
    style: str
    text: str
    expected: tuple[str, ...]


def cases() -> Iterator[Case]:
    for path in sorted(CORPUS.glob("*.toml")):
        for style in tomllib.loads(path.read_text("utf-8"))["style"]:
            for marked in (*style["placeholders"], *style["look_alikes"]):
                yield Case(style["name"], *_unmarked(marked))


def _unmarked(marked: str) -> tuple[str, tuple[str, ...]]:
    parts = marked.replace(CLOSE, OPEN).split(OPEN)
    return "".join(parts), tuple(parts[1::2])


def found_in(text: str) -> tuple[str, ...]:
    """What is surely a placeholder; what may be meant as it stands is only asked about."""
    return tuple(one.text for one in find_placeholders(text) if not one.doubtful)


ALL = tuple(cases())


def test_every_placeholder_is_found_and_hardly_anything_else() -> None:
    wanted = [case for case in ALL if case.expected]
    others = [case for case in ALL if not case.expected]
    missed = [case for case in wanted if found_in(case.text) != case.expected]
    alarms = [case for case in others if found_in(case.text)]

    sys.stdout.write(_table(missed, alarms))

    assert len(wanted) >= 80
    assert len(others) >= 80
    assert len({case.style for case in ALL}) >= 15
    assert missed == []
    assert len(alarms) <= 0.03 * len(others), alarms


def _table(missed: list[Case], alarms: list[Case]) -> str:
    lines = ["", f"{'style':28}{'placeholders':>13}{'missed':>8}{'look-alikes':>13}{'alarms':>8}"]
    for style in dict.fromkeys(case.style for case in ALL):
        of_style = [case for case in ALL if case.style == style]
        wanted = sum(bool(case.expected) for case in of_style)
        lost = sum(case.style == style for case in missed)
        wrong = sum(case.style == style for case in alarms)
        lines.append(f"{style:28}{wanted:13}{lost:8}{len(of_style) - wanted:13}{wrong:8}")
    wanted = sum(bool(case.expected) for case in ALL)
    recall = 100 * (wanted - len(missed)) / wanted
    rate = 100 * len(alarms) / (len(ALL) - wanted)
    lines.append(f"{wanted} with placeholders: recall {recall:.1f} %")
    lines.append(f"{len(ALL) - wanted} look-alikes: false alarms {rate:.1f} %")
    return "\n".join([*lines, ""])
