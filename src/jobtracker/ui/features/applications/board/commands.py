"""What a person can do on the board alone, as data for the menus and the shortcuts."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from jobtracker.ui.actions import Action, ActionBook

if TYPE_CHECKING:
    from jobtracker.ui.features.applications.board.view import BoardView

CARD = "card on the board"
SHOWN = "board"
MENU = "Application"


class BoardCommands:
    """Adds the board's actions to a book before the menus are made; `follow` gives them the
    board once there is one, with the actions of the table's rows, which work on cards alike.
    """

    def __init__(self, book: ActionBook) -> None:
        self._book = book
        self._board: BoardView | None = None
        book.add(
            [
                self._action("board next stage", "Move to next stage", "Shift+Right", self._on),
                self._action("board back", "Move to previous stage", "Shift+Left", self._back),
                self._action("board up", "Move card up", "Shift+Up", self._up),
                self._action("board down", "Move card down", "Shift+Down", self._down),
                self._action("board add", "Add into this stage…", "Ins", self._add, when=SHOWN),
            ]
        )

    def follow(self, board: "BoardView", on_row: Sequence[str]) -> None:
        """Let the keys work on this board's cards, those of `on_row` too."""
        self._board = board
        own = ("board next stage", "board back", "board up", "board down", "board add")
        for one in board.lists:
            self._book.attach(one, *on_row, *own)
        board.intents.selected.subscribe(lambda _id: self._tell(), owner=board)
        board.intents.shown.subscribe(lambda _shown: self._tell(), owner=board)
        self._tell()

    def _tell(self) -> None:
        board = self._board
        shown = board is not None and board.isVisible()
        self._book.set_condition(SHOWN, shown)
        self._book.set_condition(CARD, shown and board is not None and board.current.row >= 0)

    def _action(
        self, name: str, text: str, key: str, run: Callable[[], object], when: str = CARD
    ) -> Action:
        return Action(name, text, MENU, run, key, when=when, section=2, local=True)

    def _on(self) -> None:
        if self._board is not None:
            self._board.moves.to_stage(1)

    def _back(self) -> None:
        if self._board is not None:
            self._board.moves.to_stage(-1)

    def _up(self) -> None:
        if self._board is not None:
            self._board.moves.within(-1)

    def _down(self) -> None:
        if self._board is not None:
            self._board.moves.within(1)

    def _add(self) -> None:
        if self._board is not None:
            column = self._board.current.column
            column.adding.put(column.stage)
