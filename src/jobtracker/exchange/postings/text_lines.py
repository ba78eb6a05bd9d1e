"""A posting's text as lines and parts of lines that know where they stand.

All readers work on the *view* of a text: the same characters one for one, so that an offset in
the view is an offset in the text, but with one kind of blank, apostrophe and line break.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jobtracker.domain.postings import Span

LONGEST_LINE = 4_000
"""What stands behind so many characters of one line is not read by lines (it still is by text)."""

_SAME = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u200b\u200c\u2060\ufeff\u00ad", " "),
        **dict.fromkeys("\u2018\u2019\u02bc", "'"),
        **dict.fromkeys("\r\v\f\x85\u2028\u2029", "\n"),
    }
)
PICTURES = "\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff"
_LEAD = re.compile(rf"(?:[\s*_>•·●○◦▪■‣⁃–—|{PICTURES}-]|[#+]+(?=\s)|\d{{1,2}}[.)](?=\s))*")
_BULLET = re.compile(r"\s*(?:[-*•·●○◦▪■‣⁃–—+]|\d{1,2}[.)])\s")
_WIDE_GAP = re.compile(r"[ \t]{24,}")
_TAIL = f" \t*_|·•{''.join(map(chr, (0xFE0F, 0x2605, 0x2606)))}"
_DOT = r"·(?!(?:e|ne|fe|ve|le|te|se|rice|trice|euse|ère|esse|es)(?:·?s)?(?!\w))"
"""The dot between facts, not that of "Ingénieur·e"."""
_HARD_BREAK = re.compile(rf"[ \t]*(?:[|•∙●‧⋅¦]|{_DOT}|\t)[ \t]*|[ \t]{{4,}}")
_SOFT_BREAK = re.compile(
    rf"[ \t]*(?:[|•∙●‧⋅¦»›]|{_DOT}|\t)[ \t]*|[ \t]{{3,}}|[ \t](?:[–—-]|//|>)[ \t]"
)


class Piece(NamedTuple):
    """Words without blanks around them, and where they start in the posting."""

    text: str
    start: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.text))

    def part(self, start: int, end: int) -> "Piece":
        """The words text[start:end], without blanks around them."""
        words = self.text[start:end]
        return Piece(words.strip(), self.start + start + len(words) - len(words.lstrip()))


class Line(NamedTuple):
    """A line with words in it; `gap` says that an empty line stands before it."""

    piece: Piece
    is_bullet: bool
    gap: bool

    @property
    def text(self) -> str:
        return self.piece.text

    @property
    def start(self) -> int:
        return self.piece.start


def view_of(text: str) -> str:
    """The same characters one for one, with one kind of blank, apostrophe and line break."""
    same = text.replace("\r\n", " \n").translate(_SAME)
    return same.replace("**", "  ").replace("__", "  ")


def lines_of(view: str) -> list[Line]:
    """The lines that have words, without list marks, hashes and pictures before them.

    Words very far from each other on one line are lines of their own.
    """
    lines: list[Line] = []
    offset, gap = 0, True
    for raw in view.split("\n"):
        shown = raw[:LONGEST_LINE]
        for start, end in _far_apart(shown):
            if piece := _words(Piece(shown[start:end], offset + start)):
                lines.append(Line(piece, _BULLET.match(shown, start) is not None, gap))
                gap = False
        if not shown.strip():
            gap = True
        offset += len(raw) + 1
    return lines


def _far_apart(shown: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _WIDE_GAP.finditer(shown):
        yield start, found.start()
        start = found.end()
    yield start, len(shown)


def cells(piece: Piece) -> list[Piece]:
    """The parts of a line between bars, dots and tabs."""
    return list(_split(piece, _HARD_BREAK))


def parts(piece: Piece) -> list[Piece]:
    """The same, and between dashes that stand free."""
    return list(_split(piece, _SOFT_BREAK))


def _split(piece: Piece, at: re.Pattern[str]) -> Iterator[Piece]:
    start = 0
    for found in at.finditer(piece.text):
        if words := _words(piece.part(start, found.start())):
            yield words
        start = found.end()
    if words := _words(piece.part(start, len(piece.text))):
        yield words


def _words(piece: Piece) -> Piece | None:
    """A part without the marks and pictures at its edges, or None where no words are left."""
    lead = _LEAD.match(piece.text)
    words = piece.part(lead.end() if lead else 0, len(piece.text.rstrip(_TAIL)))
    return words if words.text else None


_LONGEST_OF_HEAD = 200
_MOST_WORDS_OF_FACT = 6


def short_parts(piece: Piece) -> list[Piece]:
    """The parts of a line of a head that are short enough to be facts and no prose."""
    if len(piece.text) > _LONGEST_OF_HEAD:
        return []
    return [part for part in parts(piece) if len(part.text.split()) <= _MOST_WORDS_OF_FACT]


_OTHER_JOBS = re.compile(
    r"(?:(?:see |view |show |discover |explore )?(?:more |other |all )?(?:similar|related"
    r"|recommended)"
    r" (?:jobs?|roles?|positions?|vacancies|opportunities|openings)"
    r"|(?:more|other) (?:open )?(?:jobs|roles|positions|vacancies|openings)"
    r"|people also (?:viewed|searched).{0,40}|(?:jobs|you may|you might) (?:you )?(?:may|might"
    r"|also) .{0,30}"
    r"|recommended for you|(?:weitere |ähnliche )(?:jobs?|stellen\w*|jobangebote|angebote"
    r"|positionen)"
    r"|(?:d'autres offres|ces offres|nos autres offres) .{0,60}"
    r"|les personnes ayant consulté .{0,40}|set alert for .{0,40}|definir une alerte .{0,60}"
    r"|get the newest jobs.{0,60}"
    r"|das könnte (?:sie|dich) auch interessieren|(?:diese jobs|jobs,? die) .{0,40}interessieren"
    r"|(?:d'autres |autres )?(?:offres|postes|annonces)(?: d'emploi)? (?:similaires|recommandées)"
    r"|autres (?:offres|postes|annonces).{0,30}|(?:ces|d'autres) offres .{0,40}intéresser)"
    r"(?: (?:at|in|near|bei|von|für|chez|à|de|from|pour|for|you|dich|sie)\b.{0,50})?\W*",
    re.IGNORECASE,
)
_LEAST_BEFORE = 3
_LONGEST_HEADING = 90


def own_lines(lines: list[Line]) -> list[Line]:
    """The lines of the posting itself: what a page lists below "Similar jobs" is cut off."""
    for index, line in enumerate(lines):
        is_heading = index >= _LEAST_BEFORE and len(line.text) <= _LONGEST_HEADING
        if is_heading and _OTHER_JOBS.fullmatch(line.text):
            return lines[:index]
    return lines
