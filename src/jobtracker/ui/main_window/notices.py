"""What stays above every page until a person has answered it, a banner for each subject."""

from PySide6.QtWidgets import QVBoxLayout

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.banner import Banner


class Notices:
    """`about` is the banner of a subject, made when it is first needed; they stand in `column`,
    right above the page, which is the last of it.
    """

    def __init__(self, theme: Theme, column: QVBoxLayout) -> None:
        self._theme = theme
        self._column = column
        self._banners: dict[str, Banner] = {}

    def about(self, subject: str) -> Banner:
        if subject not in self._banners:
            made = self._banners[subject] = Banner(self._theme)
            self._column.insertWidget(self._column.count() - 1, made)
        return self._banners[subject]

    def shown(self) -> list[Banner]:
        """Those that wait for an answer, from top to bottom."""
        return [one for one in self._banners.values() if one.isVisible()]
