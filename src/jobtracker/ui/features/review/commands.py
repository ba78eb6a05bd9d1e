"""What a person can do in the weekly review, as data for the menus and the keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from jobtracker.ui.actions import Action, ActionBook
from jobtracker.ui.features.review.contract import ASKS, ASKS_QUIET, SHOWN, Answer, Kind

if TYPE_CHECKING:
    from jobtracker.ui.features.review.page import ReviewPage

MENU = "Application/In the weekly review"
PLAN, NO_REPLY, KEEP = "review plan", "review no reply", "review keep"
WRITE, PREVIOUS = "review write", "review previous"
ON_PAGE = (PLAN, NO_REPLY, KEEP, WRITE, PREVIOUS)


class Commands:
    """Adds the actions to a book before the window makes its menus, and without the page.

    `go` shows the page, which is built then; whoever builds it calls `follow`.
    """

    def __init__(self, book: ActionBook, go: Callable[[], object]) -> None:
        self._book = book
        self._page: ReviewPage | None = None
        book.add(
            [
                Action("weekly review", "Weekly review", "Go", go, "Ctrl+Shift+W", "list-checks"),
                self._local(PLAN, "Follow up…", "F", lambda page: page.plan()),
                self._local(NO_REPLY, "No reply", "N", _answers(Kind.NO_REPLY), ASKS_QUIET),
                self._local(KEEP, "Keep as it is", "K", _answers(Kind.KEEP)),
                self._local(WRITE, "Write follow-up letter", "W", lambda page: page.write()),
                self._local(PREVIOUS, "Previous item", "U", lambda page: page.step_back(), SHOWN),
            ]
        )

    def follow(self, page: "ReviewPage") -> None:
        """Let the actions act on this page, and their keys work on it."""
        self._page = page
        self._book.attach_page(page, *ON_PAGE)
        page.conditions.subscribe(self._set_conditions, owner=page)
        self._book.keys_changed.subscribe(lambda _none: self._show_keys(page), owner=page)
        self._show_keys(page)

    def _local(
        self,
        name: str,
        text: str,
        key: str,
        run: "Callable[[ReviewPage], object]",
        when: str = ASKS,
    ) -> Action:
        def act() -> None:
            if self._page is not None and self._page.isVisible():
                run(self._page)

        return Action(name, text, MENU, act, key, when=when, section=5, local=True)

    def _set_conditions(self, held: frozenset[str]) -> None:
        for condition in (SHOWN, ASKS, ASKS_QUIET):
            self._book.set_condition(condition, condition in held)

    def _show_keys(self, page: "ReviewPage") -> None:
        keys = {
            "plan": PLAN,
            "no_reply": NO_REPLY,
            "keep": KEEP,
            "write": WRITE,
            "previous": PREVIOUS,
        }
        page.answers.show_keys(
            {button: next(iter(self._book.keys(name)), "") for button, name in keys.items()}
        )


def _answers(kind: Kind) -> "Callable[[ReviewPage], object]":
    return lambda page: page.intents.answered.put(Answer(kind))
