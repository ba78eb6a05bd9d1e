"""The menu that takes the page's figures elsewhere: a picture, a file for a spreadsheet, a copy."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets import dialogs
from jobtracker.ui.widgets.buttons import IconButton
from jobtracker.ui.widgets.menus import Menu

NAME = "salary"
PNG, SVG, CSV = "png", "svg", "csv"
KINDS = {
    PNG: ("Chart as PNG…", "PNG images (*.png)"),
    SVG: ("Chart as SVG…", "SVG drawings (*.svg)"),
    CSV: ("Figures as CSV…", "CSV files (*.csv)"),
}


class ExportMenu(IconButton):
    """`save` gets the kind of file and where it is to be."""

    def __init__(
        self, theme: Theme, save: Callable[[str, Path], object], copy: Callable[[], object]
    ) -> None:
        super().__init__(theme.icon("download"), "Export or copy")
        self._save = save
        menu = self._menu = Menu(self)
        for kind, (words, _) in KINDS.items():
            menu.addAction(words, partial(self.ask, kind))
        menu.addSeparator()
        menu.addAction("Copy table", copy)
        self.clicked.connect(lambda: menu.open_below(self))

    def ask(self, kind: str) -> QWidget:
        """Ask where to save, then save."""
        suggested = Path.home() / f"{NAME}.{kind}"
        title = KINDS[kind][0].removesuffix("…")
        return dialogs.save_file(
            self.window(), title, suggested, [KINDS[kind][1]], lambda path: self._save(kind, path)
        )
