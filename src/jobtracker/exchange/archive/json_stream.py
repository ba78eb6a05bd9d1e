"""JSON read a record at a time, so that a file of any size costs the memory of its largest record.

How long a record is, how deep and of how many values is counted before anything is made of it.
"""

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from jobtracker.exchange.archive.limits import DEEPEST, LONGEST_RECORD, MOST_VALUES

_BLANK = re.compile(r"[ \t\r\n]*")
_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[{]|[\]}]', re.DOTALL)
_SCALAR_END = re.compile(r"[,\]}\s]")
_AT_ONCE: Final = 1 << 16
"""Characters that are decoded without being counted first: what they may cost is small."""


class JsonStreamError(ValueError):
    """The text is no JSON, not of the expected shape, or would cost too much."""


def _no_number(word: str) -> float:
    raise JsonStreamError(word)


class JsonStream:
    """A text of JSON that comes in pieces of bytes; what has been read is let go."""

    def __init__(self, chunks: Iterable[bytes], longest: int = LONGEST_RECORD) -> None:
        """`longest` is the most characters that a value may have."""
        self._chunks = iter(chunks)
        self._longest = longest
        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self._raw_decode = json.JSONDecoder(parse_constant=_no_number).raw_decode
        self._text = ""
        self._at = 0
        self._ended = False

    def sign(self) -> str:
        """The next character that is no blank, left in place; "" at the end."""
        while True:
            found = _BLANK.match(self._text, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def take(self, sign: str) -> None:
        """Go on behind this character, which has to be the next."""
        if self.sign() != sign:
            raise JsonStreamError(f"{sign} is missing")
        self._at += 1

    def items(self) -> Iterator[Any]:
        """The values of an array, one after the other."""
        self.take("[")
        if self.sign() == "]":
            self.take("]")
            return
        while True:
            yield self.value()
            if self.sign() == "]":
                self.take("]")
                return
            self.take(",")

    def names(self) -> Iterator[str]:
        """The names of an object's fields; each value has to be read before the next name."""
        self.take("{")
        if self.sign() == "}":
            self.take("}")
            return
        while True:
            name = self.value()
            if not isinstance(name, str):
                raise JsonStreamError("a name is no text")
            self.take(":")
            yield name
            if self.sign() == "}":
                self.take("}")
                return
            self.take(",")

    def end(self) -> None:
        """Nothing may follow."""
        if self.sign():
            raise JsonStreamError("something follows the end")

    def value(self) -> Any:
        """The next value, whole."""
        self.sign()
        line_end = self._text.find("\n", self._at, self._at + _AT_ONCE)
        if line_end >= 0 and self._text[self._at] == "{":
            known = self._decoded_line(line_end)
            if known is not None:
                return known
        end = self._end_of_value()
        try:
            found, _ = self._raw_decode(self._text[self._at : end])
        except (ValueError, RecursionError) as error:
            raise JsonStreamError("no JSON") from error
        self._at = end
        return found

    def _decoded_line(self, line_end: int) -> Any:
        """The object on this line, as we write it; None where it is not whole there."""
        try:
            found, length = self._raw_decode(self._text[self._at : line_end])
        except JsonStreamError:
            raise
        except (ValueError, RecursionError):
            return None
        self._at += length
        return found

    def _end_of_value(self) -> int:
        """Where the next value ends, found by its brackets and texts alone."""
        if self.sign() not in '{["':
            return self._end_of_scalar()
        depth = count = 0
        at = self._at
        while True:
            found = _TOKEN.search(self._text, at)
            if found is None or self._is_cut(found.start(), at):
                at -= self._at
                self._grow()
                at += self._at
                continue
            at = found.end()
            mark = found[0][0]
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(mark, 0)
            count += 1
            if depth > DEEPEST or count > MOST_VALUES:
                raise JsonStreamError("too deep or too many values")
            if depth <= 0:
                return at

    def _is_cut(self, start: int, at: int) -> bool:
        """Whether a text begins before what was found and has no end yet."""
        return '"' in self._text[at:start]

    def _end_of_scalar(self) -> int:
        while True:
            found = _SCALAR_END.search(self._text, self._at)
            if found:
                return found.start()
            if self._ended:
                return len(self._text)
            self._grow(must=False)

    def _grow(self, *, must: bool = True) -> None:
        """Read as much again as is held, so that a long record is looked at a few times only."""
        held = len(self._text) - self._at
        if held > self._longest:
            raise JsonStreamError("a record is too long")
        if not self._more(min(2 * held, self._longest + 1)) and must:
            raise JsonStreamError("it ends too soon")

    def _more(self, wanted: int = 1) -> bool:
        """Let go what was read and read on; whether anything came."""
        pieces = [self._text[self._at :]]
        held = len(pieces[0])
        before = held
        while held <= max(before, wanted - 1) and not self._ended:
            chunk = next(self._chunks, None)
            self._ended = chunk is None
            try:
                text = self._decode(chunk or b"", final=self._ended)
            except UnicodeDecodeError as error:
                raise JsonStreamError("no UTF-8") from error
            pieces.append(text)
            held += len(text)
        self._text, self._at = "".join(pieces), 0
        return held > before
