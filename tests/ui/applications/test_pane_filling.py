"""While the pane of the first application is made and filled, no wrong figure is ever seen."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from tests.support.clock import FakeClock
from tests.support.window import visible

from jobtracker.services.workspace import Workspace
from jobtracker.ui.charts.benchmark_chart import BenchmarkChart
from jobtracker.ui.features.applications.contract import Intents
from jobtracker.ui.features.applications.detail.pane import DetailPane
from jobtracker.ui.features.applications.detail.presenter import Reference, shown_of
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.typed import readers

NOT_LISTED = "Not listed"


def test_a_pane_that_fills_shows_no_pay_before_it_is_known(
    theme: Theme, workspace: Workspace, add: Callable[..., int], qtbot: QtBot
) -> None:
    acme = add("Acme Robotics", "Senior Python Developer", pay="$145-170k")
    clock = FakeClock()
    pane = DetailPane(theme, Intents(), readers(clock))
    qtbot.addWidget(pane)
    pane.resize(392, 720)
    pane.show()
    wrong: list[str] = []

    def is_filled() -> bool:
        fields = visible(pane, QLineEdit)
        wrong.extend(one.placeholderText() for one in fields if NOT_LISTED in shown_in(one))
        wrong.extend(
            "a chart of nothing" for one in visible(pane, BenchmarkChart) if not one.parts()
        )
        return any("145" in shown_in(one) for one in fields)

    pane.show_application(shown_of(workspace, Reference(workspace), acme), clock.today())
    qtbot.waitUntil(is_filled)

    assert wrong == []


def shown_in(field: QLineEdit) -> str:
    """What a field says, with the words that stand in an empty one."""
    return field.text() or field.placeholderText()
