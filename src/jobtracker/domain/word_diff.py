"""What was changed between two texts, word by word."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby, pairwise
from typing import NamedTuple, TypeAlias

_WORD = re.compile(r"\s+|\w+(?:['’-]\w+)*|[^\w\s]")
_SAYS = re.compile(r"\w|\n")
_LARGEST = 20_000
"""Two stretches without a word of their own are compared word with word where the product of
their lengths is at most this, else told as replaced: the time must not grow with its square."""
_DEEPEST = 32

_Pair: TypeAlias = tuple[int, int]
"""The place of a word in the earlier text, and of the same word in the later one."""


class ChangeKind(StrEnum):
    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class Change(NamedTuple):
    """A stretch of words: `text` begins at `before_start` of the earlier text and `after_start`
    of the later one; what is in one only stands at that place of the other.
    """

    kind: ChangeKind
    text: str
    before_start: int
    after_start: int


def diff_words(before: str, after: str) -> tuple[Change, ...]:
    """The changes in order, what was removed before what was added in its place. All but what
    was added make `before`; all but what was removed make `after`.

    Blanks and signs alone between two changes count as changed with them.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    return tuple(_placed(_joined(_stretches(old, new, _kept(old, new)))))


def _kept(old: Sequence[str], new: Sequence[str]) -> list[_Pair]:
    """The words that stay, found as patience diff does: words that occur once on both sides hold
    the rest in place, and between two of them it begins again.
    """
    pairs: list[_Pair] = []
    waiting = [(0, len(old), 0, len(new), 0)]
    while waiting:
        first, last, start, end, depth = waiting.pop()
        while first < last and start < end and old[first] == new[start]:
            pairs.append((first, start))
            first, start = first + 1, start + 1
        while first < last and start < end and old[last - 1] == new[end - 1]:
            last, end = last - 1, end - 1
            pairs.append((last, end))
        if first == last or start == end:
            continue
        anchors = _anchors(old[first:last], new[start:end]) if depth < _DEEPEST else []
        if not anchors:
            pairs += _compared(old[first:last], new[start:end], first, start)
            continue
        for one, other in anchors:
            pairs.append((first + one, start + other))
        edges = [(-1, -1), *anchors, (last - first, end - start)]
        for (a, c), (b, d) in pairwise(edges):
            waiting.append((first + a + 1, first + b, start + c + 1, start + d, depth + 1))
    return sorted(pairs)


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[_Pair]:
    """The most words that occur once on both sides and stand in the same order."""
    in_old, in_new = Counter(old), Counter(new)
    place = {word: at for at, word in enumerate(new) if in_new[word] == 1}
    unique = [
        (at, place[word]) for at, word in enumerate(old) if in_old[word] == 1 if word in place
    ]
    ends: list[int] = []  # the smallest end of an ascending row of each length
    row_of: list[int] = []
    for _, at in unique:
        row = bisect_left(ends, at)
        ends[row : row + 1] = [at]
        row_of.append(row)
    chosen: list[_Pair] = []
    wanted = len(ends) - 1
    for pair, row in zip(reversed(unique), reversed(row_of), strict=True):
        if row == wanted and (not chosen or pair[1] < chosen[-1][1]):
            chosen.append(pair)
            wanted -= 1
    return chosen[::-1]


def _compared(old: Sequence[str], new: Sequence[str], first: int, start: int) -> Iterator[_Pair]:
    if len(old) * len(new) > _LARGEST:
        return
    for one, other, length in SequenceMatcher(None, old, new, False).get_matching_blocks():
        for step in range(length):
            yield first + one + step, start + other + step


def _stretches(
    old: Sequence[str], new: Sequence[str], pairs: Iterable[_Pair]
) -> Iterator[tuple[ChangeKind, str]]:
    first = start = 0
    for one, other in (*pairs, (len(old), len(new))):
        yield ChangeKind.REMOVED, "".join(old[first:one])
        yield ChangeKind.ADDED, "".join(new[start:other])
        yield ChangeKind.SAME, "".join(old[one : one + 1])
        first, start = one + 1, other + 1


def _joined(stretches: Iterable[tuple[ChangeKind, str]]) -> Iterator[tuple[ChangeKind, str]]:
    """Neighbours of one kind as one, and blanks between two changes with them."""
    removed = added = between = ""
    said = (stretch for stretch in stretches if stretch[1])
    for kind, group in groupby(said, key=lambda stretch: stretch[0]):
        text = "".join(part for _, part in group)
        if kind is ChangeKind.REMOVED:
            removed, added, between = removed + between + text, added + between, ""
        elif kind is ChangeKind.ADDED:
            removed, added, between = removed + between, added + between + text, ""
        elif (removed or added) and not _SAYS.search(text):
            between = text
        else:
            yield from ((ChangeKind.REMOVED, removed), (ChangeKind.ADDED, added))
            yield ChangeKind.SAME, text
            removed = added = ""
    yield from ((ChangeKind.REMOVED, removed), (ChangeKind.ADDED, added))
    yield ChangeKind.SAME, between


def _placed(stretches: Iterable[tuple[ChangeKind, str]]) -> Iterator[Change]:
    before = after = 0
    for kind, text in stretches:
        if not text:
            continue
        yield Change(kind, text, before, after)
        before += len(text) * (kind is not ChangeKind.ADDED)
        after += len(text) * (kind is not ChangeKind.REMOVED)
