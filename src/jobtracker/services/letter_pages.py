"""What stands on a letter's pages: its parts as paragraphs, and the fonts to set them in."""

from typing import TYPE_CHECKING

from jobtracker.domain.letters import MissingStyle

if TYPE_CHECKING:
    from jobtracker.domain.letter_content import LetterContent
    from jobtracker.services.letter_views import LetterView


def content_of(view: "LetterView", missing: MissingStyle = MissingStyle.MARK) -> "LetterContent":
    """The letter as pages, files and the clipboard are made of it."""
    from jobtracker.domain.letters import mark_of
    from jobtracker.exchange.markup import content_of as read_markup

    composed = view.composed(missing, escape=True)
    marks = {mark_of(name) for name in composed.missing} if missing is MissingStyle.MARK else ()
    return read_markup(composed, view.language, marks)


def fonts_ready() -> None:
    """Make the shipped fonts known to Qt, once, and Qt itself where there is no window; pages
    look right only after it.
    """
    from jobtracker.system.resources import resource_files
    from jobtracker.typesetting.fonts import register_fonts
    from jobtracker.typesetting.pdf import ensure_gui

    ensure_gui()
    register_fonts(resource_files("fonts", ".ttf"))
