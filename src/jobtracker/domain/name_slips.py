"""Long names with one slip of the pen: "Wingtp Payments" is Wingtip Payments.

Two words are one slip apart where a letter is missing, too many, wrong, or exchanged with the
next. Such a pair has in common what is left of both without one letter (Garbe's symmetric
deletion), so that a thousand names are looked for with one look into a dictionary for each letter
of what is read.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TypeAlias

NameWords: TypeAlias = tuple[str, ...]

SHORTEST = 8
"""Letters of a name that is known with a slip."""
_LONGEST = 40
_LINK = r"(?:of|the|de|du|la|le|el|der|und|et|and|y|&)"
_CAPITALISED = re.compile(
    rf"[^\W\d_a-zß-öø-ÿ]\w*(?:[ ’'&.-]{{1,3}}(?:{_LINK}[ ])?[^\W\d_a-zß-öø-ÿ]\w*){{0,4}}"
)
_PIECE = re.compile(r"\w+")


def by_remainder(names: Iterable[NameWords]) -> Mapping[str, tuple[NameWords, ...]]:
    """The long ones of the names by what is left of their letters without one of them."""
    found: dict[str, list[NameWords]] = {}
    for words in names:
        letters = "".join(words)
        if SHORTEST <= len(letters) <= _LONGEST and not letters.isdigit():
            for rest in _remainders(letters):
                found.setdefault(rest, []).append(words)
    return {rest: tuple(names) for rest, names in found.items()}


def slips(
    text: str,
    near: Mapping[str, tuple[NameWords, ...]],
    fold: Callable[[str], str],
    own: Collection[str],
) -> Iterator[tuple[NameWords, int, int]]:
    """Where a capitalised stretch of the text is one slip away from a name, and where it ends;
    not where it is one of the `own` letters or one slip away from these.
    """
    for run in _CAPITALISED.finditer(text) if near else ():
        pieces = list(_PIECE.finditer(text, run.start(), run.end()))
        passed = -1
        for start, end, letters in _windows(pieces, fold):
            if start >= passed and SHORTEST - 1 <= len(letters) <= _LONGEST + 1:
                name = _named(letters, near)
                if name and not any(is_slip(letters, one) or letters == one for one in own):
                    passed = end
                    yield name, start, end


def _windows(
    pieces: list[re.Match[str]], fold: Callable[[str], str]
) -> Iterator[tuple[int, int, str]]:
    """The stretches of one to all words, the longest first at each place."""
    folded = [fold(piece[0]) for piece in pieces]
    for first in range(len(pieces)):
        for last in range(len(pieces) - 1, first - 1, -1):
            letters = "".join(folded[first : last + 1])
            yield pieces[first].start(), pieces[last].end(), letters


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
