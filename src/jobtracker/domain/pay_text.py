"""Pay as people write it: one pay string, or the pay that stands in prose.

Reading keeps to what is written. Two things are assumed and listed in `Pay.assumed`: a bare
`$` is US dollars ("currency"), and a figure of 10,000 or more without a period is for a year
("period"). All else that is not said stays None.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from jobtracker.domain.pay import LARGEST_MINOR, Pay, Period, to_minor
from jobtracker.domain.pay_context import REACH, Context, context_of
from jobtracker.domain.pay_figures import Range, Said, range_at
from jobtracker.domain.pay_tokens import MOST_TOKENS, Kind, Token, tokens_of
from jobtracker.domain.pay_words import (
    ADDITIONS,
    FROM_BEHIND,
    FROM_WORDS,
    JOINERS,
    LISTED,
    PAY_WORDS,
    PERIOD_ADVERBS,
    PERIOD_NOUNS,
    SEPARATORS,
    UP_TO_BEHIND,
    UP_TO_WORDS,
)

YEARLY_FROM = 10_000
"""A figure from here on without a period is read as a year's."""
LEAST_IN_PROSE = 1_000
"""Money in prose below it, without a period or a word of pay, is the price of something."""
_DIGIT = re.compile(r"\d")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
LONGEST_PAY_STRING = 10_000
"""What stands behind so many characters of one pay string is not read."""
BACKWARDS, BELOW_ZERO = "the range runs backwards", "the amount is below zero"
_ON_TARGET = "on-target earnings, not the base pay"
_MINUS = ("-", "−")
_OPENING = frozenset(":=(") | FROM_WORDS | UP_TO_WORDS | JOINERS
_LIMITS = FROM_WORDS | UP_TO_WORDS | FROM_BEHIND | UP_TO_BEHIND


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
    """What a careful reader takes from one pay string. Never raises."""
    tokens, below_zero = _unsigned(tokens_of(text[:LONGEST_PAY_STRING]))
    found = _found_in(tokens)
    alone = len(found) == 1 and _stands_alone(tokens, found[0].range)
    found = [each for each in found if _is_money(each) or _is_meant_as_pay(each, alone=alone)]
    if not found:
        return PayReading(False, Pay(text=text), "no amount of money in it")
    pay = [each for each in found if not each.context.refusal]
    if not pay:
        return PayReading(False, Pay(text=text), found[0].context.refusal)
    best = min(pay, key=_rank)
    figures = tokens[best.range.first : best.range.after]
    if not below_zero.isdisjoint(token.start for token in figures):
        return PayReading(False, Pay(text=text), BELOW_ZERO, mistyped=True)
    if best.range.backwards:
        return PayReading(False, Pay(text=text), BACKWARDS, mistyped=True)
    return PayReading(True, _pay(best, text), _ON_TARGET if best.context.is_target else "")


def find_pay(text: str) -> list[PayMention]:
    """The pay in prose, line by line, in linear time. Never raises."""
    mentions: list[PayMention] = []
    offset, budget = 0, MOST_TOKENS
    for line in text.split("\n"):
        if budget > 0 and _DIGIT.search(line):
            tokens = tokens_of(line, budget)
            budget -= len(tokens)
            mentions += _mentions(line, tokens, offset)
        offset += len(line) + 1
    return mentions


def _mentions(line: str, tokens: list[Token], offset: int) -> Iterator[PayMention]:
    for found in _found_in(tokens, prose=True):
        if (
            found.range.backwards
            or not _is_money(found)
            or _is_price(found)
            or found.context.refusal
        ):
            continue
        start, end = tokens[found.range.first].start, tokens[found.range.after - 1].end
        if found.context.said and found.context.said.after > found.range.after:
            end = max(end, tokens[found.context.said.after - 1].end)
        yield PayMention(offset + start, offset + end, _pay(found, line[start:end]))


def _found_in(tokens: list[Token], *, prose: bool = False) -> list[_Found]:
    """Each figure or range with its context; of prose, only those that may be money."""
    found: list[_Found] = []
    index = floor = 0
    while index < len(tokens):
        kind = tokens[index].kind
        ranged = range_at(tokens, index) if kind in (Kind.MONEY, Kind.NUMBER) else None
        if ranged is None:
            index += 1
            continue
        if not (prose and _is_bare(tokens, ranged)):
            found.append(_Found(ranged, context_of(tokens, ranged, floor)))
        index = floor = ranged.after
    return found


def _is_bare(tokens: list[Token], ranged: Range) -> bool:
    """Whether a number of prose has no sign of money, nor any word of pay or money near it."""
    if ranged.signs or ranged.lpa:
        return False
    near = tokens[max(0, ranged.first - REACH) : ranged.after + REACH]
    return not any(token.kind is Kind.MONEY or token.key in PAY_WORDS for token in near)


def _is_money(found: _Found) -> bool:
    """Whether a figure is money; one without a clear sign of it needs more to say so."""
    ranged, context = found
    if ranged.high > LARGEST_MINOR // 1000 or ranged.high == 0:
        return False
    if ranged.lpa or any(not sign.weak for sign in ranged.signs + context.signs):
        return True
    enough = _is_enough(ranged, context)
    if ranged.signs:
        return enough or ranged.high >= LEAST_IN_PROSE
    return context.has_pay_word and enough and not _is_years(ranged)


def _is_enough(ranged: Range, context: Context) -> bool:
    return ranged.scale > 1 or ranged.low >= YEARLY_FROM or context.said is not None


def _is_price(found: _Found) -> bool:
    """Whether an amount in prose is too small for pay that nothing else calls so."""
    ranged, context = found
    named = context.has_pay_word or _is_enough(ranged, context)
    return not named and ranged.high < LEAST_IN_PROSE


def _is_meant_as_pay(found: _Found, *, alone: bool) -> bool:
    """Whether a number without a sign of money, in a pay string, is meant as pay."""
    ranged, context = found
    if _is_years(ranged) or not 0 < ranged.high <= LARGEST_MINOR // 1000:
        return False
    if context.said is not None and context.said.period is not None:
        return True
    return alone and (ranged.low >= YEARLY_FROM or ranged.high <= 2 * ranged.low)


def _stands_alone(tokens: list[Token], ranged: Range) -> bool:
    """Whether nothing but words of pay stands around the only figure of a pay string.

    A figure that may be a year's also has limits ("up to 90k") and additions ("90k + bonus").
    """
    around = tokens[: ranged.first] + tokens[ranged.after :]
    if all(_is_pay_talk(token) for token in around):
        return True
    if ranged.low < YEARLY_FROM:
        return False
    behind = tokens[ranged.after :]
    marks = (index for index, token in enumerate(behind) if token.key.lower() in SEPARATORS)
    added = ranged.after + next(marks, len(behind))
    beside = tokens[: ranged.first] + tokens[ranged.after : added]
    return all(_is_pay_talk(token) or token.key.lower() in _LIMITS for token in beside) and all(
        _is_pay_talk(token) or _is_addition(token) for token in tokens[added:]
    )


def _is_addition(token: Token) -> bool:
    """A word of what comes on top of the pay, or its share: "+ 10 % bonus"."""
    return token.kind is Kind.NUMBER or token.key == "%" or token.key.lower() in ADDITIONS


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


def _unsigned(tokens: list[Token]) -> tuple[list[Token], frozenset[int]]:
    """The tokens without the minus of an amount, and where the numbers stand that had one."""
    kept: list[Token] = []
    negative: set[int] = set()
    for index, token in enumerate(tokens):
        number = _number_below_zero(tokens, index) if token.key in _MINUS else None
        if number is None:
            kept.append(token)
        else:
            negative.add(number.start)
    return kept, frozenset(negative)


def _number_below_zero(tokens: list[Token], index: int) -> Token | None:
    """The number that the mark at `index` is the minus of: right before it or its sign of money,
    where nothing stands that the mark could join it to ("-50", "$-50", "-$50", "up to -50").
    """
    behind = index + 1
    if behind < len(tokens) and tokens[behind].start != tokens[index].end:
        return None
    while behind < len(tokens) and tokens[behind].kind is Kind.MONEY:
        behind += 1
    if behind >= len(tokens) or tokens[behind].kind is not Kind.NUMBER:
        return None
    before = index - 1
    while before >= 0 and tokens[before].kind is Kind.MONEY:
        before -= 1
    if before < 0 or _may_open(tokens[before], tokens[index]):
        return tokens[behind]
    return None


def _may_open(token: Token, mark: Token) -> bool:
    """Whether a minus can follow: behind a mark or a word that an amount follows, and a blank."""
    return token.key.lower() in _OPENING and token.end < mark.start


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
    """The currency and whether it is assumed; a sign that says more wins."""
    ranged, context = found
    signs = ranged.signs + context.signs
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
