"""What helps to write in an editor: the list of fields and blocks, links, the toolbar's signs."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QToolTip, QWidget

from jobtracker.domain.letters import FieldName
from jobtracker.ui.features.letters.contract import BlockChoice
from jobtracker.ui.features.letters.writing.editor import LetterEditor, MenuPlace
from jobtracker.ui.features.letters.writing.editor_menu import EditorMenu
from jobtracker.ui.features.letters.writing.inserting import Inserting
from jobtracker.ui.features.letters.writing.linking import Linking
from jobtracker.ui.features.letters.writing.spell_lane import SpellLane
from jobtracker.ui.features.letters.writing.spell_walk import NO_VALUES, Found, walk
from jobtracker.ui.features.letters.writing.spell_words import names_in
from jobtracker.ui.features.letters.writing.spelling import Spelling
from jobtracker.ui.features.letters.writing.toolbar import Toolbar
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.labels import plain_tip

BOLD, ITALIC = "**", "*"
NOTHING_WRONG = "No misspelt words"


class WritingTools:
    """Lets a toolbar act on an editor; what it opens floats over `desk`. `own` and `blocks` are
    what the list offers, see `Inserting`; `values` those typed beside the text, if any.
    """

    def __init__(
        self,
        theme: Theme,
        desk: QWidget,
        editor: LetterEditor,
        toolbar: Toolbar,
        own: Callable[[], Sequence[FieldName]],
        blocks: Callable[[], Sequence[BlockChoice]] = tuple,
    ) -> None:
        self._editor = editor
        self.spelling: Spelling | None = None
        self._language = ""
        self._names = names_in(())
        self._text = 0
        self.values = NO_VALUES
        self.inserting = Inserting(theme, desk, editor, own, blocks)
        self.linking = Linking(theme, desk, editor)
        editor.menu_wanted.subscribe(self._open_menu, owner=editor)
        toolbar.insert.clicked.connect(lambda _checked: self.inserting.open())
        toolbar.bold.clicked.connect(self.embolden)
        toolbar.italic.clicked.connect(self.slant)
        toolbar.items.clicked.connect(lambda _checked: self.list())
        toolbar.numbers.clicked.connect(lambda _checked: self.list(numbered=True))
        toolbar.link.clicked.connect(lambda _checked: self.linking.open())

    def embolden(self) -> None:
        """Make what is selected bold, or plain again."""
        self._sign(BOLD)

    def slant(self) -> None:
        """Set what is selected in italics, or plain again."""
        self._sign(ITALIC)

    def list(self, *, numbered: bool = False) -> None:
        """Make the lines of the selection items of a list, or lines again."""
        if not self._editor.isReadOnly():
            self._editor.list_items(numbered=numbered)

    def check_spelling(self, lane: SpellLane) -> Spelling:
        """Mark misspelt words from now on, once the language of the text is told."""
        self.spelling = Spelling(self._editor, lane)
        self.spelling.show(self._language, self._names, self._text)
        return self.spelling

    def set_language(self, language: str, names: Iterable[str] = (), text: int = 0) -> None:
        """The language of the text (ISO 639-1), names whose words are right in it, and its id."""
        self._language, self._names, self._text = language, names_in(names), text
        if self.spelling is not None:
            self.spelling.show(self._language, self._names, text)

    def walk_misspelt(self, step: int) -> None:
        """Go to the next misspelt word, or the one before, and offer what may have been meant."""
        if self.spelling is None:
            self._say(NOTHING_WRONG)
            return
        self.spelling.wrong_in_values(self.values.typed())
        if self.spelling.when_known(lambda: self.walk_misspelt(step)):
            return
        found = walk(self.spelling, self.values, step)
        if found is Found.NOTHING:
            self._say(NOTHING_WRONG)
        if found is not Found.TEXT:
            return
        self._editor.setFocus()
        place = self._editor.textCursor().selectionStart()
        corner = self._editor.viewport().mapToGlobal(self._editor.cursorRect().bottomLeft())
        menu = EditorMenu(self._editor, self.spelling)
        menu.open_at(place, corner, lambda: self.walk_misspelt(step))

    def _sign(self, sign: str) -> None:
        if not self._editor.isReadOnly():
            self._editor.wrap(sign)

    def _open_menu(self, place: MenuPlace) -> None:
        EditorMenu(self._editor, self.spelling).open_at(*place)

    def _say(self, words: str) -> None:
        corner = self._editor.viewport().mapToGlobal(self._editor.cursorRect().bottomLeft())
        QToolTip.showText(corner, plain_tip(words), self._editor)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._editor, words))
