"""A sheet made ahead while nobody waits: to make its widgets takes longer than to fill them."""

from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from jobtracker.ui.runtime.turns import in_turns
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.ui.features.adding.add_sheet import AddSheet


class Spare:
    """One hidden sheet over the window of `opener`, and a sheet in any case from `take`."""

    def __init__(self, theme: Theme, opener: QWidget) -> None:
        self._theme = theme
        self._opener = opener
        self._sheet: AddSheet | None = None
        self._steps: Generator[None, None, None] | None = None

    def prepare(self) -> None:
        """Have one ready soon, made in small turns."""
        if self._sheet is None and self._steps is None:
            self._steps = self._making()
            in_turns(self._opener, self._steps)

    def take(self) -> "AddSheet":
        """The one that is ready, else one that is made now."""
        from jobtracker.ui.features.adding.add_sheet import AddSheet

        sheet, self._sheet = self._sheet, None
        return sheet or AddSheet(self._theme, self._opener)

    def drop(self) -> None:
        """It would look like the theme before; and one less to dress at every step of text size."""
        sheet, self._sheet = self._sheet, None
        if sheet is not None and isValid(sheet):
            sheet.deleteLater()
        if self._steps is not None:
            self._steps.close()
            self._steps = None

    def _making(self) -> Generator[None, None, None]:
        from jobtracker.ui.features.adding.add_form import AddForm
        from jobtracker.ui.features.adding.add_sheet import AddSheet
        from jobtracker.ui.features.adding.posting_side import PostingSide

        parts: list[QWidget] = []  # windows of their own until the sheet has them
        try:
            parts.append(side := PostingSide(self._theme))
            yield
            form = AddForm(self._theme)
            parts += [form, form.same_company]
            yield
            sheet = self._sheet = AddSheet(self._theme, self._opener, side, form)
            parts.clear()
            yield
            if self._sheet is sheet:
                sheet.rehearse()
            self._steps = None
        finally:
            for part in filter(isValid, parts):
                part.deleteLater()
