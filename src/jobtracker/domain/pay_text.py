"""Pay as people write it: one pay string, or the pay that stands in prose.

Reading keeps to what is written. Two things are assumed and listed in `Pay.assumed`: a bare
`$` is US dollars ("currency"), and a figure of 10,000 or more without a period is for a year
("period"). All else that is not said stays None.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from jobtracker.domain.currencies import Sign
from jobtracker.domain.pay import LARGEST_MINOR, Pay, Period, to_minor
from jobtracker.domain.pay_context import Context, context_of
from jobtracker.domain.pay_figures import Range, Said, range_at
from jobtracker.domain.pay_tokens import Kind, Token, tokens_of
from jobtracker.domain.pay_words import (
    LISTED,
    PERIOD_ADVERBS,
    PERIOD_NOUNS,
)

YEARLY_FROM = 10_000
"""A figure from here on without a period is read as a year's."""
LEAST_IN_PROSE = 1_000
"""Money in prose below it, without a period or a word of pay, is the price of something."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_ON_TARGET = "on-target earnings, not the base pay"


class PayReading(NamedTuple):
    """What was taken from a pay string.

    `reason` says why it is not pay, or what to know about it when it is. `mistyped` marks
    pay that was meant but cannot be: a negative amount, a range that runs backwards.
    """

    is_pay: bool
    pay: Pay
    reason: str = ""
    mistyped: bool = False


class PayMention(NamedTuple):
    """Pay within a text; `start` and `end` are offsets in it."""

    start: int
    end: int
    pay: Pay


class _Found(NamedTuple):
    range: Range
    context: Context


def read_pay(text: str) -> PayReading:
    """What a careful reader takes from one pay string. Never raises; linear in its length."""
    tokens = tokens_of(text)
    found = [each for each in _found_in(tokens) if _is_money(each, tokens, whole=True)]
    if not found:
        return PayReading(False, Pay(text=text), "no amount of money in it")
    pay = [each for each in found if not each.context.refusal]
    if not pay:
        return PayReading(False, Pay(text=text), found[0].context.refusal)
    best = min(pay, key=_rank)
    if best.range.backwards:
        return PayReading(False, Pay(text=text), "the range runs backwards", mistyped=True)
    if _is_negative(tokens, best.range.first):
        return PayReading(False, Pay(text=text), "the amount is below zero", mistyped=True)
    return PayReading(True, _pay(best, text), _ON_TARGET if best.context.is_target else "")


def find_pay(text: str) -> list[PayMention]:
    """The pay in prose, line by line. Never raises; linear in the length of the text."""
    mentions: list[PayMention] = []
    offset = 0
    for line in text.split("\n"):
        if any(map(str.isdigit, line)):
            mentions += _mentions(line, offset)
        offset += len(line) + 1
    return mentions


def _mentions(line: str, offset: int) -> Iterator[PayMention]:
    tokens = tokens_of(line)
    for found in _found_in(tokens):
        if found.range.backwards or not _is_money(found, tokens, whole=False) or found.context.refusal:
            continue
        start, end = tokens[found.range.first].start, tokens[found.range.after - 1].end
        if found.context.said and found.context.said.after > found.range.after:
            end = max(end, tokens[found.context.said.after - 1].end)
        yield PayMention(offset + start, offset + end, _pay(found, line[start:end]))


def _found_in(tokens: list[Token]) -> list[_Found]:
    found: list[_Found] = []
    index = floor = 0
    while index < len(tokens):
        kind = tokens[index].kind
        ranged = range_at(tokens, index) if kind in (Kind.MONEY, Kind.NUMBER) else None
        if ranged is None:
            index += 1
            continue
        found.append(_Found(ranged, context_of(tokens, ranged, floor)))
        index = floor = ranged.after
    return found


def _is_money(found: _Found, tokens: list[Token], *, whole: bool) -> bool:
    """Whether a figure is money at all; a bare number needs more around it than "$" does.

    `whole` reads the tokens as one pay string, where a number alone may be meant as pay.
    """
    ranged, context = found
    if ranged.high > LARGEST_MINOR // 1000 or ranged.high == 0:
        return False
    enough = ranged.scale > 1 or ranged.low >= YEARLY_FROM or context.said is not None
    strong = any(not sign.weak for sign in ranged.signs + context.signs)
    if strong or ranged.lpa:
        return whole or enough or context.has_pay_word or ranged.high >= LEAST_IN_PROSE
    if ranged.signs:
        return enough or ranged.high >= LEAST_IN_PROSE
    if _is_years(ranged):
        return False
    if context.has_pay_word and enough:
        return True
    return whole and _is_pay_alone(ranged, context, tokens)


def _is_pay_alone(ranged: Range, context: Context, tokens: list[Token]) -> bool:
    """Whether a number without a sign of money, in a string of its own, is meant as pay."""
    if context.said is not None and context.said.period is not None:
        return True
    if ranged.low < YEARLY_FROM and ranged.high > 2 * ranged.low:
        return False
    return all(_is_pay_talk(token) for token in tokens[: ranged.first]) and all(
        _is_pay_talk(token) for token in tokens[ranged.after :]
    )


def _is_years(ranged: Range) -> bool:
    ends = (ranged.low, ranged.high)
    return ranged.scale == 1 and all(
        end == int(end) and _FIRST_YEAR <= end <= _LAST_YEAR for end in ends
    )


def _is_pay_talk(token: Token) -> bool:
    key = token.key.lower()
    return token.kind is not Kind.NUMBER and (
        key in LISTED or key in PERIOD_ADVERBS or key in PERIOD_NOUNS
    )


def _rank(found: _Found) -> tuple[bool, bool, int]:
    """Base pay before other pay, on-target earnings last, else as they come."""
    context = found.context
    return context.is_target, not context.is_base, found.range.first


def _is_negative(tokens: list[Token], first: int) -> bool:
    if not first or tokens[first - 1].key not in ("-", "−"):
        return False
    return first == 1 and tokens[first - 1].end == tokens[first].start


def _pay(found: _Found, text: str) -> Pay:
    code, currency_assumed = _currency(found)
    period, period_assumed = _period(found)
    names = (("currency", currency_assumed), ("period", period_assumed))
    assumed = tuple(name for name, holds in names if holds)
    low, high = _ends(found)
    return Pay(
        None if low is None else to_minor(low, code),
        None if high is None else to_minor(high, code),
        code,
        period,
        text,
        assumed,
    )


def _ends(found: _Found) -> tuple[Decimal | None, Decimal | None]:
    ranged, context = found
    if not ranged.is_single or context.opens == context.closes:
        return ranged.low, ranged.high
    return (ranged.low, None) if context.opens else (None, ranged.high)


def _currency(found: _Found) -> tuple[str | None, bool]:
    """The currency and whether it is assumed: a sign that says more wins over one that says less."""
    ranged, context = found
    signs: tuple[Sign, ...] = ranged.signs + context.signs
    for sign in signs:
        if sign.code is not None and not sign.assumed:
            return sign.code, False
    if ranged.lpa:
        return "INR", True
    if any(sign.code is None for sign in signs):
        return None, False
    return (signs[0].code, True) if signs else (None, False)


def _period(found: _Found) -> tuple[Period | None, bool]:
    ranged, context = found
    said: Said | None = ranged.said or context.said
    if ranged.lpa:
        return Period.YEAR, False
    if said is not None:
        return said.period, False
    return (Period.YEAR, True) if ranged.low >= YEARLY_FROM else (None, False)
