"""Moving cards by hand: shown at once, then written, and put back where that fails."""

from collections.abc import Sequence

from jobtracker.domain.stages import STAGES, Stage, order, stage_name
from jobtracker.ui.features.applications.board.closed_rail import Ended
from jobtracker.ui.features.applications.board.column import BoardColumn
from jobtracker.ui.features.applications.board.contract import (
    BoardIntents,
    Closing,
    Placing,
    Spot,
)
from jobtracker.ui.features.applications.board.current import CurrentCard
from jobtracker.ui.features.applications.board.drag import Drop
from jobtracker.ui.runtime.channel import Channel


class BoardMoves:
    """A moved card keeps the keyboard and wears its ring; nothing is animated.

    `told` carries where a card went, as it is to be announced: "Acme moved to Offer, 1 of 3".
    """

    def __init__(
        self, columns: Sequence[BoardColumn], current: CurrentCard, intents: BoardIntents
    ) -> None:
        self.told: Channel[str] = Channel()
        self._columns = columns
        self._current = current
        self._intents = intents

    def to_stage(self, by: int) -> None:
        """Move the current card a stage on or back, to the top of that column."""
        card = self._current.card()
        if card is None:
            return
        place = order(Stage(card.stage)) + by
        if 0 <= place < len(STAGES):
            self.place(card.id, STAGES[place], 0)

    def within(self, by: int) -> None:
        """Move the current card up or down in its column."""
        row, cards = self._current.row, self._current.column.cards
        if row >= 0 and 0 <= row + by < len(cards.rows):
            self.place(cards.rows[row].id, cards.stage, row + by)

    def drop(self, column: BoardColumn, drop: Drop) -> None:
        """A card was let go in a column, in the gap over one of its rows."""
        found = self._current.find(drop.id)
        if found is None:
            return
        own = found[0] is column and found[1] < drop.row
        self.place(drop.id, column.stage, drop.row - 1 if own else drop.row)

    def place(self, application_id: int, stage: Stage, row: int) -> None:
        """Put a card into this row of a stage, counted without itself, and have it written."""
        found = self._current.find(application_id)
        if found is None or found == (self._column(stage), row):
            return
        column, origin = found
        placed = self._carry(column, origin, self._column(stage), row)
        after = self._column(stage).cards.above(placed)
        company = self._column(stage).cards.rows[placed].company
        self._intents.placed.put(
            Placing(application_id, company, stage, after, Spot(column.stage, origin))
        )

    def put_back(self, placing: Placing) -> None:
        """The move could not be written: the card stands where it was."""
        found = self._current.find(placing.id)
        if found is not None:
            home = self._column(placing.origin.stage)
            self._carry(*found, home, placing.origin.row)

    def end(self, ended: Ended) -> None:
        """A card was let go on an outcome; it stays until that is written."""
        found = self._current.find(ended.id)
        if found is not None:
            company = found[0].cards.rows[found[1]].company
            self._intents.closed.put(Closing(ended.id, company, ended.outcome))

    def _carry(self, source: BoardColumn, origin: int, target: BoardColumn, row: int) -> int:
        """Take a card from one place to another, and say so; the row it came to."""
        card = source.take(origin)
        place = min(row, len(target.cards.rows))
        target.insert(place, card)
        self._current.go_to(target, place, focus=True)
        target.list.wear_ring()
        where = "" if source is target else f" moved to {stage_name(target.stage)}"
        self.told.put(f"{card.company}{where}, {place + 1} of {target.cards.size:,}")
        return place

    def _column(self, stage: Stage) -> BoardColumn:
        return self._columns[order(stage)]
