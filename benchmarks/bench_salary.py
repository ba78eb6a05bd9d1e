"""The Salary page with 40 roles: what the services take, and from there to the first paint."""

import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter, thread_time

from benchmarks.report import Figures, Line, figures_of, repeated, show
from jobtracker.bootstrap import open_workspace
from jobtracker.domain.applications import ApplicationFields
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.profiles import RoleProfile
from jobtracker.domain.salary_lines import YOUR_ROLES, ExploreQuery, SalaryView
from jobtracker.domain.salary_ranges import SalaryRange
from jobtracker.services.workspace import Workspace

FEW, MANY = 10, 40
TITLES = ("Nurse", "Electrician", "Accountant", "Software Developer", "Truck Driver")
VIEW, PAINT, LOOK = 100.0, 100.0, 400.0
RUNS = 12
MOST_RATIO = 6.0
"""Four times the roles may take six times as long at most."""


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        read, painted, looked = {}, {}, None
        for count in (FEW, MANY):
            with open_workspace(Path(folder) / f"{count}.jobtracker", write=True) as workspace:
                _fill(workspace, count)
                read[count] = repeated(lambda: workspace.salaries.view(YOUR_ROLES), RUNS)
                painted[count] = _painting(workspace.salaries.view(YOUR_ROLES))
                around = ExploreQuery("15-1252", "0000000")
                looked = repeated(lambda: workspace.salaries.explore(around), RUNS)  # noqa: B023 (the same)
        assert looked is not None
        lines = [
            Line(f"{MANY} roles read, off the interface's thread", read[MANY], VIEW, read[FEW]),
            Line(f"{MANY} roles shown and painted first", painted[MANY], PAINT, painted[FEW]),
            Line("all places of one occupation, off that thread", looked, LOOK),
        ]
        kept = show("salary page", lines, MOST_RATIO)
    sys.exit(not kept)


def _fill(workspace: Workspace, count: int) -> None:
    """So many roles with three levels each, every one linked by an application with pay."""
    for number in range(count):
        low = 6_000_000 + number * 100_000
        ranges = tuple(
            SalaryRange(level, Pay(low + step, low + step + 2_000_000, "USD", Period.YEAR))
            for level, step in (("junior", 0), ("mid", 1_500_000), ("senior", 3_000_000))
        )
        title = f"{TITLES[number % len(TITLES)]} {number}"
        workspace.profiles.store(RoleProfile(title=title, salaries=ranges, source="Survey"))
        workspace.applications.add(
            ApplicationFields(
                company=f"Company {number}", role=f"Senior {title}", pay="$90K", profile=title
            )
        )


def _painting(view: SalaryView) -> Figures:
    """From the answer of the services to the painted page, on a page made anew each time."""
    from PySide6.QtWidgets import QApplication

    from jobtracker.system.resources import resource
    from jobtracker.ui.app import STYLE
    from jobtracker.ui.features.salary.page import SalaryPage
    from jobtracker.ui.theme.theme import Theme

    app = QApplication.instance() or QApplication(["jobtracker", *STYLE])
    assert isinstance(app, QApplication)
    theme = Theme(resource())
    theme.apply(app)
    taken = []
    for _ in range(RUNS):
        page = SalaryPage(theme)
        page.resize(1154, 768)
        page.grab()
        begin, begin_cpu = perf_counter(), thread_time()
        page.show_view(view)
        page.grab()
        taken.append(((perf_counter() - begin) * 1000, (thread_time() - begin_cpu) * 1000))
        page.deleteLater()
    return figures_of(taken[2:])


if __name__ == "__main__":
    main()
