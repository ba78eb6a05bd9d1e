from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.support.clock import FakeClock
from tests.ui.applications.board.conftest import BoardDesk

from jobtracker.domain.listing import Condition, ListQuery
from jobtracker.domain.stages import Stage
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.applications.asking import Asking
from jobtracker.ui.widgets.row_model import ACCESSIBLE_TEXT, TOOL_TIP

Open = Callable[..., BoardDesk]
Ids = dict[str, int]
Key = Qt.Key
APPLIED, INTERVIEW, OFFER = Stage.APPLIED, Stage.INTERVIEW, Stage.OFFER


def test_each_stage_is_a_list_that_says_its_name_and_number(desk: Open, some: Ids) -> None:
    opened = desk()

    names = [one.accessibleName() for one in opened.board.lists]

    assert names == ["Saved, 0", "Applied, 3", "Screening, 0", "Interview, 2", "Offer, 0"]
    assert opened.companies(APPLIED) == ["Litware AI", "Initech", "Lucerne Media"]
    assert opened.view(Stage.SAVED).accessibleDescription() == "Drop here or press Insert"


def test_a_card_says_its_full_words(
    desk: Open, workspace: Workspace, clock: FakeClock, some: Ids
) -> None:
    thursday = clock.today() + timedelta(days=4)
    workspace.applications.edit(
        some["contoso"], {"next_action": "follow up", "next_action_on": thursday}
    )
    clock.advance(timedelta(days=1))
    opened = desk()

    def spoken(stage: Stage, row: int) -> str:
        return str(opened.column(stage).cards.index(row).data(ACCESSIBLE_TEXT))

    assert spoken(INTERVIEW, 1) == (
        "Gardener, Contoso Health, 1 day in Interview, next: follow up, Thursday 26 Nov"
    )
    assert spoken(APPLIED, 0) == "Gardener, Litware AI, 1 day in Applied, next: 4 days late"
    assert spoken(APPLIED, 1) == "Gardener, Initech, 1 day in Applied, no next action"


def test_a_tooltip_has_the_whole_words_and_never_reads_them_as_markup(
    desk: Open, add: Callable[..., int], clock: FakeClock
) -> None:
    add("A&B", Stage.SAVED, role="<img src=x> Tester", next_action_on=clock.today())

    card = desk().column(Stage.SAVED).cards.index(0)

    assert card.data(TOOL_TIP) == "&lt;img src=x&gt; Tester<br>A&amp;B<br>22 Nov 2026"


def test_arrows_go_from_card_to_card_and_from_column_to_column(desk: Open, some: Ids) -> None:
    opened = desk()
    assert opened.board.current_id() == some["litware"]

    opened.press(Key.Key_Down)
    down = opened.board.current_id()
    opened.press(Key.Key_Right)
    empty = QApplication.focusWidget()
    opened.press(Key.Key_Right)
    right = opened.board.current_id()
    opened.press(Key.Key_Left)
    opened.press(Key.Key_Left)
    opened.press(Key.Key_End)

    assert down == some["initech"]
    assert empty is opened.view(Stage.SCREENING)
    assert right == some["acme"]
    assert opened.board.current_id() == some["lucerne"]
    assert opened.board.place_of_current() == (3, 3)


def test_a_card_wished_for_before_it_is_read_can_be_moved_once_it_is(desk: Open, some: Ids) -> None:
    opened = desk(wished=some["acme"])

    opened.shift(Key.Key_Left)

    assert opened.stored(Stage.SCREENING) == ["Acme Robotics"]


def test_one_card_alone_is_chosen_on_the_whole_board(desk: Open, some: Ids) -> None:
    opened = desk()

    assert opened.board.select(some["contoso"])

    chosen = [one.selectionModel().selectedIndexes() for one in opened.board.lists]
    assert [len(indexes) for indexes in chosen] == [0, 0, 0, 1, 0]


def test_shift_right_moves_a_card_a_stage_on_and_one_undo_brings_it_back(
    desk: Open, some: Ids
) -> None:
    opened = desk()
    opened.board.select(some["initech"])

    opened.shift(Key.Key_Right)
    moved = opened.companies(Stage.SCREENING), opened.stored(Stage.SCREENING)
    focused = QApplication.focusWidget()
    opened.undo()

    assert moved == (["Initech"], ["Initech"])
    assert focused is opened.view(Stage.SCREENING)
    assert opened.toasts == ["Initech moved to Screening"]
    assert opened.said == ["Initech moved to Screening, 1 of 1"]
    assert opened.companies(APPLIED) == ["Litware AI", "Initech", "Lucerne Media"]
    assert opened.stored(Stage.SCREENING) == []
    assert opened.board.current_id() == some["initech"]
    assert QApplication.focusWidget() is opened.view(APPLIED)


def test_shift_left_stops_at_the_first_stage(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.board.select(some["acme"])

    for _ in range(5):
        opened.shift(Key.Key_Left)

    assert opened.companies(Stage.SAVED) == ["Acme Robotics"]
    assert opened.toasts[-1] == "Acme Robotics moved to Saved"
    assert len(opened.toasts) == 3


def test_shift_down_and_up_reorder_by_hand_and_the_order_is_kept(desk: Open, some: Ids) -> None:
    opened = desk()

    opened.shift(Key.Key_Down)
    opened.shift(Key.Key_Down)
    opened.shift(Key.Key_Down)
    low = opened.stored(APPLIED)
    opened.shift(Key.Key_Up)

    assert low == ["Initech", "Lucerne Media", "Litware AI"]
    assert opened.stored(APPLIED) == ["Initech", "Litware AI", "Lucerne Media"]
    assert opened.companies(APPLIED) == opened.stored(APPLIED)
    assert opened.said == ["Litware AI, 2 of 3", "Litware AI, 3 of 3", "Litware AI, 2 of 3"]
    assert opened.toasts == []
    assert opened.board.current_id() == some["litware"]


def test_a_card_moved_to_offer_asks_for_the_amount_and_shows_it(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.board.select(some["acme"])

    opened.shift(Key.Key_Right)
    asking = opened.window.findChild(Asking)
    assert asking is not None
    QTest.keyClicks(asking.editor, "128000")
    opened.press(Key.Key_Return)

    (card,) = opened.column(OFFER).cards.rows
    assert card.offer is not None
    assert card.offer.low == 128_000_00
    assert QApplication.focusWidget() is opened.view(OFFER)


def test_the_amount_of_an_offer_may_be_skipped(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.board.select(some["acme"])

    opened.shift(Key.Key_Right)
    opened.press(Key.Key_Escape)

    (card,) = opened.column(OFFER).cards.rows
    assert card.offer is None
    assert QApplication.focusWidget() is opened.view(OFFER)


def test_insert_adds_into_the_stage_the_keyboard_is_in(desk: Open, some: Ids) -> None:
    opened = desk()
    wanted: list[Stage] = []
    opened.board.intents.adding.subscribe(wanted.append, owner=opened.window)

    opened.press(Key.Key_Right)
    opened.press(Key.Key_Insert)
    opened.press(Key.Key_Right)
    opened.press(Key.Key_Insert)

    assert wanted == [Stage.SCREENING, INTERVIEW]


def test_enter_opens_the_card(desk: Open, some: Ids) -> None:
    opened = desk()
    entered: list[int] = []
    opened.board.intents.opened.subscribe(entered.append, owner=opened.window)

    opened.press(Key.Key_Return)

    assert entered == [some["litware"]]


def test_tab_reaches_every_column_and_the_rail_and_comes_back(desk: Open, some: Ids) -> None:
    opened = desk()
    start = QApplication.focusWidget()
    visited: list[QWidget | None] = []

    while not visited or visited[-1] is not start:
        assert len(visited) < 30, "Tab never comes back"
        opened.press(Key.Key_Tab)
        visited.append(QApplication.focusWidget())

    assert set(opened.board.lists) <= set(visited)
    assert opened.board.rail.head in visited
    assert len(visited) == 11


def test_the_current_card_keeps_its_place_when_something_else_changes(
    desk: Open, workspace: Workspace, some: Ids
) -> None:
    opened = desk()
    opened.board.select(some["lucerne"])

    opened.commander.change(lambda: workspace.applications.remove(some["litware"]))
    opened.settle()

    assert opened.board.current_id() == some["lucerne"]
    assert opened.view(APPLIED).is_chosen(1)


def test_when_the_current_card_goes_its_neighbour_takes_its_place(
    desk: Open, workspace: Workspace, some: Ids
) -> None:
    opened = desk()
    opened.board.select(some["initech"])

    opened.commander.change(lambda: workspace.applications.remove(some["initech"]))
    opened.settle()

    assert opened.board.current_id() == some["lucerne"]
    assert QApplication.focusWidget() is opened.view(APPLIED)


def test_the_board_shows_what_the_filter_of_the_page_lets_through(desk: Open, some: Ids) -> None:
    opened = desk()

    opened.presenter.show(ListQuery(conditions=(Condition("company", "Acme Robotics"),)))
    opened.settle()

    assert opened.companies(APPLIED) == []
    assert opened.companies(INTERVIEW) == ["Acme Robotics"]
    assert opened.view(APPLIED).hint == "Nothing here matches the filter"
    assert opened.board.current_id() == some["acme"]


def test_stages_that_the_filter_leaves_out_are_empty(desk: Open, some: Ids) -> None:
    opened = desk()

    opened.presenter.show(ListQuery(standings=("interview", "offer")))
    opened.settle()

    names = [one.accessibleName() for one in opened.board.lists]
    assert names == ["Saved, 0", "Applied, 0", "Screening, 0", "Interview, 2", "Offer, 0"]
    assert opened.view(APPLIED).hint == "Nothing here matches the filter"


def test_a_move_that_cannot_be_written_goes_back_and_says_why(
    desk: Open, workspace: Workspace, some: Ids
) -> None:
    opened = desk()
    workspace.applications.remove(some["initech"])
    opened.board.select(some["initech"])

    opened.shift(Key.Key_Right)

    assert len(opened.problems) == 1
    assert opened.toasts == []
    assert opened.companies(Stage.SCREENING) == []
    assert opened.companies(APPLIED) == ["Litware AI", "Lucerne Media"]


def test_compact_cards_are_lower_and_the_choice_is_one_for_all_columns(
    desk: Open, some: Ids
) -> None:
    opened = desk()
    before = opened.view(APPLIED).step()

    opened.board.set_compact(True)

    assert opened.board.is_compact
    assert {one.step() for one in opened.board.lists} != {before}
    assert opened.view(APPLIED).visualRect(opened.column(APPLIED).cards.index(1)).top() < before
    opened.window.grab()
