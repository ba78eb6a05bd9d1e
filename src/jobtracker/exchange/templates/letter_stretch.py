"""The letter on a page saved from a site: navigation, tips and cookie lines around it go.

It reaches from the sender above the greeting to the name under the closing. Where no greeting and
closing stand out, everything stays.
"""

import re

from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_languages import closing_words, greeting_words
from jobtracker.domain.placeholders import find_placeholders
from jobtracker.domain.sample_words import sample_words

_LONGEST_LINE = 80
_MOST_BLOCKS = 8
_SIGNED_WORDS = 5
_DATA = re.compile(
    r"@|\+?\d{5,}|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\b(?:19|20)\d\d\b|^\d+ [A-Z]"
    r"|[A-Za-zß.] \d+[a-z]?$|^(?:re|subject|betreff|objet|asunto|ref)\b ?:"
    r"|^\**(?:application (?:for|as)|bewerbung (?:als|um)|candidature|candidatura)\b",
    re.MULTILINE | re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]{0,30}(?: [^\W\d_a-z][\w.'’-]{0,30}){1,3}")
_AFTER_NAME = re.compile(
    r"(?:p\.? ?s\b|encl|enc\b|attach|anlage|anlagen|pièces? jointe|adjunto|anexo)", re.IGNORECASE
)
_OF_SITE = re.compile(
    r"\b(?:cookies?|copyright|newsletter|sign in|log in|privacy|datenschutz|impressum|download"
    r"|templates?|examples?|tips?|vorlagen?|muster|modèles?|plantillas?|updated|min read"
    r"|letters?|resumes?|jobs?|careers?|home|menu|search)\b|©",
    re.IGNORECASE,
)


def letter_in(text: str) -> str:
    """The stretch of a page's text that is a letter; the whole where none stands out."""
    blocks = text.split("\n\n")
    greeting = next((at for at, block in enumerate(blocks) if _begins(block, _GREETS)), None)
    if greeting is None:
        return text
    closings = (
        at for at in range(greeting, len(blocks)) if _line_of_closing(blocks[at]) is not None
    )
    closing = next(closings, None)
    if closing is None:
        return text
    return "\n\n".join(blocks[_start(blocks, greeting) : _end(blocks, closing)])


def _start(blocks: list[str], greeting: int) -> int:
    """The first block of the head: one short line between two of its blocks belongs to it, and a
    person's name above.
    """
    start = greeting
    for at in range(greeting - 1, max(-1, greeting - 1 - _MOST_BLOCKS), -1):
        if _is_head(blocks[at]):
            start = at
        elif start - at > 1 or "\n" in blocks[at] or _OF_SITE.search(blocks[at]):
            break
    named = start and start < greeting and _NAME.fullmatch(blocks[start - 1].strip(" *"))
    return start - 1 if named and not _OF_SITE.search(blocks[start - 1]) else start


def _pattern(language_words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(set(language_words), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


_GREETS = _pattern(tuple(word for one in Language for word in greeting_words(one)))
_CLOSES = _pattern(tuple(word for one in Language for word in closing_words(one)))


def _begins(block: str, words: re.Pattern[str]) -> bool:
    return any(
        _says(line, words) and line.rstrip(" *").endswith((",", ":")) for line in block.split("\n")
    )


def _says(line: str, words: re.Pattern[str]) -> bool:
    plain = line.strip(" \t*#").casefold()
    return len(plain) <= _LONGEST_LINE and words.match(plain) is not None


def _line_of_closing(block: str) -> int | None:
    """The line of a block that closes the letter: short, and with nothing but a name below."""
    lines = block.split("\n")
    for at, line in enumerate(lines):
        if _says(line, _CLOSES) and all(len(one) <= _LONGEST_LINE for one in lines[at:]):
            return at
    return None


def _end(blocks: list[str], closing: int) -> int:
    """Behind the name under the closing, and enclosures or a postscript below."""
    end = closing + 1
    if blocks[closing].rstrip(" *").endswith(",") and end < len(blocks):
        end += _is_name(blocks[end])
    while end < len(blocks) and _AFTER_NAME.match(blocks[end].lstrip(" *")):
        end += 1
    return end


def _is_name(block: str) -> bool:
    short = len(block.split("\n", 1)[0].split()) <= _SIGNED_WORDS
    return bool(find_placeholders(block)) or (short and not _OF_SITE.search(block))


def _is_head(block: str) -> bool:
    """Whether a block is one of a sender, recipient, date or subject, in short lines."""
    lines = block.split("\n")
    if any(len(line) > _LONGEST_LINE or line.startswith(("- ", "1. ")) for line in lines):
        return False
    named = bool(find_placeholders(block)) or any(sample_words(block))
    return named or (_DATA.search(block) is not None and not _OF_SITE.search(block))
