"""What a person can do with words in any text that is open: a letter's, a template's, a block's."""

from typing import TYPE_CHECKING

from jobtracker.ui.actions import Action

if TYPE_CHECKING:
    from collections.abc import Callable

    from jobtracker.ui.features.letters.writing.tools import WritingTools

TEXT = "letter text open"
MENU = "Letter"
SECTION = 1


def text_actions(tools: "Callable[[], WritingTools]") -> list[Action]:
    """Actions on the text that is shown when they are run; `tools` are its own."""

    def on_text(
        action_id: str, words: str, deed: "Callable[[WritingTools], object]", keys: str
    ) -> Action:
        def run() -> None:
            deed(tools())

        return Action(action_id, words, MENU, run, keys, when=TEXT, section=SECTION)

    return [
        on_text("insert field", "Insert field or block…", lambda at: at.inserting.open(), "Ctrl+J"),
        on_text("bold", "Bold", lambda at: at.embolden(), "Ctrl+B"),
        on_text("italic", "Italic", lambda at: at.slant(), "Ctrl+I"),
        on_text("bullets", "List", lambda at: at.list(), "Ctrl+Shift+8"),
        on_text("numbers", "Numbered list", lambda at: at.list(numbered=True), "Ctrl+Shift+7"),
        on_text("link", "Link…", lambda at: at.linking.open(), "Ctrl+Shift+K"),
        on_text("next misspelt", "Next misspelt word", lambda at: at.walk_misspelt(1), "F7"),
        on_text(
            "previous misspelt",
            "Previous misspelt word",
            lambda at: at.walk_misspelt(-1),
            "Shift+F7",
        ),
    ]
