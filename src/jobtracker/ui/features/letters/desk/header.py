"""Over a letter: what it is, when it was saved, its versions, and the way out of the app."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from jobtracker.ui.features.letters.desk.export_button import ExportButton
from jobtracker.ui.features.letters.words import moment, short_date
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button, IconButton
from jobtracker.ui.widgets.heading import Heading
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.menus import Menu
from jobtracker.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from jobtracker.services.letter_views import LetterView

TEXT, PREVIEW = "text", "preview"


class LetterHeader(Heading):
    """`version` opens the versions, `compare` the comparison; `export_menu` and `menu` are filled
    by whoever does what they offer.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "section", Space.PANE)
        self._narrow = False
        self._letter = ("", "")
        self.saved = PlainLabel("", "small")
        self.view_switch = Segmented("Text or preview", [(TEXT, "Text"), (PREVIEW, "Preview")])
        self.version = Button("Version 1", icon=theme.icon("history", "text"))
        self.compare = Button("Compare")
        self.compare.setToolTip("Compare with another version, the template or an earlier letter")
        self.export = ExportButton(theme)
        self.export_menu = Menu(self)
        self.export.menu_wanted.subscribe(lambda _none: self.open_export_menu(), owner=self)
        self.more = IconButton(theme.icon("ellipsis"), "More")
        self.menu = Menu(self)
        self.more.clicked.connect(lambda: _open_under(self.more, self.menu))
        self.add(self.view_switch, self.saved, self.version, self.compare, self.export, self.more)

    def show_letter(self, view: "LetterView", today: date) -> None:
        self._letter = view.template, f"{view.company}, {view.role}"
        self.version.setText(f"Version {view.version}")
        self.version.setAccessibleName(f"Version {view.version}, show all")
        if view.sent_on is not None:
            self.say_saved(f"Sent {short_date(view.sent_on, today)}")
        else:
            self.say_saved(f"Saved {moment(view.updated_at, today)}")

    def say_saved(self, words: str) -> None:
        self.saved.setText(words)
        self._say()

    def fit(self, *, narrow: bool) -> None:
        """In a narrow window comparing is in the menu alone, and the second line tells when the
        letter was saved.
        """
        self._narrow = narrow
        for widget in (self.compare, self.saved):
            widget.setVisible(not narrow)
        self._say()

    def _say(self) -> None:
        name, whose = self._letter
        self.say(name, f"{self.saved.text()}. {whose}" if self._narrow else whose)

    def open_export_menu(self) -> None:
        _open_under(self.export, self.export_menu)


def _open_under(widget: QWidget, menu: Menu) -> None:
    """Open at the widget's right end, where there is room inside the window."""
    left = widget.width() - menu.sizeHint().width()
    menu.popup(widget.mapToGlobal(QPoint(left, widget.height() + 2)))
