"""Somebody calls: from the letters of a company to who it may be, and to the painted card.

Acceptance: finding callers p95 at most 10 ms at 10,000 and at 100,000 applications (`--large`);
from a key to the painted card p95 at most 50 ms at 10,000. The window is the real one, offscreen.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from tests.support.window import Person

from benchmarks.bench_window import Painted, Took
from benchmarks.build import built, copy_of, opened
from benchmarks.report import RUNS, WARM_UP, Line, figures_of, show, timed
from jobtracker.services.workspace import Workspace
from jobtracker.system.resources import resource
from jobtracker.ui import app
from jobtracker.ui.theme.theme import Look, Theme, ThemeChoice

COUNT, LARGE = 10_000, 100_000
CALLERS_MS, CARD_MS = 10, 50
COMPANIES = 12


def main() -> None:
    kept = _callers(COUNT)
    _, theme = app.prepare(resource(), Look(ThemeChoice.LIGHT, high_contrast=False))
    with tempfile.TemporaryDirectory() as name:
        kept &= _window(copy_of(COUNT, Path(name)), theme)
    if "--large" in sys.argv:
        kept &= _callers(LARGE)
    sys.exit(not kept)


def _callers(count: int) -> bool:
    with opened(built(count)) as workspace:
        names = _companies(workspace)
        kinds = {
            "nothing typed": lambda _rng: "",
            "one letter": lambda rng: rng.choice(names)[:1],
            "two letters": lambda rng: rng.choice(names)[:2],
            "a company": lambda rng: rng.choice(names),
            "a word of a role": lambda rng: rng.choice(("engineer", "developer", "python")),
            "nobody": lambda rng: f"q{rng.choice(names)}",
        }
        lines = [
            Line(kind, timed(_lookups(workspace, typed)), CALLERS_MS)
            for kind, typed in kinds.items()
        ]
        cards = [caller.application_id for caller in workspace.phone.callers("")]
        ids = [cards[run % len(cards)] for run in range(WARM_UP + RUNS)]
        works = (partial(workspace.phone.card, key) for key in ids)
        lines.append(Line("the card", timed(works), CALLERS_MS))
    return show(f"callers among {count:,} applications", lines)


def _companies(workspace: Workspace) -> Sequence[str]:
    return [company.name for company in workspace.companies.all()]


def _lookups(
    workspace: Workspace, typed: Callable[[Random], str]
) -> Iterator[Callable[[], object]]:
    rng = Random(1)
    for _ in range(WARM_UP + RUNS):
        yield partial(workspace.phone.callers, typed(rng))


def _window(file: Path, theme: Theme) -> bool:
    """Two letters of a dozen companies each, from every key to the card as it is painted."""
    person = Person(file, theme)
    person.starts()
    with opened(file) as workspace:
        names = Random(2).sample(_companies(workspace), COMPANIES)
    person.presses("F4")
    phone = person.desktop.phoning.phone if person.desktop.phoning else None
    assert phone is not None
    painted = Painted([phone.card])
    painted.listen(phone, "show_card")
    took: list[Took] = []
    for name in names:
        for letter in name[:2]:
            took.append(painted.after(partial(QTest.keyClicks, phone.field, letter)))
            person.settle()
        phone.field.clear()
        person.settle()
    person.leaves()
    line = Line("from a key to the card", figures_of(took[WARM_UP:]), CARD_MS)
    return show(f"the phone card at {COUNT:,} applications", [line])


if __name__ == "__main__":
    main()
