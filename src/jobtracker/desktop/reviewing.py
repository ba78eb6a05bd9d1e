"""The weekly review in the window: reached from anywhere, left to where one came from."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from jobtracker.ui.navigation import Navigator, Place

if TYPE_CHECKING:
    from jobtracker.system.clock import Clock
    from jobtracker.ui.actions import ActionBook
    from jobtracker.ui.features.review.page import ReviewPage
    from jobtracker.ui.features.review.presenter import ReviewPresenter
    from jobtracker.ui.runtime.commander import Commander
    from jobtracker.ui.theme.theme import Theme

REVIEW = "review"
LIST = "applications"

Write = Callable[[int, int | None], object]
"""Starts a letter for an application, from a template or from none."""


class Reviewing:
    """Adds the commands of the review to a book; `build` makes its page when it is first
    visited, `attach` gives that the workspace.
    """

    def __init__(
        self, book: "ActionBook", navigator: Navigator, applications: QWidget, write: Write
    ) -> None:
        from jobtracker.ui.features.review.commands import Commands

        self._navigator = navigator
        self._write = write
        self._presenter: ReviewPresenter | None = None
        self._return = Return(applications, navigator)
        self._commands = Commands(book, self.open)

    def open(self, part: str = "") -> None:
        """Show the review, from one of its parts if that is wanted; where it is shown already one
        stays in it.
        """
        here = self._navigator.here
        if here is None or here.page != REVIEW:
            self._navigator.go(REVIEW)
        if part and self._presenter is not None:
            from jobtracker.ui.features.review.contract import Part

            self._presenter.begin_at(Part(part))

    def build(
        self, theme: "Theme", commander: "Commander", clock: "Clock"
    ) -> "tuple[ReviewPage, ReviewPresenter]":
        """The page, and what brings it to life."""
        from jobtracker.ui.features.review.page import ReviewPage
        from jobtracker.ui.features.review.presenter import ReviewPresenter
        from jobtracker.ui.widgets.typed import readers

        page = ReviewPage(theme, readers(clock))
        presenter = self._presenter = ReviewPresenter(page, commander)
        self._commands.follow(page)
        presenter.letter.subscribe(lambda wish: self._write(*wish), owner=page)
        page.intents.opened.subscribe(self._look, owner=page)
        page.intents.left.subscribe(lambda _none: self._leave(), owner=page)
        return page, presenter

    def _look(self, application_id: int) -> None:
        self._navigator.go(LIST, application_id)
        self._return.expect(Place(LIST, application_id))

    def _leave(self) -> None:
        self._navigator.back()
        if self._navigator.here == Place(REVIEW):
            self._navigator.go(LIST)


class Return(QObject):
    """Lets Esc lead back from an application to the review it was opened from, once."""

    def __init__(self, page: QWidget, navigator: Navigator) -> None:
        super().__init__(page)
        self._navigator = navigator
        self._from: Place | None = None
        page.installEventFilter(self)
        navigator.moved.subscribe(self._forget, owner=self)

    def expect(self, place: Place) -> None:
        self._from = place

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keys come here that no widget inside the page has used."""
        if self._from is None or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._navigator.back()
            return True
        return False

    def _forget(self, _place: Place) -> None:
        """Whoever goes anywhere has left the review's way."""
        self._from = None
