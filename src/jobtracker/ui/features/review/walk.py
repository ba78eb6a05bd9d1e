"""The way through one weekly review: which item is next, which were answered, where one stands.

What the workspace says is taken in after every change, so that an answer undone anywhere is an
open question again. An answer counts at once, before the workspace has confirmed it.
"""

from collections.abc import Iterator
from datetime import date

from jobtracker.domain import review
from jobtracker.domain.review import Item, ToReview
from jobtracker.ui.features.review.contract import Answer, Decided, Part, Stop


class Walk:
    """`stop` is where a person stands, None on the last page. `day` is that of the review."""

    def __init__(self, day: date) -> None:
        self.day = day
        self._items: dict[int, Item] = {}
        self._order: dict[Part, list[int]] = {part: [] for part in Part}
        self._totals: dict[Part, int] = dict.fromkeys(Part, 0)
        self._open: set[int] = set()
        self._answers: dict[int, Answer] = {}
        self._sent: set[int] = set()
        self._at: int | None = None
        self._begun = False

    @property
    def stop(self) -> Stop | None:
        if self._at is None:
            return None
        part = next(part for part in Part if self._at in self._order[part])
        number = self._order[part].index(self._at) + 1
        answer = None if self._at in self._open else self._answers.get(self._at)
        return Stop(part, self._items[self._at], number, max(self._totals[part], number), answer)

    def take(self, found: ToReview) -> None:
        """What is to be asked about now. It goes back to an item whose answer was undone."""
        former, known = self._open, set(self._items)
        parts = {Part.QUIET: found.quiet, Part.UNPLANNED: found.unplanned}
        asked = {item.id for part in parts.values() for item in part.items}
        self._open = asked - self._sent
        following = self._after()
        for part, given in parts.items():
            self._meet(part, given, asked)
        self._move(former, known, following)

    def answer(self, answer: Answer) -> None:
        """Note what was decided about the item, and go on to the next open one."""
        if self._at is not None:
            self._answers.pop(self._at, None)  # what is decided anew is the newest
            self._answers[self._at] = answer
            self._open.discard(self._at)
            self._sent.add(self._at)
            self._at = self._first_open(self._after())

    def confirm(self, item: int) -> None:
        """The workspace has stored the answer."""
        self._sent.discard(item)

    def refuse(self, item: int) -> None:
        """The answer could not be stored: the question is open again."""
        self._sent.discard(item)
        self._answers.pop(item, None)
        self._open.add(item)
        self._at = item

    def step(self, by: int) -> None:
        """To the item before (-1) or after (1), answered or not; after the last the last page."""
        way = list(self._way())
        at = way.index(self._at) if self._at is not None else len(way)
        if way and at + by >= 0:
            self._at = way[at + by] if at + by < len(way) else None

    def go_to(self, part: Part) -> None:
        """To the first open question of a part, where it has one."""
        first = self._first_open(self._order[part])
        if first is not None:
            self._at = first

    def decided(self) -> tuple[Decided, ...]:
        """The answers that were not undone, in the order they were given."""
        return tuple(
            Decided(self._items[key], answer)
            for key, answer in self._answers.items()
            if key not in self._open
        )

    @property
    def ahead(self) -> int | None:
        """The id of the item that is asked about after the present one; None for none."""
        return self._first_open(self._after())

    @property
    def left(self) -> int:
        """How many questions are open."""
        return len(self._open)

    def _way(self) -> Iterator[int]:
        for part in Part:
            yield from self._order[part]

    def _after(self) -> list[int]:
        """The items that follow the present one."""
        way = list(self._way())
        return [] if self._at is None else way[way.index(self._at) + 1 :]

    def _first_open(self, way: list[int]) -> int | None:
        return next((key for key in way if key in self._open), None)

    def _meet(self, part: Part, given: review.Part, asked: set[int]) -> None:
        """Add the new items of a part behind the others; drop what others have settled."""
        for item in given.items:
            if item.id not in self._items:
                self._order[part].append(item.id)
            self._items[item.id] = item
        self._order[part] = [k for k in self._order[part] if k in asked or k in self._answers]
        settled = sum(key not in asked for key in self._order[part])
        self._totals[part] = given.total + settled

    def _move(self, former: set[int], known: set[int], following: list[int]) -> None:
        undone = [k for k in self._answers if k in self._open and k in known and k not in former]
        if not self._begun:
            self._begun = True
            self._at = self._first_open(list(self._way()))
        elif undone:
            self._at = undone[-1]
        elif self._at is None:
            self._at = next((key for key in self._way() if key not in known), None)
        elif self._at not in self._open and (self._at in former or self._at not in self._way()):
            self._at = self._first_open(following)
