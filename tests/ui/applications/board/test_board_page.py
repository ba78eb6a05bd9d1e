"""The board in the whole program: what its page and the pane do along with it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.support.window import Person

from jobtracker.domain.stages import Stage
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.applications.board.view import BoardView
from jobtracker.ui.theme.theme import Theme

pytestmark = pytest.mark.usefixtures("undressed")

Sits = Callable[[], Person]


@pytest.fixture
def sits(
    tmp_path: Path, theme: Theme, workspace: Workspace, some: dict[str, int]
) -> Iterator[Sits]:
    """Somebody who started the program on what the workspace holds, and went to the board."""
    somebody = Person(tmp_path / "search.jobtracker", theme)

    def sit() -> Person:
        somebody.starts()
        page = somebody.desktop.pages.applications
        page.views.show("board")
        somebody.settle()
        page.arrive()
        somebody.settle()
        return somebody

    yield sit
    somebody.leaves()


def board_of(person: Person) -> BoardView:
    board = person.desktop.pages.applications.views.board
    assert board is not None
    return board


def test_the_card_selected_in_the_table_is_current_and_can_be_moved_at_once(
    sits: Sits, workspace: Workspace, some: dict[str, int]
) -> None:
    person = sits()
    selected = board_of(person).current_id()

    person.presses("Shift+Left")

    assert selected == some["contoso"]
    assert workspace.applications.view(some["contoso"]).record.stage is Stage.SCREENING
    assert person.toast == "Contoso Health moved to Screening"


def test_the_pane_stays_with_the_card_through_moves_and_undo(
    sits: Sits, some: dict[str, int]
) -> None:
    person = sits()
    pane = person.desktop.pages.applications.pane
    assert pane is not None

    person.presses("Up")
    before = pane.shown_id
    person.presses("Shift+Left")
    moved = pane.shown_id
    person.presses("Ctrl+Z")

    assert (before, moved, pane.shown_id) == (some["acme"],) * 3
    assert person.at == "Interview, 2"


def test_the_stage_menu_moves_a_card_and_the_keyboard_goes_along(sits: Sits) -> None:
    person = sits()

    person.presses("S", "V")

    assert person.at == "Saved, 1"
    assert person.toast == "Contoso Health moved to Saved"


def test_insert_opens_the_add_sheet_for_the_stage_of_the_column(sits: Sits) -> None:
    person = sits()

    person.presses("Insert")
    stage = person.value_of("Stage")
    person.presses("Escape")

    assert stage == "Interview"
    assert person.at == "Interview, 2"
