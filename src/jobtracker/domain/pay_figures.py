"""Figures and ranges of figures among the tokens of a text.

figure  = money* number [scale] money*        "$140K", "12 Lakhs INR", "45 k€"
range   = figure [period] joiner figure       "140-165k", "$45/hr - $60/hr"
"""

from decimal import Decimal
from typing import NamedTuple

from jobtracker.domain.currencies import MINOR_DIGITS, Sign, sign_of
from jobtracker.domain.pay import Period
from jobtracker.domain.pay_tokens import Kind, Token
from jobtracker.domain.pay_words import (
    AND,
    BARE_NOUNS,
    BETWEEN,
    CONNECTORS,
    COUNTED,
    JOINERS,
    LPA,
    OTHER_PERIODS,
    PERIOD_ADVERBS,
    PERIOD_NOUNS,
    SCALES,
    TIGHT_SCALES,
)

MOST_JOINERS = 3
MOST_CONNECTORS = 3
MOST_SIGNS_AHEAD, MOST_SIGNS = 2, 3
THREE_DIGITS = 3
THOUSAND = 1_000
LEAST_THOUSANDS = 10_000
WIDEST_RANGE = 3
MILLION = 1_000_000


class Figure(NamedTuple):
    """One amount as written; `first` and `after` are the indexes of its tokens' span."""

    first: int
    after: int
    number: str
    scale: int
    signs: tuple[Sign, ...]
    lpa: bool = False


class Said(NamedTuple):
    """A period that was said; None where it is one we do not know, such as a fortnight."""

    period: Period | None
    after: int


class Range(NamedTuple):
    """One or two figures that belong together, in major units, and the index behind them."""

    first: int
    after: int
    low: Decimal
    high: Decimal
    signs: tuple[Sign, ...]
    scale: int
    said: Said | None
    lpa: bool
    backwards: bool = False

    @property
    def is_single(self) -> bool:
        return self.low == self.high


def range_at(tokens: list[Token], first: int) -> Range | None:
    """The range or single figure that begins with token `first`, if one does."""
    low = _figure_at(tokens, first)
    if low is None:
        return None
    said = period_at(tokens, low.after)
    ways = [(low.after, None)] if said is None else [(said.after, said), (low.after, None)]
    for after, said_between in ways:
        start = _behind_joiner(tokens, after, low.first)
        high = None if start is None else _figure_at(tokens, start)
        if high is not None and _is_end(tokens, low, high):
            return _joined(low, high, said_between)
    amount = _amount(low, low.scale)
    return Range(first, low.after, amount, amount, low.signs, low.scale, None, low.lpa)


def _figure_at(tokens: list[Token], first: int) -> Figure | None:
    index, signs = first, []
    while (
        index < len(tokens)
        and index - first < MOST_SIGNS_AHEAD
        and tokens[index].kind is Kind.MONEY
    ):
        signs.append(sign_of(tokens[index].key))
        index += 1
    if index >= len(tokens) or tokens[index].kind is not Kind.NUMBER:
        return None
    number = tokens[index]
    scale, word, index = _scale_at(tokens, index + 1, number)
    while index < len(tokens) and tokens[index].kind is Kind.MONEY and len(signs) < MOST_SIGNS:
        if _opens_next(tokens, index, bool(signs)):
            break
        signs.append(sign_of(tokens[index].key))
        index += 1
        if scale == 1:
            scale, word, index = _scale_at(tokens, index, tokens[index - 1])
    if _is_count(tokens, index, bool(signs)):
        return None
    kept = tuple(sign for sign in signs if sign is not None)
    return Figure(first, index, number.key, scale, kept, word.startswith(LPA))


def _scale_at(tokens: list[Token], index: int, number: Token) -> tuple[int, str, int]:
    """The scale word at `index` as (how many, word, next index); (1, "", index) if none."""
    if index >= len(tokens) or tokens[index].key not in SCALES:
        return 1, "", index
    token = tokens[index]
    gap = token.start - number.end
    tight = token.key in TIGHT_SCALES
    if tight and gap > (1 if token.key not in ("m", "l", "b") else 0):
        return 1, "", index
    return SCALES[token.key], token.key, index + 1


def _opens_next(tokens: list[Token], index: int, has_sign: bool) -> bool:
    """Whether the sign at `index` belongs to a number behind it: "$131,450 $63.20"."""
    following = index + 1
    if following >= len(tokens) or tokens[following].kind is not Kind.NUMBER:
        return False
    return has_sign or tokens[following].start == tokens[index].end


def _is_count(tokens: list[Token], index: int, has_sign: bool) -> bool:
    """Whether the number counts something else: "30%", "40 hours", "5 years"."""
    if index >= len(tokens):
        return False
    key = tokens[index].key
    return key in ("%", "‰") or (not has_sign and key in COUNTED)


def period_at(tokens: list[Token], index: int) -> Said | None:
    """The period said by the tokens from `index`: "per year", "/h", "a month", "p.a."."""
    if index >= len(tokens):
        return None
    key = tokens[index].key
    if key in PERIOD_ADVERBS:
        return Said(PERIOD_ADVERBS[key], index + 1)
    if key in OTHER_PERIODS:
        return Said(None, index + 1)
    if key in BARE_NOUNS:
        return Said(PERIOD_NOUNS[key], index + 1)
    return _behind_connectors(tokens, index)


def _behind_connectors(tokens: list[Token], index: int) -> Said | None:
    after = index
    while after < len(tokens) and after - index <= MOST_CONNECTORS:
        key = tokens[after].key.lower()
        is_connector = key in CONNECTORS
        follows = after > index
        if follows and key in PERIOD_NOUNS and not (is_connector and _is_noun(tokens, after + 1)):
            return Said(PERIOD_NOUNS[key], after + 1)
        if follows and key in PERIOD_ADVERBS:
            return Said(PERIOD_ADVERBS[key], after + 1)
        if follows and key in OTHER_PERIODS:
            return Said(None, after + 1)
        if not is_connector:
            return None
        after += 1
    return None


def _is_noun(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].key.lower() in PERIOD_NOUNS


def _behind_joiner(tokens: list[Token], index: int, first: int) -> int | None:
    """The index behind the words that join two figures, or None where nothing joins."""
    after = index
    while after < len(tokens) and after - index < MOST_JOINERS:
        key = tokens[after].key
        if not (key in JOINERS or key == "/" or (key in AND and _is_between(tokens, first))):
            break
        after += 1
    return after if after > index else None


def _is_between(tokens: list[Token], first: int) -> bool:
    before = {token.key for token in tokens[max(0, first - 4) : first]}
    return not BETWEEN.isdisjoint(before)


def _is_end(tokens: list[Token], low: Figure, high: Figure) -> bool:
    """Whether `high` is the other end of what `low` begins, not a figure beside it."""
    codes = [{sign.code for sign in end.signs if not sign.assumed} for end in (low, high)]
    if codes[0] and codes[1] and codes[0].isdisjoint(codes[1]):
        return False
    if tokens[high.first - 1].key == "/":
        return bool(high.signs or high.scale > 1) and _value(low.number) < _value(high.number)
    joined = _joined(low, high, None)
    alike = bool(low.signs) == bool(high.signs) or low.scale == high.scale > 1
    return not joined.backwards or (alike and high.scale >= low.scale and joined.high >= THOUSAND)


def _joined(low: Figure, high: Figure, said: Said | None) -> Range:
    low_scale, high_scale = _shared_scales(low, high)
    bottom, top = _amount(low, low_scale), _amount(high, high_scale)
    return Range(
        low.first,
        high.after,
        bottom,
        top,
        low.signs + high.signs,
        max(low_scale, high_scale),
        said,
        low.lpa or high.lpa,
        backwards=bottom > top,
    )


def _shared_scales(low: Figure, high: Figure) -> tuple[int, int]:
    """One scale holds for both ends where only one of them has it: "140-165k", "100-120,000"."""
    bottom, top = _value(low.number), _value(high.number)
    if low.scale == 1 < high.scale and bottom < high.scale:
        return (high.scale if bottom <= top else min(high.scale, THOUSAND)), high.scale
    if high.scale == 1 < low.scale and bottom <= top < low.scale:
        return low.scale, low.scale
    if low.scale == high.scale == 1 and bottom < THOUSAND and top >= LEAST_THOUSANDS:
        return (THOUSAND if _is_short_for(bottom, top) else 1), 1
    return low.scale, high.scale


def _is_short_for(bottom: Decimal, top: Decimal) -> bool:
    """Whether "100" in "100-120,000" leaves its thousand to the other end, by their closeness."""
    in_full = bottom * THOUSAND
    return in_full <= top <= WIDEST_RANGE * in_full and bottom == int(bottom)


def _value(key: str) -> Decimal:
    return Decimal(key.replace(",", ""))


def _amount(figure: Figure, scale: int) -> Decimal:
    """The figure in major units.

    One mark before three digits is a decimal mark where a scale follows ("1.250M", "62.500k",
    and "140,000k" for people who say thousand twice, but "1,000K" is a million) or the
    currency has three minor digits.
    """
    key = figure.number
    if _is_decimal_mark(figure, scale):
        key = key.replace(",", ".").replace("_", ".")
    value = _value(key)
    if scale == THOUSAND and value >= LEAST_THOUSANDS:
        return value
    return value * scale


def _is_decimal_mark(figure: Figure, scale: int) -> bool:
    """Whether the one mark of a number, before three digits, parts decimals and no thousands."""
    marks = [mark for mark in figure.number if not mark.isdigit()]
    if marks not in ([","], ["_"]):
        return False
    minor_digits = {MINOR_DIGITS.get(sign.code or "") for sign in figure.signs}
    if marks == ["_"] and THREE_DIGITS in minor_digits:
        return True
    is_long = figure.number.index(marks[0]) > 1
    return scale == MILLION or (scale == THOUSAND and is_long)
