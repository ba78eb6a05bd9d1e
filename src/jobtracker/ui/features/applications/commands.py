"""What a person can do here, as data for the menus, the shortcuts and the row's own menu."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from jobtracker.domain.stages import Outcome, Stage
from jobtracker.ui.actions import Action, ActionBook
from jobtracker.ui.features.applications.model import ItemRow
from jobtracker.ui.features.applications.page import ApplicationsPage
from jobtracker.ui.features.applications.stage_menu import StageMenu
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size

SELECTED = "application selected"
MENU = "Application"
ON_ROW = (
    "application pane",
    "application stage",
    "application letter",
    "application note",
    "application date",
    "application edit",
    "application delete",
)
STEPS = ("application previous", "application next")


class Commands:
    """Adds the page's actions to a book, before the window makes its menus."""

    def __init__(self, theme: Theme, page: ApplicationsPage, book: ActionBook) -> None:
        self._page = page
        self._book = book
        self.stages = StageMenu(theme, page.intents)
        self.row_menu = QMenu(page)
        self.stages.setParent(page, self.stages.windowFlags())
        book.add(self._actions())
        book.set_condition(SELECTED, page.selected_id() is not None)
        book.attach(page.table, *ON_ROW)
        self._work_all_over("filter applications", "Ctrl+F", "/")
        for name in STEPS:
            self._work_all_over(name, book[name].shortcut().toString())
        for name in ON_ROW:
            self.row_menu.addAction(book[name])
        page.table.menu_wanted.subscribe(self.row_menu.popup, owner=page)
        page.intents.selected.subscribe(
            lambda chosen: book.set_condition(SELECTED, chosen is not None), owner=page
        )

    def _actions(self) -> list[Action]:
        page = self._page
        adding = page.intents.adding
        return [
            Action(
                "add application",
                "Add application…",
                MENU,
                lambda: adding.put(None),
                "Ctrl+N",
                "plus",
            ),
            self._on_row("pane", "Details beside the list", self._toggle_pane, "Space"),
            self._on_row("stage", "Set stage…", self.choose_stage, "S"),
            self._on_row("letter", "Write letter", self._write_letter, "L"),
            self._on_row("note", "Add note", self._write_note, "A"),
            self._on_row("date", "Next action date", self._set_date, "D"),
            self._on_row("edit", "Edit role", self._edit_title, "F2"),
            self._on_row("previous", "Previous application", lambda: page.table.step(-1), "["),
            self._on_row("next", "Next application", lambda: page.table.step(1), "]"),
            self._on_row("delete", "Delete", self._remove, "Del", section=2),
            Action(
                "filter applications",
                "Filter applications",
                MENU,
                page.panel.filter_from_keyboard,
                "Ctrl+F",
                section=3,
                local=True,
            ),
            Action(
                "compact rows",
                "Compact rows",
                "View",
                lambda: page.panel.set_compact(not page.panel.is_compact),
                section=2,
                checked=lambda: page.panel.is_compact,
            ),
        ]

    def choose_stage(self) -> None:
        """Open the stages under the selected row; a letter then chooses."""
        table, item = self._page.table, self._page.table.item()
        if item is None:
            return
        row = item.row
        outcome = Outcome(row.outcome) if row.outcome else None
        self.stages.fill(row.id, Stage(row.stage), outcome)
        below = table.visualRect(table.currentIndex()).bottomLeft() + QPoint(Size.ROW, 0)
        self.stages.popup(table.viewport().mapToGlobal(below))

    def _on_row(
        self, name: str, text: str, run: Callable[[], object], key: str, *, section: int = 1
    ) -> Action:
        """A command on the selected application; its key works while the list has the focus."""
        return Action(
            f"application {name}",
            text,
            MENU,
            run,
            key,
            when=SELECTED,
            section=section,
            local=True,
        )

    def _toggle_pane(self) -> None:
        self._page.show_pane(shown=not self._page.pane_shown)

    def _write_letter(self) -> None:
        self._with_selected(self._page.intents.letter_wanted.put)

    def _remove(self) -> None:
        self._with_selected(self._page.intents.removed.put)

    def _write_note(self) -> None:
        if self._page.pane is not None:
            self._page.show_pane(shown=True)
            self._page.pane.write_note()

    def _set_date(self) -> None:
        if self._page.pane is not None:
            self._page.show_pane(shown=True)
            self._page.pane.edit_next_date()

    def _edit_title(self) -> None:
        if self._page.pane is not None:
            self._page.show_pane(shown=True)
            self._page.pane.edit_title()

    def _with_selected(self, run: Callable[[int], object]) -> None:
        item = self._page.table.item()
        if isinstance(item, ItemRow):
            run(item.row.id)

    def _work_all_over(self, name: str, *keys: str) -> None:
        """Its keys work everywhere on the page; a sign is typed where text is typed."""
        action = self._book[name]
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._page.addAction(action)
