"""What a person can do with letters, as data for the menus and the shortcuts."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from jobtracker.ui.actions import Action, ActionBook

if TYPE_CHECKING:
    from jobtracker.ui.features.letters.page import LettersPage

OPEN = "letter open"
MENU = "Letter"


class Commands:
    """Adds the actions to a book, before the window makes its menus and without the page.

    `go` shows the page, which is built then; whoever builds it calls `follow`.
    """

    def __init__(self, book: ActionBook, go: Callable[[], object]) -> None:
        self._book = book
        self._go = go
        self._page: LettersPage | None = None
        book.add(self._actions())

    def follow(self, page: "LettersPage") -> None:
        """Let the actions act on this page."""
        self._page = page
        page.letter_open.subscribe(lambda on: self._book.set_condition(OPEN, on), owner=page)

    @property
    def page(self) -> "LettersPage":
        assert self._page is not None, "actions of an open letter need its page"
        return self._page

    def _actions(self) -> list[Action]:
        return [
            Action("new letter", "New letter…", MENU, self._new, "Ctrl+Shift+L", "file-pen-line"),
            _on_letter("insert field", "Insert field…", self._pick, "Ctrl+J", 1),
            _on_letter("bold", "Bold", lambda: self.page.desk.editor.wrap("**"), "Ctrl+B", 1),
            _on_letter("italic", "Italic", lambda: self.page.desk.editor.wrap("*"), "Ctrl+I", 1),
            _on_letter("next missing", "Next missing value", lambda: self._walk(1), "F8", 2),
            _on_letter(
                "previous missing", "Previous missing value", lambda: self._walk(-1), "Shift+F8", 2
            ),
            _on_letter("export letter", "Export PDF…", lambda: self._export(again=False), "", 3),
            _on_letter(
                "export letter again",
                "Export PDF to the last folder",
                lambda: self._export(again=True),
                "Ctrl+E",
                3,
            ),
            _on_letter(
                "letter preview", "Preview", self._toggle_preview, "Ctrl+Shift+P", 4
            )._replace(checked=self._shows_preview),
        ]

    def _new(self) -> None:
        self._go()
        self.page.new_letter()

    def _pick(self) -> None:
        self.page.desk.views.show_text()
        self.page.desk.inserting.open()

    def _walk(self, step: int) -> None:
        self.page.desk.views.show_text()
        self.page.desk.walk(step)

    def _export(self, *, again: bool) -> None:
        self.page.exporting.begin(again=again)

    def _toggle_preview(self) -> None:
        self.page.desk.views.toggle()

    def _shows_preview(self) -> bool:
        return self._page is not None and self._page.desk.views.preview_shown


def _on_letter(
    action_id: str, text: str, run: Callable[[], object], shortcut: str, section: int
) -> Action:
    """An action that needs an open letter."""
    return Action(action_id, text, MENU, run, shortcut, when=OPEN, section=section)
