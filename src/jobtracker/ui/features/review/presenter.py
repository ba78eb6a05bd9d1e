"""Between the review and the services: reads what is asked, stores what is answered."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from jobtracker.domain.changes import Changes, Done
from jobtracker.domain.errors import JobtrackerError
from jobtracker.domain.review import Item, ToReview
from jobtracker.ui.features.review import words
from jobtracker.ui.features.review.contract import Answer, Kind, Part, Summary
from jobtracker.ui.features.review.page import ReviewPage
from jobtracker.ui.features.review.walk import Walk
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationView
    from jobtracker.services.workspace import Workspace

LETTER = "follow"
"""A word of the name of the template that a quiet application is written from."""
CONCERNED = ("application", "company", "event", "interview", "offer", "setting")


class ReviewPresenter:
    """A review lasts from the day it was begun on until it is left on its last page: opened
    again before, it goes on where it was.

    `letter` carries an application that is to be written to, and the template to begin with.
    """

    def __init__(self, page: ReviewPage, commander: Commander) -> None:
        self._page = page
        self._commander = commander
        self._workspace: Workspace | None = None
        self._walk: Walk | None = None
        self._found: ToReview | None = None
        self._known: Mapping[int, ApplicationView] = {}
        self._wanted: Part | None = None
        self.letter: Channel[tuple[int, int | None]] = Channel()
        commander.changed.subscribe(self._follow, owner=page)
        intents = page.intents
        intents.arrived.subscribe(lambda _none: self._read(), owner=page)
        intents.answered.subscribe(self._answer, owner=page)
        intents.stepped.subscribe(self._step, owner=page)
        intents.letter_wanted.subscribe(self._write_letter, owner=page)
        intents.left.subscribe(lambda _none: self._leave(), owner=page)

    def attach(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._read()

    def begin_at(self, part: Part) -> None:
        """Ask about this part first, as soon as it is known what is to be asked."""
        self._wanted = part
        self._read()

    def _follow(self, changes: Changes) -> None:
        """A page that is not seen reads when somebody arrives there."""
        if self._page.isVisible() and changes.touches(*CONCERNED):
            self._read()

    def _read(self) -> None:
        if (space := self._workspace) is not None:
            self._commander.read(
                space.review.items, self._take, question="review", owner=self._page
            )

    def _take(self, found: ToReview) -> None:
        assert self._workspace is not None
        today = self._workspace.clock.today()
        if self._walk is None or self._walk.day != today:
            self._walk = Walk(today)
        self._found = found
        self._walk.take(found)
        if self._wanted is not None:
            self._walk.go_to(self._wanted)
            self._wanted = None
        self._show()

    def _show(self) -> None:
        walk, found = self._walk, self._found
        assert walk is not None
        assert found is not None
        stop = walk.stop
        if stop is None:
            decided, left = walk.decided(), walk.left
            summary = Summary(found.week, found.interviews, decided, left, found.replies)
            self._page.show_summary(summary, walk.day)
        else:
            self._page.show_stop(stop, walk.day)
            if (known := self._known.get(stop.item.id)) is not None:
                self._page.show_view(known)
            self._read_items(stop.item.id, walk.ahead)

    def _read_items(self, item: int, ahead: int | None) -> None:
        """Read what is known about an item, and about the next one before it is asked about."""
        assert self._workspace is not None
        views = self._workspace.applications.views
        wanted = [item] if ahead is None else [item, ahead]
        self._commander.read(
            lambda: views(wanted), self._keep_views, question="review item", owner=self._page
        )

    def _keep_views(self, views: "Sequence[ApplicationView]") -> None:
        self._known = {view.record.id: view for view in views}
        for view in views:
            self._page.show_view(view)

    def _answer(self, answer: Answer) -> None:
        """Count it and go on at once; the lane stores one answer after the other."""
        walk = self._walk
        stop = walk.stop if walk is not None else None
        if walk is None or stop is None:
            return
        item = stop.item
        work = self._work(item, stop.part, answer)

        def refused(error: JobtrackerError) -> None:
            walk.refuse(item.id)
            self._show()
            self._commander.problems.put(error)

        walk.answer(answer)
        self._show()
        self._commander.change(
            work,
            lambda _id: walk.confirm(item.id),
            refused,
            owner=self._page,
            toast=words.told(item, answer, walk.day),
        )

    def _work(self, item: Item, part: Part, answer: Answer) -> Callable[[], Done[int]]:
        assert self._workspace is not None
        review, on = self._workspace.review, answer.on
        if answer.kind is Kind.NO_REPLY:
            return lambda: review.no_reply(item.id)
        if on is None:
            return lambda: review.keep(item.id)
        if part is Part.QUIET:
            return lambda: review.follow_up(item.id, on, answer.words)
        return lambda: review.plan(item.id, answer.words, on)

    def _step(self, by: int) -> None:
        if self._walk is not None:
            self._walk.step(by)
            self._show()

    def _write_letter(self, item: int) -> None:
        assert self._workspace is not None
        letters = self._workspace.letters

        def template() -> int | None:
            named = (one.id for one in letters.templates() if LETTER in one.name.lower())
            return next(named, None)

        self._commander.read(template, lambda key: self.letter.put((item, key)), owner=self._page)

    def _leave(self) -> None:
        """Left on its last page it is over, and the next one begins anew."""
        if self._walk is not None and self._walk.stop is None:
            self._walk = None
