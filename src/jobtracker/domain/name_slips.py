"""Long names with one slip of the pen: "Wingtp Payments" is Wingtip Payments.

Two words are one slip apart where a letter is missing, too many, wrong, or exchanged with the
next. Such a pair has in common what is left of both without one letter (Garbe's symmetric
deletion), so that a thousand names are looked for with one look into a dictionary for each letter
of what is read. Most of what is read is told before that: a slip leaves either the first two
letters of a name of six as they are, or the last three.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

NameWords: TypeAlias = tuple[str, ...]

SHORTEST = 8
"""Letters of a name that is known with a slip wherever it stands."""
SHORTEST_WHERE_MEANT = 6
"""Letters of one that words around it must show to be meant: "Forget" is near Target too."""
_LONGEST = 40
_HEAD, _TAIL = 2, 3
_FEWEST, _FEWEST_WRITTEN = SHORTEST_WHERE_MEANT - 1, 4
"""A letter that folds into two ("ß") makes a name longer than it is written."""
_LINK = r"(?:of|the|de|du|la|le|el|der|und|et|and|y|&)"
_CAPITALISED = re.compile(
    rf"[^\W\d_a-zß-öø-ÿ]\w*(?:[ ’'&.-]{{1,3}}(?:{_LINK}[ ])?[^\W\d_a-zß-öø-ÿ]\w*){{0,4}}"
)
_PIECE = re.compile(r"\w+")


class Near(NamedTuple):
    """Long names by what is left of their letters without one of them, and what they begin and
    end with.
    """

    by_rest: Mapping[str, tuple[NameWords, ...]]
    heads: frozenset[str]
    tails: frozenset[str]
    sizes: frozenset[tuple[str, int]]
    """Heads and tails with how many letters may be read there."""


class Piece(NamedTuple):
    """A word at text[start:end], and its letters, folded."""

    start: int
    end: int
    letters: str


def near_names(names: Iterable[NameWords], shortest: int = SHORTEST) -> Near:
    """Those of the names that have so many letters, to be known with a slip."""
    found: dict[str, list[NameWords]] = {}
    wanted = [(words, "".join(words)) for words in names]
    wanted = [
        (words, letters)
        for words, letters in wanted
        if shortest <= len(letters) <= _LONGEST and not letters.isdigit()
    ]
    for words, letters in wanted:
        for rest in _remainders(letters):
            found.setdefault(rest, []).append(words)
    return Near(
        {rest: tuple(names) for rest, names in found.items()},
        frozenset(letters[:_HEAD] for _, letters in wanted),
        frozenset(letters[-_TAIL:] for _, letters in wanted),
        frozenset(
            (part, len(letters) + more)
            for _, letters in wanted
            for part in (letters[:_HEAD], letters[-_TAIL:])
            for more in (-1, 0, 1)
        ),
    )


def slips(
    runs: Iterable[Sequence[Piece]], near: Near, is_own: Callable[[str], bool]
) -> Iterator[tuple[NameWords, int, int]]:
    """Which stretches of capitalised words are one slip away from a name, and where each ends;
    those of which the letters are one's own are passed over.
    """
    passed = -1
    for run in runs if near.by_rest else ():
        for start, end, letters in _stretches(run, near):
            name = _named(letters, near.by_rest) if start >= passed else None
            if name and not is_own(letters):
                passed = end
                yield name, start, end


def capitalised(text: str, fold: Callable[[str], str]) -> Iterator[tuple[Piece, ...]]:
    """The runs of capitalised words that are as long as a name with a slip may be."""
    for run in _CAPITALISED.finditer(text):
        start, end = run.span()
        if end - start < (_FEWEST if run[0].isascii() else _FEWEST_WRITTEN):
            continue
        if run[0].isalnum():
            yield (Piece(start, end, fold(run[0])),)
        else:
            found = _PIECE.finditer(text, start, end)
            yield tuple([Piece(*piece.span(), fold(piece[0])) for piece in found])


def _stretches(run: Sequence[Piece], near: Near) -> Iterator[Piece]:
    """The stretches of a run that begin or end like a name, the longest first at each place."""
    heads, tails, sizes = near.heads, near.tails, near.sizes
    ends = [len(one.letters) < _TAIL or one.letters[-_TAIL:] in tails for one in run]
    for first, piece in enumerate(run):
        begins = len(piece.letters) < _HEAD or piece.letters[:_HEAD] in heads
        if not begins and not any(ends[first:]):
            continue
        for last in range(len(run), first, -1):
            if begins or ends[last - 1]:
                letters = "".join([one.letters for one in run[first:last]])
                length = len(letters)
                if (letters[:_HEAD], length) in sizes or (letters[-_TAIL:], length) in sizes:
                    yield Piece(piece.start, run[last - 1].end, letters)


def _named(letters: str, near: Mapping[str, tuple[NameWords, ...]]) -> NameWords | None:
    for rest in _remainders(letters):
        for words in near.get(rest, ()):
            if is_slip(letters, "".join(words)):
                return words
    return None


def _remainders(letters: str) -> set[str]:
    return {letters, *(letters[:at] + letters[at + 1 :] for at in range(len(letters)))}


def is_slip(read: str, meant: str) -> bool:
    """Whether the two differ by one letter missing, too many, wrong or exchanged."""
    if read == meant or abs(len(read) - len(meant)) > 1:
        return False
    shorter, longer = sorted((read, meant), key=len)
    at = next(
        (n for n, pair in enumerate(zip(shorter, longer, strict=False)) if pair[0] != pair[1]),
        len(shorter),
    )
    if len(shorter) < len(longer):
        return shorter[at:] == longer[at + 1 :]
    exchanged = shorter[at : at + 2] == longer[at : at + 2][::-1]
    return shorter[at + 1 :] == longer[at + 1 :] or (
        exchanged and shorter[at + 2 :] == longer[at + 2 :]
    )
