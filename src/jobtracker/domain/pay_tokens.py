"""Text about pay as tokens: numbers, signs of money, words, marks. One pass, no looking back."""

import re
from enum import Enum, auto
from typing import NamedTuple

from jobtracker.domain.currencies import SYMBOLS, sign_of
from jobtracker.domain.pay_words import ABBREVIATIONS, GLUED_BEHIND_K, UNSPACED_WORDS, word_key


class Kind(Enum):
    NUMBER = auto()
    MONEY = auto()
    WORD = auto()
    MARK = auto()


class Token(NamedTuple):
    """A piece of the text; `key` is what the tables of words know it by.

    A number's key is its digits with "." for the decimal mark and "," for that of thousands,
    or "_" where a dot is that: "1 250,00" is "1,250.00" and "65.000" is "65_000".
    """

    kind: Kind
    start: int
    end: int
    key: str


MOST_TOKENS = 50_000
"""What stands behind so many tokens is not read: far more than a page holds."""
MOST_DIGITS = 15
"""A longer run of digits is an account number, not an amount."""

_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f\u0900-\u097f"
_SYMBOLS = "|".join(re.escape(each) for each in sorted(SYMBOLS, key=len, reverse=True))
_PHRASES = "|".join(re.escape(each) for each in sorted(UNSPACED_WORDS, key=len, reverse=True))
_MARKS = re.escape("-–—‒−―~〜～∼.…/()[],;:*=„“\"'’+&@|·•!?<>≥≤%‰→^")
_SIGNS = re.escape("".join({each for symbol in SYMBOLS for each in symbol if not each.isalnum()}))
_LETTER = r"[^\W\d_]"
_COMPUTED = r"0[xXbBoO][0-9a-fA-F]+|\d[\d.,]{0,20}[eE][+-]?\d+"
_THOUSANDS = r"\d{1,3}(?:\.\d{3})+(?![.\d])"
_NUMBERED = rf"(?!{_THOUSANDS})\d{{1,15}}(?:\.\d{{1,15}}){{2,8}}"
_TOKEN = re.compile(
    rf"""
    (?P<blank>\s+)
  | (?P<plan>(?:401|403|457)\s?\(?[kb](?!{_LETTER})\)?)
  | (?P<salaries>1[2-8]\s?薪)
  | (?P<computed>{_COMPUTED})
  | (?P<numbered>{_NUMBERED})
  | (?P<number>\d)
  | (?P<money>(?:{_SYMBOLS})(?!(?<=[A-Z]){_LETTER}))
  | (?P<phrase>{_PHRASES})
  | (?P<dotted>{_LETTER}(?:\.{_LETTER})+(?!{_LETTER})\.?)
  | (?P<word>[^\W\d_{_UNSPACED}]+)
  | (?P<junk>[^\w\s{_MARKS}{_SIGNS}]+)
  | (?P<tag>(?<=\S)[<>](?!=))
  | (?P<mark>->|>=|<=|\.\.\.?|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_FIXED = {
    "money": (Kind.MONEY, ""),
    "plan": (Kind.WORD, "401k"),
    # "14薪": so many monthly salaries a year, so that the figure is a month's.
    "salaries": (Kind.WORD, "月薪"),
    # A bracket of pasted HTML parts what stands on its sides.
    "tag": (Kind.MARK, "|"),
    # "1e9" and "0x1F" are a machine's numbers, "1.2.3" and "1.12.2026" a version and a day.
    "computed": (Kind.MARK, ""),
    "numbered": (Kind.MARK, ""),
}
_GROUP, _INDIAN_GROUP, _CENTS, _MOST_DECIMALS, _MILLS = 3, 2, 2, 4, 3
_DIGITS = re.compile(r"\d+")
_BLANKS = " \u00a0\u2007\u2009\u202f"
_NEXT_GROUP = re.compile(rf"([{_BLANKS}]?[.,][{_BLANKS}]?|['’‘´`٬٫{_BLANKS}])(\d+)")
_INDIAN_GOES_ON = re.compile(r",\d{2,3}(?!\d)")
_NO_CENTS = re.compile(r"[.,](?:--?|–|—)(?!\s?\d)")
_WIDE = {0xFF01 + i: 0x21 + i for i in range(94)} | {0xFFE5: 0xA5, 0xFFE1: 0xA3, 0xFFE0: 0xA2}


def tokens_of(text: str, most: int = MOST_TOKENS) -> list[Token]:
    """The first `most` tokens of `text`, blanks left out; positions are those of the text."""
    text = text.translate(_WIDE)
    tokens: list[Token] = []
    position, end = 0, len(text)
    while position < end and len(tokens) < most:
        match = _TOKEN.match(text, position)
        assert match is not None
        position = _take(text, match, tokens)
    return tokens


def _take(text: str, match: re.Match[str], tokens: list[Token]) -> int:
    """Add what matched to the tokens and say where to go on."""
    kind, start, end = match.lastgroup, match.start(), match.end()
    if kind == "blank":
        return end
    if kind == "number":
        return _take_number(text, start, tokens)
    if kind == "word":
        return _take_word(text, match, tokens)
    if kind == "phrase":
        is_money = sign_of(match[0]) is not None
        tokens.append(Token(Kind.MONEY if is_money else Kind.WORD, start, end, match[0]))
    elif kind == "dotted":
        tokens.append(Token(Kind.WORD, start, end, word_key(match[0].replace(".", ""))))
    else:
        meant, key = _FIXED.get(kind or "", (Kind.MARK, match[0]))
        tokens.append(Token(meant, start, end, key or match[0]))
    return end


def _take_word(text: str, match: re.Match[str], tokens: list[Token]) -> int:
    word, start, end = match[0], match.start(), match.end()
    if word[0] in "kKT" and len(word) > 1 and _follows_number(tokens, start):
        rest = word[1:]
        if rest.lower() in GLUED_BEHIND_K or rest in GLUED_BEHIND_K:
            tokens.append(Token(Kind.WORD, start, start + 1, word[0]))
            word, start = rest, start + 1
    if sign_of(word) is not None:
        kind, key = Kind.MONEY, word
    else:
        kind, key = Kind.WORD, word_key(word)
    if text[end : end + 1] == "." and (kind is Kind.MONEY or key in ABBREVIATIONS):
        end += 1
    tokens.append(Token(kind, start, end, key))
    return end


def _follows_number(tokens: list[Token], start: int) -> bool:
    return bool(tokens) and tokens[-1].kind is Kind.NUMBER and start - tokens[-1].end <= 1


def _take_number(text: str, start: int, tokens: list[Token]) -> int:
    key, end = _number_at(text, start)
    known = sum(map(str.isdigit, key)) <= MOST_DIGITS
    tokens.append(Token(Kind.NUMBER if known else Kind.MARK, start, end, key if known else ""))
    return end


def _number_at(text: str, start: int) -> tuple[str, int]:
    """The number that begins at `start` as (key, end); its marks decide between its groups."""
    first = _DIGITS.match(text, start)
    assert first is not None
    parts, end, thousands = [first[0]], first.end(), ""
    while group := _NEXT_GROUP.match(text, end):
        mark, digits = group[1].strip(_BLANKS) or " ", group[2]
        if _is_thousands(text, group, parts, thousands):
            thousands = mark
            parts += ["_" if mark == "." else ",", digits]
        elif _is_decimals(group, parts, thousands):
            parts += [".", digits]
            end = group.end()
            break
        else:
            break
        end = group.end()
    if bare := _NO_CENTS.match(text, end):
        end = bare.end()
    return "".join(parts), end


def _is_thousands(text: str, group: re.Match[str], parts: list[str], thousands: str) -> bool:
    mark, digits = group[1].strip(_BLANKS) or " ", group[2]
    if thousands not in ("", mark) or len(parts[0]) > _GROUP or mark == "٫":
        return False
    if len(digits) == _GROUP:
        return parts[0] != "0"
    indian = mark == "," and len(digits) == _INDIAN_GROUP >= len(parts[0])
    return indian and _INDIAN_GOES_ON.match(text, group.end()) is not None


def _is_decimals(group: re.Match[str], parts: list[str], thousands: str) -> bool:
    """Whether they are: three behind "1000." too, as no mark of thousands follows four digits."""
    mark, digits = group[1], group[2]
    if mark not in (".", ",", "٫") or mark == thousands:
        return False
    if thousands or len(parts[0]) <= _GROUP:
        return len(digits) <= _MOST_DECIMALS
    return len(digits) <= _CENTS or len(digits) == _MILLS


def keys_of(tokens: list[Token]) -> list[str]:
    return [token.key.lower() for token in tokens]
