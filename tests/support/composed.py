"""Letters put together by hand, for tests of what is made of them."""

from jobtracker.domain.letter_content import LetterContent
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_parts import ComposedLetter, Part, PlacedPart
from jobtracker.domain.letters import fill
from jobtracker.exchange.markup import content_of


def composed(parts: dict[Part, str]) -> ComposedLetter:
    """The parts in this order, with a blank line between, as if nothing had been filled in."""
    text = ""
    placed: list[PlacedPart] = []
    for part, words in parts.items():
        text += "\n\n" if text else ""
        placed.append(PlacedPart(part, len(text), len(text) + len(words), fill(words, {}), 0))
        text += words
    return ComposedLetter(text, tuple(placed), ())


def content(
    body: str, *marks: str, part: Part = Part.BODY, language: Language = Language.ENGLISH
) -> LetterContent:
    """What a letter of one part says."""
    return content_of(composed({part: body}), language, marks)


def whole_letter(body: str = "", language: Language = Language.ENGLISH) -> LetterContent:
    """What a letter with all its parts says."""
    parts = {
        Part.SENDER: "Ada Lovelace\nada@example.com · +44 20 7946 0000\n12 St James's Square",
        Part.RECIPIENT: "Example Analytics\nMs Grace Hopper\n1 Harbour Street",
        Part.DATE: "London, 22 November 2026",
        Part.SUBJECT: "Application for Data Engineer",
        Part.SALUTATION: "Dear Ms Hopper,",
        Part.BODY: body
        or (
            "I move data that people **trust**, and have done so for *six years*:\n\n"
            "- pipelines with owners,\n- tests that read like the business,\n"
            "  1. first\n  2. second\n- alerts.\n\n"
            "My work is at [my page](https://example.com/ada?x=1&y=2) <not & a tag>."
        ),
        Part.CLOSING: "Yours sincerely,",
        Part.SIGNATURE: "Ada Lovelace",
        Part.ENCLOSURES: "Enclosures: CV",
    }
    return content_of(composed(parts), language)
