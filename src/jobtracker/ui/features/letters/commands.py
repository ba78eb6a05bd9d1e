"""What a person can do with letters, as data for the menus and the shortcuts."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from jobtracker.ui.actions import Action, ActionBook
from jobtracker.ui.features.letters.writing.commands import MENU, TEXT, text_actions

if TYPE_CHECKING:
    from jobtracker.ui.features.letters.page import LettersPage
    from jobtracker.ui.features.letters.writing.tools import WritingTools

OPEN = "letter open"


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
        page.text_open.subscribe(lambda on: self._book.set_condition(TEXT, on), owner=page)

    @property
    def page(self) -> "LettersPage":
        assert self._page is not None, "actions of an open letter need its page"
        return self._page

    def _actions(self) -> list[Action]:
        return [
            Action("new letter", "New letter…", MENU, self._new, "Ctrl+Shift+L", "file-pen-line"),
            Action(
                "import letter template",
                "Import a letter template…",
                MENU,
                self._import,
                icon="upload",
            ),
            *text_actions(self._tools),
            _on_letter(
                "keep block",
                "Save paragraph as block",
                self._on(lambda page: page.library.keep_paragraph(page.desk)),
                "",
                1,
            ),
            *self._checking(),
            *self._leaving(),
            *self._past(),
            _on_letter(
                "letter preview", "Preview", self._toggle_preview, "Ctrl+Shift+P", 6
            )._replace(checked=self._shows_preview),
        ]

    def _checking(self) -> list[Action]:
        return [
            _on_letter("next missing", "Next missing value", lambda: self._walk(1), "F8", 2),
            _on_letter(
                "previous missing", "Previous missing value", lambda: self._walk(-1), "Shift+F8", 2
            ),
            _on_letter(
                "check letter", "Check letter", self._on(lambda page: page.exporting.look()), "", 2
            ),
            _on_letter("letter parts", "Parts of the letter", self._open_parts, "", 2),
        ]

    def _leaving(self) -> list[Action]:
        return [
            _on_letter(
                "export letter again",
                "Export as last time",
                self._on(lambda page: page.exporting.begin()),
                "Ctrl+E",
                3,
            ),
            _on_letter(
                "export menu",
                "Export…",
                self._on(lambda page: page.desk.header.open_export_menu()),
                "Ctrl+Shift+E",
                3,
            ),
            _on_letter(
                "export letter",
                "Export to another folder…",
                self._on(lambda page: page.exporting.begin(ask=True)),
                "",
                3,
            ),
            _on_letter(
                "copy letter", "Copy letter", self._on(lambda page: page.exporting.copy()), "", 3
            ),
            _on_letter(
                "print letter",
                "Print letter…",
                self._on(lambda page: page.exporting.print_out()),
                "",
                3,
            ),
            _on_letter(
                "mark as sent",
                "Mark as sent",
                self._on(lambda page: page.exporting.mark_sent()),
                "",
                3,
            ),
        ]

    def _past(self) -> list[Action]:
        return [
            _on_letter(
                "keep version",
                "Keep version…",
                self._on(lambda page: page.past.keep()),
                "Ctrl+Shift+S",
                4,
            ),
            _on_letter(
                "letter versions",
                "Versions…",
                self._on(lambda page: page.past.ask_versions()),
                "",
                4,
            ),
            _on_letter(
                "compare letter", "Compare…", self._on(lambda page: page.past.compare()), "", 4
            ),
            _on_letter(
                "duplicate letter",
                "Duplicate for another application…",
                self._on(lambda page: page.deeds.duplicate()),
                "",
                5,
            ),
        ]

    def _on(self, deed: "Callable[[LettersPage], object]") -> Callable[[], object]:
        """Do this to the page, which is there by then."""
        return lambda: deed(self.page)

    def _new(self) -> None:
        self._go()
        self.page.new_letter()

    def _import(self) -> None:
        self._go()
        self.page.library.choose_file()

    def _tools(self) -> "WritingTools":
        """The tools of the text that is shown."""
        if self.page.tools is self.page.desk.tools:
            self.page.desk.views.show_text()
        return self.page.tools

    def _walk(self, step: int) -> None:
        self.page.desk.views.show_text()
        self.page.desk.walk(step)

    def _open_parts(self) -> None:
        self.page.desk.views.show_text()
        self.page.desk.parts.open()

    def _toggle_preview(self) -> None:
        self.page.desk.views.toggle()

    def _shows_preview(self) -> bool:
        return self._page is not None and self._page.desk.views.preview_shown


def _on_letter(
    action_id: str, text: str, run: Callable[[], object], shortcut: str, section: int
) -> Action:
    """An action that needs an open letter."""
    return Action(action_id, text, MENU, run, shortcut, when=OPEN, section=section)
