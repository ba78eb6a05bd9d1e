"""Over the preview: how the letter looks on paper, how large it is shown, how many pages it has."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jobtracker.domain.letter_looks import LetterLook, PageStyle, Paper
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.buttons import MenuButton
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.menus import Menu

BAR = 40
STYLES = {
    PageStyle.CLASSIC: "Classic",
    PageStyle.MODERN: "Modern",
    PageStyle.COMPACT: "Compact",
}
PAPERS = {Paper.A4: "A4", Paper.LETTER: "Letter"}
ROOMY = 430
"""Px at 100 % from which there is room for all words."""
FIT_TEXT, WHOLE_PAGE = "Fit text", "Whole page"


class PreviewBar(QWidget):
    """`dressed` tells another look that was chosen, `sized` that the pages are to be shown in
    another size: `whole` ones, or as wide as the text allows.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.dressed: Channel[LetterLook] = Channel()
        self.sized: Channel[None] = Channel()
        self._look = LetterLook()
        self._styles: dict[PageStyle, QAction] = {}
        self._papers: dict[Paper, QAction] = {}
        menu = Menu(self)
        for style, words in STYLES.items():
            self._styles[style] = self._choice(menu, words, self._dresser(style=style))
        menu.addSeparator()
        for paper, words in PAPERS.items():
            self._papers[paper] = self._choice(menu, words, self._dresser(paper=paper))
        menu.addSeparator()
        self._fit = self._choice(menu, "Fit to one page", self._toggle_fit)
        self.menu = menu
        self.look_button = _opener(theme, menu)
        self._sizes = Menu(self)
        self._text = self._choice(self._sizes, FIT_TEXT, lambda: self.set_whole(on=False))
        self._page = self._choice(self._sizes, WHOLE_PAGE, lambda: self.set_whole(on=True))
        self.size_button = _opener(theme, self._sizes)
        self._theme = theme
        self._title = PlainLabel("Preview", "strong")
        self.count = PlainLabel("", "small")
        self._lay_out(theme)
        self._group(*self._styles.values())
        self._group(*self._papers.values())
        self._group(self._text, self._page)
        self.show_look(self._look)
        self.set_whole(on=False)

    @property
    def whole(self) -> bool:
        """Whether a page is shown with its margins, and no larger than there is room."""
        return self._page.isChecked()

    def set_whole(self, *, on: bool) -> None:
        chosen = self._page if on else self._text
        chosen.setChecked(True)
        self.size_button.setText(chosen.text())
        self.size_button.setAccessibleName(f"Size of the preview: {chosen.text()}")
        self.sized.put(None)

    def show_look(self, look: LetterLook) -> None:
        """Show which look the letter has."""
        self._look = look
        self._styles[look.style].setChecked(True)
        self._papers[look.paper].setChecked(True)
        self._fit.setChecked(look.fit)
        words = f"{STYLES[look.style]}, {PAPERS[look.paper]}"
        self.look_button.setText(words)
        fitted = ", fitted to one page" if look.fit else ""
        self.look_button.setAccessibleName(f"Look of the letter: {words}{fitted}")
        self.look_button.setToolTip(f"{words}{fitted}: style and paper of the letter")

    def lock(self, *, on: bool) -> None:
        """A letter that was sent keeps its look."""
        self.look_button.setEnabled(not on)

    def say(self, words: str, *, warn: bool = False) -> None:
        """Say how many pages there are."""
        self.count.set_role("warn" if warn else "small")
        self.count.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._title.setVisible(self.width() >= self._theme.px(ROOMY))

    def _dresser(
        self, style: PageStyle | None = None, paper: Paper | None = None
    ) -> Callable[[], None]:
        """What choosing this style or paper does."""

        def dress() -> None:
            look = self._look
            self._tell(look._replace(style=style or look.style, paper=paper or look.paper))

        return dress

    def _toggle_fit(self) -> None:
        self._tell(self._look._replace(fit=not self._look.fit))

    def _tell(self, look: LetterLook) -> None:
        if look != self._look:
            self.show_look(look)
            self.dressed.put(look)

    def _choice(self, menu: Menu, words: str, run: Callable[[], object]) -> QAction:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.triggered.connect(lambda _checked: run())
        return action

    def _group(self, *actions: QAction) -> None:
        """Exactly one of them is on."""
        group = QActionGroup(self)
        for action in actions:
            group.addAction(action)

    def _lay_out(self, theme: Theme) -> None:
        theme.fit(self.setFixedHeight, BAR)
        self.setMinimumWidth(Size.SIDEBAR)  # below it the preview stands alone, see `ViewChoice`
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        row.setSpacing(Space.SMALL)
        row.addWidget(self._title)
        row.addStretch(1)
        for widget in (self.look_button, self.size_button):
            row.addWidget(widget)
        row.addSpacing(Space.TIGHT)
        row.addWidget(self.count)


def _opener(theme: Theme, menu: Menu) -> MenuButton:
    """A button that opens a menu below it."""
    made = MenuButton(theme, "")
    made.clicked.connect(lambda: menu.open_below(made))
    return made


def pages_in_words(count: int, at: int, *, fit: bool, fitted: bool) -> str:
    """How many pages there are: "Page 1 of 2", "Fits one page", "2 pages, too long"."""
    if not fit:
        return f"Page {at + 1} of {count}"
    return "Fits one page" if fitted else f"{count} pages, too long"
