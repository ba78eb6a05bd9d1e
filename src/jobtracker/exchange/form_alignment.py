"""Which paragraph of a person's own Word file a paragraph of the letter belongs in."""

from collections.abc import Sequence

_LEAST = 45.0
"""Likeness in percent; less is another paragraph."""
_MOST_PAIRS = 160_000


def aligned(places: Sequence[str], lines: Sequence[str]) -> list[int | None]:
    """For each of the lines the place it belongs in, in order; None for a new line.

    The places are the texts that stand there now. The pairs are chosen so that the sum of their
    likeness is greatest (Needleman and Wunsch, without a price for gaps); two texts of any
    length are aligned, but beyond some thousand pairs only equal ones are.
    """
    found: list[int | None] = [None] * len(lines)
    start = 0
    while start < min(len(places), len(lines)) and places[start] == lines[start]:
        found[start] = start
        start += 1
    end = 0
    left = min(len(places), len(lines)) - start
    while end < left and places[-1 - end] == lines[-1 - end]:
        found[-1 - end] = len(places) - 1 - end
        end += 1
    inner_places = places[start : len(places) - end]
    inner_lines = lines[start : len(lines) - end]
    pairs = (
        _best(inner_places, inner_lines)
        if len(inner_places) * len(inner_lines) <= _MOST_PAIRS
        else _equal(inner_places, inner_lines)
    )
    for place, line in pairs:
        found[start + line] = start + place
    return found


def _best(places: Sequence[str], lines: Sequence[str]) -> list[tuple[int, int]]:
    from rapidfuzz.fuzz import ratio

    likeness = [
        [ratio(place, line, score_cutoff=_LEAST) if line and place else 0.0 for line in lines]
        for place in places
    ]
    sums = [[0.0] * (len(lines) + 1) for _ in range(len(places) + 1)]
    for i, row in enumerate(likeness, 1):
        for j, like in enumerate(row, 1):
            both = sums[i - 1][j - 1] + like if like else 0.0
            sums[i][j] = max(sums[i - 1][j], sums[i][j - 1], both)
    pairs: list[tuple[int, int]] = []
    i, j = len(places), len(lines)
    while i and j:
        if sums[i][j] == sums[i - 1][j]:
            i -= 1
        elif sums[i][j] == sums[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]


def _equal(places: Sequence[str], lines: Sequence[str]) -> list[tuple[int, int]]:
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, places, lines, autojunk=False).get_matching_blocks()
    return [(block.a + n, block.b + n) for block in blocks for n in range(block.size)]
