"""What Today asks of the services, at 10,000 applications (`--large`: at 100,000 beside it)."""

import sys

from benchmarks.build import built, opened
from benchmarks.report import Figures, Line, repeated, show
from jobtracker.services.workspace import Workspace

USUAL, LARGE = 10_000, 100_000
LIMITS = {USUAL: 10.0, LARGE: 40.0}
COUNT_LIMITS = {USUAL: 5.0, LARGE: 10.0}


def main() -> None:
    sizes = (USUAL, LARGE) if "--large" in sys.argv else (USUAL,)
    kept = []
    for size in sizes:
        with opened(built(size)) as workspace:
            view, count = _reading(workspace)
        lines = [
            Line("the day", view, LIMITS[size]),
            Line("how much is due", count, COUNT_LIMITS[size]),
        ]
        kept.append(show(f"{size:,} applications", lines))
    sys.exit(not all(kept))


def _reading(workspace: Workspace) -> tuple[Figures, Figures]:
    return repeated(workspace.today.view), repeated(workspace.today.due_count)


if __name__ == "__main__":
    main()
