"""Over a letter: what it is, when it was saved, its versions, and the way out of the app."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QResizeEvent
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
TITLE = 120
"""Px at 100 % that the title keeps before a button is left out."""


class LetterHeader(Heading):
    """`version` opens the versions, `compare` the comparison; `export_menu` and `menu` are filled
    by whoever does what they offer.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "section", Space.PANE)
        self._theme = theme
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
        self._say()

    def minimumSizeHint(self) -> QSize:
        """What has no room is left out, so the header never makes its page wider."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()

    def _say(self) -> None:
        self._leave_out()
        name, whose = self._letter
        self.say(name, f"{self.saved.text()}. {whose}" if self.saved.isHidden() else whose)

    def _leave_out(self) -> None:
        """Show what there is room for: the versions and comparing are in the menu as well."""
        always = [self.export, self.more] + [self.view_switch] * (not self.view_switch.isHidden())
        room = self.width() - 2 * Space.PANE - self._theme.px(TITLE)
        room -= sum(one.sizeHint().width() + Space.SMALL for one in always)
        for widget in (self.version, self.saved, self.compare):
            wanted = widget.sizeHint().width() + Space.SMALL
            fits = wanted <= room and not (self._narrow and widget is not self.version)
            widget.setVisible(fits)
            room -= wanted if fits else 0

    def open_export_menu(self) -> None:
        _open_under(self.export, self.export_menu)


def _open_under(widget: QWidget, menu: Menu) -> None:
    """Open at the widget's right end, where there is room inside the window."""
    left = widget.width() - menu.sizeHint().width()
    menu.popup(widget.mapToGlobal(QPoint(left, widget.height() + 2)))
