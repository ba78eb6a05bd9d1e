"""What a person can do with the list, as data for the menus, the shortcuts and the row's own menu.

What is done to one application in its pane stands in `detail_commands`, the board's own in
`board_commands`.
"""

from collections.abc import Callable
from functools import partial

from jobtracker.domain.stages import Outcome, Stage
from jobtracker.ui.actions import Action, ActionBook
from jobtracker.ui.features.applications.board.commands import BoardCommands
from jobtracker.ui.features.applications.detail import commands as detail_commands
from jobtracker.ui.features.applications.detail.commands import DetailCommands
from jobtracker.ui.features.applications.page import ApplicationsPage
from jobtracker.ui.features.applications.stage_menu import StageMenu
from jobtracker.ui.features.applications.table import columns
from jobtracker.ui.features.applications.table.columns import BOARD, TABLE
from jobtracker.ui.features.applications.words import GROUP_NAMES
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.menus import Menu

SELECTED = "application selected"
MENU = "Application"
ON_ROW = (
    "application pane",
    "application stage",
    "application letter",
    *detail_commands.ON_ROW,
    "application tags",
    "application edit",
    "application delete",
)
ON_TABLE = (
    "application select",
    "copy rows",
    "paste cells",
    "fill down",
    "select all",
    "group list",
)
ALL_OVER = ("filter applications", "save view")


class Commands:
    """Adds the page's actions to a book, before the window makes its menus."""

    def __init__(self, theme: Theme, page: ApplicationsPage, book: ActionBook) -> None:
        self._page = page
        self._tools = page.dress()
        self._book = book
        self.stages = StageMenu(theme, page.intents)
        self.row_menu = Menu(page)
        self.stages.setParent(page, self.stages.windowFlags())
        book.add([*self._on_rows(), *self._on_list(), *self._views(), *self._orders()])
        self._detail = DetailCommands(page, book)
        self._board = BoardCommands(book)
        book.set_condition(SELECTED, page.selected_id() is not None)
        book.attach(page.table, *ON_ROW, *ON_TABLE)
        book.attach_page(page, *ALL_OVER)
        self._detail.attach(page)
        for name in ON_ROW:
            self.row_menu.addAction(book[name])
        page.table.menu_wanted.subscribe(self.row_menu.popup, owner=page)
        page.views.made.subscribe(lambda board: self._board.follow(board, ON_ROW), owner=page)
        page.intents.selected.subscribe(
            lambda chosen: book.set_condition(SELECTED, chosen is not None), owner=page
        )

    def choose_stage(self) -> None:
        """Open the stages under what is selected, or in the pane; a letter then chooses."""
        pane = self._page.pane
        inside = pane is not None and pane.isAncestorOf(self._page.focusWidget())
        if pane is not None and (inside or self._page.full_shown):
            pane.head.open_stages()
            return
        if self._chosen():
            self._tools.bulk.choose_stage()
            return
        row = self._page.views.current_row()
        if row is None:
            return
        self.stages.fill(row.id, Stage(row.stage), Outcome(row.outcome) if row.outcome else None)
        self.stages.popup(self._page.views.anchor())

    def _on_rows(self) -> list[Action]:
        return [
            self._on_row("pane", "Details beside the list", self._toggle_pane, "Space"),
            self._on_row("stage", "Set stage…", self.choose_stage, "S"),
            self._on_row("letter", "Write letter", self._write_letter, "L"),
            self._on_row("tags", "Tags…", self._edit_tags, "T"),
            self._on_row("edit", "Edit cell", self._edit_cell, "F2"),
            self._on_row("select", "Select or deselect", self._tools.choosing.toggle_current, "X"),
            self._on_row("delete", "Delete", self._remove, "Del", section=2),
        ]

    def _on_list(self) -> list[Action]:
        tools = self._tools

        def on_list(
            name: str, text: str, run: Callable[[], object], key: str, menu: str = "Edit"
        ) -> Action:
            return Action(name, text, menu, run, key, section=3, local=True)

        return [
            on_list("copy rows", "Copy rows", tools.clipboard.copy, "Ctrl+C"),
            on_list("paste cells", "Paste into cells", tools.clipboard.paste, "Ctrl+V"),
            on_list("fill down", "Fill down", tools.clipboard.fill_down, "Ctrl+D"),
            on_list("select all", "Select all", tools.select_all, "Ctrl+A"),
            on_list("group list", "Group by…", partial(tools.open, "group"), "G", "View"),
            Action(
                "filter applications",
                "Filter applications",
                MENU,
                tools.filter_from_keyboard,
                "Ctrl+F",
                section=4,
                local=True,
                also=("/",),
            ),
            Action(
                "save view",
                "Save this view…",
                "View",
                tools.ask_view_name,
                "Ctrl+S",
                section=4,
                local=True,
            ),
        ]

    def _views(self) -> list[Action]:
        page = self._page

        def view(key: str, text: str) -> Action:
            return Action(
                f"show {key}",
                text,
                "View",
                lambda: page.views.show(key),
                section=2,
                checked=lambda: (page.views.front is not None) == (key == BOARD),
            )

        return [
            view(TABLE, "Table"),
            view(BOARD, "Board"),
            Action(
                "compact rows",
                "Compact rows",
                "View",
                lambda: page.views.set_compact(not page.panel.is_compact),
                section=2,
                checked=lambda: page.panel.is_compact,
            ),
            Action(
                "choose columns",
                "Columns…",
                "View",
                partial(self._tools.open, "columns"),
                section=2,
            ),
        ]

    def _orders(self) -> list[Action]:
        """Sort by and Group by in the View menu."""
        panel = self._page.panel

        def sort(key: str, name: str) -> Action:
            return Action(
                f"sort by {key}",
                name,
                "View/Sort by",
                lambda: panel.sort_by(key),
                section=3,
                checked=lambda: panel.query.sort == key,
            )

        def group(key: str, name: str) -> Action:
            return Action(
                f"group by {key}",
                name.capitalize(),
                "View/Group by",
                lambda: panel.ask(panel.query._replace(group=key, collapsed=())),
                section=3,
                checked=lambda: panel.query.group == key,
            )

        return [
            *(sort(key, name) for key, name in columns.SORT_NAMES.items()),
            *(group(key, name) for key, name in GROUP_NAMES.items()),
        ]

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
        self._page.show_pane(shown=not self._page.slot.wanted)

    def _write_letter(self) -> None:
        selected = self._page.selected_id()
        if selected is not None:
            self._page.intents.letter_wanted.put(selected)

    def _edit_tags(self) -> None:
        row = self._page.views.current_row()
        if self._chosen():
            self._tools.bulk.ask_tags()
        elif row is not None and row.id == self._page.selected_id():
            self._tools.bulk.ask_tags_of(row)

    def _edit_cell(self) -> None:
        """In place in the table; a card has its pane for that."""
        if self._page.views.front is None:
            self._tools.editing.start(near=True)
        elif self._page.pane is not None:
            self._page.show_pane(shown=True)
            self._page.pane.edit_title()

    def _remove(self) -> None:
        chosen, selected = self._chosen(), self._page.selected_id()
        if chosen:
            self._page.intents.many_removed.put(chosen)
        elif selected is not None:
            self._page.intents.removed.put(selected)

    def _chosen(self) -> list[int]:
        """The many that are selected in the table; none where one alone is, and on the board."""
        choosing = self._tools.choosing
        return list(choosing.ids()) if choosing.many and self._page.views.front is None else []
