"""Money that is not pay: a funding round, a revenue, a budget, a benefit.

The nearest telling word decides, those behind the figure first. A word of a job's title says
nothing ("Budget Analyst $70k"), and what money may be for as well as a trade ("training",
"sales") counts only where nobody's pay has that size.
"""

from jobtracker.domain.pay import Period, yearly
from jobtracker.domain.pay_figures import Range, Said
from jobtracker.domain.pay_tokens import Kind, Token, keys_of
from jobtracker.domain.pay_words import (
    BENEFITS,
    FIRM_MONEY,
    FUNDING_STAGES,
    JOB_NOUNS,
    LISTED,
    PAY_WORDS,
    PERIOD_ADVERBS,
    PERIOD_NOUNS,
    SEPARATORS,
    TOPICS,
    UP_TO_WORDS,
)

A_FIRMS = "money of the company, not pay"
A_BENEFIT = "a benefit, not the pay"
TOO_MUCH = "more than anybody is paid"

LEAST_YEARLY, MOST_YEARLY = 20_000, 1_000_000
"""Between these a year's pay is of usual size, in the currencies below."""
LARGEST_YEARLY = 10_000_000
LEAST_FUNDING = 400_000
_REACH_BEHIND = 6
_SHORT_WORD = 3
_LARGE_CURRENCIES = frozenset({"USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", "SGD"})
_STOPS = frozenset({"at", "@", "-", "–", "—", ".", "!", "?", ";"})
_CROSSED = frozenset({"/", "in"})
_CAPS = ("up to a maximum of", "up to a max of")


def refusal_of(before: list[Token], tokens: list[Token], found: Range, said: Said | None) -> str:
    """Why `found` is not pay, in words; empty when nothing around it says so."""
    size = _Size(found, said)
    behind = tokens[found.after : found.after + _REACH_BEHIND]
    claimed = not PAY_WORDS.isdisjoint(keys_of(behind[:2]))
    if claimed:
        return ""
    return (
        _behind(behind, size)
        or _before(keys_of(before), size)
        or (TOO_MUCH if size.is_too_much else "")
    )


class _Size:
    """How an amount compares with what people are paid; unknown outside large currencies."""

    def __init__(self, found: Range, said: Said | None) -> None:
        codes = {sign.code for sign in found.signs}
        period = said.period if said and said.period else Period.YEAR
        amount = yearly(1, period) * int(found.high)
        is_known = bool(codes & _LARGE_CURRENCIES)
        millions = not codes and found.scale in (10**6, 10**9)
        self.is_unusual = is_known and not LEAST_YEARLY <= amount <= MOST_YEARLY
        self.is_too_much = (is_known or millions) and amount >= LARGEST_YEARLY
        self.is_funding = not is_known or amount >= LEAST_FUNDING


def _behind(behind: list[Token], size: _Size) -> str:
    keys = keys_of(behind)
    for index, key in enumerate(keys):
        hyphen = key == "-" and 0 < index < len(behind) - 1 and _is_glued(behind, index)
        if behind[index].kind is Kind.NUMBER or (not hyphen and _is_stop(key, size)):
            return ""
        if why := _why_not(keys, index, size):
            return why
    return ""


def _is_glued(tokens: list[Token], index: int) -> bool:
    mark = tokens[index]
    return mark.start == tokens[index - 1].end and mark.end == tokens[index + 1].start


def _is_stop(key: str, size: _Size) -> bool:
    if key == "(":
        return not size.is_unusual
    is_separator = key in SEPARATORS and key not in _CROSSED
    return is_separator or key in _STOPS or key in PAY_WORDS


def _before(keys: list[str], size: _Size) -> str:
    if " ".join(keys[-5:]).endswith(_CAPS):
        return A_BENEFIT
    is_linked = True
    for index in range(len(keys) - 1, -1, -1):
        key = keys[index]
        if key in PAY_WORDS or key in ("+", "plus", "|", ")"):
            return ""
        if key == "," and (index == len(keys) - 1 or not is_linked):
            return ""
        if (is_linked or size.is_unusual) and (why := _why_not(keys, index, size)):
            return why
        is_linked = is_linked and _is_link(key)
    return ""


def _is_link(key: str) -> bool:
    tables = (LISTED, UP_TO_WORDS, PERIOD_ADVERBS, PERIOD_NOUNS, TOPICS)
    return len(key) <= _SHORT_WORD or any(key in table for table in tables)


def _why_not(keys: list[str], index: int, size: _Size) -> str:
    key = keys[index]
    if not JOB_NOUNS.isdisjoint(keys[index + 1 : index + 4]):
        return ""
    if key in FUNDING_STAGES and not size.is_funding:
        return ""
    if key in FIRM_MONEY:
        return A_FIRMS
    if key in BENEFITS:
        return A_BENEFIT
    if key in TOPICS and size.is_unusual:
        return "money for something else, not pay"
    return ""
