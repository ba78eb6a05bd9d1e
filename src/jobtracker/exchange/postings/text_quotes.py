"""Mail as mail programs write it: "> " before forwarded lines, sentences cut at the margin."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jobtracker.domain.postings import Span

_QUOTED = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)
_NARROWEST, _WIDEST = 55, 85
"""Between these lies the margin at which mail programs break a line, in characters."""
_RAGGED = 8
"""How much shorter a line may be where somebody broke the lines by hand."""
_NOT_PROSE = re.compile(r"\s*(?:[-*•·●○◦▪–—+>|]|\d{1,2}[.)]|[^\s:]{1,20}:)\s")


class Unquoted(NamedTuple):
    """A view without the marks of quoting, and where its stretches stand in the posting."""

    view: str
    starts: Sequence[int]
    origins: Sequence[int]

    def origin(self, span: Span) -> Span:
        """Where words of this view stand in the posting."""
        return Span(self._origin(span.start), self._origin(span.end - 1) + 1)

    def _origin(self, offset: int) -> int:
        at = bisect_right(self.starts, offset) - 1
        return self.origins[at] + offset - self.starts[at]


def unquoted(view: str) -> Unquoted:
    """The view with quoted lines as they were written, and with whole sentences on one line."""
    starts, origins, kept = [0], [0], []
    end = length = 0
    for mark in _QUOTED.finditer(view):
        kept.append(view[end : mark.start()])
        length += mark.start() - end
        end = mark.end()
        starts.append(length)
        origins.append(end)
    kept.append(view[end:])
    return Unquoted(_unwrapped("".join(kept)), starts, origins)


def _unwrapped(view: str) -> str:
    """The same characters one for one, with a blank for each break that the margin made."""
    lines = view.split("\n")
    ends = ["\n"] * (len(lines) - 1) + [""]
    for first, after in _paragraphs(lines):
        if _is_wrapped(lines[first:after]):
            ends[first : after - 1] = [" "] * (after - 1 - first)
    return "".join(line + end for line, end in zip(lines, ends, strict=True))


def _paragraphs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where lines without an empty one between them begin and end."""
    first = 0
    for index, line in enumerate([*lines, ""]):
        if not line.strip():
            if index - first > 1:
                yield first, index
            first = index + 1


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether each next word did not fit on the line before it, as where a margin breaks lines."""
    if any(_NOT_PROSE.match(line) for line in lines):
        return False
    width = max(len(line.rstrip()) for line in lines)
    if not _NARROWEST <= width <= _WIDEST:
        return False
    words = [(line.split(maxsplit=1) or [""])[0] for line in lines[1:]]
    goes_on = any(word[:1].islower() for word in words)
    least = width - _RAGGED if goes_on else width
    is_full = all(
        len(line.rstrip()) + 1 + len(word) > least
        for line, word in zip(lines[:-1], words, strict=True)
    )
    return is_full and (goes_on or len(words) > 1)
