"""Text as typed: kept exactly, or refused with a sentence."""

import re
import unicodedata

from jobtracker.domain.errors import InvalidInputError

FIELD_LIMIT = 2_000_000
"""Characters one field may hold."""

_NONCHARACTERS = "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
)
_BREAK = re.compile("\r\n|[\n\v\f\r\x85\u2028\u2029]")
_REFUSED = re.compile(f"[\x00\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}]")


def checked_text(text: str, field: str) -> str:
    """The same text, or an InvalidInputError that names the field and what is wrong with it.

    Refused are NUL, half surrogates and noncharacters (no database or file format keeps them)
    and anything over `FIELD_LIMIT` characters.
    """
    if len(text) > FIELD_LIMIT:
        raise InvalidInputError(
            f"The {field} is {len(text):,} characters long; {FIELD_LIMIT:,} fit. Shorten it.",
            field=field,
        )
    found = _REFUSED.search(text)
    if found:
        raise InvalidInputError(
            f"The {field} holds a character that cannot be stored (U+{ord(found[0]):04X} at "
            f"position {found.start() + 1}). Remove it and try again.",
            field=field,
        )
    return text


def one_line(text: str, field: str) -> str:
    """The same for what is one line: every break of a line becomes a blank."""
    return _BREAK.sub(" ", checked_text(text, field))


def required_text(text: str, field: str) -> str:
    """A one-line value without its outer blanks; empty ones are refused."""
    value = one_line(text, field).strip()
    if not value:
        raise InvalidInputError(f"The {field} is empty. Type it and try again.", field=field)
    return value


def folded(text: str) -> str:
    """For comparing names: case and accents folded, runs of blanks as one."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(bare.split())


def shortened(text: str, most: int = 60) -> str:
    """What a person typed, for the name of a step: at most so many characters, on one line."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: 4 * most]).split())
    return line if len(line) <= most else f"{line[: most - 2]} …"


def quoted(text: str, most: int = 60) -> str:
    """The same for repeating it in a message: “text”."""
    return f"“{shortened(text, most)}”"


def words_of(text: str) -> frozenset[str]:
    """The words of a list written as one text."""
    return frozenset(text.split())
